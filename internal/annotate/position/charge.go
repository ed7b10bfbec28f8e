package position

import (
	"strings"

	"rapporteur/internal/news"
	"rapporteur/internal/text"
)

// What a clause of a quote charges another with, calls for or thinks of a
// thing by its words rather than by its modal.

// charged fills d when clause t of q says that another acts from a bad motive
// or does what is bad by name: "holds her for political reasons", "is playing a
// dangerous game".
func (f *finder) charged(d *draft, q *news.Quote, t news.TokenID) bool {
	if f.Tag(t).XPOS == news.VBG && f.Child(t, news.Aux) == 0 {
		return false // "accused them of violating it": told as a charge
	}
	switch {
	case f.offends(q, t):
		d.rule = "position/offence"
	case f.commits(q, t), f.shows(q, t), f.takesAdvantage(q, t), f.triesTo(q, t):
		d.rule = "position/commits"
	case f.sufferedFrom(d, q, t):
		return true
	case f.aimed(t):
		d.rule = "position/motive"
	default:
		return false
	}
	s := f.subject(t)
	d.stance, d.issue, d.target, d.grade = news.Accuse, f.withSubject(t, s), f.party(s), 0.6
	if d.rule == "position/offence" && d.target.IsZero() && f.Child(s, news.NmodPoss) == 0 {
		d.grade = less // "criminals exploited a flaw" charges nobody
	}
	return true
}

// another reports whether the subject of t is somebody else than the side of
// the speaker of q.
func (f *finder) another(q *news.Quote, t news.TokenID) bool {
	s := f.subject(t)
	return s != 0 && !f.isSelf(q, t) && f.UPOS(s) != news.NUM && (f.UPOS(s) != news.PRON || f.party(s).Chain != 0)
}

// commits reports whether clause t of q says that another carries out a deed
// that its noun condemns: "has committed a crime", "plays a dangerous game".
func (f *finder) commits(q *news.Quote, t news.TokenID) bool {
	if !f.lex.perpetrating[f.Lemma(t)] || f.Negated(t) || f.Modal(t) != "" || f.Passive(t) || !f.another(q, t) {
		return false
	}
	o := f.Object(t)
	if o == 0 || f.lex.affront[f.Lemma(o)] {
		return o != 0
	}
	for k := f.Kid(o); k != 0; k = f.Next(k) {
		if f.Rel(k) == news.Amod && (f.lex.judged[f.Lemma(k)] || f.lex.reckless[f.Lemma(k)]) {
			return true
		}
	}
	return false
}

// takesAdvantage reports whether clause t of q says that another takes advantage of
// somebody, or uses a thing to an end of his own: "was using the talks to buy time".
func (f *finder) takesAdvantage(q *news.Quote, t news.TokenID) bool {
	if f.Negated(t) || f.Modal(t) != "" || f.Passive(t) || !f.another(q, t) {
		return false
	}
	o := f.Object(t)
	if f.Lemma(t) == "take" {
		return f.Lemma(o) == "advantage"
	}
	c := f.a.Chain(f.party(f.subject(t)).Chain)
	return f.Lemma(t) == "use" && o > t && f.infinitiveUnder(t) > o && c != nil && c.Named && f.partisan(q.Speaker)
}

// triesTo reports whether clause t of q says that another tries to do what
// offends or harms: "they try to demonise me".
func (f *finder) triesTo(q *news.Quote, t news.TokenID) bool {
	switch f.Lemma(t) {
	case "try", "attempt", "seek", "continue", "want", "aim":
	default:
		return false
	}
	x := f.Lemma(f.infinitiveUnder(t))
	return (f.lex.offending[x] || f.lex.wronging[x] || f.lex.harming[x]) && !f.Negated(t) && f.Modal(t) == "" && (f.another(q, t) || f.Lemma(f.subject(t)) == "they")
}

// sufferedFrom fills d when clause t of q says in the passive by whom wrong was
// done: "the people were betrayed by the president".
func (f *finder) sufferedFrom(d *draft, q *news.Quote, t news.TokenID) bool {
	g := f.Agent(t)
	if g == 0 || f.Child(t, news.AuxPass) == 0 || f.Negated(t) || f.Modal(t) != "" || !f.lex.offending[f.Lemma(t)] && !f.lex.wronging[f.Lemma(t)] {
		return false
	}
	who := f.party(g)
	if who.IsZero() && !f.debatable(g) || who.Chain != 0 && who.Chain == q.Speaker.Chain || !f.partisan(d.holder) {
		return false
	}
	d.stance, d.rule, d.grade, d.target, d.issue = news.Accuse, "position/suffered", 0.5, who, f.withSubject(t, f.Child(t, news.NsubjPass))
	return true
}

