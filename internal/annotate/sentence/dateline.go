package sentence

import (
	"strings"
	"unicode"
)

// longestDateline bounds how many tokens a dateline may have.
const longestDateline = 18

// dateline is the index of the dash that ends the dateline which opens the
// block, -1 where there is none:
//
//	LUTAVA/BRANNIK , March 3 ( Kestrel ) -     |  The army said ...
//	LUTAVA -                                   |  A gunman ...
//
// It is a sentence of its own, or its places would seem to do what the report
// tells. What stands before the dash must be capitals, marks and dates: either
// the first word is all capitals, or an agency in brackets stands before the dash.
func (g *grouper) dateline(first, last int) int {
	if end := g.opening(first, last); end >= 0 {
		return end
	}
	if end := g.colon(first, last); end >= 0 {
		return end
	}
	shout, bracketed := shouts(g.word(first)), false
	for i := first; i <= last && i < first+longestDateline; i++ {
		w := g.word(i)
		switch w {
		case "-", "--", "—", "–":
			ok := i > first && i < last && g.gap(i-1) && (g.gap(i) || w == "—" || w == "–") && (shout || bracketed)
			if ok {
				return i
			}
		case "(", "-LRB-":
			bracketed = true
			continue
		}
		if r := []rune(w)[0]; unicode.IsLower(r) && !inDateline[w] || strings.ContainsAny(w, "\"“”;:?!") {
			return -1
		}
	}
	return -1
}

// opening is the index of the bracket that closes an agency or outlet in
// capitals which opens the block by itself: "(TNA) The army left"; -1 for none.
func (g *grouper) opening(first, last int) int {
	if w := g.word(first); w != "(" && w != "-LRB-" {
		return -1
	}
	for i := first + 1; i < last && i < first+5; i++ {
		switch w := g.word(i); {
		case w == ")" || w == "-RRB-":
			if i == first+1 || unicode.IsLower([]rune(g.word(i + 1))[0]) {
				return -1
			}
			return i
		case !shouts(w):
			return -1
		}
	}
	return -1
}

// colon is the index of the colon behind the places that open the report's
// first paragraph: "Lutava, Varnia: The army left"; -1 for none. Further down,
// and before a quotation mark, a name with a colon is somebody who speaks; a
// town with its country may stand below a standfirst of a sentence or two.
func (g *grouper) colon(first, last int) int {
	if len(g.out) > 3 || shouts(g.word(first)) {
		return -1
	}
	nested := false
	for i := first; i+1 < last && i < first+5; i++ {
		switch w := g.word(i); {
		case w == ":":
			if i == first || len(g.out) > 1 && !nested || !unicode.IsUpper([]rune(g.word(i + 1))[0]) {
				return -1
			}
			return i
		case w == ",":
			nested = true
		case !unicode.IsUpper([]rune(w)[0]):
			return -1
		}
	}
	return -1
}

// inDateline are the words in small letters that datelines have.
var inDateline = map[string]bool{"and": true, "of": true, "de": true, "the": true, "al": true, "news": true, "agency": true, "dpa": true, "via": true}

// shouts reports whether w is a word of two or more letters, all capitals.
func shouts(w string) bool {
	n := 0
	for _, r := range w {
		if unicode.IsLower(r) {
			return false
		}
		if unicode.IsUpper(r) {
			n++
		}
	}
	return n >= 2
}
