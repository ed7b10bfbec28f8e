// Package text holds the one coordinate system that every other room shares: a
// half-open range of bytes in one canonical UTF-8 text.
//
//	text:   P e s k o v   s a i d
//	bytes:  0 1 2 3 4 5 6 7 ...
//	Span{0, 6} covers "Peskov"; Span{} covers nothing and means "none".
//
// In goes nothing but strings; out come spans and keys made beside the text.
// Nothing here ever moves an offset, and nothing here knows a word.
package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Span is a half-open byte range [Start, End) of a text. The zero Span is "none".
type Span struct{ Start, End int32 }

// At makes a Span from plain ints.
func At(start, end int) Span { return Span{int32(start), int32(end)} }

// IsZero reports whether s is "none".
func (s Span) IsZero() bool { return s == Span{} }

// Len is the number of bytes covered.
func (s Span) Len() int { return int(s.End - s.Start) }

// Of is the text that s covers; "" when s is none or does not fit t.
func (s Span) Of(t string) string {
	if !s.Fits(t) {
		return ""
	}
	return t[s.Start:s.End]
}

// Fits reports whether s lies inside t and does not cut a UTF-8 sequence.
func (s Span) Fits(t string) bool {
	return s.Start >= 0 && s.Start <= s.End && int(s.End) <= len(t) &&
		boundary(t, int(s.Start)) && boundary(t, int(s.End))
}

// Contains reports whether o lies wholly inside s.
func (s Span) Contains(o Span) bool { return s.Start <= o.Start && o.End <= s.End }

// Overlaps reports whether s and o share at least one byte.
func (s Span) Overlaps(o Span) bool { return s.Start < o.End && o.Start < s.End }

// Cover is the smallest Span over both; none is the neutral element.
func (s Span) Cover(o Span) Span {
	switch {
	case s.IsZero():
		return o
	case o.IsZero():
		return s
	}
	return Span{min(s.Start, o.Start), max(s.End, o.End)}
}

// Trim narrows s until it neither starts nor ends with white space of t.
func (s Span) Trim(t string) Span {
	v := s.Of(t)
	left := len(v) - len(strings.TrimLeftFunc(v, unicode.IsSpace))
	right := len(strings.TrimRightFunc(v, unicode.IsSpace))
	if right < left {
		return Span{s.Start, s.Start}
	}
	return Span{s.Start + int32(left), s.Start + int32(right)}
}

func boundary(t string, i int) bool { return i == len(t) || utf8.RuneStart(t[i]) }

// Fold is a comparison key: lower case, straight quotes and hyphens, single
// spaces, no space at either end. Offsets into a fold mean nothing in the text.
func Fold(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	gap := false
	for _, r := range s {
		if unicode.IsSpace(r) {
			gap = b.Len() > 0
			continue
		}
		if gap {
			b.WriteByte(' ')
			gap = false
		}
		b.WriteRune(unicode.ToLower(Plain(r)))
	}
	return b.String()
}

// Plain maps typographic quotes and dashes to their ASCII likeness and leaves
// every other rune alone.
func Plain(r rune) rune {
	switch r {
	case '“', '”', '„', '‟', '«', '»', '″':
		return '"'
	case '‘', '’', '‚', '‛', '′', 'ʼ':
		return '\''
	case '‐', '‑', '‒', '–', '—', '―', '−':
		return '-'
	}
	return r
}
