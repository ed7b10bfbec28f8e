// Package event finds who did, does or will do what (PLOVER 2.0).
package event

import "rapporteur/internal/news"

// Events reads all layers up to Credits; returns the Events layer.
func Events(a *news.Analysis) []news.Event { return nil }
