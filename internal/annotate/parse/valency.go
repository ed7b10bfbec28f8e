package parse

import "rapporteur/internal/learn"

// valencyFeatures adds to k what the words at the top of the stack and the next
// one take and mean: verbs their objects and clauses, all of them the
// prepositions that they select. A preposition is seen while it is the next word,
// to say whether what stands before it is whole, and behind it with its noun.
func valencyFeatures(k []uint32, s0, s1, s2, n0, n1 *node) []uint32 {
	c0, c1, cn, cm := s0.takes.Class(), s1.takes.Class(), n0.takes.Class(), n1.takes.Class()
	t0n, t10 := s0.tag<<22|n0.tag, s1.tag<<22|s0.tag
	if n0.selected != 0 {
		sel := yes(s0.takes.Selects(n0.selected)) | yes(s1.takes.Selects(n0.selected))<<1 | yes(s2.takes.Selects(n0.selected))<<2
		k = append(k,
			learn.Key3(137, sel, t10, n0.tag), learn.Key3(138, sel, n0.word, t0n), learn.Key3(139, c0, uint64(n0.selected), t0n),
			learn.Key3(143, s0.takes.Meaning(), uint64(n0.selected), cn), learn.Key3(145, c1, uint64(n0.selected), t10),
			learn.Key2(150, s0.lemma, uint64(n0.selected)),
		)
	}
	if s0.selected != 0 {
		sel := yes(s1.takes.Selects(s0.selected)) | yes(s2.takes.Selects(s0.selected))<<1
		k = append(k,
			learn.Key2(151, s1.lemma, uint64(s0.selected)), learn.Key2(152, s2.lemma, uint64(s0.selected)),
			learn.Key3(140, sel, t10, n0.upos), learn.Key3(141, c1, uint64(s0.selected), t10),
			learn.Key3(144, s1.takes.Meaning(), uint64(s0.selected), c0),
		)
	}
	return append(k,
		learn.Key2(130, c0, t0n), learn.Key3(131, c0, cn, t0n), learn.Key3(132, c1, c0, t10), learn.Key3(133, c1, cn, s1.tag<<22|n0.tag),
		learn.Key3(134, s0.takes.Frame(), s0.rightSet, t0n), learn.Key3(135, s1.takes.Frame(), s1.rightSet, t10),
		learn.Key3(136, c1, t10, n0.tag), learn.Key3(146, c0, t0n, n1.tag), learn.Key3(147, c0, cm, t0n), learn.Key3(148, c1, cm, n0.tag),
		learn.Key3(149, cn, s0.tag, n0.tag),
		learn.Key2(153, s0.lemma, s0.rightSet), learn.Key3(154, s1.lemma, s1.rightSet, s0.upos),
	)
}

// arcValencyFeatures adds to k what head and dependent of an arc take and mean.
func arcValencyFeatures(k []uint32, c, h, cl *node, ct, ht, way uint64) []uint32 {
	cc, ch := c.takes.Class(), h.takes.Class()
	if c.selected != 0 {
		sel := yes(h.takes.Selects(c.selected))
		k = append(k, learn.Key3(257, sel, ct, ht), learn.Key3(258, ch, uint64(c.selected), ct), learn.Key3(259, cc, uint64(c.selected), ht), learn.Key3(260, cc, uint64(c.selected), ch))
	}
	return append(k,
		learn.Key2(252, cc, ct), learn.Key2(253, ch, ct), learn.Key3(254, cc, ch, ct),
		learn.Key3(255, h.takes.Frame(), h.rightSet, ct), learn.Key3(256, h.takes.Frame(), h.leftSet, ct),
		learn.Key3(261, cc, h.word, way), learn.Key3(262, ch, c.word, way), learn.Key3(263, cc, cl.word, ct), learn.Key3(264, cc, ct, ht),
	)
}

func yes(b bool) uint64 {
	if b {
		return 1
	}
	return 0
}
