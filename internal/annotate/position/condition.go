package position

import (
	"rapporteur/internal/news"
	"rapporteur/internal/text"
)

// conditions adds what the speaker of quote q makes main clause t hang on: "we
// will not sign [unless they leave]", "would talk only if [the siege ends]".
// Clause t must be about the speaker's side or say no; "prices will rise
// unless it rains" sets no condition.
func (f *finder) conditions(q *news.Quote, t news.TokenID) {
	if f.past(t) && f.Modal(t) == "" || f.perfect(t) {
		return // "did not go until it rained" tells, "would have gone if" only supposes
	}
	denied := f.Modal(t) != "" && f.Negated(t) || f.withoutNoun(t, f.lex.refused) != 0 || f.barred(t) || f.noSubject(t)
	own := f.isSelf(q, t)
	if m := f.Modal(t); own && !denied && (m == "will" || m == "would") && !f.retaliates(t) && !f.lex.menacing[f.Lemma(t)] && !f.lex.idle[f.Lemma(t)] && !f.foresees(q, t) {
		f.price(draft{holder: q.Speaker, stance: news.Offer, at: t, grade: 0.65, rule: wouldIf}, t) // "would reopen it if they left"
	}
	if !denied && !own {
		return
	}
	grade := float32(0.65)
	if own && denied {
		grade = 0.75
	}
	d := draft{holder: q.Speaker, stance: news.Condition, at: t, rule: "position/unless", grade: grade}
	before := len(f.out)
	defer func() {
		if len(f.out) == before && denied {
			f.conditionBehind(d)
		}
	}()
	f.conditionsUnder(d, t, denied)
	for x, i := f.Child(t, news.Xcomp, news.Ccomp), 0; x != 0 && i < 3; i++ { // "is prepared to let them go only if"
		f.conditionsUnder(d, x, denied)
		x = f.Child(x, news.Xcomp, news.Ccomp)
	}
}

// blocking opens what a refusal lasts until.
var blocking = map[string]bool{"unless": true, "until": true, "before": true}

// conditionBehind adds d for the condition behind it that the tree hung
// elsewhere: "no gun will move until our towns are safe".
func (f *finder) conditionBehind(d draft) {
	v, s := f.clauseBehind(d.at, blocking)
	if v == 0 {
		return
	}
	d.issue, d.target, d.grade = s, f.party(f.Child(v, news.Nsubj, news.NsubjPass)), 0.55
	f.add(d)
}

// hangsOn adds the condition until which refusal d lasts and is the word that opens
// it, 0 for none: "ruled out talks [unless] they leave".
func (f *finder) hangsOn(d draft) news.TokenID {
	if d.stance != news.Reject || d.at == 0 {
		return 0
	}
	v, s := f.clauseBehind(d.at, lasting)
	if v == 0 || f.Span(d.at).End > d.issue.Start || f.goesOn(d.at+1, f.TokenAt(s.Start)-1) {
		return 0
	}
	c := d
	c.stance, c.rule, c.issue, c.target = news.Condition, "position/unless", s, f.party(f.Child(v, news.Nsubj, news.NsubjPass))
	c.grade = min(d.grade, 0.6)
	f.add(c)
	return f.TokenAt(s.Start) - 1
}

// lasting opens what a refusal that is told of lasts until.
var lasting = map[string]bool{"unless": true, "until": true}

// conditionsUnder adds d for each condition among the dependents of t.
func (f *finder) conditionsUnder(d draft, t news.TokenID, denied bool) {
	for k := f.Kid(t); k != 0; k = f.Next(k) {
		if c := f.condition(k, denied); c != 0 {
			d.issue, d.target = f.conditionSpan(c), f.party(f.Subject(c))
			f.add(d)
		}
	}
}

