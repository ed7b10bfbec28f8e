package tag

import (
	_ "embed"

	"rapporteur/internal/annotate/lex"
	"rapporteur/internal/news"
)

//go:embed words.txt
var wordText string

var list = lex.Lists(wordText)

var tools, towards = lowers(list("tools")), lowers(list("towards"))

// lowers is words as forms have them.
func lowers(words map[string]bool) map[uint64]bool {
	out := make(map[uint64]bool, len(words))
	for w := range words {
		out[lex.FormOf(w).Lower] = true
	}
	return out
}

// compound reports whether word i, which looks like a verb in -s, is the noun
// behind a tool: "her phone [calls] to both".
func (w *Window) compound(i int) bool {
	return i > 0 && i+1 < len(w.Forms) && tools[w.Forms[i-1].Lower] && towards[w.Forms[i+1].Lower]
}

// plural is the label of a plural noun, where word i may be one and its label l
// says a verb in -s behind a tool; l elsewhere.
func (t *Tagger) plural(w *Window, i, l int) int {
	if t.Labels[l].XPOS != news.VBZ || !w.compound(i) {
		return l
	}
	for row := w.rows[i]; len(row) >= 2; row = row[2:] {
		if t.Labels[row[0]] == (Label{news.NOUN, news.NNS}) {
			return int(row[0])
		}
	}
	return l
}
