package draft

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// once puts right what was UTF-8, was taken for Windows-1252 and was encoded
// again, as many archives hold it: "Itâ€™s in MÃ¡laga" is "It’s in Málaga". Only
// letters of Western Europe and marks are looked for, by the characters that
// begin them; no word of a language that is read has such a pair. What was
// encoded more often is put right as well.
func once(s string, t *Traces) string {
	if !strings.ContainsAny(s, "ÂÃâ") {
		return s
	}
	out := make([]rune, 0, len(s))
	for _, r := range s {
		if dropped(r) && windows1252(r) == 0 {
			t.NUL = t.NUL || r == 0
			continue // it must not stand between what belongs together
		}
		if n := len(out); quoteCut(out) && !continues(r) {
			out, t.Twice = append(out[:n-2], '”'), true
			out = joined(out, t)
		}
		out = joined(append(out, r), t)
	}
	if n := len(out); quoteCut(out) {
		out, t.Twice = joined(append(out[:n-2], '”'), t), true
	}
	return string(out)
}

// joined puts the character in the place of the last ones that they were made
// of, as long as there are such.
func joined(out []rune, t *Traces) []rune {
	for {
		r, n := meant(out)
		if n == 0 {
			return out
		}
		t.Twice = true
		out = append(out[:len(out)-n], r)
	}
}

// meant is the character that the last n of out were made of; n is 0 where they
// are none such. What may stand behind a capital in its own right, as in «Ã», is
// left alone.
func meant(out []rune) (r rune, n int) {
	n = len(out)
	var raw []byte
	switch {
	case n >= 2 && (out[n-2] == 'Â' || out[n-2] == 'Ã') && continues(out[n-1]) && out[n-1] != '«' && out[n-1] != '»': // U+0080 to U+00FF
		raw = []byte{windows1252(out[n-2]), windows1252(out[n-1])}
	case n >= 3 && out[n-3] == 'â' && continues(out[n-2]) && continues(out[n-1]): // quotation marks, dashes, the euro
		raw = []byte{windows1252(out[n-3]), windows1252(out[n-2]), windows1252(out[n-1])}
	default:
		return 0, 0
	}
	r, size := utf8.DecodeRune(raw)
	if size != len(raw) || size == 3 && (r < 0x2000 || r > 0x22ff) {
		return 0, 0
	}
	return r, size
}

// quoteCut reports whether out ends in what is left of a closing quotation mark:
// the last of the three that it becomes is a control, which most programs drop.
func quoteCut(out []rune) bool {
	n := len(out)
	return n >= 2 && out[n-2] == 'â' && out[n-1] == '€'
}

// continues reports whether c is what a byte other than the first becomes.
func continues(c rune) bool { return windows1252(c)&0xc0 == 0x80 }

// windows1252 is the byte that character c is, 0 for none and for ASCII's NUL.
// Bytes without a character are controls.
func windows1252(c rune) byte {
	if 0x80 <= c && c <= 0x9f {
		return byte(c)
	}
	b, known := charmap.Windows1252.EncodeRune(c)
	if !known {
		return 0
	}
	return b
}
