package reuse

import (
	"unicode"
	"unicode/utf8"

	"rapporteur/internal/news"
	"rapporteur/internal/text"
)

// reason says why a word does not count as the reporter's own.
type reason uint8

// Reasons to set a word aside.
const (
	own       reason = 0
	speech    reason = 1 << iota // between quotation marks, or a post set into the page
	furniture                    // captions, notices, headlines: not the running text
)

// words is a text cut for comparison: per word a hash of its letters and
// digits in lower case, its place, and why it does not count.
type words struct {
	hash     []uint32
	span     []text.Span
	aside    []reason
	sentence []int32 // number of the sentence, -1 for none
	capital  []bool  // begins with a capital letter
	plain    int     // words that count
}

// basis is what a hash begins with.
const basis = 2166136261

// withLetter is a hash with one letter more: FNV-1a over runes in lower case.
func withLetter(h uint32, r rune) uint32 { return (h ^ uint32(unicode.ToLower(r))) * 16777619 }

// hashOf is the hash of a word as split makes it.
func hashOf(w string) uint32 {
	h := uint32(basis)
	for _, r := range w {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			h = withLetter(h, r)
		}
	}
	return h
}

// shortWord is how many bytes a word has in texts of short words, with the gap behind it.
const shortWord = 5

// split cuts the text of a.
func split(a *news.Analysis) *words {
	t := a.Doc.Text
	n := len(t) / shortWord
	w := &words{hash: make([]uint32, 0, n), span: make([]text.Span, 0, n), capital: make([]bool, 0, n)}
	for i := 0; i < len(t); {
		start, h := i, uint32(basis)
		first, _ := utf8.DecodeRuneInString(t[i:])
		for i < len(t) {
			r, size := rune(t[i]), 1
			if r >= utf8.RuneSelf {
				r, size = utf8.DecodeRuneInString(t[i:])
			}
			if unicode.IsLetter(r) || unicode.IsDigit(r) {
				h = withLetter(h, r)
			} else if i == start || text.Plain(r) != '\'' || !letterAt(t, i+size) {
				break
			}
			i += size
		}
		if i > start {
			w.hash, w.span = append(w.hash, h), append(w.span, text.At(start, i))
			w.capital = append(w.capital, unicode.IsUpper(first))
			continue
		}
		_, size := utf8.DecodeRuneInString(t[i:])
		i += size
	}
	w.aside = make([]reason, len(w.hash))
	w.number(a)
	markSpeech(t, w)
	markNotices(a, w)
	w.count()
	return w
}

// number gives each word its sentence.
func (w *words) number(a *news.Analysis) {
	w.sentence = make([]int32, len(w.hash))
	s := 0
	for i := range w.span {
		for s < len(a.Sentences) && a.Sentences[s].Span.End <= w.span[i].Start {
			s++
		}
		w.sentence[i] = -1
		if s < len(a.Sentences) && a.Sentences[s].Span.Start <= w.span[i].Start {
			w.sentence[i] = int32(s)
		}
	}
}

// count sums up the words that count.
func (w *words) count() {
	w.plain = 0
	for _, r := range w.aside {
		if r == own {
			w.plain++
		}
	}
}

// mark sets the words inside s aside.
func (w *words) mark(s text.Span, why reason) {
	for i := w.from(s.Start); i < len(w.span) && w.span[i].Start < s.End; i++ {
		w.aside[i] |= why
	}
}

// from is the first word that ends after offset at.
func (w *words) from(at int32) int {
	lo, hi := 0, len(w.span)
	for lo < hi {
		m := (lo + hi) / 2
		if w.span[m].End <= at {
			lo = m + 1
		} else {
			hi = m
		}
	}
	return lo
}

func letterAt(t string, i int) bool {
	r, _ := utf8.DecodeRuneInString(t[i:])
	return unicode.IsLetter(r) || unicode.IsDigit(r)
}
