package reconcile

import (
	"slices"

	"rapporteur/internal/news"
	"rapporteur/internal/relate/lists"
)

// What speaks for two events being one, and how much. Judged on reports read
// one beside the other; no date and class alone reach the sum that is asked.
const (
	forPart       = 1.2 // an entity that takes part in both, up to two
	forKin        = 0.5 // one that takes part here and is named, or belongs to one, there
	forSpokesman  = 0.5 // the doer of one speaks or acts for the doer of the other
	forTopic      = 0.6 // a name around both, of no party, that few events have around them; up to two
	fewEvents     = 12  // events of one class and affair around which such a name stands
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
	forRecent     = 0.6  // of one stretch of days
	forSufferer   = 0.8  // done then to one party without a name
	forDoer       = 0.6  // done then by somebody of one body or state
	forScene      = 1.0  // what befell people in one town, in reports of one story
	forVictims    = 1.5  // people without a name befallen in both, in reports of one story
	forHistory    = 0.3  // of one day in one town, told by both to explain
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
	if c.against(a, b) || a.apart != b.apart || a.report == b.report && (a.apart || !c.toldTwice(a, b)) {
		return 0
	}
	t := c.compare(a, b, weight)
	if t.moved || onlyOnce(a, b) {
		return t.sum() + oneEvent
	}
	if sum := t.sum(); t.settled() && t.partied() && sum >= t.need() {
		return sum
	}
	return 0
}

// ties is what speaks for two events being one, item by item.
type ties struct {
	a, b      *happening
	people    int     // entities that take part in both
	kin       int     // that take part here and are named, or belong to one, there
	delegates int     // parties of one that stand for parties of the other
	spokesman bool    // the doer of one speaks or acts for that of the other
	topics    int     // names around both, of no party
	unnamed   int     // words in which parties without a name agree
	words     float32 // part of the words in common, by weight
	place     float32
	timed     float32
	came      bool // what the one plans, the other tells as held when it was due
	leads     bool // the news of both
	victims   bool // people without a name befallen in both
	copied    bool
	moved     bool // one is the other, put to another day or place
	wholly    bool // within days, the same doers and the same sufferers, or somebody and a name around that are rare together
	seat      bool // one town on one day, and a report that names nobody
	bare      bool // one day, called the same, and a report that names and describes nobody
	near      bool // of one stretch of days
	recent    bool // and of one only is told when
	sufferer  bool // done to one party that no report names
	doer      bool // done by somebody of one body or state, whom one report does not name
	scene     bool // what befell people in one town
}

// compare finds what speaks for two events being one.
func (c *reconciler) compare(a, b *happening, weight map[uint32]float32) ties {
	t := ties{a: a, b: b, people: lists.Common(a.parts, b.parts), kin: c.kinBetween(a, b), unnamed: alikeUnnamed(a, b),
		words: overlap(a.words, b.words, weight), place: c.placeTie(a, b), came: cameDue(a, b) || cameDue(b, a),
		leads: a.lead && b.lead && a.story == b.story && daysBetween(a.day, b.day) <= leadDays, victims: oneToll(a, b),
		copied: c.oneOrigin(a, b), moved: c.movedFrom(a, b) || c.movedFrom(b, a)}
	t.timed = timeTie(a, b, t.came)
	t.topics, t.spokesman = lists.Common(a.topics, b.topics), c.speaksFor(a, b)
	t.wholly = a.story == b.story && !a.day.IsZero() && !b.day.IsZero() && a.background == b.background && daysBetween(a.day, b.day) <= vagueDays && (c.sameSides(a, b) || t.people > 0 && t.topics > 0)
	if t.timed > 0 {
		t.delegates = max(0, c.represented(a, b)-t.people)
	}
	t.near, t.scene = c.near(a, b), c.oneScene(a, b)
	t.recent = t.near && !(a.time.known && b.time.known)
	t.sufferer, t.doer = t.near && sameSufferer(a, b), t.near && sameDoer(a, b)
	// Nothing else is said of such a day in such a town.
	t.seat = t.place == forPlace && t.timed == forDay && a.story == b.story && c.town(a.place) && min(len(a.parts), len(b.parts)) == 0
	t.bare = t.timed == forDay && a.affair == b.affair && t.calledOne() && !mutual[a.class] && !verbal[a.class] && !a.background && !b.background && (nobodyIn(a) || nobodyIn(b))
	return t
}

