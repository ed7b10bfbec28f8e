package quote_test

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"rapporteur/internal/annotate/annotatetest"
	"rapporteur/internal/news"
	"rapporteur/internal/text"
)

// document makes every line of s a paragraph, apart from the next by an empty
// line as intake leaves them.
func document(s string) *news.Document {
	s = strings.ReplaceAll(s, "\n", "\n\n")
	d := &news.Document{Text: s}
	at := 0
	for _, line := range strings.SplitAfter(s, "\n") {
		if span := text.At(at, at+len(line)).Trim(s); span.Len() > 0 {
			d.Blocks = append(d.Blocks, news.Block{Span: span})
		}
		at += len(line)
	}
	return d
}

// TestQuotes runs testdata/quotes.txt: a comment, a text of one paragraph a
// line, "----", and the quotes found in it, one a line:
//
//	form | speaker | cue | content | further facts
func TestQuotes(t *testing.T) {
	annotatetest.Run(t, "testdata/quotes.txt", document, show)
}

// show writes the quotes of a, one a line.
func show(a *news.Analysis) string {
	var b strings.Builder
	for i := range a.Quotes {
		q := &a.Quotes[i]
		var parts []string
		for _, p := range q.Parts {
			parts = append(parts, p.Of(a.Doc.Text))
		}
		fmt.Fprintf(&b, "%s | %s | %s | %s", q.Form, party(a, q.Speaker), q.CueLemma, strings.Join(parts, " ... "))
		for _, v := range q.Via {
			fmt.Fprintf(&b, " | via %s", party(a, v))
		}
		if !q.Venue.IsZero() {
			fmt.Fprintf(&b, " | venue %s", q.Venue.Of(a.Doc.Text))
		}
		if q.Negated {
			b.WriteString(" | negated")
		}
		if q.Hedged {
			b.WriteString(" | hedged")
		}
		b.WriteByte('\n')
	}
	return b.String()
}

// party is the name of a party's chain, or its words.
func party(a *news.Analysis, p news.Party) string {
	if p.IsZero() {
		return "?"
	}
	if c := a.Chain(p.Chain); c != nil && c.Named {
		return c.Name
	}
	s := p.Span.Of(a.Doc.Text)
	if p.Anonymous {
		s += " unnamed"
	}
	return s
}

func FuzzQuotes(f *testing.F) {
	data, err := os.ReadFile("testdata/quotes.txt")
	if err != nil {
		f.Fatal(err)
	}
	for _, c := range strings.Split(string(data), "====\n") {
		f.Add(c)
	}
	f.Fuzz(func(t *testing.T, s string) {
		s = s[:min(len(s), 1<<12)]
		s = strings.ToValidUTF8(s, "?")
		a := annotatetest.Annotator().Annotate(document(s))
		for i := range a.Quotes {
			q := &a.Quotes[i]
			if len(q.Parts) == 0 {
				t.Fatalf("quote %d has no content", i+1)
			}
			for _, p := range append(q.Parts, q.Cue, q.Venue, q.Speaker.Span) {
				if !p.Fits(a.Doc.Text) {
					t.Fatalf("quote %d: %v does not fit the text", i+1, p)
				}
			}
			if q.Confidence <= 0 || q.Confidence > 1 || q.Rule == "" || q.Sentence == 0 {
				t.Fatalf("quote %d: rule %q, confidence %v, sentence %d", i+1, q.Rule, q.Confidence, q.Sentence)
			}
		}
	})
}

// BenchmarkQuotes measures quotes, chains and credits alone, on the texts of
// the test data; the layers before them are made once.
func BenchmarkQuotes(b *testing.B) {
	data, err := os.ReadFile("testdata/quotes.txt")
	if err != nil {
		b.Fatal(err)
	}
	var bodies []string
	for _, c := range strings.Split(string(data), "====\n") {
		_, body := annotatetest.SplitComment(c)
		body, _, _ = strings.Cut(body, "----\n")
		bodies = append(bodies, body)
	}
	a := annotatetest.Annotator().Annotate(document(strings.Join(bodies, "\n")))
	benchmark(b, a)
}
