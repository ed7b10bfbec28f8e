package figure

import (
	"rapporteur/internal/news"
	"rapporteur/internal/text"
)

// aside reports whether sentence s is of a kind of text whose numbers are seldom
// news: a line of a list or table, of verse, an instruction to the reader, a report
// of play.
func (f *finder) aside(s *news.Sentence) bool {
	return f.isList(s) || f.isVerse(s) || f.instructs(s) || f.plays(s)
}

// isVerse reports whether lines of verse are run together with strokes: "rode out to
// war, / rode home to tea".
func (f *finder) isVerse(s *news.Sentence) bool {
	if f.Word(s.First) == "/" {
		return true
	}
	for t := s.First + 1; t < s.Last; t++ {
		if f.Word(t) == "/" && f.Span(t-1).End < f.Span(t).Start && f.Span(t).End < f.Span(t+1).Start {
			return true
		}
	}
	return false
}

// instructs reports whether s tells its reader, and nobody in the report, what to do:
// it opens with a bare verb that is its root and has no subject ("Divide the mixture
// between 12 cases").
func (f *finder) instructs(s *news.Sentence) bool {
	t := s.First
	return f.Tag(t).XPOS == news.VB && f.Rel(t) == news.Root && f.Child(t, news.Nsubj, news.NsubjPass, news.Aux) == 0 &&
		f.QuoteOf(t) == 0 && !f.a.Doc.Headline.Contains(s.Span)
}

// plays reports whether a word of s is one of play or of the kitchen.
func (f *finder) plays(s *news.Sentence) bool {
	for t := s.First; t <= s.Last; t++ {
		if u := f.UPOS(t); (u == news.NOUN || t == s.First && u == news.PROPN) && f.data.play[f.Lemma(t)] {
			return true
		}
	}
	return false
}

// idleCount reports whether n counts what is no news: what is scored in play, all of
// nothing ("100 percent with them"), a noun in the singular, or by how much one
// count is above another ("two fewer than agreed").
func (f *finder) idleCount(n quantity, of text.Span) bool {
	if h := f.headNoun(n); f.Tag(h).XPOS == news.JJR && f.lower(h) != "more" {
		return true
	}
	return n.unit == "" && f.data.scored[f.Lemma(f.headNoun(n))] || n.unit == "%" && n.value == 100 && of.IsZero() || f.disagrees(n)
}

// disagrees reports whether the noun that n counts is singular though there are
// several of it ("3 Coy", "5 piece"): in good English the number is then a name, or
// describes another noun.
func (f *finder) disagrees(n quantity) bool {
	h := n.last + 1
	if u := f.UPOS(h + 1); u == news.NOUN || u == news.PROPN {
		return false // "five fire engines"
	}
	if n.unit != "" || n.value <= 1 && n.high == 0 || f.headNoun(n) != h || f.QuoteOf(h) != 0 {
		return false
	}
	switch f.Tag(h).XPOS {
	case news.NN:
		return f.Lemma(h) == f.lower(h) && !f.data.plurals[f.lower(h)]
	case news.NNP:
		return f.MentionOf(h) == 0
	}
	return false
}
