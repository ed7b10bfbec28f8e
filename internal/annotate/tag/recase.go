package tag

import (
	"unicode"
	"unicode/utf8"

	"rapporteur/internal/annotate/lex"
	"rapporteur/internal/news"
)

// recaser writes sentences in title case or in capitals as running text would,
// so that the tagger, which learned from running text, can trust capitals:
//
//	Brenn Says Envoys Will Leave -> Brenn says envoys will leave
//
// What the rest of the report writes small becomes small and what it writes
// with a capital keeps it; other words go by the dictionary and the hints.
type recaser struct {
	t     *Tagger
	seen  map[uint64]cases // by the word in small letters
	forms []lex.Form
	buf   []byte
}

// cases says how running text writes a word.
type cases uint8

const (
	seenSmall cases = 1 << iota
	seenTitle
	seenUpper
)

// shortest is how many tokens a headline has at least; what is shorter is more
// often a name, a label or a signature.
const shortest = 5

// Loud reports whether a sentence is a headline or written in capitals: the rest
// of its report has a say in how it is read.
func Loud(forms []lex.Form) bool { return len(forms) >= shortest && loudness(forms) != 0 }

// quiet gives the forms of the tokens of s as running text would write them;
// those of other sentences are left as they are.
func (r *recaser) quiet(a *news.Analysis, forms []lex.Form, s news.Sentence) []lex.Form {
	first, last := int(s.First-1), int(s.Last)
	if !Loud(forms[first:last]) {
		return forms[first:last]
	}
	if r.seen == nil {
		r.read(a, forms)
	}
	r.forms = append(r.forms[:0], forms[first:last]...)
	for i := range r.forms {
		if r.forms[i].Marks&(lex.Title|lex.Upper) == 0 {
			continue
		}
		word := a.Word(news.TokenID(first + i + 1))
		switch small, sure := r.small(&r.forms[i]); {
		case small && i > 0:
			r.forms[i] = r.form(word, false)
		case r.forms[i].Marks&lex.Upper != 0 && (sure || small) && utf8.RuneCountInString(word) > 1:
			r.forms[i] = r.form(word, true)
		}
	}
	return r.forms
}

// read takes down how the sentences of running text write their words.
func (r *recaser) read(a *news.Analysis, forms []lex.Form) {
	r.seen = map[uint64]cases{}
	for _, s := range a.Sentences {
		first, last := int(s.First-1), int(s.Last)
		if loudness(forms[first:last]) != 0 {
			continue
		}
		for i := first; i < last; i++ {
			switch f := &forms[i]; {
			case f.Marks&lex.Small != 0:
				r.seen[f.Lower] |= seenSmall
			case f.Marks&lex.Upper != 0:
				r.seen[f.Lower] |= seenUpper
			case f.Marks&lex.Title != 0 && i > first:
				r.seen[f.Lower] |= seenTitle
			}
		}
	}
}

// small reports whether running text would write the word of f small; sure,
// that it would write it with one capital.
func (r *recaser) small(f *lex.Form) (small, sure bool) {
	switch r.seen[f.Lower] {
	case seenSmall:
		return true, false
	case seenTitle:
		return false, true
	case seenUpper:
		return false, false
	}
	row := r.t.words.Row(WordKey(f))
	if row == nil {
		return false, lex.AllHints().Hint(f) != 0
	}
	name, total := 0, 0
	for ; len(row) >= 2; row = row[2:] {
		n := abs(int8(row[1]))
		total += n
		if r.t.Labels[row[0]].UPOS == news.PROPN {
			name += n
		}
	}
	return 2*name < total, 2*name >= total
}

func abs(n int8) int {
	if n < 0 {
		return -int(n)
	}
	return int(n)
}

// form is the Form of word in small letters, its first letter apart.
func (r *recaser) form(word string, capital bool) lex.Form {
	r.buf = r.buf[:0]
	for i, c := range word {
		if i > 0 || !capital {
			c = unicode.ToLower(c)
		}
		r.buf = utf8.AppendRune(r.buf, c)
	}
	return lex.FormOf(string(r.buf))
}
