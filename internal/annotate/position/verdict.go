package position

import (
	"cmp"
	"strings"

	"rapporteur/internal/news"
	"rapporteur/internal/text"
)

// What a clause of a quote says that a thing is, brings or comes to: a mistake, a
// danger, consequences, nothing.

// judges reports whether clause t condemns something: that it is, would be or
// remains unacceptable, a provocation, a failed policy. What only finds fault
// ("was bad") counts in the mouth of who has a side.
func (f *finder) judges(d *draft, t news.TokenID) bool {
	if f.Child(t, news.Cop) == 0 && !f.remains(t) || f.Marker(t) == "in" && f.Lemma(t) != "danger" || f.Negated(t) && !f.onlyNot(t) || f.Subject(t) == 0 {
		return false
	}
	switch f.Modal(t) {
	case "":
	case "would", "will":
		if f.perfect(t) || f.Lemma(f.Subject(t)) == "it" || f.hasIf(t) {
			return false
		}
	default:
		return false
	}
	return !f.infinitive(t) && f.condemns(d, t)
}

// inBreach reports whether clause t says that a thing breaks a rule: "is in breach of
// the truce", "are not in compliance with the act".
func (f *finder) inBreach(d *draft, t news.TokenID) bool {
	m := f.Marker(t)
	if f.Child(t, news.Cop) == 0 || m != "in" && m != "at" || f.Modal(t) != "" || f.Subject(t) == 0 || f.Oblique(t, "of", "with", "to") < t || !f.partisan(d.holder) {
		return false
	}
	if f.lex.against[f.Lemma(t)] && (m == "at") == (f.Lemma(t) == "odds" || f.Lemma(t) == "odd" || f.Lemma(t) == "variance") {
		return !f.Negated(t)
	}
	return f.lex.accord[f.Lemma(t)] && f.Negated(t)
}

// remains reports whether t is what its subject "remains" or "became".
func (f *finder) remains(t news.TokenID) bool {
	l := f.Lemma(f.Head(t))
	return f.Rel(t) == news.Xcomp && (l == "remain" || l == "become" || l == "seem" || l == "stay" || l == "grow" || l == "turn" || l == "prove")
}

// condemns reports whether predicate t, what is joined to it or an adjective
// before it condemns.
func (f *finder) condemns(d *draft, t news.TokenID) bool {
	s := f.Subject(t)
	if f.Lemma(t) == "perfect" && t > 2 && f.Lemma(t-1) == "from" && f.Lemma(t-2) == "far" {
		return f.partisan(d.holder)
	}
	l := f.Lemma(s)
	sided := f.partisan(d.holder) && (f.UPOS(s) != news.PRON || (l == "that" || l == "this") && f.political(d.holder) || !f.party(s).IsZero() || f.UPOS(t) == news.NOUN && f.Lemma(s) != "it")
	for _, k := range f.Conjuncts(t) {
		if k != t && f.Child(k, news.Nsubj, news.Cop) != 0 {
			continue
		}
		switch l := f.Lemma(k); {
		case f.lex.judged[l], sided && (f.lex.faulted[l] && f.debatable(s) || strings.HasPrefix(l, "anti-") && f.UPOS(k) == news.ADJ):
			return true
		case f.UPOS(k) == news.NOUN && sided && f.Marker(k) == "" && !f.lex.worth.unsided[l] && f.hasAmod(k, f.lex.reckless):
			return true
		}
	}
	return false
}

// judgement is what is judged and as what: "the launch is unacceptable".
func (f *finder) judgement(t news.TokenID) text.Span {
	s := f.Subject(t)
	if c := f.Child(t, news.Csubj); c != 0 && c < t && t-c < 20 {
		return f.subtree(c).Cover(f.Span(t)) // "what they did was wrong"
	}
	if f.Lemma(s) == "what" && s < t && f.Child(s, news.AclRelcl) != 0 {
		return f.subtree(s).Cover(f.Span(t))
	}
	if s == 0 || s > t || t-s > 20 || f.UPOS(s) == news.PRON {
		return f.lone(t, false)
	}
	return f.Phrase(s).Cover(f.Span(t))
}

// debatable reports whether subject s is somebody, a deed of somebody's or a matter
// to take sides on: a plan, and not the weather.
func (f *finder) debatable(s news.TokenID) bool {
	l := f.Lemma(s)
	return f.UPOS(s) == news.PRON || f.UPOS(s) == news.DET || !f.party(s).IsZero() || f.Child(s, news.NmodPoss) != 0 ||
		f.lex.ruled[l] || f.lex.assailable[l] || f.lex.measure[l] || f.lex.nouns[l] != nil
}

