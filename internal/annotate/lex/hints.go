package lex

import (
	_ "embed"
	"slices"
	"strings"
	"sync"

	"rapporteur/internal/learn"
)

//go:embed hints.txt
var hintsText string

// HintSections are the lists of hints.txt, in the order of their bits in a Hint.
var HintSections = []string{"family", "given", "company", "body", "site", "place"}

// hints gives the words of hints.txt their lists; read on first use.
var hints = sync.OnceValue(func() *learn.Linear { return readHints(hintsText) })

// Hints looks up hints; it is taken once and asked a word at a time.
type Hints struct{ of *learn.Linear }

// AllHints is the embedded lists.
func AllHints() Hints { return Hints{hints()} }

// Hint says which lists of hints.txt hold the word of f, a bit a list. Case
// does not matter: whether capitals speak for a name is the caller's to see.
func (h Hints) Hint(f *Form) (bits uint64) {
	for row := h.of.Row(hintKey(f)); len(row) >= 2; row = row[2:] {
		bits |= 1 << row[0]
	}
	return bits
}

func hintKey(f *Form) uint32 { return learn.Key1(300, f.Lower) }

func readHints(text string) *learn.Linear {
	lists := map[uint32][]uint8{}
	section := -1
	for line := range strings.Lines(text) {
		line, _, _ = strings.Cut(line, "#")
		line = strings.TrimSpace(line)
		if strings.HasPrefix(line, "[") {
			section = slices.Index(HintSections, strings.Trim(line, "[]"))
			continue
		}
		for _, w := range strings.Fields(line) {
			f := FormOf(w)
			if k := hintKey(&f); !slices.Contains(lists[k], uint8(section)) {
				lists[k] = append(lists[k], uint8(section))
			}
		}
	}
	keys := make([]uint32, 0, len(lists))
	for k := range lists {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	d := learn.NewDictionary(len(HintSections))
	for _, k := range keys {
		d.Row(k, lists[k], make([]int8, len(lists[k])))
	}
	return d.Build()
}
