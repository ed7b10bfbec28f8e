package when

import "rapporteur/internal/news"

// day reads days told by weekday or from today: "Tuesday", "Monday afternoon",
// "Friday next week", "yesterday", "tomorrow night", "tonight", "the morning".
func (s *scan) day(i int) found {
	x := s.at(i)
	switch {
	case x.is(weekday) && x.upper:
		return s.weekday(i)
	case x.is(weekdayShort) && x.upper && s.shortWeekday(i):
		return s.weekday(i)
	case x.is(weekdays) && x.upper:
		return found{end: i + 1, kind: news.Set, rule: "weekdays", expr: news.Expr{Fixed: "XXXX-WXX-" + digit(x.n)}}
	case x.is(today):
		return s.fromToday(i)
	case x.is(the):
		return s.thePart(i)
	}
	return found{}
}

func digit(n int32) string { return string([]byte{'0' + byte(n%10)}) }

// shortWeekday reports whether "Mon" or "Sat." is one here: beside a date, or
// with its full stop after a word that days follow.
func (s *scan) shortWeekday(i int) bool {
	x := s.at(i)
	dotted := s.txt[x.span.End-1] == '.' || s.at(i+1).mark == '.' && !s.at(i+1).gap
	if !x.is(doubtful) {
		return dotted || s.at(i-1).is(preposition) || s.at(i+1).is(part)
	}
	return dotted && s.at(i-1).is(preposition)
}

// weekday reads a weekday with its part of the day and the week it lies in.
func (s *scan) weekday(i int) found {
	x := s.at(i)
	f := found{end: i + 1, kind: news.Date, rule: "weekday", free: true}
	if x.is(weekdayShort) {
		f.end = s.dot(f.end)
	}
	f.expr.Pick = "XXXX-WXX-" + digit(x.n)
	f = s.withWeek(s.withPart(f))
	if s.at(i-1).is(indefinite) && !s.isThing(f.end) { // "on a Friday evening" is any
		f.expr, f.free = news.Expr{}, false
	}
	return f
}

// withPart adds the part of the day behind a day: "Monday afternoon",
// "yesterday evening", "Friday late in the evening" is left alone.
func (s *scan) withPart(f found) found {
	j := f.end
	if s.at(j).is(early) && s.at(j+1).is(part) {
		j++
	}
	p := s.at(j)
	if !p.is(part) || p.upper && !p.caps || p.code == "MI" {
		return f
	}
	f.end, f.kind = j+1, news.Clock
	f.expr.Part = "T" + p.code
	return f
}

// withWeek adds the week behind a weekday: "Friday next week", "Monday of last week".
func (s *scan) withWeek(f found) found {
	j := f.end
	if s.at(j).is(of) || s.at(j).mark == ',' {
		j++
	}
	if g := s.pointed(j); g.end > 0 && g.expr.Unit == news.Weeks && g.expr.Pick == "" && g.expr.Fixed == "" {
		f.end, f.free = g.end, false
		f.expr.Unit, f.expr.Shift, f.expr.Side = news.Weeks, g.expr.Shift, news.Within
		f.lean, f.soft = g.lean, g.soft
	}
	return f
}

// fromToday reads "today", "yesterday evening", "tonight", "overnight".
func (s *scan) fromToday(i int) found {
	x := s.at(i)
	f := found{end: i + 1, kind: news.Date, rule: "today"}
	f.expr.Unit, f.expr.Shift = news.Days, int32(x.shift)
	switch s.word(i) {
	case "tonight", "Tonight", "overnight", "Overnight":
		f.kind, f.expr.Part = news.Clock, "TNI"
		return f
	}
	if w := s.word(i - 1); x.upper && s.at(i-1).upper && !s.at(i-1).caps && w != "" && !s.at(i-1).is(early) {
		return found{}
	}
	return s.withPart(f)
}

// thePart reads a part of a day told before: "in the morning", "the evening of
// Monday" is for edged to read.
func (s *scan) thePart(i int) found {
	j := i + 1
	if s.at(j).is(early) {
		j++
	}
	p := s.at(j)
	if !p.is(part) || p.code == "MI" || s.word(i-1) != "in" && s.word(i-1) != "In" && s.word(i-1) != "during" {
		return found{}
	}
	if p.upper && s.at(j+1).upper {
		return found{} // "in The Evening Ledger": a title
	}
	if s.at(j+1).is(of) || s.at(j+1).class == 0 && s.at(j+1).token != 0 && s.at(j+1).mark == 0 && !s.at(j+1).upper && s.nounAt(j+1) {
		return found{}
	}
	return found{end: j + 1, kind: news.Clock, rule: "part", lean: news.Days, soft: true, expr: news.Expr{Part: "T" + p.code}}
}

// nounAt reports whether the tags call the word at j a noun.
func (s *scan) nounAt(j int) bool {
	t := s.tag(j)
	return t != nil && (t.UPOS == news.NOUN || t.UPOS == news.PROPN)
}

// tag is the tag of the token behind item j, nil when there are no tags.
func (s *scan) tag(j int) *news.Tag {
	x := s.at(j)
	if s.a.Done&news.Tags == 0 || x.token == 0 || int(x.token) > len(s.a.Tags) {
		return nil
	}
	return &s.a.Tags[x.token-1]
}
