package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"time"

	"rapporteur/internal/pipeline"
	"rapporteur/internal/publish/term"
	"rapporteur/internal/record"
	"rapporteur/internal/store"
)

type reviewListCmd struct {
	JSON bool `help:"Print the decisions as JSON Lines (docs/record.md)."`
	storeFlag
}

func (c *reviewListCmd) Run(d *desk) error {
	s, told, err := d.consult(c.storeFlag)
	if err != nil {
		return err
	}
	all, err := s.Decisions(d.ctx)
	if err != nil {
		return err
	}
	if c.JSON {
		return errors.Join(record.WriteDecisions(d.out, all), told)
	}
	if len(all) == 0 {
		d.note("nothing is decided yet")
		return told
	}
	how, err := howTheyHold(d, s, all)
	if err != nil {
		return err
	}
	cols := []term.Column{{Title: "ID"}, {Title: "WHEN"}, {Title: "BY", Max: 10}, {Title: "HOLDS"}, {Title: "DECISION"}}
	var rows [][]string
	for i := range all {
		x := &all[i]
		rows = append(rows, []string{short(x.ID), x.At[:len("2026-01-31")], x.By, how(x), sentenceOf(x)})
	}
	return errors.Join(term.Table(d.out, d.style(), cols, rows), told)
}

// sentenceOf is a decision without its id.
func sentenceOf(x *record.Decision) string {
	return sentence(x)[len(short(x.ID))+1:]
}

// howTheyHold says of a decision: yes; no, it was taken back or a later one
// came; or it waits for its line.
func howTheyHold(d *desk, s store.Store, all []record.Decision) (func(*record.Decision) string, error) {
	holds, there := map[record.ID]bool{}, map[record.ID]bool{}
	for l, err := range s.Lines(d.ctx, store.Filter{}) {
		if err != nil {
			return nil, err
		}
		there[l.LineID()] = true
		if v := record.ReviewedOf(l); v != nil {
			for _, id := range v.Decisions {
				holds[id] = true
			}
		}
	}
	undone := record.Undone(all)
	return func(x *record.Decision) string {
		switch {
		case undone[x.ID] != "":
			return "undone"
		case holds[x.ID], x.Action == record.ToUndo, x.Action == record.ToSee && there[x.About.ID]:
			return "yes"
		case there[x.About.ID]:
			return "no, later"
		}
		return "waits"
	}, nil
}

type reviewExportCmd struct{ storeFlag }

func (c *reviewExportCmd) Run(d *desk) error {
	s, err := d.open(c.storeFlag, false)
	if err != nil {
		return err
	}
	all, err := s.Decisions(d.ctx)
	if err != nil {
		return err
	}
	w := bufio.NewWriter(d.out)
	return errors.Join(record.WriteDecisions(w, all), w.Flush())
}

type reviewImportCmd struct {
	File string `arg:"" help:"A file of decisions as export prints them; - is standard input."`
	storeFlag
}

func (c *reviewImportCmd) Run(d *desk) error {
	ds, err := d.decisions(c.File)
	if err != nil {
		return err
	}
	s, err := d.open(c.storeFlag, true)
	if err != nil {
		return err
	}
	bar := newProgress(d.streams)
	added, _, err := pipeline.Decide(d.ctx, s, ds, pipeline.Options{Stop: d.stop, Progress: bar.show})
	bar.end()
	if err != nil {
		return err
	}
	how, err := howTheyHold(d, s, ds)
	if err != nil {
		return err
	}
	waiting := 0
	for i := range ds {
		if how(&ds[i]) == "waits" {
			waiting++
		}
	}
	fmt.Fprintf(d.out, "%s, %s new", count(len(ds), "decision"), thousands(added))
	if waiting > 0 {
		fmt.Fprintf(d.out, "; %s for lines that are not in the record", thousands(waiting)+" wait")
	}
	fmt.Fprintln(d.out)
	return nil
}

// decisions reads a file of them, or standard input.
func (d *desk) decisions(path string) ([]record.Decision, error) {
	var in io.Reader = d.in
	if path != "-" {
		f, err := os.Open(path)
		if err != nil {
			return nil, withHint(exitUsage, err, "name a file that rapporteur review export wrote")
		}
		defer f.Close()
		in = f
	}
	ds, err := record.ReadDecisions(in)
	if err != nil {
		return nil, withHint(exitUsage, fmt.Errorf("%s: %w", path, err), "nothing was taken in; docs/record.md says what a decision is")
	}
	for _, x := range ds {
		if at, err := time.Parse(time.RFC3339Nano, x.At); err == nil && isToCome(at) {
			return nil, usage("nothing was taken in; see to the clock of this machine, or to the file", "%s: decision %s is of %s, which is still to come", path, x.ID, x.At)
		}
	}
	return ds, nil
}
