package name

import (
	_ "embed"
	"slices"
	"strings"

	"rapporteur/internal/annotate/lex"
	"rapporteur/internal/learn"
)

//go:embed words.txt
var wordsText string

// sections are those of words.txt, in the order of their bits in a hint.
var sections = []string{"family", "given", "company", "body", "site", "place"}

// gazetteer gives the words of words.txt their hints.
var gazetteer = readGazetteer(wordsText)

func readGazetteer(text string) *learn.Linear {
	hints := map[uint32][]uint8{}
	section := -1
	for line := range strings.Lines(text) {
		line, _, _ = strings.Cut(line, "#")
		line = strings.TrimSpace(line)
		if strings.HasPrefix(line, "[") {
			section = slices.Index(sections, strings.Trim(line, "[]"))
			continue
		}
		for _, w := range strings.Fields(line) {
			f := lex.FormOf(w)
			k := WordKey(&f)
			if !slices.Contains(hints[k], uint8(section)) {
				hints[k] = append(hints[k], uint8(section))
			}
		}
	}
	return dictionary(hints)
}

func dictionary(hints map[uint32][]uint8) *learn.Linear {
	keys := make([]uint32, 0, len(hints))
	for k := range hints {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	d := learn.NewDictionary(len(sections))
	for _, k := range keys {
		d.Row(k, hints[k], make([]int8, len(hints[k])))
	}
	return d.Build()
}

// WordKey is the entry of a word in the gazetteer and in the list of known
// names.
func WordKey(f *lex.Form) uint32 { return learn.Key1(300, f.Lower) }

// The classes of the list of known names: how often a word is a given name, a
// family name, or in the name of an organization.
const (
	KnownGiven = iota
	KnownFamily
	KnownBody
	KnownClasses
)

// hint sums up what gazetteer and known names say of a capitalised word.
func hint(known *learn.Linear, f *lex.Form) uint64 {
	k, h := WordKey(f), uint64(0)
	for row := gazetteer.Row(k); len(row) >= 2; row = row[2:] {
		h |= 1 << row[0]
	}
	for row := known.Row(k); len(row) >= 2; row = row[2:] {
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
