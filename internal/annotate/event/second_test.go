package event

import (
	"strings"
	"testing"

	"rapporteur/internal/annotate/grammar/grammartest"
	"rapporteur/internal/news"
	"rapporteur/internal/text"
)

// A verb that tells of an act of speech tells of no second one by the position that
// it takes; a mood or a noun, which is no verb of its own, does.
func TestSameWord(t *testing.T) {
	const table = `
			Varnia  NNP nsubj 2 name=state
			repeated VBD root 0 lemma=reiterate
			its     PRP$ nmod:poss 4
			demand  NN  obj   2
			that    IN  mark  7
			Ostrel  NNP nsubj 7 name=state
			leave   VB  acl   4`
	const demand = "REQUEST held | Varnia; Ostrel |  | "
	for rule, want := range map[string]string{
		"position/reiterate": demand,
		"position/must":      demand + "\nSUPPORT held | Varnia; Ostrel |  | ",
	} {
		a := grammartest.Parse("2025-03-10", table)
		body := a.Doc.Text
		holder := news.Party{Chain: a.Mentions[0].Chain, Span: a.Mentions[0].Span}
		a.Positions = []news.Position{{Holder: holder, Stance: news.Support, Issue: text.At(strings.Index(body, "Ostrel"), len(body)), Sentence: 1, Rule: rule, Confidence: 0.9}}
		if got := short(a); got != want {
			t.Errorf("%s: got\n%s\nwant\n%s", rule, got, want)
		}
	}
}
