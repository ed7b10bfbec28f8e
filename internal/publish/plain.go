package publish

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Plain makes s safe to stand in a line of any medium: control characters and
// line ends become spaces, bidirectional controls, invisible and tag characters
// go, invalid UTF-8 becomes U+FFFD, runs of space become one. Joiners that
// scripts need (ZWJ, ZWNJ) and variation selectors stay. What is left still has to be
// escaped for HTML or Markdown.
func Plain(s string) string {
	if isPlain(s) {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	gap := false
	for _, r := range s {
		switch {
		case hidden(r):
			continue
		case unicode.IsSpace(r) || unicode.IsControl(r):
			gap = b.Len() > 0
			continue
		}
		if gap {
			b.WriteByte(' ')
			gap = false
		}
		b.WriteRune(r)
	}
	return b.String()
}

// Fragment is Plain for a stretch of a longer text: space at either end stays,
// as one space.
func Fragment(s string) string {
	p := Plain(s)
	if p == "" {
		if s == "" {
			return ""
		}
		return " "
	}
	if first, _ := utf8.DecodeRuneInString(s); unicode.IsSpace(first) {
		p = " " + p
	}
	if last, _ := utf8.DecodeLastRuneInString(s); unicode.IsSpace(last) {
		p += " "
	}
	return p
}

func isPlain(s string) bool {
	space := true // none at the start
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c < 0x20 || c >= 0x7f || (c == ' ' && space) {
			return false
		}
		space = c == ' '
	}
	return !space || s == ""
}

// hidden says whether r turns the direction of what follows or shows nothing.
func hidden(r rune) bool {
	switch {
	case r >= 0x202A && r <= 0x202E, r >= 0x2066 && r <= 0x2069, // embeddings, overrides, isolates
		r == 0x200E, r == 0x200F, r == 0x061C, // direction marks
		r == 0x200B, r == 0x2060, r == 0xFEFF, r == 0x00AD, // zero width, soft hyphen
		r >= 0xFFF9 && r <= 0xFFFB,
		r >= 0xE0000 && r <= 0xE007F:
		return true
	}
	return false
}

// Shorten cuts s to at most n runes, at a space where one is near, and marks
// the cut.
func Shorten(s string, n int) string {
	if len(s) <= n || utf8.RuneCountInString(s) <= n {
		return s
	}
	at, count := 0, 0
	for i := range s {
		if count == n-1 {
			at = i
			break
		}
		count++
	}
	if sp := strings.LastIndexByte(s[:at], ' '); sp > at*3/4 {
		at = sp
	}
	return strings.TrimRight(s[:at], " ,;:") + "…"
}
