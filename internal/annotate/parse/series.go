package parse

import "rapporteur/internal/news"

// Verbs whose arc runs the wrong way: the first of a series hung on a later one,
// the verb that names a speaker on what is quoted.

// mendSeries makes the first verb of a series its head, as it alone has the
// subject: "they [broke] doors, threatened guards and left".
func (st *State) mendSeries(i int32) {
	v := &st.nodes[i]
	h := v.head
	if v.rel != news.Advcl || h < i || h == st.root() || !finite(st.nodes[i].xpos()) || st.nodes[h].xpos() != v.xpos() || h-i > nearby ||
		st.child(i, i-nearby, i, news.Nsubj, news.NsubjPass) == none || st.child(i, i-nearby, i, news.Mark, news.Advmod) != none ||
		st.child(h, i, h, news.Nsubj, news.NsubjPass, news.Csubj, news.Expl, news.Aux, news.Cop) != none {
		return
	}
	for k := max(0, i-nearby); k < min(h+nearby, st.root()); k++ {
		if n := &st.nodes[k]; n.head == h && k != i && (k < i || n.rel == news.Conj) {
			n.head = i
		}
	}
	st.nodes[i].head, st.nodes[i].rel = st.nodes[h].head, st.nodes[h].rel
	st.hang(h, i, news.Conj)
}

// mendSaid lifts the verb that names a speaker behind a quotation out of it:
// "they broke it,” the mayor [said]".
func (st *State) mendSaid(i int32) {
	v := &st.nodes[i]
	if v.rel != news.Conj && v.rel != news.Parataxis || !finite(st.nodes[i].xpos()) || st.child(i, i-nearby, i, news.Cc) != none {
		return
	}
	s := st.child(i, i-nearby, i, news.Nsubj)
	if s == none {
		return
	}
	q := i - 1
	for q > v.head && st.above(i, q) && st.nodes[q].rel != news.Punct {
		q--
	}
	if q <= v.head || q < 2 || q >= s || !quotes(st.nodes[q].xpos()) || st.nodes[q-1].xpos() != comma {
		return
	}
	top := v.head
	for st.nodes[top].head != st.root() {
		if top = st.nodes[top].head; top > q {
			return
		}
	}
	v.head, v.rel = st.root(), st.nodes[top].rel
	st.hang(top, i, news.Ccomp)
}

func quotes(x news.XPOS) bool { return x == openQuote || x == closeQuote }
