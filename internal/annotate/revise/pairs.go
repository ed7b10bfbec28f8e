package revise

import "rapporteur/internal/news"

// The Penn tags of marks that come in pairs.
const (
	comma        = news.XPOS(9)
	closeBracket = news.XPOS(22)
	openBracket  = news.XPOS(23)
	openQuote    = news.XPOS(29)
	closeQuote   = news.XPOS(30)
)

// deepest bounds how many open marks a closing one looks through.
const deepest = 8

// pair finds the brackets and quotation marks that belong together.
func (t *Tree) pair() {
	t.mates, t.open = t.mates[:0], t.open[:0]
	for i := range t.root() {
		t.mates = append(t.mates, none)
		x := news.XPOS(t.nodes[i].tag >> 5)
		want := news.XPOS(0)
		switch x {
		case openBracket, openQuote:
			t.open = append(t.open, i)
		case closeBracket:
			want = openBracket
		case closeQuote:
			want = openQuote
		}
		for k := len(t.open) - 1; k >= max(0, len(t.open)-deepest) && want != 0; k-- {
			if j := t.open[k]; news.XPOS(t.nodes[j].tag>>5) == want {
				t.open = t.open[:k]
				t.mates[i], t.mates[j] = j, i
				break
			}
		}
	}
}

// pairMarks gives brackets and quotation marks the head of what they enclose, as
// Universal Dependencies have it. No mark moves on which a word depends.
func (t *Tree) pairMarks() {
	for i := range t.root() {
		if j := t.mates[i]; j > i && t.alone(i) && t.alone(j) {
			t.enclose(i, j)
		}
	}
}

// alone reports whether nothing depends on word i, which is not the root.
func (t *Tree) alone(i int32) bool {
	n := &t.nodes[i]
	return n.outL == none && n.inR == none && n.head != t.root()
}

// enclose gives the marks at places i and j the first word between them that
// depends on none of them, where there is one.
func (t *Tree) enclose(i, j int32) {
	for k := i + 1; k < j; k++ {
		if h := t.nodes[k].head; t.nodes[k].upos != news.PUNCT && (h <= i || h >= j) {
			t.hang(i, k, news.Punct)
			t.hang(j, k, news.Punct)
			return
		}
	}
}
