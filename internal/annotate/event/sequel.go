package event

import (
	"slices"

	"rapporteur/internal/news"
)

// resumeDays gives undated deeds the day of the event that the sentence before tells
// once more, in the same paragraph and by the same doer: "A court charged Trask on
// Monday ... The court charged him with theft. It extended his remand."
func (f *finder) resumeDays(kept []candidate) {
	for i := range kept {
		c := &kept[i]
		if c.Time != 0 || !f.goesOn(c) {
			continue
		}
		r := f.rootOf(f.a.Sentence(c.Sentence - 1))
		if e := f.tellingAt(kept, r); e != nil && f.onDay(e.Time) && e.Status == news.Held && f.doer(c) && f.doer(e) && f.actorsAgree(e, c) {
			c.Time = e.Time
		}
	}
}

// goesOn reports whether c is a past deed of the main clause of a sentence, with a
// pronoun for its subject, behind another of the same paragraph that is past too.
func (f *finder) goesOn(c *candidate) bool {
	if c.trigger.noun || c.Status != news.Held || c.Sentence < 2 || f.Rel(c.token) != news.Root || f.Tag(c.token).XPOS != news.VBD {
		return false
	}
	here, before := f.a.Sentence(c.Sentence), f.a.Sentence(c.Sentence-1)
	return f.UPOS(f.Subject(c.token)) == news.PRON && f.oneBlock(before, here) && f.Tag(f.rootOf(before)).XPOS == news.VBD
}

// tellingAt is the event that the word at t tells of, nil for none.
func (f *finder) tellingAt(kept []candidate, t news.TokenID) *candidate {
	s := f.Span(t)
	for i := range kept {
		if e := &kept[i]; e.Trigger == s || slices.Contains(e.More, s) {
			return e
		}
	}
	return nil
}
