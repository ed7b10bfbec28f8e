package main

import (
	"fmt"

	"rapporteur/internal/pipeline"
	"rapporteur/internal/record"
)

// inMemory reads paths without a store. told is the error to end with once
// everything is printed: nil when nothing was left out.
func (d *desk) inMemory(paths []string) (rec *record.Record, told, err error) {
	rec, sum, err := pipeline.InMemory(d.ctx, paths, d.options())
	return rec, d.tell(sum), err
}

func (d *desk) options() pipeline.Options {
	return pipeline.Options{Stdin: d.in, Stop: d.stop}
}

// tell names what was left out, a line each.
func (d *desk) tell(sum pipeline.Summary) error {
	for _, p := range sum.LeftOut {
		fmt.Fprintf(d.err, "rapporteur: left out: %v\n", p)
	}
	switch {
	case sum.Interrupted:
		return &fault{code: exitInterrupted, err: errQuiet}
	case len(sum.LeftOut) > 0:
		return &fault{code: exitLeftOut, err: errQuiet}
	}
	return nil
}
