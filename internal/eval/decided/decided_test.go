package decided

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"rapporteur/internal/record"
)

// made is a record with quotes of two rules and one entity of three names.
func made() *record.Record {
	text := strings.Repeat("abcdefghij", 10)
	r := &record.Record{Reports: []record.Report{{Type: record.KindReport, ID: "r1", Text: text}}}
	for i := range 6 {
		r.Quotes = append(r.Quotes, record.Quote{Type: record.KindQuote, ID: record.ID(fmt.Sprint("q", i)),
			Evidence: []record.Evidence{{Report: "r1", Start: 10 * i, End: 10*i + 5, Exact: text[:5]}}, Base: record.Base{Rule: []string{"even", "odd"}[i%2]}})
	}
	r.Entities = []record.Entity{{Type: record.KindEntity, ID: "e1", Name: "Anna Vask", Reports: []record.ID{"r1"}, Variants: []record.Variant{{Text: "Vask"}, {Text: "Ana Vask"}},
		Merges: []record.Merge{{Rule: "spelling", Names: [2]string{"Anna Vask", "Ana Vask"}}, {Rule: "surname", Names: [2]string{"Anna Vask", "Vask"}}}}}
	return r
}

func decide(n int, action record.Action, l record.Line, more func(*record.Decision)) record.Decision {
	d := record.Decision{Action: action, About: record.TargetOf(l, func(record.ID) string { return "" }), By: "anna", At: fmt.Sprintf("2031-06-01T10:%02d:00Z", n)}
	if more != nil {
		more(&d)
	}
	d.Seal()
	return d
}

func TestTally(t *testing.T) {
	r := made()
	form := "mixed"
	elsewhere := r.Quotes[5]
	elsewhere.ID, elsewhere.Evidence = "q9", []record.Evidence{{Report: "r9", Start: 0, End: 5, Exact: "abcde"}}
	ds := []record.Decision{
		decide(1, record.ToReject, &r.Quotes[0], nil), decide(2, record.ToAccept, &r.Quotes[0], nil), // the later holds
		decide(3, record.ToAccept, &r.Quotes[2], nil), decide(4, record.ToReject, &r.Quotes[4], nil),
		decide(5, record.ToCorrect, &r.Quotes[1], func(d *record.Decision) { d.Field, d.Value = "form", &form }),
		decide(6, record.ToSee, &r.Quotes[3], nil), decide(7, record.ToReject, &elsewhere, nil),
		decide(8, record.ToSplit, &r.Entities[0], func(d *record.Decision) { d.Part = &record.Anchor{Names: []string{"Ana Vask"}} }),
	}
	got, waiting := Tally(r, ds)
	want := []Count{{"join of names", "", 0, 0, 1}, {"join of names", "spelling", 0, 0, 1},
		{"quote", "", 2, 1, 1}, {"quote", "even", 2, 0, 1}, {"quote", "odd", 0, 1, 0}}
	if fmt.Sprint(got) != fmt.Sprint(want) || waiting != 1 {
		t.Errorf("%+v, %d waiting; want %+v, 1", got, waiting, want)
	}
	var b bytes.Buffer
	if err := Print(&b, got); err != nil || !strings.Contains(b.String(), "  even                                    3        2         0        1  67 (21 to 94)") {
		t.Errorf("%v\n%s", err, b.String())
	}
	for line := range strings.Lines(b.String()) {
		if len(line) > 100 {
			t.Error("too wide:", line)
		}
	}
}
