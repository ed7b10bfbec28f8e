package when

import (
	_ "embed"
	"fmt"
	"strconv"
	"strings"
	"sync"
)

//go:embed words.txt
var wordsFile string

// class is the set of things that a word can be in a time expression.
type class uint64

const (
	month class = 1 << iota
	monthShort
	doubtful
	givenName
	weekday
	weekdayShort
	weekdays
	unit
	units
	part
	parts
	season
	cardinal
	ordinal
	vague
	pointer
	told
	offset
	early
	comparative
	edge
	about
	bound
	now
	recent
	today
	repeated
	every
	times
	old
	half
	halfName
	quarterName
	halfDay
	oClock
	clockHours
	zone
	era
	article
	the
	indefinite
	of
	and
	to
	yearOpener
	monthOpener
	preposition
	possessive
	local
	timeWord
	standard
	decadeName
	feastStart // first word of a feast; from feasts.txt
	// What the shape of a token shows, not its word.
	digits
	mark
	number = cardinal | digits
)

// sections names the classes of words.txt, in its order of writing.
var sections = map[string]class{
	"month": month, "month abbreviated": monthShort, "doubtful": doubtful, "given name": givenName,
	"weekday": weekday, "weekday abbreviated": weekdayShort, "weekdays": weekdays,
	"unit": unit, "units": units, "part": part, "parts": parts, "season": season,
	"cardinal": cardinal, "ordinal": ordinal, "vague": vague, "pointer": pointer, "told": told,
	"offset": offset, "early": early, "comparative": comparative, "edge": edge, "about": about,
	"bound": bound, "now": now, "recent": recent, "today": today, "repeated": repeated,
	"every": every, "times": times, "old": old, "half": half, "half name": halfName,
	"quarter name": quarterName, "half-day": halfDay, "o'clock": oClock,
	"hours of the clock": clockHours, "zone": zone, "era": era, "article": article, "the": the,
	"a": indefinite, "of": of, "and": and, "to": to, "year opener": yearOpener,
	"month opener": monthOpener, "prepositions": preposition, "possessive": possessive,
	"local": local, "time": timeWord, "standard": standard, "decade name": decadeName,
}

// lexeme is all that words.txt says of one word.
type lexeme struct {
	class class
	hint  hint
	n     int16  // which month, weekday, quarter; how many; which in order
	shift int16  // how far from here: last -1, next +1, ago -1; a zone's hours
	unit  byte   // one of the letters of unitOf
	code  string // part of day, season, PRESENT_REF, a set's period, an approximation
}

// lexicon is a closed hash table: words are looked up once a token.
type lexicon struct {
	mask  uint32
	keys  []string
	words []lexeme
}

// words is the lexicon of words.txt. A file that does not load is a fault of
// the build, found by the package's own test: it panics.
var words = sync.OnceValue(func() *lexicon {
	l := newLexicon()
	err := l.read("words.txt", wordsFile, addWord)
	if err == nil {
		err = l.read("around.txt", aroundFile, addHint)
	}
	if err != nil {
		panic(err)
	}
	for _, f := range feasts() {
		l.at(strings.ToLower(f.words[0])).class |= feastStart
	}
	return l
})

func newLexicon() *lexicon {
	const size = 4096
	return &lexicon{mask: size - 1, keys: make([]string, size), words: make([]lexeme, size)}
}

// read reads sections of words, each entry by add; the error names the line.
func (l *lexicon) read(name, file string, add func(x *lexeme, section, value string) error) error {
	in := ""
	for n, line := range strings.Split(file, "\n") {
		if line = strings.TrimSpace(line); line == "" || line[0] == '#' {
			continue
		}
		if line[0] == '[' {
			in = strings.Trim(line, "[]")
			continue
		}
		for _, entry := range strings.Fields(line) {
			w, v, _ := strings.Cut(entry, "=")
			if err := add(l.at(w), in, v); err != nil {
				return fmt.Errorf("%s line %d: %s: %w", name, n+1, entry, err)
			}
		}
	}
	return nil
}

func addWord(x *lexeme, section, value string) error {
	c, ok := sections[section]
	if !ok {
		return fmt.Errorf("no section is called %q", section)
	}
	return x.add(c, value)
}

func addHint(x *lexeme, section, value string) error {
	v, ok := hintSections[section]
	if !ok {
		return fmt.Errorf("no section is called %q", section)
	}
	x.hint |= v
	return nil
}

// add files value under the slot that class c reads.
func (x *lexeme) add(c class, value string) error {
	x.class |= c
	switch {
	case value == "":
		return nil
	case c&(unit|units) != 0:
		x.unit = value[0]
		return nil
	case c&(part|parts|season|now|recent|repeated|about|decadeName) != 0:
		x.code = value
		return nil
	}
	n, err := strconv.Atoi(value)
	if err != nil {
		return err
	}
	if c&(pointer|offset|today|zone) != 0 {
		x.shift = int16(n)
		return nil
	}
	if x.n != 0 && c != edge && int(x.n) != n {
		return fmt.Errorf("the word already counts as %d", x.n)
	}
	if x.n == 0 {
		x.n = int16(n)
	}
	return nil
}

func hash[T string | []byte](w T) uint32 {
	h := uint32(2166136261)
	for i := 0; i < len(w); i++ {
		h = (h ^ uint32(w[i])) * 16777619
	}
	return h
}

// at is the entry of w, made when there is none.
func (l *lexicon) at(w string) *lexeme {
	for i := hash(w) & l.mask; ; i = (i + 1) & l.mask {
		if l.keys[i] == "" {
			l.keys[i] = w
		}
		if l.keys[i] == w {
			return &l.words[i]
		}
	}
}

// find is the entry of a lower-case word, nil for none.
func (l *lexicon) find(w []byte) *lexeme {
	for i := hash(w) & l.mask; l.keys[i] != ""; i = (i + 1) & l.mask {
		if l.keys[i] == string(w) {
			return &l.words[i]
		}
	}
	return nil
}
