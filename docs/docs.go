// Package docs holds the pages that the program itself prints from.
package docs

import _ "embed" // for Rules

// Rules is rules.md: what each rule finds, and by which words.
//
//go:embed rules.md
var Rules string
