package relate

import (
	"cmp"
	"slices"
	"strings"

	"rapporteur/internal/record"
	"rapporteur/internal/relate/identity"
	"rapporteur/internal/text"
)

// directory knows who is named where: the rosters of all matters, by the keys
// under which an entity of one is the same in another. Keys belong together
// where one matter has them for one entity, or where they are full names of
// persons in two spellings; what belongs together is one entity, with one line.
type directory struct {
	rosters map[record.ID]*filed
	names   map[string]*name
	sounds  map[string][]string // full names of persons that sound alike, sorted
	changed map[string]bool     // keys whose entity may be another since the last settle
	watch   watch
}

// filed is the roster of one matter.
type filed struct {
	matter record.ID
	folio
}

// name is one key and who bears it.
type name struct {
	key     string
	bearers []place
	beside  map[string]int // keys that bearers have too, and how many do
	first   string         // the least key of the entity as last settled: it makes the id
	persons int            // bearers that are persons
}

// place is one bearer of one roster.
type place struct {
	*filed
	at int32
}

func newDirectory() *directory {
	return &directory{rosters: map[record.ID]*filed{}, names: map[string]*name{}, sounds: map[string][]string{}, changed: map[string]bool{}}
}

// put sets the roster of a matter; "" takes it away.
func (d *directory) put(matter record.ID, r folio) {
	if old := d.rosters[matter]; old != nil {
		d.each(old, d.touch)
		d.each(old, d.leave)
		delete(d.rosters, matter)
		delete(d.watch.met, matter)
	}
	if r != "" {
		now := &filed{matter, r}
		d.rosters[matter] = now
		d.each(now, d.enter)
		d.each(now, d.touch)
		d.meet(now)
	}
}

// entry is one key of a bearer, with all of them.
type entry struct {
	place
	key    string
	keys   []string
	person bool
}

// each calls f with every key of a roster.
func (d *directory) each(r *filed, f func(entry)) {
	for i := range r.len() {
		keys, _, person := r.keys(i)
		for _, k := range keys {
			f(entry{place{r, int32(i)}, k, keys, person})
		}
	}
}

// touch notes all keys of the entity that has key.
func (d *directory) touch(e entry) {
	if !d.changed[e.key] {
		for _, k := range d.entity(e.key) {
			d.changed[k] = true
		}
	}
}

func (d *directory) enter(e entry) {
	n := d.names[e.key]
	if n == nil {
		n = &name{key: strings.Clone(e.key)} // a piece of the roster would hold all of it
		d.names[n.key] = n
	}
	n.bearers = append(n.bearers, e.place)
	for _, k := range e.keys {
		if k != e.key {
			if n.beside == nil {
				n.beside = map[string]int{}
			}
			if n.beside[k] == 0 {
				k = strings.Clone(k)
			}
			n.beside[k]++
		}
	}
	if e.person {
		if n.persons++; n.persons == 1 {
			d.hear(n.key, true)
		}
	}
}

func (d *directory) leave(e entry) {
	n := d.names[e.key]
	n.bearers = slices.DeleteFunc(n.bearers, func(o place) bool { return o == e.place })
	for _, k := range e.keys {
		if k != e.key {
			if n.beside[k]--; n.beside[k] == 0 {
				delete(n.beside, k)
			}
		}
	}
	if e.person {
		if n.persons--; n.persons == 0 {
			d.hear(n.key, false)
		}
	}
}

// hear files a full name under its sound, or takes it out.
func (d *directory) hear(key string, in bool) {
	s := identity.Sound(key)
	if s == "" {
		return
	}
	at, there := slices.BinarySearch(d.sounds[s], key)
	switch {
	case in && !there:
		d.sounds[s] = slices.Insert(d.sounds[s], at, key)
	case !in && there:
		d.sounds[s] = slices.Delete(d.sounds[s], at, at+1)
	}
	if len(d.sounds[s]) == 0 {
		delete(d.sounds, s)
	}
}

// entity lists, sorted, the keys that belong together with key.
func (d *directory) entity(key string) []string {
	out := []string{key}
	in := map[string]bool{key: true}
	add := func(k string) {
		if !in[k] {
			in[k] = true
			out = append(out, k)
		}
	}
	for i := 0; i < len(out); i++ {
		n := d.names[out[i]]
		if n == nil {
			continue
		}
		for k := range n.beside {
			add(k)
		}
		if n.persons > 0 {
			for _, o := range d.sounds[identity.Sound(out[i])] {
				if !in[o] && identity.Spelt(out[i], o).Score > 0 {
					add(o)
				}
			}
		}
	}
	slices.Sort(out)
	return out
}

// settlement is what has changed among the entities.
type settlement struct {
	matters  []record.ID // in which an entity has another id than before, sorted
	gone     []record.ID // entities that there are no more, sorted
	entities [][]string  // keys of those that are to be laid out, by their first
}

