package position_test

import (
	"fmt"
	"strings"
	"testing"

	"rapporteur/internal/annotate/annotatetest"
	"rapporteur/internal/news"
	"rapporteur/internal/text"
)

// TestText reads whole texts; "~" marks what is not sure enough to be shown as
// fact.
func TestText(t *testing.T) {
	for _, file := range []string{"testdata/positions.txt", "testdata/told.txt"} {
		t.Run(file, func(t *testing.T) { annotatetest.Run(t, file, asReport, listed) })
	}
}

func asReport(body string) *news.Document {
	return &news.Document{Text: body, Published: news.Stamp{Value: "2025-03-10", Basis: news.Given},
		Blocks: []news.Block{{Span: text.At(0, len(strings.TrimSpace(body)))}}}
}

// TestIdioms reads sentences with the phrases of idioms.txt.
func TestIdioms(t *testing.T) {
	annotatetest.Run(t, "testdata/idioms.txt", func(body string) *news.Document {
		return &news.Document{Text: body, Published: news.Stamp{Value: "2025-03-10", Basis: news.Given},
			Blocks: []news.Block{{Span: text.At(0, len(strings.TrimSpace(body)))}}}
	}, listed)
}

func listed(a *news.Analysis) string {
	var b strings.Builder
	for i := range a.Positions {
		p := &a.Positions[i]
		sure := ""
		if p.Confidence < 0.5 {
			sure = "~"
		}
		fmt.Fprintf(&b, "%s%s %s: %s\n", sure, p.Holder.Span.Of(a.Doc.Text), p.Stance, p.Issue.Of(a.Doc.Text))
	}
	return b.String()
}
