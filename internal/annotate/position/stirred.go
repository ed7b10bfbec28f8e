package position

import (
	"rapporteur/internal/news"
	"rapporteur/internal/text"
)

// What those who are angered or pleased by something think of it.

// stirred makes a position of verb t whose object is who feels it: "the levy [angered]
// growers", "his refusal to pay [delighted] the union".
func (f *finder) stirred(t news.TokenID) {
	l := f.Lemma(t)
	if !f.lex.angering[l] && !f.lex.pleasing[l] || f.UPOS(t) != news.VERB || f.Negated(t) || f.hypothetical(t) || f.Passive(t) || f.infinitive(t) {
		return
	}
	o := f.Object(t)
	if o < t || f.UPOS(o) != news.NOUN && f.UPOS(o) != news.PROPN {
		return
	}
	d := draft{stance: news.Accuse, at: t, rule: "position/stirred", grade: 0.55}
	if f.lex.pleasing[l] {
		d.stance = news.Support
	}
	if d.issue = f.stirring(t); d.issue.IsZero() {
		return
	}
	for _, k := range f.Conjuncts(o) {
		if d.holder = f.party(k); d.holder.IsZero() || !f.partisan(d.holder) {
			continue
		}
		f.add(d)
	}
}

// stirring is what stirs those whom verb t has for its object: what is done "by",
// "with" or "when", else a thing that is its subject.
func (f *finder) stirring(t news.TokenID) text.Span {
	for _, p := range [2]string{"by", "with"} {
		if g := f.gerundUnder(t, p); len(g) > 0 {
			return f.lone(g[0], false)
		}
		if o := f.Oblique(t, p); o > t && f.TimeOf(o) == 0 {
			return f.Phrase(o)
		}
	}
	s := f.subject(t)
	if s == 0 || s > t || f.UPOS(s) != news.NOUN || !f.party(s).IsZero() {
		return text.Span{}
	}
	return f.upToComma(f.Phrase(s), s)
}

// critics makes a position of the plural noun t of those who are known by what they
// are against or for, where they speak or act: "[critics] of the dam say".
func (f *finder) critics(t news.TokenID) {
	l := f.Lemma(t)
	if !f.lex.backing[l] && !f.lex.opposing[l] || f.Tag(t).XPOS != news.NNS || f.QuoteOf(t) != 0 || f.Rel(t) != news.Nsubj {
		return
	}
	h, o := f.Head(t), f.Oblique(t, "of")
	if f.UPOS(h) != news.VERB || o < t || o > h || f.TimeOf(o) != 0 || f.Negated(h) || f.hypothetical(h) {
		return
	}
	d := draft{stance: news.Support, at: t, rule: "position/advocate", grade: less, issue: f.upToComma(f.Phrase(o), o)}
	if f.lex.opposing[l] {
		d.stance = news.Reject
	}
	d.holder = news.Party{Span: text.Span{Start: f.Phrase(t).Start, End: f.Span(t).End}}
	f.add(d)
}

// felt is the clause without a "that" right behind adjective t of what somebody feels, which
// the tree set beside or above it: "I am disappointed [the judge did not see it]"; 0 for none.
func (f *finder) felt(t news.TokenID, e *entry) news.TokenID {
	if !e.adj || f.Child(t, news.Cop) == 0 || t+2 > f.Len() || f.Child(t, news.Ccomp, news.Xcomp) != 0 {
		return 0
	}
	switch f.UPOS(t + 1) {
	case news.DET, news.PROPN, news.PRON, news.NOUN:
	default:
		return 0
	}
	c := f.Child(t, news.Parataxis)
	if h := f.Head(t); c == 0 && h > t && f.Rel(t) == news.Advcl && f.QuoteOf(h) == f.QuoteOf(t) {
		c = h
	}
	if c < t || f.QuoteOf(c) != f.QuoteOf(t) || f.Child(c, news.Aux, news.Cop, news.AuxPass) == 0 && !f.tense(c) || f.commaBetween(t, c) {
		return 0
	}
	return c
}
