package calendar

import (
	"strings"
	"time"

	"rapporteur/internal/publish/export/source"
	"rapporteur/internal/record"
)

// span is when an event is, as a calendar has it. why is set, and the rest
// empty, where no day can be given.
type span struct {
	kind       string // parameter of the property: ";VALUE=DATE", or "" for a time of day
	start, end string // end is exclusive, "" for a moment
	why        string
}

// maxDays is how long an entry may be: a month. What is known to be some time
// in a year is no entry of the whole year.
const maxDays = 31

// spanOf places a time in a calendar. A time of day is "floating" (RFC 5545,
// 3.3.5): it is told without a time zone, so none is given.
func spanOf(t *record.Time) span {
	if t == nil {
		return span{why: "No report names a day."}
	}
	from, okFrom := day(t.From)
	to, okTo := day(t.To)
	switch {
	case !okFrom || !okTo || !from.Before(to):
		return span{why: "No day is known."}
	case t.Approximate != nil && *t.Approximate != "about":
		return span{why: "Only a bound of the day is known."}
	case to.Sub(from) > maxDays*24*time.Hour:
		return span{why: "The day is not known, only a longer time."}
	}
	if at, ok := clock(t); ok {
		return span{start: at.Format("20060102T150405")}
	}
	return span{kind: ";VALUE=DATE", start: from.Format("20060102"), end: to.Format("20060102")}
}

func day(s *string) (time.Time, bool) {
	t, err := time.Parse(time.DateOnly, source.Str(s))
	return t, err == nil && t.Year() > 0
}

// clock is the moment of a value such as 2024-03-18T12:00.
func clock(t *record.Time) (time.Time, bool) {
	value := strings.TrimSuffix(source.Str(t.Value), "Z")
	for _, layout := range []string{"2006-01-02T15:04", "2006-01-02T15", "2006-01-02T15:04:05"} {
		if at, err := time.Parse(layout, value); err == nil {
			return at, true
		}
	}
	return time.Time{}, false
}

// stamp is when what an entry says was last reported; RFC 5545 demands one.
// Where no report has a date it is the first moment of 1970.
func stamp(s *record.Support) string {
	last := s.LastSeen
	if last == "" {
		last = s.FirstSeen
	}
	t, err := time.Parse(time.DateOnly, last)
	if err != nil || t.Year() < 1 {
		t = time.Unix(0, 0).UTC()
	}
	return t.Format("20060102T150405Z")
}
