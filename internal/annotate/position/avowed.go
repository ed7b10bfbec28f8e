package position

import (
	"rapporteur/internal/news"
	"rapporteur/internal/text"
)

// What a speaker says of what he thinks true, right or a fault: disbelief,
// regret, reproach, need and harm.

// avowed fills d when clause t of q says so: "do not think they should", "should
// have asked us", "we need a treaty", "the drills only embolden them".
func (f *finder) avowed(d *draft, q *news.Quote, t news.TokenID) bool {
	return f.disbelieves(d, t) || f.reproaches(d, q, t) || f.puzzled(d, t) || f.denied(d, q, t) || f.lacks(d, q, t) ||
		f.bettered(d, t) || f.wronged(d, q, t) || f.harms(d, q, t) || f.forbids(d, t) || f.decreed(d, q, t)
}

// disbelieves fills d when clause t denies what it goes on to say: "I don't
// believe they are ready", "do not think we should leave".
func (f *finder) disbelieves(d *draft, t news.TokenID) bool {
	c := f.Child(t, news.Ccomp)
	if !f.lex.believing[f.Lemma(t)] || !f.Negated(t) || c < t || !f.isFirst(t) && f.party(f.subject(t)).Chain != d.holder.Chain {
		return false
	}
	f.disbelieve(d, c)
	return true
}

// disbelieve fills d with clause c that its holder does not believe in: what
// should be he rejects, what is he denies.
func (f *finder) disbelieve(d *draft, c news.TokenID) {
	d.stance, d.rule, d.grade = news.Deny, "position/not-believe", less
	if f.lex.demanding[f.Modal(c)] {
		d.stance, d.grade = news.Reject, 0.6
	}
	d.issue = f.withSubject(c, f.Child(c, news.Nsubj, news.NsubjPass))
}

// unbelieved makes a position of what the speaker of q is told not to believe or
// not to understand: "did not believe [it was safe]", "cannot understand [why]".
func (f *finder) unbelieved(q *news.Quote) {
	if len(q.Parts) != 1 || !f.known(q.Speaker) {
		return
	}
	d := draft{holder: q.Speaker, at: f.TokenAt(q.Cue.Start), stance: news.Deny, rule: "position/not-believe", grade: less, issue: q.Parts[0]}
	told, wanted := f.tensed(q.Parts[0])
	switch {
	case !told || f.hypothetical(d.at):
		return
	case f.lex.believing[q.CueLemma] && wanted:
		d.stance, d.grade = news.Reject, 0.6
	case f.lex.believing[q.CueLemma]:
	case f.lex.fathoming[q.CueLemma] && f.wondering(f.TokenAt(q.Parts[0].Start)):
		d.stance, d.rule, d.grade, d.issue = news.Accuse, "position/puzzled", 0.55, q.Parts[0]
	default:
		return
	}
	if !f.political(d.holder) {
		d.grade = min(d.grade, less)
	}
	f.add(d)
}

// tensed reports whether a verb stands in a tense among the words of s, and
// whether one of them says what should be.
func (f *finder) tensed(s text.Span) (told, wanted bool) {
	for t := f.TokenAt(s.Start); t <= f.Len() && f.Span(t).End <= s.End; t++ {
		switch f.Tag(t).XPOS {
		case news.VBD, news.VBZ, news.VBP:
			told = true
		case news.MD:
			told, wanted = true, wanted || f.lex.demanding[f.Lemma(t)]
		}
	}
	return told, wanted
}

// wondering reports whether word t asks for a reason.
func (f *finder) wondering(t news.TokenID) bool { return f.Lemma(t) == "why" || f.Lemma(t) == "how" }

// puzzled fills d when clause t finds fault by not understanding: "I cannot
// understand why they left".
func (f *finder) puzzled(d *draft, t news.TokenID) bool {
	if !f.lex.fathoming[f.Lemma(t)] || !f.Negated(t) {
		return false
	}
	for k := f.Kid(t); k != 0; k = f.Next(k) {
		first, _ := f.Extent(k)
		if r := f.Rel(k); k > t && (r == news.Ccomp || r == news.Advcl) && f.wondering(first) {
			d.stance, d.rule, d.grade, d.issue = news.Accuse, "position/puzzled", less, f.Clause(k)
			return true
		}
	}
	return false
}

// reproaches fills d when clause t says what should have been done: by another, a
// charge; by the speaker himself, regret.
func (f *finder) reproaches(d *draft, q *news.Quote, t news.TokenID) bool {
	if m := f.Modal(t); m != "should" && m != "ought" || f.asking(t) || f.inverted(t) || !f.perfect(t) {
		return false
	}
	s := f.subject(t)
	if s == 0 || f.UPOS(s) == news.PRON && !f.isFirst(t) && f.party(s).IsZero() {
		return false
	}
	d.rule, d.issue = "position/should-have", f.withSubject(t, s)
	if f.isSelf(q, t) {
		d.stance, d.grade = news.Accept, less
		return true
	}
	d.stance, d.target, d.grade = news.Accuse, f.party(s), 0.55
	if d.target.IsZero() || !f.political(d.holder) {
		d.grade = less
	}
	return true
}

