package news

// Expr is what a time expression means apart from its anchor: plain data, so
// that a report whose day is estimated later can still be read right.
//
// It is worked out in four steps. The anchor is the report's day, or the value
// of an earlier Time that the words lean on. Shift moves it by whole units of
// the calendar. Pick, an underspecified TIMEX3 value, chooses a day, month or
// season seen from there. Part adds the part of the day or the clock.
//
//	"2014"              {Fixed: "2014"}
//	"last week"         {Unit: "W", Shift: -1}
//	"met on Monday"     {Pick: "XXXX-WXX-1", Side: "past"}
//	"Friday next week"  {Unit: "W", Shift: 1, Pick: "XXXX-WXX-5", Side: "within"}
//	"Monday afternoon"  {Pick: "XXXX-WXX-1", Side: "past", Part: "TAF"}
//	"the next day"      {Of: 3, Unit: "D", Shift: 1}
//	"July last year"    {Unit: "Y", Shift: -1, Pick: "XXXX-07", Side: "within"}
type Expr struct {
	Fixed string `json:",omitempty"` // the value when no anchor is needed: "2022-02-24", "P4Y", "PRESENT_REF"
	Of    TimeID `json:",omitempty"` // the earlier Time it leans on; 0: the report's day
	Unit  Unit   `json:",omitempty"`
	Shift int32  `json:",omitempty"` // how many Units to move
	Pick  string `json:",omitempty"` // see pick.go
	Side  Side   `json:",omitempty"` // which of those that Pick fits
	Part  string `json:",omitempty"` // "TMO", "T15:30", "T21:00Z"; the result must be a day
}

// Unit is a unit of the calendar.
type Unit string

// Units of Expr, finest first.
const (
	Days      Unit = "D"
	Weeks     Unit = "W"
	Months    Unit = "M"
	Quarters  Unit = "Q"
	Years     Unit = "Y"
	Decades   Unit = "E"
	Centuries Unit = "C"
)

// Side says which of the days that a Pick fits is meant.
type Side string

// Sides of the anchor.
const (
	Past   Side = "past"   // the last that has begun, the anchor's own included
	Before Side = "before" // the last that was over when the anchor began
	Future Side = "future" // the first that is not over, the anchor's own included
	After  Side = "after"  // the first that begins when the anchor is over
	Near   Side = "near"   // the nearest
	Within Side = "within" // the first that begins in the anchor's Unit
)

// maxLean bounds how many expressions may lean on each other.
const maxLean = 64

// Relative reports whether e needs a day from outside. The zero Expr means
// nothing and is not relative.
func (e Expr) Relative() bool { return e.Fixed == "" && e != Expr{} }

func (e Expr) value(day Day, times []Time, depth int) string {
	if !e.Relative() {
		return e.Fixed
	}
	from, to, fine := e.anchor(day, times, depth)
	if from.IsZero() {
		return ""
	}
	if e.Unit != "" {
		if fine > rank(e.Unit) {
			return ""
		}
		from, to = shifted(from, e.Unit, int(e.Shift))
	}
	if from.IsZero() || to.IsZero() {
		return ""
	}
	v := unitValue(from, e.Unit)
	if e.Pick != "" {
		v = pick(e.Pick, e.Side, from, to)
	}
	return withPart(v, e.Part)
}

// anchor is the range of days from which e is seen and the rank of its
// precision; zero days when there is none.
func (e Expr) anchor(day Day, times []Time, depth int) (from, to Day, fine int) {
	if e.Of == 0 {
		return day, day.Add(1), 0
	}
	if e.Of < 1 || int(e.Of) > len(times) || depth >= maxLean {
		return Day{}, Day{}, 0
	}
	v := times[e.Of-1].Expr.value(day, times, depth+1)
	from, to, precision, ok := Interval(v)
	if !ok {
		return Day{}, Day{}, 0
	}
	return from, to, precisionRank(precision)
}

// rank orders units by size; a value coarser than the unit cannot be moved by it.
func rank(u Unit) int {
	switch u {
	case Days:
		return 0
	case Weeks:
		return 1
	case Months:
		return 2
	case Quarters:
		return 3
	case Years:
		return 4
	}
	return 5
}

func precisionRank(p string) int {
	switch p {
	case Week:
		return 1
	case Month:
		return 2
	case Quarter:
		return 3
	case Year:
		return 4
	case Decade:
		return 5
	}
	return 0
}

// shifted is the calendar unit that lies n units after the one that holds d.
func shifted(d Day, u Unit, n int) (from, to Day) {
	if n > lastYear*366 || n < -lastYear*366 {
		return Day{}, Day{}
	}
	switch u {
	case Days:
		d = d.Add(n)
		return d, d.Add(1)
	case Weeks:
		d = d.Add(1 - d.isoWeekday() + 7*n)
		return d, d.Add(7)
	case Months:
		return monthSpan(int(d.Year)*12+int(d.Month)-1+n, 1)
	case Quarters:
		return monthSpan(int(d.Year)*12+(int(d.Month)-1)/3*3+3*n, 3)
	case Years:
		return yearSpan(int(d.Year)+n, 1)
	case Decades:
		return yearSpan((int(d.Year)/10+n)*10, 10)
	case Centuries:
		return yearSpan((int(d.Year)/100+n)*100, 100)
	}
	return Day{}, Day{}
}

// monthSpan is n months from month m, counted from January of the year 0.
func monthSpan(m, n int) (from, to Day) {
	if m < 12 {
		return Day{}, Day{}
	}
	from, _ = NewDay(m/12, m%12+1, 1)
	to, _ = NewDay((m+n)/12, (m+n)%12+1, 1)
	return from, to
}

func yearSpan(y, n int) (from, to Day) {
	from, _ = NewDay(y, 1, 1)
	to, _ = NewDay(y+n, 1, 1)
	return from, to
}

// unitValue is the TIMEX3 value of the unit that begins on d; "" for no unit
// is a day, so that an Expr with nothing but a Part stands on its anchor.
func unitValue(d Day, u Unit) string {
	switch u {
	case Weeks:
		y, w := d.ISOWeek()
		if y == 0 {
			return ""
		}
		return year4(y) + "-W" + two(w)
	case Months:
		return year4(int(d.Year)) + "-" + two(int(d.Month))
	case Quarters:
		return year4(int(d.Year)) + "-Q" + two((int(d.Month) + 2) / 3)[1:]
	case Years:
		return year4(int(d.Year))
	case Decades:
		return year4(int(d.Year))[:3]
	case Centuries:
		return year4(int(d.Year))[:2]
	}
	return d.String()
}

// withPart adds a part of the day or a clock to the value of a day.
func withPart(v, part string) string {
	if part == "" || v == "" {
		return v
	}
	if len(v) != len("2025-02-17") {
		return ""
	}
	return v + part
}
