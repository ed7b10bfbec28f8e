package event

import (
	"slices"

	"rapporteur/internal/news"
)

// breach puts right who suffers a break into a network that noun c tells of: whose
// the breach is ("Keldia's data breach", "the Keldia hack"), who tells of it as
// having come to him ("Keldia disclosed two cyber attacks"), and at whom it was
// ("a breach disclosed last year at Keldia"). Whose attack on somebody it is, or of
// which people, remains its doer.
func (p *parties) breach(c *candidate) {
	f, t := p.f, c.token
	if c.Mode != "cyber" || !c.trigger.noun {
		return
	}
	if f.Oblique(t, "on", "against") == 0 {
		for i := range p.out {
			if ch := f.a.Chain(p.out[i].Chain); ch != nil && ch.Kind != news.State && ch.Kind != news.Group {
				p.out[i].Role = news.Recipient
			}
		}
	}
	for _, k := range f.marked(f.Child(t, news.Acl), []string{"at"}) {
		n := len(p.out)
		if p.one(k, news.Recipient); len(p.out) == n {
			p.put(news.Participant{Party: news.Party{Span: f.Phrase(k)}, Role: news.Recipient})
		}
	}
	if !p.suffers() && len(p.out) == 0 { // "claims against Keldia after a breach"
		for h, i := f.Head(t), 0; h != 0 && i < 3 && !p.suffers(); h, i = f.Head(h), i+1 {
			p.add(f.joined(f.Oblique(h, "against")), news.Recipient)
			p.add(f.joined(f.Oblique(f.Object(h), "against")), news.Recipient)
		}
	}
	if g := f.Head(t); f.Rel(t) == news.Obj && f.lex.in("owning", f.Lemma(g)) && !p.suffers() && !slices.ContainsFunc(f.doers(g), f.investigates) {
		p.add(f.doers(g), news.Recipient)
	}
}

// namedSufferer reports whether somebody with a capital suffers a breach, of whom the
// report may not tell what he is: "the site Lark Meadow".
func (f *finder) namedSufferer(c *candidate) bool {
	return c.Mode == "cyber" && slices.ContainsFunc(c.Participants, func(p news.Participant) bool {
		k := f.TokenAt(p.Span.End - 1)
		return p.Role == news.Recipient && f.UPOS(k) == news.PROPN
	})
}

// inquiry reports whether an inquiry that goes on has both who makes it and whose act
// is looked into, though neither has a name: "they are investigating whether the
// driver slept".
func (f *finder) inquiry(c *candidate) bool {
	p := parties{f: f, out: c.Participants}
	return c.Mode == "investigate" && c.Status == news.UnderWay && f.doer(c) && p.suffers()
}

// investigates reports whether noun t is of those who look into things by law:
// what they disclose befell others.
func (f *finder) investigates(t news.TokenID) bool { return f.lex.in("lawful", f.Lemma(t)) }

// disclosed is Held for a breach that somebody tells of as having come to him, or
// that is known by whose it is; "" else.
func (f *finder) disclosed(t news.TokenID, tr *trigger) news.Status {
	if tr.mode != "cyber" || !tr.noun {
		return ""
	}
	if g := f.Head(t); f.Rel(t) == news.Obj && f.lex.in("owning", f.Lemma(g)) && f.Modal(g) == "" && !f.Negated(g) && !f.infinitive(g) {
		return news.Held
	}
	if f.Child(t, news.NmodPoss) != 0 || f.isDefinite(t) {
		return news.Held // "its data breach", "the massive hack"
	}
	switch f.preposed(t) {
	case "after", "since", "following":
		return news.Held
	}
	if k := f.Child(t, news.Acl); f.Tag(k).XPOS == news.VBN {
		return news.Held // "a breach disclosed last year"
	}
	return ""
}
