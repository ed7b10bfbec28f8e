package store_test

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"rapporteur/internal/record"
	"rapporteur/internal/store"
	"rapporteur/internal/store/storetest"
)

// dealt deals the lines of the sample, some of them changed or left out, into
// parts.
func dealt(r *rand.Rand) map[record.ID]*record.Part {
	all := storetest.Record()
	if r.IntN(2) == 0 {
		all.Entities[0].Name = fmt.Sprint("Tamm ", r.IntN(3))
	}
	if r.IntN(2) == 0 {
		all.Stories[0].Label = fmt.Sprint("Quay ", r.IntN(3))
	}
	if r.IntN(3) == 0 { // a merge takes it away, and its id leads on
		gone := all.Entities[0]
		all.Entities = all.Entities[1:]
		all.Merged = append(all.Merged, record.Merged{Type: record.KindMerged, ID: gone.ID, Into: all.Entities[0].ID})
	}
	names, parts := record.PartOf(all).Names, map[record.ID]*record.Part{}
	deal(r, parts, all.Reports, func(p *record.Record) *[]record.Report { return &p.Reports })
	deal(r, parts, all.Origins, func(p *record.Record) *[]record.Origin { return &p.Origins })
	deal(r, parts, all.Stories, func(p *record.Record) *[]record.Story { return &p.Stories })
	deal(r, parts, all.Entities, func(p *record.Record) *[]record.Entity { return &p.Entities })
	deal(r, parts, all.Times, func(p *record.Record) *[]record.TimeLine { return &p.Times })
	deal(r, parts, all.Quotes, func(p *record.Record) *[]record.Quote { return &p.Quotes })
	deal(r, parts, all.Events, func(p *record.Record) *[]record.Event { return &p.Events })
	deal(r, parts, all.Merged, func(p *record.Record) *[]record.Merged { return &p.Merged })
	for _, p := range parts {
		p.Names = names
	}
	return parts
}

func deal[T any](r *rand.Rand, parts map[record.ID]*record.Part, lines []T, of func(*record.Record) *[]T) {
	for _, l := range lines {
		k := record.ID(fmt.Sprint("part ", r.IntN(4)))
		if r.IntN(5) == 0 {
			continue
		}
		if parts[k] == nil {
			parts[k] = &record.Part{Key: k, Lines: &record.Record{}, State: []byte(k)}
		}
		to := of(parts[k].Lines)
		*to = append(*to, l)
	}
}

// batch is what leads from one set of parts to another.
func batch(from, to map[record.ID]*record.Part, whole bool) store.Batch {
	var parts []*record.Part
	for k, p := range to {
		if whole || !reflect.DeepEqual(from[k], p) {
			parts = append(parts, p)
		}
	}
	for k := range from {
		if to[k] == nil && !whole {
			parts = append(parts, &record.Part{Key: k})
		}
	}
	return store.Batch{Whole: whole, Parts: func(yield func(*record.Part, error) bool) {
		for _, p := range parts {
			if !yield(p, nil) {
				return
			}
		}
	}}
}

