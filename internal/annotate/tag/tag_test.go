package tag

import (
	"testing"
	"unicode/utf8"

	"rapporteur/internal/annotate/lex"
	"rapporteur/internal/learn"
	"rapporteur/internal/news"
)

func TestScriptsTurnFormsIntoLemmas(t *testing.T) {
	for _, c := range []struct{ form, lemma string }{
		{"said", "say"}, {"Envoys", "envoy"}, {"Mirenia", "Mirenia"}, {"is", "be"}, {"n’t", "not"}, {"Went", "go"}, {"ÉTATS", "état"},
	} {
		s := ScriptFor(c.form, c.lemma)
		if got := string(appendLemma(nil, c.form, &s)); got != c.lemma {
			t.Errorf("%s: script %+v gives %q, want %q", c.form, s, got, c.lemma)
		}
		again, err := parseScript(s.String())
		if err != nil || again != s {
			t.Errorf("%+v is read back as %+v, %v", s, again, err)
		}
	}
}

func FuzzScript(f *testing.F) {
	f.Add("said", "say", "paid")
	f.Add("ÉTATS", "état", "é")
	f.Fuzz(func(t *testing.T, form, lemma, other string) {
		if !utf8.ValidString(form) || !utf8.ValidString(lemma) || !utf8.ValidString(other) {
			return
		}
		s := ScriptFor(form, lemma)
		if got := appendLemma(nil, other, &s); !utf8.Valid(got) {
			t.Errorf("script %+v makes %q of %q", s, got, other)
		}
	})
}

// words is a dictionary where "the" is always label 0 and "set" 1 or 2.
func words() *learn.Linear {
	the, set := lex.FormOf("the"), lex.FormOf("set")
	d := learn.NewDictionary(3)
	a, b := WordKey(&the), WordKey(&set)
	rows := map[uint32][]uint8{a: {0}, b: {1, 2}}
	for _, k := range []uint32{min(a, b), max(a, b)} {
		weights := make([]int8, len(rows[k]))
		for i := range weights {
			weights[i] = 60
		}
		d.Row(k, rows[k], weights)
	}
	return d.Build()
}

func TestDictionaryHoldsSmallWordsToTheirLabels(t *testing.T) {
	w := NewWindow(words())
	w.Enter([]lex.Form{lex.FormOf("the"), lex.FormOf("set"), lex.FormOf("Set"), lex.FormOf("strange")})
	for i, want := range [][]uint8{{0}, {1, 2}, nil, nil} {
		got := w.Allowed(i)
		if len(got) != len(want) || len(want) > 0 && got[0] != want[0] {
			t.Errorf("word %d: allowed %v, want %v", i, got, want)
		}
	}
}

func TestSecondSyllablesOfGivenNames(t *testing.T) {
	w := NewWindow(words())
	for _, c := range []struct {
		words []string
		want  bool
	}{
		{[]string{"Doon", "Jaek", "-", "in", "asked"}, true},
		{[]string{"the", "Jaek", "-", "in", "asked"}, false},
		{[]string{"Doon", "Check", "-", "in", "desk"}, false},
	} {
		var forms []lex.Form
		for _, word := range c.words {
			forms = append(forms, lex.FormOf(word))
		}
		w.Enter(forms)
		if w.syllable(3) != c.want || w.syllable(4) {
			t.Errorf("%v: the last syllable of a name %v, want %v", c.words, w.syllable(3), c.want)
		}
	}
}

func TestLoudness(t *testing.T) {
	for _, c := range []struct {
		words []string
		want  uint64
	}{
		{[]string{"ENVOYS", "LEAVE", "MIRENIA"}, 1},
		{[]string{"Envoys", "Leave", "Lower", "Mirenia"}, 2},
		{[]string{"Envoys", "leave", "the", "town"}, 0},
	} {
		var forms []lex.Form
		for _, w := range c.words {
			forms = append(forms, lex.FormOf(w))
		}
		if got := loudness(forms); got != c.want {
			t.Errorf("%v: %d, want %d", c.words, got, c.want)
		}
	}
}

func TestFeaturesCostNoAllocation(t *testing.T) {
	w := NewWindow(words())
	w.Enter([]lex.Form{lex.FormOf("the"), lex.FormOf("set")})
	w.Features(0)
	if n := testing.AllocsPerRun(20, func() { w.Features(1) }); n > 0 {
		t.Errorf("%v allocations", n)
	}
}

func TestFeatFeaturesSeeTheAuxiliary(t *testing.T) {
	forms := []lex.Form{lex.FormOf("was"), lex.FormOf("killed")}
	tags := []news.Tag{{UPOS: news.AUX, XPOS: news.VBD}, {UPOS: news.VERB, XPOS: news.VBN}}
	with := FeatFeatures(nil, forms, tags, 1)
	tags[0].UPOS = news.NOUN
	without := FeatFeatures(nil, forms, tags, 1)
	same := true
	for i := range with {
		same = same && with[i] == without[i]
	}
	if same {
		t.Error("the features of a participle do not depend on the word before it")
	}
}

func TestToolsNeitherCallNorStrike(t *testing.T) {
	w := NewWindow(words())
	for _, c := range []struct {
		words []string
		want  bool
	}{
		{[]string{"her", "phone", "calls", "to"}, true},
		{[]string{"her", "aide", "calls", "to"}, false},
		{[]string{"a", "drone", "strikes", "a"}, false},
	} {
		var forms []lex.Form
		for _, word := range c.words {
			forms = append(forms, lex.FormOf(word))
		}
		w.Enter(forms)
		if w.compound(2) != c.want {
			t.Errorf("%v: a noun behind a tool %v, want %v", c.words, w.compound(2), c.want)
		}
	}
}
