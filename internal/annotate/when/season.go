package when

import "rapporteur/internal/news"

// season reads "the summer of 2014", "summer 2014", "spring", "autumn of last year".
func (s *scan) season(i int) found {
	j := i
	if s.at(j).is(the) {
		j++
	}
	if j > i && s.at(j).is(early) {
		j = s.shades(j)
	}
	x := s.at(j)
	if !x.is(season) {
		return found{}
	}
	f := found{end: j + 1, kind: news.Date, rule: "season"}
	k := j + 1
	if s.at(k).is(of) || s.at(k).mark == ',' {
		k++
	}
	if y, e := s.yearAt(k); e > 0 && !s.countsThings(e-1) {
		f.end, f.expr.Fixed = e, year4(y)+"-"+x.code
		return f
	}
	f.expr.Pick = "XXXX-" + x.code
	f = s.ofYear(f)
	if f.free && !s.isSeason(i, j) {
		return found{}
	}
	return f
}

// isSeason reports whether the word at j, with nothing behind it, is a season:
// "in spring", "over the summer", "by autumn"; "the fall of the city" and
// "spring rolls" are none.
func (s *scan) isSeason(i, j int) bool {
	b, a := s.at(i-1), s.at(j+1)
	if s.at(j).upper && !s.at(j).fresh || a.is(of) {
		return false
	}
	if !b.is(preposition|monthOpener|early) || a.mark == '-' && !a.gap {
		return false
	}
	if s.at(j).is(doubtful) {
		return i < j && (a.mark != 0 || a.token == 0) || s.word(i-1) == "in"
	}
	return i < j || a.mark != 0 || a.token == 0 || a.class != 0
}

// quarter reads quarters and halves of a year: "Q1 2025", "the third quarter
// of 2024", "first-quarter", "the second half of last year".
func (s *scan) quarter(i int) found {
	j := i
	if s.at(j).is(the) {
		j++
	}
	name, j := s.quarterName(j)
	if name == "" {
		return found{}
	}
	f := found{end: j, kind: news.Date, rule: "quarter"}
	k := j
	if s.at(k).is(of) {
		k++
	}
	if y, e := s.yearAt(k); e > 0 {
		f.end, f.expr.Fixed = e, year4(y)+"-"+name
		return f
	}
	f.expr.Pick = "XXXX-" + name
	if u := s.at(k + 1); s.at(j).is(of) && s.at(k).is(the) && u.unit == 'Y' && u.is(unit) {
		f.end = k + 2
		f.expr.Unit, f.expr.Side = news.Years, news.Within
		return s.nearTold(f, news.Years)
	}
	f = s.ofYear(f)
	if f.free && (name[0] == 'H' || s.at(f.end).is(of)) { // of a match, of the house
		return found{}
	}
	return f
}

// quarterName reads "Q3", "third quarter", "second-half".
func (s *scan) quarterName(j int) (name string, end int) {
	x := s.at(j)
	if x.is(quarterName) && x.upper {
		return "Q" + digit(x.n), j + 1
	}
	if x.is(halfName) && x.upper {
		return "H" + digit(x.n), j + 1
	}
	n := x.n
	if w := s.word(j); w == "final" || w == "last" && s.at(j+2).is(of) {
		n = 4
	}
	if !x.is(ordinal) || n > 4 {
		return "", 0
	}
	j++
	if s.at(j).mark == '-' {
		j++
	}
	switch y := s.at(j); {
	case y.unit == 'Q' && y.is(unit):
		return "Q" + digit(n), j + 1
	case y.is(half) && n <= 2:
		return "H" + digit(n), j + 1
	}
	return "", 0
}
