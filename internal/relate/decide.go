package relate

import (
	"slices"

	"rapporteur/internal/news"
	"rapporteur/internal/record"
	"rapporteur/internal/relate/identity"
	"rapporteur/internal/relate/reconcile"
	"rapporteur/internal/relate/review"
	"rapporteur/internal/relate/rulings"
	"rapporteur/internal/text"
)

// decided is what reviewers decided on the reports at hand.
type decided struct {
	decisions []record.Decision            // in force, by time
	all       *review.Library              // every report; nil without decisions
	on        map[record.ID][]int32        // by report: the decisions that name a passage of it
	docs      map[record.ID]*news.Document // of local decisions: the reports that they name
	local     bool                         // each is about one matter, and laid over its part alone; else Relate lays them over the whole
}

// none reports whether nothing was decided.
func (d *decided) none() bool { return len(d.decisions) == 0 }

// decide takes in what reviewers decided on reports. Merges and splits are
// rulings for the steps that bring things together; all else waits for the
// finished lines.
func (d *Desk) decide(in []*news.Analysis, all []record.Decision) {
	if all = record.Fold(all); len(all) > 0 {
		reports, ids := canonical(in)
		d.decided = &decided{decisions: all, all: library(reports, ids), on: map[record.ID][]int32{}}
		for i := range all {
			d.decided.note(int32(i))
		}
		for _, ids := range d.decided.together() {
			d.index.Bind(ids)
		}
	}
}

func library(reports []*news.Analysis, ids []record.ID) *review.Library {
	return review.NewLibrary(ids,
		func(i int32) string { return reports[i].Doc.Source },
		func(i int32) string { return reports[i].Doc.Text })
}

// note notes which reports decision n is about.
func (d *decided) note(n int32) {
	for _, r := range d.all.Reports(passages(&d.decisions[n])) {
		id := d.all.ID(r)
		d.on[id] = append(d.on[id], n)
	}
}

// passages are all that x names.
func passages(x *record.Decision) []record.Passage {
	out := slices.Clone(x.About.Passages)
	for k := range x.With {
		out = append(out, x.With[k].Passages...)
	}
	if x.Part != nil {
		out = append(out, x.Part.Passages...)
	}
	return out
}

// settle works out what is decided on the reports of this matter.
func (b *builder) settle() {
	if b.none() {
		return
	}
	b.local = make(map[record.ID]int32, len(b.ids))
	var own []int32
	for i, id := range b.ids {
		b.local[id] = int32(i)
		own = append(own, b.on[id]...)
	}
	slices.Sort(own)
	for _, n := range slices.Compact(own) {
		b.own = append(b.own, b.decisions[n])
	}
}

// locate finds p in this matter.
func (b *builder) locate(p record.Passage) (at review.Place, ok bool) {
	if at, ok = b.all.Locate(p); ok {
		at.Report, ok = b.local[b.all.ID(at.Report)]
	}
	return at, ok
}

// reportsOf are the reports of this matter that passages stand in, each once.
func (b *builder) reportsOf(ps []record.Passage) (out []int32) {
	for _, p := range ps {
		if at, ok := b.locate(p); ok && !slices.Contains(out, at.Report) {
			out = append(out, at.Report)
		}
	}
	return out
}

// together are the reports that each merge brings together.
func (d *decided) together() (out [][]record.ID) {
	for i := range d.decisions {
		if x := &d.decisions[i]; x.Action == record.ToMerge {
			var ids []record.ID
			for _, r := range d.all.Reports(passages(x)) {
				ids = append(ids, d.all.ID(r))
			}
			out = append(out, ids)
		}
	}
	return out
}

// apply lays the decisions over the whole record.
func (d *decided) apply(r *record.Record) { review.Apply(r, d.all, d.decisions) }

// rulingsOf yields the merges and splits of one kind of line, by time: a merge of
// several lines is a ruling on each pair with the first.
func rulingsOf(ds []record.Decision, kind string, yield func(d *record.Decision, other *record.Target)) {
	for i := range ds {
		d := &ds[i]
		switch {
		case d.About.Type != kind:
		case d.Action == record.ToSplit:
			yield(d, nil)
		case d.Action == record.ToMerge:
			for k := range d.With {
				yield(d, &d.With[k])
			}
		}
	}
}

