package event

import (
	"cmp"
	"strings"

	"rapporteur/internal/news"
)

// timeOf is when the event at t is, by grammar: a time that hangs on the
// trigger, then on the verbs that govern it, then one in the same clause.
func (f *finder) timeOf(t news.TokenID) news.TimeID {
	if k := f.movedTo(t, func(k news.TokenID) bool { return f.usable(f.TimeOf(k)) != 0 }); k != 0 {
		return f.TimeOf(k)
	}
	if f.undone(f.Lemma(f.Head(t))) && f.Rel(t) == news.Obj { // "on Friday called off the march that was planned for Sunday"
		if id := f.setTime(t); id != 0 {
			return id
		}
	}
	at := t
	for i := 0; at != 0 && i < 4; i++ {
		if id := f.timeUnder(at, t); id != 0 {
			return id
		}
		if x := f.Child(at, news.Xcomp); x != 0 && at != t { // "is due to take place on Friday"
			if id := f.timeUnder(x, t); id != 0 {
				return id
			}
		}
		if !f.shares(at) {
			break
		}
		at = f.Head(at)
	}
	for _, read := range [...]func() news.TimeID{
		func() news.TimeID { return f.setTime(t) },
		func() news.TimeID { return f.joinedTime(at) },
		func() news.TimeID { return cmp.Or(f.whenTime(t), f.whereTime(t)) },
		func() news.TimeID {
			return cmp.Or(f.asideTime(t), f.timeUnder(f.amid(t), t), f.mainTime(t), f.mainTime(at))
		},
		func() news.TimeID { return cmp.Or(f.doersTime(t), f.ownTime(t), f.fatalTime(t)) },
		func() news.TimeID { return f.reachedTime(t) },
		func() news.TimeID { return f.openingTime(at) },
		func() news.TimeID { return f.loneTime(t) },
		func() news.TimeID { return f.tailTime(t) },
		func() news.TimeID { return f.wordsTime(t) },
		func() news.TimeID { return f.aboveTime(t) },
	} {
		if id := read(); id != 0 {
			return id
		}
	}
	return f.laterTime(t)
}

// reachedTime is the time of the verb behind noun t that says who tested what it names,
// or that it was reached: "the test that Varnia conducted in May", "the deal struck in May".
func (f *finder) reachedTime(t news.TokenID) news.TimeID {
	if f.UPOS(t) != news.NOUN {
		return 0
	}
	if id := f.timeUnder(f.toldBehind(t, "MOBILIZE"), t); id != 0 {
		return id
	}
	v := f.settlement(t)
	if v == 0 {
		return 0
	}
	return cmp.Or(f.timeUnder(v, t), f.timeUnder(f.Head(v), t))
}

// tailTime is the time before the participle t that ends the clause behind it:
// "stormed a mill in July, [wounding] nine".
func (f *finder) tailTime(t news.TokenID) news.TimeID {
	v := f.continued(t)
	for k := t - 2; v != 0 && k > v; k-- {
		if id := f.usable(f.TimeOf(k)); id != 0 {
			if h := f.verbAbove(k); h == 0 || h > t || f.lex.in("speech", f.Lemma(h)) || f.bareSince(id, h) {
				return 0
			}
			return id
		}
	}
	return 0
}

// continued is the verb before the comma before participle t, whose clause t goes on
// from wherever the parser hung it; 0 for none.
func (f *finder) continued(t news.TokenID) news.TokenID {
	first := f.a.Sentence(f.sent).First
	if f.Tag(t).XPOS != news.VBG || t < first+3 || f.Word(t-1) != "," {
		return 0
	}
	for k := t - 2; k > first; k-- {
		if f.UPOS(k) == news.VERB && f.Rel(k) != news.Amod {
			if f.lex.in("speech", f.Lemma(k)) {
				return 0
			}
			return k
		}
	}
	return 0
}

// verbAbove is the verb that the phrase at k hangs on, itself or by its nouns.
func (f *finder) verbAbove(k news.TokenID) news.TokenID {
	for i := 0; k != 0 && i < 4; i++ {
		if k = f.Head(k); f.UPOS(k) == news.VERB {
			return k
		}
	}
	return 0
}

