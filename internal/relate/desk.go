package relate

import (
	"context"
	"fmt"
	"math"
	"runtime"
	"slices"

	"rapporteur/internal/news"
	"rapporteur/internal/par"
	"rapporteur/internal/record"
	"rapporteur/internal/relate/matter"
)

// Load gives the light analysis of a report; several may be asked for at once.
type Load func(id record.ID) (*news.Analysis, error)

// Desk keeps what relating needs to know of all reports: a card of each, and
// who is named in each matter. It is used by one goroutine at a time.
type Desk struct {
	Workers   int // matters that Take works out at once; 0: one
	index     *matter.Index
	keys      map[record.ID]record.ID // matter of each report
	directory *directory
	decided   *decided
	judged    judged
	open      map[record.ID]*builder // matters at hand while Take runs
	large     *builder               // the largest of them
	held      int                    // reports of the others
}

// NewDesk knows no report yet.
func NewDesk() *Desk { return newDesk(matter.Largest) }

func newDesk(largest int) *Desk {
	return &Desk{index: matter.NewIndex(largest), keys: map[record.ID]record.ID{}, directory: newDirectory(), decided: &decided{}}
}

// Len is the number of reports on the desk.
func (d *Desk) Len() int { return d.index.Len() }

// Add puts the card of a further report on the desk, for Take. A known one
// changes nothing.
func (d *Desk) Add(c *matter.Card) { d.index.Add(c) }

// Touch has the matter of a report made again by the next Take.
func (d *Desk) Touch(id record.ID) { d.index.Touch(id) }

// Kept is what Restore makes a Desk of.
type Kept struct {
	Cards  [][]byte             // packed, of all reports taken
	States map[record.ID][]byte // State of every part
	Ruled  []record.Decision    // those that the parts are made of
}

// Restore makes a Desk of what was kept. It lets go of it as it takes it up. ds
// are the decisions in force; those that were not then, and those that are no
// more, are for Rule.
func Restore(ctx context.Context, kept Kept, ds []record.Decision, load Load) (*Desk, error) {
	d := NewDesk()
	d.Workers = runtime.GOMAXPROCS(0)
	unpack := func(packed *[]byte) (*matter.Card, error) {
		b := *packed
		*packed = nil
		return matter.Unpack(b)
	}
	err := inOrder(ctx, d, pointers(kept.Cards), unpack, func(c *matter.Card) error { d.Add(c); return nil })
	if err != nil {
		return nil, err
	}
	if err := d.resume(kept.Ruled, ds, load); err != nil {
		return nil, err
	}
	now, _ := d.index.Touched(d.keys)
	for _, m := range now {
		r, there := kept.States[m.Key]
		if !there { // parted from another, when a merge was taken back
			d.index.Touch(m.Key)
			continue
		}
		if !folio(r).sound() {
			return nil, fmt.Errorf("who is named beside report %s cannot be read", m.Key)
		}
		d.directory.put(m.Key, folio(r))
		delete(kept.States, m.Key)
	}
	d.directory.settle()
	if err := d.remember(kept.Ruled, load); err != nil {
		return nil, err
	}
	d.touch(without(kept.Ruled, d.decided.decisions))
	return d, nil
}

// remember works out what was decided about entities when the parts were made.
func (d *Desk) remember(ruled []record.Decision, load Load) error {
	was, err := d.locals(ruled, load)
	if err != nil {
		return err
	}
	now := d.decided
	d.decided = was
	d.directory.watchFor(was.decisions)
	d.judged = d.judge()
	d.decided = now
	d.directory.watchFor(now.decisions)
	return nil
}

// resume takes in those decisions of before that are still in force.
func (d *Desk) resume(was, ds []record.Decision, load Load) (err error) {
	if d.decided, err = d.locals(without(ds, without(ds, was)), load); err != nil {
		return err
	}
	for _, ids := range d.decided.together() {
		d.index.Bind(ids)
	}
	return nil
}

func pointers[T any](list []T) []*T {
	out := make([]*T, len(list))
	for i := range list {
		out[i] = &list[i]
	}
	return out
}

// mostHeld bounds the reports whose analyses are kept at hand between the two
// passes of Take, beside those of the largest matter, which is at hand as a whole
// in each of them; those of further ones are loaded twice.
const mostHeld = 600

// Take relates the reports that were added: it yields the parts of the record
// that are other than before, or may be, each once. While yield has one, the
// next are worked out. An error leaves the Desk of no use.
func (d *Desk) Take(load Load, yield func(*record.Part) error) error {
	now, was := d.index.Touched(d.keys)
	touched := map[record.ID]matter.Matter{}
	for _, m := range now {
		touched[m.Key] = m
	}
	if err := d.enlist(now, load); err != nil {
		return err
	}
	for _, key := range was {
		if _, still := touched[key]; !still {
			d.directory.put(key, "")
			if err := yield(&record.Part{Key: key}); err != nil {
				return err
			}
		}
	}
	return d.lay(touched, load, yield)
}

