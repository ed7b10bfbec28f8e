package revise

import (
	"strings"

	"rapporteur/internal/annotate/grammar"
	"rapporteur/internal/news"
)

// AtOdds corrects, in the tags and arcs of a, what a tagger that sees a few words
// and a parser that reads once from left to right leave at odds with each other:
// a word in "s" is no verb where the tree uses it as a noun, no noun where it has
// a relative pronoun, and what does not matter no main clause.
// It runs behind the names, which were learned with the tags as they are. The
// children of words are those of the arcs as drawn: no mend hangs on another.
func AtOdds(a *news.Analysis) {
	if len(a.Arcs) != len(a.Tokens) || len(a.Tags) != len(a.Tokens) {
		return
	}
	v := grammar.New(a)
	for t := news.TokenID(2); t <= v.Len(); t++ {
		switch {
		case v.Tag(t).XPOS == news.VBZ && nounInS(v, t):
			makeNoun(v, t)
		case v.Tag(t).XPOS == news.NNS && verbInS(v, t):
			makeVerb(v, t)
		case v.Rel(t) == news.Nsubj && v.Lemma(t) == "matter" && v.Lemma(t-1) == "no":
			noMatter(v, t)
		case v.Rel(t) == news.Xcomp && v.UPOS(t) == news.NOUN && takesObject(v, t):
			v.A.Arcs[t-1].Rel = news.Obj
		case v.Rel(t) == news.Acl && announces(v, t):
			makeSpeaker(v, t)
		}
	}
}

// nounInS reports whether verb t in "s" stands where only a noun does, behind a
// bare noun that was taken for its subject: "in response to two [test launches]".
func nounInS(v *grammar.View, t news.TokenID) bool {
	switch v.Rel(t) {
	case news.Nmod, news.Obj, news.Nsubj, news.NsubjPass, news.Obl:
	default:
		return false
	}
	if v.UPOS(t-1) != news.NOUN || v.Rel(t-1) != news.Nsubj || v.Head(t-1) != t || v.Tag(t-1).XPOS != news.NN || v.Child(t-1, news.Case, news.Conj) != 0 {
		return false
	}
	return v.Child(t, news.Obj, news.Ccomp, news.Xcomp, news.Aux, news.AuxPass, news.Cop) == 0
}

// takesObject reports whether noun t, drawn as what somebody becomes, is what is
// done something to: "the front claimed [responsibility]". Only behind a verb that
// links, in the passive or behind an object does a bare noun say what one is.
func takesObject(v *grammar.View, t news.TokenID) bool {
	h := v.Head(t)
	if h == 0 || h > t || v.UPOS(h) != news.VERB || links[v.Lemma(h)] || v.Child(h, news.Obj, news.Iobj, news.AuxPass) != 0 {
		return false
	}
	if v.Tag(h).XPOS == news.VBN && v.Child(h, news.Aux) == 0 {
		return false
	}
	return v.Child(t, news.Case, news.Mark, news.Cop, news.Aux, news.Nsubj, news.Amod) == 0
}

// announces reports whether verb t, drawn as a participle that tells of a name, says
// who said what stands before it: "the dam broke, Ada Brenn, chair of the board
// announced". Behind a mark, and with nothing that a passive has behind it.
func announces(v *grammar.View, t news.TokenID) bool {
	n := v.Head(t)
	if !tells[v.Lemma(t)] || n == 0 || n > t || v.UPOS(n) != news.PROPN || v.Rel(n) != news.NmodUnmarked && v.Rel(n) != news.Appos && v.Rel(n) != news.Conj && v.Rel(n) != news.OblUnmarked {
		return false
	}
	if v.Child(n, news.Case, news.Cc, news.Det) != 0 || v.Child(t, news.Aux, news.AuxPass, news.Mark, news.Obj, news.Ccomp, news.Xcomp) != 0 || v.Tag(t).XPOS == news.VBG {
		return false
	}
	first, last := v.Extent(n)
	if first < 3 || v.Lemma(first) != "," && v.Lemma(first-1) != "," || v.Lemma(t-1) == "," {
		return false
	}
	for k := v.Kid(t); k != 0; k = v.Next(k) {
		if m := v.Child(k, news.Case); m != 0 && v.Lemma(m) != "on" && v.Lemma(m) != "in" && v.Lemma(m) != "at" {
			return false
		}
	}
	return last == v.Len() || v.Lemma(last+1) == "." || v.SentenceOf(last+1) != v.SentenceOf(t)
}

// tells are verbs that name who said what stands before them, and of which no
// participle tells of a person.
var tells = map[string]bool{"say": true, "announce": true, "add": true, "report": true, "state": true, "declare": true, "tweet": true, "confirm": true}

