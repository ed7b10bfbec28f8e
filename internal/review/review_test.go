package review_test

import (
	"context"
	"slices"
	"strings"
	"testing"
	"time"

	"rapporteur/internal/record"
	"rapporteur/internal/review"
	"rapporteur/internal/store"
)

var ctx = context.Background()

// made is a store with a record by hand: three quotes and an entity.
func made(t *testing.T) store.Store {
	t.Helper()
	text := "Oru Tamm said so. Tamm said no."
	r := &record.Record{Reports: []record.Report{{Type: record.KindReport, ID: "r1", Source: "a.txt", Text: text}, {Type: record.KindReport, ID: "r2", Source: "b.txt", Text: text}}}
	for i, c := range []float64{0.9, 0.3, 0.6} {
		id, report := record.ID([]string{"q1", "q2", "q3"}[i]), record.ID([]string{"r1", "r1", "r2"}[i])
		r.Quotes = append(r.Quotes, record.Quote{Type: record.KindQuote, ID: id, Text: "so", Evidence: []record.Evidence{{Report: report, Start: 14, End: 16, Exact: "so"}},
			Base: record.Base{Confidence: c, Rule: []string{"loud", "soft", "soft"}[i]}})
	}
	r.Quotes[0].Versions = []record.Version{{Report: "r2", Evidence: []record.Evidence{{Report: "r2", Start: 28, End: 30, Exact: "no"}}}}
	r.Entities = []record.Entity{{Type: record.KindEntity, ID: "e1", Name: "Oru Tamm", Variants: []record.Variant{{Text: "Oru Tamm"}, {Text: "Tamm"}, {Text: "T\x1bamm"}}, Reports: []record.ID{"r1", "r2"}}}
	m := store.NewMemory()
	if _, err := m.PutRecord(ctx, r); err != nil {
		t.Fatal(err)
	}
	return m
}

func line(t *testing.T, s store.Store, id record.ID) record.Line {
	t.Helper()
	l, err := s.Line(ctx, id)
	if err != nil {
		t.Fatal(err)
	}
	return l
}

func put(t *testing.T, s store.Store, d record.Decision, err error) record.Decision {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.PutDecisions(ctx, []record.Decision{d}); err != nil {
		t.Fatal(err)
	}
	return d
}

func TestOpenIsLeastCertainFirst(t *testing.T) {
	s := made(t)
	for _, test := range []struct {
		w    review.Wanted
		want string
	}{
		{review.Wanted{}, "q2 q3 q1"}, {review.Wanted{Rule: "soft"}, "q2 q3"}, {review.Wanted{Below: 0.6}, "q2"},
		{review.Wanted{Filter: store.Filter{Types: []string{record.KindEntity}}}, "e1"}, {review.Wanted{Rule: "none"}, ""},
	} {
		lines, err := review.Open(ctx, s, test.w)
		var ids []string
		for _, l := range lines {
			ids = append(ids, string(l.LineID()))
		}
		if got := strings.Join(ids, " "); err != nil || got != test.want {
			t.Errorf("%+v: %s, %v; want %s", test.w, got, err, test.want)
		}
	}
	a := &review.Author{Store: s, By: "anna"}
	d, err := a.Decide(ctx, record.ToSee, line(t, s, "q2"))
	put(t, s, d, err)
	if lines, _ := review.Open(ctx, s, review.Wanted{}); len(lines) != 2 {
		t.Errorf("%d lines after one was seen", len(lines))
	}
	if lines, _ := review.Open(ctx, s, review.Wanted{Seen: true}); len(lines) != 3 {
		t.Errorf("%d lines with those that were seen", len(lines))
	}
	u, err := a.Undo(ctx, d)
	put(t, s, u, err)
	if lines, _ := review.Open(ctx, s, review.Wanted{}); len(lines) != 3 {
		t.Errorf("%d lines after the look was undone", len(lines))
	}
}

// TestLaterIsLater: what is decided now comes after all before, also where
// another machine's clock is ahead; unless somebody says when.
func TestLaterIsLater(t *testing.T) {
	s := made(t)
	ahead := &review.Author{Store: s, By: "ben", At: time.Now().Add(time.Hour)}
	d, err := ahead.Decide(ctx, record.ToAccept, line(t, s, "q1"))
	first := put(t, s, d, err)
	a := &review.Author{Store: s, By: "anna"}
	for range 3 {
		d, err := a.Decide(ctx, record.ToReject, line(t, s, "q1"))
		if put(t, s, d, err); d.At <= first.At {
			t.Errorf("%s does not come after %s", d.At, first.At)
		}
		first = d
	}
	if all, err := s.Decisions(ctx); err != nil || len(all) != 4 {
		t.Errorf("%d decisions, %v", len(all), err)
	}
}

func TestSplits(t *testing.T) {
	s := made(t)
	a := &review.Author{Store: s, By: "anna"}
	for _, test := range []struct {
		id   record.ID
		what review.Leaving
		want string // of the error; "" for none
	}{
		{"e1", review.Leaving{Names: []string{"TAMM"}}, ""},
		{"e1", review.Leaving{Reports: []record.ID{"r2"}}, ""},
		{"q1", review.Leaving{Reports: []record.ID{"r2"}}, ""}, // a version
		{"e1", review.Leaving{Names: []string{"Oru"}}, "has no name"},
		{"e1", review.Leaving{Names: []string{"Tamm", "Oru Tamm"}}, "nothing would stay"},
		{"e1", review.Leaving{Reports: []record.ID{"r1", "r2"}}, "nothing would stay"},
		{"e1", review.Leaving{Reports: []record.ID{"r9"}}, "nothing of entity e1"},
		{"q2", review.Leaving{Reports: []record.ID{"r1"}}, "nothing would stay"},
	} {
		d, err := a.Split(ctx, line(t, s, test.id), test.what)
		if test.want == "" && err != nil || test.want != "" && (err == nil || !strings.Contains(err.Error(), test.want)) {
			t.Errorf("%s, %+v: %v, want %q", test.id, test.what, err, test.want)
		}
		if err == nil && (d.About.Passages[0].Source != "a.txt" || slices.Contains(d.About.Names, "T\x1bamm")) {
			t.Errorf("%+v", d.About)
		}
	}
}
