package grammar

import (
	"cmp"
	"strings"

	"rapporteur/internal/news"
	"rapporteur/internal/text"
)

// Phrase is the noun phrase of head t, cut to what it is about: without its
// preposition, without relative clauses, appositions, parentheses and what is
// joined to it by "and".
//
//	"with the Russian president , who arrived on Monday" -> "the Russian president"
func (v *View) Phrase(t news.TokenID) text.Span {
	first, last := v.extent(t, 0, func(k news.TokenID) bool {
		switch v.Rel(k) {
		case news.Case, news.Punct, news.Conj, news.Cc, news.Appos, news.AclRelcl, news.Parataxis,
			news.Mark, news.Cop, news.Aux, news.CcPreconj, news.Dep, news.List, news.Discourse:
			return v.Head(k) == t || v.Rel(k) == news.AclRelcl || v.Rel(k) == news.Parataxis
		case news.Nmod, news.Obl, news.NmodUnmarked, news.OblUnmarked:
			return v.time[k] != 0 // "a meeting on Monday" is about a meeting
		case news.Nsubj, news.Advcl, news.NsubjPass, news.Csubj:
			return v.Head(k) == t // t is a predicate noun: its clause is not its phrase
		}
		return false
	})
	return v.Cover(first, last)
}

// Clause is the span of the clause of predicate t without its marker ("that",
// "to") and without marks at its ends.
func (v *View) Clause(t news.TokenID) text.Span {
	first, last := v.Extent(t)
	for first < last && (v.UPOS(first) == news.PUNCT || v.Rel(first) == news.Mark && v.Head(first) == t) {
		first++
	}
	for last > first && v.UPOS(last) == news.PUNCT {
		last--
	}
	return v.Cover(first, last)
}

// Conjuncts is t and all that is joined to it by "and", "or", commas; what
// hangs on another word of the name that t belongs to is joined to it too.
func (v *View) Conjuncts(t news.TokenID) []news.TokenID {
	out := []news.TokenID{t}
	first, last := t, t
	if m := v.A.Mention(v.mention[t]); m != nil && m.Form == news.Name && m.Last-m.First < 8 {
		first, last = m.First, m.Last
	}
	for w := first; w <= last; w++ {
		for k := v.kid[w]; k != 0; k = v.next[k] {
			if v.Rel(k) == news.Conj && (k < first || k > last) {
				out = append(out, k)
			}
		}
	}
	return out
}

// Predicate reports whether t heads a clause: a verb, or a noun or adjective with a copula.
func (v *View) Predicate(t news.TokenID) bool {
	return v.UPOS(t) == news.VERB || v.Child(t, news.Cop) != 0
}

