package news

import "strings"

// Precisions of a value (record.md).
const (
	Minute    = "minute"
	Hour      = "hour"
	PartOfDay = "part-of-day"
	DayLong   = "day"
	Week      = "week" // a weekend too
	Month     = "month"
	Quarter   = "quarter" // a season too
	Year      = "year"    // a half year too
	Decade    = "decade"  // a century too
	Imprecise = "unknown"
)

// Interval is the half-open range of days that a TIMEX3 value covers and its
// precision (record.md); ok is false for values that name no range (durations,
// sets, PRESENT_REF, XXXX-..., years before Christ).
//
//	"2025-02-12TMO"  2025-02-12 2025-02-13 part-of-day
//	"2025-W08"       2025-02-17 2025-02-24 week
//	"2025-SU"        2025-06-01 2025-09-01 quarter
//	"199"            1990-01-01 2000-01-01 decade
func Interval(value string) (from, to Day, precision string, ok bool) {
	date, clock, timed := strings.Cut(value, "T")
	from, to, precision = dateRange(date)
	if from.IsZero() || to.IsZero() {
		return Day{}, Day{}, Imprecise, false
	}
	if !timed {
		return from, to, precision, true
	}
	precision = clockPrecision(clock)
	if precision == "" || to.Sub(from) != 1 {
		return Day{}, Day{}, Imprecise, false
	}
	return from, to, precision, true
}

// dateRange reads the part of a value before "T".
func dateRange(s string) (from, to Day, precision string) {
	switch len(s) {
	case len("20"):
		return years(s, 100, Decade)
	case len("199"):
		return years(s, 10, Decade)
	case len("2025"):
		return years(s, 1, Year)
	case len("2025-02-17"):
		if d, ok := ParseDay(s); ok {
			return d, d.Add(1), DayLong
		}
	}
	if len(s) > 5 && s[4] == '-' {
		if y, ok := digits(s[:4]); ok && y > 0 {
			return withinYear(y, s[5:])
		}
	}
	return Day{}, Day{}, Imprecise
}

// years is the range of a value that leaves out the last digits of a year.
func years(s string, span int, precision string) (from, to Day, p string) {
	y, ok := digits(s)
	if !ok || y == 0 || (y+1)*span > lastYear {
		return Day{}, Day{}, Imprecise
	}
	return Day{int16(y * span), 1, 1}, Day{int16((y + 1) * span), 1, 1}, precision
}

// withinYear reads what follows "2025-": month, week, weekday of a week,
// weekend, quarter, half or season.
func withinYear(y int, s string) (from, to Day, precision string) {
	if m, ok := digits(s); ok && len(s) == 2 && m >= 1 && m <= 12 {
		return months(y, m, 1, Month)
	}
	if s[0] == 'W' && len(s) >= 3 {
		if w, ok := digits(s[1:3]); ok {
			return withinWeek(monday(y, w), s[3:])
		}
	}
	switch s {
	case "Q1", "Q2", "Q3", "Q4":
		return months(y, int(s[1]-'1')*3+1, 3, Quarter)
	case "H1", "H2":
		return months(y, int(s[1]-'1')*6+1, 6, Year)
	case "SP", "SU", "FA":
		return months(y, seasonStart(s), 3, Quarter)
	case "WI":
		return months(y, 12, 3, Quarter)
	}
	return Day{}, Day{}, Imprecise
}

// seasonStart is the month in which the meteorological season begins.
func seasonStart(s string) int {
	switch s {
	case "SP":
		return 3
	case "SU":
		return 6
	case "FA":
		return 9
	}
	return 12
}

// withinWeek reads what follows "2025-W08": nothing, "-WE", or "-3".
func withinWeek(mon Day, s string) (from, to Day, precision string) {
	switch {
	case mon.IsZero():
	case s == "":
		return mon, mon.Add(7), Week
	case s == "-WE":
		return mon.Add(5), mon.Add(7), Week
	case len(s) == 2 && s[0] == '-' && s[1] >= '1' && s[1] <= '7':
		d := mon.Add(int(s[1] - '1'))
		return d, d.Add(1), DayLong
	}
	return Day{}, Day{}, Imprecise
}

// months is the range of n months from month m of year y.
func months(y, m, n int, precision string) (from, to Day, p string) {
	e := m + n
	end, ok := NewDay(y+(e-1)/12, (e-1)%12+1, 1)
	if !ok {
		return Day{}, Day{}, Imprecise
	}
	return Day{int16(y), uint8(m), 1}, end, precision
}

// clockPrecision reads what follows "T": "MO", "15", "15:30", "15:30:00", each
// of the latter with or without a zone; "" when it is none of these.
func clockPrecision(s string) string {
	switch s {
	case "MO", "MI", "AF", "EV", "NI", "DT":
		return PartOfDay
	}
	c := s
	if i := strings.IndexAny(s, "Z+-"); i >= 0 {
		if !wellZoned(s[i:]) {
			return ""
		}
		c = s[:i]
	}
	h, ok := digits(c[:min(2, len(c))])
	if !ok || len(c) < 2 || h > 24 {
		return ""
	}
	if len(c) == 2 {
		return Hour
	}
	if !sixties(c[2:]) {
		return ""
	}
	return Minute
}

// sixties reports whether s is ":MM" or ":MM:SS".
func sixties(s string) bool {
	if len(s) != 3 && len(s) != 6 {
		return false
	}
	for ; s != ""; s = s[3:] {
		n, ok := digits(s[1:3])
		if s[0] != ':' || !ok || n > 59 {
			return false
		}
	}
	return true
}

// wellZoned reports whether s is "Z", "+09:00" or "-04:00".
func wellZoned(s string) bool {
	if s == "Z" {
		return true
	}
	if len(s) != 6 || s[3] != ':' {
		return false
	}
	h, okH := digits(s[1:3])
	m, okM := digits(s[4:])
	return okH && okM && h <= 14 && m <= 59
}
