package tables

import (
	"reflect"
	"strings"
	"sync"

	"rapporteur/internal/news"
	"rapporteur/internal/publish"
	"rapporteur/internal/publish/export/codebook"
	"rapporteur/internal/publish/export/source"
	"rapporteur/internal/record"
)

// tableOf are the columns of the table of a kind.
func tableOf(kind string) []column { return allTables()[kind] }

var allTables = sync.OnceValue(func() map[string][]column {
	out := map[string][]column{}
	for _, kind := range record.Kinds {
		f := flattener{kind: kind}
		f.add("", "", record.Meaning{}, codebook.Of(kind), whole)
		out[kind] = f.out
	}
	return out
})

// at finds, in a row, the struct that a column belongs to.
type at func(*row) (reflect.Value, bool)

func whole(r *row) (reflect.Value, bool) { return r.value, true }

// flattener turns a tree of columns into a list.
type flattener struct {
	kind string
	out  []column
}

// add puts the columns cs of one struct, whose names begin with prefix, to the
// end of the table.
func (f *flattener) add(prefix, path string, of record.Meaning, cs []*codebook.Column, in at) {
	for _, c := range cs {
		m := c.Meaning
		if of.Words != "" {
			m.Words = of.Words + ": " + m.Words
		}
		get := func(r *row) (reflect.Value, bool) {
			v, ok := in(r)
			if !ok {
				return v, false
			}
			return c.In(v)
		}
		switch {
		case prefix == "" && (c.Name == "evidence" || f.kind == record.KindDifference && c.Name == "versions"):
			f.firstSentence()
		case prefix == "" && c.Name == "participants":
			f.participants()
		}
		if c.Type == codebook.Group && !c.List {
			f.add(prefix+c.Name+"_", path+c.Name+".", m, c.Columns, get)
			continue
		}
		f.out = append(f.out, column{prefix + c.Name, sortOf(c), path + c.Name, m, cellOf(c, get)})
		switch {
		case prefix == "" && c.Name == "id" && worded(f.kind):
			f.made("says", "text", "the line in words, as a brief has it", func(r *row) string { return text(r.cast.Words(r.line)) })
		case c.Name == "entity" && prefix != "":
			f.made(prefix+"name", "text", of.Words+": the full name of the entity, or the words of the report", partyName(in))
		}
	}
}

// worded says whether a kind of line can be put into words that are not simply
// one of its fields.
func worded(kind string) bool {
	switch kind {
	case record.KindQuote, record.KindPosition, record.KindEvent, record.KindFigure, record.KindDifference, record.KindOrigin:
		return true
	}
	return false
}

func sortOf(c *codebook.Column) string {
	switch {
	case c.List && c.Type == codebook.Group:
		return "JSON list of groups"
	case c.List:
		return "JSON list of " + string(c.Type)
	}
	return string(c.Type)
}

func cellOf(c *codebook.Column, get at) func(*row) string {
	return func(r *row) string {
		v, ok := get(r)
		if !ok {
			return ""
		}
		return plain(c, v)
	}
}

// made adds a column that the record does not have.
func (f *flattener) made(name, sort, meaning string, get func(*row) string) {
	f.out = append(f.out, column{name, sort, "", record.Meaning{Words: meaning}, get})
}

func partyName(in at) func(*row) string {
	return func(r *row) string {
		v, ok := in(r)
		if !ok {
			return ""
		}
		if p, isParty := v.Interface().(record.Party); isParty {
			return text(r.cast.Name(&p))
		}
		return ""
	}
}

// firstSentence adds the columns of the first sentence behind a line.
func (f *flattener) firstSentence() {
	first := func(get func(*source.Cast, record.Evidence) string) func(*row) string {
		return func(r *row) string {
			if ev := record.EvidenceOf(r.line); len(ev) > 0 {
				return text(get(r.cast, ev[0]))
			}
			return ""
		}
	}
	f.made("first_sentence", "text", "the first of the sentences that say it", first(func(_ *source.Cast, e record.Evidence) string { return e.Sentence }))
	f.made("first_report", "text", "the report that this sentence stands in", first(func(_ *source.Cast, e record.Evidence) string { return string(e.Report) }))
	f.made("first_outlet", "text", "the outlet of that report, or its file", first(func(c *source.Cast, e record.Evidence) string { return c.ReportName(e.Report) }))
	f.made("first_published", "day", "when that report was published", first(func(c *source.Cast, e record.Evidence) string { return c.Day(e.Report) }))
	f.made("first_link", "text", "where that report stands on the web", first(func(c *source.Cast, e record.Evidence) string { return c.Link(e.Report) }))
}

// participants adds, for an event, who takes part in which role.
func (f *flattener) participants() {
	for _, p := range []struct {
		role news.Role
		name string
	}{{news.Actor, "actors"}, {news.Recipient, "recipients"}, {news.Host, "hosts"}, {news.Mediator, "mediators"}, {news.Expected, "expected"}} {
		f.made(p.name, "text", "the names of the participants with the role "+string(p.role)+", apart by \"; \"", func(r *row) string {
			var names []string
			for i := range r.line.(*record.Event).Participants {
				if q := &r.line.(*record.Event).Participants[i]; q.Role == p.role {
					names = append(names, publish.Plain(r.cast.Name(&q.Party)))
				}
			}
			return text(strings.Join(names, "; "))
		})
	}
}
