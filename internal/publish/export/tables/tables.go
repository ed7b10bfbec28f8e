// Package tables writes the record as CSV (RFC 4180): one table a type of line,
// one line a row, with a codebook of every column. In goes a source; out come
// bytes that are the same for the same record.
//
//	id,says,form,text,speaker_entity,speaker_name,...,first_outlet,first_sentence,...,evidence
//	q77a,Mira Toland: “We will talk”,direct,We will talk,...
//
// What has parts becomes columns with its name in front (speaker_text); a list
// is one cell of JSON. Beside the fields of the record stand a few columns that
// spare the reader a join: names, the line in words, and the first sentence
// behind it with its report. A text cell that a spreadsheet would take for a
// formula begins with an apostrophe, and so does one that begins with an
// apostrophe of its own: take one away and the text is as it was.
package tables

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"reflect"
	"strconv"
	"strings"

	"rapporteur/internal/publish/export/codebook"
	"rapporteur/internal/publish/export/source"
	"rapporteur/internal/record"
)

// Write writes the table of one type of line, with a row of names above it.
func Write(w io.Writer, src *source.Source, kind string) error {
	cast, err := src.Cast()
	if err != nil {
		return err
	}
	t := tableOf(kind)
	out := &writer{w: bufio.NewWriter(w)}
	for _, c := range t {
		out.cell(c.name)
	}
	out.end()
	for l, err := range src.Lines(kind) {
		if err != nil {
			return err
		}
		r := row{line: l, value: reflect.ValueOf(l).Elem(), cast: cast}
		for _, c := range t {
			out.cell(c.get(&r))
		}
		if out.end(); out.err != nil {
			return fmt.Errorf("write %s %s: %w", kind, l.LineID(), out.err)
		}
	}
	return out.w.Flush()
}

// row is one line of the record while it is written.
type row struct {
	line  record.Line
	value reflect.Value
	cast  *source.Cast
}

// column is one column of a table.
type column struct {
	name    string
	sort    string // of the codebook: its type, "list" or "JSON"
	path    string // where the value stands in the record; "" for one made for the table
	meaning record.Meaning
	get     func(*row) string
}

// text is a cell of words. Bytes that are no text, and zero bytes, which many
// readers end at, become U+FFFD.
func text(s string) string {
	s = strings.ReplaceAll(strings.ToValidUTF8(s, "\uFFFD"), "\x00", "\uFFFD")
	lead := strings.TrimLeft(s, " \u00a0\u3000")
	if lead == "" {
		return s
	}
	switch r := []rune(lead[:min(len(lead), 4)])[0]; r {
	case '=', '+', '-', '@', '\t', '\r', '\n', '\'', '＝', '＋', '－', '＠':
		return "'" + s
	}
	return s
}

// plain is one value as a cell.
func plain(c *codebook.Column, v reflect.Value) string {
	if c.List {
		return list(v)
	}
	switch c.Type {
	case codebook.Integer:
		return strconv.FormatInt(v.Int(), 10)
	case codebook.Number:
		return strconv.FormatFloat(v.Float(), 'g', -1, 64)
	case codebook.Truth:
		return strconv.FormatBool(v.Bool())
	}
	return text(codebook.String(v))
}

// list is a list as JSON; an empty one is "[]".
func list(v reflect.Value) string {
	if v.Len() == 0 {
		return "[]"
	}
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(v.Interface()); err != nil {
		return "" // numbers of the record are finite: those that are not stand in no list
	}
	return strings.TrimRight(b.String(), "\n")
}

// writer writes cells. encoding/csv would make line ends within cells into
// those of the file, and so move the offsets of a text.
type writer struct {
	w    *bufio.Writer
	some bool // the row has a cell
	err  error
}

func (w *writer) cell(s string) {
	if w.some {
		w.put(",")
	}
	w.some = true
	if !strings.ContainsAny(s, ",\"\r\n") && strings.TrimSpace(s) == s {
		w.put(s)
		return
	}
	w.put(`"`)
	w.put(strings.ReplaceAll(s, `"`, `""`))
	w.put(`"`)
}

func (w *writer) end() {
	w.put("\r\n")
	w.some = false
}

func (w *writer) put(s string) {
	if w.err == nil {
		_, w.err = w.w.WriteString(s)
	}
}
