package mcp

import (
	"rapporteur/internal/publish"
	"rapporteur/internal/publish/shelf"
)

type changesArgs struct {
	Since  string `json:"since" jsonschema:"the day from which on reports are new: 2025-02-17, 2025-02 or 2025"`
	Change string `json:"change,omitempty" jsonschema:"only this way: new, changed, further, passed or gone"`
	Type   string `json:"type,omitempty" jsonschema:"only this kind of line"`
	Story  string `json:"story,omitempty" jsonschema:"only of this story: an id or its beginning"`
	Entity string `json:"entity,omitempty" jsonschema:"only what speaks of this entity"`
	window
}

// News is what reports add.
type News struct {
	Total   int      `json:"total"`
	Changes []Change `json:"changes"`
	More    int      `json:"more,omitempty"` // skip for the next page; absent on the last
}

// Change is one line that is otherwise than before.
type Change struct {
	Change   string                `json:"change"`
	Type     string                `json:"type"`
	ID       string                `json:"id"`
	Day      string                `json:"day"`
	Says     string                `json:"says"`
	Fields   []publish.FieldChange `json:"fields"` // what was before and is now
	Counts   string                `json:"counts"`
	Sentence *Sentence             `json:"sentence"` // the first new sentence that says it; null: none
}

func (t *server) changes(in changesArgs) (News, error) {
	ask, err := filters{Story: in.Story, Entity: in.Entity, Since: in.Since}.ask()
	if err != nil {
		return News{}, err
	}
	limit, skip, err := in.check()
	if err != nil {
		return News{}, err
	}
	ask.Type = in.Type
	b := t.shelf.Current()
	all, err := b.Changes(shelf.ChangeAsk{Ask: ask, Way: in.Change})
	if err != nil {
		return News{}, err
	}
	out := News{Total: len(all), Changes: []Change{}}
	end := min(skip+limit, len(all))
	for _, c := range all[min(skip, len(all)):end] {
		out.Changes = append(out.Changes, changeOf(b, c))
	}
	if end < len(all) {
		out.More = end
	}
	return out, nil
}

func changeOf(b *shelf.Book, c publish.Change) Change {
	out := Change{Change: c.Way, Type: c.Kind, ID: string(c.ID), Day: plain(c.Day), Says: plain(c.Text), Counts: c.Counts.String(), Fields: []publish.FieldChange{}}
	for _, f := range c.Fields {
		out.Fields = append(out.Fields, publish.FieldChange{Field: plain(f.Field), Before: plain(f.Before), Now: plain(f.Now)})
	}
	if c.Evidence != nil {
		s := sentenceOf(b, *c.Evidence)
		out.Sentence = &s
	}
	return out
}
