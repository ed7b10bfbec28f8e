package position

import (
	"rapporteur/internal/news"
)

// Whose act a verb is where the tree hung it below the wrong word.

// astray is the subject of act t in three such places: joined to the clause of what
// somebody told before ("swore that they had left and [called] for talks"), under the
// noun that it is said of ("The union, the NTA, is [seeking] a rise"), and under its own
// auxiliary ("Pendry has [put] it on the table"). 0 for any other.
func (f *finder) astray(t news.TokenID) news.TokenID {
	h := f.Head(t)
	if h == 0 || h > t || f.Child(t, news.Nsubj, news.NsubjPass, news.AuxPass) != 0 {
		return 0
	}
	switch r, aux := f.Rel(t), f.Child(t, news.Aux); {
	case r == news.Conj && aux == 0 && f.told(t) && f.Rel(h) == news.Ccomp && f.pluperfect(h) && f.Tag(f.Head(h)).XPOS == news.VBD:
		return f.subject(f.Head(h))
	case r == news.Conj && aux == 0 && f.Tag(t).XPOS == news.VBD && f.toldOver(h) != 0:
		return f.subject(f.toldOver(h))
	case (r == news.Advcl || r == news.Acl) && f.Rel(h) == news.Root && (f.UPOS(h) == news.NOUN || f.UPOS(h) == news.PROPN) && f.tense(aux) && f.Lemma(t-1) != "to":
		return h
	case r == news.Acl && f.Lemma(h) == "have" && f.tense(h) && h+3 > t && f.Tag(t).XPOS == news.VBN:
		return f.subject(h)
	}
	return 0
}

// toldOver is the verb of saying in the past over the clause, with a modal, that h or the
// time h belongs to; a past tense joined to it can only go on with that verb: "said it would
// answer by Friday and [denied] reports"; 0 for none.
func (f *finder) toldOver(h news.TokenID) news.TokenID {
	if f.TimeOf(h) != 0 && f.UPOS(f.Head(h)) == news.VERB {
		h = f.Head(h)
	}
	if v := f.Head(h); f.Rel(h) == news.Ccomp && f.Modal(h) != "" && f.Tag(h).XPOS == news.VB && f.Tag(v).XPOS == news.VBD && f.lex.adding[f.Lemma(v)] {
		return v
	}
	return 0
}

// pluperfect reports whether clause t stands in it: "had left".
func (f *finder) pluperfect(t news.TokenID) bool {
	aux := f.Child(t, news.Aux)
	return f.Tag(t).XPOS == news.VBN && f.Lemma(aux) == "have" && f.Tag(aux).XPOS == news.VBD
}

// tense reports whether t is a verb or auxiliary in a tense.
func (f *finder) tense(t news.TokenID) bool {
	x := f.Tag(t).XPOS
	return t != 0 && (x == news.VBD || x == news.VBZ || x == news.VBP)
}
