// Package position finds who demands, rejects or offers what.
package position

import "rapporteur/internal/news"

// Positions reads all layers up to Events; returns the Positions layer.
func Positions(a *news.Analysis) []news.Position { return nil }
