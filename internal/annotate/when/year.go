package when

import (
	"strings"

	"rapporteur/internal/news"
)

// year reads years, decades and centuries: "2014", "'99", "498 BC", "1950-53",
// "the 1990s", "the 19th century", "the year 1950".
func (s *scan) year(i int) found {
	for _, rule := range []func(int) found{s.beforeChrist, s.decade, s.century} {
		if f := rule(i); f.end > 0 {
			return f
		}
	}
	if s.at(i).is(the) {
		if s.at(i+1).unit != 'Y' || s.at(i+1).is(units) {
			return found{}
		}
		if y, e := s.yearAt(i + 2); e == i+3 {
			return found{end: e, kind: news.Date, expr: news.Expr{Fixed: year4(y)}, rule: "year"}
		}
		return found{}
	}
	return s.bareYear(i)
}

// bareYear reads four figures that the words around show to be a year.
func (s *scan) bareYear(i int) found {
	x := s.at(i)
	if !x.is(digits) {
		return found{}
	}
	f := found{end: i + 1, kind: news.Date, rule: "year"}
	if x.width == 2 {
		return s.shortYear(i, f)
	}
	if x.width != 4 || x.n < 1400 || x.n > 2100 || !s.isYear(i) {
		return found{}
	}
	f.expr.Fixed = year4(int(x.n))
	return f
}

// shortYear reads the end of "1950-53" and of "2007/08".
func (s *scan) shortYear(i int, f found) found {
	x, join, y := s.at(i), s.at(i-1), s.at(i-2)
	if join.mark != '-' && join.mark != '/' || x.gap || join.gap || !y.is(digits) || y.width != 4 ||
		y.n < 1400 || y.n > 2100 || y.n%100 >= x.n || s.at(i+1).mark == '-' {
		return found{}
	}
	f.expr.Fixed = year4(int(y.n/100*100 + x.n))
	return f
}

// isYear reports whether the four figures at i are a year and not a count, a
// number in a name, or part of a longer number.
func (s *scan) isYear(i int) bool {
	x, before, after := s.at(i), s.at(i-1), s.at(i+1)
	if s.at(i+1).mark == '-' && !s.at(i+1).gap && s.at(i+2).class == 0 && s.at(i+2).token == x.token {
		return false
	}
	if after.is(units|unit) && after.gap || after.mark == '%' || s.countsThings(i) || before.mark == '$' || before.mark == '#' {
		return false
	}
	switch {
	case before.is(yearOpener) || before.token == 0:
		return before.token == 0 && s.yearHeads(i) || before.is(yearOpener) && !s.countedAfter(i, before)
	case before.is(the | possessive | article):
		return x.n >= 1800 && !after.is(digits)
	case before.mark == '-' && s.at(i-2).is(early):
		return true
	case before.is(season | month | monthShort | feastStart | part):
		return true
	case before.mark == '(' || after.mark == ')' || before.mark == '-' && s.at(i-2).is(digits) && s.at(i-2).width == 4:
		return true
	case before.mark != 0:
		return before.mark == ',' && (s.listed(i) || after.mark == ',' || after.mark == '.' || after.is(and)) && s.listed(i)
	case before.upper:
		return false
	case owned(s.word(i-1)) && s.isThing(i+1):
		return x.n >= 1900 && x.n < 2050
	case s.word(i+1) == "'s" || s.word(i+1) == "’s":
		return true
	}
	return x.n >= 1900 && x.n < 2040 && before.class == 0 && (after.mark != 0 || after.token == 0) && s.adjoins(i)
}

// owned reports whether w ends a name that owns what follows.
func owned(w string) bool { return w == "'s" || w == "’s" || w == "'" || w == "’" }

// adjoins reports whether the word before a year that no preposition opens is
// one that years follow: "early in the day" is not enough, "fiscal 2024" is.
func (s *scan) adjoins(i int) bool {
	switch s.word(i - 1) {
	case "fiscal", "calendar", "back", "ending", "ended", "beginning", "starting", "dated", "copyright", "mid":
		return true
	}
	return false
}

