package when

import "rapporteur/internal/news"

// dot is the item behind a full stop that belongs to the short word before i.
func (s *scan) dot(i int) int {
	if x := s.at(i); x.mark == '.' && !x.gap {
		return i + 1
	}
	return i
}

// monthAt reads the name of a month, full or short, and gives the item behind it.
func (s *scan) monthAt(i int) (m, end int) {
	x := s.at(i)
	switch {
	case !x.upper:
	case x.is(month):
		return int(x.n), i + 1
	case x.is(monthShort):
		return int(x.n), s.dot(i + 1)
	}
	return 0, 0
}

// domAt reads a day of the month in figures: "24", "24th".
func (s *scan) domAt(i int) (d, end int) {
	x := s.at(i)
	if x.n < 1 || x.n > 31 || !(x.is(digits) && x.width <= 2 || x.is(ordinal)) {
		return 0, 0
	}
	if c := s.txt[x.span.Start]; c < '0' || c > '9' {
		return 0, 0
	}
	return int(x.n), i + 1
}

// yearAt reads a year of four figures, with a comma before it or not.
func (s *scan) yearAt(i int) (y, end int) {
	if s.at(i).mark == ',' {
		i++
	}
	x := s.at(i)
	if x.is(digits) && x.width == 4 && x.n >= 1000 && x.n < 2200 {
		return int(x.n), i + 1
	}
	return 0, 0
}

// date reads dates that name a month: "24 February, 2022", "Feb. 24",
// "the 13th of November", "Monday, October 2", "July last year", "May".
func (s *scan) date(i int) found {
	if x := s.at(i); x.is(weekday | weekdayShort) {
		return s.weekdayDate(i)
	}
	if f := s.dayMonth(i); f.end > 0 {
		return f
	}
	if f := s.monthDay(i); f.end > 0 {
		return f
	}
	if f := s.monthYear(i); f.end > 0 {
		return f
	}
	return s.rangeStart(i)
}

// weekdayDate reads a weekday with its date behind it; the date decides.
func (s *scan) weekdayDate(i int) found {
	j := i + 1
	if s.at(i).is(weekdayShort) {
		j = s.dot(j)
	}
	if s.at(j).mark == ',' {
		j++
	}
	f := s.dayMonth(j)
	if f.end == 0 {
		f = s.monthDay(j)
	}
	f.weekday = s.at(i).n
	return f
}

// dayMonth reads "24 February", "24th of February 2022", "the 13th of November".
func (s *scan) dayMonth(i int) found {
	if s.at(i).is(the) {
		if i++; !s.at(i).is(ordinal) {
			return found{}
		}
	}
	d, j := s.domAt(i)
	if j == 0 {
		return found{}
	}
	if f := s.theNth(i, d, j); f.end > 0 {
		return f
	}
	if s.at(j).is(of) || s.at(j).mark == '-' {
		j++
	}
	m, j := s.monthAt(j)
	if j == 0 {
		return found{}
	}
	return s.dated(m, d, j, "day-month")
}

// theNth reads "the 8th" in a month told before.
func (s *scan) theNth(i, d, j int) found {
	if !s.at(i).is(ordinal) || !s.at(i-1).is(the) || !s.at(i-2).is(preposition|to|and) || !s.endsHere(j) || s.at(j).is(of) {
		return found{}
	}
	f := found{end: j, kind: news.Date, rule: "day-of-month", lean: news.Months}
	f.expr = news.Expr{Unit: news.Months, Pick: "XXXX-XX-" + two(d), Side: news.Within}
	return f
}

// monthDay reads "February 24", "Feb. 24th, 2022".
func (s *scan) monthDay(i int) found {
	m, j := s.monthAt(i)
	if j == 0 {
		return found{}
	}
	if s.at(j).is(the) || s.at(j).mark == '-' && s.at(j+2).mark == '-' && !s.at(j).gap { // "Feb-24-2022"
		j++
	}
	d, k := s.domAt(j)
	if k == 0 || s.countsThings(j) {
		return found{}
	}
	return s.dated(m, d, k, "month-day")
}

// countsThings reports whether the number at j belongs to what follows: in
// "in May 12 people", "March 5:30", "June 20 percent" it is no day.
func (s *scan) countsThings(j int) bool {
	x := s.at(j + 1)
	if x.is(units|unit) && !x.is(part) || s.word(j+1) == "%" || s.word(j+1) == "percent" {
		return true
	}
	w := s.word(j + 1)
	return w == "people" || w == "soldiers" || w == "million" || w == "billion" || w == "per" || w == "troops"
}

// dated finishes a day and month whose words end at j with its year: behind
// it, behind the range that it opens, or told by the anchor.
func (s *scan) dated(m, d, j int, rule string) found {
	f := found{end: j, kind: news.Date, rule: rule}
	if y, k := s.yearAt(j); k > 0 && !s.countsThings(k-1) {
		f.end = k
		return s.fixedDay(f, y, m, d)
	}
	if s.at(j).is(of) {
		if y, k := s.yearAt(j + 1); k > 0 {
			f.end = k
			return s.fixedDay(f, y, m, d)
		}
	}
	if y := s.yearAhead(j, m); y > 0 {
		return s.fixedDay(f, y, m, d)
	}
	if _, ok := news.NewDay(2000, m, d); !ok {
		return found{}
	}
	f.expr.Pick = "XXXX-" + two(m) + "-" + two(d)
	return s.ofYear(f)
}

func (s *scan) fixedDay(f found, y, m, d int) found {
	day, ok := news.NewDay(y, m, d)
	if !ok {
		return found{}
	}
	f.expr = news.Expr{Fixed: day.String()}
	return f
}