// nextClause is the first predicate behind k whose subject stands behind k too,
// wherever the parser hung it.
func (f *finder) nextClause(k news.TokenID) news.TokenID {
	last := min(f.a.Sentence(f.SentenceOf(k)).Last, k+10)
	for c := k + 1; c <= last; c++ {
		if f.Predicate(c) && f.Child(c, news.Nsubj) > k {
			return c
		}
	}
	return 0
}

// wouldIf is the rule of a price that only "would" and "if" tell of.
const wouldIf = "position/would-if"

// price adds what an offer or promise d of doing h hangs on: "offered to open
// the dam [if they leave]", "in return for [a pullback]".
func (f *finder) price(d draft, h news.TokenID) {
	if d.stance != news.Offer && d.stance != news.Promise && (d.stance != news.Accept || f.provided(d.at) == 0) {
		return
	}
	d.stance, d.grade = news.Condition, min(d.grade, 0.65)
	if d.rule != wouldIf {
		d.rule = "position/price"
	}
	for _, t := range [2]news.TokenID{h, d.at} {
		for k := f.Kid(t); k != 0; k = f.Next(k) {
			switch {
			case f.Rel(k) == news.Advcl && f.Lemma(f.Child(k, news.Mark)) == "if" && f.binding(d, f.Child(k, news.Mark), f.subject(k)):
				d.issue = f.conditionSpan(k)
			case f.Rel(k) == news.Obl && (f.Lemma(k) == "return" || f.Lemma(k) == "exchange") && f.Marker(k) == "in" && f.Oblique(k, "for") != 0:
				d.issue = f.Phrase(f.Oblique(k, "for"))
			case (f.Lemma(k) == "return" || f.Lemma(k) == "exchange") && f.Marker(k) == "in" && f.Lemma(k+1) == "for" && f.behind(k+1) != 0:
				d.issue = f.Phrase(f.behind(k + 1)) // whose "for" the tree hung beside it
			case f.Rel(k) == news.Obl && f.Marker(k) == "in" && f.returns(k):
				d.issue = f.Phrase(k) // "in return for" as one preposition
			default:
				continue
			}
			f.add(d)
			return
		}
	}
	f.bargain(d)
}

// bargain adds d for "in return for", "in exchange for" and "if" behind it,
// wherever the tree hung them.
func (f *finder) bargain(d draft) {
	last := f.a.Sentence(f.SentenceOf(d.at)).Last
	for k := d.at + 1; k+2 <= last; k++ {
		if l := f.Lemma(k + 1); f.Lemma(k) == "in" && (l == "return" || l == "exchange") && f.Lemma(k+2) == "for" {
			if o := f.behind(k + 2); o != 0 {
				d.issue = f.Phrase(o)
				f.add(d)
			}
			return
		}
	}
	if k := f.provided(d.at); k != 0 {
		if v, s := f.clauseFrom(k, last); v != 0 {
			d.issue, d.target = s, f.party(f.Child(v, news.Nsubj, news.NsubjPass))
			f.add(d)
		}
		return
	}
	v, s := f.clauseBehind(d.at, supposing)
	if v == 0 || f.goesOn(d.at+1, f.TokenAt(s.Start)) {
		return
	}
	subject := f.Subject(v)
	if subject == 0 {
		subject = f.Subject(f.Head(v)) // "if the dam [was] opened"
	}
	if f.binding(d, f.TokenAt(s.Start)-1, subject) {
		d.issue = s
		f.add(d)
	}
}

// provided is the first word behind "as long as", "provided that" or "on condition
// that" behind t, 0 for none.
func (f *finder) provided(t news.TokenID) news.TokenID {
	last := f.a.Sentence(f.SentenceOf(t)).Last
	for k := t + 1; k+3 <= last; k++ {
		switch f.Lemma(k) {
		case "as":
			if f.Lemma(k+1) == "long" && f.Lemma(k+2) == "as" {
				return k + 3
			}
		case "so":
			if f.Lemma(k+1) == "long" && f.Lemma(k+2) == "as" {
				return k + 3
			}
		case "only", "but":
			if f.Lemma(k+1) == "if" || f.Lemma(k) == "only" && (f.Lemma(k+1) == "once" || f.Lemma(k+1) == "when") || f.Lemma(k+1) == "only" && f.Lemma(k+2) == "if" {
				return f.behindIf(k)
			}
		case "provided", "providing", "condition", "understanding", "proviso":
			if f.Lemma(k+1) == "that" {
				return k + 2
			}
		}
	}
	return 0
}

