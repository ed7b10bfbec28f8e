package revise

import (
	"strings"
	"testing"

	"rapporteur/internal/annotate/lex"
	"rapporteur/internal/news"
)

// TestMend reads sentences, a word a line with its tag, head and relation, and
// asks for some arcs as they are afterwards.
func TestMend(t *testing.T) {
	for _, c := range []struct {
		name  string
		words []string
		tags  []news.Tag
		arcs  []news.Arc
		want  map[int]news.Arc // by word, from 1
	}{
		{"who is told of behind a comma has a verb behind it",
			strings.Fields("mayor , who swore , is praised"),
			[]news.Tag{{UPOS: news.NOUN}, {UPOS: news.PUNCT}, {UPOS: news.PRON}, {UPOS: news.VERB, XPOS: news.VBD}, {UPOS: news.PUNCT}, {UPOS: news.AUX}, {UPOS: news.VERB, XPOS: news.VBN}},
			[]news.Arc{{Head: 4, Rel: news.Nsubj}, {Head: 4, Rel: news.Punct}, {Head: 4, Rel: news.Nsubj}, {Head: 7, Rel: news.Ccomp}, {Head: 4, Rel: news.Punct}, {Head: 7, Rel: news.AuxPass}, {Rel: news.Root}},
			map[int]news.Arc{1: {Head: 7, Rel: news.NsubjPass}, 4: {Head: 1, Rel: news.AclRelcl}}},
		{"no week is there to ask",
			strings.Fields("Brand wrote last week to ask"),
			[]news.Tag{{UPOS: news.PROPN}, {UPOS: news.VERB, XPOS: news.VBD}, {UPOS: news.ADJ}, {UPOS: news.NOUN}, {UPOS: news.PART}, {UPOS: news.VERB, XPOS: news.VB}},
			[]news.Arc{{Head: 2, Rel: news.Nsubj}, {Rel: news.Root}, {Head: 4, Rel: news.Amod}, {Head: 2, Rel: news.OblUnmarked}, {Head: 6, Rel: news.Mark}, {Head: 4, Rel: news.Acl}},
			map[int]news.Arc{6: {Head: 2, Rel: news.Advcl}}},
		{"a year to forget is a year",
			strings.Fields("Brand had one year to forget"),
			[]news.Tag{{UPOS: news.PROPN}, {UPOS: news.VERB, XPOS: news.VBD}, {UPOS: news.NUM}, {UPOS: news.NOUN}, {UPOS: news.PART}, {UPOS: news.VERB, XPOS: news.VB}},
			[]news.Arc{{Head: 2, Rel: news.Nsubj}, {Rel: news.Root}, {Head: 4, Rel: news.Nummod}, {Head: 2, Rel: news.Obj}, {Head: 6, Rel: news.Mark}, {Head: 4, Rel: news.Acl}},
			map[int]news.Arc{6: {Head: 4, Rel: news.Acl}}},
		{"what is provided that it comes is a condition",
			strings.Fields("wants talks , provided Varnia comes"),
			[]news.Tag{{UPOS: news.VERB, XPOS: news.VBZ}, {UPOS: news.NOUN}, {UPOS: news.PUNCT}, {UPOS: news.VERB, XPOS: news.VBD}, {UPOS: news.PROPN}, {UPOS: news.VERB, XPOS: news.VBZ}},
			[]news.Arc{{Rel: news.Root}, {Head: 4, Rel: news.Nsubj}, {Head: 4, Rel: news.Punct}, {Head: 1, Rel: news.Ccomp}, {Head: 4, Rel: news.Obj}, {Head: 1, Rel: news.Ccomp}},
			map[int]news.Arc{2: {Head: 1, Rel: news.Ccomp}, 4: {Head: 6, Rel: news.Mark}, 5: {Head: 6, Rel: news.Nsubj}, 6: {Head: 2, Rel: news.Advcl}}},
		{"no part of a noun stands before its article",
			strings.Fields("Brand will chair the talks ."),
			[]news.Tag{{UPOS: news.PROPN}, {UPOS: news.AUX, XPOS: news.MD}, {UPOS: news.PROPN}, {UPOS: news.DET}, {UPOS: news.NOUN}, {UPOS: news.PUNCT}},
			[]news.Arc{{Head: 5, Rel: news.Nsubj}, {Head: 5, Rel: news.Aux}, {Head: 5, Rel: news.Compound}, {Head: 5, Rel: news.Det}, {Rel: news.Root}, {Head: 5, Rel: news.Punct}},
			map[int]news.Arc{1: {Head: 3, Rel: news.Nsubj}, 2: {Head: 3, Rel: news.Aux}, 3: {Rel: news.Root}, 4: {Head: 5, Rel: news.Det}, 5: {Head: 3, Rel: news.Obj}, 6: {Head: 3, Rel: news.Punct}}},
		{"a people joined to the clause stands beside the subject's",
			strings.Fields("Norlandic and Sudmarkian envoys met"),
			[]news.Tag{{UPOS: news.ADJ}, {UPOS: news.CCONJ}, {UPOS: news.ADJ}, {UPOS: news.NOUN}, {UPOS: news.VERB, XPOS: news.VBD}},
			[]news.Arc{{Rel: news.Root}, {Head: 5, Rel: news.Cc}, {Head: 4, Rel: news.Amod}, {Head: 5, Rel: news.Nsubj}, {Head: 1, Rel: news.Conj}},
			map[int]news.Arc{1: {Head: 4, Rel: news.Amod}, 2: {Head: 3, Rel: news.Cc}, 5: {Rel: news.Root}}},
		{"a subject has no preposition",
			strings.Fields("left before Minister Brand meets them"),
			[]news.Tag{{UPOS: news.VERB}, {UPOS: news.ADP}, {UPOS: news.NOUN}, {UPOS: news.PROPN}, {UPOS: news.VERB, XPOS: news.VBZ}, {UPOS: news.PRON}},
			[]news.Arc{{Rel: news.Root}, {Head: 3, Rel: news.Case}, {Head: 4, Rel: news.NmodDesc}, {Head: 5, Rel: news.Nsubj}, {Head: 1, Rel: news.Parataxis}, {Head: 5, Rel: news.Obj}},
			map[int]news.Arc{2: {Head: 5, Rel: news.Mark}, 5: {Head: 1, Rel: news.Advcl}}},
		{"who meets before they leave has a preposition",
			strings.Fields("before talks they left"),
			[]news.Tag{{UPOS: news.ADP}, {UPOS: news.NOUN}, {UPOS: news.PRON}, {UPOS: news.VERB, XPOS: news.VBD}},
			[]news.Arc{{Head: 2, Rel: news.Case}, {Head: 4, Rel: news.Obl}, {Head: 4, Rel: news.Nsubj}, {Rel: news.Root}},
			map[int]news.Arc{1: {Head: 2, Rel: news.Case}, 2: {Head: 4, Rel: news.Obl}}},
		{"what was attacked has one subject",
			strings.Fields("hours before dawn , convoys were attacked"),
			[]news.Tag{{UPOS: news.NOUN}, {UPOS: news.ADP}, {UPOS: news.NOUN}, {UPOS: news.PUNCT}, {UPOS: news.NOUN}, {UPOS: news.AUX}, {UPOS: news.VERB, XPOS: news.VBN}},
			[]news.Arc{{Head: 7, Rel: news.Nsubj}, {Head: 3, Rel: news.Case}, {Head: 1, Rel: news.Nmod}, {Head: 7, Rel: news.Punct}, {Head: 7, Rel: news.NsubjPass}, {Head: 7, Rel: news.AuxPass}, {Rel: news.Root}},
			map[int]news.Arc{1: {Head: 7, Rel: news.OblUnmarked}, 5: {Head: 7, Rel: news.NsubjPass}}},
		{"no verb has a subject on either side",
			strings.Fields("she said Varnia never objected"),
			[]news.Tag{{UPOS: news.PRON}, {UPOS: news.VERB, XPOS: news.VBD}, {UPOS: news.PROPN}, {UPOS: news.ADV}, {UPOS: news.ADJ}},
			[]news.Arc{{Head: 2, Rel: news.Nsubj}, {Rel: news.Root}, {Head: 2, Rel: news.Nsubj}, {Head: 5, Rel: news.Advmod}, {Head: 3, Rel: news.Amod}},
			map[int]news.Arc{3: {Head: 5, Rel: news.Nsubj}, 5: {Head: 2, Rel: news.Ccomp}}},
		{"who suggests meeting would meet",
			strings.Fields("Varnia suggested meeting them"),
			[]news.Tag{{UPOS: news.PROPN}, {UPOS: news.VERB, XPOS: news.VBD}, {UPOS: news.VERB, XPOS: news.VBG}, {UPOS: news.PRON}},
			[]news.Arc{{Head: 2, Rel: news.Nsubj}, {Rel: news.Root}, {Head: 2, Rel: news.Ccomp}, {Head: 3, Rel: news.Obj}},
			map[int]news.Arc{3: {Head: 2, Rel: news.Xcomp}}},
		{"what would be freed is an object",
			strings.Fields("they would free the spies"),
			[]news.Tag{{UPOS: news.PRON}, {UPOS: news.AUX}, {UPOS: news.ADJ}, {UPOS: news.DET}, {UPOS: news.NOUN}},
			[]news.Arc{{Head: 3, Rel: news.Nsubj}, {Head: 3, Rel: news.Aux}, {Rel: news.Root}, {Head: 5, Rel: news.Det}, {Head: 3, Rel: news.OblUnmarked}},
			map[int]news.Arc{5: {Head: 3, Rel: news.Obj}}},
		{"whoever bans is no agent of who breaks the ban",
			strings.Fields("Varnia broke a ban by Ostrel"),
			[]news.Tag{{UPOS: news.PROPN}, {UPOS: news.VERB, XPOS: news.VBD}, {UPOS: news.DET}, {UPOS: news.NOUN}, {UPOS: news.ADP}, {UPOS: news.PROPN}},
			[]news.Arc{{Head: 2, Rel: news.Nsubj}, {Rel: news.Root}, {Head: 4, Rel: news.Det}, {Head: 2, Rel: news.Obj}, {Head: 6, Rel: news.Case}, {Head: 2, Rel: news.OblAgent}},
			map[int]news.Arc{4: {Head: 2, Rel: news.Obj}, 6: {Head: 4, Rel: news.Nmod}}},
		{"an agent of a passive verb stays",
			strings.Fields("Varnia was handed a ban by Ostrel"),
			[]news.Tag{{UPOS: news.PROPN}, {UPOS: news.AUX}, {UPOS: news.VERB, XPOS: news.VBN}, {UPOS: news.DET}, {UPOS: news.NOUN}, {UPOS: news.ADP}, {UPOS: news.PROPN}},
			[]news.Arc{{Head: 3, Rel: news.NsubjPass}, {Head: 3, Rel: news.AuxPass}, {Rel: news.Root}, {Head: 5, Rel: news.Det}, {Head: 3, Rel: news.Obj}, {Head: 7, Rel: news.Case}, {Head: 3, Rel: news.OblAgent}},
			map[int]news.Arc{7: {Head: 3, Rel: news.OblAgent}}},
		{"a chief is no part of the name behind his preposition",
			strings.Fields("rebels killed the chief of Ostrel"),
			[]news.Tag{{UPOS: news.NOUN}, {UPOS: news.VERB, XPOS: news.VBD}, {UPOS: news.DET}, {UPOS: news.NOUN}, {UPOS: news.ADP}, {UPOS: news.PROPN}},
			[]news.Arc{{Head: 2, Rel: news.Nsubj}, {Rel: news.Root}, {Head: 6, Rel: news.Det}, {Head: 6, Rel: news.Compound}, {Head: 6, Rel: news.Case}, {Head: 2, Rel: news.Obl}},
			map[int]news.Arc{3: {Head: 4, Rel: news.Det}, 4: {Head: 2, Rel: news.Obj}, 6: {Head: 4, Rel: news.Nmod}}},
		{"who acts is not joined to the move",
			strings.Fields("In a move , guards in Keld seized arms"),
			[]news.Tag{{UPOS: news.ADP}, {UPOS: news.DET}, {UPOS: news.NOUN}, {UPOS: news.PUNCT}, {UPOS: news.NOUN}, {UPOS: news.ADP}, {UPOS: news.PROPN}, {UPOS: news.VERB, XPOS: news.VBD}, {UPOS: news.NOUN}},
			[]news.Arc{{Head: 3, Rel: news.Case}, {Head: 3, Rel: news.Det}, {Head: 8, Rel: news.Obl}, {Head: 3, Rel: news.Punct}, {Head: 3, Rel: news.Conj}, {Head: 7, Rel: news.Case}, {Head: 3, Rel: news.Nmod}, {Rel: news.Root}, {Head: 8, Rel: news.Obj}},
			map[int]news.Arc{3: {Head: 8, Rel: news.Obl}, 5: {Head: 8, Rel: news.Nsubj}, 7: {Head: 5, Rel: news.Nmod}}},
		{"places in a row have no doer among them",
			strings.Fields("In Keld , Lutava , fell snow"),
			[]news.Tag{{UPOS: news.ADP}, {UPOS: news.PROPN}, {UPOS: news.PUNCT}, {UPOS: news.PROPN}, {UPOS: news.PUNCT}, {UPOS: news.VERB, XPOS: news.VBD}, {UPOS: news.NOUN}},
			[]news.Arc{{Head: 2, Rel: news.Case}, {Head: 6, Rel: news.Obl}, {Head: 4, Rel: news.Punct}, {Head: 2, Rel: news.Conj}, {Head: 6, Rel: news.Punct}, {Rel: news.Root}, {Head: 6, Rel: news.Obj}},
			map[int]news.Arc{4: {Head: 2, Rel: news.Conj}}},
		{"what is said is no frame of who says it",
			strings.Fields("know why they left , she said"),
			[]news.Tag{{UPOS: news.VERB, XPOS: news.VB}, {UPOS: news.ADV}, {UPOS: news.PRON}, {UPOS: news.VERB, XPOS: news.VBD}, {UPOS: news.PUNCT}, {UPOS: news.PRON}, {UPOS: news.VERB, XPOS: news.VBD}},
			[]news.Arc{{Rel: news.Root}, {Head: 4, Rel: news.Advmod}, {Head: 4, Rel: news.Nsubj}, {Head: 7, Rel: news.Ccomp}, {Head: 7, Rel: news.Punct}, {Head: 7, Rel: news.Nsubj}, {Head: 1, Rel: news.Advcl}},
			map[int]news.Arc{4: {Head: 1, Rel: news.Ccomp}, 7: {Head: 1, Rel: news.Parataxis}}},
		{"nothing joins what is ruled out",
			strings.Fields("ruled out troops being sent"),
			[]news.Tag{{UPOS: news.VERB, XPOS: news.VBD}, {UPOS: news.ADP}, {UPOS: news.NOUN}, {UPOS: news.AUX, XPOS: news.VBG}, {UPOS: news.VERB, XPOS: news.VBN}},
			[]news.Arc{{Rel: news.Root}, {Head: 1, Rel: news.CompoundPrt}, {Head: 5, Rel: news.NsubjPass}, {Head: 5, Rel: news.AuxPass}, {Head: 1, Rel: news.Conj}},
			map[int]news.Arc{5: {Head: 1, Rel: news.Ccomp}}},
		{"what nothing joins to a noun tells of it",
			strings.Fields("toll , which grew , rose ."),
			[]news.Tag{{UPOS: news.NOUN}, {UPOS: news.PUNCT}, {UPOS: news.PRON}, {UPOS: news.VERB, XPOS: news.VBD}, {UPOS: news.PUNCT}, {UPOS: news.VERB, XPOS: news.VBD}, {UPOS: news.PUNCT}},
			[]news.Arc{{Rel: news.Root}, {Head: 4, Rel: news.Punct}, {Head: 4, Rel: news.Nsubj}, {Head: 1, Rel: news.AclRelcl}, {Head: 6, Rel: news.Punct}, {Head: 1, Rel: news.Conj}, {Head: 1, Rel: news.Punct}},
			map[int]news.Arc{1: {Head: 6, Rel: news.Nsubj}, 4: {Head: 1, Rel: news.AclRelcl}, 6: {Rel: news.Root}, 7: {Head: 6, Rel: news.Punct}}},
		{"a bare noun before a verb without a subject is its subject",
			strings.Fields("her minister had asked"),
			[]news.Tag{{UPOS: news.PRON}, {UPOS: news.NOUN}, {UPOS: news.AUX}, {UPOS: news.VERB, XPOS: news.VBN}},
			[]news.Arc{{Head: 2, Rel: news.NmodPoss}, {Head: 4, Rel: news.Obl}, {Head: 4, Rel: news.Aux}, {Rel: news.Root}},
			map[int]news.Arc{2: {Head: 4, Rel: news.Nsubj}}},
		{"an adjective heads no subject",
			strings.Fields("Norlandic Minister will fly"),
			[]news.Tag{{UPOS: news.ADJ}, {UPOS: news.PROPN}, {UPOS: news.AUX}, {UPOS: news.VERB, XPOS: news.VB}},
			[]news.Arc{{Head: 4, Rel: news.Advcl}, {Head: 1, Rel: news.Obl}, {Head: 4, Rel: news.Aux}, {Rel: news.Root}},
			map[int]news.Arc{1: {Head: 2, Rel: news.Amod}, 2: {Head: 4, Rel: news.Nsubj}}},
		{"what a demand is for is no subject",
			strings.Fields("demand for talks fell"),
			[]news.Tag{{UPOS: news.NOUN}, {UPOS: news.ADP}, {UPOS: news.NOUN}, {UPOS: news.VERB, XPOS: news.VBD}},
			[]news.Arc{{Head: 4, Rel: news.OblUnmarked}, {Head: 3, Rel: news.Case}, {Head: 4, Rel: news.Nsubj}, {Rel: news.Root}},
			map[int]news.Arc{1: {Head: 4, Rel: news.Nsubj}, 3: {Head: 1, Rel: news.Nmod}}},
		{"an adjective is not the object of a verb before a name",
			strings.Fields("tried former mayor Brenn"),
			[]news.Tag{{UPOS: news.VERB, XPOS: news.VBD}, {UPOS: news.ADJ}, {UPOS: news.NOUN}, {UPOS: news.PROPN}},
			[]news.Arc{{Rel: news.Root}, {Head: 1, Rel: news.Obj}, {Head: 4, Rel: news.NmodDesc}, {Head: 1, Rel: news.Obl}},
			map[int]news.Arc{2: {Head: 4, Rel: news.Amod}, 4: {Head: 1, Rel: news.Obj}}},
		{"an adjective is the object before a preposition",
			strings.Fields("tried sick in Lutava"),
			[]news.Tag{{UPOS: news.VERB, XPOS: news.VBD}, {UPOS: news.ADJ}, {UPOS: news.ADP}, {UPOS: news.PROPN}},
			[]news.Arc{{Rel: news.Root}, {Head: 1, Rel: news.Obj}, {Head: 4, Rel: news.Case}, {Head: 1, Rel: news.Obl}},
			map[int]news.Arc{2: {Head: 1, Rel: news.Obj}, 4: {Head: 1, Rel: news.Obl}}},
		{"what is said does not begin with while",
			strings.Fields("said while he ruled there would be talks"),
			[]news.Tag{{UPOS: news.VERB, XPOS: news.VBD}, {UPOS: news.SCONJ}, {UPOS: news.PRON}, {UPOS: news.VERB, XPOS: news.VBD}, {UPOS: news.PRON}, {UPOS: news.AUX}, {UPOS: news.VERB, XPOS: news.VB}, {UPOS: news.NOUN}},
			[]news.Arc{{Rel: news.Root}, {Head: 4, Rel: news.Mark}, {Head: 4, Rel: news.Nsubj}, {Head: 1, Rel: news.Ccomp}, {Head: 7, Rel: news.Expl}, {Head: 7, Rel: news.Aux}, {Head: 4, Rel: news.AclRelcl}, {Head: 7, Rel: news.Nsubj}},
			map[int]news.Arc{4: {Head: 7, Rel: news.Advcl}, 7: {Head: 1, Rel: news.Ccomp}}},
		{"what is said may begin with that",
			strings.Fields("said that he ruled there would be talks"),
			[]news.Tag{{UPOS: news.VERB, XPOS: news.VBD}, {UPOS: news.SCONJ}, {UPOS: news.PRON}, {UPOS: news.VERB, XPOS: news.VBD}, {UPOS: news.PRON}, {UPOS: news.AUX}, {UPOS: news.VERB, XPOS: news.VB}, {UPOS: news.NOUN}},
			[]news.Arc{{Rel: news.Root}, {Head: 4, Rel: news.Mark}, {Head: 4, Rel: news.Nsubj}, {Head: 1, Rel: news.Ccomp}, {Head: 7, Rel: news.Expl}, {Head: 7, Rel: news.Aux}, {Head: 4, Rel: news.AclRelcl}, {Head: 7, Rel: news.Nsubj}},
			map[int]news.Arc{4: {Head: 1, Rel: news.Ccomp}, 7: {Head: 4, Rel: news.AclRelcl}}},
		{"what is told of a name between commas hangs on it",
			strings.Fields("Norland , which attacked , left"),
			[]news.Tag{{UPOS: news.PROPN}, {UPOS: news.PUNCT}, {UPOS: news.PRON}, {UPOS: news.VERB, XPOS: news.VBD}, {UPOS: news.PUNCT}, {UPOS: news.VERB, XPOS: news.VBD}},
			[]news.Arc{{Head: 4, Rel: news.Vocative}, {Head: 1, Rel: news.Punct}, {Head: 4, Rel: news.Nsubj}, {Head: 6, Rel: news.Advcl}, {Head: 4, Rel: news.Punct}, {Rel: news.Root}},
			map[int]news.Arc{1: {Head: 6, Rel: news.Nsubj}, 4: {Head: 1, Rel: news.AclRelcl}}},
		{"a reason is asked of what follows",
			strings.Fields("understood why they left"),
			[]news.Tag{{UPOS: news.VERB, XPOS: news.VBD}, {UPOS: news.ADV}, {UPOS: news.PRON}, {UPOS: news.VERB, XPOS: news.VBD}},
			[]news.Arc{{Rel: news.Root}, {Head: 1, Rel: news.Obj}, {Head: 4, Rel: news.Nsubj}, {Head: 1, Rel: news.Ccomp}},
			map[int]news.Arc{2: {Head: 4, Rel: news.Advmod}}},
		{"a path is one of the deed",
			strings.Fields("firing of rockets over Lutava"),
			[]news.Tag{{UPOS: news.NOUN, XPOS: news.NN}, {UPOS: news.ADP}, {UPOS: news.NOUN, XPOS: news.NNS}, {UPOS: news.ADP}, {UPOS: news.PROPN}},
			[]news.Arc{{Rel: news.Root}, {Head: 3, Rel: news.Case}, {Head: 1, Rel: news.Nmod}, {Head: 5, Rel: news.Case}, {Head: 3, Rel: news.Nmod}},
			map[int]news.Arc{5: {Head: 1, Rel: news.Nmod}}},
		{"a thing of no deed keeps what is over it",
			strings.Fields("map of roads over Lutava"),
			[]news.Tag{{UPOS: news.NOUN, XPOS: news.NN}, {UPOS: news.ADP}, {UPOS: news.NOUN, XPOS: news.NNS}, {UPOS: news.ADP}, {UPOS: news.PROPN}},
			[]news.Arc{{Rel: news.Root}, {Head: 3, Rel: news.Case}, {Head: 1, Rel: news.Nmod}, {Head: 5, Rel: news.Case}, {Head: 3, Rel: news.Nmod}},
			map[int]news.Arc{5: {Head: 3, Rel: news.Nmod}}},
		{"due to be held is said of the talks",
			strings.Fields("about talks due to be held"),
			[]news.Tag{{UPOS: news.ADP}, {UPOS: news.NOUN}, {UPOS: news.ADP}, {UPOS: news.ADP}, {UPOS: news.AUX, XPOS: news.VB}, {UPOS: news.VERB, XPOS: news.VBN}},
			[]news.Arc{{Head: 2, Rel: news.Case}, {Rel: news.Root}, {Head: 6, Rel: news.Case}, {Head: 3, Rel: news.Fixed}, {Head: 6, Rel: news.AuxPass}, {Head: 2, Rel: news.Advcl}},
			map[int]news.Arc{3: {Head: 2, Rel: news.Amod}, 4: {Head: 6, Rel: news.Mark}, 6: {Head: 2, Rel: news.Acl}}},
	} {
		var forms []lex.Form
		for _, w := range c.words {
			forms = append(forms, lex.FormOf(w))
		}
		var tr Tree
		tr.read(forms, c.tags, c.arcs, 0)
		tr.mend()
		tr.write(c.arcs, 0)
		for i, want := range c.want {
			if got := c.arcs[i-1]; got != want {
				t.Errorf("%s: %q is %s of %d, want %s of %d", c.name, c.words[i-1], got.Rel, got.Head, want.Rel, want.Head)
			}
		}
	}
}

// FuzzMend gives words any heads: whatever the tree, each arc leads to a word
// of the sentence or to the root.
func FuzzMend(f *testing.F) {
	f.Add([]byte{0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
	f.Fuzz(func(t *testing.T, data []byte) {
		words := strings.Fields("before due to , and being Brand - last week provided who")
		n := len(data) / 4
		forms, tags, arcs := make([]lex.Form, n), make([]news.Tag, n), make([]news.Arc, n)
		for i := range n {
			b := data[4*i:]
			forms[i] = lex.FormOf(words[int(b[0])%len(words)])
			tags[i] = news.Tag{UPOS: news.UPOS(b[1] % 17), XPOS: news.XPOS(b[1] % 40)}
			arcs[i] = news.Arc{Head: news.TokenID(int(b[2]) % (n + 1)), Rel: news.Rel(int(b[3]) % len(news.RelNames))}
		}
		var tr Tree
		tr.read(forms, tags, arcs, 0)
		tr.mend()
		tr.write(arcs, 0)
		for i, a := range arcs {
			if int(a.Head) > n || int(a.Head) < 0 {
				t.Fatalf("word %d of %d depends on %d", i+1, n, a.Head)
			}
		}
	})
}
