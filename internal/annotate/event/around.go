package event

import (
	"cmp"
	"slices"

	"rapporteur/internal/news"
)

// What stands here reads when and where an event was from what the sentence says
// beside it: of whom did it, of what was going on, and of where the words were said.

// mainTime is the time of the clause that t was done in the course of: "extended the
// curfew on Monday [as] he vowed to go on".
func (f *finder) mainTime(t news.TokenID) news.TimeID { return f.timeUnder(f.mainOf(t), t) }

// mainOf is the past verb that past verb t of a clause with "as", "when" or "while" hangs
// on, also through a time ("on Monday, when they [threw] stones"); 0 for none.
func (f *finder) mainOf(t news.TokenID) news.TokenID {
	if !f.past(t) || f.Rel(t) != news.Advcl && f.Rel(t) != news.AclRelcl || !f.under(t, "as", "when", "while") {
		return 0
	}
	h := f.Head(t)
	for i := 0; i < 4 && f.TimeOf(h) != 0; i++ {
		h = f.Head(h)
	}
	if h == 0 || f.lex.in("speech", f.Lemma(h)) || f.UPOS(h) == news.VERB && !f.past(h) || f.UPOS(h) != news.VERB && f.Child(h, news.Nsubj, news.Cop, news.Expl) == 0 {
		return 0
	}
	return h
}

// doersTime is the time of what the subject of t is doing meanwhile: "donors [meeting]
// in Lutava on Monday demanded".
func (f *finder) doersTime(t news.TokenID) news.TimeID { return f.timeUnder(f.doersAct(t), t) }

// doersAct is the participle behind the subject of verb t that says at what occasion they
// are, 0 for none.
func (f *finder) doersAct(t news.TokenID) news.TokenID {
	if f.UPOS(t) != news.VERB {
		return 0
	}
	s := f.Subject(t)
	for k := f.Kid(s); s != 0 && k != 0; k = f.Next(k) {
		if k > s && k < t && f.Rel(k) == news.Acl && f.Tag(k).XPOS == news.VBG && f.lex.in("convening", f.Lemma(k)) {
			return k
		}
	}
	return 0
}

// ownTime is the time among what past verb t of refusing, agreeing and the like governs,
// where that has come: "refused to leave [today]". What is to come is of what was agreed.
func (f *finder) ownTime(t news.TokenID) news.TimeID {
	x := f.Child(t, news.Xcomp)
	if x == 0 || !f.simplePast(t) {
		return 0
	}
	id := f.timeUnder(x, t)
	if _, to, ok := f.interval(id); !ok || f.a.Day().IsZero() || to.Sub(f.a.Day()) > 1 {
		return 0
	}
	return id
}

// wordsTime is the time of the statement, post or occasion behind verb t of an act of
// speech in which it was done: "accused them of lying in a post late on Monday".
func (f *finder) wordsTime(t news.TokenID) news.TimeID {
	if f.UPOS(t) != news.VERB || !f.speechVerb(t) {
		return 0
	}
	last := min(f.a.Sentence(f.sent).Last, t+2*reach)
	for k := t + 1; k <= last; k++ {
		switch {
		case f.Word(k) == ";", f.UPOS(k) == news.VERB && (f.lex.in("speech", f.Lemma(k)) || f.past(k)):
			return 0
		case f.UPOS(k) == news.NOUN && f.TimeOf(k) == 0 && f.worded(k):
			return f.timeBehind(k, last)
		}
	}
	return 0
}

// speechVerb reports whether verb t can tell of an act of speech.
func (f *finder) speechVerb(t news.TokenID) bool {
	for _, tr := range f.lex.verbs[f.Lemma(t)] {
		if f.lex.in("spoken", tr.class) {
			return true
		}
	}
	return false
}

