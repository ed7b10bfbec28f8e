package name

import (
	"rapporteur/internal/annotate/lex"
	"rapporteur/internal/learn"
)

// WordKey is the entry of a word in the list of known names.
func WordKey(f *lex.Form) uint32 { return learn.Key1(300, f.Lower) }

// The classes of the list of known names: how often a word is a given name, a
// family name, or in the name of an organization.
const (
	KnownGiven = iota
	KnownFamily
	KnownBody
	KnownClasses
)

// hint sums up what the hints of the lexicon and the known names say of a
// capitalised word.
func hint(hints lex.Hints, known *learn.Linear, f *lex.Form) uint64 {
	h := hints.Hint(f)
	for row := known.Row(WordKey(f)); len(row) >= 2; row = row[2:] {
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
