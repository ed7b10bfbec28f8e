package position

import (
	"slices"

	"rapporteur/internal/news"
	"rapporteur/internal/text"
)

// statement makes positions of what quote id says by its grammar alone.
func (f *finder) statement(id news.QuoteID) {
	q := f.a.Quote(id)
	if q.Negated && !q.Speaker.IsZero() {
		f.unbelieved(q)
	}
	if !f.speaks(q) {
		return
	}
	if q.CueLemma == "threaten" {
		f.threatened(id)
		return
	}
	before := len(f.out)
	f.reading = id
	defer func() { f.reading = 0 }()
	for _, part := range q.Parts {
		for t := f.TokenAt(part.Start); t <= f.Len() && f.Span(t).End <= part.End; t++ {
			if f.QuoteOf(t) != id {
				continue
			}
			f.affront(q, t)
			f.notTo(q, t)
			if f.asserts(t) && f.tops(t, part) && !f.nested(q, t, part) {
				f.imperative(q, t, part)
				f.predicate(q, t)
				f.beyond(q, t, part)
				f.conditions(q, t)
				if x := f.about(t); x != 0 {
					f.predicate(q, x)
				}
				if c := f.held(q, t); c != 0 {
					f.predicate(q, c)
				}
			} else if first := f.rejoined(q, t); first != 0 && f.isSelf(q, first) {
				f.andWill(q, t)
			}
		}
	}
	f.commands(id)
	f.within(id)
	if len(f.out) == before {
		f.bodes(q)
	}
	f.behindQuote(q)
	if len(f.out) == before {
		f.countered(q)
	}
}

// speaks reports whether q is what somebody known says and means.
func (f *finder) speaks(q *news.Quote) bool {
	return !q.Speaker.IsZero() && !q.Negated && !f.lex.belying[q.CueLemma] && !f.supposed(q)
}

// about is the infinitive of what clause t says is going to be done, 0 for none:
// "we are not going to [pay] for it".
func (f *finder) about(t news.TokenID) news.TokenID {
	x := f.Child(t, news.Xcomp)
	if f.Lemma(t) != "go" || f.Tag(t).XPOS != news.VBG || x < t || !f.infinitive(x) || f.past(t) {
		return 0
	}
	return x
}

// held is the clause that clause t of q only says that the speaker holds: "I think
// [he is wrong]"; 0 for none.
func (f *finder) held(q *news.Quote, t news.TokenID) news.TokenID {
	c := f.Child(t, news.Ccomp)
	if !f.lex.thinking[f.Lemma(t)] || f.Negated(t) || f.Modal(t) != "" || c < t || !f.isSelf(q, t) || !f.Predicate(c) || f.asking(t) || q.Form == news.Direct && f.Tag(t).XPOS == news.VBD {
		return 0
	}
	return c
}

// supposed reports whether the words of q are only supposed to be said: "if they
// announced that", "is likely to stress that".
func (f *finder) supposed(q *news.Quote) bool {
	if q.Cue.IsZero() {
		return false
	}
	t := f.TokenAt(q.Cue.Start)
	for k := f.Kid(t); k != 0 && k < t; k = f.Next(k) {
		if l := f.Lemma(k); f.Rel(k) == news.Mark && (l == "if" || l == "whether" || l == "unless") {
			return true
		}
	}
	if f.lex.jesting[q.CueLemma] || f.Lemma(f.TokenAt(q.Parts[0].Start)) == "whether" {
		return true // "joked that", "determine whether they should"
	}
	switch f.Modal(t) {
	case "could", "may", "might":
		return true
	}
	if h := f.Head(t); f.Rel(t) == news.Xcomp && f.infinitive(t) {
		return f.lex.expecting[f.Lemma(h)] || f.lex.denying[f.Lemma(h)] || f.Negated(h) // "refused to say that"
	}
	return false
}

// threatened makes threats of the clauses of quote id, whose cue threatens them: what
// must be is then no demand ("threatened the towns should be flattened").
func (f *finder) threatened(id news.QuoteID) {
	q := f.a.Quote(id)
	for _, part := range q.Parts {
		for t := f.TokenAt(part.Start); t <= f.Len() && f.Span(t).End <= part.End; t++ {
			if f.QuoteOf(t) == id && f.Modal(t) != "" && f.asserts(t) && f.tops(t, part) && !f.nested(q, t, part) {
				f.add(draft{holder: q.Speaker, stance: news.Threaten, issue: f.withSubject(t, f.Subject(t)), at: t, rule: "position/threaten", grade: 0.65})
			}
		}
	}
}

// nestedReach is how many tokens back an inner quotation may begin.
const nestedReach = 40

// nested reports whether t stands within an inner quotation of direct quote q,
// which is somebody else's words: "she said 'you must go'".
func (f *finder) nested(q *news.Quote, t news.TokenID, part text.Span) bool {
	if q.Form != news.Direct {
		return false
	}
	for k := t; k > 0 && k+nestedReach > t && f.Span(k).Start > part.Start; k-- {
		switch f.Word(k) {
		case "’":
			if f.UPOS(k) == news.PUNCT {
				return false
			}
		case "‘":
			return true
		case "'":
			if f.UPOS(k) == news.PUNCT {
				return f.Span(k).End == f.Span(k+1).Start && f.Span(k-1).End < f.Span(k).Start
			}
		}
	}
	return false
}

