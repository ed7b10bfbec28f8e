package when

import (
	"strings"

	"rapporteur/internal/news"
)

// How many sentences back something told before may lie: for what would
// otherwise be seen from the report's day, and for what has nothing else.
const (
	softReach = 6
	hardReach = 12
)

// leadReach is how many sentences a headline, a caption and a lead may take.
const leadReach = 5

// settle gives f its anchor and side, works out its value and writes it down.
func (s *scan) settle(f *found) {
	e := &f.expr
	switch {
	case e.Fixed != "":
	case f.lean != "":
		s.lean(f)
	case s.chronicle:
		s.tell(f)
	case f.free:
		s.side(f)
		s.days = s.days || strings.HasPrefix(e.Pick, "XXXX-WXX-")
		s.anchor(e)
	default:
		s.anchor(e)
	}
	s.write(f)
}

// anchor makes e be seen from the dateline, where there is one.
func (s *scan) anchor(e *news.Expr) {
	if e.Relative() && e.Of == 0 {
		e.Of = s.dateline
	}
}

// lean ties f to what was told before.
func (s *scan) lean(f *found) {
	e := &f.expr
	id := s.last[rankOf(f.lean)]
	if s.tense(f) == behind && !s.chronicle && !s.a.Day().IsZero() {
		id = s.over[rankOf(f.lean)]
	}
	limit := news.SentenceID(hardReach)
	if f.soft && f.kind != news.Clock {
		limit = softReach
	}
	if f.kind == news.Clock && e.Unit == "" && e.Pick == "" {
		if c := s.clockDay[zoned(e.Part)]; c != 0 && (zoned(e.Part) == 1 || s.runsOn(c, e.Part)) {
			id = c
		}
	}
	switch {
	case id != 0 && (s.chronicle || s.sent-s.out[id-1].Sentence <= limit):
		e.Of = id
		if e.Unit == "" && e.Pick == "" {
			e.Unit = news.Days
		}
	case f.soft && !s.chronicle:
		s.anchor(e)
		if e.Unit == "" && e.Pick == "" {
			e.Unit = news.Days
		}
	default:
		*e = news.Expr{}
	}
}

// runsOn reports whether a clock at part goes on from the clock c of the same
// sentence: "sailed at 6:10 a.m. Friday and docked at 9 p.m."
func (s *scan) runsOn(c news.TimeID, part string) bool {
	before := &s.out[c-1]
	_, clock, _ := strings.Cut(before.Value, "T")
	return before.Sentence == s.sent && clock != "" && "T"+clock <= part
}

func zoned(part string) int {
	if strings.HasSuffix(part, "Z") {
		return 1
	}
	return 0
}

// tell anchors f in a text that goes from date to date: at the last it told.
func (s *scan) tell(f *found) {
	e := &f.expr
	if f.rule == "weekday" && fineness(e) == 0 && strings.HasPrefix(e.Pick, "XXXX-WXX") && s.last[0] == 0 {
		return
	}
	if e.Pick == "" || !f.free {
		return // "this year" is the writer's, whose day is not known
	}
	id := s.last[4]
	if fine := s.last[2]; fine != 0 && fine != id && s.out[id-1].Sentence != s.sent {
		id = fine
	}
	if id == 0 {
		return
	}
	e.Of, e.Side = id, news.Near
	if fineness(&s.out[id-1].Expr) >= 4 || strings.HasSuffix(s.out[id-1].Value, "WI") || fineness(e) > 2 {
		e.Unit, e.Side = news.Years, news.Within
	}
}

// side says on which side of its anchor a weekday, date, month or season lies.
func (s *scan) side(f *found) {
	e := &f.expr
	t := s.tense(f)
	if s.sameYear(f, t) {
		return
	}
	if strings.HasPrefix(e.Pick, "XXXX-WXX-") {
		e.Side = s.weekdaySide(f, t)
		return
	}
	switch t {
	case behind:
		e.Side = news.Past
	case ahead:
		e.Side = news.Future
	default:
		e.Side = news.Near
	}
	if s.close(e) {
		e.Side = news.Near
	}
	s.ofWeekday(f)
}

