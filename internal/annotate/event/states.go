package event

import "rapporteur/internal/news"

// The states and bodies that people, arms and craft without a name of their own belong to.

// statesOf adds the states and bodies that people without names belong to:
// "senior US and Varnian officials" are the US and Varnia.
func (p *parties) statesOf(t news.TokenID, r news.Role) (found bool) {
	f := p.f
	if f.lex.in("private", f.Lemma(t)) && f.Tag(t).Feats&news.NumberSing != 0 {
		return false // "a Varnian woman" is not Varnia
	}
	if m := f.whose(t); m != nil {
		p.put(news.Participant{Party: news.Party{Chain: m.Chain, Span: m.Span}, Role: r})
		return true
	}
	if f.Oblique(t, "from") == 0 && !f.owned(t) && (!f.isOffice(t) || f.Tag(t).Feats&news.NumberSing != 0 && !f.lex.in("person", f.Lemma(t))) {
		return false
	}
	first, last := f.Extent(t)
	before := len(p.out)
	for k := first; k <= last; k++ {
		m := f.InnerMention(k)
		if m == nil || m.First != k || m.Chain == 0 || m.Form == news.Pronoun || !f.modifies(k, t) {
			continue
		}
		if m.Form == news.Demonym || m.Kind == news.State || m.Kind == news.Organization || m.Kind == news.Place && f.from(k) && f.Tag(t).XPOS != news.NN || m.Form == news.Name && f.of(k) && f.Tag(t).Feats&news.NumberSing == 0 {
			p.put(news.Participant{Party: news.Party{Chain: m.Chain, Span: m.Span}, Role: r})
			found = true
		}
	}
	if n := len(p.out); found && n == before+1 && r == news.Recipient && f.UPOS(t) == news.NOUN && last == t {
		for first < last && f.UPOS(first) == news.ADP {
			first++
		}
		p.out[n-1].Span = f.Cover(first, last) // to be told apart from their state: "two Varnian soldiers"
	}
	return found
}

// owned reports whether noun t stands for whoever it belongs to: arms, craft
// and forces, and "the Varnian and Ostrelian sides".
func (f *finder) owned(t news.TokenID) bool {
	l := f.Lemma(t)
	return l == "side" || l == "plane" || f.lex.in("force", l) || f.lex.in("weapon", l) || f.lex.in("vehicle", l) && l != "man" && l != "driver" && l != "attacker"
}

// from reports whether name k, or the name it is joined to, stands under
// "from": where people come from stands for whom they act.
func (f *finder) from(k news.TokenID) bool {
	if f.Rel(k) == news.Conj {
		k = f.Head(k)
	}
	return f.Marker(k) == "from"
}

// of reports whether name k, or the name it is joined to, stands under "of":
// "the ministers of Varnia and Ostrel".
func (f *finder) of(k news.TokenID) bool {
	if f.Rel(k) == news.Conj {
		k = f.Head(k)
	}
	return f.Rel(k) == news.Nmod && f.Marker(k) == "of"
}

// modifies reports whether k is a modifier of noun t, directly, joined to one,
// or in an "of" or "from" phrase.
func (f *finder) modifies(k, t news.TokenID) bool {
	for i := 0; i < 3; i++ {
		switch f.Rel(k) {
		case news.Amod, news.Compound, news.NmodPoss, news.Conj, news.NmodDesc, news.Flat:
		case news.Nmod:
			if m := f.Marker(k); m != "of" && m != "from" {
				return false
			}
		default:
			return false
		}
		if k = f.Head(k); k == t {
			return true
		}
	}
	return false
}
