package revise

import "rapporteur/internal/news"

// joinVerbs gives a verb that "and" ties to the verb right before it, of the
// same form, that verb as its head, where the moves gave it one further up:
//
//	We heard that they have just met and agreed
//	                             ^^^     ^^^^^^  not of "heard"
func (t *Tree) joinVerbs() {
	for i := int32(1); i+1 < t.root(); i++ {
		if t.nodes[i].upos != news.CCONJ {
			continue
		}
		a, b := i-1, i+1
		if t.nodes[b].upos == news.ADV && b+1 < t.root() {
			b++
		}
		x, y := &t.nodes[a], &t.nodes[b]
		if x.upos == news.VERB && joins(x, y) && y.rel == news.Conj && y.head != a && t.governs(y.head, a) {
			y.head = a
		}
	}
}

// joins reports whether verbs x and y are of one form, or both past where x has a
// clause of its own: taggers mix up "met" and "have met".
func joins(x, y *node) bool {
	if x.tag == y.tag {
		return true
	}
	past := func(n *node) bool { return n.xpos() == news.VBD || n.xpos() == news.VBN }
	return past(x) && past(y) && (x.rel == news.Ccomp || x.rel == news.Advcl || x.rel == news.AclRelcl)
}

// governs reports whether word h stands above word i, before it.
func (t *Tree) governs(h, i int32) bool {
	if h >= i {
		return false
	}
	for n := 0; n < nearby && i != none && i != t.root(); n++ {
		if i = t.nodes[i].head; i == h {
			return true
		}
	}
	return false
}
