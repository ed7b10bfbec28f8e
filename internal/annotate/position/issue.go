package position

import (
	"strings"

	"rapporteur/internal/news"
	"rapporteur/internal/text"
)

// The words of an issue, from the head that stands in a slot.

// issueSpan is the words of the issue headed by h.
func (f *finder) issueSpan(h news.TokenID, slot string) text.Span {
	if f.Predicate(h) {
		if o := f.sufferer(h); slot == "xcomp" && o != 0 {
			return f.lone(h, true).Cover(f.Phrase(o)) // "ordered [the bridge to be closed]"
		}
		if s := f.Child(h, news.Nsubj, news.NsubjPass); slot == "ccomp" && (!f.isLong(h) || s != 0 && s < h && s+3 > h) {
			return f.withSubject(h, s)
		}
		return f.lone(h, true)
	}
	if h > 1 && f.Lemma(h-1) == "to" && slot == "xcomp" { // a verb that was taken for a noun
		_, last := f.Extent(h)
		if g := f.Head(h); g > h && f.UPOS(g) != news.VERB {
			_, last = f.Extent(g)
		}
		return f.Cover(h, max(last, f.runsTo(h)))
	}
	if f.Lemma(h) == "what" && !f.isLong(h) { // "condemned what he called a breach"
		return f.Clause(h)
	}
	if h2 := f.Child(h, news.Acl); slot == "need" && h2 != 0 {
		return f.Clause(h)
	}
	return f.withThat(h, f.withQuoted(h, f.withAim(h, f.hyphened(f.withOf(f.hyphened(f.Phrase(h)))))))
}

// runsTo is the last word of the clause that verb h, taken for a noun, opens: up
// to a comma, a mark, or a word that opens another clause.
func (f *finder) runsTo(h news.TokenID) news.TokenID {
	last := f.a.Sentence(f.SentenceOf(h)).Last
	for k := h + 1; k <= last; k++ {
		if strings.Contains(",;:.–—()", f.Word(k)) || subordinating[f.Lemma(k)] {
			return k - 1
		}
		switch f.Tag(k).XPOS {
		case news.VBD, news.VBZ, news.VBP, news.MD:
			return h
		}
	}
	return last
}

// withOf is noun phrase s with the "of" right behind it and its noun, which never
// belong to anything else: "the launch [of a balloon]".
func (f *finder) withOf(s text.Span) text.Span {
	k := f.TokenAt(s.End)
	if k+1 > f.Len() || f.Lemma(k) != "of" || f.SentenceOf(k) != f.SentenceOf(k-1) || f.QuoteOf(k) != f.QuoteOf(k-1) {
		return s
	}
	if o := f.behind(k); o != 0 {
		return text.Span{Start: s.Start, End: f.Span(o).End}
	}
	return s
}

// hyphened is s with what a hyphen joins to its last word: "against fact[-checking]".
func (f *finder) hyphened(s text.Span) text.Span {
	k := f.TokenAt(s.End)
	if k+1 > f.Len() || f.Word(k) != "-" || f.Span(k).Start != s.End || f.Span(k+1).Start != f.Span(k).End {
		return s
	}
	return text.Span{Start: s.Start, End: f.Span(k + 1).End}
}

// withQuoted is noun phrase s of h with the words between quotation marks right
// behind it, which go on with it: "asked that the council hold [“urgent talks”]", where
// "hold" was taken for the noun.
func (f *finder) withQuoted(h news.TokenID, s text.Span) text.Span {
	k := f.TokenAt(s.End)
	if w := f.Word(k); k > f.Len() || w != "\"" && w != "“" && w != "‘" {
		return s
	}
	if a := f.Child(h, news.Appos); a > k {
		return s.Cover(f.Phrase(a))
	}
	return s
}

// withAim is noun phrase s of h with what it is done to, where h is a verb that
// was taken for a noun and the tree hung that on the verb above: "accused of
// firing [on the camp]".
func (f *finder) withAim(h news.TokenID, s text.Span) text.Span {
	p := h + 1
	if !strings.HasSuffix(f.Word(h), "ing") || f.TokenAt(s.End) != p || p > f.Len() || f.SentenceOf(p) != f.SentenceOf(h) {
		return s
	}
	switch f.Lemma(p) {
	case "on", "at", "into", "against":
	default:
		return s
	}
	o := f.Head(p)
	if o <= p || f.Rel(p) != news.Case || f.TimeOf(o) != 0 || f.Head(o) >= h {
		return s
	}
	return s.Cover(f.Phrase(o))
}

// withThat is noun phrase s of h with the "that" clause behind it, which says
// what a report or charge is: "reports [that it had agreed]".
func (f *finder) withThat(h news.TokenID, s text.Span) text.Span {
	if !f.lex.alleged[f.Lemma(h)] {
		return s
	}
	k := f.TokenAt(s.End)
	if k <= f.Len() && f.Lemma(k) == "of" && f.Head(k) > k { // "denied rumours on the radio [of a landing]"
		_, last := f.Extent(f.Head(k))
		return s.Cover(f.Cover(k, last))
	}
	k = h + 1
	if k > f.Len() || f.Lemma(k) != "that" || f.SentenceOf(k) != f.SentenceOf(h) {
		return s
	}
	p := f.Head(k)
	if p <= k || !f.Predicate(p) {
		return s
	}
	_, last := f.Extent(p)
	for last > p && f.UPOS(last) == news.PUNCT {
		last--
	}
	return s.Cover(f.Cover(k, last))
}
