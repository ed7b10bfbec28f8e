package position

import (
	"rapporteur/internal/news"
	"rapporteur/internal/text"
)

// What a speaker holds of himself, of others and of things without an act of
// speech: he owns up, finds fault, approves, is set to do something.

// holds fills d when clause t of q says so: "they ignored
// the warnings", "it is the right step", "our priority is to help".
func (f *finder) holds(d *draft, q *news.Quote, t news.TokenID) bool {
	if first := f.begins(t, q.Parts[0]); f.asking(t) || f.Lemma(first) == "how" && f.Lemma(first+1) == "about" {
		return f.suggests(d, q, t) || f.reproves(d, q, t)
	}
	if f.hasIf(t) {
		return false
	}
	return f.approves(d, t) || f.foretells(d, t) || f.cautions(d, q, t) || f.remiss(d, q, t) || f.aims(d, q, t) || f.underWay(d, q, t) || f.hopes(d, q, t)
}

// ownsUp fills d when clause t says that the speaker did wrong: "I was wrong",
// "it was one of my worst mistakes", "we let them down".
func (f *finder) ownsUp(d *draft, q *news.Quote, t news.TokenID) bool {
	if f.Negated(t) || f.Modal(t) != "" {
		return false
	}
	switch n := f.counted(t); {
	case f.Child(t, news.Cop) != 0 && f.lex.regretted[f.Lemma(n)] && f.ofOwn(q, n):
	case f.Child(t, news.Cop) != 0 && f.lex.mistaken[f.Lemma(t)] && f.isSelf(q, t):
	case f.lex.lapsing[f.Lemma(t)] && f.isFirst(t) && f.UPOS(t) == news.VERB && !f.Passive(t):
	case f.Lemma(t) == "let" && f.isFirst(t) && f.hasAfter(t, "down"):
	default:
		return false
	}
	d.stance, d.rule, d.grade, d.issue = news.Accept, "position/owns-up", less, f.withTopic(t)
	return true
}

// withTopic is clause t with the subject that says what it is about, be that a noun
// or a clause of its own: "[letting them drive] was my mistake".
func (f *finder) withTopic(t news.TokenID) text.Span {
	s := f.Child(t, news.Nsubj, news.NsubjPass, news.Csubj)
	if s == 0 || s > t || f.UPOS(s) == news.PRON {
		return f.lone(t, false)
	}
	return f.subtree(s).Cover(f.lone(t, false))
}

// counted is noun t, or the one of which it is one: "one of my worst [mistakes]".
func (f *finder) counted(t news.TokenID) news.TokenID {
	if o := f.Oblique(t, "of"); f.Lemma(t) == "one" && o != 0 {
		return o
	}
	return t
}

// ofOwn reports whether noun n is the speaker's own: "my fault", "the regret of
// his life".
func (f *finder) ofOwn(q *news.Quote, n news.TokenID) bool {
	for i := 0; i < 2 && n != 0; i++ {
		if p := f.Child(n, news.NmodPoss); p != 0 {
			return f.Tag(p).Feats&news.Person1 != 0 || q.Form != news.Direct && f.party(p).Chain != 0 && f.party(p).Chain == q.Speaker.Chain
		}
		n = f.Oblique(n, "of")
	}
	return false
}

// hasAfter reports whether word w stands within five words behind t.
func (f *finder) hasAfter(t news.TokenID, w string) bool {
	last := f.a.Sentence(f.SentenceOf(t)).Last
	for k := t + 1; k <= min(last, t+5); k++ {
		if f.Lemma(k) == w {
			return true
		}
	}
	return false
}

// approves fills d when clause t calls something a good step, or denies that it is one.
func (f *finder) approves(d *draft, t news.TokenID) bool {
	n := f.counted(t)
	if f.Child(t, news.Cop) == 0 && !f.remains(t) || f.Modal(t) != "" || f.Subject(t) == 0 || !f.lex.measure[f.Lemma(n)] || f.Marker(t) != "" || !f.hasAmod(n, f.lex.approving) {
		return false
	}
	d.stance, d.rule, d.grade, d.issue = news.Support, "position/good-step", less, f.withTopic(t)
	if f.Negated(t) {
		d.stance = news.Reject
	}
	return true
}

// remiss fills d when clause t tells of another that he did less than he owed:
// "the firm ignored the warnings", "the offer undervalues us".
func (f *finder) remiss(d *draft, q *news.Quote, t news.TokenID) bool {
	if !f.lex.remiss[f.Lemma(t)] || f.UPOS(t) != news.VERB || f.Negated(t) || f.Passive(t) || f.Modal(t) != "" || f.infinitive(t) || !f.another(q, t) {
		return false
	}
	if f.Object(t) == 0 && f.infinitiveUnder(t) == 0 && f.Child(t, news.Ccomp) == 0 {
		return false
	}
	s := f.subject(t)
	if s == 0 || s > t || f.party(s).IsZero() && f.Child(s, news.NmodPoss) == 0 && f.lex.nouns[f.Lemma(s)] == nil && !f.lex.assailable[f.Lemma(s)] {
		return false
	}
	d.stance, d.rule, d.grade, d.target, d.issue = news.Accuse, "position/remiss", less, f.party(s), f.withSubject(t, s)
	return true
}

