package tag

import (
	"encoding/binary"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"rapporteur/internal/annotate/lex"
	"rapporteur/internal/learn"
	"rapporteur/internal/news"
	"rapporteur/internal/text"
)

// Script turns a form into its lemma: cut so many bytes off the end and add
// some. Lower says that the form is taken in lower case first.
type Script struct {
	Cut   int
	Add   string
	Lower bool
}

// ScriptFor is the shortest Script from form to lemma.
func ScriptFor(form, lemma string) Script {
	s := Script{}
	form = plain(form)
	if low := strings.ToLower(form); low != form && (low == lemma || common(low, lemma) > common(form, lemma)) {
		form, s.Lower = low, true
	}
	n := common(form, lemma)
	s.Cut, s.Add = len(form)-n, lemma[n:]
	return s
}

// common is the length of the longest common prefix that cuts no rune.
func common(a, b string) int {
	n := 0
	for i, r := range a {
		size := len(string(r))
		if i+size > len(b) || a[i:i+size] != b[i:i+size] {
			break
		}
		n = i + size
	}
	return n
}

// plain is form with straight quotes and hyphens.
func plain(form string) string { return strings.Map(text.Plain, form) }

// String is the Script as its weight file keeps it.
func (s Script) String() string {
	return fmt.Sprintf("%d\t%s\t%t", s.Cut, s.Add, s.Lower)
}

func parseScript(l string) (Script, error) {
	f := strings.Split(l, "\t")
	if len(f) != 3 {
		return Script{}, fmt.Errorf("tagger: script %q", l)
	}
	cut, err := strconv.Atoi(f[0])
	if err != nil || cut < 0 {
		return Script{}, fmt.Errorf("tagger: script %q", l)
	}
	return Script{cut, f[1], f[2] == "true"}, nil
}

func (t *Tagger) readMorphology(f *learn.File) error {
	lines, err := f.Lines("scripts")
	if err != nil {
		return err
	}
	for _, l := range lines {
		s, err := parseScript(l)
		if err != nil {
			return err
		}
		t.scripts = append(t.scripts, s)
	}
	raw, err := f.Data("values")
	if err != nil {
		return err
	}
	for ; len(raw) >= 4; raw = raw[4:] {
		t.values = append(t.values, news.Feats(binary.LittleEndian.Uint32(raw)))
	}
	if t.only, err = f.Data("only"); err != nil {
		return err
	}
	if len(t.only) != len(t.Labels) || len(t.values) > 255 || slices.ContainsFunc(t.only, func(b byte) bool { return int(b) > len(t.values) }) {
		return fmt.Errorf("tagger: %d labels with one set of features, want %d", len(t.only), len(t.Labels))
	}
	if t.lemmas, err = f.Linear("lemmas"); err != nil {
		return err
	}
	if t.feats, err = f.Linear("feats"); err != nil {
		return err
	}
	if t.lemmas.Classes() != len(t.scripts) || t.feats.Classes() != len(t.values) || len(t.values) == 0 {
		return fmt.Errorf("tagger: %d scripts and %d values do not fit their models", len(t.scripts), len(t.values))
	}
	return nil
}

// LemmaFeatures lists the features by which the script of a word is chosen.
func LemmaFeatures(k []uint32, f *lex.Form, tag news.Tag) []uint32 {
	x := uint64(tag.XPOS)<<8 | uint64(tag.UPOS)
	return append(k,
		learn.Key1(101, x),
		learn.Key2(102, x, f.Lower),
		learn.Key2(103, x, f.Suffix[0]),
		learn.Key2(104, x, f.Suffix[1]),
		learn.Key2(105, x, f.Suffix[2]),
		learn.Key2(106, x, f.Suffix[3]),
		learn.Key2(107, x, f.Suffix[3]*31+f.Prefix[0]),
		learn.Key2(108, x, uint64(f.Marks)),
		learn.Key2(109, x, f.Word),
	)
}

