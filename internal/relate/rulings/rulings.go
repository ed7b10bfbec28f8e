// Package rulings holds what reviewers ruled on things that are brought
// together: that two groups of them are one, or that they are not.
//
//	10:02  names {3}    and {7}  together
//	10:05  names {3, 4} and {7}  apart       the ruling of 10:02 holds no more
//
// In go rulings over numbered things (names, reports, quotes), in order of
// time; out come answers for the steps that bring things together: what must
// not be, what must be. It knows nothing of what the numbers stand for.
package rulings

import (
	"slices"

	"rapporteur/internal/relate/lists"
)

// Ruling says of the things of A and those of B that they are one, or, Apart,
// that no thing may hold some of both.
type Ruling struct {
	Apart bool
	A, B  []int32
}

// Set is the rulings that hold. The zero Set and nil have none.
type Set struct {
	together []Ruling
	side     map[int32][]mark
}

// mark says on which side of a ruling a thing stands.
type mark struct {
	ruling int32
	b      bool
}

// New keeps of rs, the latest last, those that no later one contradicts.
func New(rs []Ruling) *Set {
	s := &Set{side: map[int32][]mark{}}
	later := map[int32][]int32{} // rulings that name a thing, of those already looked at
	for n := len(rs) - 1; n >= 0; n-- {
		r := Ruling{rs[n].Apart, sorted(rs[n].A), sorted(rs[n].B)}
		rs[n] = r
		if len(r.A) == 0 || len(r.B) == 0 || contradicted(rs, r, later) {
			continue
		}
		for _, i := range append(slices.Clone(r.A), r.B...) {
			later[i] = append(later[i], int32(n))
		}
		if r.Apart {
			s.mark(int32(n), r.A, false)
			s.mark(int32(n), r.B, true)
		} else {
			s.together = append(s.together, r)
		}
	}
	slices.Reverse(s.together)
	return s
}

func sorted(in []int32) []int32 {
	out := slices.Clone(in)
	slices.Sort(out)
	return slices.Compact(out)
}

// contradicted reports whether a later ruling that holds says the contrary of r
// on something of each of its sides.
func contradicted(rs []Ruling, r Ruling, later map[int32][]int32) bool {
	asked := map[int32]bool{}
	for _, i := range r.A {
		for _, n := range later[i] {
			if l := rs[n]; !asked[n] && l.Apart != r.Apart &&
				(lists.Meet(r.A, l.A) && lists.Meet(r.B, l.B) || lists.Meet(r.A, l.B) && lists.Meet(r.B, l.A)) {
				return true
			}
			asked[n] = true
		}
	}
	return false
}

// mark puts things on one side; what stands on both is on neither.
func (s *Set) mark(ruling int32, things []int32, b bool) {
	for _, x := range things {
		if k := slices.IndexFunc(s.side[x], func(m mark) bool { return m.ruling == ruling }); k < 0 {
			s.side[x] = append(s.side[x], mark{ruling, b})
		} else if s.side[x][k].b != b {
			s.side[x] = slices.Delete(s.side[x], k, k+1)
		}
	}
}

// Empty reports whether nothing was ruled.
func (s *Set) Empty() bool { return s == nil || len(s.side) == 0 && len(s.together) == 0 }

// Apart reports whether some ruling forbids that the things of x and of y be one.
func (s *Set) Apart(x, y []int32) bool {
	if s == nil || len(s.side) == 0 {
		return false
	}
	sides := map[mark]bool{}
	for _, i := range x {
		for _, m := range s.side[i] {
			sides[m] = true
		}
	}
	for _, j := range y {
		for _, m := range s.side[j] {
			if sides[mark{m.ruling, !m.b}] {
				return true
			}
		}
	}
	return false
}

// Together yields the groups of things that must be one.
func (s *Set) Together(yield func(group []int32) bool) {
	if s == nil {
		return
	}
	for _, r := range s.together {
		if !yield(append(slices.Clone(r.A), r.B...)) {
			return
		}
	}
}

// Leaving divides the things of one group for those to whom a ruling of Apart
// says that they leave it: rest, and what leaves by ruling.
func (s *Set) Leaving(group []int32) (rest []int32, leave [][]int32) {
	if s == nil || len(s.side) == 0 {
		return group, nil
	}
	var order []int32
	sides := map[int32][2][]int32{}
	for _, i := range group {
		for _, m := range s.side[i] {
			if _, met := sides[m.ruling]; !met {
				order = append(order, m.ruling)
			}
			both := sides[m.ruling]
			if m.b {
				both[1] = append(both[1], i)
			} else {
				both[0] = append(both[0], i)
			}
			sides[m.ruling] = both
		}
	}
	slices.Sort(order)
	rest = slices.Clone(group)
	for _, n := range order {
		a, b := sides[n][0], sides[n][1]
		a = slices.DeleteFunc(slices.Clone(a), func(i int32) bool { return !slices.Contains(rest, i) })
		if len(a) > 0 && slices.ContainsFunc(b, func(i int32) bool { return slices.Contains(rest, i) }) {
			rest = slices.DeleteFunc(rest, func(i int32) bool { return slices.Contains(a, i) })
			leave = append(leave, a)
		}
	}
	return rest, leave
}
