package position

import (
	"slices"
	"strings"

	"rapporteur/internal/news"
	"rapporteur/internal/text"
)

// selfGrade is how sure it is that clause t is about what the speaker's own
// side will not do; 0 when it is about another's.
func (f *finder) selfGrade(q *news.Quote, t news.TokenID) float32 {
	if f.isSelf(q, t) {
		return 0.75
	}
	c := f.a.Chain(f.party(f.goesOnAbout(t)).Chain)
	if c != nil && (c.Kind == news.State || c.Kind == news.Organization) && f.speaksFor(q.Speaker) == 0 {
		return 0.6 // a state, in the mouth of somebody of whom nothing else is known
	}
	if c != nil && c.Named && len(c.Offices) == 0 && c.Gender == news.UnknownGender && !strings.Contains(c.Name, " ") && f.speaksFor(q.Speaker) == 0 {
		return 0.5 // one bare name that is nobody's full name: more likely a state than a person
	}
	return 0
}

// goesOnAbout is the subject of clause t, or where that is an "it" tied to nothing, that of
// the clause it is joined to: "that [Kenya] was open but that it would not leave".
func (f *finder) goesOnAbout(t news.TokenID) news.TokenID {
	s := f.Subject(t)
	if h := f.Head(t); f.Lemma(s) == "it" && f.Rel(t) == news.Conj && f.joinedThat(t) && f.party(s).Chain == 0 {
		return f.Child(h, news.Nsubj)
	}
	return s
}

// ofBody reports whether pronoun s stands for a state or body.
func (f *finder) ofBody(s news.TokenID) bool {
	c := f.a.Chain(f.party(s).Chain)
	return c != nil && (c.Kind == news.State || c.Kind == news.Organization)
}

// hasIf reports whether t has an "if" clause.
func (f *finder) hasIf(t news.TokenID) bool {
	for k := f.Kid(t); k != 0; k = f.Next(k) {
		if f.Rel(k) != news.Advcl {
			continue
		}
		for m := f.Kid(k); m != 0; m = f.Next(m) {
			if f.Rel(m) == news.Mark && f.Lemma(m) == "if" {
				return true
			}
		}
	}
	return false
}

// unless reports whether an "unless" stands behind t in its sentence: what is
// said before it is threatened.
func (f *finder) unless(t news.TokenID) bool {
	v, _ := f.clauseBehind(t, unlessOnly)
	return v != 0
}

var unlessOnly = map[string]bool{"unless": true}

// modal is the modal of t, also as "have to" and "need to".
func (f *finder) modal(t news.TokenID) string {
	m := f.Modal(t)
	if h := f.Head(t); m == "" && f.about(h) == t {
		return "will"
	}
	if h := f.Head(t); m == "" && f.Rel(t) == news.Xcomp && f.infinitive(t) {
		return f.needing(h)
	}
	for k := f.Kid(t); m == "" && k != 0; k = f.Next(k) {
		if f.Rel(k) == news.Xcomp && f.infinitive(k) {
			m = f.needing(t)
		}
	}
	if l := f.Lemma(t); (m == "would" || m == "will") && (l == "need" || l == "have") && f.infinitiveUnder(t) != 0 && f.Child(t, news.Obj) == 0 {
		return "must"
	}
	return m
}

func (f *finder) needing(t news.TokenID) string {
	switch f.Lemma(t) {
	case "get", "gotta":
		if l := f.Lemma(t - 1); t > 1 && (f.Word(t) == "got" && (l == "have" || l == "'ve" || l == "’ve" || l == "'s") || f.Word(t) == "gotta") && f.UPOS(f.Child(t, news.Xcomp)) == news.VERB {
			return "must" // "we've got to win"
		}
	case "need":
		if f.Child(t, news.AuxPass) != 0 || f.Child(t, news.Obj) != 0 {
			return "" // "the move was needed to", "we need money to"
		}
		return "must"
	case "have":
		if f.Child(t, news.Obj) != 0 {
			return "" // "has a way to make it cheaper"
		}
		if f.Tag(t).XPOS != news.VBD || f.Child(f.Child(t, news.Xcomp), news.AuxPass) != 0 {
			return "must" // "had to deal with" tells, it does not ask; "had to be withdrawn" does
		}
	}
	return ""
}

// conditioned reports whether t has a clause or phrase that makes it a
// condition: "before any decision", "unless", "only if".
func (f *finder) conditioned(t news.TokenID) bool {
	first, last := f.Extent(t)
	for k := first; k <= last; k++ {
		if f.Lemma(k) == "before" && (f.Lemma(k-1) == "even" || f.TimeOf(f.Head(k)) != 0) {
			continue // says only when
		}
		if r := f.Rel(k); (r == news.Mark || r == news.Case) && f.lex.condition[f.Lemma(k)] {
			return true
		}
	}
	return false
}

