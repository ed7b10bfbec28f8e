package term

import (
	"bufio"
	"io"

	"rapporteur/internal/publish"
)

// News prints what is new. The error is the first that w gives.
func News(w io.Writer, n *publish.News, style Style) error {
	if style.Width < 40 {
		style.Width = 80
	}
	p := &printer{w: bufio.NewWriter(w), style: style}
	p.wrap("", "", bold, n.Title())
	if len(n.Changes) == 0 {
		p.wrap("", "", dim, "Nothing is new.")
	} else {
		p.wrap("", "", dim, n.Summary())
	}
	for _, sec := range n.Outline() {
		p.section(sec)
	}
	if left := n.Left(); left != "" {
		p.line("")
		p.wrap("", "", dim, left)
	}
	return p.w.Flush()
}
