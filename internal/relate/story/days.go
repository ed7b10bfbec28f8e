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
		if t := &a.Times[i]; t.Sentence <= leadSentences {
			if d := dayOf(t); !d.IsZero() {
				out = append(out, d)
			}
		}
	}
	slices.SortFunc(out, order)
	return slices.Compact(out)
}

// deed is something that the lead of a report tells as its news: what kind of
// event, and on what day.
type deed struct {
	class string
	day   news.Day
}

// repeatable are the classes of event that come again and look alike: a second
// launch, another round of talks. What is only said about a happening (demands,
// accusations) goes on for weeks in one story.
var repeatable = map[string]bool{"CONSULT": true, "ASSAULT": true, "MOBILIZE": true, "PROTEST": true, "COERCE": true, "SANCTION": true}

// leadDeeds are the events that the lead of a tells, each on its day or, where
// none is told, on the first day that the lead speaks of.
func leadDeeds(a *news.Analysis) (out []deed) {
	first := firstDay(a)
	for i := range a.Events {
		e := &a.Events[i]
		if e.Leaning() || e.Background || !repeatable[e.Class] || e.Sentence > leadSentences {
			continue
		}
		day := first
		if t := a.Time(e.Time); t != nil {
			day = dayOf(t)
		}
		if !day.IsZero() {
			out = append(out, deed{e.Class, day})
		}
	}
	return out
}

// firstDay is the first day that the lead of a speaks of, none where it speaks
// of none.
func firstDay(a *news.Analysis) news.Day {
	for i := range a.Times {
		if t := &a.Times[i]; t.Sentence <= leadSentences {
			if d := dayOf(t); !d.IsZero() {
				return d
			}
		}
	}
	return news.Day{}
}

// dayOf is the day of a time that is known to the day.
func dayOf(t *news.Time) news.Day {
	if from, _, precision, ok := news.Interval(t.Value); ok && exact(precision) {
		return from
	}
	return news.Day{}
}

// again reports whether a tells of an event of a kind that b tells of too, but
// more than a few days apart: the days that each tells most of, for each kind.
func again(a, b []deed) bool {
	found := false
	for i, x := range a {
		if slices.ContainsFunc(a[:i], func(d deed) bool { return d.class == x.class }) {
			continue // seen already
		}
		other := mainDay(b, x.class)
		if other.IsZero() {
			continue
		}
		if n := mainDay(a, x.class).Sub(other); -near <= n && n <= near {
			return false
		}
		found = true
	}
	return found
}

// mainDay is the day on which most deeds of a class fall, the first told of
// several; none where there is no such deed.
func mainDay(list []deed, class string) (best news.Day) {
	most := 0
	for _, x := range list {
		if x.class != class {
			continue
		}
		n := 0
		for _, y := range list {
			if y == x {
				n++
			}
		}
		if n > most {
			best, most = x.day, n
		}
	}
	return best
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

// nearest is the least number of days between a day of a and a day of b, both
// sorted and not empty.
func nearest(a, b []news.Day) int {
	least := 1 << 30
	for i, j := 0, 0; i < len(a) && j < len(b); {
		n := a[i].Sub(b[j])
		least = min(least, max(n, -n))
		if n < 0 {
			i++
		} else {
			j++
		}
	}
	return least
}
