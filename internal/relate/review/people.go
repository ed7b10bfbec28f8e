package review

import (
	"iter"
	"slices"

	"rapporteur/internal/record"
	"rapporteur/internal/text"
)

// People is what is decided about entities: in which state each is, whom
// corrections of statements mean, and where ids lead that a merge took away.
// Nil says that nothing is.
type People struct {
	of     map[record.ID]*state
	gone   map[record.ID]bool      // rejected
	meant  map[record.ID]record.ID // by decision: the entity that its value names
	merged []record.Merged
}

// OfPeople reports whether a decision is about an entity or names one.
func OfPeople(d *record.Decision) bool {
	return d.Action != record.ToSee && (d.About.Type == record.KindEntity || d.Entity != nil)
}

// Asked are the names, folded (text.Fold), and the ids of whom ds may mean.
func Asked(ds []record.Decision) (names map[string]bool, ids map[record.ID]bool) {
	names, ids = map[string]bool{}, map[record.ID]bool{}
	for i := range ds {
		if !OfPeople(&ds[i]) {
			continue
		}
		for _, t := range Targets(ds[i : i+1]) {
			if t.Type == record.KindEntity || t.Type == "" {
				ids[t.ID] = true
				for _, n := range t.Names {
					names[text.Fold(n)] = true
				}
			}
		}
	}
	return names, ids
}

// NewPeople works out what ds, the decisions in force, say of entities: all
// those at least that have a name or an id that they ask for.
func NewPeople(lib *Library, entities iter.Seq[*record.Entity], ds []record.Decision) *People {
	ds = slices.DeleteFunc(slices.Clone(ds), func(d record.Decision) bool { return !OfPeople(&d) })
	if len(ds) == 0 {
		return nil
	}
	lines := func(yield func(record.Line) bool) {
		entities(func(e *record.Entity) bool { return yield(e) })
	}
	f := NewFinder(lib, lines, Targets(ds))
	p := &People{of: map[record.ID]*state{}, gone: map[record.ID]bool{}, meant: map[record.ID]record.ID{}}
	of, _ := f.states(about(ds, true))
	for l, s := range of {
		p.of[l.LineID()] = s
		if s.rejected() {
			p.gone[l.LineID()] = true
		}
	}
	for i := range ds {
		if e := f.meant(&ds[i]); e != nil {
			p.meant[ds[i].ID] = e.ID
		}
	}
	p.merged = f.lead(about(ds, true), func(id record.ID) bool { return f.byID[id] != nil })
	return p
}

// about are those of ds that are about entities, or those about other lines.
func about(ds []record.Decision, entities bool) []record.Decision {
	return slices.DeleteFunc(slices.Clone(ds), func(d record.Decision) bool { return (d.About.Type == record.KindEntity) != entities })
}

// meant is the entity that the value of d names, nil for none.
func (f *Finder) meant(d *record.Decision) *record.Entity {
	if d.Entity == nil || d.Value == nil {
		return nil
	}
	if e, ok := f.byID[*d.Entity].(*record.Entity); ok {
		return e
	}
	return f.Named(*d.Value)
}

// Merged are the ids that merges of entities took away, by decision.
func (p *People) Merged() map[record.ID][]record.Merged {
	out := map[record.ID][]record.Merged{}
	if p != nil {
		for _, m := range p.merged {
			out[m.Decision] = append(out[m.Decision], m)
		}
	}
	return out
}

// Decided are the entities about which something is decided.
func (p *People) Decided() (out []record.ID) {
	if p != nil {
		for id := range p.of {
			out = append(out, id)
		}
	}
	slices.Sort(out)
	return out
}

// Lines reports whether the line of an entity is another by p than by o; Names
// whether lines that name it are.
func (p *People) Lines(o *People, id record.ID) bool { return !slices.Equal(p.by(id), o.by(id)) }

// Names reports whether lines that name an entity are others by p than by o.
func (p *People) Names(o *People, id record.ID) bool { return p.rejected(id) != o.rejected(id) }

// Means reports whether a correction means another by p than by o.
func (p *People) Means(o *People, decision record.ID) bool {
	return p.named(decision) != o.named(decision)
}

func (p *People) named(decision record.ID) record.ID {
	if p == nil {
		return ""
	}
	return p.meant[decision]
}

func (p *People) rejected(id record.ID) bool { return p != nil && p.gone[id] }

// by are the decisions that make the state of an entity.
func (p *People) by(id record.ID) (out []record.ID) {
	if p == nil || p.of[id] == nil {
		return nil
	}
	s := p.of[id]
	if s.verdict != nil {
		out = append(out, s.verdict.ID)
	}
	for _, d := range s.corrections {
		out = append(out, d.ID)
	}
	return append(append(out, ""), s.others...)
}

// Entity lays what is decided over the line of an entity.
func (p *People) Entity(e *record.Entity) {
	if p == nil {
		return
	}
	if s := p.of[e.ID]; s != nil {
		a := applier{people: p}
		a.lay(e, s)
	}
	for i := range e.Offices {
		forgetParty(e.Offices[i].Of, p.gone)
	}
}
