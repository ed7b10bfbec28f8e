package token

import "unicode/utf8"

// marks is the length of the punctuation token that s begins with; 0 when s
// begins a word.
func marks(s string) int {
	k, n := first(s)
	if k != other || opening(s) > 0 {
		return 0
	}
	if f := face(s); f > 0 {
		return f
	}
	switch s[0] {
	case '.', '?', '!':
		return same(s, ".?!")
	case '-', '*', '=', '~', '+', '>', '<', '#', '$', '|':
		return repeat(s, s[0])
	case '\'', '`':
		if len(s) > 1 && s[1] == s[0] {
			return 2
		}
		return 1
	case ',':
		return repeat(s, ',')
	}
	if s[0] < utf8.RuneSelf {
		return 1
	}
	return repeatRune(s, n)
}

// same is the length of the bytes of set that s begins with.
func same(s, set string) int {
	i := 0
	for i < len(s) && (s[i] == set[0] || s[i] == set[1] || s[i] == set[2]) {
		i++
	}
	return i
}

func repeat(s string, c byte) int {
	i := 0
	for i < len(s) && s[i] == c {
		i++
	}
	return i
}

// repeatRune groups a mark of n bytes with its repetitions: "……", "——".
// Quotation marks and brackets stand alone.
func repeatRune(s string, n int) int {
	r, _ := utf8.DecodeRuneInString(s)
	if r != '…' && r != '—' && r != '–' {
		return n
	}
	i := n
	for i+n <= len(s) && s[i:i+n] == s[:n] {
		i += n
	}
	return i
}

// face is the length of the face that s begins with and ends with, but for
// closing marks; 0 for none.
func face(s string) int {
	for n := min(4, len(s)); n >= 2; n-- {
		if n < len(s) && at(s, n) != other {
			continue
		}
		if _, ok := faces[s[:n]]; ok {
			return n
		}
	}
	return 0
}