// settle gives all changed keys their entities.
func (d *directory) settle() (s settlement) {
	matters, old := map[record.ID]bool{}, map[string]bool{}
	done := map[string]bool{}
	for _, key := range keysOf(d.changed) {
		n := d.names[key]
		if n.first != "" {
			old[n.first] = true
		}
		if len(n.bearers) == 0 {
			delete(d.names, key)
			continue
		}
		if done[key] {
			continue
		}
		keys := d.entity(key)
		for _, k := range keys {
			done[k] = true
			n := d.names[k]
			if n.first == keys[0] {
				continue
			}
			if n.first != "" {
				old[n.first] = true
			}
			n.first = d.names[keys[0]].key
			for _, p := range n.bearers {
				matters[p.matter] = true
			}
		}
		s.entities = append(s.entities, keys)
	}
	clear(d.changed)
	for _, first := range keysOf(old) {
		if n := d.names[first]; n == nil || n.first != first {
			s.gone = append(s.gone, idOf(first))
		}
	}
	s.matters = keysOf(matters)
	slices.Sort(s.gone)
	slices.SortFunc(s.entities, func(a, b []string) int { return strings.Compare(a[0], b[0]) })
	return s
}

func keysOf[K ~string](m map[K]bool) []K {
	out := make([]K, 0, len(m))
	for k := range m {
		out = append(out, k)
	}
	slices.Sort(out)
	return out
}

// idOf is the id of the entity whose least key is first.
func idOf(first string) record.ID {
	if c := identity.Canon(first); c != "" {
		return record.NewID("e", "canon", c)
	}
	return record.NewID("e", "known", first)
}

// id of bearer i of a roster.
func (d *directory) id(r folio, i int) record.ID {
	keys, own, _ := r.keys(i)
	if len(keys) == 0 {
		return own
	}
	return idOf(d.names[keys[0]].first)
}

// ids are those of a roster's bearers.
func (d *directory) ids(r folio) []record.ID {
	out := make([]record.ID, r.len())
	for i := range out {
		out[i] = d.id(r, i)
	}
	return out
}

// borne is a bearer and where it stands.
type borne struct {
	place
	bearer
}

func (p place) open() borne {
	b, _ := p.bearer(int(p.at)) // what is kept was looked at when it was taken up
	return borne{p, b}
}

// line lays out the entity that has keys.
func (d *directory) line(keys []string) *record.Entity {
	var all []borne
	for _, k := range keys {
		for _, p := range d.names[k].bearers {
			if b := p.open(); b.Keys[0] == k { // one that bears several stands under each
				all = append(all, b)
			}
		}
	}
	slices.SortFunc(all, func(a, b borne) int { return cmp.Or(cmp.Compare(a.matter, b.matter), cmp.Compare(a.at, b.at)) })
	e := d.layOut(all, keys)
	e.ID = idOf(keys[0])
	e.Merges = append(e.Merges, d.spellings(keys)...)
	return e
}

// mostOffices bounds the passages that are written down for one office.
const mostOffices = 24

// layOut makes the line of an entity, all but its id.
func (d *directory) layOut(all []borne, keys []string) *record.Entity {
	e := &record.Entity{Type: record.KindEntity, Offices: []record.Office{}, Merges: []record.Merge{}}
	t := newTally()
	for i := range all {
		b := &all[i]
		t.add(&b.bearer)
		e.Mentions += b.Mentions
		e.Reports = append(e.Reports, b.Reports...)
		for _, m := range b.Merges {
			if !slices.ContainsFunc(e.Merges, func(o record.Merge) bool { return o.Rule == m.Rule && o.Score == m.Score && o.Names == m.Names }) {
				e.Merges = append(e.Merges, m)
			}
		}
	}
	slices.Sort(e.Reports)
	e.Reports = slices.Compact(e.Reports)
	e.EntKind, e.Name = mostOf(t.kinds), t.called(keys)
	e.Variants = t.variants(e.Name)
	e.Offices = d.offices(all)
	return e
}

// spellings are the merges of names by their spelling alone, across matters.
func (d *directory) spellings(keys []string) (out []record.Merge) {
	for i, a := range keys {
		if d.names[a].persons == 0 {
			continue
		}
		for _, b := range d.sounds[identity.Sound(a)] {
			if b <= a || slices.Contains(keys[:i], b) || d.names[a].beside[b] > 0 {
				continue
			}
			if m := identity.Spelt(a, b); m.Score > 0 {
				out = append(out, record.Merge{Rule: m.Rule, Score: round(m.Score), Names: [2]string{d.display(a), d.display(b)}})
			}
		}
	}
	return out
}

// display is how a key is written in reports: the least of the ways.
func (d *directory) display(key string) (best string) {
	for _, p := range d.names[key].bearers {
		if s := p.called(int(p.at)); best == "" || s < best {
			best = s
		}
	}
	return best
}

func partyKey(p *record.Party) string {
	switch {
	case p == nil:
		return ""
	case p.Entity != nil:
		return string(*p.Entity)
	}
	return text.Fold(p.Text)
}
