package main

import (
	"fmt"

	"rapporteur/internal/publish/term"
	"rapporteur/internal/record"
)

type timesCmd struct{ listing }

func (c *timesCmd) Run(d *desk) error {
	return list(d, &c.listing, record.KindTime, sheetOf[*record.TimeLine]{
		cols: []term.Column{{Title: "ID"}, {Title: "REPORT"}, {Title: "TYPE"}, {Title: "VALUE", Max: 20}, {Title: "PHRASE"}},
		key:  func(t *record.TimeLine) string { return string(t.Report) + fmt.Sprintf("%010d", t.Start) },
		row: func(t *record.TimeLine, _ *names) []string {
			return []string{short(t.ID), short(t.Report), string(t.Timex), or(t.Value, dash), or(t.Phrase, dash)}
		},
	})
}
