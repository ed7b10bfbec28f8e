package stance

import (
	"strings"
	"testing"

	"rapporteur/internal/annotate/grammar"
	"rapporteur/internal/annotate/grammar/grammartest"
	"rapporteur/internal/annotate/lex"
	"rapporteur/internal/learn"
	"rapporteur/internal/news"
	"rapporteur/internal/text"
)

func TestAttitudes(t *testing.T) {
	m, err := lex.Classes(files, "data/attitudes.txt")
	if err != nil {
		t.Fatal(err)
	}
	if len(m) < 1500 || m["sabotage"] == 0 || m["sabotage"] == m["cherish"] {
		t.Errorf("%d lemmas; sabotage %b, cherish %b", len(m), m["sabotage"], m["cherish"])
	}
}

// told is the clause of the word at place at of a made-up sentence.
func told(table string, at news.TokenID) *Clause {
	v := grammar.New(grammartest.Parse("2025-03-10", table))
	return &Clause{View: v, Part: text.Span{End: int32(len(v.A.Doc.Text))}, At: at}
}

const blames = `
	They     PRP nsubj 2
	wrecked  VBD root  0 lemma=wreck
	the      DT  det   4
	truce    NN  obj   2`

func TestFeaturesMindDenial(t *testing.T) {
	denied := strings.Replace(blames, "wrecked", "never    RB  advmod 3\n\twrecked", 1)
	denied = strings.NewReplacer("nsubj 2", "nsubj 3", "det   4", "det 5", "obj   2", "obj 3").Replace(denied)
	a, b := told(blames, 2).Features(nil), told(denied, 3).Features(nil)
	if len(a) < 20 || len(b) < 20 {
		t.Fatalf("%d and %d features", len(a), len(b))
	}
	root := func(denied uint64) uint32 { return learn.Key2(tDeniedRoot, learn.HashWord("wreck"), denied) }
	if !has(a, root(0)) || has(a, root(1)) || !has(b, root(1)) {
		t.Error("what is denied has the features of what is not")
	}
}

func has(features []uint32, f uint32) bool {
	for _, g := range features {
		if g == f {
			return true
		}
	}
	return false
}

// learned is a model that has seen the clause blames alone: an accusation.
func learned(t *testing.T) *Model {
	t.Helper()
	all := make([]uint32, len(Classes))
	for i := range all {
		all[i] = 1<<len(Classes) - 1
	}
	var paths []learn.Path
	for range 20 {
		paths = append(paths,
			learn.Path{Features: [][]uint32{told(blames, 2).Features(nil)}, Allowed: all[:1], Gold: []uint8{8}},
			learn.Path{Features: [][]uint32{told(strings.Replace(blames, "wreck", "photograph", 2), 2).Features(nil)}, Allowed: all[:1], Gold: []uint8{0}})
	}
	order := func(int) (out []int) {
		for i := range paths {
			out = append(out, i)
		}
		return out
	}
	m := learn.NewChainCorpus(paths, all, 1).Train(learn.ChainOptions{Epochs: 20, Rate: 0.5, L1: 0.01}, order)
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
	if s, p := m.Read(told(blames, 2)); s != news.Accuse || p < 0.8 {
		t.Errorf("%s by %.2f", s, p)
	}
	if s, p := m.Read(told(strings.Replace(blames, "wreck", "photograph", 2), 2)); p > 0.2 {
		t.Errorf("%s by %.2f, where nothing is taken", s, p)
	}
}

func TestWeightsThatDoNotFit(t *testing.T) {
	l := learn.NewDictionary(3).Build()
	packed, err := learn.Pack(learn.MultinomialSections(Section, l, 1))
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
	f.Add("They wrecked the truce and went home", uint64(1), uint8(2))
	f.Fuzz(func(t *testing.T, words string, seed uint64, at uint8) {
		if len(words) > 1000 || strings.TrimSpace(words) == "" || strings.ToValidUTF8(words, "") != words {
			return
		}
		v := grammar.New(grammartest.Wild(words, seed))
		c := &Clause{View: v, Part: text.Span{End: int32(len(v.A.Doc.Text))}, At: 1 + news.TokenID(at)%v.Len()}
		c.Features(nil)
		if first, last := c.Extent(); first < 1 || last > v.Len() || first > last {
			t.Errorf("words %d to %d of %d", first, last, v.Len())
		}
	})
}
