package event

import "rapporteur/internal/news"

// What is told by an -ing form: done, going on, or only aimed at.

// gerund tells "is meeting" from "was meeting" and "after meeting".
func (f *finder) gerund(t news.TokenID, tr *trigger, depth int) (news.Status, bool) {
	for k := f.Kid(t); k != 0; k = f.Next(k) {
		if f.Rel(k) == news.Aux && f.Lemma(k) == "be" {
			if f.Tag(k).XPOS == news.VBD && !f.stillGoing(t, tr) {
				return news.Held, true
			}
			return news.UnderWay, true
		}
	}
	h := f.Head(t)
	if f.Lemma(t-1) == "of" && f.Lemma(t-2) == "instead" || tr.class != "CONSULT" && f.under(t, "on", "upon") && f.lex.in("hanging", f.Lemma(h)) {
		return "", false // "instead of arresting him", "contingent on their disbanding it"
	}
	if f.Rel(t) == news.Csubj && (f.timeless(h) || f.lex.in("ruledout", f.Lemma(h))) || f.Child(t, news.Case) == 0 && f.timelessBehind(t) {
		return "", false // "attacking a guard is an offence", "lifting the ban is out of the question"
	}
	if f.Rel(t) == news.Acl && f.rejected(h) {
		return "", false // "vetoed a resolution condemning it"
	}
	if f.meant(t) && tr.class != "CONSULT" {
		return "", false // "help in regaining the town", "the decision of sending troops"
	}
	if f.lex.in("charge", f.Lemma(h)) && f.Rel(t) != news.Conj || (f.lex.in("verbal", tr.class) || tr.class == "COOPERATE") && f.under(t, "for") || f.Lemma(h) == "capable" && tr.class != "CONSULT" {
		return "", false // "accused of attacking", "jailed for insulting the judges", "capable of launching attacks"
	}
	if tr.class != "CONSULT" && (f.lex.in("purpose", f.Lemma(h)) && f.Rel(t) != news.Conj || f.under(t, "for") && f.lex.in("proposal", f.Lemma(h))) {
		return "", false // "talks aimed at ending the war", "a proposal for signing a pact"
	}
	if tr.class != "CONSULT" && f.Rel(t) != news.Conj && f.under(t, "from") {
		return "", false // "kept them from attacking", "protected from being held to account"
	}
	if f.lex.in("deny", f.Lemma(h)) && f.Rel(t) != news.Conj {
		return news.Denied, tr.class == "CONSULT" && !f.Negated(h)
	}
	if h != 0 && f.lex.in("plan", f.Lemma(h)) && (f.Rel(t) == news.Xcomp || f.Rel(t) == news.Ccomp) {
		if f.lex.in("weighed", f.Lemma(h)) {
			return news.Possible, !f.Negated(h)
		}
		return news.Planned, !f.Negated(h)
	}
	if h != 0 && f.UPOS(h) == news.VERB {
		return f.verbStatus(h, tr, depth+1)
	}
	return news.Held, true
}

// timelessBehind reports whether the gerund that opens a clause at t is the subject of what
// is said of no time, though the parser hung it above: "said that [lifting] the ban is no answer".
func (f *finder) timelessBehind(t news.TokenID) bool {
	h := f.Head(t)
	for k := f.Kid(h); k != 0; k = f.Next(k) {
		if k > t && f.Rel(k) == news.Ccomp && f.Child(k, news.Cop) > t && f.Child(k, news.Nsubj) == 0 && f.Lemma(t-1) == "that" {
			return f.timeless(k) || f.lex.in("ruledout", f.Lemma(k))
		}
	}
	return false
}

// rejected reports whether noun h is a proposal that somebody turns down.
func (f *finder) rejected(h news.TokenID) bool {
	l := f.Lemma(f.Head(h))
	return f.Rel(h) == news.Obj && f.lex.in("proposal", f.Lemma(h)) && (f.lex.in("refusal", l) || f.lex.in("opposing", l))
}

// meant reports whether gerund t stands behind a noun by which it is only helped, decided
// or thought of, and that noun right before its preposition or hung above it.
func (f *finder) meant(t news.TokenID) bool {
	k := f.Child(t, news.Mark, news.Case)
	switch f.Lemma(k) {
	case "in", "of", "for", "about":
	default:
		return false
	}
	n := f.Head(t)
	return f.UPOS(n) == news.NOUN && f.lex.in("meant", f.Lemma(n)) || k > 1 && f.UPOS(k-1) == news.NOUN && f.lex.in("meant", f.Lemma(k-1)) ||
		f.UPOS(n) == news.VERB && f.lex.in("meant", f.Lemma(f.Object(n))) && f.Object(n) < t && !f.isDone(t)
}
