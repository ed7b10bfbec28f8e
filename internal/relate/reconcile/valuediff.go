package reconcile

import (
	"cmp"
	"math"
	"slices"
	"strconv"
	"strings"
)

// differInValue writes down the values that reports of one story give for one
// thing. Later and not less is the course of things, and so is a lower bound
// that a later figure keeps; two exact values on one day are a conflict.
func (c *reconciler) differInValue(ts []tally, list []int32, lines []int32) {
	list = list[max(0, len(list)-mostCounted):] // so that thousands of them take no time of their square
	for len(list) > 1 {
		alike := make([]bool, len(list))
		counted := map[int32]bool{} // the figures of those alike: all their tallies go with them
		last := list[0]             // a toll of a later day is told as the one before it was, not as the first
		for k, i := range list {
			alike[k] = k == 0 || c.sameCount(&ts[list[0]], &ts[i]) && otherCount(&ts[list[0]], &ts[i]) || ts[i].outcome && ts[last].outcome && c.sameCount(&ts[last], &ts[i])
			if alike[k] {
				last = i
			}
			counted[lines[i]] = counted[lines[i]] || alike[k] && lines[i] > 0
		}
		var same, rest []int32
		for k, i := range list {
			if alike[k] || counted[lines[i]] {
				same = append(same, i)
			} else {
				rest = append(rest, i)
			}
		}
		c.differ(ts, same, lines)
		list = rest
	}
}

func (c *reconciler) differ(ts []tally, list []int32, lines []int32) {
	g := withoutFurther(ts, c.onePerReport(ts, list, lines))
	if len(g) < 2 || !slices.ContainsFunc(g, func(i int32) bool { return ts[i].value != ts[g[0]].value }) || onlyRounded(ts, g) {
		return // "2000 km", "about 2000 km"
	}
	slices.SortStableFunc(g, func(i, j int32) int { return cmp.Compare(ts[i].when(), ts[j].when()) })
	kind := "update"
	for k, i := range g[1:] {
		if clashes(&ts[g[k]], &ts[i]) && kind != "scope" {
			kind = "conflict"
		}
		if ts[g[k]].others != ts[i].others {
			kind = "scope"
		}
	}
	latest := &c.rec.Figures[lines[g[len(g)-1]]-1]
	d := c.difference("figure", latest.ID, "value", kind)
	for _, i := range g {
		f := &c.Reports[ts[i].report].Figures[ts[i].index]
		d.add(c, valueOf(f), []place{{report: ts[i].report, span: f.Span}})
	}
	c.keep(d, 0.7, "other-value")
}

// withoutFurther leaves out those that count further ones where enough others
// differ.
func withoutFurther(ts []tally, g []int32) []int32 {
	whole := slices.DeleteFunc(slices.Clone(g), func(i int32) bool { return ts[i].others })
	if slices.ContainsFunc(whole, func(i int32) bool { return ts[i].value != ts[whole[0]].value }) {
		return whole
	}
	return g
}

// onlyRounded reports whether of things that nobody suffers all values are one,
// told exactly and about: "more than 200,000", "209,000".
func onlyRounded(ts []tally, g []int32) bool {
	x, y := &ts[g[0]], &ts[g[0]]
	low, high := math.Inf(-1), math.Inf(1)
	exact := false
	for _, i := range g {
		t := &ts[i]
		if t.outcome {
			return false
		}
		if t.value < x.value {
			x = t
		}
		if t.value > y.value {
			y = t
		}
		low, high, exact = max(low, t.low), min(high, t.high), exact || t.low == t.high
	}
	return exact && low <= high && y.value-x.value <= rounded*y.value
}

// onePerReport keeps the figure by which each report counts the thing: of
// people befallen the first, which the headline or lead has; of all else the
// only one, and none where a report gives two.
func (c *reconciler) onePerReport(ts []tally, list []int32, lines []int32) (out []int32) {
	for k := 0; k < len(list); {
		first := list[k]
		several := false
		for ; k < len(list) && ts[list[k]].report == ts[first].report; k++ {
			several = several || ts[list[k]].value != ts[first].value
		}
		if lines[first] > 0 && (ts[first].outcome || !several) {
			out = append(out, first)
		}
	}
	return out
}

// clashes reports whether the later of two figures cannot be what became of
// the earlier: fewer befallen on a later day, or two values of all else on one
// day that exclude each other.
func clashes(a, b *tally) bool {
	apart := a.low > b.high || b.low > a.high
	if a.outcome {
		return apart && b.value < a.value && (daysBetween(a.day, b.day) > 0 || hoursBetween(a.stamp, b.stamp) >= longHours)
	}
	if a.unit == "%" || money(a.unit) { // prices and shares move within a day
		return apart && daysBetween(a.day, b.day) == 0 && hoursBetween(a.stamp, b.stamp) < longHours
	}
	return apart && daysBetween(a.day, b.day) == 0
}

// money reports whether a unit is that of a currency.
func money(unit string) bool { return unit != "" && unit != "%" && unit == strings.ToUpper(unit) }

// longHours is the number of hours from which a smaller figure is no older one
// that goes on being printed.
const longHours = 4

// hoursBetween is the number of hours between two stamps of one day, 0 where
// either tells none.
func hoursBetween(a, b string) int {
	const day, hour = len("2006-01-02T"), len("2006-01-02T15")
	if len(a) < hour || len(b) < hour || a[:day] != b[:day] {
		return 0
	}
	x, err1 := strconv.Atoi(a[day:hour])
	y, err2 := strconv.Atoi(b[day:hour])
	if err1 != nil || err2 != nil {
		return 0
	}
	return y - x
}
