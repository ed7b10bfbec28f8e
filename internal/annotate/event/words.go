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
	if len(whom) == 0 || f.armedWith(t) {
		return false
	}
	if f.anyIs("traveller", doers) && !slices.ContainsFunc(whom, func(k news.TokenID) bool { return !f.personal(k) && !f.lex.in("target-of-words", f.Lemma(k)) }) {
		return f.Oblique(t, "with", "in", "at") == 0
	}
	return f.anyIs("named", doers) && !slices.ContainsFunc(whom, func(k news.TokenID) bool {
		return !f.lex.in("target-of-words", f.Lemma(k)) && !f.is("named", k)
	}) && f.Oblique(t, "with", "in", "at") == 0
}

// personal reports whether noun t is a person.
func (f *finder) personal(t news.TokenID) bool {
	m := f.a.Mention(f.MentionOf(t))
	return m != nil && m.Kind == news.Person
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