// asserts reports whether t heads a clause, also where a modal shows that a
// verb was taken for a noun or adjective: "will no longer mediate".
func (f *finder) asserts(t news.TokenID) bool {
	return f.Predicate(t) || f.Child(t, news.Aux) != 0 && f.Modal(t) != ""
}

// beyond takes up the predicates joined to t that the quote left outside:
// "said they must withdraw [and open the port]".
func (f *finder) beyond(q *news.Quote, t news.TokenID, part text.Span) {
	if q.Form == news.Direct {
		return
	}
	for _, k := range f.clauses(t)[1:] {
		if f.Span(k).Start >= part.End && !f.saying(k) && f.Child(k, news.Nsubj, news.NsubjPass) == 0 {
			f.predicate(q, k)
		}
	}
}

// saying reports whether verb k only says on: "must leave but said when is open".
func (f *finder) saying(k news.TokenID) bool {
	return f.lex.adding[f.Lemma(k)]
}

// tops reports whether predicate t is a main clause of the quote: nothing
// above it inside the quote, or joined to one that is.
func (f *finder) tops(t news.TokenID, part text.Span) bool {
	for i := 0; i < 6; i++ {
		h := f.Head(t)
		if h == 0 || f.joinedThat(t) || !f.Predicate(t) {
			return true
		}
		if f.Span(h).Start < part.Start || f.Span(h).Start >= part.End {
			return f.Rel(t) != news.AclRelcl || f.TimeOf(h) != 0 || !f.withoutThat(t)
		}
		switch f.Rel(t) {
		case news.Conj, news.Parataxis:
			t = h
		default:
			return f.opens(t, part)
		}
	}
	return false
}

// withoutThat reports whether no "that" opens clause t: "the attitude they
// should have" tells of the attitude, "the day that they must go" may be a slip
// of the parser.
func (f *finder) withoutThat(t news.TokenID) bool {
	for k := f.Kid(t); k != 0 && k < t; k = f.Next(k) {
		if f.Lemma(k) == "that" {
			return false
		}
	}
	return true
}

// joinedThat reports whether clause t opens with "and that" or "but that": a
// further thing that is said, wherever the parser hung it.
func (f *finder) joinedThat(t news.TokenID) bool {
	for k := f.Kid(t); k != 0 && k < t; k = f.Next(k) {
		if f.Lemma(k) == "that" && f.Rel(k) == news.Mark {
			l := f.Lemma(k - 1)
			return l == "and" || l == "but"
		}
	}
	return false
}

// predicate makes a position of one main clause of quote q: of what it says
// there is none of, of what it says of a thing, else of its mood.
func (f *finder) predicate(q *news.Quote, t news.TokenID) {
	d := draft{holder: q.Speaker, at: t, grade: 0.75}
	if !f.without(&d, t) && !f.said(&d, q, t) && !f.wanted(&d, q, t) && !f.holds(&d, q, t) && !f.turns(&d, q, t) && !f.appraises(&d, q, t) {
		return
	}
	d.grade -= f.doubt(d)
	f.add(d)
	if !sameParty(d.holder, q.Speaker) || q.Cue.IsZero() {
		return
	}
	all := f.Conjuncts(f.Subject(f.TokenAt(q.Cue.Start)))
	if len(all) < 2 || f.Child(all[len(all)-1], news.Cc) == 0 || !q.Speaker.Span.Contains(f.Span(all[0])) {
		return
	}
	for _, k := range all[1:] { // "A and [B] said"
		if p := f.party(k); p.Chain != 0 && p.Chain != q.Speaker.Chain {
			d.holder = p
			f.add(d)
		}
	}
}

// said fills d by what clause t of q says of a thing or of another: that it is
// untrue, an outrage, on the table, that the speaker is against it.
func (f *finder) said(d *draft, q *news.Quote, t news.TokenID) bool {
	switch {
	case f.untrue(t):
		d.stance, d.issue, d.rule, d.grade = news.Deny, f.judgement(t), "position/untrue", 0.7
	case f.tabled(t):
		d.stance, d.issue, d.rule, d.grade = news.Threaten, f.withSubject(t, f.Subject(t)), "position/on-the-table", 0.6
	case f.Lemma(t) == "table" && f.Marker(t) == "off" && !f.Negated(t):
		d.stance, d.issue, d.rule, d.grade = news.Reject, f.withSubject(t, f.Subject(t)), "position/off-the-table", 0.5
		if m := f.Modal(t); (m == "would" || m == "will") && f.hasIf(t) { // "the deal would be off the table if"
			d.stance = news.Threaten
		}
	case f.charged(d, q, t), f.sides(d, t), f.stands(d, t), f.needed(d, t), f.futile(d, t), f.hinges(d, t), f.toBlame(d, t), f.avowed(d, q, t):
	case f.ownsUp(d, q, t), f.weighs(d, q, t), f.wants(d, q, t), f.consequence(d, q, t), f.comesToNothing(d, t), f.isOff(d, t):
	case f.inBreach(d, t):
		d.stance, d.issue, d.rule, d.grade = news.Accuse, f.withTopic(t), "position/in-breach", 0.6
		if f.lex.alleged[f.Lemma(f.Subject(t))] { // "the charges are at odds with the facts"
			d.stance = news.Deny
		}
	case f.judges(d, t):
		d.stance, d.issue, d.rule, d.grade = news.Accuse, f.judgement(t), "position/judgement", 0.7
	default:
		return false
	}
	return true
}

