package main

import (
	"rapporteur/internal/publish/term"
	"rapporteur/internal/record"
)

type quotesCmd struct{ listing }

func (c *quotesCmd) Run(d *desk) error {
	cols := []term.Column{{Title: "ID"}, {Title: "DAY"}, {Title: "ORIGINS", Right: true}, {Title: "FORM"}, {Title: "SPEAKER", Max: 18}, {Title: "QUOTE"}}
	return list(d, &c.listing, record.KindQuote, cols, func(q *record.Quote) []string {
		return []string{short(q.ID), seen(q.Support), origins(q.Support), string(q.Form), party(q.Speaker), q.Text}
	})
}
