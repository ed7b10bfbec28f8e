package main

import (
	"fmt"
	"io"
	"strings"

	"rapporteur/internal/publish"
	"rapporteur/internal/record"
	"rapporteur/internal/store"
)

type reportCmd struct {
	ID   string `arg:"" help:"Id of a report, or its beginning."`
	JSON bool   `help:"Print the line of the record (docs/record.md)."`
	storeFlag
}

func (c *reportCmd) Run(d *desk) error {
	_, l, told, err := d.one(c.storeFlag, c.ID, record.KindReport)
	if err != nil {
		return err
	}
	if c.JSON {
		err = d.json(l)
	} else {
		err = printReport(d.out, l.(*record.Report))
	}
	if err != nil {
		return err
	}
	return told
}

// one finds the line with an id, or the beginning of one, in the store.
func (d *desk) one(f storeFlag, id string, kinds ...string) (s *store.SQLite, l record.Line, told, err error) {
	if s, told, err = d.consult(f); err != nil {
		return nil, nil, nil, err
	}
	found, err := resolve(d.ctx, s, id, kinds...)
	if err != nil {
		return nil, nil, nil, err
	}
	l, err = s.Line(d.ctx, found)
	return s, l, told, err
}

func (d *desk) json(l record.Line) error {
	return record.WriteLines(d.out, func(yield func(record.Line) bool) { yield(l) })
}

// sheet prints facts, one a line, and keeps the first error.
type sheet struct {
	w   io.Writer
	err error
}

// fact prints what is known under a title; nothing when it is not known.
func (s *sheet) fact(title, value string) {
	if value == "" || value == dash || s.err != nil {
		return
	}
	_, s.err = fmt.Fprintf(s.w, "%-10s %s\n", title, publish.Plain(value))
}

func printReport(w io.Writer, r *record.Report) error {
	s := &sheet{w: w}
	s.fact("report", string(r.ID))
	s.fact("title", or(r.Title, ""))
	s.fact("outlet", or(r.Outlet, ""))
	s.fact("byline", or(r.Byline, ""))
	s.fact("published", when(&r.Published.Time)+" ("+string(r.Published.Basis)+")")
	if r.Modified != nil {
		s.fact("modified", when(&r.Modified.Time))
	}
	s.fact("language", or(r.Language, ""))
	s.fact("words", thousands(r.Words))
	s.fact("source", r.Source)
	s.fact("url", or(r.URL, ""))
	s.fact("story", id(r.Story))
	s.fact("origin", id(r.Origin))
	for _, c := range r.Credits {
		s.fact("credits", fmt.Sprintf("%s (%s, %s)", c.Name, c.Kind, c.Role))
	}
	for _, c := range r.Copies {
		s.fact("shares", fmt.Sprintf("%.0f%% of its words with %s (%s)", 100*c.Share, c.Report, c.Direction))
	}
	for _, x := range r.Removed {
		s.fact("removed", string(x.Kind)+": "+publish.Shorten(publish.Plain(x.Text), 60))
	}
	for _, f := range r.Findings {
		s.fact("finding", f.Code+": "+f.Message)
	}
	if s.err == nil {
		_, s.err = fmt.Fprintf(w, "\n%s\n", plainLines(r.Text))
	}
	return s.err
}

// plainLines is publish.Plain line by line: the paragraphs stay.
func plainLines(t string) string {
	lines := strings.Split(t, "\n")
	for i := range lines {
		lines[i] = publish.Plain(lines[i])
	}
	return strings.Join(lines, "\n")
}

func id(p *record.ID) string {
	if p == nil {
		return ""
	}
	return string(*p)
}
