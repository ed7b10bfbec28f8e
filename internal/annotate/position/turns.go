package position

import (
	"rapporteur/internal/news"
)

// Turns of speech that take a position as a whole: "the problem is that", "the time
// for talk is over", "this does not signal a retreat", "there is nothing wrong with".

// turns fills d when clause t of q is one.
func (f *finder) turns(d *draft, q *news.Quote, t news.TokenID) bool {
	if !f.takesSides(d.holder) || f.asking(t) || f.hasIf(t) || f.infinitive(t) {
		return false
	}
	d.grade = less
	return f.problemIs(d, t) || f.timeIsOver(d, t) || f.goesOut(d, t) || f.nothingWrong(d, t) || f.signals(d, q, t) ||
		f.affords(d, q, t) || f.undergone(d, q, t) || f.wouldLike(d, q, t) || f.worsens(d, t) || f.everyReason(d, q, t) || f.isNeeded(d, t) || f.willOnly(d, t) || f.forcesUs(d, q, t) || f.outTo(d, q, t)
}

// problemIs fills d when clause t says what the trouble with another is: "my worry
// about him is that he is rash", "the problem is we have no say".
func (f *finder) problemIs(d *draft, t news.TokenID) bool {
	s := f.Child(t, news.Nsubj, news.NsubjOuter)
	if s == 0 || s > t || f.Negated(t) || !f.lex.worth.complaint[f.Lemma(s)] || f.Modal(t) != "" {
		return false
	}
	c := t
	if k := f.Child(t, news.Ccomp); f.Lemma(t) == "be" && k > t {
		c = k
	} else if f.Child(t, news.Mark) == 0 && f.Child(t, news.NsubjOuter) == 0 {
		return false
	}
	d.stance, d.rule, d.issue = news.Accuse, "position/problem-is", f.lone(c, false)
	if k := f.Child(c, news.Nsubj, news.NsubjPass); k > s && k < c {
		d.issue = f.withSubject(c, k)
	}
	return true
}

// timeIsOver fills d when clause t says that it is over with something: "the time
// for talk is over", "the days of waste are gone".
func (f *finder) timeIsOver(d *draft, t news.TokenID) bool {
	s := f.Child(t, news.Nsubj)
	if s == 0 || s > t || f.Negated(t) || !f.lex.worth.era[f.Lemma(s)] || !f.lex.worth.past[f.Lemma(t)] {
		return false
	}
	end := t - 1 // read off the order of words, whatever hangs where
	for end > s && f.UPOS(end) != news.AUX && f.Lemma(end) != "be" {
		end--
	}
	if l := f.Lemma(s + 1); l != "for" && l != "of" && l != "to" && l != "when" || end < s+3 {
		return false
	}
	d.stance, d.rule, d.issue = news.Reject, "position/time-is-over", f.Cover(s+2, end-1)
	return true
}

// goesOut fills d when clause t says whom the speaker feels for: "our sympathy goes
// out to the families", "my thanks go to the crews".
func (f *finder) goesOut(d *draft, t news.TokenID) bool {
	s := f.Child(t, news.Nsubj)
	o := f.Oblique(t, "to", "with", "behind")
	if s == 0 || s > t || o < t || f.Negated(t) || !f.lex.worth.fellow[f.Lemma(s)] && !f.anyConjunct(s, f.lex.worth.fellow) {
		return false
	}
	switch f.Lemma(t) {
	case "go", "be", "remain", "lie", "belong":
	default:
		return false
	}
	d.stance, d.rule, d.target, d.issue = news.Support, "position/goes-out", f.party(o), f.Phrase(s).Cover(f.Phrase(o))
	return true
}

// anyConjunct reports whether one of the nouns joined to s is among words.
func (f *finder) anyConjunct(s news.TokenID, words map[string]bool) bool {
	for _, k := range f.Conjuncts(s) {
		if words[f.Lemma(k)] {
			return true
		}
	}
	return false
}

// nothingWrong fills d when clause t says that there is nothing wrong with something,
// or much: "there is nothing wrong with asking".
func (f *finder) nothingWrong(d *draft, t news.TokenID) bool {
	n := f.Child(t, news.Nsubj)
	if f.Lemma(t) == "nothing" || f.Lemma(t) == "something" {
		n = t
	}
	l := f.Lemma(n)
	if l != "nothing" && l != "something" && l != "anything" || n+3 > f.Len() || !f.blames(f.Lemma(n+1)) {
		return false
	}
	if w := f.Lemma(n + 2); w != "with" && w != "about" && w != "in" || f.Head(n+2) == 0 {
		return false
	}
	d.stance, d.rule = news.Accuse, "position/nothing-wrong"
	if l == "nothing" || f.Negated(t) {
		d.stance = news.Support
	}
	_, last := f.Extent(n)
	if _, k := f.Extent(t); k > last {
		last = k
	}
	for last > n+3 && f.UPOS(last) == news.PUNCT {
		last--
	}
	if last < n+3 || last > n+25 {
		return false
	}
	d.issue = f.Cover(n+3, last)
	return true
}

