package reconcile

import (
	"slices"

	"rapporteur/internal/record"
	"rapporteur/internal/text"
)

// difference is one in the making.
type difference struct{ record.Difference }

// difference begins one about the line kind id.
func (c *reconciler) difference(about string, id record.ID, field, kind string) *difference {
	return &difference{record.Difference{Type: record.KindDifference, ID: record.NewID("d", string(id), field),
		About: record.Ref{Type: about, ID: id}, Field: field, DiffKind: kind}}
}

// claim adds what the reports of places say.
func (d *difference) claim(c *reconciler, value string, places []place) {
	cl := record.Claim{Value: value, Evidence: c.cite(places)}
	var reports, origins []record.ID
	first := map[string]record.ID{}
	for _, p := range places {
		reports = append(reports, c.IDs[p.report])
		origins = append(origins, c.origin(p, first))
	}
	cl.Reports, cl.Origins = inOrder(reports), distinct(origins)
	d.Versions = append(d.Versions, cl)
}

// add adds a claim, or its reports to an equal one.
func (d *difference) add(c *reconciler, value string, places []place) {
	at := slices.IndexFunc(d.Versions, func(v record.Claim) bool { return v.Value == value })
	d.claim(c, value, places)
	if at < 0 {
		return
	}
	last := len(d.Versions) - 1
	v, more := &d.Versions[at], d.Versions[last]
	v.Reports, v.Evidence = inOrder(append(v.Reports, more.Reports...)), append(v.Evidence, more.Evidence...)
	v.Origins = distinct(append(v.Origins, more.Origins...))
	d.Versions = d.Versions[:last]
}

// inOrder keeps the first of each.
func inOrder(ids []record.ID) []record.ID {
	out := ids[:0:0]
	for _, id := range ids {
		if !slices.Contains(out, id) {
			out = append(out, id)
		}
	}
	return out
}

// keep writes d down if it is one: two values, and two reports that do not say
// the same.
func (c *reconciler) keep(d *difference, confidence float32, rule string) {
	if len(d.Versions) < 2 {
		return
	}
	first := d.Versions[0].Reports
	several := len(first) > 1
	for _, v := range d.Versions[1:] {
		several = several || !slices.Equal(v.Reports, first)
		if text.Fold(v.Value) == text.Fold(d.Versions[0].Value) && len(d.Versions) == 2 {
			return
		}
	}
	if several {
		d.Base = base(confidence, rule)
		c.rec.Differences = append(c.rec.Differences, d.Difference)
	}
}
