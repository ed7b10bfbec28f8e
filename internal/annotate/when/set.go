package when

import (
	"strings"

	"rapporteur/internal/news"
)

// set reads what comes again: "every week", "each Monday", "weekly", "twice a
// day", "per year", "every two years".
func (s *scan) set(i int) found {
	x := s.at(i)
	switch {
	case x.is(every):
		return s.everyUnit(i)
	case x.is(repeated):
		return s.repeatedly(i)
	case x.is(times) && s.at(i+1).is(indefinite):
		return s.perUnit(i + 1)
	case x.is(number|vague) && s.word(i+1) == "times" && s.at(i+2).is(indefinite):
		return s.perUnit(i + 2)
	case s.word(i) == "per":
		return s.perUnit(i)
	case x.is(indefinite):
		if q, ok := s.quantity(i); ok && s.isRate(i, i, q) {
			return s.perUnit(i)
		}
	}
	return found{}
}

func (s *scan) everyUnit(i int) found {
	f := found{kind: news.Set, rule: "every"}
	j := i + 1
	if s.word(j) == "other" || s.word(j) == "single" {
		j++
	}
	x := s.at(j)
	switch {
	case x.is(weekday) && x.upper:
		f.end, f.expr.Fixed = j+1, "XXXX-WXX-"+digit(x.n)
		if p := s.at(j + 1); p.is(part) {
			f.end, f.expr.Fixed = j+2, f.expr.Fixed+"T"+p.code
		}
	case x.is(month) && x.upper:
		f.end, f.expr.Fixed = j+1, "XXXX-"+two(int(x.n))
	case x.is(season):
		f.end, f.expr.Fixed = j+1, "XXXX-"+x.code
	case x.is(part):
		f.end, f.expr.Fixed = j+1, "XXXX-XX-XXT"+x.code
	case x.is(unit) && !x.is(ordinal):
		n := int32(1)
		if s.word(i+1) == "other" {
			n = 2
		}
		f.end, f.expr.Fixed = j+1, quantity{n: n, unit: x.unit}.value()
	default:
		q, ok := s.quantity(j)
		if !ok || q.hyphen || s.at(j).is(indefinite) {
			return found{}
		}
		f.end, f.expr.Fixed = q.end, q.value()
	}
	return f
}

// repeatedly reads "weekly", "annual": not in a name, not "daily life".
func (s *scan) repeatedly(i int) found {
	x := s.at(i)
	if x.upper && (!x.fresh || s.at(i+1).upper) || s.at(i+1).mark == '-' {
		return found{}
	}
	return found{end: i + 1, kind: news.Set, rule: "repeated", expr: news.Expr{Fixed: x.code}}
}

// perUnit reads "a day" and "per day" after what is counted.
func (s *scan) perUnit(i int) found {
	x := s.at(i + 1)
	if !x.is(unit) || calendarUnits[x.unit] == "" || strings.HasSuffix(s.word(i), "'s") {
		return found{}
	}
	return found{end: i + 2, kind: news.Set, rule: "per", expr: news.Expr{Fixed: quantity{n: 1, unit: x.unit}.value()}}
}

// reference reads words for the present, the past and the future as a whole:
// "now", "currently", "recently", "in the future".
func (s *scan) reference(i int) found {
	x := s.at(i)
	f := found{end: i + 1, kind: news.Date, rule: "reference"}
	switch {
	case lower(s.word(i)) == "these" && s.word(i+1) == "days":
		f.end, f.expr.Fixed = i+2, "PRESENT_REF"
	case lower(s.word(i)) == "these":
		return found{}
	case x.is(now):
		if s.word(i+1) == "that" && lower(s.word(i)) == "now" || lower(s.word(i-1)) == "as" || s.word(i-1) == "more" || s.word(i-1) == "most" || s.at(i+1).mark == '-' && !s.at(i+1).gap || x.upper && !x.fresh {
			return found{}
		}
		f.expr.Fixed = x.code
	case x.is(the) && s.word(i+1) == "future" && lower(s.word(i-1)) == "in":
		f.end, f.expr.Fixed = i+2, "FUTURE_REF"
	case x.is(the) && s.word(i+1) == "past" && lower(s.word(i-1)) == "in" && (s.at(i+2).mark != 0 || s.at(i+2).token == 0 || s.at(i+2).is(and)):
		f.end, f.expr.Fixed = i+2, "PAST_REF"
	case x.is(the) && s.word(i+1) == "near" && s.word(i+2) == "future":
		f.end, f.expr.Fixed = i+3, "FUTURE_REF"
	default:
		return found{}
	}
	return f
}
