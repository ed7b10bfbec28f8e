package position

import (
	"rapporteur/internal/news"
)

// What a clause of a quote finds wanting, asks all to do or sees good come of: "goes
// too far", "lacks the courage", "has no right to", "let us talk", "would bring peace".

// weighs fills d when clause t says so.
func (f *finder) weighs(d *draft, q *news.Quote, t news.TokenID) bool {
	return f.partisan(d.holder) && (f.wantingIn(d, q, t) || f.it(d, t) || f.letUs(d, t) || f.entitled(d, q, t) || f.withholds(d, q, t) || f.inflicts(d, t) || f.benefits(d, t))
}

// wantingIn fills d when clause t says in what a thing or another falls short.
func (f *finder) wantingIn(d *draft, q *news.Quote, t news.TokenID) bool {
	s := f.subject(t)
	if s == 0 || s > t || f.isSelf(q, t) || f.UPOS(s) == news.PRON && (f.party(s).IsZero() && f.Lemma(s) != "they" || f.Tag(s).Feats&news.Person1 != 0) || f.asking(t) || f.hasIf(t) || f.Tag(t-1).Feats&news.Person1 != 0 {
		return false
	}
	if !f.short(t) && !f.too(t) && !f.hasNone(s, t) && !f.lies(s, t) {
		return false
	}
	d.stance, d.rule, d.grade, d.target, d.issue = news.Accuse, "position/wanting", less, f.party(s), f.withSubject(t, s)
	return true
}

// short reports whether clause t says that its subject failed, goes too far, makes
// no sense, did nothing or not enough, or lacks something.
func (f *finder) short(t news.TokenID) bool {
	if m := f.Modal(t); m != "" && m != "would" && m != "will" || f.Passive(t) {
		return false
	}
	o := f.Object(t)
	switch f.Lemma(t) {
	case "fail":
		s := f.Lemma(f.subject(t))
		return f.Modal(t) == "" && !f.Negated(t) && f.infinitiveUnder(t) == 0 && o == 0 && (f.lex.ruled[s] || f.lex.assailable[s])
	case "go":
		return f.hasAfter(t, "far") && (!f.Negated(t) && f.hasAfter(t, "too") || f.Negated(t) && f.hasAfter(t, "enough"))
	case "make":
		return f.Lemma(o) == "sense" && (f.Negated(t) || f.Lemma(f.Child(o, news.Det)) == "no" || f.hasAfter(t, "little"))
	case "do":
		return f.Lemma(o) == "nothing" || f.Negated(t) && f.Lemma(o) == "enough" || f.Negated(t) && f.hasAfter(t, "enough")
	case "work":
		s := f.subject(t)
		return f.Negated(t) && f.Tag(t).XPOS != news.VBD && f.UPOS(s) == news.NOUN && f.party(s).IsZero() && f.debatable(s) && f.Oblique(t, "for", "with", "at") == 0
	case "lack":
		return o > t && !f.Negated(t)
	case "have":
		return (f.Lemma(o) == "effect" || f.Lemma(o) == "impact" || f.Lemma(o) == "influence") && (f.hasAmod(o, f.lex.faulted) || f.hasAmod(o, f.lex.judged))
	case "lead", "result", "amount":
		k := f.Lemma(f.Oblique(t, "to", "in"))
		return !f.Negated(t) && (f.lex.affront[k] || f.lex.judged[k] || f.lex.faulted[k] || f.lex.misdeed[k])
	}
	return false
}

// too reports whether clause t says that its subject is too much of something.
func (f *finder) too(t news.TokenID) bool {
	return f.UPOS(t) == news.ADJ && f.Child(t, news.Cop) != 0 && !f.Negated(t) && f.Modal(t) == "" && f.Lemma(t-1) == "too" && f.Lemma(t) != "early" && f.Lemma(t) != "soon" && f.Lemma(t) != "late"
}

