package news

import "rapporteur/internal/text"

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
