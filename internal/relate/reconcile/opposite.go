package reconcile

import (
	_ "embed"
	"slices"
	"strings"

	"rapporteur/internal/news"
	"rapporteur/internal/relate/lists"
)

//go:embed opposites.txt
var oppositeLines string

// side is one side of a pair of opposite states: 2*pair, or 2*pair+1.
type side int32

// opposites gives a stem its sides, counted from 2.
var opposites = func() map[uint32][]side {
	m := map[uint32][]side{}
	pair := side(0)
	for l := range strings.Lines(oppositeLines) {
		left, right, ok := strings.Cut(l, ":")
		if !ok || l[0] == '#' {
			continue
		}
		pair++
		for k, words := range [...]string{left, right} {
			for _, w := range strings.Fields(words) {
				if key, to := keyOf(w), 2*pair+side(k); !slices.Contains(m[key], to) {
					m[key] = append(m[key], to)
				}
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
	if len(x.statesOf(i)) == 0 {
		return
	}
	mine := s.stated(n, i)
	for _, k := range mine.all {
		s.near(n, k, func(m int32) {
			if m > n || !s.close(n, m, stateDays) {
				return
			}
			y := &s.claims[m]
			for j := range y.items {
				if !opposed(x.statesOf(i), y.statesOf(j)) || !s.oneThing(mine, s.stated(m, j)) {
					continue
				}
				if daysBetween(s.c.Days[x.report], s.c.Days[y.report]) > 0 {
					updates.add(m, n)
				} else {
					conflicts.add(m, n)
				}
			}
		})
	}
}

// statesOf are the sides that an item is told to be on.
func (cl *claim) statesOf(i int) []side {
	it := &cl.items[i]
	if it.kind != aWord || it.negated || it.unreal || it.joined {
		return nil
	}
	return opposites[it.key]
}

func opposed(a, b []side) bool {
	return slices.ContainsFunc(a, func(x side) bool { return slices.Contains(b, x^1) })
}

// stated is what a state is told of: what stands before the word for it, and what is
// brought into it.
type stated struct {
	claim  int32
	ahead  []uint32 // keys of the items before it, sorted
	object []uint32 // of the words behind it in its clause, sorted
	all    []uint32
	doer   int32  // the last party named before it, 0 for none
	bare   uint32 // the object where it is a noun that stands alone behind "the" or "its"
	days   []news.Day
}

// stated finds what item i of claim n is told of.
func (s *sheet) stated(n int32, i int) (t stated) {
	cl := &s.claims[n]
	t.claim = n
	t.ahead, _ = cl.ahead(i, stateReach)
	for j := i - 1; j >= 0 && t.doer == 0; j-- {
		if cl.items[j].kind == aParty && !cl.items[j].own {
			t.doer = int32(cl.items[j].key)
		}
	}
	behind := cl.behind(i)
	for _, it := range behind {
		if k := it.comparable(); k != 0 && !it.own {
			t.object = append(t.object, k)
		}
	}
	t.object = sorted(t.object)
	t.all = sorted(append(slices.Clone(t.ahead), t.object...))
	t.bare = s.bareObject(n, &cl.items[i], behind)
	for j := range cl.items {
		if cl.items[j].kind == aTime {
			if d := s.c.spanOf(cl.report, news.TimeID(cl.items[j].key)); d.exact {
				t.days = append(t.days, d.from)
			}
		}
	}
	return t
}

// behind are the items behind item i, up to the end of its clause.
func (cl *claim) behind(i int) (out []item) {
	for j := i + 1; j < len(cl.items) && j <= i+stateReach && !cl.items[j-1].stop && !cl.items[j-1].says; j++ {
		if cl.items[j].kind != aTime {
			out = append(out, cl.items[j])
		}
	}
	return out
}

// bareObject is the key of the one thing behind a verb, said to be known which: "closed
// the borders", "reopened its borders"; 0 for others.
func (s *sheet) bareObject(n int32, verb *item, behind []item) uint32 {
	behind = slices.DeleteFunc(slices.Clone(behind), func(it item) bool { return it.own })
	if len(behind) != 1 || behind[0].kind != aWord || behind[0].proper || !done(s.c.plain(&s.claims[n], verb)) {
		return 0
	}
	between := plainWords(s.doc(n)[verb.at.End:behind[0].at.Start])
	if len(between) != 1 || !determiners[between[0]] || between[0] == "a" || between[0] == "an" {
		return 0
	}
	return behind[0].key
}

// oneThing reports whether two states are told of one thing: of the same words before
// both; of the same words around, where they have one doer; of one thing and day; or
// of the one thing of its kind that the reports of a story speak of.
func (s *sheet) oneThing(a, b stated) bool {
	if lists.Common(a.ahead, b.ahead) >= stateShared {
		return true
	}
	if len(a.object)+len(b.object) == 0 || a.doer > 0 && b.doer > 0 && a.doer != b.doer && !s.c.kin.related(a.doer, b.doer) {
		return false
	}
	x, y := s.claims[a.claim].report, s.claims[b.claim].report
	words := s.wordsOf(a.claim, a.all)
	common := lists.Common(a.all, b.all)
	switch shared := lists.Common(words, s.wordsOf(b.claim, b.all)); {
	case shared == 0:
		return false
	case common >= stateShared && a.doer > 0 && b.doer > 0:
		return true
	case slices.ContainsFunc(a.days, func(d news.Day) bool { return slices.Contains(b.days, d) }):
		return true
	}
	return a.bare != 0 && a.bare == b.bare && s.c.Story[x] == s.c.Story[y]
}

// wordsOf are those keys that are of words of claim n, and of no name.
func (s *sheet) wordsOf(n int32, keys []uint32) []uint32 {
	return slices.DeleteFunc(slices.Clone(keys), func(k uint32) bool {
		return !slices.ContainsFunc(s.claims[n].items, func(it item) bool { return it.kind == aWord && !it.proper && it.key == k })
	})
}
