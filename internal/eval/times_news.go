package eval

import (
	_ "embed"
	"fmt"
	"io"
	"strings"

	"rapporteur/internal/annotate"
	"rapporteur/internal/news"
	"rapporteur/internal/text"
)

// The news is invented; the rules were worked out on the first part alone.
var (
	//go:embed times_news_dev.txt
	newsTimesDev string
	//go:embed times_news_test.txt
	newsTimesTest string
)

// NewsReport is a report with the time expressions that stand in it.
type NewsReport struct {
	Doc   *news.Document
	Times []MarkedTime
}

// TimesOfNews scores the annotator on news of our own and prints a row for
// each part.
func TimesOfNews(w io.Writer, an *annotate.Annotator, tell func(txt string, g *MarkedTime, f *news.Time)) (dev, test TimesScore, err error) {
	for _, part := range []struct {
		name, gold string
		sum        *TimesScore
	}{{"news worked on", newsTimesDev, &dev}, {"news held out", newsTimesTest, &test}} {
		reports, err := ParseNewsTimes(part.gold)
		if err != nil {
			return dev, test, fmt.Errorf("%s: %w", part.name, err)
		}
		for _, r := range reports {
			a := an.Annotate(r.Doc)
			part.sum.Add(ScoreTimes(r.Times, a.Times, func(g *MarkedTime, f *news.Time) {
				if tell != nil && part.sum == &dev {
					tell(a.Doc.Text, g, f)
				}
			}))
		}
		if err := part.sum.Print(w, part.name); err != nil {
			return dev, test, err
		}
	}
	return dev, test, nil
}

// ParseNewsTimes reads the form that times_news_dev.txt describes.
func ParseNewsTimes(gold string) (out []NewsReport, err error) {
	var day string
	var lines []string
	flush := func() error {
		if len(lines) == 0 {
			return nil
		}
		r, err := newsReport(day, lines)
		out, lines = append(out, r), nil
		return err
	}
	for line := range strings.Lines(gold) {
		line = strings.TrimSpace(line)
		switch {
		case strings.HasPrefix(line, "== "):
			if err := flush(); err != nil {
				return nil, err
			}
			day = strings.TrimPrefix(line, "== ")
		case line != "" && line[0] != '#':
			lines = append(lines, line)
		}
	}
	return out, flush()
}

// newsReport makes a report of its paragraphs, the first its headline unless a
// dateline stands in it.
func newsReport(day string, lines []string) (r NewsReport, err error) {
	r.Doc = &news.Document{Source: "gold", Language: "en", Published: news.Stamp{Basis: news.Unknown}}
	if _, ok := news.ParseDay(day); ok {
		r.Doc.Published = news.Stamp{Value: day, Phrase: day, Basis: news.Given}
	}
	var b strings.Builder
	for n, line := range lines {
		if n > 0 {
			b.WriteString("\n\n")
		}
		start := b.Len()
		if r.Times, err = marked(&b, line, r.Times); err != nil {
			return r, err
		}
		block := news.Block{Span: text.At(start, b.Len()), Kind: news.Paragraph}
		if n == 0 && len(lines) > 1 && !strings.Contains(line, " - ") {
			block.Kind, r.Doc.Headline = news.Headline, block.Span
		}
		r.Doc.Blocks = append(r.Doc.Blocks, block)
	}
	r.Doc.Text = b.String()
	r.Doc.Title = r.Doc.Headline.Of(r.Doc.Text)
	return r, nil
}

// marked writes line into b without its braces, and adds what stood in them.
func marked(b *strings.Builder, line string, to []MarkedTime) ([]MarkedTime, error) {
	for {
		before, rest, braced := strings.Cut(line, "{")
		b.WriteString(before)
		if !braced {
			return to, nil
		}
		inside, after, closed := strings.Cut(rest, "}")
		phrase, value, valued := strings.Cut(inside, "|")
		if !closed || !valued {
			return to, fmt.Errorf("%q is not {phrase|value}", rest)
		}
		if value == "?" {
			value = ""
		}
		values := strings.Split(value, "/")
		to = append(to, MarkedTime{Span: text.At(b.Len(), b.Len()+len(phrase)), Value: values[0], Or: values[1:]})
		b.WriteString(phrase)
		line = after
	}
}
