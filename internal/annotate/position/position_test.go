package position

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"rapporteur/internal/annotate/grammar"
	"rapporteur/internal/annotate/grammar/grammartest"
	"rapporteur/internal/news"
)

func TestDataLoads(t *testing.T) {
	if _, err := read(); err != nil {
		t.Fatal(err)
	}
}

func short(a *news.Analysis) string {
	var out []string
	for _, p := range Positions(grammar.New(a), nil) {
		out = append(out, fmt.Sprintf("%s %s: %s", p.Holder.Span.Of(a.Doc.Text), p.Stance, p.Issue.Of(a.Doc.Text)))
	}
	return strings.Join(out, "\n")
}

func TestPositions(t *testing.T) {
	for _, c := range []struct{ name, table, want string }{
		{"an act of speech with an object", `
			Varnia NNP nsubj 2 name=state
			ruled  VBD root  0 lemma=rule
			out    RP  compound:prt 2
			a      DT  det   5
			truce  NN  obj   2`,
			"Varnia reject: a truce"},
		{"what a noun in quotation marks goes on with", `
			Varnia    NNP nsubj 2 name=state
			requested VBD root  0 lemma=request
			the       DT  det   5
			council   NN  compound 5
			hold      NN  obj   2
			“         PUNCT punct 8
			urgent    JJ  amod  8
			talks     NNS appos 5 lemma=talk`,
			"Varnia demand: the council hold “ urgent talks"},
		{"what is fired on belongs to the charge, wherever it hangs", `
			Norway  NNP nsubj 2 name=state
			accused VBD root  0 lemma=accuse
			Kenya   NNP obj   2 name=state
			of      IN  case  5
			firing  NN  nmod  3
			on      IN  case  8
			the     DT  det   8
			camp    NN  obl   2`,
			"Norway accuse: firing on the camp"},
		{"what is asked in return stands behind for, wherever it hangs", `
			Norway   NNP nsubj 2 name=state
			offered  VBD root  0 lemma=offer
			to       TO  mark  4
			open     VB  xcomp 2
			the      DT  det   6
			dam      NN  obj   4
			in       IN  case  8
			return   NN  obl   4
			for      IN  case  11
			a        DT  det   11
			pullback NN  obl   4`,
			"Norway offer: open the dam in return for a pullback\nNorway condition: a pullback"},
		{"its denial is no position", `
			Varnia NNP nsubj 4 name=state
			did    VBD aux   4 lemma=do
			not    RB  advmod 4
			rule   VB  root  0
			out    RP  compound:prt 4
			talks  NNS obj   4`,
			""},
		{"what somebody refuses to do", `
			Ostrel    NNP nsubj 3 name=state
			has       VBZ aux   3 lemma=have
			refused   VBN root  0 lemma=refuse
			to        TO  mark  5
			recognise VB  xcomp 3
			Varnia    NNP obj   5 name=state`,
			"Ostrel reject: recognise Varnia"},
		{"a possible act is none", `
			Ostrel NNP nsubj 3 name=state
			could  MD  aux   3
			accept VB  root  0
			it     DT  det   5
			terms  NNS obj   3`,
			""},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := short(grammartest.Parse("2025-03-10", c.table)); got != c.want {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
		})
	}
}

func FuzzPositions(f *testing.F) {
	f.Add("Varnia must withdraw troops and ruled out talks", uint64(1))
	f.Add("said there would be no role for us unless they refuse to accept", uint64(5))
	f.Fuzz(func(t *testing.T, words string, seed uint64) {
		if len(words) > 1000 || !utf8.ValidString(words) || strings.TrimSpace(words) == "" {
			return
		}
		a := grammartest.Wild(words, seed)
		for _, p := range Positions(grammar.New(a), nil) {
			if !p.Issue.Fits(a.Doc.Text) || p.Issue.Len() == 0 || p.Holder.IsZero() || p.Stance == "" {
				t.Errorf("%q: %+v", words, p)
			}
		}
		for _, c := range Clauses(grammar.New(a)) {
			if !c.Part.Fits(a.Doc.Text) || c.At < 1 || int(c.At) > len(a.Tokens) {
				t.Errorf("%q: %+v", words, c)
			}
		}
	})
}
