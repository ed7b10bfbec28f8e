// Package columnar writes the record as Parquet: one file a type of line, with
// typed columns, parts as groups and lists as lists, as they stand in
// docs/record.md. In goes a source; out come the bytes of one file, the same
// for the same record.
//
//	quote.parquet
//	  id       string
//	  speaker  group?  entity string?, text string, anonymous boolean, of group?
//	  evidence list of group  report string, start int64, end int64, exact string, sentence string
//
// Days are of type DATE. Columns keep the order of the record. The meaning of
// each stands in the metadata of the file under "codebook".
package columnar

import (
	"encoding/json"
	"fmt"
	"io"
	"reflect"

	"github.com/parquet-go/parquet-go"

	"rapporteur/internal/publish/export/codebook"
	"rapporteur/internal/publish/export/source"
	"rapporteur/internal/record"
)

// groupBytes is about how much text a row group has: a whole group is held in
// memory before it is written.
const groupBytes = 16 << 20

// Write writes the file of one type of line.
func Write(w io.Writer, src *source.Source, kind string) error {
	t := newTable(kind)
	out := parquet.NewWriter(w, t.schema, parquet.Compression(&parquet.Zstd),
		parquet.CreatedBy("rapporteur", "1", "0"), parquet.KeyValueMetadata("codebook", meanings(kind)))
	for l, err := range src.Lines(kind) {
		if err != nil {
			return err
		}
		if _, err := out.WriteRows([]parquet.Row{t.row(l)}); err != nil {
			return fmt.Errorf("write %s %s: %w", kind, l.LineID(), err)
		}
		if t.size < groupBytes {
			continue
		}
		t.size = 0
		if err := out.Flush(); err != nil {
			return fmt.Errorf("write %s %s: %w", kind, l.LineID(), err)
		}
	}
	if err := out.Close(); err != nil {
		return fmt.Errorf("write the end of %s.parquet: %w", kind, err)
	}
	return nil
}

// table is the shape of one file.
type table struct {
	columns []*codebook.Column
	schema  *parquet.Schema
	leaves  [][]parquet.Value // of the row that is made, by number of the leaf
	size    int               // bytes of text in the row group so far
}

func newTable(kind string) *table {
	t := &table{columns: codebook.Of(kind)}
	t.schema = parquet.NewSchema(kind, group(t.columns))
	t.leaves = make([][]parquet.Value, len(t.schema.Columns()))
	return t
}

// row takes a line apart into the values of its leaves.
func (t *table) row(l record.Line) parquet.Row {
	for i := range t.leaves {
		t.leaves[i] = t.leaves[i][:0]
	}
	s := shredder{table: t}
	s.group(t.columns, reflect.ValueOf(l).Elem(), levels{})
	return parquet.MakeRow(t.leaves...)
}

// meanings is the codebook of a file as JSON: path of a column -> its meaning.
func meanings(kind string) string {
	type entry struct {
		Column  string   `json:"column"`
		Type    string   `json:"type"`
		Unit    string   `json:"unit,omitempty"`
		Meaning string   `json:"meaning"`
		Allowed []string `json:"allowed,omitempty"`
	}
	var all []entry
	var walk func(path string, cs []*codebook.Column)
	walk = func(path string, cs []*codebook.Column) {
		for _, c := range cs {
			all = append(all, entry{path + c.Name, string(c.Type), c.Unit, c.Words, c.Allowed})
			walk(path+c.Name+".", c.Columns)
		}
	}
	walk("", codebook.Of(kind))
	b, _ := json.Marshal(all) // strings alone: nothing can go wrong
	return string(b)
}
