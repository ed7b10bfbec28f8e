package main

import (
	"rapporteur/internal/news"
	"rapporteur/internal/publish/term"
	"rapporteur/internal/record"
)

type quotesCmd struct{ listing }

func (c *quotesCmd) Run(d *desk) error {
	return list(d, &c.listing, record.KindQuote, sheetOf[*record.Quote]{
		cols: []term.Column{{Title: "ID"}, {Title: "DAY"}, {Title: "ORI", Right: true}, {Title: "SPEAKER", Max: 18}, {Title: "QUOTE"}},
		key:  func(q *record.Quote) string { return q.Support.FirstSeen },
		row: func(q *record.Quote, n *names) []string {
			words := q.Text
			if q.Form == news.Direct {
				words = "“" + words + "”"
			}
			return []string{short(q.ID), seen(q.Support), origins(q.Support), n.party(q.Speaker), words}
		},
	})
}