// signals fills d when clause t assures what a step does not mean: "this does not
// signal a withdrawal", "the law would not affect farmers".
func (f *finder) signals(d *draft, q *news.Quote, t news.TokenID) bool {
	s := f.Child(t, news.Nsubj)
	if !f.lex.worth.signifying[f.Lemma(t)] || !f.negated(t) || s == 0 || s > t || f.Passive(t) || f.past(t) || f.isFirst(t) || !f.political(d.holder) {
		return false
	}
	switch m := f.Modal(t); {
	case m != "" && m != "will" && m != "would" && m != "do":
		return false
	case f.Object(t) < t && f.Child(t, news.Ccomp) < t && f.Oblique(t, "to") == 0:
		return false
	}
	if f.UPOS(s) != news.PRON && !f.debatable(s) {
		return false
	}
	d.stance, d.rule, d.issue = news.Deny, "position/does-not-mean", f.lone(t, false)
	return true
}

// affords fills d when clause t says what the speaker's side cannot afford or stand:
// "we can't afford to wait".
func (f *finder) affords(d *draft, q *news.Quote, t news.TokenID) bool {
	if f.Lemma(t) != "afford" || !f.negated(t) || !f.unable(t) || !f.isSelf(q, t) {
		return false
	}
	d.stance, d.rule = news.Reject, "position/cannot"
	if x := f.infinitiveUnder(t); x > t {
		d.issue = f.lone(x, false)
		return true
	}
	if o := f.Object(t); o > t {
		d.issue = f.Phrase(o)
		return true
	}
	return false
}

// undergone fills d when clause t complains of what is done to the speaker's side:
// "we are being mocked", "our towns have been abandoned".
func (f *finder) undergone(d *draft, q *news.Quote, t news.TokenID) bool {
	s := f.Child(t, news.NsubjPass)
	if s == 0 || s > t || f.Child(t, news.AuxPass) == 0 || f.Negated(t) || f.Modal(t) != "" || f.Lemma(s) == "i" {
		return false
	}
	if l := f.Lemma(t); !f.lex.offending[l] && !f.lex.wronging[l] && !f.plain(l) {
		return false
	}
	if p := f.Child(s, news.NmodPoss); !f.isFirst(t) && (p == 0 || f.Tag(p).Feats&news.Person1 == 0) {
		return false
	}
	d.stance, d.rule, d.issue = news.Accuse, "position/suffered", f.withSubject(t, s)
	return true
}

// plain reports whether verb l alone is a deed that blames.
func (f *finder) plain(l string) bool {
	for _, e := range f.lex.worth.badDeed[l] {
		if e == l {
			return true
		}
	}
	return false
}

// wouldLike fills d when clause t says what thing the speaker would like: "I would
// love his support".
func (f *finder) wouldLike(d *draft, q *news.Quote, t news.TokenID) bool {
	o := f.Object(t)
	switch f.Lemma(t) {
	case "like", "love", "prefer", "appreciate":
	default:
		return false
	}
	if f.Modal(t) != "would" || f.negated(t) || o < t || f.UPOS(o) != news.NOUN || f.Child(t, news.Xcomp, news.Ccomp) != 0 || !f.isSelf(q, t) {
		return false
	}
	d.stance, d.rule, d.issue = news.Demand, "position/hope", f.Phrase(o)
	return true
}

// worsens fills d when clause t says what makes things worse or better: "it would
// make things worse".
func (f *finder) worsens(d *draft, t news.TokenID) bool {
	m := f.Modal(t)
	if f.Lemma(t) != "make" || m != "" && m != "will" && m != "would" && m != "could" || f.negated(t) || f.isFirst(t) || f.Subject(t) == 0 {
		return false
	}
	last := f.a.Sentence(f.SentenceOf(t)).Last
	for k := t + 1; k <= min(last, t+5); k++ {
		l := f.Lemma(k)
		if f.UPOS(k) != news.ADJ || l != "bad" && l != "weak" && f.Lemma(k-1) != "less" && !f.blames(l) {
			continue // "makes us less safe"
		}
		d.stance, d.rule, d.issue = news.Accuse, "position/deed", f.withSubject(t, f.subject(t))
		return true
	}
	return false
}

