package revise

import (
	"rapporteur/internal/learn"
	"rapporteur/internal/news"
)

// distance puts the gap between two words into a few classes.
func distance(a, b int32) uint64 {
	switch d := max(a-b, b-a); {
	case d <= 4:
		return uint64(d)
	case d <= 6:
		return 5
	case d <= 9:
		return 6
	case d <= 14:
		return 7
	case d <= 24:
		return 8
	}
	return 9
}

// Kind is the kind of word whose head is asked for: each has weights of its own.
func (t *Tree) Kind(i int32) int {
	switch t.nodes[i].upos {
	case news.PUNCT:
		return 0
	case news.NOUN, news.PROPN, news.PRON, news.NUM:
		return 1
	}
	return 2
}

func few(a, b uint16) uint64 {
	d := uint64(max(a, b) - min(a, b))
	return min(d, 3)
}

// phrase is the word that opens the phrase or clause of word i.
func (t *Tree) phrase(i int32) *node {
	for k := t.nodes[i].outL; k != none; k = t.nodes[k].next {
		switch t.nodes[k].rel {
		case news.Case, news.Mark, news.Cc:
			return &t.nodes[k]
		}
	}
	return &nothing
}

// beside finds the dependents of h on the side of word i that stand next to it:
// towards h and away from it; and the relations of those on that side but i.
func (t *Tree) beside(i, h int32) (in, out *node, set uint64) {
	in, out = &nothing, &nothing
	n := &t.nodes[h]
	first := n.outL
	if i > h {
		first = n.inR
	}
	for k := first; k != none; k = t.nodes[k].next {
		if k == i {
			continue
		}
		c := &t.nodes[k]
		set |= 1 << (c.rel & 63)
		switch {
		case i < h && k < i, i > h && k > i && out == &nothing:
			out = c
		case i < h && k > i && in == &nothing, i > h && k < i:
			in = c
		}
	}
	return in, out, set
}

const punctBit = 1 << news.Punct

func b2(b bool) uint64 {
	if b {
		return 1
	}
	return 0
}

// Features lists the features of word i as a dependent of candidate x.
func (t *Tree) Features(i int32, x Candidate) []uint32 {
	hi := x.Head
	c, h := &t.nodes[i], &t.nodes[hi]
	dir := b2(hi > i)
	cur := b2(c.head == hi)
	g := t.at(h.head)
	gside := uint64(0)
	switch {
	case h.head == t.root():
	case h.head < i:
		gside = 1
	default:
		gside = 2
	}
	rel, hrel := uint64(c.rel), uint64(h.rel)
	in, out, set := t.beside(i, hi)
	other := h.left
	if hi > i {
		other = h.right
	}
	lo, up := min(i, hi), max(i, hi)
	a, b := t.before[lo+1], t.before[up]
	between := few(a.marks, b.marks) | few(a.verbs, b.verbs)<<2 | few(a.ands, b.ands)<<4
	d := distance(i, hi)<<1 | dir
	rank := x.rank
	pair := c.tag<<1 | dir | h.tag<<23
	guide := cur | rel<<1 | dir<<7
	ph := t.at(c.head)
	side := b2(c.head > i)
	relpos := uint64(0)
	switch {
	case cur == 1:
	case side != dir:
		relpos = 1
	case (hi > c.head) == (hi > i):
		relpos = 2
	default:
		relpos = 3
	}
	keys := t.keys[:0]
	lb, rb := t.at(c.lo-1), t.at(c.hi+1)
	inr, outr := uint64(in.rel), uint64(out.rel)
	keys = append(keys,
		learn.Key1(1, guide), learn.Key2(2, guide, c.tag), learn.Key2(3, guide, h.tag), learn.Key2(5, guide, hrel),
		learn.Key3(6, guide, pair, ph.tag), learn.Key2(7, guide, rank), learn.Key2(8, relpos<<8|rel, pair), learn.Key2(9, relpos<<8|rel, rank),
		learn.Key1(10, pair), learn.Key2(11, pair, d), learn.Key3(12, c.word, h.word, dir), learn.Key3(13, c.word, h.tag, dir), learn.Key3(14, c.tag, h.word, dir),
		learn.Key2(15, rel<<8|d, h.tag), learn.Key2(16, rel<<8|hrel, d), learn.Key2(17, rel<<8|dir, h.word),
		learn.Key2(18, pair, rank), learn.Key2(19, rel<<8|hrel, rank),
		learn.Key2(50, pair, g.tag), learn.Key3(51, rel<<8|hrel, h.tag, gside), learn.Key3(52, c.tag, hrel, g.tag), learn.Key3(54, rel<<8|hrel, rank, gside),
		learn.Key3(40, pair, in.tag, inr), learn.Key3(41, pair, out.tag, outr), learn.Key3(42, rel<<1|dir, h.tag, set), learn.Key3(43, rel<<1|dir, h.word, set), learn.Key3(44, rel<<1|dir, h.tag, other),
		learn.Key3(46, rel<<13|inr<<7|outr<<1|dir, uint64(h.upos), hrel),
		learn.Key2(70, pair, between), learn.Key3(71, rel, between, h.tag), learn.Key3(72, rel, rank, between), learn.Key3(73, rel<<8|hrel, between, gside),
		learn.Key3(74, rel<<8|hrel, lb.tag, rb.tag),
	)
	if c.upos == news.PUNCT {
		keys = t.markFeatures(keys, i, x, in, out, set, other, gside)
	} else {
		cm := t.phrase(i)
		lk, rk := t.at(c.outL), t.at(c.outR)
		lh, rh := t.at(hi-1), t.at(hi+1)
		keys = append(keys,
			learn.Key3(20, pair, t.at(i-1).tag, lh.tag), learn.Key3(21, pair, t.at(i+1).tag, rh.tag), learn.Key2(22, pair, lh.tag), learn.Key2(23, pair, rh.tag),
			learn.Key3(24, c.suffix, h.tag, dir), learn.Key3(25, c.tag, h.suffix, dir), learn.Key3(26, c.suffix, h.suffix, dir),
			learn.Key3(30, cm.word, h.word, dir), learn.Key2(31, cm.word, pair), learn.Key3(32, cm.word, h.word, c.tag), learn.Key3(33, cm.word, h.tag, d),
			learn.Key3(34, cm.word, h.word, c.word), learn.Key3(35, cm.word, h.tag, rank), learn.Key3(36, cm.word, h.tag, hrel), learn.Key3(37, cm.word, hrel, rank),
			learn.Key3(45, c.word, in.word, dir), learn.Key3(47, h.word, in.word, c.tag), learn.Key3(53, cm.word, h.tag, g.tag),
			learn.Key3(48, cm.word, h.tag, in.tag), learn.Key3(49, cm.word, h.word, inr),
			learn.Key2(60, pair, lk.tag), learn.Key2(61, pair, rk.tag), learn.Key3(62, rel<<1|dir, h.tag, uint64(lk.rel)<<8|uint64(rk.rel)), learn.Key3(63, rel, h.tag, c.left|c.right),
		)
	}
	t.keys = keys
	return keys
}