// consequence fills d when clause t says that what another does will be answered:
// "any such step would have consequences", "will be met with force".
func (f *finder) consequence(d *draft, q *news.Quote, t news.TokenID) bool {
	m := f.Modal(t)
	if k := f.Child(t, news.Nsubj); (f.Lemma(t) == "follow" || f.Lemma(t) == "come" || f.Lemma(t) == "ensue") && k < t && f.lex.reprisal[f.Lemma(k)] && q.CueLemma == "warn" && (m == "will" || m == "would") && (f.hasIf(t) || f.unless(t)) && f.partisan(d.holder) {
		d.stance, d.rule, d.grade, d.issue = news.Threaten, "position/consequence", 0.5, f.withSubject(t, k)
		return true // "warned that strikes would follow if"
	}
	if m != "will" && m != "would" || f.Negated(t) || !f.lex.bringing[f.Lemma(t)] || !f.political(d.holder) {
		return false
	}
	s := cmp.Or(f.Child(t, news.Nsubj, news.NsubjPass), f.beforeModal(t))
	if s > t || f.UPOS(s) == news.PRON && f.party(s).IsZero() || f.isSelf(q, t) {
		return false
	}
	if first := f.begins(t, q.Parts[0]); s == 0 && (f.UPOS(first) == news.PRON || first >= t) {
		return false
	}
	for _, o := range [3]news.TokenID{f.Object(t), f.Oblique(t, "with", "by"), f.Oblique(t, "to", "in")} {
		if o != 0 && f.lex.reprisal[f.Lemma(o)] {
			d.stance, d.rule, d.grade, d.target, d.issue = news.Threaten, "position/consequence", 0.6, f.party(s), f.withSubject(t, s)
			if s == 0 {
				d.issue = f.Cover(f.begins(t, q.Parts[0]), t).Cover(d.issue)
			}
			return true
		}
	}
	return false
}

// comesToNothing fills d when clause t says that a plan of another will fail: "any
// attempt to isolate us would fail".
func (f *finder) comesToNothing(d *draft, t news.TokenID) bool {
	m := f.Modal(t)
	s := cmp.Or(f.Child(t, news.Nsubj), f.beforeModal(t))
	if m != "will" && m != "would" || f.Negated(t) || !f.lex.failing[f.Lemma(t)] || s == 0 || s > t || !f.lex.ruled[f.Lemma(s)] && !f.lex.assailable[f.Lemma(s)] || !f.partisan(d.holder) {
		return false
	}
	d.stance, d.rule, d.grade, d.issue = news.Reject, "position/would-fail", 0.55, f.withSubject(t, s)
	return true
}

// isOff fills d when clause t says that something is off, dead or out of the question.
func (f *finder) isOff(d *draft, t news.TokenID) bool {
	if f.Child(t, news.Cop) == 0 || f.Negated(t) || f.Modal(t) != "" {
		return false
	}
	s := f.Child(t, news.Nsubj, news.Csubj)
	if s == 0 || s > t || f.UPOS(s) == news.PRON {
		return false
	}
	switch {
	case f.Lemma(t) == "question" && f.Marker(t) == "out" || f.lex.barred[f.Lemma(t)] && f.UPOS(t) == news.ADJ:
	case f.lex.dead[f.Lemma(t)] && (f.lex.refused[f.Lemma(s)] || f.lex.ruled[f.Lemma(s)]):
	default:
		return false
	}
	d.stance, d.rule, d.grade, d.issue = news.Reject, "position/off", 0.55, f.subtree(s)
	return f.partisan(d.holder)
}

// wants fills d when clause t says what it takes: "what we need is a truce", "the
// only way out is a treaty", "it is up to them to act".
func (f *finder) wants(d *draft, q *news.Quote, t news.TokenID) bool {
	if f.Child(t, news.Cop) == 0 || f.Negated(t) || f.Modal(t) != "" || !f.partisan(d.holder) {
		return false
	}
	c, s := f.Child(t, news.Csubj, news.NsubjOuter), f.Child(t, news.Nsubj, news.NsubjOuter)
	x := f.infinitiveUnder(t)
	if k := f.Child(s, news.AclRelcl); (f.Lemma(s) == "what" || f.Lemma(s) == "thing" || f.Lemma(s) == "all") && k != 0 {
		c = k // "the one thing we want is"
	}
	d.stance, d.rule, d.grade = news.Demand, "position/what-it-takes", 0.5
	switch {
	case c != 0 && c < t && f.lex.worth.wishing[f.Lemma(c)] && (f.isFirst(c) || f.isSelf(q, c)):
		d.issue = f.lone(t, false)
	case s != 0 && s < t && f.lex.solution[f.Lemma(s)] && (f.hasOnly(s) || f.infinitive(t) && f.Child(s, news.Acl) != 0):
		d.issue = f.lone(t, false)
	case f.Lemma(t) == "up" && f.infinitiveUnder(f.Oblique(t, "to")) > t:
		o := f.Oblique(t, "to")
		d.target, d.issue = f.party(o), f.lone(f.infinitiveUnder(o), false)
	case f.Marker(t) == "up" && x > t:
		d.target, d.issue = f.party(t), f.lone(x, false)
	default:
		return false
	}
	return true
}

// hasOnly reports whether noun s is the only or the best one.
func (f *finder) hasOnly(s news.TokenID) bool {
	for k := f.Kid(s); k != 0 && k < s; k = f.Next(k) {
		if l := f.Lemma(k); l == "only" || l == "good" && f.Word(k) == "best" {
			return true
		}
	}
	return false
}
