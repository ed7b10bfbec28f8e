package page

import (
	"cmp"
	"math"
	"slices"
	"time"

	"rapporteur/internal/news"
	"rapporteur/internal/publish"
)

// strip is the timeline as a picture: a line of days on which every event is a
// dot, a fuzzy one a bar, and the last report a mark. The list below it says
// the same in words.
//
//	 ●      ● ○ |   ▭▭▭▭▭
//	12 May      16 May    30 Jun 2031
type strip struct {
	First, Last string // the days at the ends
	Cut         string // the day of the last report, "" when it is at an end
	CutAt       float64
	Named       bool // there is room for a word at the mark
	Marks       []mark
	Rows        int
}

// mark is one event of a strip; places are percent of its width.
type mark struct {
	Anchor, Title, Status string
	At, Wide              float64 // Wide is 0 for a dot
	Row                   int
}

// maxMarks bounds a picture: beyond, it would be a smear.
const maxMarks = 160

// picture draws the timeline of s; nil when there is too little to see.
func picture(s *publish.Story) *strip {
	events, days := drawable(s)
	if len(events) < 3 || len(events) > maxMarks {
		return nil
	}
	first, last := slices.MinFunc(days, compare).from, slices.MaxFunc(days, byEnd).to
	whole := last.Sub(first).Hours()
	if whole < 48 {
		return nil
	}
	place := func(t time.Time) float64 { return math.Round(1000*t.Sub(first).Hours()/whole) / 10 }
	p := &strip{First: first.Format("2 Jan 2006"), Last: last.AddDate(0, 0, -1).Format("2 Jan 2006")}
	if to, ok := parse(s.To); ok && to.After(first) && to.Before(last.AddDate(0, 0, -1)) {
		p.Cut, p.CutAt = to.Format("2 Jan"), place(to.AddDate(0, 0, 1))
		p.Named = p.CutAt > 25 && p.CutAt < 75
	}
	var ends []float64 // of the last mark in every row
	for i, e := range events {
		m := mark{Anchor: e.Anchor, Title: e.When + ": " + e.Text, Status: string(cmp.Or(e.Status, news.Status("plain"))), At: place(days[i].from)}
		if days[i].wide() {
			m.Wide = math.Round(10*(place(days[i].to)-m.At)) / 10
		}
		m.Row, ends = row(ends, m)
		p.Marks = append(p.Marks, m)
	}
	p.Rows = len(ends)
	if p.Rows > 7 {
		return nil
	}
	return p
}

// row finds the lowest row in which m touches nothing.
func row(ends []float64, m mark) (int, []float64) {
	end := m.At + max(m.Wide, 2.5)
	for i := range ends {
		if ends[i] <= m.At {
			ends[i] = end
			return i, ends
		}
	}
	return len(ends), append(ends, end)
}

// span is the days of an event, to being the day after the last.
type span struct{ from, to time.Time }

func (s span) wide() bool   { return s.to.Sub(s.from) > 48*time.Hour }
func compare(a, b span) int { return a.from.Compare(b.from) }
func byEnd(a, b span) int   { return a.to.Compare(b.to) }
func tooWide(s span) bool   { return s.to.Sub(s.from) > 100*24*time.Hour }
func parse(s string) (time.Time, bool) {
	if len(s) > 10 {
		s = s[:10]
	}
	t, err := time.Parse("2006-01-02", s)
	return t, err == nil
}

// drawable is the events of the timeline that have a place on a line of days:
// whole years and what lies far from all reports are left to the list.
func drawable(s *publish.Story) (events []*publish.Event, days []span) {
	for _, d := range s.Timeline {
		from, ok1 := parse(d.From)
		to, ok2 := parse(d.To)
		sp := span{from, to}
		if !ok1 || !ok2 || !to.After(from) || tooWide(sp) || far(s, sp) {
			continue
		}
		for _, e := range d.Events {
			events, days = append(events, e), append(days, sp)
		}
	}
	return events, days
}

// far says whether a span lies more than 60 days outside the reports.
func far(s *publish.Story, sp span) bool {
	first, ok1 := parse(s.From)
	last, ok2 := parse(s.To)
	return ok1 && ok2 && (sp.to.Before(first.AddDate(0, 0, -60)) || sp.from.After(last.AddDate(0, 0, 60)))
}
