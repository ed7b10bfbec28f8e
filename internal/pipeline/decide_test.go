package pipeline_test

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"rapporteur/internal/pipeline"
	"rapporteur/internal/record"
	"rapporteur/internal/review"
	"rapporteur/internal/store"
)

// decisionsOn makes decisions of every action on the example's record: the
// last of them is the undo of another.
func decisionsOn(t *testing.T, s store.Store) (all []record.Decision) {
	t.Helper()
	a := &review.Author{Store: s, By: "anna"}
	kinds := map[string][]record.Line{}
	for l, err := range s.Lines(ctx, store.Filter{}) {
		if err != nil {
			t.Fatal(err)
		}
		kinds[l.Kind()] = append(kinds[l.Kind()], l)
	}
	add := func(d record.Decision, err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, d)
	}
	for n, kind := range []string{record.KindQuote, record.KindPosition, record.KindEvent, record.KindFigure, record.KindDifference} {
		lines := kinds[kind]
		add(a.Decide(ctx, record.ToReject, lines[n]))
		add(a.Decide(ctx, record.ToAccept, lines[len(lines)-1]))
		add(a.Decide(ctx, record.ToSee, lines[len(lines)/2]))
	}
	stance, day := "reject", "2024-03-09"
	add(a.Correct(ctx, kinds[record.KindPosition][3], "stance", &stance, nil))
	add(a.Correct(ctx, kinds[record.KindEvent][4], "time", &day, nil))
	add(a.Correct(ctx, kinds[record.KindQuote][5], "speaker", &stance, kinds[record.KindEntity][0].(*record.Entity)))
	add(a.Merge(ctx, kinds[record.KindEntity][2:5]))
	add(a.Merge(ctx, kinds[record.KindEvent][6:8]))
	many := func(l record.Line) bool { return len(l.(*record.Entity).Reports) > 3 }
	e := kinds[record.KindEntity][slices.IndexFunc(kinds[record.KindEntity], many)].(*record.Entity)
	add(a.Split(ctx, e, review.Leaving{Reports: e.Reports[1:2]}))
	story := kinds[record.KindStory][0].(*record.Story)
	add(a.Split(ctx, story, review.Leaving{Reports: story.Reports[len(story.Reports)-1:]}))
	add(a.Undo(ctx, all[0]))
	return all
}