// markFeatures adds those that only marks of punctuation have.
func (t *Tree) markFeatures(keys []uint32, i int32, x Candidate, in, out *node, set, other, gside uint64) []uint32 {
	c, h := &t.nodes[i], &t.nodes[x.Head]
	dir := b2(x.Head > i)
	w := c.word<<1 | dir
	hrel := uint64(h.rel)
	l, r := t.at(i-1), t.at(i+1)
	inr, outr := uint64(in.rel), uint64(out.rel)
	edges := b2(set&punctBit != 0) | b2(other&punctBit != 0)<<1 | b2(t.at(h.lo-1).upos == news.PUNCT)<<2 | b2(t.at(h.hi+1).upos == news.PUNCT)<<3
	mate := uint64(0)
	if m := t.mates[i]; m != none {
		mate = 1
		if t.nodes[m].head == x.Head {
			mate = 2
		}
		if m > i {
			mate |= 4
		}
		if x.Head > min(m, i) && x.Head < max(m, i) {
			mate |= 8
		}
	}
	size := distance(h.lo, h.hi)
	end := b2(i == t.root()-1) | b2(i == 0)<<1
	// the tops of what stands on both sides below the candidate
	top := t.topBeside(i, dir == 0)
	tr := uint64(top.rel)
	return append(keys,
		learn.Key3(80, w, h.tag, hrel), learn.Key3(81, w, hrel<<8|gside, x.rank), learn.Key3(82, w, l.tag<<22|r.tag, x.rank), learn.Key3(83, w, l.tag<<22|r.tag, h.tag),
		learn.Key3(84, w, tr<<8|hrel, x.rank), learn.Key3(85, w, hrel<<4|edges, gside), learn.Key3(86, w, h.tag<<4|edges, x.rank),
		learn.Key3(87, w, inr<<8|outr, hrel), learn.Key3(88, w, inr<<8|outr, h.tag), learn.Key3(89, w, out.word, h.tag),
		learn.Key3(90, w, r.word, x.rank), learn.Key3(91, w, r.word, hrel), learn.Key3(92, w, end, hrel<<4|gside), learn.Key3(93, w, mate, hrel), learn.Key3(94, w, mate, x.rank),
		learn.Key3(95, w, hrel<<8|size, end), learn.Key3(96, w, tr<<8|hrel, h.tag), learn.Key3(97, w, tr<<22|top.tag, h.tag), learn.Key3(98, w, l.word, x.rank), learn.Key3(99, w, uint64(r.rel)<<8|hrel, gside),
		learn.Key2(100, w, x.rank), learn.Key3(101, w, tr, set), learn.Key3(102, w, tr, x.rank),
	)
}

// topBeside is the highest word of what begins right behind word i, or ends right
// before it, on that side of it.
func (t *Tree) topBeside(i int32, behind bool) *node {
	k := i - 1
	if behind {
		k = i + 1
	}
	if k < 0 || k >= t.root() {
		return &nothing
	}
	top := &t.nodes[k]
	for s := int32(0); s < most; s++ {
		h := top.head
		if behind && (h <= i || h >= t.root()) || !behind && h >= i {
			break
		}
		top = &t.nodes[h]
	}
	return top
}
