package reconcile

import (
	"slices"
	"strings"

	"rapporteur/internal/news"
	"rapporteur/internal/relate/lists"
)

// against reports whether two events cannot be one.
func (c *reconciler) against(a, b *happening) bool {
	switch {
	case a.class != b.class:
		return true
	case onlyOnce(a, b):
		return c.onceApart(a, b)
	case c.movedFrom(a, b) || c.movedFrom(b, a):
		return c.oneReportApart(a, b) || phoneApart(a, b)
	case c.placesApart(a, b):
		return true
	case c.othersOf(a, b):
		return true
	}
	return c.timesApart(a, b) || timeless(a, b) || timeless(b, a) || c.phasesApart(a, b) || freshApart(a, b) || freshApart(b, a) || c.saidApart(a, b)
}

// placesApart reports whether two events are of two places that cannot be one.
func (c *reconciler) placesApart(a, b *happening) bool {
	return a.place > 0 && b.place > 0 && a.place != b.place && !sameAffair(a, b) && !c.fromTo(a, b) && !c.kin.related(a.place, b.place) && !c.kin.sameAround(a.place, b.place)
}

// othersOf reports whether two events are of other parties, another kind, or told
// as two by one report: no other day or place makes one of them.
func (c *reconciler) othersOf(a, b *happening) bool {
	switch {
	case c.oneReportApart(a, b), phoneApart(a, b):
		return true
	case len(a.parts) > 0 && len(b.parts) > 0 && lists.Common(a.parts, b.parts) == 0 && c.kinBetween(a, b) == 0:
		return true
	case a.class == "CONSULT" && journeys[a.label] != journeys[b.label], c.otherExercise(a, b), otherTest(a, b), otherTest(b, a):
		return true
	}
	return c.rolesApart(a, b) || c.personsApart(a, b) || c.manyAndOne(a, b) || c.manyAndOne(b, a) || lists.Common(a.doers, b.victims) > 0 || lists.Common(b.doers, a.victims) > 0 || doneToDoer(a, b) || doneToDoer(b, a)
}

// oneReportApart reports whether one report tells of both as two.
func (c *reconciler) oneReportApart(a, b *happening) bool {
	return a.report == b.report && (a.trigger == b.trigger || !c.toldTwice(a, b) && !retold(a, b))
}

// phoneApart reports whether one is held by phone and the other in another way.
func phoneApart(a, b *happening) bool {
	return a.mode != b.mode && (a.mode == "phone" || b.mode == "phone") && a.mode != "" && b.mode != ""
}

// rolesApart reports whether two deeds have other doers, or acts of words others
// to whom they are addressed: a threat by one state is none by another, nor one
// against it.
func (c *reconciler) rolesApart(a, b *happening) bool {
	if mutual[a.class] {
		return false
	}
	if c.strangers(a, b, a.actors, b.actors) || verbal[a.class] && c.strangers(a, b, c.addressed(a), c.addressed(b)) {
		return true
	}
	return crossed(a, b) || crossed(b, a)
}

// manyAndOne reports whether an act of words is that of a number of people in a,
// of a person with a name in b: "dozens of women accused him", "Vask accused him".
func (c *reconciler) manyAndOne(a, b *happening) bool {
	return verbal[a.class] && a.many && !b.many && slices.ContainsFunc(b.actors, func(p int32) bool {
		return c.EntityKind[p-1] == news.Person && !slices.Contains(a.names, p)
	})
}

// manyWords is the number of words of a description in which its number stands.
const manyWords = 4

// ofMany reports whether a description is of a number of people, two or more:
// "dozens of women", "more than 60 women".
func ofMany(said string) bool {
	words := plainWords(said)
	return slices.ContainsFunc(words[:min(len(words), manyWords)], func(w string) bool {
		digits := numberWords[w]
		return digits != "" && digits != "1" || hasDigit(w) && w != "1" || vagueAmounts[w] && w != "others" && w != "more"
	})
}

