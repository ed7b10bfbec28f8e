package revise

import (
	"slices"

	"rapporteur/internal/annotate/lex"
	"rapporteur/internal/news"
)

// besides are words that open a clause beside another, never what is said.
var besides = [...]uint64{
	lex.FormOf("while").Lower, lex.FormOf("although").Lower, lex.FormOf("though").Lower, lex.FormOf("unless").Lower, lex.FormOf("until").Lower,
	lex.FormOf("once").Lower, lex.FormOf("whereas").Lower, lex.FormOf("before").Lower, lex.FormOf("after").Lower,
}

// saidBehind turns round "said while he was at home there would be no talks", where
// the parser took "while" for what is said and hung the rest below it.
func (t *Tree) saidBehind(i int32) {
	h := t.parent(i)
	m := t.child(i, i-nearby, i, news.Mark)
	if m == none || h == none || h > m || !slices.Contains(besides[:], t.nodes[m].word) {
		return
	}
	k := t.child(i, i+1, i+nearby, news.AclRelcl, news.Acl, news.Conj, news.Parataxis, news.Ccomp)
	if k == none || !t.mainClause(i, k) {
		return
	}
	t.hang(k, h, news.Ccomp)
	t.hang(i, k, news.Advcl)
}

// mainClause reports whether verb k, in a tense of its own, begins with its subject
// behind place i, without a word that joins it to what is before.
func (t *Tree) mainClause(i, k int32) bool {
	subject := t.child(k, i+1, k, news.Nsubj, news.NsubjPass, news.Expl)
	if subject == none || t.child(k, i+1, k, news.Mark, news.Cc) != none {
		return false
	}
	if w := t.nodes[subject].word; w == which || w == who {
		return false
	}
	return finite(t.nodes[k].xpos()) || t.child(k, subject, k, news.Aux, news.AuxPass, news.Cop) != none
}

var providedWord = lex.FormOf("provided").Lower

// provided reads "was for a meeting, provided the county took part" as a condition
// of the former: whoever provides a verb with a subject of its own provides nothing.
func (t *Tree) provided(i int32) {
	if i < 2 || t.nodes[i].word != providedWord || t.nodes[i-1].word != commaForm {
		return
	}
	first, k := t.child(i, i-nearby, i, news.Nsubj), t.child(i, i+1, i+nearby, news.Obj)
	if first == none || k == none {
		return
	}
	y := t.ownVerb(k)
	if y == none || t.parent(y) != i && t.parent(y) != t.parent(i) {
		return
	}
	t.hang(first, t.nodes[i].head, t.nodes[i].rel)
	t.hang(y, first, news.Advcl)
	t.hang(k, y, news.Nsubj)
	t.hang(i, y, news.Mark)
	t.hang(i-1, y, news.Punct)
}

// ownVerb is the place of the verb in a tense right behind noun k that has no
// subject, none where there is none.
func (t *Tree) ownVerb(k int32) int32 {
	y := k + 1
	if y >= t.root() || t.nodes[y].upos != news.VERB || !finite(t.nodes[y].xpos()) || t.child(y, k, y, news.Nsubj, news.NsubjPass) != none {
		return none
	}
	return y
}

// behindModal makes "chair" the verb of "Brand will chair the talks", where the
// parser took it for a part of the noun: no such part stands before an article.
func (t *Tree) behindModal(i int32) {
	n, v, article := t.parent(i), i+1, i+2
	if n <= article || n-i > nearby || t.nodes[i].xpos() != news.MD || !t.nodes[n].isNoun() ||
		t.parent(v) != n || t.nodes[v].rel != news.Compound && t.nodes[v].rel != news.Amod || t.parent(article) != n || t.nodes[article].rel != news.Det ||
		t.child(n, 0, n, news.Cop, news.Case) != none {
		return
	}
	t.hang(v, t.nodes[n].head, t.nodes[n].rel)
	for j := range t.root() {
		if t.nodes[j].head == n && (j < v || j > n && t.nodes[j].upos == news.PUNCT) {
			t.nodes[j].head = v
		}
	}
	t.hang(n, v, news.Obj)
}
