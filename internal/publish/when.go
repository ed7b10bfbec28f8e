package publish

import (
	"strconv"
	"strings"
	"time"

	"rapporteur/internal/record"
)

func itoa(n int) string { return strconv.Itoa(n) }

const dayLayout = "2006-01-02"

func parseDay(s string) (time.Time, bool) {
	if len(s) > len(dayLayout) {
		s = s[:len(dayLayout)]
	}
	t, err := time.Parse(dayLayout, s)
	return t, err == nil
}

// dayWords is "Mon 12 May 2031"; what is no day comes back as it is.
func dayWords(s string) string {
	t, ok := parseDay(s)
	if !ok {
		return s
	}
	return t.Format("Mon 2 Jan 2006")
}

// spanWords words a span of days, both inclusive: "3 to 17 May 2031".
func spanWords(from, to string) string {
	a, okA := parseDay(from)
	b, okB := parseDay(to)
	switch {
	case !okA || !okB:
		return ""
	case a.Equal(b):
		return a.Format("2 January 2006")
	case a.Year() != b.Year():
		return a.Format("2 January 2006") + " to " + b.Format("2 January 2006")
	case a.Month() != b.Month():
		return a.Format("2 January") + " to " + b.Format("2 January 2006")
	}
	return a.Format("2") + " to " + b.Format("2 January 2006")
}

// whenWords words a time with its fuzziness left in: "Mon 12 May 2031",
// "about May 2031", "week of 12 May 2031"; "" when it has no place in time.
func whenWords(t *record.Time) string {
	if t == nil || str(t.From) == "" {
		return ""
	}
	w := dateWords(t)
	if h := hourWords(t); w != "" && h != "" {
		w += ", " + h
	}
	return w
}

// dateWords is whenWords without the hour.
func dateWords(t *record.Time) string {
	if t == nil || str(t.From) == "" {
		return ""
	}
	w := exactWords(t)
	if a := str(t.Approximate); w != "" && a != "" {
		w = a + " " + w
	}
	return w
}

func exactWords(t *record.Time) string {
	from, ok := parseDay(str(t.From))
	if !ok {
		return ""
	}
	switch t.Precision {
	case "week":
		return "week of " + from.Format("2 Jan 2006")
	case "month":
		return from.Format("January 2006")
	case "quarter":
		return itoa((int(from.Month())+2)/3) + ordinal((int(from.Month())+2)/3) + " quarter of " + from.Format("2006")
	case "year":
		return from.Format("2006")
	case "decade":
		return "the " + from.Format("2006") + "s"
	}
	if last, ok := lastDay(t); ok && last.After(from) {
		return rangeWords(from, last)
	}
	return from.Format("Mon 2 Jan 2006")
}

func ordinal(n int) string { return [...]string{"th", "st", "nd", "rd"}[n&3] }

// lastDay is the last day that t covers; To is exclusive.
func lastDay(t *record.Time) (time.Time, bool) {
	to, ok := parseDay(str(t.To))
	return to.AddDate(0, 0, -1), ok
}

func rangeWords(a, b time.Time) string {
	if a.Year() == b.Year() && a.Month() == b.Month() {
		return a.Format("2") + " to " + b.Format("2 Jan 2006")
	}
	return a.Format("2 Jan 2006") + " to " + b.Format("2 Jan 2006")
}

// partsOfDay are the TIMEX3 codes behind the T of a value.
var partsOfDay = map[string]string{"MO": "morning", "MI": "midday", "AF": "afternoon", "EV": "evening", "NI": "night", "DT": "daytime"}

// hourWords is what a TIMEX3 value says beyond the day: "morning", "14:05".
func hourWords(t *record.Time) string {
	if t == nil {
		return ""
	}
	_, at, ok := strings.Cut(str(t.Value), "T")
	if !ok || at == "" {
		return ""
	}
	if p := partsOfDay[at]; p != "" {
		return p
	}
	if at[0] >= '0' && at[0] <= '9' {
		return at
	}
	return ""
}

// fuzzy says whether t is wider than a day or only about right.
func fuzzy(t *record.Time) bool {
	switch t.Precision {
	case "week", "month", "quarter", "year", "decade", "unknown":
		return true
	}
	return str(t.Approximate) != ""
}

// shortDay is "12 May" for a line whose year is plain from its heading.
func shortDay(s string) string {
	t, ok := parseDay(s)
	if !ok {
		return ""
	}
	return t.Format("2 Jan")
}
