package position

import (
	"cmp"
	"slices"
	"strings"

	"rapporteur/internal/annotate/grammar"
	"rapporteur/internal/annotate/stance"
	"rapporteur/internal/news"
	"rapporteur/internal/text"
)

// Positions reads all layers up to Credits, through their index v, and clauses that
// no rule knows by the model m, nil for none; returns the Positions layer, by place
// of the issue.
func Positions(v *grammar.View, m *stance.Model) []news.Position {
	a := v.A
	if a.Done&news.Arcs == 0 {
		return nil
	}
	f := newFinder(v)
	f.stances = m
	for t := news.TokenID(1); t <= f.Len(); t++ {
		switch f.UPOS(t) {
		case news.VERB, news.ADJ:
			if !f.idiomatic(t) {
				f.act(t)
			}
			f.branded(t)
			f.pledged(t)
			f.retold(t)
			f.stirred(t)
			f.claimed(t)
			f.unlessMet(t)
			f.granted(t)
			if f.asNoun(t) {
				f.noun(t)
			}
		case news.INTJ:
			if f.greeted(t) != 0 {
				f.act(t)
			}
		case news.AUX:
			f.idiomatic(t)
		case news.NOUN:
			f.noun(t)
		}
	}
	for i := range a.Quotes {
		f.statement(news.QuoteID(i + 1))
	}
	f.shared()
	f.lean()
	return f.tidy()
}

func newFinder(v *grammar.View) *finder {
	f := &finder{View: v, a: v.A, lex: load()}
	f.cues, f.spoke, f.public = f.cueing(), f.speaking(), f.affairs()
	f.took = make([]news.QuoteID, len(v.A.Sentences)+1)
	return f
}

type finder struct {
	*grammar.View
	a   *news.Analysis
	lex *lexicon
	out []news.Position

	acted []news.TokenID // the word that takes each position of out

	stances *stance.Model // nil for rules alone

	public bool // the report is about public affairs

	cues  []news.QuoteID // quotes with a cue, by its place
	spoke []news.QuoteID // by sentence: a quote of a known speaker in it

	reading news.QuoteID   // the quote that is read, 0 outside of them
	took    []news.QuoteID // by sentence: the last quote read that took a position there
}

// draft is a position in the making.
type draft struct {
	holder news.Party
	stance news.Stance
	issue  text.Span
	target news.Party
	at     news.TokenID // the word that takes the position
	rule   string
	grade  float32
}

// add keeps d when it has a holder and an issue.
func (f *finder) add(d draft) {
	d.issue = f.paired(f.unheaded(f.untailed(f.curtailed(f.unshared(f.whole(f.clipped(d).Trim(f.a.Doc.Text))), d.at))))
	d.holder, d.target = f.unmarkedParty(d.holder), f.unmarkedParty(d.target)
	if t := f.TokenAt(d.issue.Start); f.Tag(t).XPOS == news.VBG && t > 1 && f.Word(t-1) == "," && f.lex.afterthought[strings.ToLower(f.Word(t))] {
		return // "opposed it, [arguing] that": an afterthought
	}
	if at := f.Span(d.at); d.holder.Chain == 0 && d.holder.Span.Contains(at) && d.holder.Span.Start < at.Start {
		d.holder.Span.End = at.Start
		if k := d.at - 1; f.UPOS(k) == news.ADP || f.UPOS(k) == news.SCONJ || f.Lemma(k) == "who" || f.Lemma(k) == "which" || f.Lemma(k) == "that" {
			d.holder.Span.End = f.Span(k).Start
		}
		d.holder.Span = d.holder.Span.Trim(f.a.Doc.Text)
	}
	if s := d.holder.Span; s.Start < d.issue.Start && s.End >= d.issue.End && f.TokenAt(d.issue.Start) > 1 { // "demands from [workers] for higher pay"
		d.holder.Span.End = f.Span(f.TokenAt(d.issue.Start) - 1).Start
		d.holder.Span = d.holder.Span.Trim(f.a.Doc.Text)
	}
	if d.target.Chain != 0 && d.target.Chain == d.holder.Chain {
		d.target = news.Party{} // "we should": asked of nobody else
	}
	d.issue = f.withThatAs(d.issue)
	if d.holder.IsZero() || d.issue.Len() < 3 {
		return
	}
	terms := f.terms(d.issue)
	if len(terms) == 0 {
		return
	}
	p := news.Position{
		Holder: d.holder, SpeaksFor: f.speaksFor(d.holder), Stance: d.stance, Issue: d.issue, Terms: terms,
		Target: d.target, Sentence: f.SentenceOf(d.at), Rule: d.rule, Confidence: f.trust(d, terms),
	}
	if q := f.a.Quote(f.QuoteOf(d.at)); q != nil {
		p.Quote, p.Said, p.Via = f.QuoteOf(d.at), q.Said, q.Via
		if !sameParty(q.Speaker, d.holder) && !q.Speaker.IsZero() {
			p.Via = append(slices.Clone(p.Via), q.Speaker)
		}
	}
	f.out, f.acted = append(f.out, p), append(f.acted, d.at)
	f.took[p.Sentence] = f.reading
}

