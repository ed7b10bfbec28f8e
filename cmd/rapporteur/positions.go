package main

import (
	"rapporteur/internal/publish/term"
	"rapporteur/internal/record"
)

type positionsCmd struct{ listing }

func (c *positionsCmd) Run(d *desk) error {
	cols := []term.Column{{Title: "ID"}, {Title: "DAY"}, {Title: "ORIGINS", Right: true}, {Title: "HOLDER", Max: 18}, {Title: "STANCE"}, {Title: "ISSUE"}}
	return list(d, &c.listing, record.KindPosition, cols, func(p *record.Position) []string {
		return []string{short(p.ID), seen(p.Support), origins(p.Support), party(p.Holder), string(p.Stance), p.Issue.Label}
	})
}
