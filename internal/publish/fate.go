package publish

import (
	"strings"

	"rapporteur/internal/news"
	"rapporteur/internal/record"
	"rapporteur/internal/text"
)

// knownFigures is the last figure of each series that was known.
func (c *comparison) knownFigures() map[string]*record.Figure {
	out := map[string]*record.Figure{}
	for l := range c.was.of(record.KindFigure) {
		f := l.(*record.Figure)
		key := c.seriesOf(c.was, f)
		if o := out[key]; key != "" && !rejected(f.Base) && (o == nil || figureDay(o) < figureDay(f)) {
			out[key] = f
		}
	}
	return out
}

// seriesOf names what a figure counts in its story; "" when that is not known.
func (c *comparison) seriesOf(s *side, f *record.Figure) string {
	if str(f.Of) == "" || len(f.Evidence) == 0 {
		return ""
	}
	story := s.stories[f.Evidence[0].Report]
	if story == "" {
		return ""
	}
	if o := c.was.match(s.lines[story]); o != nil { // its id may follow another report now
		story = o.LineID()
	}
	return strings.Join([]string{string(story), text.Fold(*f.Of), str(f.Unit), text.Fold(s.words.Name(f.SaidBy))}, "\x00")
}

// passed says whether l was planned for a day that is over by now, was not by
// then, and no report tells of anything about that day that may be it.
func (c *comparison) passed(l record.Line) bool {
	e, ok := l.(*record.Event)
	if !ok || e.Background || unsureBase(e.Base) || e.Status == nil || *e.Status != news.Planned || e.Time == nil || fuzzy(e.Time) {
		return false
	}
	day := lastOf(l)
	at, ok := parseDay(day)
	if !ok || day >= c.is.last || day < c.was.last || len(e.Participants) == 0 {
		return false
	}
	for i := range e.Participants {
		who := str(e.Participants[i].Entity)
		for _, d := range []string{"", day, at.AddDate(0, 0, -1).Format(dayLayout), at.AddDate(0, 0, 1).Format(dayLayout)} {
			if who == "" || c.came[[3]string{e.Class, who, d}] {
				return false
			}
		}
	}
	return true
}

// outcomes is what is told as more than planned, by class, party and day; the
// day is "" where it is not known exactly.
func (c *comparison) outcomes() map[[3]string]bool {
	out := map[[3]string]bool{}
	for l := range c.is.of(record.KindEvent) {
		e := l.(*record.Event)
		if e.Status == nil || *e.Status == news.Planned || *e.Status == news.Possible {
			continue
		}
		day := ""
		if e.Time != nil && !fuzzy(e.Time) {
			day = lastOf(e)
		}
		for i := range e.Participants {
			out[[3]string{e.Class, str(e.Participants[i].Entity), day}] = true
		}
	}
	return out
}

// lastOf is the last day of an event; "" unknown.
func lastOf(l record.Line) string {
	if e, ok := l.(*record.Event); ok && e.Time != nil {
		if d, ok := lastDay(e.Time); ok {
			return d.Format(dayLayout)
		}
	}
	return ""
}
