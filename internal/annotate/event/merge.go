package event

import (
	"slices"

	"rapporteur/internal/annotate/lex"
	"rapporteur/internal/news"
)

// merged makes one event of what the report tells several times and drops
// what says too little to stand.
func (f *finder) merged() []news.Event {
	var kept []candidate
	for i := range f.out {
		c := &f.out[i]
		if e := f.earlier(kept, c); e != nil {
			f.join(e, c)
		} else if !c.vague && (!c.joins || c.Label != "attend") && f.stands(c) {
			kept = append(kept, *c)
		}
	}
	events := make([]news.Event, 0, len(kept))
	for i := range kept {
		if f.worth(&kept[i]) {
			kept[i].Confidence = f.confidence(&kept[i])
			events = append(events, kept[i].Event)
		}
	}
	return events
}

// stands reports whether a candidate can open an event: a noun needs a
// participant, or a time and a place.
func (f *finder) stands(c *candidate) bool {
	return len(c.Participants) > 0 || c.Time != 0 && !c.Place.IsZero() || f.dated(c)
}

// dated reports whether c is a meeting that is announced, moved or called off
// for a day, whoever comes to it.
func (f *finder) dated(c *candidate) bool {
	if c.Class != "CONSULT" || !c.trigger.noun || c.Time == 0 {
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
	if c.Class == "CONSULT" && c.Status == "" && c.Time == 0 && c.Place.IsZero() && len(c.Participants) < 2 {
		return false
	}
	if len(c.Participants) == 0 && c.Class == "CONSULT" && c.Time != 0 && (c.Status != "" && !c.Place.IsZero() || f.dated(c)) {
		return true
	}
	if c.Class == "PROTEST" && len(c.Participants) > 0 {
		return true
	}
	return f.anyKnown(c.Participants) || len(c.Participants) > 0 && (c.Time != 0 || !c.Place.IsZero()) || c.Class == "ASSAULT" && len(c.Participants) > 1
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

// same reports whether c tells of e once more. Nothing known of both may
// differ, and something must tie them: participants, or a definite phrase.
func (f *finder) same(e, c *candidate) bool {
	if e.Class != c.Class || e.Class == "CONSULT" && !formsAgree(e, c) {
		return false
	}
	if !f.timesAgree(e, c) || !f.placesAgree(e.Place, c.Place) || !statusAgree(e.Status, c.Status) {
		return false
	}
	if c.joins {
		return c.definite
	}
	if c.vague {
		return c.definite && f.close(e, c)
	}
	if !f.peopleAgree(e, c) || c.Class != "CONSULT" && c.fresh && !f.sameDay(e, c) {
		return false
	}
	shared := f.sharedParties(e, c)
	if shared == 0 {
		return c.definite && len(c.Participants) == 0 || f.placeTie(e, c)
	}
	return shared >= min(2, len(c.Participants), len(e.Participants)) || e.Time != 0 && e.Time == c.Time
}

// placeTie ties two close tellings in one place that share no party, when one
// of them names none.
func (f *finder) placeTie(e, c *candidate) bool {
	return (!f.anyNamed(e.Participants) || !f.anyNamed(c.Participants)) && !e.Place.IsZero() && e.Place.Chain == c.Place.Chain &&
		(f.close(e, c) || e.Time != 0 && c.Time != 0)
}

// sameDay reports whether both times are known and touch, or both tellings
// stand in one sentence.
func (f *finder) sameDay(e, c *candidate) bool {
	if e.Sentence == c.Sentence {
		return true
	}
	_, _, ok1 := f.interval(e.Time)
	_, _, ok2 := f.interval(c.Time)
	return ok1 && ok2
}

// close reports whether c stands within three sentences of the last telling of e.
func (f *finder) close(e, c *candidate) bool {
	last := e.Sentence
	for _, m := range e.More {
		last = max(last, f.a.SentenceAt(m.Start))
	}
	return c.Sentence-last <= 3
}

// formsAgree reports whether two consultations can be of one kind: a call is
// no meeting, a visit no summit; talks can be any of them.
func formsAgree(e, c *candidate) bool {
	x, y := formOf(e), formOf(c)
	return x == y || x == "" || y == ""
}

// formOf is how people consult, as far as the words say: "call", "visit",
// "meet", or "" for talks of any kind.
func formOf(c *candidate) string {
	switch c.Mode {
	case "phone":
		return "call"
	case "visit":
		return "visit"
	}
	switch c.Label {
	case "meet", "meeting", "summit", "gathering", "conference", "host", "huddle", "audience":
		return "meet"
	}
	return ""
}

// longTime is the number of days from which a time is a season or a year.
const longTime = 31

func (f *finder) timesAgree(e, c *candidate) bool {
	ef, et, ok1 := f.interval(e.Time)
	cf, ct, ok2 := f.interval(c.Time)
	if !ok1 || !ok2 {
		// A year or a season dates history: what has no date is not that.
		return e.Sentence == c.Sentence || !(ok1 && et.Sub(ef) > longTime || ok2 && ct.Sub(cf) > longTime)
	}
	return ef.Sub(ct) < 0 && cf.Sub(et) < 0
}

// placesAgree reports whether two places can be one: the same, or a city and
// its state, or one unknown.
func (f *finder) placesAgree(a, b news.Party) bool {
	if a.IsZero() || b.IsZero() || a.Chain == b.Chain {
		return true
	}
	x, y := f.stateOf(a), f.stateOf(b)
	return x != "" && x == y && (f.isState(a) || f.isState(b))
}

func (f *finder) stateOf(p news.Party) string {
	c := f.a.Chain(p.Chain)
	if c == nil {
		return ""
	}
	if e := lex.Default().Lookup(c.Name); e != nil {
		return e.Of
	}
	return c.Canon
}

func (f *finder) isState(p news.Party) bool {
	c := f.a.Chain(p.Chain)
	return c != nil && c.Kind == news.State
}

// statusAgree reports whether two tellings can be of one event: a plan and a
// thing held are not, all else can be.
func statusAgree(a, b news.Status) bool {
	if a == b || a == "" || b == "" {
		return true
	}
	ahead := func(s news.Status) bool {
		return s == news.Planned || s == news.Possible || s == news.UnderWay || s == news.Postponed || s == news.Cancelled
	}
	return ahead(a) == ahead(b) || a == news.UnderWay || b == news.UnderWay
}

// peopleAgree reports whether the persons of one telling are among those of
// the other: a call of A with B is no call of A with C.
func (f *finder) peopleAgree(e, c *candidate) bool {
	x, y := f.persons(e), f.persons(c)
	if len(x) < 2 || len(y) < 2 {
		return len(x) == 0 || len(y) == 0 || overlap(x, y) > 0
	}
	return overlap(x, y) == min(len(x), len(y))
}

func (f *finder) persons(c *candidate) (out []news.ChainID) {
	for _, p := range c.Participants {
		if ch := f.a.Chain(p.Chain); ch != nil && ch.Kind == news.Person {
			out = append(out, p.Chain)
		}
	}
	return out
}

func (f *finder) sharedParties(e, c *candidate) (n int) {
	for _, p := range c.Participants {
		if p.Chain != 0 && slices.ContainsFunc(e.Participants, func(q news.Participant) bool { return q.Chain == p.Chain }) {
			n++
		}
	}
	return n
}

func overlap(x, y []news.ChainID) (n int) {
	for _, id := range x {
		if slices.Contains(y, id) {
			n++
		}
	}
	return n
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
	if e.Status == "" || c.Status != "" && rank(c.Class, c.Status) > rank(c.Class, e.Status) {
		e.Status = c.Status
	}
	if e.Mode == "" {
		e.Mode = c.Mode
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
