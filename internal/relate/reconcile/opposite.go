package reconcile

import (
	_ "embed"
	"strings"

	"rapporteur/internal/relate/lists"
)

//go:embed opposites.txt
var oppositeLines string

// side is one side of a pair of opposite states: 2*pair, or 2*pair+1.
type side int32

// opposites gives a stem its side, counted from 2.
var opposites = func() map[uint32]side {
	m := map[uint32]side{}
	pair := side(0)
	for l := range strings.Lines(oppositeLines) {
		left, right, ok := strings.Cut(l, ":")
		if !ok || l[0] == '#' {
			continue
		}
		pair++
		for k, words := range [...]string{left, right} {
			for _, w := range strings.Fields(words) {
				m[keyOf(w)] = 2*pair + side(k)
			}
		}
	}
	return m
}()

const (
	stateReach  = 3 // items before a state that say of what it is told
	stateShared = 2 // of them that both claims must have
	stateDays   = 3 // days between two claims about a state
)

// states finds things that reports tell to be in opposite states.
func (s *sheet) states() {
	conflicts, updates := newVersus(), newVersus()
	for n := range s.claims {
		for i := range s.claims[n].items {
			s.statesAt(int32(n), i, conflicts, updates)
		}
	}
	s.writeAll(conflicts, "status", "conflict", 0.55, "opposite-state")
	s.writeAll(updates, "status", "update", 0.55, "opposite-state")
}

// statesAt finds the claims before n that tell the opposite of its item i.
func (s *sheet) statesAt(n int32, i int, conflicts, updates *versus) {
	x := &s.claims[n]
	mine := stateOf(&x.items[i])
	if mine == 0 {
		return
	}
	about, _ := x.ahead(i, stateReach)
	for _, k := range about {
		s.near(n, k, func(m int32) {
			if m > n || !s.close(n, m, stateDays) {
				return
			}
			y := &s.claims[m]
			for j := range y.items {
				theirs, _ := y.ahead(j, stateReach)
				if stateOf(&y.items[j]) == mine^1 && lists.Common(about, theirs) >= stateShared {
					if daysBetween(s.c.Days[x.report], s.c.Days[y.report]) > 0 {
						updates.add(m, n)
					} else {
						conflicts.add(m, n)
					}
				}
			}
		})
	}
}

// stateOf is the side that an item is told to be on, 0 for none.
func stateOf(it *item) side {
	if it.kind != aWord || it.negated || it.unreal || it.joined {
		return 0
	}
	return opposites[it.key]
}
