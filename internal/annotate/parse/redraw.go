package parse

import (
	"rapporteur/internal/annotate/lex"
	"rapporteur/internal/news"
)

// The moves see only a few words at a time, so that now and then they draw a
// clause that cannot be: one whose verb has no subject though a noun stands
// right before it, an adjective that governs the noun behind it. redraw draws
// those anew. What it does not know it leaves.

// nearby bounds how far redrawing looks from a word.
const nearby = 24

// redraw goes through the words of a sentence once all arcs are drawn.
func (st *State) redraw() {
	for i := range st.root() {
		switch news.UPOS(st.nodes[i].upos) {
		case news.VERB:
			st.redrawParticiple(i)
			st.redrawAim(i)
			st.redrawSubject(i)
			st.redrawBare(i)
			st.mendSeries(i)
			st.mendSaid(i)
		case news.ADJ:
			st.redrawAdjective(i)
		}
	}
}

// redrawAim takes infinitive i from a phrase of time, which has no aim, and hangs
// it on what that is told of: "phoned him last month [to plead]".
func (st *State) redrawAim(i int32) {
	h := st.nodes[i].head
	if st.nodes[i].rel != news.Acl || h == st.root() || st.nodes[h].rel != news.OblUnmarked || st.nodes[h].head == st.root() {
		return
	}
	if m := st.child(i, h+1, i, news.Mark); m != none && st.nodes[m].word == toWord {
		st.hang(i, st.nodes[h].head, news.Advcl)
	}
}

// redrawSubject gives verb i the noun right before its auxiliaries as subject
// where that hangs elsewhere behind a word that opens clauses: "left after [her
// brother] had been hurt".
func (st *State) redrawSubject(i int32) {
	aux := st.child(i, i-nearby, i, news.Aux, news.AuxPass)
	if aux < 1 || st.child(i, i-nearby, i, news.Nsubj, news.NsubjPass, news.Csubj) != none {
		return
	}
	n := st.phraseTo(aux - 1)
	opens := st.child(n, n-nearby, n, news.Case)
	if n == none || n == i || opens == none || !opensClause(st.nodes[opens].word) {
		return
	}
	h := st.nodes[n].head
	if h >= opens || h == i {
		return // a phrase before its verb: "after the vote was counted" may open it
	}
	switch {
	case !st.above(i, h):
		st.hang(i, h, news.Advcl)
	case st.above(n, i):
		return // too deep to tell which hangs on which
	}
	st.hang(opens, i, news.Mark)
	if st.child(i, i-nearby, i, news.AuxPass) != none {
		st.hang(n, i, news.NsubjPass)
		return
	}
	st.hang(n, i, news.Nsubj)
}

// redrawBare makes a subject of a noun before the auxiliaries of verb i that hangs
// on it without a preposition, where the verb has none, and hangs on that noun
// the phrase with "including" behind it: "five [men], including a judge, were tried".
func (st *State) redrawBare(i int32) {
	aux := st.child(i, i-nearby, i, news.Aux, news.AuxPass)
	if aux == none || st.child(i, i-nearby, i, news.Nsubj, news.NsubjPass, news.Csubj, news.Expl) != none {
		return
	}
	n := st.child(i, i-nearby, aux, news.Obl)
	if n == none || st.child(n, n-nearby, n+1, news.Case, news.Mark) != none {
		return
	}
	rel := news.Nsubj
	if st.child(i, i-nearby, i, news.AuxPass) != none {
		rel = news.NsubjPass
	}
	st.hang(n, i, rel)
	if k := st.child(i, n+1, aux, news.Obl); k != none {
		if c := st.child(k, n+1, k, news.Case); c != none && st.nodes[c].word == including {
			st.hang(k, n, news.Nmod)
		}
	}
}

// toWord marks an infinitive.
var toWord = lex.FormOf("to").Lower

// including opens a phrase that names some of those before it.
var including = lex.FormOf("including").Lower

