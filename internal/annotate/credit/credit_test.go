package credit_test

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"rapporteur/internal/annotate/annotatetest"
	"rapporteur/internal/news"
	"rapporteur/internal/text"
)

// document makes every line of s a paragraph; lines that begin with "byline:",
// "notice:", "caption:" or "address:" are what intake sets aside.
func document(s string) *news.Document {
	d := &news.Document{}
	for _, line := range strings.Split(strings.TrimSpace(s), "\n") {
		switch kind, rest, _ := strings.Cut(line, ": "); kind {
		case "address":
			d.URL = rest
		case "byline":
			d.Byline = rest
		case "notice":
			d.Removed = append(d.Removed, news.Removed{Kind: news.SyndicationNotice, Text: rest})
		case "caption":
			d.Removed = append(d.Removed, news.Removed{Kind: news.Caption, Text: rest})
		default:
			if d.Text != "" {
				d.Text += "\n\n"
			}
			d.Blocks = append(d.Blocks, news.Block{Span: text.At(len(d.Text), len(d.Text)+len(line))})
			d.Text += line
		}
	}
	return d
}

// TestCredits runs testdata/credits.txt: a comment, a report, "----", and its
// credits, one a line: role, kind, name, rule.
func TestCredits(t *testing.T) {
	annotatetest.Run(t, "testdata/credits.txt", document, show)
}

func show(a *news.Analysis) string {
	var b strings.Builder
	for _, c := range a.Credits {
		fmt.Fprintf(&b, "%s %s %s (%s)\n", c.Role, c.Kind, c.Name, c.Rule)
	}
	return b.String()
}

func FuzzCredits(f *testing.F) {
	data, err := os.ReadFile("testdata/credits.txt")
	if err != nil {
		f.Fatal(err)
	}
	for _, c := range strings.Split(string(data), "====\n") {
		f.Add(c)
	}
	f.Fuzz(func(t *testing.T, s string) {
		s = s[:min(len(s), 1<<12)]
		a := annotatetest.Annotator().Annotate(document(strings.ToValidUTF8(s, "?")))
		seen := map[string]bool{}
		for _, c := range a.Credits {
			key := string(c.Role) + "\x00" + c.Name
			if c.Name == "" || seen[key] || !c.Span.Fits(a.Doc.Text) || c.Rule == "" || int(c.Removed) > len(a.Doc.Removed) {
				t.Fatalf("credit %+v", c)
			}
			seen[key] = true
		}
	})
}
