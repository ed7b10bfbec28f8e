package story

import "rapporteur/internal/news"

const (
	chainAt   = 0.25 // cosine from which a later story continues an earlier one
	chainDays = 45   // days between their ends
)

// previous is the story, begun earlier, that story k of list continues: the
// one most like it; -1 for none.
func (c *clusters) previous(list []Story, k int32) int32 {
	s := c.list[c.of[list[k].Reports[0]]]
	best, most := int32(-1), float32(chainAt)
	if s.from.IsZero() {
		return best
	}
	number := func(o int32) int32 { return c.number[c.list[o].members[0]] }
	for _, o := range c.candidates(s.sum) {
		t := c.list[o]
		if t == s || len(t.members) == 0 || !earlier(t.from, s.from) || gap(s, t) > chainDays {
			continue
		}
		if m := dot(s.sum, t.sum) / (s.norm * t.norm); m >= most {
			best, most = number(o), m
		}
	}
	return best
}

// earlier reports whether a story that began on day a can come before one that
// began on day b.
func earlier(a, b news.Day) bool { return !a.IsZero() && a.Sub(b) < 0 }
