package token

import (
	"strings"
	"unicode"
)

// longestAddress bounds how far an address is looked for, so that a text
// without spaces is not scanned over and over.
const longestAddress = 2048

// address is the length of the address on the web, electronic mail address or
// file name that s begins with; 0 when s begins with none.
func address(s string) int {
	if at(s, 0) == other && s[0] != '<' && s[0] != '-' {
		return 0
	}
	if len(s) > longestAddress {
		s = s[:longestAddress]
	}
	switch {
	case scheme(s), strings.HasPrefix(s, "www."), strings.HasPrefix(s, "mailto:"):
		return trimAddress(s)
	}
	n := hostLen(s)
	if n == 0 {
		return 0
	}
	return n
}

// scheme reports whether s begins like "https://".
func scheme(s string) bool {
	i := strings.Index(s[:min(len(s), 16)], "://")
	return i > 1 && runOf(s, letter) == i
}

// trimAddress takes closing marks off the end of s.
func trimAddress(s string) int {
	if i := strings.IndexAny(s, "<>\"“”"); i > 0 {
		s = s[:i]
	}
	n := len(s)
	for n > 0 && strings.IndexByte(".,;:!?)]}'", s[n-1]) >= 0 {
		if s[n-1] == ')' && strings.IndexByte(s[:n], '(') >= 0 {
			break
		}
		n--
	}
	return n
}

// hostLen is the length of "name@host.com", "host.com/path" or "file.doc" at
// the front of s; 0 for anything else. Names are letters, digits and ".-_+%".
func hostLen(s string) int {
	mail, dot, i := -1, -1, 0
	for ; i < len(s); i++ {
		c := s[i]
		if class[c] != other || c == '-' || c == '+' || c == '%' {
			continue
		}
		if c == '.' {
			dot = i
		} else if c == '@' && mail < 0 && i > 0 {
			mail = i
		} else {
			break
		}
	}
	n := i
	for n > 0 && (s[n-1] == '.' || s[n-1] == '-') {
		n--
	}
	dot = strings.LastIndexByte(s[:n], '.')
	if dot <= 0 {
		return 0
	}
	last := s[dot+1 : n]
	switch {
	case mail > 0 && mail < n-1 && runOf(last, letter) == len(last):
		return n
	case mail < 0 && domains.has(last) && hostName(s[:dot]):
		if i == n && i < len(s) && s[i] == '/' {
			return trimAddress(s)
		}
		return n
	case mail < 0 && (fileEndings.has(last) || groupName(s[:n])):
		return n
	}
	return 0
}

// groupName reports whether s is a group of Usenet: three labels or more, the
// first of them a hierarchy, and no capital.
func groupName(s string) bool {
	first, rest, _ := strings.Cut(s, ".")
	return groups.has(first) && strings.Contains(rest, ".") && !strings.Contains(s, "..") &&
		strings.IndexFunc(s, unicode.IsUpper) < 0
}

// hostName reports whether s could be what stands before ".com": labels of
// three letters or more somewhere, so that "U.S" and "p.m" are none.
func hostName(s string) bool {
	if strings.Contains(s, "..") || !lowerOrLong(s) {
		return false
	}
	for part := range strings.SplitSeq(s, ".") {
		if len(part) >= 3 {
			return true
		}
	}
	return false
}

// lowerOrLong guards against a missing space after a full stop: in "end.In"
// the last label would be "In".
func lowerOrLong(s string) bool { return class[s[0]] != other }
