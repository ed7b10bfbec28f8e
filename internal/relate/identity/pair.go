package identity

import (
	_ "embed"
	"strings"
)

// Match says how well two names agree and by what rule; Score 0 is not at all.
type Match struct {
	Score float64
	Rule  string
}

// Scores of one word of a name, best first.
const (
	exactly   = 1.0
	bySound   = 0.96 // same consonants, vowels that go together: "Sergey", "Sergei"
	byJoining = 0.98 // "Jong Un", "Jongun"
	nickname  = 0.93
	initial   = 0.92
	byWider   = 0.93 // same consonants in the wider classes: "Gaddafi", "Kadhafi"
	oneVowel  = 0.80 // same consonants, one vowel apart
	slip      = 0.76 // a long word, one consonant apart, vowels that go together; j for y in front
)

// Scores from which two full names are one by themselves, and from which they
// are where something else speaks for it (one story, one office).
const (
	AcceptAlone   = 0.70
	AcceptSupport = 0.55
)

//go:embed nicknames.txt
var nicknameLines string

// formal gives a familiar form the names that it may stand for.
var formal = func() map[string][]string {
	m := map[string][]string{}
	for l := range strings.Lines(nicknameLines) {
		f := strings.Fields(l)
		if len(f) < 2 || f[0] == "#" {
			continue
		}
		for _, n := range f[1:] {
			m[n] = append(m[n], f[0])
		}
	}
	return m
}()

// Compare says whether two names of persons may be one name in two spellings.
// It never goes by the number of letters that differ alone: consonants must
// agree as they are heard, word by word.
func Compare(a, b string) Match { return compare(parse(a), parse(b)) }

func compare(a, b name) Match {
	if len(a.parts) == 0 || len(b.parts) == 0 {
		return Match{}
	}
	if a.joined == b.joined {
		return Match{exactly, "same-name"}
	}
	if len(a.parts) > len(b.parts) {
		a, b = b, a
	}
	if len(a.parts) < 2 {
		return Match{}
	}
	if len(a.parts) == len(b.parts) {
		return aligned(a.parts, b.parts)
	}
	return shorter(a.parts, b.parts)
}

// aligned compares names of as many words, word by word.
func aligned(a, b []part) Match {
	m := Match{1, "same-name"}
	for i := range a {
		m = m.and(alikeParts(a[i], b[i]))
		if m.Score == 0 {
			return m
		}
	}
	return m
}

// shorter compares a with the longer b: the first words must agree, and the
// last; middle names may be missing. Where the last words do not agree, b may
// add a further surname, which by itself is not enough.
func shorter(a, b []part) Match {
	m := alikeParts(a[0], b[0])
	if m.Score == 0 {
		return m
	}
	rest := inOrder(a[1:], b[1:])
	if rest.Score == 0 {
		return joinedParts(a, b)
	}
	m = m.and(rest)
	if alikeParts(a[len(a)-1], b[len(b)-1]).Score == 0 {
		m.Score *= 0.85
		m.Rule = "longer-name"
	} else if m.Rule == "same-name" {
		m.Score *= 0.97
		m.Rule = "middle-name"
	}
	return m
}

// inOrder finds every word of a in b, in order.
func inOrder(a, b []part) Match {
	m := Match{1, "same-name"}
	j := 0
	for i := range a {
		var one Match
		for one.Score == 0 && j < len(b) {
			one = alikeParts(a[i], b[j])
			j++
		}
		if one.Score == 0 {
			return Match{}
		}
		m = m.and(one)
	}
	return m
}

// joinedParts compares names of which one writes two words as one.
func joinedParts(a, b []part) Match {
	if len(b) != len(a)+1 {
		return Match{}
	}
	for k := range a {
		two := part{fold: b[k].fold + b[k+1].fold}
		two.sound = hear(two.fold)
		joined := append(append(append([]part{}, b[:k]...), two), b[k+2:]...)
		if m := aligned(a, joined); m.Score > 0 {
			return Match{m.Score * byJoining, "joined-name"}
		}
	}
	return Match{}
}