// hasNone reports whether clause t says that party s has no plan, right or idea, or
// shows no remorse.
func (f *finder) hasNone(s, t news.TokenID) bool {
	o := f.Object(t)
	switch f.Lemma(t) {
	case "have", "show", "offer", "display", "demonstrate", "express", "possess", "provide", "present":
	default:
		return false
	}
	if o < t || !f.lex.owed[f.Lemma(o)] || f.lex.nouns[f.Lemma(o)] != nil && f.infinitiveUnder(o) > o || f.party(s).IsZero() && f.Lemma(s) != "they" {
		return false
	}
	return f.Lemma(f.Child(o, news.Det)) == "no" || f.Negated(t)
}

// lies reports whether clause t says that party s lied.
func (f *finder) lies(s, t news.TokenID) bool {
	return f.Lemma(t) == "lie" && f.UPOS(t) == news.VERB && !f.Negated(t) && f.Modal(t) == "" && !f.party(s).IsZero() && f.Child(t, news.Advmod, news.Xcomp) == 0 && f.Oblique(t, "on", "in", "at", "with", "between", "under") == 0
}

// it fills d when clause t says of what its infinitive tells that it would be wrong, or
// of what its "that" clause tells that it is: "it would be a mistake to [lift them]".
func (f *finder) it(d *draft, t news.TokenID) bool {
	s := f.Child(t, news.Nsubj, news.Expl)
	l := f.Lemma(t)
	if x := f.senseless(s, t); x != 0 {
		d.stance, d.rule, d.grade, d.issue = news.Reject, "position/it-is-wrong", 0.5, f.lone(x, false)
		return true
	}
	if f.Lemma(s) != "it" || f.Child(t, news.Cop) == 0 || f.Negated(t) || !f.blames(l) {
		return false
	}
	for k := f.Kid(t); k != 0; k = f.Next(k) {
		r := f.Rel(k)
		if k < t || r != news.Ccomp && r != news.Csubj && r != news.Xcomp && r != news.Advcl && r != news.Acl {
			continue
		}
		d.rule, d.grade = "position/it-is-wrong", 0.5
		switch {
		case f.infinitive(k) && f.Modal(t) != "":
			d.stance, d.issue = news.Reject, f.lone(k, false)
		case f.infinitive(k):
			d.stance, d.rule, d.grade, d.issue = news.Accuse, "position/judgement", less, f.lone(t, false).Cover(f.lone(k, false))
			if f.lex.judged[l] {
				d.grade = 0.7
			}
		case f.Lemma(f.Child(k, news.Mark)) == "if" && f.Modal(t) == "would": // "it would be a betrayal if they left"
			d.stance, d.grade, d.issue = news.Reject, less, f.lone(t, false)
		case f.Lemma(f.Child(k, news.Mark)) == "that":
			d.stance, d.issue = news.Accuse, f.withSubject(k, f.Child(k, news.Nsubj, news.NsubjPass))
		default:
			continue
		}
		return true
	}
	return false
}

// senseless is the infinitive of what clause t, whose subject is s, says that it makes no
// sense to do: "it makes no sense to [close] the school"; 0 for none.
func (f *finder) senseless(s, t news.TokenID) news.TokenID {
	o := f.Object(t)
	if f.Lemma(s) != "it" || f.Lemma(t) != "make" || f.Lemma(o) != "sense" || !f.Negated(t) && f.Lemma(f.Child(o, news.Det)) != "no" && f.Lemma(f.Child(o, news.Amod)) != "little" {
		return 0
	}
	x := f.infinitiveUnder(t)
	if x < o {
		x = f.infinitiveUnder(o)
	}
	if x < o {
		return 0
	}
	return x
}

// letUs fills d when clause t asks all, or leaves it to others,
// to do something: "let us sit down and talk", "let them pay".
func (f *finder) letUs(d *draft, t news.TokenID) bool {
	x := f.Child(t, news.Xcomp, news.Ccomp)
	if f.Lemma(t) != "let" || f.Subject(t) != 0 || x < t || t+1 >= x || f.Tag(t).XPOS != news.VB || f.Negated(t) {
		return false
	}
	if l := f.Lemma(t + 1); l == "i" || l == "me" || l == "you" || f.lex.mild[f.Lemma(x)] && f.Object(x) == 0 {
		return false
	}
	d.stance, d.rule, d.grade, d.issue = news.Demand, "position/let-us", less, f.lone(x, false)
	if f.lex.hostile[f.Lemma(x)] {
		d.stance = news.Threaten
	}
	return true
}

