package publish

import (
	"cmp"
	"slices"
	"strings"

	"rapporteur/internal/record"
	"rapporteur/internal/text"
)

// story computes the brief of one story. Who comes first: the lines after it
// point at its entries.
func (x *index) story(s *story) *Story {
	v := &Story{ID: s.ID, Anchor: s.anchor, Label: storyLabel(s), Counts: x.countReports(s.reports)}
	v.From, v.To = x.days(s.reports)
	v.When = spanWords(v.From, v.To)
	v.Continues = x.continues(s)
	c := &chapter{index: x, story: s, view: v, people: map[record.ID]string{}, byOne: map[record.ID]bool{}}
	c.who()
	c.events()
	c.said()
	c.wants()
	c.figures()
	c.differences()
	c.originList()
	c.alone()
	c.glance()
	for _, id := range s.reports {
		v.Reports = append(v.Reports, x.reports[id].number)
	}
	return v
}

// chapter is one story being written.
type chapter struct {
	*index
	story  *story
	view   *Story
	people map[record.ID]string // anchors in who is who
	single []*Statement         // statements of one origin but for quotes, in the order of the sections
	byOne  map[record.ID]bool   // every statement of one origin
}

func storyLabel(s *story) string {
	return cmp.Or(strings.TrimSpace(s.Label), "A story without a name")
}

func (x *index) storyLine(s *story) StoryLine {
	from, to := x.days(s.reports)
	x.omitted.Elsewhere += len(s.events) + len(s.quotes) + len(s.positions) + len(s.figures)
	return StoryLine{ID: s.ID, Label: storyLabel(s), When: spanWords(from, to), Counts: x.countReports(s.reports)}
}

// Line is the story in one line.
func (s *Story) Line() StoryLine {
	return StoryLine{ID: s.ID, Label: s.Label, When: s.When, Counts: s.Counts}
}

func (x *index) continues(s *story) *Link {
	if s.Previous == nil {
		return nil
	}
	for i, o := range x.stories {
		if o.ID == *s.Previous {
			l := &Link{Text: storyLabel(o)}
			if i < x.opt.Stories {
				l.Anchor = o.anchor
			}
			return l
		}
	}
	return nil
}

// statement makes the common part of a line. ok is false when a reviewer
// rejected it, no evidence holds, or it is less certain; the last is kept apart.
func (c *chapter) statement(l record.Line, b record.Base, ev []record.Evidence, s record.Support, words string) (st Statement, ok bool) {
	if rejected(b) {
		c.omitted.Rejected++
		return st, false
	}
	st = Statement{ID: l.LineID(), Anchor: "s-" + string(l.LineID()), Sort: l.Kind(), Text: words,
		Confidence: b.Confidence, Rule: b.Rule, Review: str(b.Review), origins: s.OriginIDs}
	st.Sources = c.sources(Link{Text: words, Anchor: st.Anchor}, ev)
	if len(st.Sources) == 0 {
		c.omitted.Unfounded++
		return st, false
	}
	st.Counts = c.countSupport(s, st.Sources)
	if len(st.origins) == 0 {
		st.origins = c.originsOf(st.Sources)
	}
	c.anchors[st.ID] = Link{Text: words, Anchor: st.Anchor}
	c.byOne[st.ID] = len(st.origins) == 1
	if c.unsure(b) {
		c.view.Unsure = append(c.view.Unsure, &st)
		return st, false
	}
	return st, true
}

func (x *index) originsOf(sources []*Source) (ids []record.ID) {
	for _, id := range reportsOf(sources) {
		if o := originOf(x.reports[id].Report); !slices.Contains(ids, o) {
			ids = append(ids, o)
		}
	}
	return ids
}

// keep remembers a statement that only one origin makes.
func (c *chapter) keep(s *Statement) {
	if len(s.origins) == 1 {
		c.single = append(c.single, s)
	}
}

// party names p as the brief does; the zero Party when nothing is known.
func (c *chapter) party(p *record.Party) Party {
	if p == nil {
		return Party{}
	}
	v := Party{Name: strings.TrimSpace(p.Text), Anonymous: p.Anonymous}
	if p.Entity != nil {
		if e := c.entities[*p.Entity]; e != nil {
			v.Name, v.Entity, v.Anchor = cmp.Or(e.Name, v.Name), e.ID, c.people[e.ID]
		}
	}
	if v.Entity == "" {
		if v.Name = unresolved(v.Name); v.Name == "" {
			return Party{}
		}
	}
	if p.Of != nil {
		v.Of = c.party(p.Of).Name
	}
	return v
}

// unresolved is the words for somebody whom the record cannot place: a bare
// pronoun says nothing outside its report, an article needs no capital.
func unresolved(name string) string {
	switch first, rest, _ := strings.Cut(name, " "); first {
	case "he", "He", "she", "She", "they", "They", "it", "It", "we", "We", "I", "who", "which", "that", "his", "her", "their":
		if rest == "" {
			return ""
		}
	case "The", "A", "An", "Some", "Several", "Two", "Three":
		return strings.ToLower(first) + name[len(first):]
	}
	return name
}

// key tells parties apart as a reader does, by their names: two headings with
// the same words would only puzzle.
func (p Party) key() string {
	if p.Anonymous {
		return text.Fold(p.Name) + "\x00" + text.Fold(p.Of)
	}
	return text.Fold(p.Name)
}

// words is p in words: "a diplomat (unnamed, of Veldamar)".
func (p Party) words() string {
	switch {
	case p.Anonymous && p.Of != "":
		return p.Name + " (unnamed, of " + p.Of + ")"
	case p.Anonymous:
		return p.Name + " (unnamed)"
	}
	return p.Name
}

// relays are the names in via that say something outside their report.
func relays(via []string) (out []string) {
	for _, v := range via {
		if v = unresolved(strings.TrimSpace(v)); v != "" {
			out = append(out, v)
		}
	}
	return out
}

func joinAnd(names []string) string {
	switch n := len(names); n {
	case 0:
		return ""
	case 1:
		return names[0]
	default:
		return strings.Join(names[:n-1], ", ") + " and " + names[n-1]
	}
}

func capital(s string) string {
	for i, r := range s {
		if i == 0 {
			return strings.ToUpper(string(r)) + s[len(string(r)):]
		}
	}
	return s
}
