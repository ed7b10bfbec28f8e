package event

import (
	"testing"

	"rapporteur/internal/annotate/grammar"
	"rapporteur/internal/annotate/grammar/grammartest"
	"rapporteur/internal/news"
)

// Who suffers what a noun tells of, and what goes on as it is told.
func TestWhomItBefalls(t *testing.T) {
	for _, c := range []struct{ name, table, want string }{
		{"whose breach it is suffers it", `
			Keldia   NNP nsubj 2 name=organization
			disclosed VBD root 0 lemma=disclose
			two      CD  nummod 5
			cyber    NN  compound 5
			attacks  NNS obj   2 lemma=attack`,
			"COERCE held | Keldia=recipient |  | "},
		{"criticism of somebody is none by him", `
			Criticism NN nsubj 4
			of       IN  case  3
			Trask    NNP nmod  1 name=person
			grew     VBD root  0 lemma=grow`,
			"ACCUSE  | Trask=recipient |  | "},
		{"remarks draw criticism upon whose they are", `
			Trask    NNP nmod:poss 3 name=person
			's       POS case  1
			remarks  NNS nsubj 4 lemma=remark
			drew     VBD root  0 lemma=draw
			criticism NN obj   4
			from     IN  case  7
			Dovan    NNP nmod  5 name=person`,
			"ACCUSE held | Dovan=actor; Trask=recipient |  | "},
		{"an inquiry goes on when it is told of", `
			Varnia   NNP nsubj 2 name=state
			said     VBD root  0 lemma=say
			it       PRP nsubj 5
			was      VBD aux   5 lemma=be
			investigating VBG ccomp 2 lemma=investigate
			Keldia   NNP obj   5 name=organization`,
			"ACCUSE under way | Varnia=actor; Keldia=recipient |  | "},
		{"who would like to apologise does", `
			Keldia   NNP nsubj 3 name=organization
			would    MD  aux   3
			like     VB  root  0
			to       TO  mark  5
			apologise VB xcomp 3
			to       IN  case  7
			Trask    NNP obl   5 name=person`,
			"CONCEDE held | Keldia=actor; Trask=recipient |  | "},
		{"a breach is of whom the claims after it are against", `
			Claims   NNS nsubj 8 lemma=claim
			against  IN  case  3
			Keldia   NNP nmod  1 name=organization
			after    IN  case  7
			a        DT  det   7
			data     NN  compound 7
			breach   NN  nmod  1
			failed   VBD root  0 lemma=fail`,
			"COERCE held | Keldia=recipient |  | "},
		{"who investigates whether somebody did something looks into him", `
			Investigators NNS nsubj 3 lemma=investigator
			are      VBP aux   3 lemma=be
			investigating VBG root 0 lemma=investigate
			whether  IN  mark  7
			the      DT  det   6
			driver   NN  nsubj 7
			slept    VBD ccomp 3 lemma=sleep`,
			"ACCUSE under way | Investigators=actor; the driver=recipient |  | "},
		{"to work with public bodies is to cooperate", `
			Keldia   NNP nsubj 3 name=organization
			will     MD  aux   3
			work     VB  root  0
			with     IN  case  6
			Varnian  JJ  amod  6 name=state
			regulators NNS obl 3 lemma=regulator`,
			"COOPERATE planned | Keldia=actor; Varnian=actor |  | "},
		{"where somebody lives is not he", `
			A        DT  det   2
			driver   NN  nsubj:pass 6
			from     IN  case  4
			Lutava   NNP nmod  2 name=place
			was      VBD aux:pass 6 lemma=be
			arrested VBN root  0 lemma=arrest
			by       IN  case  8
			Varnia   NNP obl:agent 6 name=state`,
			"COERCE held | Varnia=actor; A driver from Lutava=recipient |  | "},
	} {
		if got := sides(grammartest.Parse("2025-03-10", c.table)); got != c.want {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
}

// sides is short with the role of each participant.
func sides(a *news.Analysis) string {
	out := ""
	for _, e := range Events(grammar.New(a), nil) {
		who := ""
		for i, p := range e.Participants {
			if i > 0 {
				who += "; "
			}
			who += p.Span.Of(a.Doc.Text) + "=" + string(p.Role)
		}
		out += e.Class + " " + string(e.Status) + " | " + who + " | " + e.Place.Span.Of(a.Doc.Text) + " | "
	}
	return out
}

// What is agreed or denied is part of what an event is called.
func TestWhatIsAgreed(t *testing.T) {
	for table, want := range map[string]string{`
		Varnia   NNP nsubj 2 name=state
		agreed   VBD root  0 lemma=agree
		to       TO  mark  4
		exchange VB  xcomp 2
		120      CD  nummod 6
		prisoners NNS obj  4 lemma=prisoner`: "to exchange prisoners", `
		Varnia   NNP nsubj 2 name=state
		denied   VBD root  0 lemma=deny
		a        DT  det   5
		false    JJ  amod  5
		report   NN  obj   2`: "false report", `
		Varnia   NNP nsubj 2 name=state
		agreed   VBD root  0 lemma=agree`: ""} {
		got := Events(grammar.New(grammartest.Parse("2025-03-10", table)), nil)
		if len(got) != 1 || got[0].What != want {
			t.Errorf("%+v: want %q", got, want)
		}
	}
}

// Deeds take the day of another where that is one day.
func TestOneDay(t *testing.T) {
	for value, want := range map[string]bool{"2025-03-10": true, "2025-03-10TMO": true, "2025-W11": false, "2025": false} {
		a := grammartest.Parse("2025-03-10", `
			Varnia NNP nsubj 2 name=state
			fired  VBD root  0 lemma=fire
			then   RB  advmod 2 time=`+value)
		f := &finder{View: grammar.New(a), a: a, lex: load()}
		if got := f.onDay(1); got != want {
			t.Errorf("%s: %v", value, got)
		}
	}
}
