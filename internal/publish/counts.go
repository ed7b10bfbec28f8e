package publish

import (
	"strconv"

	"rapporteur/internal/record"
	"rapporteur/internal/text"
)

// Counts are always three: reports, outlets, origins. A report that names no
// outlet is never counted as an outlet; it is counted in Unnamed and said.
type Counts struct {
	Reports int `json:"reports"`
	Outlets int `json:"outlets"` // distinct named outlets
	Unnamed int `json:"unnamed"` // reports whose outlet is unknown
	Origins int `json:"origins"`
}

// String is c in words: "5 reports, 4 outlets, 3 origins".
func (c Counts) String() string {
	return number(c.Reports, "report", "reports") + ", " + c.outlets() + ", " + number(c.Origins, "origin", "origins")
}

func (c Counts) outlets() string {
	switch {
	case c.Unnamed == 0:
		return number(c.Outlets, "outlet", "outlets")
	case c.Outlets == 0:
		return "outlet unknown"
	default:
		return number(c.Outlets, "outlet", "outlets") + " and " + strconv.Itoa(c.Unnamed) + " unknown"
	}
}

func number(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return strconv.Itoa(n) + " " + many
}

// countReports counts a set of reports; a report without origin is its own.
func (x *index) countReports(ids []record.ID) Counts {
	var c Counts
	outlets, origins := map[string]bool{}, map[record.ID]bool{}
	for _, id := range ids {
		r := x.reports[id]
		if r == nil {
			continue
		}
		c.Reports++
		origins[originOf(r.Report)] = true
		if o := text.Fold(str(r.Outlet)); o != "" {
			outlets[o] = true
		} else {
			c.Unnamed++
		}
	}
	c.Outlets, c.Origins = len(outlets), len(origins)
	return c
}

// countSupport is what the record says of a statement's support, with the
// outlets told apart as Counts does whenever the evidence names every report.
func (x *index) countSupport(s record.Support, from []*Source) Counts {
	c := x.countReports(reportsOf(from))
	if s.Reports > c.Reports {
		more := Counts{Reports: s.Reports, Outlets: s.Outlets, Origins: s.Origins}
		if s.Outlets == 0 {
			more.Unnamed = s.Reports
		}
		return more
	}
	if s.Origins > 0 && s.Reports == c.Reports {
		c.Origins = s.Origins
	}
	return c
}

func originOf(r *record.Report) record.ID {
	if r.Origin == nil {
		return r.ID
	}
	return *r.Origin
}

func reportsOf(sources []*Source) []record.ID {
	var ids []record.ID
	seen := map[record.ID]bool{}
	for _, s := range sources {
		if !seen[s.ReportID] {
			seen[s.ReportID] = true
			ids = append(ids, s.ReportID)
		}
	}
	return ids
}
