package grammar_test

import (
	"testing"

	"rapporteur/internal/annotate/grammar"
	"rapporteur/internal/annotate/grammar/grammartest"
)

// What a participle behind its noun was done by may hang on the noun.
func TestAgent(t *testing.T) {
	v := grammar.New(grammartest.Parse("2031-07-10", `
		duties  NNS root  0 lemma=duty
		imposed VBN acl   1 lemma=impose
		on      IN  case  4
		firms   NNS obl   2 lemma=firm
		by      IN  case  6
		Varnia  NNP nmod  1 name=state`))
	if got := v.Agent(2); got != 6 {
		t.Errorf("got agent %d, want 6", got)
	}
}
