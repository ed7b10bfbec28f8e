package revise

import "rapporteur/internal/news"

// agentOf hangs "general" on "ban" in "violated a ban by the general", where the
// parser made him the agent of a verb that is not passive.
func (t *Tree) agentOf(i int32) {
	verb := t.parent(i)
	if verb < 0 || verb > i || i-verb > maxClause || t.nodes[verb].upos != news.VERB {
		return
	}
	lo := max(0, verb-nearby)
	if t.child(verb, lo, verb, news.AuxPass, news.NsubjPass) != none {
		return
	}
	if !finite(t.nodes[verb].xpos()) && t.child(verb, lo, verb, news.Nsubj) == none {
		return // "the town held by rebels"
	}
	n := t.child(verb, verb+1, i, news.Obj)
	if n != none && t.nodes[n].upos == news.NOUN && t.child(verb, n+1, i, news.Obl, news.Xcomp, news.Ccomp, news.Advcl) == none {
		t.hang(i, n, news.Nmod)
	}
}

// headBefore hangs "ally" on "chief" in "killed the chief of their ally", where the
// parser took the chief for part of the name behind the preposition.
func (t *Tree) headBefore(i int32) {
	n := t.parent(i)
	if n < i || t.nodes[i].upos != news.NOUN || !t.nodes[n].isNoun() {
		return
	}
	verb := t.parent(n)
	if i+1 >= n || t.parent(i+1) != n || t.nodes[i+1].rel != news.Case || verb < 0 || verb > i || i-verb > nearby || t.nodes[verb].upos != news.VERB || t.nodes[n].rel != news.Obl {
		return
	}
	for j := verb + 1; j < i; j++ {
		if h := t.parent(j); h != i && h != n || t.nodes[j].rel == news.Case || t.nodes[j].rel == news.Cc {
			return
		}
	}
	for j := verb + 1; j < i; j++ {
		t.nodes[j].head = i
	}
	t.hang(i, verb, news.Obj)
	t.hang(n, i, news.Nmod)
}

// behindMove makes "police" the subject in "in a rare move, police seized arms",
// where the parser joined them to the move without a word that joins.
func (t *Tree) behindMove(i int32) {
	n := t.parent(i)
	if n < 0 || n > i || t.nodes[n].rel != news.Obl || !t.nodes[i].isNoun() {
		return
	}
	verb := t.parent(n)
	lo := max(0, n-nearby)
	if verb < i || verb-n > maxClause || t.nodes[verb].upos != news.VERB || t.child(n, lo, n, news.Case) == none || t.child(n, i+1, verb, news.Conj, news.Cc) != none {
		return
	}
	comma := n + 1
	for comma < i && t.nodes[comma].word != commaForm {
		comma++
	}
	if comma == i || t.child(i, comma, i, news.Case, news.Cc) != none || t.child(n, comma, i, news.Cc) != none ||
		t.child(verb, lo, verb, news.Nsubj, news.NsubjPass, news.Csubj, news.Expl, news.AuxPass, news.Mark) != none {
		return
	}
	if !finite(t.nodes[verb].xpos()) && t.child(verb, i+1, verb, news.Aux) == none {
		return
	}
	for j := i + 1; j < verb; j++ {
		if t.nodes[j].word == commaForm {
			return // "in Norland, Sudmark, and Ostrel fell"
		}
	}
	for j := comma + 1; j < verb; j++ {
		if t.parent(j) == n {
			t.nodes[j].head = i
		}
	}
	t.hang(i, verb, news.Nsubj)
}
