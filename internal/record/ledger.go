package record

import "slices"

// Fold is what holds of a set of decisions: each once, in order of time, but
// for those that were taken back. It is a function of the set; the order in
// which decisions were written down or imported changes nothing. What later
// decisions on one line mean for earlier ones is for those to say who know
// which line is meant (relate/review).
func Fold(all []Decision) []Decision {
	ds := slices.Clone(all)
	slices.SortFunc(ds, func(a, b Decision) int { return a.Compare(&b) })
	ds = slices.CompactFunc(ds, func(a, b Decision) bool { return a.ID == b.ID })
	undone := Undone(ds)
	return slices.DeleteFunc(ds, func(d Decision) bool { return d.Action == ToUndo || undone[d.ID] != "" })
}

// Ruling lists, in order, the ids of the decisions in force that may make the
// record another: all but having looked.
func Ruling(all []Decision) (ids []ID) {
	for _, d := range Fold(all) {
		if d.Action != ToSee {
			ids = append(ids, d.ID)
		}
	}
	return ids
}

// Undone gives each decision of ds that was taken back the decision that did
// it. An undo may itself be taken back; the ids of decisions follow from their
// content, so that no two can undo each other.
func Undone(ds []Decision) map[ID]ID {
	by := map[ID][]ID{} // the undos of each
	for i := range ds {
		if ds[i].Action == ToUndo {
			by[ds[i].About.ID] = append(by[ds[i].About.ID], ds[i].ID)
		}
	}
	u := undoing{by: by, known: map[ID]ID{}, open: map[ID]bool{}}
	out := map[ID]ID{}
	for i := range ds {
		if id := u.of(ds[i].ID); id != "" {
			out[ds[i].ID] = id
		}
	}
	return out
}

// undoing works out which undos hold.
type undoing struct {
	by    map[ID][]ID
	known map[ID]ID
	open  map[ID]bool // being worked out
}

// of is the undo that holds of id, "" for none. A chain of undos is walked
// without recursion: a hostile file may hold a very long one.
func (u *undoing) of(id ID) ID {
	stack := []ID{id}
	for len(stack) > 0 {
		top := stack[len(stack)-1]
		u.open[top] = true
		if o := u.next(top); o != "" {
			stack = append(stack, o)
			continue
		}
		if _, done := u.known[top]; !done {
			u.known[top] = u.standing(top)
		}
		stack = stack[:len(stack)-1]
	}
	return u.known[id]
}

// next is an undo of id that is to be worked out first, "" for none.
func (u *undoing) next(id ID) ID {
	if _, done := u.known[id]; done {
		return ""
	}
	for _, o := range u.by[id] {
		if !u.open[o] {
			return o
		}
	}
	return ""
}

// standing is the first undo of id that was not itself taken back.
func (u *undoing) standing(id ID) ID {
	best := ID("")
	for _, o := range u.by[id] {
		if u.known[o] == "" && (best == "" || o < best) {
			best = o
		}
	}
	return best
}
