package shelf_test

import (
	"context"
	"errors"
	"testing"
	"time"

	"rapporteur/internal/publish/publishtest"
	"rapporteur/internal/publish/shelf"
	"rapporteur/internal/record"
	"rapporteur/internal/store"
)

// reviewed is a shelf over a store in memory, with a desk.
func reviewed(t *testing.T) (*shelf.Shelf, *shelf.Desk) {
	t.Helper()
	m := store.NewMemory()
	if _, err := m.PutRecord(context.Background(), publishtest.Rich()); err != nil {
		t.Fatal(err)
	}
	s, err := shelf.Open(context.Background(), m)
	if err != nil {
		t.Fatal(err)
	}
	clock := time.Date(2031, 5, 20, 9, 0, 0, 0, time.UTC)
	return s, &shelf.Desk{Reviewer: "anna", Keep: func(ctx context.Context, ds []record.Decision) error {
		_, err := m.PutDecisions(ctx, ds)
		return err
	}, Now: func() time.Time { clock = clock.Add(time.Second); return clock }}
}

func take(t *testing.T, s *shelf.Shelf, d *shelf.Desk, w ...shelf.Wish) []record.Decision {
	t.Helper()
	out, err := d.Take(context.Background(), s, w)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func review(b *shelf.Book, id record.ID) string {
	if r := record.BaseOf(b.Line(id)).Review; r != nil {
		return *r
	}
	return ""
}

// What is rejected is gone from the next book, and the one before stays as it is.
func TestRejectedAtOnce(t *testing.T) {
	s, d := reviewed(t)
	before := s.Current()
	taken := take(t, s, d, shelf.Wish{Action: "reject", About: "q2", Note: "nobody said it"})
	after := s.Current()
	if review(before, "q2") != "" || review(after, "q2") != record.Rejected {
		t.Errorf("before %q, after %q", review(before, "q2"), review(after, "q2"))
	}
	if before.Mark() == after.Mark() {
		t.Error("a reader's copy is taken for unchanged")
	}
	found, err := after.Search(shelf.Ask{Words: "nobody gains"})
	if err != nil {
		t.Fatal(err)
	}
	for l := range found.Lines(0) {
		if l.LineID() == "q2" {
			t.Error("it is still found")
		}
	}
	if b := after.Brief("st1"); b.Omitted.Rejected != 2 {
		t.Errorf("the brief leaves out %d rejected statements, want 2", b.Omitted.Rejected)
	}
	if e := after.Ledger.Of(after.Line("q2")); len(e) != 1 || e[0].By != "anna" || e[0].Note != "nobody said it" {
		t.Errorf("its history is %v", e)
	}
	take(t, s, d, shelf.Wish{Action: "undo", About: string(taken[0].ID)})
	if got := review(s.Current(), "q2"); got != "" {
		t.Errorf("taken back, it is %q", got)
	}
	if e := s.Current().Ledger.All(); len(e) != 2 || e[1].Undone != e[0].ID {
		t.Errorf("the ledger is %v", e)
	}
}

// The last decision holds; a correction lifts a rejection; having looked decides
// nothing.
func TestStatesOfReview(t *testing.T) {
	s, d := reviewed(t)
	said := "Oda Velt"
	for _, step := range []struct {
		wish shelf.Wish
		want string
	}{
		{shelf.Wish{Action: "seen", About: "q1"}, ""},
		{shelf.Wish{Action: "accept", About: "q1"}, record.Accepted},
		{shelf.Wish{Action: "reject", About: "q1"}, record.Rejected},
		{shelf.Wish{Action: "correct", About: "q1", Field: "speaker", Value: &said}, record.Corrected},
		{shelf.Wish{Action: "accept", About: "q1"}, record.Corrected},
	} {
		got := take(t, s, d, step.wish)
		if r := review(s.Current(), "q1"); r != step.want {
			t.Errorf("after %s: %q, want %q", step.wish.Action, r, step.want)
		}
		if step.wish.Field != "" && (got[0].Entity == nil || *got[0].Entity != "velt") {
			t.Errorf("the speaker is corrected to %v", got[0].Entity)
		}
	}
	if !s.Current().Ledger.Seen(s.Current().Line("q1")) || s.Current().Ledger.Seen(s.Current().Line("q2")) {
		t.Error("seen is told of the wrong line")
	}
}

func TestWishesThatMakeNoSense(t *testing.T) {
	s, d := reviewed(t)
	none, many := "", make([]shelf.Wish, shelf.MaxWishes+1)
	for _, test := range []struct {
		param string
		wish  []shelf.Wish
	}{
		{"decisions", nil}, {"decisions", many},
		{"action", []shelf.Wish{{Action: "burn", About: "q1"}}},
		{"about", []shelf.Wish{{Action: "reject", About: "nothing"}}},
		{"about", []shelf.Wish{{Action: "undo", About: "q1"}}},
		{"decision", []shelf.Wish{{Action: "reject", About: "r1"}}},
		{"decision", []shelf.Wish{{Action: "merge", About: "q1"}}},
		{"decision", []shelf.Wish{{Action: "split", About: "q1"}}},
		{"with", []shelf.Wish{{Action: "merge", About: "q1", With: []string{"ev1"}}}},
		{"with", []shelf.Wish{{Action: "merge", About: "toland", With: []string{"Nobody At All"}}}},
		{"field", []shelf.Wish{{Action: "correct", About: "q1", Field: "weather"}}},
		{"decision", []shelf.Wish{{Action: "correct", About: "ev1", Field: "status", Value: &none}}},
		{"decision", []shelf.Wish{{Action: "accept", About: "q1", Note: "\x1b[2J"}}},
		{"entity", []shelf.Wish{{Action: "correct", About: "q1", Field: "speaker", Value: &none, Entity: &none}}},
		{"about", []shelf.Wish{{Action: "reject", About: "q1"}, {Action: "reject", About: "nothing"}}},
	} {
		_, err := d.Take(context.Background(), s, test.wish)
		var wrong *shelf.Wrong
		if !errors.As(err, &wrong) || wrong.Param != test.param {
			t.Errorf("%+v: got %v, want a word about %s", test.wish, err, test.param)
		}
	}
	if got := s.Current().Ledger.All(); len(got) > 0 {
		t.Errorf("%d of them are kept", len(got))
	}
}

// A split names the words that leave; a merge takes names and addresses.
func TestMergeAndSplit(t *testing.T) {
	s, d := reviewed(t)
	e := s.Current().Line("q1").(*record.Quote).Versions[1].Evidence[0]
	got := take(t, s, d, shelf.Wish{Action: "split", About: "q1", Part: &record.Anchor{Passages: []record.Passage{{Report: e.Report, Start: e.Start, End: e.End}}}},
		shelf.Wish{Action: "merge", About: "velt", With: []string{"Lia Sund"}}, shelf.Wish{Action: "merge", About: "q1", With: []string{"http://localhost/statements/q3", " "}})
	if p := got[0].Part.Passages[0]; p.Exact != e.Exact || p.Source == "" {
		t.Errorf("what leaves is %+v", p)
	}
	if len(got[1].With) != 1 || got[1].With[0].ID != "sund" || len(got[2].With) != 1 || got[2].With[0].ID != "q3" {
		t.Errorf("merged with %v and %v", got[1].With, got[2].With)
	}
	if got[0].At >= got[1].At || got[1].At >= got[2].At {
		t.Error("decisions at a stroke have no order")
	}
}
