package position

import (
	"cmp"
	"slices"
	"strings"

	"rapporteur/internal/news"
)

// slot is what stands in one place of the verb's frame: "obj", "xcomp",
// "ccomp", "need", or a preposition.
func (f *finder) slot(t news.TokenID, slot string) []news.TokenID {
	switch slot {
	case "obj":
		o := cmp.Or(f.direct(t), f.greeted(t))
		if o == 0 || f.UPOS(o) == news.PRON && f.Lemma(o) != "what" || f.pointing(o) {
			return nil
		}
		if d := f.Lemma(f.Child(o, news.Det)); o < t && (d == "what" || d == "which") {
			return nil // "must decide what price he will demand"
		}
		if f.demandedOf(t) > o {
			return nil // "demands the council [make] a pledge"
		}
		if x := f.Child(t, news.Xcomp, news.Advcl); x != 0 && x < o && f.infinitive(x) {
			return nil // "offered to leave, the first sign of": an afterthought
		}
		return f.Conjuncts(o)
	case "xcomp":
		all := f.clauses(cmp.Or(f.infinitiveUnder(t), f.demandedOf(t)))
		for k := f.Kid(t); k != 0 && len(all) > 0; k = f.Next(k) {
			if f.bareBehind(k) {
				all = append(all, k)
			}
		}
		return all
	case "ccomp":
		if c := f.Child(t, news.Ccomp); c != 0 {
			return f.clauses(c)
		}
		return f.clauses(f.thatClause(t))
	case "need":
		return f.needs(t)
	}
	return f.prepositional(t, slot)
}

// demandedOf is the bare verb that says what act t demands of its object:
// "demanding the council [make] a pledge", 0 for none.
func (f *finder) demandedOf(t news.TokenID) news.TokenID {
	x := f.Child(t, news.Xcomp)
	if l := f.Lemma(t); x < t || l != "demand" && l != "request" && l != "insist" && l != "recommend" && l != "propose" || !f.bareUnder(x) {
		return 0
	}
	return x
}

// prepositional is what stands behind preposition p under t.
func (f *finder) prepositional(t news.TokenID, p string) []news.TokenID {
	if o := f.Oblique(t, p); o != 0 && f.TimeOf(o) == 0 {
		if l := f.Lemma(o); p == "for" && (l == "instance" || l == "example") {
			return nil
		}
		if k := f.infinitiveBehind(t, o); k != 0 {
			return f.clauses(k)
		}
		if l := f.Lemma(o); l == "which" || l == "whom" {
			return f.meant(o)
		}
		return slices.DeleteFunc(f.Conjuncts(o), func(k news.TokenID) bool {
			return k != o && f.UPOS(k) == news.VERB && f.UPOS(o) != news.VERB // "called for his release and [carrying] signs"
		})
	}
	if g := f.gerundUnder(t, p); len(g) > 0 {
		return g
	}
	if x := f.infinitiveFor(t, p); x != 0 {
		return f.clauses(x)
	}
	if o := f.Object(t); o != 0 { // "accused the other of opening fire", hung on the other
		if g := f.gerundUnder(o, p); len(g) > 0 {
			return g
		}
		if k := f.Oblique(o, p); k > o && (strings.HasSuffix(f.Word(k), "ing") || p == "of" && f.Lemma(t) == "accuse" && f.UPOS(k) == news.NOUN) { // "of firing on", "of bad faith"
			return []news.TokenID{k}
		}
	}
	if x := f.Child(t, news.Xcomp); x != 0 && f.UPOS(x) == news.ADJ { // "pleaded guilty to the charge"
		if o := f.Oblique(x, p); o != 0 {
			return f.Conjuncts(o)
		}
	}
	if k := f.doing(t, p); k != 0 {
		return []news.TokenID{k}
	}
	if k := f.preposition(t, p); k != 0 && f.TimeOf(k+1) == 0 {
		if o := f.behind(k); o != 0 {
			return []news.TokenID{o}
		}
	}
	return nil
}

