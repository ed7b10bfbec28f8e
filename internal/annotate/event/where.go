package event

import (
	"slices"

	"rapporteur/internal/news"
)

// placeOf is where the event at t is, by grammar; never a place that only
// stands near, and never one that takes part.
func (f *finder) placeOf(t news.TokenID, ps []news.Participant) news.Party {
	if k := f.movedTo(t, func(k news.TokenID) bool {
		return f.UPOS(k) == news.PROPN && !f.placeAt(k).IsZero() || f.lex.in("venue", f.Lemma(k))
	}); k != 0 {
		if p := f.placeAt(k); !p.IsZero() {
			return p
		}
		return f.site(k)
	}
	at := t
	for i := 0; at != 0 && i < 4; i++ {
		for _, p := range [3]news.Party{f.placeUnder(at), f.placeBeside(at), f.placeHit(t, at)} {
			if !p.IsZero() && !takesPart(p, ps) {
				return p
			}
		}
		if x := f.Child(at, news.Xcomp); x != 0 && at != t { // "is expected to begin in Lutava"
			if p := f.placeUnder(x); !p.IsZero() && !takesPart(p, ps) {
				return p
			}
		}
		if !f.shares(at) {
			break
		}
		at = f.Head(at)
	}
	if p := f.setPlace(t); !p.IsZero() && !takesPart(p, ps) {
		return p
	}
	for _, n := range [2]news.TokenID{f.amid(t), f.apposed(t)} {
		if p := f.placeUnder(n); !p.IsZero() && !takesPart(p, ps) {
			return p
		}
	}
	if p := f.wherePlace(t); !p.IsZero() {
		return p
	}
	if p := f.placeOfMeeting(t); !p.IsZero() && !takesPart(p, ps) {
		return p
	}
	for _, p := range [3]news.Party{f.there(t), f.placeUnder(f.doersAct(t)), f.fatalPlace(t)} {
		if !p.IsZero() && !takesPart(p, ps) {
			return p
		}
	}
	if p := f.lonePlace(t); !p.IsZero() && !takesPart(p, ps) {
		return p
	}
	if p := f.placeUnder(f.mainOf(t)); !p.IsZero() && !takesPart(p, ps) {
		return p
	}
	if k := f.sequel(t); k != 0 {
		if p := f.lonePlace(k); !p.IsZero() && !takesPart(p, ps) {
			return p
		}
	}
	if p := f.placeUnder(f.eventAbove(t)); !p.IsZero() && !takesPart(p, ps) {
		return p
	}
	if p := f.placeUnder(f.continued(t)); !p.IsZero() && !takesPart(p, ps) {
		return p
	}
	if p := f.openingPlace(at); !p.IsZero() && !takesPart(p, ps) {
		return p
	}
	return f.venue(t)
}

// placeOfMeeting is the place that the clause around a meeting gives it: "Lutava, where
// they called [a session]", "when she flew to Lutava, she [met] him".
func (f *finder) placeOfMeeting(t news.TokenID) news.Party {
	consults := func(tr *trigger) bool { return tr.class == "CONSULT" }
	if tr := f.eventNoun(t); tr != nil && consults(tr) && f.shares(t) {
		return f.wherePlace(f.Head(t))
	}
	if k := f.joinedTo(t); k != 0 && f.UPOS(t) == news.VERB && f.journey(k) && f.placeUnder(t).IsZero() && slices.ContainsFunc(f.lex.verbs[f.Lemma(t)], consults) {
		return f.placeUnder(k) // "flew to Lutava and met him"
	}
	if h := f.Head(t); f.Rel(t) == news.Advcl && f.infinitive(t) && f.journey(h) && slices.ContainsFunc(f.lex.verbs[f.Lemma(t)], consults) {
		return f.placeUnder(h) // "flew to Lutava to meet him"
	}
	if k := f.asideVerb(t); k != 0 && slices.ContainsFunc(f.lex.verbs[f.Lemma(t)], consults) {
		return f.placeUnder(k)
	}
	return news.Party{}
}

