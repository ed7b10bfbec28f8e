package reconcile

import (
	"cmp"
	"slices"

	"rapporteur/internal/relate/rulings"
)

// edge says that two items are one, and how surely.
type edge struct {
	a, b  int32
	score float32
}

// largestGroup bounds what is brought together as one thing.
const largestGroup = 512

// group brings items together along edges, the surest first, as long as allow
// and the reviewers' rulings have nothing against the two groups becoming one;
// then what is ruled to be one. Groups come in the order of their first items,
// items in order.
func group(n int, edges []edge, rs *rulings.Set, allow func(x, y []int32) bool) [][]int32 {
	slices.SortFunc(edges, func(x, y edge) int {
		return cmp.Or(cmp.Compare(y.score, x.score), cmp.Compare(x.a, y.a), cmp.Compare(x.b, y.b))
	})
	g := newGroups(n)
	for _, e := range edges {
		x, y := g.of[e.a], g.of[e.b]
		if x != y && len(g.sets[x])+len(g.sets[y]) <= largestGroup && !rs.Apart(g.sets[x], g.sets[y]) && allow(g.sets[x], g.sets[y]) {
			g.join(x, y)
		}
	}
	for one := range rs.Together {
		for _, i := range one[1:] {
			if x, y := g.of[one[0]], g.of[i]; x != y && !rs.Apart(g.sets[x], g.sets[y]) {
				g.join(x, y)
			}
		}
	}
	var out [][]int32
	for _, s := range g.sets {
		if len(s) > 0 {
			slices.Sort(s)
			out = append(out, s)
		}
	}
	return out
}

// groups are sets of items, each item in one.
type groups struct {
	of   []int32
	sets [][]int32
}

func newGroups(n int) *groups {
	g := &groups{make([]int32, n), make([][]int32, n)}
	for i := range g.of {
		g.of[i], g.sets[i] = int32(i), []int32{int32(i)}
	}
	return g
}

// join makes the sets x and y one, under the lower number.
func (g *groups) join(x, y int32) {
	x, y = min(x, y), max(x, y)
	for _, i := range g.sets[y] {
		g.of[i] = x
	}
	g.sets[x] = append(g.sets[x], g.sets[y]...)
	g.sets[y] = nil
}

// index finds earlier items that share a key; each key remembers its latest.
type index[K comparable] struct {
	depth int
	at    map[K][]int32
}

func newIndex[K comparable](depth int) *index[K] {
	return &index[K]{depth: depth, at: map[K][]int32{}}
}

// add notes item i under k and yields the earlier items that are remembered there.
func (x *index[K]) add(k K, i int32, yield func(earlier int32)) {
	list := x.at[k]
	for _, e := range list[max(0, len(list)-x.depth):] {
		yield(e)
	}
	if n := len(list); n > 0 && list[n-1] == i {
		return
	}
	x.at[k] = append(list, i)
}