// doing is what an "-ing" word behind preposition p stands for, wherever it
// hangs: "was accused by aid groups of [blocking food deliveries]".
func (f *finder) doing(t news.TokenID, p string) news.TokenID {
	if p != "of" || f.Agent(t) == 0 {
		return 0
	}
	last := f.a.Sentence(f.SentenceOf(t)).Last
	for k := t + 1; k < min(last, t+9); k++ {
		if f.Lemma(k) != p || !strings.HasSuffix(f.Word(k+1), "ing") {
			continue
		}
		if h := f.Head(k + 1); h > k+1 && f.UPOS(h) == news.NOUN {
			return h
		}
		return k + 1
	}
	return 0
}

// meant is the noun that relative pronoun o behind a preposition stands for:
// "[drills] on the coast, to which Varnia objects".
func (f *finder) meant(o news.TokenID) []news.TokenID {
	k := o - 2
	for k > 0 && (f.Word(k) == "," || f.TimeOf(k) != 0) {
		k--
	}
	for i := 0; k > 0 && i < 4 && f.Rel(k) == news.Nmod; i++ {
		k = f.Head(k)
	}
	if k <= 0 || f.UPOS(k) != news.NOUN && f.UPOS(k) != news.PROPN || f.SentenceOf(k) != f.SentenceOf(o) {
		return nil
	}
	return []news.TokenID{k}
}

// direct is the object of act t, or the subject of its passive; also where an
// adjective stands between ("rejected as groundless [the reports]"), of two the
// thing ("offered them [the chance] to leave"), and behind an adverbial
// ("condemned in plain words [what] was done there").
func (f *finder) direct(t news.TokenID) news.TokenID {
	if f.joinedVerb(t) || f.governing(t) {
		return f.Head(t)
	}
	if o := f.bestowed(t); o != 0 {
		return o
	}
	if _, o := f.relativised(t); o != 0 {
		return o
	}
	if f.passive(t) && !f.verbless(t) {
		o := f.Child(t, news.NsubjPass)
		r := f.Rel(t)
		if l := f.Lemma(o); o == 0 && (r == news.Acl || r == news.AclRelcl || r == news.Conj) || l == "which" || l == "that" {
			o = f.Subject(t)
		}
		if first := f.a.Sentence(f.SentenceOf(t)).First; o == 0 && t == first && r == news.Root {
			o = f.Child(f.Child(t, news.Conj), news.Nsubj, news.NsubjPass) // "[Backed] by Varnia, the plan was dropped"
		}
		return o
	}
	o := f.Object(t)
	if as := f.Oblique(t, "as"); o == 0 && as > t && f.UPOS(as) == news.ADJ {
		if f.UPOS(as+1) == news.PUNCT {
			as++
		}
		return f.behind(as)
	}
	if l := f.Lemma(o); f.Rel(t) == news.AclRelcl && (l == "that" || l == "which") {
		return f.Head(t) // "[a charge] that Varnia denied"
	}
	if o == 0 && f.bareRelative(t) {
		return f.Head(t)
	}
	for k := f.Kid(t); k != 0; k = f.Next(k) {
		first, _ := f.Extent(k)
		switch {
		case f.Rel(k) == news.Obj && o != 0 && k > o && f.Child(k, news.Cc) == 0 && f.UPOS(first) != news.PUNCT && f.UPOS(first-1) != news.PUNCT && f.UPOS(k) == news.NOUN:
			o = k
		case f.Rel(k) == news.Obl && o == 0 && f.Lemma(f.Child(k, news.Obj)) == "what":
			o = f.Child(k, news.Obj)
		}
	}
	return o
}

