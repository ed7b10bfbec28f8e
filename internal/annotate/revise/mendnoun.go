package revise

import (
	"rapporteur/internal/annotate/lex"
	"rapporteur/internal/news"
)

var which, who, forWord = lex.FormOf("which").Lower, lex.FormOf("who").Lower, lex.FormOf("for").Lower

// underNoun hangs "inquiry" on "demand" in "the demand for an inquiry was turned
// down", where the parser took it for the subject in spite of its preposition.
func (t *Tree) underNoun(i int32) {
	k, n := t.parent(i), i-1
	if t.nodes[i].word != forWord || n < 0 || k < i || t.nodes[n].upos != news.NOUN || t.nodes[k].rel != news.Nsubj && t.nodes[k].rel != news.NsubjPass {
		return
	}
	verb := t.parent(k)
	if verb < k || t.parent(n) != verb || t.nodes[verb].upos != news.VERB {
		return
	}
	t.nodes[n].rel = t.nodes[k].rel
	t.hang(k, n, news.Nmod)
}

// whichClause hangs "invaded" on "Norland" in "Norland, which invaded it, has
// left", where the parser made a clause of the verb that follows of it.
func (t *Tree) whichClause(i int32) {
	if i < 2 || t.nodes[i].word != which && t.nodes[i].word != who || t.nodes[i-1].word != commaForm {
		return
	}
	verb, n := t.parent(i), i-2
	if verb < i || t.parent(n) != verb || t.nodes[verb].rel != news.Advcl && t.nodes[verb].rel != news.Ccomp || !t.nodes[n].isNoun() {
		return
	}
	next := t.parent(verb)
	if next < verb || t.nodes[next].upos != news.VERB {
		return
	}
	if t.child(next, 0, next, news.Nsubj, news.NsubjPass) != none {
		return
	}
	t.hang(n, next, news.Nsubj)
	if t.child(next, verb, next, news.AuxPass) != none {
		t.nodes[n].rel = news.NsubjPass
	}
	t.hang(verb, n, news.AclRelcl)
}

var why, how = lex.FormOf("why").Lower, lex.FormOf("how").Lower

// asked hangs "why" on the verb whose subject follows, not on the one before it:
// "understood [why] they left".
func (t *Tree) asked(i int32) {
	if w := t.nodes[i].word; w != why && w != how || t.parent(i) < 0 || t.parent(i) > i {
		return
	}
	s := i + 1
	for range 4 {
		if s < 0 || s >= t.root() {
			return
		}
		if r := t.nodes[s].rel; r == news.Nsubj || r == news.NsubjPass {
			if v := t.parent(s); v > s && t.nodes[v].upos == news.VERB && !t.above(i, v) {
				t.hang(i, v, news.Advmod)
			}
			return
		}
		s = t.parent(s)
	}
}

// gerund names "meeting" in "suggested meeting them" what it is: without a subject,
// that of the verb before it is its own.
func (t *Tree) gerund(i int32) {
	verb := t.parent(i)
	if verb < 0 || verb > i || verb < i-2 || t.nodes[i].xpos() != news.VBG || t.nodes[verb].upos != news.VERB {
		return
	}
	if t.child(i, verb+1, i+nearby, news.Nsubj, news.NsubjPass, news.Mark, news.Aux, news.AuxPass) == none {
		t.nodes[i].rel = news.Xcomp
	}
}

// objectOf makes "spies" in "would not free the spies" an object where the tagger
// took "free" for an adjective: behind a modal and without a copula, it is none.
func (t *Tree) objectOf(i int32) {
	deed := t.parent(i)
	if deed < 0 || deed > i || t.nodes[deed].upos != news.ADJ || !t.nodes[i].isNoun() {
		return
	}
	lo := deed - nearby
	if t.child(deed, lo, i, news.Cop, news.Obj) == none && t.child(i, lo, i, news.Case) == none && t.child(deed, lo, i, news.Aux) != none {
		t.nodes[i].rel = news.Obj
	}
}

// framed gives a clause before "he said" back to the words before it, "I do not know
// why they left, he said", where "said" was hung within what is said.
func (t *Tree) framed(i int32) {
	verb := t.parent(i)
	if verb < 0 || verb > i {
		return
	}
	for verb > 0 && t.nodes[verb].upos != news.VERB && t.parent(verb) >= 0 && t.parent(verb) < verb {
		verb = t.parent(verb)
	}
	for c := verb + 1; c < i && t.nodes[verb].upos == news.VERB; c++ {
		if t.parent(c) == i && t.nodes[c].rel == news.Ccomp && i-c < nearby {
			t.hang(c, verb, news.Ccomp)
			t.hang(i, verb, news.Parataxis)
			for j := verb + 1; j < c; j++ {
				t.asked(j)
			}
			return
		}
	}
}

// adjectiveObject gives "convicted former mayor Ada Brenn" the mayor as object,
// where the parser took the adjective for it and left the name beside the verb
// without a preposition.
func (t *Tree) adjectiveObject(i int32) {
	verb := t.parent(i)
	if verb < 0 || verb > i || t.nodes[verb].upos != news.VERB || !t.nodes[i].isNoun() {
		return
	}
	adj := t.child(verb, verb+1, min(i, verb+nearby), news.Obj)
	if adj == none || t.nodes[adj].upos != news.ADJ || !t.bare(adj, i) {
		return
	}
	t.change(adj, i, news.Amod)
}
