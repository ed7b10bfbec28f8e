package position

import (
	"rapporteur/internal/news"
)

// What a clause of a quote says there is none of: a role for somebody, a link, a
// reason to pay.

// without fills d when clause t says that there is, was or will be none of
// something: "saw no role for", "there is no siege".
func (f *finder) without(d *draft, t news.TokenID) bool {
	if n := f.withoutNoun(t, f.lex.refused); n != 0 && (f.Lemma(t) != "have" || !f.lex.owed[f.Lemma(n)] || f.isFirst(t) || f.party(f.Subject(t)).Chain == 0 || f.party(f.Subject(t)).Chain == d.holder.Chain || f.party(f.Subject(t)).Chain == f.speaksFor(d.holder)) {
		d.stance, d.issue, d.rule = news.Reject, f.refusedIssue(n), "position/no-noun"
		switch x := f.Tag(t).XPOS; { // "there was no deal", "they had no part in it" refuse none
		case f.Lemma(t) == "be" && x == news.VBD && !f.lex.roomFor[f.Lemma(n)], f.Lemma(t) == "have" && (x == news.VBD || x == news.VBN) && f.whereIn(t, n) != 0:
			d.stance, d.grade = news.Deny, 0.5
			if o := f.whereIn(t, n); o != 0 {
				d.issue = d.issue.Cover(f.Phrase(o))
			}
		}
		return true
	}
	if n := f.withoutNoun(t, f.lex.unlinked); n != 0 && (f.Lemma(t) != "have" || f.UPOS(f.Subject(t)) != news.PRON || f.isFirst(t) || f.party(f.Subject(t)).Chain == d.holder.Chain) {
		d.stance, d.issue, d.rule, d.grade = news.Deny, f.refusedIssue(n), "position/no-link", 0.65
		return true
	}
	if f.nothingDone(t) {
		d.stance, d.rule, d.grade, d.issue = news.Deny, "position/did-not", 0.6, f.lone(t, false)
		return true
	}
	if f.unseen(d, t) {
		return true
	}
	if f.unfounded(d, t) {
		return true
	}
	if n := f.cannotBe(t); n != 0 && f.takesSides(d.holder) {
		d.stance, d.issue, d.rule, d.grade = news.Reject, f.refusedIssue(n), "position/no-noun", 0.6
		if c := f.Child(n, news.Cop); c != 0 { // the tree has "there can't be" in the phrase
			d.issue.Start = f.Span(c + 1).Start
		}
		if !f.political(d.holder) {
			d.grade = less
		}
		return true
	}
	n := f.absent(t)
	if n != 0 && f.lex.worth.warranting[f.Lemma(n)] && f.Modal(t) == "" && f.takesSides(d.holder) {
		if o := f.Oblique(n, "for"); o > n {
			d.issue = f.Phrase(o)
		} else if g := f.gerundUnder(n, "for"); len(g) > 0 {
			d.issue = f.lone(g[0], false)
		}
		if d.issue.Len() > 0 { // "there was no case for shutting it"
			d.stance, d.rule, d.grade = news.Reject, "position/no-reason", less
			return true
		}
	}
	if n != 0 && f.lex.demanding[f.Modal(t)] {
		d.stance, d.issue, d.rule, d.grade = news.Reject, f.refusedIssue(n), "position/no-noun", 0.65 // "there should be no rush"
		return true
	}
	if n == 0 || f.lex.lacking[f.Lemma(n)] && f.lex.worth.warranting[f.Lemma(n)] || !f.political(d.holder) && !f.lex.disputed[f.Lemma(n)] {
		return false
	}
	d.stance, d.issue, d.rule, d.grade = news.Deny, f.refusedIssue(n), "position/there-is-no", less
	if m := f.Modal(t); (m == "will" || m == "would" || m == "can") && f.political(d.holder) { // "there will be no weapons there"
		d.stance, d.rule, d.grade = news.Reject, "position/no-noun", 0.65
	}
	return true
}

// nothingDone reports whether clause t says that somebody did nothing wrong.
func (f *finder) nothingDone(t news.TokenID) bool {
	o := f.Object(t)
	if f.Lemma(t) != "do" || f.Lemma(o) != "nothing" || o < t || f.Modal(t) != "" || o+1 > f.Len() {
		return false
	}
	switch f.Lemma(o + 1) {
	case "wrong", "improper", "illegal", "inappropriate", "unlawful", "unethical", "untoward":
		return true
	}
	return false
}

