package position

import (
	"slices"
	"strings"

	"rapporteur/internal/news"
	"rapporteur/internal/text"
)

// act makes positions of verb or adjective t when it is an act of speech.
func (f *finder) act(t news.TokenID) {
	acts := f.lex.acts[f.Lemma(t)]
	if g := f.Agent(t); len(f.lex.acts[f.Word(t)]) > 0 && (g == 0 || f.party(g).IsZero()) && (f.Tag(t).XPOS == news.VBN && (f.Child(t, news.AuxPass, news.Cop) != 0 || f.remains(t)) || f.Rel(t) == news.Acl && t < f.Len() && f.Lemma(t+1) == "to") {
		acts = f.lex.acts[f.Word(t)] // "is prepared to", "a faction opposed to"
	}
	if acts == nil && f.UPOS(t) == news.ADJ {
		acts = slices.DeleteFunc(slices.Clone(f.pastActs(t)), func(e *entry) bool { return e.adj }) // "fined" is not "fine"
	}
	for _, e := range acts {
		if f.lex.ruling[e.lemma] && f.QuoteOf(t) != 0 && f.Modal(t) != "" {
			continue // "will never sign it": told by its modal
		}
		if f.lex.sharing[e.lemma] && f.Rel(t) == news.Acl && f.lex.sharedView[f.Lemma(f.Head(t))] {
			continue // "a view [echoed] by Kenya", which takes up what stands before
		}
		if e.lemma == "exclude" && f.Tag(t).XPOS == news.VBG && f.Child(t, news.Aux) == 0 {
			continue // "excluding the army", not counted
		}
		if e.adj && f.UPOS(t) == news.VERB && f.Lemma(t) == e.lemma && !strings.EqualFold(f.Word(t), e.lemma) {
			continue // "was fined" is not "was fine"
		}
		if !f.Lexical(t, e.lemma) && !f.beforeGerund(t, e) || f.elsewhereNoun(t, e) || f.named(t, e) || e.adj && !f.adjectival(t) || f.particled(t, e) {
			continue
		}
		stance, ok := f.stance(t, e)
		switch {
		case !ok && e.stance == "":
			continue // "heard of it"
		case !ok:
			return
		}
		if f.issues(t, e, stance) {
			return
		}
	}
	f.cued(t, acts)
}

// beforeGerund reports whether the preposition of act e opens an "-ing" clause of t:
// "warned them [against] testing it".
func (f *finder) beforeGerund(t news.TokenID, e *entry) bool {
	_, p, two := strings.Cut(e.lemma, " ")
	return two && p == "against" && f.UPOS(t) == news.VERB && len(f.gerundUnder(t, p)) > 0
}

// elsewhereNoun reports whether the second word of act e stands at t only as a
// verb joined to it: "made a speech and [pledged] to", which makes no pledge.
func (f *finder) elsewhereNoun(t news.TokenID, e *entry) bool {
	_, second, two := strings.Cut(e.lemma, " ")
	if !two || f.Lemma(t+1) == second || f.Lemma(f.Object(t)) == second {
		return false
	}
	for k := f.Kid(t); k != 0; k = f.Next(k) {
		if f.Lemma(k) == second && f.Rel(k) == news.Conj {
			return true
		}
	}
	return false
}

// named reports whether act e at t only calls somebody something: "called him a
// champion for the union", "called him out for it", which call for nothing.
func (f *finder) named(t news.TokenID, e *entry) bool {
	o := f.Object(t)
	if e.lemma == "pull out" && o > t {
		return true // "pulled out a gun on them"
	}
	if e.lemma != "call for" || f.Lemma(t+1) == "for" {
		return false
	}
	x := f.Child(t, news.Xcomp)
	called := x > t && (f.UPOS(x) == news.NOUN || f.UPOS(x) == news.PROPN)
	return called || f.Child(t, news.CompoundPrt) != 0 || o > t && f.preposition(t, "for") == 0
}

// particled reports whether a particle makes another verb of t than e is:
// "blasted [out] a message".
func (f *finder) particled(t news.TokenID, e *entry) bool {
	p := f.Child(t, news.CompoundPrt)
	if p == 0 || strings.Contains(e.lemma, " ") {
		return false
	}
	switch f.Lemma(p) {
	case "out", "back", "off", "down", "on", "over":
		return true
	}
	return false
}

