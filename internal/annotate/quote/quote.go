// Package quote finds reported speech and says whose it is.
package quote

import "rapporteur/internal/news"

// Quotes reads all layers up to Times; returns the Quotes layer.
func Quotes(a *news.Analysis) []news.Quote { return nil }
