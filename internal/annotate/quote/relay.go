package quote

import (
	"rapporteur/internal/annotate/lex"
	"rapporteur/internal/news"
)

// citedBehind: in "..., Orn Radio reports, citing officials" the officials
// speak and the radio relays.
func (f *finder) citedBehind(prev, c *cue) {
	if !c.according || c.verb.class != classRelay || c.party.IsZero() || prev.party.IsZero() || !prev.via.IsZero() || !f.relay(prev) {
		return
	}
	prev.via, prev.party = prev.party, c.party
	c.skip = true
}

// citedBefore: in "Orn Radio, citing officials, reported" too.
func (f *finder) citedBefore(prev, c *cue) {
	if !prev.according || prev.verb.class != classRelay || prev.party.IsZero() || c.party.IsZero() || !c.via.IsZero() || !f.relay(c) || c.subjFirst > prev.begins || c.subjLast < prev.begins-2 {
		return
	}
	c.via, c.party = c.party, prev.party
	prev.skip = true
}

// carrying are participles, before "by", for what media do with words.
var carrying = list("carrying")

// carried takes who passes the words on from what trails a cue or stands
// between its subject and its verb: "said, as quoted by [Orn Radio]", "in
// remarks carried by [state television]", "Brenn, cited by [Orn Radio], said".
func (f *finder) carried(u *unit, c *cue) {
	if !c.via.IsZero() || c.according {
		return
	}
	from := c.last + 1
	if c.subjLast >= c.subjFirst && c.subjFirst < c.at {
		from = c.subjFirst + 1
	}
	for i := from; i <= min(u.last-2, c.ends+4) && i > 0; i++ {
		if !carrying[f.low[i]] || !f.is(i+1, "by") || f.inside[i] != 0 || f.inside[i+2] != 0 {
			continue
		}
		if i > c.ends && !f.is(i-1, "as", ",") {
			return
		}
		last := f.partyEnd(i+2, u.last)
		m := f.mentionEnding(last, i+2)
		if !f.venuePhrase(i+2, last) && (m == nil || m.Kind != news.Organization) {
			return
		}
		c.via = f.partyAt(i+2, last)
		c.ends = f.pastCarrier(c, i, last)
		return
	}
}

// pastCarrier is where cue c ends when a carrier at tokens i..last trails it.
func (f *finder) pastCarrier(c *cue, i, last int) int {
	if i > c.at && i <= c.ends+3 {
		return max(c.ends, last)
	}
	return c.ends
}

// relay reports whether a cue passes on: by its verb, or since an outlet speaks.
func (f *finder) relay(c *cue) bool {
	return c.verb.class == classRelay || f.outlet(c.party)
}

// outlet reports whether a party is a news agency or an outlet.
func (f *finder) outlet(p news.Party) bool {
	ch := f.a.Chain(p.Chain)
	if ch == nil || ch.Canon == "" {
		return false
	}
	e := f.lex.Lookup(ch.Canon)
	return e != nil && (e.Class == lex.Agency || e.Class == lex.Outlet)
}

// hearsay widens the group of a cue to "is reported to have said".
func (f *finder) hearsay(u *unit, c *cue) {
	i := c.group.first - 1
	if !c.infinitive || i <= u.first || !f.is(i, "reported", "said", "believed", "understood", "alleged", "rumoured", "rumored", "thought", "claimed", "known") {
		return
	}
	g := f.groupOf(i, u.first)
	if !g.passive {
		return
	}
	c.hedged, c.infinitive, c.passive = true, false, false
	c.group.first, c.group.negated = g.first, c.group.negated || g.negated
}

// quotedObject: in “...,” Orn Radio cited the mayor, the mayor speaks.
func (f *finder) quotedObject(u *unit, c *cue) {
	if c.verb.lemma != "cite" && c.verb.lemma != "quote" || c.passive || c.party.IsZero() || !f.startsParty(c.last+1) {
		return
	}
	via, first, last := c.party, c.subjFirst, c.subjLast
	f.subjectRight(u, c, c.last+1)
	if c.party == via {
		return
	}
	c.via = via
	if f.is(c.subjLast+1, "as") {
		c.party, c.via = via, news.Party{} // read at its "saying"
	}
	c.subjFirst, c.subjLast = first, max(last, c.subjLast)
}

