package reconcile

import (
	"cmp"
	"slices"
)

// edge says that two items are one, and how surely.
type edge struct {
	a, b  int32
	score float32
}

// largestGroup bounds what is brought together as one thing.
const largestGroup = 512

// group brings items together along edges, the surest first, as long as allow
// has nothing against the two groups becoming one. Groups come in the order of
// their first items, items in order.
func group(n int, edges []edge, allow func(x, y []int32) bool) [][]int32 {
	slices.SortFunc(edges, func(x, y edge) int {
		return cmp.Or(cmp.Compare(y.score, x.score), cmp.Compare(x.a, y.a), cmp.Compare(x.b, y.b))
	})
	of, sets := make([]int32, n), make([][]int32, n)
	for i := range of {
		of[i], sets[i] = int32(i), []int32{int32(i)}
	}
	for _, e := range edges {
		x, y := of[e.a], of[e.b]
		if x == y || len(sets[x])+len(sets[y]) > largestGroup || !allow(sets[x], sets[y]) {
			continue
		}
		x, y = min(x, y), max(x, y)
		for _, i := range sets[y] {
			of[i] = x
		}
		sets[x] = append(sets[x], sets[y]...)
		sets[y] = nil
	}
	var out [][]int32
	for _, s := range sets {
		if len(s) > 0 {
			slices.Sort(s)
			out = append(out, s)
		}
	}
	return out
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
