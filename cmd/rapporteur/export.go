package main

import (
	"bufio"

	"rapporteur/internal/record"
)

type exportCmd struct {
	Paths  []string `arg:"" optional:"" help:"Files and folders to read; - is standard input."`
	Format string   `enum:"jsonl" default:"jsonl" help:"Form of the export: ${enum}."`
}

func (c *exportCmd) Run(d *desk) error {
	rec, sum, err := d.inMemory(c.Paths)
	if err != nil {
		return err
	}
	w := bufio.NewWriter(d.out)
	if err := record.WriteLines(w, rec.Lines()); err != nil {
		return err
	}
	if err := w.Flush(); err != nil {
		return err
	}
	return sum
}
