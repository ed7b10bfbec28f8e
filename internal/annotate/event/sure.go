package event

import (
	"slices"

	"rapporteur/internal/news"
	"rapporteur/internal/text"
)

// confidence grades a candidate by what is known of it: docs/quality.md says
// what share of each grade reading found right.
func (f *finder) confidence(c *candidate) float32 {
	named, political := 0, false
	for _, p := range c.Participants {
		if p.Chain != 0 && f.identified(p.Party) {
			named++
			political = political || f.political(p.Chain)
		}
	}
	grade := float32(0.55)
	switch {
	case named >= 2:
		grade = 0.85
	case named == 1 && (c.Time != 0 || !c.Place.IsZero()):
		grade = 0.75
	case named == 1:
		grade = 0.65
	}
	if !political {
		grade -= 0.2
	}
	if c.Status == news.Possible || f.quoted(c.Trigger) {
		grade -= 0.15
	}
	if c.Status == "" {
		grade -= 0.3
		if c.Class == "ASSAULT" {
			grade -= 0.1 // a war that is spoken of
		}
	}
	if c.adopted {
		grade -= 0.2
	}
	if f.lex.in("verbal", c.Class) && !c.trigger.noun && !f.doer(c) {
		grade -= 0.2 // nobody says it
	}
	return max(grade, 0.05)
}

// onDay reports whether a time is a day or part of one.
func (f *finder) onDay(id news.TimeID) bool {
	from, to, ok := f.interval(id)
	return ok && to.Sub(from) == 1
}

// identified reports whether a party is more than a noun: it has a name, belongs
// to somebody who has one, or is a public body.
func (f *finder) identified(p news.Party) bool {
	c := f.a.Chain(p.Chain)
	return c.Named || c.Of != 0 || p.Of != 0 || len(c.Offices) > 0 || f.lex.in("organ", f.Lemma(f.headOf(p)))
}

// political reports whether a chain is a state, a body, a group, or somebody
// with an office or of a side: whose acts are news of the kind kept here.
func (f *finder) political(id news.ChainID) bool {
	c := f.a.Chain(id)
	return c.Kind != "" && c.Kind != news.Person || len(c.Offices) > 0 || c.Of != 0
}

// quoted reports whether s stands inside direct speech.
func (f *finder) quoted(s text.Span) bool {
	for i := range f.a.Quotes {
		q := &f.a.Quotes[i]
		if q.Form == news.Direct && slices.ContainsFunc(q.Parts, func(p text.Span) bool { return p.Contains(s) }) {
			return true
		}
	}
	return false
}
