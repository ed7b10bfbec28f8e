package reconcile

import "rapporteur/internal/record"

// reconciler is one run over a View.
type reconciler struct {
	*View
	kin kin
	rec *record.Record
}

// Reconcile adds the statements of all reports and their differences to r.
func Reconcile(v *View, r *record.Record) {
	c := &reconciler{View: v, kin: v.kinOf(), rec: r}
	c.quotes()
	for i := range v.Reports {
		c.report(int32(i))
	}
}

func (c *reconciler) report(i int32) {
	a := c.Reports[i]
	r := c.rec
	for j := range a.Positions {
		m := member{i, int32(j)}
		if p, ok := c.position([]member{m}, m); ok {
			r.Positions = append(r.Positions, p)
		}
	}
	ids := make([]*record.ID, len(a.Events))
	for j := range a.Events {
		m := member{i, int32(j)}
		if e, ok := c.event([]member{m}, m); ok {
			ids[j] = &e.ID
			r.Events = append(r.Events, e)
		}
	}
	for j := range a.Figures {
		m := member{i, int32(j)}
		var event *record.ID
		if k := a.Figures[j].Event; k > 0 && int(k) <= len(ids) {
			event = ids[k-1]
		}
		if f, ok := c.figure([]member{m}, m, event); ok {
			r.Figures = append(r.Figures, f)
		}
	}
}
