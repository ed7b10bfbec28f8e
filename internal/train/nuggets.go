package train

import (
	"rapporteur/internal/annotate/grammar"
	"rapporteur/internal/annotate/nugget"
	"rapporteur/internal/learn"
	"rapporteur/internal/news"
)

// nuggets is how words that tell of events are learned to be read.
var nuggets = lesson{
	weights: "nugget.weights", pattern: "told/*.txt", classes: nugget.Classes, section: nugget.Section, split: "events told",
	options: lessonOptions{chain: learn.ChainOptions{Epochs: 12, Rate: 0.1, L1: 0.6, Least: 0.004}, rare: 1, dev: 8, seed: 9},
}

func init() { nuggets.paths = wordPaths }

// wordPaths are the words of p that could tell of an event, each a path of one thing.
// Of several in one pair of brackets the highest in the tree tells of it ("[paid a
// call on]"), and what the others tell of is left open.
func wordPaths(v *grammar.View, p *paragraph) (paths []learn.Path) {
	for t := news.TokenID(1); t <= v.Len(); t++ {
		if !nugget.Candidate(v, t) {
			continue
		}
		class := uint8(0)
		if m := p.around(v.Span(t)); m != nil {
			if h := v.Head(t); h != 0 && m.span.Contains(v.Span(h)) && nugget.Candidate(v, h) {
				continue
			}
			class = m.class
		}
		paths = append(paths, nuggets.path(nugget.Features(v, t, nil), class))
	}
	return paths
}
