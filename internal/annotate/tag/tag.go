// Package tag says what kind of word each token is: its part of speech, its
// morphology and its lemma.
//
//	Envoys  said   Mirenia's  leader  was  killed .
//	NNS     VBD    NNP POS    NN      VBD  VBN    .
//	envoy   say    Mirenia 's leader  be   kill   .
//
// In go tokens, sentences and forms; out comes one Tag a token. The part of
// speech is chosen word by word from left to right by a linear model, among
// the tags that a word has been seen with when it is a common one; morphology
// and lemma are chosen by two smaller models of the same kind. It knows no
// grammar and looks at most two words away. Nothing is allocated a token.
package tag

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"rapporteur/internal/annotate/lex"
	"rapporteur/internal/learn"
	"rapporteur/internal/news"
)

// Label is one choice of the tagger.
type Label struct {
	UPOS news.UPOS
	XPOS news.XPOS
}

// Tagger is the loaded model. It is read-only and safe for use by several
// goroutines at once.
type Tagger struct {
	Labels  []Label
	name    uint8         // the label of names, where hasName
	hasName bool          //
	prep    int           // the label of prepositions; -1 where there is none
	words   *learn.Linear // word -> the labels it has been seen with
	tags    *learn.Linear
	feats   *learn.Linear
	values  []news.Feats // what the classes of feats stand for
	only    []byte       // by label: one more than its only features in values, 0 when they vary
	lemmas  *learn.Linear
	scripts []Script // what the classes of lemmas stand for
}

// New reads the tagger out of its weight file.
func New(f *learn.File) (*Tagger, error) {
	t := &Tagger{}
	var err error
	if t.Labels, err = readLabels(f); err != nil {
		return nil, err
	}
	if i := slices.Index(t.Labels, Label{news.PROPN, news.NNP}); i >= 0 {
		t.name, t.hasName = uint8(i), true
	}
	t.prep = slices.Index(t.Labels, Label{news.ADP, news.IN})
	for _, part := range []struct {
		name string
		to   **learn.Linear
		size int
	}{{"words", &t.words, len(t.Labels)}, {"tags", &t.tags, len(t.Labels)}} {
		if *part.to, err = f.Linear(part.name); err != nil {
			return nil, err
		}
		if got := (*part.to).Classes(); got != part.size {
			return nil, fmt.Errorf("tagger: section %q has %d classes, want %d", part.name, got, part.size)
		}
	}
	return t, t.readMorphology(f)
}

func readLabels(f *learn.File) ([]Label, error) {
	lines, err := f.Lines("labels")
	if err != nil {
		return nil, err
	}
	labels := make([]Label, len(lines))
	for i, l := range lines {
		var u, x uint8
		if _, err := fmt.Sscanf(l, "%d %d", &u, &x); err != nil || u > uint8(news.X) || int(x) >= len(news.XPOSNames) {
			return nil, fmt.Errorf("tagger: label %q", l)
		}
		labels[i] = Label{news.UPOS(u), news.XPOS(x)}
	}
	return labels, nil
}

// Tags reads Tokens and Sentences; returns the Tags layer, filled for the
// sentences given. forms are those of the tokens.
func (t *Tagger) Tags(a *news.Analysis, forms []lex.Form, of []news.Sentence) []news.Tag {
	recase := recaser{t: t}
	return t.read(a, of, func(s news.Sentence) []lex.Form { return recase.quiet(a, forms, s) })
}

// AsWritten is Tags, but that it takes headlines too as they are written: the
// tags that the trainers of the stages above learn from.
func (t *Tagger) AsWritten(a *news.Analysis, forms []lex.Form) []news.Tag {
	return t.read(a, a.Sentences, func(s news.Sentence) []lex.Form { return forms[s.First-1 : s.Last] })
}

// read is Tags for the forms that see gives each sentence.
func (t *Tagger) read(a *news.Analysis, of []news.Sentence, see func(news.Sentence) []lex.Form) []news.Tag {
	out := make([]news.Tag, len(a.Tokens))
	w := NewWindow(t.words)
	var lem lemmatizer
	for _, s := range of {
		first, last := int(s.First-1), int(s.Last)
		w.Enter(see(s))
		for i := range w.Forms {
			if t.hasName && w.syllable(i) && glued(a.Tokens[first+i-2:first+i+1]) {
				w.Labels[i] = t.name
				continue
			}
			w.Labels[i] = uint8(t.plural(w, i, t.choose(w, i)))
		}
		for i, l := range w.Labels[:len(w.Forms)] {
			out[first+i] = news.Tag{UPOS: t.Labels[l].UPOS, XPOS: t.Labels[l].XPOS}
		}
		t.morphology(w, out[first:last])
		for i := range w.Forms {
			lem.add(t, wordAs(a.Word(news.TokenID(first+i+1)), &w.Forms[i]), &w.Forms[i], &out[first+i], &w.scratch)
		}
	}
	lem.finish(out)
	return out
}

// glued reports whether nothing stands between tokens.
func glued(tokens []news.Token) bool {
	for i := 1; i < len(tokens); i++ {
		if tokens[i-1].Span.End != tokens[i].Span.Start {
			return false
		}
	}
	return true
}

// wordAs is word in the case that f has: small where a capital was taken away.
func wordAs(word string, f *lex.Form) string {
	first, _ := utf8.DecodeRuneInString(word)
	if f.Marks&lex.Small != 0 && !unicode.IsLower(first) {
		return strings.ToLower(word)
	}
	return word
}

// amid is a preposition and nothing else, of which the treebanks, unlike the
// news, know next to nothing.
var amid = lex.FormOf("amid").Lower

// choose is the label of word i; the words before it have theirs.
func (t *Tagger) choose(w *Window, i int) int {
	if w.Forms[i].Lower == amid && t.prep >= 0 {
		return t.prep
	}
	allowed := w.Allowed(i)
	if len(allowed) == 1 {
		return int(allowed[0])
	}
	t.tags.Scores(w.Features(i), &w.scores)
	if allowed == nil {
		return t.tags.Best(&w.scores)
	}
	best := allowed[0]
	for _, l := range allowed[1:] {
		if w.scores[l] > w.scores[best] {
			best = l
		}
	}
	return int(best)
}

// FormatLabels writes labels as the section that New reads.
func FormatLabels(labels []Label) string {
	var b strings.Builder
	for _, l := range labels {
		fmt.Fprintf(&b, "%d %d\n", l.UPOS, l.XPOS)
	}
	return b.String()
}
