package site

import (
	"rapporteur/internal/publish"
	"rapporteur/internal/record"
)

// rest is what a section of a story was cut by.
type rest struct {
	Story   record.ID
	Section string
	More    int
}

// sayer is one report with the passages in which it says a thing, or how many
// more reports say it.
type sayer struct {
	Name     string
	Passages []*publish.Source
	More     int
}

// maxSayers is how many reports are named beside a line; its own page has all.
const maxSayers = 3

// few gathers sources by report, with a few passages each.
func few(sources []*publish.Source) (out []sayer) {
	at := map[int]int{}
	more := 0
	for _, s := range sources {
		i, met := at[s.Report]
		switch {
		case !met && len(out) == maxSayers:
			at[s.Report] = -1
			more++
		case !met:
			at[s.Report] = len(out)
			out = append(out, sayer{Name: s.Name, Passages: []*publish.Source{s}})
		case i >= 0 && len(out[i].Passages) < maxSayers && out[i].Passages[len(out[i].Passages)-1].Ref != s.Ref:
			out[i].Passages = append(out[i].Passages, s)
		}
	}
	if more > 0 {
		out = append(out, sayer{More: more})
	}
	return out
}

// folded is the reports of one origin: the first, and those that follow.
type folded struct {
	Lead   []*publish.Report // one, or none when a story has none of them
	Copies []*publish.Report
}

// Folded is the reports of the story by origin, in the order of their numbers.
func (v *storyView) Folded() (out []folded) {
	at := map[string]int{}
	for _, r := range v.Reports {
		key := r.Anchor
		if r.Origin != nil && r.Origin.Anchor != "" {
			key = r.Origin.Anchor
		}
		if i, met := at[key]; met {
			out[i].Copies = append(out[i].Copies, r)
			continue
		}
		at[key] = len(out)
		out = append(out, folded{Lead: []*publish.Report{r}})
	}
	return out
}