// onStories are the rulings on reports that make stories.
func (b *builder) onStories() *rulings.Set {
	var out []rulings.Ruling
	rulingsOf(b.own, record.KindStory, func(d *record.Decision, other *record.Target) {
		r := rulings.Ruling{A: b.reportsOf(d.About.Passages)}
		if other != nil {
			r.B = b.reportsOf(other.Passages)
		} else {
			r.Apart, r.B = true, r.A
			r.A = b.reportsOf(d.Part.Passages)
			r.B = slices.DeleteFunc(r.B, func(i int32) bool { return slices.Contains(r.A, i) })
		}
		out = append(out, r)
	})
	return rulings.New(out)
}

// onNames are the rulings on names that make entities, those too of which no
// report is in this matter: a name means the same in all.
func (b *builder) onNames() (out []identity.Ruling) {
	rulingsOf(b.decisions, record.KindEntity, func(d *record.Decision, other *record.Target) {
		r := identity.Ruling{Key: string(d.ID), A: b.named(d.About.Names, d.About.Passages)}
		known := b.known(d.About.Anchor)
		if other != nil {
			r.B = b.named(other.Names, other.Passages)
			known = known && b.known(other.Anchor)
		} else {
			r.Apart, r.B = true, r.A
			if r.ByReport = len(d.Part.Passages) > 0; r.ByReport {
				r.A = b.named(d.About.Names, d.Part.Passages)
			}
			if len(d.Part.Names) > 0 {
				r.A.Names = folded(d.Part.Names)
			}
			if !r.ByReport {
				r.B.Names = slices.DeleteFunc(slices.Clone(r.B.Names), func(n string) bool { return slices.Contains(r.A.Names, n) })
			}
			known = known && len(r.A.Names) > 0 && len(r.B.Names) > 0 && (!r.ByReport || len(b.all.Reports(d.Part.Passages)) > 0)
		}
		if known {
			out = append(out, r)
		}
	})
	return out
}

// known reports whether somebody is meant: both lists empty would be everybody.
func (b *builder) known(a record.Anchor) bool {
	return len(a.Names) > 0 && len(b.all.Reports(a.Passages)) > 0
}

// nowhere is in no list of reports.
const nowhere = -1

// named is who has one of the names in those of the reports that are of this
// matter; nobody where none is.
func (b *builder) named(names []string, in []record.Passage) identity.Named {
	n := identity.Named{Names: folded(names), Reports: b.reportsOf(in)}
	if len(n.Reports) == 0 {
		n.Reports = []int32{nowhere}
	}
	return n
}

func folded(names []string) (out []string) {
	for _, n := range names {
		out = append(out, text.Fold(n))
	}
	return out
}

// onStatements is what bears on how statements are brought together.
func (b *builder) onStatements() (r reconcile.Review) {
	if len(b.own) == 0 {
		return r
	}
	r.Ruled = map[string][]reconcile.Ruling{}
	for _, kind := range []string{record.KindQuote, record.KindPosition, record.KindEvent, record.KindFigure} {
		rulingsOf(b.own, kind, func(d *record.Decision, other *record.Target) {
			x := reconcile.Ruling{A: b.places(d.About.Passages)}
			if other != nil {
				x.B = b.places(other.Passages)
			} else {
				x.Apart, x.B = true, x.A
				x.A = b.places(d.Part.Passages)
				x.B = slices.DeleteFunc(x.B, func(p reconcile.Place) bool { return slices.Contains(x.A, p) })
			}
			r.Ruled[kind] = append(r.Ruled[kind], x)
		})
	}
	r.Spoiled = func(kind string, lines []record.Line) map[record.ID]bool {
		mine := slices.DeleteFunc(slices.Clone(b.own), func(d record.Decision) bool { return d.About.Type != kind })
		return review.Spoiled(b.all, mine, lines)
	}
	return r
}

func (b *builder) places(ps []record.Passage) (out []reconcile.Place) {
	for _, p := range ps {
		if at, ok := b.locate(p); ok && at.End > at.Start {
			out = append(out, reconcile.Place{Report: at.Report, Span: text.At(at.Start, at.End)})
		}
	}
	return out
}
