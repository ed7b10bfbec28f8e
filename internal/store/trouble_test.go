package store_test

import (
	"bytes"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"rapporteur/internal/news"
	"rapporteur/internal/record"
	"rapporteur/internal/store"
	"rapporteur/internal/store/storetest"
)

var ctx = context.Background()

// made is a closed store with the sample in it.
func made(t *testing.T) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "s.db")
	s := open(t, path, store.Options{})
	for _, a := range storetest.Analyses() {
		if _, err := s.PutReport(ctx, a); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := s.PutRecord(ctx, storetest.Record()); err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	return path
}

func exec(t *testing.T, path, query string) {
	t.Helper()
	db, err := sql.Open("sqlite", path)
	if err == nil {
		_, err = db.Exec(query)
	}
	if err = errors.Join(err, db.Close()); err != nil {
		t.Fatal(err)
	}
}

// TestTroubleOnOpening: each file that is no store of ours is named, with what
// is the matter, and left as it is.
func TestTroubleOnOpening(t *testing.T) {
	dir := t.TempDir()
	file := func(name string, body []byte) string {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, body, 0o644); err != nil {
			t.Fatal(err)
		}
		return path
	}
	foreign := filepath.Join(dir, "foreign.db")
	exec(t, foreign, "CREATE TABLE x (y)")
	newer := made(t)
	exec(t, newer, "PRAGMA user_version=999")
	for _, test := range []struct {
		path string
		want store.Kind
	}{
		{filepath.Join(dir, "none.db"), store.Missing},
		{file("empty.db", nil), store.Missing},
		{file("text.db", bytes.Repeat([]byte("Dear diary. "), 500)), store.Foreign},
		{dir, store.Foreign},
		{foreign, store.Foreign},
		{newer, store.Newer},
		{file("plain", nil) + "/below.db", store.Denied},
	} {
		before, _ := os.ReadFile(test.path)
		s, err := store.Open(ctx, test.path, store.Options{})
		var trouble *store.Trouble
		if !errors.As(err, &trouble) {
			t.Errorf("%s: got %v, %v", test.path, s, err)
			continue
		}
		if trouble.Kind != test.want || trouble.Hint() == "" || !strings.HasPrefix(err.Error(), test.path+": ") || strings.Contains(err.Error(), "\n") {
			t.Errorf("%s: got %s: %v", test.path, trouble.Kind, err)
		}
		if after, _ := os.ReadFile(test.path); !bytes.Equal(before, after) {
			t.Errorf("%s was changed", test.path)
		}
	}
}

// TestDamage overwrites each page of a store in turn: the trouble is seen and
// named, or the page was not in use; nothing panics.
func TestDamage(t *testing.T) {
	path := made(t)
	sound, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	seen := 0
	for page := 1; page*4096 < len(sound); page++ {
		hurt := bytes.Clone(sound)
		for i := range 4000 {
			hurt[page*4096+i] ^= byte(0x55 + i%7)
		}
		if err := os.WriteFile(path, hurt, 0o644); err != nil {
			t.Fatal(err)
		}
		if verifyFails(t, path) {
			seen++
		}
	}
	if want := len(sound)/4096 - 1; seen < want-1 {
		t.Errorf("%d of %d damaged pages were noticed", seen, want)
	}
}

func verifyFails(t *testing.T, path string) bool {
	t.Helper()
	s, err := store.Open(ctx, path, store.Options{})
	if err == nil {
		defer s.Close()
		err = s.Verify(ctx)
	}
	var trouble *store.Trouble
	if err != nil && (!errors.As(err, &trouble) || trouble.Kind != store.Damaged) {
		t.Errorf("got %v", err)
	}
	return err != nil
}

func TestLocked(t *testing.T) {
	path := made(t)
	db, err := sql.Open("sqlite", path+"?_txlock=exclusive")
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	tx, err := db.Begin()
	if err != nil {
		t.Fatal(err)
	}
	s := open(t, path, store.Options{Wait: 50 * time.Millisecond})
	_, err = s.PutReport(ctx, another("while locked"))
	var trouble *store.Trouble
	if !errors.As(err, &trouble) || trouble.Kind != store.Locked {
		t.Errorf("got %v", err)
	}
	if err := tx.Rollback(); err != nil {
		t.Fatal(err)
	}
	if _, err := s.PutReport(ctx, another("while locked")); err != nil {
		t.Errorf("once free: %v", err)
	}
}

func another(key string) *news.Analysis {
	a := storetest.Analyses()[0]
	doc := *a.Doc
	doc.Key = key
	a.Doc = &doc
	return a
}

