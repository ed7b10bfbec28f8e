package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"

	"rapporteur/internal/intake"
	"rapporteur/internal/pipeline"
	"rapporteur/internal/publish"
	"rapporteur/internal/record"
	"rapporteur/internal/store"
)

// storeFlag names the store of the commands that need one.
type storeFlag struct {
	DB string `name:"db" env:"RAPPORTEUR_DB" placeholder:"FILE" help:"The store. Without it: record.db in the user's data directory."`
}

// inputFlags are what the commands have that read reports.
type inputFlags struct {
	Workers int `placeholder:"N" help:"How many reports are read at once. Without it: one a core."`
}

// path is the file of the store.
func (f storeFlag) path() (string, error) {
	if f.DB != "" {
		return f.DB, nil
	}
	dir, err := dataDir()
	if err != nil {
		return "", usage("name a file with --db", "there is no data directory for the store: %w", err)
	}
	return filepath.Join(dir, "record.db"), nil
}

// dataDir is where a user's lasting data lives: XDG_DATA_HOME where it is set,
// else what the system is used to.
func dataDir() (string, error) {
	if dir := os.Getenv("XDG_DATA_HOME"); filepath.IsAbs(dir) {
		return filepath.Join(dir, "rapporteur"), nil
	}
	home, err := os.UserHomeDir()
	if err != nil {
		return "", err
	}
	switch runtime.GOOS {
	case "darwin":
		return filepath.Join(home, "Library", "Application Support", "rapporteur"), nil
	case "windows":
		return filepath.Join(home, "AppData", "Local", "rapporteur"), nil
	}
	return filepath.Join(home, ".local", "share", "rapporteur"), nil
}

// open opens the store; it is closed with the desk.
func (d *desk) open(f storeFlag, create bool) (*store.SQLite, error) {
	path, err := f.path()
	if err != nil {
		return nil, err
	}
	s, err := store.Open(d.ctx, path, store.Options{Create: create, Edition: pipeline.Edition()})
	if err != nil {
		return nil, err
	}
	d.done = append(d.done, func() { s.Close() })
	return s, nil
}

// consult opens the store for a command that only reads, and says when its
// record is behind. told is what to end with once all is printed: a fault when
// reports are missing from the record.
func (d *desk) consult(f storeFlag) (s *store.SQLite, told, err error) {
	if s, err = d.open(f, false); err != nil {
		return nil, nil, err
	}
	st, err := s.Stats(d.ctx)
	if err != nil || st.Current {
		return s, nil, err
	}
	if missing := st.Reports - st.Lines[record.KindReport]; missing > 0 {
		d.note("%s: %s in the store and not yet in the record", st.Where, count(missing, "report"))
		return s, &fault{exitLeftOut, errQuiet, "bring it up to date: rapporteur read" + f.flag()}, nil
	}
	d.note("%s: the record was made by another build of the program; rapporteur read%s makes it anew", st.Where, f.flag())
	return s, nil, nil
}

// flag is f as it would have to be typed.
func (f storeFlag) flag() string {
	if f.DB == "" {
		return ""
	}
	return " --db " + f.DB
}

// gather is what brief and export work on: the reports under paths, in memory
// or, where db names one, in a store; without paths, the store as it is.
func (d *desk) gather(paths []string, db string, in inputFlags) (s store.Store, problems []publish.Problem, told, err error) {
	if len(paths) == 0 {
		if db == "" {
			db = os.Getenv("RAPPORTEUR_DB")
		}
		s, told, err = d.consult(storeFlag{db})
		return s, nil, told, err
	}
	if db == "" {
		s = store.NewMemory()
	} else if s, err = d.open(storeFlag{db}, true); err != nil {
		return nil, nil, nil, err
	}
	sum, err := d.read(s, paths, in)
	if err != nil {
		return nil, nil, nil, err
	}
	for _, p := range sum.LeftOut {
		problems = append(problems, publish.Problem{Source: p.Path, Message: p.Message})
	}
	return s, problems, d.tell(sum), nil
}

// read runs the pipeline into s, with progress.
func (d *desk) read(s store.Store, paths []string, in inputFlags) (pipeline.Summary, error) {
	if in.Workers < 0 {
		return pipeline.Summary{}, usage("name 1 or more, or leave it out", "--workers=%d is no number of workers", in.Workers)
	}
	bar := newProgress(d.streams)
	sum, err := pipeline.Read(d.ctx, s, paths, pipeline.Options{
		Workers: in.Workers, Stdin: d.in, Stop: d.stop, Progress: bar.show,
	})
	bar.end()
	if err == nil && sum.Interrupted {
		_, lasts := s.(*store.SQLite)
		err = interrupted(sum, lasts)
	}
	return sum, err
}

func interrupted(sum pipeline.Summary, lasts bool) error {
	if !lasts {
		return &fault{exitInterrupted, errors.New("interrupted; nothing is kept without --db"), ""}
	}
	return &fault{exitInterrupted, fmt.Errorf("interrupted after %s; they are kept", count(sum.Read, "new report")),
		"run the same command again: it goes on where it stopped"}
}

// tell names what was left out and what could not be read, a line each.
func (d *desk) tell(sum pipeline.Summary) error {
	d.leftOut(sum.LeftOut)
	for _, f := range sum.Flawed {
		d.note("not read: %s: %s", f.Source, f.Message)
	}
	switch {
	case len(sum.LeftOut)+len(sum.Flawed) > 0:
		return &fault{exitLeftOut, errQuiet, ""}
	case sum.Read+sum.Known == 0:
		return &fault{exitLeftOut, errors.New("no report was found"), "name files or folders with reports: text, HTML, JSON or JSON Lines"}
	}
	return nil
}

// alike is how many records of one file are named that were left out for the
// same reason; the others are counted.
const alike = 3

// leftOut names what gave no report.
func (d *desk) leftOut(problems []*intake.Problem) {
	type reason struct{ file, code string }
	var order []reason
	times := map[reason]int{}
	for _, p := range problems {
		r := reason{fileOf(p.Path), p.Code}
		if times[r]++; times[r] <= alike {
			d.note("left out: %v", p)
		} else if times[r] == alike+1 {
			order = append(order, r)
		}
	}
	for _, r := range order {
		d.note("left out: %s: %s more for the same reason (%s)", r.file, count(times[r]-alike, "record"), r.code)
	}
}

// fileOf is the file of a record: "feed.jsonl" of "feed.jsonl:12".
func fileOf(path string) string {
	at := strings.LastIndexByte(path, ':')
	if at <= 0 || strings.Trim(path[at+1:], "0123456789") != "" {
		return path
	}
	return path[:at]
}

// count is a number with its noun: "1 report", "2,000 reports".
func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return thousands(n) + " " + noun + "s"
}

// thousands is n with commas: 12,345.
func thousands(n int) string {
	s := fmt.Sprint(n)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}
