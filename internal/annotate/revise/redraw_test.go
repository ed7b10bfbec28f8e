package revise

import (
	"testing"

	"rapporteur/internal/annotate/lex"
	"rapporteur/internal/news"
)

// drawn is one word of a sentence with the arc that the moves gave it: head
// counts from 1, 0 is the root.
type drawn struct {
	word string
	upos news.UPOS
	xpos news.XPOS
	head int32
	rel  news.Rel
}

// mended draws the arcs, mends them and reports those that are not as wanted.
func mended(t *testing.T, words []drawn, want map[string]drawn) {
	t.Helper()
	var tr Tree
	var forms []lex.Form
	var tags []news.Tag
	for _, w := range words {
		forms, tags = append(forms, lex.FormOf(w.word)), append(tags, news.Tag{UPOS: w.upos, XPOS: w.xpos})
	}
	tr.Enter(forms, tags)
	for i, w := range words {
		tr.hang(int32(i), w.head-1, w.rel)
		if w.head == 0 {
			tr.nodes[i].head = tr.root()
		}
	}
	tr.redraw()
	checkTree(t, &tr, len(words))
	for i, w := range words {
		d, ok := want[w.word]
		if !ok {
			d = w
		}
		head := tr.nodes[i].head + 1
		if tr.nodes[i].head == tr.root() {
			head = 0
		}
		if head != d.head || tr.nodes[i].rel != d.rel {
			t.Errorf("%s: %s of %d, want %s of %d", w.word, tr.nodes[i].rel, head, d.rel, d.head)
		}
	}
}

// TestSubjectOfClauseBehindAfter reads "wept after her aunt had been bitten".
func TestSubjectOfClauseBehindAfter(t *testing.T) {
	mended(t, []drawn{
		{"wept", news.VERB, news.VBD, 0, news.Root},
		{"after", news.ADP, 2, 4, news.Case},
		{"her", news.PRON, 20, 4, news.NmodPoss},
		{"aunt", news.NOUN, news.NN, 1, news.Obl},
		{"had", news.AUX, news.VBD, 7, news.Aux},
		{"been", news.AUX, news.VBN, 7, news.AuxPass},
		{"bitten", news.VERB, news.VBN, 1, news.Ccomp},
	}, map[string]drawn{
		"after": {head: 7, rel: news.Mark}, "aunt": {head: 7, rel: news.NsubjPass}, "bitten": {head: 1, rel: news.Advcl},
	})
}

// TestAimBehindATime reads "wept last week to plead".
func TestAimBehindATime(t *testing.T) {
	mended(t, []drawn{
		{"wept", news.VERB, news.VBD, 0, news.Root},
		{"last", news.ADJ, 2, 3, news.Amod},
		{"week", news.NOUN, news.NN, 1, news.OblUnmarked},
		{"to", news.PART, 2, 5, news.Mark},
		{"plead", news.VERB, news.VB, 3, news.Acl},
	}, map[string]drawn{"plead": {head: 1, rel: news.Advcl}})
}

// TestPhraseOfTimeStays leaves a verb with a subject of its own alone:
// "wept after lunch as she was bitten".
func TestPhraseOfTimeStays(t *testing.T) {
	mended(t, []drawn{
		{"wept", news.VERB, news.VBD, 0, news.Root},
		{"after", news.ADP, 2, 3, news.Case},
		{"lunch", news.NOUN, news.NN, 1, news.Obl},
		{"as", news.SCONJ, 2, 7, news.Mark},
		{"she", news.PRON, 6, 7, news.NsubjPass},
		{"was", news.AUX, news.VBD, 7, news.AuxPass},
		{"bitten", news.VERB, news.VBN, 1, news.Advcl},
	}, nil)
}

// TestAdjectiveBeforeObject reads "fined former mayor Brenn and others".
func TestAdjectiveBeforeObject(t *testing.T) {
	mended(t, []drawn{
		{"fined", news.VERB, news.VBD, 0, news.Root},
		{"former", news.ADJ, 5, 1, news.Xcomp},
		{"mayor", news.NOUN, news.NN, 4, news.NmodDesc},
		{"Brenn", news.PROPN, news.NNP, 2, news.Obl},
		{"and", news.CCONJ, 12, 6, news.Cc},
		{"others", news.NOUN, news.NNS, 4, news.Conj},
	}, map[string]drawn{"former": {head: 4, rel: news.Amod}, "Brenn": {head: 1, rel: news.Obj}})
}

// TestAdjectiveWithPhraseStays leaves "became famous for plays" alone.
func TestAdjectiveWithPhraseStays(t *testing.T) {
	mended(t, []drawn{
		{"became", news.VERB, news.VBD, 0, news.Root},
		{"famous", news.ADJ, 5, 1, news.Xcomp},
		{"for", news.ADP, 2, 4, news.Case},
		{"plays", news.NOUN, news.NNS, 2, news.Obl},
	}, nil)
}

// TestParticipleBehindPreposition reads "others, including jailed singer Brenn,
// were fined".
func TestParticipleBehindPreposition(t *testing.T) {
	mended(t, []drawn{
		{"others", news.NOUN, news.NNS, 7, news.NsubjPass},
		{"including", news.VERB, news.VBG, 3, news.Case},
		{"jailed", news.VERB, news.VBN, 7, news.Advcl},
		{"singer", news.NOUN, news.NN, 3, news.Obj},
		{"Brenn", news.PROPN, news.NNP, 4, news.Flat},
		{"were", news.AUX, news.VBD, 7, news.AuxPass},
		{"fined", news.VERB, news.VBN, 0, news.Root},
	}, map[string]drawn{
		"including": {head: 4, rel: news.Case}, "jailed": {head: 4, rel: news.Amod}, "singer": {head: 7, rel: news.Obl},
	})
}

// TestBareNounBeforePassive reads "guards, including a poet, were fined", where
// both nouns hang on the verb as phrases.
func TestBareNounBeforePassive(t *testing.T) {
	mended(t, []drawn{
		{"guards", news.NOUN, news.NNS, 7, news.Obl},
		{",", news.PUNCT, comma, 5, news.Punct},
		{"including", news.VERB, news.VBG, 5, news.Case},
		{"a", news.DET, 3, 5, news.Det},
		{"poet", news.NOUN, news.NN, 7, news.Obl},
		{"were", news.AUX, news.VBD, 7, news.AuxPass},
		{"fined", news.VERB, news.VBN, 0, news.Root},
	}, map[string]drawn{"guards": {head: 7, rel: news.NsubjPass}, "poet": {head: 1, rel: news.Nmod}})
}
