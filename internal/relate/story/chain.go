package story

const (
	chainAt   = 0.25 // cosine from which a later story continues an earlier one
	chainDays = 45   // days between their ends
)

// previous is the story, begun earlier, that story k of list continues: the
// one most like it; -1 for none.
func (c *clusters) previous(list []Story, k int32) int32 {
	s := c.list[c.of[list[k].Reports[0]]]
	best, most := int32(-1), float32(chainAt)
	if len(s.when) == 0 {
		return best
	}
	number := func(o int32) int32 { return c.number[c.list[o].members[0]] }
	for _, o := range c.candidates(s.sum) {
		t := c.list[o]
		if t == s || len(t.members) == 0 || !earlier(t, s) || gap(s, t) > chainDays {
			continue
		}
		if m := dot(s.sum, t.sum) / (s.norm * t.norm); m >= most {
			best, most = number(o), m
		}
	}
	return best
}

// earlier reports whether story a began before story b.
func earlier(a, b *cluster) bool { return len(a.when) > 0 && a.when[0].Sub(b.when[0]) < 0 }
