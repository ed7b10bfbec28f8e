package position

import (
	"strings"

	"rapporteur/internal/news"
	"rapporteur/internal/text"
)

// conditions adds what the speaker of quote q makes main clause t hang on: "we
// will not sign [unless they leave]", "would talk only if [the siege ends]".
// Clause t must be about the speaker's side or say no; "prices will rise
// unless it rains" sets no condition.
func (f *finder) conditions(q *news.Quote, t news.TokenID) {
	if f.past(t) && f.Modal(t) == "" {
		return // "did not go until it rained" tells
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
	if d.stance != news.Offer && d.stance != news.Promise {
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
	switch f.Lemma(t) {
	case "impossible", "unthinkable", "pointless", "question":
		return f.Child(t, news.Cop) != 0
	}
	return false
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
		case "if":
			if l := f.Lemma(m - 1); l == "only" || l == "but" || f.Lemma(f.Child(k, news.Advmod)) == "only" {
				return k
			}
		}
	}
	return 0
}

// branded makes a denial of "described the report as untrue", "called the
// story a lie", and a charge of "called the trial a sham".
func (f *finder) branded(t news.TokenID) {
	if f.Child(t, news.CompoundPrt) != 0 || !f.lex.branding[f.Lemma(t)] || f.Negated(t) || f.hypothetical(t) {
		return
	}
	o := f.Object(t)
	if as := f.Oblique(t, "as"); o == 0 && as > t && f.UPOS(as) == news.NOUN && f.Child(as, news.Amod) != 0 {
		o = as // "described as untrue reports that"
	}
	if l := f.Lemma(o); f.Rel(t) == news.AclRelcl && f.Head(t) < t && (l == "which" || l == "that") {
		o = f.Head(t) // "[drills] that it calls a threat"
	}
	if o == 0 || f.UPOS(o) == news.PRON {
		return
	}
	d := draft{issue: f.Phrase(o), at: t}
	if at := f.Span(t); o == f.Head(t) && d.issue.Contains(at) {
		d.issue.End = min(d.issue.End, f.Span(f.relativeFrom(o, t)).Start)
	}
	switch {
	case f.called(t, o, f.lex.untrue):
		d.stance, d.rule, d.issue = news.Deny, "position/untrue", f.withThat(o, d.issue)
	case f.called(t, o, f.lex.judged) && f.Lemma(t) != "reject" || f.politicised(o):
		d.stance, d.rule, d.issue = news.Accuse, "position/called", f.judgedAs(t, o)
	case f.called(t, o, f.lex.declined):
		d.stance, d.rule = news.Reject, "position/called"
	case f.called(t, o, f.lex.praised):
		d.stance, d.rule = news.Support, "position/called"
	default:
		return
	}
	d.holder, d.grade = f.holder(t, &entry{})
	f.add(d)
}

// relativeFrom is where the relative clause of verb t, said of noun o, begins.
func (f *finder) relativeFrom(o, t news.TokenID) news.TokenID {
	for k := o + 1; k < t; k++ {
		switch f.Lemma(k) {
		case "which", "that", "whom", "who":
			return k
		}
	}
	return t
}

// judgedAs is object o of verb t and as what it is judged: "[the trial a sham]".
func (f *finder) judgedAs(t, o news.TokenID) text.Span {
	_, last := f.Extent(t)
	end := o
	for k := o + 1; k <= last && f.UPOS(k) != news.VERB && f.Word(k) != "."; k++ {
		u := f.UPOS(k + 1)
		if f.Word(k) == "," && u != news.ADJ && u != news.ADV || f.UPOS(k) == news.CCONJ && (u == news.ADV || u == news.VERB || u == news.PRON) {
			break
		}
		end = k
	}
	for end > o && (f.UPOS(end) == news.PRON || f.UPOS(end) == news.SCONJ || f.UPOS(end) == news.AUX) {
		end-- // "a barbarous act [that]"
	}
	return f.Phrase(o).Cover(f.Cover(o, end))
}

// politicised reports whether the words behind object o call it a political
// trial or case.
func (f *finder) politicised(o news.TokenID) bool {
	last := f.a.Sentence(f.SentenceOf(o)).Last
	for k := o + 1; k < min(last, o+6); k++ {
		if f.Lemma(k) == "political" {
			switch f.Lemma(k + 1) {
			case "trial", "case", "decision", "persecution", "stunt", "revenge", "game", "theatre", "theater", "verdict":
				return true
			}
		}
	}
	return false
}

// hasAmod reports whether one of words stands as an adjective before noun n.
func (f *finder) hasAmod(n news.TokenID, words map[string]bool) bool {
	for k := f.Kid(n); k != 0 && k < n; k = f.Next(k) {
		if f.Rel(k) == news.Amod && words[f.Lemma(k)] {
			return true
		}
	}
	return false
}

// calledAs is the noun behind "as" that verb t says object o is, wherever it
// hangs: "described the use of a lorry to kill people as “[a monstrosity]”".
func (f *finder) calledAs(t, o news.TokenID) news.TokenID {
	switch f.Lemma(t) {
	case "describe", "view", "see", "regard", "characterise", "characterize", "denounce", "condemn", "dismiss", "brand", "portray":
	default:
		return 0
	}
	last := f.a.Sentence(f.SentenceOf(t)).Last
	for k := o + 1; k < last; k++ {
		switch f.Tag(k).XPOS {
		case news.VBD, news.VBZ, news.VBP, news.MD:
			return 0
		}
		if f.Lemma(k) != "as" {
			continue
		}
		if f.UPOS(k+1) == news.PUNCT {
			k++
		}
		return f.behind(k)
	}
	return 0
}

// calledToBe is the word behind "to be" that verb t says object o is, wherever it
// hangs: "considers the increase of the quota to 5 tonnes to be [premature]".
func (f *finder) calledToBe(t, o news.TokenID) news.TokenID {
	switch f.Lemma(t) {
	case "consider", "find", "deem", "believe", "hold":
	default:
		return 0
	}
	last := f.a.Sentence(f.SentenceOf(t)).Last
	for k := o + 1; k+2 <= last && f.UPOS(k) != news.PUNCT; k++ {
		if f.Lemma(k) == "to" && f.Lemma(k+1) == "be" {
			return k + 2
		}
	}
	return 0
}

// called reports whether what verb t calls object o is one of words, whichever
// way the parser hung it.
func (f *finder) called(t, o news.TokenID, words map[string]bool) bool {
	if n := f.calledAs(t, o); n != 0 && words[f.Lemma(n)] {
		return true
	}
	if n := f.calledToBe(t, o); n != 0 && words[f.Lemma(n)] {
		return true
	}
	for _, h := range [2]news.TokenID{t, o} {
		for k := f.Kid(h); k != 0; k = f.Next(k) {
			if m := f.Marker(k); h == t && m != "" && m != "as" {
				continue // "dismissed the claims after a [breach]"
			}
			if k > t && k != o && (words[f.Lemma(k)] || words[strings.ToLower(f.Word(k))]) && f.Rel(k) != news.Nsubj && (f.Rel(k) != news.Amod || k > o || f.Marker(o) == "as") {
				return true
			}
			if h == t && k > o && f.UPOS(k) == news.NOUN && f.Marker(k) == "" && f.hasAmod(k, words) {
				return true // "called the flight an [outrageous] act"
			}
		}
	}
	return false
}
