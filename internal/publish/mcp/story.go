package mcp

import (
	"fmt"
	"strings"

	"rapporteur/internal/publish/shelf"
	"rapporteur/internal/record"
	"rapporteur/internal/store"
)

type storyArgs struct {
	ID string `json:"id,omitempty" jsonschema:"of the story, or its beginning; without it the stories are listed"`
	window
}

// Brief is a story: what a reader who follows it is told first.
type Brief struct {
	Total       int    `json:"total,omitempty"`   // how many stories there are
	Stories     []Line `json:"stories,omitempty"` // the stories, where none was named
	ID          string `json:"id,omitempty"`
	Label       string `json:"label,omitempty"`
	When        string `json:"when,omitempty"` // the days of its reports
	Counts      string `json:"counts,omitempty"`
	Glance      []Hint `json:"glance,omitempty"` // what is next, latest, changed or told differently
	Events      []Line `json:"events,omitempty"` // the latest by the day they tell of, plans included
	Positions   []Line `json:"positions,omitempty"`
	Quotes      []Line `json:"quotes,omitempty"`
	Figures     []Line `json:"figures,omitempty"`
	Differences []Line `json:"differences,omitempty"` // where reports do not say the same
	Cut         string `json:"cut,omitempty"`         // what is left out here, and how to ask for it
}

// Hint is a line at the head of a brief.
type Hint struct {
	Lead string `json:"lead"`
	Text string `json:"text"`
}

func (t *server) story(in storyArgs) (Brief, error) {
	if err := short("id", in.ID); err != nil {
		return Brief{}, err
	}
	b := t.shelf.Current()
	if in.ID == "" {
		return stories(b, in.window)
	}
	f, err := b.Filter(shelf.Ask{Story: in.ID})
	if err != nil {
		return Brief{}, err
	}
	return briefOf(b, f.Story), nil
}

func stories(b *shelf.Book, w window) (Brief, error) {
	limit, skip, err := w.check()
	all := b.Stories()
	out := Brief{Total: len(all), Stories: []Line{}}
	for _, s := range all[min(skip, len(all)):min(skip+limit, len(all))] {
		if !record.IsRejected(s) {
			out.Stories = append(out.Stories, lineOf(b, s, 0))
		}
	}
	return out, err
}

func briefOf(b *shelf.Book, id record.ID) Brief {
	s := b.Brief(id).Stories[0]
	out := Brief{ID: string(id), Label: plain(s.Label), When: s.When, Counts: s.Counts.String()}
	for _, g := range s.Glance {
		out.Glance = append(out.Glance, Hint{plain(g.Lead), plain(g.Text)})
	}
	var cut []string
	for _, part := range []struct {
		kind string
		to   *[]Line
	}{{record.KindEvent, &out.Events}, {record.KindPosition, &out.Positions}, {record.KindQuote, &out.Quotes}, {record.KindFigure, &out.Figures}, {record.KindDifference, &out.Differences}} {
		all := kept(b, store.Filter{Story: id, Types: []string{part.kind}})
		for _, l := range all[:min(len(all), inBrief)] {
			*part.to = append(*part.to, lineOf(b, l, fewSentences))
		}
		if n := len(all) - inBrief; n > 0 {
			cut = append(cut, fmt.Sprintf("%d of %s", n, part.kind))
		}
	}
	if len(cut) > 0 {
		out.Cut = strings.Join(cut, ", ") + ": ask statements with story and type"
	}
	return out
}
