// Package calendar writes the plans that reports tell of as iCalendar (RFC
// 5545): meetings, visits and whatever else is planned, possible, put off or
// called off. In goes a source; out come the bytes of one calendar, the same
// for the same record.
//
//	event v73j..., planned, 12 March 2024, Joran Pelc and Ilse Tarnow
//	  ->  BEGIN:VEVENT
//	      UID:v73j...@rapporteur
//	      DTSTART;VALUE=DATE:20240312
//	      STATUS:CONFIRMED
//	      SUMMARY:Meeting: Joran Pelc and Ilse Tarnow
//	      DESCRIPTION:Told as planned ...\nLakeland Radio, Thu 7 Mar 2024: The two ...
//
// What happened already is no plan and stays out, and so does history told to
// explain. A plan without a day that reports name cannot stand in a calendar:
// it becomes a to-do (VTODO), which needs none, with the reason.
package calendar

import (
	"fmt"
	"io"
	"strings"

	"rapporteur/internal/news"
	"rapporteur/internal/publish"
	"rapporteur/internal/publish/export/source"
	"rapporteur/internal/record"
)

// statuses are those of RFC 5545 for an event (3.8.1.11): how definite a plan
// is told, never how true. What is put off stays as it was until reports name
// another day.
var statuses = map[news.Status]string{
	news.Planned: "CONFIRMED", news.Possible: "TENTATIVE", news.Postponed: "TENTATIVE", news.Cancelled: "CANCELLED",
}

// Write writes the calendar of what src lets through, under a name.
func Write(w io.Writer, src *source.Source, name string) error {
	cast, err := src.Cast()
	if err != nil {
		return err
	}
	out := newWriter(w)
	out.line("BEGIN", "VCALENDAR")
	out.line("VERSION", "2.0")
	out.line("PRODID", "-//Rapporteur//Plans told in news reports//EN")
	out.line("CALSCALE", "GREGORIAN")
	out.words("NAME", publish.Plain(name))
	out.words("X-WR-CALNAME", publish.Plain(name)) // which came before NAME (RFC 7986), and is still read by more
	for l, err := range src.Lines(record.KindEvent) {
		if err != nil {
			return err
		}
		if e := l.(*record.Event); planned(e) {
			entry(out, cast, e)
		}
		if out.err != nil {
			return fmt.Errorf("write event %s: %w", l.LineID(), out.err)
		}
	}
	out.line("END", "VCALENDAR")
	return out.flush()
}

// planned says whether an event belongs into a calendar.
func planned(e *record.Event) bool {
	return e.Status != nil && statuses[*e.Status] != "" && !e.Background
}

func entry(out *writer, cast *source.Cast, e *record.Event) {
	s := spanOf(e.Time)
	sort, status := "VEVENT", statuses[*e.Status]
	if s.why != "" {
		sort = "VTODO"
		if status != "CANCELLED" {
			status = "NEEDS-ACTION" // the statuses of a to-do are others
		}
	}
	out.line("BEGIN", sort)
	out.line("UID", string(e.ID)+"@rapporteur")
	out.line("DTSTAMP", stamp(&e.Support))
	if s.why == "" {
		out.line("DTSTART"+s.kind, s.start)
		if s.end != "" {
			out.line("DTEND"+s.kind, s.end)
		}
		out.line("TRANSP", "TRANSPARENT")
	}
	out.line("STATUS", status)
	out.words("SUMMARY", summary(cast, e))
	if p := publish.Plain(cast.Name(e.Place)); p != "" {
		out.words("LOCATION", p)
	}
	out.words("CATEGORIES", publish.Plain(e.Class))
	if at := link(cast, e); at != "" {
		out.line("URL", at)
	}
	out.words("DESCRIPTION", description(cast, e, s.why))
	out.line("END", sort)
}

// summary is the event in words, with what is not plain about it in front.
func summary(cast *source.Cast, e *record.Event) string {
	words := cast.Words(e)
	switch *e.Status {
	case news.Possible:
		return "Possible: " + words
	case news.Postponed:
		return "Put off: " + words
	case news.Cancelled:
		return "Called off: " + words
	}
	return words
}

// maxCited is how many sentences a description has.
const maxCited = 5

// description is the status, the time as the report words it, and the sentences.
func description(cast *source.Cast, e *record.Event, why string) string {
	lines := []string{"Told as " + string(*e.Status) + ", by " + count(e.Support.Reports, "report") + " from " + count(e.Support.Origins, "origin") + "."}
	if why != "" {
		lines = append(lines, why)
	}
	if e.Time != nil && e.Time.Phrase != nil {
		lines = append(lines, "When: “"+publish.Plain(*e.Time.Phrase)+"”"+whenWords(e.Time)+".")
	}
	met := map[string]bool{}
	for _, ev := range e.Evidence {
		s := cast.Cited(ev)
		if met[s] {
			continue
		}
		if met[s] = true; len(met) > maxCited {
			break
		}
		lines = append(lines, s)
	}
	return strings.Join(lines, "\n")
}

func whenWords(t *record.Time) string {
	if w := publish.WhenWords(t); w != "" {
		return ", " + publish.Plain(w)
	}
	return ""
}

func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}

// link is the address of the first report behind an event that has one.
func link(cast *source.Cast, e *record.Event) string {
	for _, ev := range e.Evidence {
		if at := cast.Link(ev.Report); at != "" {
			return at
		}
	}
	return ""
}
