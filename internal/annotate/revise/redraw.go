package revise

import (
	"slices"

	"rapporteur/internal/annotate/lex"
	"rapporteur/internal/news"
)

// The moves see only a few words at a time, so that now and then they draw a
// clause that cannot be: one whose verb has no subject though a noun stands
// right before it, an adjective that governs the noun behind it.

// nearby bounds how far redrawing looks from a word.
const nearby = 24

// redraw goes through the words of a sentence once all arcs are drawn.
func (t *Tree) redraw() {
	for i := range t.root() {
		switch t.nodes[i].upos {
		case news.VERB:
			t.redrawParticiple(i)
			t.redrawAim(i)
			t.redrawSubject(i)
			t.redrawBare(i)
			t.mendSeries(i)
			t.mendSaid(i)
		case news.ADJ:
			t.redrawAdjective(i)
		}
	}
}

// redrawAim takes infinitive i from a phrase of time, which has no aim, and hangs
// it on what that is told of: "phoned him last month [to plead]".
func (t *Tree) redrawAim(i int32) {
	h := t.nodes[i].head
	if t.nodes[i].rel != news.Acl || h == t.root() || t.nodes[h].head == t.root() || t.nodes[h].rel != news.OblUnmarked && !t.isDate(h) {
		return
	}
	if m := t.child(i, h+1, i, news.Mark); m != none && t.nodes[m].word == toWord {
		t.hang(i, t.nodes[h].head, news.Advcl)
	}
}

// spans are nouns of time that "last", "next" and "this" make a date of.
var spans = [...]uint64{
	lex.FormOf("week").Lower, lex.FormOf("month").Lower, lex.FormOf("year").Lower, lex.FormOf("night").Lower, lex.FormOf("weekend").Lower,
}

// dated are the words that do so.
var dated = [...]uint64{lex.FormOf("last").Lower, lex.FormOf("next").Lower, lex.FormOf("this").Lower}

// isDate reports whether noun h says when what the verb before it tells of was, as
// whatever the parser hung it there: "phoned him [last month]".
func (t *Tree) isDate(h int32) bool {
	verb := t.nodes[h].head
	return verb < h && h > 0 && t.nodes[verb].upos == news.VERB && slices.Contains(spans[:], t.nodes[h].word) && slices.Contains(dated[:], t.nodes[h-1].word)
}

// redrawSubject gives verb i the noun right before its auxiliaries as subject
// where that hangs elsewhere behind a word that opens clauses: "left after [her
// brother] had been hurt".
func (t *Tree) redrawSubject(i int32) {
	aux := t.child(i, i-nearby, i, news.Aux, news.AuxPass)
	if aux < 1 || t.child(i, i-nearby, i, news.Nsubj, news.NsubjPass, news.Csubj) != none {
		return
	}
	n := t.phraseTo(aux - 1)
	opens := t.child(n, n-nearby, n, news.Case)
	if n == none || n == i || opens == none || !slices.Contains(clauseWords[:], t.nodes[opens].word) {
		return
	}
	h := t.nodes[n].head
	if h >= opens || h == i {
		return // a phrase before its verb: "after the vote was counted" may open it
	}
	switch {
	case !t.above(i, h):
		t.hang(i, h, news.Advcl)
	case t.above(n, i):
		return // too deep to tell which hangs on which
	}
	t.hang(opens, i, news.Mark)
	if t.child(i, i-nearby, i, news.AuxPass) != none {
		t.hang(n, i, news.NsubjPass)
		return
	}
	t.hang(n, i, news.Nsubj)
}

// redrawBare makes a subject of a noun before the auxiliaries of verb i that hangs
// on it without a preposition, where the verb has none, and hangs on that noun
// the phrase with "including" behind it: "five [men], including a judge, were tried".
func (t *Tree) redrawBare(i int32) {
	aux := t.child(i, i-nearby, i, news.Aux, news.AuxPass)
	if aux == none || t.child(i, i-nearby, i, news.Nsubj, news.NsubjPass, news.Csubj, news.Expl) != none {
		return
	}
	n := t.child(i, i-nearby, aux, news.Obl)
	if n == none || t.child(n, n-nearby, n+1, news.Case, news.Mark) != none {
		return
	}
	rel := news.Nsubj
	if t.child(i, i-nearby, i, news.AuxPass) != none {
		rel = news.NsubjPass
	}
	t.hang(n, i, rel)
	if k := t.child(i, n+1, aux, news.Obl); k != none {
		if c := t.child(k, n+1, k, news.Case); c != none && t.nodes[c].word == including {
			t.hang(k, n, news.Nmod)
		}
	}
}