// amid is the gathering during which verb t tells of people who met: "met during a
// [summit] in Lutava"; 0 for none.
func (f *finder) amid(t news.TokenID) news.TokenID {
	for k := f.Kid(t); k != 0 && f.UPOS(t) == news.VERB; k = f.Next(k) {
		if m := f.Marker(k); f.Rel(k) != news.Obl || m != "during" && m != "at" && m != "on" {
			continue
		}
		for _, n := range [2]news.TokenID{k, f.Oblique(k, "of")} { // "a Group of 20 meeting", "the sidelines of a summit"
			if tr := f.eventNoun(n); tr != nil && tr.class == "CONSULT" {
				return n
			}
		}
	}
	return 0
}

// sequel is the verb behind "and" that ends what verb t begins, 0 for none:
// "killed 50 people and wounded over 400 in Lutava".
func (f *finder) sequel(t news.TokenID) news.TokenID {
	last := min(f.a.Sentence(f.sent).Last, t+reach)
	for k := t + 2; k <= last && f.UPOS(t) == news.VERB; k++ {
		if f.UPOS(k) == news.VERB {
			if f.Lemma(k-1) == "and" && (f.Tag(k).XPOS == news.VBD || f.Tag(k).XPOS == news.VBN) && f.Child(k, news.Nsubj, news.NsubjPass) == 0 {
				return k
			}
			return 0
		}
	}
	return 0
}

// placeBehind is the place that the phrase behind preposition p names, with its
// token: the last of a chain, "Varnia's northern Keld island" is on Keld.
func (f *finder) placeBehind(p, last news.TokenID) (at news.TokenID, out news.Party) {
	for k := p + 1; k <= last && k < p+8; k++ {
		m := f.InnerMention(k)
		place := m != nil && m.Chain != 0 && m.Form != news.Demonym && m.Form != news.Pronoun && (m.Kind == news.Place || m.Kind == news.State)
		switch u := f.UPOS(k); {
		case place && f.TimeOf(k) == 0:
			at, out = k, news.Party{Chain: m.Chain, Span: m.Span}
			k = m.Last
			if f.Rel(k+1) == news.Case && f.lex.in("mission", f.Lemma(k+2)) { // "at Varnia's embassy"
				return 0, news.Party{}
			}
			if f.Rel(k+1) != news.Case && m.Kind == news.Place {
				return at, out
			}
		case u == news.VERB, u == news.PUNCT, u == news.PRON && f.Rel(k) != news.NmodPoss, u == news.SCONJ, f.TimeOf(k) != 0,
			u == news.ADP && f.Lemma(k) != "of", (f.lex.in("doing", f.Lemma(k)) || f.lex.in("mission", f.Lemma(k))) && f.Lemma(k+1) == "of":
			return at, out
		}
	}
	return at, out
}

// venue is the common noun of place under which the event at t stands, for
// want of a name: "at the town hall".
func (f *finder) venue(t news.TokenID) news.Party {
	for i := 0; t != 0 && i < 3; i++ {
		for _, h := range [2]news.TokenID{t, f.Object(t)} { // "met residents [at the school]"
			if h != t && f.onlySpoken(t) {
				break
			}
			if d := f.Oblique(h, "aboard"); d != 0 && f.UPOS(d) == news.NOUN {
				return f.site(d) // "aboard the cruiser Halmar"
			}
			if d := f.Oblique(h, "at", "in", "outside", "inside", "near"); d != 0 && f.lex.in("venue", f.Lemma(d)) && f.UPOS(d) == news.NOUN && f.nameless(d) && f.Child(d, news.Det, news.NmodPoss) != 0 { // not "in prison"
				return f.site(d)
			}
		}
		if !f.shares(t) {
			break
		}
		t = f.Head(t)
	}
	return news.Party{}
}

// scene is where an event is because it is done to a place: a town that is
// shelled or visited, a state that is visited or flown over.
func (f *finder) scene(c *candidate) news.Party {
	if o := f.Object(c.token); c.Mode == "visit" && f.UPOS(o) == news.NOUN && f.nameless(o) && (f.lex.in("place", f.Lemma(o)) || f.lex.in("venue", f.Lemma(o))) {
		return f.site(o) // "will tour the valley"
	}
	for _, p := range c.Participants {
		ch := f.a.Chain(p.Chain)
		if ch == nil || p.Role != news.Recipient {
			continue
		}
		switch {
		case (ch.Kind == news.Place || f.isCapital(p.Party)) && (c.Class == "ASSAULT" || c.Class == "MOBILIZE"), c.Mode == "visit" && (ch.Kind == news.Place || ch.Kind == news.State):
			return p.Party
		}
	}
	return news.Party{}
}

