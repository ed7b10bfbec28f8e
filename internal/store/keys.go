package store

import (
	"slices"

	"rapporteur/internal/record"
	"rapporteur/internal/text"
)

// keys is what filters look at: the reports and entities that a line belongs
// to, and the days that it tells of itself ("" when it tells of none).
type keys struct {
	reports  []record.ID
	entities []record.ID
	lists    []record.ID // lines that belong to this one: a story's reports, the entities that a report names
	from, to string      // half-open
}

// facet is what filters ask of a report.
type facet struct {
	outlet  string // folded
	day     string
	stories []record.ID
}

// index is every line's keys and every report's facet, in the order of the lines.
type index struct {
	lines  []record.Line
	keys   []keys
	facets map[record.ID]*facet
}

// newIndex works out the keys of every line of a part.
func newIndex(p *record.Part) *index {
	r := p.Lines
	x := &index{facets: map[record.ID]*facet{}}
	at := map[record.ID]int{}
	for l := range r.Lines() {
		at[l.LineID()] = len(x.lines)
		x.lines = append(x.lines, l)
		x.keys = append(x.keys, keysOf(l))
		x.note(l)
	}
	for i := range r.Reports {
		k := &x.keys[at[r.Reports[i].ID]]
		k.lists = p.Names[r.Reports[i].ID]
		k.entities = append(k.entities, k.lists...)
	}
	for i := range r.Differences {
		d := &r.Differences[i]
		if k, ok := at[d.About.ID]; ok {
			own := &x.keys[at[d.ID]]
			own.entities = append(own.entities, x.keys[k].entities...)
		}
	}
	for i := range x.keys {
		x.keys[i].reports = unique(x.keys[i].reports)
		x.keys[i].entities = unique(x.keys[i].entities)
	}
	return x
}

// note takes in what l says of reports as such.
func (x *index) note(l record.Line) {
	switch v := l.(type) {
	case *record.Report:
		x.facets[v.ID] = &facet{outlet: text.Fold(str(v.Outlet)), day: str(v.Published.From)}
	case *record.Story:
		for _, id := range v.Reports {
			if f := x.facets[id]; f != nil {
				f.stories = append(f.stories, v.ID)
			}
		}
	}
}

func unique(ids []record.ID) []record.ID {
	slices.Sort(ids)
	return slices.Compact(ids)
}

// keysOf is what l says of itself.
func keysOf(l record.Line) (k keys) {
	switch v := l.(type) {
	case *record.Report:
		k.reports = append(k.reports, v.ID)
		k.span(&v.Published.Time)
		for _, c := range v.Credits {
			k.entity(c.Entity)
		}
	case *record.Origin:
		k.reports = append(k.reports, v.Reports...)
	case *record.Story:
		k.reports = append(k.reports, v.Reports...)
		k.entities = append(k.entities, v.Entities...)
		k.lists = v.Reports
	case *record.Entity:
		k.reports = append(k.reports, v.Reports...)
		k.entities = append(k.entities, v.ID)
	case *record.TimeLine:
		k.reports = append(k.reports, v.Report)
		k.span(&v.Time)
	case *record.Difference:
		for _, c := range v.Versions {
			k.reports = append(k.reports, c.Reports...)
			k.evidence(c.Evidence)
		}
		if v.About.Type == record.KindEntity {
			k.entity(&v.About.ID)
		}
	default:
		k.statement(l)
	}
	return k
}

// statement is keysOf for what reports say.
func (k *keys) statement(l record.Line) {
	switch v := l.(type) {
	case *record.Quote:
		k.evidence(v.Evidence)
		for _, ver := range v.Versions {
			k.reports = append(k.reports, ver.Report)
		}
		k.party(v.Speaker)
		k.party(v.Addressee)
	case *record.Position:
		k.evidence(v.Evidence)
		k.party(v.Holder)
		k.party(v.SpeaksFor)
		k.party(v.Target)
	case *record.Event:
		k.evidence(v.Evidence)
		for i := range v.Participants {
			k.party(&v.Participants[i].Party)
		}
		k.party(v.Place)
		k.span(v.Time)
	case *record.Figure:
		k.evidence(v.Evidence)
		k.party(v.SaidBy)
	}
}

func (k *keys) evidence(ev []record.Evidence) {
	for _, e := range ev {
		k.reports = append(k.reports, e.Report)
	}
}

func (k *keys) party(p *record.Party) {
	for ; p != nil; p = p.Of {
		k.entity(p.Entity)
	}
}

func (k *keys) entity(id *record.ID) {
	if id != nil {
		k.entities = append(k.entities, *id)
	}
}

func (k *keys) span(t *record.Time) {
	if t != nil && t.From != nil && t.To != nil {
		k.from, k.to = *t.From, *t.To
	}
}

func str(p *string) string {
	if p == nil {
		return ""
	}
	return *p
}
