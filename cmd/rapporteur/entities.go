package main

import (
	"strconv"

	"rapporteur/internal/publish/term"
	"rapporteur/internal/record"
)

type entitiesCmd struct{ listing }

func (c *entitiesCmd) Run(d *desk) error {
	return list(d, &c.listing, record.KindEntity, sheetOf[*record.Entity]{
		cols: []term.Column{{Title: "ID"}, {Title: "KIND"}, {Title: "REP", Right: true}, {Title: "MEN", Right: true}, {Title: "NAME, OFFICES"}},
		key:  func(e *record.Entity) string { return most(e.Mentions) },
		row: func(e *record.Entity, _ *names) []string {
			name := e.Name
			for _, o := range e.Offices {
				name += ", " + office(&o)
			}
			return []string{short(e.ID), string(e.EntKind), strconv.Itoa(len(e.Reports)), strconv.Itoa(e.Mentions), name}
		},
	})
}

// office is a post in words: "former foreign minister (Veska)".
func office(o *record.Office) string {
	s := join(" ", o.Tense, o.Title)
	if o.Of != nil {
		s += " (" + o.Of.Text + ")"
	}
	return s
}
