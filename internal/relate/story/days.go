package story

import (
	"slices"

	"rapporteur/internal/news"
)

// leadSentences is the number of sentences, headline included, in which a
// report says what it is about.
const leadSentences = 5

// leadDays are the days that the first sentences of a speak of, sorted.
func leadDays(a *news.Analysis) (out []news.Day) {
	for i := range a.Times {
		t := &a.Times[i]
		if t.Sentence > leadSentences {
			break
		}
		if from, _, precision, ok := news.Interval(t.Value); ok && exact(precision) {
			out = append(out, from)
		}
	}
	slices.SortFunc(out, order)
	return slices.Compact(out)
}

// exact reports whether a time is known to the day.
func exact(precision string) bool {
	switch precision {
	case "day", "part-of-day", "hour", "minute":
		return true
	}
	return false
}

func order(a, b news.Day) int { return a.Sub(b) }

// unite merges two sorted lists of days.
func unite(a, b []news.Day) []news.Day {
	out := append(slices.Clone(a), b...)
	slices.SortFunc(out, order)
	return slices.Compact(out)
}

// meet reports whether a day of a is a day of b or next to one: two time zones
// may stand between a report and what it tells.
func meet(a, b []news.Day) bool {
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch d := a[i].Sub(b[j]); {
		case d < -1:
			i++
		case d > 1:
			j++
		default:
			return true
		}
	}
	return false
}
