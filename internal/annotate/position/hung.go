package position

import (
	"strings"

	"rapporteur/internal/news"
)

// Where the issue of an act stands when the tree hung it elsewhere than under the verb.

// elsewhereHung is heads, what stands in slot of act e at t, or where that is nothing or
// says nothing, what does in other places: under the noun of the act ("expressed concern
// about [the bill]"), beside an adjective, before a relative clause.
func (f *finder) elsewhereHung(t news.TokenID, e *entry, slot string, heads []news.TokenID) []news.TokenID {
	if o := f.nounOf(t, e); len(heads) == 0 && o != 0 {
		if k := f.Oblique(o, slot); k > o {
			heads = f.Conjuncts(k) // "expressed concern about [the bill]"
		} else if slot == "xcomp" {
			heads = f.clauses(f.infinitiveOf(o)) // "made the case [to leave]"
		}
	}
	if c := f.felt(t, e); len(heads) == 0 && slot == "ccomp" && c != 0 {
		heads = []news.TokenID{c}
	}
	if c := f.thatOf(f.Object(t)); len(heads) == 0 && slot == "ccomp" && strings.Contains(e.lemma, " ") && c > t {
		heads = []news.TokenID{c} // "made a vow [that they would win]", hung as if told of the vow
	}
	if k := f.lightGap(t); k != 0 && (len(heads) == 0 && slot == "obj" || len(heads) == 1 && f.Lemma(heads[0]) == "do") {
		return []news.TokenID{k}
	}
	if len(heads) == 2 && f.UPOS(heads[0]) == news.ADJ && f.UPOS(heads[1]) == news.NOUN && heads[1] == heads[0]+3 {
		heads = heads[1:] // "championed lesbian and gay [rights]", which are one thing
	}
	return heads
}

// lightGap is the "something" that relative clause t tells of without a pronoun of its own,
// and that takes up the clause before: "sign it, [something] Kenya refused to do"; 0 for none.
func (f *finder) lightGap(t news.TokenID) news.TokenID {
	k := f.Head(t)
	if f.Rel(t) != news.AclRelcl || !f.lex.light[f.Lemma(k)] || f.UPOS(k) != news.PRON || !f.gapped(t) || f.Object(t) != 0 {
		return 0
	}
	return k
}

// infinitiveFor is the infinitive under t whose subject stands behind "for": "called for him
// [to resign]"; 0 for none.
func (f *finder) infinitiveFor(t news.TokenID, p string) news.TokenID {
	x := f.Child(t, news.Xcomp, news.Advcl, news.Ccomp)
	if p != "for" || x < t || !f.infinitive(x) {
		return 0
	}
	if s := f.Child(x, news.Nsubj, news.NsubjPass); s > t && f.Marker(s) == "for" {
		return x
	}
	return 0
}

// greeted is what verb t, taken for a greeting, is done to: "we welcome [the ruling]"; 0 for
// a real one.
func (f *finder) greeted(t news.TokenID) news.TokenID {
	if f.UPOS(t) != news.INTJ || f.Child(t, news.Nsubj) == 0 {
		return 0
	}
	if o := f.Child(t, news.Obj, news.Obl); o > t && f.Marker(o) == "" && f.TimeOf(o) == 0 {
		return o
	}
	return 0
}

// thatOf is the clause with a subject of its own that "that" opens behind noun o, 0
// for none.
func (f *finder) thatOf(o news.TokenID) news.TokenID {
	c := f.Child(o, news.Acl, news.AclRelcl)
	if s := f.Child(c, news.Nsubj, news.NsubjPass); o == 0 || c < o || f.Lemma(o+1) != "that" || s <= o+1 || f.Lemma(s) == "that" {
		return 0
	}
	return c
}