// listed reports whether a year stands in a list of years: "2011, 2013 and 2014".
func (s *scan) listed(i int) bool {
	y := s.at(i - 2)
	return y.is(digits) && y.width == 4 && y.n >= 1400 && y.n <= 2100
}

// yearHeads reports whether the figures that begin a sentence are a year.
func (s *scan) yearHeads(i int) bool {
	x := s.at(i + 1)
	return s.at(i).n >= 1800 && (x.mark == ',' || x.mark == ':' || x.mark == '-' || x.token == 0 || x.hint&(past|present|future) != 0 || s.word(i+1) == "saw")
}

// countedAfter reports whether the figures at i count the plural noun behind
// them, so that the word before does not make them a year: "to 2000 soldiers".
func (s *scan) countedAfter(i int, before *item) bool {
	w := s.word(i + 1)
	x := s.at(i + 1)
	if !x.gap || x.class != 0 || x.upper || len(w) < 4 || !strings.HasSuffix(w, "s") || strings.HasSuffix(w, "ss") {
		return false
	}
	n := s.at(i).n
	return n < 1900 || n%100 == 0 && n != 1900 || n > 2050
}

// beforeChrist reads years counted from the era: "490 BC", "AD 70".
func (s *scan) beforeChrist(i int) found {
	x := s.at(i)
	if !x.is(digits) || x.width > 4 || x.n == 0 {
		return found{}
	}
	if e := s.at(i + 1); e.is(era) && e.upper {
		v := year4(int(x.n))
		if s.word(i + 1)[0] == 'B' {
			v = "BC" + v
		}
		return found{end: s.dot(i + 2), kind: news.Date, expr: news.Expr{Fixed: v}, rule: "era"}
	}
	return found{}
}

// decade reads "the 1990s", "1990s", "the '90s", "the 90s".
func (s *scan) decade(i int) found {
	j := i
	if s.at(j).is(the) {
		j++
	}
	if s.at(j).is(early) {
		j = s.shades(j)
	}
	if x := s.at(j); x.is(decadeName) && j > i && !s.at(i-1).is(possessive) {
		return found{end: j + 1, kind: news.Date, rule: "decade", expr: news.Expr{Fixed: x.code}}
	}
	w := s.word(j)
	n := len(w)
	if n < 3 || n > 8 || w[n-1] != 's' {
		return found{}
	}
	w = strings.TrimSuffix(w[:n-1], "'")
	w = strings.TrimSuffix(w, "’")
	short := strings.HasPrefix(w, "'") || strings.HasPrefix(w, "’")
	w = strings.TrimPrefix(strings.TrimPrefix(w, "'"), "’")
	y, ok := small(w)
	if !ok || y%10 != 0 {
		return found{}
	}
	f := found{end: j + 1, kind: news.Date, rule: "decade"}
	switch {
	case len(w) == 4 && y >= 1400 && y < 2100:
	case len(w) == 2 && (short || j > i && !s.at(i-1).is(possessive) && s.at(i-1).hint&measured == 0) && y >= 20:
		y += 1900
	default:
		return found{}
	}
	f.expr.Fixed = year4(y)[:3]
	return f
}

// century reads "the 19th century", "19th-century", "the eighteenth century BC".
func (s *scan) century(i int) found {
	j := i
	if s.at(j).is(the) {
		j++
	}
	if s.at(j).is(early) {
		j = s.shades(j)
	}
	x := s.at(j)
	if !x.is(ordinal) || x.n < 1 || x.n > 21 {
		return found{}
	}
	j++
	if s.at(j).mark == '-' {
		if s.at(i).is(the) { // "the 20th-century war" is not "the 20th century"
			return found{}
		}
		j++
	}
	if s.at(j).unit != 'C' {
		return found{}
	}
	f := found{end: j + 1, kind: news.Date, expr: news.Expr{Fixed: two(int(x.n) - 1)}, rule: "century"}
	if e := s.at(j + 1); e.is(era) && e.upper && s.word(j + 1)[0] == 'B' {
		f.end, f.expr.Fixed = s.dot(j+2), "BC"+two(int(x.n)-1)
	}
	return f
}
