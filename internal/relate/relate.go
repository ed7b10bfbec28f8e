// Package relate makes the record out of the analyses of all reports, in four
// steps over frozen inputs:
//
//	analyses -> reuse      who copied whom: origins
//	         -> story      which reports tell one happening; dates for undated ones
//	         -> identity   which names are one entity
//	         -> reconcile  one utterance, one event, one position, one figure; what differs
//	         -> record
//
// What reviewers decided comes before all rules: merges and splits within the
// steps, the rest upon the finished lines (review).
//
// The record is a function of the set of reports and of the set of decisions:
// the order in which they come, and one that comes twice, change nothing. Nothing here reads a
// file, keeps anything between calls or changes an analysis.
package relate

import (
	"slices"
	"strings"

	"rapporteur/internal/news"
	"rapporteur/internal/record"
	"rapporteur/internal/relate/identity"
	"rapporteur/internal/relate/reconcile"
	"rapporteur/internal/relate/reuse"
	"rapporteur/internal/relate/review"
	"rapporteur/internal/relate/story"
)

// Relate is a pure function of the set of analyses and of the set of decisions:
// their order does not matter, and two analyses with one report id count as one.
func Relate(in []*news.Analysis, decisions ...record.Decision) *record.Record {
	reports, ids := canonical(in)
	b := &builder{reports: reports, ids: ids}
	b.decide(decisions)
	b.origins()
	b.group()
	b.dates()
	b.entities()
	b.publish()
	b.tell()
	review.Apply(&b.rec, b.lib, b.decisions)
	b.rec.Sort()
	return &b.rec
}

// canonical puts the analyses into their one order, by day and id with undated
// reports last, and lets doubles collapse.
func canonical(in []*news.Analysis) ([]*news.Analysis, []record.ID) {
	type keyed struct {
		day string
		id  record.ID
		a   *news.Analysis
	}
	all := make([]keyed, 0, len(in))
	for _, a := range in {
		day := a.Day().String()
		if day == "" {
			day = "~" // behind every digit
		}
		all = append(all, keyed{day, record.ReportID(a.Doc), a})
	}
	slices.SortFunc(all, func(x, y keyed) int {
		if c := strings.Compare(x.day, y.day); c != 0 {
			return c
		}
		return strings.Compare(string(x.id), string(y.id))
	})
	all = slices.CompactFunc(all, func(x, y keyed) bool { return x.id == y.id })
	reports, ids := make([]*news.Analysis, len(all)), make([]record.ID, len(all))
	for i, k := range all {
		reports[i], ids[i] = k.a, k.id
	}
	return reports, ids
}

// builder carries what each step found to the next.
type builder struct {
	reports   []*news.Analysis
	ids       []record.ID
	days      []news.Day
	values    [][]string
	story     []int32 // number of each report's story
	storyID   []record.ID
	stories   []story.Story
	reuse     *reuse.Result
	originID  []record.ID // of each of reuse.Origins
	estimates map[int32]reconcile.Estimate
	entity    *identity.Entities
	view      reconcile.View
	rec       record.Record
	decisions []record.Decision // in force, by time
	lib       *review.Library   // nil without decisions
}