// nobodyIn reports whether a report neither names nor describes who takes part: "a march
// is planned for Sunday".
func nobodyIn(h *happening) bool { return len(h.parts) == 0 && len(h.unnamed) == 0 }

// sameSides reports whether two events have their parties in common, by name or
// in like words: those who act and those to whom it is done or, where all act,
// two of them.
func (c *reconciler) sameSides(a, b *happening) bool {
	if len(a.targets) == 0 && len(b.targets) == 0 && len(a.sufferers) == 0 && len(b.sufferers) == 0 {
		return lists.Common(a.actors, b.actors) > 1 && (a.class != "CONSULT" || a.phase == b.phase)
	}
	return (lists.Common(a.actors, b.actors) > 0 || alikeWords(a.doers, b.doers)) &&
		(lists.Common(a.targets, b.targets) > 0 || alikeWords(a.sufferers, b.sufferers))
}

// speaksFor reports whether a deed that one report gives to somebody the other
// gives to whom he speaks or acts for: a minister and his state.
func (c *reconciler) speaksFor(a, b *happening) bool {
	return !mutual[a.class] && len(a.actors) > 0 && len(b.actors) > 0 && lists.Common(a.actors, b.actors) == 0 && !c.strangers(a, b, a.actors, b.actors)
}

// alikeWords reports whether two descriptions have a word in common, and half of
// those of the shorter one.
func alikeWords(x, y []uint32) bool {
	n := lists.Common(x, y)
	return n > 0 && 2*n >= min(len(x), len(y))
}

// timeTie is what the times say for two events being one.
func timeTie(a, b *happening, came bool) float32 {
	switch {
	case a.time.known && b.time.known && a.time.gap(b.time) == 0:
		if a.time.exact && b.time.exact && a.time.from == b.time.from {
			return forDay
		}
		return forPeriod
	case came, dayNamed(a, b), dayNamed(b, a):
		return forPeriod
	}
	return 0
}

// dayNamed reports whether a is planned, its time is not told, its parties are
// those of b and its sentences name the day of b: "the meeting would most likely
// be on Tuesday".
func dayNamed(a, b *happening) bool {
	return a.phase == ahead && len(a.parts) > 0 && slices.Equal(a.parts, b.parts) && !a.time.known && b.time.exact && slices.Contains(a.days, b.time.from)
}

// sum weighs all that speaks for one event.
func (t *ties) sum() float32 {
	sum := forPart*float32(min(t.people, 2)) + forKin*float32(min(t.kin, 2)) + forDelegates*float32(min(t.delegates, 2)) +
		forUnnamed*float32(min(t.unnamed, 2)) + forTopic*float32(min(t.topics, 2)) + t.place + t.timed + forWords*t.words
	for _, x := range [...]struct {
		is     bool
		weight float32
	}{
		{t.alikeCalled(), forLabel}, {t.sameMode(), forMode}, {t.otherMode(), -forMode}, {t.a.story == t.b.story, forStory},
		{t.spokesman, forSpokesman}, {t.copied, forCopy}, {t.leads, forLead}, {t.victims, forVictims},
		{t.recent && t.alikeCalled(), forRecent}, {t.sufferer, forSufferer}, {t.doer, forDoer}, {t.scene, forScene},
		{t.seat && t.a.background && t.b.background, forHistory},
	} {
		if x.is {
			sum += x.weight
		}
	}
	return sum
}

// otherMode reports whether violence is done in two ways: rammed, and shot.
func (t *ties) otherMode() bool {
	return t.a.class == "ASSAULT" && t.a.mode != t.b.mode && t.a.mode != "" && t.b.mode != ""
}

