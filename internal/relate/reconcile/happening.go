package reconcile

import (
	"slices"
	"strings"

	"rapporteur/internal/news"
	"rapporteur/internal/text"
)

// happening is an event of one report, ready to be compared.
type happening struct {
	member
	class, mode string
	label       uint32  // stem of what it is called
	kindred     []uint8 // sets of labels that may be told of one deed with it
	trigger     text.Span
	sentence    news.SentenceID
	phase       phase
	background  bool
	apart       bool       // called another than those around it
	lead        bool       // told in headline or lead
	definite    bool       // told by a noun, as known: "the attack"
	moved       bool       // told as put to another day or place
	days        []news.Day // that the sentences speak of
	parts       []int32    // entities that take part, sorted
	actors      []int32    // of those that act; of an unnamed one, the body or state that it is of
	targets     []int32    // of those to whom it is done, likewise
	names       []int32    // entities named in the sentences that tell of it, sorted
	topics      []int32    // of those, the ones around few events that are no party of it, sorted
	unnamed     []uint32   // content words of parties without an entity
	called      []uint32   // what named parties are called by other than their names: "the driver"
	doers       []uint32   // of those that act
	sufferers   []uint32   // of those to whom it is done
	headsBy     []uint32   // the nouns that head the doers, but those for anybody
	headsTo     []uint32   // likewise the sufferers
	unnamedOf   []int32    // of actors and targets, those that stand for a person of theirs without a name
	sole        bool       // nothing so called is dated otherwise of its doer in the affair
	many        bool       // done by a number of people without a name
	once        []int32    // persons to whom it is done who suffer the like but once, sorted
	victims     []uint32   // of sufferers, when they are people without a name
	place       int32
	when        news.TimeID // the time expression of time: the event's own, or the day it is moved to
	time        span
	weekday     int      // of its time, Sunday = 0, where nobody can tell which week; -1 for none
	words       []uint32 // content words of the sentences
	day         news.Day // of the report
	affair      int32
	story       int32
}

// phase says whether an event lies behind, ahead or is going on.
type phase uint8

const (
	noPhase phase = iota
	ahead
	going
	behind
)

func phaseOf(s news.Status) phase {
	switch s {
	case news.Planned, news.Possible, news.Postponed:
		return ahead
	case news.UnderWay:
		return going
	case news.Held:
		return behind
	}
	return noPhase
}

// span is a stretch of days, half-open; known tells whether there is one.
type span struct {
	from, to news.Day
	exact    bool // known to the day
	known    bool
}

// spanOf is the stretch of days of a time expression of a report.
func (v *View) spanOf(report int32, id news.TimeID) (s span) {
	if id < 1 || int(id) > len(v.Values[report]) {
		return s
	}
	from, to, precision, ok := news.Interval(v.Values[report][id-1])
	if !ok || from.IsZero() || to.IsZero() {
		return s
	}
	switch precision {
	case "day", "part-of-day", "hour", "minute":
		s.exact = true
	}
	return span{from, to, s.exact, true}
}

// gap is the number of days between two spans, 0 where they overlap or touch
// within a day: two time zones may lie between what two reports say.
func (s span) gap(o span) int {
	n := max(s.from.Sub(o.to), o.from.Sub(s.to)) + 1
	return max(0, n-1)
}

// happenings are all events of all reports that rules have read, or all those that the
// model alone has, in order.
func (c *reconciler) happenings(leaning bool) (out []happening) {
	for r, a := range c.Reports {
		for i := range a.Events {
			if a.Events[i].Leaning() == leaning {
				out = append(out, c.happening(member{int32(r), int32(i)}))
			}
		}
	}
	findTopics(out)
	findSole(out)
	return out
}

// findTopics notes for each event the names around it that few events of its
// class and affair have around them: they say what it is about.
func findTopics(hs []happening) {
	type key struct {
		affair, name int32
		class        string
	}
	events := map[key]int{}
	for i := range hs {
		for _, n := range hs[i].names {
			events[key{hs[i].affair, n, hs[i].class}]++
		}
	}
	for i := range hs {
		h := &hs[i]
		for _, n := range h.names {
			if events[key{h.affair, n, h.class}] <= fewEvents && !slices.Contains(h.parts, n) && n != h.place {
				h.topics = append(h.topics, n)
			}
		}
	}
}

