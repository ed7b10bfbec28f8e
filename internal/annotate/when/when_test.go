package when_test

import (
	"os"
	"reflect"
	"regexp"
	"strings"
	"testing"

	"rapporteur/internal/annotate/sentence"
	"rapporteur/internal/annotate/token"
	"rapporteur/internal/annotate/when"
	"rapporteur/internal/news"
	"rapporteur/internal/text"
)

// read runs the stage over one paragraph of a report of the given day, with
// nothing but tokens and sentences before it.
func read(day, txt string) *news.Analysis {
	doc := &news.Document{Source: "-", Language: "en", Text: txt, Published: news.Stamp{Basis: news.Unknown}}
	if day != "" {
		doc.Published = news.Stamp{Value: day, Basis: news.Given}
	}
	if len(txt) > 0 {
		doc.Blocks = []news.Block{{Span: text.At(0, len(txt)).Trim(txt)}}
	}
	a := &news.Analysis{Doc: doc}
	a.Tokens, a.Done = token.Tokens(a), a.Done|news.Tokens
	a.Sentences, a.Done = sentence.Sentences(a), a.Done|news.Sentences
	a.Times = when.Times(a)
	return a
}

// TestPhrases reads testdata/phrases.txt: "sentence" lines with their times
// behind "=>", seen from the day of the section.
func TestPhrases(t *testing.T) {
	raw, err := os.ReadFile("testdata/phrases.txt")
	if err != nil {
		t.Fatal(err)
	}
	day := ""
	for n, line := range strings.Split(string(raw), "\n") {
		line = strings.TrimSpace(line)
		if d, ok := strings.CutPrefix(line, "== "); ok {
			day = strings.Trim(d, "?")
			continue
		}
		if line == "" || line[0] == '#' {
			continue
		}
		sentence, want, ok := strings.Cut(line, "=>")
		if !ok {
			t.Fatalf("phrases.txt line %d: no =>", n+1)
		}
		a := read(day, strings.TrimSpace(sentence))
		var got []string
		for _, x := range a.Times {
			v := string(x.Kind) + " " + x.Span.Of(a.Doc.Text) + " = " + x.Value
			if x.Approximate != "" {
				v += " (" + x.Approximate + ")"
			}
			got = append(got, strings.TrimSpace(v))
		}
		if g, w := strings.Join(got, "; "), strings.TrimSpace(want); g != w {
			t.Errorf("phrases.txt line %d: %s\n got %s\nwant %s", n+1, strings.TrimSpace(sentence), g, w)
		}
	}
}

// TestLaterDay: what an undated report leaves open is what a dated one says,
// once the day is known.
func TestLaterDay(t *testing.T) {
	const txt = "The ministers met on Monday. The next day they signed. They will meet again next week, on 3 May or in the summer, at 6 a.m. on Friday."
	open, told := read("", txt), read("2025-02-19", txt)
	day, _ := news.ParseDay("2025-02-19")
	if len(open.Times) != len(told.Times) || len(told.Times) != 6 {
		t.Fatalf("%d and %d times", len(open.Times), len(told.Times))
	}
	for i := range open.Times {
		o, d := &open.Times[i], &told.Times[i]
		if o.Value != "" {
			t.Errorf("%q of an undated report is %q", o.Span.Of(txt), o.Value)
		}
		if got := o.At(day, open.Times); got != d.Value || got == "" {
			t.Errorf("%q is %q later, %q at once", o.Span.Of(txt), got, d.Value)
		}
	}
}

// check holds a to what must be true of any text.
func check(t *testing.T, a *news.Analysis) {
	t.Helper()
	end := int32(0)
	for i := range a.Times {
		x := &a.Times[i]
		if !x.Span.Fits(a.Doc.Text) || x.Span.Len() == 0 || x.Span.Start < end {
			t.Fatalf("time %d: span %v", i, x.Span)
		}
		end = x.Span.End
		if s := a.Sentence(x.Sentence); s == nil && len(a.Sentences) > 0 || s != nil && !s.Span.Contains(x.Span) {
			t.Fatalf("time %d %q lies outside its sentence", i, x.Span.Of(a.Doc.Text))
		}
		if x.Expr.Of < 0 || int(x.Expr.Of) > i {
			t.Fatalf("time %d leans on %d", i, x.Expr.Of)
		}
		if x.Value != "" && !known(x.Kind, x.Value) {
			t.Fatalf("time %d %q: %s value %q", i, x.Span.Of(a.Doc.Text), x.Kind, x.Value)
		}
		if x.Rule == "" || x.Value != x.At(a.Day(), a.Times) {
			t.Fatalf("time %d: rule %q, value %q, at its day %q", i, x.Rule, x.Value, x.At(a.Day(), a.Times))
		}
	}
}

// known reports whether v is a value that the kind may have.
func known(k news.TimeKind, v string) bool {
	if _, _, _, ok := news.Interval(v); ok {
		return k == news.Date || k == news.Clock
	}
	switch k {
	case news.Duration:
		return v[0] == 'P' && len(v) > 2
	case news.Set:
		return v[0] == 'P' && len(v) > 2 || strings.HasPrefix(v, "XXXX")
	case news.Date:
		return strings.HasSuffix(v, "_REF") || strings.HasPrefix(v, "BC") || v == "00"
	}
	return false
}

func FuzzTimes(f *testing.F) {
	for _, file := range []string{"../../eval/times_news_dev.txt", "testdata/phrases.txt"} {
		raw, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		for n, line := range strings.Split(string(raw), "\n") {
			f.Add(line, n%3 != 0)
		}
	}
	f.Add("the the early late mid-mid- 10-10-10 to March - 1950-53-54 a a and a half years and a half of the end of the end of", true)
	f.Add("in 0000 CE and 0 BC", true)
	f.Fuzz(func(t *testing.T, txt string, dated bool) {
		if !text.At(0, len(txt)).Fits(txt) || len(txt) > 1<<16 {
			return
		}
		day := ""
		if dated {
			day = "2024-02-29"
		}
		a := read(day, strings.ToValidUTF8(txt, ""))
		check(t, a)
		b := read(day, a.Doc.Text)
		if !reflect.DeepEqual(a.Times, b.Times) {
			t.Fatal("the same text reads otherwise the second time")
		}
	})
}

// BenchmarkTimes is the stage alone, in words a second, over our own news.
func BenchmarkTimes(b *testing.B) {
	var all []*news.Analysis
	words := 0
	gold, err := os.ReadFile("../../eval/times_news_dev.txt")
	if err != nil {
		b.Fatal(err)
	}
	braces := regexp.MustCompile(`\{([^|}]*)\|[^}]*\}`)
	for _, r := range strings.Split(braces.ReplaceAllString(string(gold), "$1"), "\n== ")[1:] {
		day, body, _ := strings.Cut(r, "\n")
		a := read(day, body)
		words += len(a.Tokens)
		all = append(all, a)
	}
	b.ReportAllocs()
	b.ResetTimer()
	for b.Loop() {
		for _, a := range all {
			when.Times(a)
		}
	}
	b.ReportMetric(float64(words)*float64(b.N)/b.Elapsed().Seconds(), "words/s")
}
