// Package sentence groups tokens into sentences.
package sentence

import "rapporteur/internal/news"

// Sentences reads Doc and Tokens; returns the Sentences layer.
func Sentences(a *news.Analysis) []news.Sentence { return nil }
