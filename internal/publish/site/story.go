package site

import (
	"net/http"
	"slices"

	"rapporteur/internal/publish"
	"rapporteur/internal/publish/shelf"
	"rapporteur/internal/record"
)

// storyView is the brief of one story. On its own page long lists are cut to
// what a reader takes in; More says of which there are more, under the names of
// their sections.
type storyView struct {
	*publish.Brief
	Section  string         `json:"section"` // "" for the whole
	Previous *storyLine     `json:"previous"`
	Next     []storyLine    `json:"next"`
	More     map[string]int `json:"cut"`
	Panel    *panel         `json:"-"`
	book     *shelf.Book
}

// Story is the one story of the brief.
func (v *storyView) Story() *publish.Story { return v.Stories[0] }

// sections are the parts of a story that have an address, in order.
var sections = []string{"timeline", "who", "said", "wants", "figures", "alone", "differ", "origins", "unsure", "reports"}

func isSection(s string) bool { return slices.Contains(sections, s) || s == "all" }

func (t *Site) storyOf(w http.ResponseWriter, r *http.Request) *storyView {
	b := t.shelf.Held(r.Context())
	id := record.ID(idOf(r, "id"))
	if r.PathValue("section") != "" {
		id = record.ID(r.PathValue("id"))
	}
	if t.moved(w, r, b.Line(id)) {
		return nil
	}
	brief := b.Brief(id)
	if brief == nil || len(brief.Stories) != 1 {
		t.missing(w, r, "story")
		return nil
	}
	v := &storyView{Brief: brief, book: b, More: map[string]int{}, Next: []storyLine{}}
	own := b.Line(id).(*record.Story)
	v.Panel = t.panelOf(b, own)
	for _, s := range b.Stories() {
		switch {
		case own.Previous != nil && s.ID == *own.Previous:
			l := lineOf(b, s)
			v.Previous = &l
		case s.Previous != nil && *s.Previous == id:
			v.Next = append(v.Next, lineOf(b, s))
		}
	}
	return v
}

func (t *Site) story(w http.ResponseWriter, r *http.Request) {
	if t.kept.write(w, r, t.keyOf(r), t.shelf.Held(r.Context())) {
		return
	}
	if v := t.storyOf(w, r); v != nil {
		v.shorten()
		t.show(w, r, "story", v.Story().Label, v)
	}
}

func (t *Site) section(w http.ResponseWriter, r *http.Request) {
	name := idOf(r, "section")
	if !slices.Contains(sections, name) {
		t.missing(w, r, "section")
		return
	}
	if v := t.storyOf(w, r); v != nil {
		v.Section = name
		t.show(w, r, "section", v.Story().Label, v)
	}
}

// shorten replaces the brief by one with its long lists cut. What is cut stands
// in the pages of its sections.
func (v *storyView) shorten() {
	b, s := *v.Brief, *v.Brief.Stories[0]
	b.Stories = []*publish.Story{&s}
	v.Brief, s.Whole = &b, v.Brief.Stories[0]
	s.Timeline = latest(v, "timeline", s.Timeline, 24)
	s.Timeline = eachShort(v, "timeline", s.Timeline, func(d *publish.Date) *[]*publish.Event { return &d.Events }, 4)
	s.Undated = first(v, "timeline", s.Undated, 8)
	s.Background = latest(v, "timeline", s.Background, 6)
	s.Background = eachShort(v, "timeline", s.Background, func(d *publish.Date) *[]*publish.Event { return &d.Events }, 3)
	s.Who = eachShort(v, "who", s.Who, func(k *publish.Kin) *[]*publish.Entity { return &k.Entities }, 18)
	s.Said = eachShort(v, "said", first(v, "said", s.Said, 12), func(p *publish.Speaker) *[]*publish.Quote { return &p.Quotes }, 4)
	s.Issues = first(v, "wants", s.Issues, 8)
	s.Issues = eachShort(v, "wants", s.Issues, func(i *publish.IssueRow) *[]publish.Stand { return &i.Stands }, 6)
	for i := range s.Issues {
		s.Issues[i].Stands = eachShort(v, "wants", s.Issues[i].Stands, func(p *publish.Stand) *[]*publish.Position { return &p.Positions }, 4)
	}
	s.Wants = eachShort(v, "wants", first(v, "wants", s.Wants, 10), func(h *publish.Holder) *[]*publish.Position { return &h.Positions }, 4)
	s.Figures = eachShort(v, "figures", first(v, "figures", s.Figures, 8), func(n *publish.Series) *[]*publish.Figure { return &n.Figures }, 6)
	s.Alone = eachShort(v, "alone", first(v, "alone", s.Alone, 8), func(a *publish.OriginAlone) *[]*publish.Statement { return &a.Statements }, 6)
	s.Differ = first(v, "differ", s.Differ, 12)
	s.Origins = first(v, "origins", s.Origins, 12)
	s.Unsure = first(v, "unsure", s.Unsure, 12)
	b.Reports = slices.Clone(b.Reports)
	for i, r := range b.Reports { // passages stand in the pages of the reports
		short := *r
		short.Passages = nil
		b.Reports[i] = &short
	}
}

// first keeps the head of a list and counts the rest under a section.
func first[T any](v *storyView, section string, list []T, n int) []T {
	if len(list) <= n+n/4 {
		return list
	}
	v.More[section] += len(list) - n
	return list[:n:n]
}

// latest keeps the end of a list.
func latest[T any](v *storyView, section string, list []T, n int) []T {
	if len(list) <= n+n/4 {
		return list
	}
	v.More[section] += len(list) - n
	return list[len(list)-n:]
}

// eachShort copies a list with the list inside each of its parts cut.
func eachShort[T, E any](v *storyView, section string, list []T, inner func(*T) *[]E, n int) []T {
	out := slices.Clone(list)
	for i := range out {
		p := inner(&out[i])
		*p = first(v, section, *p, n)
	}
	return out
}
