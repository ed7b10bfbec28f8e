package source

import (
	"iter"
	"net/url"

	"rapporteur/internal/publish"
	"rapporteur/internal/record"
	"rapporteur/internal/store"
)

// Cast is what a record's reports and entities are called. It covers the whole
// record, whatever the filters: a statement may name what they leave out.
type Cast struct {
	reports  map[record.ID]*record.Report // without their texts
	entities map[record.ID]*record.Entity // without what their offices lean on
	wording  *publish.Wording
}

// Cast reads, once, who and what the record names.
func (s *Source) Cast() (*Cast, error) {
	if s.cast != nil {
		return s.cast, nil
	}
	c := &Cast{reports: map[record.ID]*record.Report{}, entities: map[record.ID]*record.Entity{}}
	var lines []record.Line
	f := store.Filter{Types: []string{record.KindReport, record.KindOrigin, record.KindEntity}}
	for l, err := range s.from.Lines(s.ctx, f) {
		if err != nil {
			return nil, err
		}
		l = c.note(l)
		lines = append(lines, l)
	}
	c.wording = publish.NewWording(cut(lines))
	s.cast = c
	return c, nil
}

// Knowing gives s a cast that was read of the same record before.
func (s *Source) Knowing(c *Cast) *Source {
	s.cast = c
	return s
}

// cut is lines that have been made light.
type cut []record.Line

// Lines yields them.
func (c cut) Lines() iter.Seq[record.Line] {
	return func(yield func(record.Line) bool) {
		for _, l := range c {
			if !yield(l) {
				return
			}
		}
	}
}

// note keeps of a line what it is called by.
func (c *Cast) note(l record.Line) record.Line {
	switch v := l.(type) {
	case *record.Report:
		r := &record.Report{Type: v.Type, ID: v.ID, Source: v.Source, URL: v.URL, Outlet: v.Outlet, Title: v.Title,
			Language: v.Language, Published: v.Published, Story: v.Story, Origin: v.Origin}
		c.reports[r.ID] = r
		return r
	case *record.Entity:
		e := &record.Entity{Type: v.Type, ID: v.ID, EntKind: v.EntKind, Name: v.Name, Variants: v.Variants, Wikidata: v.Wikidata, Mentions: v.Mentions}
		for _, o := range v.Offices {
			o.Evidence = nil
			e.Offices = append(e.Offices, o)
		}
		c.entities[e.ID] = e
		return e
	}
	return l
}

// Report is a report without its text; nil when the record has none of that id.
func (c *Cast) Report(id record.ID) *record.Report { return c.reports[id] }

// Entity is an entity; nil when the record has none of that id.
func (c *Cast) Entity(id record.ID) *record.Entity { return c.entities[id] }

// Words is a line in words, as a brief has it, on one line.
func (c *Cast) Words(l record.Line) string { return publish.Plain(c.wording.Line(l)) }

// Name is what a party is called; "" when nothing is known of it.
func (c *Cast) Name(p *record.Party) string {
	if p == nil {
		return ""
	}
	if p.Entity != nil {
		if e := c.entities[*p.Entity]; e != nil {
			return e.Name
		}
	}
	return p.Text
}

// ReportName is how the report of an id is called: its outlet, or its file.
func (c *Cast) ReportName(id record.ID) string {
	if r := c.reports[id]; r != nil {
		return publish.Plain(publish.ReportName(r))
	}
	return string(id)
}

// Link is where a report stands on the web; "" when that is not known, or no
// address that may be followed.
func (c *Cast) Link(id record.ID) string {
	if r := c.reports[id]; r != nil && r.URL != nil {
		return WebAddress(*r.URL)
	}
	return ""
}

// WebAddress is s when it is an address of http or https, written anew so that
// nothing in it can break out of where it is put; else "".
func WebAddress(s string) string {
	u, err := url.Parse(s)
	if err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" {
		return ""
	}
	return u.String()
}

// Day is the day on which a report was published; "" when that is not known.
func (c *Cast) Day(id record.ID) string {
	if r := c.reports[id]; r != nil {
		return Str(r.Published.From)
	}
	return ""
}

// Cited is one sentence behind where it stands: "Harbour Times, Mon 12 May 2031:
// The ministers ...".
func (c *Cast) Cited(e record.Evidence) string {
	s := c.ReportName(e.Report)
	if d := c.Day(e.Report); d != "" {
		s += ", " + publish.Plain(publish.DayWords(d))
	}
	return s + ": " + publish.Plain(e.Sentence)
}

// Str is the string behind p; "" for nil.
func Str[T ~string](p *T) string {
	if p == nil {
		return ""
	}
	return string(*p)
}