// withoutNoun is the noun of the group that stands with "no" under t: "saw no
// role", "there would be no talks".
func (f *finder) withoutNoun(t news.TokenID, group map[string]bool) news.TokenID {
	if !f.lex.carrier[f.Lemma(t)] && f.Child(t, news.Expl) == 0 {
		return 0
	}
	for _, n := range []news.TokenID{t, f.Object(t), f.Child(t, news.Nsubj)} {
		if n == 0 || !group[f.Lemma(n)] || f.Lemma(n) == "question" && f.Oblique(n, "of") == 0 { // "no question [that]": it is certain
			continue
		}
		for k := f.Kid(n); k != 0; k = f.Next(k) {
			if f.Rel(k) == news.Det && f.Lemma(k) == "no" {
				return n
			}
		}
	}
	return 0
}

// refusedIssue is the refused noun with what it is of or for, without "no".
func (f *finder) refusedIssue(n news.TokenID) text.Span {
	s := f.Phrase(n)
	if k := f.Child(n, news.Det); k != 0 && f.Span(k).Start == s.Start {
		s.Start = f.Span(k).End
	}
	return s
}

// isSelf reports whether the subject of t is the speaker or the side he
// speaks for: "we", "he", "his country", "Varnia" in its minister's mouth.
func (f *finder) isSelf(q *news.Quote, t news.TokenID) bool {
	s := f.subject(t)
	if s == 0 {
		return false
	}
	if f.isFirst(t) || f.ownSide(s) && (f.Child(s, news.NmodPoss) != 0 || f.spokenFor(q)) || f.isThey(q, s) {
		return true
	}
	p := f.party(s)
	if p.Chain == 0 {
		return f.isIt(q, s)
	}
	if q.Form == news.Direct && f.UPOS(s) == news.PRON && p.Chain == q.Speaker.Chain {
		return false // "she lied to me": nobody is "she" in her own words
	}
	return p.Chain == q.Speaker.Chain || p.Chain == f.speaksFor(q.Speaker)
}

// spokenFor reports whether the speaker of q can mean his own by "the town", "the
// company": he holds an office, or nobody knows who he is.
func (f *finder) spokenFor(q *news.Quote) bool {
	if f.lex.notice[f.Lemma(f.headIn(q.Speaker.Span))] {
		return false // a report tells of others
	}
	c := f.a.Chain(q.Speaker.Chain)
	return c == nil || c.Kind != news.Person || c.Of != 0 || len(c.Offices) > 0
}

// ownSide reports whether noun s is a side of the speaker's own: "his country",
// "our forces", "the government"; not "the two delegations".
func (f *finder) ownSide(s news.TokenID) bool {
	if f.Child(s, news.Nummod) != 0 {
		return false
	}
	o := f.Child(s, news.NmodPoss)
	if f.lex.kin[f.Lemma(s)] {
		return o != 0 && f.UPOS(o) == news.PRON
	}
	if !f.lex.self[f.Lemma(s)] {
		return o != 0 && f.Tag(o).Feats&news.Person1 != 0 && f.lex.holder[f.Lemma(s)] // "our doctors"
	}
	if o != 0 {
		return f.UPOS(o) == news.PRON
	}
	return f.Tag(s).XPOS == news.NN && f.Lemma(f.Child(s, news.Det)) == "the"
}

// isIt reports whether s is an "it" or "they" that opens what q reports and was
// tied to nothing: a state or body that speaks of itself.
func (f *finder) isIt(q *news.Quote, s news.TokenID) bool {
	if s == 0 {
		return false
	}
	switch f.Lemma(s) {
	case "it", "they":
	default:
		return false
	}
	if q.Form == news.Direct || !f.leadsQuote(q, s) || f.Rel(s) == news.Expl {
		return false
	}
	c := f.a.Chain(q.Speaker.Chain)
	return c != nil && !(c.Plural && f.Lemma(s) == "it") && (c.Kind != news.Person || len(c.Offices) == 0 && c.Gender == news.UnknownGender)
}

// isThey reports whether s is a "they" that opens what several, named by a plural
// noun, are reported to say: "regulators said [they] had approved it".
func (f *finder) isThey(q *news.Quote, s news.TokenID) bool {
	return f.Lemma(s) == "they" && q.Form != news.Direct && f.leadsQuote(q, s) && f.several(f.headIn(q.Speaker.Span))
}

// leadsQuote reports whether word s opens the words of q, or stands right before them,
// where they begin with its verb.
func (f *finder) leadsQuote(q *news.Quote, s news.TokenID) bool {
	first := f.TokenAt(q.Parts[0].Start)
	return first == s || first == s+1 && f.QuoteOf(s) == 0
}