// inOrder calls f on each of a list, several at once, and then hands on what it
// gives, in the order of the list.
func inOrder[T, R any](ctx context.Context, d *Desk, list []T, f func(T) (R, error), then func(R) error) error {
	in := func(yield func(T, error) bool) {
		for _, x := range list {
			if !yield(x, nil) {
				return
			}
		}
	}
	for r, err := range par.Map(ctx, d.Workers, in, f) {
		if err == nil {
			err = then(r)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// enlist draws up who is named in each matter.
func (d *Desk) enlist(all []matter.Matter, load Load) error {
	d.open, d.large, d.held = map[record.ID]*builder{}, nil, 0
	return inOrder(context.Background(), d, all, func(m matter.Matter) (*builder, error) { return d.link(m, load) }, func(b *builder) error {
		d.directory.put(b.matter, b.people.pack())
		d.hold(b)
		return nil
	})
}

// hold keeps a matter at hand, or the larger of it and the largest.
func (d *Desk) hold(b *builder) {
	if d.large == nil || len(b.reports) > len(d.large.reports) {
		b, d.large = d.large, b
		d.open[d.large.matter] = d.large
	}
	if b == nil {
		return
	}
	delete(d.open, b.matter)
	if d.held+len(b.reports) <= mostHeld {
		d.held += len(b.reports)
		d.open[b.matter] = b
	}
}

func (d *Desk) link(m matter.Matter, load Load) (*builder, error) {
	in := make([]*news.Analysis, 0, len(m.Reports))
	get := func(c *matter.Card) (*news.Analysis, error) {
		a, err := load(c.ID)
		if err != nil {
			return nil, fmt.Errorf("relate report %s: %w", c.ID, err)
		}
		return a, nil
	}
	err := inOrder(context.Background(), d, m.Reports, get, func(a *news.Analysis) error { in = append(in, a); return nil })
	if err != nil {
		return nil, err
	}
	return link(m.Key, in, d.index.Furniture, d.decided), nil
}

// lay yields the matters that were touched, those in which an entity has
// another id, and the entities of all of these.
func (d *Desk) lay(touched map[record.ID]matter.Matter, load Load, yield func(*record.Part) error) error {
	s, was := d.directory.settle(), d.judged.People
	d.rejudge(&s)
	if err := d.layMerged(was, yield); err != nil {
		return err
	}
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
	keys := sortedKeys(touched)
	d.large = nil
	tasks := make([]*task, len(keys))
	for i, key := range keys {
		tasks[i] = &task{touched[key], d.open[key]}
		delete(d.open, key)
	}
	err := inOrder(context.Background(), d, tasks, func(t *task) (*record.Part, error) { return d.layMatter(t, load) }, yield)
	if err != nil {
		return err
	}
	layEntity := func(keys []string) (*record.Part, error) {
		e := d.directory.line(keys)
		d.judged.Entity(e)
		return &record.Part{Key: e.ID, Lines: &record.Record{Entities: []record.Entity{*e}}}, nil
	}
	return inOrder(context.Background(), d, d.named(keys, s.entities), layEntity, yield)
}

// named are the entities that matters name, and those of settled, in order,
// each by its keys.
func (d *Desk) named(matters []record.ID, settled [][]string) (out [][]string) {
	entities := map[string][]string{}
	for _, keys := range settled {
		entities[keys[0]] = keys
	}
	for _, m := range matters {
		d.directory.each(d.directory.rosters[m], func(e entry) {
			if first := d.directory.names[e.key].first; entities[first] == nil {
				entities[first] = d.directory.entity(first)
			}
		})
	}
	for _, first := range sortedKeys(entities) {
		out = append(out, entities[first])
	}
	return out
}

func sortedKeys[K ~string, V any](m map[K]V) []K {
	out := make([]K, 0, len(m))
	for k := range m {
		out = append(out, k)
	}
	slices.Sort(out)
	return out
}

// task is a matter to be laid out; b is nil where it is to be linked again.
type task struct {
	matter.Matter
	b *builder
}

// layMatter makes the part of one matter.
func (d *Desk) layMatter(t *task, load Load) (_ *record.Part, err error) {
	b := t.b
	t.b = nil // not to be held until all are laid out
	if b == nil {
		if b, err = d.link(t.Matter, load); err != nil {
			return nil, err
		}
	}
	r := d.directory.rosters[t.Key]
	ids := d.directory.ids(r.folio)
	p := &record.Part{Key: t.Key, Lines: b.tellAll(ids), Names: b.names(ids), State: []byte(r.folio)}
	for i := range b.people.People {
		if len(b.people.People[i].Keys) == 0 {
			p.Lines.Entities = append(p.Lines.Entities, *d.directory.ownLine(place{r, int32(i)}, ids[i]))
		}
	}
	return p, b.layDecided(p.Lines, d.judged.People)
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
