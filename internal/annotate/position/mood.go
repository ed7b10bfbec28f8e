package position

import (
	"cmp"

	"rapporteur/internal/news"
)

// wanted fills d by the mood of clause t: what must be, will be or will not.
func (f *finder) wanted(d *draft, q *news.Quote, t news.TokenID) bool {
	if x := cmp.Or(f.infinitiveUnder(t), f.infinitiveNext(t), f.dueUnder(t)); x != 0 && f.Lemma(t) == "time" && f.Child(t, news.Cop) != 0 && !f.Negated(t) {
		d.stance, d.issue, d.rule = news.Demand, f.Clause(x), "position/time-to" // "it was time for them to resign"
		if f.lex.hostile[f.Lemma(x)] {
			d.stance = news.Threaten // "it was time to crush them"
		}
		return true
	}
	if f.Lemma(t) == "time" && f.Negated(t) && f.Child(t, news.Cop) != 0 && f.Lemma(f.Child(t, news.Det)) == "the" && f.takesSides(d.holder) {
		d.stance, d.rule, d.grade = news.Reject, "position/time-to", less
		if x, o := f.infinitiveUnder(t), f.Oblique(t, "for"); x > t {
			d.issue = f.lone(x, false)
		} else if o > t {
			d.issue = f.Phrase(o)
		}
		return d.issue.Len() > 0 // "now is not the time for talks"
	}
	if o := f.Oblique(t, "for"); f.Lemma(t) == "time" && o > t && f.Lemma(f.Child(t, news.Nsubj, news.Expl)) == "it" && !f.Negated(t) && f.takesSides(d.holder) && f.UPOS(o) == news.NOUN {
		d.stance, d.issue, d.rule, d.grade = news.Demand, f.Phrase(o), "position/time-to", less
		return true // "it is high time for action"
	}
	if d.stance, d.rule, d.grade = f.mood(q, t); d.stance == "" {
		return false
	}
	d.issue = f.lone(f.content(t), false)
	if s := f.subject(t); d.stance == news.Demand || d.stance == news.Threaten || d.stance == news.Condition || d.rule == "position/must-not" {
		d.target = f.party(s)
		d.issue = f.withSubject(t, s)
		if f.UPOS(s) == news.PRON {
			d.issue = f.lone(f.content(t), false)
		}
	}
	if h := f.Head(t); f.Rel(t) == news.AclRelcl && h < t && f.Object(t) == 0 && f.gapped(t) {
		d.issue = f.Phrase(h).Cover(d.issue) // "some [steps that we have to take]"
	}
	if d.rule == "position/must" {
		d.rule, d.grade = f.urgency(q, t)
	}
	return true
}

// dueUnder is the clause under "it is time" t that says what is due: "it is time a
// judge [be appointed]", "high time that they [left]"; 0 for none.
func (f *finder) dueUnder(t news.TokenID) news.TokenID {
	if f.Lemma(t) != "time" || f.Lemma(f.Child(t, news.Nsubj, news.Expl)) != "it" {
		return 0
	}
	for k := f.Kid(t); k != 0; k = f.Next(k) {
		if r := f.Rel(k); k > t && (r == news.Ccomp || r == news.Csubj || r == news.Acl || r == news.AclRelcl || r == news.Advcl) && f.Child(k, news.Nsubj, news.NsubjPass) > t && f.Child(k, news.Mark) == 0 {
			return k
		}
	}
	return 0
}

// denies reports whether clause t is denied: by a "not" of its own behind its
// subject, or by that of the clause whose modal it shares ("should not leave or
// [return]").
func (f *finder) denies(t news.TokenID) bool {
	if f.about(f.Head(t)) == t {
		t = f.Head(t) // "are [not] going to pay"
	}
	if f.deniedBefore(t) {
		return true
	}
	if f.Negated(t) {
		s := f.Child(t, news.Nsubj, news.NsubjPass)
		for k := f.Kid(t); k != 0; k = f.Next(k) {
			if l := f.Lemma(k); (l == "not" || l == "n't") && (k < s || f.Lemma(k+1) == "to") {
				return false // "if he does not, he must go", hung on what follows; "did so in order not to"
			}
		}
		return true
	}
	c := f.Child(t, news.Cc)
	return f.Rel(t) == news.Conj && f.Child(t, news.Aux, news.Nsubj, news.NsubjPass) == 0 && (f.Lemma(c) == "or" || f.Lemma(c) == "nor") && f.Negated(f.Head(t))
}

// content is predicate t, or the infinitive that "have to" and "need to" open:
// "they need to [sit down]".
func (f *finder) content(t news.TokenID) news.TokenID {
	if f.needing(t) == "" && f.modal(t) == f.Modal(t) {
		return t
	}
	if x := f.Child(t, news.Xcomp); x > t && f.infinitive(x) {
		return x
	}
	return t
}

