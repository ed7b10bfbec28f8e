package reconcile

import (
	"slices"
	"strings"
	"unicode"

	"rapporteur/internal/news"
	"rapporteur/internal/relate/lists"
	"rapporteur/internal/text"
)

// rendering is how one report words an utterance, cut so that it can be held
// against that of another.
type rendering struct {
	form      news.QuoteForm
	letters   string // letters and digits alone, in lower case
	pieces    []string
	sentences []wordedSentence
	counted   bool // a number or a day is told in it
}

// wordedSentence is one sentence of a rendering.
type wordedSentence struct {
	letters string
	words   []uint32 // stems of the words that make a wording, sorted, each once
	content []uint32 // of them, those that carry content
	all     []uint32 // all words, sorted, each once
}

// wordsOf cuts a rendering; pieces are the words between quotation marks.
//
//	he would "sleep beneath that wall" -> letters "hewouldsleep...", one piece
func wordsOf(s string, form news.QuoteForm) rendering {
	r := rendering{form: form, letters: letters(s)}
	for i, part := range strings.FieldsFunc(s, func(c rune) bool { return strings.ContainsRune("\"“”", c) }) {
		opened := strings.ContainsAny(s[:1], "\"“") || strings.HasPrefix(s, "“")
		if (i%2 == 0) == opened && strings.Contains(strings.TrimSpace(part), " ") {
			r.pieces = append(r.pieces, letters(part))
		}
	}
	for _, part := range sentencesIn(s) {
		if w := worded(part); len(w.content) > 0 {
			r.sentences = append(r.sentences, w)
		}
	}
	return r
}

// sentencesIn cuts s at the marks that end sentences.
func sentencesIn(s string) (out []string) {
	start := 0
	for i, c := range s {
		if !strings.ContainsRune(".!?…", c) || c == '.' && initials(s[start:i]) {
			continue
		}
		if rest := s[i+len(string(c)):]; rest == "" || !wordAt(rest, 0) {
			out = append(out, s[start:i])
			start = i + len(string(c))
		}
	}
	return append(out, s[start:])
}

// initials reports whether s ends in letters with points between them, or in one
// letter: "U.N", "J".
func initials(s string) bool {
	w := s[strings.LastIndexByte(s, ' ')+1:]
	return len(w) == 1 && w != "I" || strings.Contains(w, ".")
}

func worded(s string) (w wordedSentence) {
	p := cut(s)
	w.letters, w.content, w.all = letters(s), p.content, sorted(slices.Clone(p.words))
	w.words = slices.Clone(w.content)
	for _, f := range strings.Fields(s) {
		if f = fold(strings.Trim(f, ",;:'‘’()")); placing[f] {
			w.words = append(w.words, hash(stem(f)))
		}
	}
	w.words = sorted(w.words)
	return w
}

// letters are the letters and digits of s, in lower case.
func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(text.Plain(r))
		}
		return -1
	}, s)
}

// likeWording says how two renderings of one utterance stand to each other.
type likeWording uint8

const (
	elsewhere  likeWording = iota // they render other sentences of it
	sameWords                     // one is the other, or cut from it
	otherWords                    // one sentence, otherwise worded
)

// compare holds two renderings against each other. Words that stand between
// quotation marks decide where there are some; a sentence that is only cut is
// not otherwise worded, and one reported in fewer words is not either.
func (a *rendering) compare(b *rendering) likeWording {
	if strings.Contains(a.letters, b.letters) || strings.Contains(b.letters, a.letters) || a.cites(b) || b.cites(a) {
		return sameWords
	}
	best := elsewhere
	for i := range a.sentences {
		x := &a.sentences[i]
		if y := x.nearest(b.sentences); y != nil {
			best = max(best, x.compare(y, a.form != news.Indirect && b.form != news.Indirect))
		}
	}
	if best == otherWords && a.form == news.Indirect && b.form == news.Indirect && a.longer(b) {
		return sameWords
	}
	return best
}

// cites reports whether all that a puts between quotation marks stands in b.
func (a *rendering) cites(b *rendering) bool {
	return len(a.pieces) > 0 && !slices.ContainsFunc(a.pieces, func(p string) bool { return !strings.Contains(b.letters, p) })
}

// longer reports whether one of two reports of what was said only tells it at
// more length: it has all that the other says, or twice as many words. What is
// counted and dated is told in many ways, and of it few words more are length.
func (a *rendering) longer(b *rendering) bool {
	x, y := a.content(), b.content()
	least, most, common := min(len(x), len(y)), max(len(x), len(y)), lists.Common(x, y)
	if a.counted || b.counted {
		return common == least || most-common > fewWords
	}
	return common == least || most > 2*least
}

func (a *rendering) content() (all []uint32) {
	for i := range a.sentences {
		all = append(all, a.sentences[i].content...)
	}
	return sorted(all)
}

// nearest is the sentence with most words in common, half of those of the
// shorter at least; nil where there is none.
func (w *wordedSentence) nearest(in []wordedSentence) (best *wordedSentence) {
	most := 0
	for i := range in {
		if n := lists.Common(w.content, in[i].content); n > most && 2*n >= min(len(w.content), len(in[i].content)) {
			best, most = &in[i], n
		}
	}
	return best
}

// compare holds two sentences against each other. Both must have a word that
// the other lacks, and neither be cut short where the other goes on; of words
// that both reports quote, one more in the midst will do.
func (w *wordedSentence) compare(o *wordedSentence, quoted bool) likeWording {
	n := lists.Common(w.words, o.words)
	x, y := len(w.words)-n, len(o.words)-n
	switch {
	case strings.Contains(w.letters, o.letters) || strings.Contains(o.letters, w.letters) || quoted && (overhang(w.letters, o.letters) || overhang(o.letters, w.letters)):
		return sameWords
	case quoted && max(len(w.words), len(o.words)) > 2*min(len(w.words), len(o.words)):
		return sameWords // one quotes so much less that it may be another sentence
	case x > 0 && y > 0, quoted && x+y > 0:
		return otherWords
	case quoted: // "no error", "not an error"
		all := lists.Common(w.all, o.all)
		if rest := len(w.all) + len(o.all) - 2*all; 4*rest >= len(w.all)+len(o.all) {
			return otherWords
		}
	}
	return sameWords
}

// overhang reports whether b goes on where a ends, with most of the shorter in
// both: one sentence cut at two ends.
func overhang(a, b string) bool {
	least := (min(len(a), len(b)) + 1) / 2
	for n := min(len(a), len(b)); n >= least && n > 0; n-- {
		if strings.HasSuffix(a, b[:n]) {
			return true
		}
	}
	return false
}
