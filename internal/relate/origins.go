package relate

import (
	"cmp"
	"slices"

	"rapporteur/internal/record"
	"rapporteur/internal/relate/reuse"
	"rapporteur/internal/text"
)

// origins finds the copies and lays out one origin for each act of reporting.
func (b *builder) origins() {
	b.reuse = reuse.Find(b.reports, b.furniture)
	for i := range b.reuse.Origins {
		o := &b.reuse.Origins[i]
		line := record.Origin{Type: record.KindOrigin, ID: record.NewID("o", string(b.ids[o.Reports[0]])), Name: optional(o.Name), OriKind: string(o.Kind), Basis: []record.Basis{}}
		for _, r := range o.Reports {
			line.Reports = append(line.Reports, b.ids[r])
		}
		for _, x := range o.Basis {
			line.Basis = append(line.Basis, record.Basis{Rule: x.Rule, Evidence: b.cite(x.Places)})
		}
		b.rec.Origins, b.originID = append(b.rec.Origins, line), append(b.originID, line.ID)
	}
}

// cite makes the evidence for passages.
func (b *builder) cite(places []reuse.Place) []record.Evidence {
	out := []record.Evidence{}
	for _, p := range places {
		if e, ok := record.Cite(b.ids[p.Report], b.reports[p.Report], p.Span); ok {
			out = append(out, e)
		}
	}
	return out
}

// originOf is the id of a report's origin.
func (b *builder) originOf(report int32) *record.ID {
	return &b.originID[b.reuse.Origin[report]]
}

// origin is the origin behind one passage of a report.
func (b *builder) origin(report int32, at text.Span) record.ID {
	return b.originID[b.reuse.At(report, at)]
}

// copies lists, for every report, the reports that it shares text with.
func (b *builder) copies() [][]record.Copy {
	out := make([][]record.Copy, len(b.reports))
	for i := range out {
		out[i] = []record.Copy{}
	}
	for _, p := range b.reuse.Pairs {
		d := p.Direction(b.reports)
		out[p.A] = append(out[p.A], record.Copy{Report: b.ids[p.B], Share: round(p.ShareA), Direction: string(d)})
		out[p.B] = append(out[p.B], record.Copy{Report: b.ids[p.A], Share: round(p.ShareB), Direction: string(d.Turned())})
	}
	for i := range out {
		slices.SortFunc(out[i], func(x, y record.Copy) int {
			return cmp.Or(cmp.Compare(y.Share, x.Share), cmp.Compare(x.Report, y.Report))
		})
	}
	return out
}
