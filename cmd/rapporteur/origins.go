package main

import (
	"strconv"

	"rapporteur/internal/publish/term"
	"rapporteur/internal/record"
)

type originsCmd struct{ listing }

func (c *originsCmd) Run(d *desk) error {
	return list(d, &c.listing, record.KindOrigin, sheetOf[*record.Origin]{
		cols: []term.Column{{Title: "ID"}, {Title: "KIND"}, {Title: "REP", Right: true}, {Title: "NAME"}},
		key:  func(o *record.Origin) string { return most(len(o.Reports)) },
		row: func(o *record.Origin, _ *names) []string {
			return []string{short(o.ID), o.OriKind, strconv.Itoa(len(o.Reports)), or(o.Name, dash)}
		},
	})
}
