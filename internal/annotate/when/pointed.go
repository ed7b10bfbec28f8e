package when

import "rapporteur/internal/news"

// pointing is a word that says which one: its distance, and from where.
type pointing struct {
	shift int32
	told  bool // seen from what was told before
	the   bool
	word  string // in lower case: "last", "this", "next"
	past  bool   // "this past": before
	come  bool   // "this coming"
	at    int    // item behind it
}

// point reads "this", "last", "the next", "that same", "this past".
func (s *scan) point(i int) (p pointing, ok bool) {
	j := i
	if s.at(j).is(the) {
		p.the = true
		j++
	}
	x := s.at(j)
	if !x.is(pointer) {
		return p, false
	}
	p.shift, p.word, p.at = int32(x.shift), lower(s.word(j)), j+1
	p.told = x.is(told) || p.the && p.word == "next"
	switch y := s.at(j + 1); {
	case p.word == "that" && s.word(j+1) == "same":
		p.at++
	case (p.word == "this" || p.word == "that") && y.is(pointer) && s.word(j+1) == "past":
		p.shift, p.past, p.at = -1, true, j+2
	case p.word == "this" && y.is(pointer) && (s.word(j+1) == "coming" || s.word(j+1) == "next"):
		p.shift, p.come, p.at = 1, true, j+2
	}
	return p, true
}

func lower(w string) string {
	if w != "" && w[0] >= 'A' && w[0] <= 'Z' {
		return string(w[0]|0x20) + w[1:]
	}
	return w
}

// pointed reads expressions that point: "this week", "last year", "the past
// two years", "the next day", "that month", "last November", "next Tuesday",
// "this morning", "last summer", "the coming weeks".
func (s *scan) pointed(i int) found {
	if s.depth >= 2*maxDepth {
		return found{}
	}
	s.depth++
	f := s.anyPointed(i)
	s.depth--
	return f
}

func (s *scan) anyPointed(i int) found {
	p, ok := s.point(i)
	if !ok {
		return s.theUnit(i)
	}
	x := s.at(p.at)
	if p.word == "that" && s.isConjunction(i, p) {
		return found{}
	}
	switch {
	case x.is(number|vague) && p.word == "last" && !p.the && lastsBehind[s.word(i-1)]:
		return found{} // "it will last six months"
	case x.is(number|vague) || x.is(units):
		return s.pointedSpan(p)
	case x.is(part) && !x.upper:
		return s.pointedPart(p)
	case x.is(unit):
		return s.pointedUnit(p)
	case x.is(weekday) && x.upper:
		return s.pointedWeekday(p)
	case x.is(month|monthShort) && x.upper:
		return s.pointedMonth(p)
	case x.is(season):
		return s.pointedSeason(p)
	case x.is(feastStart):
		return s.pointedFeast(p)
	}
	return found{}
}

// lastsBehind are the words behind which "last" is a verb.
var lastsBehind = map[string]bool{"will": true, "would": true, "can": true, "could": true, "may": true, "might": true,
	"should": true, "must": true, "to": true, "not": true, "did": true, "does": true, "do": true, "cannot": true}

// isConjunction tells "said that Monday's talks" and "said that day care" from
// "on that Monday" and "that day".
func (s *scan) isConjunction(i int, p pointing) bool {
	if x := s.at(p.at); x.is(unit|part) && !x.upper {
		return s.at(i-1).hint&(spoke|saying) != 0 && s.isThing(p.at+1)
	}
	return !s.at(i - 1).is(preposition | to)
}

// pointedSpan reads "the past two years", "the next few months", "the coming
// weeks", "the following days".
func (s *scan) pointedSpan(p pointing) found {
	f := found{kind: news.Duration, rule: "span"}
	if x := s.at(p.at); x.is(units) {
		f.end = p.at + 1
		switch {
		case p.word == "coming" || p.word == "upcoming" || p.come:
			f.kind, f.expr.Fixed = news.Date, "FUTURE_REF"
		case p.shift != 0 || p.word == "intervening":
			f.expr.Fixed = quantity{unit: x.unit}.value()
		default:
			return found{}
		}
		return f
	}
	q, ok := s.quantity(p.at)
	if !ok || q.hyphen || p.shift == 0 && p.word != "same" || !p.the && !p.past && p.word != "last" && p.word != "next" && p.word != "past" {
		return found{}
	}
	f.end, f.expr.Fixed = q.end, q.value()
	return f
}

