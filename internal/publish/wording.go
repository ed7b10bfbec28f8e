package publish

import (
	"cmp"
	"strings"

	"rapporteur/internal/record"
)

// Wording words single lines of a record as a brief words them. It is safe for
// use by several goroutines at once.
type Wording struct{ c *chapter }

// NewWording makes ready to word the lines of r, which is not to be changed any
// more.
func NewWording(r Reader) *Wording {
	x := &index{reports: map[record.ID]*report{}, entities: map[record.ID]*record.Entity{}, origins: map[record.ID]*record.Origin{}}
	for l := range r.Lines() {
		switch v := l.(type) {
		case *record.Report:
			x.reports[v.ID] = &report{Report: v}
		case *record.Entity:
			x.entities[v.ID] = v
		case *record.Origin:
			x.origins[v.ID] = v
		}
	}
	return &Wording{&chapter{index: x}}
}

// Line is a line in words: "Meeting in Ilvane: Toland and Harn"; "" for a time.
func (w *Wording) Line(l record.Line) string {
	switch v := l.(type) {
	case *record.Report:
		return cmp.Or(str(v.Title), v.Text)
	case *record.Story:
		return v.Label
	case *record.Entity:
		return v.Name
	case *record.Origin:
		return w.c.originName(v)
	case *record.Difference:
		return w.differing(v)
	}
	return w.statement(l)
}

func (w *Wording) statement(l record.Line) string {
	switch v := l.(type) {
	case *record.Quote:
		return w.c.quoteLine(v, &Quote{Form: v.Form, Words: words(v.Text)})
	case *record.Position:
		p, holder := w.c.positionWorded(v)
		return p.words(holder)
	case *record.Event:
		return w.c.eventWorded(v).words()
	case *record.Figure:
		return w.c.figureWorded(v).What
	}
	return ""
}

// differing is "time: Thursday | Friday".
func (w *Wording) differing(d *record.Difference) string {
	line := capital(fieldWords(d.Field)) + ": "
	for i, c := range d.Versions {
		if i > 0 {
			line += " | "
		}
		line += c.Value
	}
	return line
}

// Counts is who stands behind a statement that leans on ev.
func (w *Wording) Counts(s record.Support, ev []record.Evidence) Counts {
	var from []*Source
	for _, e := range ev {
		if w.c.reports[e.Report] != nil {
			from = append(from, &Source{ReportID: e.Report})
		}
	}
	return w.c.countSupport(s, from)
}

// Reports counts a set of reports.
func (w *Wording) Reports(ids []record.ID) Counts {
	known := make([]record.ID, 0, len(ids))
	for _, id := range ids {
		if w.c.reports[id] != nil {
			known = append(known, id)
		}
	}
	return w.c.countReports(known)
}

// Name is what a party is called, "" when nothing is known of it.
func (w *Wording) Name(p *record.Party) string { return w.c.party(p).words() }

// maxTold is how many characters of a line are told where it is one of many.
const maxTold = 240

// Short is a line in words, short enough for a list: "Mira Toland: “We will
// talk”". What the reports say is in it as they say it.
func (w *Wording) Short(l record.Line) string {
	if r, ok := l.(*record.Report); ok { // a title may be endless
		return clip(cmp.Or(strings.TrimSpace(str(r.Title)), r.Text))
	}
	return clip(w.Line(l))
}

// clip bounds what is looked at of a text that may be endless.
func clip(s string) string {
	return Shorten(Plain(strings.ToValidUTF8(s[:min(len(s), 16*maxTold)], "")), maxTold)
}

// Stands is who stands behind a line: reports, outlets and origins.
func (w *Wording) Stands(l record.Line) Counts {
	switch v := l.(type) {
	case *record.Quote:
		return w.Counts(v.Support, everyEvidence(v))
	case *record.Position, *record.Event, *record.Figure:
		return w.Counts(*record.SupportOf(l), record.EvidenceOf(l))
	case *record.Story:
		return w.Reports(v.Reports)
	}
	return Counts{}
}
