package reconcile

import (
	"cmp"
	"slices"

	"rapporteur/internal/news"
	"rapporteur/internal/record"
)

const (
	eventDepth    = 32 // earlier events of one class and party that are compared
	eventWords    = 4  // rarest words by which an event is looked up
	enoughReports = 3  // of an event, that each of its parties should stand in two of them
)

// events groups the events of all reports and lays each group out as one. What the
// model alone has read supports nothing that rules have read, so it stays apart.
func (c *reconciler) events() {
	c.eventOf = make([][]*record.ID, len(c.Reports))
	for r, a := range c.Reports {
		c.eventOf[r] = make([]*record.ID, len(a.Events))
	}
	c.join(c.happenings(false))
	c.join(c.happenings(true))
	c.forgetSpoiled()
}

// join brings together those of hs that are one event.
func (c *reconciler) join(hs []happening) {
	weight := map[uint32]float32{}
	for i := range hs {
		for _, w := range hs[i].words {
			weight[w]++
		}
	}
	var edges []edge
	linked := map[[2]int32]bool{}
	seen := make([]int32, len(hs)) // with which later one each was last compared
	c.alikeEvents(hs, weight, func(i, j int32) {
		if i == j || seen[i] == j {
			return
		}
		seen[i] = j
		pair := [2]int32{i, j}
		if s := c.tie(&hs[i], &hs[j], weight); s > 0 {
			edges = append(edges, edge{i, j, s})
			linked[pair] = true
		}
	})
	rs := c.ruled(record.KindEvent, len(hs), func(i int32) []place { return c.eventPlaces(hs[i].member) })
	for _, g := range group(len(hs), edges, rs, (&joining{c, hs, linked}).allow) {
		c.oneEvent(hs, g)
	}
}

// forgetSpoiled lets no figure belong to an event that a reviewer rejected.
func (c *reconciler) forgetSpoiled() {
	bad := spoiled(c.View, record.KindEvent, c.rec.Events)
	for _, of := range c.eventOf {
		for i, id := range of {
			if id != nil && bad[*id] {
				of[i] = nil
			}
		}
	}
}

// alikeEvents yields pairs of events of one class in one affair that share a
// party, a name around, a word for a party without a name or a rare word, or
// are the news of one story.
func (c *reconciler) alikeEvents(hs []happening, weight map[uint32]float32, try func(i, j int32)) {
	const (
		aName = iota
		aParty
		aWord
		aStory
	)
	type key struct {
		affair int32
		class  string
		what   uint32
		kind   int
	}
	x := newIndex[key](eventDepth)
	for n := range hs {
		h, i := &hs[n], int32(n)
		note := func(kind int, what uint32) {
			x.add(key{h.affair, h.class, what, kind}, i, func(e int32) { try(e, i) })
		}
		for _, p := range h.names {
			note(aName, uint32(p))
		}
		for _, w := range h.unnamed {
			note(aParty, w)
		}
		rare := slices.DeleteFunc(slices.Clone(h.words), func(w uint32) bool { return weight[w] < 2 })
		slices.SortFunc(rare, func(a, b uint32) int { return cmp.Or(cmp.Compare(weight[a], weight[b]), cmp.Compare(a, b)) })
		for _, w := range rare[:min(len(rare), eventWords)] {
			note(aWord, w)
		}
		if h.lead {
			note(aStory, uint32(h.story))
		}
	}
}

// oneEvent lays out a group of events as one. Nothing is averaged: the time is
// the most exact that most origins give, the place the narrowest, the status
// that of the latest report.
func (c *reconciler) oneEvent(hs []happening, g []int32) {
	main := hs[c.fullest(hs, g)].member
	members := make([]member, len(g))
	for k, i := range g {
		members[k] = hs[i].member
	}
	e, ok := c.event(members, main)
	if !ok {
		return
	}
	for _, m := range members {
		c.eventOf[m.report][m.index] = &e.ID
	}
	if len(g) > 1 {
		e.Participants = c.allParticipants(hs, g, main)
		last := sinceMoved(hs, g)
		c.mergeTime(&e, hs, last)
		c.mergePlace(&e, hs, last)
		c.mergeStatus(&e, hs, g)
		if len(last) < len(g) && e.Status != nil && *e.Status == news.Postponed && e.Time != nil {
			*e.Status = news.Planned // for its new day
		}
		e.Background = !slices.ContainsFunc(g, func(i int32) bool { return !hs[i].background })
	}
	c.rec.Events = append(c.rec.Events, e)
	if len(g) > 1 && e.Rule != news.LeaningEvent {
		c.differInEvent(hs, g, &e)
	}
}

// fullest is the member that tells most of who, when and where; the earliest
// where several do. A party that one only of several reports names or describes
// so tells nothing of a deed: it may be none.
func (c *reconciler) fullest(hs []happening, g []int32) int32 {
	named := supportOf(hs, g, func(h *happening) []int32 { return h.names })
	described := supportOf(hs, g, func(h *happening) []uint32 { return h.unnamed })
	tells := func(h *happening) int {
		n := 2*named.of(h.parts) + min(described.of(h.doers), 1) + min(described.of(h.sufferers), 2)
		if mutual[h.class] {
			n = len(h.parts) + named.of(h.parts) // who meets is seldom read wrongly, but seldom told in full
		}
		if h.time.known {
			n++
		}
		if h.time.exact {
			n++
		}
		if h.place > 0 {
			n += 2
		}
		if !h.background {
			n++
		}
		return n
	}
	return slices.MinFunc(g, func(i, j int32) int {
		return cmp.Or(cmp.Compare(tells(&hs[j]), tells(&hs[i])), cmp.Compare(i, j))
	})
}

