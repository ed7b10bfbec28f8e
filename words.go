// Package rapporteur holds the words that the program explains itself by: the
// page of its rules and the lists of words that they read. The program is in
// cmd/rapporteur, what it does in internal.
package rapporteur

import "embed"

// Words holds docs/rules.md and the word lists below internal.
//
//go:embed docs/rules.md internal/annotate/*/*.txt internal/annotate/*/data/*.txt internal/relate/*/*.txt
var Words embed.FS
