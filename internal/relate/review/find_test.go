package review

import (
	"strings"
	"testing"

	"rapporteur/internal/record"
)

const words = "Anna Vask said the bridge will open in May, and the bridge will cost 12 million."

func quote(id, report record.ID, part, says string) *record.Quote {
	at := strings.Index(words, part)
	return &record.Quote{Type: record.KindQuote, ID: id, Text: says, Evidence: []record.Evidence{{Report: report, Start: at, End: at + len(part), Exact: part}}}
}

func library() *Library {
	ids, sources := []record.ID{"r1", "r2", "r3"}, []string{"a", "b", "b"}
	texts := []string{words, words, "nothing"}
	return NewLibrary(ids, func(i int32) string { return sources[i] }, func(i int32) string { return texts[i] })
}

func TestLocate(t *testing.T) {
	l := library()
	for _, test := range []struct {
		p    record.Passage
		want Place
		ok   bool
	}{
		{record.Passage{Report: "r1", Start: 0, End: 4, Exact: "Anna"}, Place{0, 0, 4}, true},
		{record.Passage{Report: "r1"}, Place{0, 0, 0}, true},
		{record.Passage{Report: "r9", Source: "a", Start: 7, End: 11, Exact: "Vask"}, Place{0, 5, 9}, true},     // in another text of its source
		{record.Passage{Report: "r1", Source: "a", Start: 1, End: 5, Exact: "Vask"}, Place{0, 5, 9}, true},      // moved
		{record.Passage{Report: "r9", Source: "a", Start: 0, End: 10, Exact: "the bridge"}, Place{}, false},     // twice
		{record.Passage{Report: "r9", Source: "c", Start: 0, End: 4, Exact: "Anna"}, Place{}, false},            // nowhere
		{record.Passage{Report: "r9", Source: "b"}, Place{}, false},                                             // two reports
		{record.Passage{Report: "r9", Source: "b", Start: 0, End: 4, Exact: "Vask"}, Place{1, 5, 9}, true},      // only one says so
		{record.Passage{Report: "r1", Start: 0, End: 1 << 40, Exact: strings.Repeat("x", 100)}, Place{}, false}, // beyond the end
	} {
		if got, ok := l.Locate(test.p); ok != test.ok || ok && got != test.want {
			t.Errorf("%+v: %v, %v; want %v", test.p, got, ok, test.want)
		}
	}
}

// TestTheWrongLineIsWorse: a decision that fits two lines as well waits, unless
// id or words tell them apart.
func TestTheWrongLineIsWorse(t *testing.T) {
	const part = "the bridge will cost 12 million"
	one, two := quote("q1", "r1", part, "one"), quote("q2", "r1", part, "two")
	all := func(yield func(record.Line) bool) { _ = yield(one) && yield(two) }
	target := func(l record.Line, id record.ID, says string) record.Target {
		t := record.TargetOf(l, func(record.ID) string { return "" })
		t.ID, t.Says = id, says
		return t
	}
	for _, test := range []struct {
		t    record.Target
		want record.Line
	}{
		{target(one, "q1", ""), one}, {target(two, "q2", ""), two}, {target(one, "q9", ""), nil},
		{target(one, "q9", record.Says(two)), two}, {target(quote("q1", "r2", part, "one"), "q1", ""), nil}, // another report's
		{target(quote("q9", "r1", "will cost 12 million", ""), "q9", record.Says(one)), one}, // a little less
		{target(quote("q9", "r1", "12 million", ""), "q9", record.Says(one)), nil},           // far less
		{record.Target{Ref: record.Ref{Type: record.KindQuote, ID: "q2"}}, two},              // nothing but the id
		{record.Target{Ref: record.Ref{Type: record.KindEvent, ID: "q2"}}, nil},
	} {
		if got := NewFinder(library(), all, []record.Target{test.t}).Line(test.t); got != test.want {
			t.Errorf("%+v: got %v", test.t, got)
		}
	}
}

func TestEntitiesAreFoundByNameAndReport(t *testing.T) {
	anna := &record.Entity{Type: record.KindEntity, ID: "e1", Name: "Anna Vask", Variants: []record.Variant{{Text: "Vask"}}, Reports: []record.ID{"r1"}}
	yuri := &record.Entity{Type: record.KindEntity, ID: "e2", Name: "Yuri Vask", Variants: []record.Variant{{Text: "Vask"}}, Reports: []record.ID{"r1", "r2"}}
	all := func(yield func(record.Line) bool) { _ = yield(anna) && yield(yuri) }
	target := func(id record.ID, names []string, reports ...record.ID) record.Target {
		t := record.Target{Ref: record.Ref{Type: record.KindEntity, ID: id}, Anchor: record.Anchor{Names: names}}
		for _, r := range reports {
			t.Passages = append(t.Passages, record.Passage{Report: r})
		}
		return t
	}
	for _, test := range []struct {
		t    record.Target
		want record.Line
	}{
		{target("e1", []string{"Anna Vask", "Vask"}, "r1"), anna},
		{target("e9", []string{"Anna Vask", "Vask"}, "r1"), anna},
		{target("e9", []string{"Yuri Vask", "Vask"}, "r1", "r2"), yuri},
		{target("e9", []string{"Vask"}, "r1"), nil},      // either
		{target("e1", []string{"Anna Vask"}, "r7"), nil}, // a report that is not at hand
		{target("e9", []string{"Oru Tamm"}, "r1"), nil},
	} {
		if got := NewFinder(library(), all, []record.Target{test.t}).Line(test.t); got != test.want {
			t.Errorf("%+v: got %v", test.t, got)
		}
	}
}
