package grammar_test

import (
	"testing"

	"rapporteur/internal/annotate/grammar"
	"rapporteur/internal/annotate/grammar/grammartest"
	"rapporteur/internal/news"
)

func TestParseIdiom(t *testing.T) {
	for _, bad := range []string{"", "put", "put ~", "~ put", "a b c d e f g h i j k"} {
		if _, _, err := grammar.ParseIdiom(bad); err == nil {
			t.Errorf("%q was read as an idiom", bad)
		}
	}
	if i, firsts, err := grammar.ParseIdiom("give/cede no ground"); err != nil || !i.Denies || len(firsts) != 2 {
		t.Errorf("got %+v, %q, %v", i, firsts, err)
	}
}

func TestIdiom(t *testing.T) {
	const active = `
		Varnia NNP nsubj 2 name=state
		put    VBD root 0
		the    DT  det 4
		plan   NN  obj 2
		on     IN  case 6
		ice    NN  obl 2`
	const passive = `
		Water NN  nsubj:pass 3
		was   VBD aux:pass 3 lemma=be
		poured VBN root 0 lemma=pour
		on    IN case 6
		the   DT det 6
		plan  NN obl 3`
	for _, c := range []struct {
		table, idiom, said string
		at                 int
		from               int
	}{
		{active, "put/place ~ on ice/hold", "put on ice", 2, 3},
		{active, "put on ice", "", 2, 0},
		{active, "put plan on ice", "put plan on ice", 2, 0},
		{passive, "pour/throw water", "pour water", 3, 0},
		{passive, "pour oil", "", 3, 0},
	} {
		i, _, err := grammar.ParseIdiom(c.idiom)
		if err != nil {
			t.Fatal(err)
		}
		m, ok := grammar.New(grammartest.Parse("2031-07-10", c.table)).Idiom(news.TokenID(c.at), i)
		if ok != (c.said != "") || m.Said != c.said || ok && int(m.From) != c.from {
			t.Errorf("%q: got %v, %q from %d; want %q from %d", c.idiom, ok, m.Said, m.From, c.said, c.from)
		}
	}
}
