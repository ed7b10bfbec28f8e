package event

import (
	"slices"

	"rapporteur/internal/news"
)

// act by which a position is taken, as PLOVER has it: a demand is a REQUEST, a
// charge an ACCUSE, and so on. Stances that commit the holder alone (offer,
// promise, accept, condition) are no acts upon another and stay positions.
var acts = map[news.Stance]string{news.Demand: "REQUEST", news.Reject: "REJECT", news.Threaten: "THREATEN", news.Accuse: "ACCUSE"}

// surePosition is the confidence from which a position is told as an act.
const surePosition = 0.6

// spoken adds the acts of speech that positions are, where no trigger told of
// them already. To want something is a position, but no act.
func (f *finder) spoken() {
	for i := range f.a.Positions {
		p := &f.a.Positions[i]
		class := acts[p.Stance]
		if class == "" || p.Confidence < surePosition || p.Holder.Chain == 0 || p.Rule == "position/want" || f.told(class, p) {
			continue
		}
		f.sent = p.Sentence
		c := candidate{token: f.TokenAt(p.Issue.Start), trigger: &trigger{class: class}}
		c.Class, c.Label, c.Status, c.Sentence, c.Trigger = class, string(p.Stance), news.Held, p.Sentence, p.Issue
		c.Rule, c.Time = "event/of-"+p.Rule, p.Said
		c.Participants = []news.Participant{{Party: p.Holder, Role: news.Actor}}
		if q := f.upon(p); !q.IsZero() && q.Chain != p.Holder.Chain {
			c.Participants = append(c.Participants, news.Participant{Party: q, Role: news.Recipient})
			c.Confidence = p.Confidence
			f.out = append(f.out, c)
		}
	}
}

// told reports whether a trigger in the sentence of p gave an event of class
// by the same holder.
func (f *finder) told(class string, p *news.Position) bool {
	return slices.ContainsFunc(f.out, func(c candidate) bool {
		return c.Class == class && c.Sentence == p.Sentence &&
			slices.ContainsFunc(c.Participants, func(q news.Participant) bool { return q.Chain == p.Holder.Chain })
	})
}

// upon is whom a position is aimed at: its target, else the first state, body
// or person that its issue names.
func (f *finder) upon(p *news.Position) news.Party {
	if p.Target.Chain != 0 && p.Target.Chain != p.Holder.Chain {
		return p.Target
	}
	for t := f.TokenAt(p.Issue.Start); t <= f.Len() && f.Span(t).End <= p.Issue.End; t++ {
		m := f.InnerMention(t)
		if m == nil || m.Chain == 0 || m.Chain == p.Holder.Chain || m.Chain == p.SpeaksFor || m.Form == news.Pronoun || m.Kind == news.Place || m.Kind == "" {
			continue
		}
		return news.Party{Chain: m.Chain, Span: m.Span}
	}
	return news.Party{}
}
