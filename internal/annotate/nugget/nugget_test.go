package nugget

import (
	"slices"
	"strings"
	"testing"

	"rapporteur/internal/annotate/grammar"
	"rapporteur/internal/annotate/grammar/grammartest"
	"rapporteur/internal/annotate/lex"
	"rapporteur/internal/learn"
	"rapporteur/internal/news"
)

func TestKinds(t *testing.T) {
	m, err := lex.Classes(files, "data/kinds.txt")
	if err != nil {
		t.Fatal(err)
	}
	if len(m) < 5000 || m["ambush"] == 0 || m["ambush"] == m["parley"] {
		t.Errorf("%d lemmas; ambush %b, parley %b", len(m), m["ambush"], m["parley"])
	}
}

const mows = `
	Gunmen NNS nsubj 2 lemma=gunman
	mowed  VBD root  0 lemma=mow
	down   RP  compound:prt 2
	the    DT  det   5
	guests NNS obj   2 lemma=guest`

var gardens = strings.NewReplacer("Gunmen", "Wardens", "gunman", "warden", "guests", "meadows", "guest", "meadow").Replace(mows)

func of(table string, at news.TokenID) []uint32 {
	return Features(grammar.New(grammartest.Parse("2025-03-10", table)), at, nil)
}

func TestFeaturesMindWhoAndWhom(t *testing.T) {
	a, b := of(mows, 2), of(gardens, 2)
	lemma := learn.Key2(tLemma, learn.HashWord("mow"), uint64(news.VERB))
	if !slices.Contains(a, lemma) || !slices.Contains(b, lemma) {
		t.Error("the word itself is no feature")
	}
	object := learn.Key2(tOnlyDependent, uint64(news.Obj)^learn.HashWord(""), learn.HashWord("guest"))
	if !slices.Contains(a, object) || slices.Contains(b, object) {
		t.Error("what is done to whom makes no difference")
	}
}

func TestCandidates(t *testing.T) {
	v := grammar.New(grammartest.Parse("2025-03-10", mows))
	for at, want := range map[news.TokenID]bool{1: true, 2: true, 3: false, 4: false, 5: true} {
		if Candidate(v, at) != want {
			t.Errorf("word %d: %v", at, !want)
		}
	}
}

// learned is a model that has seen mows, an assault, and gardens, which is none.
func learned(t *testing.T) *Model {
	t.Helper()
	free := slices.Repeat([]uint32{1<<len(Classes) - 1}, len(Classes))
	assault := uint8(slices.Index(Classes, "ASSAULT"))
	var paths []learn.Path
	for range 20 {
		paths = append(paths,
			learn.Path{Features: [][]uint32{of(mows, 2)}, Allowed: free[:1], Gold: []uint8{assault}},
			learn.Path{Features: [][]uint32{of(gardens, 2)}, Allowed: free[:1], Gold: []uint8{0}})
	}
	order := func(int) (out []int) {
		for i := range paths {
			out = append(out, i)
		}
		return out
	}
	m := learn.NewChainCorpus(paths, free, 1).Train(learn.ChainOptions{Epochs: 20, Rate: 0.5, L1: 0.01}, order)
	packed, err := learn.Pack(learn.MultinomialSections(Section, &m.Linear, m.Unit()))
	if err != nil {
		t.Fatal(err)
	}
	f, err := learn.Unpack(packed)
	if err != nil {
		t.Fatal(err)
	}
	out, err := New(f)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func TestReadsWhatItHasLearned(t *testing.T) {
	m := learned(t)
	if class, p := m.Read(grammar.New(grammartest.Parse("2025-03-10", mows)), 2); class != "ASSAULT" || p < 0.8 {
		t.Errorf("%s by %.2f", class, p)
	}
	if class, p := m.Read(grammar.New(grammartest.Parse("2025-03-10", gardens)), 2); p > 0.2 {
		t.Errorf("%s by %.2f, where nothing is told of", class, p)
	}
}

func TestWeightsThatDoNotFit(t *testing.T) {
	packed, err := learn.Pack(learn.MultinomialSections(Section, learn.NewDictionary(3).Build(), 1))
	if err != nil {
		t.Fatal(err)
	}
	f, err := learn.Unpack(packed)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := New(f); err == nil || !strings.Contains(err.Error(), "3 classes") {
		t.Errorf("weights of three classes: %v", err)
	}
}

func FuzzFeatures(f *testing.F) {
	f.Add("Gunmen mowed down the guests", uint64(1), uint8(2))
	f.Fuzz(func(t *testing.T, words string, seed uint64, at uint8) {
		if len(words) > 1000 || strings.TrimSpace(words) == "" || strings.ToValidUTF8(words, "") != words {
			return
		}
		v := grammar.New(grammartest.Wild(words, seed))
		word := 1 + news.TokenID(at)%v.Len()
		Candidate(v, word)
		if len(Features(v, word, nil)) == 0 {
			t.Error("no features")
		}
	})
}
