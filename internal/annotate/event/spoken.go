package event

import (
	"cmp"
	"slices"
	"strings"

	"rapporteur/internal/news"
)

// acts are what taking a position is, as PLOVER has it: a demand is a REQUEST,
// a charge an ACCUSE, a promise or an offer of what is to come an AGREE.
var acts = map[news.Stance]string{news.Demand: "REQUEST", news.Reject: "REJECT", news.Threaten: "THREATEN", news.Accuse: "ACCUSE",
	news.Offer: "AGREE", news.Promise: "AGREE", news.Accept: "AGREE", news.Support: "SUPPORT"}

// surePosition is the confidence from which a position is told as an act, and
// likelyPosition that from which it is where its sentence tells no other act of the holder.
const surePosition, likelyPosition = 0.6, 0.35

// spoken adds the acts of speech that positions are, where no trigger told of
// them already.
func (f *finder) spoken() {
	for i := range f.a.Positions {
		p := &f.a.Positions[i]
		class := f.actOf(p)
		if class == "" || p.Confidence < likelyPosition || p.Confidence < surePosition && f.acted(p) || p.Holder.IsZero() || p.Holder.Anonymous && !f.organ(p.Holder) || f.ruled("unspoken", p) || f.told(class, p) || f.sameWord(p, class) || f.answered(p) || f.standing(p) || f.lawful(p) {
			continue
		}
		if class == "AGREE" && f.Lemma(f.TokenAt(p.Issue.Start)) == "not" {
			continue // "vowed not to let them": a refusal, of whom it does not say
		}
		target := f.upon(p, class)
		if target.IsZero() && (f.ruled("bygrammar", p) && p.Rule != "position/judgement" && p.Rule != "position/called" || class == "SUPPORT") {
			continue
		}
		f.out = append(f.out, f.speechAct(p, class, target))
	}
}

// actOf is the class of the act that position p is; "" for none. To concede is no mere AGREE.
func (f *finder) actOf(p *news.Position) string {
	if p.Stance == news.Accept && p.Rule == "position/concede" {
		return "CONCEDE"
	}
	return acts[p.Stance]
}

// standing reports whether position p is only what its holder is known for, or supposed to
// do: "the party, which [opposes] the union, lost", "if Varnia [threatened] it".
func (f *finder) standing(p *news.Position) bool {
	if k := f.TokenAt(p.Issue.Start) - 1; k > 0 && f.Lemma(k) == "if" {
		return true
	}
	t := f.takes(p)
	if f.Rel(t) == news.Acl && f.rejected(f.Head(t)) {
		return true // "vetoed a resolution [condemning] it"
	}
	x := f.Tag(t).XPOS
	return t != 0 && f.Rel(t) == news.AclRelcl && (x == news.VBZ || x == news.VBP) && f.Child(t, news.Aux) == 0 && f.timeUnder(t, t) == 0
}

// lawful reports whether the deed that position p tells of somebody is a penalty imposed,
// with which who tells of it charges nobody.
func (f *finder) lawful(p *news.Position) bool {
	return p.Rule == "position/deed" && slices.ContainsFunc(f.out, func(c candidate) bool { return c.Class == "SANCTION" && p.Issue.Contains(c.Trigger) })
}

// ruled reports whether the rule that took position p is in the group.
func (f *finder) ruled(group string, p *news.Position) bool {
	return f.lex.in(group, strings.TrimPrefix(p.Rule, "position/"))
}

// organ reports whether an unnamed holder is a public body: "the Varnian
// government", "the defence ministry".
func (f *finder) organ(p news.Party) bool {
	return p.Of != 0 && f.lex.in("organ", f.Lemma(f.headOf(p)))
}

// headOf is the last noun of a party's words before any preposition.
func (f *finder) headOf(p news.Party) (head news.TokenID) {
	for t := f.TokenAt(p.Span.Start); t <= f.Len() && f.Span(t).End <= p.Span.End && f.UPOS(t) != news.ADP; t++ {
		if u := f.UPOS(t); u == news.NOUN || u == news.PROPN {
			head = t
		}
	}
	return head
}

