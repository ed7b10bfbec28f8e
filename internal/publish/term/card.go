package term

import (
	"bufio"
	"io"
	"strings"

	"rapporteur/internal/publish"
)

// Card is one statement as a reviewer sees it.
type Card struct {
	Head     string // "3 of 128  quote q7abc2de  0.41  indirect"
	Says     string
	Passages []Passage
	More     string // "and 12 more", ""
}

// Passage is a sentence of a report with the words that say it.
type Passage struct {
	Where         string // outlet and day
	Before, Words string
	After         string
}

// Print prints the card. On a terminal with colour the words stand reversed,
// else between brackets.
func (c *Card) Print(w io.Writer, style Style) error {
	p := &printer{w: bufio.NewWriter(w), style: style}
	p.rule()
	p.wrap("", "", dim, c.Head)
	p.wrap("", "  ", bold, c.Says)
	for _, x := range c.Passages {
		p.line("")
		p.wrap("  ", "  ", dim, x.Where)
		p.passage(&x)
	}
	if c.More != "" {
		p.wrap("  ", "  ", dim, c.More)
	}
	p.line("")
	return p.w.Flush()
}

// reversed is for the words that a sentence is shown for.
const reversed color = "\x1b[7m"

// passage prints a sentence with its words marked.
func (p *printer) passage(x *Passage) {
	if p.style.Color {
		p.wrapRuns("    ", "    ", run{c: plain, s: x.Before}, run{reversed, x.Words, joined(x.Before, x.Words)}, run{plain, x.After, joined(x.Words, x.After)})
		return
	}
	p.wrap("    ", "    ", plain, x.Before+"["+strings.TrimSpace(x.Words)+"]"+x.After)
}

// joined reports whether no space stands between two stretches of a text.
func joined(a, b string) bool {
	return a != "" && b != "" && a == strings.TrimRight(a, " \t\n") && b == strings.TrimLeft(b, " \t\n")
}

// Fit is s as plain text on one line of at most so many columns.
func Fit(s string, columns int) string { return cut(publish.Plain(s), columns) }
