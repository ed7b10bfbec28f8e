package revise_test

import (
	"fmt"
	"strings"
	"testing"

	"rapporteur/internal/annotate/grammar"
	"rapporteur/internal/annotate/grammar/grammartest"
	"rapporteur/internal/annotate/revise"
	"rapporteur/internal/news"
)

func TestTagsAndTreesAtOdds(t *testing.T) {
	for _, c := range []struct{ name, table, word, want string }{
		{"a noun in s below another", `
			Varnia   NNP nsubj 2 name=state
			answered VBD root  0 lemma=answer
			after    IN  mark  6
			two      CD  nummod 6
			rocket   NN  nsubj 6
			launches VBZ nmod  2 lemma=launch
			in       IN  case  8
			July     NNP obl   6`,
			"launches", "NNS nmod 2: two nummod, rocket compound, July nmod"},
		{"whose it is", `
			Varnia   NNP nmod:poss 3 name=state
			's       POS case 1
			rocket   NN  nsubj 4
			launches VBZ nsubj 5 lemma=launch
			failed   VBD root  0 lemma=fail`,
			"launches", "NNS nsubj 5: Varnia nmod:poss, rocket compound"},
		{"its number made an object of its own", `
			Varnia   NNP nsubj 2 name=state
			staged   VBD root  0 lemma=stage
			two      CD  obj   2
			rocket   NN  nsubj 5
			launches VBZ obj   2 lemma=launch`,
			"launches", "NNS obj 2: two nummod, rocket compound"},
		{"a verb with an object stays", `
			what     WP  obj   3
			Varnia   NNP nsubj 3 name=state
			launches VBZ nsubj 5 lemma=launch
			rockets  NNS obj   3 lemma=rocket
			matters  VBZ root  0 lemma=matter`,
			"launches", "VBZ nsubj 5: what obj, Varnia nsubj, rockets obj"},
		{"a verb behind to which", `
			They     PRP nsubj 2
			began    VBD root  0 lemma=begin
			drills   NNS obj   2 lemma=drill
			to       IN  case  5
			which    WDT nmod  8
			Varnia   NNP compound 8 name=state
			strongly RB  advmod 8
			objects  NNS appos 3 lemma=object`,
			"objects", "VBZ acl:relcl 3: which obl, Varnia nsubj, strongly advmod"},
		{"who announces it is no part of the number", `
			Losses    NNS nsubj 2 lemma=loss
			rose      VBD root  0 lemma=rise
			to        IN  case  4
			85        CD  obl   2
			,         ,   punct 6
			Brenn     NNP nmod:unmarked 4 name=person
			,         ,   punct 8
			chair     NN  appos 6
			announced VBN acl   6 lemma=announce
			Tuesday   NNP obl:unmarked 9`,
			"announced", "VBD parataxis 2: Brenn nsubj, Tuesday obl:unmarked"},
		{"what is claimed is no predicate", `
			Varnia         NNP nsubj 3 name=state
			has            VBZ aux   3
			claimed        VBN root  0 lemma=claim
			responsibility NN  xcomp 3
			for            IN  case  7
			the            DT  det   7
			raid           NN  nmod  4`,
			"responsibility", "NN obj 3: raid nmod"},
		{"what somebody becomes is one", `
			He             PRP nsubj 2
			became         VBD root  0 lemma=become
			mayor          NN  xcomp 2`,
			"mayor", "NN xcomp 2: "},
		{"and so is what somebody is named", `
			He             PRP nsubj:pass 3
			was            VBD aux:pass 3
			named          VBN root  0 lemma=name
			mayor          NN  xcomp 3`,
			"mayor", "NN xcomp 3: "},
		{"what does not matter is below what is said", `
			He      PRP nsubj 2
			said    VBD root  0 lemma=say
			there   EX  expl  5
			would   MD  aux   5
			be      VB  advcl 12
			no      DT  det   7
			arms    NNS nsubj 5 lemma=arm
			no      DT  det   9
			matter  NN  nsubj 12
			what    WP  obj   12
			Varnia  NNP nsubj 12 name=state
			does    VBZ ccomp 2 lemma=do`,
			"be", "VB ccomp 2: there expl, would aux, arms nsubj, does advcl"},
	} {
		t.Run(c.name, func(t *testing.T) {
			a := grammartest.Parse("2031-07-10", c.table)
			revise.AtOdds(a)
			if got := described(a, c.word); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

// described is the tag, relation and head of word, and what hangs on it.
func described(a *news.Analysis, word string) string {
	v := grammar.New(a)
	for t := news.TokenID(1); t <= v.Len(); t++ {
		if v.Word(t) != word {
			continue
		}
		var kids []string
		for k := v.Kid(t); k != 0; k = v.Next(k) {
			if r := v.Rel(k); r != news.Case && r != news.Mark {
				kids = append(kids, v.Word(k)+" "+news.RelNames[r])
			}
		}
		return fmt.Sprintf("%s %s %d: %s", news.XPOSNames[v.Tag(t).XPOS], news.RelNames[v.Rel(t)], v.Head(t), strings.Join(kids, ", "))
	}
	return ""
}
