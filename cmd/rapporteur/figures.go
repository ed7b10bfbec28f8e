package main

import (
	"strconv"

	"rapporteur/internal/publish/term"
	"rapporteur/internal/record"
)

type figuresCmd struct{ listing }

func (c *figuresCmd) Run(d *desk) error {
	return list(d, &c.listing, record.KindFigure, sheetOf[*record.Figure]{
		cols: []term.Column{{Title: "ID"}, {Title: "DAY"}, {Title: "ORI", Right: true}, {Title: "FIGURE", Max: 24, Right: true}, {Title: "SAID BY", Max: 16}, {Title: "OF"}},
		key:  func(f *record.Figure) string { return f.Support.FirstSeen },
		row: func(f *record.Figure, n *names) []string {
			return []string{short(f.ID), seen(f.Support), origins(f.Support), figure(f), n.party(f.SaidBy), or(f.Of, dash)}
		},
	})
}

// figure is a figure in words: "at least 150,000 USD"; a vague one is the range
// that its words allow: "24 to 99", "from 2".
func figure(f *record.Figure) string {
	var value string
	switch {
	case f.Value != nil:
		value = number(*f.Value)
	case f.Low != nil && f.High != nil:
		value = number(*f.Low) + " to " + number(*f.High)
	case f.Low != nil:
		return join(" ", "from", number(*f.Low), or(f.Unit, ""))
	}
	return join(" ", or(f.Bound, ""), value, or(f.Unit, ""))
}

// number is x without needless digits, thousands apart.
func number(x float64) string {
	s := strconv.FormatFloat(x, 'f', -1, 64)
	if n, err := strconv.Atoi(s); err == nil && n >= 0 {
		return thousands(n)
	}
	return s
}