// opening is the first of the words right before token k that open the condition
// which begins there: "[on condition that] they leave".
func (f *finder) opening(k news.TokenID) news.TokenID {
	for k--; k > 1; k-- {
		switch f.Lemma(k - 1) {
		case "as", "long", "so", "on", "the", "condition", "understanding", "proviso", "provided", "providing", "only", "but", "if":
		default:
			if f.Word(k-1) == "," {
				k--
			}
			return k
		}
	}
	return k
}

// behindIf is the first word behind the "if", "once" or "when" next to token k.
func (f *finder) behindIf(k news.TokenID) news.TokenID {
	for ; ; k++ {
		switch f.Lemma(k) {
		case "but", "only":
		default:
			return k + 1
		}
	}
}

// granted adds what the holder of verb t makes it hang on that he lets be done: "let
// them go [on condition that their wounded be treated]". Told by the report; not where
// somebody speaks on condition that he is not named.
func (f *finder) granted(t news.TokenID) {
	bare := f.Rel(t) == news.Root && f.Tag(t).XPOS == news.VB && f.Child(t, news.Aux) == 0 // "let" in the past
	if !f.told(t) && !bare || f.QuoteOf(t) != 0 || f.Negated(t) {
		return
	}
	k := f.onCondition(t)
	if k == 0 {
		return
	}
	v, s := f.clauseFrom(k, f.a.Sentence(f.SentenceOf(t)).Last)
	if v == 0 || f.unnamed(v) || f.unnamed(v+1) || f.unnamed(v+2) {
		return
	}
	d := draft{stance: news.Condition, at: t, rule: "position/price", grade: 0.6, issue: s, target: f.party(f.Child(v, news.Nsubj, news.NsubjPass))}
	if d.holder = f.party(f.subject(t)); f.partisan(d.holder) {
		f.add(d)
	}
}

// unnamed reports whether t is what speakers ask not to be: "named", "identified".
func (f *finder) unnamed(t news.TokenID) bool {
	switch f.Lemma(t) {
	case "name", "identify", "quote", "disclose", "anonymous", "publish", "use":
		return true
	}
	return false
}

// onCondition is the first word behind "on condition that" where that hangs under
// verb t, however deep; 0 for none.
func (f *finder) onCondition(t news.TokenID) news.TokenID {
	last := f.a.Sentence(f.SentenceOf(t)).Last
	for k := t + 1; k+3 <= last && k < t+25; k++ {
		if f.told(k) && f.UPOS(k) == news.VERB || f.QuoteOf(k) != 0 {
			return 0
		}
		if f.Lemma(k) == "condition" && f.Lemma(k+1) == "that" && (f.Lemma(k-1) == "on" || f.Lemma(k-1) == "the" && f.Lemma(k-2) == "on") && f.Within(k, t) {
			return k + 2
		}
	}
	return 0
}

// goesOn reports whether a verb in a tense stands among the tokens from first
// to last: then what follows belongs to that.
func (f *finder) goesOn(first, last news.TokenID) bool {
	for k := first; k < last; k++ {
		switch f.Tag(k).XPOS {
		case news.VBD, news.VBZ, news.VBP, news.MD:
			return true
		}
	}
	return false
}