// speechAct is position p as an event of class upon target, who may be nobody.
func (f *finder) speechAct(p *news.Position, class string, target news.Party) candidate {
	f.sent = p.Sentence
	c := candidate{token: f.TokenAt(p.Issue.Start), trigger: &trigger{class: class, frame: act}}
	c.Class, c.Label, c.Status, c.Sentence, c.Trigger = class, string(p.Stance), news.Held, p.Sentence, p.Issue
	if class == "SUPPORT" && f.Modal(f.takes(p)) == "will" {
		c.Status = news.Planned // "will support the bid"
	}
	c.Rule, c.Time, c.Confidence = "event/of-"+p.Rule, f.spokenAt(p), p.Confidence
	c.Participants = []news.Participant{{Party: p.Holder, Role: news.Actor}}
	if !target.IsZero() {
		p := parties{f: f, out: append(c.Participants, news.Participant{Party: target, Role: news.Recipient})}
		for _, k := range f.joined(f.headOf(target)) { // "defended Varnia and [Ostrel]"
			if m := f.a.Mention(f.NamedAt(k)); m != nil && m.Kind != news.Place && m.Chain != p.out[0].Chain {
				p.put(news.Participant{Party: news.Party{Chain: m.Chain, Span: m.Span}, Role: news.Recipient})
			}
		}
		c.Participants = p.out
	}
	c.Place = f.asTown(f.spokenIn(p))
	return c
}

// spokenAt is when position p was taken: the time of the verb that takes it,
// else when its words were said.
func (f *finder) spokenAt(p *news.Position) news.TimeID {
	t, said := f.takes(p), p.Said
	if k := f.a.Time(said); k != nil && (k.Kind == news.Duration || k.Kind == news.Set || f.age(said)) {
		said = 0 // "did so for years"
	}
	if t == 0 {
		return said
	}
	if id := cmp.Or(f.timeUnder(t, t), said); id != 0 {
		return id
	}
	if h := f.Head(t); f.Rel(t) == news.Ccomp && f.lex.in("speech", f.Lemma(h)) { // "said on Friday it opposes"
		return cmp.Or(f.timeUnder(h, t), f.occasionTime(h))
	}
	return cmp.Or(f.occasionTime(t), f.clauseTime(t))
}

// clauseTime is the time that past verb t of saying has from the clauses around it: "was
// in Lutava on Monday, where he [warned]", "as he [called] for talks".
func (f *finder) clauseTime(t news.TokenID) news.TimeID {
	if f.Tag(t).XPOS != news.VBD {
		return 0
	}
	r := f.alongWith(t)
	return cmp.Or(f.whenTime(t), f.whereTime(t), f.asideTime(t), f.mainTime(t), f.doersTime(t), f.joinedTime(t), f.openingTime(t), f.timeUnder(r, r), f.openingTime(r))
}

// alongWith is the main verb of the sentence that past verb t of saying, of a relative
// clause about what its subject speaks of, tells more of: "[put] them on a list of states
// that he said had lied"; 0 for none.
func (f *finder) alongWith(t news.TokenID) news.TokenID {
	r, s := f.rootOf(f.a.Sentence(f.sent)), f.Subject(t)
	if f.Rel(t) != news.AclRelcl || f.UPOS(s) != news.PRON || r >= t || !f.past(r) {
		return 0
	}
	a, b := f.a.Mention(f.MentionOf(s)), f.a.Mention(f.MentionOf(f.Subject(r)))
	if a == nil || b == nil || a.Chain == 0 || a.Chain != b.Chain {
		return 0
	}
	return r
}

// cueOf is the word that says that quote q was said, 0 for none.
func (f *finder) cueOf(q *news.Quote) news.TokenID {
	if q.Cue.End == 0 {
		return 0
	}
	return f.TokenAt(q.Cue.Start)
}

