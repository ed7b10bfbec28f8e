package revise

import (
	"testing"

	"rapporteur/internal/annotate/lex"
	"rapporteur/internal/news"
)

// TestPairsGoToWhatTheyEnclose reads "said ( of late ) and", where the moves
// have given the first bracket to "said" and the second to the first.
func TestPairsGoToWhatTheyEnclose(t *testing.T) {
	tags := []news.Tag{
		{UPOS: news.VERB}, {UPOS: news.PUNCT, XPOS: openBracket}, {UPOS: news.ADP}, {UPOS: news.NOUN},
		{UPOS: news.PUNCT, XPOS: closeBracket}, {UPOS: news.PUNCT, XPOS: closeQuote}, {UPOS: news.NOUN},
	}
	var tr Tree
	tr.Enter(make([]lex.Form, len(tags)), tags)
	for i, h := range []int32{7, 0, 3, 0, 0, 0, 0} {
		tr.nodes[i].head = h
	}
	tr.link()
	tr.pairMarks()
	for i, want := range []int32{7, 3, 3, 0, 3, 0, 0} {
		if got := tr.nodes[i].head; got != want {
			t.Errorf("word %d depends on %d, want %d", i, got, want)
		}
	}
}

// TestMarksWithDependentsStay leaves a bracket alone on which a word depends, so
// that no circle is drawn.
func TestMarksWithDependentsStay(t *testing.T) {
	tags := []news.Tag{{UPOS: news.PUNCT, XPOS: openBracket}, {UPOS: news.NOUN}, {UPOS: news.PUNCT, XPOS: closeBracket}}
	var tr Tree
	tr.Enter(make([]lex.Form, len(tags)), tags)
	tr.nodes[0].head, tr.nodes[1].head, tr.nodes[2].head = 3, 0, 1
	tr.link()
	tr.pairMarks()
	checkTree(t, &tr, len(tags))
	if tr.nodes[1].head != 0 || tr.nodes[2].head != 1 {
		t.Error("arcs of a mark with dependents were drawn anew")
	}
}
