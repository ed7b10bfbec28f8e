package news

import "time"

// Day is a day of the proleptic Gregorian calendar. The zero Day is "no day".
type Day struct {
	Year  int16
	Month uint8 // 1..12
	Dom   uint8 // 1..31
}

const lastYear = 9999 // TIMEX3 years have four digits

// IsZero reports whether d is "no day".
func (d Day) IsZero() bool { return d == Day{} }

// ParseDay reads "2025-02-17"; ok is false for anything that is no real day
// of the years 1 to 9999.
func ParseDay(s string) (d Day, ok bool) {
	if len(s) != len("2025-02-17") || s[4] != '-' || s[7] != '-' {
		return Day{}, false
	}
	y, okY := digits(s[:4])
	m, okM := digits(s[5:7])
	n, okD := digits(s[8:])
	if !okY || !okM || !okD {
		return Day{}, false
	}
	return NewDay(y, m, n)
}

// NewDay is the given day; ok is false when the calendar has no such day in
// the years 1 to 9999.
func NewDay(year, month, dom int) (d Day, ok bool) {
	if year < 1 || year > lastYear || month < 1 || month > 12 || dom < 1 || dom > monthLength(year, month) {
		return Day{}, false
	}
	return Day{int16(year), uint8(month), uint8(dom)}, true
}

// digits reads a run of decimal digits of at most four places.
func digits(s string) (n int, ok bool) {
	for i := 0; i < len(s); i++ {
		if s[i] < '0' || s[i] > '9' {
			return 0, false
		}
		n = n*10 + int(s[i]-'0')
	}
	return n, len(s) > 0 && len(s) <= 4
}

func leap(y int) bool { return y%4 == 0 && (y%100 != 0 || y%400 == 0) }

var monthLengths = [13]int{0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31}

func monthLength(y, m int) int {
	if m == 2 && leap(y) {
		return 29
	}
	return monthLengths[m]
}

// number counts days from 1 March of the year 0, so that the leap day ends its
// year: the usual arithmetic of the civil calendar.
func (d Day) number() int {
	y, m := int(d.Year), int(d.Month)
	if m < 3 {
		y, m = y-1, m+12
	}
	return 365*y + y/4 - y/100 + y/400 + (153*(m-3)+2)/5 + int(d.Dom) - 1
}

// dayNumbered is the inverse of number; the zero Day outside the years 1 to 9999.
func dayNumbered(n int) Day {
	const era = 146097 // days in 400 years
	if n < 0 || n >= 26*era {
		return Day{}
	}
	e, r := n/era, n%era
	y := (r - r/1460 + r/36524 - r/146096) / 365
	r -= 365*y + y/4 - y/100
	m := (5*r + 2) / 153
	dom := r - (153*m+2)/5 + 1
	y, m = y+400*e, m+3
	if m > 12 {
		y, m = y+1, m-12
	}
	if y < 1 || y > lastYear {
		return Day{}
	}
	return Day{int16(y), uint8(m), uint8(dom)}
}

// String is the TIMEX3 value of d: "2025-02-17"; "" for no day.
func (d Day) String() string {
	if d.IsZero() {
		return ""
	}
	return year4(int(d.Year)) + "-" + two(int(d.Month)) + "-" + two(int(d.Dom))
}

func year4(y int) string { return two(y/100) + two(y%100) }

func two(n int) string {
	return string([]byte{'0' + byte(n/10%10), '0' + byte(n%10)})
}

// Add is the day n days after d; the zero Day beyond the years 1 to 9999, and
// of the zero Day.
func (d Day) Add(n int) Day {
	if d.IsZero() {
		return d
	}
	return dayNumbered(d.number() + n)
}

// Sub is the number of days from o to d.
func (d Day) Sub(o Day) int { return d.number() - o.number() }

// Weekday of d, Sunday = 0.
func (d Day) Weekday() time.Weekday {
	return time.Weekday((d.number() + 3) % 7) // 1 March of the year 0 was a Wednesday
}

// isoWeekday is 1 for Monday to 7 for Sunday.
func (d Day) isoWeekday() int { return (int(d.Weekday())+6)%7 + 1 }

// ISOWeek is the year and number of the ISO 8601 week that holds d.
func (d Day) ISOWeek() (year, week int) {
	th := d.Add(4 - d.isoWeekday())
	if th.IsZero() {
		return 0, 0
	}
	first := Day{th.Year, 1, 1}
	return int(th.Year), th.Sub(first)/7 + 1
}

// monday is the first day of an ISO week; the zero Day when the year has no
// such week.
func monday(year, week int) Day {
	d, ok := NewDay(year, 1, 4)
	if !ok || week < 1 || week > 53 {
		return Day{}
	}
	d = d.Add(1 - d.isoWeekday() + 7*(week-1))
	if y, w := d.ISOWeek(); y != year || w != week {
		return Day{}
	}
	return d
}
