package revise

import (
	"rapporteur/internal/learn"
)

// NameFeatures lists the features by which the arc of word i, not the root of
// the sentence, gets its name once all heads are known.
func (t *Tree) NameFeatures(i int32) []uint32 {
	c := &t.nodes[i]
	hi := c.head
	h := &t.nodes[hi]
	dir := b2(hi > i)
	pair := c.tag<<1 | dir | h.tag<<23
	was := uint64(c.rel)
	d := distance(i, hi)<<1 | dir
	in, out, set := t.beside(i, hi)
	other := h.left
	if hi > i {
		other = h.right
	}
	g := t.at(h.head)
	cm := t.phrase(i)
	hm := t.phrase(hi)
	lk, rk := t.at(c.outL), t.at(c.outR)
	cb, ca := t.at(i-1), t.at(i+1)
	inr, outr, hrel := uint64(in.rel), uint64(out.rel), uint64(h.rel)
	t.keys = append(t.keys[:0],
		learn.Key1(200, was), learn.Key2(201, was, c.tag), learn.Key2(202, was, pair), learn.Key2(203, was, c.word), learn.Key3(204, was, h.word, dir),
		learn.Key3(205, was, set, dir), learn.Key3(206, was, inr<<8|outr, dir), learn.Key3(207, was, hrel, dir), learn.Key3(208, was, c.left, c.right), learn.Key2(209, was, d),
		learn.Key1(210, pair), learn.Key2(211, pair, d), learn.Key3(212, c.word, h.tag, dir), learn.Key3(213, c.tag, h.word, dir), learn.Key3(214, c.word, h.word, dir), learn.Key2(215, c.word, c.tag<<1|dir),
		learn.Key2(216, cm.word, pair), learn.Key3(217, cm.word, h.word, c.tag), learn.Key2(218, cm.word, c.word), learn.Key3(219, cm.word, hm.word, pair),
		learn.Key2(220, pair, inr), learn.Key2(221, pair, outr), learn.Key3(222, pair, in.tag, in.word), learn.Key2(223, pair, set), learn.Key2(224, pair, other), learn.Key3(225, h.word, c.tag, set), learn.Key3(226, h.word, c.tag, other),
		learn.Key2(227, pair, c.left), learn.Key2(228, pair, c.right), learn.Key3(229, c.tag, c.left, c.right),
		learn.Key2(230, pair, hrel), learn.Key3(231, c.tag, h.word, hrel), learn.Key2(232, pair, g.tag), learn.Key3(233, was, g.tag, pair),
		learn.Key3(234, c.tag, cb.tag, ca.tag), learn.Key2(235, pair, cb.tag), learn.Key2(236, pair, ca.tag), learn.Key2(237, pair, cb.word), learn.Key2(238, pair, ca.word),
		learn.Key2(239, pair, c.suffix), learn.Key2(240, pair, h.suffix), learn.Key3(241, c.tag, c.suffix, h.suffix),
		learn.Key2(242, pair, lk.tag), learn.Key2(243, pair, rk.tag), learn.Key2(244, c.tag<<1|dir, lk.word), learn.Key2(245, c.tag<<1|dir, rk.word),
	)
	return t.keys
}
