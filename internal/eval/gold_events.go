package eval

import (
	"strings"

	"rapporteur/internal/record"
)

// findEvents looks for the event of the record that stands for each gold
// event, and holds its time, place, status, mode and reports against it.
func (s *goldScorer) findEvents() {
	for i := range s.g.Events {
		g := &s.g.Events[i]
		e := s.findEvent(g)
		if g.ID != "" {
			s.events[g.ID] = e
		}
		what := strings.Join(g.Reports, "/") + " " + g.Type + " " + strings.Join(g.Participants, ", ")
		s.tick("events", e != nil, "%s", what)
		s.tick("event time", e != nil && eventTimeOK(e, g), "%s at %q", what, g.Time)
		if g.Place != "" {
			s.tick("event place", e != nil && s.x.isParty(e.Place, g.Place), "%s in %s", what, g.Place)
		}
		if g.Status != "" {
			s.tick("event status", e != nil && oneOf(g.Status, opt(e.Status)), "%s %s", what, g.Status)
		}
		if g.Mode != "" {
			s.tick("event mode", e != nil && oneOf(g.Mode, opt(e.Mode)), "%s mode %s", what, g.Mode)
		}
		if len(g.Reports) > 1 {
			s.tick("one event", e != nil && s.told(e, g.Reports) == len(g.Reports), "%s is not one event across its reports", what)
		}
	}
}

// findEvent is the event of one of g's classes, told by one of its reports,
// with half of its participants at least, that fits it best; nil for none.
func (s *goldScorer) findEvent(g *GoldEvent) (best *record.Event) {
	var most float64
	for i := range s.x.Events {
		e := &s.x.Events[i]
		if fit := s.eventFit(e, g); fit > most {
			best, most = e, fit
		}
	}
	return best
}

func (s *goldScorer) eventFit(e *record.Event, g *GoldEvent) float64 {
	told, taking := s.told(e, g.Reports), s.taking(e, g.Participants)
	if !oneOf(g.Type, e.Class) || told == 0 || 2*taking < len(g.Participants) {
		return 0
	}
	fit := float64(taking)/float64(max(1, len(g.Participants))) + float64(told)/float64(len(g.Reports))
	if eventTimeOK(e, g) {
		fit += 1.5
	}
	if g.Place != "" && s.x.isParty(e.Place, g.Place) {
		fit += 0.5
	}
	return fit
}

// told counts those of the reports that tell e.
func (s *goldScorer) told(e *record.Event, reports []string) (n int) {
	for _, key := range reports {
		if cited(e.Evidence, s.x.rid(key)) {
			n++
		}
	}
	return n
}

// taking counts those of the parties that take part in e.
func (s *goldScorer) taking(e *record.Event, parties []string) (n int) {
	for _, want := range parties {
		for i := range e.Participants {
			if s.x.isParty(&e.Participants[i].Party, want) {
				n++
				break
			}
		}
	}
	return n
}

func eventTimeOK(e *record.Event, g *GoldEvent) bool {
	var v, precision string
	if e.Time != nil {
		v, precision = opt(e.Time.Value), e.Time.Precision
	}
	if g.Time != "" {
		return startsWith(v, g.Time)
	}
	return v == "" || !toTheDay(precision) || strings.HasPrefix(v, "XXXX")
}

func (s *goldScorer) eventsApart() {
	for _, p := range s.g.EventApart {
		a, b := s.events[p[0]], s.events[p[1]]
		s.tick("kept apart", a != nil && b != nil && a.ID != b.ID, "events %s and %s", p[0], p[1])
	}
}
