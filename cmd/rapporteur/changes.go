package main

import (
	"encoding/json"
	"os"
	"slices"

	"rapporteur/internal/publish"
	"rapporteur/internal/publish/term"
	"rapporteur/internal/record"
	"rapporteur/internal/store"
)

type changesCmd struct {
	Since       string `xor:"since" required:"" placeholder:"DAY" help:"What reports of this day and later add: 2025-02-17, 2025-02 or 2025."`
	SinceExport string `xor:"since" required:"" placeholder:"FILE" help:"What is otherwise than in this earlier export (rapporteur export)."`
	Format      string `enum:"text,json" default:"text" help:"Form of the answer: ${enum}."`
	Full        bool   `help:"Leave nothing out for shortness."`
	Story       string `placeholder:"ID" help:"Only what reports of this story say."`
	Entity      string `placeholder:"ID|NAME" help:"Only what speaks of this entity."`
	Outlet      string `placeholder:"NAME" help:"Only what reports of this outlet say."`
	storeFlag
}

func (c *changesCmd) Run(d *desk) error {
	since, _, err := days("--since", c.Since)
	if err != nil {
		return err
	}
	before, err := earlier(c.SinceExport)
	if err != nil {
		return err
	}
	s, told, err := d.consult(c.storeFlag)
	if err != nil {
		return err
	}
	now := &record.Record{}
	lines := &lineReader{ctx: d.ctx, store: s}
	for l := range lines.Lines() {
		now.Add(l)
	}
	if lines.err != nil {
		return lines.err
	}
	n := publish.ChangesSince(now, since)
	if before != nil {
		n = publish.ChangesFrom(before, now)
	}
	if err := c.only(d, s, n); err != nil {
		return err
	}
	if err := c.print(d, n); err != nil {
		return err
	}
	return told
}

// earlier reads an earlier export; nil without one.
func earlier(path string) (*record.Record, error) {
	if path == "" {
		return nil, nil
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, withHint(exitUsage, err, "name a file that rapporteur export wrote")
	}
	defer f.Close()
	r, err := record.ReadLines(f)
	if err != nil {
		return nil, usage("name a file that rapporteur export wrote", "%s: %w", path, err)
	}
	return r, nil
}

// only leaves the changes of lines that the filters let through.
func (c *changesCmd) only(d *desk, s store.Store, n *publish.News) error {
	if c.Story == "" && c.Entity == "" && c.Outlet == "" {
		return nil
	}
	f, err := (&filterFlags{Story: c.Story, Entity: c.Entity, Outlet: c.Outlet}).filter(d, s)
	if err != nil {
		return err
	}
	in := map[record.ID]bool{}
	for l, err := range s.Lines(d.ctx, f) {
		if err != nil {
			return err
		}
		in[l.LineID()] = true
	}
	n.Changes = slices.DeleteFunc(n.Changes, func(ch publish.Change) bool { return !in[ch.ID] })
	return nil
}

func (c *changesCmd) print(d *desk, n *publish.News) error {
	if c.Format == "json" {
		enc := json.NewEncoder(d.out)
		enc.SetEscapeHTML(false)
		enc.SetIndent("", "  ")
		return enc.Encode(n)
	}
	style := d.style()
	style.Full = c.Full
	return term.News(d.out, n, style)
}