// several reports whether noun s stands for more than one: a plural, "some of the
// candidates".
func (f *finder) several(s news.TokenID) bool {
	return f.Tag(s).XPOS == news.NNS || f.quantity(s) && f.Tag(f.Oblique(s, "of")).XPOS == news.NNS
}

// isFirst reports whether the subject of t is "we" or "I".
func (f *finder) isFirst(t news.TokenID) bool {
	s := f.Subject(t)
	return s != 0 && f.UPOS(s) == news.PRON && f.Tag(s).Feats&news.Person1 != 0
}

// lone is the clause of predicate t without what is joined to it, its
// subject, auxiliaries and marks: "formally commit to neutrality". A "not" in
// front stays only where not is asked for.
func (f *finder) lone(t news.TokenID, not bool) text.Span {
	lo, hi, long := t, t, f.isLong(t)
	for k := f.Kid(t); k != 0; k = f.Next(k) {
		switch f.Rel(k) {
		case news.Parataxis:
			if !f.opensWhat(k, t) {
				continue
			}
		case news.Conj, news.Cc, news.Punct, news.Mark, news.Aux, news.Nsubj, news.NsubjPass, news.NsubjOuter, news.Discourse, news.AuxPass, news.Cop, news.Expl:
			continue
		case news.Advmod:
			if s := f.Child(t, news.Nsubj, news.NsubjPass); k < s && f.Lemma(k) != "how" && f.Lemma(k) != "why" && f.Lemma(k) != "where" && f.Lemma(k) != "when" {
				continue // "[However], we will withdraw"
			}
		case news.Obl:
			if l := f.Lemma(f.Child(k, news.Case)); l == "accord" || l == "according" {
				continue // "by a week, according to mediators"
			}
		case news.Advcl, news.AclRelcl:
			if long || k < t {
				continue
			}
		}
		first, last := f.Extent(k)
		lo, hi = min(lo, first), max(hi, last)
	}
	for k := t + 1; k < hi; k++ { // "would not sign but that it was ready"
		if l := f.Lemma(k); (l == "but" || l == "and") && f.Lemma(k+1) == "that" && f.Rel(k+1) == news.Mark {
			hi = k - 1
		}
	}
	for hi > t && f.UPOS(hi) == news.PUNCT {
		hi--
	}
	for lo < t && (f.UPOS(lo) == news.PUNCT || f.Rel(lo) == news.Aux || f.Rel(lo) == news.Mark || f.Rel(lo) == news.Case && f.Head(lo) == t || !not && (f.Lemma(lo) == "not" || f.Lemma(lo) == "never" || f.Lemma(lo) == "only" && f.Lemma(lo-1) == "not")) {
		lo++
	}
	return f.Cover(lo, hi)
}

// opensWhat reports whether clause k, right behind predicate t, opens with
// "what" and is its object: "would never accept “[what] they call a truce”".
func (f *finder) opensWhat(k, t news.TokenID) bool {
	first, _ := f.Extent(k)
	for first < k && f.UPOS(first) == news.PUNCT {
		first++
	}
	return first > t && first < t+4 && f.Lemma(first) == "what" && f.Object(t) == 0
}

// isLong reports whether the subtree of t is too long for an issue.
func (f *finder) isLong(t news.TokenID) bool {
	first, last := f.Extent(t)
	return last-first > 24
}

// withSubject is lone with the subject in front, for what others should do:
// "Ostrel ... withdraw its troops" is about Ostrel.
func (f *finder) withSubject(t, s news.TokenID) text.Span {
	span := f.lone(t, false)
	if s != 0 && s < t && (f.UPOS(s) != news.PRON || f.Lemma(s) == "nobody") && f.SentenceOf(s) == f.SentenceOf(t) && (f.Rel(t) != news.Conj || f.Head(s) == t) {
		span = span.Cover(f.Phrase(s))
	}
	return span
}

// terms are the normalised content words of the issue, sorted.
func (f *finder) terms(s text.Span) (out []string) {
	for t := f.TokenAt(s.Start); t <= f.Len() && f.Span(t).End <= s.End; t++ {
		if m := f.a.Mention(f.MentionOf(t)); m != nil && m.First == t {
			if c := f.a.Chain(m.Chain); c != nil && c.Canon != "" {
				out = append(out, text.Fold(c.Canon))
				continue
			}
		}
		switch f.UPOS(t) {
		case news.NOUN, news.PROPN, news.VERB, news.ADJ, news.NUM:
			out = append(out, f.lex.term(f.Lemma(t)))
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}