// phraseTo is the head of the noun phrase that ends with word k: k itself, or
// what it is a further part of; none where no noun stands there.
func (st *State) phraseTo(k int32) int32 {
	for range 6 {
		n := st.at(k)
		switch news.UPOS(n.upos) {
		case news.NOUN, news.PROPN, news.PRON:
		default:
			return none
		}
		switch n.rel {
		case news.Flat, news.Appos, news.Nmod, news.Conj:
			if n.head < k && st.child(k, k-nearby, k, news.Case) == none {
				k = n.head
				continue
			}
		}
		return k
	}
	return none
}

// redrawAdjective takes the noun right behind an adjective from it, and hangs the
// adjective on the noun: "convicted [former] mayor Ada Brenn".
func (st *State) redrawAdjective(i int32) {
	h := st.nodes[i].head
	if st.nodes[i].rel != news.Xcomp || h == st.root() {
		return
	}
	n := st.child(i, i+1, i+nearby, news.Obl, news.Obj, news.Nmod)
	if n == none || !st.bare(i, n) {
		return
	}
	st.change(i, n, news.Amod)
	st.nodes[n].rel = news.Obj
	if st.child(h, h-nearby, n, news.Obj) != none {
		st.nodes[n].rel = news.Obl
	}
}

// redrawParticiple does the same with a participle behind a preposition, which
// opens no clause: "including jailed singer Ada Brenn".
func (st *State) redrawParticiple(i int32) {
	v := &st.nodes[i]
	if v.xpos() != news.VBN || v.head == st.root() || st.child(i, i-1, i, news.Case) == none || st.child(i, i-nearby, i, news.Aux, news.AuxPass) != none {
		return
	}
	n := st.child(i, i+1, i+nearby, news.Obj)
	if n == none || !st.bare(i, n) {
		return
	}
	rel := v.rel
	if rel == news.Advcl || rel == news.Acl || rel == news.Xcomp || rel == news.Ccomp {
		rel = news.Obl
		if u := news.UPOS(st.at(v.head).upos); u == news.NOUN || u == news.PROPN {
			rel = news.Nmod
		}
	}
	st.change(i, n, news.Amod)
	st.nodes[n].rel = rel
}

// bare reports whether nothing but words that hang on noun n stand between word
// i and it, no article or preposition among them.
func (st *State) bare(i, n int32) bool {
	for k := i + 1; k < n; k++ {
		switch st.nodes[k].rel {
		case news.Case, news.Det, news.NmodPoss, news.Punct:
			return false
		}
		if !st.above(n, k) {
			return false
		}
	}
	return true
}

// change puts word n, which hangs on i, in its place, and hangs i and its other
// dependents on n.
func (st *State) change(i, n int32, rel news.Rel) {
	for k := max(0, i-nearby); k < min(i+nearby, st.root()); k++ {
		if st.nodes[k].head == i && k != n {
			st.nodes[k].head = n
		}
	}
	st.nodes[n].head, st.nodes[n].rel = st.nodes[i].head, st.nodes[i].rel
	st.hang(i, n, rel)
}

// child is the first word from place lo on and before hi that hangs on word h by
// one of rels; none when there is none.
func (st *State) child(h, lo, hi int32, rels ...news.Rel) int32 {
	for k := max(lo, 0); k < min(hi, st.root()) && h != none; k++ {
		if n := &st.nodes[k]; n.head == h {
			for _, r := range rels {
				if n.rel == r {
					return k
				}
			}
		}
	}
	return none
}

// above reports whether word k hangs on word h, by however many steps.
func (st *State) above(h, k int32) bool {
	for range nearby {
		if k == h || k == st.root() {
			return k == h
		}
		k = st.nodes[k].head
	}
	return true // too deep to tell
}

func (st *State) hang(k, h int32, r news.Rel) { st.nodes[k].head, st.nodes[k].rel = h, r }
