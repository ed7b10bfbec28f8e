package position

import (
	"rapporteur/internal/news"
	"rapporteur/internal/text"
)

// less is the most that is trusted what only may be a position.
const less = 0.45

// trust is how sure d is once its issue and holder are seen as a whole: an issue
// that says nothing by itself ("unacceptable", "give"), or a holder that nobody
// can be known by ("he", "what"), makes no fact.
func (f *finder) trust(d draft, terms []string) float32 {
	if f.UPOS(f.TokenAt(d.issue.Start)) == news.PUNCT && !f.quoteMark(f.TokenAt(d.issue.Start)) {
		return min(d.grade, less)
	}
	if f.asking(d.at) || f.guessed(d.at) || f.general(d.at) {
		return min(d.grade, less)
	}
	if len(terms) == 1 && f.meagre(f.headIn(d.issue)) {
		return min(d.grade, less)
	}
	if f.TimeOf(f.TokenAt(d.issue.Start)) != 0 && f.UPOS(f.TokenAt(d.issue.Start)) != news.VERB {
		return min(d.grade, less) // "since May [2010, and should be freed]"
	}
	if last := f.TokenAt(d.issue.End - 1); f.Tag(last).XPOS == news.POS || f.Lemma(last) == "to" || f.UPOS(last) == news.SCONJ || f.UPOS(last) == news.DET {
		return min(d.grade, less) // "had no plans to"
	}
	if d.holder.Chain == 0 {
		if h := f.headIn(d.holder.Span); f.UPOS(h) == news.PRON || f.UPOS(h) == news.DET || f.TimeOf(h) != 0 {
			return min(d.grade, less)
		}
	}
	return d.grade
}

// general reports whether clause t tells what is so whenever something is: "when
// veterans ask for help".
func (f *finder) general(t news.TokenID) bool {
	x := f.Tag(t).XPOS
	if x != news.VBP && x != news.VBZ || f.QuoteOf(t) != 0 {
		return false
	}
	for k := f.Kid(t); k != 0 && k < t; k = f.Next(k) {
		if l := f.Lemma(k); l == "when" || l == "whenever" {
			return true
		}
	}
	return false
}

// quoteMark reports whether t is a quotation mark or an opening bracket.
func (f *finder) quoteMark(t news.TokenID) bool {
	switch f.Word(t) {
	case "“", "\"", "‘", "'", "''", "``", "(", "[", "$", "£", "€":
		return true
	}
	return false
}

// guessed reports whether an adverb says that t is only likely.
func (f *finder) guessed(t news.TokenID) bool {
	for k := f.Kid(t); k != 0 && k < t; k = f.Next(k) {
		switch f.Lemma(k) {
		case "likely", "probably", "perhaps", "maybe", "possibly", "presumably":
			return true
		}
	}
	return false
}

// meagre reports whether word t, all that an issue says, says too little: an
// adjective, a participle, a verb that wants an object.
func (f *finder) meagre(t news.TokenID) bool {
	switch f.UPOS(t) {
	case news.ADJ, news.ADV, news.PRON, news.NUM:
		return true
	case news.VERB:
		return !f.lex.entire[f.Lemma(t)]
	}
	return false
}

// doubt is how much less sure a statement of d is for who makes it: a thing
// that "says" so, a private person who speaks of his own plans.
func (f *finder) doubt(d draft) float32 {
	switch h := f.headIn(d.holder.Span); {
	case d.holder.Chain == 0 && !f.isBody(h) && !f.UnknownName(h) && f.UPOS(h) != news.PRON:
		return 0.2
	case f.expert(d.holder, h):
		return 0.3
	case d.stance == news.Promise && !f.political(d.holder):
		return 0.2
	}
	return 0
}

// expert reports whether the holder with head h is somebody who judges affairs
// of others by trade: analysts, a professor.
func (f *finder) expert(p news.Party, h news.TokenID) bool {
	if f.lex.private[f.Lemma(h)] {
		return true
	}
	c := f.a.Chain(p.Chain)
	return c != nil && c.Kind == news.Person && len(c.Offices) > 0 && !f.political(p)
}

// headIn is the head of the words of s: the one that hangs on a word outside.
func (f *finder) headIn(s text.Span) news.TokenID {
	first := f.TokenAt(s.Start)
	for t := first; t <= f.Len() && f.Span(t).End <= s.End; t++ {
		if h := f.Head(t); h < first || f.Span(h).Start >= s.End {
			return t
		}
	}
	return first
}