// Subject is who does what predicate t says, also when t shares it with the
// verb that governs it ("will meet and discuss", "plans to meet", "officials
// readying to meet"); 0 for none. For a passive it is who has it done to them.
func (v *View) Subject(t news.TokenID) news.TokenID {
	for i := 0; t != 0 && i < 8; i++ {
		if s := cmp.Or(v.Child(t, news.Nsubj), v.Child(t, news.NsubjPass, news.NsubjOuter)); s != 0 {
			if p := v.Child(t, news.NsubjPass); p != 0 && p < s && v.UPOS(s) == news.DET {
				s = p // "[Varnia and Norway] each accused": "each" was taken for the subject
			}
			return v.antecedent(v.nameBeside(s, t), t)
		}
		h := v.Head(t)
		switch v.Rel(t) {
		case news.Advcl:
			if speech[v.Lemma(h)] && (h < t || v.Tag(t).XPOS == news.VBD || v.Tag(t).XPOS == news.VBZ) {
				return 0 // "said firing it ...", "fighting killed 31, the army said": hung on the speaker by mistake
			}
			if o := v.Child(h, news.Obj); inviting[v.Lemma(o)] {
				if who := v.Oblique(h, "to", "for"); o < who && who < t {
					return who // "repeated his invitation to the president to visit"
				}
			}
			if o := v.Child(h, news.Obj); sending[v.Lemma(h)] && o != 0 && o < t {
				return o // "sent his envoy to meet them"
			}
			t = h
		case news.Conj, news.Parataxis:
			if o := v.Child(h, news.Obj); v.Rel(t) == news.Parataxis && speech[v.Lemma(h)] && h < o && o < t {
				return o // "said [Varnia] no longer objected", taken for an object
			}
			t = h
		case news.Xcomp:
			if o := v.Child(h, news.Obj, news.Iobj); o != 0 && o < t {
				return o // "asked the envoy to leave": the envoy leaves
			}
			t = h
		case news.Ccomp: // "confirmed [his country] would not come", taken for an object
			if o := v.Child(h, news.Obj); h < o && o < t {
				return o
			}
			return v.reduced(t)
		case news.Acl:
			if s := v.Child(h, news.Nsubj); s != 0 && v.Child(h, news.Cop) != 0 {
				return s // "he is a hostage to fortune, offering troops"
			}
			if o := v.Oblique(h, "to", "for"); o != 0 && o < t && inviting[v.Lemma(h)] {
				return o // "an invitation to the president to visit"
			}
			return h // "officials readying to meet"
		case news.AclRelcl:
			return h // "the talks held": reduced relative clause without a subject
		default:
			return 0
		}
	}
	return 0
}

// reduced is the subject of t that a reduced relative clause, taken for the
// main one, parted from it: "[the families] of those held in Varnia have asked".
func (v *View) reduced(t news.TokenID) news.TokenID {
	h, aux := v.Head(t), v.Child(t, news.Aux)
	if h > t || v.Tag(h).XPOS != news.VBN || v.Child(h, news.Aux, news.AuxPass, news.Cop) != 0 || aux == 0 || v.Child(t, news.Mark) != 0 || v.UPOS(aux-1) == news.PUNCT {
		return 0
	}
	return v.Child(h, news.Nsubj, news.NsubjPass)
}

// nameBeside is subject s of t, or the name that stands for it where the parser
// took a title or a time for the subject: "[party chair] Lena Moss backs",
// "Aldo Korvin [last night] vowed".
func (v *View) nameBeside(s, t news.TokenID) news.TokenID {
	for k := s + 1; k <= min(s+3, v.Len()) && (v.UPOS(s) == news.NOUN || v.UPOS(s) == news.PROPN); k++ {
		if m := v.A.Mention(v.mention[k]); m != nil && m.First == k && m.Last < t && m.Form == news.Name {
			for _, w := range [2]news.TokenID{m.First, m.Last} {
				if v.Rel(w) == news.Nsubj && v.Head(w) == v.Head(s) {
					return w
				}
			}
		}
	}
	if tm := v.A.Time(v.time[s]); tm != nil {
		k := v.TokenAt(tm.Span.Start) - 1
		if k > 0 && k < s {
			if m := v.A.Mention(v.mention[k]); m != nil && m.Form == news.Name && m.Last == k {
				return k
			}
		}
	}
	return s
}

// speech are the verbs whose subject speaks and does not do what follows.
var speech = map[string]bool{"say": true, "tell": true, "add": true, "claim": true, "report": true, "announce": true, "warn": true, "insist": true, "argue": true}

// inviting are the nouns that somebody is asked by to do what follows.
var inviting = map[string]bool{"invitation": true, "request": true, "appeal": true, "call": true, "order": true, "instruction": true}

// sending are the verbs whose object does what the infinitive says.
var sending = map[string]bool{"send": true, "dispatch": true, "invite": true, "order": true, "authorise": true, "authorize": true, "appoint": true, "despatch": true}

