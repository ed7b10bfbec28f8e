package event

import (
	"rapporteur/internal/annotate/lex"
	"rapporteur/internal/news"
)

// timeOf is when the event at t is, by grammar: a time that hangs on the
// trigger, then on the verbs that govern it, then one in the same clause.
func (f *finder) timeOf(t news.TokenID) news.TimeID {
	at := t
	for i := 0; at != 0 && i < 4; i++ {
		if id := f.timeUnder(at, t); id != 0 {
			return id
		}
		if x := f.Child(at, news.Xcomp); x != 0 && at != t { // "is due to take place on Friday"
			if id := f.timeUnder(x, t); id != 0 {
				return id
			}
		}
		if !f.shares(at) {
			break
		}
		at = f.Head(at)
	}
	if id := f.setTime(t); id != 0 {
		return id
	}
	if id := f.openingTime(at); id != 0 {
		return id
	}
	return f.loneTime(t)
}

// openingTime is the time that opens the sentence and holds for the verbs
// joined to the first: "Two years ago she was filmed biting ...".
func (f *finder) openingTime(at news.TokenID) news.TimeID {
	switch f.Rel(at) {
	case news.Conj, news.Advcl:
	default:
		return 0
	}
	h := f.Head(at)
	if h == 0 || speech[f.Lemma(h)] || f.UPOS(h) != news.VERB {
		return 0
	}
	id := f.timeUnder(h, at)
	tm, s := f.a.Time(id), f.a.Sentence(f.sent)
	if tm == nil || tm.Span.Start > f.Span(s.First).End+8 {
		return 0
	}
	return id
}

// shares reports whether t has its time and place together with its head: a
// noun under its verb, an infinitive under "is set", joined verbs.
func (f *finder) shares(t news.TokenID) bool {
	h := f.Head(t)
	switch f.Rel(t) {
	case news.Obj, news.NsubjPass, news.Nsubj, news.Obl:
		return (f.UPOS(h) == news.VERB || f.Lemma(h) == "due") && !speech[f.Lemma(h)]
	case news.Xcomp:
		return !speech[f.Lemma(h)]
	case news.Advcl: // "surprised them this week by opening talks", "was filmed slapping"
		return f.under(t, "by") || f.Tag(t).XPOS == news.VBG && f.Child(t, news.Mark) == 0 && !speech[f.Lemma(h)]
	}
	return false
}

// speech verbs have times of their own: "said on Monday".
var speech = map[string]bool{"say": true, "tell": true, "announce": true, "add": true, "report": true, "write": true, "warn": true,
	"claim": true, "confirm": true, "note": true, "state": true, "declare": true, "insist": true, "discuss": true, "promise": true, "vow": true, "agree": true}

// timeUnder is the first date or clock time among the dependents of t.
func (f *finder) timeUnder(t, trigger news.TokenID) news.TimeID {
	for k := f.Kid(t); k != 0; k = f.Next(k) {
		switch f.Rel(k) {
		case news.Obl, news.OblUnmarked, news.Nmod, news.NmodUnmarked, news.NmodPoss, news.Compound, news.Amod, news.Advmod, news.Dep, news.NmodDesc, news.Nummod, news.Obj, news.Appos:
			if id := f.usable(f.timeHead(k)); id != 0 {
				return id
			}
		case news.Nsubj, news.NsubjPass: // "Varnia [on Monday] imposed", hung on Varnia
			for d := f.Kid(k); d != 0; d = f.Next(d) {
				if id := f.usable(f.TimeOf(d)); id != 0 && d > k && d < t && f.near(d, t) && f.Rel(d) == news.Nmod {
					return id
				}
			}
		}
	}
	return 0
}

// timeHead is the time that stands at k or, through "end of the month" or
// "morning of 5 May", right below it.
func (f *finder) timeHead(k news.TokenID) news.TimeID {
	if id := f.TimeOf(k); id != 0 {
		return id
	}
	if f.Rel(k) == news.Advmod || f.Rel(k) == news.Compound || f.Rel(k) == news.Amod {
		return 0
	}
	for d := f.Kid(k); d != 0; d = f.Next(d) {
		if id := f.TimeOf(d); id != 0 && (f.Rel(d) == news.OblUnmarked || f.Rel(d) == news.NmodUnmarked) {
			return id
		}
	}
	return 0
}

