package term

import (
	"bufio"
	"io"
	"strings"

	"rapporteur/internal/publish"
)

// Column is one column of a table.
type Column struct {
	Title string
	Max   int  // columns of the screen at most; 0: as wide as its widest cell
	Right bool // numbers stand at the right
}

// gap is what stands between two columns.
const gap = "  "

// Table prints rows under their titles. The last column takes what width the
// others leave; what does not fit is cut and marked with an ellipsis. Cells may
// come from reports. The error is the first that w gives.
//
//	ID        DAY         SPEAKER    QUOTE
//	q7abc2de  2031-05-10  Oru Tamm   the line will reopen when both sides have…
func Table(w io.Writer, style Style, cols []Column, rows [][]string) error {
	p := &printer{w: bufio.NewWriter(w), style: style}
	for _, row := range rows {
		for i := range row {
			row[i] = publish.Plain(row[i])
		}
	}
	widths := p.widths(cols, rows)
	p.line(p.paint(dim, tableLine(cols, widths, titles(cols))))
	for _, row := range rows {
		p.line(tableLine(cols, widths, row))
	}
	return p.w.Flush()
}

func titles(cols []Column) (out []string) {
	for _, c := range cols {
		out = append(out, c.Title)
	}
	return out
}

// widths gives every column but the last what it needs, the last the rest.
func (p *printer) widths(cols []Column, rows [][]string) []int {
	widths := make([]int, len(cols))
	left := max(p.style.Width, 40)
	for i, c := range cols {
		if i == len(cols)-1 {
			widths[i] = max(left, 12)
			break
		}
		widths[i] = columns(c.Title)
		for _, row := range rows {
			widths[i] = max(widths[i], columns(row[i]))
		}
		if c.Max > 0 {
			widths[i] = min(widths[i], c.Max)
		}
		left -= widths[i] + len(gap)
	}
	return widths
}

func tableLine(cols []Column, widths []int, cells []string) string {
	var b strings.Builder
	for i, cell := range cells {
		if i > 0 {
			b.WriteString(gap)
		}
		cell = cut(cell, widths[i])
		fill := strings.Repeat(" ", widths[i]-columns(cell))
		if cols[i].Right {
			b.WriteString(fill + cell)
		} else {
			b.WriteString(cell + fill)
		}
	}
	return strings.TrimRight(b.String(), " ")
}

// cut shortens s to n columns of the screen and marks the cut.
func cut(s string, n int) string {
	if columns(s) <= n {
		return s
	}
	used := 0
	for i, r := range s {
		k := runeColumns(r)
		if used+k > n-1 {
			return strings.TrimRight(s[:i], " ") + "…"
		}
		used += k
	}
	return s
}
