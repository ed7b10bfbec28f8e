package event

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
	for _, e := range Events(grammar.New(a), nil) {
		var who []string
		for _, p := range e.Participants {
			who = append(who, p.Span.Of(a.Doc.Text))
		}
		when := ""
		if t := a.Time(e.Time); t != nil {
			when = t.Value
		}
		out = append(out, fmt.Sprintf("%s %s | %s | %s | %s", e.Class, e.Status, strings.Join(who, "; "), e.Place.Span.Of(a.Doc.Text), when))
	}
	return strings.Join(out, "\n")
}

func TestEvents(t *testing.T) {
	for _, c := range []struct{ name, table, want string }{
		{"two names that a hyphen joins both talk", `
			Norway NNP compound 4 name=state
			-      HYPH punct   3
			Kenya  NNP flat     1 name=state
			talks  NNS nsubj    5 lemma=talk
			ended  VBD root     0 lemma=end`,
			"CONSULT held | Norway; Kenya |  | "},
		{"who attacks is not attacked in his own attack", `
			Trask    NNP nsubj 2 name=person
			attacked VBD root  0 lemma=attack
			in       IN  case  4
			Lutava   NNP obl   2 name=place
			on       IN  case  6
			Tuesday  NNP obl   2 time=2025-03-04
			and      CC  cc    9
			police   NNS nsubj 9
			killed   VBD conj  2 lemma=kill
			Trask    NNP obj   9 chain=1`,
			"ASSAULT held | Trask | Lutava | 2025-03-04\nASSAULT held | police; Trask | Lutava | 2025-03-04"},
		{"a planned meeting with place and time", `
			Trask   NNP nsubj 3 name=person
			will    MD  aux   3
			meet    VB  root  0
			Dovan   NNP obj   3 name=person
			in      IN  case  6
			Lutava  NNP obl   3 name=place
			on      IN  case  8
			Tuesday NNP obl   3 time=2025-03-11`,
			"CONSULT planned | Trask; Dovan | Lutava | 2025-03-11"},
		{"those included among people without a name", `
			Five      CD  nummod 2
			guards    NNS nsubj:pass 7 lemma=guard
			including VBG case   5 lemma=include
			poet      NN  nmod:desc 5
			Trask     NNP nmod   2 name=person
			were      VBD aux:pass 7 lemma=be
			fined     VBN root   0 lemma=fine`,
			"SANCTION held | Trask; Five guards including poet Trask |  | "},
		{"a named analyst is no audience", `
			The      DT  det   2
			singer   NN  nsubj:pass 8
			Dovan    NNP flat  2 name=person
			and      CC  cc    5
			analyst  NN  conj  2
			Trask    NNP flat  5 name=person
			were     VBD aux:pass 8 lemma=be
			fined    VBN root  0 lemma=fine`,
			"SANCTION held | Dovan; Trask |  | "},
		{"a time that is past by what it says", `
			Trask    NNP nsubj 2 name=person
			recalled VBD root  0 lemma=recall
			a        DT  det   4
			meeting  NN  obj   2
			with     IN  case  6
			Dovan    NNP nmod  4 name=person
			earlier  RB  advmod 4 time=2025`,
			"CONSULT held | Dovan |  | 2025"},
		{"when word of an attack comes is not when it was", `
			Trask   NNP nsubj 2 name=person
			woke    VBD root  0 lemma=wake
			on      IN  case  4
			Tuesday NNP obl   2 time=2025-03-04
			to      IN  case  6
			news    NN  obl   2
			of      IN  case  9
			a       DT  det   9
			shooting NN nmod  6
			by      IN  case  11
			Varnia  NNP nmod  9 name=state
			in      IN  case  13
			Lutava  NNP nmod  9 name=place`,
			"ASSAULT  | Varnia | Lutava | "},
		{"an attack of which word comes has the time that hangs on it", `
			Trask   NNP nsubj 2 name=person
			had     VBD root  0 lemma=have
			news    NN  obj   2
			of      IN  case  6
			a       DT  det   6
			shooting NN nmod  3
			in      IN  case  8
			Lutava  NNP nmod  6 name=place
			on      IN  case  10
			Tuesday NNP nmod  6 time=2025-03-04`,
			"ASSAULT held |  | Lutava | 2025-03-04"},
		{"what a body is for is not what it does", `
			Varnia  NNP nmod:poss 3 name=state
			's      POS case  1
			investigation NN compound 4
			unit    NN  nsubj 5
			waited  VBD root  0 lemma=wait
			on      IN  case  7
			Tuesday NNP obl   5 time=2025-03-04`,
			""},
		{"a plural noun of two words that the tagger took for a verb", `
			Envoys  NNS nsubj 2 lemma=envoy
			recalled VBD root 0 lemma=recall
			Trask   NNP nmod:poss 4 name=person
			phone   NN  nsubj 5
			calls   VBZ ccomp 2 lemma=call
			to      IN  case  7
			Dovan   NNP obl   5 name=person
			last    JJ  obl:tmod 5 time=2025-03`,
			"CONSULT held | Trask; Dovan |  | 2025-03"},
		{"a nuclear test is no launch", `
			Varnia  NNP nsubj 2 name=state
			fired   VBD root  0 lemma=fire
			a       DT  det   4
			missile NN  obj   2
			after   IN  case  8
			its     PRP$ nmod:poss 8 lemma=its
			nuclear JJ  amod  8
			test    NN  obl   2
			in      IN  case  10
			March   NNP nmod  8 time=2025-03`,
			"MOBILIZE held | Varnia |  | 2025-03\nMOBILIZE  | Varnia |  | 2025-03"},
		{"calls to two people are two calls", `
			Envoys   NNS nsubj 2 lemma=envoy
			recalled VBD root  0 lemma=recall
			Trask    NNP nmod:poss 4 name=person
			calls    NNS obj   2 lemma=call
			to       IN  case  6
			Dovan    NNP nmod  4 name=person
			and      CC  cc    8
			Keld     NNP conj  6 name=person
			in       IN  case  10
			March    NNP nmod  4 time=2025-03-04`,
			"CONSULT held | Trask; Dovan |  | 2025-03-04\nCONSULT held | Trask; Keld |  | 2025-03-04"},
		{"where it was done, tomorrow had come", `
			Varnia  NNP nsubj 2 name=state
			fired   VBD root  0 lemma=fire
			a       DT  det   4
			missile NN  obj   2
			on      IN  case  6
			Tuesday NNP obl   2 time=2025-03-11
			as      IN  mark  12
			Tuesday NNP nmod:poss 9 time=2025-03-11
			test    NN  nsubj 12
			by      IN  case  11
			Varnia  NNP nmod  9 chain=1
			alarmed VBD advcl 2 lemma=alarm
			Keldia  NNP obj   12 name=state`,
			"MOBILIZE held | Varnia |  | 2025-03-11"},
		{"a negated meeting is none", `
			Trask   NNP nsubj 4 name=person
			did     VBD aux   4 lemma=do
			not     RB  advmod 4
			meet    VB  root  0
			Dovan   NNP obj   4 name=person`,
			""},
		{"an accusation is never the act", `
			Varnia    NNP nsubj 2 name=state
			accused   VBD root  0 lemma=accuse
			Ostrel    NNP obj   2 name=state
			of        IN  mark  5
			attacking VBG advcl 2
			Keldia    NNP obj   5 name=state`,
			"ACCUSE held | Varnia; Ostrel |  | "},
		{"an offer to do something is an agreement, and not the deed", `
			Varnia  NNP nsubj 2 name=state
			offered VBD root  0 lemma=offer
			to      TO  mark  4
			release VB  xcomp 2
			forty   CD  nummod 6
			prisoners NNS obj 4 lemma=prisoner`,
			"AGREE held | Varnia |  | "},
		{"who calls something an attack only names it", `
			Varnia  NNP nsubj 2 name=state
			called  VBD root  0 lemma=call
			it      PRP obj   2
			an      DT  det   5
			attack  NN  obj   2`,
			""},
		{"a vow to do harm is a threat", `
			Varnia  NNP nsubj 2 name=state
			vowed   VBD root  0 lemma=vow
			to      TO  mark  4
			attack  VB  xcomp 2
			Ostrel  NNP obj 4 name=state`,
			"THREATEN held | Varnia; Ostrel |  | "},
		{"an exchange of blows that the grammar gives no subject", `
			On      IN  case  2
			Tuesday NNP obl   5 time=2025-03-11
			,       ,   punct 5
			Trask   NNP dep   5 name=person
			visited VBD root  0 lemma=visit
			Dovan   NNP obj   5 name=person`,
			"CONSULT held | Trask; Dovan |  | 2025-03-11"},
		{"what is demanded to be done is not done", `
			Varnia  NNP nsubj 2 name=state
			demanded VBD root 0 lemma=demand
			that    IN  mark  6
			Trask   NNP nsubj:pass 6 name=person
			be      VB  aux:pass 6
			arrested VBN ccomp 2 lemma=arrest`,
			"REQUEST held | Varnia |  | "},
		{"what an act was to do is what it was for", `
			The     DT  det   3
			missile NN  compound 3
			launch  NN  nsubj 10
			by      IN  case  5
			Varnia  NNP nmod  3 name=state
			on      IN  case  7
			Monday  NNP nmod  3 time=2025-03-10
			was     VBD cop   10 lemma=be
			to      TO  mark  10
			counter VB  root  0
			drills  NNS obj   10 lemma=drill`,
			"MOBILIZE  | Varnia |  | 2025-03-10"},
		{"when what is asked for is to be is not when it was asked for", `
			Varnia        NNP nsubj 3 name=state
			has           VBZ aux   3 lemma=have
			requested     VBN root  0 lemma=request
			the           DT  det   5
			hold          NN  obj   3
			of            IN  case  7
			consultations NNS nmod  5 lemma=consultation
			at            IN  case  9
			noon          NN  nmod  7 time=2025-03-11`,
			"REQUEST held | Varnia |  | \nCONSULT planned |  |  | 2025-03-11"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := short(grammartest.Parse("2025-03-10", c.table)); got != c.want {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
		})
	}
}

func TestRank(t *testing.T) {
	f := &finder{lex: load()}
	for title, want := range map[string]string{"president": "leaders", "deputy foreign minister": "officials", "foreign minister": "ministers", "vice president": "ministers", "special envoy": "envoys", "singer": ""} {
		got := ""
		if i := f.rank(title); i >= 0 {
			got = levels[i]
		}
		if got != want {
			t.Errorf("%s is of the level %q, want %q", title, got, want)
		}
	}
}

func FuzzEvents(f *testing.F) {
	f.Add("talks between Varnia and Ostrel will meet attack the invasion", uint64(1))
	f.Add("meeting call visit sanctions killed arrested attend take part in", uint64(7))
	f.Fuzz(func(t *testing.T, words string, seed uint64) {
		if len(words) > 1000 || !utf8.ValidString(words) || strings.TrimSpace(words) == "" {
			return
		}
		a := grammartest.Wild(words, seed)
		for _, e := range Events(grammar.New(a), nil) {
			if !e.Trigger.Fits(a.Doc.Text) || e.Sentence != 1 || int(e.Time) > len(a.Times) || !e.Place.Span.Fits(a.Doc.Text) {
				t.Errorf("%q: %+v", words, e)
			}
		}
	})
}
