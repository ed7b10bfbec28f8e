package term

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"rapporteur/internal/diag"
	"rapporteur/internal/news"
	"rapporteur/internal/text"
)

// find is the span of the n-th words in t, counted from 0.
func find(t, words string, n int) text.Span {
	at := 0
	for ; n >= 0; n-- {
		at += strings.Index(t[at:], words) + 1
	}
	return text.At(at-1, at-1+len(words))
}

// sample is a report as annotate would leave it: a headline, a sentence that
// is wider than the page, and a quote that runs over two sentences.
func sample() *news.Analysis {
	t := "Ferry to Veska\n\nÉva Tamm of 東京 met the harbour master, two pilots and the mayor of Veska on Monday, she said.\n\n“It leaves at dawn. It will not wait.”"
	first, second := strings.Index(t, "\n\n"), strings.LastIndex(t, "\n\n")
	dawn := find(t, "dawn.", 0).End
	doc := &news.Document{Source: "ferry.txt", Title: "Ferry to Veska", Text: t, Headline: text.At(0, first), Published: news.Stamp{Value: "2031-05-12", Basis: news.Given}, Language: "en",
		Blocks:   []news.Block{{Span: text.At(0, first), Kind: news.Headline}, {Span: text.At(first+2, second)}, {Span: text.At(second+2, len(t))}},
		Removed:  []news.Removed{{Kind: news.Promo, Text: "Read more\nhere"}},
		Findings: []diag.Finding{{Code: "late", Message: "it came late"}}}
	return &news.Analysis{Doc: doc, Done: news.Sentences | news.Mentions | news.Chains | news.Times | news.Quotes,
		Sentences: []news.Sentence{{Span: text.At(0, first)}, {Span: text.At(first+2, second), Block: 1}, {Span: text.Span{Start: int32(second + 2), End: dawn}, Block: 2}, {Span: text.Span{Start: dawn + 1, End: int32(len(t))}, Block: 2}},
		Mentions:  []news.Mention{{Span: find(t, "Veska", 0), Chain: 1}, {Span: find(t, "Éva Tamm", 0), Chain: 2}, {Span: find(t, "東京", 0)}, {Span: find(t, "Veska", 1), Chain: 1}, {Span: find(t, "she", 0), Chain: 2}},
		Chains:    []news.Chain{{Name: "Veska", Kind: news.State, Mentions: []news.MentionID{1, 4}}, {Name: "Éva Tamm", Kind: news.Person, Of: 1, Mentions: []news.MentionID{2, 5}, Offices: []news.Office{{Title: "captain", Of: "Veska", Tense: "former"}}}},
		Times:     []news.Time{{Span: find(t, "Monday", 0), Kind: news.Date, Value: "2031-05-12", Rule: "time/weekday", Confidence: 0.9}},
		Quotes:    []news.Quote{{Form: news.Direct, Parts: []text.Span{find(t, "It leaves at dawn. It will not wait.", 0)}, Speaker: news.Party{Chain: 2}, Cue: find(t, "said", 0), Rule: "quote.signature", Confidence: 0.8}}}
}

const sampleShown = `Ferry to Veska
ferry.txt · published 2031-05-12 (given) · language en · 158
bytes, 4 sentences, 2 names
! late: it came late
- promo: Read more here

Ferry to Veska
         e1───

Éva Tamm of 東京 met the harbour master, two pilots and the
e2──────    e?──
mayor of Veska on Monday, she said.
         e1───    t1────  e2─
  t1  DATE 2031-05-12
      time/weekday 0.90

“It leaves at dawn.
 q1────────────────
  q1  direct quote, by e2 Éva Tamm, cue "said"
      quote.signature 0.80

It will not wait.”
q1───────────────

Names
  e1   Veska · state · 2 mentions
  e2   Éva Tamm · person · former captain of Veska · belongs to
       e1 Veska · 2 mentions
`

func TestAnalysis(t *testing.T) {
	var b strings.Builder
	if err := Analysis(&b, sample(), Style{Width: 64}); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(sampleShown, b.String()); diff != "" {
		t.Error(diff)
	}
}

// FuzzAnalysis: whatever a report holds, no line is wider than the page.
func FuzzAnalysis(f *testing.F) {
	f.Add("Ferry to Veska leaves", 3, 9, 60)
	f.Add("a\u202e\u0301\x00\t東\u200b\xff", 0, 4, 40)
	f.Fuzz(func(t *testing.T, s string, from, to, width int) {
		s = strings.ToValidUTF8(s, "?")
		a := &news.Analysis{Doc: &news.Document{Text: s, Blocks: []news.Block{{Span: text.At(0, len(s))}}}}
		if m := text.At(from, to); from >= 0 && to <= len(s) && from < to && m.Fits(s) {
			a.Mentions = []news.Mention{{Span: m}}
		}
		var b strings.Builder
		width = 40 + max(width, -width)%60
		if err := Analysis(&b, a, Style{Width: width}); err != nil {
			t.Fatal(err)
		}
		for line := range strings.Lines(b.String()) {
			if n := columns(strings.TrimSuffix(line, "\n")); n > max(width, 40)+1 {
				t.Errorf("a line of %d columns on a page of %d: %q", n, width, line)
			}
		}
	})
}

func TestTable(t *testing.T) {
	cols := []Column{{Title: "ID"}, {Title: "N", Right: true}, {Title: "WHO", Max: 8}, {Title: "WHAT"}}
	rows := [][]string{{"q1", "7", "Éva Tamm", "said\nno"}, {"q23", "12", "the harbour master", "東京 is far from here and from there too"}, {"q4", "1", "\x1b[31mred", ""}}
	var b strings.Builder
	if err := Table(&b, Style{Width: 44}, cols, rows); err != nil {
		t.Fatal(err)
	}
	const want = `ID    N  WHO       WHAT
q1    7  Éva Tamm  said no
q23  12  the har…  東京 is far from here an…
q4    1  [31mred
`
	if diff := cmp.Diff(want, b.String()); diff != "" {
		t.Error(diff)
	}
}
