package reconcile

import (
	"cmp"
	"slices"

	"rapporteur/internal/news"
	"rapporteur/internal/record"
	"rapporteur/internal/relate/lists"
)

// stand is a position of one report, ready to be compared.
type stand struct {
	member
	holder int32
	stance news.Stance
	terms  []uint32
	day    news.Day // when it was said, else of the report
	affair int32
}

const (
	standDepth = 32 // earlier positions of one holder and term that are compared
	standDays  = 14 // days between two reports of one position
)

// stands are all positions of all reports whose holder is known, in order;
// positions without are left out.
func (c *reconciler) stands() (out []stand) {
	for r, a := range c.Reports {
		for i := range a.Positions {
			p := &a.Positions[i]
			s := stand{member: member{int32(r), int32(i)}, holder: c.who(int32(r), p.Holder).entity, stance: p.Stance, day: c.Days[r], affair: c.Affair[r]}
			if t := c.spanOf(int32(r), p.Said); t.known && t.exact {
				s.day = t.from
			}
			for _, w := range p.Terms {
				s.terms = append(s.terms, hash(w))
			}
			s.terms = sorted(s.terms)
			out = append(out, s)
		}
	}
	return out
}

// positions merges positions that several reports tell, and marks where a
// holder's later position on an issue is another than the earlier one.
func (c *reconciler) positions() {
	ss := c.stands()
	type key struct {
		affair, holder int32
		term           uint32
	}
	terms := newIndex[key](standDepth)
	var edges []edge
	seen := map[[2]int32]bool{}
	var contraries [][2]int32
	var turns [][2]int32 // earlier and later position of one holder on one issue
	for n := range ss {
		s, i := &ss[n], int32(n)
		if s.holder == 0 {
			continue
		}
		for _, t := range s.terms {
			terms.add(key{s.affair, s.holder, t}, i, func(e int32) {
				if pair := [2]int32{e, i}; e != i && !seen[pair] {
					seen[pair] = true
					edges, turns = c.holdTogether(ss, pair, edges, turns)
					if c.contrary(&ss[e], &ss[i]) {
						contraries = append(contraries, pair)
					}
				}
			})
		}
	}
	lines := make([]int32, len(ss)) // 1 + number of each position's line
	rs := c.ruled(record.KindPosition, len(ss), func(i int32) []place { return []place{c.positionPlace(ss[i].member)} })
	for _, g := range group(len(ss), edges, rs, func(x, y []int32) bool { return true }) {
		c.onePosition(ss, g, lines)
	}
	bad := spoiled(c.View, record.KindPosition, c.rec.Positions)
	for i, n := range lines {
		if n > 0 && bad[c.rec.Positions[n-1].ID] {
			lines[i] = 0 // changes nothing, and nothing is a change of it
		}
	}
	c.markChanges(ss, turns, lines)
	c.differInStance(ss, contraries, lines)
}

// holdTogether sorts a pair of positions of one holder in: one position, a
// change, or neither.
func (c *reconciler) holdTogether(ss []stand, pair [2]int32, edges []edge, turns [][2]int32) ([]edge, [][2]int32) {
	a, b := &ss[pair[0]], &ss[pair[1]]
	n := lists.Common(a.terms, b.terms)
	short := min(len(a.terms), len(b.terms))
	if 2*n < short || n < 2 && short > 1 {
		return edges, turns
	}
	switch {
	case a.stance == b.stance && daysBetween(a.day, b.day) <= standDays:
		edges = append(edges, edge{pair[0], pair[1], float32(n) / float32(short)})
	case n >= 2 && 3*n >= 2*short && polarity(a.stance)*polarity(b.stance) < 0 && a.report != b.report && !a.day.IsZero() && !b.day.IsZero() && a.day != b.day:
		if a.day.Sub(b.day) > 0 {
			pair[0], pair[1] = pair[1], pair[0]
		}
		turns = append(turns, pair)
	}
	return edges, turns
}

// polarity tells yes from no; 0 is neither.
func polarity(s news.Stance) int {
	switch s {
	case news.Accept, news.Support, news.Offer, news.Promise:
		return 1
	case news.Reject, news.Deny, news.Threaten:
		return -1
	}
	return 0
}

// onePosition lays out a group of positions as one; of those that are sure, else
// of all, the earliest that says most of its issue stands for all.
func (c *reconciler) onePosition(ss []stand, g []int32, lines []int32) {
	members := make([]member, len(g))
	for k, i := range g {
		members[k] = ss[i].member
	}
	main := ss[slices.MinFunc(g, func(i, j int32) int {
		return cmp.Or(c.unsure(ss[i])-c.unsure(ss[j]), cmp.Compare(len(ss[j].terms), len(ss[i].terms)), cmp.Compare(i, j))
	})].member
	p, ok := c.position(members, main)
	if !ok {
		return
	}
	c.rec.Positions = append(c.rec.Positions, p)
	for _, i := range g {
		lines[i] = int32(len(c.rec.Positions))
	}
}

// unsure is 1 for a position that is no more likely right than wrong, else 0.
func (c *reconciler) unsure(s stand) int {
	if c.Reports[s.report].Positions[s.index].Confidence < 0.5 {
		return 1
	}
	return 0
}

// markChanges points each position at the latest earlier one that says the
// contrary.
func (c *reconciler) markChanges(ss []stand, turns [][2]int32, lines []int32) {
	slices.SortFunc(turns, func(x, y [2]int32) int {
		return cmp.Or(ss[x[0]].day.Sub(ss[y[0]].day), cmp.Compare(x[0], y[0]), cmp.Compare(x[1], y[1]))
	})
	for _, t := range turns {
		from, to := lines[t[0]], lines[t[1]]
		if from == 0 || to == 0 || from == to {
			continue
		}
		id := c.rec.Positions[from-1].ID
		c.rec.Positions[to-1].Changes = &id
	}
}
