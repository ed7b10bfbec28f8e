package reconcile

import "rapporteur/internal/record"

// Reconcile adds the statements of all reports and their differences to r.
func Reconcile(v *View, r *record.Record) {
	for i := range v.Reports {
		v.report(int32(i), r)
	}
}

func (v *View) report(i int32, r *record.Record) {
	a := v.Reports[i]
	for j := range a.Quotes {
		m := member{i, int32(j)}
		if q, ok := v.quote([]member{m}, m); ok {
			r.Quotes = append(r.Quotes, q)
		}
	}
	for j := range a.Positions {
		m := member{i, int32(j)}
		if p, ok := v.position([]member{m}, m); ok {
			r.Positions = append(r.Positions, p)
		}
	}
	ids := make([]*record.ID, len(a.Events))
	for j := range a.Events {
		m := member{i, int32(j)}
		if e, ok := v.event([]member{m}, m); ok {
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
		if f, ok := v.figure([]member{m}, m, event); ok {
			r.Figures = append(r.Figures, f)
		}
	}
}
