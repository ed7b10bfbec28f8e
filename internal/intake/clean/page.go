package clean

import (
	"strings"

	"rapporteur/internal/news"
	"rapporteur/internal/text"
)

// Rules that need more than one block: what a page repeats, numbers or lists.
const (
	galleryLeast = 4 // pictures that make a gallery
	galleryWords = 4 // words that all its captions begin with
	repeatLeast  = 3 // times that a label is repeated
	repeatWords  = 12
	tailLeast    = 4 // headlines at the end that make a list of other reports
	listLeast    = 8 // and between paragraphs
	listWords    = 22
)

// galleries takes picture galleries: four blocks or more in a row that begin
// with the same words, or are numbered "3/12". A report that is nothing but a
// gallery keeps its captions and loses the words they share.
func galleries(blocks []*block) {
	for i := 0; i < len(blocks); {
		shared, n := sharedStart(blocks[i:])
		if n < galleryLeast {
			i++
			continue
		}
		whole := n*3 > len(blocks)*2
		for _, b := range blocks[i : i+n] {
			if whole {
				b.cuts = append(b.cuts, cut{0, shared, news.Navigation})
			} else {
				b.cutAll(news.Caption)
			}
		}
		i += n
	}
}

// sharedStart is how many blocks from the first on begin alike, and in how
// many bytes.
func sharedStart(blocks []*block) (shared, n int) {
	if of := outOf(blocks[0].text); of != "" {
		for n < len(blocks) && outOf(blocks[n].text) == of {
			n++
		}
		return 0, n
	}
	if len(blocks) < 2 {
		return 0, 0
	}
	shared = wordsAlike(blocks[0].text, blocks[1].text, len(blocks[0].text))
	for n = 1; n < len(blocks); n++ {
		alike := wordsAlike(blocks[0].text, blocks[n].text, shared)
		if len(strings.Fields(blocks[0].text[:alike])) < galleryWords {
			break
		}
		shared = alike
	}
	return shared, n
}

// wordsAlike is how many bytes a and b share at their start, in whole words,
// most at most.
func wordsAlike(a, b string, most int) int {
	n := 0
	for n < len(a) && n < len(b) && n < most && a[n] == b[n] {
		n++
	}
	if n == most || n < len(a) && n < len(b) && a[n] == ' ' && b[n] == ' ' {
		return n
	}
	return strings.LastIndexByte(a[:n], ' ') + 1
}

// outOf is "/12" for a block that begins "3/12 ".
func outOf(s string) string {
	i := 0
	for i < len(s) && i < 3 && '0' <= s[i] && s[i] <= '9' {
		i++
	}
	number, _, _ := strings.Cut(s[i:], " ")
	if i == 0 || len(number) < 2 || len(number) > 4 || number[0] != '/' || strings.Trim(number[1:], "0123456789") != "" {
		return ""
	}
	return number
}

// glued takes blocks that are no writing at all: a gallery whose pictures "1/8",
// "2/8" ran together, a page's program.
func glued(blocks []*block) {
	for _, b := range blocks {
		switch {
		case numbered(b.text) >= numberedLeast:
			b.cutAll(news.Caption)
		case isProgram(b.text):
			b.cutAll(news.Navigation)
		case isLink(b):
			b.cutAll(news.Promo)
		}
	}
}

// isLink reports whether b is a headline in square brackets, as some outlets
// write links to other reports. A note of the editor's in brackets has a stop.
func isLink(b *block) bool {
	inner, open := strings.CutPrefix(b.text, "[")
	inner, shut := strings.CutSuffix(inner, "]")
	return open && shut && len(b.words) >= 4 && !strings.HasSuffix(strings.TrimRight(inner, "”\"’' "), ".") && !strings.Contains(inner, "]")
}

const numberedLeast = 3 // pictures numbered alike in one block

// numbered counts the words of s that number a picture out of as many as the
// first such word does.
func numbered(s string) (n int) {
	of := ""
	for w := range strings.FieldsSeq(s) {
		if this := outOf(w); this != "" && (of == "" || this == of) {
			of = this
			n++
		}
	}
	return n
}

// isProgram reports whether s is JavaScript or style that lost its element.
func isProgram(s string) bool {
	marks := 0
	for i := 0; i < len(s); i++ {
		if strings.IndexByte("{}();=|_", s[i]) >= 0 {
			marks++
		}
	}
	if marks*25 < len(s) {
		return false
	}
	for _, mark := range [...]string{"window.", "document.", "function(", "function (", "var ", "=>", "||", "!important", "{display", ".push("} {
		if strings.Contains(s, mark) {
			return true
		}
	}
	return false
}

