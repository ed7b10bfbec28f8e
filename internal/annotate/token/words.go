package token

import (
	_ "embed"
	"strings"
)

//go:embed words.txt
var wordsText string

// set is a set of short lower-case words.
type set map[string]struct{}

// lists are the sections of words.txt.
var lists = readLists(wordsText)

// contractions gives a word written together the lengths of its parts.
var contractions = readContractions(lists["contraction"])

var (
	prefixes     = lists["prefix"]
	suffixes     = lists["suffix"]
	titles       = lists["title"]
	abbrevs      = lists["abbreviation"]
	numbered     = lists["numbered"]
	capitalOnly  = lists["capital"]
	units        = lists["unit"]
	domains      = lists["domain"]
	groups       = lists["group"]
	fileEndings  = lists["file"]
	faces        = lists["face"]
	longestEntry = longest(lists)
)

func readLists(text string) map[string]set {
	out := map[string]set{}
	var cur set
	for line := range strings.Lines(text) {
		line, _, _ = strings.Cut(line, "#")
		line = strings.TrimSpace(line)
		if strings.HasPrefix(line, "[") && strings.HasSuffix(line, "]") && len(line) > 2 && line[1] >= 'a' {
			cur = set{}
			out[line[1:len(line)-1]] = cur
			continue
		}
		for _, w := range strings.Fields(line) {
			cur[w] = struct{}{}
		}
	}
	return out
}

func readContractions(s set) map[string][]int {
	out := map[string][]int{}
	for w := range s {
		var lens []int
		for _, part := range strings.Split(w, "|") {
			lens = append(lens, len(part))
		}
		out[strings.ReplaceAll(w, "|", "")] = lens
	}
	return out
}

func longest(all map[string]set) int {
	n := 0
	for _, s := range all {
		for w := range s {
			n = max(n, len(w))
		}
	}
	return n
}

// lower writes the ASCII lower case of w into buf; ok is false when w is
// longer than any listed word.
func lower(buf *[32]byte, w string) (b []byte, ok bool) {
	if len(w) == 0 || len(w) > longestEntry {
		return nil, false
	}
	for i := 0; i < len(w); i++ {
		c := w[i]
		if c >= 'A' && c <= 'Z' {
			c += 'a' - 'A'
		}
		buf[i] = c
	}
	return buf[:len(w)], true
}

// has reports whether s holds w, in any case.
func (s set) has(w string) bool {
	var buf [32]byte
	b, ok := lower(&buf, w)
	if !ok {
		return false
	}
	_, ok = s[string(b)]
	return ok
}
