package news

import (
	"fmt"
	"time"

	"rapporteur/internal/text"
)

// Day is a day of the proleptic Gregorian calendar. The zero Day is "no day".
type Day struct {
	Year  int16
	Month uint8 // 1..12
	Dom   uint8 // 1..31
}

// IsZero reports whether d is "no day".
func (d Day) IsZero() bool { return d == Day{} }

// ParseDay reads "2025-02-17"; ok is false for anything that is no real day
// of the years 1 to 9999.
func ParseDay(s string) (d Day, ok bool) {
	t, err := time.Parse("2006-01-02", s)
	if err != nil || t.Year() < 1 {
		return Day{}, false
	}
	return dayOf(t), true
}

func dayOf(t time.Time) Day {
	return Day{int16(t.Year()), uint8(t.Month()), uint8(t.Day())}
}

func (d Day) time() time.Time {
	return time.Date(int(d.Year), time.Month(d.Month), int(d.Dom), 0, 0, 0, 0, time.UTC)
}

// String is the TIMEX3 value of d: "2025-02-17"; "" for no day.
func (d Day) String() string {
	if d.IsZero() {
		return ""
	}
	return fmt.Sprintf("%04d-%02d-%02d", d.Year, d.Month, d.Dom)
}

// Add is the day n days after d.
func (d Day) Add(n int) Day { return dayOf(d.time().AddDate(0, 0, n)) }

// Sub is the number of days from o to d.
func (d Day) Sub(o Day) int { return int(d.time().Sub(o.time()).Hours() / 24) }

// Weekday of d, Sunday = 0.
func (d Day) Weekday() time.Weekday { return d.time().Weekday() }

// TimeKind is the TIMEX3 type of an expression.
type TimeKind string

// TIMEX3 types.
const (
	Date     TimeKind = "DATE"
	Clock    TimeKind = "TIME"
	Duration TimeKind = "DURATION"
	Set      TimeKind = "SET"
)

// Time is one time expression of a report (TIMEX3).
//
// Value is what the expression means without any anchor ("2022-02", "P4Y") or
// with the report's own date; it is "" for a relative phrase of an undated
// report. Expr keeps the meaning apart from the anchor, so that a date that
// relate estimates later can still give the phrase its value: see At.
type Time struct {
	Span        text.Span
	Sentence    SentenceID
	Kind        TimeKind
	Value       string // TIMEX3 value; "" unknown
	Approximate string // TIMEX3 mod in our words: "", "before", "after", "about"
	Expr        Expr
	Rule        string
	Confidence  float32
}

// At is the TIMEX3 value of t in a report anchored at day: Value when t needs
// no anchor, "" when it needs one and day is none. times is the layer that t
// stands in: an expression may lean on an earlier one ("the next day").
func (t *Time) At(day Day, times []Time) string { return t.Expr.value(day, times, 0) }
