package main

import (
	"strconv"

	"rapporteur/internal/publish/term"
	"rapporteur/internal/record"
)

type originsCmd struct{ listing }

func (c *originsCmd) Run(d *desk) error {
	cols := []term.Column{{Title: "ID"}, {Title: "KIND"}, {Title: "REPORTS", Right: true}, {Title: "NAME"}}
	return list(d, &c.listing, record.KindOrigin, cols, func(o *record.Origin) []string {
		return []string{short(o.ID), o.OriKind, strconv.Itoa(len(o.Reports)), or(o.Name, dash)}
	})
}
