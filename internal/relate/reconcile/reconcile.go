package reconcile

import "rapporteur/internal/record"

// reconciler is one run over a View.
type reconciler struct {
	*View
	kin     kin
	eventOf [][]*record.ID // line of each event of each report, nil where it has none
	rec     *record.Record
}

// Reconcile adds the statements of all reports and their differences to r.
func Reconcile(v *View, r *record.Record) {
	c := &reconciler{View: v, kin: v.kinOf(), rec: r}
	c.quotes()
	c.events()
	c.figures()
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
}
