package when

import "rapporteur/internal/news"

// shaded reads an expression with a word in front that says which end of it is
// meant: "early 2014", "late last week", "mid-March", "earlier this month",
// "later in the day", "the early hours of Tuesday".
func (s *scan) shaded(i int) found {
	j := i
	if s.at(j).is(the) {
		j++
	}
	x := s.at(j)
	if !x.is(early) {
		return found{}
	}
	if f := s.earlyHours(j); f.end > 0 {
		return f
	}
	k := s.shades(j + 1)
	if f := s.inTheUnit(k, x); f.end > 0 {
		return f
	}
	if p := s.at(k); p.is(part) && j == i && !p.upper && s.at(i-1).is(preposition) && !s.at(k+1).is(of|weekday) {
		return found{end: k + 1, kind: news.Clock, rule: "early-part", lean: news.Days, soft: true, expr: news.Expr{Part: "T" + p.code}}
	}
	f := s.core(k)
	if f.end == 0 || f.kind == news.Duration || f.kind == news.Set || j > i && (f.expr.Unit != "" || f.free && f.kind == news.Date && s.at(k).is(weekday)) {
		return found{}
	}
	if x.is(comparative) && !s.at(k).is(pointer) && !s.at(k).is(today|weekday) {
		return found{}
	}
	return f
}

// maxShades bounds how many words may shade one expression.
const maxShades = 4

// shades is the item behind the shading words and their hyphens at k.
func (s *scan) shades(k int) int {
	for n := 0; n < maxShades && (s.at(k).mark == '-' && !s.at(k).gap || s.at(k).is(early)); n++ {
		k++
	}
	return k
}

// earlyHours reads "early hours of Tuesday", "early morning hours of 5 March".
func (s *scan) earlyHours(j int) found {
	k := j + 1
	if p := s.at(k); p.is(part) && p.code == "MO" {
		k++
	}
	if s.at(k).unit != 'H' || !s.at(k).is(units) || !s.at(k+1).is(of) {
		return found{}
	}
	return s.ofDay(k+2, "TMO")
}

// ofDay gives the day at k a part: "of Tuesday", "of 5 March 2015".
func (s *scan) ofDay(k int, p string) found {
	f := s.date(k)
	if g := s.day(k); g.end > f.end {
		f = g
	}
	if g := s.pointed(k); g.end > f.end {
		f = g
	}
	switch {
	case f.end == 0 || f.expr.Part != "" || f.kind != news.Date:
		return found{}
	case f.expr.Fixed == "":
		f.expr.Part = p
	case len(f.expr.Fixed) == len("2025-02-17"):
		f.expr.Fixed += p
	default:
		return found{}
	}
	f.kind, f.rule = news.Clock, "part-of-day"
	return f
}

// inTheUnit reads "later in the day", "earlier in the week", "late in the year"
// and "early in the morning".
func (s *scan) inTheUnit(k int, x *item) found {
	if s.word(k) != "in" {
		return found{}
	}
	if !s.at(k + 1).is(the) {
		f := s.core(k + 1)
		if f.end == 0 || f.kind != news.Date || f.rule != "year" && f.rule != "month-year" && f.rule != "month" {
			return found{}
		}
		return f
	}
	u := s.at(k + 2)
	f := found{end: k + 3, kind: news.Date, rule: "in-the-unit", soft: true}
	if u.is(part) && !u.is(unit) {
		f.kind, f.lean, f.expr.Part = news.Clock, news.Days, "T"+u.code
		return f
	}
	c := calendarUnits[u.unit]
	if !u.is(unit) || c == "" || u.is(ordinal) || s.at(k+3).is(of) {
		return found{}
	}
	f.expr.Unit = c
	if c == news.Days {
		f.lean = c
	}
	return s.nearTold(f, c)
}

// nearTold makes "the year", "the month" lean on what was told before in a
// text without a day of its own.
func (s *scan) nearTold(f found, u news.Unit) found {
	if s.chronicle {
		f.lean = u
	}
	return f
}

// edged reads an expression behind "the end of", "the beginning of", "the
// night of": the edge is not part of the value, but for a part of the day.
func (s *scan) edged(i int) found {
	j := i
	if s.at(j).is(the) {
		j++
	}
	if s.at(j).is(early) && !s.at(j+1).is(of) {
		j++
	}
	x := s.at(j)
	if !x.is(edge) {
		return s.unitsEnd(i)
	}
	if !s.at(j + 1).is(of) {
		return found{}
	}
	if x.is(part) {
		if f := s.ofDay(j+2, "T"+x.code); f.end > 0 {
			return f
		}
		return found{}
	}
	if x.n == 2 {
		return found{}
	}
	return s.edgeOf(j + 2)
}

// edgeOf reads what an edge is the edge of.
func (s *scan) edgeOf(k int) found {
	if u := s.at(k + 1); s.at(k).is(the) && u.is(unit) && !u.is(ordinal) && calendarUnits[u.unit] != "" && !s.at(k+2).is(of) {
		c := calendarUnits[u.unit]
		f := found{end: k + 2, kind: news.Date, rule: "unit", soft: true, expr: news.Expr{Unit: c}}
		if c == news.Days {
			f.lean = c
		}
		return s.nearTold(f, c)
	}
	f := s.core(k)
	if g := s.shaded(k); g.end > f.end {
		f = g
	}
	if f.end == 0 || f.kind != news.Date || f.rule == "weekday" || f.rule == "reference" || f.rule == "range" {
		return found{}
	}
	return f
}

// unitsEnd reads "year's end", "month's end", "year-end".
func (s *scan) unitsEnd(i int) found {
	x := s.at(i)
	if !x.is(unit) || x.is(ordinal) {
		return found{}
	}
	j := i + 1
	if w := s.word(j); w != "'s" && w != "’s" && !(s.at(j).mark == '-' && !s.at(j).gap) {
		return found{}
	}
	c := calendarUnits[x.unit]
	if s.word(j+1) != "end" || c == "" {
		return found{}
	}
	return s.nearTold(found{end: j + 2, kind: news.Date, rule: "unit-end", soft: true, expr: news.Expr{Unit: c}}, c)
}
