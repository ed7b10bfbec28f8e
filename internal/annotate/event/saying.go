package event

import (
	"cmp"
	"slices"

	"rapporteur/internal/news"
)

// sayingDays gives undated acts of speech the day on which the same speaker said what
// stands right before: "Trask said on Monday ... He also accused them of ...", or else
// all that the report has of him.
func (f *finder) sayingDays(kept []candidate) {
	for i := range kept {
		c := &kept[i]
		if c.Time == 0 && c.Status == news.Held && f.lex.in("spoken", c.Class) && f.saysNow(c) {
			c.Time = cmp.Or(f.saidBefore(c), f.onlyDay(kept, c))
		}
	}
}

// saysNow reports whether c is an act of speech told in the course of the report: by a
// past verb of its own, or by the words themselves. What "he has done", and what he
// said that he did, was before.
func (f *finder) saysNow(c *candidate) bool {
	if c.trigger.noun || c.Background || c.Mode == "investigate" {
		return false
	}
	if c.trigger.lemma == "" || f.QuoteOf(c.token) != 0 {
		return f.Tag(c.token).XPOS != news.VBD && f.Tag(c.token).XPOS != news.VBN || c.trigger.lemma == ""
	}
	return f.simplePast(c.token) && f.inMain(c.token)
}

// passage is the number of sentences over which one speaker's day holds.
const passage = 2

// saidBefore is the day of the last words of the doer of c that stand at most a passage
// before it, 0 for none.
func (f *finder) saidBefore(c *candidate) (day news.TimeID) {
	who := f.chainsIn(c, news.Actor)
	for i := range f.a.Quotes {
		q := &f.a.Quotes[i]
		at := q.Sentence
		if at > c.Sentence {
			break
		}
		if at+passage >= c.Sentence && q.Said != 0 && q.Speaker.Chain != 0 && slices.Contains(who, q.Speaker.Chain) && f.onDay(q.Said) {
			day = q.Said
		}
	}
	return day
}

// freshDays is the number of days before a report whose words are its news.
const freshDays = 7

// onlyDay is the one recent day on which the report has the doer of act c speak, where c
// is told in the course of that: "Trask praised them [at a rally on Monday] ... He urged
// her to go"; 0 where there is none, or are several.
func (f *finder) onlyDay(kept []candidate, c *candidate) (day news.TimeID) {
	who := f.chainsIn(c, news.Actor)
	if len(who) == 0 || !f.toldThen(c) {
		return 0
	}
	one := true
	note := func(id news.TimeID) {
		switch {
		case !f.recent(id):
		case !f.onDay(id), day != 0 && !f.touches(id, day):
			one = false
		case day == 0:
			day = id
		}
	}
	for i := range f.a.Quotes {
		if q := &f.a.Quotes[i]; q.Speaker.Chain != 0 && slices.Contains(who, q.Speaker.Chain) && q.Sentence <= c.Sentence {
			note(q.Said)
		}
	}
	for i := range kept {
		if e := &kept[i]; e.Sentence <= c.Sentence && f.lex.in("spoken", e.Class) && e.Status == news.Held && overlap(who, f.chainsIn(e, news.Actor)) > 0 {
			note(e.Time)
		}
	}
	if !one || day == 0 || f.otherTime(c, day) {
		return 0
	}
	return day
}

// recent reports whether time id ends within the days before the report that its words
// are of, and has come.
func (f *finder) recent(id news.TimeID) bool {
	from, to, ok := f.interval(f.usable(id))
	return ok && !f.a.Day().IsZero() && f.a.Day().Sub(to) <= freshDays && from.Sub(f.a.Day()) <= 1
}

// touches reports whether two times share a day.
func (f *finder) touches(a, b news.TimeID) bool {
	af, at, ok1 := f.interval(a)
	bf, bt, ok2 := f.interval(b)
	return ok1 && ok2 && af.Sub(bt) < 0 && bf.Sub(at) < 0
}

// toldThen reports whether the verb that tells act c is a past one that says nothing of
// how often or how long before: not "once said", "has said", "repeatedly said".
func (f *finder) toldThen(c *candidate) bool {
	t := c.token
	if q := f.a.Quote(f.QuoteOf(t)); q != nil {
		t = f.cueOf(q)
	} else if c.trigger.lemma == "" {
		t = f.verbAbove(t)
	}
	return t != 0 && f.simplePast(t) && f.inMain(t) && f.Child(t, news.Aux) == 0 && !f.habitual(t) && !f.afterwards(t)
}

// otherTime reports whether the sentence of act c, outside of what is quoted, names a time
// that is not of day.
func (f *finder) otherTime(c *candidate, day news.TimeID) bool {
	s := f.a.Sentence(c.Sentence)
	for k := s.First; k <= s.Last; k++ {
		if id := f.TimeOf(k); id != 0 && f.QuoteOf(k) == 0 && !(f.onDay(id) && f.touches(id, day)) {
			return true
		}
	}
	return false
}

// spokenIn is where position p was taken: where its holder said it, or the occasion is at
// which he did.
func (f *finder) spokenIn(p *news.Position) news.Party {
	t := f.takes(p)
	if q := f.a.Quote(f.QuoteOf(f.TokenAt(p.Issue.Start))); q != nil {
		t = f.cueOf(q)
	}
	for t != 0 && f.Rel(t) == news.Ccomp && f.Head(t) < t { // "repeated that Varnia [opposed] it"
		t = f.Head(t)
	}
	if t == 0 || !f.lex.in("speech", f.Lemma(t)) && !f.speechVerb(t) {
		return news.Party{}
	}
	if p := f.saidIn(t); !p.IsZero() {
		return p
	}
	for k := f.Kid(t); k != 0 && k < t; k = f.Next(k) { // "[speaking] in Lutava, she said"
		if f.Rel(k) == news.Advcl && f.Tag(k).XPOS == news.VBG && (f.lex.in("speech", f.Lemma(k)) || f.lex.in("convening", f.Lemma(k))) {
			return f.saidIn(k)
		}
	}
	return f.openingPlace(cmp.Or(f.alongWith(t), t))
}

// saidIn is the place among the dependents of verb t of saying: "said in Lutava", "at a
// rally in Lutava", "at a Lutava event".
func (f *finder) saidIn(t news.TokenID) news.Party {
	for k := f.Kid(t); k != 0; k = f.Next(k) {
		if f.Rel(k) != news.Obl || f.eventNoun(k) != nil && !f.lex.in("occasion", f.Lemma(k)) {
			continue
		}
		switch f.Marker(k) {
		case "in", "at", "outside", "inside", "near", "during":
			if p := cmp.Or(f.placeAt(k), f.townBefore(k)); !p.IsZero() {
				return p
			}
		}
	}
	return news.Party{}
}

// townBefore is the town that the words of occasion k begin with: "at a [Lutava] event".
func (f *finder) townBefore(k news.TokenID) news.Party {
	for d := f.Kid(k); d != 0 && d < k; d = f.Next(d) {
		if m := f.InnerMention(d); f.Rel(d) == news.Compound && m != nil && m.Chain != 0 && f.isCity(d) && f.lex.in("occasion", f.Lemma(k)) {
			return news.Party{Chain: m.Chain, Span: m.Span}
		}
	}
	return news.Party{}
}
