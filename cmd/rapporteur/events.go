package main

import (
	"rapporteur/internal/publish/term"
	"rapporteur/internal/record"
)

type eventsCmd struct{ listing }

func (c *eventsCmd) Run(d *desk) error {
	return list(d, &c.listing, record.KindEvent, sheetOf[*record.Event]{
		cols: []term.Column{{Title: "ID"}, {Title: "WHEN", Max: 16}, {Title: "STATUS"}, {Title: "ORI", Right: true}, {Title: "WHAT"}},
		key:  func(e *record.Event) string { return day(e.Time) },
		row: func(e *record.Event, n *names) []string {
			status := dash
			if e.Status != nil {
				status = string(*e.Status)
			}
			return []string{short(e.ID), when(e.Time), status, origins(e.Support), event(e, n)}
		},
	})
}

// event is an event in one line: "meet: A, B, at Ilvane".
func event(e *record.Event, n *names) string {
	var who []string
	for i := range e.Participants {
		who = append(who, n.party(&e.Participants[i].Party))
	}
	s := join(": ", e.Label, join(", ", who...))
	if e.Place != nil {
		s += ", at " + n.party(e.Place)
	}
	return s
}

// day is the first day that t covers; "" when it is not known.
func day(t *record.Time) string {
	if t == nil {
		return ""
	}
	return or(t.From, "")
}
