package event

import (
	"slices"
	"strings"

	"rapporteur/internal/news"
)

// sidesReach is the number of sentences within which "the two sides" are those of
// an event told before.
const sidesReach = 5

// bothSides adds the two parties that noun t speaks of together: "the two sides",
// "both ministers", "the neighbours". They are those of the latest event before
// that has just two.
func (p *parties) bothSides(t news.TokenID, r news.Role) bool {
	f := p.f
	if !f.lex.in("side", f.Lemma(t)) || !f.asTwo(t) {
		return false
	}
	two := f.lastTwo(t)
	if len(two) != 2 {
		two = f.twoStates(t)
	}
	if len(two) == 2 {
		for _, m := range two {
			p.put(news.Participant{Party: news.Party{Chain: m.Chain, Span: m.Span}, Role: r})
		}
		return true
	}
	for i := len(f.out) - 1; i >= 0; i-- {
		e := &f.out[i]
		if f.sent-e.Sentence > sidesReach {
			return false
		}
		if two := p.others(f.twoOf(e)); len(two) == 2 && e.Mode != "third-party" && f.holdOffice(t, two) && f.matched(&two) {
			for _, q := range two {
				p.put(news.Participant{Party: q.Party, Role: r})
			}
			return true
		}
	}
	return false
}

// holdOffice reports whether two parties can be those whom noun t calls by an office: "the
// two presidents" are states, or persons of whom the report tells no other office; no alliance.
func (f *finder) holdOffice(t news.TokenID, two []news.Participant) bool {
	return !f.isOffice(t) || !slices.ContainsFunc(two, func(q news.Participant) bool {
		c := f.a.Chain(q.Chain)
		return c == nil || c.Kind == news.Organization || len(c.Offices) > 0 && !f.holds(c, f.Lemma(t))
	})
}

// holds reports whether an office of c is that of the noun, or falls under it: a
// president is a leader.
func (f *finder) holds(c *news.Chain, noun string) bool {
	return slices.ContainsFunc(c.Offices, func(o news.Office) bool {
		return strings.HasSuffix(o.Title, noun) || noun == "leader" && f.lex.in("leaders", o.Title)
	})
}

// lastTwo are the two persons that the sentence before noun t names, where it names two
// and t speaks of persons: "Trask asked Dovan. As the two [men] talked".
func (f *finder) lastTwo(t news.TokenID) (two []*news.Mention) {
	if f.sent < 2 || !f.lex.in("manly", f.Lemma(t)) {
		return nil
	}
	s := f.a.Sentence(f.sent - 1)
	for k := s.First; k <= s.Last; k++ {
		m := f.a.Mention(f.MentionOf(k))
		if m == nil || m.First != k || m.Kind != news.Person || m.Form == news.Pronoun || m.Chain == 0 {
			continue
		}
		if c := f.a.Chain(m.Chain); c.Named && !slices.ContainsFunc(two, func(x *news.Mention) bool { return x.Chain == m.Chain }) {
			two = append(two, m)
		}
	}
	return two
}

// twoStates are the two states of which the clauses of the sentence before noun t tell
// something, where t speaks of states: "Varnia sells them oil and Ostrel trains them. He
// called on both [countries] to stop".
func (f *finder) twoStates(t news.TokenID) (two []*news.Mention) {
	if f.sent < 2 || !f.lex.in("realm", f.Lemma(t)) {
		return nil
	}
	s := f.a.Sentence(f.sent - 1)
	for k := s.First; k <= s.Last; k++ {
		m := f.a.Mention(f.MentionOf(k))
		if m == nil || m.Last != k || m.Kind != news.State || m.Chain == 0 || m.Form == news.Pronoun || m.Form == news.Demonym || !f.beforeItsVerb(k) {
			continue
		}
		if !slices.ContainsFunc(two, func(x *news.Mention) bool { return x.Chain == m.Chain }) {
			two = append(two, m)
		}
	}
	return two
}

// beforeItsVerb reports whether the word behind k, over adverbs and quotation marks, is
// a verb, as it is behind a subject, whatever the parser made of it.
func (f *finder) beforeItsVerb(k news.TokenID) bool {
	for k++; f.UPOS(k) == news.ADV || f.UPOS(k) == news.PUNCT && f.Word(k) != ","; k++ {
	}
	x := f.Tag(k).XPOS
	return f.UPOS(k) == news.AUX || x == news.VBD || x == news.VBZ || x == news.VBP
}

