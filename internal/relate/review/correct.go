package review

import (
	"strconv"

	"rapporteur/internal/record"
	"rapporteur/internal/relate/reconcile"
)

// correct puts the value of d into its field of l. ok is false when the line
// has no such field.
func (a *applier) correct(l record.Line, d *record.Decision) (c record.Correction, ok bool) {
	c = record.Correction{Field: d.Field, Decision: d.ID}
	switch v := l.(type) {
	case *record.Quote:
		c.Found, ok = a.quote(v, d)
	case *record.Position:
		c.Found, ok = a.position(v, d)
	case *record.Event:
		c.Found, ok = a.event(v, d)
	case *record.Figure:
		c.Found, ok = a.figure(v, d)
	case *record.Difference:
		c.Found, ok = word(&v.DiffKind, d), d.Field == "kind"
	case *record.Story:
		c.Found, ok = word(&v.Label, d), d.Field == "label"
	case *record.Entity:
		c.Found, ok = entity(v, d)
	}
	return c, ok
}

func (a *applier) quote(q *record.Quote, d *record.Decision) ([]byte, bool) {
	switch d.Field {
	case "speaker":
		return a.party(&q.Speaker, d), true
	case "addressee":
		return a.party(&q.Addressee, d), true
	case "time":
		return moment(&q.Time, d), true
	case "form":
		return word(&q.Form, d), true
	}
	return nil, false
}

func (a *applier) position(p *record.Position, d *record.Decision) ([]byte, bool) {
	switch d.Field {
	case "holder":
		return a.party(&p.Holder, d), true
	case "target":
		return a.party(&p.Target, d), true
	case "said":
		return moment(&p.Said, d), true
	case "stance":
		return word(&p.Stance, d), true
	}
	return nil, false
}

func (a *applier) event(e *record.Event, d *record.Decision) ([]byte, bool) {
	switch d.Field {
	case "place":
		return a.party(&e.Place, d), true
	case "time":
		return moment(&e.Time, d), true
	case "status":
		return wordOrNone(&e.Status, d), true
	case "mode":
		return wordOrNone(&e.Mode, d), true
	case "class":
		return word(&e.Class, d), true
	case "label":
		return word(&e.Label, d), true
	}
	return nil, false
}

func (a *applier) figure(f *record.Figure, d *record.Decision) ([]byte, bool) {
	switch d.Field {
	case "said_by":
		return a.party(&f.SaidBy, d), true
	case "time":
		return moment(&f.Time, d), true
	case "unit":
		return wordOrNone(&f.Unit, d), true
	case "of":
		return wordOrNone(&f.Of, d), true
	case "bound":
		was := wordOrNone(&f.Bound, d)
		bounds(f)
		return was, true
	case "value":
		was := found(f.Value)
		if n, err := strconv.ParseFloat(*d.Value, 64); err == nil {
			f.Value = &n
			bounds(f)
		}
		return was, true
	}
	return nil, false
}

func entity(e *record.Entity, d *record.Decision) ([]byte, bool) {
	switch d.Field {
	case "kind":
		return word(&e.EntKind, d), true
	case "name":
		return word(&e.Name, d), true
	case "wikidata":
		return wordOrNone(&e.Wikidata, d), true
	}
	return nil, false
}

// word puts a value that must be known into a field, and gives what was there.
func word[T ~string](field *T, d *record.Decision) []byte {
	was := found(*field)
	*field = T(*d.Value)
	return was
}

// wordOrNone is word for a field that may be unknown.
func wordOrNone[T ~string](field **T, d *record.Decision) []byte {
	was := found(*field)
	*field = nil
	if d.Value != nil {
		v := T(*d.Value)
		*field = &v
	}
	return was
}

// moment puts a TIMEX3 value into a field. The words of the report stay.
func moment(field **record.Time, d *record.Decision) []byte {
	was := found(*field)
	if d.Value == nil {
		*field = nil
		return was
	}
	t := reconcile.TimeOf(*d.Value)
	if *field != nil {
		t.Phrase = (*field).Phrase
	}
	*field = &t
	return was
}

// party puts somebody into a field: the entity meant, by id or by the one name
// that it has, or the bare words.
func (a *applier) party(field **record.Party, d *record.Decision) []byte {
	was := found(*field)
	if d.Value == nil {
		*field = nil
		return was
	}
	p := &record.Party{Text: *d.Value}
	if id := a.people.named(d.ID); id != "" {
		p.Entity = &id
	}
	*field = p
	return was
}

// bounds sets the interval of a figure by its value and bound.
func bounds(f *record.Figure) {
	if f.Value == nil {
		return
	}
	low, high := *f.Value, *f.Value
	f.Low, f.High = &low, &high
	if f.Bound == nil {
		return
	}
	switch *f.Bound {
	case "at least", "more than":
		f.High = nil
	case "at most", "less than":
		f.Low = nil
	}
}

// forget takes rejected entities and stories out of what names them: a party
// keeps its words.
func forget(r *record.Record, gone map[record.ID]bool) {
	party := func(p *record.Party) { forgetParty(p, gone) }
	for l := range r.Lines() {
		switch v := l.(type) {
		case *record.Quote:
			party(v.Speaker)
			party(v.Addressee)
		case *record.Position:
			party(v.Holder)
			party(v.SpeaksFor)
			party(v.Target)
		case *record.Event:
			party(v.Place)
			for i := range v.Participants {
				party(&v.Participants[i].Party)
			}
		case *record.Figure:
			party(v.SaidBy)
		case *record.Entity:
			for i := range v.Offices {
				party(v.Offices[i].Of)
			}
		case *record.Report:
			for i := range v.Credits {
				if c := &v.Credits[i]; c.Entity != nil && gone[*c.Entity] {
					c.Entity = nil
				}
			}
		case *record.Story:
			v.Entities = without(v.Entities, gone)
		}
	}
}

func forgetParty(p *record.Party, gone map[record.ID]bool) {
	for ; p != nil; p = p.Of {
		if p.Entity != nil && gone[*p.Entity] {
			p.Entity = nil
		}
	}
}

func without(ids []record.ID, gone map[record.ID]bool) []record.ID {
	out := ids[:0:0]
	for _, id := range ids {
		if !gone[id] {
			out = append(out, id)
		}
	}
	return append([]record.ID{}, out...)
}
