package position

import (
	"slices"
	"strings"

	"rapporteur/internal/news"
)

// Objects that the tree gives to another word: of relative clauses, of passives that
// keep them, and behind particles.

// relativised is who does what verb t of a relative clause says, and to what, where
// the tree took "which" for its subject or lost it: "the dam, which [farmers] have long
// resisted". Read off the order of words: "which", a noun phrase, auxiliaries, t.
func (f *finder) relativised(t news.TokenID) (subject, object news.TokenID) {
	switch f.Tag(t).XPOS {
	case news.VBD, news.VBZ, news.VBP, news.VBN:
	default:
		return 0, 0
	}
	if f.UPOS(t) != news.VERB || f.Child(t, news.Obj) > t || f.Child(t, news.AuxPass) != 0 {
		return 0, 0
	}
	first := f.a.Sentence(f.SentenceOf(t)).First
	s := f.beforeVerb(t)
	if s <= first+1 || f.UPOS(s) != news.NOUN && f.UPOS(s) != news.PROPN {
		return 0, 0
	}
	k := s
	for k > first && k+6 > s && slices.Contains(inPhrase, f.UPOS(k)) {
		k--
	}
	if f.Lemma(k) != "which" || k <= first+1 || k == s {
		return 0, 0
	}
	o := k - 1
	if f.Word(o) == "," {
		o--
	}
	if f.UPOS(o) != news.NOUN && f.UPOS(o) != news.PROPN || f.TimeOf(o) != 0 {
		return 0, 0
	}
	if h := f.Head(f.Head(k)); f.Head(k) >= k && h != 0 && h < k && f.UPOS(h) == news.NOUN { // the noun that the clause hangs on
		o = h
	}
	return s, o
}

// inPhrase are the parts of speech that a noun phrase without further ones is made of.
var inPhrase = []news.UPOS{news.DET, news.ADJ, news.NUM, news.NOUN, news.PROPN}

// bestowed is what the passive of a verb of giving keeps for its object: "were promised
// [safe passage]", 0 for none.
func (f *finder) bestowed(t news.TokenID) news.TokenID {
	if o := f.Child(t, news.Obj); o > t && f.lex.bestowing[f.Lemma(t)] && f.Child(t, news.AuxPass) != 0 {
		return o
	}
	return 0
}

// behindParticle is what act e, a verb and its particle, is done to where the tree took
// the particle for a preposition: "shrugged off [the warning]".
func (f *finder) behindParticle(t news.TokenID, e *entry) []news.TokenID {
	_, p, two := strings.Cut(e.lemma, " ")
	if !two || !f.lex.particle[p] || f.Lemma(t+1) != p {
		return nil
	}
	o := f.Oblique(t, p)
	if o == 0 || f.TimeOf(o) != 0 || f.UPOS(o) == news.PRON {
		return nil
	}
	return f.Conjuncts(o)
}

// asNoun reports whether "-ing" form t stands as the noun of an act: "won [backing]
// from two unions".
func (f *finder) asNoun(t news.TokenID) bool {
	return f.Tag(t).XPOS == news.VBG && f.lex.nouns[f.Word(t)] != nil && t > 1 && f.lex.drawing[f.Lemma(t-1)] && f.Child(t, news.Obj) == 0
}
