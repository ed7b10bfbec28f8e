package reconcile

import (
	"slices"

	"rapporteur/internal/news"
	"rapporteur/internal/record"
	"rapporteur/internal/text"
)

// relays knows the origins by name, so that what a report only hands on counts
// for the one that it has it from.
type relays struct {
	id    []record.ID    // of each origin of the record
	named map[string]int // folded name -> place in id
	at    map[record.ID]int
	noted []relayNote
}

// relayNote is the sentence by which a report hands on the words of an origin.
type relayNote struct {
	origin int
	ev     []record.Evidence
}

func newRelays(r *record.Record) *relays {
	s := &relays{named: map[string]int{}, at: map[record.ID]int{}}
	for i := range r.Origins {
		s.id = append(s.id, r.Origins[i].ID)
		s.at[r.Origins[i].ID] = i
		if n := r.Origins[i].Name; n != nil {
			if _, ok := s.named[text.Fold(*n)]; !ok {
				s.named[text.Fold(*n)] = i
			}
		}
	}
	return s
}

// branch knows the same origins and notes for itself.
func (s *relays) branch() *relays { return &relays{id: s.id, named: s.named, at: s.at} }

// relayed are the passages of a statement that a report has from via, an agency
// or outlet: "AP reports that ..."; of several in a chain the first is the one
// it read.
func (v *View) relayed(report int32, via []news.Party, places []place) []place {
	if len(via) == 0 {
		return places
	}
	name := v.creditOf(report, via[0])
	for i := range places {
		places[i].relay, places[i].credit = text.Fold(name), via[0].Span
	}
	return places
}

// creditOf is the name under which a report credits an agency or outlet, "" for
// anybody else.
func (v *View) creditOf(report int32, p news.Party) string {
	a := v.Reports[report]
	said := text.Fold(p.Span.Of(a.Doc.Text))
	for i := range a.Credits {
		c := &a.Credits[i]
		if (c.Kind == news.Agency || c.Kind == news.Outlet) && (c.Chain != 0 && c.Chain == p.Chain || text.Fold(c.Name) == said) {
			return c.Name
		}
	}
	return ""
}

// origin is the origin behind a passage: where it is relayed, that of the one
// it is relayed from, when any report of theirs is here, else that of the first
// passage that hands on the same.
func (v *View) origin(p place, first map[string]record.ID) record.ID {
	own := v.Origin(p.report, p.span)
	if p.relay == "" || v.relays == nil {
		return own
	}
	id, seen := first[p.relay]
	if i, ok := v.relays.named[p.relay]; ok {
		id = v.relays.id[i]
	} else if !seen {
		id = own
	}
	first[p.relay] = id
	if id != own {
		v.relays.note(id, v.cite([]place{{report: p.report, span: p.credit}}))
	}
	return id
}

// mostRelays bounds the reasons that are written down for one origin.
const mostRelays = 24

// note keeps the sentence by which a report hands on the words of an origin.
func (s *relays) note(id record.ID, ev []record.Evidence) {
	if i, ok := s.at[id]; ok && len(ev) > 0 {
		s.noted = append(s.noted, relayNote{i, ev})
	}
}

// tell adds to the origins what was noted, each sentence once.
func (s *relays) tell(origins []record.Origin) {
	for _, n := range s.noted {
		o := &origins[n.origin]
		same := func(b record.Basis) bool {
			return b.Rule == "relay" && len(b.Evidence) == 1 && b.Evidence[0] == n.ev[0]
		}
		if len(o.Basis) < mostRelays && !slices.ContainsFunc(o.Basis, same) {
			o.Basis = append(o.Basis, record.Basis{Rule: "relay", Evidence: n.ev})
		}
	}
	s.noted = nil
}
