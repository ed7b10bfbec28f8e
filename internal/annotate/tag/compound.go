package tag

import (
	"slices"

	"rapporteur/internal/annotate/lex"
	"rapporteur/internal/news"
)

// tools are things by which people call and strike: "phone calls with", "drone
// strikes on". They do neither themselves.
var tools = lowers("phone", "telephone", "video", "drone", "missile", "rocket", "artillery", "mortar", "air")

// towards are prepositions that tell whom a call or strike is for.
var towards = lowers("to", "with", "on", "against", "between", "from", "by", "in")

// lowers is words as forms have them.
func lowers(words ...string) []uint64 {
	out := make([]uint64, len(words))
	for i, w := range words {
		out[i] = lex.FormOf(w).Lower
	}
	return out
}

// compound reports whether word i, which looks like a verb in -s, is the noun
// behind a tool: "her phone [calls] to both".
func (w *Window) compound(i int) bool {
	return i > 0 && i+1 < len(w.Forms) && slices.Contains(tools, w.Forms[i-1].Lower) && slices.Contains(towards, w.Forms[i+1].Lower)
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
