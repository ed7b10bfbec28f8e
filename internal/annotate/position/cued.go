package position

import (
	"slices"
	"strings"

	"rapporteur/internal/news"
	"rapporteur/internal/text"
)

// What the quotes know of an act where the tree is at a loss: who speaks at the
// verb, and which words are his.

// cueing lists the quotes that have a cue, by where it stands.
func (f *finder) cueing() []news.QuoteID {
	var ids []news.QuoteID
	for i := range f.a.Quotes {
		if q := &f.a.Quotes[i]; !q.Cue.IsZero() && !q.Speaker.IsZero() {
			ids = append(ids, news.QuoteID(i+1))
		}
	}
	slices.SortStableFunc(ids, func(a, b news.QuoteID) int { return int(f.a.Quote(a).Cue.Start - f.a.Quote(b).Cue.Start) })
	return ids
}

// quoteAt is the quote whose cue is word t, nil for none.
func (f *finder) quoteAt(t news.TokenID) *news.Quote {
	at := f.Span(t).Start
	i, ok := slices.BinarySearchFunc(f.cues, at, func(id news.QuoteID, at int32) int { return int(f.a.Quote(id).Cue.Start - at) })
	if !ok {
		return nil
	}
	return f.a.Quote(f.cues[i])
}

// teller is who speaks at cue t of a quote; not at an "-ing" form or relative
// clause that tells of a thing: "rules [urging] firms to", "a map that [promises]".
func (f *finder) teller(t news.TokenID) news.Party {
	q := f.quoteAt(t)
	if q == nil || !f.known(q.Speaker) || q.Span().Start < f.Span(t).End || f.UPOS(f.subject(t)) == news.PRON {
		return news.Party{}
	}
	if r := f.Rel(t); r == news.Acl || r == news.AclRelcl {
		return news.Party{}
	}
	if f.ofThing(q, t) {
		return news.Party{}
	}
	switch f.Lemma(f.TokenAt(q.Speaker.Span.Start) - 1) {
	case "who", "which": // "the man, who [police] said had left, and thanked"
		return news.Party{}
	}
	return q.Speaker
}

// ofThing reports whether cue t of q has a thing for its subject, which its
// speaker only tells of: "[the rules] called for an inquiry, officials said".
func (f *finder) ofThing(q *news.Quote, t news.TokenID) bool {
	s := f.Child(t, news.Nsubj)
	return f.gathered(t) != 0 || s != 0 && s < t && f.UPOS(s) == news.NOUN && !q.Speaker.Span.Contains(f.Span(s))
}

// cued makes a position of act t whose object the tree does not have, where the
// quote that t opens has its words: "has condemned [shots fired at the port]".
func (f *finder) cued(t news.TokenID, acts []*entry) {
	q := f.quoteAt(t)
	if q == nil || !f.known(q.Speaker) || q.Form == news.Direct || q.Negated || q.Hedged || f.ofThing(q, t) || len(q.Parts) != 1 || q.Parts[0].Start < f.Span(t).End {
		return
	}
	for _, e := range acts {
		if e.weak || e.adj || e.lemma == "accuse" || e.lemma == "charge" || e.stance == news.Threaten || !f.Lexical(t, e.lemma) || f.particled(t, e) {
			continue
		}
		if strings.Contains(e.lemma, " ") && q.Cue.End == f.Span(t).End { // "say no" where the cue is only "said"
			continue
		}
		stance, ok := f.stance(t, e)
		h := f.headIn(q.Parts[0])
		if !ok || f.void(h, e) || f.isLong(h) || f.adverbial(f.TokenAt(q.Parts[0].Start)) {
			return
		}
		if f.lex.insisting[e.lemma] {
			if stance = f.insisted(h); stance == "" {
				return
			}
		}
		d := draft{holder: q.Speaker, stance: stance, issue: f.unmarked(q.Parts[0]), target: q.Addressee, at: t, rule: "position/" + e.lemma, grade: 0.6}
		if !f.political(q.Speaker) {
			d.grade = less
		}
		f.add(d)
		return
	}
}

// unmarked is s without the "to" or "that" that opens it.
func (f *finder) unmarked(s text.Span) text.Span {
	if t := f.TokenAt(s.Start); f.Lemma(t) == "to" || f.Lemma(t) == "that" && f.UPOS(t) == news.SCONJ {
		s.Start = f.Span(t + 1).Start
	}
	return s
}

// adverbial reports whether word t opens what is no object: "charged [after]
// she was filmed".
func (f *finder) adverbial(t news.TokenID) bool {
	switch f.UPOS(t) {
	case news.ADP, news.ADV:
		return true
	case news.SCONJ:
		return f.Lemma(t) != "that"
	}
	return false
}

// known reports whether speaker p is somebody who can hold a position: a chain,
// or a noun for people or a body.
func (f *finder) known(p news.Party) bool {
	if f.UPOS(f.headIn(p.Span)) == news.PRON {
		c := f.a.Chain(p.Chain)
		return c != nil && c.Named
	}
	return p.Chain != 0 || !f.party(f.headIn(p.Span)).IsZero()
}
