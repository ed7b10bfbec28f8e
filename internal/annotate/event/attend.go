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
	who := f.Subject(t)
	if h := f.Head(t); who == 0 && h < t && f.Child(t, news.Cop) != 0 {
		who = h // "[the minister] is due", hung on him
	}
	if who == 0 && f.Lemma(t-1) == "be" {
		who = f.nounBefore(t)
	}
	f.comes(t, who, "due", news.Planned, place, when)
}

// expected makes a visit of verb t by which somebody is awaited somewhere on a day: "envoys
// are expected in Lutava on Monday".
func (f *finder) expected(t news.TokenID) {
	if f.Lemma(t) != "expect" || !f.Passive(t) || f.Negated(t) || f.Agent(t) != 0 || f.Child(t, news.Xcomp, news.Ccomp) != 0 || f.Oblique(t, "in", "at") == 0 {
		return
	}
	if place, when := f.placeUnder(t), f.timeUnder(t, t); !place.IsZero() && f.ahead(when) {
		f.comes(t, f.Subject(t), "expect", news.Planned, place, when)
	}
}

// stays makes a visit of place t that somebody in public life was or will be in on a day:
// "the president was in [Lutava] on Friday".
func (f *finder) stays(t news.TokenID) {
	be := f.Child(t, news.Cop)
	m := f.Marker(t)
	if be == 0 || m != "in" && m != "at" || f.Negated(t) || f.conditional(t) {
		return
	}
	place, when, who := f.placeAt(t), f.timeUnder(t, t), f.Subject(t)
	if h := f.Head(t); who == 0 && h < be {
		who = h // hung on him who stays
	}
	if place.IsZero() || !f.onDay(when) || !f.is("traveller", who) || f.UPOS(who) == news.PRON {
		return
	}
	switch {
	case f.Modal(t) == "will" && f.ahead(when):
		f.comes(t, who, "stay", news.Planned, place, when)
	case f.Tag(be).XPOS == news.VBD && f.Modal(t) == "" && !f.ahead(when):
		f.comes(t, who, "stay", news.Held, place, when)
	}
}

// comes adds that who comes to place on the day when, as the word at t tells.
func (f *finder) comes(t, who news.TokenID, label string, status news.Status, place news.Party, when news.TimeID) {
	p := parties{f: f}
	p.add(f.joined(who), news.Actor)
	c := candidate{token: t, trigger: &trigger{lemma: label, class: "CONSULT", mode: "visit", frame: act}}
	c.Class, c.Mode, c.Label, c.Status, c.Sentence, c.Trigger, c.Rule = "CONSULT", "visit", label, status, f.sent, f.Span(t), "event/"+label
	c.Participants, c.Place, c.Time = p.out, place, when
	if ch := f.a.Chain(firstChain(p.out)); ch != nil && (ch.Kind == news.Person || label != "due" && ch.Kind == news.State && len(p.out) > 1 || label == "expect" && ch.Kind == news.Group) {
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
