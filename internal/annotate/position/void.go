package position

import (
	"slices"
	"strings"

	"rapporteur/internal/news"
)

// What stands where an issue should and is none.

// openQuestion reports whether the adjective of act e at t asks how or when something
// will be: "worried about [how they will answer]" rejects nothing yet.
func (f *finder) openQuestion(t, h news.TokenID, e *entry) bool {
	if !e.adj || e.stance != news.Reject {
		return false
	}
	for k := t + 1; k < h; k++ {
		if f.Tag(k).XPOS == news.WRB {
			return true
		}
	}
	return false
}

// void reports whether issue h is none: to comment, to be named; or, for a
// warning, a clause that threatens nobody.
func (f *finder) void(h news.TokenID, e *entry) bool {
	if f.infinitive(h) && f.lex.mum[f.Lemma(h)] && e.stance != news.Offer && e.stance != news.Promise {
		return true
	}
	if f.lex.idleIssue[f.Lemma(h)] && !(e.adj && f.Lemma(h) == "idea") && e.stance != news.Accuse && e.stance != news.Accept && e.stance != news.Support && !(e.stance == news.Reject && f.lex.ruled[f.Lemma(h)]) && !f.accountable(h, e) && (f.UPOS(h) == news.NOUN || f.Lemma(h) == "comment") {
		return true
	}
	if e.lemma == "suggest" && !f.Predicate(h) && !f.party(h).IsZero() {
		return true // "suggested [Varnia] was ready", taken for an object
	}
	if e.stance == news.Demand && f.withoutNoun(h, f.lex.refused) != 0 {
		return true // "insisted that there would be no talks": a refusal, told elsewhere
	}
	if (e.lemma == "seek" || strings.HasSuffix(e.lemma, " bid")) && f.lex.ambition[f.Lemma(h)] {
		return true // "seeks the presidency"
	}
	if f.deciding(e) && !f.Negated(h) {
		return true // "decided to leave"
	}
	if e.adj && e.stance == news.Offer && (f.lex.martial[f.Lemma(h)] || f.lex.menace[f.Lemma(h)]) || (e.lemma == "reaffirm" || e.lemma == "reiterate") && f.lex.nouns[f.Lemma(h)] != nil {
		return true // "ready to defend itself", "reiterated calls to"
	}
	if e.stance == news.Reject && f.infinitive(h) && f.refuses(h) { // "refused to rule out"
		return true
	}
	if e.lemma != "warn" || e.stance != news.Threaten {
		return false
	}
	if !f.Predicate(h) && f.asserts(h) {
		return false // "will no longer tolerate rallies", its verb taken for an adjective
	}
	if !f.Predicate(h) {
		return !f.lex.reprisal[f.Lemma(h)] // "warned of delays" threatens nobody
	}
	m := f.Modal(h)
	if f.Lemma(h) == "meet" && f.Passive(h) && m == "will" {
		return false // "any attack will be met with force"
	}
	if m == "will" && f.Negated(h) && f.lex.granting[f.Lemma(h)] {
		return false // "police will no longer tolerate rallies"
	}
	return m != "will" && m != "would" || !f.lex.menacing[f.Lemma(h)] && !f.isFirst(h) && !f.retaliates(h)
}

// accountable reports whether act e demands of somebody that he explain himself:
// "demanded an explanation", "expects answers".
func (f *finder) accountable(h news.TokenID, e *entry) bool {
	if e.stance != news.Demand || e.lemma == "ask" || e.lemma == "ask for" || e.lemma == "seek" || e.lemma == "request" {
		return false
	}
	return f.lex.account[f.Lemma(h)]
}

// unspoken reports whether what act e attacks may be attacked otherwise than
// with words: "attacked the town", "questioned the driver", "went after the car".
func (f *finder) unspoken(h news.TokenID, e *entry) bool {
	if f.lex.quitting[e.lemma] {
		return !f.lex.leavable[f.Lemma(h)]
	}
	if e.lemma == "vote" && f.Predicate(h) && f.lex.acts[f.Lemma(h)] != nil {
		return true // "voted to [reject] the offer", told by its own verb
	}
	if f.lex.ruling[e.lemma] {
		if f.Predicate(h) && f.UPOS(h) == news.VERB { // "voted to [repeal] the law"
			h = f.Object(h)
		}
		return !f.lex.ruled[f.Lemma(h)] && !f.lex.assailable[f.Lemma(h)]
	}
	if !f.lex.figurative[e.lemma] || f.Predicate(h) || f.lex.assailable[f.Lemma(h)] {
		return false
	}
	switch e.lemma {
	case "attack", "question", "challenge", "contest":
		return true
	}
	c := f.a.Chain(f.party(h).Chain)
	return c == nil || !c.Named || c.Kind != news.Person && c.Kind != news.Organization
}

// completes reports whether infinitive or "-ing" form h can be what act e is
// about: one backs building, and does not back to build.
func (f *finder) completes(t, h news.TokenID, e *entry) bool {
	if f.Tag(h).XPOS == news.VBG {
		return f.lex.gerund[f.Lemma(t)]
	}
	if e.lemma == "seek" { // "sought to [overturn] the ruling", not to find out
		return f.lex.ruled[f.Lemma(f.Object(h))]
	}
	return e.stance != news.Support
}

// deciding reports whether e takes a position only against something: "chose not
// to sign".
func (f *finder) deciding(e *entry) bool {
	return f.lex.deciding[e.lemma]
}

// retaliates reports whether clause h says that somebody will or will have to
// hit back.
func (f *finder) retaliates(h news.TokenID) bool {
	return f.lex.retaliating[f.Lemma(h)] || f.lex.retaliating[f.Lemma(f.Child(h, news.Xcomp))]
}

// warnsOfOwn reports whether clause t of q, with modal, warns of what the speaker's own
// side will or could do to others if they act: "warned it could sell its bonds if".
func (f *finder) warnsOfOwn(q *news.Quote, t news.TokenID, modal string) bool {
	if q.CueLemma != "warn" || f.Negated(t) || f.Passive(t) || f.UPOS(t) != news.VERB || f.Object(t) < t || f.lex.meetingWith[f.Lemma(t)] || !f.isSelf(q, t) || f.isFirst(t) || !f.political(q.Speaker) {
		return false
	}
	switch modal {
	case "will", "would", "could", "may", "might":
		return f.hasIf(t) || f.unless(t)
	}
	return false
}

// refuses reports whether verb t is itself an act of rejecting or denying.
func (f *finder) refuses(t news.TokenID) bool {
	return slices.ContainsFunc(f.lex.acts[f.Lemma(t)], func(e *entry) bool {
		return (e.stance == news.Reject || e.stance == news.Deny) && f.Lexical(t, e.lemma)
	})
}
