package parse

import "rapporteur/internal/news"

// The Penn tags of the comma and of marks that come in pairs.
const (
	comma        = news.XPOS(9)
	closeBracket = news.XPOS(22)
	openBracket  = news.XPOS(23)
	openQuote    = news.XPOS(29)
	closeQuote   = news.XPOS(30)
)

// deepest and widest bound how far a closing mark looks for its opening one: so
// many that are open, so many words.
const deepest, widest = 8, 400

// opener is the tag of the mark that a closing one of tag x closes; 0 for others.
func opener(x news.XPOS) news.XPOS {
	switch x {
	case closeBracket:
		return openBracket
	case closeQuote:
		return openQuote
	}
	return 0
}

// pairMarks gives brackets and quotation marks the head of what they enclose,
// as Universal Dependencies have it. The moves get the first of a pair wrong
// where they have not yet seen what it opens.
func (st *State) pairMarks() {
	st.open = st.open[:0]
	for i := range st.nodes[:st.root()] {
		n := &st.nodes[i]
		x := n.xpos()
		if n.leftN+n.rightN > 0 || n.head == st.root() {
			continue
		}
		if x == openBracket || x == openQuote {
			st.open = append(st.open, int32(i))
			continue
		}
		want := opener(x)
		for k := len(st.open) - 1; k >= max(0, len(st.open)-deepest) && want != 0; k-- {
			if j := st.open[k]; st.nodes[j].xpos() == want {
				st.open = st.open[:k]
				st.enclose(j, int32(i))
				break
			}
		}
	}
}

// enclose gives the marks at places i and j the first word between them that
// depends on none of them, where there is one.
func (st *State) enclose(i, j int32) {
	if j-i > widest {
		return
	}
	for k := i + 1; k < j; k++ {
		h := st.nodes[k].head
		if news.UPOS(st.nodes[k].upos) == news.PUNCT || h > i && h < j {
			continue
		}
		for _, mark := range []int32{i, j} {
			st.nodes[mark].head, st.nodes[mark].rel = k, news.Punct
		}
		return
	}
}

// xpos is the Penn tag of n.
func (n *node) xpos() news.XPOS { return news.XPOS(n.tag >> 5) }