// antecedent replaces the relative pronoun s of clause t by what it stands
// for: for "who" the person named right before it, whatever the tree says,
// else the head of the clause.
func (v *View) antecedent(s, t news.TokenID) news.TokenID {
	if v.Rel(t) != news.AclRelcl {
		return v.beforeComma(s)
	}
	switch v.Lemma(s) {
	case "who", "whom":
		k := s - 1
		if k > 1 && v.Word(k) == "," {
			k--
		}
		if m := v.A.Mention(v.mention[max(k, 0)]); m != nil && m.Kind == news.Person && m.Form == news.Name {
			return k
		}
		return v.Head(t)
	case "which", "that":
		for k := v.next[s]; k != 0 && k < t; k = v.next[k] {
			if r := v.Rel(k); r == news.Nsubj || r == news.NsubjPass {
				return k // "said on Friday that his men would": no relative clause
			}
		}
		return v.Head(t)
	}
	return s
}

// beforeComma is subject s, or the noun before its comma that "which" or "who"
// stands for in a clause that hangs elsewhere: "[Varnia], which fell in May, has
// paid", taken for an adverbial clause of the main verb.
func (v *View) beforeComma(s news.TokenID) news.TokenID {
	if l := v.Lemma(s); l != "which" && l != "who" || s < 3 || v.Word(s-1) != "," || v.UPOS(s-2) != news.PROPN {
		return s
	}
	return s - 2
}

// Passive reports whether t is a passive verb.
func (v *View) Passive(t news.TokenID) bool {
	if v.Child(t, news.AuxPass, news.OblAgent) != 0 {
		return true
	}
	if v.Child(t, news.NsubjPass) != 0 { // "each accused the other", "has promised" are none, whatever the tree says
		return v.Child(t, news.Obj) == 0 && v.Lemma(v.Child(t, news.Aux)) != "have" && v.Modal(t) == ""
	}
	return v.Rel(t) == news.Acl && v.Tag(t).XPOS == news.VBN && v.Child(t, news.Obj) == 0
}

// Object is the direct object of t, 0 for none. A noun behind verb t that was
// taken for an oblique though no preposition marks it counts: "deported [168
// people]".
func (v *View) Object(t news.TokenID) news.TokenID {
	if o := v.Child(t, news.Obj); o != 0 || v.UPOS(t) != news.VERB {
		return o
	}
	for k := v.kid[t]; k != 0; k = v.next[k] {
		r, u := v.Rel(k), v.UPOS(k)
		if k > t && (r == news.Obl || r == news.OblUnmarked && !measures[v.Lemma(k)]) && (u == news.NOUN || u == news.PROPN) && (v.Marker(k) == "" || v.upTo(k)) && v.time[k] == 0 {
			return k
		}
	}
	return 0
}

// upTo reports whether noun t is counted "up to": "seized [up to 16 advisers]".
func (v *View) upTo(t news.TokenID) bool {
	k := v.Child(t, news.Case)
	return k > 1 && v.Lemma(k) == "to" && v.Lemma(k-1) == "up" && v.Child(t, news.Nummod) != 0
}

// measures are nouns that say how much or how often and are no objects.
var measures = map[string]bool{"time": true, "percent": true, "cent": true, "point": true, "mile": true, "kilometre": true, "kilometer": true, "metre": true,
	"meter": true, "km": true, "day": true, "week": true, "month": true, "year": true, "hour": true, "night": true, "minute": true, "way": true, "thing": true}

// Agent is the "by" of a passive; of a participle behind its noun also where the
// parser hung it on the noun: "duties imposed on firms [by Varnia]".
func (v *View) Agent(t news.TokenID) news.TokenID {
	if k := v.Child(t, news.OblAgent); k != 0 {
		return k
	}
	if !v.Passive(t) {
		return 0
	}
	if k := v.Oblique(t, "by"); k != 0 || v.Rel(t) != news.Acl {
		return k
	}
	if k := v.Oblique(v.Head(t), "by"); k > t {
		return k
	}
	return 0
}