// aboveTime is the time of the event that the clause of verb t says more of: "the
// 2011 uprising that [toppled] him".
func (f *finder) aboveTime(t news.TokenID) news.TimeID {
	return f.timeUnder(f.eventAbove(t), t)
}

// eventAbove is the noun of an event that did what verb t of its relative clause or
// participle says; 0 for none.
func (f *finder) eventAbove(t news.TokenID) news.TokenID {
	h := f.Head(t)
	if f.UPOS(t) != news.VERB || f.UPOS(h) != news.NOUN || f.eventNoun(h) == nil {
		return 0
	}
	switch f.Rel(t) {
	case news.AclRelcl:
		if l := f.Lemma(f.Child(t, news.Nsubj)); l == "that" || l == "which" {
			return h
		}
	case news.Acl:
		if f.Tag(t).XPOS == news.VBG && f.Child(t, news.Nsubj) == 0 {
			return h
		}
	}
	return 0
}

// joinedTime is the time of the verb that the past verb t is joined to and
// stands behind: "she spoke to him on Monday and they agreed".
func (f *finder) joinedTime(t news.TokenID) news.TimeID {
	h := f.joinedTo(t)
	if h == 0 || f.Tag(h).XPOS != news.VBD || f.Tag(t).XPOS != news.VBD || f.lex.in("speech", f.Lemma(h)) && !f.speechVerb(t) {
		return 0
	}
	id := cmp.Or(f.timeUnder(h, t), f.timeFrom(h, t))
	if tm := f.a.Time(id); tm == nil || tm.Span.Start > f.Span(t).Start {
		return 0
	}
	return id
}

// timeFrom is the first time between verb h and verb t joined to it that no other verb
// parts from h: "walked out of the talks [in May] and accused them".
func (f *finder) timeFrom(h, t news.TokenID) news.TimeID {
	for k := h + 1; k < t && f.UPOS(k) != news.VERB; k++ {
		if id := f.usable(f.TimeOf(k)); id != 0 && !f.anothers(k, h) && !f.ofOther(k, h) && !f.bareSince(id, h) && !f.age(id) {
			return id
		}
	}
	return 0
}

// age reports whether time id is of more than a year, so that no deed is dated by it
// that it does not stand beside: "the tenth century".
func (f *finder) age(id news.TimeID) bool {
	from, to, ok := f.interval(id)
	return ok && to.Sub(from) > longestYear
}

// longestYear is the number of days in one.
const longestYear = 366

// movedTo is the first token behind a "to" or "until" that fits, for a plan t
// that its verb moves: "moved from Thursday to Monday, from Lutava to Ostmark";
// 0 for none.
func (f *finder) movedTo(t news.TokenID, fits func(news.TokenID) bool) news.TokenID {
	g := f.Head(t)
	if f.UPOS(t) != news.NOUN || !f.lex.in("postpone", f.Lemma(g)) || !f.patient(t, g) || f.UPOS(g) != news.VERB {
		return 0
	}
	last := min(f.a.Sentence(f.sent).Last, g+reach)
	to := news.TokenID(0)
	for k := g + 1; k <= last && f.UPOS(k) != news.VERB; k++ {
		switch l := f.Lemma(k); {
		case l == "to" || l == "until" || l == "till":
			to = k
		case f.UPOS(k) == news.ADP && l != "of", f.UPOS(k) == news.PUNCT:
			to = 0
		case to != 0 && fits(k):
			return k
		}
	}
	return 0
}

// whenTime is the time right before the "when" that opens the clause of t: "two
// years ago when she was filmed biting a guard".
func (f *finder) whenTime(t news.TokenID) news.TimeID {
	first := f.a.Sentence(f.sent).First
	for k := t - 1; k > first && k > t-8 && f.UPOS(k) != news.PUNCT; k-- {
		if f.Lemma(k) == "when" {
			return f.usable(f.TimeOf(k - 1))
		}
	}
	return 0
}

// asideTime is the time of the clause beside verb t that says what was done as t was:
// "when she flew to Lutava [last winter], she met him".
func (f *finder) asideTime(t news.TokenID) news.TimeID { return f.timeUnder(f.asideVerb(t), t) }

