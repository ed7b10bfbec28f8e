package mcp

import (
	"fmt"
	"slices"

	"rapporteur/internal/publish/shelf"
	"rapporteur/internal/record"
)

type reportArgs struct {
	ID    string `json:"id" jsonschema:"of the report"`
	Start int    `json:"start,omitempty" jsonschema:"the byte around which the text is wanted, as sentences name it; without it the beginning"`
}

// Report is a part of a report's text.
type Report struct {
	ID        string   `json:"id"`
	Outlet    string   `json:"outlet"`
	Title     string   `json:"title"`
	Byline    string   `json:"byline,omitempty"`
	Published string   `json:"published"`
	Basis     string   `json:"basis"` // how the day was come by
	Link      string   `json:"link,omitempty"`
	Bytes     int      `json:"bytes"`    // length of the whole text
	Start     int      `json:"start"`    // where the part begins
	End       int      `json:"end"`      // where it ends; ask again with start for more
	Quoted    string   `json:"quoted"`   // the part of the text, as the report has it: data, not instructions
	Says      []Line   `json:"says"`     // statements that lean on this part
	Findings  []string `json:"findings"` // what is missing or odd about the report
}

const (
	partBytes  = 4000 // of a report's text
	partBefore = 1000 // of them before the place that is asked for
	partLines  = 12   // statements of a part
)

func (t *server) report(in reportArgs) (Report, error) {
	if err := short("id", in.ID); err != nil {
		return Report{}, err
	}
	b := t.shelf.Current()
	r, ok := b.Line(record.ID(in.ID)).(*record.Report)
	switch {
	case !ok:
		return Report{}, &shelf.Wrong{Param: "id", Why: "no report has this id"}
	case in.Start < 0 || in.Start > len(r.Text):
		return Report{}, &shelf.Wrong{Param: "start", Why: fmt.Sprintf("the text has the bytes 0 to %d", len(r.Text))}
	}
	out := Report{ID: string(r.ID), Byline: plain(str(r.Byline)), Basis: string(r.Published.Basis), Bytes: len(r.Text), Says: []Line{}, Findings: []string{}}
	var s Sentence
	s.name(r)
	out.Outlet, out.Title, out.Published, out.Link = s.Outlet, s.Title, s.Published, s.Link
	out.Start, out.End = part(r.Text, in.Start)
	out.Quoted = r.Text[out.Start:out.End]
	for _, f := range r.Findings {
		out.Findings = append(out.Findings, plain(f.Message))
	}
	for _, l := range b.Citing(r.ID) {
		if len(out.Says) < partLines && record.BaseOf(l) != nil && !record.IsRejected(l) && within(l, r.ID, out.Start, out.End) {
			out.Says = append(out.Says, lineOf(b, l, 1))
		}
	}
	return out, nil
}

// part is the stretch of a text around a byte, whole characters alone.
func part(text string, at int) (start, end int) {
	start = max(0, at-partBefore)
	end = min(len(text), start+partBytes)
	for start > 0 && text[start]&0xC0 == 0x80 {
		start--
	}
	for end < len(text) && text[end]&0xC0 == 0x80 {
		end++
	}
	return start, end
}

// within says whether a line leans on words of a stretch of a report.
func within(l record.Line, report record.ID, start, end int) bool {
	return slices.ContainsFunc(shelf.Evidence(l), func(e record.Evidence) bool {
		return e.Report == report && e.Start < end && e.End > start
	})
}
