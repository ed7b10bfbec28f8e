package publish

import (
	"cmp"

	"rapporteur/internal/news"
)

// glance picks the few lines that a reader in a hurry needs: what comes next,
// what came last, what changed, what conflicts. Each only points at its line.
func (c *chapter) glance() {
	v := c.view
	add := func(sort, lead, words, anchor string) {
		v.Glance = append(v.Glance, Glance{sort, lead, Link{words, anchor}})
	}
	if e := c.next(); e != nil {
		add("next", e.When, statusWords(e.Status)+e.Text, e.Anchor)
	}
	if e := c.latest(); e != nil {
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
	if len(v.Glance) > 6 {
		v.Glance = v.Glance[:6]
	}
}

func statusWords(s news.Status) string {
	if s == "" {
		return ""
	}
	return string(s) + ": "
}

// next is the best supported event of the first day ahead that is planned.
func (c *chapter) next() *Event {
	for _, d := range c.view.Timeline {
		if !d.Ahead && (d.To == "" || d.To <= c.view.To) {
			continue
		}
		for _, e := range d.Events {
			if e.Status == news.Planned || e.Status == news.UnderWay {
				return e
			}
		}
	}
	return nil
}

// latest is the best supported event of the last day that has come.
func (c *chapter) latest() *Event {
	for i := len(c.view.Timeline) - 1; i >= 0; i-- {
		d := c.view.Timeline[i]
		if d.Ahead || d.Fuzzy {
			continue
		}
		for _, e := range d.Events {
			if e.Status == news.Held || e.Status == news.UnderWay {
				return e
			}
		}
	}
	return nil
}