// adjectival reports whether t is said of somebody by a copula: "is ready".
// Who gets ready only prepares.
func (f *finder) adjectival(t news.TokenID) bool {
	if h := f.Head(t); h != 0 && f.Lemma(h) == "get" && f.Rel(t) == news.Xcomp || f.Lemma(t-1) == "get" {
		return false
	}
	return f.UPOS(t) == news.ADJ || f.Child(t, news.Cop, news.AuxPass) != 0 || f.remains(t) || f.Rel(t) == news.Acl
}

// pastActs are the acts whose past tense t is, where it was taken for an
// adjective: "they no longer [objected] to observers".
func (f *finder) pastActs(t news.TokenID) []*entry {
	if f.Rel(t) == news.Amod || f.Child(t, news.Cop, news.Det) != 0 {
		return nil
	}
	return f.pastForm(f.Word(t))
}

// pastForm is the acts whose regular past tense word is.
func (f *finder) pastForm(word string) []*entry {
	stem, ok := strings.CutSuffix(word, "ed")
	if !ok {
		return nil
	}
	if acts := f.lex.acts[stem]; acts != nil {
		return acts
	}
	return f.lex.acts[stem+"e"]
}

// stance is what t takes, with negation counted; ok is false when it is only
// possible, wished for, or somebody else's to take.
func (f *finder) stance(t news.TokenID, e *entry) (news.Stance, bool) {
	if f.hypothetical(t) && !f.wouldSide(t, e) {
		return "", false
	}
	if f.Negated(t) && !f.notOnly(t) || f.deniedBefore(t) || f.hasNo(t, e) || f.infinitive(t) && f.Negated(f.Head(t)) { // "are not going to accept"
		if e.stance == news.Reject && t > 1 && strings.EqualFold(f.Word(t-1), "longer") {
			return news.Accept, true // "no longer objects to"
		}
		return e.negated, e.negated != ""
	}
	return e.stance, e.stance != ""
}

// hasNo reports whether the noun of act e at t stands with "no": "has no plans
// to", "expressed no regret for".
func (f *finder) hasNo(t news.TokenID, e *entry) bool {
	_, noun, two := strings.Cut(e.lemma, " ")
	o := f.Object(t)
	return two && o != 0 && f.Lemma(o) == noun && f.Lemma(f.Child(o, news.Det)) == "no"
}

// infinitive reports whether t stands with a "to" of its own; "up to now, Varnia
// has rejected" has one that only hangs there.
func (f *finder) infinitive(t news.TokenID) bool {
	switch f.Tag(t).XPOS {
	case news.VBN:
		if x := f.Tag(f.Child(t, news.Aux)).XPOS; (x == news.VBZ || x == news.VBP || x == news.VBD) && f.Lemma(t-1) != "to" {
			return false
		}
	}
	for k := f.Kid(t); k != 0; k = f.Next(k) {
		if f.Lemma(k) == "to" && f.Rel(k) == news.Mark {
			return true
		}
	}
	return false
}