// onlySpoken reports whether verb t tells of nothing but an act of speech, so that what it
// is done to need not be there.
func (f *finder) onlySpoken(t news.TokenID) bool {
	trs := f.lex.verbs[f.Lemma(t)]
	return f.UPOS(t) == news.VERB && len(trs) > 0 && !slices.ContainsFunc(trs, func(tr *trigger) bool { return !f.lex.in("spoken", tr.class) })
}

// worded reports whether noun k is what words are said in or at.
func (f *finder) worded(k news.TokenID) bool {
	if !f.lex.in("message", f.Lemma(k)) && !f.lex.in("occasion", f.Lemma(k)) {
		return false
	}
	switch f.Marker(k) {
	case "in", "at", "during", "on", "via":
		return true
	}
	return false
}

// timeBehind is the time within or right behind the phrase of noun k: "in [Monday's]
// speech", "in a speech in Lutava [on Monday]".
func (f *finder) timeBehind(k, last news.TokenID) news.TimeID {
	if id := f.timeUnder(k, k); id != 0 {
		return id
	}
	for i := k + 1; i <= last && i < k+8; i++ {
		if id := f.usable(f.TimeOf(i)); id != 0 {
			return id
		}
		if u := f.UPOS(i); u == news.VERB || u == news.PUNCT || u == news.SCONJ || u == news.CCONJ {
			return 0
		}
	}
	return 0
}

// fatalClause is the past verb of the clause with "when" behind verb t of an attack, which
// says how people came to harm: "were killed when a mine [exploded] near Lutava"; 0 for
// none.
func (f *finder) fatalClause(t news.TokenID) news.TokenID {
	if f.UPOS(t) != news.VERB || !f.deadly(t) || !f.past(t) {
		return 0
	}
	for _, v := range [2]news.TokenID{t, f.Child(t, news.Conj)} {
		for k := f.Kid(v); v != 0 && k != 0; k = f.Next(k) {
			if k > v && f.Rel(k) == news.Advcl && (f.past(k) || f.Tag(k).XPOS == news.VBN) && f.under(k, "when", "as") {
				return k
			}
		}
	}
	return 0
}

// fatalTime is the time of that clause.
func (f *finder) fatalTime(t news.TokenID) news.TimeID {
	k := f.fatalClause(t)
	if k == 0 {
		return 0
	}
	return cmp.Or(f.timeUnder(k, k), f.loneTime(k))
}

// fatalPlace is the place of that clause.
func (f *finder) fatalPlace(t news.TokenID) news.Party {
	k := f.fatalClause(t)
	if k == 0 {
		return news.Party{}
	}
	if p := f.placeUnder(k); !p.IsZero() {
		return p
	}
	return f.lonePlace(k)
}

// there is the place that the "there" of verb t points back to: the last that the
// sentence names before it, or the one before that; nobody for none.
func (f *finder) there(t news.TokenID) news.Party {
	for k := t + 1; k <= min(t+3, f.a.Sentence(f.sent).Last) && f.UPOS(t) == news.VERB; k++ {
		if f.Rel(k) != news.Advmod || f.Word(k) != "there" {
			continue
		}
		first := f.a.Sentence(f.sent).First
		if f.sent > 1 && f.oneBlock(f.a.Sentence(f.sent-1), f.a.Sentence(f.sent)) {
			first = f.a.Sentence(f.sent - 1).First
		}
		for i := k - 1; i >= first; i-- {
			if f.UPOS(i) != news.PROPN {
				continue
			}
			if p := f.placeAt(i); !p.IsZero() {
				return p
			}
		}
	}
	return news.Party{}
}

// whereHeCame is the place of a journey that the sentence before tells, for a meeting in
// the course of it: "arrived in Lutava on Monday. He [met] the president".
func (f *finder) whereHeCame(c *candidate) news.Party {
	if c.Class != "CONSULT" || c.Sentence < 2 {
		return news.Party{}
	}
	r := f.rootOf(f.a.Sentence(c.Sentence - 1))
	if !f.journey(r) {
		return news.Party{}
	}
	return f.placeUnder(r)
}
