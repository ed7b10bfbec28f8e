package clean

import (
	"unicode"
	"unicode/utf8"

	"rapporteur/internal/text"
)

// word is one run of letters, digits and apostrophes of a block.
type word struct {
	start, end int32
	id         uint16 // into the vocabulary of the patterns; 0 when no pattern speaks of it
	class      class
}

// class is what a word looks like; a word may be of several classes.
type class uint8

const (
	capital class = 1 << iota // starts with a capital: "Reuters"
	upper                     // more than one letter and no small one: "AFP"
	digits                    // holds a digit: "2025", "5th"
	ends                      // the last word of a sentence
	quoted                    // stands between double quotation marks
	agency                    // part of the name of one that supplies pictures
	colon                     // a colon stands behind it
	dated                     // a word that date lines hold: "Monday", "GMT", "updated"
)

// split cuts s into words, looks each up in v and marks the ends of sentences.
// buf is reused. The words "e-mail" and "AP:Associated" are two each; "don't"
// is one.
func split(s string, v *vocabulary, buf []word) []word {
	words := buf[:0]
	inQuotes := false
	for i := 0; i < len(s); {
		r, n := decode(s[i:])
		if !inWord(r) {
			inQuotes = quoteState(r, inQuotes)
			i += n
			continue
		}
		w := readWord(s, i, v)
		if inQuotes {
			w.class |= quoted
		}
		words = append(words, w)
		i = int(w.end)
	}
	markEnds(s, words)
	return words
}

// readWord reads the word that starts at byte i.
func readWord(s string, i int, v *vocabulary) word {
	w := word{start: int32(i)}
	var key folded
	caps, lows := 0, 0
	for i < len(s) {
		r, n := decode(s[i:])
		if !inWord(r) && !apostropheInside(s, i, r, n) {
			break
		}
		key.add(r)
		w.class |= classOf(r, i == int(w.start))
		caps += boolInt(unicode.IsUpper(r))
		lows += boolInt(unicode.IsLower(r))
		i += n
	}
	w.end = int32(i)
	if caps > 1 && lows == 0 {
		w.class |= upper
	}
	if i < len(s) && s[i] == ':' {
		w.class |= colon
	}
	if w.id = v.id(&key); s[w.start:i] == "US" {
		w.id = 0 // the country, not "us"
	}
	return w
}

func decode(s string) (rune, int) {
	if s[0] < utf8.RuneSelf {
		return rune(s[0]), 1
	}
	return utf8.DecodeRuneInString(s)
}

func inWord(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9' || r == '@'
	}
	return unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.IsMark(r)
}

// apostropheInside reports whether r at s[i:] is an apostrophe between letters.
func apostropheInside(s string, i int, r rune, n int) bool {
	if text.Plain(r) != '\'' || i+n >= len(s) {
		return false
	}
	next, _ := decode(s[i+n:])
	return unicode.IsLetter(next)
}

func classOf(r rune, first bool) (c class) {
	if first && unicode.IsUpper(r) {
		c |= capital
	}
	if unicode.IsDigit(r) {
		c |= digits
	}
	return c
}

func quoteState(r rune, in bool) bool {
	switch r {
	case '"':
		return !in
	case '“', '„', '«':
		return true
	case '”', '»':
		return false
	}
	return in
}

// markEnds marks the words after which a sentence ends. The last word of the
// block always ends one. Abbreviations and initials do not.
func markEnds(s string, words []word) {
	for i := range words {
		if i == len(words)-1 {
			words[i].class |= ends
			break
		}
		w, next := &words[i], &words[i+1]
		if stops(s[w.end:next.start]) && next.class&(capital|digits) != 0 && !abbreviation(s[w.start:w.end], w.class) {
			w.class |= ends
		}
	}
}

// stops reports whether between, what stands between two words, ends a
// sentence: a stop, perhaps closing marks, and a space.
func stops(between string) bool {
	for i := 0; i < len(between); i++ {
		switch between[i] {
		case '.', '!', '?':
			for j := i + 1; j < len(between); j++ {
				if between[j] == ' ' {
					return true
				}
			}
			return false
		case ' ':
			return false
		}
	}
	return false
}

// abbreviation reports whether a full stop after w belongs to w.
func abbreviation(w string, c class) bool {
	if len(w) == 1 {
		return c&capital != 0
	}
	switch w {
	case "Mr", "Mrs", "Ms", "Dr", "Sen", "Rep", "Gov", "Gen", "Lt", "Col", "Sgt", "Maj", "Capt", "Adm", "Cpl", "Prof", "Rev", "Hon",
		"St", "Jr", "Sr", "vs", "No", "Inc", "Co", "Corp", "Ltd", "Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sep", "Sept", "Oct", "Nov", "Dec":
		return true
	}
	return false
}

// folded is a word's comparison key: lower case, straight apostrophes. Words
// longer than any pattern's are cut and marked as such.
type folded struct {
	b    [24]byte
	n    int
	long bool
}

func (f *folded) add(r rune) {
	r = unicode.ToLower(text.Plain(r))
	if f.n+utf8.UTFMax > len(f.b) {
		f.long = true
		return
	}
	f.n += utf8.EncodeRune(f.b[f.n:], r)
}

// vocabulary numbers the words of the patterns: an open-addressed table, so
// that looking a word up allocates nothing.
type vocabulary struct {
	slots []slot // a power of two, at most half full
	words uint16
}

type slot struct {
	word string
	id   uint16
}

func newVocabulary(most int) *vocabulary {
	size := 16
	for size < most*3 {
		size *= 2
	}
	return &vocabulary{slots: make([]slot, size)}
}

// id is the number of f's word, 0 when the vocabulary does not have it.
func (v *vocabulary) id(f *folded) uint16 {
	if f.long {
		return 0
	}
	return v.slots[v.find(f.b[:f.n])].id
}

// add is the number of w, which is entered when new.
func (v *vocabulary) add(w string) uint16 {
	s := &v.slots[v.find([]byte(w))]
	if s.id == 0 {
		v.words++
		*s = slot{w, v.words}
	}
	return s.id
}

// find is the slot that has w or would have it.
func (v *vocabulary) find(w []byte) int {
	h := uint32(2166136261) // FNV-1a
	for _, c := range w {
		h = (h ^ uint32(c)) * 16777619
	}
	mask := len(v.slots) - 1
	for i := int(h) & mask; ; i = (i + 1) & mask {
		if s := &v.slots[i]; s.id == 0 || s.word == string(w) {
			return i
		}
	}
}
