package reconcile

import (
	"slices"
	"strings"

	"rapporteur/internal/news"
	"rapporteur/internal/relate/lists"
)

// What speaks for two events being one, and how much. Judged on reports read
// one beside the other; no date and class alone reach the sum that is asked.
const (
	forPart       = 1.2 // an entity that takes part in both, up to two
	forKin        = 0.5 // one that takes part here and is named, or belongs to one, there
	forDelegates  = 0.8 // all parties of one are, or belong to, parties of the other, on days that agree
	forUnnamed    = 0.6 // unnamed parties in like words; as much again where two words are alike
	forDay        = 1.5 // days known and the same
	forPeriod     = 0.8 // longer times that overlap, or neighbouring days
	forPlace      = 1.0 // one place
	forAround     = 0.7 // a place and the larger one around it
	forLabel      = 0.6 // called the same
	forMode       = 0.6 // done the same way
	forWords      = 2.0 // all words of the shorter sentence in common, by weight
	forStory      = 0.3 // reports of one story
	forLead       = 1.2 // the news of both, in headline or lead of reports of one story within days
	leadDays      = 2
	movedDays     = 14   // days between the word of a meeting and that it is moved
	forVictims    = 1.5  // people without a name befallen in both, in reports of one story
	forCopy       = 1.0  // told in a passage that one report took from the other
	forOtherStory = 1.0  // more is asked of events of two stories when the time of one is not told
	oneEvent      = 3.0  // sum from which two events are one
	lateDays      = 3    // days after a planned event within which a report without a time tells that it was held
	vagueDays     = 7    // days by which a week or month may miss another time and still be a difference, not another event
	wordsEnough   = 0.33 // weight of common words that ties events which no time ties
)

// tie is the sum of what speaks for two events being one; 0 when something
// speaks against it or it is not enough.
func (c *reconciler) tie(a, b *happening, weight map[uint32]float32) float32 {
	if c.against(a, b) {
		return 0
	}
	people := lists.Common(a.parts, b.parts)
	kin := c.kinBetween(a, b)
	sum := forPart*float32(min(people, 2)) + forKin*float32(min(kin, 2))
	came := cameDue(a, b) || cameDue(b, a)
	place := c.placeTie(a, b)
	timed := float32(0)
	if a.time.known && b.time.known && a.time.gap(b.time) == 0 {
		timed = forPeriod
		if a.time.exact && b.time.exact && a.time.from == b.time.from {
			timed = forDay
		}
	} else if came {
		timed = forPeriod
	}
	if n := c.represented(a, b); timed > 0 && n > people {
		sum += forDelegates * float32(min(n-people, 2))
	}
	words := overlap(a.words, b.words, weight)
	sum += place + timed + forWords*words
	if a.label == b.label || a.mode == b.mode && a.mode != "" {
		sum += forLabel
	}
	if a.mode == b.mode && a.mode != "" {
		sum += forMode
	}
	if a.story == b.story {
		sum += forStory
	}
	if c.oneOrigin(a, b) {
		sum += forCopy
	}
	leads := a.lead && b.lead && a.story == b.story && daysBetween(a.day, b.day) <= leadDays
	if leads {
		sum += forLead
	}
	unnamed := alikeUnnamed(a, b)
	sum += forUnnamed * float32(min(unnamed, 2))
	if c.movedFrom(a, b) || c.movedFrom(b, a) {
		return sum + oneEvent
	}
	victims := oneToll(a, b)
	if victims {
		sum += forVictims
	}
	parties := victims || people > 0 || kin > 0 && words >= wordsEnough/2 || unnamed > 0 && (words >= wordsEnough/2 || place > 0)
	// One town on one day, and a report that names nobody: nothing else is said of it.
	if place == forPlace && timed == forDay && a.story == b.story && c.town(a.place) && min(len(a.parts), len(b.parts)) == 0 {
		parties = true
	}
	settled := victims || leads || timed > 0 || words >= wordsEnough || people > 1 && (place > 0 || a.mode != "" && a.mode == b.mode && a.phase == b.phase)
	need := float32(oneEvent)
	switch {
	case a.story == b.story || a.time.known && b.time.known:
	case people > 1 || came:
		need += forOtherStory / 2
	default:
		need += forOtherStory
	}
	if !settled || !parties && (place <= 0 || words < wordsEnough) || sum < need {
		return 0
	}
	return sum
}

// alikeUnnamed is the number of words in which unnamed parties of both agree,
// 0 where fewer than half do.
func alikeUnnamed(a, b *happening) int {
	n := lists.Common(a.unnamed, b.unnamed)
	if 2*n < min(len(a.unnamed), len(b.unnamed)) {
		return 0
	}
	return n
}

// town reports whether a place is smaller than a state.
func (c *reconciler) town(p int32) bool { return p > 0 && c.EntityKind[p-1] == news.Place }

