package reconcile

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"rapporteur/internal/news"
	"rapporteur/internal/record"
	"rapporteur/internal/relate/lists"
	"rapporteur/internal/text"
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
	lead    uint32   // stem of the last word before the number that says what is done with it; 0 for none
	persons []int32  // named before it in its sentence, sorted
	others  bool     // "20 others": those told of before are not among them
	old     bool     // told of a time long before the report, or of another town
	story   int32
	affair  int32
	day     news.Day
	stamp   string
}

const (
	wordsBehind  = 7   // words behind a number in which its outcome is looked for
	wordsBefore  = 6   // words before it
	oneHappening = 3   // days over which the victims told of in a story are those of one happening
	wordsOfOne   = 5   // content words in common of two sentences, of two stories, that count the dead of one event
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
				t.lead = leadWord(a.Doc.Text[s.Span.Start:f.Span.Start])
				t.persons, _ = c.namedIn(int32(r), text.Span{Start: s.Span.Start, End: f.Span.Start})
				t.old = t.old || t.outcome && c.elsewhere(int32(r), s)
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
		if a.Times[i].Sentence != f.Sentence || clockTime(&a.Times[i]) {
			continue
		}
		if s := c.spanOf(report, news.TimeID(i+1)); s.known && c.Days[report].Sub(s.to) > longAgo {
			return true
		}
	}
	return false
}

// clockTime reports whether a time names no more than an hour: its day is taken from
// the sentences before.
func clockTime(t *news.Time) bool {
	return t.Kind == news.Clock && t.Expr.Of != 0 && t.Expr.Pick == "" && t.Expr.Shift == 0
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
// can befall people in a week) or the sentences have words in common, and half
// of them in two stories of which one continues the other; for all
// else the sentences must be alike.
func (c *reconciler) sameCount(a, b *tally) bool {
	n := lists.Common(a.words, b.words)
	if a.story != b.story && a.outcome && b.outcome {
		return n >= wordsOfOne && 2*n >= min(len(a.words), len(b.words))
	}
	if a.story != b.story && (a.outcome || daysBetween(a.day, b.day) > sameDays) {
		return false
	}
	if !a.outcome && disjoint(a.persons, b.persons) {
		return false // his five seasons are not the other's fifteen
	}
	if a.outcome && b.outcome {
		return daysBetween(a.day, b.day) <= oneHappening || n >= 3
	}
	if n >= 5 && 2*n >= min(len(a.words), len(b.words)) {
		return true
	}
	return nearAlike(a, b)
}

// elsewhere reports whether a sentence tells of towns that no report names in
// its lead: what befell people there is told to compare.
func (c *reconciler) elsewhere(report int32, s *news.Sentence) bool {
	_, towns := c.namedIn(report, s.Span)
	return len(c.Reports[report].Sentences) > leadSentences && len(towns) > 0 && !slices.ContainsFunc(towns, c.inLead)
}

// inLead reports whether some report names an entity in headline or lead.
func (c *reconciler) inLead(e int32) bool {
	if c.leads == nil {
		c.leads = make([]bool, len(c.EntityID))
		for r, a := range c.Reports {
			for i := range a.Mentions {
				if m := &a.Mentions[i]; len(a.Sentences) > leadSentences && m.Span.Start < a.Sentences[leadSentences].Span.Start {
					if e := c.entity(int32(r), m.Chain); e > 0 {
						c.leads[e-1] = true
					}
				}
			}
		}
	}
	return c.leads[e-1]
}

// nearAlike reports whether the clauses around two numbers have most words in
// common, and of lengths and weights, of which a sentence tells several, the
// word before the number as well.
func nearAlike(a, b *tally) bool {
	m := lists.Common(a.near, b.near)
	least := min(len(a.near), len(b.near))
	oneDeed := a.lead == b.lead
	return m >= 3 && 2*m >= least && (oneDeed || !measure(a.unit)) || m == 2 && least <= 3 && !measure(a.unit) && !measure(b.unit) && !lasting[a.what]
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

// farApart is the factor from which two sums of money are not of one thing.
const farApart = 20

// otherCount reports whether two figures that sameCount brings together, and
// that are not of people befallen, give another value for one thing: then what
// stands right around them must be alike as well.
func otherCount(a, b *tally) bool {
	if a.outcome || a.value == b.value {
		return true
	}
	if measure(a.unit) && daysBetween(a.day, b.day) > oneHappening || money(a.unit) && max(a.value, b.value) > farApart*min(a.value, b.value) {
		return false // how high another one flew; the price of a share, and of the house
	}
	return nearAlike(a, b) && !oneMeasure(a, b)
}

// furtherOnes reports whether a number counts further ones only, or those left:
// "another 20", "20 others", "two people still trapped".
func furtherOnes(before, behind string) bool {
	b, f := plainWords(before), plainWords(behind)
	if len(b) > 0 && b[len(b)-1] == "another" || len(f) > 0 && (f[0] == "other" || f[0] == "others" || f[0] == "more") {
		return true
	}
	return slices.Contains(f[:min(len(f), 3)], "still") // those left of them
}

const (
	nearBefore = 6 // words before a number that say what it counts
	nearBehind = 6 // words behind it
)

// near are the content words of the clause around a number.
func near(before, behind string) []uint32 {
	before = apposed(before, behind)
	if i := strings.LastIndexAny(before, ",;:"); i >= 0 {
		before = before[i:]
	}
	if i := strings.IndexAny(behind, ",;:"); i >= 0 {
		behind = behind[:i]
	}
	b, f := strings.Fields(before), strings.Fields(behind)
	b, f = slices.Clone(b[max(0, len(b)-nearBefore):]), f[:min(len(f), nearBehind)]
	words := slices.DeleteFunc(append(b, f...), hasDigit)
	for i, w := range words {
		if asking[w] {
			words[i] = "ask" // one demand, whatever it is called
		}
	}
	return cut(strings.Join(words, " ")).content
}

// apposed is what stands before the comma that opens an insertion which is nothing but a
// number, "The recalled doses" of "The recalled doses, about 900,"; else before itself.
func apposed(before, behind string) string {
	i := strings.LastIndexByte(before, ',')
	if i < 0 || !strings.HasPrefix(behind, ",") || slices.ContainsFunc(plainWords(before[i:]), func(w string) bool { return !bounds[w] }) {
		return before
	}
	return before[:i]
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
