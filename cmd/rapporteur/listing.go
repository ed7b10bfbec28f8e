package main

import (
	"bufio"
	"strconv"
	"strings"

	"rapporteur/internal/publish/term"
	"rapporteur/internal/record"
)

// listing is what every command has that lists one kind of line.
type listing struct {
	JSON bool `help:"Print lines of the record (docs/record.md), one JSON object each."`
	filterFlags
	storeFlag
}

// list prints the lines of one kind: as JSON, or as a table with a row a line.
func list[L record.Line](d *desk, c *listing, kind string, cols []term.Column, row func(L) []string) error {
	s, told, err := d.consult(c.storeFlag)
	if err != nil {
		return err
	}
	f, err := c.filter(d.ctx, s)
	if err != nil {
		return err
	}
	f.Types = []string{kind}
	lines := &lineReader{ctx: d.ctx, store: s, filter: f}
	if c.JSON {
		w := bufio.NewWriter(d.out)
		if err := record.WriteLines(w, lines.Lines()); err != nil {
			return err
		}
		if err := w.Flush(); err != nil {
			return err
		}
	} else if err := table(d, lines, kind, cols, row); err != nil {
		return err
	}
	if lines.err != nil {
		return lines.err
	}
	return told
}

func table[L record.Line](d *desk, lines *lineReader, kind string, cols []term.Column, row func(L) []string) error {
	var rows [][]string
	for l := range lines.Lines() {
		rows = append(rows, row(l.(L)))
	}
	if len(rows) == 0 {
		d.note("no %s", plurals[kind])
		return nil
	}
	return term.Table(d.out, d.style(), cols, rows)
}

// short is an id as tables print it; its beginning is enough to name it.
func short(id record.ID) string { return string(id[:min(8, len(id))]) }

// or is *p, or what to print when nothing is known.
func or(p *string, unknown string) string {
	if p == nil {
		return unknown
	}
	return *p
}

// dash stands where nothing is known.
const dash = "-"

func party(p *record.Party) string {
	if p == nil {
		return dash
	}
	return p.Text
}

// when is a time as tables print it: its value, or else its words.
func when(t *record.Time) string {
	switch {
	case t == nil:
		return dash
	case t.Value != nil:
		return *t.Value
	}
	return or(t.Phrase, dash)
}

func seen(s record.Support) string {
	if s.FirstSeen == "" {
		return dash
	}
	return s.FirstSeen
}

// origins is how many origins stand behind a statement.
func origins(s record.Support) string { return strconv.Itoa(s.Origins) }

func join(sep string, parts ...string) string {
	var out []string
	for _, p := range parts {
		if p != "" && p != dash {
			out = append(out, p)
		}
	}
	return strings.Join(out, sep)
}
