package publish

import (
	"cmp"
	"slices"
	"sort"
	"strings"
	"unicode/utf8"

	"rapporteur/internal/record"
)

// citation is one stretch of a report that a line of the brief leans on.
//
//	text      ... A said B. C denied D. ...
//	sentence            [10   21]            lo, hi
//	statement              [13 21]           start, end
type citation struct {
	start, end int // what is marked
	lo, hi     int // what is printed: the sentences around it
	sources    []*Source
	lines      []Link
}

// sources turns evidence into places of the appendix, in the order of the
// reports. Evidence that does not hold is left out.
func (x *index) sources(line Link, ev []record.Evidence) []*Source {
	var out []*Source
	for i := range ev {
		if s := x.cite(line, &ev[i]); s != nil && !slices.ContainsFunc(out, s.same) {
			out = append(out, s)
		}
	}
	slices.SortStableFunc(out, func(a, b *Source) int {
		return cmp.Or(cmp.Compare(a.Report, b.Report), cmp.Compare(a.Start, b.Start))
	})
	return out
}

func (s *Source) same(o *Source) bool {
	return s.ReportID == o.ReportID && s.Start == o.Start && s.End == o.End
}

func (x *index) cite(line Link, e *record.Evidence) *Source {
	r := x.reports[e.Report]
	if r == nil || e.Start < 0 || e.Start >= e.End || e.End > len(r.Text) || r.Text[e.Start:e.End] != e.Exact {
		return nil
	}
	s := &Source{Report: r.number, ReportID: r.ID, Name: reportName(r.Report), When: shortDay(day(r.Report)),
		Start: e.Start, End: e.End, Exact: e.Exact, Sentence: e.Sentence}
	lo, hi := around(r.Text, e)
	r.cited = append(r.cited, &citation{start: e.Start, end: e.End, lo: lo, hi: hi, sources: []*Source{s}, lines: []Link{line}})
	return s
}

// longSentence is where a sentence is none any more (a page without full stops):
// of such, only the surroundings of a statement are printed.
const longSentence = 4000

// around finds the bytes of the sentence that e names, widened to hold the
// whole statement.
func around(txt string, e *record.Evidence) (lo, hi int) {
	lo, hi = e.Start, e.End
	switch n := len(e.Sentence); {
	case n == 0:
		return lo, hi
	case n > longSentence:
		return runeStart(txt, max(0, lo-longSentence/4)), runeStart(txt, min(len(txt), hi+longSentence/4))
	}
	// The sentence holds the statement's start, so it begins at most its own
	// length before it.
	from := max(0, e.Start-len(e.Sentence))
	window := txt[from:min(len(txt), e.Start+len(e.Sentence))]
	if i := strings.Index(window, e.Sentence); i >= 0 {
		lo, hi = min(lo, from+i), max(hi, from+i+len(e.Sentence))
	}
	return lo, hi
}

// runeStart is the first byte of a character at or before at.
func runeStart(txt string, at int) int {
	for at > 0 && at < len(txt) && !utf8.RuneStart(txt[at]) {
		at--
	}
	return at
}

// appendix numbers the passages, which gives every Source its reference, and
// returns the reports.
func (x *index) appendix() []*Report {
	out := make([]*Report, 0, len(x.reportIDs))
	for _, id := range x.reportIDs {
		r := x.reports[id]
		v := x.viewReport(r)
		v.Passages = passages(r)
		out = append(out, v)
	}
	return out
}

// passages merges what is cited of one report into passages that do not
// overlap, in the order of the text.
func passages(r *report) []Passage {
	sort.SliceStable(r.cited, func(i, j int) bool {
		a, b := r.cited[i], r.cited[j]
		return cmp.Or(cmp.Compare(a.lo, b.lo), cmp.Compare(b.hi, a.hi), cmp.Compare(a.start, b.start), cmp.Compare(b.end, a.end)) < 0
	})
	var out []Passage
	for i := 0; i < len(r.cited); {
		lo, hi, j := r.cited[i].lo, r.cited[i].hi, i+1
		for ; j < len(r.cited) && r.cited[j].lo < hi; j++ {
			hi = max(hi, r.cited[j].hi)
		}
		out = append(out, passage(r, len(out)+1, lo, hi, r.cited[i:j]))
		i = j
	}
	return out
}

func passage(r *report, n, lo, hi int, cited []*citation) Passage {
	p := Passage{Ref: itoa(r.number) + "." + itoa(n), Text: r.Text[lo:hi]}
	p.Anchor = "p-" + strings.ReplaceAll(p.Ref, ".", "-")
	marks := markNames(p.Anchor, cited)
	seen := map[string]bool{}
	for _, c := range cited {
		for _, s := range c.sources {
			s.Ref, s.Anchor = p.Ref, marks[[2]int{c.start, c.end}]
		}
		for _, l := range c.lines {
			if l.Anchor != "" && !seen[l.Anchor] {
				seen[l.Anchor] = true
				p.For = append(p.For, l)
			}
		}
	}
	p.Pieces = pieces(r.Text, lo, hi, marks)
	return p
}

// markNames gives every distinct stretch that is marked its anchor: "p-1-3-a".
func markNames(passage string, cited []*citation) map[[2]int]string {
	var spans [][2]int
	for _, c := range cited {
		spans = append(spans, [2]int{c.start, c.end})
	}
	slices.SortFunc(spans, outerFirst)
	names := map[[2]int]string{}
	for _, s := range slices.Compact(spans) {
		names[s] = passage + "-" + letters(len(names))
	}
	return names
}

func outerFirst(a, b [2]int) int { return cmp.Or(cmp.Compare(a[0], b[0]), cmp.Compare(b[1], a[1])) }

// letters counts a, b, ... z, aa, ab, ...
func letters(n int) string {
	s := string(rune('a' + n%26))
	for n = n/26 - 1; n >= 0; n = n/26 - 1 {
		s = string(rune('a'+n%26)) + s
	}
	return s
}

// pieces cuts a passage where marks begin and end. A mark that crosses the end
// of one around it is closed there and opened again, so that marks nest.
func pieces(txt string, lo, hi int, marks map[[2]int]string) []Piece {
	spans := make([][2]int, 0, len(marks))
	cuts := []int{lo, hi}
	for s := range marks { // sorted below
		spans = append(spans, s)
		cuts = append(cuts, s[0], s[1])
	}
	slices.SortFunc(spans, outerFirst)
	slices.Sort(cuts)
	cuts = slices.Compact(cuts)
	var out []Piece
	var open, again []int // ends of the marks that are open, innermost last, and of those to open again
	for i, next := 0, 0; i+1 < len(cuts); i++ {
		p := Piece{Text: txt[cuts[i]:cuts[i+1]], Open: make([]string, len(again))}
		open = append(open, again...)
		for ; next < len(spans) && spans[next][0] == cuts[i]; next++ {
			p.Open = append(p.Open, marks[spans[next]])
			open = append(open, spans[next][1])
		}
		open, again, p.Close = closeAt(open, cuts[i+1])
		out = append(out, p)
	}
	return out
}

// closeAt closes the marks that end at a cut and, with them, the marks inside,
// of which those that end later are to be opened again.
func closeAt(open []int, at int) (still, again []int, closed int) {
	for i, end := range open {
		if end > at {
			continue
		}
		for _, e := range open[i:] {
			if e > at {
				again = append(again, e)
			}
		}
		return open[:i], again, len(open) - i
	}
	return open, nil, 0
}
