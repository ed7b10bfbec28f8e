package main

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"golang.org/x/term"

	"rapporteur/internal/publish/export"
	"rapporteur/internal/publish/export/source"
	"rapporteur/internal/publish/export/tables"
)

type exportCmd struct {
	Paths  []string `arg:"" optional:"" help:"Files and folders to read, in memory unless --db names a store; - is standard input. Without any, the store is exported."`
	Format string   `enum:"${formats}," default:"" placeholder:"NAME" help:"Form of the export: ${formats}. Without it: by the name of --out, else jsonl."`
	Type   []string `enum:"${kinds}" placeholder:"TYPE" help:"Only these types of line, apart by commas: ${kinds}."`
	Out    string   `short:"o" placeholder:"FILE" help:"Write a file instead of standard output; for csv and parquet of several types a folder, or a .zip."`
	DB     string   `name:"db" placeholder:"FILE" help:"The store. Without it and without PATHS: $$RAPPORTEUR_DB, or record.db in the user's data directory."`
	filterFlags
	inputFlags
}

func (c *exportCmd) Run(d *desk) error {
	format, err := c.form()
	if err != nil {
		return err
	}
	if err := c.fits(d, format); err != nil {
		return err
	}
	if format.Name == "codebook" { // it is the same whatever the record says
		return c.write(d, func(w io.Writer) error { return tables.Codebook(w, c.Type...) })
	}
	s, _, told, err := d.gather(c.Paths, c.DB, c.inputFlags)
	if err != nil {
		return err
	}
	f, err := c.filter(d, s)
	if err != nil {
		return err
	}
	f.Types = c.Type
	src := source.New(d.ctx, s, f)
	if format.Tabular() && len(src.Kinds()) > 1 && !c.zips() {
		err = writeFolder(c.Out, format.Parts(src))
	} else {
		err = c.write(d, func(w io.Writer) error { return format.Write(w, src) })
	}
	if err != nil {
		return err
	}
	return told
}

// form is the format that is asked for, by its name or by that of the file.
func (c *exportCmd) form() (export.Format, error) {
	if c.Format != "" {
		f, _ := export.Named(c.Format) // the parser let no other name through
		return f, nil
	}
	if c.Out == "" {
		f, _ := export.Named("jsonl")
		return f, nil
	}
	f, ok := export.ByName(c.Out)
	if !ok {
		return f, usage("name it with --format: "+strings.Join(export.Names(), ", "), "--out %s does not say which form to write", c.Out)
	}
	return f, nil
}

// fits says, before anything is read, whether a format can go where it is to go.
func (c *exportCmd) fits(d *desk, f export.Format) error {
	if no := f.Refuses(c.Type); no != "" {
		return usage("leave --type out, or name another --format", "%s", no)
	}
	out, isFile := d.out.(*os.File)
	switch many := f.Tabular() && len(c.Type) != 1; {
	case many && c.Out == "":
		return usage("name one type with --type, or a folder or .zip with --out", "%s has a table for each type of line, and standard output takes one", f.Name)
	case many && !c.zips():
		return free(c.Out)
	case f.Name == "parquet" && c.Out == "" && isFile && term.IsTerminal(int(out.Fd())):
		return usage("name a file with --out", "parquet is nothing to look at")
	}
	return nil
}

func (c *exportCmd) zips() bool { return strings.EqualFold(filepath.Ext(c.Out), ".zip") }

// free wants a folder that is not there yet, or empty: what it holds is not
// mixed with what stood there before.
func free(dir string) error {
	old, err := os.ReadDir(dir)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err != nil:
		return usage("name a folder or .zip that does not exist yet", "--out %s is no folder, and csv and parquet of several types need one", dir)
	case len(old) > 0:
		return usage("name a folder that does not exist yet, or a .zip", "--out %s: the folder is not empty", dir)
	}
	return nil
}

// write writes to where the command says: a file whole or not at all.
func (c *exportCmd) write(d *desk, write func(io.Writer) error) error {
	if c.Out == "" {
		return write(d.out)
	}
	return writeFile(c.Out, write)
}

// writeFolder writes a folder whole or not at all: beside its place, then into it.
func writeFolder(dir string, parts []export.Part) error {
	dir = filepath.Clean(dir)
	tmp, err := os.MkdirTemp(filepath.Dir(dir), ".rapporteur-*")
	if err != nil {
		return withHint(exitUsage, err, "name a folder within one that exists and may be written")
	}
	defer os.RemoveAll(tmp) // nothing is left to remove once it is renamed
	for _, p := range parts {
		if err := writeFile(filepath.Join(tmp, p.Name), p.Write); err != nil {
			return err
		}
	}
	if err := os.Chmod(tmp, 0o755); err != nil {
		return err
	}
	return os.Rename(tmp, dir)
}