// TestFullDisk: reports go in until nothing fits; what is in is whole.
func TestFullDisk(t *testing.T) {
	path := made(t)
	s := open(t, path, store.Options{})
	if err := store.LimitPages(s, 40); err != nil {
		t.Fatal(err)
	}
	put := 0
	for {
		_, err := s.PutReport(ctx, another(fmt.Sprint(put)))
		if err != nil {
			var trouble *store.Trouble
			if !errors.As(err, &trouble) || trouble.Kind != store.Full {
				t.Fatalf("got %v", err)
			}
			break
		}
		put++
	}
	if err := s.Verify(ctx); err != nil {
		t.Error(err)
	}
	st, err := s.Stats(ctx)
	if err != nil || st.Reports != put+3 || put == 0 {
		t.Errorf("%d reports are in after %d were put, %v", st.Reports, put, err)
	}
}

// TestEdition: another edition of the program keeps the reports and makes
// their analyses anew.
func TestEdition(t *testing.T) {
	path := made(t)
	s := open(t, path, store.Options{Edition: "later"})
	st, err := s.Stats(ctx)
	if err != nil || st.Outdated != 3 || st.Current {
		t.Errorf("%+v, %v", st, err)
	}
	for a, err := range s.Reports(ctx) {
		if err != nil || a.Done != 0 || a.Doc.Text == "" {
			t.Errorf("%+v, %v", a, err)
		}
	}
	for _, a := range storetest.Analyses() {
		if err := s.PutAnalysis(ctx, a); err != nil {
			t.Error(err)
		}
	}
	if a, err := s.Report(ctx, record.ReportID(storetest.Analyses()[0].Doc)); err != nil || len(a.Quotes) != 1 {
		t.Errorf("%+v, %v", a, err)
	}
	if _, err := s.PutRecord(ctx, storetest.Record()); err != nil {
		t.Error(err)
	}
	if st, err = s.Stats(ctx); err != nil || st.Outdated != 0 || !st.Current {
		t.Errorf("%+v, %v", st, err)
	}
}

// TestOtherWords: what another edition read out of the same source gives way;
// a source that its owner filled anew keeps its old report.
func TestOtherWords(t *testing.T) {
	path := made(t)
	s := open(t, path, store.Options{Edition: "later"})
	again := storetest.Analyses()[0]
	if has, err := s.Has(ctx, record.ReportID(again.Doc)); has || err != nil {
		t.Errorf("a report read by another edition counts as read: %v", err)
	}
	cleaner := *again.Doc
	cleaner.Text = cleaner.Text[:len(cleaner.Text)-1]
	if added, err := s.PutReport(ctx, &news.Analysis{Doc: &cleaner, Done: news.Sentences}); !added || err != nil {
		t.Error(added, err)
	}
	if _, err := s.Report(ctx, record.ReportID(again.Doc)); !errors.Is(err, store.ErrNotFound) {
		t.Errorf("the old words are still there: %v", err)
	}
	if added, err := s.PutReport(ctx, storetest.Analyses()[1]); added || err != nil {
		t.Error("the same words are a new report", err)
	}
	filled := *storetest.Analyses()[2].Doc
	filled.Title, filled.Text = "Another day", "Another day"
	if added, err := s.PutReport(ctx, &news.Analysis{Doc: &filled, Done: news.Sentences}); !added || err != nil {
		t.Error(added, err)
	}
	st, err := s.Stats(ctx)
	if err != nil || st.Reports != 4 || st.Outdated != 1 || st.Current {
		t.Errorf("%+v, %v", st, err)
	}
}

// TestTwoAtOnce: two openers of one file write in turn.
func TestTwoAtOnce(t *testing.T) {
	path := made(t)
	done := make(chan error, 2)
	for n := range 2 {
		s := open(t, path, store.Options{})
		go func() {
			for i := range 50 {
				if _, err := s.PutReport(ctx, another(fmt.Sprint(n, i))); err != nil {
					done <- err
					return
				}
			}
			done <- nil
		}()
	}
	for range 2 {
		if err := <-done; err != nil {
			t.Error(err)
		}
	}
	st, err := open(t, path, store.Options{}).Stats(ctx)
	if err != nil || st.Reports != 103 {
		t.Errorf("%+v, %v", st, err)
	}
}

func TestTheFileIsTheOneNamed(t *testing.T) {
	path := filepath.Join(t.TempDir(), "new", "a ?b%20#c&d.db")
	open(t, path, store.Options{})
	if _, err := os.Stat(path); err != nil {
		t.Error(err)
	}
}
