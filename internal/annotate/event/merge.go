package event

import (
	"cmp"
	"slices"

	"rapporteur/internal/news"
)

// merged makes one event of what the report tells several times and drops
// what says too little to stand.
func (f *finder) merged() []news.Event {
	kept := f.tellings()
	f.resumeDays(kept)
	f.outcomes(kept)
	f.sayingDays(kept)
	f.replies(kept)
	f.answers(kept)
	kept = append(kept, f.leanings(kept)...) // behind the others, whose numbers do not hang on a model
	events := make([]news.Event, 0, len(kept))
	for i := range kept {
		if f.worth(&kept[i]) {
			kept[i].Confidence = f.confidence(&kept[i])
			if kept[i].Time == 0 {
				kept[i].Time = f.lasting(&kept[i])
			}
			if kept[i].Status == "" && f.newsOfTown(&kept[i]) {
				kept[i].Status = news.Held
			}
			if kept[i].Class == "CONSULT" {
				kept[i].Level = f.levelOf(&kept[i])
			}
			events = append(events, kept[i].Event)
		}
	}
	return events
}

// inText orders candidates by their place in the text.
func inText(a, b candidate) int { return cmp.Compare(a.Trigger.Start, b.Trigger.Start) }

// tellings are the candidates of f.out, those that tell of one event joined.
func (f *finder) tellings() (kept []candidate) {
	for i := range f.out {
		c := &f.out[i]
		if e := f.toldBefore(kept, c); e != nil {
			f.join(e, c)
		} else if f.opens(c) {
			kept = append(kept, *c)
		}
	}
	return kept
}

// toldBefore is the event among kept that c speaks of; nil for none.
func (f *finder) toldBefore(kept []candidate, c *candidate) *candidate {
	if e := f.earlier(kept, c); e != nil {
		return e
	}
	return f.adopt(kept, c)
}

// opens reports whether c, of which nobody has told before, can stand as an event.
func (f *finder) opens(c *candidate) bool {
	return !c.vague && (!c.joins || c.Label != "attend") && f.stands(c)
}

// stands reports whether a candidate can open an event: a noun needs a
// participant, or a time and a place.
func (f *finder) stands(c *candidate) bool {
	return len(c.Participants) > 0 || c.Time != 0 && !c.Place.IsZero() || f.dated(c) || f.newsOfTown(c)
}

// newsOfTown reports whether c is an attack in a town of which the report opens with
// nothing more: its time is that of the news.
func (f *finder) newsOfTown(c *candidate) bool {
	return c.Class == "ASSAULT" && c.trigger.noun && len(c.Participants) == 0 && (c.Status == news.Held || c.Status == "") && c.Sentence <= 2 && !c.Background &&
		!c.Place.IsZero() && !f.isState(c.Place) && !f.modifiedBy(c.token, "ailing")
}

// dated reports whether c is a meeting that is announced, moved or called off
// for a day, whoever comes to it.
func (f *finder) dated(c *candidate) bool {
	if c.Class != "CONSULT" && c.Class != "PROTEST" && c.Mode != "release" || !c.trigger.noun || c.Time == 0 {
		return false
	}
	switch c.Status {
	case news.Planned, news.Postponed, news.Cancelled:
		return true
	}
	return false
}

// worth reports whether an event says enough to be told: a known participant,
// or people with a time or place.
func (f *finder) worth(c *candidate) bool {
	if (c.Class == "MOBILIZE" || c.Class == "ASSAULT") && c.trigger.noun && c.fresh && len(c.Participants) < 2 && c.Time == 0 && c.Place.IsZero() && f.Tag(c.token).XPOS == news.NNS {
		return false // "has conducted tests": of no day and place
	}
	if c.Mode == "visit" && !f.public(c) {
		return false // "a woman who was visiting her daughter"
	}
	if c.Class == "CONSULT" && c.Status == "" && c.Time == 0 && c.Place.IsZero() && len(c.Participants) < 2 {
		return false
	}
	if c.Class != "CONSULT" && (c.Status != news.Planned || c.Class == "PROTEST") && f.dated(c) || c.trigger.asks("settled") && c.Time != 0 && !c.Place.IsZero() {
		return true // "the exchange has been put off until Monday", "the accord signed in Lutava last week"
	}
	if len(c.Participants) == 0 && c.Class == "CONSULT" && c.Time != 0 && (c.Status != "" && !c.Place.IsZero() || f.dated(c)) {
		return true
	}
	if (c.Class == "PROTEST" || c.Class == "CONSULT" && (c.Status == news.Cancelled || c.Status == news.Postponed || c.Status == news.Denied)) && len(c.Participants) > 0 {
		return true
	}
	if (!c.trigger.noun || c.Class == "ASSAULT") && c.Status == news.Held && f.lex.in("bodily", c.Class) && slices.ContainsFunc(c.Participants, f.counted) {
		return true // "eighteen people were arrested"
	}
	return f.newsOfTown(c) || f.anyKnown(c.Participants) || f.namedSufferer(c) || f.inquiry(c) || len(c.Participants) > 0 && (c.Time != 0 || !c.Place.IsZero()) || c.Class == "PROTEST" && c.Status == news.Held && c.Time != 0 && !c.Place.IsZero() || c.Class == "ASSAULT" && (len(c.Participants) > 1 || c.Time != 0 && !c.Place.IsZero())
}

