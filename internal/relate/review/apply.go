package review

import (
	"encoding/json"
	"maps"
	"slices"

	"rapporteur/internal/record"
)

// state is what is decided about one line.
type state struct {
	verdict     *record.Decision   // accept or reject; the last
	corrections []*record.Decision // the last of each field, by time
	others      []record.ID        // merges and splits
}

// take adds the next decision in time.
func (s *state) take(d *record.Decision) {
	switch d.Action {
	case record.ToAccept, record.ToReject:
		s.verdict = d
	case record.ToCorrect:
		if s.verdict != nil && s.verdict.Action == record.ToReject {
			s.verdict = nil // right but for this
		}
		s.corrections = slices.DeleteFunc(s.corrections, func(o *record.Decision) bool { return o.Field == d.Field })
		s.corrections = append(s.corrections, d)
	case record.ToMerge, record.ToSplit:
		s.others = append(s.others, d.ID)
	}
}

func (s *state) rejected() bool {
	return s != nil && s.verdict != nil && s.verdict.Action == record.ToReject
}

// review is the word for it, nil for undecided.
func (s *state) review() *string {
	word := ""
	switch {
	case s.rejected():
		word = record.Rejected
	case len(s.corrections) > 0:
		word = record.Corrected
	case s.verdict != nil:
		word = record.Accepted
	default:
		return nil
	}
	return &word
}

// Targets are all lines that decisions name.
func Targets(ds []record.Decision) (out []record.Target) {
	for i := range ds {
		d := &ds[i]
		out = append(append(out, d.About), d.With...)
		if d.Value != nil {
			who := record.Target{Anchor: record.Anchor{Names: []string{*d.Value}}}
			if d.Entity != nil {
				who.ID = *d.Entity
			}
			out = append(out, who)
		}
	}
	return out
}

// states is what is decided about each line.
func (f *Finder) states(ds []record.Decision) (of map[record.Line]*state, order []record.Line) {
	of = map[record.Line]*state{}
	for i := range ds {
		d := &ds[i]
		if d.Action == record.ToSee {
			continue
		}
		l := f.Line(d.About)
		if l == nil {
			continue
		}
		if of[l] == nil {
			of[l] = &state{}
			order = append(order, l)
		}
		of[l].take(d)
	}
	return of, order
}

// Spoiled says which of lines are rejected, or corrected in what is compared
// with other lines: a figure's value, a position's stance.
func Spoiled(lib *Library, ds []record.Decision, lines []record.Line) map[record.ID]bool {
	f := NewFinder(lib, slices.Values(lines), Targets(ds))
	of, _ := f.states(ds)
	out := map[record.ID]bool{}
	for l, s := range of {
		out[l.LineID()] = s.rejected() || slices.ContainsFunc(s.corrections, func(d *record.Decision) bool {
			return d.Field == "value" || d.Field == "stance"
		})
	}
	return out
}

// Apply lays ds, the decisions in force, over r, the whole record.
func Apply(r *record.Record, lib *Library, ds []record.Decision) {
	entities := func(yield func(*record.Entity) bool) {
		for i := range r.Entities {
			if !yield(&r.Entities[i]) {
				return
			}
		}
	}
	p := NewPeople(lib, entities, ds)
	Lay(r, lib, ds, p)
	if p != nil {
		r.Merged = append(r.Merged, p.merged...)
	}
}

// Lay lays ds over a part of the record that has all lines that they are about,
// but for entities: what is decided of these is p.
func Lay(r *record.Record, lib *Library, ds []record.Decision, p *People) {
	ds = about(ds, false)
	if len(ds) == 0 && p == nil {
		return
	}
	f := NewFinder(lib, r.Lines(), Targets(ds))
	of, order := f.states(ds)
	a := applier{f, r, p}
	for _, l := range order {
		a.lay(l, of[l])
	}
	for i := range r.Entities {
		p.Entity(&r.Entities[i])
	}
	a.fall(of)
	there := map[record.ID]bool{}
	for l := range r.Lines() {
		there[l.LineID()] = true
	}
	r.Merged = append(r.Merged, f.lead(ds, func(id record.ID) bool { return there[id] })...)
}

// applier changes the lines of one record.
type applier struct {
	*Finder
	rec    *record.Record
	people *People
}

// lay writes the state of l into it.
func (a *applier) lay(l record.Line, s *state) {
	v := record.ReviewedOf(l)
	if v == nil {
		return
	}
	v.Review = s.review()
	var in []record.Decision
	if s.verdict != nil {
		in = append(in, *s.verdict)
	}
	for _, d := range s.corrections {
		if c, ok := a.correct(l, d); ok {
			v.Corrections = append(v.Corrections, c)
		}
		in = append(in, *d)
	}
	slices.SortFunc(in, func(x, y record.Decision) int { return x.Compare(&y) })
	for i := range in {
		v.Decisions = append(v.Decisions, in[i].ID)
	}
	v.Decisions = append(v.Decisions, s.others...)
}

// fall takes away what leans on a rejected line: differences about it, and
// what names a rejected entity.
func (a *applier) fall(of map[record.Line]*state) {
	gone := map[record.ID]bool{}
	if a.people != nil {
		maps.Copy(gone, a.people.gone)
	}
	for l, s := range of {
		if s.rejected() {
			gone[l.LineID()] = true
		}
	}
	if len(gone) == 0 {
		return
	}
	a.rec.Differences = slices.DeleteFunc(a.rec.Differences, func(d record.Difference) bool { return gone[d.About.ID] })
	forget(a.rec, gone)
}

// lead are the ids that merges among ds took away, with where they lead.
func (f *Finder) lead(ds []record.Decision, there func(record.ID) bool) (out []record.Merged) {
	led := map[record.ID]bool{}
	for i := range ds {
		d := &ds[i]
		if d.Action != record.ToMerge {
			continue
		}
		for _, t := range append([]record.Target{d.About}, d.With...) {
			if l := f.Line(t); l != nil && !there(t.ID) && !led[t.ID] {
				led[t.ID] = true
				out = append(out, record.Merged{Type: record.KindMerged, ID: t.ID, Into: l.LineID(), Decision: d.ID})
			}
		}
	}
	return out
}

// found is a field as it was, for a Correction.
func found(v any) json.RawMessage {
	b, err := json.Marshal(v)
	if err != nil {
		return json.RawMessage("null") // a field of a line is always JSON
	}
	return b
}
