// Package review lays what reviewers decided over the finished lines of the
// record.
//
//	decision  reject   quote q4t…   120-164 of report r7…  ─┐
//	                                                        │ Locate, then Apply
//	record    quote    q9e…         121-164 of report r7…  ─┘  review: "rejected"
//
// In go a record and the decisions in force, in order of time; out comes the
// same record with reviews, corrected fields and ids that lead on. A decision
// finds its line by its id and by what the reports say, so that it holds when
// rules change ids and offsets; one that finds nothing waits. What is one thing
// and what two is decided where things are brought together, not here.
package review

import (
	"strings"

	"rapporteur/internal/record"
)

// Library finds the passages of decisions in the reports at hand.
type Library struct {
	ids    []record.ID
	text   func(i int32) string
	byID   map[record.ID]int32
	source map[string][]int32
}

// NewLibrary is of the reports with ids; source and text tell of each where it
// was read and what it says.
func NewLibrary(ids []record.ID, source, text func(i int32) string) *Library {
	l := &Library{ids: ids, text: text, byID: make(map[record.ID]int32, len(ids)), source: map[string][]int32{}}
	for i, id := range ids {
		l.byID[id] = int32(i)
		if s := source(int32(i)); s != "" {
			l.source[s] = append(l.source[s], int32(i))
		}
	}
	return l
}

// Place is a passage found: the number of its report, and its bytes there.
type Place struct {
	Report     int32
	Start, End int
}

// Locate finds p: in its report where that is at hand and says so, else in the
// one report of its source that has its words once.
func (l *Library) Locate(p record.Passage) (Place, bool) {
	if i, ok := l.byID[p.Report]; ok {
		t := l.text(i)
		if p.Exact == "" || p.End <= len(t) && t[p.Start:p.End] == p.Exact {
			return Place{i, p.Start, p.End}, true
		}
	}
	found, many := Place{}, 0
	for _, i := range l.source[p.Source] {
		if p.Exact == "" {
			found, many = Place{Report: i}, many+1
			continue
		}
		t := l.text(i)
		if at := strings.Index(t, p.Exact); at >= 0 && at == strings.LastIndex(t, p.Exact) {
			found, many = Place{i, at, at + len(p.Exact)}, many+1
		}
	}
	return found, many == 1
}

// Reports are the numbers of the reports that passages stand in, each once.
func (l *Library) Reports(ps []record.Passage) (out []int32) {
	seen := map[int32]bool{}
	for _, p := range ps {
		if at, ok := l.Locate(p); ok && !seen[at.Report] {
			seen[at.Report] = true
			out = append(out, at.Report)
		}
	}
	return out
}

// ID is the id of a report.
func (l *Library) ID(i int32) record.ID { return l.ids[i] }
