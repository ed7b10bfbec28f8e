package main

import (
	"bytes"
	"context"
	"strconv"
	"strings"
	"testing"

	"rapporteur/internal/intake"
	"rapporteur/internal/record"
	"rapporteur/internal/store"
)

// bearers is a store in which names are borne by one, by one clearly, and by
// two alike.
func bearers(t *testing.T) *store.Memory {
	t.Helper()
	rec := &record.Record{}
	for id, e := range map[record.ID]record.Entity{
		"e1only": {Name: "Oru Tamm", Mentions: 3},
		"e2much": {Name: "Veska", Mentions: 50, EntKind: "state"},
		"e3less": {Name: "Veska", Mentions: 5, EntKind: "person"},
		"e4like": {Name: "Port", Mentions: 9},
		"e5like": {Name: "Port", Mentions: 8},
	} {
		e.Type, e.ID, e.Variants = record.KindEntity, id, []record.Variant{{Text: e.Name}}
		rec.Entities = append(rec.Entities, e)
	}
	rec.Quotes = []record.Quote{{Type: record.KindQuote, ID: "q1"}}
	rec.Sort()
	m := store.NewMemory()
	if _, err := m.PutRecord(context.Background(), rec); err != nil {
		t.Fatal(err)
	}
	return m
}

func TestEntityByName(t *testing.T) {
	m := bearers(t)
	for _, test := range []struct{ typed, want, said string }{
		{"oru tamm", "e1only", ""},
		{"e1", "e1only", ""},
		{"Veska", "e2much", "Veska is taken for e2much (state, Veska); also called so: e3less (person, Veska)"},
		{"e3less", "e3less", ""},
		{"Port", "", "2 entities are called Port"},
		{"e", "", "e stands for 5 ids"},
		{"q1", "", "there is no entity q1"},
		{"nobody", "", "there is no entity nobody"},
	} {
		var stderr bytes.Buffer
		d := &desk{streams: streams{err: &stderr}, ctx: context.Background()}
		got, err := d.entity(m, test.typed)
		said := stderr.String()
		if err != nil {
			said = err.Error()
		}
		if string(got) != test.want || !strings.Contains(said, test.said) || test.said == "" && said != "" {
			t.Errorf("%q: got %q, said %q", test.typed, got, said)
		}
	}
}

func TestDays(t *testing.T) {
	for _, test := range []struct{ value, first, last string }{
		{"", "", ""}, {"2031-05-12", "2031-05-12", "2031-05-12"}, {"2031-02", "2031-02-01", "2031-02-28"}, {"2032", "2032-01-01", "2032-12-31"},
		{"yesterday", "-", "-"}, {"2031-13", "-", "-"}, {"2031-02-30", "-", "-"}, {"12.5.2031", "-", "-"},
	} {
		first, last, err := days("--since", test.value)
		if err != nil {
			first, last = "-", "-"
		}
		if first != test.first || last != test.last {
			t.Errorf("%q: got %s to %s, %v", test.value, first, last, err)
		}
	}
}

func TestThousands(t *testing.T) {
	for n, want := range map[int]string{0: "0", 7: "7", 999: "999", 1000: "1,000", 123456: "123,456", 1234567: "1,234,567"} {
		if got := thousands(n); got != want {
			t.Errorf("%d: got %s, want %s", n, got, want)
		}
	}
}

func TestLeftOutIsCountedWhereItIsAlike(t *testing.T) {
	var stderr bytes.Buffer
	d := &desk{streams: streams{err: &stderr}}
	var problems []*intake.Problem
	for i := range 12 {
		problems = append(problems, &intake.Problem{Path: "feed.jsonl:" + strconv.Itoa(i+1), Code: "no-text", Message: "no text"})
	}
	problems = append(problems, &intake.Problem{Path: "feed.jsonl:13", Code: "cut-off", Message: "cut off"}, &intake.Problem{Path: "other.txt", Code: "no-text", Message: "no text"})
	d.leftOut(problems)
	const want = `rapporteur: left out: feed.jsonl:1: no text
rapporteur: left out: feed.jsonl:2: no text
rapporteur: left out: feed.jsonl:3: no text
rapporteur: left out: feed.jsonl:13: cut off
rapporteur: left out: other.txt: no text
rapporteur: left out: feed.jsonl: 9 records more for the same reason (no-text)
`
	if stderr.String() != want {
		t.Errorf("got\n%s", stderr.String())
	}
}
