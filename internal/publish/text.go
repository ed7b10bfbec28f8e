package publish

import (
	"slices"
	"strconv"
	"strings"

	"rapporteur/internal/record"
)

// Mark is a stretch of a report's text that something leans on.
type Mark struct {
	Start, End int
	Sort       string // quote, event, ...
	Link       string // where it leads
}

// Paragraph is one paragraph of a report's text, with its marks.
type Paragraph struct {
	Also   []string // anchors of marks whose every word another mark has, too
	Pieces []Stretch
}

// Stretch is a piece of a paragraph. Open and Close say which marks begin
// before and end after its text; marks nest. Link is that of the innermost.
type Stretch struct {
	Open  []Opening
	Text  string
	Link  string
	Close int
}

// Opening begins a mark. Anchor is "" where it goes on from before.
type Opening struct{ Anchor, Sort string }

// MarkAnchor names the place of a stretch in the page of its report.
func MarkAnchor(start, end int) string { return "w-" + strconv.Itoa(start) + "-" + strconv.Itoa(end) }

// Marked cuts a text into paragraphs with the marks that fit it.
//
//	text   "A said B.\nC."  marks [2,8)
//	->     {A }{<mark id=w-2-8>said B</mark>}{.}   {C.}
func Marked(txt string, marks []Mark) []Paragraph { return MarkedPart(txt, 0, len(txt), marks) }

// MarkedPart is Marked for the bytes from to until of a text.
func MarkedPart(txt string, from, until int, marks []Mark) []Paragraph {
	marks = slices.DeleteFunc(slices.Clone(marks), func(m Mark) bool { return m.Start < 0 || m.Start >= m.End || m.End > len(txt) })
	slices.SortStableFunc(marks, func(a, b Mark) int { return outerFirst([2]int{a.Start, a.End}, [2]int{b.Start, b.End}) })
	var out []Paragraph
	var open []Mark // that reach into the paragraph
	next := 0
	for lo := from; lo < until; {
		hi := until
		if i := strings.IndexByte(txt[lo:until], '\n'); i >= 0 {
			hi = lo + i
		}
		for ; next < len(marks) && marks[next].Start < hi; next++ {
			open = append(open, marks[next])
		}
		if hi > lo && strings.TrimSpace(txt[lo:hi]) != "" {
			out = append(out, paragraph(txt, lo, hi, open))
		}
		open = slices.DeleteFunc(open, func(m Mark) bool { return m.End <= hi+1 })
		lo = hi + 1
	}
	return out
}

// paragraph cuts txt[lo:hi] where marks begin and end.
func paragraph(txt string, lo, hi int, marks []Mark) (p Paragraph) {
	names, sorts := map[[2]int]string{}, map[string]string{}
	var in []Mark // cut to the paragraph, outer ones first
	for _, m := range marks {
		at := [2]int{max(m.Start, lo), min(m.End, hi)}
		if at[0] >= at[1] {
			continue
		}
		name := MarkAnchor(m.Start, m.End)
		if m.Start < lo {
			name = ""
		}
		if old, met := names[at]; met && name != "" && old != name && old != "" {
			p.Also = append(p.Also, name)
			continue
		} else if !met || old == "" {
			names[at] = name
		}
		if sorts[name] == "" {
			sorts[name] = m.Sort
		}
		m.Start, m.End = at[0], at[1]
		in = append(in, m)
	}
	slices.Sort(p.Also)
	p.Also = slices.Compact(p.Also)
	at := lo
	for _, piece := range pieces(txt, lo, hi, names) {
		s := Stretch{Text: piece.Text, Close: piece.Close, Link: innermost(in, at, at+len(piece.Text))}
		for _, name := range piece.Open {
			s.Open = append(s.Open, Opening{name, sorts[name]})
		}
		p.Pieces = append(p.Pieces, s)
		at += len(piece.Text)
	}
	return p
}

// innermost is the link of the shortest mark around a piece.
func innermost(marks []Mark, lo, hi int) (link string) {
	least := 0
	for _, m := range marks {
		if m.Start > lo {
			break
		}
		if n := m.End - m.Start; m.End >= hi && (least == 0 || n < least) {
			least, link = n, m.Link
		}
	}
	return link
}

// DayWords is a day as all pages word it: "Mon 12 May 2031".
func DayWords(day string) string { return dayWords(day) }

// SpanWords is a span of days, both inclusive: "3 to 17 May 2031".
func SpanWords(from, to string) string { return spanWords(from, to) }

// WhenWords is a time with its fuzziness: "about May 2031"; "" when unknown.
func WhenWords(t *record.Time) string { return whenWords(t) }

// ReportName is how a report is called: its outlet, or its file.
func ReportName(r *record.Report) string { return reportName(r) }

// PublishedDay is when a report was published: "2031-05-12"; "" when that is
// not known to the day.
func PublishedDay(r *record.Report) string { return day(r) }
