package position

import (
	"rapporteur/internal/news"
	"rapporteur/internal/text"
)

// doubt is how much less sure a statement of d is for who makes it: a thing
// that "says" so, a private person who speaks of his own plans.
func (f *finder) doubt(d draft) float32 {
	switch h := f.headIn(d.holder.Span); {
	case d.holder.Chain == 0 && !f.isBody(h) && !f.UnknownName(h) && f.UPOS(h) != news.PRON:
		return 0.2
	case d.stance == news.Promise && !f.political(d.holder):
		return 0.2
	}
	return 0
}

// headIn is the head of the words of s: the one that hangs on a word outside.
func (f *finder) headIn(s text.Span) news.TokenID {
	first := f.TokenAt(s.Start)
	for t := first; t <= f.Len() && f.Span(t).End <= s.End; t++ {
		if h := f.Head(t); h < first || f.Span(h).Start >= s.End {
			return t
		}
	}
	return first
}
