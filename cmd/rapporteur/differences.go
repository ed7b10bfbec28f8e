package main

import (
	"rapporteur/internal/publish/term"
	"rapporteur/internal/record"
)

type differencesCmd struct{ listing }

func (c *differencesCmd) Run(d *desk) error {
	return list(d, &c.listing, record.KindDifference, sheetOf[*record.Difference]{
		cols: []term.Column{{Title: "ID"}, {Title: "ABOUT"}, {Title: "FIELD"}, {Title: "KIND"}, {Title: "WHAT REPORTS SAY"}},
		key:  func(x *record.Difference) string { return string(x.About.ID) },
		row: func(x *record.Difference, _ *names) []string {
			var values []string
			for _, v := range x.Versions {
				values = append(values, v.Value)
			}
			return []string{short(x.ID), short(x.About.ID), x.Field, x.DiffKind, join(" | ", values...)}
		},
	})
}
