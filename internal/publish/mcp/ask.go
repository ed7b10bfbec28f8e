package mcp

import (
	"slices"
	"strconv"

	"rapporteur/internal/publish/shelf"
	"rapporteur/internal/record"
	"rapporteur/internal/store"
)

// Limits of answers: what asks has room for little, and can ask again.
const (
	usual    = 10  // lines of a list without limit
	most     = 50  // lines of a list
	longest  = 400 // bytes of a name, an id or a day
	inBrief  = 12  // lines of each sort in a brief
	farthest = 1 << 30
)

// filters are what lists can be asked, as on the command line.
type filters struct {
	Story  string `json:"story,omitempty" jsonschema:"only what reports of this story say: an id or its beginning"`
	Entity string `json:"entity,omitempty" jsonschema:"only what speaks of this entity: a name, an id or its beginning"`
	Outlet string `json:"outlet,omitempty" jsonschema:"only what reports of this outlet say, any case"`
	Since  string `json:"since,omitempty" jsonschema:"only from this day on: 2025-02-17, 2025-02 or 2025"`
	Until  string `json:"until,omitempty" jsonschema:"only up to this day, itself included"`
}

func (f filters) ask() (shelf.Ask, error) {
	for _, v := range [][2]string{{"story", f.Story}, {"entity", f.Entity}, {"outlet", f.Outlet}, {"since", f.Since}, {"until", f.Until}} {
		if err := short(v[0], v[1]); err != nil {
			return shelf.Ask{}, err
		}
	}
	return shelf.Ask{Story: f.Story, Entity: f.Entity, Outlet: f.Outlet, Since: f.Since, Until: f.Until}, nil
}

func short(name, value string) error {
	if len(value) > longest {
		return &shelf.Wrong{Param: name, Why: "it is longer than " + strconv.Itoa(longest) + " bytes"}
	}
	return nil
}

// window is which part of a list is asked for.
type window struct {
	Limit int `json:"limit,omitempty" jsonschema:"how many lines at most, 1 to 50; without it 10"`
	Skip  int `json:"skip,omitempty" jsonschema:"how many lines to leave out at the beginning"`
}

func (w window) check() (limit, skip int, err error) {
	switch {
	case w.Limit < 0 || w.Limit > most:
		return 0, 0, &shelf.Wrong{Param: "limit", Why: "it is no number from 1 to " + strconv.Itoa(most)}
	case w.Skip < 0 || w.Skip > farthest:
		return 0, 0, &shelf.Wrong{Param: "skip", Why: "it is no number from 0 on"}
	case w.Limit == 0:
		return usual, w.Skip, nil
	}
	return w.Limit, w.Skip, nil
}

// listed cuts the window out of a selection.
func listed(b *shelf.Book, of shelf.Select, w window) (Page, error) {
	limit, skip, err := w.check()
	if err != nil {
		return Page{}, err
	}
	p := Page{Total: of.Len(), Lines: []Line{}}
	for l := range of.Lines(skip) {
		if len(p.Lines) == limit {
			p.More = skip + limit
			break
		}
		p.Lines = append(p.Lines, lineOf(b, l, fewSentences))
	}
	return p, nil
}

// kept is a selection without what reviewers rejected, the latest first.
func kept(b *shelf.Book, f store.Filter) []record.Line {
	var all []record.Line
	for l := range b.Select(f).Lines(0) {
		if !record.IsRejected(l) {
			all = append(all, l)
		}
	}
	slices.SortStableFunc(all, func(x, y record.Line) int {
		switch a, c := shelf.Day(b, x), shelf.Day(b, y); {
		case a > c:
			return -1
		case a < c:
			return 1
		}
		return 0
	})
	return all
}

// page cuts a window out of lines.
func page(b *shelf.Book, all []record.Line, w window) (Page, error) {
	limit, skip, err := w.check()
	if err != nil {
		return Page{}, err
	}
	p := Page{Total: len(all), Lines: []Line{}}
	end := min(skip+limit, len(all))
	for _, l := range all[min(skip, len(all)):end] {
		p.Lines = append(p.Lines, lineOf(b, l, fewSentences))
	}
	if end < len(all) {
		p.More = end
	}
	return p, nil
}