// against reports whether two events cannot be one.
func (c *reconciler) against(a, b *happening) bool {
	switch {
	case a.class != b.class, a.report == b.report && !c.toldTwice(a, b):
		return true
	case a.mode != b.mode && (a.mode == "phone" || b.mode == "phone") && a.mode != "" && b.mode != "":
		return true
	case c.movedFrom(a, b) || c.movedFrom(b, a):
		return false
	case a.place > 0 && b.place > 0 && a.place != b.place && !sameAffair(a, b) && !c.fromTo(a, b) && !c.kin.related(a.place, b.place) && !c.kin.sameAround(a.place, b.place):
		return true
	case len(a.parts) > 0 && len(b.parts) > 0 && lists.Common(a.parts, b.parts) == 0 && c.kinBetween(a, b) == 0:
		return true
	case a.class == "CONSULT" && journeys[a.label] != journeys[b.label]:
		return true
	case c.personsApart(a, b), lists.Common(a.doers, b.victims) > 0, lists.Common(b.doers, a.victims) > 0:
		return true
	}
	return c.timesApart(a, b) || timeless(a, b) || timeless(b, a) || c.phasesApart(a, b) || freshApart(a, b) || freshApart(b, a)
}

// fromTo reports whether one of two events of a day with a party in common is
// placed in that party's own state: a shot is fired there and falls elsewhere.
func (c *reconciler) fromTo(a, b *happening) bool {
	return a.story == b.story && a.mode == b.mode && a.mode != "" && a.time.exact && b.time.exact && a.time.from == b.time.from &&
		slices.ContainsFunc(a.parts, func(p int32) bool {
			return lists.Common([]int32{p}, b.parts) > 0 && (c.kin.belongs(a.place, p) || c.kin.belongs(b.place, p))
		})
}

// oneToll reports whether reports of one story tell of people befallen whom
// neither names, in what is news to both: a story is of one happening, and its
// dead are those of that. Where each has a day or a place, they agree (against).
func oneToll(a, b *happening) bool {
	near := a.story == b.story || a.affair == b.affair && (a.place > 0 && a.place == b.place || a.time.exact && b.time.exact && a.time.from == b.time.from)
	return near && a.report != b.report && a.class == "ASSAULT" && len(a.victims) > 0 && len(b.victims) > 0 &&
		a.phase == behind && b.phase == behind && !a.background && !b.background && fresh(a) && fresh(b)
}

// journeys are the labels of ways to a meeting, which are none themselves.
var journeys = func() map[uint32]bool {
	m := map[uint32]bool{}
	for _, w := range strings.Fields("travel fly go arrive leave depart journey trip") {
		m[hash(stem(w))] = true
	}
	return m
}()

// cameDue reports whether a is planned for the day on which b, whose time is
// not told, is reported as held, or the day before.
func cameDue(a, b *happening) bool {
	if a.phase != ahead || !a.time.exact || b.phase != behind || b.time.known || b.day.IsZero() {
		return false
	}
	n := b.day.Sub(a.time.from)
	return n == 0 || n == 1
}

// represented is the number of parties of the event with fewer when each of
// them, two or more, is a party of the other or belongs to one: the ministers
// of two states, and the states.
func (c *reconciler) represented(a, b *happening) int {
	if len(a.parts) > len(b.parts) {
		a, b = b, a
	}
	if len(a.parts) < 2 {
		return 0
	}
	taken := map[int32]bool{}
	for _, p := range a.parts {
		i := slices.IndexFunc(b.parts, func(q int32) bool { return !taken[q] && (p == q || c.kin.related(p, q)) })
		if i < 0 {
			return 0
		}
		taken[b.parts[i]] = true
	}
	return len(a.parts)
}

// fresh reports whether the time of an event, where it is told, is of the days
// before its report.
func fresh(h *happening) bool {
	return !h.time.known || h.day.IsZero() || h.day.Sub(h.time.from) <= longAgo
}

// timeless reports whether a, whose time is not told, cannot be b: told as past
// before b came, or as news long after.
func timeless(a, b *happening) bool {
	if a.time.known || !b.time.known || a.day.IsZero() {
		return false
	}
	after, before := b.time.from.Sub(a.day), a.day.Sub(b.time.to)
	switch {
	case a.phase == ahead:
		return after > vagueDays && a.story != b.story
	case after > 1:
		return true
	}
	return before > longAgo && !a.background
}

// personsApart reports whether each of two events names two persons or more and
// one that the other does not: a call of A with B is none of A with C.
func (c *reconciler) personsApart(a, b *happening) bool {
	x, y := c.persons(a), c.persons(b)
	return len(x) > 1 && len(y) > 1 && lists.Common(x, y) < min(len(x), len(y))
}

// persons are the persons among the parties of an event.
func (c *reconciler) persons(h *happening) (out []int32) {
	for _, p := range h.parts {
		if c.EntityKind[p-1] == news.Person && strings.Contains(c.EntityName[p-1], " ") {
			out = append(out, p)
		}
	}
	return out
}

