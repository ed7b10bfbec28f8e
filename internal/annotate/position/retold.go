package position

import (
	"rapporteur/internal/news"
	"rapporteur/internal/text"
)

// retold makes positions of what verb of saying t goes on with where no quote was made
// of it: "as farmers continue to warn [that the treaty was a mistake]".
func (f *finder) retold(t news.TokenID) {
	c := f.Child(t, news.Ccomp)
	if c < t || f.QuoteOf(t) != 0 || f.QuoteOf(c) != 0 || !f.lex.saying[f.Lemma(t)] || f.Negated(t) || f.Passive(t) || f.hypothetical(t) || !f.Predicate(c) {
		return
	}
	p := f.party(f.subject(t))
	if p.IsZero() || !f.partisan(p) {
		return
	}
	from := len(f.out)
	f.predicate(&news.Quote{Form: news.Indirect, Speaker: p, CueLemma: f.Lemma(t), Cue: f.Span(t), Parts: []text.Span{f.subtree(c)}}, c)
	for i := from; i < len(f.out); i++ {
		f.out[i].Confidence = min(f.out[i].Confidence, less)
	}
}
