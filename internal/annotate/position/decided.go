package position

import (
	"cmp"

	"rapporteur/internal/news"
)

// What is done because somebody resolved on it, and what is written because somebody
// wrote it: "the council's decision to reject the treaty", "in her letter condemning".

// decider is who resolved to do what infinitive t tells: "[the council]'s decision to
// reject it", "[the court] made a decision to grant it"; 0 for nobody.
func (f *finder) decider(t news.TokenID) news.TokenID {
	n := f.Head(t)
	if r := f.Rel(t); r != news.Acl && r != news.Xcomp || n > t || !f.lex.resolved[f.Lemma(n)] || !f.infinitive(t) || f.Negated(n) || f.Modal(t) != "" {
		return 0
	}
	if k := cmp.Or(f.Child(n, news.NmodPoss), f.Oblique(n, "by")); k != 0 && k < t {
		return k
	}
	for f.Rel(n) == news.Acl && f.UPOS(f.Head(n)) == news.NOUN && f.Head(n) < n { // "made a surprise 5-4 [decision]"
		n = f.Head(n)
	}
	switch h := f.Head(n); f.Lemma(h) {
	case "make", "take", "reach", "announce", "issue", "defend":
		if f.Rel(n) == news.Obj && h < n && f.Modal(h) == "" && !f.infinitive(h) && !f.Negated(h) && !f.Passive(h) {
			return f.subject(h)
		}
	}
	return 0
}

// authorOf is who wrote document s that an act is told of: "[her] statement condemning
// it", "a letter signed by [50 senators]"; 0 for nobody.
func (f *finder) authorOf(s news.TokenID) news.TokenID {
	l := f.Lemma(s)
	if f.UPOS(s) != news.NOUN || !f.lex.notice[l] && !f.lex.authored[l] || f.MentionOf(s) != 0 && f.a.Mention(f.MentionOf(s)).Form == news.Name {
		return 0
	}
	if k := f.Child(s, news.NmodPoss); k != 0 && k < s {
		return k
	}
	if v := f.Child(s, news.Acl); f.Tag(v).XPOS == news.VBN && f.TimeOf(f.Agent(v)) == 0 {
		return f.Agent(v)
	}
	if k := f.Oblique(s, "by"); k > s && f.TimeOf(k) == 0 {
		return k
	}
	return 0
}

// ahead is whom pronoun w of document s, in front of its clause, looks ahead to: "in [her]
// letter condemning it, Brenn defended"; 0 where w was linked, or is no pronoun.
func (f *finder) ahead(w, s news.TokenID) news.TokenID {
	if m := f.a.Mention(f.MentionOf(w)); f.UPOS(w) != news.PRON || m != nil && m.Chain != 0 {
		return 0
	}
	if h := f.Head(s); f.Rel(s) == news.Obl && s < h && f.Child(h, news.Nsubj) > s {
		return f.Child(h, news.Nsubj)
	}
	return 0
}

// bodyBefore is the body right before the comma and "which" that is the subject of t, where
// the tree hung the clause on a person: "Brenn of [the Union], which opposed it"; nil for
// none. "Which" is never a person.
func (f *finder) bodyBefore(t news.TokenID) *news.Mention {
	w := f.Child(t, news.Nsubj)
	if f.Lemma(w) != "which" || w < 3 || f.Word(w-1) != "," || f.Rel(t) != news.AclRelcl {
		return nil
	}
	c := f.a.Chain(f.party(f.Head(t)).Chain)
	m := f.InnerMention(w - 2)
	if c == nil || c.Kind != news.Person || m == nil || m.Chain == 0 || m.Last != w-2 || m.Kind == news.Person || m.Kind == news.Place {
		return nil
	}
	return m
}