// sides fills d when clause t says that its subject is for or against something.
func (f *finder) sides(d *draft, t news.TokenID) bool {
	stance, rule := f.side(t)
	if stance == "" {
		return false
	}
	d.stance, d.rule, d.issue, d.grade = stance, rule, f.Phrase(t), 0.65
	switch stance {
	case news.Support, news.Reject:
		if o := f.Oblique(t, "of", "with", "in"); o != 0 && f.Marker(t) != "against" {
			d.issue = f.Phrase(o)
		}
	case news.Accept: // "a joint survey is acceptable": the speaker accepts it
		d.issue = f.Phrase(f.Child(t, news.Nsubj))
		return f.political(d.holder)
	}
	if s := f.party(f.subject(t)); !s.IsZero() {
		d.holder = s
	} else if s := f.Subject(t); f.QuoteOf(t) != 0 && (f.UPOS(s) == news.PRON || f.UPOS(s) == news.NOUN && !f.ownSide(s)) {
		return false // "he is against it", of whom nobody knows; "the vote is against him"
	}
	return true
}

// isOffer reports whether t is "ready", "willing" and the like, which act
// tells of.
func (f *finder) isOffer(t news.TokenID) bool {
	return f.adjectival(t) && slices.ContainsFunc(f.lex.acts[f.Lemma(t)], func(e *entry) bool { return e.adj })
}

// side is the stance of a clause that says what somebody is for or against:
// "is against the plan", "was in favour of a pause"; "" for any other.
func (f *finder) side(t news.TokenID) (news.Stance, string) {
	if f.Child(t, news.Cop) == 0 || f.Modal(t) != "" {
		return "", ""
	}
	m := f.Marker(t)
	if f.Lemma(t) == "board" && m == "on" && f.Oblique(t, "with") != 0 {
		if f.Negated(t) {
			return news.Reject, "position/on-board"
		}
		return news.Support, "position/on-board"
	}
	of := f.Oblique(t, "of", "in")
	switch {
	case f.lex.backing[f.Lemma(t)] && of != 0, f.lex.opposing[f.Lemma(t)] && of != 0:
		if f.lex.backing[f.Lemma(t)] != f.Negated(t) {
			return news.Support, "position/fan-of"
		}
		return news.Reject, "position/fan-of"
	case f.Negated(t):
	case m == "against":
		return news.Reject, "position/against"
	case f.Lemma(t) == "acceptable" && f.Child(t, news.Nsubj) != 0 && f.UPOS(f.Child(t, news.Nsubj)) == news.NOUN:
		return news.Accept, "position/acceptable"
	case m == "for" && f.isFirst(t) && (f.UPOS(t) == news.PROPN || f.lex.ruled[f.Lemma(t)] || f.lex.measure[f.Lemma(t)]):
		return news.Support, "position/in-favour" // "I'm for the bill"
	case m == "in" && (f.Lemma(t) == "favour" || f.Lemma(t) == "favor") && f.Oblique(t, "of") != 0:
		return news.Support, "position/in-favour"
	}
	return "", ""
}

// untrue reports whether clause t says of something that it is not true: "the
// charges were false".
func (f *finder) untrue(t news.TokenID) bool {
	if f.Negated(t) && f.Modal(t) == "" {
		switch l := f.Lemma(t); {
		case f.lex.truthful[l]:
			return f.Child(t, news.Cop) != 0 && f.Child(t, news.Nsubj) != 0
		case l == "correspond":
			return f.Oblique(t, "to", "with") != 0
		}
	}
	return f.Child(t, news.Cop) != 0 && f.lex.untrue[f.Lemma(t)] && !f.Negated(t) && f.Modal(t) == "" && f.Child(t, news.Nsubj) != 0
}

// tabled reports whether clause t says that all options are on the table: the
// set phrase of a threat.
func (f *finder) tabled(t news.TokenID) bool {
	s := f.Child(t, news.Nsubj)
	return s != 0 && f.Lemma(s) == "option" && (f.Lemma(t) == "table" || f.Lemma(f.Oblique(t, "on")) == "table") && !f.Negated(t)
}

// offends reports whether clause t of q says that another state or body
// breaks rules or does harm: "Varnia was violating the truce".
func (f *finder) offends(q *news.Quote, t news.TokenID) bool {
	return f.lex.offending[f.Lemma(t)] && f.Child(t, news.Compound) == 0 && !f.Negated(t) && (f.Modal(t) == "" || f.Modal(t) == "would" && f.UPOS(t) == news.VERB && f.Object(t) > t) && !f.Passive(t) && f.another(q, t)
}
