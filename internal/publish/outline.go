package publish

import (
	"cmp"
	"strings"

	"rapporteur/internal/news"
)

// Section is one section of a story laid out as lines, for printers that know
// headings and lists and nothing else (a terminal, Markdown).
type Section struct {
	Title  string
	Note   string // one line under the title; ""
	Groups []Group
	Items  int // how many lines of a group a short form shows; 0: the printer's own number
	Most   int // how many groups a short form shows; 0 as above
}

// Group is lines under one heading.
type Group struct {
	Title string // "" for none
	Note  string
	Items []Item
}

// Item is one line with what hangs under it.
type Item struct {
	Tag     string // a status, stance or kind set in front: "planned"
	Text    string
	Notes   []string // in small print under the line
	Gist    string   // a sentence of a report, word for word
	Counts  Counts   // zero: not printed
	Sources []*Source
	Under   []Item // versions, differences
	ID      string // for `explain`; "" when it has none
}

// Outline lays the story out in sections, empty ones left away.
func (s *Story) Outline(b *Brief) []Section {
	all := []Section{
		s.outlineGlance(), s.outlineTimeline(), s.outlineWho(), s.outlineSaid(), s.outlineWants(), s.outlineFigures(),
		s.outlineAlone(), s.outlineDiffer(), s.outlineOrigins(b), s.outlineUnsure(b),
	}
	out := all[:0]
	for _, sec := range all {
		if len(sec.Groups) > 0 {
			out = append(out, sec)
		}
	}
	return out
}

func (s *Story) outlineGlance() Section {
	var g Group
	for _, l := range s.Glance {
		g.Items = append(g.Items, Item{Tag: l.Lead, Text: l.Text})
	}
	return section("At a glance", "", g)
}

func section(title, note string, groups ...Group) Section {
	sec := Section{Title: title, Note: note}
	for _, g := range groups {
		if len(g.Items) > 0 {
			sec.Groups = append(sec.Groups, g)
		}
	}
	return sec
}

func (s *Statement) item(tag, words string) Item {
	it := Item{Tag: tag, Text: words, Counts: s.Counts, Sources: s.Sources, ID: string(s.ID)}
	for _, d := range s.Differs {
		u := d.item()
		u.Text = d.Title // what it is about stands right above
		it.Under = append(it.Under, u)
	}
	return it
}

func (s *Story) outlineTimeline() Section {
	var groups []Group
	ahead := false
	for _, d := range s.Timeline {
		g := dateGroup(d)
		if d.Ahead && !ahead {
			ahead = true
			g.Note = "from here on: after the last report of " + dayWords(s.To)
		}
		groups = append(groups, g)
	}
	groups = append(groups, Group{Title: "Undated", Items: eventItems(s.Undated, true)})
	var past Group
	past.Title = "Background, told to explain"
	for _, d := range s.Background {
		for _, e := range d.Events {
			it := e.Item()
			it.Text = d.When + " · " + it.Text
			past.Items = append(past.Items, it)
		}
	}
	sec := section("Timeline", "What happened and what is planned, as the reports tell it.", append(groups, past)...)
	sec.Most = 40
	return sec
}

func dateGroup(d Date) Group {
	return Group{Title: d.When, Items: eventItems(d.Events, false)}
}

func eventItems(events []*Event, phrase bool) (out []Item) {
	for _, e := range events {
		it := e.Item()
		if n := e.Note(); phrase && n != "" {
			it.Notes = append(it.Notes, n)
		}
		out = append(out, it)
	}
	return out
}

// Note is what is known of when an undated event was: its report's words and day.
func (e *Event) Note() string {
	switch {
	case e.When != "":
		return ""
	case e.Phrase == "":
		return e.Reported
	case e.Reported == "":
		return "“" + e.Phrase + "”"
	}
	return "“" + e.Phrase + "”, " + e.Reported
}

// Item lays an event out with the sentence that tells it.
func (e *Event) Item() Item {
	it := e.Statement.item(string(e.Status), e.Text)
	it.Gist = e.Gist
	if e.Hour != "" {
		it.Text = e.Hour + " · " + it.Text
	}
	return it
}

func (s *Story) outlineSaid() Section {
	var groups []Group
	for _, sp := range s.Said {
		g := Group{Title: cmp.Or(sp.words(), "Speaker not known"), Note: sp.Office}
		for _, q := range sp.Quotes {
			g.Items = append(g.Items, q.Item())
		}
		groups = append(groups, g)
	}
	sec := section("Who said what", "Direct quotes first.", groups...)
	sec.Items = 4
	return sec
}

