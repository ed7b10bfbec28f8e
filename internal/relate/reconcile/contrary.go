package reconcile

import (
	"cmp"
	"slices"

	"rapporteur/internal/news"
	"rapporteur/internal/record"
	"rapporteur/internal/relate/lists"
)

// contraryDays is the number of days within which somebody who is for a thing in one
// report and against it in another is told of otherwise, or has turned.
const contraryDays = 7

// contrary reports whether two reports say of one holder that he is for and against a
// thing, in terms of which one has all that the other has.
func (c *reconciler) contrary(a, b *stand) bool {
	n := lists.Common(a.terms, b.terms)
	return a.report != b.report && n > 0 && n == min(len(a.terms), len(b.terms)) &&
		favour(a.stance)*favour(b.stance) < 0 && daysBetween(a.day, b.day) <= contraryDays &&
		c.unsure(*a)+c.unsure(*b) == 0 && !c.oneStanceWord(a, b)
}

// oneStanceWord reports whether the sentences of two positions have a word in common
// that has an opposite: then one of them is read wrongly.
func (c *reconciler) oneStanceWord(a, b *stand) bool {
	x, y := c.sentenceWords(a), c.sentenceWords(b)
	return slices.ContainsFunc(x, func(w uint32) bool { return len(opposites[w]) > 0 && slices.Contains(y, w) })
}

func (c *reconciler) sentenceWords(s *stand) []uint32 {
	a := c.Reports[s.report]
	if at := a.Sentence(a.SentenceAt(c.positionPlace(s.member).span.Start)); at != nil {
		return cut(at.Span.Of(a.Doc.Text)).content
	}
	return nil
}

// favour tells for from against where no other reading is left; 0 is neither.
func favour(s news.Stance) int {
	switch s {
	case news.Support, news.Accept:
		return 1
	case news.Reject, news.Accuse:
		return -1
	}
	return 0
}

// differInStance writes down where reports say of one holder that he is for and
// against one thing.
func (c *reconciler) differInStance(ss []stand, pairs [][2]int32, lines []int32) {
	slices.SortFunc(pairs, func(x, y [2]int32) int { return cmp.Or(cmp.Compare(x[0], y[0]), cmp.Compare(x[1], y[1])) })
	for _, p := range pairs {
		a, b := &ss[p[0]], &ss[p[1]]
		if lines[p[0]] == 0 || lines[p[1]] == 0 {
			continue
		}
		kind := "conflict"
		if daysBetween(a.day, b.day) > 0 {
			kind = "update"
		}
		d := c.difference(record.KindPosition, c.rec.Positions[lines[p[1]]-1].ID, "status", kind)
		d.claim(c, string(a.stance), []place{c.positionPlace(a.member)})
		d.claim(c, string(b.stance), []place{c.positionPlace(b.member)})
		c.keep(d, 0.5, "other-stance")
	}
}