// perfect reports whether an auxiliary of t is "have".
func (f *finder) perfect(t news.TokenID) bool {
	for k := f.Kid(t); k != 0; k = f.Next(k) {
		if f.Rel(k) == news.Aux && f.Lemma(k) == "have" {
			return true
		}
	}
	return false
}

// denied fills d when clause t of q says that charges are denied, by whom goes
// without saying: "all allegations are denied".
func (f *finder) denied(d *draft, q *news.Quote, t news.TokenID) bool {
	s := f.Child(t, news.NsubjPass)
	if s == 0 || f.Agent(t) != 0 || f.Negated(t) || !f.lex.alleged[f.Lemma(s)] || f.Modal(t) != "" || !f.lex.belying[f.Lemma(t)] {
		return false
	}
	if x := f.Tag(f.Child(t, news.AuxPass)).XPOS; q.Form == news.Direct && x == news.VBD {
		return false
	}
	d.stance, d.rule, d.grade, d.issue = news.Deny, "position/denied", 0.6, f.Phrase(s)
	return true
}

// lacks fills d when clause t says that somebody needs a thing: "we need a new
// treaty", "the ministry needed another way".
func (f *finder) lacks(d *draft, q *news.Quote, t news.TokenID) bool {
	o := f.Object(t)
	m := f.modal(t)
	if f.Lemma(t) != "need" || f.UPOS(t) != news.VERB || o < t || f.UPOS(o) != news.NOUN || m != "" && m != "will" && m != "would" || f.infinitiveUnder(t) != 0 || !f.political(d.holder) {
		return false
	}
	s := f.subject(t)
	if s == 0 || f.UPOS(s) == news.PRON && !f.isFirst(t) && !f.isSelf(q, t) {
		return false
	}
	d.stance, d.rule, d.grade, d.issue = news.Demand, "position/needs", less, f.Phrase(o)
	if f.Negated(t) {
		d.stance = news.Reject
	}
	return true
}

// wronged fills d when clause t of q tells what wrong another did to the speaker:
// "said that the director had coerced her".
func (f *finder) wronged(d *draft, q *news.Quote, t news.TokenID) bool {
	o := f.Object(t)
	if !f.lex.wronging[f.Lemma(t)] || o == 0 || f.Negated(t) || f.Modal(t) != "" || f.Passive(t) {
		return false
	}
	s := f.subject(t)
	who := f.party(s)
	if s == 0 || s > t || who.IsZero() || who.Chain == d.holder.Chain || f.UPOS(o) != news.PRON || !f.ofSpeaker(q, o) {
		return false
	}
	d.stance, d.rule, d.grade, d.target, d.issue = news.Accuse, "position/wronged", 0.6, who, f.withSubject(t, s)
	if f.UPOS(s) == news.PRON {
		d.grade = less
	}
	return true
}

// ofSpeaker reports whether pronoun o stands for the speaker of q.
func (f *finder) ofSpeaker(q *news.Quote, o news.TokenID) bool {
	if f.Tag(o).Feats&news.Person1 != 0 {
		return true
	}
	p := f.party(o)
	return p.Chain != 0 && p.Chain == q.Speaker.Chain
}

// bettered fills d when clause t says under what condition all would be better:
// "the public would be better off if banks were liable".
func (f *finder) bettered(d *draft, t news.TokenID) bool {
	if m := f.Modal(t); m != "would" || f.Negated(t) || f.Lemma(t) != "off" && f.Lemma(t) != "better" && f.Lemma(t) != "good" {
		return false
	}
	v, s := f.clauseBehind(t, supposing)
	if v == 0 || f.Lemma(t-1) != "better" && f.Word(t) != "better" {
		return false
	}
	d.stance, d.rule, d.grade, d.issue = news.Support, "position/better-if", less, s
	return true
}

// harms fills d when clause t says that what another does makes things worse:
// "Varnia's drills only embolden them".
func (f *finder) harms(d *draft, q *news.Quote, t news.TokenID) bool {
	if !f.lex.harming[f.Lemma(t)] || f.Negated(t) || f.Passive(t) || f.Modal(t) != "" && f.Modal(t) != "will" && f.Modal(t) != "would" && f.Modal(t) != "could" || !f.partisan(d.holder) || f.Object(t) < t {
		return false
	}
	s := f.Child(t, news.Nsubj, news.Csubj)
	if first := f.begins(t, q.Parts[0]); s == 0 && f.Tag(t).XPOS != news.VBD && f.Lemma(t-1) == "only" && first+1 < t && f.UPOS(first) != news.PRON {
		d.stance, d.rule, d.grade, d.issue = news.Accuse, "position/harm", less, f.Cover(first, t).Cover(f.lone(t, false))
		return true // "[firing and threatening] only emboldens them"
	}
	if o := f.lex.nouns[f.Lemma(f.Object(t))]; o != nil && f.Child(f.Object(t), news.NmodPoss) != 0 {
		return false // "has deepened his resistance": not done to anybody
	}
	if s == 0 || s > t || f.UPOS(s) == news.PRON || f.lex.affront[f.Lemma(s)] || f.isSelf(q, t) || !f.another(q, t) && f.Rel(s) != news.Csubj {
		return false
	}
	d.stance, d.rule, d.grade, d.issue = news.Accuse, "position/harm", less, f.subtree(s).Cover(f.lone(t, false))
	return true
}

