package name

import (
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"fmt"
	"io/fs"
	"maps"
	"slices"
	"strings"
	"sync"

	"rapporteur/internal/annotate/lex"
	"rapporteur/internal/learn"
)

//go:embed lists/*.txt
var listFiles embed.FS

// listNames are the files of the folder, in the order in which they are read.
var listNames = []string{"lists/places.txt", "lists/organizations.txt", "lists/others.txt", "lists/people.txt"}

// listKinds are the kinds of the lists: places, organizations and what is no
// name come as phrases, the others as words.
var listKinds = [...]string{
	"city", "district", "region", "nature", "site", "state", "short",
	"company", "media", "body", "party", "armed", "team", "league", "university", "group",
	"peoples", "event", "product", "work",
	"given", "family", "common", "syllable",
}

// Kinds of phrases by class, a bit a kind.
const (
	placeKinds uint32 = 1<<7 - 1
	bodyKinds  uint32 = 1<<16 - 1<<7
	bodyList   uint32 = 1 << 9
)

// The lists of words, by their places in listKinds.
const (
	givenList = 20 + iota
	familyList
	commonList
	syllableList
)

// gazetteer is what the files of the folder lists say: hints, never decisions.
type gazetteer struct {
	phrases *lex.Phrases  // kinds by phrase, a bit a kind
	words   *learn.Linear // a bit a list from givenList on, by WordKey
}

// lists is the embedded gazetteer, read on first use. A list that does not
// read is a fault of the build, found by the package's own test: it panics.
var lists = sync.OnceValue(func() *gazetteer {
	g, err := readLists(listFiles)
	if err != nil {
		panic(err)
	}
	return g
})

// readLists reads the files of lists: "[kind]" opens a kind, entries are apart
// by ";", words of the names of people by white space.
func readLists(files fs.FS) (*gazetteer, error) {
	g := &gazetteer{phrases: lex.NewPhrases()}
	words := map[uint32]uint8{}
	for _, name := range listNames {
		b, err := fs.ReadFile(files, name)
		if err != nil {
			return nil, err
		}
		if err := g.read(string(b), words); err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
	}
	g.words = packWords(words)
	return g, nil
}

func (g *gazetteer) read(text string, words map[uint32]uint8) error {
	kind := -1
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		if line[0] == '[' {
			if kind = kindOf(strings.Trim(line, "[]")); kind < 0 {
				return fmt.Errorf("unknown kind %s", line)
			}
			continue
		}
		if kind < 0 {
			return fmt.Errorf("entries before the first kind")
		}
		apart := func(r rune) bool { return r == ';' }
		if kind >= givenList && kind != commonList {
			apart = func(r rune) bool { return r == ' ' }
		}
		for _, entry := range strings.FieldsFunc(line, apart) {
			g.add(strings.TrimSpace(entry), kind, words)
		}
	}
	return nil
}

func (g *gazetteer) add(entry string, kind int, words map[uint32]uint8) {
	if kind < givenList {
		g.phrases.Put(entry, 1<<kind)
		return
	}
	f := lex.FormOf(entry)
	words[WordKey(&f)] |= 1 << (kind - givenList)
}

func kindOf(s string) int { return slices.Index(listKinds[:], s) }

// Sum is the SHA-256 of the lists: what was learned with others may read these
// worse.
func Sum() string {
	h := sha256.New()
	lex.CopyFiles(h, listFiles, listNames[:]...)
	return hex.EncodeToString(h.Sum(nil))
}

// packWords makes a dictionary whose only class is 0 and whose weights are bits.
func packWords(words map[uint32]uint8) *learn.Linear {
	d := learn.NewDictionary(1)
	for _, k := range slices.Sorted(maps.Keys(words)) {
		d.Row(k, []uint8{0}, []int8{int8(words[k])})
	}
	return d.Build()
}

// bits is what a dictionary of packWords, or of the words in small letters, says of the word of f.
func bits(d *learn.Linear, f *lex.Form) uint64 {
	if row := d.Row(WordKey(f)); len(row) >= 2 {
		return uint64(row[1])
	}
	return 0
}

// WordKey is the entry of a word in lists of words.
func WordKey(f *lex.Form) uint32 { return learn.Key1(300, f.Lower) }
