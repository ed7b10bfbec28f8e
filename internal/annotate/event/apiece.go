package event

import (
	"slices"

	"rapporteur/internal/news"
)

// apiece tells calls to several people apart: "her calls to Dovan and Orlen" are
// one with each, for a call has two ends. The candidate itself otherwise.
func (f *finder) apiece(c candidate) []candidate {
	if c.Mode != "phone" || !c.trigger.noun || f.Tag(c.token).XPOS != news.NNS && f.Tag(c.token).XPOS != news.VBZ {
		return []candidate{c}
	}
	behind := func(p news.Participant) bool { return p.Span.Start >= c.Trigger.End }
	var out []candidate
	for _, p := range c.Participants {
		if behind(p) {
			d := c
			d.Participants = append(slices.DeleteFunc(slices.Clone(c.Participants), behind), p)
			out = append(out, d)
		}
	}
	if len(out) < 2 {
		return []candidate{c}
	}
	return out
}