// movedTo is the day to which the sentence of a postponed event puts it: "from
// Thursday to Monday", "until March 9"; 0 for none.
func (c *reconciler) movedTo(report int32, e *news.Event) news.TimeID {
	if e.Status != news.Postponed {
		return 0
	}
	a := c.Reports[report]
	at, _ := slices.BinarySearchFunc(a.Times, e.Sentence, func(t news.Time, id news.SentenceID) int { return int(t.Sentence - id) })
	for ; at < len(a.Times) && a.Times[at].Sentence == e.Sentence; at++ {
		if before := plainWords(a.Doc.Text[max(0, a.Times[at].Span.Start-20):a.Times[at].Span.Start]); len(before) > 0 && towards[before[len(before)-1]] {
			if s := c.spanOf(report, news.TimeID(at+1)); s.exact {
				return news.TimeID(at + 1)
			}
		}
	}
	return 0
}

// leadSentences is the number of sentences, headline included, in which a
// report says what is new.
const leadSentences = 3

func (c *reconciler) happening(m member) happening {
	a := c.Reports[m.report]
	e := &a.Events[m.index]
	h := happening{member: m, class: e.Class, mode: e.Mode, label: hash(stem(fold(e.Label))), kindred: setsOf(e.Class, e.Label), trigger: e.Trigger, sentence: e.Sentence, definite: asKnown(a.Doc.Text, e.Trigger.Start), phase: phaseOf(e.Status), background: e.Background, apart: e.Apart,
		when: e.Time, day: c.Days[m.report], affair: c.Affair[m.report], story: c.Story[m.report]}
	h.place = c.who(m.report, e.Place).entity
	for i := range e.Participants {
		if !c.ofRetinue(m.report, e.Participants, i) {
			c.takePart(&h, a, &e.Participants[i], len(e.Participants))
		}
	}
	if to := c.movedTo(m.report, e); to > 0 {
		h.when, h.moved = to, true
	}
	h.time = c.spanOf(m.report, h.when)
	h.weekday = -1
	if t := a.Time(h.when); t != nil && !h.time.known {
		h.weekday = weekdayOf(t.Expr.Pick)
	} else if t == nil && h.phase == ahead && h.day.IsZero() {
		h.weekday = c.loneWeekday(m.report, e.Sentence)
	}
	for _, p := range c.eventPlaces(m) {
		h.lead = h.lead || !e.Background && a.SentenceAt(p.span.Start) <= leadSentences
		c.surround(&h, a, a.SentenceAt(p.span.Start))
	}
	h.names = append(h.names, h.parts...)
	h.parts, h.names, h.unnamed, h.words = sorted(h.parts), sorted(h.names), sorted(h.unnamed), sorted(h.words)
	h.doers, h.sufferers, h.victims = sorted(h.doers), sorted(h.sufferers), sorted(h.victims)
	h.actors, h.targets, h.called = sorted(h.actors), sorted(h.targets), sorted(h.called)
	h.once = c.endedBy(&h, e.Label)
	h.unnamedOf, h.headsBy, h.headsTo = sorted(h.unnamedOf), sorted(h.headsBy), sorted(h.headsTo)
	return h
}

// takePart notes a party of h, one of so many.
func (c *reconciler) takePart(h *happening, a *news.Analysis, p *news.Participant, parties int) {
	w := c.who(h.report, p.Party)
	if w.entity > 0 && w.entity == h.place && parties > 1 {
		return // where it is held is nobody who comes
	}
	sides := []int32{max(w.entity, w.of)}
	if who := a.Chain(p.Chain); w.entity == 0 && (who == nil || who.Kind != news.Person) {
		sides = append(sides, c.namedBefore(h.report, p.Span)...)
	}
	if p.Role == news.Actor {
		h.actors = append(h.actors, sides...)
	} else {
		h.targets = append(h.targets, sides...)
	}
	if w.entity > 0 {
		h.parts = append(h.parts, w.entity)
		h.called = append(h.called, descriptions(a, p.Chain)...)
		return
	}
	if who := a.Chain(p.Chain); who != nil && who.Kind == news.Person {
		h.unnamedOf = append(h.unnamedOf, w.of)
	}
	h.unnamed = append(h.unnamed, w.words...)
	h.names = append(h.names, w.of)
	said := p.Span.Of(a.Doc.Text)
	words := cut(opening(said)).content
	var heads []uint32
	if head := headNoun(said); head != "" && !people[head] && !hasDigit(head) && !vagueAmounts[head] && !pronouns[head] {
		heads = append(heads, hash(stem(head)))
	}
	if p.Role == news.Actor {
		h.many = h.many || ofMany(said)
		h.doers, h.headsBy = append(h.doers, words...), append(h.headsBy, heads...)
		return
	}
	h.sufferers, h.headsTo = append(h.sufferers, words...), append(h.headsTo, heads...)
	if ofPeople(said) {
		h.victims = append(h.victims, words...)
	}
}

