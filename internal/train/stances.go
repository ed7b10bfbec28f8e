package train

import (
	"rapporteur/internal/annotate/grammar"
	"rapporteur/internal/annotate/position"
	"rapporteur/internal/annotate/stance"
	"rapporteur/internal/learn"
)

// stances is how clauses of speakers are learned to be read. In said/plain.txt
// nobody takes a stance, whoever speaks.
var stances = lesson{
	weights: "stance.weights", pattern: "said/*.txt", classes: stanceNames(), section: stance.Section, split: "stances said",
	options: lessonOptions{chain: learn.ChainOptions{Epochs: 12, Rate: 0.1, L1: 0.6, Least: 0.004}, rare: 1, dev: 8, seed: 9},
}

func init() { stances.paths = clausePaths }

func stanceNames() (out []string) {
	for _, s := range stance.Classes {
		out = append(out, string(s))
	}
	return out
}

// clausePaths are the clauses of p, each a path of one thing.
func clausePaths(v *grammar.View, p *paragraph) (paths []learn.Path) {
	for _, c := range position.Clauses(v) {
		class := uint8(0)
		if m := p.around(v.Span(c.At)); m != nil {
			class = m.class
		}
		paths = append(paths, stances.path(c.Features(nil), class))
	}
	return paths
}
