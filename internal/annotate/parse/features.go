package parse

import "rapporteur/internal/learn"

// distance puts the gap between two words into a few classes.
func distance(a, b int32) uint64 {
	if a < 0 || b < 0 {
		return 0
	}
	switch d := b - a; {
	case d <= 5:
		return uint64(d)
	case d <= 10:
		return 6
	}
	return 7
}

// Features lists the features of the configuration: the words around the top
// of the stack and the next word, their tags, their dependents so far, in the
// manner of Zhang and Nivre (2011). The slice is used again.
func (st *State) Features() []uint32 {
	i0, i1, i2, b := st.below(0), st.below(1), st.below(2), st.next
	s0, s1, s2 := st.at(i0), st.at(i1), st.at(i2)
	n0, n1, n2, n3 := st.at(b), st.at(b+1), st.at(b+2), st.at(b+3)
	s0l, s0r, s0l2, s0r2 := st.at(s0.left1), st.at(s0.right1), st.at(s0.left2), st.at(s0.right2)
	s1l, s1r, s1r2 := st.at(s1.left1), st.at(s1.right1), st.at(s1.right2)
	n0l, n0l2 := st.at(n0.left1), st.at(n0.left2)
	d0, d1 := distance(i0, b), distance(i1, i0)
	k := append(st.keys[:0],
		learn.Key1(1, s0.word), learn.Key1(2, s0.tag), learn.Key2(3, s0.word, s0.tag),
		learn.Key1(4, s1.word), learn.Key1(5, s1.tag), learn.Key2(6, s1.word, s1.tag),
		learn.Key1(7, n0.word), learn.Key1(8, n0.tag), learn.Key2(9, n0.word, n0.tag),
		learn.Key1(10, n1.word), learn.Key1(11, n1.tag), learn.Key2(12, n1.word, n1.tag),
		learn.Key1(13, n2.word), learn.Key1(14, n2.tag), learn.Key1(15, s2.tag), learn.Key1(16, s2.word),

		learn.Key3(20, s0.word, s0.tag, n0.word+n0.tag), learn.Key3(21, s0.word, s0.tag, n0.tag),
		learn.Key3(22, s0.tag, n0.word, n0.tag), learn.Key2(23, s0.lemma, n0.lemma), learn.Key2(24, s0.tag, n0.tag),
		learn.Key2(25, s0.word, n0.tag), learn.Key2(26, s0.tag, n0.word),
		learn.Key2(27, n0.tag, n1.tag), learn.Key2(28, n0.word, n1.tag), learn.Key2(29, n0.tag, n1.word),
		learn.Key2(30, s1.lemma, s0.lemma), learn.Key2(31, s1.tag, s0.tag), learn.Key2(32, s1.word, s0.tag),
		learn.Key2(33, s1.tag, s0.word), learn.Key2(34, s1.tag, n0.tag), learn.Key2(35, s1.lemma, n0.lemma),
		learn.Key3(36, s1.word, s1.tag, s0.tag), learn.Key3(37, s1.tag, s0.word, s0.tag),

		learn.Key3(40, n0.tag, n1.tag, n2.tag), learn.Key3(41, s0.tag, n0.tag, n1.tag),
		learn.Key3(42, s1.tag, s0.tag, n0.tag), learn.Key3(43, s2.tag, s1.tag, s0.tag),
		learn.Key3(44, s0.tag, s0l.tag, n0.tag), learn.Key3(45, s0.tag, s0r.tag, n0.tag),
		learn.Key3(46, s0.tag, n0.tag, n0l.tag), learn.Key3(47, s1.tag, s1r.tag, s0.tag),
		learn.Key3(48, s1.tag, s1l.tag, s0.tag), learn.Key3(49, s1.tag, s0.tag, s0l.tag),
		learn.Key3(50, s1.tag, s0.tag, s0r.tag), learn.Key3(51, s1.tag, s0.word, n0.tag),
		learn.Key3(52, s1.word, s0.tag, n0.tag), learn.Key3(53, s1.tag, s0.tag, n0.word),
		learn.Key3(54, n1.tag, n2.tag, n3.tag), learn.Key3(55, s0.word, n0.tag, n1.tag),
		learn.Key3(56, s1.tag, n0.tag, n1.tag), learn.Key3(57, s1.upos<<16|s0.upos<<8|n0.upos, n1.upos, n2.upos),

		learn.Key2(60, s0.word, d0), learn.Key2(61, s0.tag, d0), learn.Key2(62, n0.word, d0), learn.Key2(63, n0.tag, d0),
		learn.Key3(64, s0.tag, n0.tag, d0), learn.Key3(65, s0.lemma, n0.lemma, d0),
		learn.Key3(66, s1.tag, s0.tag, d1), learn.Key3(67, s1.lemma, s0.lemma, d1), learn.Key2(68, s0.word, d1), learn.Key2(69, s1.word, d1),

		learn.Key2(70, s0.word, uint64(s0.leftN)), learn.Key2(71, s0.tag, uint64(s0.leftN)),
		learn.Key2(72, s0.word, uint64(s0.rightN)), learn.Key2(73, s0.tag, uint64(s0.rightN)),
		learn.Key2(74, s1.word, uint64(s1.rightN)), learn.Key2(75, s1.tag, uint64(s1.rightN)),
		learn.Key2(76, n0.word, uint64(n0.leftN)), learn.Key2(77, n0.tag, uint64(n0.leftN)),
		learn.Key2(78, s1.tag, uint64(s1.leftN)),

		learn.Key2(80, s0.word, s0.leftSet), learn.Key2(81, s0.tag, s0.leftSet),
		learn.Key2(82, s0.word, s0.rightSet), learn.Key2(83, s0.tag, s0.rightSet),
		learn.Key2(84, s1.word, s1.rightSet), learn.Key2(85, s1.tag, s1.rightSet),
		learn.Key2(86, n0.word, n0.leftSet), learn.Key2(87, n0.tag, n0.leftSet),
		learn.Key2(88, s1.tag, s1.leftSet), learn.Key3(89, s1.tag, s0.tag, s1.rightSet),
		learn.Key3(90, s0.tag, n0.tag, s0.rightSet), learn.Key3(91, s0.tag, n0.tag, n0.leftSet),
		learn.Key3(92, s1.tag, s0.tag, s0.rightSet), learn.Key3(93, s1.tag, s0.tag, s0.leftSet),

		learn.Key1(100, s0l.word), learn.Key2(101, s0l.tag, uint64(s0l.rel)),
		learn.Key1(102, s0r.word), learn.Key2(103, s0r.tag, uint64(s0r.rel)),
		learn.Key1(104, s1l.word), learn.Key2(105, s1l.tag, uint64(s1l.rel)),
		learn.Key1(106, s1r.word), learn.Key2(107, s1r.tag, uint64(s1r.rel)),
		learn.Key1(108, n0l.word), learn.Key2(109, n0l.tag, uint64(n0l.rel)),
		learn.Key3(110, s0.tag, s0l.tag, s0l2.tag), learn.Key3(111, s0.tag, s0r.tag, s0r2.tag),
		learn.Key3(112, s1.tag, s1r.tag, s1r2.tag), learn.Key3(113, n0.tag, n0l.tag, n0l2.tag),
		learn.Key3(114, s0.word, s0r.word, uint64(s0r.rel)), learn.Key3(115, s0.word, s0l.word, uint64(s0l.rel)),
		learn.Key3(116, s1.lemma, s1r.lemma, s0.lemma),
		learn.Key3(117, s0l.word, s1.tag, s0.tag), learn.Key3(118, s1.word, s0l.word, s0.tag),

		learn.Key2(120, s0.suffix, s0.tag), learn.Key2(121, n0.suffix, n0.tag), learn.Key2(122, s1.suffix, s0.tag),
		learn.Key2(123, s0.suffix, n0.suffix),
	)
	k = valencyFeatures(k, s0, s1, s2, n0, n1)
	st.keys = k
	return k
}

