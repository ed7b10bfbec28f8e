package site

import (
	"cmp"
	"math"
	"slices"
	"time"

	"rapporteur/internal/news"
	"rapporteur/internal/publish"
)

// picture is the timeline of a story drawn: days from left to right, a dot an
// event, a dashed bar where only a week or a month is known, a line at the last
// report. It can be read as it is; a script lets it be drawn out and moved.
// The list below it says the same in words.
//
//	+3
//	 ●      ●   |
//	 ●      ● ○ |   ▭▭▭▭▭
//	─┴──────┴───┴──────┴───
//	12 May  14 May     19 May
type picture struct {
	From, To string // the first day, and the one after the last
	Cut      float64
	Named    bool // there is room for a word at the last report
	Marks    []mark
	More     []more
	Ticks    []tick
	Rows     int
	Left     int // events that have no room in the picture
}

// mark is an event; places are percent of the width.
type mark struct {
	Anchor, Title, Status string
	At, Wide              float64 // Wide is 0 for a dot
	Row                   int     // from the line up; those beyond pictureRows are only seen when there is room
	days                  days
	weight                int
}

// more counts the marks above the highest row.
type more struct {
	At float64
	N  int
}

// tick is a day on the line.
type tick struct {
	At    float64
	Text  string
	First bool // at the left end
	Last  bool
}

// days is a span: to is the day after the last.
type days struct{ from, to time.Time }

const (
	pictureRows = 7
	pictureMost = 240
	dotWide     = 2.2 // percent of the width that a dot takes for itself
	farDays     = 60  // from all reports: what lies beyond is left to the list
	wideDays    = 100 // a span that is longer tells nothing on a line of days
)

// draw makes the picture of a story; nil when there is too little to see.
func draw(s *publish.Story) *picture {
	s = cmp.Or(s.Whole, s)
	p := &picture{}
	all := drawable(s)
	if len(all) < 3 {
		return nil
	}
	first := slices.MinFunc(all, func(a, b mark) int { return a.days.from.Compare(b.days.from) }).days.from
	last := slices.MaxFunc(all, func(a, b mark) int { return a.days.to.Compare(b.days.to) }).days.to
	if last.Sub(first) < 48*time.Hour {
		return nil
	}
	p.From, p.To = first.Format(time.DateOnly), last.Format(time.DateOnly)
	at := func(t time.Time) float64 {
		return math.Round(10000*t.Sub(first).Hours()/last.Sub(first).Hours()) / 100
	}
	if to, ok := parseDay(s.To); ok && to.After(first) && to.Before(last.AddDate(0, 0, -1)) {
		p.Cut = at(to.AddDate(0, 0, 1))
		p.Named = p.Cut > 15 && p.Cut < 85
	}
	p.keep(all)
	p.lay(at)
	p.ticks(first, last, at)
	return p
}

// keep takes the best supported marks, in the order of time.
func (p *picture) keep(all []mark) {
	if p.Left = max(0, len(all)-pictureMost); p.Left > 0 {
		slices.SortStableFunc(all, func(a, b mark) int { return cmp.Compare(b.weight, a.weight) })
		all = all[:pictureMost]
	}
	slices.SortStableFunc(all, func(a, b mark) int {
		return cmp.Or(a.days.from.Compare(b.days.from), b.days.to.Compare(a.days.to))
	})
	p.Marks = all
}

// lay gives every mark its place and the lowest row in which it touches nothing.
func (p *picture) lay(at func(time.Time) float64) {
	var ends []float64 // of the last mark in every row
	for i := range p.Marks {
		m := &p.Marks[i]
		m.At = at(m.days.from)
		if m.days.to.Sub(m.days.from) > 48*time.Hour {
			m.Wide = math.Round(100*(at(m.days.to)-m.At)) / 100
		}
		end := m.At + max(m.Wide, dotWide)
		m.Row = slices.IndexFunc(ends, func(e float64) bool { return e <= m.At })
		if m.Row < 0 {
			m.Row = len(ends)
			ends = append(ends, 0)
		}
		ends[m.Row] = end
		if m.Row >= pictureRows {
			p.above(m.At)
		}
	}
	p.Rows = min(len(ends), pictureRows)
}

// above counts a mark that stands above the highest row.
func (p *picture) above(at float64) {
	if n := len(p.More); n > 0 && at-p.More[n-1].At < 2*dotWide {
		p.More[n-1].N++
		return
	}
	p.More = append(p.More, more{at, 1})
}

// maxTicks is how many days are written under a picture.
const maxTicks = 6

// ticks writes some days under the line, evenly, the first and the last among them.
func (p *picture) ticks(first, last time.Time, at func(time.Time) float64) {
	end := last.AddDate(0, 0, -1)
	n := int(end.Sub(first).Hours()/24 + .5)
	step := max(1, (n+maxTicks-1)/maxTicks)
	for d := 0; d < n; d += step {
		if d > 0 && 5*(n-d) < n {
			break // too close to the last, which has a year
		}
		day := first.AddDate(0, 0, d)
		p.Ticks = append(p.Ticks, tick{At: at(day), Text: day.Format("2 Jan"), First: d == 0})
	}
	p.Ticks = append(p.Ticks, tick{At: 100, Text: end.Format("2 Jan 2006"), Last: true})
}

// drawable is the events of a story that have a place on a line of days.
func drawable(s *publish.Story) (out []mark) {
	for _, d := range s.Timeline {
		from, ok1 := parseDay(d.From)
		to, ok2 := parseDay(d.To)
		if !ok1 || !ok2 || !to.After(from) || to.Sub(from) > wideDays*24*time.Hour || far(s, from, to) {
			continue
		}
		for _, e := range d.Events {
			out = append(out, mark{Anchor: e.Anchor, Title: e.When + ": " + e.Text, Status: string(cmp.Or(e.Status, news.Status("plain"))), days: days{from, to}, weight: e.Counts.Origins})
		}
	}
	return out
}

// far says whether a span lies long before or after all reports.
func far(s *publish.Story, from, to time.Time) bool {
	first, ok1 := parseDay(s.From)
	last, ok2 := parseDay(s.To)
	return ok1 && ok2 && (to.Before(first.AddDate(0, 0, -farDays)) || from.After(last.AddDate(0, 0, farDays)))
}

func parseDay(s string) (time.Time, bool) {
	t, err := time.Parse(time.DateOnly, s[:min(len(s), len(time.DateOnly))])
	return t, err == nil
}
