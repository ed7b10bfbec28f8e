package main

import (
	"strconv"

	"rapporteur/internal/publish/term"
	"rapporteur/internal/record"
)

type reportsCmd struct{ listing }

func (c *reportsCmd) Run(d *desk) error {
	return list(d, &c.listing, record.KindReport, sheetOf[*record.Report]{
		cols: []term.Column{{Title: "ID"}, {Title: "DAY"}, {Title: "OUTLET", Max: 20}, {Title: "WORDS", Right: true}, {Title: "TITLE"}},
		key:  func(r *record.Report) string { return or(r.Published.Value, "") },
		row: func(r *record.Report, _ *names) []string {
			return []string{short(r.ID), or(r.Published.From, dash), or(r.Outlet, dash), strconv.Itoa(r.Words), or(r.Title, r.Source)}
		},
	})
}
