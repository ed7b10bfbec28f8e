package main

import (
	"strconv"

	"rapporteur/internal/publish/term"
	"rapporteur/internal/record"
)

type storiesCmd struct{ listing }

func (c *storiesCmd) Run(d *desk) error {
	cols := []term.Column{{Title: "ID"}, {Title: "FROM"}, {Title: "TO"}, {Title: "REPORTS", Right: true}, {Title: "OUTLETS", Right: true}, {Title: "ORIGINS", Right: true}, {Title: "STORY"}}
	return list(d, &c.listing, record.KindStory, cols, func(s *record.Story) []string {
		return []string{short(s.ID), or(s.From, dash), or(s.To, dash), strconv.Itoa(len(s.Reports)),
			strconv.Itoa(s.Support.Outlets), strconv.Itoa(s.Support.Origins), s.Label}
	})
}
