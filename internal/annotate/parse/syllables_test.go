package parse

import (
	"testing"

	"rapporteur/internal/annotate/lex"
	"rapporteur/internal/news"
)

// TestSecondSyllablesHangOnTheirName reads "Doon Jaek - in spoke" as "Doon Jaek
// spoke" is read.
func TestSecondSyllablesHangOnTheirName(t *testing.T) {
	var forms []lex.Form
	for _, w := range []string{"Doon", "Jaek", "-", "in", "spoke"} {
		forms = append(forms, lex.FormOf(w))
	}
	name := news.Tag{UPOS: news.PROPN, XPOS: news.NNP}
	tags := []news.Tag{name, name, {UPOS: news.PUNCT}, name, {UPOS: news.VERB, XPOS: news.VBD}}
	var w whole
	w.enter(forms, tags)
	if len(w.forms) != 3 || w.tags[2].UPOS != news.VERB {
		t.Fatalf("%d words are read, the last is %v", len(w.forms), w.tags[len(w.tags)-1])
	}
	var st State
	st.Enter(w.forms, w.tags)
	st.nodes[0].head, st.nodes[0].rel = 2, news.Nsubj
	st.nodes[1].head, st.nodes[1].rel = 0, news.Flat
	st.nodes[2].head = st.root()
	arcs := make([]news.Arc, len(forms))
	w.draw(&st, arcs, 10)
	want := []news.Arc{{Head: 15, Rel: news.Nsubj}, {Head: 11, Rel: news.Flat}, {Head: 14, Rel: news.Punct}, {Head: 11, Rel: news.Flat}, {Rel: news.Root}}
	for i := range want {
		if arcs[i] != want[i] {
			t.Errorf("word %d has %+v, want %+v", i, arcs[i], want[i])
		}
	}
	if tags[3].UPOS = news.ADP; syllable(forms, tags, 3) {
		t.Error("a preposition is taken for a syllable")
	}
}