func (t *ties) sameMode() bool { return t.a.mode == t.b.mode && t.a.mode != "" }

// calledOne reports whether both are called the same, or of one kind: what is
// mobilized in no mode is an exercise.
func (t *ties) calledOne() bool {
	return t.a.label == t.b.label || t.sameMode() || exercises(t.a, t.b)
}

// alikeCalled is calledOne or, in one stretch of days or town, called by words that
// may be of one deed.
func (t *ties) alikeCalled() bool {
	return t.calledOne() || (t.near || t.scene) && (kindredCalled(t.a, t.b) || t.oneSaying())
}

// oneSaying reports whether somebody says the same in both, in a third of their
// words or more, and one report calls it what no list knows.
func (t *ties) oneSaying() bool {
	return verbal[t.a.class] && min(len(t.a.kindred), len(t.b.kindred)) == 0 && t.words >= wordsEnough && lists.Common(t.a.actors, t.b.actors) > 0
}

// settled reports whether something says that both are of one time: class and
// parties alone never make one event of two.
func (t *ties) settled() bool {
	enough := float32(0)
	if verbal[t.a.class] {
		enough = wordsEnough / 2 // much is said by one of another
	}
	return t.recent && t.a.sole && t.b.sole && t.a.label == t.b.label || t.victims || t.leads || t.scene || t.timed > 0 || t.recent && t.words >= wordsEnough/2 && (t.calledOne() || (t.sufferer || verbal[t.a.class]) && t.alikeCalled()) || t.words >= wordsEnough || t.wholly && t.alikeCalled() && t.words >= enough ||
		t.people > 1 && (t.place > 0 || t.sameMode() && t.a.phase == t.b.phase)
}

// partied reports whether both are of the same people, or of one place in so
// many words.
func (t *ties) partied() bool {
	return t.victims || t.seat || t.bare || t.scene || t.sufferer || t.leads && t.a.class == "ASSAULT" && t.sameMode() && t.words >= wordsEnough/2 || t.people > 0 || t.kin > 0 && t.words >= wordsEnough/2 ||
		t.unnamed > 0 && t.alikeCalled() && (t.words >= wordsEnough/2 || t.place > 0) ||
		t.place > 0 && t.words >= wordsEnough
}

// need is the sum from which two events are one.
func (t *ties) need() float32 {
	switch {
	case t.a.story == t.b.story || t.a.time.known && t.b.time.known:
		return oneEvent
	case t.people > 1 || t.came:
		return oneEvent + forOtherStory/2
	}
	return oneEvent + forOtherStory
}

// alikeUnnamed is the number of words in which unnamed parties of both agree,
// with one another or with what the other calls a named one; where fewer than half
// do, only the noun that heads them counts.
func alikeUnnamed(a, b *happening) int {
	n := lists.Common(a.unnamed, b.unnamed)
	if 2*n < min(len(a.unnamed), len(b.unnamed)) {
		n = min(1, lists.Common(a.headsBy, b.headsBy)+lists.Common(a.headsTo, b.headsTo)) // "1,900 dockers", "dockers in the port"
	}
	return n + min(1, lists.Common(a.unnamed, b.called)+lists.Common(a.called, b.unnamed))
}

// town reports whether a place is smaller than a state.
func (c *reconciler) town(p int32) bool { return p > 0 && c.EntityKind[p-1] == news.Place }

// oneToll reports whether reports of one story tell of people befallen whom
// neither names, in what is news to both: a story is of one happening, and its
// dead are those of that. Where each has a day or a place, they agree (against).
func oneToll(a, b *happening) bool {
	near := a.story == b.story || a.affair == b.affair && (a.place > 0 && a.place == b.place || a.time.exact && b.time.exact && a.time.from == b.time.from)
	return near && a.report != b.report && a.class == "ASSAULT" && len(a.victims) > 0 && len(b.victims) > 0 &&
		a.phase == behind && b.phase == behind && !a.background && !b.background && fresh(a) && fresh(b)
}

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
