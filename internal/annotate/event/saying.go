package event

import (
	"slices"

	"rapporteur/internal/news"
)

// sayingDays gives undated acts of speech the day on which the same speaker said what
// stands right before: "Trask said on Monday ... He also accused them of ...".
func (f *finder) sayingDays(kept []candidate) {
	for i := range kept {
		c := &kept[i]
		if c.Time == 0 && c.Status == news.Held && f.lex.in("spoken", c.Class) && f.saysNow(c) {
			c.Time = f.saidBefore(c)
		}
	}
}

// saysNow reports whether c is an act of speech told in the course of the report: by a
// past verb of its own, or by the words themselves. What "he has done", and what he
// said that he did, was before.
func (f *finder) saysNow(c *candidate) bool {
	if c.trigger.noun || c.Background || c.Mode == "investigate" {
		return false
	}
	if c.trigger.lemma == "" || f.QuoteOf(c.token) != 0 {
		return f.Tag(c.token).XPOS != news.VBD && f.Tag(c.token).XPOS != news.VBN || c.trigger.lemma == ""
	}
	return f.simplePast(c.token) && f.inMain(c.token)
}

// passage is the number of sentences over which one speaker's day holds.
const passage = 2

// saidBefore is the day of the last words of the doer of c that stand at most a passage
// before it, 0 for none.
func (f *finder) saidBefore(c *candidate) (day news.TimeID) {
	who := f.chainsIn(c, news.Actor)
	for i := range f.a.Quotes {
		q := &f.a.Quotes[i]
		at := q.Sentence
		if at > c.Sentence {
			break
		}
		if at+passage >= c.Sentence && q.Said != 0 && q.Speaker.Chain != 0 && slices.Contains(who, q.Speaker.Chain) && f.onDay(q.Said) {
			day = q.Said
		}
	}
	return day
}
