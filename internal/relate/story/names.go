package story

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"rapporteur/internal/news"
	"rapporteur/internal/relate/common"
)

const (
	topNames   = 16  // names that stand for the matter of a report
	commonName = 100 // of common.Documents: a word so common names no one ("Monday")
	leastName  = 2   // bytes of a name
)

// NamesOf are the words by which the matter of a is known, the weightiest,
// sorted: those that stand with a capital in its title or where no sentence
// begins. They are a's own, whatever else was read.
func NamesOf(a *news.Analysis) []uint32 {
	var v []term
	named := map[uint32]bool{}
	add := func(word uint32, inside bool) {
		if frequent[word] <= commonName {
			named[word] = named[word] || inside
			v = append(v, term{word, float32(common.Rarity(frequent[word]))})
		}
	}
	eachCapital(a.Doc.Title, func(word uint32, _ bool) { add(word, true) })
	eachCapital(a.Doc.Text[a.Doc.Headline.End:], add)
	v = slices.DeleteFunc(v, func(t term) bool { return !named[t.word] })
	v = heaviestNames(v)
	out := make([]uint32, len(v))
	for i, t := range v {
		out[i] = t.word
	}
	slices.Sort(out)
	return out
}

// heaviestNames sums up equal names and keeps the heaviest.
func heaviestNames(v []term) []term {
	slices.SortFunc(v, func(x, y term) int { return cmp.Compare(x.word, y.word) })
	out := v[:0]
	for _, t := range v {
		if k := len(out) - 1; k >= 0 && out[k].word == t.word {
			out[k].weight += t.weight
			continue
		}
		out = append(out, t)
	}
	slices.SortFunc(out, byWeight)
	return out[:min(len(out), topNames)]
}

// eachCapital yields the words of s with a capital, and whether they follow
// another word of their sentence.
func eachCapital(s string, yield func(word uint32, inside bool)) {
	inside := false // behind a word, with nothing that ends a sentence between
	for i := 0; i < len(s); {
		start := i
		for i < len(s) {
			r, size := utf8.DecodeRuneInString(s[i:])
			if !unicode.IsLetter(r) && !unicode.IsDigit(r) && (i == start || r != '\'' && r != '’' && r != '-') {
				break
			}
			i += size
		}
		if i == start {
			r, size := utf8.DecodeRuneInString(s[i:])
			i += size
			inside = inside && (r == ' ' || r == ',' || r == '(' || r == ')')
			continue
		}
		w := strings.TrimRight(s[start:i], "'’-")
		if first, _ := utf8.DecodeRuneInString(w); unicode.IsUpper(first) && len(w) >= leastName {
			yield(hashOf(w), inside)
		}
		inside = true
	}
}
