package parse

import (
	"testing"

	"rapporteur/internal/annotate/lex"
	"rapporteur/internal/news"
)

// TestLookSeesNounsVerbsAndMarks reads "Envoys of Mirenia , who met guards , left".
func TestLookSeesNounsVerbsAndMarks(t *testing.T) {
	tags := []news.Tag{
		{UPOS: news.NOUN}, {UPOS: news.ADP}, {UPOS: news.PROPN}, {UPOS: news.PUNCT, XPOS: comma},
		{UPOS: news.SCONJ}, {UPOS: news.VERB}, {UPOS: news.NOUN}, {UPOS: news.PUNCT, XPOS: comma}, {UPOS: news.VERB},
	}
	var st State
	st.Enter(make([]lex.Form, len(tags)), tags)
	for i, want := range map[int][2]int32{0: {0, 5}, 1: {2, 5}, 3: {none, 5}, 4: {none, 5}, 6: {6, 8}, 8: {none, 8}, 9: {none, none}} {
		if got := [2]int32{st.ahead[i].noun, st.ahead[i].verb}; got != want {
			t.Errorf("from word %d: noun and verb %v, want %v", i, got, want)
		}
	}
	for _, c := range []struct {
		a, b int32
		want uint64
	}{{0, 1, 0}, {0, 8, 1 | 2<<2 | 1<<4}, {5, 8, 1 << 2}, {none, 3, nowhere}, {3, none, nowhere}} {
		if got := st.between(c.a, c.b); got != c.want {
			t.Errorf("between %d and %d: %b, want %b", c.a, c.b, got, c.want)
		}
	}
}