// bareRelative reports whether verb t, which governs nothing, tells more of the noun
// before its subject, with or without "that" between: "the ban [he proposed]".
func (f *finder) bareRelative(t news.TokenID) bool {
	s, h := f.Child(t, news.Nsubj), f.Head(t)
	if f.Rel(t) != news.AclRelcl || s == 0 || s > t || f.Lemma(h) == "thing" || f.UPOS(h) != news.NOUN && f.UPOS(h) != news.PROPN || h > s || f.TimeOf(h) != 0 || f.located(t) || f.commaBetween(h, s) {
		return false
	}
	switch f.Lemma(s) {
	case "who", "which", "that":
		return false
	}
	for k := f.Kid(t); k != 0; k = f.Next(k) {
		switch f.Rel(k) {
		case news.Xcomp, news.Ccomp, news.Obl, news.Iobj, news.CompoundPrt:
			if (k > t || k < s) && f.TimeOf(k) == 0 {
				return false
			}
		}
	}
	return true
}

// infinitiveBehind is the infinitive of which noun o, an oblique of t, is the
// subject: "called for the minister [to resign]".
func (f *finder) infinitiveBehind(t, o news.TokenID) news.TokenID {
	_, last := f.Extent(o)
	for _, h := range [2]news.TokenID{t, o} {
		for k := f.Kid(h); k != 0; k = f.Next(k) {
			if r := f.Rel(k); (r == news.Advcl || r == news.Xcomp || r == news.Acl) && k > o && k <= last+3 && f.infinitive(k) {
				return k
			}
		}
	}
	return 0
}

// infinitiveUnder is the infinitive or "-ing" form that completes t, also where the parser
// took it for an adverbial clause ("prepared to").
func (f *finder) infinitiveUnder(t news.TokenID) news.TokenID {
	for k := f.Kid(t); k != 0; k = f.Next(k) {
		switch f.Rel(k) {
		case news.Xcomp, news.Advcl, news.Ccomp, news.Acl:
			if f.infinitive(k) || k == t+1 && f.Tag(k).XPOS == news.VB && f.UPOS(t) == news.ADJ || f.Tag(k).XPOS == news.VBG && (k == t+1 || f.Rel(k) == news.Xcomp && !f.commaBetween(t, k)) || f.Tag(k).XPOS == news.VBG && k == t+2 && f.UPOS(t+1) == news.ADV {
				return k
			}
		case news.Obl: // "promised to free some", taken for an adjective
			if f.UPOS(k) == news.ADJ && k == t+2 && f.Lemma(t+1) == "to" {
				return k
			}
		}
	}
	if x := f.infinitiveOf(cmp.Or(f.Object(t), f.Child(t, news.Iobj))); x != 0 {
		return x
	}
	return f.untagged(t)
}

// commaBetween reports whether a comma stands between t and k: "opposed it,
// [arguing] that" opposes no arguing.
func (f *finder) commaBetween(t, k news.TokenID) bool {
	for i := t + 1; i < k; i++ {
		if f.Word(i) == "," {
			return true
		}
	}
	return false
}

// sufferer is what passive infinitive h is to be done to: "wants [the inquiry]
// to be widened".
func (f *finder) sufferer(h news.TokenID) news.TokenID {
	if f.Child(h, news.AuxPass) == 0 {
		return 0
	}
	o := f.Head(h)
	if f.UPOS(o) == news.VERB {
		o = f.Object(o)
	}
	if o == 0 || o > h || f.UPOS(o) != news.NOUN && f.UPOS(o) != news.PROPN {
		return 0
	}
	return o
}

// untagged is the verb right behind "to" behind t that was taken for a noun:
// "offered to [halt] deployment", "calls to [halt] it".
func (f *finder) untagged(t news.TokenID) news.TokenID {
	k := t + 2
	if k >= f.Len() || f.Lemma(t+1) != "to" || f.SentenceOf(k) != f.SentenceOf(t) {
		return 0
	}
	if f.lex.toDo[f.Lemma(t)] && f.UPOS(t) == news.VERB && f.UPOS(k) == news.NOUN && f.Tag(k).XPOS == news.NN {
		return k
	}
	if x := f.Tag(k).XPOS; x == news.VB || x == news.NN && f.Child(k, news.Det, news.NmodPoss, news.Amod) == 0 && f.UPOS(k+1) != news.PUNCT && f.UPOS(k+1) != news.ADP {
		return k
	}
	return 0
}

