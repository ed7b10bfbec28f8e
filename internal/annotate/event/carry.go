package event

import (
	"slices"

	"rapporteur/internal/news"
)

// carried is the day of the sentence before, in the same paragraph, for a deed that
// goes on from it: "The union met the mayor on Monday. It also asked ...". The
// subject must be the same, told of by a pronoun or with "also".
func (f *finder) carried(c *candidate) news.TimeID {
	if c.trigger.noun || c.Status != news.Held || f.presentPerfect(c.token) || f.Rel(c.token) != news.Root || c.Sentence < 2 {
		return 0
	}
	s := f.Subject(c.token)
	if f.UPOS(s) != news.PRON && !f.HasWord(c.token, "also") {
		return 0
	}
	here, before := f.a.Sentence(c.Sentence), f.a.Sentence(c.Sentence-1)
	r := f.rootOf(before)
	if !f.oneBlock(before, here) || f.Tag(r).XPOS != news.VBD || f.lex.in("speech", f.Lemma(r)) && !f.lex.in("verbal", c.Class) && c.Class != "AGREE" {
		return 0
	}
	id := f.timeUnder(r, r)
	if !f.onDay(id) || !slices.Contains(f.chainsIn(c, news.Actor), chainOf(f.a.Mention(f.MentionOf(f.Subject(r))))) {
		return 0
	}
	return id
}

// rootOf is the token that the others of a sentence hang from, 0 for none.
func (f *finder) rootOf(s *news.Sentence) news.TokenID {
	for t := s.First; t <= s.Last; t++ {
		if f.Rel(t) == news.Root {
			return t
		}
	}
	return 0
}

// oneBlock reports whether two sentences stand in one paragraph.
func (f *finder) oneBlock(a, b *news.Sentence) bool {
	return slices.ContainsFunc(f.a.Doc.Blocks, func(k news.Block) bool { return k.Span.Contains(a.Span) && k.Span.Contains(b.Span) })
}
