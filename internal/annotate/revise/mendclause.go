package revise

import (
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
	if m == none || h == none || h > m || !isBeside(t.nodes[m].word) {
		return
	}
	k := t.child(i, i+1, i+nearby, news.AclRelcl, news.Acl, news.Conj, news.Parataxis, news.Ccomp)
	if k == none || !t.mainClause(i, k) {
		return
	}
	t.hang(k, h, news.Ccomp)
	t.hang(i, k, news.Advcl)
}

// isBeside reports whether a word, by its lower-case form, is one of besides.
func isBeside(lower uint64) bool {
	for _, w := range besides {
		if w == lower {
			return true
		}
	}
	return false
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
