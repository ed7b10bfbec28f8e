package ftm

import (
	"strconv"
	"strings"
	"time"

	"rapporteur/internal/publish"
	"rapporteur/internal/publish/export/source"
	"rapporteur/internal/record"
)

func anything(string) bool      { return true }
func acting(schema string) bool { return schema != "Address" } // all others are legal entities
func organized(schema string) bool {
	return schema == "Organization" || schema == "PublicBody"
}

// offices writes the posts of a person, each once, and who holds them.
func (w *writer) offices(v *record.Entity) {
	if schemaOf(v.EntKind) != "Person" {
		return
	}
	for i, o := range v.Offices {
		post := newEntity(string(v.ID)+"-post-"+strconv.Itoa(i+1), "Position")
		post.add("name", officeName(w.cast, o))
		if o.Of != nil {
			w.point(post, "organization", o.Of.Entity, organized)
		}
		held := newEntity(string(v.ID)+"-holds-"+strconv.Itoa(i+1), "Occupancy")
		w.point(held, "holder", &v.ID, anything)
		held.add("post", post.ID)
		held.add("status", o.Tense)
		held.add("startDate", source.Str(o.From))
		held.add("endDate", source.Str(o.To))
		w.proof(held, o.Evidence)
		w.put(post)
		w.put(held)
	}
}

// mentions writes which reports speak of an entity. The model has mentions of
// legal entities only; a place is tied to the report as documentation.
func (w *writer) mentions(v *record.Entity) {
	schema := schemaOf(v.EntKind)
	for _, id := range v.Reports {
		e := newEntity(string(v.ID)+"-in-"+string(id), "Mention")
		property := "resolved"
		if schema == "Address" {
			e.Schema, property = "Documentation", "entity"
			e.add("role", "mentioned")
		} else {
			e.add("name", publish.Plain(v.Name))
			e.add("detectedSchema", schema)
		}
		if w.point(e, "document", &id, anything) && w.point(e, property, &v.ID, anything) {
			w.put(e)
		}
	}
}

// quote ties the speaker to every report that carries the words.
func (w *writer) quote(q *record.Quote) {
	role := "quote"
	switch {
	case q.Negated:
		role = "quote, denied to have been said"
	case q.Hedged:
		role = "quote, from hearsay"
	}
	w.said(string(q.ID), role, q.Speaker, q.Text, q.Time, q.Evidence)
}

func (w *writer) position(p *record.Position) {
	w.said(string(p.ID), "position: "+string(p.Stance), p.Holder, p.Issue.Label, p.Said, p.Evidence)
}

// said writes, for each report behind a statement, that it documents what a
// named party said or wants. Of unnamed parties the model has no place.
func (w *writer) said(id, role string, who *record.Party, words string, at *record.Time, ev []record.Evidence) {
	if who == nil || who.Entity == nil {
		return
	}
	met := map[record.ID]bool{}
	for _, c := range ev {
		if met[c.Report] {
			continue
		}
		met[c.Report] = true
		e := newEntity(id+"-in-"+string(c.Report), "Documentation")
		e.add("role", publish.Plain(role))
		e.add("summary", publish.Plain(words))
		e.add("description", publish.Plain(c.Sentence))
		e.add("date", Date(at))
		e.add("recordId", id)
		e.add("sourceUrl", w.cast.Link(c.Report))
		if w.point(e, "document", &c.Report, anything) && w.point(e, "entity", who.Entity, anything) {
			w.put(e)
		}
	}
}

func (w *writer) event(v *record.Event) {
	e := newEntity(string(v.ID), "Event")
	e.add("name", w.cast.Words(v))
	e.add("keywords", publish.Plain(v.Class))
	if v.Status != nil {
		e.add("keywords", publish.Plain(string(*v.Status)))
	}
	for i := range v.Participants {
		p := &v.Participants[i]
		if !w.point(e, "involved", p.Entity, acting) {
			e.add("namesMentioned", publish.Plain(w.cast.Name(&p.Party)))
		}
	}
	e.add("location", publish.Plain(w.cast.Name(v.Place)))
	if v.Time != nil {
		e.add("date", Date(v.Time))
		if first, last := interval(v.Time); first != last {
			e.add("startDate", first)
			e.add("endDate", last)
		}
	}
	for _, c := range v.Evidence {
		e.add("description", publish.Plain(c.Sentence))
	}
	e.add("recordId", string(v.ID))
	w.proof(e, v.Evidence)
	w.put(e)
}

// proof names the reports behind e.
func (w *writer) proof(e *entity, ev []record.Evidence) {
	for _, c := range ev {
		w.point(e, "proof", &c.Report, anything)
	}
}

// Date is a time as the model has it, as exact as it is known: 2024-03-12,
// 2024-03, 2024; "" for what is no part of one of these.
func Date(t *record.Time) string {
	if t == nil {
		return ""
	}
	first, last := interval(t)
	switch {
	case first == "" || t.Approximate != nil && *t.Approximate != "about":
		return ""
	case t.Precision == "month":
		return first[:len("2006-01")]
	case t.Precision == "year":
		return first[:len("2006")]
	case first == last:
		return first
	}
	return ""
}

// interval is the first and the last day of a time; "" where they are not known.
func interval(t *record.Time) (first, last string) {
	from, errFrom := time.Parse(time.DateOnly, source.Str(t.From))
	to, errTo := time.Parse(time.DateOnly, source.Str(t.To))
	if errFrom != nil || errTo != nil || !from.Before(to) {
		return "", ""
	}
	return from.Format(time.DateOnly), to.AddDate(0, 0, -1).Format(time.DateOnly)
}

// languages are ISO 639-3 codes, which the model uses, of the codes of reports.
var languages = map[string]string{"en": "eng", "de": "deu", "fr": "fra", "es": "spa", "ru": "rus", "uk": "ukr", "ar": "ara", "zh": "zho"}

func language(code string) string {
	short, _, _ := strings.Cut(strings.ToLower(code), "-")
	return languages[short]
}
