package shelf

import (
	"slices"

	"rapporteur/internal/publish"
	"rapporteur/internal/record"
)

// ChangeAsk asks for what is new since a day, with the filters of an Ask.
type ChangeAsk struct {
	Ask
	Way string // new, changed, ...; "" for all
}

// Changed are the kinds of line that changes are told of.
var Changed = []string{record.KindReport, record.KindStory, record.KindQuote, record.KindPosition, record.KindEvent, record.KindFigure, record.KindDifference}

// maxNews bounds the days whose news a book remembers.
const maxNews = 4

// News is what the reports of a day and later add to the record.
func (b *Book) News(since string) *publish.News {
	return b.news.get(since, maxNews, func() *publish.News { return publish.ChangesSince(b.Record, since) })
}

// Since is the first day of what a reader names; what names no day is Wrong.
func Since(typed string) (string, error) {
	first, _, err := days("since", typed)
	if err == nil && first == "" {
		err = &Wrong{Param: "since", Why: "it is missing: changes are told from a day on", Allowed: dayForms}
	}
	return first, err
}

// Changes lists what is new as an Ask wants it, the latest first.
func (b *Book) Changes(a ChangeAsk) ([]publish.Change, error) {
	since, err := Since(a.Since)
	if err != nil {
		return nil, err
	}
	if a.Way != "" && !slices.Contains(publish.ChangeWays, a.Way) {
		return nil, &Wrong{Param: "change", Why: "nothing changes in this way", Allowed: publish.ChangeWays}
	}
	if a.Type != "" && !slices.Contains(Changed, a.Type) {
		return nil, &Wrong{Param: "type", Why: "changes are not told of this", Allowed: Changed}
	}
	f, err := b.Filter(Ask{Story: a.Story, Entity: a.Entity, Outlet: a.Outlet})
	if err != nil {
		return nil, err
	}
	var in map[int]bool // numbers of the lines that the filters let through
	if f.Story != "" || f.Entity != "" || f.Outlet != "" {
		in = map[int]bool{}
		for _, n := range b.Select(f).at {
			in[n] = true
		}
	}
	out := []publish.Change{}
	for _, c := range b.News(since).Changes {
		if (a.Way == "" || c.Way == a.Way) && (a.Type == "" || c.Kind == a.Type) && (in == nil || in[b.at[c.ID]]) {
			out = append(out, c)
		}
	}
	return out, nil
}
