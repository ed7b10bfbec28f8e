package revise

import (
	"slices"

	"rapporteur/internal/annotate/lex"
	"rapporteur/internal/news"
)

// clauseWord gives "before" in "before Secretary Brand meets them" to the verb:
// a subject has no preposition.
func (t *Tree) clauseWord(i int32) {
	subject := t.parent(i)
	if subject < i || !slices.Contains(clauseWords[:], t.nodes[i].word) {
		return
	}
	for subject > i && (t.nodes[subject].rel == news.NmodDesc || t.nodes[subject].rel == news.Compound) {
		subject = t.parent(subject)
	}
	if subject < i || t.nodes[subject].rel != news.Nsubj && t.nodes[subject].rel != news.Obl {
		return
	}
	verb := t.parent(subject)
	if verb < subject || t.nodes[verb].upos != news.VERB || t.nodes[subject].rel == news.Obl && !t.lacksSubject(verb, subject) {
		return
	}
	t.nodes[subject].rel = news.Nsubj
	t.hang(i, verb, news.Mark)
	if t.nodes[verb].rel == news.Parataxis {
		t.nodes[verb].rel = news.Advcl
	}
}

// lacksSubject reports whether verb, in a tense of its own, has no subject but
// the word at place i, right before it.
func (t *Tree) lacksSubject(verb, i int32) bool {
	finite := finite(t.nodes[verb].xpos())
	for j := i + 1; j < min(t.root(), verb+nearby); j++ {
		r := t.nodes[j].rel
		if j < verb && t.nodes[j].upos == news.PUNCT {
			return false
		}
		if t.parent(j) == verb {
			if r == news.Nsubj || r == news.NsubjPass || r == news.Expl || j < verb && r == news.Obl {
				return false
			}
			finite = finite || j < verb && (r == news.Aux || r == news.Cop)
		}
	}
	return finite
}

// dueTo reads "due" in "talks due to be held" as said of the talks: "due to" is
// a preposition before a noun alone.
func (t *Tree) dueTo(i int32) {
	verb := t.parent(i)
	if t.nodes[i].word != due || i == 0 || i+2 >= t.root() || verb < i+2 || verb > i+nearby || t.nodes[i-1].upos != news.NOUN || t.nodes[verb].upos != news.VERB ||
		t.nodes[i+1].rel != news.Fixed || t.parent(i+1) != i || t.parent(i-1) == verb {
		return
	}
	for j := i + 2; j < verb; j++ {
		if r := t.nodes[j].rel; t.parent(j) != verb || r != news.Aux && r != news.AuxPass && r != news.Advmod {
			return
		}
	}
	t.hang(i, i-1, news.Amod)
	t.hang(i+1, verb, news.Mark)
	if t.nodes[verb].rel == news.Advcl && t.parent(verb) < i {
		t.hang(verb, i-1, news.Acl)
	}
}

// pairOfAdjectives joins "Norlandic" and "Sudmarkian envoys" in "Norlandic and
// Sudmarkian envoys will meet", where an adjective was joined to the clause:
// one that has no verb of its own stands beside the first word of the subject.
func (t *Tree) pairOfAdjectives(i int32) {
	if i == 0 || t.nodes[i-1].upos != news.ADJ && t.nodes[i-1].upos != news.PROPN {
		return
	}
	verb := t.parent(i)
	if verb < i || t.nodes[verb].rel != news.Conj || t.parent(verb) != i-1 || t.nodes[verb].upos != news.VERB {
		return
	}
	subject := t.subject(i, verb)
	if subject < i+2 || !t.plain(i-1, i) {
		return
	}
	t.hang(verb, t.nodes[i-1].head, t.nodes[i-1].rel)
	for j := range t.root() {
		if j != subject && j != verb && j != i && t.parent(j) == i-1 && (j > i || t.nodes[j].upos == news.PUNCT) {
			t.hang(j, verb, t.nodes[j].rel)
		}
	}
	t.hang(i-1, subject, news.Amod)
	t.hang(i, t.adjective(i, subject), news.Cc)
}

// subject is the place of the subject of verb when its words begin right behind
// place i; 0 for none.
func (t *Tree) subject(i, verb int32) int32 {
	for j := i + 1; j < min(verb, i+nearby); j++ {
		if r := t.nodes[j].rel; t.parent(j) == verb && (r == news.Nsubj || r == news.NsubjPass) {
			if h := t.parent(i + 1); j > i+1 && t.nodes[j].upos == news.NOUN && (h == j || h == i+2) {
				return j
			}
			return 0
		}
	}
	return 0
}

// plain reports whether nothing but adjectives and adverbs before it depends on
// word i among those before place end.
func (t *Tree) plain(i, end int32) bool {
	for j := max(0, i-nearby); j < end; j++ {
		if t.parent(j) == i && t.nodes[j].rel != news.Amod && t.nodes[j].rel != news.Advmod && t.nodes[j].rel != news.Punct {
			return false
		}
	}
	return true
}

// adjective is the last word between place i and its subject that stands for
// the second of the pair.
func (t *Tree) adjective(i, subject int32) int32 {
	if t.parent(i+1) == subject {
		return i + 1
	}
	return subject
}