// pointedPart reads "this morning", "last night", "the next morning", "that evening".
func (s *scan) pointedPart(p pointing) found {
	x := s.at(p.at)
	f := found{end: p.at + 1, kind: news.Clock, rule: "pointed-part"}
	if p.word == "past" || p.word == "coming" || p.word == "current" || p.the && p.word == "last" {
		return found{}
	}
	f.expr.Unit, f.expr.Shift, f.expr.Part = news.Days, p.shift, "T"+x.code
	if p.told {
		f.lean = news.Days
	}
	return f
}

var calendarUnits = [256]news.Unit{'D': news.Days, 'W': news.Weeks, 'F': news.Weeks, 'M': news.Months, 'Q': news.Quarters, 'Y': news.Years, 'E': news.Decades, 'C': news.Centuries}

// pointedUnit reads "this week", "last year", "the next day", "the past year".
func (s *scan) pointedUnit(p pointing) found {
	x := s.at(p.at)
	f := found{end: p.at + 1, kind: news.Date, rule: "pointed-unit"}
	if x.unit == 'K' {
		return s.pointedWeekend(p)
	}
	u := calendarUnits[x.unit]
	if x.is(ordinal) || u == "" && (x.unit != 'H' || !s.isSpan(p)) {
		return found{}
	}
	if s.isSpan(p) {
		f.kind, f.expr.Fixed = news.Duration, quantity{n: 1, unit: x.unit}.value()
		return f
	}
	if u == news.Days && (p.word == "this" || p.word == "last" || p.word == "current") {
		return found{}
	}
	f.expr.Unit, f.expr.Shift = u, p.shift
	if p.told {
		f.lean, f.soft = u, p.word == "same" || p.word == "previous" || p.word == "that"
	}
	return f
}

// isSpan reports whether the unit pointed at is a stretch, not a page of the
// calendar: "the past year", "over the next week", "the last decade".
func (s *scan) isSpan(p pointing) bool {
	if p.word == "past" {
		return true
	}
	if !p.the || p.word != "last" && p.word != "next" && p.word != "coming" {
		return false
	}
	if p.word == "last" {
		return true
	}
	switch lower(s.word(p.at - 3)) {
	case "over", "in", "within", "during", "for", "throughout", "through":
		return true
	}
	return false
}

// pointedWeekend reads "this weekend", "last weekend", "this past weekend".
func (s *scan) pointedWeekend(p pointing) found {
	f := found{end: p.at + 1, kind: news.Date, rule: "weekend"}
	f.expr.Pick = "XXXX-WXX-WE"
	return s.placed(f, p, news.Weeks)
}

// placed says where what is picked lies, by the word that points: this is
// within the running unit, last is before, next within the one to come.
func (s *scan) placed(f found, p pointing, within news.Unit) found {
	switch {
	case p.told && p.shift > 0:
		f.expr.Side, f.lean = news.After, news.Days
	case p.told && p.shift < 0:
		f.expr.Side, f.lean = news.Before, news.Days
	case p.told:
		f.expr.Unit, f.expr.Side, f.lean = within, news.Within, within
	case p.past || p.word == "last" || p.word == "past":
		f.expr.Side = news.Before
	case p.come || p.word == "coming" || p.word == "upcoming":
		f.expr.Side = news.After
	case p.word == "next" && within == news.Weeks:
		f.expr.Unit, f.expr.Shift, f.expr.Side = within, 1, news.Within
	case p.word == "next":
		f.expr.Side = news.After
	default:
		f.expr.Unit, f.expr.Side = within, news.Within
	}
	return f
}

// pointedWeekday reads "last Monday", "this Friday", "next Tuesday night".
func (s *scan) pointedWeekday(p pointing) found {
	if f := s.weekdayDate(p.at); f.end > 0 {
		return f
	}
	if f := s.nthOfMonth(p.at - 1); f.end > 0 && p.the && p.word == "last" {
		return f
	}
	x := s.at(p.at)
	f := found{end: p.at + 1, kind: news.Date, rule: "pointed-weekday"}
	f.expr.Pick = "XXXX-WXX-" + digit(x.n)
	f = s.withPart(f)
	if p.told && p.shift == 0 {
		f.free = true
		return f
	}
	return s.placed(f, p, news.Weeks)
}

// pointedMonth reads "last November", "this March", "the following July".
func (s *scan) pointedMonth(p pointing) found {
	m, j := s.monthAt(p.at)
	if j == 0 {
		return found{}
	}
	f := found{end: j, kind: news.Date, rule: "pointed-month"}
	f.expr.Pick = "XXXX-" + two(m)
	if d, k := s.domAt(j); k > 0 && !s.countsThings(j) {
		f.end = k
		f.expr.Pick += "-" + two(d)
	}
	if p.told && p.shift != 0 {
		f = s.placed(f, p, news.Years)
		f.lean = news.Months
		return f
	}
	return s.placed(f, p, news.Years)
}