// aimed reports whether clause t gives a political motive, or an aim that
// offends: "for political reasons", "their aim is to terrorise people".
func (f *finder) aimed(t news.TokenID) bool {
	if o := f.Oblique(t, "for"); o != 0 && (f.Lemma(o) == "reason" || f.Lemma(o) == "motive") && !f.Negated(t) {
		for k := f.Kid(o); k != 0; k = f.Next(k) {
			if f.Lemma(k) == "political" {
				return true
			}
		}
	}
	if !f.lex.offending[f.Lemma(t)] || !f.infinitive(t) {
		return false
	}
	s := f.Child(t, news.Nsubj)
	return f.lex.purpose[f.Lemma(s)] && f.Child(s, news.NmodPoss) != 0
}

// affront makes a charge of a noun that condemns what it names, pointed at
// what another did: "these provocations", "Varnia's aggression".
func (f *finder) affront(q *news.Quote, t news.TokenID) {
	bad := f.lex.affront[f.Lemma(t)] || f.lex.conduct[f.Lemma(t)] && (f.hasAmod(t, f.lex.judged) || f.hasAmod(t, f.lex.faulted) || f.hasAmod(t, f.lex.reckless))
	if f.UPOS(t) != news.NOUN || !bad || !f.political(q.Speaker) || f.Negated(t) || !f.pointed(q, t) {
		return
	}
	f.add(draft{holder: q.Speaker, stance: news.Accuse, issue: f.Phrase(t), at: t, rule: "position/affront", grade: 0.5})
}

// pointed reports whether noun t stands for a deed known to the reader: behind
// "this" or "such", or another's by name.
func (f *finder) pointed(q *news.Quote, t news.TokenID) bool {
	first, _ := f.Extent(t)
	for k := t - 1; k > 0 && k+4 > t; k-- { // the tree hangs them elsewhere: "these continued provocations"
		switch f.Lemma(k) {
		case "this", "these", "such", "that", "those":
			return f.SentenceOf(k) == f.SentenceOf(t)
		}
	}
	p := f.party(f.Child(t, news.NmodPoss))
	for k := f.Kid(t); k != 0 && k < t && p.Chain == 0; k = f.Next(k) { // "[North Varnian] provocations"
		if m := f.InnerMention(k); f.Rel(k) == news.Amod && m != nil {
			p = f.PartyAt(m)
		}
	}
	return first < t && p.Chain != 0 && p.Chain != q.Speaker.Chain && p.Chain != f.speaksFor(q.Speaker)
}

// needed fills d when clause t calls something vital: "it is essential that
// they leave", "was of vital importance to".
func (f *finder) needed(d *draft, t news.TokenID) bool {
	if !f.lex.needful[f.Lemma(t)] || f.Child(t, news.Cop) == 0 || f.Negated(t) || !f.political(d.holder) {
		return false
	}
	if s := f.Child(t, news.Nsubj, news.Csubj); s != 0 && s < t && f.Lemma(s) != "it" {
		if o := f.Oblique(t, "to", "for"); o == 0 || f.UPOS(s) == news.PRON {
			return false
		}
		d.stance, d.rule, d.issue, d.grade = news.Demand, "position/vital", f.subtree(s).Cover(f.lone(t, false)), less
		return true // "solving it is critical to the region"
	}
	for k := f.Kid(t); k != 0; k = f.Next(k) {
		switch f.Rel(k) {
		case news.Ccomp, news.Csubj, news.Xcomp, news.Advcl, news.Acl, news.AclRelcl:
			if k > t && (f.infinitive(k) || f.Lemma(f.Child(k, news.Mark)) == "that") {
				d.stance, d.rule, d.issue, d.grade = news.Demand, "position/vital", f.withSubject(k, f.Child(k, news.Nsubj)), 0.6
				d.target = f.party(f.Child(k, news.Nsubj))
				return true
			}
		}
	}
	return false
}

// futile fills d when clause t says that something leads nowhere: "sanctions
// will not work", "force is no solution", "does not accord with the law".
func (f *finder) futile(d *draft, t news.TokenID) bool {
	if f.Lemma(t) == "negotiation" && f.Marker(t) != "for" && f.Marker(t) != "to" || !f.Negated(t) || !f.lex.futile[f.Lemma(t)] {
		return false // "is not up for negotiation", but "there is no negotiation"
	}
	if f.UPOS(t) == news.VERB && f.Modal(t) == "" && f.Oblique(t, "with") == 0 {
		return false // "did not work" tells of what was
	}
	s := f.Child(t, news.Nsubj, news.Csubj)
	if s == 0 {
		s = f.beforeModal(t)
	}
	if s == 0 || f.UPOS(s) == news.PRON {
		return false
	}
	d.stance, d.rule, d.grade = news.Reject, "position/futile", 0.6
	d.issue = f.lone(t, false).Cover(f.Phrase(s))
	for _, k := range f.Conjuncts(s)[1:] {
		if k < t {
			d.issue = d.issue.Cover(f.Phrase(k))
		}
	}
	return true
}

