package relate

import (
	"slices"

	"rapporteur/internal/record"
	"rapporteur/internal/relate/review"
	"rapporteur/internal/text"
)

// watch finds those bearers of a directory whom decisions may mean, so that a
// decision on an entity is laid over what it touches alone.
type watch struct {
	names map[string]bool       // folded
	ids   map[record.ID]bool    // of entities
	met   map[record.ID][]int32 // by matter: bearers that have one of these
}

// watchFor has the directory find whom ds may mean.
func (d *directory) watchFor(ds []record.Decision) {
	names, ids := review.Asked(ds)
	d.watch = watch{names, ids, map[record.ID][]int32{}}
	for _, r := range d.rosters {
		d.meet(r)
	}
}

// meet notes the bearers of a roster who are watched for.
func (d *directory) meet(r *filed) {
	w := &d.watch
	delete(w.met, r.matter)
	if len(w.names)+len(w.ids) == 0 {
		return
	}
	for i := range r.len() {
		if b, _ := r.bearer(i); w.wants(&b) {
			w.met[r.matter] = append(w.met[r.matter], int32(i))
		}
	}
}

func (w *watch) wants(b *bearer) bool {
	if w.ids[b.Own] || slices.ContainsFunc(b.Keys, func(k string) bool { return w.ids[idOf(k)] }) || w.names[text.Fold(b.Name)] {
		return true
	}
	named := func(c count) bool { return w.names[text.Fold(c.Text)] }
	return slices.ContainsFunc(b.Full, named) || slices.ContainsFunc(b.Names, named)
}

// whose are the matters in which one of some names, folded, is that of a chain.
func (d *directory) whose(names map[string]bool) (out []record.ID) {
	for matter, r := range d.rosters {
		for i := range r.len() {
			if b, _ := r.bearer(i); slices.ContainsFunc(b.Full, func(c count) bool { return names[text.Fold(c.Text)] }) {
				out = append(out, matter)
				break
			}
		}
	}
	return out
}

// known is an entity by its first key, or by the matter that alone knows it.
type known struct {
	first  string
	matter record.ID
}

// watched are the lines of those who are watched for, by id, before anything
// that is decided is laid over them.
func (d *directory) watched() map[record.ID]watched {
	out := map[record.ID]watched{}
	for matter, at := range d.watch.met {
		r := d.rosters[matter]
		for _, i := range at {
			keys, own, _ := r.keys(int(i))
			if len(keys) == 0 {
				out[own] = watched{known{matter: matter}, d.ownLine(place{r, i}, own)}
				continue
			}
			first := d.names[keys[0]].first
			if id := idOf(first); out[id].line == nil {
				out[id] = watched{known{first: first}, d.line(d.entity(first))}
			}
		}
	}
	return out
}

type watched struct {
	known
	line *record.Entity
}

// ownLine is the line of one whom nothing beyond the matter can tell.
func (d *directory) ownLine(p place, id record.ID) *record.Entity {
	e := d.layOut([]borne{p.open()}, nil)
	e.ID = id
	return e
}