// urgency is the rule and grade of a demand that clause t of q makes: "must"
// and "should" ask; "have to" and "need to" also tell of what cannot be helped,
// and so does a "must" that concludes: "it must be a mistake".
func (f *finder) urgency(q *news.Quote, t news.TokenID) (string, float32) {
	modal := f.Modal(t)
	if h := f.Head(t); modal == "" && f.Rel(t) == news.Xcomp {
		modal = f.Modal(h)
	}
	switch {
	case f.concludes(t):
		return "position/must-be", 0.45
	case modal == "will" || modal == "would":
		return "position/would-have-to", 0.45
	case f.lex.demanding[modal] && f.elsewhere(t):
		return "position/must-they", 0.45
	case f.lex.demanding[modal] && f.likely(t):
		return "position/must-be", 0.45
	case f.lex.demanding[modal] && f.isFirst(t) && !f.political(q.Speaker):
		return "position/must", less // "we should just tell you"
	case f.lex.demanding[modal]:
		return "position/must", 0.75
	}
	if s := f.subject(t); f.UPOS(s) == news.PRON && !f.isFirst(t) {
		return "position/have-to", 0.45
	}
	return "position/have-to", 0.6
}

// elsewhere reports whether the subject of clause t stands in another sentence:
// a "they" of which nothing here says who they are.
func (f *finder) elsewhere(t news.TokenID) bool {
	s := f.subject(t)
	return s == 0 || f.UPOS(s) == news.PRON && !f.isFirst(t) && f.Lemma(s) != "nobody" && f.Lemma(s) != "everybody" && f.Lemma(s) != "everyone"
}

// likely reports whether a "should" says of a thing only what it can be expected
// to do: "the win should give them a boost".
func (f *finder) likely(t news.TokenID) bool {
	s := f.subject(t)
	return f.lex.outcome[f.Lemma(t)] && f.UPOS(s) == news.NOUN && f.party(s).IsZero() && !f.Passive(t)
}

// concludes reports whether clause t, which has a modal of duty, only infers
// what something is: "this has to be the first time".
func (f *finder) concludes(t news.TokenID) bool {
	t = f.content(t)
	if f.UPOS(t) == news.ADJ && f.Child(t, news.Cop) != 0 && f.Modal(t) == "must" && (f.lex.faulted[f.Lemma(t)] || f.lex.judged[f.Lemma(t)]) {
		return true // "the pain must be terrible"
	}
	if f.Child(t, news.Cop) == 0 || f.UPOS(t) != news.NOUN && f.UPOS(t) != news.PRON || f.Marker(t) != "" {
		return false
	}
	return f.lex.concluded[f.Lemma(f.subject(t))]
}

// onlyNot reports whether the "not" of clause t goes with "only" or "just".
func (f *finder) onlyNot(t news.TokenID) bool {
	for k := f.Kid(t); k != 0; k = f.Next(k) {
		switch f.Lemma(k) {
		case "not", "n't":
			switch f.Lemma(k + 1) {
			case "only":
				return true
			case "just", "merely", "simply":
				return !f.unable(t) // "you can't just walk away" says no
			}
		}
	}
	return false
}

// unable reports whether the modal of clause t is "can" or "could".
func (f *finder) unable(t news.TokenID) bool {
	m := f.Modal(t)
	return m == "can" || m == "could" || m == "ca"
}

// asking reports whether the sentence of t is a question.
func (f *finder) asking(t news.TokenID) bool {
	last := f.a.Sentence(f.SentenceOf(t)).Last
	for k := t; k <= last; k++ {
		if f.Word(k) == "?" && (k+1 >= last || f.QuoteOf(k) == f.QuoteOf(t)) {
			return true
		}
	}
	return false
}

// alone reports whether the subject of t is the speaker himself and nobody
// else: "I have to be careful".
func (f *finder) alone(t news.TokenID) bool { return f.Lemma(f.Subject(t)) == "i" }

// foresees reports whether clause t of q says what the speaker thinks will
// come, and undertakes nothing: "will probably win", "he predicted he would".
func (f *finder) foresees(q *news.Quote, t news.TokenID) bool {
	if f.lex.foreseeing[q.CueLemma] || f.Lemma(t) == "depress" || f.lex.harming[f.Lemma(t)] && f.Lemma(f.Subject(t)) == "it" {
		return true
	}
	if f.Lemma(t) == "do" {
		return !f.everything(t) // "we will do well"
	}
	if f.UPOS(t) != news.VERB || f.Child(t, news.Cop) != 0 {
		return true
	}
	for k := f.Kid(t); k != 0 && k < t; k = f.Next(k) {
		if f.lex.unsure[f.Lemma(k)] {
			return true
		}
	}
	return false
}

