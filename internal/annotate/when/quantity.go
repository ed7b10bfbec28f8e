package when

import (
	"strconv"
	"strings"

	"rapporteur/internal/news"
)

// quantity is so much of a unit: "four years", "a few days", "two and a half months".
type quantity struct {
	n      int32 // how many; 0 when it is not told
	halves bool  // and a half
	unit   byte
	plural bool
	hyphen bool // "five-year"
	end    int
}

// value is the TIMEX3 value of a duration.
func (q quantity) value() string {
	p, u := "P", string(q.unit)
	switch q.unit {
	case 'S', 'H':
		p = "PT"
	case 'N':
		p, u = "PT", "M"
	case 'X':
		u = "D"
	case 'K':
		u = "WE"
	case 'E':
		u = "DE"
	case 'C':
		u = "CE"
	}
	n := q.n
	if q.unit == 'F' {
		n, u = 2*n, "W"
	}
	switch {
	case q.halves && n == 0:
		return p + "0.5" + u
	case n == 0:
		return p + "X" + u
	case q.halves:
		return p + strconv.Itoa(int(n)) + ".5" + u
	}
	return p + strconv.Itoa(int(n)) + u
}

// calendar is q as a unit to move by; ok is false when it is too vague or too
// fine for the calendar.
func (q quantity) calendar() (u news.Unit, n int32, ok bool) {
	if q.n == 0 || q.halves || q.n > 5000 {
		return "", 0, false
	}
	switch q.unit {
	case 'D', 'X':
		return news.Days, q.n, true
	case 'W':
		return news.Weeks, q.n, true
	case 'F':
		return news.Weeks, 2 * q.n, true
	case 'M':
		return news.Months, q.n, true
	case 'Q':
		return news.Quarters, q.n, true
	case 'Y':
		return news.Years, q.n, true
	case 'E':
		return news.Years, 10 * q.n, true
	case 'C':
		return news.Years, 100 * q.n, true
	}
	return "", 0, false
}

// count reads a number: "24", "twenty-one", "a hundred and fifty".
func (s *scan) count(i int) (n int32, end int) {
	x := s.at(i)
	switch {
	case x.is(digits) && x.width <= 4:
		return x.n, i + 1
	case x.class == 0 && x.width > 0:
		return x.n, i + 1
	case x.is(cardinal):
	case x.is(indefinite) && s.at(i+1).is(cardinal) && (s.at(i+1).n >= 100 || s.at(i+1).n == 12):
		i++
		x = s.at(i)
	default:
		return 0, 0
	}
	sum, group := int32(0), x.n
	for i++; ; i++ {
		j := i
		if s.at(j).mark == '-' && !s.at(j).gap {
			j++
		} else if s.at(j).is(and) && s.at(j+1).is(cardinal) && group >= 100 {
			j++
		}
		y := s.at(j)
		switch {
		case !y.is(cardinal):
			return sum + group, i
		case y.n >= 100 && group > 0 && group < 1000:
			group *= y.n
		case group%100 >= 20 && y.n < 10 || group >= 100 && group%100 == 0 && y.n < 100:
			group += y.n
		default:
			return sum + group, i
		}
		i = j
	}
}

// quantity reads an amount of time at i, without what shades it.
func (s *scan) quantity(i int) (q quantity, ok bool) {
	if x := s.at(i); x.is(half) {
		return s.halfOf(i)
	}
	n, j := s.count(i)
	switch {
	case j > 0:
	case s.at(i).is(indefinite):
		if k := s.vagueAt(i + 1); k > 0 {
			j = k
			break
		}
		n, j = 1, i+1
	case s.at(i).is(vague) && s.word(i-1) != "as":
		j = s.vagueAt(i)
	default:
		return q, false
	}
	q.n = n
	if s.at(j).is(of) && n == 0 {
		j++
	}
	return s.unitOf(q, j)
}

// vagueAt reads "few", "couple of", "good many", "several", "dozens of".
func (s *scan) vagueAt(j int) int {
	if !s.at(j).is(vague) {
		return 0
	}
	j++
	if s.at(j).is(of) {
		j++
	}
	return j
}

