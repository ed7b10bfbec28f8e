package main

import (
	"rapporteur/internal/publish/term"
	"rapporteur/internal/record"
)

type eventsCmd struct{ listing }

func (c *eventsCmd) Run(d *desk) error {
	cols := []term.Column{{Title: "ID"}, {Title: "WHEN", Max: 16}, {Title: "STATUS"}, {Title: "ORIGINS", Right: true}, {Title: "WHAT"}}
	return list(d, &c.listing, record.KindEvent, cols, func(e *record.Event) []string {
		status := dash
		if e.Status != nil {
			status = string(*e.Status)
		}
		return []string{short(e.ID), when(e.Time), status, origins(e.Support), event(e)}
	})
}

// event is an event in one line: "meet: A, B, in Ilvane".
func event(e *record.Event) string {
	var who []string
	for _, p := range e.Participants {
		who = append(who, p.Text)
	}
	s := join(": ", e.Label, join(", ", who...))
	if e.Place != nil {
		s += ", at " + e.Place.Text
	}
	return s
}
