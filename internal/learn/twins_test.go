package learn

import (
	"math/rand/v2"
	"slices"
	"testing"
)

// twinsOf reads two chains as twins.
func twinsOf(first, second []byte) (*Twins, error) {
	f := File{[]Section{{"first", first}, {"second", second}}}
	return f.Twins("first", "second")
}

// manyKeys is a chain of three labels whose rows are of random weights, the largest
// among them.
func manyKeys(seed uint64) *Chain {
	rng := rand.New(rand.NewPCG(seed, 1))
	keys := map[uint32]bool{}
	for i := range uint64(2000) {
		keys[Key1(1, i*seed)] = true
	}
	d := NewDictionary(3)
	sorted := make([]uint32, 0, len(keys))
	for k := range keys {
		sorted = append(sorted, k)
	}
	slices.Sort(sorted)
	for _, k := range sorted {
		classes, weights := []uint8{0, 1, 2}, []int8{127, -127, int8(rng.IntN(255) - 127)}
		some := rng.IntN(4)
		d.Row(k, classes[:some], weights[:some])
	}
	return &Chain{Linear: *d.Build(), Order: Order{follows: anyBehindAny, moves: make([]int32, 9), lean: int32(seed)}}
}

// TestTwinsScoreAsTwoChains: however many features there are, and whichever of the two
// knows them.
func TestTwinsScoreAsTwoChains(t *testing.T) {
	first, second := manyKeys(1), manyKeys(3)
	twins, err := twinsOf(first.Append(nil), second.Append(nil))
	if err != nil {
		t.Fatal(err)
	}
	for _, n := range []int{0, 1, 31, 32, 33, 255, 256, 257, 2000} {
		var features []uint32
		for i := range uint64(n) {
			features = append(features, Key1(1, i*7))
		}
		more := []uint32{Key1(1, 3), Key1(1, 9)}
		kept := make([]int32, 3)
		var one, two, wantOne, wantTwo Lattice
		one.AddFirst(twins, features, 7, kept)
		two.AddSecond(twins, kept, more, 7)
		wantOne.Add(first, features, 7)
		wantTwo.Add(second, append(features, more...), 7)
		if !slices.Equal(one.scores, wantOne.scores) || !slices.Equal(two.scores, wantTwo.scores) {
			t.Errorf("%d features: %v and %v, want %v and %v", n, one.scores, two.scores, wantOne.scores, wantTwo.scores)
		}
	}
}

func TestTwinsHaveTheSameLabels(t *testing.T) {
	three := manyKeys(1).Append(nil)
	two := NewChainCorpus([]Path{{Features: [][]uint32{{10}}, Allowed: []uint32{3}, Gold: []uint8{1}}}, []uint32{3, 3}, 0).Train(chainSettings, inOrder(1))
	if _, err := twinsOf(three, two.Append(nil)); err == nil {
		t.Error("chains of three and of two labels are taken for twins")
	}
}

func TestBrokenTwinsAreNotRead(t *testing.T) {
	whole := turns().Append(nil)
	for n := range whole {
		if _, err := twinsOf(whole, whole[:n]); err == nil {
			t.Errorf("the first %d bytes of %d are taken for a chain", n, len(whole))
		}
	}
	last := slices.Clone(whole)
	last[len(last)-2] = 9 // the class of the last weight
	if _, err := twinsOf(last, whole); err == nil {
		t.Error("a weight of a label that is not there is read")
	}
}

func FuzzReadTwins(f *testing.F) {
	f.Add(turns().Append(nil), turns().Append(nil))
	f.Fuzz(func(t *testing.T, first, second []byte) {
		twins, err := twinsOf(first, second)
		if err != nil {
			return
		}
		var one, two Lattice
		for _, features := range [][]uint32{{10}, {20}, {10}} {
			kept := make([]int32, twins.First.Labels())
			one.AddFirst(twins, features, 7, kept)
			two.AddSecond(twins, kept, features, 7)
		}
		one.Best(&twins.First)
		two.Best(&twins.Second)
	})
}
