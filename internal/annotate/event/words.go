package event

import (
	"slices"

	"rapporteur/internal/news"
)

// Attacks in words: "his attack on her record", "a broadside he levelled at the party".

// politic reports whether somebody attacks at t in words: one in public life, or one
// named who attacks another that is named or his side, his record or his plans, with
// nothing in hand and nobody hurt.
func (f *finder) politic(t news.TokenID, tr *trigger) bool {
	doers, whom := f.doers(t), f.sufferers(t)
	if tr.noun {
		doers, whom = f.joined(f.Child(t, news.NmodPoss)), f.joined(f.Oblique(t, "on", "against"))
		if g := f.Head(t); len(doers) == 0 && f.Rel(t) == news.Obj && f.light(f.Lemma(g), tr.class) {
			doers = f.doers(g) // "launched an attack on her"
		}
		if v := f.levelled(t); v != 0 {
			return f.anyIs("person", f.doers(v))
		}
	}
	if tr.noun && len(whom) == 0 && !f.armedWith(t) {
		return f.attackedBefore(doers)
	}
	if len(whom) == 0 || f.armedWith(t) {
		return false
	}
	if f.anyIs("traveller", doers) && !slices.ContainsFunc(whom, func(k news.TokenID) bool { return !f.personal(k) && !f.lex.in("target-of-words", f.Lemma(k)) }) {
		return f.Oblique(t, "with", "in", "at") == 0
	}
	return slices.ContainsFunc(doers, f.namedPerson) && !slices.ContainsFunc(whom, func(k news.TokenID) bool {
		return !f.lex.in("target-of-words", f.Lemma(k)) && !f.namedPerson(k)
	}) && f.Oblique(t, "with", "in", "at") == 0
}

// namedPerson reports whether noun or pronoun t stands for a person whose name the report
// tells, or for him who is spoken to.
func (f *finder) namedPerson(t news.TokenID) bool {
	m := f.a.Mention(f.MentionOf(t))
	c := f.a.Chain(chainOf(m))
	return c != nil && c.Kind == news.Person && c.Named || f.Lemma(t) == "you" && f.quoted(f.Span(t))
}

// personal reports whether noun t is a person.
func (f *finder) personal(t news.TokenID) bool {
	m := f.a.Mention(f.MentionOf(t))
	return m != nil && m.Kind == news.Person
}

// attackedBefore reports whether one of the doers has been told to attack somebody in
// words: "[his] attack came a day after".
func (f *finder) attackedBefore(doers []news.TokenID) bool {
	return slices.ContainsFunc(doers, func(k news.TokenID) bool {
		id := chainOf(f.a.Mention(f.MentionOf(k)))
		return id != 0 && slices.ContainsFunc(f.out, func(c candidate) bool {
			return c.Class == "ACCUSE" && c.Label == "attack" && slices.Contains(f.chainsIn(&c, news.Actor), id)
		})
	})
}

// armedWith reports whether the sentence tells of arms or of anybody hurt.
func (f *finder) armedWith(t news.TokenID) bool {
	s := f.a.Sentence(f.sent)
	for k := s.First; k <= s.Last; k++ {
		if l := f.Lemma(k); f.lex.in("harmed", l) && k != t {
			return true
		}
	}
	return false
}

// levelled is the verb behind noun t by which an attack is one in words: "an attack that
// he [levelled] at her"; 0 for none.
func (f *finder) levelled(t news.TokenID) news.TokenID {
	last := min(f.a.Sentence(f.sent).Last, t+reach/2)
	for k := t + 1; k <= last; k++ {
		if f.UPOS(k) == news.VERB {
			if f.lex.in("levelling", f.Lemma(k)) {
				return k
			}
			return 0
		}
	}
	return 0
}

// levelledAt adds whom verb v levels an attack at: who stands right behind the first
// "at", "on" or "against", wherever the parser hung him.
func (p *parties) levelledAt(v news.TokenID) {
	f := p.f
	last := min(f.a.Sentence(f.sent).Last, v+reach/2)
	for k := v + 1; k < last; k++ {
		switch f.Lemma(k) {
		case "at", "on", "against", "towards", "toward":
			for d := k + 1; d <= last && f.UPOS(d) != news.VERB; d++ {
				if m := f.InnerMention(d); m != nil && m.Chain != 0 && m.Kind != "" && f.TimeOf(d) == 0 {
					p.add(f.joined(d), news.Recipient)
					return
				}
			}
			return
		}
	}
}