// asideVerb is the verb of that clause, 0 for none: before t any of a past verb, behind
// it one of a journey ("will meet him when he comes to Lutava on Friday").
func (f *finder) asideVerb(t news.TokenID) news.TokenID {
	for k := f.Kid(t); k != 0 && k < t; k = f.Next(k) {
		if f.Rel(k) == news.Advcl && f.Tag(k).XPOS == news.VBD && f.Tag(t).XPOS == news.VBD && f.under(k, "when", "while", "as") {
			return k
		}
	}
	if f.UPOS(t) != news.VERB {
		return 0
	}
	k := f.nextVerb(t)
	if k == 0 || !f.journey(k) || !f.whenBetween(t, k) {
		return 0
	}
	if x := f.Tag(k).XPOS; x == news.VBD && f.Tag(t).XPOS == news.VBD || x == news.VBZ && f.Modal(t) != "" {
		return k
	}
	return 0
}

// nextVerb is the first verb of the sentence behind t, 0 for none.
func (f *finder) nextVerb(t news.TokenID) news.TokenID {
	for k := t + 1; k <= f.a.Sentence(f.sent).Last; k++ {
		if f.UPOS(k) == news.VERB && f.Rel(k) != news.Amod {
			return k
		}
	}
	return 0
}

// whenBetween reports whether a clause of the same time as t's opens between t and verb k.
func (f *finder) whenBetween(t, k news.TokenID) bool {
	for i := t + 1; i < k; i++ {
		if l := f.Lemma(i); (l == "when" || l == "while") && k-i < 8 {
			return true
		}
	}
	return false
}

// laterTime is the time of the past verb that ends what t begins and has no
// subject of its own: "killed 50 people and wounded over 400 on Sunday".
func (f *finder) laterTime(t news.TokenID) news.TimeID {
	if k := f.sequel(t); k != 0 {
		return f.loneTime(k)
	}
	if k := f.Child(t, news.Conj); k > t && k < t+reach && (f.Tag(k).XPOS == news.VBN || f.Tag(k).XPOS == news.VBD) && f.near(t, k) {
		return f.timeUnder(k, t) // "20 were killed and dozens wounded on Tuesday"
	}
	return 0
}

// joinedTo is the verb that verb t is joined to. Words joined to what somebody
// says are his too: the parser hangs them on "said".
func (f *finder) joinedTo(t news.TokenID) news.TokenID {
	if f.Rel(t) != news.Conj {
		return 0
	}
	h := f.Head(t)
	if c := f.Child(h, news.Ccomp); c != 0 && h < c && c < t && f.lex.in("speech", f.Lemma(h)) {
		return c
	}
	return h
}

// shares reports whether t has its time and place together with its head: a
// noun under its verb, an infinitive under "is set", joined verbs.
func (f *finder) shares(t news.TokenID) bool {
	h := f.Head(t)
	switch f.Rel(t) {
	case news.Obl:
		if f.lex.in("since", f.Marker(t)) && f.Modal(h) != "" {
			return false // "will strike from Monday after a meeting"
		}
		if f.isMatter(t, h) {
			return false
		}
		fallthrough
	case news.Obj, news.NsubjPass, news.Nsubj:
		return (f.UPOS(h) == news.VERB || f.Lemma(h) == "due") && !f.lex.in("speech", f.Lemma(h)) && !f.isTopic(t, h)
	case news.Xcomp:
		return !f.lex.in("speech", f.Lemma(h))
	case news.AclRelcl: // "came to a rally [where] he pledged"
		return f.lex.in("occasion", f.Lemma(h)) && f.past(t) && f.under(t, "where")
	case news.Nmod: // "fly there for a round of talks"
		return f.lex.in("batch", f.Lemma(h)) && f.Marker(t) == "of"
	case news.Conj: // "was filmed pushing and kicking"
		return f.Tag(t).XPOS == news.VBG && f.Tag(h).XPOS == news.VBG && f.Child(t, news.Nsubj, news.Aux) == 0
	case news.Advcl: // "surprised them this week by opening talks", "was filmed slapping"
		return f.under(t, "by") || f.past(t) && f.under(t, "where") && !f.lex.in("speech", f.Lemma(h)) || f.Tag(t).XPOS == news.VBG && f.Child(t, news.Mark) == 0 && !f.lex.in("speech", f.Lemma(h))
	}
	return false
}

