package main

import (
	"fmt"

	"rapporteur/internal/record"
	"rapporteur/internal/store"
)

type verifyCmd struct{ storeFlag }

func (c *verifyCmd) Help() string {
	return "Reads the whole store back, holds every evidence against the words of its report, every reference against the record, every report of the record against what was read, and every analysis against what must hold in all. Exit code 1 when anything does not hold."
}

func (c *verifyCmd) Run(d *desk) error {
	s, told, err := d.consult(c.storeFlag)
	if err != nil {
		return err
	}
	if err := s.Verify(d.ctx); err != nil {
		return err
	}
	rec := &record.Record{}
	for l, err := range s.Lines(d.ctx, store.Filter{}) {
		if err != nil {
			return err
		}
		rec.Add(l)
	}
	faults := rec.Check()
	more, err := sameWords(d, s, rec)
	if err != nil {
		return err
	}
	return d.verdict(rec, append(faults, more...), told)
}

// sameWords holds the text of each report of the record against what was read,
// and its analysis against what must hold in every analysis.
func sameWords(d *desk, s store.Store, rec *record.Record) (faults []error, err error) {
	for i := range rec.Reports {
		r := &rec.Reports[i]
		a, err := s.Report(d.ctx, r.ID)
		if err == store.ErrNotFound {
			faults = append(faults, fmt.Errorf("report %s: it is in the record, but was never read", r.ID))
		} else if err != nil {
			return nil, err
		} else if a.Doc.Text != r.Text {
			faults = append(faults, fmt.Errorf("report %s: the record has other words than were read", r.ID))
		} else {
			for _, f := range a.Check() {
				faults = append(faults, fmt.Errorf("report %s: %w", r.ID, f))
			}
		}
	}
	return faults, nil
}

func (d *desk) verdict(rec *record.Record, faults []error, told error) error {
	for _, f := range faults {
		fmt.Fprintln(d.out, f)
	}
	lines, evidence := tally(rec)
	if len(faults) > 0 {
		return fmt.Errorf("%s not hold, of %s", count(len(faults), "thing")+" did", count(lines, "line"))
	}
	fmt.Fprintf(d.out, "all holds: %s, %s\n", count(lines, "line"), count(evidence, "piece")+" of evidence")
	return told
}

// tally counts the lines of rec and the evidence of its statements.
func tally(rec *record.Record) (lines, evidence int) {
	for l := range rec.Lines() {
		lines++
		switch v := l.(type) {
		case *record.Quote:
			evidence += len(v.Evidence)
			for _, x := range v.Versions {
				evidence += len(x.Evidence)
			}
		case *record.Position:
			evidence += len(v.Evidence)
		case *record.Event:
			evidence += len(v.Evidence)
		case *record.Figure:
			evidence += len(v.Evidence)
		case *record.Difference:
			for _, x := range v.Versions {
				evidence += len(x.Evidence)
			}
		}
	}
	return lines, evidence
}
