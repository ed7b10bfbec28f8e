package mcp

import (
	"slices"

	"rapporteur/internal/publish/shelf"
	"rapporteur/internal/record"
)

type searchArgs struct {
	Query  string `json:"query,omitempty" jsonschema:"words, all of which must be there; the last may be typed in part"`
	Type   string `json:"type,omitempty" jsonschema:"only this kind of line: report, story, entity, quote, position, event or figure"`
	Status string `json:"status,omitempty" jsonschema:"only events of this status: planned, possible, under way, held, postponed, cancelled or denied"`
	filters
	window
}

func (t *server) search(in searchArgs) (Page, error) {
	ask, err := in.ask()
	if err != nil {
		return Page{}, err
	}
	ask.Words, ask.Type, ask.Status = in.Query, in.Type, in.Status
	b := t.shelf.Current()
	found, err := b.Search(ask)
	if err != nil {
		return Page{}, err
	}
	return listed(b, found, in.window)
}

type statementsArgs struct {
	Type string `json:"type" jsonschema:"quote, position, event, figure or difference"`
	filters
	window
}

// statementTypes are the types of statement.
var statementTypes = []string{record.KindQuote, record.KindPosition, record.KindEvent, record.KindFigure, record.KindDifference}

func (t *server) statements(in statementsArgs) (Page, error) {
	if !slices.Contains(statementTypes, in.Type) {
		return Page{}, &shelf.Wrong{Param: "type", Why: "no statement has this type", Allowed: statementTypes}
	}
	ask, err := in.ask()
	if err != nil {
		return Page{}, err
	}
	b := t.shelf.Current()
	f, err := b.Filter(ask)
	if err != nil {
		return Page{}, err
	}
	f.Types = []string{in.Type}
	return page(b, kept(b, f), in.window)
}

type statementArgs struct {
	ID string `json:"id" jsonschema:"of a quote, position, event, figure or difference"`
}

// Statement is one statement in full.
type Statement struct {
	Line
	Rule    string `json:"rule"`    // what found it
	Differs []Line `json:"differs"` // where reports do not say the same of it
}

func (t *server) statement(in statementArgs) (Statement, error) {
	if err := short("id", in.ID); err != nil {
		return Statement{}, err
	}
	b := t.shelf.Current()
	l := b.Line(record.ID(in.ID))
	base := record.BaseOf(l)
	if l == nil || base == nil {
		return Statement{}, &shelf.Wrong{Param: "id", Why: "no statement has this id: take one from search, story or statements"}
	}
	out := Statement{Line: lineOf(b, l, manySentences), Rule: base.Rule, Differs: []Line{}}
	for _, d := range b.Differences(l.LineID()) {
		if !record.IsRejected(d) && len(out.Differs) < inBrief {
			out.Differs = append(out.Differs, lineOf(b, d, fewSentences))
		}
	}
	return out, nil
}