// entitled fills d when clause t says what somebody has a right or a duty to do.
func (f *finder) entitled(d *draft, q *news.Quote, t news.TokenID) bool {
	o := f.Object(t)
	l, x := f.Lemma(o), f.infinitiveUnder(o)
	if f.Lemma(t) != "have" || o < t || f.Modal(t) != "" || f.Subject(t) == 0 {
		return false
	}
	if to := f.Oblique(o, "to"); x < o && to > o && l == "commitment" && f.isSelf(q, t) && !f.Negated(t) {
		d.stance, d.rule, d.grade, d.issue = news.Promise, "position/has-a-right", less, f.Phrase(to)
		return true // "we have a commitment to a common campaign"
	}
	if x < o {
		return false
	}
	no := f.Negated(t) || f.Lemma(f.Child(o, news.Det)) == "no"
	d.rule, d.grade, d.issue = "position/has-a-right", less, f.lone(x, false)
	switch {
	case l == "right" && no && !f.isSelf(q, t):
		d.stance = news.Reject
	case l == "right" && !no:
		d.stance = news.Support
	case f.lex.duty[l] && !no && f.isSelf(q, t):
		d.stance = news.Promise
	case f.lex.duty[l] && !no && f.another(q, t):
		d.stance, d.target = news.Demand, f.party(f.subject(t))
	case l == "choice" && no && f.isSelf(q, t) && f.hasAfter(o, "but"):
		d.stance = news.Promise
	default:
		return false
	}
	return true
}

// withholds fills d when clause t says what the speaker's side does not do as a
// matter of will: "we do not negotiate with them".
func (f *finder) withholds(d *draft, q *news.Quote, t news.TokenID) bool {
	aux := f.Child(t, news.Aux)
	if x := f.Tag(aux).XPOS; aux == 0 || f.Lemma(aux) != "do" || x != news.VBP && x != news.VBZ || !f.Negated(t) || !f.lex.granting[f.Lemma(t)] || !f.isSelf(q, t) || f.Child(t, news.Obj, news.Obl, news.Xcomp) == 0 {
		return false
	}
	for _, e := range f.lex.acts[f.Lemma(t)] {
		if e.negated == news.Reject {
			return false // told as an act
		}
	}
	d.stance, d.rule, d.grade, d.issue = news.Reject, "position/do-not", 0.55, f.lone(t, false)
	return true
}

// inflicts fills d when clause t says what harm a plan would do to jobs, prices and the
// like: "the tax would kill jobs".
func (f *finder) inflicts(d *draft, t news.TokenID) bool {
	s, o := f.Child(t, news.Nsubj), f.Object(t)
	m := f.Modal(t)
	if m != "will" && m != "would" && m != "could" || f.Negated(t) || f.Passive(t) || !f.lex.worth.inflicting[f.Lemma(t)] || o < t || s == 0 || s > t || !f.lex.harm[f.Lemma(o)] {
		return false
	}
	if l := f.Lemma(s); !f.lex.ruled[l] && !f.lex.assailable[l] {
		return false
	}
	d.stance, d.rule, d.grade, d.issue = news.Accuse, "position/harm", less, f.withSubject(t, s)
	return true
}

// benefits fills d when clause t says what good a plan would do: "the bill would
// create jobs".
func (f *finder) benefits(d *draft, t news.TokenID) bool {
	s := f.Child(t, news.Nsubj)
	m := f.Modal(t)
	if m != "will" && m != "would" || f.Negated(t) || !f.lex.benefiting[f.Lemma(t)] || f.Object(t) < t || s == 0 || s > t || f.hasIf(t) {
		return false
	}
	if l := f.Lemma(s); !f.lex.ruled[l] && !f.lex.assailable[l] {
		return false
	}
	if o := f.Lemma(f.Object(t)); f.lex.affront[o] || f.lex.harm[o] {
		return false
	}
	d.stance, d.rule, d.grade, d.issue = news.Support, "position/benefit", less, f.withSubject(t, s)
	return true
}