// counted reports whether a recipient is a number of people.
func (f *finder) counted(p news.Participant) bool {
	if t := f.TokenAt(p.Span.Start); f.headOf(p.Party) == 0 && p.Role == news.Recipient && f.UPOS(t) == news.NUM {
		return true // "forty-one were arrested"
	}
	return p.Role == news.Recipient && f.Child(f.headOf(p.Party), news.Nummod) != 0
}

// public reports whether somebody whose journeys are news goes or is gone to.
func (f *finder) public(c *candidate) bool {
	return slices.ContainsFunc(c.Participants, func(p news.Participant) bool {
		ch, head := f.a.Chain(p.Chain), f.headOf(p.Party)
		if ch != nil && ch.Named {
			return true
		}
		return !f.lex.in("private", f.Lemma(head)) && (f.isOffice(head) || ch == nil && f.lex.in("person", f.Lemma(head)) || ch != nil && ch.Of != 0)
	})
}

// earlier is the event told before that c speaks of: of those that it can be,
// the one that most ties it to, the latest of equals.
func (f *finder) earlier(kept []candidate, c *candidate) *candidate {
	best, most := -1, -1
	for i := range kept {
		if !f.same(&kept[i], c) {
			continue
		}
		if n := f.ties(&kept[i], c); n >= most {
			best, most = i, n
		}
	}
	if best < 0 {
		return nil
	}
	return &kept[best]
}

// ties counts what speaks for c being e: shared parties, parties that belong
// to one another (a minister and his state), the same day, the same sentence,
// and being what the report opens with.
func (f *finder) ties(e, c *candidate) int {
	n := 4*f.sharedParties(e, c) + 3*f.kinParties(e, c)
	if c.Sentence == e.Sentence {
		n += 3
	}
	if e.Time != 0 {
		n++
	}
	if e.Sentence <= 2 {
		n++
	}
	if e.Label == c.Label {
		n++
	}
	if !c.Place.IsZero() && e.Place.Chain == c.Place.Chain {
		n += 3
	}
	return n
}

// kinParties counts the parties of c that speak for, or are spoken for by, a
// party of e.
func (f *finder) kinParties(e, c *candidate) (n int) {
	for _, p := range c.Participants {
		for _, q := range e.Participants {
			if p.Chain != q.Chain && (f.side(p.Chain) != 0 && f.side(p.Chain) == q.Chain || f.side(q.Chain) != 0 && f.side(q.Chain) == p.Chain) {
				n++
				break
			}
		}
	}
	return n
}

// side is the state or body that a chain belongs to, by itself or by office.
func (f *finder) side(id news.ChainID) news.ChainID {
	c := f.a.Chain(id)
	if c == nil || c.Of != 0 {
		if c == nil {
			return 0
		}
		return c.Of
	}
	for i := range c.Offices {
		if c.Offices[i].Tense == "" && c.Offices[i].OfChain != 0 {
			return c.Offices[i].OfChain
		}
	}
	return 0
}

// join adds what telling c knows to event e.
func (f *finder) join(e, c *candidate) {
	e.More = append(e.More, c.Trigger)
	p := parties{f: f, out: e.Participants}
	for _, q := range c.Participants {
		p.put(q)
	}
	e.Participants = p.out
	if e.Time == 0 || f.narrower(c.Time, e.Time) {
		e.Time = c.Time
	}
	if e.Place.IsZero() || !c.Place.IsZero() && f.isState(e.Place) && !f.isState(c.Place) {
		e.Place = c.Place
	}
	if e.byDay && c.Status == news.Held {
		e.Status, e.byDay = c.Status, false
	}
	if e.Status == "" || c.Status != "" && rank(c.Class, c.Status) > rank(c.Class, e.Status) {
		e.Status = c.Status
	}
	if e.Mode == "" {
		e.Mode = c.Mode
	}
	if e.Format == "" {
		e.Format = c.Format
	}
	e.Background = e.Background && c.Background
	if from, _, ok := f.interval(e.Time); ok && e.Status == news.UnderWay && !f.a.Day().IsZero() && from.Sub(f.a.Day()) > 0 {
		e.Status = news.Planned
	}
}

// narrower reports whether time a is known and covers fewer days than b.
func (f *finder) narrower(a, b news.TimeID) bool {
	af, at, ok := f.interval(a)
	if !ok {
		return false
	}
	bf, bt, ok := f.interval(b)
	return !ok || at.Sub(af) < bt.Sub(bf)
}

// rank orders statuses of events of class by how much they say when one report
// uses several. A meeting goes on; of an attack that was and is told of, that
// it was says more.
func rank(class string, s news.Status) int {
	switch s {
	case news.Cancelled, news.Postponed, news.Denied:
		return 4
	case news.UnderWay:
		if class != "CONSULT" && class != "PROTEST" {
			return 1
		}
		return 3
	case news.Planned, news.Held:
		return 2
	}
	return 1
}
