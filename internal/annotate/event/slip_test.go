package event

import (
	"testing"

	"rapporteur/internal/annotate/grammar"
	"rapporteur/internal/annotate/grammar/grammartest"
)

// Sentences that the grammar reads amiss, or that say more than their words at first
// seem to.
func TestSlips(t *testing.T) {
	for _, c := range []struct{ name, table, want string }{
		{"measures are counted in sets", `
			Varnia   NNP nsubj 2 name=state
			imposed  VBD root  0 lemma=impose
			a        DT  det   4
			set      NN  obj   2
			of       IN  case  6
			measures NNS nmod  4 lemma=measure
			on       IN  case  8
			Ostrel   NNP nmod  6 name=state`,
			"SANCTION held | Varnia; Ostrel |  | "},
		{"who frees a crew had taken it", `
			Varnia   NNP nsubj 2 name=state
			freed    VBD root  0 lemma=free
			the      DT  det   4
			crew     NN  obj   2
			of       IN  case  7
			a        DT  det   7
			trawler  NN  nmod  4
			captured VBN acl   7 lemma=capture
			in       IN  case  10
			January  NNP obl   8 time=2025-01`,
			"RETREAT held | Varnia |  | \nCOERCE held | Varnia |  | 2025-01"},
		{"a round of talks is where he flies for it", `
			Brand    NNP nsubj 3 name=person
			will     MD  aux   3
			fly      VB  root  0
			to       IN  case  5
			Lutava   NNP obl   3 name=place
			for      IN  case  8
			a        DT  det   8
			round    NN  obl   3
			of       IN  case  10
			talks    NNS nmod  8 lemma=talk
			with     IN  case  12
			Ostrel   NNP nmod  10 name=state`,
			"CONSULT planned | Brand; Ostrel | Lutava | "},
		{"opposite numbers are met where they are", `
			Brand    NNP nsubj 2 name=person
			met      VBD root  0 lemma=meet
			opposite JJ  amod  4
			numbers  NNS obj   2 lemma=number
			from     IN  case  6
			Ostrel   NNP nmod  4 name=state
			in       IN  case  8
			Lutava   NNP nmod  4 name=place`,
			"CONSULT held | Brand; Ostrel | Lutava | "},
		{"a round of sanctions is no meeting", `
			Varnia   NNP nsubj 2 name=state
			approved VBD root  0 lemma=approve
			a        DT  det   4
			round    NN  obj   2
			of       IN  case  6
			sanctions NNS nmod 4 lemma=sanction`,
			"SANCTION held | Varnia |  | "},
		{"a demonstration of unity is no protest", `
			Varnia  NNP nsubj 2 name=state
			staged  VBD root  0 lemma=stage
			a       DT  det   4
			demonstration NN obj 2
			of      IN  case  6
			unity   NN  nmod  4`,
			""},
		{"the object of two verbs, hung on the second", `
			Guards   NNS nsubj 2 lemma=guard
			arrested VBD root  0 lemma=arrest
			and      CC  cc    4
			charged  VBD conj  2 lemma=charge
			Trask    NNP obj   4 name=person`,
			"COERCE held | Guards; Trask |  | \nACCUSE held | Guards; Trask |  | "},
		{"whom somebody brings to do it does it", `
			Floods  NNS nsubj 2 lemma=flood
			led     VBD root  0 lemma=lead
			Varnia  NNP obj   2 name=state
			to      TO  mark  5
			reject  VB  xcomp 2
			the     DT  det   7
			offer   NN  obj   5`,
			"REJECT held | Varnia |  | "},
		{"a test that is confirmed was held, whenever the report says", `
			Officials NNS nsubj 3 lemma=official
			have      VBP aux   3
			confirmed VBN root  0 lemma=confirm
			another   DT  det   6
			missile   NN  compound 6
			test      NN  obj   3
			by        IN  case  8
			Varnia    NNP nmod  6 name=state
			Friday    NNP obl   3 time=2031-07-11`,
			"MOBILIZE held | Varnia |  | 2031-07-11"},
		{"what was announced would be done is planned", `
			It        PRP nsubj:pass 3
			was       VBD aux:pass 3
			announced VBN root  0 lemma=announce
			Varnia    NNP nsubj 6 name=state
			would     MD  aux   6
			meet      VB  ccomp 3
			Ostrel    NNP obj   6 name=state`,
			"CONSULT planned | Varnia; Ostrel |  | "},
		{"a gerund before its clause", `
			While     IN  mark  2
			condemning VBG advcl 8 lemma=condemn
			Keldia    NNP nmod:poss 4 name=state
			launch    NN  obj   2
			,         ,   punct 2
			Varnia    NNP appos 4 name=state
			still     RB  advmod 8
			waits     VBZ root  0 lemma=wait`,
			"ACCUSE held | Varnia; Keldia |  | "},
		{"a time taken for the subject", `
			Varnia  NNP dep   4 name=state
			last    JJ  amod  3 time=2025-02
			month   NN  nsubj 4 time=2025-02
			visited VBD root  0 lemma=visit
			Keldia  NNP obj   4 name=state`,
			"CONSULT held | Varnia; Keldia | Keldia | 2025-02"},
		{"how long it goes on", `
			Varnia   NNP nsubj 4 name=state
			has      VBZ aux   4 lemma=have
			been     VBN aux   4 lemma=be
			holding  VBG root  0 lemma=hold
			drills   NNS obj   4 lemma=drill
			for      IN  case  8
			two      CD  nummod 8 time=P2W
			weeks    NNS obl   4 time=P2W lemma=week`,
			"MOBILIZE under way | Varnia |  | P2W"},
		{"since when is no day of what was done again and again", `
			Varnia   NNP nsubj 3 name=state
			has      VBZ aux   3 lemma=have
			fired    VBN root  0 lemma=fire
			missiles NNS obj   3 lemma=missile
			since    IN  case  6
			February NNP obl   3 time=2025-02`,
			"MOBILIZE held | Varnia |  | "},
		{"an emergency lasts", `
			Varnia   NNP nsubj 6 name=state
			has      VBZ aux   6 lemma=have
			been     VBN cop   6 lemma=be
			in       IN  case  6
			a        DT  det   6
			state    NN  root  0
			of       IN  case  8
			emergency NN nmod  6
			since    IN  case  10
			February NNP nmod  6 time=2025-02`,
			"COERCE under way | Varnia |  | 2025-02"},
		{"a house where somebody was met", `
			He       PRP nsubj 2 name=person
			went     VBD root  0 lemma=go
			to       IN  case  4
			Keldhall NNP obl   2 name=organization
			,        ,   punct 8
			where    WRB advmod 8
			he       PRP nsubj 8 chain=1
			met      VBD acl:relcl 4 lemma=meet
			Dovan    NNP obj   8 name=person`,
			"CONSULT held | he; Dovan | Keldhall | "},
		{"who opposes sanctions on others opposes not these", `
			Varnia   NNP nsubj 2 name=state
			opposed  VBD root  0 lemma=oppose
			sanctions NNS obj  2 lemma=sanction
			on       IN  case  5
			Ostrel   NNP nmod  3 name=state`,
			"REJECT held | Varnia |  | "},
		{"who is not the last to be named said it and calls on them", `
			Council NNP nsubj 2 name=organization
			said    VBD root  0 lemma=say
			Varnia  NNP nsubj 5 name=state
			had     VBD aux   5 lemma=have
			erred   VBN ccomp 2 lemma=err
			and     CC  cc    7
			condemned VBD conj 5 lemma=condemn
			Keldia  NNP obj   7 name=state`,
			"ACCUSE held | Council; Keldia |  | "},
		{"talks after which a strike is called off are not off", `
			Union   NN  nsubj 2 name=organization
			called  VBD root  0 lemma=call
			off     RP  compound:prt 2
			its     PRP$ nmod:poss 5 lemma=its
			strike  NN  obj   2
			after   IN  case  7
			talks   NNS obl   2 lemma=talk
			with    IN  case  9
			Trask   NNP nmod  7 name=person`,
			"CONCEDE held | Union |  | \nCONSULT held | Trask; Union |  | "},
		{"a march that is called is yet to be", `
			Union   NN  nsubj 3 name=organization
			has     VBZ aux   3 lemma=have
			called  VBN root  0 lemma=call
			a       DT  det   5
			march   NN  obj   3
			for     IN  case  7
			Friday  NNP obl   3 time=2025-03-14`,
			"PROTEST planned | Union |  | 2025-03-14"},
		{"what the one in charge says would be done", `
			Varnia   NNP nsubj 2 name=state
			said     VBD root  0 lemma=say
			soldiers NNS nsubj:pass 6 lemma=soldier
			would    MD  aux   6
			be       VB  aux:pass 6
			deployed VBN ccomp 2 lemma=deploy`,
			"MOBILIZE planned | Varnia |  | "},
		{"who meets a winner plays", `
			Trask   NNP nsubj 2 name=person
			meets   VBZ root  0 lemma=meet
			the     DT  det   4
			winner  NN  obj   2
			of      IN  case  6
			Dovan   NNP nmod  4 name=person`,
			""},
		{"to be ready to defend oneself is promised to nobody", `
			Varnia   NNP nsubj 3 name=state
			is       VBZ cop   3 lemma=be
			ready    JJ  root  0
			to       TO  mark  5
			defend   VB  xcomp 3
			itself   PRP obj   5`,
			""},
		{"a threat to break with somebody is one to him", `
			Varnia   NNP nsubj 2 name=state
			threatened VBD root 0 lemma=threaten
			to       TO  mark  4
			sever    VB  xcomp 2
			ties     NNS obj   4 lemma=tie
			with     IN  case  7
			Ostrel   NNP nmod  5 name=state`,
			"THREATEN held | Varnia; Ostrel |  | "},
		{"freed fighters are no aircraft", `
			Varnia   NNP nsubj 2 name=state
			freed    VBD root  0 lemma=free
			twelve   CD  nummod 4
			fighters NNS obj   2 lemma=fighter`,
			"RETREAT held | Varnia; twelve fighters |  | "},
		{"a strike that is threatened is the threat", `
			Varnia   NNP nsubj 2 name=state
			threatened VBD root 0 lemma=threaten
			to       TO  mark  4
			hold     VB  advcl 2
			a        DT  det   7
			general  JJ  amod  7
			strike   NN  obj   4
			against  IN  case  9
			Ostrel   NNP nmod  7 name=state`,
			"THREATEN held | Varnia; Ostrel |  | "},
		{"what is demanded by a protest is the protest's", `
			Miners   NNS nsubj 2 lemma=miner
			began    VBD root  0 lemma=begin
			a        DT  det   5
			hunger   NN  compound 5
			strike   NN  obj   2
			in       IN  case  7
			Varnia   NNP obl   2 name=state
			to       TO  mark  9
			demand   VB  advcl 2
			aid      NN  obj   9
			from     IN  case  12
			Ostrel   NNP nmod  10 name=state`,
			"PROTEST under way | Ostrel; Miners | Varnia | "},
		{"a demand of others than those who protest is one of its own", `
			Miners   NNS nsubj 2 lemma=miner
			marched  VBD root  0 lemma=march
			in       IN  case  4
			Lutava   NNP obl   2 name=place
			and      CC  cc    7
			Varnia   NNP nsubj 7 name=state
			demanded VBD conj  2 lemma=demand
			aid      NN  obj   7
			from     IN  case  10
			Ostrel   NNP nmod  8 name=state`,
			"PROTEST held | Miners | Lutava | \nREQUEST held | Varnia; Ostrel | Lutava | "},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := short(grammartest.Parse("2025-03-10", c.table)); got != c.want {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
		})
	}
}

// What a deed is done to, where that is no party, is told with it.
func TestWhat(t *testing.T) {
	for table, want := range map[string]string{`
			Guards NNS nsubj 2 lemma=guard
			closed VBD root  0 lemma=close
			the    DT  det   5
			lake   NN  compound 5
			road   NN  obj   2`: "close lake road", `
			Varnia NNP nsubj 3 name=state
			has    VBZ aux   3 lemma=have
			failed VBN root  0 lemma=fail
			to     TO  mark  5
			reach  VB  xcomp 3
			a      DT  det   7
			truce  NN  obj   5`: "fail to reach truce", `
			Varnia  NNP nsubj 2 name=state
			offered VBD root  0 lemma=offer
			to      TO  mark  4
			release VB  xcomp 2
			forty   CD  nummod 6
			prisoners NNS obj 4 lemma=prisoner`: "offer to release "} {
		got := Events(grammar.New(grammartest.Parse("2025-03-10", table)), nil)
		if len(got) != 1 || got[0].Label+" "+got[0].What != want {
			t.Errorf("%+v, want %q", got, want)
		}
	}
}
