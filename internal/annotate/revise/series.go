package revise

import "rapporteur/internal/news"

// Verbs whose arc runs the wrong way: the first of a series hung on a later one,
// the verb that names a speaker on what is quoted.

// mendSeries makes the first verb of a series its head, as it alone has the
// subject: "they [broke] doors, threatened guards and left".
func (t *Tree) mendSeries(i int32) {
	v := &t.nodes[i]
	h := v.head
	s := t.child(i, i-nearby, i, news.Nsubj, news.NsubjPass)
	if v.rel != news.Advcl || h < i || h == t.root() || !finite(v.xpos()) || t.nodes[h].xpos() != v.xpos() || h-i > nearby ||
		s == none || t.nodes[s].word == which || t.nodes[s].word == who || t.child(i, i-nearby, i, news.Mark, news.Advmod) != none ||
		t.child(h, i, h, news.Nsubj, news.NsubjPass, news.Csubj, news.Expl, news.Aux, news.Cop) != none {
		return
	}
	for k := max(0, i-nearby); k < min(h+nearby, t.root()); k++ {
		if n := &t.nodes[k]; n.head == h && k != i && (k < i || n.rel == news.Conj) {
			n.head = i
		}
	}
	t.nodes[i].head, t.nodes[i].rel = t.nodes[h].head, t.nodes[h].rel
	t.hang(h, i, news.Conj)
}

// mendSaid lifts the verb that names a speaker behind a quotation out of it:
// "they broke it,” the mayor [said]".
func (t *Tree) mendSaid(i int32) {
	v := &t.nodes[i]
	if v.rel != news.Conj && v.rel != news.Parataxis || !finite(v.xpos()) || t.child(i, i-nearby, i, news.Cc) != none {
		return
	}
	s := t.child(i, i-nearby, i, news.Nsubj)
	if s == none {
		return
	}
	q := i - 1
	for q > v.head && t.above(i, q) && t.nodes[q].rel != news.Punct {
		q--
	}
	if q <= v.head || q < 2 || q >= s || !quotes(t.nodes[q].xpos()) || t.nodes[q-1].xpos() != comma {
		return
	}
	top := v.head
	for range nearby {
		if h := t.nodes[top].head; h != t.root() && top <= q {
			top = h
		}
	}
	if top > q || t.nodes[top].head != t.root() {
		return
	}
	v.head, v.rel = t.root(), t.nodes[top].rel
	t.hang(top, i, news.Ccomp)
}

func quotes(x news.XPOS) bool { return x == openQuote || x == closeQuote }