// occasionTime is the time of the occasion at which verb t says something: "said in a
// [Friday] interview", "told a rally [on Monday]".
func (f *finder) occasionTime(t news.TokenID) news.TimeID {
	for k := f.Kid(t); k != 0; k = f.Next(k) {
		if k > t && f.UPOS(k) == news.NOUN && f.lex.in("occasion", f.Lemma(k)) {
			if id := f.timeUnder(k, t); id != 0 {
				return id
			}
		}
	}
	for s, k := f.Subject(t), f.Kid(f.Subject(t)); k != 0; k = f.Next(k) { // "Trask, in an interview on Monday, said"
		if k > s && k < t && f.worded(k) && f.Word(f.Child(k, news.Case)-1) == "," {
			if id := f.timeUnder(k, t); id != 0 {
				return id
			}
		}
	}
	return 0
}

// acted reports whether the sentence of position p tells of an act of its holder.
func (f *finder) acted(p *news.Position) bool {
	return slices.ContainsFunc(f.out, func(c candidate) bool {
		return c.Sentence == p.Sentence && slices.ContainsFunc(c.Participants, func(q news.Participant) bool {
			return q.Role != news.Recipient && q.Chain == p.Holder.Chain
		})
	})
}

// takes is the verb above the issue of position p, which takes the position; 0 for none.
func (f *finder) takes(p *news.Position) news.TokenID {
	for t := f.TokenAt(p.Issue.Start); t > 0 && t <= f.Len(); t = f.Head(t) {
		if f.UPOS(t) == news.VERB && !p.Issue.Contains(f.Span(t)) {
			return t
		}
	}
	return 0
}

// told reports whether a trigger in the sentence of p gave an event of class
// by the same holder.
func (f *finder) told(class string, p *news.Position) bool {
	return slices.ContainsFunc(f.out, func(c candidate) bool {
		if c.Sentence == p.Sentence && strings.HasPrefix(p.Rule, "position/noun-") && (c.trigger.about("proposal") || c.trigger.about("wish")) {
			return true // "rejected an appeal": of whose the appeal was, the rejection tells
		}
		if p.Stance == news.Threaten && c.Status == news.Planned && p.Issue.Contains(c.Trigger) {
			return true // "will boycott the vote unless": the boycott is told, as planned
		}
		return (c.Class == class || c.Class == "CONCEDE" && p.Stance == news.Accept) && c.Sentence == p.Sentence && (p.Holder.Anonymous || f.heldBy(&c, p))
	})
}

// upon is whom a position is aimed at: its target; else, for a charge, a refusal
// or support, the first state, body or person that its issue names, and for a
// demand who stands first in it. To promise "pressure on Varnia" is no promise
// to Varnia.
func (f *finder) upon(p *news.Position, class string) news.Party {
	if p.Target.Chain == p.Holder.Chain {
		return news.Party{}
	}
	if p.Target.Chain != 0 {
		return p.Target
	}
	for t := f.TokenAt(p.Issue.Start); t <= f.Len() && f.Span(t).End <= p.Issue.End; t++ {
		m := f.InnerMention(t)
		if m == nil || m.Chain == 0 || m.Chain == p.Holder.Chain || m.Chain == p.SpeaksFor || m.Form == news.Pronoun || m.Kind == news.Place || m.Kind == "" {
			continue
		}
		if f.ofRule(t) {
			continue
		}
		if class == "AGREE" || class == "REQUEST" && m.Span.Start > p.Issue.Start+8 {
			break
		}
		return news.Party{Chain: m.Chain, Span: m.Span}
	}
	return news.Party{}
}

// ofRule reports whether the name at t only says whose rule or measure is spoken of:
// "a breach of [UN] resolutions".
func (f *finder) ofRule(t news.TokenID) bool {
	h := f.Head(t)
	switch f.Rel(t) {
	case news.Compound, news.Amod, news.NmodPoss, news.NmodDesc:
		return f.lex.in("rule", f.Lemma(h)) || f.lex.in("measure", f.Lemma(h))
	}
	return false
}
