package shelf

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"slices"
	"strings"
	"testing"

	"rapporteur/internal/publish/publishtest"
	"rapporteur/internal/record"
	"rapporteur/internal/store"
)

func rich(t testing.TB) *Book {
	t.Helper()
	b, err := NewBook(publishtest.Rich(), "one")
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func ids(s Select) (out []string) {
	for l := range s.Lines(0) {
		out = append(out, string(l.LineID()))
	}
	return out
}

func TestSearch(t *testing.T) {
	b := rich(t)
	for _, test := range []struct {
		name string
		ask  Ask
		want string // ids in any order
	}{
		{"a word of a quote", Ask{Words: "gains", Type: "quote"}, "q2"},
		{"all words", Ask{Words: "closed harbour nobody", Type: "quote"}, "q2"},
		{"a word in part", Ask{Words: "nobo", Type: "quote"}, "q2"},
		{"only the last in part", Ask{Words: "nobo harbour", Type: "quote"}, ""},
		{"case", Ask{Words: "NOBODY", Type: "quote"}, "q2"},
		{"a speaker", Ask{Words: "Sund", Type: "quote"}, "q2"},
		{"what a reviewer rejected", Ask{Words: "the ministers", Type: "quote"}, ""},
		{"a status", Ask{Status: "cancelled"}, "ev3"},
		{"who", Ask{Type: "quote", Entity: "Lia Sund"}, "q2"},
		{"days", Ask{Type: "event", Since: "2031-05-16", Until: "2031-05-16"}, "ev2 ev7"},
		{"nothing", Ask{Words: "zeppelin"}, ""},
	} {
		found, err := b.Search(test.ask)
		if err != nil {
			t.Fatalf("%s: %v", test.name, err)
		}
		got := ids(found)
		slices.Sort(got)
		if strings.Join(got, " ") != test.want {
			t.Errorf("%s: got %q, want %q", test.name, got, test.want)
		}
	}
}

func TestSearchRefuses(t *testing.T) {
	b := rich(t)
	for param, ask := range map[string]Ask{
		"q":      {Words: strings.Repeat("a ", 150) + strings.Repeat("b", 200)},
		"type":   {Type: "times"},
		"status": {Status: "over"},
		"since":  {Since: "yesterday"},
		"until":  {Until: "2031-99"},
		"entity": {Entity: "nobody at all"},
		"story":  {Story: "x"},
	} {
		_, err := b.Search(ask)
		var w *Wrong
		if !errors.As(err, &w) || w.Param != param {
			t.Errorf("%s: got %v", param, err)
		}
	}
	for _, q := range []string{"a b c d e f g h i j k l m n o p q", "!?", "\xff"} {
		if _, err := b.Search(Ask{Words: q}); err == nil {
			t.Errorf("%q is searched", q)
		}
	}
	if _, err := b.Search(Ask{Since: "2032", Until: "2031"}); err == nil {
		t.Error("since after until is taken")
	}
}

// A better fit stands before a worse one: a title before a mention.
func TestBestFirst(t *testing.T) {
	r := &record.Record{}
	for i, title := range []string{"Rain", "The bridge of Osk", "Sun"} {
		r.Reports = append(r.Reports, record.Report{Type: "report", ID: record.ID(fmt.Sprint("r", i)), Title: &title, Text: "A bridge, in passing."})
	}
	b, err := NewBook(r, "")
	if err != nil {
		t.Fatal(err)
	}
	found, err := b.Search(Ask{Words: "bridge"})
	if got := ids(found); err != nil || len(got) != 3 || got[0] != "r1" {
		t.Errorf("got %q, %v", got, err)
	}
}

func TestRenew(t *testing.T) {
	ctx := context.Background()
	m := store.NewMemory()
	s, err := Open(ctx, m)
	if err != nil {
		t.Fatal(err)
	}
	old := s.Current()
	if changed, err := s.Renew(ctx); changed || err != nil || s.Current() != old {
		t.Errorf("the same record is another: %v", err)
	}
	if _, err := m.PutRecord(ctx, publishtest.Rich()); err != nil {
		t.Fatal(err)
	}
	if changed, err := s.Renew(ctx); !changed || err != nil {
		t.Fatalf("a new record is not seen: %v", err)
	}
	if old.Count("report") != 0 || s.Current().Count("report") == 0 {
		t.Error("the old book changed, or the new one is empty")
	}
}

// What a book says is what the store says.
func TestSelectIsTheStores(t *testing.T) {
	b, m := rich(t), store.NewMemory()
	ctx := context.Background()
	if _, err := m.PutRecord(ctx, publishtest.Rich()); err != nil {
		t.Fatal(err)
	}
	for _, f := range []store.Filter{{Types: []string{"quote"}}, {Types: []string{"event"}, Entity: "toland"}, {Since: "2031-05-14"}, {Story: "st1"}, {Outlet: "harbour gazette"}} {
		var want []string
		for l, err := range m.Lines(ctx, f) {
			if err != nil {
				t.Fatal(err)
			}
			want = append(want, string(l.LineID()))
		}
		for range 2 { // the second time it is remembered
			if got := ids(b.Select(f)); !slices.Equal(got, want) {
				t.Errorf("%+v: got %q, want %q", f, got, want)
			}
		}
	}
}

func FuzzSearch(f *testing.F) {
	f.Add("toland harbour", "quote", "2031-05")
	f.Add("“\u202e*\x00", "", "2031-W20")
	b := rich(f)
	f.Fuzz(func(t *testing.T, words, kind, since string) {
		found, err := b.Search(Ask{Words: words, Type: kind, Since: since})
		if err != nil {
			var w *Wrong
			if !errors.As(err, &w) {
				t.Fatal(err)
			}
			return
		}
		n := 0
		for range found.Lines(0) {
			n++
		}
		if n != found.Len() {
			t.Errorf("%d lines of %d", n, found.Len())
		}
	})
}

// many is a record of n reports of 60 words, out of a vocabulary of 20,000.
func many(n int) *record.Record {
	r := &record.Record{Reports: make([]record.Report, n)}
	seed := uint32(1)
	next := func(below uint32) uint32 {
		seed = seed*1664525 + 1013904223
		return seed >> 8 % below
	}
	for i := range r.Reports {
		var txt strings.Builder
		for range 60 {
			k := next(20000) % (1 + next(20000)) // small numbers are frequent, as words are
			fmt.Fprintf(&txt, "word%d ", k)
		}
		title, day := fmt.Sprintf("word%d word%d", next(20000), next(20000)), fmt.Sprintf("2031-%02d-%02d", 1+i%12, 1+i%28)
		r.Reports[i] = record.Report{Type: "report", ID: record.ID(fmt.Sprintf("r%06d", i)), Title: &title, Text: txt.String()}
		r.Reports[i].Published.From = &day
	}
	return r
}

func BenchmarkSearch100k(b *testing.B) {
	book, err := NewBook(many(100_000), "")
	if err != nil {
		b.Fatal(err)
	}
	var m runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&m)
	held := float64(m.HeapAlloc) / (1 << 20)
	for name, q := range map[string]string{"one": "word7", "two": "word7 word12", "part": "word19", "rare": "word3 word15777"} {
		b.Run(name, func(b *testing.B) {
			n := 0
			for b.Loop() {
				found, err := book.Search(Ask{Words: q})
				if err != nil {
					b.Fatal(err)
				}
				n = found.Len()
			}
			b.ReportMetric(float64(n), "hits")
			b.ReportMetric(held, "MB-heap")
		})
	}
}
