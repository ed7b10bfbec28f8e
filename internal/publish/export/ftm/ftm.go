// Package ftm writes the record as entities of FollowTheMoney
// (https://followthemoney.tech), the model that Aleph and OpenSanctions share:
// JSON Lines, one entity a line. In goes a source; out come the bytes, the same
// for the same record.
//
//	report    -> Article                     title, publisher, publishedAt, sourceUrl, bodyText
//	entity    -> Person, Organization, PublicBody, LegalEntity, Address
//	office    -> Position and Occupancy      who holds it, of whom
//	event     -> Event                       name, involved, location, date, proof
//	quote     -> Documentation               article - speaker, role "quote", the words as summary
//	position  -> Documentation               article - holder, role "position: demand"
//	report names entity -> Mention           document, resolved
//
// Only what the model has a place for is written: figures, differences, origins
// and times are not. An id that an entity points to is always written, too, also
// where the filters leave its line out.
package ftm

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"rapporteur/internal/news"
	"rapporteur/internal/publish"
	"rapporteur/internal/publish/export/source"
	"rapporteur/internal/record"
)

// entity is one line. Values are lists, as the model has them.
type entity struct {
	ID         string              `json:"id"`
	Schema     string              `json:"schema"`
	Properties map[string][]string `json:"properties"` // encoding/json sorts the names
}

func newEntity(id, schema string) *entity { return &entity{id, schema, map[string][]string{}} }

// add gives e a value; none is added twice, and an empty one not at all.
func (e *entity) add(property, value string) {
	value = strings.ReplaceAll(strings.ToValidUTF8(value, "\uFFFD"), "\x00", "\uFFFD")
	if strings.TrimSpace(value) == "" {
		return
	}
	for _, v := range e.Properties[property] {
		if v == value {
			return
		}
	}
	e.Properties[property] = append(e.Properties[property], value)
}

// Kinds are the types of line that the model has a place for.
var Kinds = []string{record.KindReport, record.KindEntity, record.KindQuote, record.KindPosition, record.KindEvent}

// Write writes the entities of what src lets through.
func Write(w io.Writer, src *source.Source) error {
	cast, err := src.Cast()
	if err != nil {
		return err
	}
	out := &writer{w: bufio.NewWriter(w), cast: cast, written: map[record.ID]bool{}, named: map[record.ID]bool{}}
	for l, err := range src.Lines(Kinds...) {
		if err != nil {
			return err
		}
		out.line(l)
		if out.err != nil {
			return fmt.Errorf("write %s %s: %w", l.Kind(), l.LineID(), out.err)
		}
	}
	out.rest()
	if out.err != nil {
		return out.err
	}
	return out.w.Flush()
}

// writer writes entities, and keeps in mind which lines are written and which
// are only pointed to so far.
type writer struct {
	w       *bufio.Writer
	cast    *source.Cast
	written map[record.ID]bool
	named   map[record.ID]bool
	order   []record.ID // of named
	err     error
}

func (w *writer) put(e *entity) {
	if w.err != nil {
		return
	}
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if w.err = enc.Encode(e); w.err == nil {
		_, w.err = w.w.Write(b.Bytes())
	}
}

// point gives e a property that names a report or an entity of the record; ok
// is false when there is none of that id, or none of that sort.
func (w *writer) point(e *entity, property string, id *record.ID, fits func(schema string) bool) bool {
	if id == nil || w.cast.Report(*id) == nil && (w.cast.Entity(*id) == nil || !fits(schemaOf(w.cast.Entity(*id).EntKind))) {
		return false
	}
	if !w.named[*id] {
		w.named[*id] = true
		w.order = append(w.order, *id)
	}
	e.add(property, string(*id))
	return true
}

// rest writes what was pointed to and has no line of its own.
func (w *writer) rest() {
	for _, id := range w.order {
		if w.written[id] {
			continue
		}
		if r := w.cast.Report(id); r != nil {
			w.put(w.article(r))
		} else if e := w.cast.Entity(id); e != nil {
			w.put(w.thing(e))
		}
	}
}

func (w *writer) line(l record.Line) {
	w.written[l.LineID()] = true
	switch v := l.(type) {
	case *record.Report:
		w.put(w.article(v))
	case *record.Entity:
		w.put(w.thing(v))
		w.offices(v)
		w.mentions(v)
	case *record.Quote:
		w.quote(v)
	case *record.Position:
		w.position(v)
	case *record.Event:
		w.event(v)
	}
}

// article is a report. The text is there when the line of the report is.
func (w *writer) article(r *record.Report) *entity {
	e := newEntity(string(r.ID), "Article")
	e.add("title", publish.Plain(source.Str(r.Title)))
	e.add("name", publish.Plain(source.Str(r.Title)))
	if r.Title == nil {
		e.add("name", w.cast.ReportName(r.ID))
	}
	e.add("author", publish.Plain(source.Str(r.Byline)))
	e.add("publisher", publish.Plain(source.Str(r.Outlet)))
	e.add("publishedAt", Date(&r.Published.Time))
	e.add("sourceUrl", w.cast.Link(r.ID))
	e.add("language", language(source.Str(r.Language)))
	e.add("bodyText", r.Text)
	return e
}

// schemaOf is the schema of a kind of entity. A state acts in reports as a
// public body does; a group without statutes is a legal entity only for want of
// a wider schema that can be involved in events.
func schemaOf(kind news.Kind) string {
	switch kind {
	case news.Person:
		return "Person"
	case news.Organization:
		return "Organization"
	case news.State:
		return "PublicBody"
	case news.Place:
		return "Address"
	}
	return "LegalEntity"
}

func (w *writer) thing(v *record.Entity) *entity {
	e := newEntity(string(v.ID), schemaOf(v.EntKind))
	name := publish.Plain(v.Name)
	e.add("name", name)
	if e.Schema == "Address" {
		e.add("full", name)
	}
	for _, a := range v.Variants {
		if s := publish.Plain(a.Text); s != name {
			e.add("alias", s)
		}
	}
	e.add("wikidataId", source.Str(v.Wikidata))
	if e.Schema == "Person" {
		for _, o := range v.Offices {
			e.add("position", officeName(w.cast, o))
		}
	}
	return e
}

func officeName(cast *source.Cast, o record.Office) string {
	s := publish.Plain(o.Title)
	if of := publish.Plain(cast.Name(o.Of)); of != "" {
		s += ", " + of
	}
	return s
}
