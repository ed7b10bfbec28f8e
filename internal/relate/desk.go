package relate

import (
	"encoding/json"
	"fmt"
	"math"
	"slices"

	"rapporteur/internal/news"
	"rapporteur/internal/record"
	"rapporteur/internal/relate/matter"
)

// Load gives the light analysis of a report.
type Load func(id record.ID) (*news.Analysis, error)

// Desk keeps what relating needs to know of all reports: a card of each, and
// who is named in each matter. It is used by one goroutine at a time.
type Desk struct {
	index     *matter.Index
	keys      map[record.ID]record.ID // matter of each report
	directory *directory
	decided   *decided
	open      map[record.ID]*builder // matters at hand while Take runs
	held      int                    // reports in open
}

// NewDesk knows no report yet.
func NewDesk() *Desk { return newDesk(matter.Largest) }

func newDesk(largest int) *Desk {
	return &Desk{index: matter.NewIndex(largest), keys: map[record.ID]record.ID{}, directory: newDirectory(), decided: &decided{}}
}

// Restore makes a Desk of what was kept: the cards of all reports taken, and
// the State of every part.
func Restore(cards []*matter.Card, states map[record.ID][]byte) (*Desk, error) {
	d := NewDesk()
	for _, c := range cards {
		d.index.Add(c)
	}
	now, _ := d.index.Touched(d.keys)
	for _, m := range now {
		r := &roster{}
		if err := json.Unmarshal(states[m.Key], r); err != nil {
			return nil, fmt.Errorf("who is named beside report %s: %w", m.Key, err)
		}
		d.directory.put(m.Key, r)
	}
	d.directory.settle()
	return d, nil
}

// mostHeld bounds the reports whose analyses are kept at hand between the two
// passes of Take; those of further ones are loaded twice.
const mostHeld = 2000

// Take relates further reports: it yields the parts of the record that are
// other than before, or may be, each once. Cards of known reports change
// nothing. An error leaves the Desk of no use.
func (d *Desk) Take(cards []*matter.Card, load Load, yield func(*record.Part) error) error {
	for _, c := range cards {
		d.index.Add(c)
	}
	for _, together := range d.decided.together() {
		d.index.Bind(together)
	}
	now, was := d.index.Touched(d.keys)
	d.open, d.held = map[record.ID]*builder{}, 0
	touched := map[record.ID]matter.Matter{}
	for _, m := range now {
		touched[m.Key] = m
		if err := d.enlist(m, load); err != nil {
			return err
		}
	}
	for _, key := range was {
		if _, still := touched[key]; !still {
			d.directory.put(key, nil)
			if err := yield(&record.Part{Key: key}); err != nil {
				return err
			}
		}
	}
	return d.lay(touched, load, yield)
}

// enlist draws up who is named in m.
func (d *Desk) enlist(m matter.Matter, load Load) error {
	b, err := d.link(m, load)
	if err != nil {
		return err
	}
	d.directory.put(m.Key, b.people)
	if d.held += len(b.reports); d.held <= mostHeld {
		d.open[m.Key] = b
	}
	return nil
}

func (d *Desk) link(m matter.Matter, load Load) (*builder, error) {
	in := make([]*news.Analysis, len(m.Reports))
	for i, c := range m.Reports {
		a, err := load(c.ID)
		if err != nil {
			return nil, fmt.Errorf("relate report %s: %w", c.ID, err)
		}
		in[i] = a
	}
	return link(m.Key, in, d.index.Furniture, d.decided), nil
}

// lay yields the matters that were touched, those in which an entity has
// another id, and the entities of all of these.
func (d *Desk) lay(touched map[record.ID]matter.Matter, load Load, yield func(*record.Part) error) error {
	s := d.directory.settle()
	for _, id := range s.gone {
		if err := yield(&record.Part{Key: id}); err != nil {
			return err
		}
	}
	for _, key := range s.matters {
		if _, known := touched[key]; !known {
			touched[key] = d.index.Of(key)
		}
	}
	entities := map[string][]string{}
	for _, keys := range s.entities {
		entities[keys[0]] = keys
	}
	for _, key := range sortedKeys(touched) {
		if err := d.layMatter(touched[key], load, yield); err != nil {
			return err
		}
		d.directory.each(d.directory.rosters[key], func(_ place, k string) {
			if first := d.directory.names[k].first; entities[first] == nil {
				entities[first] = d.directory.entity(first)
			}
		})
	}
	for _, first := range sortedKeys(entities) {
		e := d.directory.line(entities[first])
		if err := yield(&record.Part{Key: e.ID, Lines: &record.Record{Entities: []record.Entity{*e}}}); err != nil {
			return err
		}
	}
	return nil
}

func sortedKeys[K ~string, V any](m map[K]V) []K {
	out := make([]K, 0, len(m))
	for k := range m {
		out = append(out, k)
	}
	slices.Sort(out)
	return out
}

// layMatter yields the part of one matter.
func (d *Desk) layMatter(m matter.Matter, load Load, yield func(*record.Part) error) (err error) {
	b := d.open[m.Key]
	if b == nil {
		if b, err = d.link(m, load); err != nil {
			return err
		}
	}
	delete(d.open, m.Key)
	r := d.directory.rosters[m.Key]
	ids := d.directory.ids(r)
	p := &record.Part{Key: m.Key, Lines: b.tellAll(ids), Names: b.names(ids)}
	if p.State, err = json.Marshal(r); err != nil {
		return err
	}
	for i := range r.People {
		if len(r.People[i].Keys) == 0 {
			e := d.directory.layOut([]place{{r, i}}, nil)
			e.ID = ids[i]
			p.Lines.Entities = append(p.Lines.Entities, *e)
		}
	}
	return yield(p)
}

// names are the entities that each report names.
func (b *builder) names(ids []record.ID) map[record.ID][]record.ID {
	out := map[record.ID][]record.ID{}
	for r, of := range b.entity.Of {
		for _, e := range of {
			if e > 0 {
				out[b.ids[r]] = append(out[b.ids[r]], ids[e-1])
			}
		}
		out[b.ids[r]] = compact(out[b.ids[r]])
	}
	return out
}

func round(x float64) float64 { return math.Round(x*1000) / 1000 }
