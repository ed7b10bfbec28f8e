package main

import (
	"strconv"

	"rapporteur/internal/publish/term"
	"rapporteur/internal/record"
)

type figuresCmd struct{ listing }

func (c *figuresCmd) Run(d *desk) error {
	cols := []term.Column{{Title: "ID"}, {Title: "DAY"}, {Title: "ORIGINS", Right: true}, {Title: "FIGURE", Max: 24, Right: true}, {Title: "SAID BY", Max: 16}, {Title: "OF"}}
	return list(d, &c.listing, record.KindFigure, cols, func(f *record.Figure) []string {
		return []string{short(f.ID), seen(f.Support), origins(f.Support), figure(f), party(f.SaidBy), or(f.Of, dash)}
	})
}

// figure is a figure in words: "at least 150,000 USD".
func figure(f *record.Figure) string {
	value := dash
	if f.Value != nil {
		value = strconv.FormatFloat(*f.Value, 'f', -1, 64)
	}
	if n, err := strconv.Atoi(value); err == nil && n >= 0 {
		value = thousands(n)
	}
	return join(" ", or(f.Bound, ""), value, or(f.Unit, ""))
}
