package position_test

import (
	"fmt"
	"strings"
	"testing"

	"rapporteur/internal/annotate/annotatetest"
	"rapporteur/internal/news"
	"rapporteur/internal/text"
)

// TestText reads whole texts by rules; "~" marks what is not sure enough to be shown
// as fact.
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

// TestLeaning reads what no rule knows, by the model.
func TestLeaning(t *testing.T) {
	annotatetest.Run(t, "testdata/leaning.txt", asReport, func(a *news.Analysis) string {
		return list(a, func(p *news.Position) bool { return p.Rule == leaning })
	})
}

// leaning is the rule of positions that the model reads and no rule.
const leaning = "position/leaning"

func listed(a *news.Analysis) string {
	return list(a, func(p *news.Position) bool { return p.Rule != leaning })
}

func list(a *news.Analysis, wanted func(*news.Position) bool) string {
	var b strings.Builder
	for i := range a.Positions {
		p := &a.Positions[i]
		if !wanted(p) {
			continue
		}
		sure := ""
		if p.Confidence < 0.5 {
			sure = "~"
		}
		fmt.Fprintf(&b, "%s%s %s: %s\n", sure, p.Holder.Span.Of(a.Doc.Text), p.Stance, p.Issue.Of(a.Doc.Text))
	}
	return b.String()
}
