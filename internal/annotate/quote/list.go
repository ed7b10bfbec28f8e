package quote

import (
	_ "embed"

	"rapporteur/internal/annotate/lex"
)

//go:embed words.txt
var wordText string

var lists = lex.Sections(wordText)

// list is a list of words.txt.
func list(name string) map[string]bool {
	if len(lists[name]) == 0 {
		panic("quote: words.txt has no list " + name) // a fault of the build; every test finds it
	}
	return lists[name]
}