// makeSpeaker gives verb t its subject, the noun it hung on, and hangs it beside the
// clause before it.
func makeSpeaker(v *grammar.View, t news.TokenID) {
	n := v.Head(t)
	top := v.Head(n)
	for range v.Len() {
		h := v.Head(top)
		if h == 0 {
			break
		}
		top = h
	}
	v.A.Arcs[t-1] = news.Arc{Head: top, Rel: news.Parataxis}
	v.A.Arcs[n-1] = news.Arc{Head: t, Rel: news.Nsubj}
	tag := &v.A.Tags[t-1]
	tag.XPOS, tag.Feats = news.VBD, news.TensePast|news.VerbFormFin
}

// links are the verbs behind which a bare noun says what somebody is or becomes.
var links = func() map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields("be become remain stay seem appear look sound feel turn prove go come run stand end finish start begin grow fall pose die act serve constitute represent") {
		m[w] = true
	}
	return m
}()

// makeNoun makes a plural noun of verb t, and of what hangs on it what hangs on a noun.
func makeNoun(v *grammar.View, t news.TokenID) {
	tag := &v.A.Tags[t-1]
	tag.UPOS, tag.XPOS, tag.Feats = news.NOUN, news.NNS, news.NumberPlur
	first := t
	for k := v.Kid(t); k != 0; k = v.Next(k) {
		arc := &v.A.Arcs[k-1]
		switch {
		case k == t-1:
			arc.Rel = news.Compound
			first, _ = v.Extent(k)
			if o := v.Child(k, news.NmodPoss); o != 0 { // "[Norland's] test launches": of the launches, not the test
				v.A.Arcs[o-1].Head = t
			}
		case arc.Rel == news.Mark && v.UPOS(k) == news.ADP:
			arc.Rel = news.Case
		case arc.Rel == news.Obl:
			arc.Rel = news.Nmod
		}
	}
	for k := first - 1; k > 0 && v.Head(k) == v.Head(t) && (v.UPOS(k) == news.NUM || v.UPOS(k) == news.DET); k-- {
		arc := &v.A.Arcs[k-1] // "staged [two] test launches", made an object of its own
		arc.Head = t
		if arc.Rel = news.Nummod; v.UPOS(k) == news.DET {
			arc.Rel = news.Det
		}
	}
}

// verbInS reports whether noun t in "s" has a relative pronoun behind a preposition
// below it, as only a verb does: "drills, to which Varnia strongly [objects]".
func verbInS(v *grammar.View, t news.TokenID) bool {
	if v.Child(t, news.Det, news.NmodPoss, news.Amod, news.Nummod, news.Case) != 0 {
		return false
	}
	before := t - 1
	for before > 1 && v.UPOS(before) == news.ADV && v.Head(before) == t {
		before--
	}
	if v.Head(before) != t || v.UPOS(before) != news.PROPN && v.UPOS(before) != news.NOUN && v.UPOS(before) != news.PRON {
		return false
	}
	for k := v.Kid(t); k != 0 && k < before; k = v.Next(k) {
		if l := v.Lemma(k); (l == "which" || l == "whom") && v.Child(k, news.Case) != 0 {
			return true
		}
	}
	return false
}

// makeVerb makes a verb of noun t, with the noun or name before it as its subject.
func makeVerb(v *grammar.View, t news.TokenID) {
	tag := &v.A.Tags[t-1]
	tag.UPOS, tag.XPOS, tag.Feats = news.VERB, news.VBZ, news.NumberSing
	for k := v.Kid(t); k != 0 && k < t; k = v.Next(k) {
		arc := &v.A.Arcs[k-1]
		switch l := v.Lemma(k); {
		case l == "which" || l == "whom":
			arc.Rel = news.Obl
		case arc.Rel == news.Compound || arc.Rel == news.Nmod:
			arc.Rel = news.Nsubj
		}
	}
	v.A.Arcs[t-1].Rel = news.AclRelcl
	if u := v.UPOS(v.Head(t)); u != news.NOUN && u != news.PROPN {
		v.A.Arcs[t-1].Rel = news.Advcl
	}
}

// noMatter puts the clause before "no matter what" over the clause behind it, where
// the parser hung it below: "[there will be none], no matter what they do".
func noMatter(v *grammar.View, t news.TokenID) {
	below := v.Head(t)
	if below < t || !strings.HasPrefix(v.Lemma(t+1), "wh") && v.Lemma(t+1) != "how" {
		return
	}
	for k := v.Kid(below); k != 0 && k < t-1; k = v.Next(k) {
		if v.Head(k) != below { // moved for a "no matter" before this one
			continue
		}
		if r := v.Rel(k); (r == news.Advcl || r == news.Parataxis || r == news.Ccomp) && (v.UPOS(k) == news.VERB || v.Child(k, news.Cop) != 0) {
			v.A.Arcs[k-1] = v.A.Arcs[below-1]
			v.A.Arcs[below-1] = news.Arc{Head: k, Rel: news.Advcl}
			return
		}
	}
}
