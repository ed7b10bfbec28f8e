package event

import (
	"slices"

	"rapporteur/internal/news"
)

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
			if id != 0 && (f.anothers(k, t) || f.ofOther(k, t) || f.ofVerb(k, t)) {
				continue
			}
			if id != 0 && k < t && f.beforehand(k, t) {
				continue // "will strike from Monday after a meeting"
			}
			if k < t && f.Rel(t) == news.AclRelcl && k < f.Head(t) {
				continue // "Tuesday's test of the arms that he had threatened with"
			}
			if c := f.Child(t, news.Cc); k < c && f.Rel(t) == news.Conj {
				continue // "is due on Monday and will travel on"
			}
			if id != 0 && !f.bareSince(id, t) && !f.heardOf(t, k) && !f.ofAsked(t, k) && f.near(t, k) && (!f.otherVerb(k, t) || f.beforeSpeaker(t, k) || f.beforeVerb(t, k)) {
				return id
			}
		}
	}
	return 0
}

// beforehand reports whether a preposition between time k of what is to come and event
// t says what t was to that: before or after it, or why.
func (f *finder) beforehand(k, t news.TokenID) bool {
	if !f.ahead(f.TimeOf(k)) {
		return false
	}
	for i := k + 1; i < t; i++ {
		if f.UPOS(i) == news.ADP && f.lex.in("since", f.Lemma(i)) {
			return true
		}
	}
	return false
}

// heardOf reports whether event t is what word comes of and time k says when that
// comes to somebody: "learned at breakfast of a raid", which was before.
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

// beforeVerb reports whether the parser hung time k, which ends the clause of t, on the
// verb that follows: "those held since July [said]". Words with a preposition stand
// behind their verb, or begin a clause.
func (f *finder) beforeVerb(t, k news.TokenID) bool {
	h, tm := f.Head(k), f.a.Time(f.TimeOf(k))
	if tm == nil || k < t || h < k || h > k+4 || f.UPOS(h) != news.VERB || f.Rel(h) == news.Amod {
		return false
	}
	first := f.TokenAt(tm.Span.Start)
	if u := f.UPOS(first - 1); first <= t+1 || u != news.ADP && u != news.SCONJ {
		return false
	}
	for c := t; c < h; c++ {
		if f.Word(c) == "," && f.TimeOf(c) == 0 {
			return false
		}
	}
	return true
}

// otherVerb reports whether k hangs on a verb that does not govern t.
func (f *finder) otherVerb(k, t news.TokenID) bool {
	h := f.Head(k)
	for i := 0; h != 0 && h != t && i < 4; i++ {
		if f.UPOS(h) == news.VERB && !f.asPlanned(h) && !f.asObject(h) && !(f.Tag(h).XPOS == news.VBG && f.Head(h) == t) { // "fighting in Lutava killed 31"
			if h < t && t < k && f.UPOS(t) == news.NOUN && f.Within(t, h) && (f.TimeOf(k) != 0 || f.assault(t)) {
				return false // "noted attacks in Lutava in January": not where and when it was noted
			}
			return h != t && (!f.Within(t, h) || f.lex.in("speech", f.Lemma(h)))
		}
		h = f.Head(h)
	}
	return false
}

// asObject reports whether verb t is the object of another, and so a noun that the tagger
// took for a verb: "will hold [talks] with them in Lutava".
func (f *finder) asObject(t news.TokenID) bool {
	return f.Rel(t) == news.Obj && f.Tag(t).XPOS == news.VBZ && f.Child(t, news.Nsubj, news.Aux, news.Mark) == 0
}

// asPlanned reports whether participle t only says that a plan stands: "will open as
// [scheduled] on Friday".
func (f *finder) asPlanned(t news.TokenID) bool {
	return f.Tag(t).XPOS == news.VBN && f.Lemma(t-1) == "as" && f.lex.in("plan", f.Lemma(t))
}

// lonePlace is the nearest place under a preposition of place with no verb in
// between and on no other verb or event: what a slip of the parser takes away.
func (f *finder) lonePlace(t news.TokenID) news.Party {
	s := f.a.Sentence(f.sent)
	for d := news.TokenID(1); d < reach; d++ {
		for _, k := range [2]news.TokenID{t + d, t - d} {
			if k < s.First || k >= s.Last || !f.lex.in("locative", f.Lemma(k)) || f.UPOS(k) != news.ADP || !f.near(t, k) {
				continue
			}
			at, p := f.placeBehind(k, s.Last)
			if l := f.Lemma(k); (l == "on" || l == "along") && f.isState(p) {
				continue // "sanctions on Varnia"
			}
			if at != 0 && !f.daysApart(at, t) && !f.otherVerb(at, t) && !f.otherEvent(at, t) && !f.aside(at, t, k) {
				return p
			}
		}
	}
	return news.Party{}
}

// aside reports whether k hangs on a noun that is only what the event at t is
// about or goes along with: "briefed on the situation in Lutava", "amid an uproar
// in Varnia".
func (f *finder) aside(k, t, prep news.TokenID) bool {
	h := f.Head(k)
	if h != 0 && h == f.Object(t) && f.onlySpoken(t) {
		return true // "accused the rebels in Lutava"
	}
	if h == 0 || h == t || f.UPOS(h) != news.NOUN || f.TimeOf(h) != 0 || f.is("person", h) || f.lex.in("organ", f.Lemma(h)) || f.Child(h, news.Case) == prep {
		return false
	}
	switch f.Marker(h) {
	case "", "in", "at", "near", "outside", "inside", "along", "around", "during", "with", "to", "from", "off", "over":
		return false
	case "on":
		return !f.lex.in("venue", f.Lemma(h)) && !f.lex.in("place", f.Lemma(h)) && !(f.assault(t) && f.Head(h) == t) // "an attack on a paper in Lutava"
	}
	return true
}

// otherEvent reports whether k hangs on a noun of an event that is not t:
// "condemned the attack in Lutava" was not said in Lutava.
func (f *finder) otherEvent(k, t news.TokenID) bool {
	for i := 0; k != 0 && k != t && i < 5; i++ {
		if k = f.Head(k); k == t || f.UPOS(k) != news.NOUN && f.UPOS(k) != news.PROPN || f.Within(t, k) {
			continue
		}
		if tr := f.eventNoun(k); tr != nil && !(k == f.Object(t) && f.light(f.Lemma(t), tr.class)) { // "carried out [a drill] near Lutava" is one
			return true
		}
	}
	return false
}
