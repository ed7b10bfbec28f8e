package revise

import (
	"math/rand/v2"
	"strings"
	"testing"

	"rapporteur/internal/annotate/lex"
	"rapporteur/internal/news"
)

func checkTree(t *testing.T, tr *Tree, n int) {
	t.Helper()
	roots := 0
	for i := range n {
		at := int32(i)
		for steps := 0; at != tr.root(); steps++ {
			if at < 0 || steps > n {
				t.Fatalf("word %d of %d does not lead to the root", i, n)
			}
			at = tr.nodes[at].head
		}
		if tr.nodes[i].head == tr.root() {
			roots++
		}
	}
	if roots != 1 {
		t.Fatalf("%d words depend on the root, want 1", roots)
	}
}

// checkCrossing fails where two arcs cross, that of the root among them.
func checkCrossing(t *testing.T, tr *Tree) {
	t.Helper()
	for i := range tr.root() {
		a, b := min(i, tr.nodes[i].head), max(i, tr.nodes[i].head)
		for k := range tr.root() {
			if c, d := min(k, tr.nodes[k].head), max(k, tr.nodes[k].head); a < c && c < b && b < d {
				t.Fatalf("the arcs %d-%d and %d-%d cross", a, b, c, d)
			}
		}
	}
}

// grow hangs the words from lo and before hi on head, in a way that no arcs cross.
func grow(tr *Tree, rng *rand.Rand, lo, hi, head int32, one bool) {
	for lo < hi {
		end := hi
		if !one {
			end = lo + 1 + rng.Int32N(hi-lo)
		}
		top := lo + rng.Int32N(end-lo)
		tr.nodes[top].head, tr.nodes[top].rel = head, news.Rel(1+rng.IntN(len(news.RelNames)-1))
		grow(tr, rng, lo, top, top, false)
		grow(tr, rng, top+1, end, top, false)
		lo = end
	}
}

func randomTree(tr *Tree, rng *rand.Rand, n int) {
	forms, tags := make([]lex.Form, n), make([]news.Tag, n)
	for i := range forms {
		forms[i] = lex.FormOf(string(rune('a' + i%26)))
		tags[i] = news.Tag{UPOS: news.UPOS(1 + rng.IntN(17)), XPOS: news.XPOS(rng.IntN(40))}
	}
	tr.Enter(forms, tags)
	grow(tr, rng, 0, int32(n), tr.root(), true)
	tr.link()
}

// TestRevisedTreesAreTrees hangs words of random trees on any of their candidates:
// what comes of it is a tree without crossing
// arcs, and the present head is always a candidate.
func TestRevisedTreesAreTrees(t *testing.T) {
	rng := rand.New(rand.NewPCG(5, 6))
	var tr Tree
	for round := range 300 {
		n := 1 + rng.IntN(30)
		randomTree(&tr, rng, n)
		checkCrossing(t, &tr)
		for range 20 {
			i := rng.Int32N(int32(n))
			if tr.nodes[i].head == tr.root() {
				if tr.Candidates(i) != nil {
					t.Fatalf("round %d: the root has candidates", round)
				}
				continue
			}
			tr.NameFeatures(i)
			moveAny(t, &tr, rng, i)
			checkTree(t, &tr, n)
			checkCrossing(t, &tr)
		}
	}
}

// TestMendedTreesAreTrees lets the rules loose on random trees of the words and
// relations that they look for: no rule may hang a word below itself.
func TestMendedTreesAreTrees(t *testing.T) {
	rng := rand.New(rand.NewPCG(7, 8))
	words := strings.Fields("before due to , and being why how in over of protest firing said no Brand envoys ( ) -")
	classes := []news.UPOS{news.VERB, news.VERB, news.NOUN, news.PROPN, news.ADJ, news.ADV, news.PUNCT}
	rels := []news.Rel{news.Nsubj, news.NsubjPass, news.Nsubj, news.Ccomp, news.Advcl, news.AdvclRelcl, news.Obj, news.Nmod, news.Obl, news.OblUnmarked,
		news.Case, news.Advmod, news.Cc, news.Conj, news.Acl, news.Amod, news.Punct, news.Parataxis, news.AuxPass, news.Aux, news.Mark}
	var tr Tree
	for range 100_000 {
		n := 2 + rng.IntN(14)
		randomTree(&tr, rng, n)
		for i := range tr.root() {
			f := lex.FormOf(words[rng.IntN(len(words))])
			u := classes[rng.IntN(len(classes))]
			m := &tr.nodes[i]
			m.word, m.suffix, m.upos, m.tag = f.Lower, f.Suffix[2], u, tagCode(news.Tag{UPOS: u, XPOS: news.XPOS(rng.IntN(40))})
			if m.rel = rels[rng.IntN(len(rels))]; m.head == tr.root() {
				m.rel = news.Root
			}
		}
		tr.mend()
		checkTree(t, &tr, n)
	}
}

func moveAny(t *testing.T, tr *Tree, rng *rand.Rand, i int32) {
	all := tr.Candidates(i)
	present := false
	for _, c := range all {
		tr.Features(i, c)
		present = present || c.Head == tr.nodes[i].head
	}
	if !present {
		t.Fatalf("word %d: its head %d is no candidate of %v", i, tr.nodes[i].head, all)
	}
	tr.Hang(i, all[rng.IntN(len(all))].Head)
}

// TestCandidatesAreAllThatDoNotCross tries every word as the head of every other.
func TestCandidatesAreAllThatDoNotCross(t *testing.T) {
	rng := rand.New(rand.NewPCG(7, 8))
	var tr Tree
	for range 100 {
		n := 2 + rng.IntN(most)
		randomTree(&tr, rng, n)
		for i := range int32(n) {
			was := tr.nodes[i].head
			if was == tr.root() {
				continue
			}
			may := map[int32]bool{}
			for _, c := range tr.Candidates(i) {
				may[c.Head] = true
			}
			for h := range int32(n) {
				if h == i || below(&tr, h, i) {
					continue
				}
				tr.nodes[i].head = h
				want := !crosses(&tr) && (h == was || !serves(tr.nodes[h].rel))
				if want != may[h] {
					t.Fatalf("word %d under %d: candidate %v, want %v", i, h, may[h], want)
				}
			}
			tr.nodes[i].head = was
		}
	}
}

// below reports whether word k is i or stands below it.
func below(tr *Tree, k, i int32) bool {
	for k != tr.root() && k != i {
		k = tr.nodes[k].head
	}
	return k == i
}

func crosses(tr *Tree) bool {
	for i := range tr.root() {
		a, b := min(i, tr.nodes[i].head), max(i, tr.nodes[i].head)
		for k := range tr.root() {
			if c, d := min(k, tr.nodes[k].head), max(k, tr.nodes[k].head); a < c && c < b && b < d {
				return true
			}
		}
	}
	return false
}