// Item lays a quote out with its versions.
func (q *Quote) Item() Item {
	tag := ""
	if q.Form != news.Direct {
		tag = string(q.Form)
	}
	it := q.Statement.item(tag, q.Quoted())
	if q.How != "" {
		it.Notes = []string{q.How}
	}
	if len(q.Versions) > 0 {
		it.Under = nil // the versions tell the same difference more fully
	}
	for _, v := range q.Versions {
		it.Under = append(it.Under, v.item())
	}
	return it
}

func (v Version) item() Item {
	return Item{Text: v.Words, Counts: v.Counts, Sources: v.Sources}
}

func (s *Story) outlineWants() Section {
	var groups []Group
	for _, h := range s.Wants {
		g := Group{Title: cmp.Or(h.words(), "Party not known")}
		for _, p := range h.Positions {
			g.Items = append(g.Items, p.Item())
		}
		groups = append(groups, g)
	}
	return section("Who wants what", "", groups...)
}

// Item lays a position out.
func (p *Position) Item() Item {
	words := p.Issue
	if p.Target != "" {
		words += " (towards " + p.Target + ")"
	}
	it := p.Statement.item(p.Verb, words)
	if n := p.Note(); n != "" {
		it.Notes = append(it.Notes, n)
	}
	if p.Changed != nil {
		it.Notes = append(it.Notes, "changed; before: "+p.Changed.Text)
	}
	return it
}

// Note is when, by whose mouth and by whose relay a position is known.
func (p *Position) Note() string {
	var parts []string
	if p.When != "" {
		parts = append(parts, p.When)
	}
	if p.By != "" {
		parts = append(parts, "said by "+p.By)
	}
	if len(p.Via) > 0 {
		parts = append(parts, "via "+joinAnd(p.Via))
	}
	return strings.Join(parts, " · ")
}

func (s *Story) outlineFigures() Section {
	var groups []Group
	for _, n := range s.Figures {
		g := Group{Title: n.Title(len(s.Figures) > 1)}
		for _, f := range n.Figures {
			g.Items = append(g.Items, f.Item(n.Single))
		}
		groups = append(groups, g)
	}
	return section("Figures", "", groups...)
}

// Title heads a series; that of single figures only where others stand beside it.
func (n Series) Title(others bool) string {
	if n.Single {
		return map[bool]string{true: "Other figures"}[others]
	}
	return capital(n.Of)
}

// Item lays a figure out; alone, it says what it counts.
func (f *Figure) Item(alone bool) Item {
	words := f.Number
	if alone {
		words = f.What
	}
	it := f.Statement.item("", words)
	it.Gist = f.Gist
	if n := f.Note(); n != "" {
		it.Notes = []string{n}
	}
	return it
}

// Note is when a figure held and who says so.
func (f *Figure) Note() string {
	switch {
	case f.SaidBy == "":
		return f.When
	case f.When == "":
		return "according to " + f.SaidBy
	}
	return f.When + " · according to " + f.SaidBy
}

func (s *Story) outlineDiffer() Section {
	var groups []Group
	for _, d := range s.Differ {
		if n := len(groups); n == 0 || groups[n-1].Title != DiffMeaning(d.Kind) {
			groups = append(groups, Group{Title: DiffMeaning(d.Kind)})
		}
		g := &groups[len(groups)-1]
		g.Items = append(g.Items, d.item())
	}
	return section("Where reports differ", "", groups...)
}

func (d *Difference) item() Item {
	it := Item{Tag: d.Kind, Text: d.Title, ID: string(d.ID)}
	if d.About.Text != "" {
		it.Text += ": " + d.About.Text
	}
	for _, v := range d.Versions {
		it.Under = append(it.Under, v.item())
	}
	return it
}

func (s *Story) outlineAlone() Section {
	var groups []Group
	for _, a := range s.Alone {
		g := Group{Title: a.Name}
		if a.Quotes > 0 {
			g.Note = "and " + number(a.Quotes, "quote that stands", "quotes that stand") + " only here"
		}
		for _, st := range a.Statements {
			g.Items = append(g.Items, Item{Tag: st.Sort, Text: st.Text, Sources: st.Sources, ID: string(st.ID)})
		}
		groups = append(groups, g)
	}
	sec := section("What only one origin says", "Nothing else in these reports stands behind these lines.", groups...)
	sec.Items, sec.Most = 3, 6
	return sec
}