// sameAffair reports whether two events of one story have two parties, day and
// phase in common: then one of the reports has another place wrong.
func sameAffair(a, b *happening) bool {
	return a.story == b.story && a.report != b.report && lists.Common(a.parts, b.parts) > 1 && a.phase == b.phase &&
		a.time.exact && b.time.exact && a.time.from == b.time.from
}

// freshApart reports whether a is the undated news of its day and b, of another
// story, lies well before it: the launch of this morning is not last month's.
func freshApart(a, b *happening) bool {
	return a.lead && !a.time.known && !a.day.IsZero() && a.story != b.story && b.time.known && a.day.Sub(b.time.to) > vagueDays
}

// movedFrom reports whether a, told later, is the meeting b put to another day
// or place: it says so, and names the day or the place of b.
func (c *reconciler) movedFrom(a, b *happening) bool {
	if !a.moved || b.phase != ahead || a.phase == behind || a.affair != b.affair || daysBetween(a.day, b.day) > movedDays || a.report == b.report || a.day.IsZero() || b.day.IsZero() || a.day.Sub(b.day) < 0 {
		return false
	}
	parties := lists.Common(a.parts, b.parts) + c.kinBetween(a, b)
	day := b.time.exact && slices.Contains(a.days, b.time.from)
	place := b.place > 0 && lists.Common([]int32{b.place}, a.names) > 0 && a.place != b.place
	return parties > 0 && (day || place)
}

// toldTwice reports whether a report may tell one event at two places: called
// the same and as far along, with no party or time that differs.
func (c *reconciler) toldTwice(a, b *happening) bool {
	sameDay := a.class == "CONSULT" && a.time.exact && b.time.exact && a.time.from == b.time.from
	if a.label != b.label && !sameDay || a.mode != b.mode || a.phase != b.phase || a.time.known && b.time.known && a.time.gap(b.time) > 0 {
		return false
	}
	n := lists.Common(a.parts, b.parts)
	return n > 0 && n == min(len(a.parts), len(b.parts))
}

// timesApart reports whether the times of two events exclude each other. A
// vague one may miss by a few days where the parties leave no doubt.
func (c *reconciler) timesApart(a, b *happening) bool {
	if !a.time.known || !b.time.known {
		return false
	}
	gap := a.time.gap(b.time)
	if a.time.exact != b.time.exact && !overlaps(a.time, b.time) {
		gap = max(gap, 1) // the Sunday before a week lies outside it
	}
	if gap == 0 {
		return a.time.exact && b.time.exact && a.time.from.Sub(b.time.from)*a.time.from.Sub(b.time.from) > 1
	}
	return a.time.exact && b.time.exact || gap > vagueDays || lists.Common(a.parts, b.parts) < 2
}

// phasesApart reports whether one event lies behind and the other ahead though
// nothing says that what was ahead has come.
func (c *reconciler) phasesApart(a, b *happening) bool {
	if a.phase > b.phase {
		a, b = b, a
	}
	if a.phase != ahead || b.phase != behind {
		return false
	}
	if a.time.known && b.time.known {
		return a.time.gap(b.time) > 0
	}
	if a.time.known && !b.day.IsZero() { // planned for a day, told as held after it
		return b.day.Sub(a.time.from) < 0 || b.day.Sub(a.time.to) > lateDays
	}
	return true
}

// kinBetween counts the parties of either that the other names, or whose body
// or state it does.
func (c *reconciler) kinBetween(a, b *happening) (n int) {
	for _, x := range [2][2]*happening{{a, b}, {b, a}} {
		m := 0
		for _, p := range x[0].parts {
			if lists.Common([]int32{p}, x[1].parts) > 0 {
				continue
			}
			for _, q := range x[1].names {
				if p == q || c.kin.related(p, q) {
					m++
					break
				}
			}
		}
		n = max(n, m)
	}
	return n
}

// placeTie is what the places say for two events being one.
func (c *reconciler) placeTie(a, b *happening) float32 {
	switch {
	case a.place == 0 || b.place == 0:
		return 0
	case a.place == b.place:
		return forPlace
	case c.kin.related(a.place, b.place):
		return forAround
	}
	return 0
}

// oneOrigin reports whether both events are told in one passage that was copied.
func (c *reconciler) oneOrigin(a, b *happening) bool {
	x := c.Reports[a.report].Events[a.index].Trigger
	y := c.Reports[b.report].Events[b.index].Trigger
	return a.report != b.report && c.Origin(a.report, x) == c.Origin(b.report, y)
}

// overlap is the part of the lighter of two sets of words that is in both.
func overlap(a, b []uint32, weight map[uint32]float32) float32 {
	both, x, y := float32(0), float32(0), float32(0)
	i, j := 0, 0
	for i < len(a) || j < len(b) {
		switch {
		case j == len(b) || i < len(a) && a[i] < b[j]:
			x += rarity(weight[a[i]])
			i++
		case i == len(a) || a[i] > b[j]:
			y += rarity(weight[b[j]])
			j++
		default:
			both += rarity(weight[a[i]])
			i, j = i+1, j+1
		}
	}
	if m := min(x, y) + both; m > 0 {
		return both / m
	}
	return 0
}
