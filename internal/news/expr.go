package news

// Expr is what a time expression means before its anchor is known.
type Expr struct {
	Fixed string // the value when no anchor is needed: "2022-02-24", "P4Y", "PRESENT_REF"
}

func (e Expr) value(day Day, times []Time, depth int) string { return e.Fixed }

// Interval is the half-open range of days that a TIMEX3 value covers and its
// precision (record.md); ok is false for values that name no range (durations,
// sets, PRESENT_REF, XXXX-...).
func Interval(value string) (from, to Day, precision string, ok bool) {
	return Day{}, Day{}, "unknown", false
}
