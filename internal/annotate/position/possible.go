package position

import (
	"slices"

	"rapporteur/internal/news"
)

// What is not done but only possible, supposed, asked for or denied.

// hypothetical reports whether t is something that only could be, or that an
// infinitive leaves to another verb ("urged them to support").
func (f *finder) hypothetical(t news.TokenID) bool {
	if f.marked(t) {
		return true
	}
	switch f.Modal(t) {
	case "should", "must":
		return true // "they should not endorse him" is another's demand
	case "could", "may", "might", "can":
		return !f.Negated(t)
	case "will":
		if f.awaited(t) {
			return true
		}
	case "would":
		if f.awaited(t) {
			return true
		}
		if f.UPOS(t) == news.ADJ && f.Child(t, news.Cop) != 0 {
			return f.hasIf(t) // "would be open to": it is told of them
		}
		return f.QuoteOf(t) == 0 && !f.Negated(t) || f.hasIf(t) // "would not hear of it" is a refusal
	}
	if f.fallsShort(t) || f.doubted(t) || f.asked(t) || f.Tag(t).XPOS == news.VBG && f.undertaken(t) {
		return true
	}
	if f.bareBehind(t) {
		return true
	}
	u := f.leading(t)
	return (f.infinitive(u) || f.bareUnder(u)) && f.Rel(u) != news.Root && (!f.performed(u) || f.inverted(f.Head(u)))
}

// bareBehind reports whether verb t, behind "and", is in the bare form though who
// does the verb above is one: "the ministry urged them to talk and [acknowledge] it".
func (f *finder) bareBehind(t news.TokenID) bool {
	h := f.Head(t)
	if f.Tag(t).XPOS != news.VBP || f.Rel(t) != news.Conj || f.Child(t, news.Nsubj, news.NsubjPass, news.Aux) != 0 || f.Child(h, news.Xcomp) == 0 {
		return false
	}
	switch s := f.Child(h, news.Nsubj); f.Tag(s).XPOS {
	case news.NN, news.NNP:
		return s != 0 && f.Child(s, news.Conj) == 0 && f.told(h)
	}
	return false
}

// leading is infinitive t, or the one that it goes on with: "unable to turn them
// and [accuse] him".
func (f *finder) leading(t news.TokenID) news.TokenID {
	for i := 0; i < 4 && f.Rel(t) == news.Conj && f.Tag(t).XPOS == news.VB && f.Child(t, news.Aux, news.Nsubj, news.NsubjPass) == 0 && !f.infinitive(t); i++ {
		t = f.Head(t)
	}
	return t
}

// bareUnder reports whether t is a verb in its bare form that completes another:
// "demands he [make] a pledge", "to make them [defend] it".
func (f *finder) bareUnder(t news.TokenID) bool {
	return f.Rel(t) == news.Xcomp && f.Tag(t).XPOS == news.VB && f.UPOS(f.Head(t)) == news.VERB && f.Child(t, news.Aux) == 0
}

// marked reports whether clause t opens with "if", "whether" or the like.
func (f *finder) marked(t news.TokenID) bool {
	if h := f.Head(t); (f.Rel(t) == news.Conj || f.Rel(t) == news.Ccomp && f.Child(t, news.Cc) != 0) && f.Rel(h) == news.Advcl && f.Child(t, news.Mark) == 0 && f.marked(h) {
		return true // "if they agree and the deal is blocked"
	}
	for k := f.Kid(t); k != 0; k = f.Next(k) {
		if f.Rel(k) != news.Mark {
			continue
		}
		switch f.Lemma(k) {
		case "if", "whether", "unless", "until", "till":
			return true
		case "in":
			if f.Lemma(k+1) == "case" {
				return true
			}
		}
	}
	return false
}

// fallsShort reports whether "-ing" form t is what was not done: "stopped short
// of committing", "without promising".
func (f *finder) fallsShort(t news.TokenID) bool {
	if f.Tag(t).XPOS != news.VBG || t < 3 {
		return false
	}
	switch f.Lemma(t - 1) {
	case "without", "from":
		return true
	case "of":
		return f.Lemma(t-2) == "short" || f.Lemma(t-2) == "instead"
	case "than":
		return f.Lemma(t-2) == "rather"
	}
	return false
}

// undertaken reports whether "-ing" form t is what another act is about: "ruled
// out [recognising] the island".
func (f *finder) undertaken(t news.TokenID) bool {
	h := f.Head(t)
	r := f.Rel(t)
	if r != news.Xcomp && r != news.Ccomp && (r != news.Advcl || t > h+2 || t < h) {
		return false
	}
	return slices.ContainsFunc(f.lex.acts[f.Lemma(h)], func(e *entry) bool { return f.Lexical(h, e.lemma) })
}