// unseen fills d when clause t says that there is no evidence of what a "that" clause
// tells, wherever that hangs: "did not see convincing evidence that [they were behind it]".
func (f *finder) unseen(d *draft, t news.TokenID) bool {
	n := f.Object(t)
	if !f.lex.carrier[f.Lemma(t)] || n < t || !f.lex.unlinked[f.Lemma(n)] || !f.negated(t) || f.Modal(t) != "" {
		return false
	}
	c := f.thatClause(n)
	if c == 0 {
		c = f.thatClause(t)
	}
	if c < n {
		return false
	}
	d.stance, d.rule, d.grade, d.issue = news.Deny, "position/no-link", 0.6, f.withSubject(c, f.Child(c, news.Nsubj, news.NsubjPass))
	return true
}

// unfounded fills d when clause t says that there is no reason for something:
// "sees no reason to pay", "there is no reason to believe it was them".
func (f *finder) unfounded(d *draft, t news.TokenID) bool {
	n := f.withoutNoun(t, f.lex.reason)
	if n == 0 {
		return false
	}
	x := f.Child(n, news.Acl, news.Xcomp)
	if x == 0 || x < n || !f.infinitive(x) {
		return false
	}
	d.stance, d.rule, d.grade, d.issue = news.Reject, "position/no-reason", 0.55, f.lone(x, true)
	if c := f.Child(x, news.Ccomp); f.lex.believing[f.Lemma(x)] {
		d.stance = news.Deny
		if c != 0 {
			d.issue = f.withSubject(c, f.Child(c, news.Nsubj, news.NsubjPass))
		} else if _, d.issue = f.clauseFrom(x+1, f.a.Sentence(f.SentenceOf(t)).Last); d.issue.IsZero() {
			return false
		}
	}
	if !f.political(d.holder) {
		d.grade = less
	}
	return true
}

// absent is the noun of which clause t says that there is none: "there is no
// siege". Not what is lacking by the turn of speech: "no doubt", "no time".
func (f *finder) absent(t news.TokenID) news.TokenID {
	if f.Lemma(t) != "be" || f.Child(t, news.Expl) == 0 && !f.there(t) {
		return 0
	}
	n := f.Child(t, news.Nsubj)
	if m := f.Modal(t); f.Lemma(n) == "change" && f.UPOS(n) == news.NOUN && (m == "will" || m == "would") && f.Lemma(f.Child(n, news.Det)) == "no" {
		return n // "there would be no change to the policy": kept
	}
	if n == 0 || f.UPOS(n) != news.NOUN || f.lex.lacking[f.Lemma(n)] && !f.lex.demanding[f.Modal(t)] && !f.lex.worth.warranting[f.Lemma(n)] || f.Lemma(f.Child(n, news.Det)) != "no" || f.hasComparative(n) {
		return 0
	}
	return n
}

// whereIn is what noun n, there is none of at verb t, would be in: "had no part in [the
// raid]", wherever it hangs; 0 for none.
func (f *finder) whereIn(t, n news.TokenID) news.TokenID {
	if o := f.Oblique(n, "in"); o > n {
		return o
	}
	if o := f.Oblique(t, "in"); o > n && f.TimeOf(o) == 0 {
		return o
	}
	return 0
}

// cannotBe is the noun of which clause t says that there cannot be it: "there can't be
// [two kinds of law]", 0 for none.
func (f *finder) cannotBe(t news.TokenID) news.TokenID {
	if !f.unable(t) || !f.Negated(t) || f.Child(t, news.Expl) == 0 && !f.openedByThere(t) {
		return 0
	}
	n := t
	if f.Lemma(t) == "be" {
		n = f.Child(t, news.Nsubj)
	}
	if f.UPOS(n) != news.NOUN || f.lex.lacking[f.Lemma(n)] || f.lex.unlinked[f.Lemma(n)] || f.hasComparative(n) {
		return 0
	}
	return n
}

// openedByThere reports whether "there" opens the clause of t, wherever the tree hung it.
func (f *finder) openedByThere(t news.TokenID) bool {
	aux := f.Child(t, news.Aux)
	return aux > 1 && f.Lemma(aux-1) == "there"
}

// hasComparative reports whether noun n is measured by a "than": "no bigger threat than
// this", which is no denial of threats.
func (f *finder) hasComparative(n news.TokenID) bool {
	last := f.a.Sentence(f.SentenceOf(n)).Last
	for k := n + 1; k <= min(last, n+12); k++ {
		if f.Lemma(k) == "than" {
			return true
		}
	}
	return false
}

// there reports whether "there" stands before t and its auxiliary, wherever the
// tree hung it.
func (f *finder) there(t news.TokenID) bool {
	for k := t - 1; k > 0 && k+3 > t; k-- {
		if f.Lemma(k) == "there" {
			return true
		}
	}
	return false
}