// Negated reports whether t itself is negated ("did not meet", "never met",
// "no talks", "without talks", "no longer meets", "under no circumstances").
func (v *View) Negated(t news.TokenID) bool {
	if t > 2 && strings.EqualFold(v.Word(t-1), "longer") && v.Lemma(t-2) == "no" {
		return true
	}
	for k := v.kid[t]; k != 0; k = v.next[k] {
		switch v.Lemma(k) {
		case "not", "n't", "never", "no", "neither", "nor", "without", "hardly":
			if r := v.Rel(k); r == news.Advmod || r == news.Det || r == news.Case || r == news.CcPreconj || r == news.Cc && v.Lemma(k) == "nor" {
				return true
			}
		}
	}
	for k := t - 1; k > 2 && k > t-4; k-- { // wherever the tree hangs it
		if never[v.Lemma(k)] && v.Lemma(k-1) == "no" && v.UPOS(k-2) == news.ADP {
			return true
		}
	}
	return false
}

// never are the nouns whose "no" denies the clause: "under no circumstances".
var never = map[string]bool{"circumstance": true, "account": true, "condition": true, "event": true, "way": true, "means": true, "terms": true}

// Modal is the lemma of the first auxiliary of t that is a modal or a future
// ("will", "could"), "" for none. A verb that shares the auxiliary of the verb
// it is joined to has it too.
func (v *View) Modal(t news.TokenID) string {
	for i := 0; i < 4; i++ {
		for k := v.kid[t]; k != 0; k = v.next[k] {
			if v.Rel(k) == news.Aux && v.Tag(k).XPOS == news.MD {
				return v.Lemma(k)
			}
		}
		if x := v.Tag(t).XPOS; v.Rel(t) != news.Conj || x == news.VBD || x == news.VBZ || v.Child(t, news.Nsubj, news.NsubjPass, news.Aux) != 0 {
			return "" // "would come but [demanded] a car" demanded it
		}
		t = v.Head(t)
	}
	return ""
}

// Lexical reports whether the entry lemma of a word list stands at t: its
// first word is t's lemma for a verb, its last for a noun (the caller has
// looked that up), and the others are where they should be: the particle,
// object or adverb of a verb ("rule out", "call for"), the words before a noun
// ("phone call").
func (v *View) Lexical(t news.TokenID, lemma string) bool {
	if !strings.Contains(lemma, " ") {
		return true
	}
	var room [idiomLength]string
	words := room[:0]
	for w := range strings.FieldsSeq(lemma) {
		words = append(words, w)
	}
	if v.UPOS(t) != news.VERB && v.UPOS(t) != news.ADJ || v.Lemma(t) == words[len(words)-1] {
		for i, w := range words[:len(words)-1] {
			if v.Lemma(t-news.TokenID(len(words)-1-i)) != w {
				return false
			}
		}
		return true
	}
	for _, w := range words[1:] {
		if !v.HasWord(t, w) {
			return false
		}
	}
	return true
}

// HasWord reports whether w is the word after verb t, a particle, object or
// adverb of it, or the case word of one of its obliques.
func (v *View) HasWord(t news.TokenID, w string) bool {
	if t < v.Len() && v.Lemma(t+1) == w {
		return w != "no" || !v.nameable(t+2)
	}
	for k := v.kid[t]; k != 0; k = v.next[k] {
		if v.Lemma(k) == w && v.Rel(k) != news.Nsubj || v.Marker(k) == w && (!particle[w] || v.time[k] == 0 && v.Child(k, news.Case) == t+1) {
			return true
		}
	}
	return false
}

// nameable reports whether t is a word that a "no" before it denies: "said no
// debris fell" says no to nothing, as "said no to the plan" does.
func (v *View) nameable(t news.TokenID) bool {
	if t > v.Len() {
		return false
	}
	switch v.UPOS(t) {
	case news.NOUN, news.PROPN, news.ADJ, news.NUM, news.PRON:
		return true
	}
	return false
}

// particle are the words that belong to a verb only where they follow it: "took a
// flight in March" took nothing in.
var particle = map[string]bool{"in": true, "out": true, "off": true, "up": true, "down": true, "over": true, "away": true, "back": true, "aside": true, "through": true}
