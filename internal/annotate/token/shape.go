package token

import (
	"unicode"
	"unicode/utf8"
)

// kind is what a rune is to the tokeniser.
type kind uint8

const (
	other kind = iota
	letter
	digit
)

// class is the kind of each ASCII byte; bytes of longer runes are other.
var class = func() (t [256]kind) {
	for c := 'a'; c <= 'z'; c++ {
		t[c], t[c-'a'+'A'] = letter, letter
	}
	for c := '0'; c <= '9'; c++ {
		t[c] = digit
	}
	t['_'] = letter
	return t
}()

// first is the kind and length of the first rune of s; s is not empty.
func first(s string) (kind, int) {
	if s[0] < utf8.RuneSelf {
		return class[s[0]], 1
	}
	r, n := utf8.DecodeRuneInString(s)
	switch {
	case unicode.IsLetter(r), unicode.Is(unicode.M, r), r == '\u200d', r == '\u00ad':
		return letter, n
	case unicode.IsDigit(r):
		return digit, n
	}
	return other, n
}

// at is the kind of the rune at s[i:], other past the end.
func at(s string, i int) kind {
	if i >= len(s) {
		return other
	}
	k, _ := first(s[i:])
	return k
}

// apostrophe is the length of an apostrophe at s[i:], 0 for none.
func apostrophe(s string, i int) int {
	if i >= len(s) {
		return 0
	}
	if s[i] == '\'' || s[i] == '`' {
		return 1
	}
	if len(s)-i >= 3 && s[i] == 0xE2 && s[i+1] == 0x80 && s[i+2] == 0x99 {
		return 3
	}
	return 0
}

// run is the length of the letters and digits that s begins with.
func run(s string) int {
	i := 0
	for i < len(s) {
		k, n := first(s[i:])
		if k == other {
			break
		}
		i += n
	}
	return i
}

// runOf is the length of the runes of kind k that s begins with.
func runOf(s string, k kind) int {
	i := 0
	for i < len(s) {
		got, n := first(s[i:])
		if got != k {
			break
		}
		i += n
	}
	return i
}

func isUpper(s string) bool {
	if s == "" {
		return false
	}
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r)
}

func allUpper(s string) bool {
	for _, r := range s {
		if !unicode.IsUpper(r) {
			return false
		}
	}
	return s != ""
}

func allDigits(s string) bool {
	for i := 0; i < len(s); i++ {
		if class[s[i]] != digit {
			return false
		}
	}
	return s != ""
}
