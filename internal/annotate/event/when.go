package event

import (
	"cmp"
	"slices"
	"strings"

	"rapporteur/internal/news"
)

// timeOf is when the event at t is, by grammar: a time that hangs on the
// trigger, then on the verbs that govern it, then one in the same clause.
func (f *finder) timeOf(t news.TokenID) news.TimeID {
	if k := f.movedTo(t, func(k news.TokenID) bool { return f.usable(f.TimeOf(k)) != 0 }); k != 0 {
		return f.TimeOf(k)
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
	if id := f.setTime(t); id != 0 {
		return id
	}
	if id := f.openingTime(at); id != 0 {
		return id
	}
	if id := f.joinedTime(at); id != 0 {
		return id
	}
	if id := f.whenTime(t); id != 0 {
		return id
	}
	if id := cmp.Or(f.asideTime(t), f.timeUnder(f.amid(t), t)); id != 0 {
		return id
	}
	if v := f.toldBehind(t, "MOBILIZE"); v != 0 && f.UPOS(t) == news.NOUN {
		if id := f.timeUnder(v, t); id != 0 {
			return id
		}
	}
	if v := f.settlement(t); v != 0 && f.UPOS(t) == news.NOUN {
		if id := cmp.Or(f.timeUnder(v, t), f.timeUnder(f.Head(v), t)); id != 0 {
			return id
		}
	}
	if id := f.loneTime(t); id != 0 {
		return id
	}
	return f.laterTime(t)
}

// openingTime is the time that opens the sentence and holds for the verbs
// joined to the first: "Two years ago she was filmed biting ...".
func (f *finder) openingTime(at news.TokenID) news.TimeID {
	switch f.Rel(at) {
	case news.Conj, news.Advcl:
	default:
		return 0
	}
	h := f.Head(at)
	if h == 0 || f.lex.in("speech", f.Lemma(h)) || f.UPOS(h) != news.VERB {
		return 0
	}
	id := f.timeUnder(h, at)
	tm, s := f.a.Time(id), f.a.Sentence(f.sent)
	if tm == nil || tm.Span.Start > f.Span(s.First).End+8 {
		return 0
	}
	return id
}

// joinedTime is the time of the verb that the past verb t is joined to and
// stands behind: "she spoke to him on Monday and they agreed".
func (f *finder) joinedTime(t news.TokenID) news.TimeID {
	h := f.joinedTo(t)
	if h == 0 || f.Tag(h).XPOS != news.VBD || f.Tag(t).XPOS != news.VBD || f.lex.in("speech", f.Lemma(h)) {
		return 0
	}
	id := f.timeUnder(h, t)
	if tm := f.a.Time(id); tm == nil || tm.Span.Start > f.Span(t).Start {
		return 0
	}
	return id
}

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

// asideTime is the time of the clause before verb t that says what was done as t was:
// "when she flew to Lutava [last winter], she met him".
func (f *finder) asideTime(t news.TokenID) news.TimeID { return f.timeUnder(f.asideVerb(t), t) }

// asideVerb is the verb of that clause, 0 for none.
func (f *finder) asideVerb(t news.TokenID) news.TokenID {
	for k := f.Kid(t); k != 0 && k < t; k = f.Next(k) {
		if f.Rel(k) == news.Advcl && f.Tag(k).XPOS == news.VBD && f.Tag(t).XPOS == news.VBD && f.under(k, "when", "while", "as") {
			return k
		}
	}
	return 0
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
	case news.Obj, news.NsubjPass, news.Nsubj, news.Obl:
		return (f.UPOS(h) == news.VERB || f.Lemma(h) == "due") && !f.lex.in("speech", f.Lemma(h))
	case news.Xcomp:
		return !f.lex.in("speech", f.Lemma(h))
	case news.Nmod: // "fly there for a round of talks"
		return f.lex.in("batch", f.Lemma(h)) && f.Marker(t) == "of"
	case news.Conj: // "was filmed pushing and kicking"
		return f.Tag(t).XPOS == news.VBG && f.Tag(h).XPOS == news.VBG && f.Child(t, news.Nsubj, news.Aux) == 0
	case news.Advcl: // "surprised them this week by opening talks", "was filmed slapping"
		return f.under(t, "by") || f.Tag(t).XPOS == news.VBG && f.Child(t, news.Mark) == 0 && !f.lex.in("speech", f.Lemma(h))
	}
	return false
}

// timeUnder is the narrowest date or clock time among the dependents of t, the
// first of equals: "eight months ago they killed 130 on Nov. 13".
func (f *finder) timeUnder(t, trigger news.TokenID) (best news.TimeID) {
	for k := f.Kid(t); k != 0; k = f.Next(k) {
		if id := f.timeOn(k, t); id != 0 && (best == 0 || f.narrower(id, best)) {
			best = id
		}
	}
	return best
}

