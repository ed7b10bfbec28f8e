// Package grammar lets the stages walk the dependency trees of a report and
// see what the layers say at a token, without searching for it each time.
//
//	Peskov said Lavrov will fly to Riyadh on Monday .
//	   nsubj(said, Peskov)  ccomp(said, fly)  nsubj(fly, Lavrov)
//	   obl(fly, Riyadh)  obl(fly, Monday)
//	View.Subject(fly) = Lavrov   View.MentionOf(Lavrov) = mention 2
//	View.TimeOf(Monday) = time 1  View.Marker(Riyadh) = "to"
//
// In goes an Analysis with tokens, sentences, tags and arcs; out comes a View.
// It finds; what a thing means is for the stages to say. Mend first brings tags
// and arcs into line where they contradict each other.
package grammar

import (
	"slices"
	"strings"

	"rapporteur/internal/news"
	"rapporteur/internal/text"
)

// View is an index over one Analysis. It is built once a report, when mentions,
// times and quotes are there, for all stages behind them (quotes alone need one
// of their own, before there are quotes), and never outlives the Analysis.
type View struct {
	A       *news.Analysis
	lemma   []string         // of a token, in lower case
	kid     []news.TokenID   // first child of a token; [0] is unused
	next    []news.TokenID   // next sibling
	mention []news.MentionID // the longest mention that covers a token
	inner   []news.MentionID // the shortest one
	quote   []news.QuoteID   // the shortest quote that covers it
	time    []news.TimeID
}

// New indexes a. Without the Arcs layer no token has children.
func New(a *news.Analysis) *View {
	n := len(a.Tokens) + 1
	v := &View{A: a, lemma: lemmas(a), kid: make([]news.TokenID, n), next: make([]news.TokenID, n),
		mention: make([]news.MentionID, n), inner: make([]news.MentionID, n),
		time: make([]news.TimeID, n), quote: make([]news.QuoteID, n)}
	for i := len(a.Arcs); i >= 1; i-- { // from the right, so that children come in order
		if h := a.Arcs[i-1].Head; h > 0 {
			v.next[i], v.kid[h] = v.kid[h], news.TokenID(i)
		}
	}
	for i := range a.Mentions {
		v.coverMention(news.MentionID(i + 1))
	}
	v.coverTimes()
	v.coverQuotes()
	return v
}

// lemmas are those of the tags of a in lower case; the first is that of no token.
func lemmas(a *news.Analysis) []string {
	out := make([]string, 1+len(a.Tags))
	for i := range a.Tags {
		out[i+1] = strings.ToLower(a.Tags[i].Lemma)
	}
	return out
}

func (v *View) coverMention(id news.MentionID) {
	m := v.A.Mention(id)
	for t := m.First; t <= m.Last && t > 0 && int(t) < len(v.mention); t++ {
		if was := v.A.Mention(v.mention[t]); was == nil || was.Span.Len() < m.Span.Len() {
			v.mention[t] = id
		}
		if was := v.A.Mention(v.inner[t]); was == nil || was.Span.Len() > m.Span.Len() {
			v.inner[t] = id
		}
	}
}

func (v *View) coverQuotes() {
	for i := range v.A.Quotes {
		q := &v.A.Quotes[i]
		for _, p := range q.Parts {
			for t := v.TokenAt(p.Start); t <= v.Len() && v.Span(t).Start < p.End; t++ {
				if was := v.A.Quote(v.quote[t]); was == nil || q.Span().Len() < was.Span().Len() {
					v.quote[t] = news.QuoteID(i + 1)
				}
			}
		}
	}
}

// TokenAt is the first token that ends behind byte at; one past the last when
// there is none.
func (v *View) TokenAt(at int32) news.TokenID {
	i, _ := slices.BinarySearchFunc(v.A.Tokens, at, func(t news.Token, at int32) int {
		if t.Span.End <= at {
			return -1
		}
		return 1
	})
	return news.TokenID(i + 1)
}

func (v *View) coverTimes() {
	t := 0
	for i := range v.A.Times {
		span := v.A.Times[i].Span
		for t < len(v.A.Tokens) && v.A.Tokens[t].Span.End <= span.Start {
			t++
		}
		for k := t; k < len(v.A.Tokens) && v.A.Tokens[k].Span.Start < span.End; k++ {
			v.time[k+1] = news.TimeID(i + 1)
		}
	}
}