// asked reports whether clause t is what another act demands: "demanded that
// they [renounce] it".
func (f *finder) asked(t news.TokenID) bool {
	h := f.Head(t)
	return f.Rel(t) == news.Ccomp && f.bare(t) && h < t && f.Modal(t) == "" &&
		slices.ContainsFunc(f.lex.acts[f.Lemma(h)], func(e *entry) bool { return e.stance == news.Demand && f.Lexical(h, e.lemma) })
}

// awaited reports whether clause t is only what somebody expects of another: "is confident
// that the court would [strike] it down".
func (f *finder) awaited(t news.TokenID) bool {
	h := f.Head(t)
	if f.Rel(t) != news.Ccomp || h > t || f.Subject(t) == f.Subject(h) {
		return false
	}
	l := f.Lemma(h)
	return f.lex.expecting[l] || f.lex.foreseeing[l] || f.lex.worth.confident[l]
}

// deniedBefore reports whether a denial with an auxiliary of its own stands between commas
// right before verb t: "does not, and never will, [accept] it".
func (f *finder) deniedBefore(t news.TokenID) bool {
	if t < 5 || f.Word(t-1) != "," || f.UPOS(t-2) != news.AUX || f.UPOS(t-4) != news.CCONJ {
		return false
	}
	l := f.Lemma(t - 3)
	return l == "never" || l == "not"
}

// performed reports whether the verb above infinitive t says that t is done:
// "continues to demand", "phoned to plead", "is said to have offered".
func (f *finder) performed(t news.TokenID) bool {
	h := f.Head(t)
	switch l := f.Lemma(h); {
	case f.lex.performing[l]:
		return true
	case (l == "want" || l == "like" || l == "have" || l == "wish") && f.isFirst(h) && f.QuoteOf(h) != 0 && !f.Negated(h):
		return f.lex.worth.performative[f.Lemma(t)] // "I want to [commend] them"
	case f.lex.reporting[l]:
		return f.Passive(h) && f.Lemma(f.Child(t, news.Aux)) == "have"
	}
	if o := f.Child(h, news.Obj, news.Iobj); f.lex.causing[f.Lemma(h)] && o > h && o < t && f.told(h) && f.Modal(h) == "" && !f.Negated(h) {
		return true // "prompted the envoy to warn"
	}
	if f.decider(t) != 0 {
		return true
	}
	if v := f.Head(h); f.Rel(t) == news.Acl && f.Rel(h) == news.Obj && f.lex.causing[f.Lemma(v)] && f.told(v) && !f.Negated(v) {
		return true // "led a judge in May to dismiss it", hung on the judge
	}
	return f.Rel(t) == news.Advcl && f.Tag(h).XPOS == news.VBD && !f.Negated(h) && !f.lex.denying[f.Lemma(h)] && f.Subject(h) != 0
}

// doubted reports whether t stands in a clause that is itself denied: "there
// is no sign that they are willing", "do not believe he will accept".
func (f *finder) doubted(t news.TokenID) bool {
	for i := 0; i < 3 && t != 0; i++ {
		h := f.Head(t)
		switch f.Rel(t) {
		case news.Acl, news.Ccomp, news.AclRelcl:
			if f.Negated(h) || f.lex.denying[f.Lemma(h)] {
				return true
			}
		case news.Xcomp:
			if f.lex.denying[f.Lemma(h)] {
				return true
			}
		case news.Conj:
			if f.finite(t) && f.infinitive(h) {
				return false // "refused to disarm and wants more", hung too low
			}
		case news.Nsubj: // "there had not been any [sign] that"
			return f.lex.signs[f.Lemma(t)] && f.Negated(h)
		default:
			return false
		}
		t = h
	}
	return false
}

// wouldSide reports whether clause t tells, out of quotes, on which side of a matter
// somebody would come down: "the Union would oppose the bill".
func (f *finder) wouldSide(t news.TokenID, e *entry) bool {
	if f.Modal(t) != "would" || f.QuoteOf(t) != 0 || f.hasIf(t) || f.marked(t) || f.Rel(t) == news.AclRelcl || f.Child(t, news.Nsubj) == 0 && f.Rel(t) != news.Conj {
		return false
	}
	return !e.weak && !e.adj && (e.stance == news.Support || e.stance == news.Reject)
}

// notOnly reports whether the "not" at t denies only that there is no more to it:
// "not only because he supports it".
func (f *finder) notOnly(t news.TokenID) bool {
	for k := f.Kid(t); k != 0 && k < t; k = f.Next(k) {
		if f.Lemma(k) != "not" || f.Rel(k) != news.Advmod {
			continue
		}
		switch f.Lemma(k + 1) {
		case "only", "just", "merely", "simply", "least":
			return true
		}
	}
	return false
}
