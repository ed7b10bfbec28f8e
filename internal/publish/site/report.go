package site

import (
	"cmp"
	"iter"
	"net/http"
	"slices"
	"strconv"
	"unicode/utf8"

	"rapporteur/internal/publish"
	"rapporteur/internal/publish/shelf"
	"rapporteur/internal/record"
)

// reportView is one report with its statements marked in its text.
type reportView struct {
	Report     *record.Report      `json:"report"`
	View       *publish.Report     `json:"-"`
	Modified   string              `json:"-"`
	Story      *storyLine          `json:"story"`
	Origin     *originLine         `json:"origin"`
	Copies     []copyLine          `json:"copies"`
	Paragraphs []publish.Paragraph `json:"-"`
	Statements []statementLine     `json:"statements"` // in the order of the text
	Part       int                 `json:"-"`          // of the text that the page shows, from 1
	Parts      int                 `json:"-"`
}

// originLine is the origin of a report with the reports that share it.
type originLine struct {
	ID      record.ID    `json:"id"`
	Name    string       `json:"name"`
	Kind    string       `json:"kind"`
	Others  []reportLine `json:"others"`
	Reports int          `json:"reports"`
}

// reportLine is a report in a list.
type reportLine struct {
	ID    record.ID `json:"id"`
	Name  string    `json:"name"`
	Title string    `json:"title"`
	When  string    `json:"when"`
}

// copyLine is a report that shares text with another.
type copyLine struct {
	reportLine
	Percent   int    `json:"percent"`
	Direction string `json:"direction"`
}

// statementLine is a line of the record in a list.
type statementLine struct {
	ID     record.ID      `json:"id"`
	Sort   string         `json:"type"`
	Text   string         `json:"text"`
	Day    string         `json:"day"`
	Link   string         `json:"link"`
	At     string         `json:"-"` // address of its words in the report
	Start  int            `json:"-"`
	Counts publish.Counts `json:"counts"`
}

func (t *Site) report(w http.ResponseWriter, r *http.Request) {
	b := t.shelf.Held(r.Context())
	rep, ok := b.Line(record.ID(idOf(r, "id"))).(*record.Report)
	if !ok {
		t.missing(w, r, "report")
		return
	}
	part, err := strconv.Atoi(cmp.Or(r.URL.Query().Get("part"), "1"))
	if err != nil || part < 1 || part > parts(rep.Text) {
		t.missing(w, r, "part of the report")
		return
	}
	v := newReportView(b, rep, part)
	t.show(w, r, "report", cmp.Or(v.View.Title, v.View.Name), v)
}

// partBytes is how much of a text one page shows, and maxInReport how many
// statements it lists: few reports have more.
const (
	partBytes   = 150_000
	maxInReport = 400
)

// parts is how many pages a text takes.
func parts(txt string) int { return max(1, (len(txt)+partBytes-1)/partBytes) }

// bounds are the bytes of a text that part n shows, cut between characters.
func bounds(txt string, n int) (lo, hi int) {
	at := func(i int) int {
		for i = min(i, len(txt)); i < len(txt) && !utf8.RuneStart(txt[i]); i++ {
		}
		return i
	}
	return at((n - 1) * partBytes), at(n * partBytes)
}

// Listed is the statements that the page lists.
func (v *reportView) Listed() []statementLine {
	return v.Statements[:min(len(v.Statements), maxInReport)]
}

// wordsAt is the address of words of a report.
func wordsAt(report record.ID, start, end int) string {
	page := "/reports/" + string(report)
	if n := 1 + start/partBytes; n > 1 {
		page += "?part=" + strconv.Itoa(n)
	}
	return page + "#" + publish.MarkAnchor(start, end)
}

