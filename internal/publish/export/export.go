// Package export writes the record in the forms that other programs read. In go
// a source (the record behind the filters of a reader) and the name of a format;
// out come bytes that are the same for the same record, written as they are
// made: no form needs the whole record in memory, but for the briefs.
//
//	Write(w, "csv", src)      tables    one table, or a zip of several with their codebook
//	Write(w, "parquet", src)  columnar  the same with types and nested lists
//	Write(w, "ics", src)      calendar  what is planned
//	...
//
// Each form has a package of its own beside this one. Statements that a reviewer
// rejected stand in JSON Lines alone.
package export

import (
	"archive/zip"
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"iter"
	"slices"
	"strings"
	"time"

	"rapporteur/internal/publish"
	"rapporteur/internal/publish/export/calendar"
	"rapporteur/internal/publish/export/columnar"
	"rapporteur/internal/publish/export/feed"
	"rapporteur/internal/publish/export/ftm"
	"rapporteur/internal/publish/export/gdelt"
	"rapporteur/internal/publish/export/source"
	"rapporteur/internal/publish/export/tables"
	"rapporteur/internal/publish/export/timeline"
	"rapporteur/internal/publish/markdown"
	"rapporteur/internal/publish/page"
	"rapporteur/internal/record"
)

// Format is one form of an export.
type Format struct {
	Name  string
	Ext   string   // of a file, with its dot
	Media string   // type of the content (IANA), of one file
	Words string   // what it is, in a line
	Kinds []string // the types of line that it has a place for; nil: all, apart or together; empty: all, together alone
	write func(io.Writer, *source.Source) error
	table func(io.Writer, *source.Source, string) error // instead of write: a file a type of line
}

var (
	events   = []string{record.KindEvent}
	together = []string{}
)

// Formats are all forms, in the order in which they are told.
var Formats = []Format{
	{"jsonl", ".jsonl", "application/jsonl", "JSON Lines: the record itself, one object a line", nil, lines, nil},
	{"csv", ".csv", "text/csv; charset=utf-8; header=present", "CSV: one table a type of line, with a codebook", nil, nil, tables.Write},
	{"parquet", ".parquet", "application/vnd.apache.parquet", "Parquet: one file a type of line, typed and nested", nil, nil, columnar.Write},
	{"ics", ".ics", "text/calendar; charset=utf-8", "iCalendar: meetings and whatever else is planned", events, plans, nil},
	{"atom", ".atom", "application/atom+xml", "Atom: reports, stories and statements, the latest first", feed.Kinds, atom, nil},
	{"timelinejs", ".json", "application/json", "TimelineJS: the events on a line of time", events, timeline.Write, nil},
	{"ftm", ".ftm.json", "application/json+ftm", "FollowTheMoney: people, bodies, articles, events and what ties them, one object a line", ftm.Kinds, ftm.Write, nil},
	{"gdelt", ".tsv", "text/tab-separated-values; charset=utf-8", "GDELT 2.0 event rows with PLOVER types and CAMEO codes", events, gdelt.Write, nil},
	{"markdown", ".md", "text/markdown; charset=utf-8", "Markdown: the brief", together, brief(markdown.Brief), nil},
	{"html", ".html", "text/html; charset=utf-8", "HTML: the brief as one page", together, brief(page.Brief), nil},
	{"json", ".json", "application/json", "JSON: the brief as one object", together, brief(JSON), nil},
	{"codebook", ".csv", "text/csv; charset=utf-8; header=present", "CSV: what every column of the tables means", nil, codebook, nil},
}

// Refuses says why f cannot be made of these types of line alone; "" when it can.
func (f Format) Refuses(types []string) string {
	switch {
	case len(types) == 0 || f.Kinds == nil:
		return ""
	case len(f.Kinds) == 0:
		return f.Name + " is a brief, which is made of lines of every type"
	case !slices.ContainsFunc(types, func(t string) bool { return slices.Contains(f.Kinds, t) }):
		return f.Name + " has a place for " + strings.Join(f.Kinds, ", ") + " alone"
	}
	return ""
}

