package publish

import (
	"cmp"
	"slices"
	"strings"
)

// The sections that say who is named, and where the reports come from.

func (s *Story) outlineWho() Section {
	var groups []Group
	for _, k := range s.Who {
		g := Group{Title: k.Title}
		var bare []string // entities of which nothing but the name is known
		for _, e := range k.Entities {
			if len(e.Offices)+len(e.Spellings) > 0 {
				g.Items = append(g.Items, e.item())
			} else {
				bare = append(bare, e.Name)
			}
		}
		if len(bare) > 0 {
			g.Items = append(g.Items, Item{Text: strings.Join(few(bare, 30), ", ")})
		}
		groups = append(groups, g)
	}
	return section("Who is who", "", groups...)
}

// few is the first n of a list of names, and how many more there are.
func few(names []string, n int) []string {
	if len(names) <= n+2 {
		return names
	}
	return append(names[:n:n], "and "+itoa(len(names)-n)+" more")
}

func (e *Entity) item() Item {
	it := Item{Text: e.Name}
	for i, o := range e.Offices {
		it.Text += [2]string{": ", "; "}[min(i, 1)] + o.Text
		it.Sources = append(it.Sources, o.Sources...)
	}
	it.Sources = distinct(it.Sources)
	if len(e.Spellings) > 0 {
		it.Notes = append(it.Notes, "also written: "+strings.Join(few(e.Spellings, 8), ", "))
	}
	return it
}

func distinct(sources []*Source) []*Source {
	seen := map[string]bool{}
	var out []*Source
	for _, s := range sources {
		if !seen[s.Ref] {
			seen[s.Ref] = true
			out = append(out, s)
		}
	}
	return out
}

func (s *Story) outlineOrigins(b *Brief) Section {
	g := Group{}
	for _, o := range s.Origins {
		g.Items = append(g.Items, o.item(b))
	}
	return section("Which reports copy which", "An origin is one act of reporting with its copies.", g)
}

func (o *Origin) item(b *Brief) Item {
	it := Item{Tag: o.Kind, Text: o.Name + ": " + b.reportNames(o.Reports)}
	for _, w := range o.Why {
		it.Notes = append(it.Notes, "why: "+w.Text)
		it.Sources = append(it.Sources, w.Sources...)
	}
	it.Sources = distinct(it.Sources)
	for _, c := range o.Copies {
		it.Notes = append(it.Notes, c.Text)
	}
	for _, role := range []string{"wire", "cited"} {
		if u := o.creditLine(role); u.Text != "" {
			it.Under = append(it.Under, u)
		}
	}
	return it
}

// creditLine is all whom the reports of an origin credit in one role.
func (o *Origin) creditLine(role string) (it Item) {
	var names []string
	for _, c := range o.Credits {
		if c.Role == role {
			names = append(names, c.Name)
			it.Sources = append(it.Sources, c.Sources...)
		}
	}
	if len(names) > 0 {
		it.Tag, it.Text, it.Sources = role, strings.Join(few(names, 8), ", "), distinct(it.Sources)
	}
	return it
}

// reportNames names reports by number: "[1] The Ilvane Courier, [4] Gazette".
func (b *Brief) reportNames(numbers []int) string {
	var out []string
	for _, n := range numbers {
		if n >= 1 && n <= len(b.Reports) {
			out = append(out, "["+itoa(n)+"] "+b.Reports[n-1].Name)
		}
	}
	return strings.Join(out, ", ")
}

// outlineUnsure lists what is less certain, the surest first.
func (s *Story) outlineUnsure(b *Brief) Section {
	var g Group
	surest := func(x, y *Statement) int { return cmp.Compare(y.Confidence, x.Confidence) }
	for _, st := range slices.SortedStableFunc(slices.Values(s.Unsure), surest) {
		g.Items = append(g.Items, st.item(st.Sort, st.Text))
	}
	return section("Less certain", "Found with a confidence below "+percent(b.LessCertain)+"; check the sentence before use.", g)
}

func percent(v float64) string { return digits(float64(int(v*100+0.5))) + " %" }
