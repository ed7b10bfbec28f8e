// Package story groups reports: a story is the reports about one happening,
// and a story that goes on continues an earlier one.
//
//	Mon  "Ferry runs aground off Skerra"        story 1
//	Tue  "Divers search Skerra ferry"           story 1
//	Tue  "Talks open in Tarn"                   story 2
//	Sat  "Talks in Tarn resume"                 story 3, which continues 2
//
// In go frozen analyses in canonical order (by day, undated last); out come the
// stories as lists of report numbers. It compares words and names by weight,
// with title and lead before body, and the days that the reports speak of;
// candidates come from an index, never from a scan. It does not decide what
// happened, only which reports tell of it.
//
// Method: single-pass clustering over TF-IDF vectors with a penalty for time,
// then repair by merging and moving (after Miranda et al. 2018).
package story

import (
	"rapporteur/internal/news"
	"rapporteur/internal/relate/rulings"
)

// Story is the reports about one happening.
type Story struct {
	Reports  []int32 // in canonical order
	Center   int32   // the report most like the others, one with a headline where there is one
	Previous int32   // number of the story that it continues, -1 for none
}

// Group gives every report its story. copies are pairs of reports that are one
// text or derived from one: they share a story whatever else they say. What
// reviewers ruled on reports comes before all else.
func Group(in []*news.Analysis, copies [][2]int32, ruled *rulings.Set) []Story {
	c := newClusters(in, copies)
	for i := range in {
		c.place(int32(i))
	}
	c.repair()
	c.rule(ruled)
	return c.stories()
}
