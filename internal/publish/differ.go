package publish

import (
	"cmp"
	"slices"
	"strings"

	"rapporteur/internal/record"
)

// diffKinds are the kinds of difference, the gravest first, with what they mean.
var diffKinds = []struct{ kind, title string }{
	{"conflict", "Both cannot hold"}, {"update", "Later reports say something newer"},
	{"scope", "They count different things"}, {"wording", "Worded differently"},
	{"spelling", "Spelt differently"}, {"only", "Said by some only"},
}

// DiffMeaning says in words what a kind of difference is.
func DiffMeaning(kind string) string {
	for _, k := range diffKinds {
		if k.kind == kind {
			return k.title
		}
	}
	return capital(kind)
}

func diffRank(kind string) int {
	return slices.IndexFunc(diffKinds, func(k struct{ kind, title string }) bool { return k.kind == kind })
}

// differences lists where reports differ and hangs each on the line that it is
// about.
func (c *chapter) differences() {
	for _, d := range c.story.differ {
		switch {
		case d.DiffKind == "only" && c.byOne[d.About.ID]:
			// It stands under what only one origin says.
		case c.unsure(d.Base):
			c.omitted.Doubtful++
		default:
			if v := c.difference(d); v != nil {
				c.view.Differ = append(c.view.Differ, v)
			}
		}
	}
	slices.SortStableFunc(c.view.Differ, func(a, b *Difference) int {
		return cmp.Or(cmp.Compare(diffRank(a.Kind), diffRank(b.Kind)), cmp.Compare(a.Field, b.Field), cmp.Compare(a.ID, b.ID))
	})
	c.hang()
}

func (c *chapter) difference(d *record.Difference) *Difference {
	v := &Difference{ID: d.ID, Anchor: "s-" + string(d.ID), Kind: d.DiffKind, Field: d.Field, About: c.about(d.About)}
	if v.About.Text == "" {
		return nil // about something that this brief does not show
	}
	v.Title = capital(fieldWords(d.Field))
	if speaker, _, ok := strings.Cut(v.About.Text, ": "); ok && d.Field == "wording" && d.About.Type == record.KindQuote {
		v.About.Text = speaker // the words follow, one version below the other
	}
	for _, cl := range d.Versions {
		w := Version{Words: cmp.Or(strings.TrimSpace(claimWords(d.Field, cl.Value)), "not said")}
		w.Sources = c.sources(Link{Text: v.Title, Anchor: v.Anchor}, cl.Evidence)
		w.Counts = c.countReports(cmpOr(cl.Reports, reportsOf(w.Sources)))
		if len(w.Sources) > 0 || len(cl.Reports) > 0 {
			v.Versions = append(v.Versions, w)
		}
	}
	if len(v.Versions) == 0 {
		return nil
	}
	return v
}

// claimWords is what a report says of a field: a day as a reader writes it.
func claimWords(field, value string) string {
	if field == "time" {
		return dayWords(value)
	}
	return value
}

func cmpOr(a, b []record.ID) []record.ID {
	if len(a) > 0 {
		return a
	}
	return b
}

func fieldWords(field string) string {
	switch field {
	case "existence":
		return "whether it is so"
	case "value":
		return "the figure"
	case "wording":
		return "the words"
	case "participants":
		return "who takes part"
	}
	return field
}

// about names what a difference is about: a line of the brief or an entity.
func (c *chapter) about(r record.Ref) Link {
	if l, ok := c.anchors[r.ID]; ok {
		return l
	}
	if e := c.entities[r.ID]; e != nil {
		return Link{Text: e.Name, Anchor: c.people[e.ID]}
	}
	if rep := c.reports[r.ID]; rep != nil {
		return Link{Text: numbered(rep), Anchor: "report-" + itoa(rep.number)}
	}
	return Link{}
}

// hang puts every difference under the statement that it is about.
func (c *chapter) hang() {
	by := map[string][]*Difference{}
	for _, d := range c.view.Differ {
		if d.About.Anchor != "" && d.Kind != "only" {
			by[d.About.Anchor] = append(by[d.About.Anchor], d)
		}
	}
	c.view.each(func(s *Statement) { s.Differs = by[s.Anchor] })
}

// each calls f for every statement shown.
func (s *Story) each(f func(*Statement)) {
	for _, dates := range [][]Date{s.Timeline, s.Background} {
		for _, d := range dates {
			for _, e := range d.Events {
				f(&e.Statement)
			}
		}
	}
	for _, e := range s.Undated {
		f(&e.Statement)
	}
	for _, sp := range s.Said {
		for _, q := range sp.Quotes {
			f(&q.Statement)
		}
	}
	for _, h := range s.Wants {
		for _, p := range h.Positions {
			f(&p.Statement)
		}
	}
	for _, n := range s.Figures {
		for _, g := range n.Figures {
			f(&g.Statement)
		}
	}
}
