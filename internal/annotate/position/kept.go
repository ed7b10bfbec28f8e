package position

import (
	"cmp"
	"strings"

	"rapporteur/internal/news"
)

// What deeds are owned to or shown, and what will last because those who speak keep it.

// claimed makes an acceptance of a deed that somebody is told to claim: "the raid was
// claimed by the Red Front".
func (f *finder) claimed(t news.TokenID) {
	if f.Lemma(t) != "claim" || f.UPOS(t) != news.VERB || f.Negated(t) || f.Modal(t) != "" || f.marked(t) || f.infinitive(t) {
		return
	}
	who, deed := f.subject(t), f.Object(t)
	if f.Passive(t) {
		who, deed = f.Agent(t), cmp.Or(f.Child(t, news.NsubjPass), f.Subject(t))
	}
	if l := f.Lemma(deed); l == "that" || l == "which" {
		deed = f.Head(t)
	}
	holder := f.party(who)
	if holder.IsZero() || !f.lex.misdeed[f.Lemma(deed)] || f.Child(t, news.Ccomp, news.Xcomp) != 0 {
		return
	}
	d := draft{holder: holder, stance: news.Accept, issue: f.Phrase(deed), at: t, rule: "position/claimed", grade: 0.65}
	if at := f.Span(t); d.issue.Contains(at) { // the relative clause hangs within it
		d.issue.End = f.Span(deed).End
	}
	f.add(d)
}

// shows reports whether clause t of q says that another party shows what its noun blames:
// "has shown contempt for the law".
func (f *finder) shows(q *news.Quote, t news.TokenID) bool {
	switch f.Lemma(t) {
	case "show", "display", "demonstrate", "exhibit", "betray":
	default:
		return false
	}
	o := f.Object(t)
	if o < t || f.Negated(t) || f.Modal(t) != "" || f.Passive(t) || f.Lemma(f.Child(o, news.Det)) == "no" || f.party(f.subject(t)).IsZero() {
		return false
	}
	return (f.blames(f.Lemma(o)) || f.lex.against[f.Lemma(o)]) && f.another(q, t)
}

// keeps fills d when those who govern say that something of theirs will last: "the curfew
// would stay in force".
func (f *finder) keeps(d *draft, q *news.Quote, t news.TokenID) bool {
	m, s := f.Modal(t), f.Child(t, news.Nsubj)
	if m != "will" && m != "would" || !f.lex.lasting[f.Lemma(t)] || f.Negated(t) || f.hasIf(t) || s == 0 || s > t || !f.lex.kept[f.Lemma(s)] || !f.governs(q.Speaker) && !f.isOfficial(f.a.Chain(q.Speaker.Chain)) {
		return false
	}
	if p := f.party(f.Child(s, news.NmodPoss)); p.Chain != 0 && p.Chain != q.Speaker.Chain && p.Chain != f.speaksFor(q.Speaker) {
		return false // "Kenya's troops will remain"
	}
	if o := f.Child(t, news.Obl); o == 0 && f.Child(t, news.Xcomp, news.Advmod, news.Advcl) == 0 || f.lex.foreseeing[q.CueLemma] {
		return false
	}
	d.stance, d.rule, d.grade, d.issue = news.Promise, "position/will-last", less, f.withSubject(t, s)
	return true
}

// forcesUs fills d when clause t complains of what a rule or deed of others makes the
// speaker's side do: "the ruling will force us to close".
func (f *finder) forcesUs(d *draft, q *news.Quote, t news.TokenID) bool {
	switch f.Lemma(t) {
	case "force", "compel", "oblige", "coerce":
	default:
		return false
	}
	s, o := f.subject(t), f.Object(t)
	if f.Passive(t) || f.negated(t) || s == 0 || s > t || o < t || f.Tag(o).Feats&news.Person1 == 0 && !f.ofOurs(o) || f.infinitiveUnder(t) < o || !f.debatable(s) && f.party(s).IsZero() {
		return false
	}
	switch f.Modal(t) {
	case "", "will", "would", "could":
	default:
		return false
	}
	d.stance, d.rule, d.target, d.issue = news.Accuse, "position/harm", f.party(s), f.withSubject(t, s)
	return true
}

// isOfficial reports whether c holds an office of state.
func (f *finder) isOfficial(c *news.Chain) bool {
	if c == nil {
		return false
	}
	for i := range c.Offices {
		if title := c.Offices[i].Title; c.Offices[i].Tense == "" && f.lex.official[title[strings.LastIndexByte(title, ' ')+1:]] {
			return true
		}
	}
	return false
}

// unlessMet makes a refusal of what the report tells that a side will not do unless something
// else is done: "Norway will not attend unless Kenya pays".
func (f *finder) unlessMet(t news.TokenID) {
	m, s := f.Modal(t), f.Child(t, news.Nsubj)
	if m != "will" && m != "would" || s == 0 || s > t || f.UPOS(t) != news.VERB || f.QuoteOf(t) != 0 || f.Rel(t) != news.Root || !f.Negated(t) || f.Passive(t) || f.perfect(t) || !f.unless(t) {
		return
	}
	if p := f.party(s); f.UPOS(s) != news.PRON && f.political(p) {
		d := draft{holder: p, stance: news.Reject, issue: f.lone(t, false), at: t, rule: "position/will-not", grade: 0.55}
		if v, c := f.clauseBehind(t, unlessOnly); v != 0 {
			d.issue.End = min(d.issue.End, f.Span(f.TokenAt(c.Start)-1).Start)
			f.add(draft{holder: p, stance: news.Condition, issue: c, at: t, rule: "position/unless", grade: less})
		}
		f.add(d)
	}
}
