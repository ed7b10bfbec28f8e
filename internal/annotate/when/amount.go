package when

import "rapporteur/internal/news"

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
	if s.at(i-1).is(of) && (s.at(i-2).unit == 'Q' || s.at(i-2).is(half)) { // "a quarter of a century"
		return found{}
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
	f := found{kind: news.Duration, rule: "amount", approx: approx}
	f.expr.Fixed, f.end = s.and(q)
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
		return (s.at(j+1).hint|s.at(j+2).hint)&aging == 0
	}
	if s.at(j).is(of) && s.word(j+1) == "age" {
		return true
	}
	return s.word(i-1) == "aged" || s.word(i-1) == "age"
}

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
	if b.class == 0 && !b.upper && b.hint&(past|present|future) == 0 && !s.at(q.end).is(offset|of) {
		for k := i - 2; k >= i-4; k-- {
			if s.at(k).is(number) {
				return true
			}
		}
	}
	return b.is(times) || b.unit == 0 && b.class&number != 0 || s.at(i-2).class&number != 0 && b.class == 0 && s.at(i-1).hint&counted != 0
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
