package main

import (
	"io"
	"os"
	"path/filepath"
	"strings"

	"rapporteur/internal/publish"
	"rapporteur/internal/publish/export"
	"rapporteur/internal/publish/markdown"
	"rapporteur/internal/publish/page"
	"rapporteur/internal/publish/term"
)

type briefCmd struct {
	Paths []string `arg:"" optional:"" help:"Files and folders to read, in memory unless --db names a store; - is standard input. Without any, the brief is of the store."`
	Out   string   `short:"o" placeholder:"FILE" help:"Write one self-contained file: .html, .md, .json or .txt."`
	Full  bool     `help:"Leave nothing out for shortness."`
	DB    string   `name:"db" placeholder:"FILE" help:"The store. Without it and without PATHS: $$RAPPORTEUR_DB, or record.db in the user's data directory."`
	filterFlags
	inputFlags
}

func (c *briefCmd) Run(d *desk) error {
	print, err := c.printer(d)
	if err != nil {
		return err
	}
	s, problems, told, err := d.gather(c.Paths, c.DB, c.inputFlags)
	if err != nil {
		return err
	}
	f, err := c.filter(d, s)
	if err != nil {
		return err
	}
	lines := &lineReader{ctx: d.ctx, store: s, filter: f}
	b := publish.NewBrief(lines, problems, publish.Options{})
	if lines.err != nil {
		return lines.err
	}
	if c.Out == "" {
		err = print(d.out, b)
	} else {
		err = writeFile(c.Out, func(w io.Writer) error { return print(w, b) })
	}
	if err != nil {
		return err
	}
	return told
}

// printer is chosen before anything is read, so that a wrong name costs nothing.
func (c *briefCmd) printer(d *desk) (func(io.Writer, *publish.Brief) error, error) {
	style := d.style()
	style.Full = c.Full
	switch strings.ToLower(filepath.Ext(c.Out)) {
	case ".html", ".htm":
		return page.Brief, nil
	case ".md", ".markdown":
		return markdown.Brief, nil
	case ".json":
		return export.JSON, nil
	case ".txt":
		style = term.Style{Width: 80, Full: true}
	case "":
		if c.Out != "" {
			return nil, usage("name a file that ends in .html, .md, .json or .txt", "--out %s does not say which form to write", c.Out)
		}
	default:
		return nil, usage("name a file that ends in .html, .md, .json or .txt", "--out %s: no brief has this form", c.Out)
	}
	return func(w io.Writer, b *publish.Brief) error { return term.Brief(w, b, style) }, nil
}

// writeFile writes a file whole or not at all: beside its place, then into it.
func writeFile(path string, write func(io.Writer) error) error {
	tmp, err := os.CreateTemp(filepath.Dir(path), ".rapporteur-*")
	if err != nil {
		return withHint(exitUsage, err, "name a file in a folder that exists and may be written")
	}
	defer os.Remove(tmp.Name()) // nothing is left to remove once it is renamed
	if err := write(tmp); err != nil {
		tmp.Close()
		return err
	}
	if err := tmp.Chmod(0o644); err != nil {
		tmp.Close()
		return err
	}
	if err := tmp.Close(); err != nil {
		return err
	}
	return os.Rename(tmp.Name(), path)
}