// ofYear adds a year told in words to a month or day: "July last year",
// "12 March of the same year"; else the side is free.
func (s *scan) ofYear(f found) found {
	j := f.end
	if s.at(j).is(of) || s.at(j).mark == ',' {
		j++
	}
	if g := s.pointed(j); g.end > 0 && g.expr.Unit == news.Years && g.expr.Pick == "" && s.at(g.end-1).is(unit) {
		f.end = g.end
		f.expr.Unit, f.expr.Shift, f.expr.Side = news.Years, g.expr.Shift, news.Within
		f.lean, f.soft = g.lean, g.soft
		return f
	}
	f.free = true
	return f
}

// yearAhead is the year that closes a range or pair which the date before j
// opens: the 2015 of "30 January to 2 February 2015"; 0 when there is none.
func (s *scan) yearAhead(j, m int) int {
	if x := s.at(j); !x.is(to|and) && x.mark != '-' {
		return 0
	}
	j++
	if _, k := s.domAt(j); k > 0 {
		j = k
	}
	m2, k := s.monthAt(j)
	if k == 0 {
		y, e := s.yearAt(j)
		if e > 0 && s.at(j).mark == ',' { // "March 10-12, 2025"
			return y
		}
		return 0
	}
	if _, e := s.domAt(k); e > 0 {
		k = e
	}
	y, e := s.yearAt(k)
	if e == 0 {
		return 0
	}
	if m > m2 {
		y--
	}
	return y
}

// monthYear reads "February 2022", "February of 2022", and a month alone.
func (s *scan) monthYear(i int) found {
	m, j := s.monthAt(i)
	if j == 0 {
		return found{}
	}
	k := j
	if s.at(k).is(of) {
		k++
	}
	f := found{end: j, kind: news.Date, rule: "month"}
	if y, e := s.yearAt(k); e > 0 && !s.countsThings(e-1) {
		f.end, f.rule = e, "month-year"
		f.expr.Fixed = year4(y) + "-" + two(m)
		return f
	}
	if y := s.yearAhead(j, m); y > 0 {
		f.expr.Fixed = year4(y) + "-" + two(m)
		return f
	}
	f.expr.Pick = "XXXX-" + two(m)
	f = s.ofYear(f)
	if f.free && !s.isMonth(i, j) {
		return found{}
	}
	return f
}

// isMonth reports whether a name of a month that stands alone in [i, j) is one:
// "May said", "June Whitfield", "the October Revolution" are not.
func (s *scan) isMonth(i, j int) bool {
	x, before, after := s.at(i), s.at(i-1), s.at(j)
	opened := before.is(monthOpener) || before.mark == ',' && s.at(i-2).is(month) || before.mark == '-' && s.at(i-2).is(early)
	if x.is(monthShort) && x.is(doubtful) && !opened {
		return false
	}
	if opened {
		return !(x.is(givenName) && after.upper && after.class == 0) || before.is(early|pointer) || before.is(preposition) && !before.is(to|and)
	}
	if before.is(the) && after.class == 0 && after.gap && !after.upper && after.mark == 0 && after.hint&(past|present|future) == 0 {
		return s.at(j).hint&ruling == 0
	}
	if before.is(the) && !x.is(doubtful) && after.upper && s.isThing(j+1) { // "the November Paris attacks"
		return true
	}
	if before.is(indefinite) && s.isThing(j) { // "in a June report"
		return true
	}
	if x.is(doubtful) || after.upper && after.class == 0 {
		return false
	}
	return !(before.upper && before.class == 0 && !before.fresh)
}

// isThing reports whether an ordinary word stands at j: in small letters, no
// verb, and nothing that times are made of.
func (s *scan) isThing(j int) bool {
	x := s.at(j)
	return x.token != 0 && x.class == 0 && x.gap && !x.upper && x.mark == 0 && x.hint&(past|present|future) == 0
}

// rangeStart reads the number that opens a range within a month: the 10 of
// "10 to 12 March", and the 12 of "March 10 to 12".
func (s *scan) rangeStart(i int) found {
	d, j := s.domAt(i)
	if j == 0 {
		return found{}
	}
	if f := s.rangeOpens(d, j); f.end > 0 {
		return f
	}
	return s.rangeCloses(i, d, j)
}

func (s *scan) rangeOpens(d, j int) found {
	if x := s.at(j); !x.is(to|and) && x.mark != '-' {
		return found{}
	}
	_, k := s.domAt(j + 1)
	if k == 0 {
		return found{}
	}
	if s.at(k).is(of) {
		k++
	}
	m, k := s.monthAt(k)
	if k == 0 {
		return found{}
	}
	f := s.dated(m, d, k, "range")
	f.end = min(f.end, j)
	return f
}

// rangeCloses reads the second number of "March 10-12" when the expression
// before it, in this sentence, was a month and day.
func (s *scan) rangeCloses(i, d, j int) found {
	join := s.at(i - 1)
	if !join.is(to) && join.mark != '-' && !(join.is(and) && s.endsHere(j)) {
		return found{}
	}
	_, k := s.domAt(i - 2)
	if k == 0 || s.countsThings(i) {
		return found{}
	}
	m, e := s.monthAt(i - 3)
	if e != i-2 {
		if s.at(i-3).mark != '.' {
			return found{}
		}
		if m, e = s.monthAt(i - 4); e != i-2 {
			return found{}
		}
	}
	return s.dated(m, d, j, "range")
}

// endsHere reports whether no word that a number could count stands at j.
func (s *scan) endsHere(j int) bool {
	x := s.at(j)
	return x.token == 0 || x.mark != 0 && x.mark != '-' || x.is(preposition)
}

func two(n int) string   { return string([]byte{'0' + byte(n/10%10), '0' + byte(n%10)}) }
func year4(n int) string { return two(n/100) + two(n%100) }