// FeatFeatures lists the features by which the morphology of word i of a
// sentence is chosen; tags have their parts of speech.
func FeatFeatures(k []uint32, forms []lex.Form, tags []news.Tag, i int) []uint32 {
	f := &forms[i]
	x := uint64(tags[i].XPOS)<<8 | uint64(tags[i].UPOS)
	aux, subject := uint64(0), uint64(0)
	for j := i - 1; j >= 0 && j >= i-4 && aux == 0; j-- {
		switch tags[j].UPOS {
		case news.AUX:
			aux = forms[j].Lower
		case news.PRON, news.NOUN, news.PROPN:
			if subject == 0 {
				subject = forms[j].Lower
				if tags[j].UPOS != news.PRON {
					subject = uint64(tags[j].XPOS)
				}
			}
		}
	}
	prev := uint64(0)
	if i > 0 {
		prev = uint64(tags[i-1].XPOS) + 1
	}
	return append(k,
		learn.Key1(121, x),
		learn.Key2(122, x, f.Lower),
		learn.Key2(123, x, f.Suffix[1]),
		learn.Key2(124, x, f.Suffix[2]),
		learn.Key2(125, x, aux),
		learn.Key2(126, x, subject),
		learn.Key2(127, x, prev),
		learn.Key2(128, x, uint64(f.Marks)),
		learn.Key3(129, x, prev, aux),
	)
}

// morphology fills the features of one sentence.
func (t *Tagger) morphology(w *Window, tags []news.Tag) {
	scores := &w.scratch.scores
	for i := range tags {
		if only := t.only[w.Labels[i]]; only > 0 {
			tags[i].Feats = t.values[only-1]
			continue
		}
		w.scratch.keys = FeatFeatures(w.scratch.keys[:0], w.Forms, tags, i)
		t.feats.Scores(w.scratch.keys, scores)
		tags[i].Feats = t.values[t.feats.Best(scores)]
	}
}

// lemmatizer gathers the lemmas that are not words of the text in one run of
// bytes, so that a report costs one string.
type lemmatizer struct {
	bytes []byte
	todo  []pending
}

type pending struct {
	token      *news.Tag
	start, end int
}

// listedLemma is the lemma of word where the lexicon has one for it, or where it
// is written small and the lists of words have one, as the part of speech that
// tag makes it; "" otherwise.
func listedLemma(word string, tag *news.Tag) string {
	switch {
	case tag.UPOS == news.VERB:
		low := strings.ToLower(word)
		if lemma := lex.VerbLemma(low); lemma != "" || low != word {
			return lemma
		}
		return lex.AllWordClasses().VerbLemma(word)
	case tag.XPOS == news.NNS:
		return lex.AllWordClasses().PluralLemma(word)
	case tag.UPOS == news.ADJ && (tag.XPOS == news.JJR || tag.XPOS == news.JJS):
		return lex.AllWordClasses().GradeLemma(word)
	}
	return ""
}

// add finds the lemma of word: a listed one, or else by the scripts.
func (l *lemmatizer) add(t *Tagger, word string, f *lex.Form, tag *news.Tag, k *scratch) {
	if lemma := listedLemma(word, tag); lemma != "" {
		tag.Lemma = lemma
		return
	}
	k.keys = LemmaFeatures(k.keys[:0], f, *tag)
	t.lemmas.Scores(k.keys, &k.scores)
	s := &t.scripts[t.lemmas.Best(&k.scores)]
	if s.Cut > len(word) {
		tag.Lemma = word
		return
	}
	start := len(l.bytes)
	l.bytes = appendLemma(l.bytes, word, s)
	if string(l.bytes[start:]) == word {
		tag.Lemma, l.bytes = word, l.bytes[:start]
		return
	}
	l.todo = append(l.todo, pending{tag, start, len(l.bytes)})
}

// appendLemma applies s to word.
func appendLemma(b []byte, word string, s *Script) []byte {
	start := len(b)
	for _, r := range word {
		if r = text.Plain(r); s.Lower {
			r = unicode.ToLower(r)
		}
		b = utf8.AppendRune(b, r)
	}
	end := max(start, len(b)-s.Cut)
	for end > start && end < len(b) && !utf8.RuneStart(b[end]) {
		end--
	}
	return append(b[:end], s.Add...)
}

// finish gives the gathered lemmas to their tags.
func (l *lemmatizer) finish(tags []news.Tag) {
	all := string(l.bytes)
	for _, p := range l.todo {
		p.token.Lemma = all[p.start:p.end]
	}
}
