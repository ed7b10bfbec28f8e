package reconcile

import (
	_ "embed"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"rapporteur/internal/text"
)

//go:embed stopwords.txt
var stopLines string

// stops are the words that say nothing about what is said.
var stops = allWords(stopLines)

//go:embed irregular.txt
var irregularLines string

// irregular gives a form of a verb that no ending tells the one that stands for all.
var irregular = byWord(irregularLines)

//go:embed turns.txt
var turnLines string

// turns gives the words that turn the meaning of a sentence their role.
var turns = byWord(turnLines)

// phrase is a stretch of text cut for comparison.
type phrase struct {
	words   []uint32 // every word, in order
	content []uint32 // stems of the words that carry meaning, sorted, each once
}

// longestPhrase is how many words of a phrase are compared one after the other.
const longestPhrase = 400

// stemLetters is the number of letters that stand for a word: enough to tell
// "restoring" and "restoration" are one, as two translations will have it.
const stemLetters = 6

// cut makes the phrase of s.
func cut(s string) (p phrase) {
	for i := 0; i < len(s); {
		start := i
		for i < len(s) {
			r, size := utf8.DecodeRuneInString(s[i:])
			if !unicode.IsLetter(r) && !unicode.IsDigit(r) && (i == start || text.Plain(r) != '\'' && r != '.' || !wordAt(s, i+size)) {
				break
			}
			i += size
		}
		if i == start {
			_, size := utf8.DecodeRuneInString(s[i:])
			i += size
			continue
		}
		w := strings.TrimSuffix(fold(s[start:i]), "'s")
		if len(p.words) < longestPhrase {
			p.words = append(p.words, hash(w))
		}
		if !stops[w] {
			p.content = append(p.content, hash(stem(w)))
		}
	}
	slices.Sort(p.content)
	p.content = slices.Compact(p.content)
	return p
}

func wordAt(s string, i int) bool {
	r, _ := utf8.DecodeRuneInString(s[i:])
	return unicode.IsLetter(r) || unicode.IsDigit(r)
}

// fold is w in lower case, straight apostrophes, no dots ("U.S." is "us").
func fold(w string) string {
	if folded(w) {
		return w
	}
	var b strings.Builder
	b.Grow(len(w))
	for _, r := range w {
		if r = unicode.ToLower(text.Plain(r)); r != '.' {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// folded reports whether w is so already, as most words are.
func folded(w string) bool {
	for i := range len(w) {
		if c := w[i]; (c < 'a' || c > 'z') && (c < '0' || c > '9') && c != '\'' && c != '-' {
			return false
		}
	}
	return true
}

// stem takes endings off and brings British and American spelling together.
func stem(w string) string {
	if v, ok := irregular[w]; ok {
		w = v
	}
	if len(w) > 3 && strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ss") {
		w = w[:len(w)-1]
	}
	if len(w) > 4 {
		w = strings.TrimSuffix(strings.TrimSuffix(w, "ing"), "ed")
	}
	if n := len(w); n > 3 && w[n-1] == w[n-2] {
		w = w[:n-1] // "planned", "plan"
	}
	if len(w) > 3 {
		w = strings.TrimSuffix(w, "e")
	}
	if len(w) > stemLetters && w[stemLetters-1] < utf8.RuneSelf && w[stemLetters] < utf8.RuneSelf {
		w = w[:stemLetters]
	}
	if n := len(w); n > 4 {
		w = w[:n-1] + strings.Replace(w[n-1:], "s", "z", 1) // organis-, organiz-
	}
	return w
}

func hash(w string) uint32 {
	h := uint32(2166136261)
	for i := range len(w) {
		h = (h ^ uint32(w[i])) * 16777619
	}
	return h
}

// within reports whether the words of a stand in b one after the other.
func within(a, b []uint32) bool {
	for i := 0; i+len(a) <= len(b); i++ {
		if slices.Equal(a, b[i:i+len(a)]) {
			return true
		}
	}
	return false
}
