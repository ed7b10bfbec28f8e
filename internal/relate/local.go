package relate

import (
	"errors"
	"maps"
	"slices"

	"rapporteur/internal/news"
	"rapporteur/internal/record"
	"rapporteur/internal/relate/review"
)

// ErrWide says that a decision may be about any line of the record, so that all
// of it is to be made anew (Relate): one on a passage that does not stand where
// it stood, or on a statement without any.
var ErrWide = errors.New("a decision is not about one matter alone")

// Wide reports whether a decision shows of itself that it may be about any line.
func Wide(ds []record.Decision) bool {
	return slices.ContainsFunc(ds, func(d record.Decision) bool {
		return d.Action != record.ToSee && slices.ContainsFunc(targets(&d), wide)
	})
}

func targets(d *record.Decision) []*record.Target {
	out := []*record.Target{&d.About}
	for i := range d.With {
		out = append(out, &d.With[i])
	}
	return out
}

func wide(t *record.Target) bool { return t.Type != record.KindEntity && len(t.Passages) == 0 }

// locals are the decisions of ds that rule, located in the reports on the desk.
func (d *Desk) locals(ds []record.Decision, load Load) (*decided, error) {
	if ds = slices.DeleteFunc(slices.Clone(ds), func(x record.Decision) bool { return x.Action == record.ToSee }); len(ds) == 0 {
		return &decided{}, nil
	}
	if Wide(ds) {
		return nil, ErrWide
	}
	out := &decided{decisions: ds, local: true, on: map[record.ID][]int32{}, docs: map[record.ID]*news.Document{}}
	var ids []record.ID
	for i := range ds {
		for _, p := range passages(&ds[i]) {
			doc := out.docs[p.Report]
			if doc == nil {
				var err error
				if doc, err = d.document(p.Report, load); err != nil {
					return nil, err
				}
				out.docs[p.Report] = doc
				ids = append(ids, p.Report)
			}
			if p.Exact != "" && (p.Start < 0 || p.End > len(doc.Text) || p.Start > p.End || doc.Text[p.Start:p.End] != p.Exact) {
				return nil, ErrWide
			}
		}
	}
	out.all = review.NewLibrary(ids, func(i int32) string { return out.docs[ids[i]].Source }, func(i int32) string { return out.docs[ids[i]].Text })
	for i := range ds {
		out.note(int32(i))
	}
	return out, nil
}

// document is a report that a decision names.
func (d *Desk) document(id record.ID, load Load) (*news.Document, error) {
	if doc := d.decided.docs[id]; doc != nil {
		return doc, nil
	}
	if !d.index.Has(id) {
		return nil, ErrWide
	}
	a, err := load(id)
	if err != nil {
		return nil, err
	}
	return a.Doc, nil
}

// Rule takes in the decisions in force, record.Fold, for the Take that follows:
// the matters of those that are new, and of those that were taken back, are
// made again.
// ErrWide says that it must all be made anew, by Relate.
func (d *Desk) Rule(ds []record.Decision, load Load) error {
	now, err := d.locals(ds, load)
	if err != nil {
		return err
	}
	was := d.decided
	gone, come := without(was.decisions, now.decisions), without(now.decisions, was.decisions)
	if len(gone)+len(come) == 0 {
		return nil
	}
	d.decided = now
	d.directory.watchFor(now.decisions)
	d.touch(gone)
	d.touch(come)
	for i := range come {
		if come[i].Action == record.ToMerge {
			d.index.Bind(reportsIn(&come[i]))
		}
	}
	return nil
}

// without are those of a list that others do not have.
func without(list, others []record.Decision) (out []record.Decision) {
	there := make(map[record.ID]bool, len(others))
	for i := range others {
		there[others[i].ID] = true
	}
	for i := range list {
		if !there[list[i].ID] {
			out = append(out, list[i])
		}
	}
	return out
}

// Parts reports whether ds no longer have a merge that the desk knows: what it
// brought together is only parted by Restore.
func (d *Desk) Parts(ds []record.Decision) bool {
	return slices.ContainsFunc(without(d.decided.decisions, ds), func(x record.Decision) bool { return x.Action == record.ToMerge })
}

// touch has the matters that ds are about made again: of an entity those in
// which a name is met that a merge or a split is about.
func (d *Desk) touch(ds []record.Decision) {
	names := map[string]bool{}
	for i := range ds {
		x := &ds[i]
		if x.About.Type != record.KindEntity {
			for _, id := range reportsIn(x) {
				d.index.Touch(id)
			}
		} else if x.Action == record.ToMerge || x.Action == record.ToSplit {
			asked, _ := review.Asked(ds[i : i+1])
			maps.Copy(names, asked)
		}
	}
	if len(names) > 0 {
		for _, matter := range d.directory.whose(names) {
			d.index.Touch(matter)
		}
	}
}

// reportsIn are the reports that a decision names.
func reportsIn(x *record.Decision) (ids []record.ID) {
	for _, p := range passages(x) {
		if !slices.Contains(ids, p.Report) {
			ids = append(ids, p.Report)
		}
	}
	return ids
}

// layDecided lays what was decided over the finished lines of this matter.
func (b *builder) layDecided(lines *record.Record, people *review.People) error {
	if !b.decided.local {
		return nil
	}
	for i := range b.own {
		if b.own[i].About.Type == record.KindEntity {
			continue
		}
		for _, id := range reportsIn(&b.own[i]) {
			if _, here := b.local[id]; !here {
				return ErrWide
			}
		}
	}
	review.Lay(lines, b.all, b.own, people)
	return nil
}
