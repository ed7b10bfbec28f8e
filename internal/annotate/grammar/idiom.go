package grammar

import (
	"fmt"
	"slices"
	"strings"

	"rapporteur/internal/news"
)

// An Idiom is a turn of speech of several words, told by their order rather than
// by the tree, which parsers often get wrong in fixed phrases. Its words are
// lemmas; between them may stand articles, adjectives, adverbs and whose a thing
// is, so that "throw weight" is also "threw the government's full weight".
//
//	word/word  one of them
//	~          what the phrase is done to: "put ~ on ice" is "put the plan on ice",
//	           "the plan was put on ice", "put on ice a plan"
//	oneself    "himself", "itself", "themselves"
//	no         "no" or "not" itself; elsewhere a "no" on the way denies the phrase
//
// In a passive the words up to the object stand before the verb: "cold water was
// poured on it". A phrase that opens with "be" is one of the predicate behind it.
type Idiom struct {
	words  []idiomWord // behind the first
	Denies bool        // has a "no" of its own
}

type idiomWord struct {
	lemmas []string
	gap    bool
}

// Match is where an idiom stands.
type Match struct {
	At, End   news.TokenID // the predicate, and the last word of the phrase
	From, To  news.TokenID // what stands in "~"; To < From for nothing
	No        bool         // a "no" on the way denies it
	Converted bool         // its object stands before it, as subject of a passive

	Said string // its words as they were chosen: "throw weight"

	chosen [idiomLength]string // by how many words were left
}

const (
	idiomFill  = 5  // words that may stand between two of an idiom
	idiomReach = 12 // words that may stand for "~"

	idiomLength = 10 // words of the longest idiom
)

// ParseIdiom reads an idiom; returns it and the lemmas that its first word may be.
func ParseIdiom(s string) (*Idiom, []string, error) {
	f := strings.Fields(s)
	if len(f) < 2 || f[0] == "~" || f[len(f)-1] == "~" {
		return nil, nil, fmt.Errorf("an idiom is two words or more, the first and last no %q: %q", "~", s)
	}
	if len(f) > idiomLength {
		return nil, nil, fmt.Errorf("an idiom is at most %d words: %q", idiomLength, s)
	}
	i := &Idiom{}
	for _, w := range f[1:] {
		i.words = append(i.words, idiomWord{strings.Split(w, "/"), w == "~"})
		i.Denies = i.Denies || w == "no"
	}
	return i, strings.Split(f[0], "/"), nil
}

// Idioms are what a stage knows of phrases, by each lemma that their first word may be.
type Idioms[T any] map[string][]T

// Add reads phrases and keeps what of makes of each; an error is the phrase's or that of of.
func (i Idioms[T]) Add(phrases []string, of func(phrase string, idiom *Idiom) (T, error)) error {
	for _, phrase := range phrases {
		idiom, firsts, err := ParseIdiom(phrase)
		if err != nil {
			return err
		}
		x, err := of(phrase, idiom)
		if err != nil {
			return err
		}
		for _, first := range firsts {
			i[first] = append(i[first], x)
		}
	}
	return nil
}

// Idiom is where idiom i stands with its first word at t; false for nowhere. The
// caller has looked up the first word by its lemma.
func (v *View) Idiom(t news.TokenID, i *Idiom) (m Match, ok bool) {
	if !v.opens(t, i.words[0]) && v.Tag(t).XPOS != news.VBN {
		return m, false // as nearly everywhere
	}
	m.At = t
	switch r := v.Rel(t); {
	case v.Lemma(t) == "be" && r != news.Cop && r != news.AuxPass && r != news.Aux && r != news.Root:
	case v.Lemma(t) == "be" && r != news.Root:
		if m.At = v.Head(t); m.At < t {
			return m, false
		}
	}
	if !v.follow(t, i.words, &m) && !v.converted(t, i, &m) {
		return m, false
	}
	m.Said = v.Lemma(t)
	for _, w := range slices.Backward(m.chosen[:]) {
		if w != "" {
			m.Said += " " + w
		}
	}
	return m, true
}

