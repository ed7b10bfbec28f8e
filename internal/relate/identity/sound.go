package identity

import (
	_ "embed"
	"strings"
)

// sound is how a word of a name is heard: its consonant classes, narrow and
// wide, and the vowels between them, one group in front of each consonant and
// one at the end.
type sound struct {
	strict, wide string
	vowels       []string
}

// rule is one line of spelling.txt.
type rule struct{ from, narrow, wide string }

//go:embed spelling.txt
var spellingLines string

// rules holds the lines of spelling.txt by first letter, longest first.
var rules = func() (out [128][]rule) {
	for l := range strings.Lines(spellingLines) {
		f := strings.Fields(l)
		if len(f) != 3 || f[0][0] == '#' {
			continue
		}
		r := rule{f[0], f[1], strings.TrimPrefix(f[2], "-")}
		at := &out[f[0][0]]
		k := 0
		for k < len(*at) && len((*at)[k].from) >= len(r.from) {
			k++
		}
		*at = append((*at)[:k], append([]rule{r}, (*at)[k:]...)...)
	}
	return out
}()

// hear makes the sound of a bare word. Letters that spelling.txt does not know
// stand for themselves.
func hear(w string) (s sound) {
	var strict, wide, group []byte
	for i := 0; i < len(w); {
		r := ruleAt(w[i:])
		i += len(r.from)
		switch {
		case isVowel(r.narrow):
			group = append(group, r.narrow...)
		case r.from == "w" && len(group) > 0 && (i == len(w) || strings.IndexByte("aeiouy", w[i]) < 0):
			group = append(group, 'u') // "Awlaki"
		case r.from == "h" && !heardH(w, i-1):
		case len(strict) > 0 && len(group) == 0 && strings.HasSuffix(string(strict), r.narrow): // doubled
		default:
			strict, wide = append(strict, r.narrow...), append(wide, r.wide...)
			s.vowels = append(s.vowels, string(group))
			for range len(r.narrow) - 1 { // "x" is two
				s.vowels = append(s.vowels, "")
			}
			group = group[:0]
		}
	}
	s.vowels = append(s.vowels, string(group))
	s.strict, s.wide = string(strict), single(string(wide))
	return s
}

func ruleAt(w string) rule {
	if w[0] < 128 {
		for _, r := range rules[w[0]] {
			if strings.HasPrefix(w, r.from) {
				if r.from == "c" && len(w) > 1 && strings.IndexByte("eiy", w[1]) >= 0 {
					return rule{"c", "S", "S"}
				}
				return r
			}
		}
	}
	return rule{w[:1], w[:1], w[:1]}
}

// heardH reports whether the h at i is heard: in front, or before a vowel or
// between a vowel and a consonant.
func heardH(w string, i int) bool {
	return i == 0 || i+1 < len(w) && strings.IndexByte("aeiouy", w[i-1]) >= 0
}

func isVowel(class string) bool {
	return class[0] >= 'a' && class[0] <= 'z' && strings.IndexByte("aeiou", class[0]) >= 0
}

// single takes doubled letters away.
func single(s string) string {
	b := make([]byte, 0, len(s))
	for i := range len(s) {
		if i == 0 || s[i] != s[i-1] {
			b = append(b, s[i])
		}
	}
	return string(b)
}

// vowelConflicts counts the places at which two sounds with equal consonants
// have vowels that no one ear takes for each other (a and i; not a and e). The
// first vowel carries a name: a there against u counts for two (Hassan, Hussein).
func vowelConflicts(a, b sound) (n int) {
	first := true
	for i := range min(len(a.vowels), len(b.vowels)) {
		x, y := a.vowels[i], b.vowels[i]
		if x == "" && y == "" {
			continue
		}
		if x != "" && y != "" && !alike(x, y) {
			n++
			if first && (x == "a" && y == "u" || x == "u" && y == "a") {
				n++
			}
		}
		first = false
	}
	return n
}

// alike reports whether two groups of vowels share a vowel, or one that may be
// written for the other: e for a or i, o for a or u.
func alike(x, y string) bool {
	for i := range len(x) {
		for j := range len(y) {
			if near(x[i], y[j]) {
				return true
			}
		}
	}
	return false
}

func near(x, y byte) bool {
	if x > y {
		x, y = y, x
	}
	switch {
	case x == y, x == 'a' && y == 'e', x == 'e' && y == 'i', x == 'o' && y == 'u', x == 'a' && y == 'o':
		return true
	}
	return false
}
