// Package relate makes the record out of the analyses of all reports.
package relate

import (
	"rapporteur/internal/news"
	"rapporteur/internal/record"
)

// Relate is a pure function of the set of analyses: their order does not
// matter, and two analyses with one report id count as one.
func Relate(in []*news.Analysis) *record.Record { return &record.Record{} }
