package revise

import (
	"iter"

	"rapporteur/internal/annotate/lex"
	"rapporteur/internal/news"
)

// none is the place of a word that is not there.
const none = int32(-1)

// node is one word of a tree.
type node struct {
	word, suffix, tag uint64 // what the features see of it
	head              int32
	lo, hi            int32 // the first and the last word below it, itself among them
	prev, next        int32 // its neighbours among the dependents on its side of its head
	outL, inL         int32 // the first and the last dependent on its left
	inR, outR         int32 // and on its right
	left, right       uint64
	upos              news.UPOS
	rel               news.Rel
	moved             bool // hung elsewhere than the parser did
}

// Tree is the whole tree of one sentence, word by word. The root is one word
// more, behind the last.
type Tree struct {
	nodes  []node
	before []counts // before each word
	mates  []int32
	open   []int32
	cands  []Candidate
	keys   []uint32
}

// counts are of words that part others.
type counts struct{ marks, verbs, ands uint16 }

var blank = node{head: none, outL: none, inL: none, inR: none, outR: none, prev: none, next: none}

// read takes a sentence whose tokens begin behind first, as the heads of arcs
// count them.
func (t *Tree) read(forms []lex.Form, tags []news.Tag, arcs []news.Arc, first int) {
	t.Enter(forms, tags)
	for i, a := range arcs {
		n := &t.nodes[i]
		n.head, n.rel = t.root(), news.Root
		if a.Head != 0 {
			n.head, n.rel = int32(int(a.Head)-1-first), a.Rel
		}
	}
	t.link()
}

// Draw takes the heads and relations of all words; the root is the place behind
// the last.
func (t *Tree) Draw(heads []int32, rels []news.Rel) {
	for i := range heads {
		t.nodes[i].head, t.nodes[i].rel = heads[i], rels[i]
	}
	t.link()
}

// write gives arcs what t has.
func (t *Tree) write(arcs []news.Arc, first int) {
	for i := range arcs {
		n := &t.nodes[i]
		arcs[i] = news.Arc{Rel: news.Root}
		if n.head != t.root() {
			arcs[i] = news.Arc{Head: news.TokenID(first + int(n.head) + 1), Rel: n.rel}
		}
	}
}

// Enter takes the words of a sentence, without a tree.
func (t *Tree) Enter(forms []lex.Form, tags []news.Tag) {
	t.nodes, t.before = t.nodes[:0], t.before[:0]
	var c counts
	for i := range forms {
		n := blank
		n.word, n.suffix, n.tag, n.upos = forms[i].Lower, forms[i].Suffix[2], tagCode(tags[i]), tags[i].UPOS
		t.nodes, t.before = append(t.nodes, n), append(t.before, c)
		c.add(n.upos)
	}
	t.before = append(t.before, c)
	r := blank
	r.word, r.tag, r.upos = 11, 1<<20, 30
	t.nodes = append(t.nodes, r)
	t.pair()
}

// add counts a word.
func (c *counts) add(u news.UPOS) {
	switch u {
	case news.PUNCT:
		c.marks++
	case news.VERB:
		c.verbs++
	case news.CCONJ:
		c.ands++
	}
}

// Each goes through the words in the order in which their heads are asked for:
// marks of punctuation last, since theirs depend on those of the rest.
func (t *Tree) Each() iter.Seq[int32] {
	return func(yield func(int32) bool) {
		for _, marks := range [...]bool{false, true} {
			for i := range t.root() {
				if (t.nodes[i].upos == news.PUNCT) == marks && !yield(i) {
					return
				}
			}
		}
	}
}

// tagCode is the part of speech of a word as one number below 1<<13.
func tagCode(t news.Tag) uint64 { return uint64(t.XPOS)<<5 | uint64(t.UPOS) }

func (t *Tree) root() int32 { return int32(len(t.nodes) - 1) }

// Head is the place of the head of word i.
func (t *Tree) Head(i int32) int32 { return t.nodes[i].head }

// Hang gives word i the head h.
func (t *Tree) Hang(i, h int32) {
	t.nodes[i].head, t.nodes[i].moved = h, true
	t.link()
}

// link finds the dependents of every word and how far what is below it reaches.
func (t *Tree) link() {
	for i := range t.nodes {
		n := &t.nodes[i]
		n.lo, n.hi = int32(i), int32(i)
		n.outL, n.inL, n.inR, n.outR, n.prev, n.next, n.left, n.right = none, none, none, none, none, none, 0, 0
	}
	root := t.root()
	for i := range root {
		n := &t.nodes[i]
		h := &t.nodes[n.head]
		if i < n.head {
			t.chain(i, &h.outL, &h.inL)
			h.left |= 1 << (n.rel & 63)
		} else {
			t.chain(i, &h.inR, &h.outR)
			h.right |= 1 << (n.rel & 63)
		}
		for a, steps := n.head, int32(0); a != root && steps < root; a, steps = t.nodes[a].head, steps+1 {
			if m := &t.nodes[a]; m.lo > i {
				m.lo = i
			} else if m.hi < i {
				m.hi = i
			} else {
				break
			}
		}
	}
}

// chain puts word i behind the dependents from first to last.
func (t *Tree) chain(i int32, first, last *int32) {
	if *first == none {
		*first = i
	} else {
		t.nodes[*last].next, t.nodes[i].prev = i, *last
	}
	*last = i
}

// at is the word at place i, or one that stands for nothing.
func (t *Tree) at(i int32) *node {
	if i < 0 || int(i) >= len(t.nodes) {
		return &nothing
	}
	return &t.nodes[i]
}

var nothing = node{head: none, outL: none, inL: none, inR: none, outR: none, word: 7, tag: 1 << 21, upos: 31}
