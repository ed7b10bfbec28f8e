// Package storetest is what every store must do, as one suite. In goes a way
// to open an empty store; out come failures of the test that called. The
// sample it works on is small and holds every kind of line.
package storetest

import (
	"context"
	"errors"
	"iter"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"rapporteur/internal/news"
	"rapporteur/internal/record"
	"rapporteur/internal/store"
)

// Run holds the stores that open makes to the suite.
func Run(t *testing.T, open func(t *testing.T) store.Store) {
	for name, test := range map[string]func(*testing.T, store.Store){
		"a report is kept once":        reportOnce,
		"reports come back whole":      reportsWhole,
		"a report met again elsewhere": alsoAt,
		"an analysis is replaced":      analysisReplaced,
		"a record comes back whole":    recordWhole,
		"the same record is no change": recordOnce,
		"a record replaces the last":   recordReplaced,
		"filters":                      filters,
		"filters combine as in memory": filtersCombine,
		"a line by id":                 lineByID,
		"ids by their beginning":       findPrefix,
		"entities by name":             named,
		"what is counted":              stats,
		"decisions are kept once":      decisionsOnce,
		"decisions all or none":        decisionsWhole,
		"a decision outdates":          decisionOutdates,
		"reading while writing":        readingWhileWriting,
		"an ended context":             endedContext,
	} {
		t.Run(name, func(t *testing.T) {
			s := open(t)
			defer func() {
				if err := s.Close(); err != nil {
					t.Error(err)
				}
			}()
			test(t, s)
		})
	}
}

var ctx = context.Background()

func must[T any](t *testing.T, v T, err error) T {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
	return v
}

func collect[T any](t *testing.T, in iter.Seq2[T, error]) (all []T) {
	t.Helper()
	for v, err := range in {
		all = append(all, must(t, v, err))
	}
	return all
}

func fill(t *testing.T, s store.Store) {
	t.Helper()
	for _, a := range Analyses() {
		must(t, 0, ignore(s.PutReport(ctx, a)))
	}
	must(t, 0, ignore(s.PutRecord(ctx, Record())))
}

func ignore(_ bool, err error) error { return err }

func reportOnce(t *testing.T, s store.Store) {
	a := Analyses()[0]
	id := record.ReportID(a.Doc)
	if has(t, s, id) {
		t.Error("an empty store has a report")
	}
	if !added(t, s, a) || added(t, s, a) || added(t, s, Analyses()[0]) {
		t.Error("a report must be new once, and once only")
	}
	if !has(t, s, id) {
		t.Error("the report is not there")
	}
	if got := collect(t, s.Reports(ctx)); len(got) != 1 {
		t.Errorf("%d reports", len(got))
	}
}

func has(t *testing.T, s store.Store, id record.ID) bool {
	t.Helper()
	ok, err := s.Has(ctx, id)
	return must(t, ok, err)
}

func added(t *testing.T, s store.Store, a *news.Analysis) bool {
	t.Helper()
	ok, err := s.PutReport(ctx, a)
	return must(t, ok, err)
}

func reportsWhole(t *testing.T, s store.Store) {
	want := Analyses()
	for _, a := range want {
		added(t, s, a)
	}
	slices.SortFunc(want, func(a, b *news.Analysis) int {
		if record.ReportID(a.Doc) < record.ReportID(b.Doc) {
			return -1
		}
		return 1
	})
	if diff := cmp.Diff(want, collect(t, s.Reports(ctx))); diff != "" {
		t.Error(diff)
	}
	one, err := s.Report(ctx, record.ReportID(want[1].Doc))
	if diff := cmp.Diff(want[1], must(t, one, err)); diff != "" {
		t.Error(diff)
	}
	if _, err := s.Report(ctx, "rNone"); !errors.Is(err, store.ErrNotFound) {
		t.Errorf("got %v", err)
	}
}

func alsoAt(t *testing.T, s store.Store) {
	fill(t, s)
	id := record.ReportID(Analyses()[0].Doc)
	for _, step := range []struct {
		met, want string
		current   bool
	}{{"z.txt", "sample", true}, {"sample", "sample", true}, {"a.txt", "a.txt", false}, {"b.txt", "a.txt", false}} {
		if err := s.AlsoAt(ctx, id, step.met); err != nil {
			t.Fatal(err)
		}
		a, err := s.Report(ctx, id)
		if got := must(t, a, err).Doc.Source; got != step.want {
			t.Errorf("met at %s: it stands at %s, want %s", step.met, got, step.want)
		}
		st, err := s.Stats(ctx)
		if must(t, st, err).Current != step.current {
			t.Errorf("met at %s: the record is current: %v", step.met, st.Current)
		}
	}
	if err := s.AlsoAt(ctx, "rNone", "x"); err != nil {
		t.Error(err)
	}
}

