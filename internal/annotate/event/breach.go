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
	if g := f.Head(t); f.Rel(t) == news.Obj && f.lex.in("owning", f.Lemma(g)) && !p.suffers() && !slices.ContainsFunc(f.doers(g), f.investigates) {
		p.add(f.doers(g), news.Recipient)
	}
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
	if k := f.Child(t, news.Acl); f.Tag(k).XPOS == news.VBN {
		return news.Held // "a breach disclosed last year"
	}
	return ""
}
