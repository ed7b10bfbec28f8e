package parse

import (
	"math/rand/v2"
	"testing"

	"rapporteur/internal/annotate/lex"
	"rapporteur/internal/news"
)

func sentence(n int) ([]lex.Form, []news.Tag) {
	forms, tags := make([]lex.Form, n), make([]news.Tag, n)
	for i := range forms {
		forms[i] = lex.FormOf(string(rune('a' + i%26)))
		tags[i] = news.Tag{UPOS: news.NOUN, XPOS: news.NN}
	}
	return forms, tags
}

// TestAnyMovesMakeATree makes possible moves at random: whatever a model
// prefers, each word gets a head, one word depends on the root, and there is
// no circle.
func TestAnyMovesMakeATree(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	var st State
	for n := 1; n < 40; n++ {
		st.Enter(sentence(n))
		for steps := 0; !st.Done(); steps++ {
			if steps > 2*n {
				t.Fatalf("%d words are not done after %d moves", n, steps)
			}
			st.Features()
			can := st.Allowed()
			k := Kind(rng.IntN(3))
			for !can[k] {
				k = (k + 1) % 3
			}
			if k != Shift {
				st.ArcFeatures(k)
			}
			st.Do(k, news.Dep)
		}
		checkTree(t, &st, n)
	}
}

func checkTree(t *testing.T, st *State, n int) {
	t.Helper()
	roots := 0
	for i := range n {
		at := int32(i)
		for steps := 0; at != st.root(); steps++ {
			if at < 0 || steps > n {
				t.Fatalf("word %d of %d does not lead to the root", i, n)
			}
			at = st.nodes[at].head
		}
		if st.nodes[i].head == st.root() {
			roots++
		}
	}
	if roots != 1 {
		t.Fatalf("%d words depend on the root, want 1", roots)
	}
}

func TestBestTakesOnlyPossibleMoves(t *testing.T) {
	var st State
	st.Enter(sentence(2))
	if k := st.best([3]int32{-9, 5, 9}); k != Shift {
		t.Errorf("with an empty stack: move %d, want a shift", k)
	}
	st.Do(Shift, news.NoRel)
	st.Do(Shift, news.NoRel)
	if k := st.best([3]int32{9, 5, -9}); k != Right {
		t.Errorf("two words on the stack and none left: move %d, want an arc to the word below", k)
	}
}

func TestFeaturesCostNoAllocation(t *testing.T) {
	var st State
	st.Enter(sentence(8))
	st.Features()
	if n := testing.AllocsPerRun(20, func() { st.Features() }); n > 0 {
		t.Errorf("%v allocations", n)
	}
}

func BenchmarkFeatures(b *testing.B) {
	var st State
	st.Enter(sentence(8))
	st.Do(Shift, news.NoRel)
	st.Do(Shift, news.NoRel)
	b.ReportAllocs()
	for b.Loop() {
		st.Features()
	}
}