// timeOn is the time that dependent k gives t.
func (f *finder) timeOn(k, t news.TokenID) news.TimeID {
	switch f.Rel(k) {
	case news.Obl, news.OblUnmarked, news.Nmod, news.NmodUnmarked, news.NmodPoss, news.Compound, news.Amod, news.Advmod, news.Dep, news.NmodDesc, news.Nummod, news.Obj, news.Appos:
		if id := f.usable(f.timeHead(k)); id != 0 && !f.bareSince(id, t) {
			return id
		}
	case news.Nsubj, news.NsubjPass: // "Varnia [on Monday] imposed", hung on Varnia, or "Varnia [last month] imposed"
		if id := f.usable(f.TimeOf(k)); id != 0 && k < t && f.skipAux(t-1) == k {
			return id
		}
		for d := f.Kid(k); d != 0; d = f.Next(d) {
			if id := f.usable(f.TimeOf(d)); id != 0 && d > k && d < t && f.near(d, t) && f.Rel(d) == news.Nmod {
				return id
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

// reach is the number of tokens within which a time or place that hangs on the
// wrong word is looked for.
const reach = 20

// loneTime is the nearest time with no verb in between that hangs on no other
// verb: what a slip of the parser takes away from the trigger.
func (f *finder) loneTime(t news.TokenID) news.TimeID {
	s := f.a.Sentence(f.sent)
	for d := news.TokenID(1); d < reach; d++ {
		for _, k := range [2]news.TokenID{t + d, t - d} {
			if k < s.First || k > s.Last {
				continue
			}
			id := f.usable(f.TimeOf(k))
			if k < t && f.Rel(t) == news.AclRelcl && k < f.Head(t) {
				continue // "Tuesday's test of the arms that he had threatened with"
			}
			if c := f.Child(t, news.Cc); k < c && f.Rel(t) == news.Conj {
				continue // "is due on Monday and will travel on"
			}
			if id != 0 && !f.bareSince(id, t) && !f.heardOf(t, k) && !f.ofAsked(t, k) && f.near(t, k) && (!f.otherVerb(k, t) || f.beforeSpeaker(t, k)) {
				return id
			}
		}
	}
	return 0
}

// heardOf reports whether event t is what word comes of and time k says when that
// comes to somebody: "woke up this morning to news of a raid", which was before.
func (f *finder) heardOf(t, k news.TokenID) bool {
	h := f.Head(t)
	return f.Rel(t) == news.Nmod && f.Marker(t) == "of" && f.lex.in("tidings", f.Lemma(h)) && !f.Within(k, h)
}

// ofAsked reports whether verb t asks for an event and time k is that event's:
// "requested that the council hold consultations at noon".
func (f *finder) ofAsked(t, k news.TokenID) bool {
	asks := func(tr *trigger) bool { return tr.class == "REQUEST" }
	if f.UPOS(t) != news.VERB || !slices.ContainsFunc(f.lex.verbs[f.Lemma(t)], asks) {
		return false
	}
	for h, i := f.Head(k), 0; h != 0 && h != t && i < reach; h, i = f.Head(h), i+1 {
		if f.eventNoun(h) != nil {
			return true
		}
	}
	return false
}

// beforeSpeaker reports whether time k behind t is cut off by a comma from the
// verb of saying that the parser hung it on: "shelled the port early on Saturday,
// the governor said".
func (f *finder) beforeSpeaker(t, k news.TokenID) bool {
	h := f.Head(k)
	for i := 0; h != 0 && i < 4 && f.UPOS(h) != news.VERB; i++ {
		h = f.Head(h)
	}
	if k < t || h < k || !f.lex.in("speech", f.Lemma(h)) {
		return false
	}
	for c := t; c < h; c++ {
		if f.Word(c) == "," {
			return c > k
		}
	}
	return false
}

// otherVerb reports whether k hangs on a verb that does not govern t.
func (f *finder) otherVerb(k, t news.TokenID) bool {
	h := f.Head(k)
	for i := 0; h != 0 && h != t && i < 4; i++ {
		if f.UPOS(h) == news.VERB && !(f.Tag(h).XPOS == news.VBG && f.Head(h) == t) { // "fighting in Lutava killed 31"
			if h < t && t < k && f.UPOS(t) == news.NOUN && f.Within(t, h) && (f.TimeOf(k) != 0 || f.assault(t)) {
				return false // "noted attacks in Lutava in January": not where and when it was noted
			}
			return h != t && (!f.Within(t, h) || f.lex.in("speech", f.Lemma(h)))
		}
		h = f.Head(h)
	}
	return false
}

// setTime is the time in a relative clause of noun t that says when it is set.
func (f *finder) setTime(t news.TokenID) news.TimeID {
	if f.UPOS(t) != news.NOUN {
		return 0
	}
	_, last := f.Extent(t)
	for k := t + 1; k <= last; k++ {
		if r := f.Rel(k); r != news.AclRelcl && r != news.Acl || !f.lex.in("setting", f.Lemma(k)) || f.otherEvent(k, t) {
			continue
		}
		if id := f.timeUnder(k, t); id != 0 {
			return id
		}
		if x := f.Child(k, news.Xcomp); x != 0 {
			if id := f.timeUnder(x, t); id != 0 {
				return id
			}
		}
		if id := f.loneTime(k); id != 0 {
			return id
		}
	}
	return 0
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
