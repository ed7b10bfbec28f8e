// Package export writes what programs read: the record as JSON Lines, one line
// of docs/record.md each, and a brief as one JSON object. In goes a record or a
// Brief, out come bytes that are the same for the same input; text of reports
// is written unchanged, as JSON strings.
//
//	{"type":"report","id":"r2gx...","source":"folder/a.txt",...}
//	{"type":"quote","id":"q77a...","form":"direct",...}
package export

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"

	"rapporteur/internal/publish"
)

// Lines writes every line of r. It stops at the first error, which names the
// line that could not be written.
func Lines(w io.Writer, r publish.Reader) error {
	buf := bufio.NewWriter(w)
	enc := encoder(buf)
	for l := range r.Lines() {
		if err := enc.Encode(l); err != nil {
			return fmt.Errorf("write %s %s: %w", l.Kind(), l.LineID(), err)
		}
	}
	return buf.Flush()
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