func newReportView(b *shelf.Book, rep *record.Report, part int) *reportView {
	v := &reportView{Report: rep, Part: part, Parts: parts(rep.Text), View: viewOf(rep), Copies: []copyLine{}, Statements: []statementLine{}}
	if rep.Modified != nil {
		v.Modified = publish.WhenWords(&rep.Modified.Time)
	}
	if rep.Story != nil {
		if s, ok := b.Line(*rep.Story).(*record.Story); ok {
			l := lineOf(b, s)
			v.Story = &l
		}
	}
	v.Origin = originOf(b, rep)
	for _, c := range rep.Copies {
		if o, ok := b.Line(c.Report).(*record.Report); ok {
			v.Copies = append(v.Copies, copyLine{oneLine(o), int(100*c.Share + .5), c.Direction})
		}
	}
	v.mark(b)
	return v
}

// one is a record of a single line, as publish reads it.
type one struct{ line record.Line }

func (o one) Lines() iter.Seq[record.Line] {
	return func(yield func(record.Line) bool) { yield(o.line) }
}

// viewOf words what is known of a report, as a brief does.
func viewOf(rep *record.Report) *publish.Report {
	return publish.NewBrief(one{rep}, nil, publish.Options{}).Reports[0]
}

func oneLine(rep *record.Report) reportLine {
	day := str(rep.Published.From)
	l := reportLine{ID: rep.ID, Name: publish.ReportName(rep), Title: str(rep.Title), When: "undated"}
	if day != "" {
		l.When = publish.DayWords(day)
	}
	return l
}

func originOf(b *shelf.Book, rep *record.Report) *originLine {
	if rep.Origin == nil {
		return nil
	}
	o, ok := b.Line(*rep.Origin).(*record.Origin)
	if !ok {
		return nil
	}
	v := &originLine{ID: o.ID, Name: b.Words(o), Kind: o.OriKind, Others: []reportLine{}, Reports: len(o.Reports)}
	for _, id := range o.Reports {
		if other, ok := b.Line(id).(*record.Report); ok && id != rep.ID {
			v.Others = append(v.Others, oneLine(other))
		}
	}
	return v
}

// mark finds what leans on the report and marks its words.
func (v *reportView) mark(b *shelf.Book) {
	var marks []publish.Mark
	for _, l := range b.Citing(v.Report.ID) {
		if record.IsRejected(l) {
			continue
		}
		told := false
		for _, e := range shelf.Evidence(l) {
			if e.Report != v.Report.ID || !holds(v.Report, e) {
				continue
			}
			marks = append(marks, publish.Mark{Start: e.Start, End: e.End, Sort: l.Kind(), Link: linkOf(l)})
			if !told && l.Kind() != record.KindReport {
				told = true
				s := lineOfStatement(b, l)
				s.At, s.Start = wordsAt(v.Report.ID, e.Start, e.End), e.Start
				v.Statements = append(v.Statements, s)
			}
		}
	}
	slices.SortStableFunc(v.Statements, func(x, y statementLine) int { return cmp.Compare(x.Start, y.Start) })
	lo, hi := bounds(v.Report.Text, v.Part)
	v.Paragraphs = publish.MarkedPart(v.Report.Text, lo, hi, marks)
}

// holds says whether a report says what e quotes of it.
func holds(rep *record.Report, e record.Evidence) bool {
	return e.Start >= 0 && e.Start < e.End && e.End <= len(rep.Text) && rep.Text[e.Start:e.End] == e.Exact
}

func linkOf(l record.Line) string {
	if l.Kind() == record.KindReport { // a credit: the report itself says it
		return ""
	}
	return address(l.Kind(), string(l.LineID()))
}

func lineOfStatement(b *shelf.Book, l record.Line) statementLine {
	s := statementLine{ID: l.LineID(), Sort: l.Kind(), Text: b.Words(l), Link: linkOf(l), Day: shelf.Day(b, l), Counts: b.Counts(l)}
	if s.Sort == record.KindReport {
		s.Link = address(s.Sort, string(s.ID))
	}
	return s
}
