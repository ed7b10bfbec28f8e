// Package feed writes lines of the record as an Atom feed (RFC 4287), the latest
// first. In go a source and what the feed is called; out come the bytes of one
// feed, the same for the same record.
//
//	quote q77a, first reported 12 May 2031 by the Courier
//	  ->  <entry><id>urn:rapporteur:quote:q77a</id><updated>2031-05-12T00:00:00Z</updated>
//	      <title>Mira Toland: “We will talk”</title><category term="quote"/>
//	      <content type="text">Ilvane Courier, Mon 12 May 2031: “We will ...</content></entry>
//
// Reports, stories and statements become entries; names, times and origins do
// not. What reports say stands in a feed as text, never as HTML.
package feed

import (
	"bufio"
	"cmp"
	"encoding/xml"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"rapporteur/internal/publish"
	"rapporteur/internal/publish/export/source"
	"rapporteur/internal/record"
)

// Head is what a feed is called and where it stands.
type Head struct {
	ID    string // an address or URN that never changes
	Title string
	Self  string // the address of the feed itself; "" unknown
	Base  string // of a server with a page for every line: "http://127.0.0.1:8080"; "" for none
	Most  int    // how many entries at most, the latest; 0 means 500
}

// Kinds are the types of line that become entries.
var Kinds = []string{record.KindReport, record.KindStory, record.KindQuote, record.KindPosition, record.KindEvent, record.KindFigure, record.KindDifference}

type link struct {
	Rel  string `xml:"rel,attr"`
	Href string `xml:"href,attr"`
}

type category struct {
	Term string `xml:"term,attr"`
}

type person struct {
	Name string `xml:"name"`
}

type content struct {
	Type string `xml:"type,attr"`
	Text string `xml:",chardata"`
}

type entry struct {
	XMLName  xml.Name   `xml:"entry"`
	ID       string     `xml:"id"`
	Title    string     `xml:"title"`
	Updated  string     `xml:"updated"`
	Author   *person    `xml:"author"`
	Links    []link     `xml:"link"`
	Category []category `xml:"category"`
	Content  content    `xml:"content"` // without one an entry must have an address

	day string
}

const defaultMost = 500

// Write writes the feed of what src lets through.
func Write(w io.Writer, src *source.Source, head Head) error {
	cast, err := src.Cast()
	if err != nil {
		return err
	}
	if head.Most == 0 {
		head.Most = defaultMost
	}
	entries, err := latest(src, cast, head)
	if err != nil {
		return err
	}
	out := bufio.NewWriter(w)
	out.WriteString(xml.Header + `<feed xmlns="http://www.w3.org/2005/Atom">` + "\n")
	enc := xml.NewEncoder(out)
	last := ""
	if len(entries) > 0 {
		last = entries[0].day
	}
	if err := encode(out, enc, headOf(head, last)); err != nil {
		return fmt.Errorf("write the head of the feed: %w", err)
	}
	for i := range entries {
		if err := encode(out, enc, &entries[i]); err != nil {
			return fmt.Errorf("write the entry %s: %w", entries[i].ID, err)
		}
	}
	out.WriteString("</feed>\n")
	return out.Flush()
}

func encode(out *bufio.Writer, enc *xml.Encoder, v any) error {
	if err := enc.Encode(v); err != nil {
		return err
	}
	return out.WriteByte('\n')
}

// headOf is what stands before the entries, without an element around it.
func headOf(h Head, last string) any {
	type named struct {
		XMLName xml.Name
		Text    string `xml:",chardata"`
	}
	in := func(name, text string) named { return named{xml.Name{Local: name}, text} }
	type linked struct {
		XMLName xml.Name `xml:"link"`
		link
	}
	type author struct {
		XMLName xml.Name `xml:"author"`
		person
	}
	parts := []any{in("id", h.ID), in("title", publish.Plain(h.Title)), in("updated", moment(last)), author{person: person{"Rapporteur"}}, in("generator", "Rapporteur")}
	if h.Self != "" {
		parts = append(parts, linked{link: link{"self", h.Self}})
	}
	return parts
}