// opens reports whether the second word of an idiom may stand behind its first at t:
// what follow would find of it, at little cost.
func (v *View) opens(t news.TokenID, second idiomWord) bool {
	if second.gap {
		return true
	}
	last := v.A.Sentence(v.SentenceOf(t)).Last
	for j := t + 1; j <= min(last, t+1+idiomFill); j++ {
		if v.is(j, second) {
			return true
		}
		if !v.fills(j) {
			return false
		}
	}
	return false
}

// follow matches words against what stands behind token k.
func (v *View) follow(k news.TokenID, words []idiomWord, m *Match) bool {
	if len(words) == 0 {
		m.End = k
		return true
	}
	last := v.A.Sentence(v.SentenceOf(k)).Last
	if words[0].gap {
		for j := k + 1; j <= min(last, k+idiomReach); j++ {
			if v.is(j, words[1]) && v.UPOS(j-1) != news.CCONJ && v.Rel(j) != news.Conj {
				try := *m
				if try.From, try.To = k+1, j-1; v.follow(j, words[2:], &try) {
					try.chosen[len(words)-1] = v.Lemma(j)
					*m = try
					return true
				}
			}
			if v.endsGap(j) {
				return false
			}
		}
		return false
	}
	for j := k + 1; j <= min(last, k+1+idiomFill); j++ {
		if v.is(j, words[0]) {
			m.chosen[len(words)] = v.Lemma(j)
			return v.follow(j, words[1:], m)
		}
		if !v.fills(j) {
			return false
		}
		m.No = m.No || v.Lemma(j) == "no"
	}
	return false
}

// converted reports whether t is a passive of idiom i, whose object is the subject:
// "a line was drawn under it".
func (v *View) converted(t news.TokenID, i *Idiom, m *Match) bool {
	if v.Tag(t).XPOS != news.VBN || i.words[0].gap {
		return false
	}
	s := v.Child(t, news.NsubjPass)
	if s == 0 && v.Rel(t) == news.Acl && v.Head(t) < t {
		s = v.Head(t) // "the blame laid at its door"
	}
	for n, w := range i.words {
		if w.gap || s == 0 {
			return false
		}
		if !v.is(s, w) {
			continue
		}
		for _, before := range i.words[:n] {
			if !slices.ContainsFunc([]news.TokenID{s - 1, s - 2, s - 3}, func(k news.TokenID) bool { return k > 0 && v.is(k, before) }) {
				return false
			}
		}
		m.Converted, m.No = true, v.Lemma(v.Child(s, news.Det)) == "no"
		m.chosen[len(i.words)-n] = v.Lemma(s)
		return v.follow(t, i.words[n+1:], m)
	}
	return false
}

// is reports whether word w of an idiom stands at t.
func (v *View) is(t news.TokenID, w idiomWord) bool {
	l := v.Lemma(t)
	switch w.lemmas[0] {
	case "oneself":
		return v.UPOS(t) == news.PRON && (strings.HasSuffix(l, "self") || strings.HasSuffix(l, "selves"))
	case "no":
		return l == "no" || l == "not" || l == "n't"
	}
	return slices.Contains(w.lemmas, l)
}

// fills reports whether t may stand between two words of an idiom: an article, an
// adjective, an adverb, the first part of a compound, or whose the next is.
func (v *View) fills(t news.TokenID) bool {
	switch v.UPOS(t) {
	case news.DET, news.ADJ, news.NUM:
		return true
	case news.ADV:
		return v.Lemma(t) != "not"
	case news.PRON:
		return v.Rel(t) == news.NmodPoss
	case news.PART:
		return v.Tag(t).XPOS == news.POS
	case news.NOUN, news.PROPN, news.VERB:
		switch v.Rel(t) {
		case news.NmodPoss, news.Compound, news.Amod, news.Flat:
			return true
		}
	case news.PUNCT:
		return v.Word(t) == "-" || v.Word(t) == "“" || v.Word(t) == "\""
	}
	return false
}

// endsGap reports whether the noun that an idiom is done to ends before t: another
// clause or verb begins.
func (v *View) endsGap(t news.TokenID) bool {
	switch v.Tag(t).XPOS {
	case news.VBD, news.VBZ, news.VBP, news.MD:
		return true
	}
	w := v.Word(t)
	return w == ";" || w == ":" || w == "(" || w == "—" || w == "–"
}
