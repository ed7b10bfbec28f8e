package reconcile

import (
	"sync"

	"rapporteur/internal/record"
)

// reconciler is one run over a View, or a branch of it.
type reconciler struct {
	*View
	kin     kin
	eventOf [][]*record.ID // line of each event of each report, nil where it has none
	quoteOf [][]record.ID  // line of each quote of each report, "" where it has none
	rec     *record.Record
	leads   []bool // entities that some report names in its lead, nil before anybody asks
}

// Reconcile adds the statements of all reports and their differences to r.
// Three branches that need nothing of one another run side by side; what they
// find is joined in one order.
func Reconcile(v *View, r *record.Record) {
	trunk := &reconciler{View: v, kin: v.kinOf(), rec: r}
	v.relays = newRelays(r)
	quotes, events, positions := trunk.branch(), trunk.branch(), trunk.branch()
	var all sync.WaitGroup
	all.Go(quotes.quotes)
	all.Go(func() { events.events(); events.figures() })
	all.Go(positions.positions)
	all.Wait()
	for _, b := range []*reconciler{quotes, events, positions} {
		r.Append(b.rec)
		b.relays.tell(r.Origins)
	}
	trunk.quoteOf, trunk.eventOf = quotes.quoteOf, events.eventOf
	trunk.claims()
	v.relays.tell(r.Origins)
}

// branch is a run over the same View that writes into a record of its own.
func (c *reconciler) branch() *reconciler {
	v := *c.View
	v.relays = c.relays.branch()
	return &reconciler{View: &v, kin: c.kin, rec: &record.Record{}}
}
