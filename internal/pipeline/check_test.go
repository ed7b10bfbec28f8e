package pipeline

import (
	"context"
	"strings"
	"testing"

	"rapporteur/internal/intake"
	"rapporteur/internal/news"
)

// sound fails for every invariant of the analysis that does not hold, and for
// every layer that should have been looked for and was not.
func sound(t *testing.T, doc *news.Document) {
	t.Helper()
	a, err := Annotate(doc)
	if err != nil {
		t.Fatal(err)
	}
	for _, err := range append(a.Check(), a.Light().Check()...) {
		t.Errorf("%s: %v", doc.Source, err)
	}
}

func TestAnalysesAreSound(t *testing.T) {
	n := 0
	for doc, err := range intake.Read(context.Background(), []string{"../../examples"}, nil, intake.Options{}) {
		if err == nil {
			sound(t, doc)
			n++
		}
	}
	if n < 14 {
		t.Errorf("only %d reports were looked at", n)
	}
}

// FuzzAnnotate: any bytes yield sound analyses, or none.
func FuzzAnnotate(f *testing.F) {
	for _, seed := range []string{
		"date 2031-05-12\nFerry line reopens\n\nOru Tamm, the harbour master of Veska, said on Monday: \"The line will run daily.\"",
		"VESKA (TPA) — At least 3,000 people, \"mostly children,\" fled on 5 May, the ministry said. It denied that it had been told.",
		"\"No,\" he said, \"not \"now\" — \"never\".\"\n\n“We won't,” she said. ‘Nor will I’",
		"Next week's talks, moved from Thursday, 12 May 2031 to 13.5.2031, were called off by Mr. and Mrs. O'Neill-Tamm (A.B.), who'd've met.",
		"\x00\xff\xfe “ ” ( ) 1/2/3 -- ... !!! $5 5% 5km 5.000.000 9999-12-31",
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		for doc, err := range intake.Read(context.Background(), []string{"-"}, strings.NewReader(string(b)), intake.Options{}) {
			if err == nil {
				sound(t, doc)
			}
		}
	})
}
