package event

import "rapporteur/internal/news"

// wherePlace is the place named right before the "where" that opens the clause
// of t: "in Lutava, where he met the president".
func (f *finder) wherePlace(t news.TokenID) news.Party {
	m := f.beforeWhere(t)
	if m == nil {
		return news.Party{}
	}
	return news.Party{Chain: m.Chain, Span: m.Span}
}

// whereTime is the time of the event in the place that the clause of t says more of:
// "the attack in Lutava on Sunday, where 84 were killed".
func (f *finder) whereTime(t news.TokenID) news.TimeID {
	m := f.beforeWhere(t)
	if m == nil {
		return 0
	}
	h := f.Head(m.First)
	for k := m.First; k <= m.Last; k++ {
		if f.Head(k) < m.First || f.Head(k) > m.Last {
			h = f.Head(k)
		}
	}
	if f.eventNoun(h) == nil && f.Child(m.First, news.Cop) == 0 {
		return 0
	}
	if f.Child(m.First, news.Cop) != 0 {
		h = m.First // "was in Lutava last week, where"
	}
	return f.timeUnder(h, h)
}

// beforeWhere is the mention of that place, nil for none.
func (f *finder) beforeWhere(t news.TokenID) *news.Mention {
	for k := f.Kid(t); k != 0 && k < t; k = f.Next(k) {
		if f.Lemma(k) != "where" {
			continue
		}
		k = f.pastTimes(k) // "to Lutava next week, where"
		for b := k - 1; b > 0 && b >= k-2; b-- {
			m := f.InnerMention(b)
			if m == nil || m.Chain == 0 || m.Form == news.Demonym {
				continue
			}
			if m.Kind == news.State && m.First > 2 && f.Word(m.First-1) == "," { // "in Lutava, Varnia, where"
				if n := f.InnerMention(m.First - 2); n != nil && n.Chain != 0 && n.Kind == news.Place {
					return n
				}
			}
			if c := f.Child(m.First, news.Case); m.Kind == news.Place || m.Kind == news.State || m.Kind == news.Organization && m.Form == news.Name && (c != 0 || f.Child(m.Last, news.Case) != 0) {
				return m // "to the Red House, where he met them"
			}
		}
	}
	return nil
}

// pastTimes is the token k, or the first of the times, with their prepositions, that
// stand before it behind a place: "in Lutava on Monday, [where]" is "on".
func (f *finder) pastTimes(k news.TokenID) news.TokenID {
	b := k - 1
	if b > 1 && f.Word(b) == "," {
		b--
	}
	if f.TimeOf(b) == 0 {
		return k
	}
	for b > 1 && (f.TimeOf(b) != 0 || f.UPOS(b) == news.ADP && f.TimeOf(b+1) != 0) {
		b--
	}
	return b + 1
}