// unitOf reads the unit at j of an amount: "and a half years", "-year", "full days".
func (s *scan) unitOf(q quantity, j int) (quantity, bool) {
	q, j = s.halfBefore(q, j)
	if x := s.at(j); x.is(about) && (x.code == "whole" || x.code == "none") || s.word(j) == "more" || s.word(j) == "long" {
		j++
	}
	if s.at(j).mark == '-' && !s.at(j).gap {
		q.hyphen, j = true, j+1
	}
	x := s.at(j)
	if !x.is(unit|units) || x.is(ordinal) && !s.isSecond(q, j) {
		return q, false
	}
	q.unit, q.plural, q.end = x.unit, x.is(units), j+1
	if !q.plural && !q.hyphen && q.n != 1 && !(q.halves && q.n == 0) {
		if q.n == 0 || !s.isThing(j+1) && s.word(j+1) != "long" { // "a 40 minute call"
			return q, false
		}
		q.hyphen = true
	}
	return s.andHalf(q), true
}

// halfBefore reads the half between a number and its unit: "2.5 years", "two
// and a half years", "2½ years".
func (s *scan) halfBefore(q quantity, j int) (quantity, int) {
	b, w := s.at(j-1), s.word(j-1)
	switch {
	case b.class == 0 && b.width > 0:
		q.halves = w[len(w)-1] == '5'
	case s.at(j).is(and) && s.at(j+1).is(indefinite) && s.at(j+2).is(half):
		q.halves, j = true, j+3
	case s.hyphens(j, j+2, j+4) && s.at(j+1).is(and) && s.at(j+3).is(indefinite) && s.at(j+5).is(half): // "11-and-a-half"
		q.halves, j = true, j+6
	case s.word(j) == "½":
		q.halves, j = true, j+1
	}
	return q, j
}

// hyphens reports whether the items are hyphens that join words.
func (s *scan) hyphens(items ...int) bool {
	for _, j := range items {
		if x := s.at(j); x.mark != '-' || x.gap {
			return false
		}
	}
	return true
}

// finer lists units of time from long to short; with a duration in one of them
// may stand another in a later one: "a year and six months".
const finer = "YMWDHNS"

// and reads the rest of a duration that goes on in a finer unit, "8 hours and 20
// minutes", and returns the value and the end of the whole.
func (s *scan) and(q quantity) (value string, end int) {
	value, end = q.value(), s.longer(q)
	if !s.at(q.end).is(and) || q.n == 0 || q.halves {
		return value, end
	}
	r, ok := s.quantity(q.end + 1)
	if !ok || r.n == 0 || r.halves || r.hyphen || strings.IndexByte(finer, q.unit) < 0 || strings.IndexByte(finer, r.unit) <= strings.IndexByte(finer, q.unit) {
		return value, end
	}
	rest := strings.TrimPrefix(r.value(), "P")
	if strings.HasPrefix(value, "PT") {
		rest = strings.TrimPrefix(rest, "T")
	}
	return value + rest, r.end
}

// isSecond tells "one second" and "30-second" from "a second term".
func (s *scan) isSecond(q quantity, j int) bool {
	return q.hyphen || q.n == 1 && !s.at(j+1).is(unit|units) && !s.at(j-1).is(indefinite)
}

// andHalf reads the half behind the unit: "a year and a half".
func (s *scan) andHalf(q quantity) quantity {
	j := q.end
	if s.at(j).is(and) && s.at(j+1).is(indefinite) && s.at(j+2).is(half) && !s.at(j+3).is(unit|units) {
		q.halves, q.end = true, j+3
	}
	return q
}

// halfOf reads "half a year", "half an hour", "half-hour".
func (s *scan) halfOf(i int) (q quantity, ok bool) {
	j := i + 1
	if s.at(j).is(indefinite) || s.at(j).mark == '-' {
		j++
	}
	x := s.at(j)
	if !x.is(unit) || j == i+1 || x.is(ordinal) {
		return q, false
	}
	return quantity{halves: true, unit: x.unit, end: j + 1}, true
}
