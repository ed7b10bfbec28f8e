package position

import (
	"slices"

	"rapporteur/internal/news"
	"rapporteur/internal/text"
)

// slot is what stands in one place of the verb's frame: "obj", "xcomp",
// "ccomp", "need", or a preposition.
func (f *finder) slot(t news.TokenID, slot string) []news.TokenID {
	switch slot {
	case "obj":
		o := f.Object(t)
		if f.Passive(t) {
			o = f.Child(t, news.NsubjPass)
		}
		if as := f.Oblique(t, "as"); o == 0 && as != 0 {
			o = f.Child(as, news.Obj) // "rejected as groundless the reports", hung on the adjective
		}
		if o == 0 || f.UPOS(o) == news.PRON && f.Lemma(o) != "what" {
			return nil
		}
		if x := f.Child(t, news.Xcomp, news.Advcl); x != 0 && x < o && f.infinitive(x) {
			return nil // "offered to leave, the first sign of": an afterthought
		}
		return f.Conjuncts(o)
	case "xcomp":
		return f.clauses(f.infinitiveUnder(t))
	case "ccomp":
		if c := f.Child(t, news.Ccomp); c != 0 {
			return f.clauses(c)
		}
		return f.clauses(f.thatClause(t))
	case "need":
		return f.needs(t)
	}
	if o := f.Oblique(t, slot); o != 0 && f.TimeOf(o) == 0 {
		if k := f.infinitiveBehind(t, o); k != 0 {
			return f.clauses(k)
		}
		return f.Conjuncts(o)
	}
	if g := f.gerundUnder(t, slot); len(g) > 0 {
		return g
	}
	if o := f.Object(t); o != 0 { // "accused the other of opening fire", hung on the other
		return f.gerundUnder(o, slot)
	}
	return nil
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
			if f.infinitive(k) || (f.Rel(k) == news.Xcomp || k == t+1) && f.Tag(k).XPOS == news.VBG {
				return k
			}
		case news.Obl: // "promised to free some", taken for an adjective
			if f.UPOS(k) == news.ADJ && k == t+2 && f.Lemma(t+1) == "to" {
				return k
			}
		}
	}
	return f.infinitiveOf(f.Object(t))
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
		return k != t && (!f.Predicate(k) || f.located(k) || f.infinitive(t) && f.finite(k))
	})
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

// issueSpan is the words of the issue headed by h.
func (f *finder) issueSpan(h news.TokenID, slot string) text.Span {
	if f.Predicate(h) {
		if s := f.Child(h, news.Nsubj, news.NsubjPass); slot == "ccomp" && !f.isLong(h) {
			return f.withSubject(h, s)
		}
		return f.lone(h, true)
	}
	if f.Lemma(h) == "what" && !f.isLong(h) { // "condemned what he called a breach"
		return f.Clause(h)
	}
	if h2 := f.Child(h, news.Acl); slot == "need" && h2 != 0 {
		return f.Clause(h)
	}
	return f.withThat(h, f.Phrase(h))
}

// withThat is noun phrase s of h with the "that" clause behind it, which says
// what a report or charge is: "reports [that it had agreed]".
func (f *finder) withThat(h news.TokenID, s text.Span) text.Span {
	k := h + 1
	if !f.lex.alleged[f.Lemma(h)] || k > f.Len() || f.Lemma(k) != "that" || f.SentenceOf(k) != f.SentenceOf(h) {
		return s
	}
	p := f.Head(k)
	if p <= k || !f.Predicate(p) {
		return s
	}
	_, last := f.Extent(p)
	for last > p && f.UPOS(last) == news.PUNCT {
		last--
	}
	return s.Cover(f.Cover(k, last))
}
