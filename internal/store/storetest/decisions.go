package storetest

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"rapporteur/internal/record"
	"rapporteur/internal/store"
)

// Decisions are the sample's: a correction, its undo, and a look, in order.
func Decisions() []record.Decision {
	quote := record.Target{Ref: record.Ref{Type: record.KindQuote, ID: "qOne"}, Says: "Oru Tamm: the line will reopen",
		Anchor: record.Anchor{Passages: []record.Passage{{Report: record.ReportID(Analyses()[0].Doc), Source: "sample", Start: 33, End: 53, Exact: "the line will reopen"}}}}
	one := record.Decision{Action: record.ToCorrect, About: quote, Field: "speaker", Value: ptr("Mari <Kask>"), By: "anna", At: "2031-05-14T10:00:00Z", Note: "two\nlines"}
	one.Seal()
	two := record.Decision{Action: record.ToUndo, About: record.Target{Ref: record.Ref{Type: record.KindDecision, ID: one.ID}}, By: "ben", At: "2031-05-14T10:00:00.000001Z"}
	two.Seal()
	three := record.Decision{Action: record.ToSee, About: quote, By: "anna", At: "2031-05-15T00:00:00Z"}
	three.Seal()
	return []record.Decision{one, two, three}
}

func decisionsOnce(t *testing.T, s store.Store) {
	want := Decisions()
	for _, test := range []struct {
		put   []record.Decision
		added int
	}{{nil, 0}, {want[2:], 1}, {want[:1], 1}, {want, 1}, {append(want[1:2:2], want[1]), 0}} {
		n, err := s.PutDecisions(ctx, test.put)
		if must(t, n, err) != test.added {
			t.Errorf("%d were added, want %d", n, test.added)
		}
	}
	got, err := s.Decisions(ctx)
	if diff := cmp.Diff(want, must(t, got, err)); diff != "" {
		t.Error(diff)
	}
	if st, err := s.Stats(ctx); err != nil || st.Decisions != 3 {
		t.Errorf("%d decisions are counted, %v", st.Decisions, err)
	}
}

func decisionsWhole(t *testing.T, s store.Store) {
	bad := Decisions()
	bad[1].Note = "written over"
	if n, err := s.PutDecisions(ctx, bad); err == nil || n != 0 || !strings.Contains(err.Error(), "was changed") {
		t.Errorf("%d were added, %v", n, err)
	}
	if got, err := s.Decisions(ctx); err != nil || len(got) != 0 {
		t.Errorf("%d are kept, %v", len(got), err)
	}
}

// decisionOutdates: a record made before a decision is not current; one that
// was only looked at is.
func decisionOutdates(t *testing.T, s store.Store) {
	fill(t, s)
	ds := Decisions()
	for _, test := range []struct {
		put     record.Decision
		current bool
	}{{ds[2], true}, {ds[0], false}} {
		must(t, 0, second(s.PutDecisions(ctx, []record.Decision{test.put})))
		if st, err := s.Stats(ctx); err != nil || st.Current != test.current {
			t.Errorf("after %s: current is %v, %v", test.put.Action, st.Current, err)
		}
	}
	must(t, 0, ignore(s.PutRecord(ctx, Record())))
	if st, err := s.Stats(ctx); err != nil || !st.Current || st.Decisions != 2 {
		t.Errorf("related again: %+v, %v", st, err)
	}
	if got, err := s.Decisions(ctx); err != nil || len(got) != 2 || !slices.IsSortedFunc(got, func(a, b record.Decision) int { return a.Compare(&b) }) {
		t.Errorf("the decisions did not outlive the record: %+v, %v", got, err)
	}
}

func second(_ int, err error) error { return err }
