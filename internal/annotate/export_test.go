package annotate

import "rapporteur/internal/news"

// Known is how many sentences of a are remembered.
func (an *Annotator) Known(a *news.Analysis) int {
	_, known := an.past.sift(a)
	return len(known)
}

// Remembered is how many tokens of sentences are.
func (an *Annotator) Remembered() (tokens int) {
	for _, of := range []map[string]*parsed{an.past.young, an.past.old} {
		for _, r := range of {
			tokens += len(r.tokens)
		}
	}
	return tokens
}
