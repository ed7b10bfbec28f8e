package event

import (
	"slices"

	"rapporteur/internal/news"
)

// replies gives the day and place of an attack to what was done there and then in
// answer to it and is told without a day of its own: "the driver was shot dead by
// police". The attack must be the only one of the report that has a day, or the one
// whose doer the deed is done to.
func (f *finder) replies(kept []candidate) {
	var attack *candidate
	one := true
	for i := range kept {
		if e := &kept[i]; e.Class == "ASSAULT" && e.Status == news.Held && !e.Background && f.onDay(e.Time) {
			if attack == nil {
				attack = e
			}
			one = one && f.sameDays(attack, e)
		}
	}
	if attack == nil || attack.Sentence > leadSentences {
		return
	}
	for i := range kept {
		c := &kept[i]
		if c == attack || c.Class != "ASSAULT" || c.Status != news.Held || c.Time != 0 || c.trigger.noun || !f.byForce(c) {
			continue
		}
		on := f.chainsIn(c, news.Recipient)
		if overlap(on, f.chainsIn(attack, news.Actor)) == 0 && (!one || len(on) > 1 || f.chainOfMany(on)) {
			continue
		}
		c.Time = attack.Time
		if c.Place.IsZero() {
			c.Place = attack.Place
		}
	}
}

// leadSentences is the number of sentences, headline included, in which a report says
// what is new.
const leadSentences = 4

// byForce reports whether police or soldiers do c, and to somebody.
func (f *finder) byForce(c *candidate) bool {
	force := slices.ContainsFunc(c.Participants, func(p news.Participant) bool {
		h := f.Lemma(f.headOf(p.Party))
		return p.Role == news.Actor && (f.lex.in("lawful", h) || f.lex.in("armed", h))
	})
	return force && slices.ContainsFunc(c.Participants, func(p news.Participant) bool { return p.Role == news.Recipient })
}

// chainOfMany reports whether one of the chains is of more than one.
func (f *finder) chainOfMany(ids []news.ChainID) bool {
	return slices.ContainsFunc(ids, func(id news.ChainID) bool { return f.a.Chain(id).Plural || f.a.Chain(id).Kind == news.Group })
}

// sameDays reports whether two tellings are of one stretch of days.
func (f *finder) sameDays(e, c *candidate) bool {
	ef, et, ok1 := f.interval(e.Time)
	cf, ct, ok2 := f.interval(c.Time)
	return ok1 && ok2 && ef == cf && et == ct
}

// stillGoing reports whether "was doing" at t tells of what goes on as it is told:
// an inquiry, or what somebody said in these words, whose tense follows his "said".
func (f *finder) stillGoing(t news.TokenID, tr *trigger) bool {
	h := f.Head(t)
	return tr.mode == "investigate" || f.Rel(t) == news.Ccomp && f.lex.in("speech", f.Lemma(h)) && f.Tag(h).XPOS == news.VBD && f.timeUnder(t, t) == 0 && !f.under(t, "when", "while")
}

// answers gives the day of the launch or test that a report opens with to the drill
// held in answer to it, where the report is of that day or says that it was held at
// once: "in response to the launch, the army carried out a drill".
func (f *finder) answers(kept []candidate) {
	i := slices.IndexFunc(kept, func(e candidate) bool {
		return e.Mode == "weapons" && e.Status == news.Held && f.onDay(e.Time) && e.Sentence <= leadSentences && !e.Background
	})
	if i < 0 {
		return
	}
	from, _, _ := f.interval(kept[i].Time)
	n := from.Sub(f.a.Day())
	fresh := !f.a.Day().IsZero() && max(n, -n) <= 1
	for k := range kept {
		c := &kept[k]
		if k != i && c.Class == "MOBILIZE" && c.Status == news.Held && c.Time == 0 && f.inAnswer(c.token) && (fresh || f.HasWord(c.token, "immediately")) {
			c.Time = kept[i].Time
		}
	}
}

// inAnswer reports whether verb t tells of an answer to a launch or test that is
// known.
func (f *finder) inAnswer(t news.TokenID) bool {
	k := f.Oblique(t, "in")
	if l := f.Lemma(k); l != "response" && l != "answer" && l != "reply" {
		return false
	}
	to := f.Oblique(k, "to")
	tr := f.eventNoun(to)
	return tr != nil && tr.class == "MOBILIZE" && f.isDefinite(to)
}