// addressed are those to whom h is done but for people of the doer: nobody
// rejects his own chief.
func (c *reconciler) addressed(h *happening) []int32 {
	own := func(p int32) bool {
		return slices.ContainsFunc(h.actors, func(q int32) bool { return c.kin.belongs(p, q) })
	}
	if !slices.ContainsFunc(h.targets, own) {
		return h.targets
	}
	return slices.DeleteFunc(slices.Clone(h.targets), own)
}

// crossed reports whether somebody does a and suffers b: the gunman who opened
// fire, and the police who shot him.
func crossed(a, b *happening) bool {
	return lists.Common(a.actors, b.targets) > 0 && lists.Common(a.actors, b.actors) == 0 && lists.Common(a.targets, b.targets) == 0
}

// strangers reports whether both sides x of a and y of b are known and nobody of
// one is, belongs to or may be of somebody of the other.
func (c *reconciler) strangers(a, b *happening, x, y []int32) bool {
	if len(x) == 0 || len(y) == 0 || lists.Common(x, y) > 0 {
		return false
	}
	return !slices.ContainsFunc(x, func(p int32) bool {
		return slices.ContainsFunc(y, func(q int32) bool {
			return c.kin.related(p, q) || c.mayBe(p, b, q) || c.mayBe(q, a, p)
		})
	})
}

// mutual are the classes whose parties all act.
var mutual = map[string]bool{"CONSULT": true, "AGREE": true, "COOPERATE": true}

// verbal are the classes of words, which are addressed to somebody.
var verbal = map[string]bool{"ACCUSE": true, "REJECT": true, "REQUEST": true, "THREATEN": true, "SUPPORT": true}

// fromTo reports whether one of two events of a day with a party in common is
// placed in that party's own state: a shot is fired there and falls elsewhere.
func (c *reconciler) fromTo(a, b *happening) bool {
	return a.story == b.story && a.mode == b.mode && a.mode != "" && a.time.exact && b.time.exact && a.time.from == b.time.from &&
		slices.ContainsFunc(a.parts, func(p int32) bool {
			return lists.Common([]int32{p}, b.parts) > 0 && (c.kin.belongs(a.place, p) || c.kin.belongs(b.place, p))
		})
}

// fresh reports whether the time of an event, where it is told, is of the days
// before its report.
func fresh(h *happening) bool {
	return !h.time.known || h.day.IsZero() || h.day.Sub(h.time.from) <= longAgo
}

