package when_test

import (
	"bufio"
	"os"
	"strings"
	"testing"

	"rapporteur/internal/annotate"
	"rapporteur/internal/models"
	"rapporteur/internal/news"
	"rapporteur/internal/text"
)

// mark is a time expression as annotated: where it stands and which values
// would be right.
type mark struct {
	span   text.Span
	values []string
}

// report is one report of a gold file.
type report struct {
	doc   *news.Document
	marks []mark
}

// readGold reads the format that testdata/news_dev.txt describes.
func readGold(t testing.TB, file string) (out []report) {
	t.Helper()
	f, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var day string
	var lines []string
	flush := func() {
		if len(lines) > 0 {
			out = append(out, makeReport(t, day, lines))
		}
		lines = nil
	}
	sc := bufio.NewScanner(f)
	for sc.Scan() {
		line := strings.TrimSpace(sc.Text())
		switch {
		case strings.HasPrefix(line, "== "):
			flush()
			day = strings.TrimPrefix(line, "== ")
		case line != "" && line[0] != '#':
			lines = append(lines, line)
		}
	}
	flush()
	return out
}

func makeReport(t testing.TB, day string, lines []string) report {
	t.Helper()
	var b strings.Builder
	r := report{doc: &news.Document{Source: "gold", Language: "en", Published: news.Stamp{Basis: news.Unknown}}}
	if _, ok := news.ParseDay(day); ok {
		r.doc.Published = news.Stamp{Value: day, Phrase: day, Basis: news.Given}
	}
	for n, line := range lines {
		if n > 0 {
			b.WriteString("\n\n")
		}
		start := b.Len()
		for line != "" {
			before, rest, braced := strings.Cut(line, "{")
			b.WriteString(before)
			line = rest
			if !braced {
				break
			}
			inside, after, closed := strings.Cut(rest, "}")
			phrase, value, valued := strings.Cut(inside, "|")
			if !closed || !valued {
				t.Fatalf("gold: %q is not {phrase|value}", rest)
			}
			m := mark{values: strings.Split(value, "/")}
			if value == "?" {
				m.values = []string{""}
			}
			m.span = text.At(b.Len(), b.Len()+len(phrase))
			b.WriteString(phrase)
			r.marks = append(r.marks, m)
			line = after
		}
		kind := news.Paragraph
		if n == 0 && len(lines) > 1 && !strings.Contains(lines[0], " - ") {
			kind = news.Headline
		}
		sp := text.At(start, b.Len())
		if kind == news.Headline {
			r.doc.Headline = sp
		}
		r.doc.Blocks = append(r.doc.Blocks, news.Block{Span: sp, Kind: kind})
	}
	r.doc.Text = b.String()
	r.doc.Title = r.doc.Headline.Of(r.doc.Text)
	return r
}

// tally counts expressions asked and claimed, those with the very words, and
// those with overlapping words and the right value.
type tally struct{ asked, claimed, strict, lenient, value int }

func (s tally) f1(hits int) float64 { return 200 * float64(hits) / float64(s.asked+s.claimed) }

func (s *tally) score(t testing.TB, r report, a *news.Analysis, tell bool) {
	s.asked += len(r.marks)
	s.claimed += len(a.Times)
	taken := make([]bool, len(a.Times))
	line := func(sp text.Span) string {
		return a.Sentences[max(0, int(a.SentenceAt(sp.Start))-1)].Span.Of(a.Doc.Text)
	}
	for _, m := range r.marks {
		best := -1
		for i := range a.Times {
			if !taken[i] && a.Times[i].Span.Overlaps(m.span) && (best < 0 || a.Times[i].Span == m.span) {
				best = i
			}
		}
		if best < 0 {
			if tell {
				t.Logf("missed %q in %q", m.span.Of(a.Doc.Text), line(m.span))
			}
			continue
		}
		taken[best] = true
		x := &a.Times[best]
		s.lenient++
		if x.Span == m.span {
			s.strict++
		} else if tell {
			t.Logf("words %q, not %q in %q", x.Span.Of(a.Doc.Text), m.span.Of(a.Doc.Text), line(m.span))
		}
		right := false
		for _, v := range m.values {
			right = right || v == x.Value
		}
		if right {
			s.value++
		} else if tell {
			t.Logf("value of %q is %q, not %v (%s %+v) in %q", x.Span.Of(a.Doc.Text), x.Value, m.values, x.Rule, x.Expr, line(m.span))
		}
	}
	for i := range a.Times {
		if !taken[i] && tell {
			t.Logf("false %q = %q (%s) in %q", a.Times[i].Span.Of(a.Doc.Text), a.Times[i].Value, a.Times[i].Rule, line(a.Times[i].Span))
		}
	}
}

// annotators are the whole annotation with and without what it learned: the
// stage must do without tags and names too.
func annotators(t testing.TB) map[string]*annotate.Annotator {
	t.Helper()
	set, err := models.Load()
	if err != nil {
		t.Fatal(err)
	}
	full, err := annotate.New(annotate.Weights(set))
	if err != nil {
		t.Fatal(err)
	}
	return map[string]*annotate.Annotator{"tagged": full, "untagged": {}}
}

// TestNewsGold pins what is reached on news of our own.
func TestNewsGold(t *testing.T) {
	for _, c := range []struct {
		file          string
		strict, value float64
		tell          bool
	}{
		{"testdata/news_dev.txt", 99, 96, true},
		{"testdata/news_test.txt", 96, 95, os.Getenv("WHEN_SHOW_TEST") != ""},
	} {
		for name, an := range annotators(t) {
			var s tally
			for _, r := range readGold(t, c.file) {
				s.score(t, r, an.Annotate(r.doc), c.tell && testing.Verbose() && name == "tagged")
			}
			t.Logf("%s, %s: asked %d, claimed %d, strict F1 %.1f, lenient F1 %.1f, lenient+value F1 %.1f",
				c.file, name, s.asked, s.claimed, s.f1(s.strict), s.f1(s.lenient), s.f1(s.value))
			if s.f1(s.strict) < c.strict || s.f1(s.value) < c.value {
				t.Errorf("%s, %s: below the floors strict %.1f, value %.1f", c.file, name, c.strict, c.value)
			}
		}
	}
}
