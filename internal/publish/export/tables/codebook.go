package tables

import (
	"bufio"
	"io"
	"strings"

	"rapporteur/internal/record"
)

// Codebook writes what every column of every table is, as a table. kinds are
// the tables; none: all.
func Codebook(w io.Writer, kinds ...string) error {
	if len(kinds) == 0 {
		kinds = record.Kinds
	}
	out := &writer{w: bufio.NewWriter(w)}
	rows(kinds, func(cells ...string) {
		for _, c := range cells {
			out.cell(text(c))
		}
		out.end()
	})
	if out.err != nil {
		return out.err
	}
	return out.w.Flush()
}

// rows yields the rows of the codebook, its head first.
func rows(kinds []string, yield func(cells ...string)) {
	yield("table", "column", "type", "unit", "field", "meaning", "allowed")
	for _, kind := range kinds {
		for _, c := range tableOf(kind) {
			yield(kind, c.name, c.sort, c.meaning.Unit, c.path, c.meaning.Words, strings.Join(c.meaning.Allowed, "; "))
		}
	}
}

// Page is the codebook in Markdown, a heading and a table for each type of line.
func Page() string {
	var b strings.Builder
	for _, kind := range record.Kinds {
		b.WriteString("### " + kind + "\n\n| column | type | unit | meaning | allowed values |\n|---|---|---|---|---|\n")
		for _, c := range tableOf(kind) {
			name := "`" + c.name + "`"
			if c.path == "" {
				name += " ¹"
			}
			b.WriteString("| " + name + " | " + c.sort + " | " + c.meaning.Unit + " | " + c.meaning.Words + " | " + strings.Join(c.meaning.Allowed, ", ") + " |\n")
		}
		b.WriteString("\n")
	}
	return b.String()
}