func decide(t *testing.T, s store.Store, ds ...record.Decision) int {
	t.Helper()
	added, _, err := pipeline.Decide(ctx, s, ds, pipeline.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return added
}

// TestDecisionsOutlive: whatever the order of decisions, files and readings,
// and whichever edition of the program read, the record is the same; and with
// all decisions undone it is what it was.
func TestDecisionsOutlive(t *testing.T) {
	files := paths(t)
	plain := inMemory(t, 2, files...)
	first, _, err := pipeline.InMemory(ctx, files, pipeline.Options{})
	if err != nil {
		t.Fatal(err)
	}
	ds := decisionsOn(t, first)
	decide(t, first, ds...)
	want := dump(t, first)
	if bytes.Equal(want, plain) {
		t.Fatal("the decisions changed nothing")
	}
	for _, err := range first.Record().Check() {
		t.Error(err)
	}
	dir := t.TempDir()

	before := open(t, filepath.Join(dir, "before.db")) // decisions come first, reports one by one
	decide(t, before, ds...)
	for _, f := range files {
		read(t, before, pipeline.Options{}, f)
	}
	same(t, "decisions before reports", dump(t, before), want)

	mixed := open(t, filepath.Join(dir, "mixed.db"))
	shuffled := slices.Clone(ds)
	rand.New(rand.NewPCG(7, 8)).Shuffle(len(shuffled), func(i, j int) { shuffled[i], shuffled[j] = shuffled[j], shuffled[i] })
	read(t, mixed, pipeline.Options{}, files[7:]...)
	decide(t, mixed, shuffled[:9]...)
	read(t, mixed, pipeline.Options{}, files...)
	decide(t, mixed, shuffled[5:]...)
	same(t, "in another order, with readings between", dump(t, mixed), want)
	if n := decide(t, mixed, ds...); n != 0 {
		t.Errorf("%d decisions are new the second time", n)
	}
	same(t, "imported twice", dump(t, mixed), want)

	path := filepath.Join(dir, "old.db")
	old, err := store.Open(ctx, path, store.Options{Create: true, Edition: "old"})
	if err != nil {
		t.Fatal(err)
	}
	read(t, old, pipeline.Options{}, files...)
	decide(t, old, ds...)
	if err := old.Close(); err != nil {
		t.Fatal(err)
	}
	again := open(t, path)
	read(t, again, pipeline.Options{})
	same(t, "another edition", dump(t, again), want)

	a := &review.Author{Store: again, By: "ben"}
	for _, d := range record.Fold(ds) {
		u, err := a.Undo(ctx, d)
		if err != nil {
			t.Fatal(err)
		}
		decide(t, again, u)
	}
	same(t, "all undone", dump(t, again), plain)
}

// TestDecidingAtOnce: of several who decide at the same time, nobody's decision
// is missing from the record in the end.
func TestDecidingAtOnce(t *testing.T) {
	s := open(t, filepath.Join(t.TempDir(), "s.db"))
	read(t, s, pipeline.Options{}, paths(t)...)
	var quotes []record.Line
	for l, err := range s.Lines(ctx, store.Filter{Types: []string{record.KindQuote}}) {
		if err != nil {
			t.Fatal(err)
		}
		quotes = append(quotes, l)
	}
	var wg sync.WaitGroup
	for n := range 6 {
		wg.Go(func() {
			d, err := (&review.Author{Store: s, By: fmt.Sprint("reader ", n)}).Decide(ctx, record.ToReject, quotes[n])
			if err != nil {
				t.Error(err)
				return
			}
			if _, _, err := pipeline.Decide(ctx, s, []record.Decision{d}, pipeline.Options{}); err != nil {
				t.Error(err)
			}
		})
	}
	wg.Wait()
	if n := strings.Count(string(dump(t, s)), `"review":"rejected"`); n != 6 {
		t.Errorf("%d of 6 are rejected", n)
	}
}

// TestADecisionTouchesItsMatter: decisions on statements and stories come and
// go between readings, with a Desk and without one, and the record is the one
// that is made at once; and only reports that they touch are read again.
func TestADecisionTouchesItsMatter(t *testing.T) {
	files := paths(t)
	whole := open(t, filepath.Join(t.TempDir(), "whole.db"))
	read(t, whole, pipeline.Options{}, files...)
	plain := dump(t, whole)
	a := &review.Author{Store: whole, By: "anna"}
	var ds []record.Decision
	add := func(d record.Decision, err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		ds = append(ds, d)
	}
	of := func(kind string) (lines []record.Line) {
		for l, err := range whole.Lines(ctx, store.Filter{Types: []string{kind}}) {
			if err != nil {
				t.Fatal(err)
			}
			lines = append(lines, l)
		}
		return lines
	}
	form := "mixed"
	add(a.Decide(ctx, record.ToReject, of(record.KindQuote)[0]))
	add(a.Correct(ctx, of(record.KindQuote)[2], "form", &form, nil))
	add(a.Merge(ctx, of(record.KindEvent)[3:5]))
	add(a.Decide(ctx, record.ToAccept, of(record.KindFigure)[1]))
	decide(t, whole, ds...)
	want := dump(t, whole)
	if bytes.Equal(want, plain) {
		t.Fatal("the decisions changed nothing")
	}
	for _, kept := range []bool{false, true} {
		s := open(t, filepath.Join(t.TempDir(), "s.db"))
		opt := pipeline.Options{}
		if kept {
			opt.Desk = &pipeline.Desk{}
		}
		step := func(ds []record.Decision, files ...string) {
			t.Helper()
			if _, err := s.PutDecisions(ctx, ds); err != nil {
				t.Fatal(err)
			}
			read(t, s, opt, files...)
		}
		step(ds[:1], files[:5]...)
		step(ds[1:3])
		step(nil, files[3:]...)
		step(ds[3:])
		same(t, fmt.Sprint("step by step, desk kept: ", kept), dump(t, s), want)
		b := &review.Author{Store: s, By: "ben"}
		for _, k := range []int{2, 0, 3, 1} {
			u, err := b.Undo(ctx, ds[k])
			if err != nil {
				t.Fatal(err)
			}
			step([]record.Decision{u})
		}
		same(t, fmt.Sprint("all undone, desk kept: ", kept), dump(t, s), plain)
	}
}