// infinitiveOf is the infinitive that the parser hung on noun o, or on one
// joined to it, instead of on the verb: "asked the government [to meet]".
func (f *finder) infinitiveOf(o news.TokenID) news.TokenID {
	if o == 0 {
		return 0
	}
	for _, n := range f.Conjuncts(o) {
		for k := f.Kid(n); k != 0; k = f.Next(k) {
			if f.Rel(k) == news.Acl && k > n && f.infinitive(k) {
				return k
			}
		}
	}
	return 0
}

// thatReach is how many words may stand between a verb and its "that".
const thatReach = 8

// thatClause is the predicate of the "that" clause behind verb t, where the
// parser took it for a relative clause of what stands between: "demanded
// through mediators that they withdraw", "said on Friday that".
func (f *finder) thatClause(t news.TokenID) news.TokenID {
	last := min(f.a.Sentence(f.SentenceOf(t)).Last, t+thatReach)
	for k := t + 1; k <= last; k++ {
		if f.Lemma(k) != "that" {
			continue
		}
		if h := f.Head(k); h > k && f.Within(h, t) && f.Child(h, news.Nsubj, news.NsubjPass) != 0 && f.Rel(k) != news.Nsubj && f.Rel(k) != news.Det {
			return h
		}
	}
	return 0
}

// gerundUnder is the "-ing" clause under preposition p: "accused of hiding".
func (f *finder) gerundUnder(t news.TokenID, p string) []news.TokenID {
	for k := f.Kid(t); k != 0; k = f.Next(k) {
		if f.Rel(k) != news.Advcl && f.Rel(k) != news.Acl {
			continue
		}
		for m := f.Kid(k); m != 0; m = f.Next(m) {
			if f.Lemma(m) == p && f.Rel(m) == news.Mark {
				return f.clauses(k)
			}
		}
	}
	return nil
}

// clauses is predicate t and the predicates joined to it.
func (f *finder) clauses(t news.TokenID) []news.TokenID {
	if t == 0 {
		return nil
	}
	return slices.DeleteFunc(f.Conjuncts(t), func(k news.TokenID) bool {
		return k != t && (!f.Predicate(k) || f.located(k) || (f.infinitive(t) || f.Tag(t).XPOS == news.VBG && f.Child(t, news.Aux) == 0) && f.finite(k) || (f.Tag(t).XPOS == news.VBG || f.Tag(t).XPOS == news.VBN) && f.Tag(k).XPOS == news.VB || f.resumes(k, t))
	})
}

// resumes reports whether verb k, joined to clause t, goes on with what the verb
// above t tells: "conceded that he had lost but [blamed] the rain".
func (f *finder) resumes(k, t news.TokenID) bool {
	return f.Rel(t) == news.Ccomp && f.told(k) && f.Child(k, news.Nsubj, news.NsubjPass, news.Aux) == 0 && f.Lemma(f.Child(t, news.Aux)) == "have"
}

// finite reports whether t stands in a tense of its own: "refused to disarm
// and [wants] more" wants what it did not refuse.
func (f *finder) finite(t news.TokenID) bool {
	switch f.Tag(t).XPOS {
	case news.VBD, news.VBZ, news.VBP:
		return true
	}
	return f.Child(t, news.Aux, news.Nsubj) != 0
}

// located reports whether clause t opens with "where" or "when" and only tells
// more of what stands before it.
func (f *finder) located(t news.TokenID) bool {
	for k := f.Kid(t); k != 0 && k < t; k = f.Next(k) {
		if l := f.Lemma(k); l == "where" || l == "when" {
			return true
		}
	}
	return false
}

// needs is what a stressed need is for.
func (f *finder) needs(t news.TokenID) []news.TokenID {
	n := f.Object(t)
	if n == 0 {
		return nil
	}
	if k := f.Child(n, news.Acl); k != 0 {
		return f.clauses(k)
	}
	if k := f.Oblique(n, "for"); k != 0 {
		return []news.TokenID{k}
	}
	return []news.TokenID{n}
}
