package reconcile

import (
	"cmp"
	"math"
	"slices"
	"strconv"
	"strings"

	"rapporteur/internal/news"
	"rapporteur/internal/record"
	"rapporteur/internal/relate/lists"
)

// tally is a figure of one report, ready to be compared.
type tally struct {
	member
	what    string // what is counted: "dead people", "drones", "passengers"
	outcome bool   // what is one of the outcomes
	unit    string
	value   float64
	low     float64
	high    float64
	words   []uint32 // content words of its sentence
	near    []uint32 // those right before and behind it
	others  bool     // "20 others": those told of before are not among them
	old     bool     // told of a time long before the report
	story   int32
	affair  int32
	day     news.Day
	stamp   string
}

const (
	wordsBehind  = 7   // words behind a number in which its outcome is looked for
	wordsBefore  = 6   // words before it
	oneHappening = 3   // days over which the victims told of in a story are those of one happening
	sameDays     = 7   // days over which reports of one affair count one thing
	mostCounted  = 256 // figures of one name whose values are compared, the latest
	longAgo      = 45  // days before the report from which a figure is history
)

// tallies are the figures of all reports that have a value, in order.
func (c *reconciler) tallies() (out []tally) {
	for r, a := range c.Reports {
		for i := range a.Figures {
			f := &a.Figures[i]
			t := tally{member: member{int32(r), int32(i)}, unit: f.Unit, value: f.Value, low: f.Low, high: f.High,
				story: c.Story[r], affair: c.Affair[r], day: c.Days[r], stamp: a.Doc.Published.Value}
			if f.NoHigh {
				t.high = math.Inf(1)
			}
			s := a.Sentence(f.Sentence)
			if s == nil || !s.Span.Contains(f.Span) || !f.Span.Fits(a.Doc.Text) || !definite(f) {
				t.what = "" // nothing to compare it by
			} else {
				t.what, t.outcome = counted(a.Doc.Text, s.Span, f)
				t.words = cut(s.Span.Of(a.Doc.Text)).content
				t.near = near(a.Doc.Text[s.Span.Start:f.Span.Start], a.Doc.Text[f.Span.End:s.Span.End])
				t.old = c.history(int32(r), f)
				t.others = furtherOnes(a.Doc.Text[s.Span.Start:f.Span.Start], a.Doc.Text[f.Span.End:s.Span.End])
			}
			out = append(out, t)
		}
	}
	return out
}

// definite reports whether f has a value: "dozens" has none.
func definite(f *news.Figure) bool { return !f.Vague }

// history reports whether f is told of a time long before its report.
func (c *reconciler) history(report int32, f *news.Figure) bool {
	a := c.Reports[report]
	if e := a.Event(f.Event); e != nil && e.Background {
		return true
	}
	if c.Days[report].IsZero() {
		return false
	}
	for i := range a.Times {
		if a.Times[i].Sentence != f.Sentence {
			continue
		}
		if s := c.spanOf(report, news.TimeID(i+1)); s.known && c.Days[report].Sub(s.to) > longAgo {
			return true
		}
	}
	return false
}

// figures merges figures that reports of one story give for the same thing and
// writes down where their values differ.
func (c *reconciler) figures() {
	ts := c.tallies()
	type key struct {
		affair int32
		what   string
	}
	at := map[key][]int32{}
	var order []key
	var edges []edge
	for i := range ts {
		t := &ts[i]
		if t.what == "" || t.old {
			continue
		}
		k := key{t.affair, t.what}
		if at[k] == nil {
			order = append(order, k)
		}
		list := at[k]
		for _, j := range list[max(0, len(list)-eventDepth):] {
			if ts[j].value == t.value && c.sameCount(&ts[j], t) {
				edges = append(edges, edge{j, int32(i), 1})
			}
		}
		at[k] = append(list, int32(i))
	}
	rs := c.ruled(record.KindFigure, len(ts), func(i int32) []place {
		return []place{{report: ts[i].report, span: c.Reports[ts[i].report].Figures[ts[i].index].Span}}
	})
	groups := group(len(ts), edges, rs, func(x, y []int32) bool { return true })
	lines := make([]int32, len(ts)) // 1 + number of the line of each tally
	for _, g := range groups {
		c.oneFigure(ts, g, lines)
	}
	bad := spoiled(c.View, record.KindFigure, c.rec.Figures)
	for _, k := range order {
		c.differInValue(ts, slices.DeleteFunc(at[k], func(i int32) bool {
			return lines[i] > 0 && bad[c.rec.Figures[lines[i]-1].ID]
		}), lines)
	}
}

// sameCount reports whether two figures of one name count the same thing: for
// outcomes the story says so, as long as its reports are few days apart (more
// can befall people in a week) or the sentences have words in common; for all
// else the sentences must be alike.
func (c *reconciler) sameCount(a, b *tally) bool {
	n := lists.Common(a.words, b.words)
	if a.story != b.story && (a.outcome || daysBetween(a.day, b.day) > sameDays) {
		return false
	}
	if a.outcome && b.outcome {
		return daysBetween(a.day, b.day) <= oneHappening || n >= 3
	}
	if n >= 5 && 2*n >= min(len(a.words), len(b.words)) {
		return true
	}
	return nearAlike(a, b)
}

