package event

import (
	"slices"

	"rapporteur/internal/news"
)

// attendance makes a candidate of a verb that says who comes to an event told
// of before: "will also attend", "is expected to take part".
func (f *finder) attendance(t news.TokenID) {
	lemma := f.Lemma(t)
	switch {
	case lemma == "attend" && f.eventNoun(f.Object(t)) == nil:
	case lemma == "participate" && f.Child(t, news.Obl) == 0:
	case lemma == "take" && f.HasWord(t, "part") && f.Child(f.Object(t), news.Nmod) == 0 && f.Child(t, news.Obl) == 0:
	case (lemma == "lead" || lemma == "head") && f.anyDelegation(f.sufferers(t)):
	default:
		return
	}
	tr := &trigger{lemma: "attend", class: "CONSULT", frame: act}
	st, ok := f.status(t, tr)
	if !ok {
		return
	}
	c := candidate{token: t, trigger: tr, joins: true, definite: true}
	c.Class, c.Label, c.Status, c.Sentence, c.Trigger, c.Rule = "CONSULT", "attend", st, f.sent, f.Span(t), "event/attend"
	p := parties{f: f}
	p.add(f.doers(t), news.Actor)
	if f.Passive(t) && lemma != "attend" { // "the Varnian delegation will be led by him"
		p.add(f.sufferers(t), news.Actor)
	}
	c.Participants, c.Time = p.out, f.timeOf(t)
	if f.anyNamed(c.Participants) {
		f.settle(&c)
		f.out = append(f.out, c)
	}
}

// anyDelegation reports whether one of the nouns is a delegation.
func (f *finder) anyDelegation(ts []news.TokenID) bool {
	return slices.ContainsFunc(ts, func(t news.TokenID) bool { return f.Lemma(t) == "delegation" })
}

// due makes a candidate of "due in Lutava on Monday": a visit to come.
func (f *finder) due(t news.TokenID) {
	if f.Lemma(t) != "due" || f.Negated(t) {
		return
	}
	place, when := f.placeUnder(t), f.timeUnder(t, t)
	if place.IsZero() || when == 0 || f.Oblique(t, "in", "at") == 0 {
		return
	}
	p := parties{f: f}
	who := f.Subject(t)
	if h := f.Head(t); who == 0 && h < t && f.Child(t, news.Cop) != 0 {
		who = h // "[the minister] is due", hung on him
	}
	if who == 0 && f.Lemma(t-1) == "be" {
		who = f.nounBefore(t)
	}
	p.add(f.joined(who), news.Actor)
	c := candidate{token: t, trigger: &trigger{lemma: "due", class: "CONSULT", mode: "visit", frame: act}}
	c.Class, c.Mode, c.Label, c.Status, c.Sentence, c.Trigger, c.Rule = "CONSULT", "visit", "due", news.Planned, f.sent, f.Span(t), "event/due"
	c.Participants, c.Place, c.Time = p.out, place, when
	if ch := f.a.Chain(firstChain(p.out)); ch != nil && ch.Kind == news.Person {
		f.settle(&c)
		f.out = append(f.out, c)
	}
}

func firstChain(ps []news.Participant) news.ChainID {
	if len(ps) == 0 {
		return 0
	}
	return ps[0].Chain
}
