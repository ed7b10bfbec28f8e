package main

import (
	"rapporteur/internal/publish/term"
	"rapporteur/internal/record"
)

type positionsCmd struct{ listing }

func (c *positionsCmd) Run(d *desk) error {
	return list(d, &c.listing, record.KindPosition, sheetOf[*record.Position]{
		cols: []term.Column{{Title: "ID"}, {Title: "DAY"}, {Title: "ORI", Right: true}, {Title: "HOLDER", Max: 18}, {Title: "STANCE"}, {Title: "ISSUE"}},
		key:  func(p *record.Position) string { return p.Support.FirstSeen },
		row: func(p *record.Position, n *names) []string {
			return []string{short(p.ID), seen(p.Support), origins(p.Support), n.party(p.Holder), string(p.Stance), p.Issue.Label}
		},
	})
}
