package parse

import (
	"rapporteur/internal/annotate/lex"
	"rapporteur/internal/news"
)

var which, who, forWord = lex.FormOf("which").Lower, lex.FormOf("who").Lower, lex.FormOf("for").Lower

// underNoun hangs "inquiry" on "demand" in "the demand for an inquiry was turned
// down", where the parser took it for the subject in spite of its preposition.
func (m *mender) underNoun(i int) {
	k, n := m.head(i), i-1
	if m.forms[i].Lower != forWord || n < 0 || k < i || m.tags[n].UPOS != news.NOUN || m.arcs[k].Rel != news.Nsubj && m.arcs[k].Rel != news.NsubjPass {
		return
	}
	verb := m.head(k)
	if verb < k || m.head(n) != verb || m.tags[verb].UPOS != news.VERB {
		return
	}
	m.arcs[n].Rel = m.arcs[k].Rel
	m.hang(k, n, news.Nmod)
}

// whichClause hangs "invaded" on "Norland" in "Norland, which invaded it, has
// left", where the parser made a clause of the verb that follows of it.
func (m *mender) whichClause(i int) {
	if i < 2 || m.forms[i].Lower != which && m.forms[i].Lower != who || m.forms[i-1].Lower != commaForm {
		return
	}
	verb, n := m.head(i), i-2
	if verb < i || m.head(n) != verb || m.arcs[verb].Rel != news.Advcl || m.tags[n].UPOS != news.PROPN && m.tags[n].UPOS != news.NOUN {
		return
	}
	next := m.head(verb)
	if next < verb || m.tags[next].UPOS != news.VERB {
		return
	}
	for j := range m.arcs[:next] {
		if r := m.arcs[j].Rel; m.head(j) == next && (r == news.Nsubj || r == news.NsubjPass) {
			return
		}
	}
	m.hang(n, next, news.Nsubj)
	m.hang(verb, n, news.AclRelcl)
}