// Named is the format of a name.
func Named(name string) (Format, bool) {
	for _, f := range Formats {
		if f.Name == name {
			return f, true
		}
	}
	return Format{}, false
}

// Names are the names of all formats.
func Names() (out []string) {
	for _, f := range Formats {
		out = append(out, f.Name)
	}
	return out
}

// Tabular says whether f writes a file a type of line.
func (f Format) Tabular() bool { return f.table != nil }

// Write writes what src lets through; of several tables it makes a zip.
func (f Format) Write(w io.Writer, src *source.Source) error {
	switch kinds := src.Kinds(); {
	case f.table == nil:
		return f.write(w, src)
	case len(kinds) == 1:
		return f.table(w, src, kinds[0])
	}
	return f.zip(w, src)
}

// Part is one file of several.
type Part struct {
	Name  string
	Write func(io.Writer) error
}

// Parts are the files of a format that writes one for each type of line, with
// their codebook.
func (f Format) Parts(src *source.Source) (out []Part) {
	for _, kind := range src.Kinds() {
		out = append(out, Part{kind + f.Ext, func(w io.Writer) error { return f.table(w, src, kind) }})
	}
	return append(out, Part{"codebook.csv", func(w io.Writer) error { return codebook(w, src) }})
}

// zipped is the time that all files of a zip have: that of the writing would
// make other bytes every time.
var zipped = time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)

func (f Format) zip(w io.Writer, src *source.Source) error {
	z := zip.NewWriter(w)
	for _, p := range f.Parts(src) {
		in, err := z.CreateHeader(&zip.FileHeader{Name: p.Name, Method: zip.Deflate, Modified: zipped})
		if err != nil {
			return fmt.Errorf("write %s: %w", p.Name, err)
		}
		if err := p.Write(in); err != nil {
			return err
		}
	}
	return z.Close()
}

func codebook(w io.Writer, src *source.Source) error { return tables.Codebook(w, src.Kinds()...) }

func lines(w io.Writer, src *source.Source) error {
	buf := bufio.NewWriter(w)
	r := &reader{src: src}
	if err := record.WriteLines(buf, r.Lines()); err != nil {
		return err
	}
	if r.err != nil {
		return r.err
	}
	return buf.Flush()
}

func plans(w io.Writer, src *source.Source) error {
	return calendar.Write(w, src, "Rapporteur: what is planned")
}

func atom(w io.Writer, src *source.Source) error {
	return feed.Write(w, src, feed.Head{ID: "urn:rapporteur:record", Title: "Rapporteur: what reports say"})
}

// brief writes what src lets through as a brief.
func brief(print func(io.Writer, *publish.Brief) error) func(io.Writer, *source.Source) error {
	return func(w io.Writer, src *source.Source) error {
		r := &reader{src: src}
		b := publish.NewBrief(r, nil, publish.Options{})
		if r.err != nil {
			return r.err
		}
		return print(w, b)
	}
}

// reader reads lines, and keeps the error that ended them.
type reader struct {
	src *source.Source
	err error
}

// Lines yields the lines; see err once they are over.
func (r *reader) Lines() iter.Seq[record.Line] {
	return func(yield func(record.Line) bool) {
		for l, err := range r.src.Every() {
			if err != nil {
				r.err = err
				return
			}
			if !yield(l) {
				return
			}
		}
	}
}

// JSON writes the brief as one indented object.
func JSON(w io.Writer, b *publish.Brief) error {
	enc := encoder(w)
	enc.SetIndent("", "  ")
	if err := enc.Encode(b); err != nil {
		return fmt.Errorf("write the brief as JSON: %w", err)
	}
	return nil
}

func encoder(w io.Writer) *json.Encoder {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	return enc
}

// ByName is the format that a file's name asks for; ok is false when it asks
// for none, or for any of several.
func ByName(file string) (f Format, ok bool) {
	file = strings.ToLower(file)
	best := 0
	for _, g := range Formats {
		if !strings.HasSuffix(file, g.Ext) || len(g.Ext) < best || g.Name == "codebook" {
			continue
		}
		f, ok = g, len(g.Ext) > best
		best = len(g.Ext)
	}
	return f, ok
}
