package main

import (
	"strconv"

	"rapporteur/internal/publish/term"
	"rapporteur/internal/record"
)

type storiesCmd struct{ listing }

func (c *storiesCmd) Run(d *desk) error {
	return list(d, &c.listing, record.KindStory, sheetOf[*record.Story]{
		cols: []term.Column{{Title: "ID"}, {Title: "FROM"}, {Title: "TO"}, {Title: "REP", Right: true}, {Title: "OUT", Right: true}, {Title: "ORI", Right: true}, {Title: "STORY"}},
		key:  func(s *record.Story) string { return most(len(s.Reports)) },
		row: func(s *record.Story, _ *names) []string {
			return []string{short(s.ID), or(s.From, dash), or(s.To, dash), strconv.Itoa(len(s.Reports)),
				strconv.Itoa(s.Support.Outlets), strconv.Itoa(s.Support.Origins), s.Label}
		},
	})
}
