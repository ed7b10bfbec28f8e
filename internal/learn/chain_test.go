package learn

import (
	"slices"
	"testing"
)

// anyBehindAny lets all of three labels stand behind each other.
var anyBehindAny = []uint32{7, 7, 7}

func inOrder(n int) func(int) []int {
	return func(int) (order []int) {
		for i := range n {
			order = append(order, i)
		}
		return order
	}
}

var chainSettings = ChainOptions{Epochs: 20, Rate: 0.5, L1: 0.01, L2: 0.1}

// label is what m says of things with the features.
func label(m *Chain, features ...[]uint32) []uint8 {
	var l Lattice
	for _, f := range features {
		l.Add(m, f, 7)
	}
	return l.Best(&m.Order)
}

// turns is a path in which feature 10 is label 1, and what follows it label 2,
// though its own feature says nothing.
func turns() *Chain {
	p := Path{Features: [][]uint32{{10}, {20}, {20}}, Allowed: []uint32{7, 7, 7}, Gold: []uint8{1, 2, 0}}
	q := Path{Features: [][]uint32{{20}, {10}, {20}}, Allowed: []uint32{7, 7, 7}, Gold: []uint8{0, 1, 2}}
	return NewChainCorpus([]Path{p, q}, anyBehindAny, 0).Train(chainSettings, inOrder(2))
}

func TestAChainLearnsWhatStandsBehindWhat(t *testing.T) {
	if got, want := label(turns(), []uint32{20}, []uint32{10}, []uint32{20}, []uint32{20}), []uint8{0, 1, 2, 0}; !slices.Equal(got, want) {
		t.Errorf("labels %v, want %v", got, want)
	}
}

func TestAChainKeepsToWhatIsAllowed(t *testing.T) {
	m := turns()
	var l Lattice
	l.Add(m, []uint32{10}, 1|4)
	l.Add(m, []uint32{20}, 1)
	if got := l.Best(&m.Order); got[0] == 1 || got[1] != 0 {
		t.Errorf("labels %v", got)
	}
	m.follows = []uint32{1 | 2, 1, 1} // 2 stands behind nothing
	if got := label(m, []uint32{10}, []uint32{20}); got[1] == 2 {
		t.Errorf("labels %v: 2 may not follow", got)
	}
}

func TestLeaningFindsMore(t *testing.T) {
	p := Path{Features: [][]uint32{{10}}, Allowed: []uint32{3}, Gold: []uint8{1}}
	q := Path{Features: [][]uint32{{10}}, Allowed: []uint32{3}, Gold: []uint8{0}}
	paths := []Path{q, q, p}
	o := chainSettings
	plain := NewChainCorpus(paths, []uint32{3, 3}, 0).Train(o, inOrder(3))
	o.Lean = 400
	leaning := NewChainCorpus(paths, []uint32{3, 3}, 0).Train(o, inOrder(3))
	if a, b := label(plain, []uint32{10}), label(leaning, []uint32{10}); a[0] != 0 || b[0] != 1 {
		t.Errorf("labels %v and, leaning, %v", a, b)
	}
}

func TestWhatIsLearnedRestsOnce(t *testing.T) {
	p := Path{Features: [][]uint32{{10}}, Allowed: []uint32{3}, Gold: []uint8{1}}
	r := NewChainCorpus([]Path{p}, []uint32{3, 3}, 0).trainer(chainSettings)
	for n := 0; !r.resting[0]; n++ {
		if n > 1000 {
			t.Fatal("one feature for one label is not learned")
		}
		r.learn(0)
	}
	before := r.weights.w[1]
	if r.learn(0); r.weights.w[1] != before || r.resting[0] {
		t.Error("what rests is learned, or rests for ever")
	}
}

func TestOfPathsRareFeaturesStayOut(t *testing.T) {
	p := Path{Features: [][]uint32{{10, 99}, {10}}, Allowed: []uint32{3, 3}, Gold: []uint8{1, 1}}
	c := NewChainCorpus([]Path{p}, []uint32{3, 3}, 1)
	if c.Size() != 1 {
		t.Errorf("%d features, want the one that is met twice", c.Size())
	}
}