// timeUnder is the narrowest date or clock time among the dependents of t, the
// first of equals: "eight months ago they killed 130 on Nov. 13".
func (f *finder) timeUnder(t, trigger news.TokenID) (best news.TimeID) {
	for k := f.Kid(t); k != 0; k = f.Next(k) {
		if id := f.timeOn(k, t, trigger); id != 0 && (best == 0 || f.narrower(id, best)) {
			best = id
		}
	}
	return best
}

// timeOn is the time that dependent k gives t, and with it the trigger below.
func (f *finder) timeOn(k, t, trigger news.TokenID) news.TimeID {
	switch f.Rel(k) {
	case news.Obl, news.OblUnmarked, news.Nmod, news.NmodUnmarked, news.NmodPoss, news.Compound, news.Amod, news.Advmod, news.Dep, news.NmodDesc, news.Nummod, news.Obj, news.Appos:
		if id := f.usable(f.timeHead(k)); id != 0 && !f.bareSince(id, t) && !(f.TimeOf(k) != 0 && f.anothers(k, trigger)) {
			return id
		}
	case news.Nsubj, news.NsubjPass: // "Varnia [on Monday] imposed", hung on Varnia, or "Varnia [last month] imposed"
		if id := f.usable(f.TimeOf(k)); id != 0 && k < t && f.skipAux(t-1) == k {
			return id
		}
		if e := f.skipAux(t - 1); e > k && f.UPOS(t) == news.VERB && f.near(k, e) && f.usable(f.TimeOf(e)) != 0 && f.Rel(f.headOfTime(e)) != news.Conj {
			return f.TimeOf(e) // "a ship of the navy [in the early hours of Monday] seized"
		}
		for d := f.Kid(k); d != 0; d = f.Next(d) {
			r, id := f.Rel(d), f.usable(f.TimeOf(d))
			if id != 0 && d > k && d < t && f.near(d, t) && r == news.Nmod {
				return id
			}
			if id != 0 && d < k && k < t && (r == news.OblUnmarked || r == news.NmodUnmarked) {
				return id // "[this week] the council passed", hung on the council
			}
		}
	}
	return 0
}

// skipAux is the first token from k back that is no auxiliary: "[this year] has begun".
func (f *finder) skipAux(k news.TokenID) news.TokenID {
	for k > 1 && f.UPOS(k) == news.AUX {
		k--
	}
	return k
}

// timeHead is the time that stands at k or, through "end of the month" or
// "morning of 5 May", right below it.
func (f *finder) timeHead(k news.TokenID) news.TimeID {
	if id := f.TimeOf(k); id != 0 {
		return id
	}
	if f.Rel(k) == news.Advmod || f.Rel(k) == news.Compound || f.Rel(k) == news.Amod {
		return 0
	}
	for d := f.Kid(k); d != 0; d = f.Next(d) {
		if id := f.TimeOf(d); id != 0 && (f.Rel(d) == news.OblUnmarked || f.Rel(d) == news.NmodUnmarked) {
			return id
		}
	}
	return 0
}

// usable is id unless it is a duration, a set, or no more than "recently".
func (f *finder) usable(id news.TimeID) news.TimeID {
	t := f.a.Time(id)
	if t == nil || t.Kind == news.Duration || t.Kind == news.Set || strings.HasSuffix(t.Value, "_REF") {
		return 0
	}
	return id
}

// assault reports whether noun t is one of an attack.
func (f *finder) assault(t news.TokenID) bool {
	tr := f.eventNoun(t)
	return tr != nil && tr.class == "ASSAULT"
}

// bygone reports whether time expression id says by itself that it is past,
// whatever the day of the report: "earlier this year", "two weeks ago".
func (f *finder) bygone(id news.TimeID) bool {
	t := f.a.Time(id)
	if t == nil {
		return false
	}
	words := strings.Fields(strings.ToLower(t.Span.Of(f.a.Doc.Text)))
	return len(words) > 0 && (f.lex.in("bygone", words[0]) || f.lex.in("bygone", words[len(words)-1]))
}