// toWord marks an infinitive.
var toWord = lex.FormOf("to").Lower

// including opens a phrase that names some of those before it.
var including = lex.FormOf("including").Lower

// phraseTo is the head of the noun phrase that ends with word k: k itself, or
// what it is a further part of; none where no noun stands there.
func (t *Tree) phraseTo(k int32) int32 {
	for range 6 {
		n := t.at(k)
		switch n.upos {
		case news.NOUN, news.PROPN, news.PRON:
		default:
			return none
		}
		switch n.rel {
		case news.Flat, news.Appos, news.Nmod, news.Conj:
			if n.head < k && t.child(k, k-nearby, k, news.Case) == none {
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
func (t *Tree) redrawAdjective(i int32) {
	h := t.nodes[i].head
	if t.nodes[i].rel != news.Xcomp || h == t.root() {
		return
	}
	n := t.child(i, i+1, i+nearby, news.Obl, news.Obj, news.Nmod)
	if n == none || !t.bare(i, n) {
		return
	}
	t.change(i, n, news.Amod)
	t.nodes[n].rel = news.Obj
	if t.child(h, h-nearby, n, news.Obj) != none {
		t.nodes[n].rel = news.Obl
	}
}

// redrawParticiple does the same with a participle behind a preposition, which
// opens no clause: "including jailed singer Ada Brenn".
func (t *Tree) redrawParticiple(i int32) {
	v := &t.nodes[i]
	if v.xpos() != news.VBN || v.head == t.root() || t.child(i, i-1, i, news.Case) == none || t.child(i, i-nearby, i, news.Aux, news.AuxPass) != none {
		return
	}
	n := t.child(i, i+1, i+nearby, news.Obj)
	if n == none || !t.bare(i, n) {
		return
	}
	rel := v.rel
	if rel == news.Advcl || rel == news.Acl || rel == news.Xcomp || rel == news.Ccomp {
		rel = news.Obl
		if u := t.at(v.head).upos; u == news.NOUN || u == news.PROPN {
			rel = news.Nmod
		}
	}
	t.change(i, n, news.Amod)
	t.nodes[n].rel = rel
}

// bare reports whether nothing but words that hang on noun n stand between word
// i and it, no article or preposition among them.
func (t *Tree) bare(i, n int32) bool {
	for k := i + 1; k < n; k++ {
		switch t.nodes[k].rel {
		case news.Case, news.Det, news.NmodPoss, news.Punct:
			return false
		}
		if !t.above(n, k) {
			return false
		}
	}
	return true
}

// change puts word n, which hangs on i, in its place, and hangs i and its other
// dependents on n.
func (t *Tree) change(i, n int32, rel news.Rel) {
	for k := max(0, i-nearby); k < min(i+nearby, t.root()); k++ {
		if t.nodes[k].head == i && k != n {
			t.nodes[k].head = n
		}
	}
	t.nodes[n].head, t.nodes[n].rel = t.nodes[i].head, t.nodes[i].rel
	t.hang(i, n, rel)
}

// child is the first word from place lo on and before hi that hangs on word h by
// one of rels; none when there is none.
func (t *Tree) child(h, lo, hi int32, rels ...news.Rel) int32 {
	for k := max(lo, 0); k < min(hi, t.root()) && h != none; k++ {
		if n := &t.nodes[k]; n.head == h {
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
func (t *Tree) above(h, k int32) bool {
	for range nearby {
		if k == h || k == t.root() {
			return k == h
		}
		k = t.nodes[k].head
	}
	return true // too deep to tell
}

func (t *Tree) hang(k, h int32, r news.Rel) { t.nodes[k].head, t.nodes[k].rel = h, r }