// pointedSeason reads "last summer", "this winter".
func (s *scan) pointedSeason(p pointing) found {
	x := s.at(p.at)
	f := found{end: p.at + 1, kind: news.Date, rule: "pointed-season"}
	f.expr.Pick = "XXXX-" + x.code
	if x.code == "WI" && !p.told && p.shift == 0 {
		f.expr.Side = news.Near
		return f
	}
	return s.placed(f, p, news.Years)
}

// pointedFeast reads "last Christmas", "this Easter".
func (s *scan) pointedFeast(p pointing) found {
	f := s.feast(p.at)
	if f.end == 0 || f.expr.Pick == "" {
		return found{}
	}
	f.free = false
	return s.placed(f, p, news.Years)
}

// theUnit reads what "the" points at with no other word: "the weekend", "the
// day before"; and "recent days".
func (s *scan) theUnit(i int) found {
	x := s.at(i + 1)
	if s.at(i).is(the) && x.is(ordinal) {
		return s.theFirst(i)
	}
	if !s.at(i).is(the) || !x.is(unit) || x.is(ordinal) {
		return s.recently(i)
	}
	if x.unit == 'K' {
		return found{end: i + 2, kind: news.Date, rule: "weekend", free: true, expr: news.Expr{Pick: "XXXX-WXX-WE"}}
	}
	side := int32(0)
	switch s.word(i + 2) {
	case "before":
		side = -1
	case "after", "following":
		side = 1
	}
	u := calendarUnits[x.unit]
	if side == 0 || u == "" && x.unit != 'X' || !s.closed(i+3) && s.at(i+3).hint&clause == 0 {
		return found{}
	}
	f := found{end: i + 3, kind: news.Date, rule: "the-unit", lean: u, expr: news.Expr{Unit: u, Shift: side}}
	if x.unit == 'X' {
		f.kind, f.lean, f.expr.Unit, f.expr.Part = news.Clock, news.Days, news.Days, "TNI"
	}
	return f
}

// theFirst reads "the first week of March" and "the first ten months of 2015".
func (s *scan) theFirst(i int) found {
	if u := s.at(i + 2); u.is(unit) && u.unit == 'W' && s.at(i+3).is(of) {
		return s.weekOf(i + 2)
	}
	if s.at(i + 2).is(weekday) {
		return s.nthOfMonth(i + 1)
	}
	q, ok := s.quantity(i + 2)
	if !ok || s.at(i+1).n != 1 && lower(s.word(i+1)) != "final" || q.n == 1 || q.hyphen {
		return found{}
	}
	f := found{end: q.end, kind: news.Duration, rule: "span", expr: news.Expr{Fixed: q.value()}}
	if g := s.core(q.end + 1); s.at(q.end).is(of) && g.end > 0 && (g.rule == "year" || g.rule == "month-year" || g.rule == "pointed-unit") {
		f.end = g.end
	}
	return f
}

// nthOfMonth reads "first Monday in March", "last Sunday of October".
func (s *scan) nthOfMonth(i int) found {
	x, w := s.at(i), s.at(i+1)
	m, j := s.monthAt(i + 3)
	if j == 0 || !w.upper || x.n > 5 || !s.at(i+2).is(of|preposition) {
		return found{}
	}
	f := found{end: j, kind: news.Date, rule: "nth-weekday", free: true}
	f.expr.Pick = "NTH-" + two(m) + "-" + digit(x.n) + "-" + digit(w.n)
	if y, e := s.yearAt(j); e > 0 {
		return s.feastIn(f, y, e)
	}
	return f
}

// weekOf reads the month behind "the first week of": what is told is a week in
// it, what is known is the month.
func (s *scan) weekOf(i int) found {
	f := s.core(i + 2)
	if f.end == 0 || f.rule != "month" && f.rule != "month-year" && f.rule != "pointed-unit" {
		return found{}
	}
	f.approx = "about"
	return f
}

// recently reads "recent days", "the most recent months".
func (s *scan) recently(i int) found {
	j := i
	if s.at(j).is(the) {
		j++
	}
	if s.word(j) == "more" || s.word(j) == "most" {
		j++
	}
	if !s.at(j).is(recent) || !s.at(j+1).is(units) {
		return found{}
	}
	return found{end: j + 2, kind: news.Date, rule: "recent", expr: news.Expr{Fixed: "PAST_REF"}}
}
