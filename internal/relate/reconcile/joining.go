package reconcile

import "slices"

// joining says which groups of events become one.
type joining struct {
	c      *reconciler
	hs     []happening
	linked map[[2]int32]bool // pairs that are one by themselves, the lower first
}

// allow lets two groups become one event when no member of one speaks against a
// member of the other and half of the pairs of their reports are tied by some
// member each. What a report told before a meeting was moved is tied to what
// comes later by the report that moves it.
func (j *joining) allow(x, y []int32) bool {
	old := append(j.outdated(x), j.outdated(y)...)
	tied := map[[2]int32]bool{}
	for _, i := range x {
		for _, k := range y {
			if j.c.against(&j.hs[i], &j.hs[k]) {
				if !j.excused(x, y, i, k) {
					return false
				}
				continue
			}
			own, pair := j.one(i, k), [2]int32{j.hs[i].report, j.hs[k].report}
			if pair[0] == pair[1] || !own && (slices.Contains(old, i) || slices.Contains(old, k)) {
				continue
			}
			tied[pair] = tied[pair] || own
		}
	}
	yes := 0
	for _, t := range tied {
		if t {
			yes++
		}
	}
	return 2*yes >= len(tied)
}

// one reports whether two events are one by themselves.
func (j *joining) one(i, k int32) bool { return j.linked[[2]int32{min(i, k), max(i, k)}] }

// outdated are the members of a group that tell of a meeting as it was before
// another member moved it.
func (j *joining) outdated(g []int32) (out []int32) {
	if !slices.ContainsFunc(g, func(i int32) bool { return j.hs[i].moved }) {
		return nil
	}
	for _, i := range g {
		if slices.ContainsFunc(g, func(k int32) bool { return j.c.movedFrom(&j.hs[k], &j.hs[i]) }) {
			out = append(out, i)
		}
	}
	return out
}

// excused reports whether other members of two groups explain why the times or
// places of i and k hold them apart.
func (j *joining) excused(x, y []int32, i, k int32) bool {
	a, b := &j.hs[i], &j.hs[k]
	return !j.c.othersOf(a, b) && (j.superseded(x, y, a, b) || !j.c.placesApart(a, b) && (j.outvoted(x, i, k) || j.outvoted(y, k, i)))
}

// superseded reports whether one of two meetings that other days or places hold
// apart was put off, and a report that says so speaks of the other.
func (j *joining) superseded(x, y []int32, a, b *happening) bool {
	moves := func(was, now *happening) bool {
		by := func(k int32) bool {
			h := &j.hs[k]
			return j.c.movedFrom(h, was) && (h == now || !j.c.against(h, now))
		}
		return slices.ContainsFunc(x, by) || slices.ContainsFunc(y, by)
	}
	return moves(a, b) || moves(b, a)
}

// outvoted reports whether the group of i has a member that gives the event
// another day than i and is one with k by itself: then the reports differ in the
// day.
func (j *joining) outvoted(g []int32, i, k int32) bool {
	h := &j.hs[i]
	return h.time.exact && slices.ContainsFunc(g, func(m int32) bool {
		return j.hs[m].time.exact && j.one(m, k) && j.c.timesExclude(&j.hs[m], h)
	})
}