// unjoined reads "being sent" in "ruled out troops being sent" as what is ruled
// out: nothing joins a clause with a subject of its own to the verb before it.
func (t *Tree) unjoined(i int32) {
	verb := t.parent(i)
	if verb < 0 || verb > i || i-verb > nearby || t.nodes[verb].upos != news.VERB || t.nodes[i].upos != news.VERB {
		return
	}
	own, being := false, false
	for j := verb + 1; j < i; j++ {
		r := t.nodes[j].rel
		if r == news.Cc || r == news.Mark || t.nodes[j].word == commaForm {
			return
		}
		if t.parent(j) == i {
			own = own || r == news.Nsubj || r == news.NsubjPass
			being = being || r == news.AuxPass && t.nodes[j].xpos() == news.VBG
		}
	}
	if own && being {
		t.nodes[i].rel = news.Ccomp
	}
}

// afterNoun puts "rose" over "toll" in "the toll in Varnia, where a raid hit
// towns, rose to 12", where the verb was joined to the noun as to a main clause:
// with nothing that joins them and no subject of its own, it tells of the noun.
func (t *Tree) afterNoun(i int32) {
	n := t.parent(i)
	if n < 0 || n > i || t.parent(n) != none || t.nodes[i].upos != news.VERB || !finite(t.nodes[i].xpos()) || !t.nodes[n].isNoun() {
		return
	}
	lo, hi := max(0, n-nearby), min(t.root(), i+2*nearby)
	if i-n > 2*nearby || t.child(n, lo, i, news.Cop, news.Nsubj, news.NsubjPass, news.Expl, news.Case, news.Cc) != none ||
		t.child(i, lo, i, news.Nsubj, news.NsubjPass, news.Csubj, news.Expl, news.Cc, news.Mark, news.Obj) != none || t.child(n, n+1, i, news.Conj) != none {
		return
	}
	for k := i + 1; k < hi; k++ {
		if t.nodes[k].head == n {
			t.nodes[k].head = i
		}
	}
	t.nodes[i].head, t.nodes[i].rel = t.root(), t.nodes[n].rel
	t.hang(n, i, news.Nsubj)
}

var commaForm, due = lex.FormOf(",").Lower, lex.FormOf("due").Lower

// beforeSubject takes "hours" in "hours before they spoke, a convoy was attacked"
// for when it was: what was attacked has no other subject before it.
func (t *Tree) beforeSubject(i int32) {
	verb, comma := t.parent(i), false
	if verb < i || t.nodes[i].upos != news.NOUN {
		return
	}
	for j := i + 1; j < min(verb, i+maxClause); j++ {
		comma = comma || t.nodes[j].word == commaForm
		if comma && t.parent(j) == verb && t.nodes[j].rel == news.NsubjPass {
			t.nodes[i].rel = news.OblUnmarked
			return
		}
	}
}

// secondSubject gives "Varnia" in "she said Varnia no longer objected" to what it
// does: no verb has a subject on either side.
func (t *Tree) secondSubject(i int32) {
	verb := t.parent(i)
	if verb < 0 || verb > i || t.nodes[verb].upos != news.VERB {
		return
	}
	if t.child(verb, verb-nearby, verb, news.Nsubj) == none {
		return
	}
	for j := i + 1; j < min(t.root(), i+nearby); j++ {
		if u := t.nodes[j].upos; t.parent(j) == i && (u == news.ADJ || u == news.VERB) {
			t.hang(j, verb, news.Ccomp)
			t.hang(i, j, news.Nsubj)
			return
		}
	}
}

// maxClause is how many words may stand before the subject, a clause among them.
const maxClause = 2 * nearby

// underAdjective turns "Norlandic Minister" round in "Norlandic Minister Brand
// will fly", where the parser took the adjective for a clause and the noun for
// what stands in it: without a preposition, none does.
func (t *Tree) underAdjective(i int32) {
	adj := t.parent(i)
	if adj < 0 || adj >= i || i-adj > nearby || t.nodes[adj].upos != news.ADJ || t.nodes[adj].rel != news.Advcl || !t.nodes[i].isNoun() {
		return
	}
	verb := t.parent(adj)
	if verb <= i || t.nodes[verb].upos != news.VERB {
		return
	}
	for j := adj; j < i; j++ {
		if t.nodes[j].upos == news.PUNCT || t.nodes[j].rel == news.Case || t.parent(j) == adj {
			return
		}
	}
	t.hang(i, verb, news.Obl) // until it is seen whether the verb has a subject
	t.hang(adj, i, news.Amod)
}

// bareSubject makes "minister" the subject of "asked" in "last May her minister,
// Ivo Brand, had asked": a noun without a preposition before a verb that has no
// subject, where the parser saw none after a date.
func (t *Tree) bareSubject(i int32) {
	verb := t.parent(i)
	if verb < i || verb-i > nearby || !t.nodes[i].isNoun() || t.nodes[verb].upos != news.VERB {
		return
	}
	finite := finite(t.nodes[verb].xpos())
	for j := max(0, i-nearby); j < min(t.root(), verb+nearby); j++ {
		r := t.nodes[j].rel
		switch t.parent(j) {
		case i:
			if r == news.Case || r == news.Nummod || j < i && r == news.Punct {
				return
			}
		case verb:
			if r == news.Nsubj || r == news.NsubjPass || r == news.Csubj || r == news.Expl || r == news.AuxPass || r == news.Mark || j > i && j < verb && r == news.Obl {
				return
			}
			finite = finite || r == news.Aux
		}
	}
	if finite {
		t.nodes[i].rel = news.Nsubj
	}
}
