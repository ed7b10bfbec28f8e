package reconcile

import "rapporteur/internal/record"

// reconciler is one run over a View.
type reconciler struct {
	*View
	kin     kin
	eventOf [][]*record.ID // line of each event of each report, nil where it has none
	quoteOf [][]record.ID  // line of each quote of each report, "" where it has none
	rec     *record.Record
	leads   []bool // entities that some report names in its lead, nil before anybody asks
}

// Reconcile adds the statements of all reports and their differences to r.
func Reconcile(v *View, r *record.Record) {
	v.relays = newRelays(r)
	c := &reconciler{View: v, kin: v.kinOf(), rec: r}
	c.quotes()
	c.events()
	c.figures()
	c.positions()
	c.claims()
}
