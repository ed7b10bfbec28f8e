package pipeline_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"rapporteur/internal/pipeline"
	"rapporteur/internal/record"
	"rapporteur/internal/store"
)

var ctx = context.Background()

// paths lists the example's reports.
func paths(t *testing.T) []string {
	t.Helper()
	files, err := filepath.Glob("../../examples/reports/*")
	if err != nil || len(files) < 10 {
		t.Fatalf("the example has %d files, %v", len(files), err)
	}
	return files
}

func dump(t *testing.T, s store.Store) []byte {
	t.Helper()
	var b bytes.Buffer
	err := record.WriteLines(&b, func(yield func(record.Line) bool) {
		for l, err := range s.Lines(ctx, store.Filter{}) {
			if err != nil {
				t.Fatal(err)
			}
			if !yield(l) {
				return
			}
		}
	})
	if err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func inMemory(t *testing.T, workers int, paths ...string) []byte {
	t.Helper()
	m, sum, err := pipeline.InMemory(ctx, paths, pipeline.Options{Workers: workers})
	if err != nil || len(sum.LeftOut) > 0 {
		t.Fatal(err, sum.LeftOut)
	}
	if errs := m.Record().Check(); errs != nil {
		t.Fatal(errors.Join(errs...))
	}
	return dump(t, m)
}

func open(t *testing.T, path string) *store.SQLite {
	t.Helper()
	s, err := store.Open(ctx, path, store.Options{Create: true, Edition: pipeline.Edition()})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

func read(t *testing.T, s store.Store, opt pipeline.Options, paths ...string) pipeline.Summary {
	t.Helper()
	sum, err := pipeline.Read(ctx, s, paths, opt)
	if err != nil {
		t.Fatal(err)
	}
	return sum
}

// same compares exports and shows where they part.
func same(t *testing.T, what string, got, want []byte) {
	t.Helper()
	if bytes.Equal(got, want) {
		return
	}
	g, w := bytes.Split(got, []byte("\n")), bytes.Split(want, []byte("\n"))
	for i := range min(len(g), len(w)) {
		if !bytes.Equal(g[i], w[i]) {
			t.Fatalf("%s: line %d differs:\n%.300s\n%.300s", what, i+1, g[i], w[i])
		}
	}
	t.Fatalf("%s: %d lines, want %d", what, len(g), len(w))
}

func TestOrderDoesNotShow(t *testing.T) {
	files := paths(t)
	want := inMemory(t, 2, files...)
	if bytes.Count(want, []byte("\n")) < 50 {
		t.Fatal("the record is all but empty")
	}
	slices.Reverse(files)
	same(t, "the other way round", inMemory(t, 2, files...), want)
	same(t, "from the middle", inMemory(t, 2, append(files[5:], files[:5]...)...), want)
}

func TestWorkersDoNotShow(t *testing.T) {
	files := paths(t)
	want := inMemory(t, 1, files...)
	for n := 2; n <= 8; n++ {
		same(t, fmt.Sprint(n, " workers"), inMemory(t, n, files...), want)
	}
}

func TestReadingTwiceDoesNotShow(t *testing.T) {
	files := paths(t)
	want := inMemory(t, 2, files...)
	s := open(t, filepath.Join(t.TempDir(), "s.db"))
	first := read(t, s, pipeline.Options{}, files...)
	same(t, "in a store", dump(t, s), want)
	second := read(t, s, pipeline.Options{}, files...)
	if second.Read != 0 || second.Known != first.Read || second.Changed {
		t.Errorf("the second time: %+v", second)
	}
	same(t, "read twice", dump(t, s), want)
}

// TestACopyDoesNotShow reads every file from two folders, whichever comes first.
func TestACopyDoesNotShow(t *testing.T) {
	dir := t.TempDir()
	var a, b []string
	for _, file := range paths(t) {
		body, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for folder, list := range map[string]*[]string{"a": &a, "b": &b} {
			to := filepath.Join(dir, folder, filepath.Base(file))
			if err := errors.Join(os.MkdirAll(filepath.Dir(to), 0o755), os.WriteFile(to, body, 0o644)); err != nil {
				t.Fatal(err)
			}
			*list = append(*list, to)
		}
	}
	want := inMemory(t, 2, a...)
	same(t, "the copies after", inMemory(t, 2, append(slices.Clone(a), b...)...), want)
	same(t, "the copies before", inMemory(t, 2, append(slices.Clone(b), a...)...), want)
	s := open(t, filepath.Join(dir, "s.db"))
	read(t, s, pipeline.Options{}, b...)
	read(t, s, pipeline.Options{}, a...)
	same(t, "the copies in an earlier run", dump(t, s), want)
}

// TestBatchesDoNotShow reads one file a run.
func TestBatchesDoNotShow(t *testing.T) {
	s := open(t, filepath.Join(t.TempDir(), "s.db"))
	files := paths(t)
	for _, file := range files {
		read(t, s, pipeline.Options{}, file)
	}
	same(t, "one at a time", dump(t, s), inMemory(t, 2, files...))
}

// TestADeskDoesNotShow: one that stays at hand from run to run, though another
// run without it came between, a report was met at another place, and decisions
// came and were taken back.
func TestADeskDoesNotShow(t *testing.T) {
	s := open(t, filepath.Join(t.TempDir(), "s.db"))
	files := paths(t)
	desk := &pipeline.Desk{}
	for i, file := range files {
		opt := pipeline.Options{Desk: desk}
		if i%5 == 3 {
			opt.Desk = nil
		}
		read(t, s, opt, file)
		if i == 6 {
			about := record.Decision{Action: record.ToAccept, About: record.Target{Ref: record.Ref{Type: record.KindQuote, ID: "qnone"}}, By: "anna", At: "2031-06-01T10:00:00Z"}
			about.Seal()
			back := record.Decision{Action: record.ToUndo, About: record.Target{Ref: record.Ref{Type: record.KindDecision, ID: about.ID}}, By: "anna", At: "2031-06-01T10:01:00Z"}
			back.Seal()
			for _, d := range []record.Decision{about, back} {
				if _, _, err := pipeline.Decide(ctx, s, []record.Decision{d}, opt); err != nil {
					t.Fatal(err)
				}
			}
		}
	}
	same(t, "with a desk", dump(t, s), inMemory(t, 2, files...))
	if sum := read(t, s, pipeline.Options{Desk: desk}, files...); sum.Changed {
		t.Error("reading all again changes the record")
	}
}

// TestInterruptAndGoOn stops a run after each number of reports and goes on.
func TestInterruptAndGoOn(t *testing.T) {
	files := paths(t)
	want := inMemory(t, 2, files...)
	for n := 1; n < 8; n += 3 {
		s := open(t, filepath.Join(t.TempDir(), "s.db"))
		stop := make(chan struct{})
		cut := read(t, s, pipeline.Options{Stop: stop, Workers: 2, Progress: func(p pipeline.Progress) {
			if p.Read == n && p.Step == pipeline.Reading {
				close(stop)
			}
		}}, files...)
		if !cut.Interrupted || cut.Read < n || cut.Read > n+6 {
			t.Errorf("stopped after %d: %+v", n, cut)
		}
		if st, err := s.Stats(ctx); err != nil || st.Reports != cut.Read || st.Current {
			t.Errorf("stopped after %d: %+v, %v", n, st, err)
		}
		rest := read(t, s, pipeline.Options{}, files...)
		if rest.Known != cut.Read {
			t.Errorf("%d reports were kept and %d known", cut.Read, rest.Known)
		}
		same(t, fmt.Sprint("stopped after ", n), dump(t, s), want)
	}
}

// TestAnotherEdition: a program with other rules makes the analyses anew from
// what is kept; the files are not needed.
func TestAnotherEdition(t *testing.T) {
	path := filepath.Join(t.TempDir(), "s.db")
	old, err := store.Open(ctx, path, store.Options{Create: true, Edition: "old"})
	if err != nil {
		t.Fatal(err)
	}
	files := paths(t)
	read(t, old, pipeline.Options{}, files...)
	if err := old.Close(); err != nil {
		t.Fatal(err)
	}
	s := open(t, path)
	read(t, s, pipeline.Options{})
	if st, err := s.Stats(ctx); err != nil || st.Outdated != 0 || !st.Current {
		t.Errorf("%+v, %v", st, err)
	}
	want := inMemory(t, 2, files...)
	same(t, "made anew", dump(t, s), want)
	read(t, s, pipeline.Options{}, files...)
	same(t, "read anew", dump(t, s), want)
	if again := read(t, s, pipeline.Options{}, files...); again.Read != 0 || again.Changed {
		t.Errorf("%+v", again)
	}
}

func TestAnEndedContextEndsTheRun(t *testing.T) {
	ended, cancel := context.WithCancel(ctx)
	cancel()
	if _, _, err := pipeline.InMemory(ended, paths(t), pipeline.Options{}); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
}

// TestAnUnrelatedReportChangesNothing: what the others say stays as it was.
func TestAnUnrelatedReportChangesNothing(t *testing.T) {
	files := paths(t)
	alone := bytes.Split(inMemory(t, 2, files...), []byte("\n"))
	other := filepath.Join(t.TempDir(), "gardens.txt")
	const text = "date 2029-08-02\nA prize for the gardens of Ulmstead\n\nThe beekeepers of Ulmstead won a prize for their gardens on Saturday. \"We planted 300 lime trees,\" Berit Aune said.\n"
	if err := os.WriteFile(other, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	with := map[string]bool{}
	for _, line := range bytes.Split(inMemory(t, 2, append(files, other)...), []byte("\n")) {
		with[string(line)] = true
	}
	for _, line := range alone {
		if !with[string(line)] {
			t.Errorf("changed by a report about something else: %.300s", line)
		}
	}
	if len(with) < len(alone)+4 {
		t.Errorf("%d lines with it, %d without: it was not read", len(with), len(alone))
	}
}

// TestNoListIsNull: a list that was looked for and is empty is [], for every
// reader of an export to rely on.
func TestNoListIsNull(t *testing.T) {
	m, _, err := pipeline.InMemory(ctx, []string{"../../examples"}, pipeline.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for l := range m.Record().Lines() {
		noNilSlice(t, l.Kind(), reflect.ValueOf(l).Elem())
	}
}

func noNilSlice(t *testing.T, where string, v reflect.Value) {
	t.Helper()
	switch v.Kind() {
	case reflect.Slice:
		if v.IsNil() {
			t.Errorf("%s is null", where)
		}
		for i := range v.Len() {
			noNilSlice(t, where, v.Index(i))
		}
	case reflect.Pointer:
		if !v.IsNil() {
			noNilSlice(t, where, v.Elem())
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if strings.HasSuffix(v.Type().Field(i).Tag.Get("json"), ",omitempty") {
				continue // left out where there is none
			}
			noNilSlice(t, where+"."+v.Type().Field(i).Name, v.Field(i))
		}
	}
}

// TestMetElsewhere: a report that is met at another source has its matter made
// again, and the record stands.
func TestMetElsewhere(t *testing.T) {
	s := open(t, filepath.Join(t.TempDir(), "s.db"))
	desk := &pipeline.Desk{}
	read(t, s, pipeline.Options{Desk: desk}, paths(t)...)
	before := string(dump(t, s))
	for n, opt := range []pipeline.Options{{Desk: desk}, {}} { // at hand, and restored
		var id record.ID
		for l, err := range s.Lines(ctx, store.Filter{Types: []string{record.KindReport}}) {
			if err != nil {
				t.Fatal(err)
			}
			id = l.LineID()
			break
		}
		source := fmt.Sprint("!", 2-n) // first by spelling
		if err := s.AlsoAt(ctx, id, source); err != nil {
			t.Fatal(err)
		}
		a, err := s.Arrived(ctx, "")
		if err != nil || a.Serial == "" || !slices.Equal(a.Moved, []record.ID{id}) {
			t.Fatalf("met elsewhere: %+v, %v", a, err)
		}
		read(t, s, opt)
		if a, err = s.Arrived(ctx, ""); err != nil || a.Serial == "" || len(a.Moved) > 0 {
			t.Errorf("related again: %+v, %v", a, err)
		}
		after := string(dump(t, s))
		if !strings.Contains(after, `"source":"`+source+`"`) || strings.Count(after, "\n") != strings.Count(before, "\n") {
			t.Error("the record does not say where the report stands")
		}
	}
}
