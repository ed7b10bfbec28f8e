package event

import (
	"slices"
	"strings"

	"rapporteur/internal/news"
)

// What stands here tells of a time near an event that it is another word's, so that
// the event does not take it.

// anothers reports whether the time at k, which stands near event t or hangs on it, is
// that of something else: cut off by a semicolon, still to come when the past verb t
// was done, that of what t came after, of what stands joined to it, of an
// aside, or days from t.
func (f *finder) anothers(k, t news.TokenID) bool {
	return f.parted(k, t) || f.tooLate(k, t) || f.behindOther(k, t) || f.aheadOther(k, t) || f.measured(k, t) || f.ofJoined(k, t) || f.inAside(k, t) || f.daysApart(k, t)
}

// parted reports whether a semicolon stands between k and t.
func (f *finder) parted(k, t news.TokenID) bool {
	for i := min(k, t) + 1; i < max(k, t); i++ {
		if f.Word(i) == ";" {
			return true
		}
	}
	return false
}

// tooLate reports whether the time at k begins after the day behind the report's, and
// t is a past verb: "extended the curfew, which was due to end in May, as he [vowed]".
// What was ordered "from Monday" is of Monday, and what was "planned for Monday" too.
func (f *finder) tooLate(k, t news.TokenID) bool {
	if f.Tag(t).XPOS != news.VBD || f.Marker(f.headOfTime(k)) == "from" || f.lex.in("setting", f.Lemma(t)) && f.Child(t, news.Nsubj, news.NsubjPass) == 0 {
		return false
	}
	from, _, ok := f.interval(f.TimeOf(k))
	return ok && !f.a.Day().IsZero() && from.Sub(f.a.Day()) > 1
}

// behindOther reports whether the time at k ends the phrase of an event that t came
// after: "voted for it following the test of May 3". A weekday dates both.
func (f *finder) behindOther(k, t news.TokenID) bool {
	tm := f.a.Time(f.TimeOf(k))
	if tm == nil || k < t || f.UPOS(t) != news.VERB || f.deadly(t) || strings.HasPrefix(tm.Expr.Pick, "XXXX-WXX-") {
		return false
	}
	n := f.TokenAt(tm.Span.Start) - 1
	if u := f.UPOS(n); u == news.ADP {
		n--
	}
	for i := 0; i < 4 && n > t && f.UPOS(n) != news.VERB; i++ {
		h := f.Head(n)
		if f.eventNoun(n) != nil && (f.lex.in("since", f.Marker(n)) || h > t && strings.EqualFold(f.Word(h), "following")) {
			return true
		}
		n = h
	}
	return false
}

// aheadOther reports whether the time at k ends a phrase before verb t that says what event
// t came after: "after a test in May, the council [met]". A weekday dates both.
func (f *finder) aheadOther(k, t news.TokenID) bool {
	tm := f.a.Time(f.TimeOf(k))
	if tm == nil || k > t || f.UPOS(t) != news.VERB || f.deadly(t) || strings.HasPrefix(tm.Expr.Pick, "XXXX-WXX-") {
		return false
	}
	h := f.Head(f.headOfTime(k))
	return h < k && f.Rel(f.headOfTime(k)) == news.Nmod && f.UPOS(h) == news.NOUN && f.eventNoun(h) != nil && f.lex.in("since", f.Marker(h))
}

// measured reports whether the time at k is that of something from which t, outside its
// phrase, was some days away: "two days before the May 3 vote, he [accused] them".
func (f *finder) measured(k, t news.TokenID) bool {
	for i := k - 1; i > 1 && i > k-8; i-- {
		switch l := f.Lemma(i); {
		case l == "after" || l == "before":
			apart := f.lex.in("stretch", f.Lemma(i-1))
			if w := f.a.Time(f.TimeOf(i - 1)); w != nil {
				apart = w.Kind == news.Duration
			}
			return apart && (t < i || t > k)
		case f.UPOS(i) == news.VERB, i == t, f.UPOS(i) == news.PUNCT && f.TimeOf(i) == 0:
			return false
		}
	}
	return false
}

// deadly reports whether verb t can tell of an attack, whose dead are of its day:
// "were killed after a blast on May 3".
func (f *finder) deadly(t news.TokenID) bool {
	for _, tr := range f.lex.verbs[f.Lemma(t)] {
		if tr.class == "ASSAULT" {
			return true
		}
	}
	return false
}

// headOfTime is the token of the time at k that hangs on a word outside it.
func (f *finder) headOfTime(k news.TokenID) news.TokenID {
	id := f.TimeOf(k)
	for i := 0; i < 6 && id != 0 && f.TimeOf(f.Head(k)) == id; i++ {
		k = f.Head(k)
	}
	return k
}

