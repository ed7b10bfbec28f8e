package credit_test

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"sync"
	"testing"

	"rapporteur/internal/annotate"
	"rapporteur/internal/models"
	"rapporteur/internal/news"
	"rapporteur/internal/text"
)

var rewrite = flag.Bool("rewrite", false, "write what the stage finds into the test data")

var annotator = sync.OnceValue(func() *annotate.Annotator {
	set, err := models.Load()
	if err != nil {
		panic(err)
	}
	an, err := annotate.New(annotate.Weights(set))
	if err != nil {
		panic(err)
	}
	return an
})

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
	const file = "testdata/credits.txt"
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	cases := strings.Split(string(data), "====\n")
	for i, c := range cases {
		input, want, ok := strings.Cut(c, "----\n")
		if !ok {
			t.Fatalf("case %d has no ----: %q", i+1, c)
		}
		comment, body := splitComment(input)
		got := show(annotator().Annotate(document(body)))
		if *rewrite {
			cases[i] = comment + body + "----\n" + got
		} else if got != want {
			t.Errorf("%s%sgot\n%swant\n%s", comment, body, got, want)
		}
	}
	if *rewrite {
		if err := os.WriteFile(file, []byte(strings.Join(cases, "====\n")), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

func splitComment(s string) (comment, body string) {
	for strings.HasPrefix(s, "#") {
		line, rest, _ := strings.Cut(s, "\n")
		comment, s = comment+line+"\n", rest
	}
	return comment, s
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
		if len(s) > 1<<12 {
			t.Skip()
		}
		a := annotator().Annotate(document(strings.ToValidUTF8(s, "?")))
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