// hinges fills d when clause t says what an offer or the like hangs on: "the
// offer is conditional on a vote".
func (f *finder) hinges(d *draft, t news.TokenID) bool {
	if !f.lex.hinging[f.Lemma(t)] || f.Negated(t) || f.lex.nouns[f.Lemma(f.subject(t))] == nil && !f.lex.refused[f.Lemma(f.subject(t))] && f.Lemma(f.subject(t)) != "bid" {
		return false
	}
	if g := f.gerundUnder(t, "on"); len(g) > 0 { // "is premised on the firm selling its mine"
		d.stance, d.rule, d.grade, d.issue = news.Condition, "position/hinges", 0.55, f.Clause(g[0])
		return true
	}
	o := f.Oblique(t, "on", "upon", "to")
	if o == 0 {
		return false
	}
	d.stance, d.rule, d.grade, d.issue = news.Condition, "position/hinges", 0.65, f.Phrase(o)
	return true
}

// toBlame fills d when clause t says that its subject is to blame or at fault.
func (f *finder) toBlame(d *draft, t news.TokenID) bool {
	if x := f.Child(t, news.Xcomp); x > t && f.Lemma(x) == "blame" && f.Child(t, news.Cop) != 0 {
		t = x // "were [partly] to blame"
	}
	if f.responsible(d, t) || f.atTheBack(d, t) {
		return true
	}
	l := f.Lemma(t)
	if !(l == "blame" && f.infinitive(t) && f.bare(t) || l == "fault" && f.Marker(t) == "at") {
		return false
	}
	s := f.subject(t)
	if e := f.Child(t, news.Expl); s == 0 && e != 0 && f.Negated(t) { // "said [it] was not to blame"
		d.stance, d.rule, d.grade, d.issue = news.Deny, "position/to-blame", 0.55, f.lone(t, false)
		return true
	}
	if s == 0 || s > t || f.UPOS(s) == news.PRON && f.party(s).IsZero() {
		return false
	}
	d.stance, d.rule, d.grade, d.target = news.Accuse, "position/to-blame", 0.65, f.party(s)
	d.issue = f.Phrase(s).Cover(f.lone(t, false))
	if f.Negated(t) || f.Negated(f.Head(t)) {
		d.stance, d.target = news.Deny, news.Party{}
	}
	return true
}

// responsible fills d when clause t says that its subject is to answer for
// something: "they bear responsibility for the raid", "holds the blame".
func (f *finder) responsible(d *draft, t news.TokenID) bool {
	if !f.lex.liability[f.Lemma(f.Object(t))] || !f.lex.bearing[f.Lemma(t)] || f.Negated(t) || f.Modal(t) != "" {
		return false
	}
	s := f.subject(t)
	if s == 0 || s > t || f.isFirst(t) || f.party(s).IsZero() || f.party(s).Chain == d.holder.Chain {
		return false
	}
	d.stance, d.rule, d.grade, d.target, d.issue = news.Accuse, "position/to-blame", 0.6, f.party(s), f.withSubject(t, s)
	return true
}

// atTheBack fills d when clause t says that its subject is behind a misdeed or
// responsible for one, or that the blame lies with it.
func (f *finder) atTheBack(d *draft, t news.TokenID) bool {
	s := f.Child(t, news.Nsubj)
	if s == 0 || s > t || f.Modal(t) != "" {
		return false
	}
	who := f.party(s)
	switch o := f.Oblique(t, "with", "on"); {
	case f.lex.misdeed[f.Lemma(t)] && f.Marker(t) == "behind" && f.Child(t, news.Cop) != 0:
	case f.Lemma(t) == "responsible" && f.Child(t, news.Cop) != 0 && f.lex.misdeed[f.Lemma(f.Oblique(t, "for"))]:
	case (f.Lemma(t) == "lie" || f.Lemma(t) == "rest") && f.lex.liability[f.Lemma(s)] && o != 0:
		who = f.party(o)
	default:
		return false
	}
	if who.IsZero() || who.Chain != 0 && who.Chain == d.holder.Chain {
		return false
	}
	d.stance, d.rule, d.grade, d.target, d.issue = news.Accuse, "position/to-blame", 0.55, who, f.withSubject(t, s)
	if f.Negated(t) {
		d.stance, d.target = news.Deny, news.Party{}
	}
	return true
}

