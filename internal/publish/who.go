package publish

import (
	"cmp"
	"slices"
	"strings"

	"rapporteur/internal/news"
	"rapporteur/internal/record"
)

// kinOrder is the kinds of entity in the order in which they are listed.
var kinOrder = []struct {
	kind  news.Kind
	title string
}{
	{news.Person, "People"}, {news.State, "States"}, {news.Organization, "Organizations"},
	{news.Group, "Groups"}, {news.Place, "Places"}, {"", "Others"},
}

// who fills who is who with the entities that the story's reports mention.
func (c *chapter) who() {
	in := c.story.people
	slices.SortStableFunc(in, func(a, b mentioned) int {
		return cmp.Or(cmp.Compare(b.reports, a.reports), cmp.Compare(b.Mentions, a.Mentions),
			strings.Compare(a.Name, b.Name), cmp.Compare(a.ID, b.ID))
	})
	for _, e := range in {
		c.people[e.ID] = c.view.Anchor + "-" + string(e.ID)
	}
	for _, k := range kinOrder {
		kin := Kin{Kind: k.kind, Title: k.title}
		for _, e := range in {
			if e.EntKind == k.kind || (k.kind == "" && !listed(e.EntKind)) {
				kin.Entities = append(kin.Entities, c.entity(e))
			}
		}
		if len(kin.Entities) > 0 {
			c.view.Who = append(c.view.Who, kin)
		}
	}
}

func listed(k news.Kind) bool {
	for _, o := range kinOrder {
		if o.kind == k {
			return true
		}
	}
	return false
}

// mentioned is an entity with the number of a story's reports that mention it.
type mentioned struct {
	*record.Entity
	reports int
}

// assignEntities gives every story the entities that its reports mention.
func (x *index) assignEntities() {
	for _, id := range x.entityIDs {
		e := x.entities[id]
		in := map[*story]int{}
		for _, r := range e.Reports {
			if s := x.storyOf[r]; s != nil {
				in[s]++
			}
		}
		for _, r := range e.Reports {
			if s := x.storyOf[r]; s != nil && in[s] > 0 {
				s.people = append(s.people, mentioned{e, in[s]})
				in[s] = 0
			}
		}
	}
}

func (c *chapter) entity(e mentioned) *Entity {
	v := &Entity{ID: e.ID, Anchor: c.people[e.ID], Name: e.Name, Kind: e.EntKind, Mentions: e.Mentions, Reports: e.reports}
	for i := range e.Offices {
		c.addOffice(v, &e.Offices[i])
	}
	slices.SortStableFunc(v.Offices, func(a, b Office) int { return cmp.Compare(formerly(a), formerly(b)) })
	v.Spellings = spellings(e.Entity)
	return v
}

// addOffice adds a post, or its sources to the same post: "prime minister" alone
// is the same as "prime minister, Veldamar" beside it.
func (c *chapter) addOffice(v *Entity, o *record.Office) {
	words := c.officeWords(o)
	if words == "" {
		return
	}
	add := Office{Text: words, Sources: c.sources(Link{Text: v.Name, Anchor: v.Anchor}, o.Evidence)}
	for i := range v.Offices {
		switch old := &v.Offices[i]; {
		case sameOffice(words, old.Text):
			old.Sources = append(old.Sources, add.Sources...)
			return
		case sameOffice(old.Text, words):
			old.Text, old.Sources = words, append(old.Sources, add.Sources...)
			return
		}
	}
	v.Offices = append(v.Offices, add)
}

// sameOffice says whether a is b, or b without its body.
func sameOffice(a, b string) bool {
	return len(b) >= len(a) && strings.EqualFold(a, b[:len(a)]) && (len(a) == len(b) || strings.HasPrefix(b[len(a):], ", "))
}

func formerly(o Office) int {
	if strings.HasPrefix(o.Text, "former ") {
		return 1
	}
	return 0
}

// officeWords is "former foreign minister, Veldamar" or "adviser to Oda Velt".
func (c *chapter) officeWords(o *record.Office) string {
	w := strings.TrimSpace(o.Tense + " " + o.Title)
	of := c.party(o.Of)
	if of.Name == "" || w == "" {
		return w
	}
	if e := c.entities[of.Entity]; e != nil && e.EntKind == news.Person {
		return w + " to " + of.Name
	}
	return w + ", " + of.Name
}

// spellings are the ways in which e is written other than its name, the most
// frequent first; a bare part of the name ("Peskov") is no other spelling, nor
// is the name with a title before it.
func spellings(e *record.Entity) []string {
	vs := slices.Clone(e.Variants)
	slices.SortStableFunc(vs, func(a, b record.Variant) int {
		return cmp.Or(cmp.Compare(b.Count, a.Count), strings.Compare(a.Text, b.Text))
	})
	titles := titleWords(e)
	var out []string
	for _, v := range vs {
		t := strings.TrimSpace(v.Text)
		if e.EntKind == news.Person {
			t = untitled(t, len(strings.Fields(e.Name)), titles)
		}
		if t != "" && !partOf(t, e.Name) && !slices.ContainsFunc(out, func(s string) bool { return strings.EqualFold(s, t) }) {
			out = append(out, t)
		}
	}
	return out
}

// titleWords are the words that may stand before a person's name.
func titleWords(e *record.Entity) []string {
	words := []string{"mr", "mrs", "ms", "dr", "sir", "dame", "lord", "lady", "prof", "gen", "president"}
	for _, o := range e.Offices {
		words = append(words, strings.Fields(strings.ToLower(o.Title))...)
	}
	return words
}

// untitled is the last n words of a name without the titles among them.
func untitled(name string, n int, titles []string) string {
	words := strings.Fields(name)
	words = words[max(0, len(words)-n):]
	for len(words) > 0 && slices.Contains(titles, strings.Trim(strings.ToLower(words[0]), ".")) {
		words = words[1:]
	}
	return strings.Join(words, " ")
}

// partOf says whether every word of s is a word of name.
func partOf(s, name string) bool {
	words := strings.Fields(strings.ToLower(name))
	for _, w := range strings.Fields(strings.ToLower(s)) {
		if !slices.Contains(words, w) {
			return false
		}
	}
	return true
}

// office is the first post of an entity, "" when none is known.
func (c *chapter) office(id record.ID) string {
	if e := c.entities[id]; e != nil && len(e.Offices) > 0 {
		return c.officeWords(&e.Offices[0])
	}
	return ""
}
