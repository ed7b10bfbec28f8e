package when

import (
	"strings"

	"rapporteur/internal/news"
)

// clock reads times of the clock: "3:30 p.m.", "0557 GMT", "3 p.m. ET Friday",
// "noon", "10 o'clock". What day it was is told by the words behind it or by
// what was told before.
func (s *scan) clock(i int) found {
	h, m, j := s.hourMinute(i)
	if j == 0 {
		return found{}
	}
	f := found{end: j, kind: news.Clock, rule: "clock", lean: news.Days, soft: true}
	f.expr.Part = "T" + two(h) + ":" + two(m)
	f = s.zoned(f)
	return s.clockDayAfter(f)
}

// hourMinute reads the figures of a clock and the half of the day.
func (s *scan) hourMinute(i int) (h, m, end int) {
	x := s.at(i)
	switch s.word(i) {
	case "noon", "midday":
		return 12, 0, s.namedHour(i)
	case "midnight":
		return 24, 0, s.namedHour(i)
	}
	h, m, ok := colon(s.word(i))
	switch {
	case ok && m >= 0:
		return s.halved(h, m, i+1, true)
	case x.is(digits) && x.width == 4 && s.at(i+1).is(zone|clockHours) && s.at(i+1).gap:
		if s.at(i+1).is(clockHours) && !s.at(i-1).is(preposition) {
			return 0, 0, 0
		}
		h, m = int(x.n/100), int(x.n%100)
		if h > 24 || m > 59 {
			return 0, 0, 0
		}
		if s.at(i + 1).is(clockHours) {
			return h, m, i + 2
		}
		return h, m, i + 1
	case x.is(cardinal|digits) && x.n >= 0 && x.n <= 24:
		if x.is(digits) && s.at(i+1).mark == ':' && !s.at(i+1).gap && s.at(i+2).width == 2 && s.at(i+2).n < 60 && !s.at(i+2).gap {
			return s.halved(int(x.n), int(s.at(i+2).n), i+3, true)
		}
		return s.halved(int(x.n), 0, i+1, false)
	}
	return 0, 0, 0
}

// namedHour lets "noon" stand for an hour where it is one: "at noon", "noon on
// Friday", "12 noon"; "noon prayers" are none.
func (s *scan) namedHour(i int) int {
	b := s.word(i - 1)
	if b == "at" || b == "from" || b == "by" || b == "around" || b == "until" || b == "before" || b == "after" || s.at(i+1).is(zone|weekday) {
		return i + 1
	}
	return 0
}

// colon reads "3:30" and, before a half of the day, "6.30"; m is -1 when w is neither.
func colon(w string) (h, m int, ok bool) {
	k := strings.IndexAny(w, ":.")
	if k < 1 || k > 2 || len(w) != k+3 && len(w) != k+6 {
		return 0, -1, false
	}
	h, okH := small(w[:k])
	m, okM := small(w[k+1 : k+3])
	if !okH || !okM || h > 24 || m > 59 {
		return 0, -1, false
	}
	if len(w) == k+6 && (w[k] != ':' || w[k+3] != ':') {
		return 0, -1, false
	}
	return h, m, true
}

// halved reads "a.m.", "o'clock" or "hrs" at j and turns h to the clock of 24
// hours. Without them only figures with a colon are a clock.
func (s *scan) halved(h, m, j int, exact bool) (hour, minute, end int) {
	x := s.at(j)
	switch {
	case x.is(halfDay):
		if h > 12 || h == 0 {
			return h, m, j + 1
		}
		w := s.word(j)
		h %= 12
		if w[0] == 'p' || w[0] == 'P' {
			h += 12
		}
		j++
		if len(w) == 3 || len(w) == 2 {
			j = s.dotInside(j)
		}
		return h, m, j
	case x.is(oClock):
		return s.oClockHalf(h, m, j+1)
	case exact && x.is(clockHours):
		return h, m, j + 1
	case exact && s.exactClock(j):
		return h, m, j
	}
	return 0, 0, 0
}

// dotInside takes the full stop that closes "p.m" when it stands apart and the
// sentence goes on behind it.
func (s *scan) dotInside(j int) int {
	if s.at(j).mark == '.' && !s.at(j).gap && s.at(j+1).token != 0 && !s.at(j+1).upper {
		return j + 1
	}
	return j
}