// aims fills d when clause t says what the speaker's aim is: "our priority is
// to help those hurt".
func (f *finder) aims(d *draft, q *news.Quote, t news.TokenID) bool {
	s := f.Child(t, news.Nsubj, news.NsubjOuter)
	if s == 0 || s > t || !f.lex.goal[f.Lemma(s)] || f.Negated(t) || !f.infinitive(t) && f.infinitiveUnder(t) == 0 {
		return false
	}
	if !f.ofOwn(q, s) && !(f.Lemma(f.Child(s, news.Det)) == "the" && f.Oblique(s, "of") == 0 && f.political(d.holder)) {
		return false
	}
	if !f.infinitive(t) {
		t = f.infinitiveUnder(t)
	}
	d.stance, d.rule, d.grade, d.issue = news.Promise, "position/aim", less, f.lone(t, false)
	if at := f.Span(s); d.issue.Contains(at) { // the tree hung the aim within
		d.issue.Start = f.Span(t).Start
	}
	return true
}

// underWay fills d when clause t says what the speaker's side is about to do or
// is at: "we are working to restore it", "is reviewing the bid".
func (f *finder) underWay(d *draft, q *news.Quote, t news.TokenID) bool {
	if !f.lex.underWay[f.Lemma(t)] && !(f.Lemma(t) == "do" && f.everything(t)) || f.Tag(t).XPOS != news.VBG || f.Child(t, news.Aux) == 0 || f.Modal(t) != "" || f.past(t) || !f.isSelf(q, t) || !f.political(d.holder) || f.Negated(t) {
		return false
	}
	if f.Object(t) == 0 && f.infinitiveUnder(t) == 0 && f.Child(t, news.Obl) == 0 && f.Child(t, news.Ccomp) == 0 {
		return false
	}
	if f.Lemma(t) == "go" && f.infinitiveUnder(t) != 0 { // "is going to see it" only tells the future
		return false
	}
	d.stance, d.rule, d.grade, d.issue = news.Promise, "position/under-way", 0.4, f.lone(t, false)
	return true
}

// hopes fills d when clause t says what the speaker hopes or would like another to do.
func (f *finder) hopes(d *draft, q *news.Quote, t news.TokenID) bool {
	var c news.TokenID
	if x := f.Child(t, news.Xcomp); f.Lemma(t) == "continue" && f.Lemma(x) == "hope" {
		t = x // "we continue to hope"
	}
	switch m := f.Modal(t); {
	case f.Negated(t):
	case f.Lemma(t) == "hope" && m == "":
		c = f.Child(t, news.Ccomp, news.Xcomp)
	case (f.Lemma(t) == "like" || f.Lemma(t) == "love" || f.Lemma(t) == "prefer") && m == "would":
		if c = f.Child(t, news.Xcomp, news.Ccomp); f.Lemma(c) == "see" {
			c = f.Child(c, news.Xcomp, news.Ccomp)
		}
	}
	if c < t || c == 0 || !f.isSelf(q, t) {
		return false
	}
	s := f.Subject(c)
	if s <= t || s > c || f.isFirst(c) || f.party(s).Chain != 0 && f.party(s).Chain == q.Speaker.Chain || f.Lemma(s) == "it" {
		return false
	}
	d.stance, d.rule, d.grade, d.target, d.issue = news.Demand, "position/hope", less, f.party(s), f.withSubject(c, s)
	return true
}

// cautions fills d when the speaker of q warns others of what they may meet with
// at a party's hands: "warned passengers they could face delays with Norlux".
func (f *finder) cautions(d *draft, q *news.Quote, t news.TokenID) bool {
	m := f.Modal(t)
	if q.CueLemma != "warn" || m != "could" && m != "may" && m != "might" || f.Negated(t) || f.Passive(t) {
		return false
	}
	switch {
	case f.lex.harming[f.Lemma(t)] && f.Object(t) != 0 && f.another(q, t):
	case f.lex.meetingWith[f.Lemma(t)] && f.Object(t) != 0 && !f.isSelf(q, t):
	default:
		return false
	}
	d.stance, d.rule, d.grade, d.issue = news.Accuse, "position/cautions", 0.3, f.withSubject(t, f.subject(t))
	return true
}

// suggests fills d when question t of direct quote q asks for something or finds
// fault: "how about you check first?", "why did they not stop?".
func (f *finder) suggests(d *draft, q *news.Quote, t news.TokenID) bool {
	first := f.begins(t, q.Parts[0])
	if q.Form != news.Direct || q.CueLemma == "ask" || q.CueLemma == "wonder" || f.UPOS(t) != news.VERB {
		return false
	}
	switch l := f.Lemma(first); {
	case l == "how" && f.Lemma(first+1) == "about" || l == "why" && f.Lemma(first+1) == "not":
		d.stance, d.rule, d.grade, d.issue = news.Demand, "position/how-about", 0.4, f.lone(t, true)
	case l == "why" && f.Lemma(f.Subject(t)) != "you" && f.Modal(t) == "":
		d.stance, d.rule, d.grade, d.issue = news.Accuse, "position/why", 0.35, f.Clause(t)
	default:
		return false
	}
	return true
}

// foretells fills d when clause t of a state or body says that there will be more
// of something: "there would be further drills".
func (f *finder) foretells(d *draft, t news.TokenID) bool {
	m := f.Modal(t)
	n := f.Child(t, news.Nsubj)
	if f.Lemma(t) != "be" || m != "will" && m != "would" || f.Negated(t) || n < t || f.Child(t, news.Expl) == 0 && !f.there(t) || !f.political(d.holder) {
		return false
	}
	for k := f.Kid(n); k != 0 && k < n; k = f.Next(k) {
		switch f.Lemma(k) {
		case "more", "much", "many", "further", "additional", "new":
			d.stance, d.rule, d.grade, d.issue = news.Promise, "position/there-will-be", less, f.Phrase(n)
			return true
		}
	}
	return false
}
