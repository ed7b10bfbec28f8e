package main

import (
	"rapporteur/internal/publish/term"
	"rapporteur/internal/record"
)

type timesCmd struct{ listing }

func (c *timesCmd) Run(d *desk) error {
	cols := []term.Column{{Title: "ID"}, {Title: "REPORT"}, {Title: "TYPE"}, {Title: "VALUE", Max: 20}, {Title: "PHRASE"}}
	return list(d, &c.listing, record.KindTime, cols, func(t *record.TimeLine) []string {
		return []string{short(t.ID), short(t.Report), string(t.Timex), or(t.Value, dash), or(t.Phrase, dash)}
	})
}