// everything reports whether verb t, "do", goes on with all that somebody can:
// "will do everything to help", "would do “all that it can”".
func (f *finder) everything(t news.TokenID) bool {
	k := t + 1
	for f.UPOS(k) == news.PUNCT && k < t+3 {
		k++
	}
	switch f.Lemma(k) {
	case "all", "everything", "whatever", "anything", "more", "what", "its", "our", "his", "her":
		return k < f.Len()
	}
	return false
}

// mood is the stance that modal, negation and condition give to clause t of
// quote q, with its rule and how sure it is; "" for none.
func (f *finder) mood(q *news.Quote, t news.TokenID) (news.Stance, string, float32) {
	modal, negated := f.modal(t), f.denies(t)
	future := (modal == "will" || modal == "would") && (f.Passive(t) || f.Tag(t).XPOS != news.VBN) // "he'd battled" had
	able := f.unable(t)
	switch {
	case f.idleClause(q, t) || f.isOffer(t) && !f.lex.demanding[modal] || f.inverted(t):
	case f.conditioned(t) && f.lex.demanding[modal]:
		return news.Condition, "position/condition", 0.7
	case f.lex.demanding[modal] && (f.alone(t) || f.asking(t)) || f.onlyNot(t): // "not only" says yes
	case f.lex.demanding[modal] && negated && !f.lex.demanding[f.Modal(t)]: // "need not" leaves it open
	case f.lex.demanding[modal] && f.Child(t, news.Expl) != 0 && f.noSubject(t) && f.lex.lacking[f.Lemma(f.Child(t, news.Nsubj))]: // "there should be no doubt"
	case f.lex.demanding[modal] && (negated || f.noSubject(t)):
		return news.Reject, "position/must-not", 0.75
	case f.lex.demanding[modal] && f.asksNobody(q, t):
	case f.lex.demanding[modal]:
		return news.Demand, "position/must", 0.75
	case future && negated && f.UPOS(t) == news.ADJ && f.Child(t, news.Obj) == 0: // "would not be able to", but "would not free them"
	case future && negated && f.Passive(t) && f.isSelf(q, t) && !f.lex.swayed[f.Lemma(t)]: // "would not be accused"
	case f.lex.refusing[modal] && negated && (!able || f.lex.granting[f.Lemma(t)]):
		if grade := f.selfGrade(q, t); grade > 0 {
			return news.Reject, "position/will-not", grade
		}
		if f.noSubject(t) && f.political(q.Speaker) {
			return news.Reject, "position/none-will", 0.6
		}
		if able && f.anybody(f.Subject(t)) && f.UPOS(t) == news.VERB {
			return news.Reject, "position/nobody-can", 0.55
		}
	case future && f.lex.menacing[f.Lemma(t)] && f.hasIf(t) && !f.isSelf(q, t):
		return news.Threaten, "position/would-face", 0.65
	case future && !negated && f.noSubject(t) && (f.speaksFor(q.Speaker) != 0 || f.political(q.Speaker)) && f.UPOS(t) == news.VERB:
		return news.Reject, "position/none-will", 0.6
	case f.warnsOfOwn(q, t, modal):
		return news.Threaten, "position/warned", 0.6
	case future && q.CueLemma == "warn" && f.retaliates(t):
		return news.Threaten, "position/warned", 0.6
	case modal == "would" && q.Form == news.Direct: // "we would be glad" supposes
	case future && f.Tag(t).XPOS == news.VBG && f.Child(t, news.Aux) == 0: // "would not back it, suggesting that"
	case future && !negated && f.foresees(q, t):
	case future && !negated && !f.Passive(t) && !f.lex.menacing[f.Lemma(t)] && (f.isFirst(t) || f.isSelf(q, t)):
		if (f.hasIf(t) || f.unless(t)) && (f.lex.hostile[f.Lemma(t)] || f.lex.striking[f.Lemma(t)]) {
			return news.Threaten, "position/will", 0.6 // "will walk out if"
		}
		return news.Promise, "position/will", 0.6
	case future && !negated && !f.Passive(t) && !f.lex.menacing[f.Lemma(t)] && f.likelyOwn(q, t):
		return news.Promise, "position/state-will", 0.55
	case modal == "" && !negated && f.lex.leaving[f.Lemma(t)] && f.Tag(t).XPOS == news.VBG && f.Child(t, news.Aux) != 0 && f.political(q.Speaker) && f.isSelf(q, t):
		return news.Reject, "position/leaving", 0.6
	case able && negated && f.anybody(f.Subject(t)) && f.UPOS(t) == news.VERB:
		return news.Reject, "position/nobody-can", 0.55
	case able && negated && f.anybody(f.Subject(t)) && f.UPOS(t) == news.NOUN && f.takesSides(q.Speaker): // "you cannot be minister and sell"
		return news.Reject, "position/nobody-can", less
	case negated && modal == "" && f.isSelf(q, t) && f.past(t) && !f.lex.undenied[f.Lemma(t)] && !f.refuses(t):
		return news.Deny, "position/did-not", f.denialGrade(t)
	}
	return "", "", 0
}