// ofOther reports whether the time at k says which event a noun beside t is: "arrested
// two men over [the April 2] attack". What was done in or by that event was then.
func (f *finder) ofOther(k, t news.TokenID) bool {
	k = f.headOfTime(k)
	switch f.Rel(k) {
	case news.Compound, news.NmodPoss, news.Amod, news.NmodDesc:
	default:
		return false
	}
	h := f.Head(k)
	tr := f.eventNoun(h)
	if tr == nil || h == t || f.Within(t, h) || h == f.Subject(t) {
		return false
	}
	if h == f.Object(t) {
		return !f.light(f.Lemma(t), tr.class)
	}
	return f.Marker(h) != "" && f.lex.in("matter", f.Marker(h))
}

// ofJoined reports whether the time at k is that of a second event, joined to noun t,
// which has a place of its own: "attacks in Prell and the assault on Lutava [in March]".
func (f *finder) ofJoined(k, t news.TokenID) bool {
	for i := t + 1; i < k; i++ {
		if f.UPOS(i) != news.NOUN || f.Rel(i) != news.Conj && f.Child(i, news.Cc) == 0 || f.Lemma(i) == f.Lemma(t) || f.eventNoun(i) == nil || !f.near(i, k) {
			continue
		}
		if d := f.Oblique(i, "in", "on", "at", "near"); d != 0 && !f.placeAt(d).IsZero() || !f.placeUnder(i).IsZero() {
			return true
		}
	}
	return false
}

// inAside reports whether the time at k is that of a relative clause which a comma ends
// before verb t: "the mayor, who was hurt in a bombing last year, [accused] them".
func (f *finder) inAside(k, t news.TokenID) bool {
	if k > t || f.UPOS(t) != news.VERB {
		return false
	}
	end := k
	for end < t && (f.Word(end) != "," || f.TimeOf(end) != 0) {
		end++
	}
	if end == t {
		return false
	}
	verb := false
	for i := k; i > 1 && i > k-reach && f.Word(i) != ";"; i-- {
		switch l := f.Lemma(i); {
		case f.UPOS(i) == news.VERB:
			verb = true
		case l == "who" || l == "whom" || l == "which" || l == "whose":
			return verb && f.Word(i-1) == "," && f.Subject(t) < i
		}
	}
	return false
}

// isMatter reports whether noun t under a preposition is what verb h of a charge, an
// arrest or the like is about, so that it was at another time: "charged her with the
// [murder] of a banker", "protested against the [arrest] of Trask".
func (f *finder) isMatter(t, h news.TokenID) bool {
	m := f.Marker(t)
	if m != "with" && m != "against" && m != "of" && m != "over" && m != "for" {
		return false
	}
	return f.done(t) && slices.ContainsFunc(f.lex.verbs[f.Lemma(h)], func(tr *trigger) bool { return tr.class != "CONSULT" && !f.light(f.Lemma(h), tr.class) })
}

// isTopic reports whether noun t of a deed is what verb h of an act of speech is about:
// "condemned the [attack] at a session on Monday".
func (f *finder) isTopic(t, h news.TokenID) bool {
	if r := f.Rel(t); r != news.Obj && r != news.NsubjPass {
		return false
	}
	tr := f.eventNoun(t)
	return f.done(t) && f.speechVerb(h) && !f.light(f.Lemma(h), tr.class)
}

// done reports whether noun t is one of a deed that is done to somebody.
func (f *finder) done(t news.TokenID) bool {
	tr := f.eventNoun(t)
	return tr != nil && (tr.class == "ASSAULT" || tr.class == "COERCE" || tr.class == "SANCTION" || tr.class == "MOBILIZE")
}

// ofVerb reports whether the time at k is that of the verb whose matter or topic noun t
// is: "protested over the weekend against the arrest".
func (f *finder) ofVerb(k, t news.TokenID) bool {
	h := f.Head(t)
	return f.UPOS(t) == news.NOUN && !f.Within(k, t) && (f.Rel(t) == news.Obl && f.isMatter(t, h) || f.isTopic(t, h))
}

// daysApart reports whether verb t was so long before or after what the time or place at k is of:
// "was found on Monday, two days after he was [abducted]".
func (f *finder) daysApart(k, t news.TokenID) bool {
	m := f.Child(t, news.Mark)
	if l := f.Lemma(m); m < 2 || k > m || l != "after" && l != "before" {
		return false
	}
	if w := f.a.Time(f.TimeOf(m - 1)); w != nil {
		return w.Kind == news.Duration
	}
	return f.lex.in("stretch", f.Lemma(m-1))
}
