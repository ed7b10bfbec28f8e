package reconcile

import (
	"math"
	"slices"

	"rapporteur/internal/news"
	"rapporteur/internal/record"
	"rapporteur/internal/text"
)

// place is one passage of one report.
type place struct {
	report int32
	span   text.Span
	relay  string    // folded name of whom the report has it from, "" when it says so of nobody
	credit text.Span // the words that say so
}

// cite makes the evidence for places, in their order; what does not hold is left out.
func (v *View) cite(places []place) []record.Evidence {
	out := make([]record.Evidence, 0, len(places))
	for _, p := range places {
		if e, ok := record.Cite(v.IDs[p.report], v.Reports[p.report], p.span); ok {
			out = append(out, e)
		}
	}
	return out
}

// support counts who stands behind the passages: reports, known outlets, and
// origins by the passage that says it, so that a sentence taken from another
// report counts for that report's origin, and words that a report has from
// another outlet for that outlet's.
func (v *View) support(places []place) record.Support {
	var reports []int32
	var outlets []string
	var origins []record.ID
	s := record.Support{}
	first := map[string]record.ID{}
	for _, p := range places {
		reports = append(reports, p.report)
		if o := v.Reports[p.report].Doc.Outlet; o != "" {
			outlets = append(outlets, text.Fold(o))
		}
		origins = append(origins, v.origin(p, first))
		s.FirstSeen, s.LastSeen = seen(s.FirstSeen, s.LastSeen, v.Days[p.report])
	}
	s.OriginIDs = distinct(origins)
	s.Reports, s.Outlets, s.Origins = len(distinct(reports)), len(distinct(outlets)), len(s.OriginIDs)
	return s
}

// seen widens the span of days first..last by d.
func seen(first, last string, d news.Day) (string, string) {
	if d.IsZero() {
		return first, last
	}
	day := d.String()
	if first == "" || day < first {
		first = day
	}
	return first, max(last, day)
}

func distinct[T interface{ ~int32 | ~string }](s []T) []T {
	slices.Sort(s)
	return slices.Compact(s)
}

// base is what every statement carries; confidence is rounded so that it
// prints as what it is.
func base(confidence float32, rule string) record.Base {
	c := math.Round(float64(confidence)*1000) / 1000
	return record.Base{Confidence: min(max(c, 0), 1), Rule: rule}
}