// issues adds a position for each issue of act t; false when it has none.
func (f *finder) issues(t news.TokenID, e *entry, stance news.Stance) bool {
	holder, grade := f.holder(t, e)
	if f.lex.feeling[e.lemma] && !f.political(holder) || e.lemma == "expect" && f.asking(t) {
		return false
	}
	if holder.IsZero() || !f.passive(t) && f.noSubject(t) { // "no group has claimed"
		return false
	}
	if q := f.a.Quote(f.QuoteOf(t)); e.stance == news.Accept && strings.HasSuffix(e.lemma, " responsibility") && q != nil && !sameParty(q.Speaker, holder) {
		return false // another says that they bear it: a charge
	}
	target := f.target(t, e)
	if target.Chain == holder.Chain {
		target = news.Party{} // nobody asks himself: a slip of "it" or "them"
	}
	for _, slot := range e.issue {
		heads := f.slotOf(t, e, slot)
		if len(heads) == 0 && slot == "obj" && f.pronounIssue(t, e, draft{holder: holder, stance: stance, target: target, at: t, rule: "position/" + e.lemma, grade: grade}) {
			return true
		}
		heads = f.elsewhereHung(t, e, slot, heads)
		for _, h := range heads {
			if h > heads[0] && f.parted(heads[0], h) || slot != "obj" && strings.HasSuffix(e.lemma, " "+f.Lemma(h)) {
				continue // "hauled over the [coals] by", a word of the act itself
			}
			if e.lemma == "blame" && slot == "obj" && f.Lemma(h) != "other" && f.party(h).IsZero() {
				if target = f.blamedOn(t, h); target.IsZero() && !f.blamedThing(t, h) { // "blamed the weather"
					return true
				}
			}
			if f.void(h, e) || f.openQuestion(t, h, e) || slot != "for" && slot != "over" && f.unspoken(h, e) || e.lemma == "expect" && target.IsZero() || slot == "xcomp" && !f.completes(t, h, e) {
				continue
			}
			if e.lemma == "suggest" && slot != "ccomp" && (f.Child(t, news.Ccomp) != 0 || f.Lemma(t+1) == "that") || slot == "ccomp" && e.stance == news.Demand && f.asks(h) {
				continue // "suggested that he doesn't want them to know", “Why isn't it?” she demanded
			}
			if slot == "ccomp" && f.lex.proposing[e.lemma] && (f.insisted(h) != news.Demand || e.stance == news.Offer && f.lex.demanding[f.Modal(h)] && f.QuoteOf(h) != 0) {
				continue // "suggested that it was late" only says so; that others should, statement tells
			}
			if slot == "ccomp" && f.lex.feeling[e.lemma] && f.Negated(h) {
				continue // "glad we did not"
			}
			if slot == "ccomp" && f.lex.insisting[e.lemma] {
				if stance = f.insisted(h); stance == "" {
					continue
				}
			}
			issue := f.lightened(f.withoutIdiom(f.issueSpan(h, slot), h, e), h)
			if o := f.Oblique(h, "on"); e.lemma == "blame" && o > h && sameParty(f.party(o), target) {
				issue.End = min(issue.End, f.Span(f.Child(o, news.Case)).Start) // "blamed [the crash] on the ministry"
			}
			if e.adj && h == f.felt(t, e) {
				_, last := f.Extent(h)
				issue = f.Cover(t+1, last)
			}
			if f.deciding(e) {
				issue = f.lone(h, false) // "decided not [to sign]"
			}
			d := draft{holder, stance, f.beside(t, h, issue), target, t, "position/" + e.lemma, f.fitting(t, h, e, slot, grade)}
			if f.lex.tentative[e.lemma] && stance == e.stance || f.Modal(t) == "would" && f.QuoteOf(t) == 0 && stance == e.stance {
				d.grade = min(d.grade, less)
			}
			switch c := f.a.Chain(f.party(h).Chain); {
			case e.lemma == "campaign for" && c != nil && c.Kind == news.Person:
				d.stance = news.Support
			case e.adj && e.lemma == "open" && f.lex.worth.others[f.Lemma(h)] && stance == news.Offer:
				d.stance = news.Accept // "is open to the idea": another's
			case stance == news.Promise && f.lex.hostile[f.Lemma(h)]:
				d.stance = news.Threaten // "vowed to retaliate"
			case stance == news.Deny && (f.lex.withheld[f.Lemma(h)] || f.Child(t, news.Iobj) != 0):
				d.stance = news.Reject // "denied them entry"
			}
			if k := f.provided(t); k != 0 && (d.stance == news.Accept || d.stance == news.Offer || d.stance == news.Promise) {
				d.issue.End = min(d.issue.End, f.Span(f.opening(k)).Start)
			}
			if v := f.hangsOn(d); v != 0 {
				d.issue.End = min(d.issue.End, f.Span(v).Start)
			}
			f.add(d)
			f.together(d)
			f.price(d, h)
		}
		if len(heads) > 0 {
			return true
		}
	}
	return false
}

// parted reports whether a semicolon stands between a and b, which are not joined
// then whatever the tree says: headlines in two halves.
func (f *finder) parted(a, b news.TokenID) bool {
	for k := a + 1; k < b && k < a+20; k++ {
		if f.Word(k) == ";" {
			return true
		}
	}
	return false
}

