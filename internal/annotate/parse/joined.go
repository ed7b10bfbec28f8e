package parse

import "rapporteur/internal/news"

// furthest bounds how many words above a verb its governor is looked for.
const furthest = 12

// joinVerbs gives a verb that "and" ties to the verb right before it, of the
// same form, that verb as its head, where the moves gave it one further up:
//
//	We heard that they have just met and agreed
//	                             ^^^     ^^^^^^  not of "heard"
func (st *State) joinVerbs() {
	for i := int32(1); i+1 < st.root(); i++ {
		if news.UPOS(st.nodes[i].upos) != news.CCONJ {
			continue
		}
		a, b := i-1, i+1
		if news.UPOS(st.nodes[b].upos) == news.ADV && b+1 < st.root() {
			b++
		}
		x, y := &st.nodes[a], &st.nodes[b]
		if news.UPOS(x.upos) == news.VERB && joins(x, y) && y.rel == news.Conj && y.head != a && st.governs(y.head, a) {
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
func (st *State) governs(h, i int32) bool {
	if h >= i {
		return false
	}
	for n := 0; n < furthest && i != none && i != st.root(); n++ {
		if i = st.nodes[i].head; i == h {
			return true
		}
	}
	return false
}
