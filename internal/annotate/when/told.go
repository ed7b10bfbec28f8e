package when

import (
	"strings"

	"rapporteur/internal/news"
)

// rankOf orders units from fine to coarse: day, week, month, quarter, year, more.
func rankOf(u news.Unit) int {
	switch u {
	case news.Days:
		return 0
	case news.Weeks:
		return 1
	case news.Months:
		return 2
	case news.Quarters:
		return 3
	case news.Years:
		return 4
	}
	return 5
}

// write works out the value of f and appends it; then it may be leaned on.
func (s *scan) write(f *found) {
	sp := s.it[f.start].span.Cover(s.it[f.end-1].span)
	if w := sp.Of(s.txt); strings.HasSuffix(w, "BC.") || strings.HasSuffix(w, "AD.") {
		sp.End--
	}
	t := news.Time{Span: sp, Sentence: s.sent, Kind: f.kind, Approximate: f.approx, Expr: f.expr, Rule: "time/" + f.rule, Confidence: f.confidence()}
	s.out = append(s.out, t)
	last := &s.out[len(s.out)-1]
	last.Value = last.At(s.a.Day(), s.out)
	if of := last.Expr.Of; of != 0 && s.out[of-1].Expr.Fixed != "" && last.Value != "" {
		last.Expr = news.Expr{Fixed: last.Value} // it hangs on no day
	}
	id := news.TimeID(len(s.out))
	switch {
	case s.isDateline(f):
		s.dateline = id
	case f.kind == news.Clock && !f.partOnly():
		s.clockDay[zoned(f.expr.Part)] = id
		return
	}
	if (f.kind == news.Date || f.kind == news.Clock) && lower(s.word(f.start-1)) != "since" {
		s.remember(id, last)
	}
}

// How often what is claimed is right, on the news of eval/times_news_dev.txt and
// the like, by what it takes: nothing but the words, a tense and the report's
// day, or what was told before.
const (
	sureWords   = 0.98
	sureTense   = 0.93
	sureTold    = 0.8
	sureNothing = 0.5
)

func (f *found) confidence() float32 {
	switch e := &f.expr; {
	case *e == news.Expr{}:
		return sureNothing
	case f.lean != "":
		return sureTold
	case f.free:
		return sureTense
	}
	return sureWords
}

// partOnly reports whether f is a part of a day, not a clock.
func (f *found) partOnly() bool {
	v := f.expr.Part
	if f.expr.Fixed != "" {
		_, v, _ = strings.Cut(f.expr.Fixed, "T")
		v = "T" + v
	}
	return len(v) == len("TMO")
}

// remember lets later expressions lean on t, by how fine it is.
func (s *scan) remember(id news.TimeID, t *news.Time) {
	if t.Expr == (news.Expr{}) {
		return
	}
	r := fineness(&t.Expr)
	if r < 0 || s.chronicle && !s.follows(t) {
		return
	}
	for k := r; k < len(s.last); k++ {
		s.last[k] = id
	}
	if from, _, _, ok := news.Interval(t.Value); !ok || from.Sub(s.day0()) > 1 {
		return
	}
	for k := r; k < len(s.over); k++ {
		s.over[k] = id
	}
}

// follows reports whether t carries the story of a chronicle on. A year far
// from the last is an aside until a second one stands beside it.
func (s *scan) follows(t *news.Time) bool {
	from, _, _, ok := news.Interval(t.Value)
	if !ok {
		return true
	}
	y := int(from.Year)
	near := func(o int) bool { return o != 0 && y-o <= asideYears && o-y <= asideYears }
	switch {
	case s.year0 == 0 || near(s.year0):
		s.year0, s.aside = y, 0
	case near(s.aside) || near(s.left):
		s.left, s.year0, s.aside = s.year0, y, 0
	default:
		s.aside = y
		return false
	}
	return true
}

// asideYears is how far a chronicle steps without it being an aside.
const asideYears = 3

// fineness is the rank of what e means, whatever its anchor; -1 when it is no
// place in the calendar.
func fineness(e *news.Expr) int {
	v := e.Fixed
	if v == "" {
		v = e.Pick
	}
	switch {
	case v == "":
		if e.Unit == "" {
			return 0
		}
		return rankOf(e.Unit)
	case v[0] == 'P' || v[0] == 'F', strings.HasPrefix(e.Fixed, "XXXX"):
		return -1
	case strings.HasPrefix(v, "BC"):
		return 4
	case strings.HasPrefix(v, "NTH"), strings.HasPrefix(v, "EASTER"):
		return 0
	}
	switch len(v) {
	case 2, 3:
		return 5
	case 4:
		return 4
	case 7:
		if c := v[5]; c == 'Q' || c == 'S' || c == 'F' || c == 'W' {
			return 3
		}
		return 2
	case len("2025-W08"):
		return 1
	case len("XXXX-WXX-WE"):
		if strings.HasSuffix(v, "WE") {
			return 1
		}
	}
	return 0
}

// isDateline reports whether f is the date that a report opens with: "RIYADH,
// Feb. 17 (Agency) -".
func (s *scan) isDateline(f *found) bool {
	if s.dateline != 0 || f.kind != news.Date || f.start-s.head > 8 || !s.at(s.head).caps || s.at(s.head).span.Len() < 3 || !strings.HasPrefix(f.rule, "month-day") && !strings.HasPrefix(f.rule, "day-month") {
		return false
	}
	if m := s.at(f.end).mark; m != '(' && m != '-' && m != '|' {
		return false
	}
	se := s.a.Sentence(s.sent)
	return se != nil && se.Block <= 3
}

// isChronicle reports whether the text goes from date to date by years and
// hardly by days of the week or "yesterday".
func (s *scan) isChronicle() bool {
	years, days := 0, 0
	for i := range s.it {
		x := &s.it[i]
		switch {
		case x.is(digits) && x.width == 4 && x.n >= 1400 && x.n <= 2100, x.is(era) && x.caps:
			years++
		case x.is(weekday) && x.upper, x.is(today):
			days++
		}
	}
	return years >= 6 && days*4 <= years
}

// american reports whether the report writes the month before the day.
func (s *scan) american() bool {
	n := 0
	for i := 1; i < len(s.it)-1; i++ {
		x := &s.it[i]
		if !x.upper || !x.is(month|monthShort) {
			continue
		}
		if y := &s.it[i+1]; y.is(digits) && y.width <= 2 {
			n++
		}
		if y := &s.it[i-1]; y.is(digits) && y.width <= 2 {
			n--
		}
	}
	return n > 0
}
