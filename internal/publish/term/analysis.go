package term

import (
	"bufio"
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"

	"rapporteur/internal/news"
	"rapporteur/internal/publish"
	"rapporteur/internal/text"
)

// Analysis prints what annotate made of a report: its sentences, under each
// the rulers that say what was found where, and below them what was found. At
// the end stand the names of the report. The error is the first that w gives.
//
//	Oru Tamm said on Monday: "The line will reopen."
//	e1──────         t1────   q1───────────────────
//	  t1  DATE 2031-05-12
//	      time/weekday 0.90
//	  q1  direct quote, by e1 Oru Tamm, cue "said"
//	      quote.cue-colon 0.97
func Analysis(w io.Writer, a *news.Analysis, style Style) error {
	if style.Width < 40 {
		style.Width = 80
	}
	p := &analysisPrinter{printer: printer{w: bufio.NewWriter(w), style: style}, a: a}
	p.head()
	p.collect()
	p.sentences()
	p.names()
	return p.w.Flush()
}

// analysisPrinter is a printer at work on one report.
type analysisPrinter struct {
	printer
	a     *news.Analysis
	marks []mark // names and times by place, then quotes, credits and so on
}

// mark is one thing found: where, how it is called on a ruler, what it is.
type mark struct {
	span  text.Span
	label string
	note  string // what stands below the rulers; "" when the label says it all
	rule  string
}

func (p *analysisPrinter) head() {
	doc := p.a.Doc
	p.wrap("", "", bold, join(" · ", orDash(doc.Title), doc.Outlet, doc.Byline))
	p.wrap("", "", dim, fmt.Sprintf("%s · published %s (%s) · language %s · %d bytes, %d sentences, %d names",
		doc.Source, orDash(doc.Published.Value), doc.Published.Basis, orDash(doc.Language), len(doc.Text), len(p.a.Sentences), len(p.a.Chains)))
	for _, f := range doc.Findings {
		p.wrap("! ", "  ", warn, f.Code+": "+f.Message)
	}
	for _, f := range p.a.Findings {
		p.wrap("! ", "  ", warn, f.Code+": "+f.Message)
	}
	for _, r := range doc.Removed {
		p.wrap("- ", "  ", dim, string(r.Kind)+": "+publish.Shorten(publish.Plain(r.Text), 120))
	}
}

func orDash(s string) string {
	if s == "" {
		return "-"
	}
	return s
}

// sentences prints the text sentence by sentence, or paragraph by paragraph
// where no sentences were found.
func (p *analysisPrinter) sentences() {
	spans := make([]text.Span, 0, len(p.a.Sentences))
	for i := range p.a.Sentences {
		spans = append(spans, p.a.Sentences[i].Span)
	}
	if len(spans) == 0 {
		for _, b := range p.a.Doc.Blocks {
			spans = append(spans, b.Span)
		}
	}
	here := p.share(spans)
	for i, s := range spans {
		p.sentence(s, here[i])
	}
}

// share gives each of spans, which follow each other, the marks that touch it.
func (p *analysisPrinter) share(spans []text.Span) [][]mark {
	out := make([][]mark, len(spans))
	for _, m := range p.marks {
		i, _ := slices.BinarySearchFunc(spans, m.span.Start, func(s text.Span, at int32) int {
			return cmp.Compare(s.End, at+1)
		})
		for ; i < len(spans) && spans[i].Start < m.span.End; i++ {
			out[i] = append(out[i], m)
		}
	}
	return out
}

func (p *analysisPrinter) sentence(s text.Span, here []mark) {
	p.line("")
	for _, part := range p.lines(s) {
		p.ruled(part, here)
	}
	for _, m := range here {
		if m.note == "" || m.span.Start < s.Start {
			continue
		}
		p.wrap("  "+p.paint(cyan, pad(m.label, 4)), "      ", plain, m.note)
		if m.rule != "" {
			p.wrap("      ", "      ", dim, m.rule)
		}
	}
}

// lines cuts s at spaces into spans that fit the width.
func (p *analysisPrinter) lines(s text.Span) (out []text.Span) {
	t := p.a.Doc.Text
	start, space, used := s.Start, int32(-1), 0
	for i, r := range s.Of(t) {
		at := s.Start + int32(i)
		if r == ' ' || r == '\n' {
			space = at
		}
		used += runeColumns(r)
		if used > p.style.Width && at > start {
			end := at
			if space > start {
				end = space
			}
			out = append(out, text.Span{Start: start, End: end})
			start, space, used = end, -1, columns(cells(t[end:at]))+runeColumns(r)
		}
	}
	return append(out, text.Span{Start: start, End: s.End})
}

// ruled prints one line of text and the rulers under it.
func (p *analysisPrinter) ruled(part text.Span, marks []mark) {
	t := p.a.Doc.Text
	line := cells(part.Of(t))
	indent := len(line) - len(strings.TrimLeft(line, " "))
	p.line(strings.TrimSpace(line))
	for len(marks) > 0 {
		var ruler strings.Builder
		var rest []mark
		used := 0
		for _, m := range marks {
			from, to := p.place(part, m.span, indent)
			switch {
			case from >= to:
			case from < used:
				rest = append(rest, m)
			default:
				ruler.WriteString(strings.Repeat(" ", from-used) + bar(m.label, to-from))
				used = to
			}
		}
		if ruler.Len() > 0 {
			p.line(p.paint(dim, ruler.String()))
		}
		marks = rest
	}
}

// place is the columns of s in a line that prints part; empty when it is not there.
func (p *analysisPrinter) place(part, s text.Span, indent int) (from, to int) {
	s = text.Span{Start: max(s.Start, part.Start), End: min(s.End, part.End)}
	if s.Start >= s.End {
		return 0, 0
	}
	t := p.a.Doc.Text
	from = columns(cells(t[part.Start:s.Start])) - indent
	return max(from, 0), from + columns(cells(s.Of(t)))
}

// bar is a label drawn out to n columns.
func bar(label string, n int) string {
	if len(label) >= n {
		return label[:n]
	}
	return label + strings.Repeat("─", n-len(label))
}

func pad(s string, n int) string { return s + strings.Repeat(" ", max(n-len(s), 1)) }

// cells is s as it stands on one line of a screen: controls are spaces, what
// shows nothing is gone, so that columns can be counted.
func cells(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r < 0x20 || r == 0x7f || r >= 0x80 && r < 0xa0 || r == 0x2028 || r == 0x2029:
			return ' '
		case runeColumns(r) == 0:
			return -1
		}
		return r
	}, s)
}
