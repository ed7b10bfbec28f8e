// Package reconcile brings together what several reports say of one thing:
// one utterance, one event, one position, one figure, each with its support
// counted in origins; and it says where the reports of one thing differ.
//
//	report 1: "Orlen will fly on Monday," Vask said.    one quote, two versions,
//	report 2: Orlen is to fly Monday, according to Vask one difference (wording)
//
// In go the frozen analyses and what the earlier steps found out about them (a
// View); out come lines of the record. It decides nothing about who is who,
// who copied whom or which reports tell one story, and it rewrites nothing.
package reconcile

import (
	"rapporteur/internal/news"
	"rapporteur/internal/record"
	"rapporteur/internal/text"
)

// View is what the earlier steps found out, laid over the frozen analyses. All
// slices run parallel to Reports, which is in the one canonical order.
type View struct {
	Reports    []*news.Analysis
	IDs        []record.ID
	Days       []news.Day // publication day, given or estimated; zero when unknown
	Story      []int32    // number of the report's story; -1 for none
	Affair     []int32    // number of the first of the stories that continue one another
	Values     [][]string // TIMEX3 value of each time of each report; "" unknown
	Entity     [][]int32  // [report][chain-1] is 1 + the place in Entities; 0 for none
	EntityName []string
	EntityKind []news.Kind
	EntityID   []record.ID      // of each entity
	Canon      map[string]int32 // lexicon key -> 1 + place in EntityID
	Origin     func(report int32, at text.Span) record.ID
	Review     Review
	relays     *relays // set by Reconcile
}

// member names one element of one layer: the report's number and the element's
// place in the layer, both from 0.
type member struct{ report, index int32 }

// entity is the entity behind a chain, 0 for none.
func (v *View) entity(report int32, c news.ChainID) int32 {
	if c < 1 || int(c) > len(v.Entity[report]) {
		return 0
	}
	return v.Entity[report][c-1]
}

// party is p as the record shows it, nil when p is unknown.
func (v *View) party(report int32, p news.Party) *record.Party {
	if p.IsZero() {
		return nil
	}
	a := v.Reports[report]
	out := &record.Party{Text: p.Span.Of(a.Doc.Text), Anonymous: p.Anonymous}
	if e := v.entity(report, p.Chain); e > 0 && !p.Anonymous {
		out.Entity = &v.EntityID[e-1]
	}
	if c := a.Chain(p.Chain); c != nil {
		if out.Text == "" {
			out.Text = c.Name
		}
		if !c.Named && p.Of == 0 && out.Entity == nil {
			p.Of = c.Of
		}
	}
	if p.Of != 0 {
		out.Of = v.chainParty(report, p.Of)
	}
	if out.Text == "" && out.Entity == nil {
		return nil
	}
	return out
}

// chainParty is the Party for a bare chain, named in its own words.
func (v *View) chainParty(report int32, id news.ChainID) *record.Party {
	c := v.Reports[report].Chain(id)
	if c == nil || c.Name == "" {
		return nil
	}
	out := &record.Party{Text: c.Name}
	if e := v.entity(report, id); e > 0 {
		out.Entity = &v.EntityID[e-1]
	}
	return out
}

// NamedParty is the Party for a body that a report names without a chain.
func (v *View) NamedParty(report int32, chain news.ChainID, name string) *record.Party {
	if p := v.chainParty(report, chain); p != nil {
		return p
	}
	if name == "" {
		return nil
	}
	out := &record.Party{Text: name}
	if e := v.Canon[name]; e > 0 {
		out.Entity = &v.EntityID[e-1]
	}
	return out
}

// Place is the place in Entities of the body that NamedParty gives, from 1; 0
// where that is no entity.
func (v *View) Place(report int32, chain news.ChainID, name string) int32 {
	if v.chainParty(report, chain) != nil {
		return v.entity(report, chain)
	}
	return v.Canon[name]
}

// Time is the record's Time of a time expression, nil for none.
func (v *View) Time(report int32, id news.TimeID) *record.Time {
	a := v.Reports[report]
	t := a.Time(id)
	if t == nil {
		return nil
	}
	out := TimeOf(v.Values[report][id-1])
	out.Phrase = pointer(t.Span.Of(a.Doc.Text))
	out.Approximate = pointer(t.Approximate)
	if *orEmpty(out.Value) != "" && t.At(news.Day{}, a.Times) == "" {
		out.Anchor = pointer(v.Days[report].String())
	}
	return &out
}

// TimeOf lays out a TIMEX3 value with its interval and precision.
func TimeOf(value string) record.Time {
	t := record.Time{Value: pointer(value), Precision: "unknown"}
	if from, to, precision, ok := news.Interval(value); ok {
		t.From, t.To, t.Precision = pointer(from.String()), pointer(to.String()), precision
	}
	return t
}

func orEmpty(s *string) *string {
	if s == nil {
		return new(string)
	}
	return s
}

func pointer(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}