// subjectOfGerund: "with officials saying", "quoted Brenn as saying", and
// otherwise the speaker of the clause that it hangs from.
func (f *finder) subjectOfGerund(u *unit, c *cue, prev int) {
	p := c.group.first - 1
	if f.is(p, "as") {
		if f.subjectOfAs(u, c, prev, p) {
			return
		}
	}
	if p >= u.first && !f.is(p, ",") && f.inside[p] == 0 {
		for _, id := range f.ends[p] {
			m := f.a.Mention(news.MentionID(id))
			if b := f.beginOf(m) - 1; f.is(b, "with") || m.Kind == news.Person && m.Form == news.Name && !f.is(b, "to", "and", "meet", "met") {
				f.setSubject(c, m, f.beginOf(m))
				return
			}
		}
	}
	if prev >= 0 && !f.cues[prev].party.IsZero() {
		f.share(c, prev)
		return
	}
	if f.is(p, ",") && !f.hangsFromVerb(c) {
		if m := f.mainSubject(u, c.group.first); m != nil {
			f.setSubject(c, m, f.beginOf(m))
			c.subjFirst, c.subjLast = 0, -1
			return
		}
	}
	statement := p >= u.first && venueNouns()[f.low[p]] // "issued a statement saying"
	if statement {
		c.tail.venue = f.span(p, p)
	}
	if paper := f.papered(c); paper > 0 {
		statement = true
		c.tail.venue = f.span(paper, paper)
	}
	statement = statement || f.addressed(p, u.first)
	if !statement && f.v != nil && f.treeSubject(c) {
		return
	}
	if m := f.mainSubject(u, c.group.first); m != nil {
		f.setSubject(c, m, f.beginOf(m))
		c.subjFirst, c.subjLast = 0, -1 // it stands in another clause
	}
}

// longestAddressee bounds the words for those to whom somebody writes.
const longestAddressee = 5

// addressing are verbs for writing or calling to somebody.
var addressing = list("addressing")

// addressed reports whether those whose name ends at token p are written or
// called to, so that a gerund behind them is the writer's: "emailed her
// [supporters] saying".
func (f *finder) addressed(p, begin int) bool {
	for i := p - 1; i >= max(begin, p-longestAddressee) && f.inside[i] == 0 && !f.is(i, ",", "with"); i-- {
		if f.finite(i) {
			return addressing[f.low[i]]
		}
	}
	return false
}

// papered is the noun for something written or said in which a gerund says
// what it says, with its time between: "issued an [alert] on Friday warning".
// 0 for none.
func (f *finder) papered(c *cue) int {
	p := f.beforeTime(c.group.first-1, max(0, c.group.first-6))
	timed := p < c.group.first-1
	for p > 0 && f.wordless(p) && !f.is(p, ",") { // between marks, perhaps
		p--
	}
	if p > 0 && (timed && venueNouns()[f.low[p]] || f.is(p, "advisory", "warning", "alert", "notice", "ultimatum", "appeal")) {
		return p
	}
	return 0
}

// hangsFromVerb reports whether the tree makes a gerund part of a clause with
// a subject of its own.
func (f *finder) hangsFromVerb(c *cue) bool {
	if f.v == nil {
		return false
	}
	t := news.TokenID(c.at + 1)
	switch f.v.Rel(t) {
	case news.Advcl, news.Conj, news.Parataxis:
		return f.v.Child(f.v.Head(t), news.Nsubj, news.NsubjPass) != 0
	}
	return false
}

// subjectOfAs: "quoted X as saying", "X was quoted as saying".
func (f *finder) subjectOfAs(u *unit, c *cue, prev, p int) bool {
	if prev < 0 || f.cues[prev].verb.class != classRelay && f.cues[prev].verb.lemma != "report" {
		return false
	}
	q := &f.cues[prev]
	at := p - 1
	if q.passive {
		at = q.group.first - 1
	}
	m := f.mentionEnding(at, u.first)
	if m == nil {
		return false
	}
	f.setSubject(c, m, f.beginOf(m))
	if !q.passive {
		c.via = q.party
	} else if by := q.last + 1; f.is(by, "by") && by+1 < p {
		c.via = f.partyAt(by+1, p-1)
	}
	if by := c.last + 1; c.via.IsZero() && f.is(by, "by") && f.venuePhrase(by+1, f.partyEnd(by+1, u.last)) { // "as saying by Orn Radio"
		c.via = f.partyAt(by+1, f.partyEnd(by+1, u.last))
	}
	q.skip = true
	c.subjFirst, c.subjLast = min(q.begins, f.beginOf(m)), p
	return true
}

// subjectBy reads "... was announced by the ministry".
func (f *finder) subjectBy(u *unit, c *cue) {
	for i := c.last + 1; i <= min(u.last, c.last+4); i++ {
		if f.inside[i] != 0 || f.is(i, ",", ".") {
			return
		}
		if f.is(i, "by") {
			f.subjectRight(u, c, i+1)
			return
		}
	}
}
