package revise

import (
	"testing"

	"rapporteur/internal/annotate/lex"
	"rapporteur/internal/news"
)

// TestVerbsSideBySideAreJoined reads "heard they met and agreed", where the
// moves have joined "agreed" to "heard".
func TestVerbsSideBySideAreJoined(t *testing.T) {
	for _, c := range []struct {
		name  string
		forms [2]news.XPOS // of "met" and of "agreed"
		rel   news.Rel     // of "met"
		want  int32
	}{
		{"of one form", [2]news.XPOS{news.VBD, news.VBD}, news.Ccomp, 2},
		{"both past", [2]news.XPOS{news.VBN, news.VBD}, news.Ccomp, 2},
		{"a participle and a past", [2]news.XPOS{news.VBN, news.VBD}, news.Acl, 0},
		{"of two forms", [2]news.XPOS{news.VBG, news.VBD}, news.Ccomp, 0},
	} {
		tags := []news.Tag{{UPOS: news.VERB, XPOS: news.VBD}, {UPOS: news.PRON}, {UPOS: news.VERB, XPOS: c.forms[0]}, {UPOS: news.CCONJ}, {UPOS: news.VERB, XPOS: c.forms[1]}}
		var tr Tree
		tr.Enter(make([]lex.Form, len(tags)), tags)
		for i, h := range []int32{5, 2, 0, 4, 0} {
			tr.nodes[i].head = h
		}
		tr.nodes[2].rel, tr.nodes[4].rel = c.rel, news.Conj
		tr.joinVerbs()
		if got := tr.nodes[4].head; got != c.want {
			t.Errorf("%s: the second verb depends on %d, want %d", c.name, got, c.want)
		}
		checkTree(t, &tr, len(tags))
	}
}
