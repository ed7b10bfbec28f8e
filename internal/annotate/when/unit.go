package when

import (
	"strconv"

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
	case s.at(i).is(vague):
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
	if s.at(j).is(and) && s.at(j+1).is(indefinite) && s.at(j+2).is(half) {
		q.halves, j = true, j+3
	} else if s.word(j) == "½" {
		q.halves, j = true, j+1
	}
	if s.at(j).is(about) && (s.at(j).code == "whole" || s.at(j).code == "none") || s.word(j) == "more" || s.word(j) == "long" {
		j++
	}
	if s.at(j).mark == '-' && !s.at(j).gap {
		q.hyphen, j = true, j+1
	}
	x := s.at(j)
	if !x.is(unit | units) {
		return q, false
	}
	if x.is(ordinal) && (s.at(j+1).is(unit|units) || !q.hyphen && q.n != 1) { // "one second", not "a second term"
		return q, false
	}
	if x.is(ordinal) && !q.hyphen && s.at(i0(j)).is(indefinite) {
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

func i0(j int) int { return j - 1 }

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

// amount reads durations and dates that lie an amount away: "nearly four
// years", "24 hours", "five-year", "two weeks ago", "a day earlier",
// "months later", "decades of".
func (s *scan) amount(i int) found {
	approx, j := s.shadeOf(i)
	q, ok := s.quantity(j)
	if !ok {
		if q, ok = s.bareUnits(i); !ok {
			return found{}
		}
	}
	if f := s.away(i, q); f.end > 0 {
		if approx != "" {
			f.approx = approx
		}
		return f
	}
	if s.isAge(i, q) || s.isRate(i, j, q) || s.isIdle(j, q) {
		return found{}
	}
	f := found{end: s.longer(q), kind: news.Duration, rule: "amount", approx: approx}
	f.expr.Fixed = q.value()
	return f
}

// bareUnits reads a plural without a number: "for years", "months of talks".
func (s *scan) bareUnits(i int) (q quantity, ok bool) {
	x, b, a := s.at(i), s.word(i-1), s.at(i+1)
	if !x.is(units) {
		return q, false
	}
	q = quantity{unit: x.unit, plural: true, end: i + 1}
	switch b {
	case "for", "For", "within", "in", "In", "Within", "over", "Over", "after", "After", "took", "take", "taken", "lasted", "last", "spend", "spent", "spending":
		return q, true
	}
	return q, a.is(of) && x.unit != 'S' && !s.at(i-1).is(article|pointer|possessive|ordinal) || a.is(offset) && a.shift != 0 && s.word(i+1) != "on" || a.mark == '-' && s.word(i+2) == "long"
}

// longer is the end of a duration with the word that closes it: "three-day-long".
func (s *scan) longer(q quantity) int {
	j := q.end
	if s.at(j).mark == '-' && !s.at(j).gap && s.word(j+1) == "long" {
		return j + 2
	}
	if q.hyphen && s.word(j) == "long" {
		return j + 1
	}
	return j
}

// isAge reports whether the amount says how old somebody is: "16-year-old",
// "45 years old", "aged three months". How long a war has lasted is a time.
func (s *scan) isAge(i int, q quantity) bool {
	j := q.end
	if s.at(j).mark == '-' {
		j++
	}
	if s.word(j) == "old" || s.word(j) == "olds" || s.word(j) == "aged" {
		return !aging[s.word(j+1)] && !aging[s.word(j+2)]
	}
	if s.at(j).is(of) && s.word(j+1) == "age" {
		return true
	}
	return s.word(i-1) == "aged" || s.word(i-1) == "age"
}

// aging are the things whose age is a duration of the story.
var aging = map[string]bool{"war": true, "conflict": true, "invasion": true, "siege": true, "ceasefire": true, "truce": true, "dispute": true, "government": true, "coalition": true, "treaty": true, "agreement": true, "deal": true, "insurgency": true, "blockade": true, "fighting": true, "rebellion": true, "occupation": true, "campaign": true, "regime": true, "crisis": true}

// isIdle reports whether the amount tells no time: "one day, he said", "a day
// of mourning", "a quarter of the harvest", "a night-raid".
func (s *scan) isIdle(j int, q quantity) bool {
	x := s.at(q.end)
	if u := s.at(q.end - 1); u.upper && !u.fresh && !s.inHeadline() {
		return true // "the Hundred Days Offensive", "Seven Days in April"
	}
	switch {
	case q.unit == 'Q':
		return !q.plural || q.hyphen || x.is(of)
	case x.mark == '-' && !x.gap && s.word(q.end+1) != "long" && s.word(q.end+1) != "and":
		return true
	case q.n != 1 || q.unit != 'D' && q.unit != 'X' || q.hyphen || q.plural:
		return false
	}
	switch lower(s.word(j - 1)) {
	case "for", "in", "within", "than", "only", "just", "after", "lasted", "over", "under", "nearly", "almost", "about", "whole", "least":
		return false
	}
	return !x.is(offset)
}

// isRate reports whether the amount is the measure of a rate, which set reads:
// "three times a day", "$5 a week", "20 km an hour".
func (s *scan) isRate(i, j int, q quantity) bool {
	if q.n != 1 || !s.at(j).is(indefinite) || i != j {
		return false
	}
	b := s.at(i - 1)
	if b.class == 0 && !b.upper && b.verb&(past|present|future) == 0 && !s.at(q.end).is(offset|of) {
		for k := i - 2; k >= i-4; k-- {
			if s.at(k).is(number) {
				return true
			}
		}
	}
	return b.is(times) || b.unit == 0 && b.class&number != 0 || s.at(i-2).class&number != 0 && b.class == 0 && s.measure(i-1)
}

func (s *scan) measure(i int) bool {
	switch s.word(i) {
	case "km", "kilometres", "kilometers", "miles", "dollars", "euros", "pounds", "barrels", "tonnes", "tons", "people", "rounds", "shells", "million", "billion", "roubles", "rubles":
		return true
	}
	return false
}

// away reads what sets a date off by the amount q: "ago", "earlier", "later",
// "from now", "before" and "after" where nothing follows them.
func (s *scan) away(i int, q quantity) found {
	j := q.end
	x := s.at(j)
	f := found{end: j + 1, kind: news.Date, rule: "away"}
	w := s.word(j)
	switch {
	case w == "from" && s.word(j+1) == "now":
		f.end = j + 2
		return s.moved(f, q, 1, false)
	case !x.is(offset) || w == "on" || w == "prior" && s.word(j+1) == "to":
		return found{}
	case w == "ago":
		return s.moved(f, q, -1, false)
	case w == "earlier" && s.word(j+1) == "than" || w == "later" && s.word(j+1) == "than":
		return found{}
	case (w == "before" || w == "after" || w == "prior") && !s.closed(j+1):
		return found{}
	}
	return s.moved(f, q, int32(x.shift), true)
}

// closed reports whether the clause ends before item j.
func (s *scan) closed(j int) bool {
	x := s.at(j)
	return x.token == 0 || x.mark != 0 && x.mark != '-' && x.mark != '"' || x.is(and)
}

// moved makes f the date that lies q away on the given side, from the report's
// day or from what was told before.
func (s *scan) moved(f found, q quantity, side int32, fromTold bool) found {
	u, n, ok := q.calendar()
	if !ok {
		return s.vaguely(f, q, side, fromTold)
	}
	f.expr.Unit, f.expr.Shift = u, side*n
	if fromTold {
		f.lean, f.soft = u, side < 0
	}
	if q.unit == 'E' || q.unit == 'C' {
		f.approx = "about"
	}
	return f
}

// vaguely is a date that lies some time away: it is past, or to come.
func (s *scan) vaguely(f found, q quantity, side int32, fromTold bool) found {
	switch {
	case fromTold && q.unit != 'H' && q.unit != 'N' && q.unit != 'S' && q.n > 0 && !q.halves:
		f.expr = news.Expr{}
	case q.unit == 'H' || q.unit == 'N' || q.unit == 'S':
		f.kind = news.Clock
		f.expr.Unit = news.Days
		if q.unit == 'H' && q.n >= 24 && q.n%24 == 0 {
			f.kind, f.expr.Shift = news.Date, side*q.n/24
		}
		if fromTold && (q.n == 0 || q.n%24 != 0) {
			f.expr = news.Expr{}
		} else if fromTold {
			f.lean = news.Days
		}
	case side < 0:
		f.expr.Fixed = "PAST_REF"
	default:
		f.expr.Fixed = "FUTURE_REF"
	}
	return f
}

// shadeOf reads what shades an amount at i: "nearly", "more than", "just over",
// "at least". j is where the amount begins.
func (s *scan) shadeOf(i int) (approx string, j int) {
	j = i
	if s.word(j) == "just" && s.at(j+1).is(bound) || s.word(j) == "well" && s.at(j+1).is(bound) {
		j++
	}
	x := s.at(j)
	switch {
	case x.is(bound) && s.word(j+1) == "than":
		return "about", j + 2
	case x.is(bound) && (s.word(j) == "over" || s.word(j) == "under" || s.word(j) == "Over" || s.word(j) == "Under"):
		return "about", j + 1
	case s.word(j) == "at" && (s.word(j+1) == "least" || s.word(j+1) == "most"), (s.word(j) == "up" || s.word(j) == "close") && s.word(j+1) == "to":
		return "about", j + 2
	case x.is(about) && x.code == "about" && s.word(j) != "just" && s.word(j) != "c":
		return "about", j + 1
	case x.is(about) && s.word(j) == "another":
		return "", j + 1
	}
	return "", i
}
