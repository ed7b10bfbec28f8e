package reconcile

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"rapporteur/internal/news"
	"rapporteur/internal/relate/lists"
)

// How long something lasts, and how soon it comes, as reports tell it of one thing:
// "the mine will be closed for three months", "it will stay shut for six".

// lastingSlot reports whether item i of claim n is how long something lasts, or
// within what time it comes.
func (s *sheet) lastingSlot(n int32, i int) bool {
	it := &s.claims[n].items[i]
	if it.kind != aTime || it.limit != "" || it.negated {
		return false
	}
	t := s.lasting(n, i)
	return t.Kind == news.Duration && t.Value != "" && !strings.Contains(t.Span.Of(s.doc(n)), "-") && s.lastingKind(n, i) != notLasting
}

func (s *sheet) lasting(n int32, i int) *news.Time {
	return s.c.Reports[s.claims[n].report].Time(news.TimeID(s.claims[n].items[i].key))
}

func (s *sheet) doc(n int32) string { return s.c.Reports[s.claims[n].report].Doc.Text }

// lastingKind tells how long something goes on from how soon it comes.
type lastingKind uint8

const (
	notLasting lastingKind = iota // since when, how often, how old
	goesOn
	comesWithin
)

func (s *sheet) lastingKind(n int32, i int) lastingKind {
	at := s.claims[n].items[i].at
	sentence := s.sentence(n)
	before, behind := plainWords(s.doc(n)[sentence.Start:at.Start]), plainWords(s.doc(n)[at.End:sentence.End])
	if len(behind) > 0 && sinceBehind[behind[0]] {
		return notLasting
	}
	if own := plainWords(at.Of(s.doc(n))); own[0] == "the" || sinceBefore[own[0]] {
		return notLasting // "the last three years"
	}
	before = slices.DeleteFunc(before, func(w string) bool { return bounds[w] })
	if len(before) == 0 {
		return goesOn
	}
	switch w := before[len(before)-1]; {
	case sinceBefore[w]:
		return notLasting
	case w == "within" || w == "in" || w == "inside":
		return comesWithin
	}
	return goesOn
}

// lastingDiffer says what kind of difference two lengths of time are, "" for none:
// an update where one is told later, or the later one keeps to a bound of the other.
func (s *sheet) lastingDiffer(a, b *slot) string {
	if s.lastingKind(a.claim, a.item) != s.lastingKind(b.claim, b.item) {
		return ""
	}
	x, y := s.days(a), s.days(b)
	switch {
	case x == [2]float64{} || y == [2]float64{} || x == y:
		return ""
	case daysBetween(s.day(a), s.day(b)) > 0, x[0] <= y[1] && y[0] <= x[1]:
		return "update"
	}
	return "conflict"
}

// lastingAround is lastingDiffer of sentences that are built otherwise: more words
// around them are asked, or one verb right before both.
func (s *sheet) lastingAround(a, b *slot) string {
	if lists.Common(a.ahead, b.ahead) <= aroundWords && !s.oneVerb(a, b) {
		return ""
	}
	return s.lastingDiffer(a, b)
}

// oneVerb reports whether the same word for a deed stands right before two slots.
func (s *sheet) oneVerb(a, b *slot) bool {
	if a.item == 0 || b.item == 0 {
		return false
	}
	x, y := s.claims[a.claim].items[a.item-1].comparable(), s.claims[b.claim].items[b.item-1].comparable()
	return x != 0 && x == y && s.deed(a.claim, x)
}

// days are the least and the most days of a length of time, none where it has no number.
func (s *sheet) days(b *slot) (span [2]float64) {
	t := s.lasting(b.claim, b.item)
	n := inDays(t.Value)
	if n == 0 {
		return span
	}
	at := s.item(b).at
	said := plainWords(s.doc(b.claim)[max(s.sentence(b.claim).Start, at.Start-boundLetters):min(s.sentence(b.claim).End, at.End+boundLetters)])
	switch {
	case has(said, "at least"), has(said, "more than"):
		return [2]float64{n, math.Inf(1)}
	case has(said, "at most"), has(said, "up to"), has(said, "less than"), has(said, "within"):
		return [2]float64{0, n}
	}
	return [2]float64{n, n}
}

// boundLetters are the letters around a length of time in which its bound stands.
const boundLetters = 11

// has reports whether words hold others one after the other.
func has(words []string, said string) bool {
	return strings.Contains(" "+strings.Join(words, " ")+" ", " "+said+" ")
}

// inDays is the number of days of a TIMEX3 duration of one unit, 0 for others.
func inDays(value string) float64 {
	v, ok := strings.CutPrefix(value, "P")
	v, hours := strings.CutPrefix(v, "T")
	if !ok || v == "" {
		return 0
	}
	n, err := strconv.ParseFloat(v[:len(v)-1], 64)
	if err != nil {
		return 0
	}
	return n * daysOf[hours][v[len(v)-1]]
}

// daysOf are the days of the units of durations: of those below a day, and of days and more.
var daysOf = map[bool]map[byte]float64{
	true:  {'S': 1. / 86400, 'M': 1. / 1440, 'H': 1. / 24},
	false: {'D': 1, 'W': 7, 'M': 30.4, 'Y': 365, 'E': 3650, 'C': 36500},
}

const (
	minHours  = 0.5 // hours between two clock times that differ
	vagueHour = 1.5 // where one of them is told as about
)

// hourSlot reports whether item i of claim n is a time of the clock, in no zone that
// another report may not have.
func (s *sheet) hourSlot(n int32, i int) bool {
	it := &s.claims[n].items[i]
	if it.kind != aTime || it.unreal {
		return false
	}
	t := s.lasting(n, i)
	near := s.doc(n)[t.Span.Start:min(s.sentence(n).End, t.Span.End+boundLetters)]
	if slices.ContainsFunc(plainWords(near), func(w string) bool { return zones[w] }) || s.c.saidAt(s.claims[n].report, news.TimeID(it.key)) {
		return false
	}
	_, ok := s.hour(n, i)
	return ok
}

// hour is the time of day of an item in hours, and of its day in the calendar.
func (s *sheet) hour(n int32, i int) (h float64, ok bool) {
	day, clock, ok := strings.Cut(s.c.Values[s.claims[n].report][s.claims[n].items[i].key-1], "T")
	hh, mm, two := strings.Cut(clock, ":")
	x, err1 := strconv.Atoi(hh)
	y, err2 := strconv.Atoi(mm)
	if !ok || !two || err1 != nil || err2 != nil || day == "" {
		return 0, false
	}
	return float64(x) + float64(y)/60, true
}

// hoursDiffer says what kind of difference two times of the clock on one day are.
func (s *sheet) hoursDiffer(a, b *slot) string {
	x, _ := s.hour(a.claim, a.item)
	y, _ := s.hour(b.claim, b.item)
	least := minHours
	for _, z := range [...]*slot{a, b} {
		if s.item(z).limit != "" || s.lasting(z.claim, z.item).Approximate != "" {
			least = vagueHour
		}
	}
	if p, q := s.span(a), s.span(b); p.from != q.from || math.Abs(x-y) < least {
		return ""
	}
	return "conflict"
}
