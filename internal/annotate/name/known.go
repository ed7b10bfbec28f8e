package name

import (
	"rapporteur/internal/annotate/lex"
	"rapporteur/internal/learn"
)

// The classes of the list of known names: how often a word is a given name, a
// family name, or in the name of an organization.
const (
	KnownGiven = iota
	KnownFamily
	KnownBody
	KnownClasses
)

// The bits of a hint.
const (
	hintFamily = 1 << iota
	hintGiven
	hintCompany
	hintBody
	hintSite
	hintPlace
	hintCommon   = 1 << 6
	hintSyllable = 1 << 14
)

// Words are the dictionaries that come with the weights.
type Words struct {
	Known *learn.Linear // words of known names, KnownClasses
	Small *learn.Linear // how often a word stands in small letters, class 0
}

// hint sums up what the hints of the lexicon, the lists and the known names
// say of a word.
func (l *look) hint(f *lex.Form) uint64 {
	h := l.hints.Hint(f)
	w := bits(l.lists.words, f)
	if w&1 != 0 {
		h |= hintGiven
	}
	if w&2 != 0 {
		h |= hintFamily
	}
	if w&4 != 0 {
		h |= hintCommon
	}
	if w&8 != 0 {
		h |= hintSyllable
	}
	for row := l.words.Known.Row(WordKey(f)); len(row) >= 2; row = row[2:] {
		switch n := int8(row[1]); {
		case n > 5:
			h |= 3 << (8 + 2*row[0])
		case n > 1:
			h |= 2 << (8 + 2*row[0])
		default:
			h |= 1 << (8 + 2*row[0])
		}
	}
	return h
}

// SmallStep is the weight of a word that stands in small letters in n reports.
func SmallStep(n int) int8 {
	switch {
	case n < 2:
		return 0
	case n < 5:
		return 1
	case n < 20:
		return 2
	}
	return 3
}
