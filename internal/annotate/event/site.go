package event

import (
	"rapporteur/internal/news"
)

// site is noun k as a place without a name, with the words before it: "the town
// hall".
func (f *finder) site(k news.TokenID) news.Party {
	first := k
	for d := f.Kid(k); d != 0 && d < k; d = f.Next(d) {
		if r := f.Rel(d); r == news.Det || r == news.Compound || r == news.Amod || r == news.NmodPoss {
			first = min(first, d)
		}
	}
	return news.Party{Span: f.Cover(first, k)}
}

// nameless reports whether noun t is no part of a name.
func (f *finder) nameless(t news.TokenID) bool {
	m := f.a.Mention(f.MentionOf(t))
	return m == nil || m.Form == news.Nominal
}

// strangePlace is the place that no list has and that only the preposition before
// it tells: "in Ardel", "near Prell", "off the Sable Bank". Nobody is in or near a
// person.
func (f *finder) strangePlace(k news.TokenID) news.Party {
	mark := f.Marker(k)
	if f.UPOS(k) != news.PROPN || f.TimeOf(k) != 0 {
		return news.Party{}
	}
	if f.UnknownName(k) && (mark == "in" || mark == "near" || mark == "outside") && f.Child(k, news.Det, news.Flat, news.Compound) == 0 {
		return news.Party{Span: f.Span(k)}
	}
	m := f.InnerMention(k)
	if m == nil || m.Form != news.Name || m.Chain == 0 {
		return news.Party{}
	}
	c := f.a.Chain(m.Chain)
	if mark == "off" && m.Kind == news.Organization || (mark == "in" || mark == "near" || mark == "outside") && m.Kind == news.Person && m.First == m.Last && len(c.Offices) == 0 {
		return news.Party{Chain: m.Chain, Span: m.Span}
	}
	return news.Party{}
}

// capital is the city that "the Varnian capital" or "the capital of Varnia"
// is, where the report names it and the lexicon knows it.
func (f *finder) capital(k news.TokenID) news.Party {
	if f.Lemma(k) != "capital" {
		return news.Party{}
	}
	for d := f.Kid(k); d != 0; d = f.Next(d) {
		m := f.InnerMention(d)
		if c := f.a.Chain(chainOf(m)); c != nil && c.Kind == news.State {
			if id := f.cityOf(c.Canon); id != 0 {
				return news.Party{Chain: id, Span: f.Phrase(k)}
			}
			return news.Party{Chain: m.Chain, Span: f.Phrase(k)}
		}
	}
	return news.Party{}
}