// subtree is all words that hang on t.
func (f *finder) subtree(t news.TokenID) text.Span {
	first, last := f.Extent(t)
	return f.Cover(first, last)
}

// forbids fills d when clause t says that something cannot be let pass: "this
// cannot be tolerated", "they must not be allowed to".
func (f *finder) forbids(d *draft, t news.TokenID) bool {
	m := f.Modal(t)
	if m != "can" && m != "could" && m != "ca" || !f.Negated(t) || !f.political(d.holder) && !f.isBody(f.headIn(d.holder.Span)) {
		return false
	}
	switch s := f.subject(t); {
	case f.Passive(t) && f.lex.granting[f.Lemma(t)] && s != 0:
		d.stance, d.rule, d.grade, d.issue = news.Reject, "position/cannot-be", 0.55, f.withSubject(t, s)
		if f.UPOS(s) == news.PRON {
			d.grade = less
		}
	case (f.Lemma(s) == "we" || f.ownSide(s) || f.ofOurs(s)) && !f.lex.granting[f.Lemma(t)] && !f.lex.undenied[f.Lemma(t)] && !f.lex.fathoming[f.Lemma(t)] && !f.lex.mum[f.Lemma(t)] && f.UPOS(t) == news.VERB && f.Object(t) != 0:
		d.stance, d.rule, d.grade, d.issue = news.Reject, "position/cannot", less, f.lone(t, false)
	default:
		return false
	}
	return true
}

// decreed fills d when a public body or official says what will be done to a
// thing, by whom goes without saying: "the alert would be extended".
func (f *finder) decreed(d *draft, q *news.Quote, t news.TokenID) bool {
	m := f.Modal(t)
	s := f.Child(t, news.NsubjPass)
	if f.keeps(d, q, t) {
		return true
	}
	if m != "will" && m != "would" || s == 0 || f.UPOS(s) != news.NOUN || f.Agent(t) != 0 && f.TimeOf(f.Agent(t)) == 0 || f.Negated(t) || f.hasIf(t) || !f.governs(q.Speaker) || f.foresees(q, t) {
		return false
	}
	d.stance, d.rule, d.grade, d.issue = news.Promise, "position/will-be", less, f.withSubject(t, s)
	return true
}

// governs reports whether p is a state or body, or holds an office that speaks
// for one.
func (f *finder) governs(p news.Party) bool {
	c := f.a.Chain(p.Chain)
	return c != nil && (c.Kind == news.State || c.Kind == news.Organization || f.speaksFor(p) != 0)
}

// pledged makes a position of what the report goes on to tell as the plan of who
// spoke in the sentence before: "Norlux said it was ready. It would also pay".
func (f *finder) pledged(t news.TokenID) {
	m := f.Modal(t)
	if m != "would" && m != "will" || f.QuoteOf(t) != 0 || f.Rel(t) != news.Root || f.hasIf(t) && f.Negated(t) || f.Passive(t) || f.perfect(t) || f.lex.idle[f.Lemma(t)] || f.lex.menacing[f.Lemma(t)] && f.Object(t) == 0 {
		return
	}
	s := f.Child(t, news.Nsubj)
	id := f.SentenceOf(t)
	if s == 0 || f.UPOS(s) != news.PRON || id < 2 || f.spoke[id-1] == 0 {
		return
	}
	q, p := f.a.Quote(f.spoke[id-1]), f.party(s)
	if p.Chain == 0 || p.Chain != q.Speaker.Chain || q.Negated || f.foresees(q, t) {
		return
	}
	d := draft{holder: p, stance: news.Promise, issue: f.lone(t, false), at: t, rule: "position/goes-on", grade: less}
	if c := f.a.Chain(p.Chain); c != nil && c.Kind == news.Organization {
		d.grade = 0.55
	}
	if f.Negated(t) {
		d.stance = news.Reject
	}
	f.add(d)
}

// speaking lists, by sentence, a quote that stands in it and has a speaker.
func (f *finder) speaking() []news.QuoteID {
	out := make([]news.QuoteID, len(f.a.Sentences)+1)
	for i := range f.a.Quotes {
		if q := &f.a.Quotes[i]; !q.Speaker.IsZero() && q.Sentence != 0 {
			out[q.Sentence] = news.QuoteID(i + 1)
		}
	}
	return out
}