// repeats takes labels that a page prints again and again.
func repeats(blocks []*block) {
	seen := make(map[string]int, len(blocks))
	for _, b := range blocks {
		if label(b) {
			seen[text.Fold(b.text)]++
		}
	}
	for _, b := range blocks {
		if label(b) && seen[text.Fold(b.text)] >= repeatLeast {
			b.cutAll(news.Navigation)
		}
	}
}

func label(b *block) bool {
	return len(b.words) <= repeatWords && !b.stopped(false) && !strings.HasSuffix(b.text, ")")
}

// headed takes what stands under a heading such as "Most read": the headlines
// of other reports, down to the next line that is no headline.
func headed(blocks []*block) {
	for i, b := range blocks {
		if b.list {
			b.cutAll(news.Promo)
			cutRun(blocks[i+1 : i+1+headlines(blocks[i+1:])])
		}
	}
}

// lists takes lists of other reports' headlines that have no heading: a run at
// the end, a long run between paragraphs. A line that ends in a colon announces
// a list of the report's own.
func lists(blocks []*block) {
	for i := 0; i < len(blocks); i++ {
		n := headlines(blocks[i:])
		if n >= tailLeast && i+n == len(blocks) || n >= listLeast {
			if i == 0 || !strings.HasSuffix(blocks[i-1].text, ":") {
				cutRun(blocks[i : i+n])
			}
		}
		if n > 0 {
			i += n - 1
		}
	}
}

func cutRun(blocks []*block) {
	for _, b := range blocks {
		kind := news.Navigation
		if from, _ := b.creditAtEnd(); from >= 0 || len(b.words) > 0 && b.creditAtStart() > 0 {
			kind = news.Caption
		}
		if len(b.cuts) == 0 || b.left() > 0 {
			b.cutAll(kind)
		}
	}
}

// headlines is the number of blocks in a row, from the first on, that could be
// headlines of other reports. Blocks already taken count along.
func headlines(blocks []*block) (n int) {
	for _, b := range blocks {
		if b.kind == news.ListItem && b.stopped(false) || b.stopped(true) || len(b.words) > listWords || strings.HasSuffix(b.text, ":") || strings.Contains(b.text, "(@") {
			return n
		}
		n++
	}
	return n
}

// even reports whether the page ends its paragraphs in full stops, so that a
// block without one stands out.
func even(blocks []*block) bool {
	long, stopped := 0, 0
	for _, b := range blocks {
		if len(b.words) >= 12 {
			long++
			stopped += boolInt(b.stopped(false))
		}
	}
	return long >= 4 && stopped*10 >= long*7
}

// markup takes a block of nothing but tags, as pages leave that fill them in
// later: "<post id="7"><post/>".
func markup(b *block) {
	s := strings.TrimLeft(b.text, " ")
	if !strings.HasPrefix(s, "<") {
		return
	}
	for {
		open := strings.IndexByte(s, '<')
		if open < 0 {
			break
		}
		end := strings.IndexByte(s[open:], '>')
		if end < 0 || hasWord(s[:open]) {
			return
		}
		s = s[open+end+1:]
	}
	if !hasWord(s) {
		b.cutAll(news.Navigation)
	}
}

// longestGallery bounds the captions in a row that stand between two paragraphs.
const longestGallery = 3

// between says which blocks stand between full paragraphs: one or two lines of
// any kind before a paragraph, or a row of lines that could all be captions.
func between(blocks []*block) []bool {
	out := make([]bool, len(blocks))
	for i := 1; i+1 < len(blocks); i++ {
		out[i] = out[i] || prose(blocks[i+1]) && (prose(blocks[i-1]) || i > 1 && prose(blocks[i-2]))
		if !prose(blocks[i-1]) || prose(blocks[i]) {
			continue
		}
		end := i
		for end < len(blocks) && end-i <= longestGallery && (blocks[end].loose() || blocks[end].glimpse()) {
			end++
		}
		for k := i; end < len(blocks) && prose(blocks[end]) && k < end; k++ {
			out[k] = true
		}
	}
	return out
}

// prose reports whether b is a full paragraph.
func prose(b *block) bool { return b.stopped(false) && len(b.words) >= wordedLeast }
