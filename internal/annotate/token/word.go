package token

import "unicode/utf8"

// wordLen is the length of the word that s begins with, clitics included;
// s begins with a letter, a digit or a sign that joins a figure. It is at
// least one rune.
func wordLen(s string) int {
	i := opening(s)
	head := i // where the current run of letters and digits starts
	i += run(s[i:])
	for i > head && i < len(s) {
		n := joint(s, head, i)
		if n == 0 {
			break
		}
		head = i + n
		i = head + run(s[head:])
	}
	if i < len(s) && s[i] == '.' && keepsDot(s, i) {
		i++
	}
	if i == 0 {
		_, i = first(s)
	}
	return i
}

// opening is the length of the sign that belongs to the word behind it:
// "+44", "'72", "#tag", "@handle", ".5".
func opening(s string) int {
	switch {
	case len(s) < 2:
		return 0
	case s[0] == '+' && class[s[1]] == digit, s[0] == '.' && class[s[1]] == digit,
		(s[0] == '#' || s[0] == '@') && at(s, 1) == letter:
		return 1
	}
	if n := apostrophe(s, 0); n > 0 && len(s) >= n+2 && allDigits(s[n:n+2]) && runOf(s[n:], digit) == 2 {
		return n
	}
	return 0
}

// joint is the length of the mark at s[i] when it belongs inside the word
// whose current part is s[head:i] and goes on behind it; 0 when the word ends.
func joint(s string, head, i int) int {
	if n := apostrophe(s, i); n > 0 {
		if at(s, i+n) == letter || at(s, i+n) == digit {
			return n
		}
		return 0
	}
	if i+1 >= len(s) {
		return 0
	}
	before, after := s[i-1], s[i+1]
	figures := class[before] == digit && class[after] == digit
	ok := false
	switch s[i] {
	case '.':
		ok = figures || dotInside(s, head, i)
	case ',':
		ok = figures && runOf(s[i+1:], digit) == 3
	case ':', '/':
		ok = figures
	case '&', '*':
		ok = shortUpper(s[head:i]) && shortUpper(s[i+1:i+1+run(s[i+1:])]) ||
			s[i] == '*' && class[before] == letter && class[after] == letter
	case '-':
		ok = hyphenInside(s, head, i)
	case '@':
		ok = at(s, i+1) == letter
	}
	if ok {
		return 1
	}
	return 0
}

// shortUpper reports whether s could be one side of "AT&T".
func shortUpper(s string) bool { return len(s) <= 4 && allUpper(s) }

// dotInside reports whether the dot at s[i] joins two letters: "U.S", "p.m",
// "Ph.D".
func dotInside(s string, head, i int) bool {
	n := runOf(s[i+1:], letter)
	if n == 0 {
		return false
	}
	part, next := s[head:i], s[i+1:i+1+n]
	if utf8.RuneCountInString(part) == 1 && utf8.RuneCountInString(next) == 1 {
		return true
	}
	end := i + 1 + n
	return len(part) <= 3 && end-i <= 5 && end < len(s) && s[end] == '.' && abbrevs.has(s[head:end]) ||
		abbrevs.has(s[:end])
}

// hyphenInside reports whether the hyphen at s[i] stays inside its word: a
// prefix, a suffix, a telephone number.
func hyphenInside(s string, head, i int) bool {
	rest := s[i+1:]
	n := run(rest)
	if n == 0 {
		return false
	}
	part, next := s[head:i], rest[:n]
	if allDigits(part) {
		return allDigits(next) && telephone(part, next)
	}
	return head == 0 && prefixes.has(part) && (class[rest[0]] != digit || len(part) > 1) || suffixes.has(next)
}

// telephone reports whether a-b reads like part of a telephone number.
func telephone(a, b string) bool { return len(a) == 3 && (len(b) == 3 || len(b) == 4) }

// keepsDot reports whether the word s[:i] keeps the full stop behind it: an
// abbreviation or an initial.
func keepsDot(s string, i int) bool {
	w := s[:i]
	last := i + 1
	if last < len(s) && s[last] == '.' {
		return false // the first of several dots
	}
	if n := lastPart(w); n < len(w) && runeCount(w[n:]) == 1 && at(w, n) == letter && onlyInitials(w) {
		return true // "U.S.", "p.m."
	}
	if runeCount(w) == 1 {
		return at(w, 0) == letter && isUpper(w) && w != "I"
	}
	if capitalOnly.has(w) && !isUpper(w) {
		return false
	}
	return titles.has(w) || abbrevs.has(w)
}

// lastPart is where the part of w behind its last inner dot starts; len(w)
// when there is none.
func lastPart(w string) int {
	for i := len(w) - 1; i > 0; i-- {
		if w[i] == '.' {
			return i + 1
		}
	}
	return len(w)
}

// onlyInitials reports whether all parts of w between dots are single letters
// or w is a listed abbreviation.
func onlyInitials(w string) bool {
	if len(w) > 32 {
		return false
	}
	n := 0
	for i := 0; i < len(w); {
		if w[i] == '.' {
			n, i = 0, i+1
			continue
		}
		k, size := first(w[i:])
		if n++; n > 1 || k != letter {
			return abbrevs.has(w)
		}
		i += size
	}
	return true
}

func runeCount(w string) int { return utf8.RuneCountInString(w) }
