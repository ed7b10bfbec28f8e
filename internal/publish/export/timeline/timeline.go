// Package timeline writes the events of the record in the JSON of TimelineJS
// (https://timeline.knightlab.com/docs/json-format.html). In goes a source; out
// come the bytes of one object, the same for the same record.
//
//	{"title": {"text": {"headline": "..."}}, "events": [
//	  {"unique_id": "v73j", "start_date": {"year": 2024, "month": 3, "day": 12}, "group": "planned",
//	   "display_date": "Tue 12 Mar 2024", "text": {"headline": "Meeting: ...", "text": "<p>Lakeland Radio, ...</p>"}}]}
//
// TimelineJS takes headlines and texts for HTML: what reports say is escaped. A
// time is given as exactly as it is known, a month without a day. Events without
// any place in time cannot stand on a line and are left out; the title says how many.
package timeline

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"html"
	"io"
	"strings"
	"time"

	"rapporteur/internal/publish"
	"rapporteur/internal/publish/export/source"
	"rapporteur/internal/record"
)

// date is a moment as far as it is known. TimelineJS counts months and days
// from 1 and takes what is left out for unknown.
type date struct {
	Year   int  `json:"year"`
	Month  int  `json:"month,omitempty"`
	Day    int  `json:"day,omitempty"`
	Hour   *int `json:"hour,omitempty"`
	Minute *int `json:"minute,omitempty"`
}

type words struct {
	Headline string `json:"headline"`
	Text     string `json:"text,omitempty"`
}

// slide is one event.
type slide struct {
	ID      string `json:"unique_id"`
	Start   date   `json:"start_date"`
	End     *date  `json:"end_date,omitempty"`
	Display string `json:"display_date,omitempty"`
	Group   string `json:"group,omitempty"`
	Text    words  `json:"text"`
}

// Write writes the timeline of what src lets through.
func Write(w io.Writer, src *source.Source) error {
	cast, err := src.Cast()
	if err != nil {
		return err
	}
	out := bufio.NewWriter(w)
	out.WriteString(`{"events":[`)
	shown, undated := 0, 0
	for l, err := range src.Lines(record.KindEvent) {
		if err != nil {
			return err
		}
		s, ok := slideOf(cast, l.(*record.Event))
		if !ok {
			undated++
			continue
		}
		line, err := marshal(s)
		if err != nil {
			return fmt.Errorf("write event %s: %w", s.ID, err)
		}
		if shown++; shown > 1 {
			out.WriteByte(',')
		}
		out.WriteByte('\n')
		out.Write(line)
	}
	title, err := marshal(map[string]words{"text": heading(shown, undated)})
	if err != nil {
		return err
	}
	out.WriteString("\n],\"title\":")
	out.Write(title)
	out.WriteString("}\n")
	return out.Flush() // gives the first error of all the writes
}

func heading(shown, undated int) words {
	w := words{Headline: "What reports say happened and is planned", Text: fmt.Sprintf("<p>%d events.</p>", shown)}
	if undated > 0 {
		w.Text = fmt.Sprintf("<p>%d events; %d more have no place in time.</p>", shown, undated)
	}
	return w
}

func slideOf(cast *source.Cast, e *record.Event) (slide, bool) {
	start, end, ok := span(e.Time)
	if !ok {
		return slide{}, false
	}
	s := slide{ID: string(e.ID), Start: start, End: end, Display: html.EscapeString(publish.Plain(publish.WhenWords(e.Time)))}
	s.Group = html.EscapeString(publish.Plain(source.Str(e.Status)))
	if e.Background {
		s.Group = "history"
	}
	s.Text = words{Headline: html.EscapeString(cast.Words(e)), Text: body(cast, e)}
	return s, true
}

// maxCited is how many sentences a slide has.
const maxCited = 3

// body is the sentences behind an event, each with its report.
func body(cast *source.Cast, e *record.Event) string {
	var b strings.Builder
	met := map[string]bool{}
	for _, ev := range e.Evidence {
		cited := cast.Cited(ev)
		if met[cited] || len(met) == maxCited {
			continue
		}
		met[cited] = true
		b.WriteString("<p>" + html.EscapeString(cited))
		if at := cast.Link(ev.Report); at != "" {
			b.WriteString(` <a href="` + html.EscapeString(at) + `" rel="noopener noreferrer">report</a>`)
		}
		b.WriteString("</p>")
	}
	return b.String()
}

// span is the beginning and the end of a time, as exact as it is known; end is
// nil where the beginning says it all. TimelineJS counts the end in.
func span(t *record.Time) (start date, end *date, ok bool) {
	if t == nil {
		return date{}, nil, false
	}
	from, errFrom := time.Parse(time.DateOnly, source.Str(t.From))
	to, errTo := time.Parse(time.DateOnly, source.Str(t.To))
	if errFrom != nil || errTo != nil || !from.Before(to) {
		return date{}, nil, false
	}
	switch t.Precision {
	case "month":
		return date{Year: from.Year(), Month: int(from.Month())}, nil, true
	case "year":
		return date{Year: from.Year()}, nil, true
	}
	start = dayOf(from)
	if t.Precision == "minute" || t.Precision == "hour" {
		start.clock(source.Str(t.Value))
	}
	if last := to.AddDate(0, 0, -1); last.After(from) {
		d := dayOf(last)
		end = &d
	}
	return start, end, true
}

func dayOf(t time.Time) date { return date{Year: t.Year(), Month: int(t.Month()), Day: t.Day()} }

// clock adds the time of day of a value such as 2024-03-18T12:00.
func (d *date) clock(value string) {
	for _, layout := range []string{"2006-01-02T15:04", "2006-01-02T15"} {
		if at, err := time.Parse(layout, strings.TrimSuffix(value, "Z")); err == nil {
			hour, minute := at.Hour(), at.Minute()
			d.Hour, d.Minute = &hour, &minute
			return
		}
	}
}

// marshal is v as JSON. "<" and its like stay escaped, so that the file may
// also stand within a page.
func marshal(v any) ([]byte, error) {
	b, err := json.Marshal(v)
	return bytes.ToValidUTF8(b, []byte("\uFFFD")), err
}
