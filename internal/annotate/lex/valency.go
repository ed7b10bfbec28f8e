package lex

import (
	"embed"
	"fmt"
	"strings"

	"rapporteur/internal/news"
)

//go:embed valency/*.txt
var valencyFiles embed.FS

// Valency is what a word takes beside it and what it means, in classes, a bit
// each: frames, meanings, the prepositions that it selects, the particles that
// make one word with it. A preposition has the bit of itself. It is a hint for
// the parser, as WordClass is one for the tagger.
//
//	"relied" -> bare, =on     "talks" -> event, =with =between =on     "towards" -> =toward
type Valency uint64

// Where the classes of each sort begin among the bits of a Valency.
const (
	frameBits, meaningBits, prepositionBits, particleBits = 0, 10, 24, 44

	selectMask = 1<<64 - 1<<prepositionBits
)

// valencyFileNames are the files of valency/, each of one kind of word.
var valencyFileNames = [lemmaKinds]string{verbLemmas: "verbs.txt", pluralLemmas: "nouns.txt", gradeLemmas: "adjectives.txt"}

// valencyFrames and valencyMeanings name the classes of each kind of word, in
// the order of their bits. Classes of different kinds share bits: the kind of a
// word is part of its tag.
var valencyFrames = [lemmaKinds][]string{
	verbLemmas:   {"object", "bare", "two", "that", "say", "to", "objto", "ing", "link", "predicate"},
	pluralLemmas: {"that", "to", "part"},
	gradeLemmas:  {"that", "to", "state"},
}

var valencyMeanings = [lemmaKinds][]string{
	verbLemmas:   {"motion", "put", "change", "harm", "give", "begin", "happen", "mind", "scare", "meet", "do", "make"},
	pluralLemmas: {"person", "title", "body", "place", "time", "unit", "money", "event", "speech", "idea", "thing", "flesh"},
	gradeLemmas:  {"degree", "about", "focus", "clause", "when", "where", "order", "field"},
}

// valencyPrepositions and valencyParticles are what words select, each with
// others that stand for the same.
var valencyPrepositions = [][]string{
	{"of"}, {"to"}, {"in"}, {"for"}, {"on", "upon", "onto"}, {"with"}, {"at"}, {"by"}, {"from"}, {"as"}, {"about", "regarding", "concerning"}, {"into"},
	{"against", "versus"}, {"over"}, {"between", "among", "amongst"}, {"after"}, {"through"}, {"toward", "towards"}, {"under", "beneath"}, {"around", "round"},
}

var valencyParticles = [][]string{
	{"up"}, {"out"}, {"off"}, {"down"}, {"back"}, {"away"}, {"over"}, {"on"}, {"in"}, {"along"}, {"around", "round"}, {"through"},
	{"ahead"}, {"together"}, {"forward", "forwards"}, {"apart"}, {"aside"}, {"by"},
}

// Class is the frames and the meanings of v, without what it selects.
func (v Valency) Class() uint64 { return uint64(v) & (1<<prepositionBits - 1) }

// Frame is the frames of v alone.
func (v Valency) Frame() uint64 { return uint64(v) & (1<<meaningBits - 1) }

// Meaning is the meanings of v alone.
func (v Valency) Meaning() uint64 { return v.Class() >> meaningBits }

// Selects reports whether a word of v selects the preposition or particle that
// has the bits of w.
func (v Valency) Selects(w Valency) bool { return v&w&selectMask != 0 }

// valencyKinds says in which lists a word of a part of speech is looked up.
var valencyKinds = func() (of [32]uint8) {
	for i := range of {
		of[i] = noLemmas
	}
	of[news.VERB], of[news.NOUN], of[news.PROPN] = verbLemmas, pluralLemmas, pluralLemmas
	of[news.ADJ], of[news.ADV] = gradeLemmas, gradeLemmas
	return of
}()

// The kinds of words that have a Valency beside those of the lemmas.
const (
	noLemmas      = lemmaKinds + iota
	functionWords // prepositions and particles
)

// Takes is the Valency of the word of f as a part of speech, 0 for none, and the
// hash of its lemma, Form.Lower of it, where the lists have one; f.Lower where not.
func (w *WordClasses) Takes(f *Form, u news.UPOS) (v Valency, lemma uint64) {
	k := valencyKinds[u&31]
	if k == noLemmas {
		return 0, f.Lower
	}
	s := w.valencies.of(f.Lower, k)
	if s.lemma == 0 {
		return s.valency, f.Lower
	}
	return s.valency, s.lemma
}

// Selected is the bits of the preposition or particle that the word of f is, 0
// for other words.
func (w *WordClasses) Selected(f *Form, u news.UPOS) Valency {
	switch u {
	case news.ADP, news.SCONJ, news.PART, news.ADV:
		return w.valencies.of(f.Lower, functionWords).valency
	}
	return 0
}