// nearAlike reports whether the clauses around two numbers have most words in
// common.
func nearAlike(a, b *tally) bool {
	m := lists.Common(a.near, b.near)
	least := min(len(a.near), len(b.near))
	return m >= 3 && 2*m >= least || m == 2 && least <= 3 && !measure(a.unit) && !measure(b.unit)
}

// measure reports whether a unit is one of length, weight and the like: no
// share and no money.
func measure(unit string) bool { return unit != "" && unit != "%" && unit != strings.ToUpper(unit) }

// rounded is the part by which a length or weight changes when it is brought
// into other units and back.
const rounded = 0.05

// oneMeasure reports whether two values with a unit are one, rounded otherwise.
func oneMeasure(a, b *tally) bool {
	return measure(a.unit) && math.Abs(a.value-b.value) <= rounded*max(math.Abs(a.value), math.Abs(b.value))
}

// otherCount reports whether two figures that sameCount brings together, and
// that are not of people befallen, give another value for one thing: then what
// stands right around them must be alike as well.
func otherCount(a, b *tally) bool {
	return a.outcome || a.value == b.value || nearAlike(a, b) && !oneMeasure(a, b)
}

// furtherOnes reports whether a number counts further ones only: "another 20", "20
// others".
func furtherOnes(before, behind string) bool {
	b, f := plainWords(before), plainWords(behind)
	return len(b) > 0 && b[len(b)-1] == "another" || len(f) > 0 && (f[0] == "other" || f[0] == "others")
}

const (
	nearBefore = 6 // words before a number that say what it counts
	nearBehind = 6 // words behind it
)

// near are the content words of the clause around a number.
func near(before, behind string) []uint32 {
	if i := strings.LastIndexAny(before, ",;:"); i >= 0 {
		before = before[i:]
	}
	if i := strings.IndexAny(behind, ",;:"); i >= 0 {
		behind = behind[:i]
	}
	b, f := strings.Fields(before), strings.Fields(behind)
	b, f = b[max(0, len(b)-nearBefore):], f[:min(len(f), nearBehind)]
	return cut(strings.Join(b, " ") + " " + strings.Join(f, " ")).content
}

// oneFigure lays out a group of equal figures as one.
func (c *reconciler) oneFigure(ts []tally, g []int32, lines []int32) {
	members := make([]member, len(g))
	main := 0
	for k, i := range g {
		members[k] = ts[i].member
		if c.eventBehind(ts[i].member) != nil && c.eventBehind(members[main]) == nil {
			main = k
		}
	}
	f, ok := c.figure(members, members[main], c.eventBehind(members[main]))
	if !ok {
		return
	}
	c.rec.Figures = append(c.rec.Figures, f)
	for _, i := range g {
		lines[i] = int32(len(c.rec.Figures))
	}
}

// differInValue writes down the values that reports of one story give for one
// thing. Later and not less is the course of things, and so is a lower bound
// that a later figure keeps; two exact values on one day are a conflict.
func (c *reconciler) differInValue(ts []tally, list []int32, lines []int32) {
	list = list[max(0, len(list)-mostCounted):] // so that thousands of them take no time of their square
	for len(list) > 1 {
		alike := make([]bool, len(list))
		counted := map[int32]bool{} // the figures of those alike: all their tallies go with them
		for k, i := range list {
			alike[k] = k == 0 || c.sameCount(&ts[list[0]], &ts[i]) && otherCount(&ts[list[0]], &ts[i])
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
	g := c.onePerReport(ts, list, lines)
	if len(g) < 2 || !slices.ContainsFunc(g, func(i int32) bool { return ts[i].value != ts[g[0]].value }) {
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
	return apart && daysBetween(a.day, b.day) == 0
}

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

// valueOf prints a figure: "at least 60", "1.5 km".
func valueOf(f *news.Figure) string {
	s := strconv.FormatFloat(f.Value, 'f', -1, 64)
	if f.Bound != "" {
		s = f.Bound + " " + s
	}
	return strings.TrimSpace(s + " " + f.Unit)
}

// when orders the figures of one thing: undated reports last.
func (t *tally) when() string {
	if t.day.IsZero() {
		return "~"
	}
	if len(t.stamp) > len("2006-01-02") {
		return t.stamp
	}
	return t.day.String()
}

// eventBehind is the line of the event that a figure belongs to.
func (c *reconciler) eventBehind(m member) (id *record.ID) {
	k := c.Reports[m.report].Figures[m.index].Event
	if k < 1 || int(k) > len(c.eventOf[m.report]) {
		return nil
	}
	return c.eventOf[m.report][k-1]
}