// tables are the rows of the record, but for its serial.
func tables(t *testing.T, path string) string {
	t.Helper()
	db, err := sql.Open("sqlite", "file:"+path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	var b strings.Builder
	for _, query := range []string{"SELECT hex(n), id, hex(sum), hex(links), hex(body) || type || ord || since || until FROM line", "SELECT target, line, '', '', '' FROM link",
		"SELECT n, outlet, day, '', '' FROM facet", "SELECT key, line, '', '', '' FROM name", "SELECT n, key, hex(state), length(lines), '' FROM part",
		"SELECT key, value, '', '', '' FROM about WHERE key <> 'serial'"} {
		rows, err := db.Query(query + " ORDER BY 1, 2")
		if err != nil {
			t.Fatal(err)
		}
		for rows.Next() {
			var c [5]string
			if err := rows.Scan(&c[0], &c[1], &c[2], &c[3], &c[4]); err != nil {
				t.Fatal(err)
			}
			fmt.Fprintln(&b, c)
		}
		rows.Close()
	}
	return b.String()
}

// TestPartsAddUp: whatever parts were put one after the other, the tables are
// those of a store that was given the last ones at once.
func TestPartsAddUp(t *testing.T) {
	ctx := context.Background()
	for seed := range uint64(25) {
		r := rand.New(rand.NewPCG(seed, 5))
		path, other := filepath.Join(t.TempDir(), "a.db"), filepath.Join(t.TempDir(), "b.db")
		a, b := open(t, path, store.Options{Create: true}), open(t, other, store.Options{Create: true})
		var now map[record.ID]*record.Part
		for step := range 5 {
			next := dealt(r)
			changed, err := a.PutParts(ctx, batch(now, next, step == 0 || r.IntN(4) == 0))
			if err != nil {
				t.Fatal(err)
			}
			if again, err := a.PutParts(ctx, batch(nil, next, r.IntN(2) == 0)); again || err != nil {
				t.Fatalf("seed %d: the same parts once more change the record (%v), %v", seed, changed, err)
			}
			now = next
		}
		if _, err := b.PutParts(ctx, batch(nil, now, true)); err != nil {
			t.Fatal(err)
		}
		if got, want := tables(t, path), tables(t, other); got != want {
			t.Fatalf("seed %d: the tables are others:\n%s\nwant\n%s", seed, got, want)
		}
	}
}

// TestOnlyWhatChangedIsWritten: a row of another line stays as it was, to the
// byte that was put there from outside.
func TestOnlyWhatChangedIsWritten(t *testing.T) {
	ctx, path := context.Background(), filepath.Join(t.TempDir(), "a.db")
	s := open(t, path, store.Options{Create: true})
	all := storetest.Record()
	put := func() {
		t.Helper()
		if changed, err := s.PutRecord(ctx, all); !changed || err != nil {
			t.Fatal(changed, err)
		}
	}
	put()
	exec(t, path, "UPDATE line SET since = 'touched'")
	all.Stories[0].Label = "another"
	put()
	var touched []string
	for _, row := range strings.Split(tables(t, path), "\n") {
		if strings.Contains(row, "touched") {
			touched = append(touched, row)
		}
	}
	if n := len(slices.Collect(all.Lines())); len(touched) != n-1 {
		t.Errorf("%d lines of %d were left alone, want all but one", len(touched), n)
	}
}

// TestAFailingBatchLeavesAll: what ends a batch leaves the record as it was.
func TestAFailingBatchLeavesAll(t *testing.T) {
	ctx, path := context.Background(), filepath.Join(t.TempDir(), "a.db")
	s := open(t, path, store.Options{Create: true})
	if _, err := s.PutRecord(ctx, storetest.Record()); err != nil {
		t.Fatal(err)
	}
	want := tables(t, path)
	broken := fmt.Errorf("no more")
	_, err := s.PutParts(ctx, store.Batch{Whole: true, Parts: func(yield func(*record.Part, error) bool) {
		if yield(&record.Part{Key: "p", Lines: &record.Record{Stories: storetest.Record().Stories}}, nil) {
			yield(nil, broken)
		}
	}})
	if err == nil || !strings.Contains(err.Error(), "no more") {
		t.Errorf("got %v", err)
	}
	if tables(t, path) != want {
		t.Error("the record is another")
	}
	twice := storetest.Record()
	twice.Stories = append(twice.Stories, twice.Stories[0])
	if _, err := s.PutRecord(ctx, twice); err == nil || tables(t, path) != want {
		t.Errorf("an id that stands twice: %v", err)
	}
}

// TestAnOvertakenBatchLeavesAll: parts that are made for a state of the record
// are not written into another; and the decisions that it is made of are told.
func TestAnOvertakenBatchLeavesAll(t *testing.T) {
	ctx, path := context.Background(), filepath.Join(t.TempDir(), "a.db")
	s := open(t, path, store.Options{Create: true})
	put := func(since string, stories int, rulings ...record.ID) error {
		part := &record.Part{Key: "p", Lines: &record.Record{Stories: storetest.Record().Stories[:stories]}}
		_, err := s.PutParts(ctx, store.Batch{Since: since, Rulings: rulings, Parts: func(yield func(*record.Part, error) bool) { yield(part, nil) }})
		return err
	}
	if err := put("", 1, "k1", "k2"); err != nil {
		t.Fatal(err)
	}
	first, err := s.Arrived(ctx, "")
	if err != nil || !slices.Equal(first.Rulings, []record.ID{"k1", "k2"}) {
		t.Fatalf("%+v, %v", first, err)
	}
	if err := put(first.Serial, 2, "k2"); err != nil {
		t.Fatal(err)
	}
	want := tables(t, path)
	if err := put(first.Serial, 1); !errors.Is(err, store.ErrOvertaken) || tables(t, path) != want {
		t.Errorf("the later of two is told %v", err)
	}
	if now, err := s.Arrived(ctx, ""); err != nil || !slices.Equal(now.Rulings, []record.ID{"k2"}) {
		t.Errorf("%+v, %v", now, err)
	}
}