// oClockHalf reads "in the morning" behind "10 o'clock".
func (s *scan) oClockHalf(h, m, j int) (hour, minute, end int) {
	if s.word(j) == "in" && s.at(j+1).is(the) && s.at(j+2).is(part) {
		if c := s.at(j + 2).code; (c == "AF" || c == "EV") && h < 12 {
			h += 12
		}
		j += 3
	}
	return h, m, j
}

// exactClock reports whether figures with a colon that end at j are a clock:
// after "at", before a zone, beside a day; a score or a verse is none.
func (s *scan) exactClock(j int) bool {
	if s.at(j).is(zone | local) {
		return true
	}
	i := j - 1
	for i > s.head && s.it[i].token == s.it[i-1].token {
		i--
	}
	if strings.IndexByte(s.word(i), '.') >= 0 {
		return false
	}
	b := s.at(i - 1)
	if b.is(of) {
		return false // "a ratio of 10:30"
	}
	return b.is(preposition|weekday|part|about|bound|yearOpener) || b.mark == '(' || b.mark == ',' && s.at(i-2).is(weekday|digits)
}

// zoned reads the zone behind a clock. Greenwich time goes into the value; what
// other zones are in summer is not told, so they do not.
func (s *scan) zoned(f found) found {
	j := f.end
	x := s.at(j)
	if !x.is(zone) || !x.caps {
		return f
	}
	f.end = j + 1
	if x.shift == 0 {
		f.expr.Part += "Z"
	}
	return f
}

// clockDayAfter reads the day behind a clock: "3 p.m. ET Friday", "6 a.m. on
// Tuesday", "10 p.m. local time, Feb. 24". Only what follows at once is joined.
func (s *scan) clockDayAfter(f found) found {
	j := f.end
	if s.word(j) == "on" {
		j++
	}
	if g := s.date(j); g.end > 0 && (j == f.end || s.it[f.end].token != 0) && !(s.at(j).is(digits) && j == f.end) && g.rule != "month" {
		return s.join(f, g)
	}
	if s.at(f.end).mark == '(' || s.at(f.end).mark == ')' || s.at(f.end).is(local) {
		return s.dayBeyond(f)
	}
	if x := s.at(f.end); (x.is(to|and) || x.mark == '-') && s.depth < maxDepth {
		return s.dayOfSecond(f)
	}
	if s.at(j).is(weekday) || s.at(j).is(today) && s.at(j).code == "" && s.word(j) != "overnight" && s.word(j) != "tonight" {
		return s.join(f, s.day(j))
	}
	return f
}

// dayBeyond gives the clock f the day that stands behind a parenthesis: "11:15
// a.m. (0915 GMT) Sunday". The words stay apart.
func (s *scan) dayBeyond(f found) found {
	j := f.end
	if s.at(j).is(local) && s.at(j+1).is(timeWord) {
		j++
	}
	for n := 0; s.at(j).mark != ')' && !s.at(j).is(timeWord); n, j = n+1, j+1 {
		if n == 6 || s.at(j).token == 0 || s.at(j).is(weekday) {
			return f
		}
	}
	if j++; s.word(j) == "on" {
		j++
	}
	g := s.day(j)
	if d := s.date(j); d.end > g.end && !s.at(j).is(digits) {
		g = d
	}
	if g.end == 0 || g.kind != news.Date {
		return f
	}
	end := f.end
	f = s.join(f, g)
	f.end = end
	return f
}

// dayOfSecond gives the clock f the day of the one that closes its range: "from
// 2am to 6am on Saturday".
func (s *scan) dayOfSecond(f found) found {
	s.depth++
	g := s.clock(f.end + 1)
	s.depth--
	if g.end == 0 || g.lean != "" {
		return f
	}
	part, end := f.expr.Part, f.end
	if g.expr.Fixed != "" {
		g.expr.Fixed = g.expr.Fixed[:len("2025-02-17")] + part
	} else {
		g.expr.Part = part
	}
	f, f.end = g, end
	return f
}

// join gives the clock f the day g.
func (s *scan) join(f, g found) found {
	if g.end == 0 || g.expr.Part != "" {
		return f
	}
	f.end = g.end
	if g.expr.Fixed != "" {
		if len(g.expr.Fixed) == len("2025-02-17") {
			f.expr = news.Expr{Fixed: g.expr.Fixed + f.expr.Part}
			f.lean, f.soft = "", false
		}
		return f
	}
	p := f.expr.Part
	f.expr = g.expr
	f.expr.Part = p
	f.free, f.lean, f.soft = g.free, g.lean, g.soft
	return f
}