// Len is the number of tokens; ids run from 1 to Len.
func (v *View) Len() news.TokenID { return news.TokenID(len(v.A.Tokens)) }

// Kid is the first child of t, 0 for none; Next the next child of the same head.
func (v *View) Kid(t news.TokenID) news.TokenID  { return v.kid[t] }
func (v *View) Next(t news.TokenID) news.TokenID { return v.next[t] }

// Head is the token that t hangs from, 0 for the root of a sentence.
func (v *View) Head(t news.TokenID) news.TokenID { return v.arc(t).Head }

// Rel is the relation of t to its head.
func (v *View) Rel(t news.TokenID) news.Rel { return v.arc(t).Rel }

func (v *View) arc(t news.TokenID) news.Arc {
	if t < 1 || int(t) > len(v.A.Arcs) {
		return news.Arc{}
	}
	return v.A.Arcs[t-1]
}

// Tag is the morphology of t; zero for none.
func (v *View) Tag(t news.TokenID) news.Tag {
	if t < 1 || int(t) > len(v.A.Tags) {
		return news.Tag{}
	}
	return v.A.Tags[t-1]
}

// Word is the text of t, UPOS its part of speech.
func (v *View) Word(t news.TokenID) string    { return v.A.Word(t) }
func (v *View) UPOS(t news.TokenID) news.UPOS { return v.Tag(t).UPOS }

// Lemma is the lemma of t in lower case: a headline's "Talks" may be tagged a name.
func (v *View) Lemma(t news.TokenID) string {
	if t < 1 || int(t) >= len(v.lemma) {
		return ""
	}
	return v.lemma[t]
}

// Span is the span of t.
func (v *View) Span(t news.TokenID) text.Span {
	if t < 1 || t > v.Len() {
		return text.Span{}
	}
	return v.A.Tokens[t-1].Span
}

// MentionOf is the longest mention that covers t, 0 for none.
func (v *View) MentionOf(t news.TokenID) news.MentionID { return v.mention[t] }

// InnerMention is the shortest mention that covers t: "Varnian" within "two
// Varnian ministers".
func (v *View) InnerMention(t news.TokenID) *news.Mention { return v.A.Mention(v.inner[t]) }

// QuoteOf is the shortest quote whose content covers t, 0 for none.
func (v *View) QuoteOf(t news.TokenID) news.QuoteID { return v.quote[t] }

// TimeOf is the time expression that covers t, 0 for none.
func (v *View) TimeOf(t news.TokenID) news.TimeID { return v.time[t] }

// NamedAt is the name that stands at noun t: its own, or the person whose
// title it is part of ("minister" of "Foreign Minister Ilan Trask", "UK" of
// "UK envoy Mira Dovan"); 0 for none.
func (v *View) NamedAt(t news.TokenID) news.MentionID {
	own := v.A.Mention(v.mention[t])
	if own != nil && own.Chain != 0 && own.Form == news.Name && own.Kind == news.Person {
		return v.mention[t]
	}
	if p := v.titled(t, 0); p != 0 {
		return p
	}
	if own != nil && own.Chain != 0 && own.Form == news.Name {
		return v.mention[t]
	}
	return 0
}

// titled is the person that hangs on noun t as the bearer of its title.
func (v *View) titled(t news.TokenID, depth int) news.MentionID {
	for k := v.kid[t]; k != 0 && depth < 2; k = v.next[k] {
		switch v.Rel(k) {
		case news.Flat, news.Appos, news.Compound, news.NmodDesc:
			if m := v.A.Mention(v.mention[k]); m != nil && m.Chain != 0 && m.Form == news.Name && m.Kind == news.Person && (v.Rel(k) != news.Compound || k > t || v.Tag(t).XPOS != news.NNS) {
				return v.mention[k] // but not "Brenn [supporters]"
			}
			if v.Rel(k) == news.Flat || v.Rel(k) == news.Appos {
				if p := v.titled(k, depth+1); p != 0 {
					return p
				}
			}
		case news.Nmod: // "secretary of state [NAME]", hung on the field
			if f := v.Child(k, news.Flat, news.Appos); f != 0 && v.Marker(k) == "of" {
				if m := v.A.Mention(v.mention[f]); m != nil && m.Chain != 0 && m.Form == news.Name && m.Kind == news.Person {
					return v.mention[f]
				}
			}
		}
	}
	return 0
}