// fitting is grade, or less where what act e is about may be no position: what
// is only given or shown ("offered a glimpse"), a guest who is welcomed, and a
// clause whose object a relative clause has taken away ("people they wanted to
// bring").
func (f *finder) fitting(t, h news.TokenID, e *entry, slot string, grade float32) float32 {
	switch {
	case slot == "ccomp" && (e.stance == news.Accept || e.stance == news.Promise && e.lemma != "insist") && f.modal(h) != "will" && f.modal(h) != "would", // "conceded that it had rained"
		e.lemma == "defend" && f.lex.defended[f.Lemma(h)],
		e.lemma == "protest" && slot == "at",
		strings.HasSuffix(e.lemma, " support") && slot == "to" && f.party(h).IsZero(), // "pledged support to the last"
		e.stance == news.Offer && e.lemma != "propose" && slot == "obj" && (!f.lex.offerable[f.Lemma(h)] || f.Negated(h)),
		e.lemma == "suggest" && slot == "obj", e.lemma == "invite" && slot != "xcomp",
		f.guest(t, h, e),
		f.lex.figurative[e.lemma] && slot != "for" && slot != "over" && !f.lex.assailable[f.Lemma(h)],
		slot == "obj" && e.stance == news.Demand && f.opensClause(h),
		slot == "obj" && f.Lemma(t+1) == "that" && t+1 < h,                                                     // "demanded that the flag, which ..., be removed"
		(strings.HasSuffix(e.lemma, " behind") || strings.HasPrefix(e.lemma, "stand ")) && f.party(h).IsZero(), // "those standing behind the desk"
		slot == "xcomp" && e.lemma == "seek",
		slot == "xcomp" && f.UPOS(h) == news.NOUN && f.UPOS(h+1) == news.ADP, // "had threatened to use on them"
		slot != "obj" && f.gapped(t):
		return min(grade, less)
	}
	return grade
}

// asks reports whether clause h is a question: a mark of one stands behind it.
func (f *finder) asks(h news.TokenID) bool {
	_, last := f.Extent(h)
	for k := max(last-1, h); k <= min(last+2, f.Len()); k++ {
		if strings.HasSuffix(f.Word(k), "?") {
			return true
		}
	}
	return false
}

// opensClause reports whether a bare verb follows the phrase of noun h, of which
// it is the subject: "demanded [the firm] pay".
func (f *finder) opensClause(h news.TokenID) bool {
	k := f.TokenAt(f.Phrase(h).End)
	for range 3 {
		if u := f.UPOS(k); k > f.Len() || u != news.ADV && !f.quoteMark(k) {
			break
		}
		k++
	}
	x := f.Tag(k).XPOS
	return k <= f.Len() && (x == news.VB || x == news.VBP) && f.SentenceOf(k) == f.SentenceOf(h)
}

// guest reports whether act t welcomes person h to a place.
func (f *finder) guest(t, h news.TokenID, e *entry) bool {
	c := f.a.Chain(f.party(h).Chain)
	to := f.Oblique(t, "to", "at", "into") != 0 || f.Oblique(h, "to", "at") != 0
	return e.lemma == "welcome" && (f.lex.guest[f.Lemma(h)] || to && (c != nil && c.Kind == news.Person || f.lex.holder[f.Lemma(h)] || f.isBody(h)))
}

// gapped reports whether t is the verb of a relative clause that has a subject
// of its own, so that the noun before it is an object in it: "those [whom] they
// want to deport".
func (f *finder) gapped(t news.TokenID) bool {
	if f.Rel(t) != news.AclRelcl {
		return false
	}
	s := f.Child(t, news.Nsubj)
	if s == 0 || s > t || f.located(t) || f.TimeOf(f.Head(t)) != 0 {
		return false
	}
	switch f.Lemma(s) {
	case "who", "which", "that":
		return false
	}
	return true
}

// beside is issue s, headed by h, without act t itself, which may hang within
// it: "but [rejected] calls", "a charge [that Varnia denied]".
func (f *finder) beside(t, h news.TokenID, s text.Span) text.Span {
	at := f.Span(t)
	switch {
	case !s.Contains(at), t == h:
	case t < h:
		s.Start = at.End
	default:
		first, _ := f.Extent(t)
		s.End = f.Span(first).Start
	}
	return s
}

// insisted is the stance of a clause that somebody insists on: what must be is
// demanded, what will be promised; what is, is only said.
func (f *finder) insisted(h news.TokenID) news.Stance {
	switch m := f.modal(h); {
	case m == "may" || m == "might" || m == "could" || m == "can":
		return ""
	case m == "" && ((f.Negated(h) || f.noSubject(h)) && f.finite(h) || f.Lemma(f.Child(f.Object(h), news.Det)) == "no"): // "insist they give no support"
		return news.Deny
	case m == "would" && (f.Lemma(h) == "like" || f.Lemma(h) == "love" || f.Lemma(h) == "prefer"):
		return news.Demand
	case m == "will" || m == "would":
		if f.Negated(h) {
			return news.Reject
		}
		return news.Promise
	case f.lex.demanding[m], f.Tag(h).XPOS == news.VB && f.Child(h, news.Aux) == 0:
		return news.Demand
	case f.Child(h, news.Cop, news.AuxPass) != 0 && f.Tag(f.Child(h, news.Cop, news.AuxPass)).XPOS == news.VB: // "insisted that it be moved"
		return news.Demand
	}
	return ""
}