// timeless reports whether a, whose day is not told, cannot be b: told as past
// before b came, or as news long after.
func timeless(a, b *happening) bool {
	if a.time.exact || !b.time.known || a.day.IsZero() {
		return false
	}
	after, before := b.time.from.Sub(a.day), a.day.Sub(b.time.to)
	switch {
	case a.time.known: // "this year", told before b came
		return a.phase == behind && after > 1
	case a.phase == ahead:
		return after > vagueDays && (a.story != b.story || len(a.days) > 0 && b.time.from.Sub(slices.MaxFunc(a.days, news.Day.Sub)) > vagueDays)
	case after > 1:
		return true
	}
	return before > longAgo && !a.background && !(a.lead && a.story == b.story) // the news of a story, in a report of another day
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

// saidApart reports whether two acts of words, neither of them dated, are each the
// news of a report of another story and week: who asks a body to meet today did
// not do so last month.
func (c *reconciler) saidApart(a, b *happening) bool {
	news := func(h *happening) bool {
		return !h.time.known && !h.day.IsZero() && !h.background && h.phase == behind
	}
	return verbal[a.class] && a.story != b.story && news(a) && news(b) && daysBetween(a.day, b.day) > vagueDays && !c.oneOrigin(a, b)
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
	if c.dayOfPeriod(a, b) || c.dayOfPeriod(b, a) || onlyOnce(a, b) {
		return true
	}
	if a.label != b.label && !sameDay || a.mode != b.mode || a.phase != b.phase || a.time.known && b.time.known && a.time.gap(b.time) > 0 {
		return false
	}
	n := lists.Common(a.parts, b.parts)
	return n > 0 && n == min(len(a.parts), len(b.parts))
}

// dayOfPeriod reports whether a gives the day, b a longer time around it, of a
// meeting ahead, the parties of one those of the other or people who act for
// them: two states meet next week, their ministers on Tuesday.
func (c *reconciler) dayOfPeriod(a, b *happening) bool {
	return a.class == "CONSULT" && a.phase == ahead && b.phase == ahead && a.lead && b.lead &&
		a.time.exact && b.time.known && !b.time.exact && overlaps(a.time, b.time) && c.represented(a, b) == max(len(a.parts), len(b.parts))
}

// retold reports whether a report may tell one event at two places when other
// reports say so: called alike, as far along, of no two times, and not of two
// numbers of people.
func retold(a, b *happening) bool {
	switch {
	case a.lead && b.lead && a.sentence == b.sentence && kindredCalled(a, b):
		return !doneToDoer(a, b) && !doneToDoer(b, a) // "ploughed into the crowd, killing 12"
	case a.background != b.background:
		return false
	case exercises(a, b):
		return samePhase(a, b) // goes on while it is told as past
	case a.label != b.label && (a.mode != b.mode || a.mode == ""), a.phase != b.phase:
		return false
	case a.time.known && b.time.known && (a.time.exact != b.time.exact || a.time.gap(b.time) > 0):
		return false
	}
	x, y := withoutAmounts(a.victims), withoutAmounts(b.victims)
	n := lists.Common(x, y)
	return n == len(x) || n == len(y)
}

// exercises reports whether both are exercises: what is mobilized in no mode.
func exercises(a, b *happening) bool {
	return a.class == "MOBILIZE" && b.class == "MOBILIZE" && a.mode == "" && b.mode == ""
}

// otherExercise reports whether two exercises are held by two parties or more
// each, of which one misses one of the other's: drills of A with B are none of A
// with C.
func (c *reconciler) otherExercise(a, b *happening) bool {
	return exercises(a, b) && min(len(a.parts), len(b.parts)) > 1 && c.represented(a, b) == 0
}

// otherTest reports whether a is the test of a nuclear weapon, and b that of a missile.
func otherTest(a, b *happening) bool {
	return a.class == "MOBILIZE" && a.label == nuclearTest && b.label != nuclearTest && b.label != plainTest
}

var nuclearTest, plainTest = hash(stem("nuclear test")), hash(stem("test"))

// withoutAmounts leaves out of the words for people those that stand for any
// number of them: "dozens of people" may be 84.
func withoutAmounts(words []uint32) []uint32 {
	return slices.DeleteFunc(slices.Clone(words), func(w uint32) bool { return anyNumber[w] })
}

var anyNumber = func() map[uint32]bool {
	m := map[uint32]bool{}
	for _, set := range [...]map[string]bool{vagueAmounts, people, bounds} {
		for w := range set {
			m[hash(stem(w))] = true
		}
	}
	return m
}()

// timesApart reports whether the times of two events exclude each other. A
// vague one may miss by a few days where the parties leave no doubt.
func (c *reconciler) timesApart(a, b *happening) bool {
	if x, y := a.onWeekday(), b.onWeekday(); x >= 0 && y >= 0 && (!a.time.known || !b.time.known) && (x-y+8)%7 > 2 {
		return true // a Friday of nobody knows which week is no Tuesday
	}
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

// onWeekday is the weekday of a day that is known, or that is all that is known;
// -1 for none.
func (h *happening) onWeekday() int {
	if h.time.exact {
		return int(h.time.from.Weekday())
	}
	return h.weekday
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
	return !soonHeld(a, b)
}

// soonHeld reports whether a, a meeting asked for with no day told, may be b,
// held in the days that follow the word of it.
func soonHeld(a, b *happening) bool {
	if a.class != "CONSULT" || a.story != b.story || a.time.known || a.day.IsZero() || b.day.IsZero() {
		return false
	}
	held := b.day
	if b.time.known {
		held = b.time.from
	}
	return held.Sub(a.day) >= 0 && held.Sub(a.day) <= lateDays
}

// otherPlace reports whether two events are of two places of which none is known
// to lie in the other.
func (c *reconciler) otherPlace(a, b *happening) bool {
	return a.place > 0 && b.place > 0 && c.placeTie(a, b) == 0
}
