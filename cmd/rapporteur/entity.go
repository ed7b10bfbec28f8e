package main

import (
	"fmt"
	"strings"

	"rapporteur/internal/record"
	"rapporteur/internal/store"
)

type entityCmd struct {
	ID   string `arg:"" name:"id" help:"Id of an entity, the beginning of one, or a name."`
	JSON bool   `help:"Print the line of the record (docs/record.md)."`
	storeFlag
}

func (c *entityCmd) Run(d *desk) error {
	s, told, err := d.consult(c.storeFlag)
	if err != nil {
		return err
	}
	found, err := d.entity(s, c.ID)
	if err != nil {
		return err
	}
	l, err := s.Line(d.ctx, found)
	if err == nil && c.JSON {
		err = d.json(l)
	} else if err == nil {
		err = d.printEntity(s, l.(*record.Entity))
	}
	if err != nil {
		return err
	}
	return told
}

func (d *desk) printEntity(s store.Store, e *record.Entity) error {
	p := &sheet{w: d.out}
	p.fact("entity", string(e.ID))
	p.fact("name", e.Name)
	p.fact("kind", string(e.EntKind))
	var variants []string
	for _, v := range e.Variants {
		variants = append(variants, fmt.Sprintf("%s (%d)", v.Text, v.Count))
	}
	p.fact("spelled", strings.Join(variants, ", "))
	for _, o := range e.Offices {
		p.fact("office", office(&o))
	}
	p.fact("reports", thousands(len(e.Reports)))
	p.fact("mentions", thousands(e.Mentions))
	p.fact("wikidata", or(e.Wikidata, ""))
	for _, m := range e.Merges {
		p.fact("joined", fmt.Sprintf("%s = %s (%s, %.2f)", m.Names[0], m.Names[1], m.Rule, m.Score))
	}
	if p.err != nil {
		return p.err
	}
	return d.spokenOf(s, e.ID)
}

// spokenOf prints how often the entity stands in each kind of statement, and
// how to see them.
func (d *desk) spokenOf(s store.Store, id record.ID) error {
	n := map[string]int{}
	kinds := []string{record.KindQuote, record.KindPosition, record.KindEvent, record.KindFigure, record.KindDifference}
	for l, err := range s.Lines(d.ctx, store.Filter{Entity: id, Types: kinds}) {
		if err != nil {
			return err
		}
		n[l.Kind()]++
	}
	for _, k := range kinds {
		if n[k] > 0 {
			fmt.Fprintf(d.out, "%-10s %s\n", plurals[k], thousands(n[k]))
			fmt.Fprintf(d.err, "list them: rapporteur %s --entity %s\n", plurals[k], short(id))
		}
	}
	return nil
}