// ofWeekday moves a date without a year to the nearest year in which it falls
// on the weekday that is told with it: "Friday, December 1".
func (s *scan) ofWeekday(f *found) {
	t := news.Time{Expr: f.expr}
	t.Expr.Of = 0
	from, _, _, ok := news.Interval(t.At(s.day0(), nil))
	if !ok || f.weekday == 0 || isoWeekday(from) == f.weekday {
		return
	}
	base := int(s.day0().Year)
	for _, d := range [...]int{0, -1, 1, -2, -3} {
		day, ok := news.NewDay(base+d, int(from.Month), int(from.Dom))
		if ok && isoWeekday(day) == f.weekday {
			f.expr.Unit, f.expr.Shift, f.expr.Side = news.Years, int32(d), news.Within
			return
		}
	}
}

func isoWeekday(d news.Day) int32 { return int32(d.Weekday()+6)%7 + 1 }

// sameYear ties a month or day to the year that its sentence opens with: "In
// 2015 he ... and in July ...".
func (s *scan) sameYear(f *found, t tense) bool {
	if f.expr.Pick == "" || strings.HasPrefix(f.expr.Pick, "XXXX-WXX-") || t == ahead {
		return false
	}
	id := s.last[4]
	if id == 0 || s.out[id-1].Sentence != s.sent || s.out[id-1].Expr.Fixed == "" {
		return false
	}
	if s.out[id-1].Span.Start > s.it[min(s.head+3, s.stop-1)].span.Start {
		return false
	}
	from, _, _, _ := news.Interval(s.out[id-1].Value)
	day := s.day0()
	if from.IsZero() || !day.IsZero() && from.Year >= day.Year {
		return false
	}
	f.expr.Of, f.expr.Unit, f.expr.Side = id, news.Years, news.Within
	return true
}

// close reports whether a day told without its year lies within a month of the
// report's. Whatever the tense says, that is likelier than eleven months away:
// the verb was another's.
func (s *scan) close(e *news.Expr) bool {
	day := s.day0()
	if day.IsZero() || fineness(e) > 0 {
		return false
	}
	t := news.Time{Expr: news.Expr{Pick: e.Pick, Side: news.Near}}
	from, _, _, ok := news.Interval(t.At(day, nil))
	return ok && from.Sub(day) <= 31 && day.Sub(from) <= 31
}

// weekdaySide says which Monday is meant. A day that the lead tells as past,
// or on which somebody is told to have spoken, and that is a day after the
// report's own, has come where it happened: pages are dated by their first hour
// and by another clock. Six days ago would be "last Monday".
func (s *scan) weekdaySide(f *found, t tense) news.Side {
	w := f.expr.Pick[len(f.expr.Pick)-1] & 7
	if strings.HasSuffix(f.expr.Pick, "WE") {
		w = 6
	}
	next := s.daysTo(w)
	if t == toldNow {
		t = behind
	}
	switch {
	case lower(s.word(f.start-1)) == "since":
		return news.Past
	case t == ahead:
		return news.Future
	case t == running:
		if s.inHeadline() || next > 3 {
			return news.Near
		}
		return news.Future
	case t == either:
		return news.Near
	case next == 1 && (s.ahead[w] || t == behind && (s.isLead() || f.expr.Part != "" || s.nearestPast(f.start)&spoke != 0)):
		s.ahead[w] = true
		return news.Future
	case (next == 1 || next == 2) && s.gathers(f.start):
		return news.Future
	}
	return news.Past
}

// isLead reports whether the report has hardly begun, so that what it tells is
// its news.
func (s *scan) isLead() bool { return s.sent <= leadReach || !s.days }

// daysTo is how many days after the report's day the next weekday w is; -1
// when the report has no day.
func (s *scan) daysTo(w byte) int {
	day := s.day0()
	if day.IsZero() {
		return -1
	}
	return (int(w) - int(day.Weekday()) + 7) % 7
}

// day0 is the day from which the report is told: its dateline's or its own.
func (s *scan) day0() news.Day {
	if s.dateline != 0 {
		if d, ok := news.ParseDay(s.out[s.dateline-1].Value); ok {
			return d
		}
	}
	return s.a.Day()
}

func (s *scan) inHeadline() bool {
	h := s.a.Doc.Headline
	return s.head < len(s.it) && h.Contains(s.it[s.head].span)
}

// gathers reports whether "talks on", "summit" or the like stands before item i.
func (s *scan) gathers(i int) bool {
	for k := i - 1; k >= i-2 && k >= s.head; k-- {
		if s.at(k).hint&gathering != 0 {
			return true
		}
	}
	return false
}