// everyReason fills d when clause t says that others have every reason to do
// something: "they have every incentive to agree".
func (f *finder) everyReason(d *draft, q *news.Quote, t news.TokenID) bool {
	o := f.Object(t)
	x := f.infinitiveUnder(o)
	if f.Lemma(t) != "have" || o < t || x < o || f.Lemma(f.Child(o, news.Det)) != "every" || f.isSelf(q, t) {
		return false
	}
	switch f.Lemma(o) {
	case "incentive", "reason", "interest", "right", "motive":
	default:
		return false
	}
	d.stance, d.rule, d.target, d.issue = news.Support, "position/has-a-right", f.party(f.subject(t)), f.lone(x, false)
	return true
}

// stillNeeded reports whether s, needed by passive auxiliary aux, is asked for and was
// not done: "reforms are needed", "a tough penalty was needed"; not "the move was".
func (f *finder) stillNeeded(s, aux news.TokenID) bool {
	if aux == 0 {
		return false
	}
	x, det := f.Tag(aux).XPOS, f.Lemma(f.Child(s, news.Det))
	return x == news.VBZ || x == news.VBP || det == "a" || det == "an" || det == "more" || det == ""
}

// isNeeded fills d when clause t says that a thing is needed: "a tough sentence was
// needed to deter others", "there is an urgent need for reform".
func (f *finder) isNeeded(d *draft, t news.TokenID) bool {
	if f.Negated(t) || f.Modal(t) != "" {
		return false
	}
	s := f.Child(t, news.NsubjPass)
	switch l := f.Lemma(t); {
	case (l == "need" || l == "warrant") && s != 0 && s < t && f.UPOS(s) == news.NOUN && f.stillNeeded(s, f.Child(t, news.AuxPass)):
		d.issue = f.Phrase(s).Cover(f.Span(t))
		if x := f.infinitiveUnder(t); x > t {
			d.issue = d.issue.Cover(f.lone(x, false))
		}
	case l == "need" && f.Child(t, news.Cop, news.Expl) != 0, l == "be" && f.Child(t, news.Expl) != 0 && f.Lemma(f.Child(t, news.Nsubj)) == "need":
		if l == "be" {
			t = f.Child(t, news.Nsubj)
		}
		x, o := f.infinitiveUnder(t), f.Oblique(t, "for")
		if f.Lemma(f.Child(t, news.Det)) == "no" || x < t && o < t {
			return false
		}
		if d.issue = f.Phrase(o); x > t {
			d.issue = f.lone(x, false)
		}
	default:
		return false
	}
	d.stance, d.rule = news.Demand, "position/needs"
	if f.Lemma(f.Child(s, news.Det)) == "no" { // "no further talks are needed"
		d.stance, d.issue = news.Reject, f.refusedIssue(s)
	}
	return true
}

// willOnly fills d when clause t says that a step brings nothing but what it does:
// "threats will only harden them", "this merely delays it".
func (f *finder) willOnly(d *draft, t news.TokenID) bool {
	s := f.Child(t, news.Nsubj, news.Csubj)
	l := f.Lemma(t - 1)
	if l != "only" && l != "merely" || f.UPOS(t) != news.VERB || f.negated(t) || f.Passive(t) || f.isFirst(t) || s == 0 || s > t || f.Object(t) < t && f.Oblique(t, "to") == 0 {
		return false
	}
	if m := f.Modal(t); m != "will" && m != "would" && f.Tag(t).XPOS != news.VBZ && f.Tag(t).XPOS != news.VBP {
		return false
	}
	if p := f.party(s); !p.IsZero() || f.UPOS(s) == news.PRON && f.Lemma(s) != "it" && f.Lemma(s) != "this" && f.Lemma(s) != "that" {
		return false // what somebody will only do is a condition
	}
	d.stance, d.rule, d.issue = news.Accuse, "position/harm", f.subtree(s).Cover(f.lone(t, false))
	return true
}

// outTo fills d when clause t says what harm another is bent on: "they are determined
// to ruin us".
func (f *finder) outTo(d *draft, q *news.Quote, t news.TokenID) bool {
	x := f.infinitiveUnder(t)
	if l := f.Lemma(t); l != "determined" && l != "bent" && l != "eager" && l != "hell-bent" || x < t || f.negated(t) || f.Modal(t) != "" || f.deed(x) != blame && !f.lex.hostile[f.Lemma(x)] && !f.lex.harming[f.Lemma(x)] || f.isSelf(q, t) || f.subject(t) == 0 {
		return false
	}
	d.stance, d.rule, d.target, d.issue = news.Accuse, "position/deed", f.party(f.subject(t)), f.withSubject(t, f.subject(t))
	return true
}
