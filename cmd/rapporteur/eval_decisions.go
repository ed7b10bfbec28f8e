package main

import (
	"fmt"

	"rapporteur/internal/eval/decided"
	"rapporteur/internal/pipeline"
	"rapporteur/internal/store"
)

// decisions counts how often each rule is right, by what reviewers decided
// about the record as the program finds it: decisions that the store itself
// holds are left aside.
func (c *evalCmd) decisions(d *desk) error {
	ds, err := d.decisions(c.Decisions)
	if err != nil {
		return err
	}
	s, err := d.open(c.storeFlag, false)
	if err != nil {
		return err
	}
	found := store.NewMemory()
	for a, err := range s.Reports(d.ctx) {
		if err != nil {
			return err
		}
		if _, err := found.PutReport(d.ctx, a); err != nil {
			return err
		}
	}
	bar := newProgress(d.streams)
	_, err = pipeline.Read(d.ctx, found, nil, pipeline.Options{Workers: c.Workers, Stop: d.stop, Progress: bar.show})
	bar.end()
	if err != nil {
		return err
	}
	counts, waiting := decided.Tally(found.Record(), ds)
	if waiting > 0 {
		d.note("%s about lines that are not in the record", count(waiting, "decision"))
	}
	if len(counts) == 0 {
		d.note("nothing of the record is judged")
		return nil
	}
	if err := decided.Print(d.out, counts); err != nil {
		return err
	}
	_, err = fmt.Fprintf(d.out, "\nprecision: accepted of judged, in %%, with its 95%% interval\n")
	return err
}