// matched reports whether two parties are of one kind: two persons, or two states or
// bodies. A person beside a state gives way to the state that he speaks for.
func (f *finder) matched(two *[]news.Participant) bool {
	person := func(i int) bool { return f.a.Chain((*two)[i].Chain).Kind == news.Person }
	for i := range *two {
		if !person(i) || person(1-i) {
			continue
		}
		m := f.firstOf(f.side((*two)[i].Chain))
		if m == nil || f.a.Chain((*two)[1-i].Chain).Kind == news.Place {
			return false
		}
		(*two)[i].Party = news.Party{Chain: m.Chain, Span: m.Span}
	}
	return true
}

// firstOf is the first mention by name of a chain, nil for none.
func (f *finder) firstOf(id news.ChainID) *news.Mention {
	for i := range f.a.Mentions {
		if m := &f.a.Mentions[i]; id != 0 && m.Chain == id && m.Form != news.Pronoun {
			return m
		}
	}
	return nil
}

// asTwo reports whether noun t is said of two: "the two sides", "both sides".
func (f *finder) asTwo(t news.TokenID) bool {
	for k := f.Kid(t); k != 0 && k < t; k = f.Next(k) {
		switch f.Lemma(k) {
		case "two", "both":
			return f.Child(t, news.NmodPoss) == 0 && f.Oblique(t, "of", "from") == 0
		}
	}
	return false
}

// others are those of ps who are no parties yet: "his calls to A and B, in which he
// pressed [both presidents]".
func (p *parties) others(ps []news.Participant) []news.Participant {
	return slices.DeleteFunc(ps, func(q news.Participant) bool {
		return slices.ContainsFunc(p.out, func(x news.Participant) bool { return x.Chain == q.Chain })
	})
}

// twoOf are the known parties of e, hosts and mediators left out.
func (f *finder) twoOf(e *candidate) (out []news.Participant) {
	for _, q := range e.Participants {
		if q.Chain != 0 && (q.Role == news.Actor || q.Role == news.Recipient) {
			out = append(out, q)
		}
	}
	return out
}

// adopt gives "the talks" that name nobody the parties of the latest agreement,
// exchange or meeting that the report tells before them; it returns that event
// where both are one, else nil.
func (f *finder) adopt(kept []candidate, c *candidate) *candidate {
	if slices.ContainsFunc(c.Participants, func(q news.Participant) bool { return q.Role == news.Host }) {
		return nil // "who is hosting the summit": another's
	}
	if !c.trigger.noun || c.trigger.frame != mutual || !f.resumes(c) || len(f.chainsIn(c, news.Actor)) > 0 || c.Status == "" {
		return nil
	}
	for i := len(kept) - 1; i >= 0; i-- {
		e := &kept[i]
		if e.Sentence >= c.Sentence || e.Class != "AGREE" && e.Class != "CONSULT" && e.Class != "RETREAT" || e.trigger.frame != mutual {
			continue
		}
		two := f.twoOf(e)
		if len(two) < 2 || e.Mode == "phone" && c.Mode != "phone" { // "the talks" are no call
			continue
		}
		if !c.Place.IsZero() && !e.Place.IsZero() && !f.placesAgree(e.Place, c.Place) {
			continue
		}
		if e.Class == c.Class && f.sameDay(e, c) && f.formsAgree(e, c) && f.timesAgree(e, c) && f.placesAgree(e.Place, c.Place) && statusAgree(e.Status, c.Status) {
			return e
		}
		p := parties{f: f, out: c.Participants}
		for _, q := range two {
			p.put(q)
		}
		c.Participants, c.adopted = p.out, true
		return nil
	}
	return nil
}

// resumes reports whether c goes on with something told of: "the talks", "the next
// round", "talks resume on Friday".
func (f *finder) resumes(c *candidate) bool {
	if c.definite {
		return true
	}
	return f.Child(c.token, news.Det, news.Nummod) == 0 && f.lex.in("parley", c.Label)
}
