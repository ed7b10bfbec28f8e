package site

import (
	"cmp"
	"net/http"
	"slices"

	"rapporteur/internal/news"
	"rapporteur/internal/publish"
	"rapporteur/internal/publish/shelf"
	"rapporteur/internal/record"
)

// todayView is the first page.
type todayView struct {
	LastDay string           `json:"last_day"` // of the last report
	Reports int              `json:"reports"`
	Stories []storyLine      `json:"stories"`
	More    int              `json:"more"`   // stories that are not listed here
	Beside  int              `json:"beside"` // reports outside all stories
	Ahead   []ahead          `json:"ahead"`
	Since   string           `json:"since"`   // the day that Changed counts from: that of the last report
	Summary string           `json:"summary"` // of all that is new since then
	Changed []publish.Change `json:"changed"` // the first of it
}

// storyLine is a story in a list.
type storyLine struct {
	ID     record.ID      `json:"id"`
	Label  string         `json:"label"`
	When   string         `json:"when"`
	Counts publish.Counts `json:"counts"`
}

// ahead is something planned for after the last report.
type ahead struct {
	ID     record.ID      `json:"id"`
	When   string         `json:"when"`
	From   string         `json:"from"`
	Text   string         `json:"text"`
	Status string         `json:"status"`
	Counts publish.Counts `json:"counts"`
}

const (
	maxStories = 60
	maxAhead   = 12
	maxChanged = 8
)

func (t *Site) today(w http.ResponseWriter, r *http.Request) {
	b := t.shelf.Held(r.Context())
	v := &todayView{LastDay: publish.DayWords(b.LastDay()), Reports: b.Count(record.KindReport), Stories: []storyLine{}, Ahead: upcoming(b)}
	v.news(b)
	for _, s := range b.Stories() {
		if len(v.Stories) == maxStories {
			v.More++
			continue
		}
		v.Stories = append(v.Stories, lineOf(b, s))
	}
	for i := range b.Record.Reports {
		if b.Record.Reports[i].Story == nil {
			v.Beside++
		}
	}
	t.show(w, r, "today", "Today", v)
}

// news fills v with what the last day of the record brought, but for what is
// only new: that stands in the stories.
func (v *todayView) news(b *shelf.Book) {
	v.Changed = []publish.Change{}
	if v.Since = b.LastDay(); v.Since == "" {
		return
	}
	n := b.News(v.Since)
	v.Summary = n.Summary()
	for _, c := range n.Changes {
		telling := c.Way == publish.ChangeChanged || c.Way == publish.ChangePassed || c.Kind == record.KindDifference
		if telling && c.Kind != record.KindStory && len(v.Changed) < maxChanged {
			v.Changed = append(v.Changed, c)
		}
	}
}

func lineOf(b *shelf.Book, s *record.Story) storyLine {
	return storyLine{ID: s.ID, Label: cmp.Or(s.Label, "A story without a name"), When: publish.SpanWords(str(s.From), str(s.To)), Counts: b.Counts(s)}
}

// upcoming is what is planned for the day of the last report or after, the next
// first. A record ends with its last report, whatever the clock says.
func upcoming(b *shelf.Book) []ahead {
	out := []ahead{}
	for i := range b.Record.Events {
		e := &b.Record.Events[i]
		if e.Status == nil || e.Time == nil || str(e.Time.From) < b.LastDay() || str(e.Time.From) == "" || record.IsRejected(e) || e.Confidence < .5 {
			continue
		}
		switch *e.Status {
		case news.Planned, news.Possible, news.UnderWay:
			out = append(out, ahead{ID: e.ID, When: publish.WhenWords(e.Time), From: *e.Time.From, Text: b.Words(e), Status: string(*e.Status), Counts: b.Counts(e)})
		}
	}
	slices.SortFunc(out, func(x, y ahead) int {
		return cmp.Or(cmp.Compare(x.From, y.From), cmp.Compare(y.Counts.Origins, x.Counts.Origins), cmp.Compare(x.ID, y.ID))
	})
	return out[:min(len(out), maxAhead)]
}

func str[S ~string](p *S) string {
	if p == nil {
		return ""
	}
	return string(*p)
}
