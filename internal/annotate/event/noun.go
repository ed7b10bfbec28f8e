package event

import (
	"slices"

	"rapporteur/internal/annotate/lex"
	"rapporteur/internal/news"
)

// isDefinite reports whether noun t speaks of something known: "the talks",
// "that meeting", "their call".
func (f *finder) isDefinite(t news.TokenID) bool {
	for k := f.Kid(t); k != 0; k = f.Next(k) {
		switch f.Lemma(k) {
		case "the", "this", "that", "these", "those":
			return f.Rel(k) == news.Det
		}
	}
	return f.Child(t, news.NmodPoss) != 0
}

// isFresh reports whether noun t introduces something: an indefinite article,
// a number, or a bare plural.
func (f *finder) isFresh(t news.TokenID) bool {
	for k := f.Kid(t); k != 0; k = f.Next(k) {
		switch f.Rel(k) {
		case news.Det:
			l := f.Lemma(k)
			return l == "a" || l == "an" || l == "another" || l == "some"
		case news.Nummod:
			return true
		case news.NmodPoss:
			return false
		}
	}
	return f.Tag(t).XPOS == news.NNS
}

// modeOf refines the mode by what stands beside the trigger.
func (f *finder) modeOf(c *candidate) string {
	if c.Class != "CONSULT" || c.Mode != "" {
		return c.Mode
	}
	for k := f.Kid(c.token); k != 0; k = f.Next(k) {
		switch f.Lemma(k) {
		case "phone", "telephone", "video", "virtual", "call":
			return "phone"
		}
	}
	if c.Label == "summit" || c.Label == "conference" || len(c.Participants) > 3 || slices.ContainsFunc(c.Participants, f.ofStates) {
		return "multilateral"
	}
	return ""
}

// ofStates reports whether a participant is an organization of states or one of
// its organs, whose meetings are of many.
func (f *finder) ofStates(p news.Participant) bool {
	c := f.a.Chain(p.Chain)
	if c == nil || c.Kind != news.Organization {
		return false
	}
	e := lex.Default().Lookup(c.Name)
	return e != nil && e.Class == lex.IGO
}

// private reports whether an event tells of persons where it would be one of
// crowds or forces: a candidate's rally, a battle between two candidates, a call
// with analysts.
func (f *finder) private(c *candidate) bool {
	if !c.trigger.noun && (c.Class != "ASSAULT" || len(c.Participants) < 2) {
		return false
	}
	if k := f.Oblique(c.token, "with", "to"); c.Class == "CONSULT" && k != 0 && f.lex.in("audience", f.Lemma(k)) {
		return true
	}
	if c.Label != "rally" && (c.Class != "ASSAULT" || c.trigger.frame != mutual) || len(c.Participants) == 0 {
		return false
	}
	return !slices.ContainsFunc(c.Participants, func(p news.Participant) bool {
		ch := f.a.Chain(p.Chain)
		return ch == nil || ch.Kind != news.Person || !ch.Named || ch.Plural
	})
}

// batch is the noun of number that noun t is counted by, or t itself: "a second
// [round] of sanctions".
func (f *finder) batch(t news.TokenID) news.TokenID {
	for i := 0; i < 3; i++ {
		h := f.Head(t)
		if f.Rel(t) != news.Nmod || f.Marker(t) != "of" || !f.lex.in("amount", f.Lemma(h)) && !f.lex.in("batch", f.Lemma(h)) {
			break
		}
		t = h
	}
	return t
}

// ofWhat reports whether noun t is one of an event only without the "of" behind it:
// "a demonstration of unity", "the execution of a plan".
func (f *finder) ofWhat(t news.TokenID) bool {
	k := f.Oblique(t, "of")
	return k != 0 && f.lex.in("showing", f.Lemma(t)) && !f.is("crowd", k) && !f.is("person", k)
}

// forShow reports whether noun t is a meeting with the press or a journey of entertainers:
// "a news conference", "his farewell tour".
func (f *finder) forShow(t news.TokenID) bool {
	switch f.Lemma(t) {
	case "conference":
		return f.modifiedBy(t, "pressmeet")
	case "tour", "trip":
		return f.modifiedBy(t, "showtour")
	}
	return false
}

// ofBureau reports whether noun t only says what a body is for: "the investigation
// department", "a negotiation team".
func (f *finder) ofBureau(t news.TokenID) bool {
	if f.Lemma(t) == "riot" && f.lex.in("riotous", f.Lemma(t+1)) {
		return true // "riot police", wherever the parser hung it
	}
	return f.Rel(t) == news.Compound && f.Head(t) == t+1 && f.lex.in("bureau", f.Lemma(t+1))
}

// unbatched is the noun that t counts: "measures" of "a set of measures", or t itself.
func (f *finder) unbatched(t news.TokenID) news.TokenID {
	for i := 0; i < 3 && (f.lex.in("amount", f.Lemma(t)) || f.lex.in("batch", f.Lemma(t))); i++ {
		k := f.Oblique(t, "of")
		if k == 0 {
			break
		}
		t = k
	}
	return t
}

// attends reports whether verb g, with lemma, says who comes to an event.
func (f *finder) attends(g news.TokenID, lemma string) bool {
	return f.lex.in("attend", lemma) || lemma == "take" && f.HasWord(g, "part")
}
