package quote

import "rapporteur/internal/news"

// got are participles for how an outlet came by what it tells of: the outlet
// hands the words on.
var got = list("got")

// passedBy reads a subject behind which a participle and "by" say more of it, so
// that mention m, which begins at token first and ends before the cue at p, is
// not who speaks: "a memo seen by [Orn News] said", "a group led by [Brenn] said".
func (f *finder) passedBy(u *unit, c *cue, m *news.Mention, first, p int) bool {
	b := first - 1
	if f.is(b, "the") {
		b--
	}
	if b-2 <= u.first || !f.is(b, "by") || f.xpos(b-1) != news.VBN || f.upos(b-2) != news.NOUN {
		return false
	}
	head, heard := f.mentionEnding(b-2, u.first), got[f.low[b-1]]
	start := f.phraseTo(b-2, u.first)
	switch {
	case head != nil && head.Form == news.Nominal && f.canSpeak(head):
		f.setSubject(c, head, f.leftEdge(f.beginOf(head), u.first))
	case heard && start <= b-2:
		f.setWords(c, start, b-2)
	default:
		return false
	}
	c.subjLast = p
	if heard {
		c.via = f.partyOf(m, first)
	}
	return true
}
