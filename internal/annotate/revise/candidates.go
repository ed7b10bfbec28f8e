package revise

import "rapporteur/internal/news"

// Candidate is a word that another may depend on.
type Candidate struct {
	Head int32
	rank uint64 // on which side, how far up
}

// most bounds how many words on a side are thought of as heads.
const most = 8

// Candidates lists the words that word i may depend on, all else staying as it
// is, without an arc crossing another; none for the root. Of words that only serve
// another, such as articles, only the present head is among them.
func (t *Tree) Candidates(i int32) []Candidate {
	t.cands = t.cands[:0]
	n := &t.nodes[i]
	root := t.root()
	if n.head == root {
		return nil
	}
	l, r := n.lo-1, n.hi+1
	// The first word above the left neighbour that stands right of i bounds the
	// right side, and the other way round.
	x := l
	for steps := int32(0); x >= 0 && x < i && steps < root; steps++ {
		x = t.nodes[x].head
	}
	y := r
	for steps := int32(0); y < root && y > i && steps < root; steps++ {
		y = t.nodes[y].head
	}
	a := l
	for k := uint64(0); a >= 0 && a < i && k < most; k++ {
		t.offer(n.head, a, k<<1)
		if a == y {
			break
		}
		a = t.nodes[a].head
	}
	b := r
	for k := uint64(0); b < root && b > i && k < most; k++ {
		t.offer(n.head, b, k<<1|1)
		if b == x {
			break
		}
		b = t.nodes[b].head
	}
	for _, c := range t.cands {
		if c.Head == n.head {
			return t.cands
		}
	}
	t.cands = append(t.cands, Candidate{n.head, 31})
	return t.cands
}

// offer adds word h to the candidates, unless it is of those that serve another
// word and the head is not already there.
func (t *Tree) offer(present, h int32, rank uint64) {
	if h == present || !serves(t.nodes[h].rel) {
		t.cands = append(t.cands, Candidate{h, rank})
	}
}

// serves reports whether a word under relation r serves its head and has, next to
// always, nothing below it.
func serves(r news.Rel) bool {
	switch r {
	case news.Aux, news.AuxPass, news.Cop, news.Case, news.Mark, news.Det, news.Cc, news.Punct, news.Fixed, news.Goeswith:
		return true
	}
	return false
}
