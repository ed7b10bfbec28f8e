// Package credit finds the places where a report says whence it has something.
package credit

import "rapporteur/internal/news"

// Credits reads all layers up to Quotes; returns the Credits layer.
func Credits(a *news.Analysis) []news.Credit { return nil }
