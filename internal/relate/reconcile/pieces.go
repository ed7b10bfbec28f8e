package reconcile

import (
	"strings"
	"unicode/utf8"

	"rapporteur/internal/news"
	"rapporteur/internal/relate/lists"
)

// quotedPieces are the words between the quotation marks of a mixed quote, each piece
// cut: he called it "a grave error" has one.
func quotedPieces(s string, form news.QuoteForm) (out []phrase) {
	if form != news.Mixed {
		return nil
	}
	for rest := s; ; {
		_, behind, opened := cutAny(rest, "\"“")
		piece, next, closed := cutAny(behind, "\"”")
		if !opened || !closed {
			return out
		}
		if p := cut(piece); len(p.words) > 0 {
			out = append(out, p)
		}
		rest = next
	}
}

// cutAny is strings.Cut around the first of marks.
func cutAny(s, marks string) (before, after string, found bool) {
	i := strings.IndexAny(s, marks)
	if i < 0 {
		return s, "", false
	}
	_, n := utf8.DecodeRuneInString(s[i:])
	return s[:i], s[i+n:], true
}

// citedIn counts the pieces of a that stand in b as well, one word after the other,
// their words, and of those the ones with content.
func (a *utterance) citedIn(b *utterance) (pieces, words, content int) {
	for i := range a.pieces {
		if p := &a.pieces[i]; len(p.words) > 1 && within(p.words, b.words) {
			pieces, words, content = pieces+1, words+len(p.words), content+len(p.content)
		}
	}
	return pieces, words, content
}

// cited is the number of words that one of two quotes puts between quotation marks
// and that stand in the other, 0 where fewer than two of them carry content; two tells
// whether they are of two pieces.
func (a *utterance) cited(b *utterance) (n int, two bool) {
	pieces, n, content := a.citedIn(b)
	if p, m, c := b.citedIn(a); m > n {
		pieces, n, content = p, m, c
	}
	if content < 2 {
		return 0, false
	}
	return n, pieces > 1
}

// sentencesOf are the content words of each sentence of a direct quote that has
// several.
func sentencesOf(s string, form news.QuoteForm) (out [][]uint32) {
	if form != news.Direct {
		return nil
	}
	parts := sentencesIn(s)
	if len(parts) < 2 || len(parts) > mostSentences {
		return nil
	}
	for _, p := range parts {
		if c := cut(p).content; len(c) >= sentenceWords {
			out = append(out, c)
		}
	}
	return out
}

const (
	sentenceWords = 4   // content words of a sentence that two translations can be told by
	mostSentences = 40  // of a quote, or clauses, that are held against those of another
	sentenceAlike = 0.8 // part of them that both translations have
)

// clausesOf are the content words of each clause, between commas, of a quote that
// only reports what was said.
func clausesOf(s string, form news.QuoteForm) (out [][]uint32) {
	if form == news.Direct {
		return nil
	}
	for i, p := range strings.FieldsFunc(s, func(r rune) bool { return r == ',' || r == ';' }) {
		if c := cut(p).content; i < mostSentences && len(c) >= sentenceWords {
			out = append(out, c)
		}
	}
	return out
}

// oneClause reports whether two quotes that report what was said have a clause
// each that says the same: half of its words, four at least.
func (a *utterance) oneClause(b *utterance) bool {
	for _, s := range a.clauses {
		for _, t := range b.clauses {
			if n := lists.Common(s, t); n >= sentenceWords && 2*n >= min(len(s), len(t)) {
				return true
			}
		}
	}
	return false
}

// oneSentence reports whether a sentence of one quote is one of the other, in nearly
// the same words: two translations of a statement, cut in two places.
func (a *utterance) oneSentence(b *utterance) bool {
	if a.form != news.Direct || b.form != news.Direct {
		return false
	}
	x, y := a.sentences, b.sentences
	if len(x) == 0 {
		x = [][]uint32{a.content}
	}
	if len(y) == 0 {
		y = [][]uint32{b.content}
	}
	for _, s := range x {
		for _, t := range y {
			if least := min(len(s), len(t)); least >= sentenceWords && float32(lists.Common(s, t)) >= sentenceAlike*float32(least) {
				return true
			}
		}
	}
	return false
}

// citesOne says whether words that one of two quotes of a story cites out of the
// other make them one: the less is known of the speakers, the more of them.
func (c *reconciler) citesOne(a, b *utterance, l likeness, degree int) bool {
	if a.story != b.story {
		return false
	}
	n, two := a.cited(b)
	switch degree {
	case one:
		return n >= 3 || n == 2 && l.common >= 3
	case alike, kindred:
		return n >= 3
	case unknown:
		return n >= 5 || n == 4 && two
	}
	return false
}
