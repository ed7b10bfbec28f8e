package shelf

import (
	"cmp"
	"slices"
	"strings"

	"rapporteur/internal/record"
)

// Evidence is all that a line leans on; of a quote that of its versions, too.
func Evidence(l record.Line) []record.Evidence {
	all := record.EvidenceOf(l)
	q, ok := l.(*record.Quote)
	if !ok {
		return append(all, named(l)...)
	}
	all = slices.Clip(all)
	for _, w := range q.Versions {
		all = append(all, w.Evidence...)
	}
	return all
}

// named is Evidence of the lines that are no statements.
func named(l record.Line) (all []record.Evidence) {
	switch v := l.(type) {
	case *record.Report:
		all = append(all, v.Published.Evidence...)
		for _, c := range v.Credits {
			all = append(all, c.Evidence...)
		}
	case *record.Entity:
		for _, o := range v.Offices {
			all = append(all, o.Evidence...)
		}
	case *record.Origin:
		for _, w := range v.Basis {
			all = append(all, w.Evidence...)
		}
	}
	return all
}

// byNews puts the story with the latest report first, then the bigger one.
func byNews(a, b *record.Story) int {
	return cmp.Or(strings.Compare(str(b.To), str(a.To)), cmp.Compare(len(b.Reports), len(a.Reports)), cmp.Compare(a.ID, b.ID))
}

func str(p *string) string {
	if p == nil {
		return ""
	}
	return *p
}

// newsOrder lists all lines with the latest first, and where each stands; lines
// of one day, and those without, keep their order.
func newsOrder(b *Book) (latest, place []int32) {
	latest, place = make([]int32, len(b.lines)), make([]int32, len(b.lines))
	days := make([]string, len(b.lines))
	for n, l := range b.lines {
		latest[n], days[n] = int32(n), Day(b, l)
	}
	slices.SortStableFunc(latest, func(x, y int32) int { return strings.Compare(days[y], days[x]) })
	for at, n := range latest {
		place[n] = int32(at)
	}
	return latest, place
}