// beforeModal is the noun right before the modal of t, the first of those
// joined to it: "proves [sanctions and pressure] will not work".
func (f *finder) beforeModal(t news.TokenID) news.TokenID {
	aux := f.Child(t, news.Aux)
	if aux < 2 || aux > t || f.UPOS(aux-1) != news.NOUN {
		return 0
	}
	s := aux - 1
	if f.Rel(s) == news.Conj && f.UPOS(f.Head(s)) == news.NOUN {
		s = f.Head(s)
	}
	return s
}

// stands fills d when clause t says that its subject is with somebody: "we are
// with the people of Varnia", "is 100 percent behind him".
func (f *finder) stands(d *draft, t news.TokenID) bool {
	if f.Child(t, news.Cop) == 0 || f.Negated(t) || f.Modal(t) != "" {
		return false
	}
	o := t
	if l := f.Lemma(t); l == "percent" || l == "cent" || l == "%" {
		o = f.Oblique(t, "with", "behind")
	} else if m := f.Marker(t); m != "with" && m != "behind" {
		return false
	}
	s := f.subject(t)
	h, c := f.party(s), f.a.Chain(f.party(o).Chain)
	if h.IsZero() || f.Lemma(o) != "people" && (c == nil || c.Kind != news.State && c.Kind != news.Person) {
		return false
	}
	if hc := f.a.Chain(h.Chain); !f.isFirst(t) && (hc == nil || hc.Kind == news.Person) {
		return false // "he is with the delegation" says where he is
	}
	d.stance, d.rule, d.grade, d.holder, d.issue, d.target = news.Support, "position/with", 0.6, h, f.Phrase(o), f.party(o)
	return true
}

// imperative makes a demand of a command in direct speech: "Stay at home."
func (f *finder) imperative(q *news.Quote, t news.TokenID, part text.Span) {
	if q.Form != news.Direct || f.Tag(t).XPOS != news.VB || f.lex.mild[f.Lemma(t)] || f.Child(t, news.Nsubj, news.NsubjPass) != 0 || f.Modal(t) != "" || f.infinitive(t) {
		return
	}
	last := f.a.Sentence(f.SentenceOf(t)).Last
	if strings.HasSuffix(f.Word(t), "ly") || f.Word(last) == "?" || f.Word(last-1) == "?" {
		return
	}
	first := f.begins(t, part)
	for first < t && (f.Lemma(first) == "please" || f.Lemma(first) == "do" || f.Lemma(first) == "not" || f.Lemma(first) == "never" || f.Word(first) == ",") {
		first++
	}
	if first != t {
		return
	}
	grade := float32(0.4)
	if f.political(q.Speaker) {
		grade = 0.55
	}
	f.add(draft{holder: q.Speaker, stance: news.Demand, issue: f.lone(t, true), at: t, rule: "position/imperative", grade: grade})
}

// notTo makes a refusal of what the speaker's side is set not to do: "we are
// going to listen, [not to give away] the valley".
func (f *finder) notTo(q *news.Quote, t news.TokenID) {
	if t < 5 || f.UPOS(t) != news.VERB || !f.lex.granting[f.Lemma(t)] || f.Lemma(t-1) != "to" || f.Lemma(t-2) != "not" {
		return
	}
	k := t - 3
	if f.UPOS(k) == news.PUNCT && f.Word(k) != "," {
		k-- // an opening mark
	}
	if w := strings.ToLower(f.Word(k)); w != "," && w != "and" && w != "but" {
		return
	}
	f.add(draft{holder: q.Speaker, stance: news.Reject, issue: f.lone(t, false), at: t, rule: "position/not-to", grade: 0.6})
}

// anybody reports whether s stands for people at large: "one cannot", "nobody
// can".
func (f *finder) anybody(s news.TokenID) bool {
	switch f.Lemma(s) {
	case "one", "you", "nobody", "anyone", "anybody":
		return s != 0
	}
	return false
}

// likelyOwn reports whether the subject of t is a state or body that the
// official who speaks is taken to speak for, since no other is known.
func (f *finder) likelyOwn(q *news.Quote, t news.TokenID) bool {
	c := f.a.Chain(f.party(f.subject(t)).Chain)
	if c == nil || c.Kind != news.State && c.Kind != news.Organization || f.speaksFor(q.Speaker) != 0 {
		return false
	}
	sp := f.a.Chain(q.Speaker.Chain)
	if sp == nil || sp.Kind != news.Person {
		return false
	}
	return f.isOfficial(sp)
}