func analysisReplaced(t *testing.T, s store.Store) {
	fill(t, s)
	a := Analyses()[0]
	a.Quotes = nil
	if err := s.PutAnalysis(ctx, a); err != nil {
		t.Fatal(err)
	}
	got, err := s.Report(ctx, record.ReportID(a.Doc))
	if diff := cmp.Diff(a, must(t, got, err)); diff != "" {
		t.Error(diff)
	}
	doc := *a.Doc
	doc.Key = "another"
	if err := s.PutAnalysis(ctx, &news.Analysis{Doc: &doc}); err != nil {
		t.Error(err)
	}
	if _, err := s.Report(ctx, record.ReportID(&doc)); !errors.Is(err, store.ErrNotFound) {
		t.Errorf("a report that was never put is there: %v", err)
	}
}

func recordWhole(t *testing.T, s store.Store) {
	fill(t, s)
	got := collect(t, s.Lines(ctx, store.Filter{}))
	if diff := cmp.Diff(slices.Collect(Record().Lines()), got); diff != "" {
		t.Error(diff)
	}
	if err := s.Verify(ctx); err != nil {
		t.Error(err)
	}
}

func recordOnce(t *testing.T, s store.Store) {
	for i, want := range []bool{true, false, false} {
		changed, err := s.PutRecord(ctx, Record())
		if must(t, changed, err) != want {
			t.Errorf("time %d: changed is %v", i+1, changed)
		}
	}
}

func recordReplaced(t *testing.T, s store.Store) {
	fill(t, s)
	less := Record()
	less.Quotes, less.Entities[0].Name = nil, "Tamm the Elder"
	if changed, err := s.PutRecord(ctx, less); !must(t, changed, err) {
		t.Error("no change seen")
	}
	if diff := cmp.Diff(slices.Collect(less.Lines()), collect(t, s.Lines(ctx, store.Filter{}))); diff != "" {
		t.Error(diff)
	}
	if ids, err := s.Named(ctx, "tamm the elder"); len(must(t, ids, err)) != 1 {
		t.Errorf("named %v", ids)
	}
}

func lineIDs(t *testing.T, s store.Store, f store.Filter) (ids []string) {
	t.Helper()
	for _, l := range collect(t, s.Lines(ctx, f)) {
		ids = append(ids, string(l.LineID()))
	}
	return ids
}

func filters(t *testing.T, s store.Store) {
	fill(t, s)
	statements := []string{record.KindQuote, record.KindPosition, record.KindEvent, record.KindFigure, record.KindDifference, record.KindTime, record.KindOrigin}
	for _, test := range []struct {
		name string
		f    store.Filter
		want []string
	}{
		{"story", store.Filter{Types: statements, Story: "sA"}, []string{"oOne", "tMon", "qOne", "pOne", "vOne", "dOne"}},
		{"the other story", store.Filter{Types: statements, Story: "sB"}, []string{"oTwo", "tNone", "vTwo", "fOne"}},
		{"no such story", store.Filter{Story: "sZ"}, nil},
		{"entity", store.Filter{Types: statements, Entity: "eTamm"}, []string{"oOne", "tMon", "qOne", "pOne", "vOne", "dOne"}},
		{"entity through whom one speaks", store.Filter{Types: statements, Entity: "eVeska"}, []string{"oOne", "oTwo", "tNone", "pOne", "vTwo"}},
		{"outlet in any case", store.Filter{Types: statements, Outlet: "the  QUAY"}, []string{"oOne", "pOne", "dOne"}},
		{"since, by the event's own day", store.Filter{Types: statements, Since: "2031-06-10"}, []string{"vOne"}},
		{"until, by the report's day", store.Filter{Types: statements, Until: "2031-05-11"}, []string{"oOne", "tMon", "qOne", "dOne"}},
		{"the last day is in", store.Filter{Types: statements, Until: "2031-05-12", Since: "2031-05-12"}, []string{"oOne", "pOne", "dOne"}},
		{"two at once", store.Filter{Types: statements, Entity: "eTamm", Outlet: "Harbour Post"}, []string{"oOne", "tMon", "qOne", "vOne", "dOne"}},
		{"stories of an entity", store.Filter{Types: []string{record.KindStory}, Entity: "eTamm"}, []string{"sA"}},
		{"entities of a story", store.Filter{Types: []string{record.KindEntity}, Story: "sB"}, []string{"eVeska"}},
	} {
		if diff := cmp.Diff(test.want, lineIDs(t, s, test.f)); diff != "" {
			t.Errorf("%s: %s", test.name, diff)
		}
	}
}