// clipped is the issue of d without what stands behind the words of the quote
// that d is taken from: "resume talks[, officials said]".
func (f *finder) clipped(d draft) text.Span {
	q := f.a.Quote(f.QuoteOf(d.at))
	if q == nil {
		return d.issue
	}
	at := f.Span(d.at)
	if d.issue.Contains(q.Cue) && !q.Cue.IsZero() && q.Cue.End <= at.Start { // the tree hung the words of the cue within it
		for _, p := range q.Parts {
			if p.Contains(at) {
				d.issue.Start = max(p.Start, d.issue.Start)
			}
		}
	}
	for _, p := range q.Parts {
		if p.Contains(at) && d.issue.Start >= p.Start && d.issue.Start < p.End && d.issue.End > p.End {
			d.issue.End = p.End
		}
	}
	return d.issue
}

// unmarkedParty is p without a "that" that only opens its clause: "said [that] officials should".
func (f *finder) unmarkedParty(p news.Party) news.Party {
	t := f.TokenAt(p.Span.Start)
	if p.Span.Len() > 0 && p.Chain == 0 && f.Word(t) == "that" && f.Span(t+1).End <= p.Span.End && f.Tag(f.headIn(p.Span)).XPOS == news.NNS {
		p.Span.Start = f.Span(t + 1).Start
	}
	return p
}

// whole is issue s with all of a name that it begins or ends in: the tree may hang
// half of it elsewhere.
func (f *finder) whole(s text.Span) text.Span {
	if s.Len() == 0 {
		return s
	}
	for _, t := range [2]news.TokenID{f.TokenAt(s.Start), f.TokenAt(s.End - 1)} {
		m := f.a.Mention(f.MentionOf(t))
		if m == nil || m.Form != news.Name || f.SentenceOf(m.First) != f.SentenceOf(m.Last) || m.Last-m.First > 8 {
			continue
		}
		if f.Tag(m.Last).XPOS != news.POS && f.QuoteOf(m.First) == f.QuoteOf(m.Last) {
			s = s.Cover(f.Cover(m.First, m.Last))
		}
	}
	return s
}

func sameParty(a, b news.Party) bool {
	return a.Chain != 0 && a.Chain == b.Chain || a.Chain == 0 && b.Chain == 0 && a.Span == b.Span
}

// speaksFor is the state or body that a holder stands for, by what he belongs
// to or by his office.
func (f *finder) speaksFor(p news.Party) news.ChainID {
	if p.Chain == 0 {
		return p.Of
	}
	c := f.a.Chain(p.Chain)
	if c == nil || c.Kind != news.Person && c.Named {
		return 0
	}
	if c.Of != 0 {
		return c.Of
	}
	for i := range c.Offices {
		if c.Offices[i].Tense == "" && c.Offices[i].OfChain != 0 {
			return c.Offices[i].OfChain
		}
	}
	return 0
}

// party is who stands at noun or pronoun t as a holder or target; "we" and "I"
// inside a quote are its speaker.
func (f *finder) party(t news.TokenID) news.Party {
	if t == 0 {
		return news.Party{}
	}
	id := f.NamedAt(t)
	if id == 0 {
		id = f.MentionOf(t)
	}
	if m := f.a.Mention(id); m != nil && m.Chain != 0 && !f.deeper(t, m) {
		if n := f.a.Mention(f.NamedAt(f.Head(t))); f.Rel(t) == news.Appos && m.Form != news.Name && n != nil && n.Form == news.Name && n.Chain != 0 {
			return f.PartyAt(n) // "Varnia First, [a party] that opposes"
		}
		return f.PartyAt(m)
	}
	if n := f.a.Mention(f.NamedAt(f.Head(t))); f.Rel(t) == news.Appos && f.UPOS(t) == news.NOUN && n != nil && n.Form == news.Name && n.Chain != 0 && f.Head(t) < t {
		return f.PartyAt(n) // "Varnia First, [the group] that opposes", which is no mention
	}
	if n := f.renamed(t); n != nil {
		return f.PartyAt(n)
	}
	switch f.UPOS(t) {
	case news.PRON:
		if f.Tag(t).Feats&news.Person1 != 0 {
			return f.speakerAt(t)
		}
	case news.NOUN, news.PROPN:
		if o := f.Oblique(t, "of"); f.lex.counted[f.Lemma(t)] && o != 0 && !f.lex.holder[f.Lemma(o)] && !f.lex.self[f.Lemma(o)] {
			return news.Party{} // "hundreds of letters"
		}
		if f.isBody(t) || f.UnknownName(t) || f.lex.self[f.Lemma(t)] || f.lex.holder[f.Lemma(t)] || f.lex.notice[f.Lemma(t)] {
			return news.Party{Span: f.withNounsBefore(f.Phrase(t))}
		}
	case news.NUM:
		if o := f.Oblique(t, "of"); o != 0 && f.lex.holder[f.Lemma(o)] { // "40 of his MPs"
			return news.Party{Span: f.Phrase(t)}
		}
	}
	return news.Party{}
}

