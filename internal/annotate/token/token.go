// Package token cuts a report into words and marks, as Universal Dependencies cuts English.
package token

import "rapporteur/internal/news"

// Tokens reads Doc; returns the Tokens layer.
func Tokens(a *news.Analysis) []news.Token { return nil }