// namedBefore are the entities named before the head of a description, whose it
// is: "Norvian and Velmish forces", "its air force".
func (c *reconciler) namedBefore(report int32, s text.Span) (out []int32) {
	doc := c.Reports[report].Doc.Text
	if i := strings.IndexByte(s.Of(doc), ','); i >= 0 {
		s.End = s.Start + int32(i)
	}
	ms := c.mentionsIn(report)
	at, _ := slices.BinarySearchFunc(ms, s.Start, func(m news.Mention, at int32) int { return int(m.Span.Start - at) })
	for ; at < len(ms) && ms[at].Span.End < s.End; at++ {
		if m := &ms[at]; m.Form != news.Nominal && doc[m.Span.End] != '-' && !slices.ContainsFunc(plainWords(doc[s.Start:m.Span.Start]), func(w string) bool { return phraseEnds[w] }) {
			out = append(out, c.entity(report, m.Chain))
		}
	}
	return out
}

// loneWeekday is the one weekday that a sentence of an undated report names; -1
// for none, or several.
func (c *reconciler) loneWeekday(report int32, id news.SentenceID) int {
	a, found := c.Reports[report], -1
	at, _ := slices.BinarySearchFunc(a.Times, id, func(t news.Time, id news.SentenceID) int { return int(t.Sentence - id) })
	for ; at < len(a.Times) && a.Times[at].Sentence == id; at++ {
		if d := weekdayOf(a.Times[at].Expr.Pick); d >= 0 {
			if found >= 0 && found != d {
				return -1
			}
			found = d
		}
	}
	return found
}

// weekdayOf is the weekday that the template of a time names ("XXXX-WXX-5"),
// Sunday = 0; -1 for none.
func weekdayOf(pick string) int {
	if rest, ok := strings.CutPrefix(pick, "XXXX-WXX-"); ok && len(rest) > 0 && '1' <= rest[0] && rest[0] <= '7' {
		return int(rest[0]-'0') % 7
	}
	return -1
}

// asKnown reports whether the words before a noun at some place say that it is
// known which one is meant: "the deadly attack".
func asKnown(doc string, at int32) bool {
	before := doc[max(0, at-40):at]
	if i := strings.LastIndexAny(before, ".,;:!?()\n\""); i >= 0 {
		before = before[i:]
	}
	w := plainWords(before)
	return slices.ContainsFunc(w[max(0, len(w)-3):], func(s string) bool { return knownBy[s] })
}

// descriptions are the nouns by which a report speaks of a chain that it names.
func descriptions(a *news.Analysis, id news.ChainID) (out []uint32) {
	for _, m := range a.Chain(id).Mentions {
		if m := a.Mention(m); m != nil && m.Form == news.Nominal {
			out = append(out, hash(stem(fold(headNoun(m.Span.Of(a.Doc.Text))))))
		}
	}
	return out
}

// ofPeople reports whether words are of anybody: "at least 12 people", "dozens of
// the wounded", "around 100".
func ofPeople(s string) bool {
	words := plainWords(s)
	return slices.ContainsFunc(words, func(w string) bool { return people[w] }) ||
		len(words) > 0 && !slices.ContainsFunc(words, func(w string) bool { return !bounds[w] && !vagueAmounts[w] && !hasDigit(w) && numberWords[w] == "" })
}

// surround adds what stands in one sentence that tells of h.
func (c *reconciler) surround(h *happening, a *news.Analysis, id news.SentenceID) {
	s := a.Sentence(id)
	if s == nil {
		return
	}
	p := cut(s.Span.Of(a.Doc.Text))
	h.words = append(h.words, p.content...)
	h.moved = h.moved || slices.ContainsFunc(p.words, func(w uint32) bool { return movedWords[w] })
	at, _ := slices.BinarySearchFunc(a.Times, id, func(t news.Time, id news.SentenceID) int { return int(t.Sentence - id) })
	for ; at < len(a.Times) && a.Times[at].Sentence == id; at++ {
		if t := c.spanOf(h.report, news.TimeID(at+1)); t.exact {
			h.days = append(h.days, t.from)
		}
	}
	ms := c.mentionsIn(h.report)
	from, _ := slices.BinarySearchFunc(ms, s.Span.Start, func(m news.Mention, at int32) int { return int(m.Span.Start - at) })
	for _, m := range ms[from:] {
		if m.Span.Start >= s.Span.End {
			break
		}
		h.names = append(h.names, c.entity(h.report, m.Chain))
	}
}

// mentionsIn are the mentions of a report by place.
func (c *reconciler) mentionsIn(report int32) []news.Mention { return c.Reports[report].Mentions }

// sorted sorts s, each element once, without 0 (none).
func sorted[T interface{ ~int32 | ~uint32 }](s []T) []T {
	slices.Sort(s)
	s = slices.Compact(s)
	if len(s) > 0 && s[0] == 0 {
		s = s[1:]
	}
	return s
}
