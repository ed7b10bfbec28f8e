package relate

import (
	"cmp"
	"slices"

	"rapporteur/internal/news"
	"rapporteur/internal/record"
	"rapporteur/internal/relate/reconcile"
	"rapporteur/internal/relate/reuse"
)

// dates gives each report its day, estimated where it bears none and other
// reports date it, and each of its times the value that follows.
func (b *builder) dates() {
	b.estimates = map[int32]reconcile.Estimate{}
	for _, e := range reconcile.Dates(b.reports, b.story, b.links()) {
		b.estimates[e.Report] = e
	}
	b.days, b.values = make([]news.Day, len(b.reports)), make([][]string, len(b.reports))
	for i, a := range b.reports {
		b.days[i] = a.Day()
		e, estimated := b.estimates[int32(i)]
		if estimated {
			b.days[i] = e.Day
		}
		b.values[i] = make([]string, len(a.Times))
		for j := range a.Times {
			t := &a.Times[j]
			b.values[i][j] = t.Value
			if estimated && t.Value == "" {
				b.values[i][j] = t.At(e.Day, a.Times)
			}
		}
	}
}

// links are the copies of which one report has a date and the other none.
func (b *builder) links() (out []reconcile.Link) {
	for _, p := range b.reuse.Pairs {
		if p.Class < reuse.Derived || len(p.Passages) == 0 || b.reports[p.A].Day().IsZero() == b.reports[p.B].Day().IsZero() {
			continue
		}
		x := slices.MaxFunc(p.Passages, func(x, y reuse.Passage) int { return cmp.Compare(x.Words, y.Words) })
		if b.reports[p.A].Day().IsZero() {
			out = append(out, reconcile.Link{Report: p.A, Dated: p.B, InReport: x.A, InDated: x.B})
		} else {
			out = append(out, reconcile.Link{Report: p.B, Dated: p.A, InReport: x.B, InDated: x.A})
		}
	}
	return out
}

// published lays out when report i was published: as it says, or as estimated.
func (b *builder) published(i int32) record.Published {
	if d, doubted := b.doubted[b.ids[i]]; doubted {
		return record.Published{Time: reconcile.TimeOf(d.day.String()), Basis: news.Estimated, Evidence: d.evidence}
	}
	e, ok := b.estimates[i]
	if !ok {
		return stamp(b.reports[i].Doc.Published)
	}
	return record.Published{Time: reconcile.TimeOf(e.Day.String()), Basis: news.Estimated, Evidence: b.witnesses(e)}
}

// witnesses are the passages that speak for an estimated day.
func (b *builder) witnesses(e reconcile.Estimate) []record.Evidence {
	out := []record.Evidence{}
	for _, w := range e.Evidence {
		if ev, ok := record.Cite(b.ids[w.Report], b.reports[w.Report], w.Span); ok {
			out = append(out, ev)
		}
	}
	return out
}
