package relate

import (
	"maps"
	"slices"

	"rapporteur/internal/record"
	"rapporteur/internal/relate/review"
)

// judged is what was decided about entities when the parts were last made.
type judged struct {
	*review.People
	where map[record.ID]known       // those about whom something is decided
	on    map[record.ID][]record.ID // by correction that names somebody: its reports
}

// judge works out what is decided about entities as they are now.
func (d *Desk) judge() judged {
	j := judged{where: map[record.ID]known{}, on: map[record.ID][]record.ID{}}
	if d.decided.none() || !d.decided.local {
		return j
	}
	all := d.directory.watched()
	entities := func(yield func(*record.Entity) bool) {
		for _, id := range sortedKeys(all) {
			if !yield(all[id].line) {
				return
			}
		}
	}
	j.People = review.NewPeople(d.decided.all, entities, d.decided.decisions)
	for _, id := range j.Decided() {
		j.where[id] = all[id].known
	}
	for i := range d.decided.decisions {
		if x := &d.decided.decisions[i]; x.Entity != nil {
			j.on[x.ID] = reportsIn(x)
		}
	}
	return j
}

// rejudge adds to s what is to be laid out because something else is decided
// about entities than when the parts were last made.
func (d *Desk) rejudge(s *settlement) {
	was := d.judged
	d.judged = d.judge()
	for id, k := range union(was.where, d.judged.where) {
		if d.judged.Lines(was.People, id) {
			d.again(s, k, d.judged.Names(was.People, id))
		}
	}
	for x, reports := range union(was.on, d.judged.on) {
		if d.judged.Means(was.People, x) {
			for _, id := range reports {
				s.matters = append(s.matters, d.keys[id])
			}
		}
	}
	slices.Sort(s.matters)
	s.matters = slices.Compact(s.matters)
}

// again has the line of an entity be laid out, and those that name it if asked.
func (d *Desk) again(s *settlement, k known, named bool) {
	n := d.directory.names[k.first]
	switch {
	case k.first == "" && d.directory.rosters[k.matter] != nil:
		s.matters = append(s.matters, k.matter)
	case n != nil:
		keys := d.directory.entity(n.first)
		s.entities = append(s.entities, keys)
		for _, key := range keys {
			if named {
				for _, p := range d.directory.names[key].bearers {
					s.matters = append(s.matters, p.matter)
				}
			}
		}
	}
}

func union[K comparable, V any](a, b map[K]V) map[K]V {
	out := maps.Clone(a)
	if out == nil {
		out = map[K]V{}
	}
	maps.Copy(out, b)
	return out
}

// layMerged yields the ids that decisions on entities took away, a part by
// decision, where they are others than before.
func (d *Desk) layMerged(was *review.People, yield func(*record.Part) error) error {
	old, now := was.Merged(), d.judged.Merged()
	for _, key := range sortedKeys(union(old, now)) {
		if slices.Equal(old[key], now[key]) {
			continue
		}
		p := &record.Part{Key: key}
		if len(now[key]) > 0 {
			p.Lines = &record.Record{Merged: now[key]}
		}
		if err := yield(p); err != nil {
			return err
		}
	}
	return nil
}