// support says of entities or words how many reports of an event have them.
type support[T comparable] struct {
	reports int
	have    map[T]int
}

func supportOf[T comparable](hs []happening, g []int32, of func(*happening) []T) support[T] {
	type one struct {
		report int32
		what   T
	}
	s, seen := support[T]{have: map[T]int{}}, map[one]bool{}
	told := map[int32]bool{}
	for _, i := range g {
		told[hs[i].report] = true
		for _, w := range of(&hs[i]) {
			if k := (one{hs[i].report, w}); !seen[k] {
				seen[k] = true
				s.have[w]++
			}
		}
	}
	s.reports = len(told)
	return s
}

// of counts those that a second report has, where there are reports enough to.
func (s *support[T]) of(list []T) (n int) {
	for _, w := range list {
		if s.have[w] > 1 || s.reports < enoughReports {
			n++
		}
	}
	return n
}

// allParticipants are the parties of all members: those of main first, then
// the named ones that others add. To a deed that several reports tell none is
// added that one of them alone names: it may be nobody.
func (c *reconciler) allParticipants(hs []happening, g []int32, main member) []record.Participant {
	out := c.participants(main.report, c.Reports[main.report].Events[main.index].Participants)
	named := supportOf(hs, g, func(h *happening) []int32 { return h.names })
	for _, i := range g {
		m := hs[i].member
		if !mutual[hs[i].class] && named.of(hs[i].parts) < len(hs[i].parts) {
			continue
		}
		for _, p := range c.participants(m.report, c.Reports[m.report].Events[m.index].Participants) {
			if p.Entity != nil && !c.isPlaceOf(m, *p.Entity) && !slices.ContainsFunc(out, func(o record.Participant) bool { return sameParty(&o.Party, &p.Party) }) {
				out = append(out, p)
			}
		}
	}
	return out
}

// isPlaceOf reports whether an entity is where a member is placed.
func (c *reconciler) isPlaceOf(m member, id record.ID) bool {
	p := c.party(m.report, c.Reports[m.report].Events[m.index].Place)
	return p != nil && p.Entity != nil && *p.Entity == id
}

// sinceMoved are the members that report an event after it was last moved; all
// where it was not.
func sinceMoved(hs []happening, g []int32) []int32 {
	var last news.Day
	for _, i := range g {
		if h := &hs[i]; h.moved && h.phase == ahead && (h.time.known || h.place > 0) && (last.IsZero() || h.day.Sub(last) > 0) {
			last = h.day
		}
	}
	if last.IsZero() {
		return g
	}
	return slices.DeleteFunc(slices.Clone(g), func(i int32) bool { return hs[i].day.IsZero() || hs[i].day.Sub(last) < 0 })
}

// mergeTime gives e the time that most origins give, among the most exact.
func (c *reconciler) mergeTime(e *record.Event, hs []happening, g []int32) {
	best, most := int32(-1), -1
	for _, i := range g {
		h := &hs[i]
		if best < 0 && e.Time == nil && h.when > 0 {
			best = i // "now" is better than nothing
		}
		if !h.time.known {
			continue
		}
		n := 0
		for _, j := range g {
			if hs[j].time.known && hs[j].time.from == h.time.from && hs[j].time.to == h.time.to {
				n++
			}
		}
		if h.time.exact {
			n += len(g) * 2
		}
		if c.leans(h) {
			n -= len(g)
		}
		if n > most {
			best, most = i, n
		}
	}
	if best >= 0 {
		e.Time = c.Time(hs[best].report, hs[best].when)
	}
}

// mergePlace gives e the narrowest place, the more frequent where two are as narrow.
func (c *reconciler) mergePlace(e *record.Event, hs []happening, g []int32) {
	best, most := int32(-1), -1
	for _, i := range g {
		h := &hs[i]
		if h.place == 0 {
			continue
		}
		n := 0
		for _, j := range g {
			switch {
			case hs[j].place == h.place:
				n++
			case hs[j].place > 0 && c.kin.belongs(h.place, hs[j].place):
				n += len(g)
			}
		}
		if n > most {
			best, most = i, n
		}
	}
	if best >= 0 {
		e.Place = c.party(hs[best].report, c.Reports[hs[best].report].Events[hs[best].index].Place)
	}
}

// mergeStatus gives e the status of the latest report that tells one; of
// several on one day, the most frequent. What a headline tells in the present
// and another as past is past, but for meetings and protests, which go on.
func (c *reconciler) mergeStatus(e *record.Event, hs []happening, g []int32) {
	var last news.Day
	count := map[news.Status]int{}
	past := e.Class != "CONSULT" && e.Class != "PROTEST" && slices.ContainsFunc(g, func(i int32) bool { return hs[i].phase == behind })
	for _, i := range g {
		s := c.Reports[hs[i].report].Events[hs[i].index].Status
		if s == "" || past && s == news.UnderWay {
			continue
		}
		if d := hs[i].day; !d.IsZero() && (last.IsZero() || d.Sub(last) > 0) {
			last = d
			clear(count)
		}
		if hs[i].day == last {
			count[s]++
		}
	}
	best, most := news.Status(""), 0
	for _, s := range []news.Status{news.Cancelled, news.Denied, news.Postponed, news.Held, news.UnderWay, news.Planned, news.Possible} {
		if count[s] > most {
			best, most = s, count[s]
		}
	}
	if best != "" {
		e.Status = &best
	}
}