// binding reports whether the clause that "if" opens, with subject s, names a
// price that another is to pay: not "even if", "if elected", "if I go", "see if".
func (f *finder) binding(d draft, mark, s news.TokenID) bool {
	switch f.Lemma(mark - 1) {
	case "even", "as", "see", "wonder", "ask", "know", "what":
		return false
	}
	switch f.Lemma(s) {
	case "", "i", "we", "you", "one", "god", "there":
		return false
	}
	p := f.party(s)
	return p.Chain == 0 || p.Chain != d.holder.Chain
}

// supposing opens the price of an offer.
var supposing = map[string]bool{"if": true}

// returns reports whether the preposition of k is "in return for" or "in
// exchange for".
func (f *finder) returns(k news.TokenID) bool {
	for c := f.Kid(k); c != 0 && c < k; c = f.Next(c) {
		if l := f.Lemma(c + 1); f.Rel(c) == news.Case && (l == "return" || l == "exchange") && f.Lemma(c+2) == "for" {
			return true
		}
	}
	return false
}

// conditionSpan is the words of conditional clause c with its subject.
func (f *finder) conditionSpan(c news.TokenID) text.Span {
	span := f.lone(c, true)
	if s := f.Child(c, news.Nsubj, news.NsubjPass); s != 0 && s < c {
		span = span.Cover(f.Phrase(s))
	}
	return span
}

// restricted reports whether "only" stands between the modal of t and t: "would
// [only] sign if".
func (f *finder) restricted(t news.TokenID) bool {
	return t > 1 && f.Lemma(t-1) == "only" && f.Modal(t) != ""
}

// noSubject reports whether the subject of t is nobody or nothing: "not one gun
// will move", "no document will be signed".
func (f *finder) noSubject(t news.TokenID) bool {
	s := f.Child(t, news.Nsubj, news.NsubjPass)
	if s == 0 || s > t {
		return false
	}
	first, _ := f.Extent(s)
	l := f.Lemma(first)
	return l == "no" || l == "not" || l == "none" || l == "nobody"
}

// barred reports whether clause t says that something cannot be: "talks are
// impossible", "is out of the question".
func (f *finder) barred(t news.TokenID) bool {
	return f.lex.barred[f.Lemma(t)] && f.Child(t, news.Cop) != 0
}

// condition is the predicate of the conditional clause that dependent k of a
// main clause is, 0 when it is none. "Until" and "before" set conditions only
// where the main clause says no.
func (f *finder) condition(k news.TokenID, denied bool) news.TokenID {
	if w := f.Lemma(k); w == "provide" && k > 1 && f.Word(k-1) == "," && f.Child(k, news.Obj, news.Nsubj) == 0 {
		if c := f.Child(k, news.Ccomp, news.Conj, news.Advcl); c != 0 {
			return c // "provided they take part", taken for a verb
		}
		return f.nextClause(k)
	}
	switch f.Rel(k) {
	case news.Advcl:
	case news.Obl: // "on condition that they leave"
		if f.Lemma(k) == "condition" {
			return f.Child(k, news.Acl, news.AclRelcl, news.Ccomp, news.Advcl)
		}
		if f.UPOS(k) != news.VERB { // "until they leave", taken for a phrase
			return 0
		}
	default:
		return 0
	}
	for m := f.Kid(k); m != 0; m = f.Next(m) {
		if f.Rel(m) != news.Mark && f.Rel(m) != news.Advmod && f.Rel(m) != news.Case || m > k {
			continue
		}
		switch f.Lemma(m) {
		case "unless", "provided", "providing", "provide": // the last where taken for a verb
			return k
		case "while":
			if denied && m > f.Head(k) {
				return k // "no talks while the siege lasts"
			}
		case "until", "till", "before":
			if denied && f.Child(k, news.Nsubj, news.NsubjPass) != 0 {
				return k
			}
		case "if", "once", "when", "after":
			if l := f.Lemma(m - 1); l == "only" || l == "but" && f.Lemma(m) == "if" || f.Lemma(f.Child(k, news.Advmod)) == "only" || f.restricted(f.Head(k)) {
				return k
			}
		}
	}
	return 0
}
