// Package relate makes the record out of the analyses of all reports.
//
//	card of each report -> matter     which reports are put side by side; of each matter:
//	analyses            -> reuse      who copied whom: origins
//	                    -> story      which reports tell one happening; dates for undated ones
//	                    -> identity   which names are one entity
//	                    -> reconcile  one utterance, one event, one position, one figure; what differs
//	rosters             -> directory  which entities of the matters are one
//	                    -> parts of the record
//
// What reviewers decided comes before all rules: merges and splits within the
// steps, the rest upon the finished lines (review). The reports that a decision
// brings together are one matter.
//
// The record is a function of the set of reports and of the set of decisions:
// the order in which they come, the batches, and one that comes twice, change
// nothing. It falls into parts, one for each matter and one for each entity that
// can be known beyond its matter; each part is a function of the reports of its
// matter and of little else (ARCHITECTURE.md). A Desk keeps what it takes to tell
// which parts a further report touches; only these are made again, by the same
// code that makes all of them. Nothing here reads a file or changes an analysis.
package relate

import (
	"runtime"
	"slices"
	"strings"

	"rapporteur/internal/news"
	"rapporteur/internal/record"
	"rapporteur/internal/relate/identity"
	"rapporteur/internal/relate/matter"
	"rapporteur/internal/relate/reconcile"
	"rapporteur/internal/relate/reuse"
	"rapporteur/internal/relate/story"
)

// Relate is a pure function of the set of analyses and of the set of decisions:
// their order does not matter, and two analyses with one report id count as one.
func Relate(in []*news.Analysis, decisions ...record.Decision) *record.Record {
	d, at := NewDesk(), map[record.ID]*news.Analysis{}
	for _, a := range in {
		c := matter.CardOf(a)
		at[c.ID] = a
		d.Add(c)
	}
	d.Workers = runtime.GOMAXPROCS(0)
	d.decide(in, decisions)
	rec := &record.Record{}
	keep := func(p *record.Part) error {
		if p.Lines != nil {
			rec.Append(p.Lines)
		}
		return nil
	}
	load := func(id record.ID) (*news.Analysis, error) { return at[id], nil }
	if err := d.Take(load, keep); err != nil {
		panic(err) // neither of the two can fail
	}
	d.decided.apply(rec)
	rec.Sort()
	return rec
}

// canonical puts the analyses into their one order, by day and id with undated
// reports last, and lets doubles collapse.
func canonical(in []*news.Analysis) ([]*news.Analysis, []record.ID) {
	ids := make([]record.ID, len(in))
	for i, a := range in {
		ids[i] = record.ReportID(a.Doc)
	}
	return inOneOrder(in, ids)
}

func inOneOrder(in []*news.Analysis, of []record.ID) ([]*news.Analysis, []record.ID) {
	type keyed struct {
		day string
		id  record.ID
		a   *news.Analysis
	}
	all := make([]keyed, 0, len(in))
	for i, a := range in {
		day := a.Day().String()
		if day == "" {
			day = "~" // behind every digit
		}
		all = append(all, keyed{day, of[i], a})
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

// builder relates the reports of one matter; it carries what each step found
// to the next.
type builder struct {
	matter    record.ID
	furniture *reuse.Furniture
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
	doubted   map[record.ID]doubt
	entity    *identity.Entities
	people    *roster
	view      reconcile.View
	rec       record.Record
	*decided
	own   []record.Decision   // of them, those on reports of this matter
	local map[record.ID]int32 // the reports of the matter; nil without decisions
}

// link finds out what the reports of a matter have to do with each other.
func link(key record.ID, in []*news.Analysis, furniture *reuse.Furniture, decisions *decided) *builder {
	reports, ids := canonical(in)
	b := &builder{matter: key, furniture: furniture, reports: reports, ids: ids, decided: decisions}
	b.gather()
	if doubts := b.doubts(); len(doubts) > 0 {
		b = b.redated(doubts)
		b.gather()
	}
	b.dates()
	b.entities()
	return b
}

// gather finds out who copied whom, and the stories.
func (b *builder) gather() {
	b.settle()
	b.origins()
	b.group()
}

// tellAll lays out what the matter says; ids are those of its entities.
func (b *builder) tellAll(ids []record.ID) *record.Record {
	b.view.EntityID = ids
	b.publish()
	b.tell()
	return &b.rec
}