// setPlace is the place in a relative clause within the phrase of noun t that
// says where it is set, wherever in the phrase the parser hung it.
func (f *finder) setPlace(t news.TokenID) news.Party {
	if f.UPOS(t) != news.NOUN {
		return news.Party{}
	}
	_, last := f.Extent(t)
	for k := t + 1; k <= last; k++ {
		if r := f.Rel(k); r != news.AclRelcl && r != news.Acl && r != news.Xcomp || !f.lex.in("setting", f.Lemma(k)) {
			continue
		}
		if d := f.Oblique(k, "in", "at", "outside", "inside", "near", "around"); d != 0 {
			if p := f.placeAt(d); !p.IsZero() {
				return p
			}
			if f.lex.in("venue", f.Lemma(d)) && f.UPOS(d) == news.NOUN && f.nameless(d) {
				return f.site(d)
			}
		}
	}
	k := f.settingBehind(t, last)
	if p := f.placeUnder(k); !p.IsZero() {
		return p
	}
	for d := f.Kid(k); d != 0; d = f.Next(d) { // "planned for Friday [in Lutava]"
		if p := f.placeUnder(d); !p.IsZero() && f.TimeOf(d) != 0 {
			return p
		}
	}
	return news.Party{}
}

func takesPart(p news.Party, ps []news.Participant) bool {
	for i := range ps {
		if ps[i].Chain == p.Chain && ps[i].Span == p.Span {
			return true
		}
	}
	return false
}

// placeUnder is the first place among the dependents of t: "in Lutava", "at
// the border", "the Lutava talks".
func (f *finder) placeUnder(t news.TokenID) news.Party {
	for k := f.Kid(t); k != 0; k = f.Next(k) {
		switch f.Rel(k) {
		case news.Obl, news.Nmod:
			switch f.Marker(k) {
			case "in", "at", "near", "outside", "across", "inside", "to", "over", "from", "through", "into", "onto", "off", "around", "along":
				if p := f.placeAt(k); !p.IsZero() && !f.takenFrom(t, k, p) {
					return p
				}
			case "on": // "on Lutava's main square", never "sanctions on Varnia" or "briefed on the state of Lutava"
				if p := f.placeAt(k); !p.IsZero() && f.UPOS(t) == news.VERB && !f.isState(p) && (f.UPOS(k) == news.PROPN || f.is("place", k) || f.is("venue", k)) {
					return p
				}
			case "of": // "a round of talks in Lutava"
				if f.eventNoun(k) != nil {
					if p := f.placeUnder(k); !p.IsZero() {
						return p
					}
				}
			}
		case news.Compound, news.NmodDesc:
			if p := f.placeAt(k); !p.IsZero() && f.isCity(k) {
				return p
			}
		}
	}
	return news.Party{}
}

// takenFrom reports whether the state p behind "from" at k is he whom verb t takes
// something from ("seized the reef from Varnia" was not done in Varnia), or p is where a
// journey begins.
func (f *finder) takenFrom(t, k news.TokenID, p news.Party) bool {
	if f.Marker(k) != "from" {
		return false
	}
	return f.journey(t) || f.UPOS(t) == news.VERB && f.isState(p) && !f.lex.in("thence", f.Lemma(t))
}