// and is both matches at once: the rule is that of the weaker.
func (m Match) and(o Match) Match {
	if o.Score < 1 && (m.Rule == "same-name" || o.Score < m.Score) {
		m.Rule = o.Rule
	}
	m.Score *= o.Score
	return m
}

// alikeParts compares one word of two names.
func alikeParts(a, b part) Match {
	switch {
	case a.fold == b.fold:
		return Match{exactly, "same-name"}
	case a.initial || b.initial:
		return initials(a, b)
	case familiar(a.fold, b.fold):
		return Match{nickname, "nickname"}
	case feminine(a.fold, b.fold) || a.sound.strict == "" || min(len(a.fold), len(b.fold)) < 3:
		return Match{}
	case a.sound.strict == b.sound.strict && (len(a.sound.strict) > 1 || vowelConflicts(a.sound, b.sound) == 0):
		return byVowels(a, b, bySound)
	case a.sound.wide == b.sound.wide && len(a.sound.wide) > 1:
		return byVowels(a, b, byWider)
	case glide(a.fold, b.fold) && edits(a.fold[1:], b.fold[1:]) == 0:
		return Match{slip, "slip"}
	case oneConsonant(a.sound.strict, b.sound.strict) && edits(a.fold, b.fold) <= 2:
		return Match{slip, "slip"}
	}
	return Match{}
}

// glide reports whether two words begin with the one sound that is written j or
// y before a vowel: "Janek", "Yanek". In short names it may be two.
func glide(a, b string) bool {
	return min(len(a), len(b)) > 4 && (a[0] == 'j' && b[0] == 'y' || a[0] == 'y' && b[0] == 'j') && strings.IndexByte("aeou", a[1]) >= 0
}

// leastSlip is the number of consonants a word must have for one to be missed.
const leastSlip = 4

// oneConsonant reports whether two runs of consonants begin alike and are one
// consonant apart.
func oneConsonant(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(a) < leastSlip-1 || len(b) < leastSlip || len(b)-len(a) > 1 || a[0] != b[0] {
		return false
	}
	i := 0
	for i < len(a) && a[i] == b[i] {
		i++
	}
	if len(a) == len(b) {
		return i < len(a) && a[i+1:] == b[i+1:]
	}
	return a[i:] == b[i+1:]
}

// edits is the number of letters to add, drop or change between two words.
func edits(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := 1; i <= len(a); i++ {
		diagonal := row[0]
		row[0] = i
		for j := 1; j <= len(b); j++ {
			cost := diagonal
			if a[i-1] != b[j-1] {
				cost++
			}
			diagonal = row[j]
			row[j] = min(cost, row[j]+1, row[j-1]+1)
		}
	}
	return row[len(b)]
}

// byVowels scores words with equal consonants.
func byVowels(a, b part, best float64) Match {
	n := vowelConflicts(a.sound, b.sound)
	if len(a.sound.vowels) != len(b.sound.vowels) {
		n = 1 // a consonant that only one of them writes: the vowels do not line up
	}
	switch n {
	case 0:
		return Match{best, "spelling"}
	case 1:
		return Match{best * oneVowel, "spelling"}
	}
	return Match{}
}

func initials(a, b part) Match {
	if a.initial && b.initial && a.fold[0] != b.fold[0] || a.fold[0] != b.fold[0] {
		return Match{}
	}
	return Match{initial, "initial"}
}

func familiar(a, b string) bool {
	for _, f := range formal[a] {
		if f == b || hear(f).strict == hear(b).strict && vowelConflicts(hear(f), hear(b)) == 0 {
			return true
		}
	}
	for _, f := range formal[b] {
		if f == a || hear(f).strict == hear(a).strict && vowelConflicts(hear(f), hear(a)) == 0 {
			return true
		}
	}
	return false
}

// feminine reports whether one word is the other with the ending of a woman's
// name: "Ivanov", "Ivanova"; "Mario", "Maria".
func feminine(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(a) == len(b) {
		n := len(a) - 1
		return n > 1 && a[:n] == b[:n] && (a[n] == 'a' && b[n] == 'o' || a[n] == 'o' && b[n] == 'a')
	}
	return len(a) > 2 && b == a+"a"
}