// asksNobody reports whether what clause t says must be done is asked of
// nobody: "you need to see it", "we will have to move", "something has to give".
func (f *finder) asksNobody(q *news.Quote, t news.TokenID) bool {
	switch s := f.subject(t); f.Lemma(s) {
	case "you", "anybody", "anyone", "all", "something", "one":
		return s != 0 && f.Child(s, news.Nmod, news.Det) == 0
	}
	if f.lex.knowing[f.Lemma(f.content(t))] {
		return true // "they should know that"
	}
	for k := f.Kid(t); k != 0; k = f.Next(k) {
		if k > t && f.Rel(k) == news.Aux && f.lex.demanding[f.Lemma(k)] {
			return true // "would be hit should war break out"
		}
	}
	m := f.Modal(t)
	return (m == "will" || m == "would") && (f.isSelf(q, t) || f.UPOS(f.subject(t)) == news.PRON)
}

// past reports whether predicate t tells of what was: "did not", "have never".
func (f *finder) past(t news.TokenID) bool {
	for k := f.Kid(t); k != 0; k = f.Next(k) {
		if r := f.Rel(k); (r == news.Aux || r == news.AuxPass) && (f.Lemma(k) == "have" || f.Tag(k).XPOS == news.VBD) {
			return true
		}
	}
	return false
}

// denialGrade is how sure it is that "did not" denies a charge and does not
// only tell: surest with "never" and "any".
func (f *finder) denialGrade(t news.TokenID) float32 {
	first, last := f.Extent(t)
	for k := first; k <= last; k++ {
		if l := f.Lemma(k); l == "never" || l == "any" {
			return 0.7
		}
	}
	return 0.45
}

// inverted reports whether the modal of t stands before its subject: "should
// war break out" asks for nothing.
func (f *finder) inverted(t news.TokenID) bool {
	s := f.Child(t, news.Nsubj, news.NsubjPass)
	for k := f.Kid(t); k != 0; k = f.Next(k) {
		if f.Rel(k) != news.Aux || !f.lex.demanding[f.Lemma(k)] {
			continue
		}
		switch f.UPOS(k + 1) {
		case news.DET, news.PROPN, news.PRON: // "should [the river] rise"
			return k+1 < t || f.UPOS(t) == news.PROPN
		}
		return k < s
	}
	return false
}

// idleClause reports whether clause t takes no position whatever its modal:
// verbs that say nothing by themselves, what should have been, and "it would".
func (f *finder) idleClause(q *news.Quote, t news.TokenID) bool {
	silent, negated := f.lex.idle, f.Negated(t) || f.about(f.Head(t)) == t && f.Negated(f.Head(t))
	if negated {
		silent = f.lex.mum
		if f.Lemma(t) == "discuss" && f.UPOS(f.Subject(t)) != news.PRON {
			return false // "Varnia will not discuss a withdrawal"
		}
	}
	if f.Lemma(t) == "stand" && f.Negated(t) && f.Lemma(f.Oblique(t, "in")) == "way" {
		return true // "will not stand in the way" lets it be
	}
	if f.Lemma(t) == "go" && (f.Lemma(t+1) == "ahead" || f.Lemma(t+1) == "forward") && f.Oblique(t, "with") != 0 {
		return false // "would go ahead with the visit"
	}
	if l, x := f.Lemma(t), f.infinitiveUnder(t); (l == "begin" || l == "start") && x > t && !negated && !silent[f.Lemma(x)] && !f.hasIf(t) {
		return false // "will begin to work on it"
	}
	if silent[f.Lemma(t)] && !f.lex.demanding[f.modal(t)] || f.lex.menacing[f.Lemma(t)] && !f.hasIf(t) && !negated && !f.lex.demanding[f.modal(t)] {
		return true
	}
	for k := f.Kid(t); k != 0; k = f.Next(k) {
		if f.Rel(k) == news.Aux && f.Lemma(k) == "have" && f.Modal(t) != "" {
			return true
		}
	}
	return f.Lemma(f.goesOnAbout(t)) == "it" && !(negated && f.ofBody(f.Subject(t))) && !f.lex.demanding[f.modal(t)] && !f.isSelf(q, t)
}
