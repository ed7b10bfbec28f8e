package identity

import (
	_ "embed"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"rapporteur/internal/news"
)

// name is a person's name cut for comparison.
type name struct {
	parts  []part // without titles and particles
	joined string // all letters in one
}

// part is one word of a name.
type part struct {
	fold    string // lower case, no marks
	sound   sound
	initial bool // "J.", "J.D."
}

//go:embed words.txt
var smallWords string

// spelt maps the British spelling of a word to the American.
var spelt = func() map[string]string {
	m := map[string]string{}
	for l := range strings.Lines(smallWords) {
		if f := strings.Fields(l); len(f) > 1 && f[0] == "same" {
			for _, w := range f[2:] {
				m[w] = f[1]
			}
		}
	}
	return m
}()

var titles, particles, blanks, heldByOne = func() (t, p, b, single map[string]bool) {
	m := map[string]map[string]bool{"title": {}, "particle": {}, "blank": {}, "single": {}}
	for l := range strings.Lines(smallWords) {
		if f := strings.Fields(l); len(f) > 1 && m[f[0]] != nil {
			for _, w := range f[1:] {
				m[f[0]][w] = true
			}
		}
	}
	return m["title"], m["particle"], m["blank"], m["single"]
}()

// Of a name no more is compared than a name can have.
const (
	longestWord = 64 // bytes
	mostWords   = 12
)

// parse cuts a name.
func parse(s string) (n name) {
	words := strings.FieldsFunc(s, func(r rune) bool { return unicode.IsSpace(r) || r == '-' || r == '‑' || r == '‐' })
	var joined strings.Builder
	for i, w := range words {
		f := bare(w[:min(len(w), longestWord)])
		if len(n.parts) == mostWords {
			break
		}
		if f == "" || i < len(words)-1 && titles[f] && len(n.parts) == 0 {
			continue
		}
		joined.WriteString(f)
		if particles[f] && len(words) > 1 && (i > 0 || len(f) == 2) {
			continue
		}
		f = servant(f)
		n.parts = append(n.parts, part{fold: f, sound: hear(f), initial: isInitial(w, f)})
	}
	n.joined = joined.String()
	return n
}

// servant brings the ways to write "Abd al-" together.
func servant(f string) string {
	switch f {
	case "abdul", "abdel", "abdal", "abdol", "abdur", "abdus", "abdun":
		return "abd"
	}
	return f
}

// bare is w in lower case with its letters and digits only.
func bare(w string) string {
	plain := true
	for i := range len(w) {
		if c := w[i]; c >= 0x80 || c < 'a' || c > 'z' {
			plain = false
			break
		}
	}
	if plain {
		return w
	}
	var b strings.Builder
	for _, r := range norm.NFKD.String(w) {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			b.WriteString(plainLetter(unicode.ToLower(r)))
		}
	}
	return strings.TrimSuffix(b.String(), "’s")
}

// plainLetter writes the letters that decomposition leaves alone.
func plainLetter(r rune) string {
	switch r {
	case 'ł':
		return "l"
	case 'ø':
		return "o"
	case 'đ', 'ð':
		return "d"
	case 'ß':
		return "ss"
	case 'æ':
		return "ae"
	case 'œ':
		return "oe"
	case 'ı':
		return "i"
	case 'þ':
		return "th"
	case 'ə':
		return "e"
	}
	return string(r)
}

// isInitial reports whether w stands for names by their first letters; f is
// its bare form.
func isInitial(w, f string) bool {
	return len(f) == 1 || len(f) <= 3 && strings.Contains(w, ".") && w == strings.ToUpper(w) || len(f) == 2 && w == strings.ToUpper(w)
}

// american brings the two spellings of words in the names of bodies together.
func american(f string) string {
	if s, ok := spelt[f]; ok {
		return s
	}
	return f
}

// body is the comparison key of a name that is no person's.
func body(s string) string {
	var kept []string
	for _, w := range strings.FieldsFunc(s, func(r rune) bool { return unicode.IsSpace(r) || r == '-' || r == '‑' || r == '/' }) {
		w = strings.TrimSuffix(strings.TrimSuffix(w, "'s"), "’s")
		if f := bare(w); f != "" && !blanks[f] {
			kept = append(kept, american(f))
		}
	}
	for n := len(kept); n > 1 && news.LegalForm(kept[n-1]); n = len(kept) {
		kept = kept[:n-1]
	}
	return strings.Join(kept, " ")
}