// filtersCombine tries every combination of some conditions.
func filtersCombine(t *testing.T, s store.Store) {
	fill(t, s)
	m := store.NewMemory()
	fill(t, m)
	first := record.ReportID(Analyses()[0].Doc)
	for _, story := range []record.ID{"", "sA", "sB"} {
		for _, entity := range []record.ID{"", "eTamm", "eVeska", "eNone"} {
			for _, report := range []record.ID{"", first} {
				for _, outlet := range []string{"", "Harbour Post", "The Quay"} {
					for _, since := range []string{"", "2031-05-05", "2031-05-06", "2031-05-11", "2031-07-01"} {
						for _, until := range []string{"", "2031-05-10", "2031-06-01"} {
							f := store.Filter{Story: story, Entity: entity, Report: report, Outlet: outlet, Since: since, Until: until}
							if diff := cmp.Diff(lineIDs(t, m, f), lineIDs(t, s, f)); diff != "" {
								t.Fatalf("%+v: %s", f, diff)
							}
						}
					}
				}
			}
		}
	}
}

func lineByID(t *testing.T, s store.Store) {
	fill(t, s)
	for want := range Record().Lines() {
		got, err := s.Line(ctx, want.LineID())
		if diff := cmp.Diff(want, must(t, got, err)); diff != "" {
			t.Error(diff)
		}
	}
	if _, err := s.Line(ctx, "eNone"); !errors.Is(err, store.ErrNotFound) {
		t.Errorf("got %v", err)
	}
}

func findPrefix(t *testing.T, s store.Store) {
	fill(t, s)
	for _, test := range []struct {
		prefix string
		limit  int
		want   []record.Ref
	}{
		{"eT", 9, []record.Ref{{Type: record.KindEntity, ID: "eTamm"}}},
		{"e", 9, []record.Ref{{Type: record.KindEntity, ID: "eTamm"}, {Type: record.KindEntity, ID: "eVeska"}}},
		{"e", 1, []record.Ref{{Type: record.KindEntity, ID: "eTamm"}}},
		{"eTamme", 9, nil},
		{"%", 9, nil},
	} {
		got, err := s.Find(ctx, test.prefix, test.limit)
		must(t, got, err)
		if !slices.Equal(got, test.want) {
			t.Errorf("%q: got %v, want %v", test.prefix, got, test.want)
		}
	}
}

func named(t *testing.T, s store.Store) {
	fill(t, s)
	for name, want := range map[string][]record.ID{"oru  tamm": {"eTamm"}, "Tamm": {"eTamm"}, "VESKA": {"eVeska"}, "Tam": nil, "": nil} {
		got, err := s.Named(ctx, name)
		must(t, got, err)
		if !slices.Equal(got, want) {
			t.Errorf("%q: got %v, want %v", name, got, want)
		}
	}
}

func stats(t *testing.T, s store.Store) {
	got, err := s.Stats(ctx)
	if must(t, got, err); got.Reports != 0 || len(got.Lines) != 0 || !got.Current {
		t.Errorf("empty: %+v", got)
	}
	fill(t, s)
	got, err = s.Stats(ctx)
	if must(t, got, err); got.Reports != 3 || got.Outdated != 0 || got.Lines[record.KindEvent] != 2 || !got.Current {
		t.Errorf("full: %+v", got)
	}
	one := Analyses()[0]
	doc := *one.Doc
	doc.Key = "another"
	one.Doc = &doc
	added(t, s, one)
	got, err = s.Stats(ctx)
	if must(t, got, err); got.Reports != 4 || got.Current {
		t.Errorf("one report more than the record knows: %+v", got)
	}
}

func readingWhileWriting(t *testing.T, s store.Store) {
	fill(t, s)
	less := Record()
	less.Differences = nil
	n := 0
	for l, err := range s.Lines(ctx, store.Filter{}) {
		must(t, l, err)
		if n++; n == 1 {
			must(t, 0, ignore(s.PutRecord(ctx, less)))
		}
	}
	if want := len(slices.Collect(Record().Lines())); n != want {
		t.Errorf("%d lines while the record was replaced, want the %d that stood at the start", n, want)
	}
	for a, err := range s.Reports(ctx) {
		must(t, a, err)
		added(t, s, a)
	}
}

func endedContext(t *testing.T, s store.Store) {
	if _, ok := s.(*store.Memory); ok {
		t.Skip("memory does not wait")
	}
	ended, cancel := context.WithCancel(ctx)
	cancel()
	if _, err := s.PutReport(ended, Analyses()[0]); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
	if has(t, s, record.ReportID(Analyses()[0].Doc)) {
		t.Error("the report is there")
	}
}
