package main

import (
	"bufio"

	"rapporteur/internal/record"
)

type exportCmd struct {
	Paths  []string `arg:"" optional:"" help:"Files and folders to read, in memory unless --db names a store; - is standard input. Without any, the store is exported."`
	Format string   `enum:"jsonl" default:"jsonl" help:"Form of the export: ${enum}."`
	DB     string   `name:"db" placeholder:"FILE" help:"The store. Without it and without PATHS: $$RAPPORTEUR_DB, or record.db in the user's data directory."`
	filterFlags
	inputFlags
}

func (c *exportCmd) Run(d *desk) error {
	s, _, told, err := d.gather(c.Paths, c.DB, c.inputFlags)
	if err != nil {
		return err
	}
	f, err := c.filter(d, s)
	if err != nil {
		return err
	}
	lines := lineReader{ctx: d.ctx, store: s, filter: f}
	w := bufio.NewWriter(d.out)
	if err := record.WriteLines(w, lines.Lines()); err != nil {
		return err
	}
	if err := w.Flush(); err != nil {
		return err
	}
	if lines.err != nil {
		return lines.err
	}
	return told
}