// deeper reports whether noun t only stands within mention m, which another noun
// heads: "strong opposition from [farmers]".
func (f *finder) deeper(t news.TokenID, m *news.Mention) bool {
	if m.Form == news.Name || f.UPOS(t) != news.NOUN || f.Rel(t) != news.Nmod {
		return false
	}
	h := f.Head(t)
	return h >= m.First && h <= m.Last && f.Marker(t) != "of"
}

// renamed is the name right before the comma behind which noun t only tells more
// of it, whatever the tree says: "[the Red Front], the group that claimed it".
func (f *finder) renamed(t news.TokenID) *news.Mention {
	if f.UPOS(t) != news.NOUN || !f.lex.self[f.Lemma(t)] && !f.lex.holder[f.Lemma(t)] || t+1 > f.Len() || f.Lemma(t+1) != "that" && f.Lemma(t+1) != "which" && f.Lemma(t+1) != "who" {
		return nil
	}
	first := f.TokenAt(f.Phrase(t).Start)
	for k := t - 1; k > 2 && k > t-8; k-- {
		if f.UPOS(k) == news.DET && f.Word(k-1) == "," {
			first = k
			break
		}
		if f.UPOS(k) != news.ADJ && f.UPOS(k) != news.NOUN {
			break
		}
	}
	if first < 3 || f.Word(first-1) != "," {
		return nil
	}
	if m := f.a.Mention(f.MentionOf(first - 2)); m != nil && m.Last == first-2 && m.Form == news.Name && m.Chain != 0 && m.Kind != news.Place && m.Kind != news.Person {
		return m
	}
	return nil
}

// withNounsBefore is noun phrase s with the singular nouns and the article right
// before it, which the tree hung elsewhere: "after [a flight] attendant accused".
func (f *finder) withNounsBefore(s text.Span) text.Span {
	k := f.TokenAt(s.Start)
	low := f.a.Sentence(f.SentenceOf(k)).First
	if f.UPOS(k) != news.NOUN {
		return s
	}
	for k > low && f.Tag(k-1).XPOS == news.NN && f.MentionOf(k-1) == 0 && f.TimeOf(k-1) == 0 {
		k--
	}
	if k > low && f.UPOS(k-1) == news.DET && f.Span(k).Start < s.Start {
		k--
	}
	return text.Span{Start: f.Span(k).Start, End: s.End}
}

// speakerAt is the speaker of the quote that covers t.
func (f *finder) speakerAt(t news.TokenID) news.Party {
	if q := f.a.Quote(f.QuoteOf(t)); q != nil {
		return q.Speaker
	}
	return news.Party{}
}

// tidy sorts by place and drops what says the same thing of the same issue, or
// of a part of it, again.
func (f *finder) tidy() []news.Position {
	slices.SortStableFunc(f.out, func(a, b news.Position) int {
		return cmp.Or(cmp.Compare(a.Issue.Start, b.Issue.Start), cmp.Compare(b.Issue.End, a.Issue.End), -cmp.Compare(a.Confidence, b.Confidence))
	})
	kept := f.out[:0]
	for _, p := range f.out {
		again := slices.ContainsFunc(kept, func(k news.Position) bool {
			return k.Stance == p.Stance && sameParty(k.Holder, p.Holder) && k.Issue.Contains(p.Issue) && k.Sentence == p.Sentence && (k.Confidence > less || k.Confidence >= p.Confidence)
		})
		if !again {
			kept = append(kept, p)
		}
	}
	return kept
}