// ArcFeatures lists the features by which the arc of a move of kind k gets its
// name: head and dependent, their dependents, and what stands beside them.
// The slice is used again.
func (st *State) ArcFeatures(k Kind) []uint32 {
	ci, hi := st.Arc(k)
	c, h := st.at(ci), st.at(hi)
	way := uint64(k)
	cl, cr, hl, hr := st.at(c.left1), st.at(c.right1), st.at(h.left1), st.at(h.right1)
	cl2, hl2, hr2 := st.at(c.left2), st.at(h.left2), st.at(h.right2)
	cb, ca, hb, ha := st.at(ci-1), st.at(ci+1), st.at(hi-1), st.at(hi+1)
	d := distance(min(ci, hi), max(ci, hi))<<2 | way
	ct, ht := c.tag<<2|way, h.tag<<2|way
	keys := append(st.keys[:0],
		learn.Key1(200, way), learn.Key1(201, d),
		learn.Key2(202, c.word, way), learn.Key1(203, ct), learn.Key2(204, c.word, ct),
		learn.Key2(205, h.word, way), learn.Key1(206, ht), learn.Key2(207, h.word, ht),
		learn.Key2(208, ct, ht), learn.Key2(209, c.word, ht), learn.Key2(210, ct, h.word), learn.Key3(211, c.lemma, h.lemma, way),
		learn.Key3(212, ct, h.tag, d), learn.Key2(213, ct, d), learn.Key3(214, c.word, h.tag, d),
		learn.Key2(215, ct, cl.tag), learn.Key3(216, ct, ht, cl.tag), learn.Key2(217, ct, cl.word), learn.Key3(218, ht, cl.word, c.tag),
		learn.Key2(219, ct, cr.tag), learn.Key2(220, ct, cr.word), learn.Key3(221, ct, ht, cr.tag),
		learn.Key2(222, ct, c.leftSet), learn.Key2(223, ct, c.rightSet), learn.Key3(224, ct, ht, c.leftSet),
		learn.Key2(225, ct, h.leftSet), learn.Key2(226, ct, h.rightSet), learn.Key3(227, ct, ht, h.leftSet), learn.Key3(228, ct, ht, h.rightSet),
		learn.Key3(229, h.word, ct, h.rightSet), learn.Key3(230, h.word, ct, h.leftSet),
		learn.Key3(231, ct, ht, hl.tag), learn.Key3(232, ct, ht, hr.tag), learn.Key3(233, ct, h.word, hr.word),
		learn.Key3(234, ct, hr.tag, uint64(hr.rel)), learn.Key3(235, ct, hl.tag, uint64(hl.rel)),
		learn.Key3(236, ct, cb.tag, ca.tag), learn.Key3(237, ct, hb.tag, ha.tag), learn.Key3(238, ct, ht, cb.tag), learn.Key3(239, ct, ht, ca.tag),
		learn.Key3(240, ct, ht, hb.tag), learn.Key3(241, ct, ht, ha.tag),
		learn.Key2(242, ct, c.suffix), learn.Key2(243, ct, h.suffix), learn.Key3(244, ct, c.suffix, h.suffix),
		learn.Key3(245, cl.word, h.lemma, way), learn.Key3(246, cl.word, c.word, way), learn.Key3(247, cl2.word, ct, ht),
		learn.Key3(248, ct, hl2.tag, hl.tag), learn.Key3(249, ct, hr2.tag, hr.tag),
		learn.Key3(250, cb.word, ct, ht), learn.Key3(251, ca.word, ct, ht),
	)
	keys = arcValencyFeatures(keys, c, h, cl, ct, ht, way)
	st.keys = keys
	return keys
}
