package main

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"

	"rapporteur/internal/models"
	"rapporteur/internal/pipeline"
	"rapporteur/internal/record"
	"rapporteur/internal/store"
)

type doctorCmd struct{ storeFlag }

func (c *doctorCmd) Help() string {
	return "Exit code 0 when all is well, 1 when something is in the way, 3 when the store is in trouble. No store at all is well."
}

// checkup prints findings and remembers the worst.
type checkup struct {
	d    *desk
	code int
}

func (c *checkup) well(what, format string, args ...any) {
	fmt.Fprintf(c.d.out, "ok    %-10s %s\n", what, fmt.Sprintf(format, args...))
}

func (c *checkup) ill(code int, what, hint, format string, args ...any) {
	fmt.Fprintf(c.d.out, "ill   %-10s %s\n", what, fmt.Sprintf(format, args...))
	if hint != "" {
		fmt.Fprintf(c.d.out, "                 %s\n", hint)
	}
	c.code = max(c.code, code)
}

func (c *doctorCmd) Run(d *desk) error {
	look := &checkup{d: d}
	look.well("program", "%s, build %s, %s %s/%s, %d cores", version, pipeline.Edition(), runtime.Version(), runtime.GOOS, runtime.GOARCH, runtime.GOMAXPROCS(0))
	look.models()
	look.locale()
	path, err := c.path()
	if err != nil {
		return err
	}
	look.store(path)
	look.folder("data", existing(filepath.Dir(path)))
	look.folder("temporary", os.TempDir())
	if look.code != exitOK {
		return &fault{look.code, errQuiet, ""}
	}
	return nil
}

func (c *checkup) models() {
	if _, err := models.Load(); err != nil {
		c.ill(exitLeftOut, "models", "this program file is damaged: install it again", "%v", err)
		return
	}
	c.well("models", "unpacked and whole")
}

// locale: text is written as UTF-8, whatever the terminal thinks.
func (c *checkup) locale() {
	lang := os.Getenv("LC_ALL")
	for _, name := range []string{"LC_CTYPE", "LANG"} {
		if lang == "" {
			lang = os.Getenv(name)
		}
	}
	if up := strings.ToUpper(lang); lang != "" && !strings.Contains(up, "UTF-8") && !strings.Contains(up, "UTF8") {
		c.well("locale", "%s; output is UTF-8 all the same: a terminal that expects less shows odd signs", lang)
		return
	}
	c.well("locale", "%s", orNone(lang))
}

func orNone(s string) string {
	if s == "" {
		return "not set; output is UTF-8"
	}
	return s
}

func (c *checkup) store(path string) {
	s, err := store.Open(c.d.ctx, path, store.Options{Edition: pipeline.Edition()})
	if err == nil {
		defer s.Close()
		err = c.state(s)
	}
	f := faultOf(err)
	switch t, ok := f.err.(*store.Trouble); {
	case err == nil:
	case ok && t.Kind == store.Missing:
		c.well("store", "none yet at %s", path)
	default:
		c.ill(exitStore, "store", f.hint, "%v", err)
	}
}

func (c *checkup) state(s *store.SQLite) error {
	st, err := s.Stats(c.d.ctx)
	if err != nil {
		return err
	}
	if err := s.Verify(c.d.ctx); err != nil {
		return err
	}
	c.well("store", "%s: %s, %s, %.1f MB, whole", st.Where, count(st.Reports, "report"), count(total(st.Lines), "line"), float64(st.Bytes)/1e6)
	for _, kind := range record.Kinds {
		if n := st.Lines[kind]; n > 0 {
			fmt.Fprintf(c.d.out, "                 %s %s\n", thousands(n), plurals[kind])
		}
	}
	if st.Decisions > 0 {
		fmt.Fprintf(c.d.out, "                 %s of reviewers\n", count(st.Decisions, "decision"))
	}
	switch {
	case st.Outdated > 0:
		c.ill(exitLeftOut, "record", "bring it up to date: rapporteur read", "%s analysed by another build of the program", count(st.Outdated, "report"))
	case !st.Current:
		c.ill(exitLeftOut, "record", "bring it up to date: rapporteur read", "older than the reports and decisions in the store")
	default:
		c.well("record", "made of all reports in the store")
	}
	return nil
}

// existing is dir, or the nearest folder above it that is there.
func existing(dir string) string {
	for {
		if _, err := os.Stat(dir); err == nil || filepath.Dir(dir) == dir {
			return dir
		}
		dir = filepath.Dir(dir)
	}
}

// folder tries to write.
func (c *checkup) folder(what, dir string) {
	f, err := os.CreateTemp(dir, ".rapporteur-*")
	if err != nil {
		c.ill(exitLeftOut, what, "make it writable, or name another place (--db, XDG_DATA_HOME, TMPDIR)", "%s cannot be written: %v", dir, err)
		return
	}
	f.Close()
	os.Remove(f.Name())
	c.well(what, "%s can be written", dir)
}