// valencyTable finds the Valency and the lemma of a form: open addressing, at most half full.
type valencyTable []valencySlot

type valencySlot struct {
	key     uint64 // of form and kind; 0 in free slots
	lemma   uint64 // its hash; 0 for none but the form itself
	valency Valency
}

// key of a form's hash and a kind of word.
func valencyKey(lower uint64, kind uint8) uint64 { return lower + uint64(kind) + 1 }

// of is the slot of a form, a free one where there is none.
func (t valencyTable) of(lower uint64, kind uint8) valencySlot {
	mask, key := uint64(len(t)-1), valencyKey(lower, kind)
	for i := key & mask; ; i = (i + 1) & mask {
		if s := &t[i]; s.key == key || s.key == 0 {
			return *s
		}
	}
}

// newValencyTable is a table of what of holds by key. Its order has no say in
// what is found.
func newValencyTable(of map[uint64]valencySlot) valencyTable {
	size := 1
	for size <= 2*len(of) {
		size *= 2
	}
	t := make(valencyTable, size)
	for key, s := range of {
		i := key & uint64(size-1)
		for t[i].key != 0 {
			i = (i + 1) & uint64(size-1)
		}
		s.key = key
		t[i] = s
	}
	return t
}

// valencyBits gives the classes that may stand in the file of a kind their bits.
func valencyBits(kind int) map[string]Valency {
	bits := map[string]Valency{}
	for i, c := range valencyFrames[kind] {
		bits[c] = 1 << (frameBits + i)
	}
	for i, c := range valencyMeanings[kind] {
		bits[c] = 1 << (meaningBits + i)
	}
	for i, p := range valencyPrepositions {
		bits["="+p[0]] = 1 << (prepositionBits + i)
	}
	for i, p := range valencyParticles {
		bits["+"+p[0]] = 1 << (particleBits + i)
	}
	return bits
}

// readValencies reads the Valency of each word that the file of a kind lists.
func readValencies(kind int) (map[string]Valency, error) {
	bits, of := valencyBits(kind), map[string]Valency{}
	var class Valency
	return of, eachWordLine(valencyFiles, "valency/"+valencyFileNames[kind], func(words []string) error {
		if strings.HasPrefix(words[0], "[") {
			c, ok := bits[strings.Trim(words[0], "[]")]
			if !ok || len(words) > 1 {
				return fmt.Errorf("unknown class %q", words)
			}
			class = c
			return nil
		}
		if class == 0 {
			return fmt.Errorf("%q has no class", words)
		}
		for _, w := range words {
			of[w] |= class
		}
		return nil
	})
}

// readValency reads valency/ before the forms of the words are made.
func (g *wordGatherer) readValency() (err error) {
	g.valencies = make(map[uint64]valencySlot, 1<<15)
	for kind := range g.takes {
		if g.takes[kind], err = readValencies(kind); err != nil {
			return err
		}
		for w, v := range g.takes[kind] {
			for _, form := range ruled(w, kind) {
				g.take(form, uint8(kind), v)
			}
		}
	}
	for i, words := range valencyPrepositions {
		g.selected(words, 1<<(prepositionBits+i))
	}
	for i, words := range valencyParticles {
		g.selected(words, 1<<(particleBits+i))
	}
	return nil
}

// ruled lists the forms that the rules give a word of a kind, itself first: those
// of a word that words/ does not have.
func ruled(w string, kind int) []string {
	switch {
	case len(w) < 2 || kind == gradeLemmas:
		return []string{w}
	case kind == pluralLemmas:
		return []string{w, withS(w)}
	}
	return inflect(w, 0)
}

func (g *wordGatherer) selected(words []string, v Valency) {
	for _, w := range words {
		g.take(w, functionWords, v)
	}
}

// take adds v to what a form of a kind takes.
func (g *wordGatherer) take(form string, kind uint8, v Valency) {
	f := FormOf(form)
	key := valencyKey(f.Lower, kind)
	s := g.valencies[key]
	s.valency |= v
	g.valencies[key] = s
}

// lemmatize gives the forms of verbs and the plurals of nouns the hashes of their
// lemmas.
func (g *wordGatherer) lemmatize() {
	for _, kind := range []uint8{verbLemmas, pluralLemmas} {
		for form, lemma := range g.lemmas[kind] {
			if lemma == "" || lemma == form {
				continue
			}
			f, l := FormOf(form), FormOf(lemma)
			key := valencyKey(f.Lower, kind)
			s := g.valencies[key]
			s.lemma = l.Lower
			g.valencies[key] = s
		}
	}
}
