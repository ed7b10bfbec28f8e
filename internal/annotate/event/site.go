package event

import (
	"slices"
	"strings"

	"rapporteur/internal/annotate/lex"
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
	if f.goesTo(k, mark) && (m == nil || m.Form == news.Name && f.placeless(m)) {
		return news.Party{Chain: chainOf(m), Span: f.Span(k)}
	}
	if m == nil || m.Form != news.Name || m.Chain == 0 {
		return news.Party{}
	}
	c := f.a.Chain(m.Chain)
	if mark == "off" && m.Kind == news.Organization || (mark == "in" || mark == "near" || mark == "outside") && m.Kind == news.Person && m.First == m.Last && len(c.Offices) == 0 {
		return news.Party{Chain: m.Chain, Span: m.Span}
	}
	return news.Party{}
}

// goesTo reports whether name k under preposition mark is where a journey goes: "flew to
// [Ostova]", "leaves for [Tolo]".
func (f *finder) goesTo(k news.TokenID, mark string) bool {
	return (mark == "to" || mark == "for" || mark == "into") && f.Child(k, news.Det, news.Flat, news.Compound) == 0 && f.journey(f.Head(k))
}

// journey reports whether word t tells of one.
func (f *finder) journey(t news.TokenID) bool {
	visit := func(tr *trigger) bool { return tr.mode == "visit" && f.Lexical(t, tr.lemma) }
	switch f.UPOS(t) {
	case news.VERB:
		return slices.ContainsFunc(f.lex.verbs[f.Lemma(t)], visit)
	case news.NOUN:
		return slices.ContainsFunc(f.lex.nouns[f.Lemma(t)], visit)
	}
	return false
}

// placeless reports whether nothing is known of the one word m but that it is a name, so
// that it can be a town's: no body, and nobody with an office or a first name.
func (f *finder) placeless(m *news.Mention) bool {
	c := f.a.Chain(m.Chain)
	return m.First == m.Last && (c == nil || c.Kind == "" || c.Kind == news.Person && len(c.Offices) == 0 && !strings.Contains(c.Name, " "))
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

// town reports whether the words of party p of meeting c are for a town whose name
// stands behind an "of" ("the town of Lisel"): where they met; it becomes the place
// where none is known.
func (f *finder) town(c *candidate, p news.Party) bool {
	t := f.headOf(p)
	k := f.Oblique(t, "of")
	if c.Class != "CONSULT" || !f.lex.in("site", f.Lemma(t)) || k == 0 || f.UPOS(k) != news.PROPN {
		return false
	}
	if c.Place.IsZero() {
		c.Place = f.placeAt(t)
	}
	if c.Place.IsZero() {
		c.Place = news.Party{Span: f.Span(k)}
	}
	return true
}

// meetsPeople reports whether p of meeting c is a town that is no capital, beside a
// person of whom that is sure: nobody meets a town.
func (f *finder) meetsPeople(c *candidate, p news.Participant) bool {
	e := lex.Default().Lookup(f.a.Chain(p.Chain).Name)
	return (e == nil || e.Class != lex.Capital) && slices.ContainsFunc(c.Participants, func(q news.Participant) bool {
		ch := f.a.Chain(q.Chain)
		return ch != nil && ch.Kind == news.Person && (len(ch.Offices) > 0 || strings.Contains(ch.Name, " "))
	})
}

// seatAt is the building that the name at k is under a preposition of place: "at the
// Pentagon", "inside the Red Palace", "to the White House".
func (f *finder) seatAt(k news.TokenID) news.Party {
	m := f.InnerMention(k)
	if m == nil || m.Form != news.Name || m.Kind != news.Organization && m.Kind != "" || k != m.Last && f.Head(m.Last) != k {
		return news.Party{}
	}
	last := f.Lemma(m.Last)
	if last == "house" && m.First == m.Last {
		return news.Party{} // of a parliament
	}
	switch mark := f.Marker(k); mark {
	case "at", "in", "inside", "outside", "near":
		if f.lex.in("seat", last) || mark != "in" && f.lex.in("office", last) {
			return news.Party{Chain: m.Chain, Span: m.Span}
		}
	case "to":
		h := f.Head(k)
		if f.is("person", h) {
			h = f.Head(h) // "welcomed guests [to the Red House]"
		}
		if f.lex.in("seat", last) && (f.journey(h) || f.lex.in("inviting", f.Lemma(h))) {
			return news.Party{Chain: m.Chain, Span: m.Span}
		}
	}
	return news.Party{}
}

// insidePlace reports whether the name at t is the end of a longer name of a place:
// "in the Sea of Varnia".
func (f *finder) insidePlace(t news.TokenID) bool {
	m := f.a.Mention(f.MentionOf(t))
	return m != nil && m.Kind == news.Place && m.First < t
}