// placeBeside is a place that the parser hung on somebody who takes part or on
// the time ("met his counterpart [in Lutava]", "on Friday [in Lutava]"): people
// and days are in no place of their own, and what is done "in the Varnian capital" is
// done there to whatever it is done.
func (f *finder) placeBeside(t news.TokenID) news.Party {
	for k := f.Kid(t); k != 0; k = f.Next(k) {
		switch f.Rel(k) {
		case news.Obj, news.Obl, news.NsubjPass, news.Nmod:
			d := f.Oblique(k, "in", "at")
			if s := f.Oblique(k, "from"); f.lex.in("thence", f.Lemma(t)) && s > k {
				if p := f.placeAt(s); !p.IsZero() { // "fired missiles [from the town of Lutava]"
					return p
				}
			}
			if s := f.Oblique(k, "to"); s > k {
				if p := f.seatAt(s); !p.IsZero() {
					return p
				}
			}
			if f.onlySpoken(t) {
				continue // "accused the rebels [in Lutava]" was not said there
			}
			who := f.is("person", k) || f.Lemma(k) == "number" && f.Lemma(k-1) == "opposite"
			if d > k && (who || f.TimeOf(k) != 0 || f.UPOS(t) == news.VERB && !f.capital(d).IsZero()) {
				return f.placeAt(d)
			}
		}
	}
	return news.Party{}
}

// placeAt is the place that noun k names, or that a common noun is in ("the
// capital of Varnia", "a hotel in Lutava").
func (f *finder) placeAt(k news.TokenID) news.Party {
	if m := f.InnerMention(k); m != nil && m.Chain != 0 && (m.Kind == news.Place || m.Kind == news.State) && m.Form != news.Demonym && m.Form != news.Pronoun {
		return news.Party{Chain: m.Chain, Span: m.Span}
	}
	if p := f.strangePlace(k); !p.IsZero() {
		return p
	}
	if p := f.seatAt(k); !p.IsZero() {
		return p
	}
	if f.UPOS(k) != news.NOUN || f.TimeOf(k) != 0 {
		return news.Party{}
	}
	if p := f.capital(k); !p.IsZero() {
		return p
	}
	if f.lex.in("mission", f.Lemma(k)) { // "the Varnian embassy in Lutava"
		if d := f.Oblique(k, "in", "at", "near"); d != 0 {
			return f.placeAt(d)
		}
		return news.Party{}
	}
	if d := f.Child(k, news.Appos); d > k && f.UPOS(d) == news.PROPN && f.lex.in("site", f.Lemma(k)) {
		if p := f.placeAt(d); !p.IsZero() { // "Varnia's capital, Lutava"
			return p
		}
	}
	for d := f.Kid(k); d != 0; d = f.Next(d) { // "the Lutava airport"
		if r := f.Rel(d); r != news.Compound && r != news.NmodPoss {
			continue
		}
		if m := f.InnerMention(d); m != nil && m.Kind == news.Place && m.Chain != 0 {
			return news.Party{Chain: m.Chain, Span: m.Span}
		}
	}
	if d := f.Oblique(k, "in", "of", "at", "near"); d != 0 && (f.Marker(d) != "of" || !f.lex.in("doing", f.Lemma(k))) {
		if p := f.placeAt(d); !p.IsZero() || !f.lex.in("site", f.Lemma(k)) {
			return p
		}
		if m := f.InnerMention(d); m != nil && m.Form == news.Name && m.First == m.Last && m.Chain != 0 {
			return news.Party{Chain: m.Chain, Span: m.Span} // "the centre of Ardel"
		}
		if f.UnknownName(d) {
			return news.Party{Span: f.Span(d)}
		}
	}
	if d := f.Child(k, news.Appos); d != 0 && f.UPOS(d) == news.PROPN { // "the capital, Lutava"
		return f.placeAt(d)
	}
	return news.Party{}
}

// placeHit is the place that the verb at above attack t hits: "shells struck a
// market in Lutava, killing six".
func (f *finder) placeHit(t, at news.TokenID) news.Party {
	if at == t || !f.lex.in("hitting", f.Lemma(at)) {
		return news.Party{}
	}
	for _, k := range f.sufferers(at) {
		if p := f.placeAt(k); !p.IsZero() {
			return p
		}
		for d := f.Kid(k); d != 0; d = f.Next(d) {
			if f.Rel(d) == news.Nmod && f.lex.in("beside", f.Marker(d)) {
				if p := f.placeAt(d); !p.IsZero() {
					return p
				}
			}
		}
		if f.lex.in("venue", f.Lemma(k)) {
			return f.site(k)
		}
	}
	return news.Party{}
}
