package main

import (
	"bufio"
	"context"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"rapporteur/internal/publish/term"
	"rapporteur/internal/record"
	"rapporteur/internal/store"
)

// listing is what every command has that lists one kind of line.
type listing struct {
	JSON bool `help:"Print lines of the record (docs/record.md), one JSON object each."`
	filterFlags
	storeFlag
}

// sheetOf is how one kind of line is put into a table: its columns, a row a
// line, and the key that rows stand in the order of ("" stands last).
type sheetOf[L record.Line] struct {
	cols []term.Column
	row  func(L, *names) []string
	key  func(L) string
}

// list prints the lines of one kind: as JSON in the order of the record, or as
// a table.
func list[L record.Line](d *desk, c *listing, kind string, as sheetOf[L]) error {
	s, told, err := d.consult(c.storeFlag)
	if err != nil {
		return err
	}
	f, err := c.filter(d, s)
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
	} else if err := table(d, lines, kind, as); err != nil {
		return err
	}
	if lines.err != nil {
		return lines.err
	}
	return told
}

func table[L record.Line](d *desk, lines *lineReader, kind string, as sheetOf[L]) error {
	var found []L
	for l := range lines.Lines() {
		found = append(found, l.(L))
	}
	if len(found) == 0 {
		d.note("no %s", plurals[kind])
		return nil
	}
	slices.SortStableFunc(found, func(a, b L) int { return compareKeys(as.key(a), as.key(b)) })
	known := &names{ctx: d.ctx, store: lines.store}
	var rows [][]string
	for _, l := range found {
		rows = append(rows, as.row(l, known))
	}
	if known.err != nil {
		return known.err
	}
	return term.Table(d.out, d.style(), as.cols, rows)
}

// compareKeys puts what has no key last.
func compareKeys(a, b string) int {
	switch {
	case a == b:
		return 0
	case a == "":
		return 1
	case b == "":
		return -1
	}
	return strings.Compare(a, b)
}

// most is a key that puts the biggest first.
func most(n int) string { return fmt.Sprintf("%010d", math.MaxInt32-n) }

// names finds what entities are called; they are read once, when first asked for.
type names struct {
	ctx   context.Context
	store store.Store
	of    map[record.ID]string
	err   error
}

// party is who somebody is: by name where it is an entity, else in the words
// of the report.
func (n *names) party(p *record.Party) string {
	switch {
	case p == nil:
		return dash
	case p.Entity == nil:
		return p.Text
	}
	if n.of == nil {
		n.of = map[record.ID]string{}
		for l, err := range n.store.Lines(n.ctx, store.Filter{Types: []string{record.KindEntity}}) {
			if err != nil {
				n.err = err
				break
			}
			n.of[l.LineID()] = l.(*record.Entity).Name
		}
	}
	if name := n.of[*p.Entity]; name != "" {
		return name
	}
	return p.Text
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
