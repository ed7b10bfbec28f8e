package parse

import (
	"rapporteur/internal/annotate/lex"
	"rapporteur/internal/news"
)

// none is the place of a word that is not there.
const none = int32(-1)

// node is one word and what has been drawn at it so far.
type node struct {
	head           int32
	left1, left2   int32 // the outermost and the next dependent on the left
	right1, right2 int32
	word           uint64 // what the features see of it
	lemma          uint64 // the word's without its ending, where the lists have it
	tag            uint64
	upos           uint64
	suffix         uint64
	takes          lex.Valency // what the word takes and means
	selected       lex.Valency // the prepositions that it is, or that stand before it
	leftN, rightN  uint8       // how many dependents
	rel            news.Rel
	leftSet        uint64 // the relations of the dependents
	rightSet       uint64
}

// State is how far the reading of one sentence has come: a stack of words
// whose head is still open, the next word, and the arcs drawn. The root is
// one word more, behind the last.
type State struct {
	nodes []node
	stack []int32
	next  int32
	keys  []uint32
}

// Enter takes the next sentence.
func (st *State) Enter(forms []lex.Form, tags []news.Tag) {
	st.nodes, st.stack, st.next = st.nodes[:0], st.stack[:0], 0
	words := lex.AllWordClasses()
	for i := range forms {
		takes, lemma := words.Takes(&forms[i], tags[i].UPOS)
		st.nodes = append(st.nodes, node{
			head: none, left1: none, left2: none, right1: none, right2: none,
			word: forms[i].Lower, suffix: forms[i].Suffix[2],
			tag: TagCode(tags[i]), upos: uint64(tags[i].UPOS),
			lemma: lemma, takes: takes, selected: words.Selected(&forms[i], tags[i].UPOS),
		})
	}
	st.nodes = append(st.nodes, node{head: none, left1: none, left2: none, right1: none, right2: none, word: 11, lemma: 11, tag: 1 << 20, upos: 30})
}

// TagCode is the part of speech of a word as one number below 1<<13.
func TagCode(t news.Tag) uint64 { return uint64(t.XPOS)<<5 | uint64(t.UPOS) }

// root is the place of the root.
func (st *State) root() int32 { return int32(len(st.nodes) - 1) }

// Done reports whether every word has its head.
func (st *State) Done() bool { return len(st.stack) == 0 && st.next == st.root() }

// Allowed says which kinds of move are possible. Only the last word left may
// depend on the root, so that every sentence has one root.
func (st *State) Allowed() (can [3]bool) {
	can[Shift] = st.next < st.root()
	can[Left] = len(st.stack) > 0 && (st.next < st.root() || len(st.stack) == 1)
	can[Right] = len(st.stack) > 1
	return can
}

// toRoot reports whether a move of kind k would draw the arc from the root.
func (st *State) toRoot(k Kind) bool { return k == Left && st.next == st.root() }

// Arc is the arc that a possible move of kind k, not Shift, would draw.
func (st *State) Arc(k Kind) (child, head int32) {
	if k == Left {
		return st.below(0), st.next
	}
	return st.below(0), st.below(1)
}

// Way sums up the arc of a move of kind k by its direction and the tag of its
// dependent.
func (st *State) Way(k Kind) int {
	child, _ := st.Arc(k)
	return int(st.nodes[child].tag)<<2 | int(k)
}

// Do makes a possible move of kind k and names its arc r.
func (st *State) Do(k Kind, r news.Rel) {
	if k == Shift {
		st.stack = append(st.stack, st.next)
		st.next++
		return
	}
	child, head := st.Arc(k)
	st.stack = st.stack[:len(st.stack)-1]
	if k == Left {
		st.attachLeft(head, child, r)
		return
	}
	st.attachRight(head, child, r)
}

func (st *State) attachLeft(head, child int32, r news.Rel) {
	h := &st.nodes[head]
	h.left1, h.left2 = child, h.left1
	h.leftN = min(h.leftN+1, 6)
	h.leftSet |= 1 << (r & 63)
	if r == news.Case || r == news.Mark {
		h.selected |= st.nodes[child].selected
	}
	st.nodes[child].head, st.nodes[child].rel = head, r
}

func (st *State) attachRight(head, child int32, r news.Rel) {
	h := &st.nodes[head]
	h.right1, h.right2 = child, h.right1
	h.rightN = min(h.rightN+1, 6)
	h.rightSet |= 1 << (r & 63)
	st.nodes[child].head, st.nodes[child].rel = head, r
}

// Stack and Next show the configuration to the trainer: places of words, the
// top of the stack last; Next is the number of words when only the root is left.
func (st *State) Stack() []int32 { return st.stack }

// Next is the place of the next word.
func (st *State) Next() int32 { return st.next }

// at is the word at place i, or one that stands for nothing.
func (st *State) at(i int32) *node {
	if i < 0 || int(i) >= len(st.nodes) {
		return &nothing
	}
	return &st.nodes[i]
}

// below is the k-th word from the top of the stack, none when there is none.
func (st *State) below(k int) int32 {
	if k >= len(st.stack) {
		return none
	}
	return st.stack[len(st.stack)-1-k]
}

var nothing = node{head: none, left1: none, left2: none, right1: none, right2: none, word: 7, lemma: 7, tag: 1 << 21, upos: 31}