// PartyAt is the party that mention m stands for in its place. For somebody
// without a name who is only "it" or "they" here, it points to the words that
// describe him.
func (v *View) PartyAt(m *news.Mention) news.Party {
	p := news.Party{Chain: m.Chain, Span: m.Span}
	c := v.A.Chain(m.Chain)
	if c == nil || c.Named {
		return p
	}
	p.Anonymous, p.Of = true, c.Of
	for _, id := range c.Mentions {
		if d := v.A.Mention(id); m.Form == news.Pronoun && d.Form != news.Pronoun {
			p.Span = d.Span
			break
		}
	}
	return p
}

// UnknownName reports whether t is a capitalised proper noun that no layer
// knows: somebody or something with a name, and no more is known. So is a bare
// singular noun that opens its sentence as subject ("Trask accused ..."): a
// tagger takes a name that it never saw for a noun there, and English puts an
// article before the noun.
func (v *View) UnknownName(t news.TokenID) bool {
	if v.mention[t] != 0 || v.time[t] != 0 {
		return false
	}
	switch v.UPOS(t) {
	case news.PROPN:
	case news.NOUN:
		s := v.A.Sentence(v.SentenceOf(t))
		if v.Tag(t).XPOS != news.NN || v.Rel(t) != news.Nsubj || v.kid[t] != 0 || s == nil || s.First != t {
			return false
		}
	default:
		return false
	}
	w := v.Word(t)
	return w[0] >= 'A' && w[0] <= 'Z'
}

// SentenceOf is the sentence that t stands in.
func (v *View) SentenceOf(t news.TokenID) news.SentenceID {
	return v.A.SentenceAt(v.Span(t).Start)
}

// Child is the first child of t with one of rels, 0 for none.
func (v *View) Child(t news.TokenID, rels ...news.Rel) news.TokenID {
	for k := v.kid[t]; k != 0; k = v.next[k] {
		for _, r := range rels {
			if v.Rel(k) == r {
				return k
			}
		}
	}
	return 0
}

// Marker is the preposition or case word of t ("to" of "to Riyadh"), by its
// lemma; the first one where there are several; "" for none.
func (v *View) Marker(t news.TokenID) string {
	if k := v.Child(t, news.Case); k != 0 {
		return v.Lemma(k)
	}
	if d := v.Child(t, news.NmodDesc, news.Compound, news.Amod); d != 0 && d < t {
		if k := v.Child(d, news.Case); k != 0 && k < d { // "with [Prime Minister] Keld", hung on the title
			return v.Lemma(k)
		}
	}
	return ""
}

// Oblique is the first nominal dependent of t under one of the markers.
func (v *View) Oblique(t news.TokenID, markers ...string) news.TokenID {
	for k := v.kid[t]; k != 0; k = v.next[k] {
		if r := v.Rel(k); r != news.Obl && r != news.Nmod && r != news.OblAgent {
			continue
		}
		m := v.Marker(k)
		for _, want := range markers {
			if m == want {
				return k
			}
		}
	}
	return 0
}

// depthLimit bounds walks up and down a tree: no honest sentence is deeper,
// and a hostile one costs no more than this.
const depthLimit = 60

// Extent is the range of tokens that the subtree of t covers.
func (v *View) Extent(t news.TokenID) (first, last news.TokenID) { return v.extent(t, 0, nil) }

// extent leaves out the children that skip names.
func (v *View) extent(t news.TokenID, depth int, skip func(news.TokenID) bool) (first, last news.TokenID) {
	first, last = t, t
	if depth > depthLimit {
		return
	}
	for k := v.kid[t]; k != 0; k = v.next[k] {
		if skip != nil && skip(k) {
			continue
		}
		f, l := v.extent(k, depth+1, skip)
		first, last = min(first, f), max(last, l)
	}
	return
}

// Cover is the span from token first to token last.
func (v *View) Cover(first, last news.TokenID) text.Span {
	return v.Span(first).Cover(v.Span(last))
}

// Within reports whether t stands in the subtree of top.
func (v *View) Within(t, top news.TokenID) bool {
	for i := 0; t != 0 && i < depthLimit; i++ {
		if t == top {
			return true
		}
		t = v.Head(t)
	}
	return false
}
