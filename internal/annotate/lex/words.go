package lex

import (
	"embed"
	"fmt"
	"slices"
	"strings"
	"sync"
)

//go:embed words/*.txt
var wordFiles embed.FS

// WordClass says what a word may be, a bit a class; 0 for a word that the lists
// do not hold. It is a hint for the tagger, never a decision: what the treebanks
// show of a word weighs more.
//
//	"bombed" -> PastWord|ParticipleWord     "attacks" -> PluralWord|PresentWord
type WordClass uint16

// The classes of words.
const (
	NounWord WordClass = 1 << iota
	PluralWord
	VerbWord       // the bare form
	PresentWord    // the form in "-s"
	PastWord       //
	ParticipleWord //
	GerundWord     // the form in "-ing"
	AdjectiveWord
	ComparativeWord
	SuperlativeWord
	AdverbWord
	InterjectionWord
	FunctionWord // article, pronoun, preposition, conjunction, auxiliary
)

// wordFileNames are the files of words/ that hold lists under "[...]" lines.
var wordFileNames = []string{"words/verbs.txt", "words/nouns.txt", "words/adjectives.txt"}

// irregularWords holds the verbs whose past and participle no rule gives.
const irregularWords = "words/irregular.txt"

// WordClasses looks up the lists of words/; it is taken once and asked a word
// at a time.
type WordClasses struct {
	slots     []wordSlot // at the end of the hash, or behind; half of them are free
	lemmas    [lemmaKinds]map[string]string
	valencies valencyTable
}

// The kinds of words whose forms have a lemma in the lists.
const (
	verbLemmas = iota
	pluralLemmas
	gradeLemmas
	lemmaKinds
)

type wordSlot struct {
	key   uint32 // upper half of the hash; 0 in free slots
	class WordClass
}

// AllWordClasses is the embedded lists; they are read on first use.
var AllWordClasses = sync.OnceValue(func() *WordClasses {
	w, err := readWordClasses()
	if err != nil {
		panic(err) // a fault of the build; TestWordClasses finds it
	}
	return w
})

// Of is what the word of f may be, in whatever case it is written.
func (w *WordClasses) Of(f *Form) WordClass {
	mask := uint64(len(w.slots) - 1)
	key := uint32(f.Lower >> 32)
	for i := f.Lower & mask; ; i = (i + 1) & mask {
		switch s := &w.slots[i]; s.key {
		case key:
			return s.class
		case 0:
			return 0
		}
	}
}

// VerbLemma is the verb of the lists that form, in lower case, is a form of; ""
// where there is none, or more than one.
func (w *WordClasses) VerbLemma(form string) string { return w.lemmas[verbLemmas][form] }

// PluralLemma is the noun of the lists that form, in lower case, is the plural
// of; "" where there is none, and for what is a noun as it stands ("earnings").
func (w *WordClasses) PluralLemma(form string) string { return w.lemmas[pluralLemmas][form] }

// GradeLemma is the adjective of the lists that form, in lower case, is the
// comparative or superlative of; "" where there is none.
func (w *WordClasses) GradeLemma(form string) string { return w.lemmas[gradeLemmas][form] }

// put files class under the word of the hash lower.
func (w *WordClasses) put(lower uint64, class WordClass) {
	mask := uint64(len(w.slots) - 1)
	i := lower & mask
	for w.slots[i].key != 0 {
		i = (i + 1) & mask
	}
	w.slots[i] = wordSlot{uint32(lower >> 32), class}
}

// readWordClasses reads the lists and gives every form of their words its classes.
func readWordClasses() (*WordClasses, error) {
	g := wordGatherer{of: make(map[uint64]WordClass, 1<<16), irregular: map[string]bool{}}
	for k := range g.lemmas {
		g.lemmas[k] = make(map[string]string, 1<<14)
	}
	if err := g.readValency(); err != nil {
		return nil, err
	}
	if err := g.readIrregular(); err != nil {
		return nil, err
	}
	for _, name := range wordFileNames {
		if err := g.read(name); err != nil {
			return nil, err
		}
	}
	g.lemmatize()
	keys := make([]uint64, 0, len(g.of))
	for k := range g.of {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	size := 1
	for size < 2*len(keys) {
		size *= 2
	}
	w := &WordClasses{slots: make([]wordSlot, size), lemmas: g.lemmas, valencies: newValencyTable(g.valencies)}
	for _, k := range keys {
		w.put(k, g.of[k])
	}
	return w, nil
}

// wordGatherer collects the classes of forms.
type wordGatherer struct {
	lemmas    [lemmaKinds]map[string]string  // by form; "" where it is that of two words
	of        map[uint64]WordClass           // by Form.Lower
	irregular map[string]bool                // verbs whose past the rules do not give
	takes     [lemmaKinds]map[string]Valency // by lemma
	valencies map[uint64]valencySlot         // by valencyKey
}

func (g *wordGatherer) add(form string, c WordClass) {
	f := FormOf(form)
	g.of[f.Lower] |= c
}

// addOf is add for a form of the word lemma.
func (g *wordGatherer) addOf(lemma, form string, c WordClass, kind int) {
	g.add(form, c)
	if v := g.takes[kind][lemma]; v != 0 {
		g.take(form, uint8(kind), v)
	}
	if was, ok := g.lemmas[kind][form]; ok && was != lemma {
		lemma = ""
	}
	g.lemmas[kind][form] = lemma
}

// read reads one file of lists. The error names file, line and what is wrong.
func (g *wordGatherer) read(name string) error {
	var add []func(*wordGatherer, string, byte)
	return eachWordLine(wordFiles, name, func(words []string) error {
		if strings.HasPrefix(words[0], "[") {
			add = add[:0]
			for _, class := range strings.Fields(strings.Trim(strings.Join(words, " "), "[]")) {
				inflect, ok := wordInflections[class]
				if !ok {
					return fmt.Errorf("unknown class %q", class)
				}
				add = append(add, inflect)
			}
			return nil
		}
		for _, w := range words {
			stem := strings.ToLower(strings.TrimRight(w, "+*"))
			if stem == "" || len(add) == 0 {
				return fmt.Errorf("%q is no word of a class", w)
			}
			for _, f := range add {
				f(g, stem, w[len(w)-1])
			}
		}
		return nil
	})
}

// readIrregular reads the verbs whose forms are listed: verb, past, participle.
func (g *wordGatherer) readIrregular() error {
	return eachWordLine(wordFiles, irregularWords, func(f []string) error {
		if len(f) != 3 {
			return fmt.Errorf("want a verb, its past and its participle, have %q", f)
		}
		verb := strings.TrimSuffix(f[0], "+")
		g.irregular[verb] = true
		g.present(verb, f[0][len(f[0])-1])
		for _, past := range strings.Split(f[1], "/") {
			g.addOf(verb, past, PastWord, verbLemmas)
		}
		for _, participle := range strings.Split(f[2], "/") {
			g.addOf(verb, participle, ParticipleWord, verbLemmas)
		}
		return nil
	})
}

// eachWordLine gives add the words of every line of a file of lists that has
// any; "#" starts a comment.
func eachWordLine(files embed.FS, name string, add func(words []string) error) error {
	b, err := files.ReadFile(name)
	if err != nil {
		return err
	}
	for n, line := range strings.Split(string(b), "\n") {
		line, _, _ = strings.Cut(line, "#")
		if words := strings.Fields(line); len(words) > 0 {
			if err := add(words); err != nil {
				return fmt.Errorf("%s line %d: %w", name, n+1, err)
			}
		}
	}
	return nil
}
