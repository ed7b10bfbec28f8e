package quote

import (
	_ "embed"

	"rapporteur/internal/annotate/lex"
)

//go:embed words.txt
var wordText string

// list is a list of words.txt.
var list = lex.Lists(wordText)