// latest picks the entries of the feed, the latest first; of one day in the
// order of the record. No more are held than twice those that stay.
func latest(src *source.Source, cast *source.Cast, head Head) ([]entry, error) {
	var all []entry
	for l, err := range src.Lines(Kinds...) {
		if err != nil {
			return nil, err
		}
		all = append(all, entryOf(cast, head, l))
		if len(all) >= 2*head.Most {
			all = newest(all, head.Most)
		}
	}
	return newest(all, head.Most), nil
}

func newest(all []entry, most int) []entry {
	slices.SortStableFunc(all, func(a, b entry) int { return cmp.Compare(b.day, a.day) })
	return all[:min(len(all), most)]
}

func entryOf(cast *source.Cast, head Head, l record.Line) entry {
	e := entry{ID: "urn:rapporteur:" + l.Kind() + ":" + string(l.LineID()), Title: cast.Words(l), Category: []category{{l.Kind()}}, day: dayOf(cast, l)}
	if e.Updated = moment(e.day); e.Title == "" {
		e.Title = l.Kind() + " " + string(l.LineID())
	}
	e.Title = publish.Shorten(e.Title, 300)
	if r, ok := l.(*record.Report); ok {
		e.Author = &person{cast.ReportName(r.ID)}
		e.Content.Text = publish.Shorten(publish.Plain(strings.ToValidUTF8(r.Text[:min(len(r.Text), 1600)], "")), 400)
	}
	if s, ok := l.(*record.Story); ok {
		e.Content.Text = fmt.Sprintf("Reports: %d, of %d outlets and %d origins. %s", s.Support.Reports, s.Support.Outlets, s.Support.Origins,
			publish.SpanWords(source.Str(s.From), source.Str(s.To)))
	}
	e.Content.Type = "text"
	e.Content.Text += sentences(cast, l)
	e.Links = links(cast, head, l)
	return e
}

// maxCited is how many sentences an entry has.
const maxCited = 3

func sentences(cast *source.Cast, l record.Line) string {
	var all []string
	for _, ev := range record.EvidenceOf(l) {
		if s := cast.Cited(ev); len(all) < maxCited && !slices.Contains(all, s) {
			all = append(all, s)
		}
	}
	return strings.Join(all, "\n")
}

// links lead to the page of a line, where there is a server, and to the first
// report that it leans on.
func links(cast *source.Cast, head Head, l record.Line) (out []link) {
	if head.Base != "" {
		out = append(out, link{"alternate", head.Base + page(l)})
	}
	at := ""
	if r, ok := l.(*record.Report); ok {
		at = cast.Link(r.ID)
	}
	for _, ev := range record.EvidenceOf(l) {
		if at != "" {
			break
		}
		at = cast.Link(ev.Report)
	}
	switch {
	case at != "" && head.Base != "":
		out = append(out, link{"via", at})
	case at != "":
		out = append(out, link{"alternate", at})
	}
	return out
}

// page is where a server shows a line.
func page(l record.Line) string {
	switch l.Kind() {
	case record.KindReport:
		return "/reports/" + string(l.LineID())
	case record.KindStory:
		return "/stories/" + string(l.LineID())
	}
	return "/statements/" + string(l.LineID())
}

// dayOf is when a line was last reported on; "" when that is not known.
func dayOf(cast *source.Cast, l record.Line) string {
	day := ""
	switch v := l.(type) {
	case *record.Report:
		return cast.Day(v.ID)
	case *record.Story:
		return source.Str(v.To)
	case *record.Difference:
		for _, c := range v.Versions {
			for _, r := range c.Reports {
				day = max(day, cast.Day(r))
			}
		}
		return day
	}
	if s := record.SupportOf(l); s != nil {
		day = max(s.LastSeen, s.FirstSeen)
	}
	return day
}

// moment is a day as RFC 3339 wants it; a feed has to have one, so that of what
// has no date is the first of 1970.
func moment(day string) string {
	t, err := time.Parse(time.DateOnly, day)
	if err != nil {
		t = time.Unix(0, 0).UTC()
	}
	return t.Format(time.RFC3339)
}