// usable is id unless it is a duration or a set.
func (f *finder) usable(id news.TimeID) news.TimeID {
	t := f.a.Time(id)
	if t == nil || t.Kind == news.Duration || t.Kind == news.Set {
		return 0
	}
	return id
}

// loneTime is the nearest time with no verb in between that hangs on no other
// verb: what a slip of the parser takes away from the trigger.
func (f *finder) loneTime(t news.TokenID) news.TimeID {
	s := f.a.Sentence(f.sent)
	for d := news.TokenID(1); d < 15; d++ {
		for _, k := range [2]news.TokenID{t + d, t - d} {
			if k < s.First || k > s.Last {
				continue
			}
			id := f.usable(f.TimeOf(k))
			if id != 0 && f.near(t, k) && !f.otherVerb(k, t) {
				return id
			}
		}
	}
	return 0
}

// otherVerb reports whether k hangs on a verb that does not govern t.
func (f *finder) otherVerb(k, t news.TokenID) bool {
	h := f.Head(k)
	for i := 0; h != 0 && i < 4; i++ {
		if f.UPOS(h) == news.VERB {
			return h != t && (!f.Within(t, h) || speech[f.Lemma(h)])
		}
		h = f.Head(h)
	}
	return false
}

// placeOf is where the event at t is, by grammar; never a place that only
// stands near, and never one that takes part.
func (f *finder) placeOf(t news.TokenID, ps []news.Participant) news.Party {
	at := t
	for i := 0; at != 0 && i < 4; i++ {
		for _, p := range [2]news.Party{f.placeUnder(at), f.placeBeside(at)} {
			if !p.IsZero() && !takesPart(p, ps) {
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
	if p := f.wherePlace(t); !p.IsZero() {
		return p
	}
	return f.venue(t)
}

// venue is the common noun of place under which the event at t stands, for
// want of a name: "at the town hall".
func (f *finder) venue(t news.TokenID) news.Party {
	for i := 0; t != 0 && i < 3; i++ {
		for _, h := range [2]news.TokenID{t, f.Object(t)} { // "met residents [at the school]"
			if d := f.Oblique(h, "at", "in", "outside", "inside", "near"); d != 0 && f.lex.in("venue", f.Lemma(d)) && f.UPOS(d) == news.NOUN && f.nameless(d) {
				return news.Party{Span: f.Phrase(d)}
			}
		}
		if !f.shares(t) {
			break
		}
		t = f.Head(t)
	}
	return news.Party{}
}

// nameless reports whether noun t is no part of a name.
func (f *finder) nameless(t news.TokenID) bool {
	m := f.a.Mention(f.MentionOf(t))
	return m == nil || m.Form == news.Nominal
}

// scene is where an event is because it is done to a place: a town that is
// shelled or visited, a state that is visited or flown over.
func (f *finder) scene(c *candidate) news.Party {
	for _, p := range c.Participants {
		ch := f.a.Chain(p.Chain)
		if ch == nil || p.Role != news.Recipient {
			continue
		}
		switch {
		case ch.Kind == news.Place && (c.Class == "ASSAULT" || c.Class == "MOBILIZE"), c.Mode == "visit" && (ch.Kind == news.Place || ch.Kind == news.State):
			return p.Party
		}
	}
	return news.Party{}
}

// setting are the verbs whose relative clause says where and when a meeting is
// to be: "a meeting that was due to open in Lutava on Tuesday".
var setting = map[string]bool{"open": true, "plan": true, "schedule": true, "set": true, "hold": true, "take": true, "start": true, "begin": true,
	"resume": true, "due": true, "arrange": true, "be": true}

// setTime is the time in a relative clause of noun t that says when it is set.
func (f *finder) setTime(t news.TokenID) news.TimeID {
	if f.UPOS(t) != news.NOUN {
		return 0
	}
	for k := f.Kid(t); k != 0; k = f.Next(k) {
		if r := f.Rel(k); (r == news.AclRelcl || r == news.Acl) && setting[f.Lemma(k)] {
			if id := f.timeUnder(k, t); id != 0 {
				return id
			}
			if x := f.Child(k, news.Xcomp); x != 0 {
				if id := f.timeUnder(x, t); id != 0 {
					return id
				}
			}
		}
	}
	return 0
}

// setPlace is the place in a relative clause within the phrase of noun t that
// says where it is set, wherever in the phrase the parser hung it.
func (f *finder) setPlace(t news.TokenID) news.Party {
	if f.UPOS(t) != news.NOUN {
		return news.Party{}
	}
	_, last := f.Extent(t)
	for k := t + 1; k <= last; k++ {
		if r := f.Rel(k); r != news.AclRelcl && r != news.Acl && r != news.Xcomp || !setting[f.Lemma(k)] {
			continue
		}
		if d := f.Oblique(k, "in", "at"); d != 0 {
			if p := f.placeAt(d); !p.IsZero() {
				return p
			}
		}
	}
	return news.Party{}
}

// wherePlace is the place named right before the "where" that opens the clause
// of t: "in Lutava, where he met the president".
func (f *finder) wherePlace(t news.TokenID) news.Party {
	for k := f.Kid(t); k != 0 && k < t; k = f.Next(k) {
		if f.Lemma(k) != "where" {
			continue
		}
		for b := k - 1; b > 0 && b >= k-2; b-- {
			if m := f.InnerMention(b); m != nil && m.Chain != 0 && (m.Kind == news.Place || m.Kind == news.State) && m.Form != news.Demonym {
				return news.Party{Chain: m.Chain, Span: m.Span}
			}
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
			case "in", "at", "near", "outside", "across", "inside", "to", "over", "from", "through":
				if p := f.placeAt(k); !p.IsZero() {
					return p
				}
			case "on": // "on Lutava's main square", never "sanctions on Varnia"
				if p := f.placeAt(k); !p.IsZero() && f.UPOS(t) == news.VERB && !f.isState(p) {
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

// placeBeside is a place that the parser hung on somebody who takes part or on
// the time ("met his counterpart [in Lutava]", "on Friday [in Lutava]"): people
// and days are in no place of their own.
func (f *finder) placeBeside(t news.TokenID) news.Party {
	for k := f.Kid(t); k != 0; k = f.Next(k) {
		switch f.Rel(k) {
		case news.Obj, news.Obl, news.NsubjPass, news.Nmod:
			if f.is("person", k) || f.TimeOf(k) != 0 {
				if d := f.Oblique(k, "in", "at"); d != 0 && d > k {
					return f.placeAt(d)
				}
			}
		}
	}
	return news.Party{}
}

// placeAt is the place that noun k names, or that a common noun is in ("the
// capital of Varnia", "a hotel in Lutava").
func (f *finder) placeAt(k news.TokenID) news.Party {
	if m := f.InnerMention(k); m != nil && m.Chain != 0 && (m.Kind == news.Place || m.Kind == news.State) && m.Form != news.Demonym {
		return news.Party{Chain: m.Chain, Span: m.Span}
	}
	if f.UPOS(k) != news.NOUN || f.TimeOf(k) != 0 {
		return news.Party{}
	}
	if p := f.capital(k); !p.IsZero() {
		return p
	}
	if d := f.Child(k, news.Compound, news.NmodPoss); d != 0 { // "the Lutava airport"
		if m := f.InnerMention(d); m != nil && m.Kind == news.Place && m.Chain != 0 {
			return news.Party{Chain: m.Chain, Span: m.Span}
		}
	}
	if d := f.Oblique(k, "in", "of", "at", "near"); d != 0 {
		return f.placeAt(d)
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
			return news.Party{Chain: m.Chain, Span: m.Span}
		}
	}
	return news.Party{}
}

// cityOf is the chain of the capital of state, 0 where the report has none.
func (f *finder) cityOf(state string) news.ChainID {
	for i := range f.a.Chains {
		if e := lex.Default().Lookup(f.a.Chains[i].Name); e != nil && e.Class == lex.Capital && e.Of == state {
			return news.ChainID(i + 1)
		}
	}
	return 0
}

// isCity reports whether the name at k is a place and no state.
func (f *finder) isCity(k news.TokenID) bool {
	m := f.a.Mention(f.MentionOf(k))
	if m == nil {
		return false
	}
	e := lex.Default().Lookup(m.Span.Of(f.a.Doc.Text))
	return m.Kind == news.Place || e != nil && e.Class == lex.Capital
}
