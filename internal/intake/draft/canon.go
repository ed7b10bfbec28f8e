package draft

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Traces says what Canon met that the reader of a report should know of.
type Traces struct {
	NUL   bool // NUL bytes, dropped
	Bidi  bool // controls that can turn the reading direction of what follows, kept
	Bad   bool // U+FFFD, the mark of bytes that were no text in the encoding found
	Twice bool // characters that were encoded twice, put right
}

// Canon is s as the text of a Document has it: composed (NFC), every kind of
// white space one space, none at the ends, no control characters and no
// characters without a width that only break words (soft hyphen, zero-width
// space, byte order mark). It is the identity on most paragraphs.
func Canon(s string, t *Traces) string {
	if isCanon(s) {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	space := false
	for _, r := range norm.NFC.String(once(norm.NFC.String(s), t)) {
		switch {
		case unicode.IsSpace(r) || r == '\u2028' || r == '\u2029':
			space = b.Len() > 0
			continue
		case dropped(r):
			t.NUL = t.NUL || r == 0
			continue
		}
		t.Bidi = t.Bidi || turnsDirection(r)
		t.Bad = t.Bad || r == utf8.RuneError
		if space {
			b.WriteByte(' ')
			space = false
		}
		b.WriteRune(r)
	}
	return b.String()
}

// isCanon reports whether s is plain ASCII that needs no change, or is told to
// be so only by looking closer.
func isCanon(s string) bool {
	last := byte(' ')
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c < ' ' || c >= 0x7f || c == ' ' && last == ' ' {
			return false
		}
		last = c
	}
	return last != ' ' || s == ""
}

func dropped(r rune) bool {
	switch r {
	case '\u00ad', '\u200b', '\u2060', '\ufeff':
		return true
	}
	return unicode.IsControl(r)
}

func turnsDirection(r rune) bool {
	return '\u202a' <= r && r <= '\u202e' || '\u2066' <= r && r <= '\u2069'
}
