package site

import (
	"cmp"
	"slices"

	"rapporteur/internal/publish"
)

// matrix is the stances of a story as a table: a row an issue on which several
// parties take a stand, a column a party.
type matrix struct {
	Parties []string
	Rows    []issueRow
}

type issueRow struct {
	Label string
	Cells []cell // one a column
}

// cell is what one party says of one issue, oldest first; the last column may
// hold several parties.
type cell struct {
	Who    string
	Stands []stand
}

// stand is a position that opens on the sentence that says it.
type stand struct {
	*publish.Position
	By       string // its party, in the column of the others
	Link     string
	Sentence string
}

// matrixParties is how many parties have a column of their own.
const matrixParties = 4

const others = "others"

// newMatrix makes the table of a story; nil when no two parties take a stand on
// one thing.
func newMatrix(s *publish.Story) *matrix {
	if len(s.Issues) == 0 {
		return nil
	}
	m := &matrix{}
	times := map[string]int{}
	for _, i := range s.Issues {
		for _, st := range i.Stands {
			if times[st.Name] == 0 {
				m.Parties = append(m.Parties, st.Name)
			}
			times[st.Name]++
		}
	}
	slices.SortStableFunc(m.Parties, func(a, b string) int { return cmp.Compare(times[b], times[a]) })
	if len(m.Parties) > matrixParties+1 {
		m.Parties = append(m.Parties[:matrixParties:matrixParties], others)
	}
	for _, i := range s.Issues {
		m.Rows = append(m.Rows, m.row(i))
	}
	return m
}

func (m *matrix) row(i publish.IssueRow) issueRow {
	r := issueRow{Label: i.Label, Cells: make([]cell, len(m.Parties))}
	for k, p := range m.Parties {
		r.Cells[k].Who = p
	}
	for _, st := range i.Stands {
		at, by := slices.Index(m.Parties, st.Name), ""
		if at < 0 {
			at, by = len(m.Parties)-1, st.Name
		}
		for _, p := range st.Positions {
			src := p.Sources[0]
			r.Cells[at].Stands = append(r.Cells[at].Stands, stand{p, by, place(src), src.Sentence})
		}
	}
	return r
}
