package publish

import (
	"cmp"
	"slices"

	"rapporteur/internal/news"
)

// glance picks the few lines that a reader in a hurry needs: what comes next,
// what came last, what changed, what conflicts. Each only points at its line.
func (c *chapter) glance() {
	v := c.view
	add := func(sort, lead, words, anchor string) {
		v.Glance = append(v.Glance, Glance{sort, lead, Link{words, anchor}})
	}
	for _, e := range c.next() {
		add("next", e.When, statusWords(e.Status)+e.Text, e.Anchor)
	}
	for _, e := range c.latest() {
		add("latest", e.When, statusWords(e.Status)+e.Text, e.Anchor)
	}
	for _, h := range v.Wants {
		for _, p := range h.Positions {
			if p.Changed != nil {
				add("changed", "Changed", p.Text, p.Anchor)
			}
		}
	}
	for _, d := range v.Differ {
		if d.Kind == "conflict" {
			add("differ", "Reports conflict", cmp.Or(d.About.Text, d.Title)+" ("+d.Title+")", d.Anchor)
		}
	}
	if len(v.Glance) > 8 {
		v.Glance = v.Glance[:8]
	}
}

func statusWords(s news.Status) string {
	if s == "" {
		return ""
	}
	return string(s) + ": "
}

// next is what is planned or going on from the day of the last report on.
func (c *chapter) next() []*Event {
	return c.best(3, func(d Date, e *Event) bool {
		return (d.Ahead || d.To > c.view.To) && (e.Status == news.Planned || e.Status == news.UnderWay)
	})
}

// latest is what has happened in the week up to the last report.
func (c *chapter) latest() []*Event {
	to, ok := parseDay(c.view.To)
	week := to.AddDate(0, 0, -7).Format(dayLayout)
	return c.best(3, func(d Date, e *Event) bool {
		return ok && !d.Ahead && !d.Fuzzy && d.From >= week && e.Status == news.Held
	})
}

// best is the n best supported of the events that fit, in the order of time.
func (c *chapter) best(n int, fits func(Date, *Event) bool) []*Event {
	var all []*Event
	for _, d := range c.view.Timeline {
		for _, e := range d.Events {
			if fits(d, e) && !slices.ContainsFunc(all, func(o *Event) bool { return o.When == e.When && o.Text == e.Text }) {
				all = append(all, e)
			}
		}
	}
	slices.SortStableFunc(all, func(a, b *Event) int {
		return cmp.Or(cmp.Compare(b.Counts.Origins, a.Counts.Origins), cmp.Compare(b.Counts.Reports, a.Counts.Reports),
			cmp.Compare(min(len(b.Who), 2), min(len(a.Who), 2)), cmp.Compare(len(b.Sources), len(a.Sources)), cmp.Compare(a.ID, b.ID))
	})
	all = all[:min(n, len(all))]
	slices.SortStableFunc(all, byTime)
	return all
}
