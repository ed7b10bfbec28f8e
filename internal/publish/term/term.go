// Package term prints a brief in a terminal: 80 columns upward, wrapped by
// display width, colour only when the Style asks for it. In goes a Brief and a
// Style that the command line decides; out comes text whose every line from a
// report is freed of control and direction characters. It asks no terminal
// anything and reads no environment.
//
//	Timeline
//	  Mon 12 May 2031
//	    planned  Meeting in Ilvane: A and B
//	             2 reports, 2 outlets, 1 origin  [1.3] [4.1]
package term

import (
	"bufio"
	"cmp"
	"io"
	"strconv"
	"strings"

	"rapporteur/internal/publish"
)

// Style is how the page looks; the zero Style is 80 columns without colour.
type Style struct {
	Width int  // columns; below 40 means 80
	Color bool // ANSI colours
	Full  bool // no caps, and the sentences of the reports at the end
}

// cap is how many lines of a group are printed unless Full.
const (
	capItems   = 6
	capGroups  = 12
	capUnder   = 4
	capStories = 3 // stories told in full; the others in a line or two each
	capLines   = 40
)

type printer struct {
	w     *bufio.Writer
	style Style
}

// Brief prints b. The error is the first that w gives.
func Brief(w io.Writer, b *publish.Brief, style Style) error {
	if style.Width < 40 {
		style.Width = 80
	}
	p := &printer{w: bufio.NewWriter(w), style: style}
	p.head(b)
	for i, s := range b.Stories {
		if i == capStories && !p.style.Full && len(b.Stories) > capStories+1 {
			break
		}
		p.story(b, s)
	}
	p.more(b)
	p.reports(b)
	p.problems(b)
	p.foot(b)
	return p.w.Flush()
}

func (p *printer) head(b *publish.Brief) {
	if len(b.Reports) == 0 {
		p.wrap("", "", bold, "There is nothing to report yet.")
		p.wrap("", "", plain, "No report could be read from what was given. Name files or folders with reports (text, HTML, JSON), and the brief will be here.")
		return
	}
	p.wrap("", "", bold, b.Title)
	p.wrap("", "", dim, join(" · ", b.When, b.Counts.String()))
}

func (p *printer) story(b *publish.Brief, s *publish.Story) {
	if len(b.Stories) > 1 {
		p.line("")
		p.rule()
		p.wrap("", "", bold, s.Label)
		p.wrap("", "", dim, join(" · ", s.When, s.Counts.String()))
	}
	if s.Continues != nil {
		p.wrap("", "", dim, "continues: "+s.Continues.Text)
	}
	for _, sec := range s.Outline(b) {
		p.section(sec)
	}
}

func (p *printer) section(sec publish.Section) {
	p.heading(sec.Title, sec.Note)
	groups, items := cmp.Or(sec.Most, capGroups), cmp.Or(sec.Items, capItems)
	for i, g := range sec.Groups {
		if i == groups && len(sec.Groups) > groups+1 && !p.style.Full {
			p.wrap("  ", "  ", dim, "and "+strconv.Itoa(len(sec.Groups)-i)+" more")
			return
		}
		if i > 0 && g.Title != "" {
			p.line("")
		}
		p.group(g, items)
	}
}

func (p *printer) heading(title, note string) {
	p.line("")
	p.wrap("", "", head, title)
	if note != "" {
		p.wrap("", "", dim, note)
	}
}

func (p *printer) group(g publish.Group, most int) {
	if g.Title != "" {
		p.wrap("  ", "  ", bold, g.Title)
	}
	if g.Note != "" {
		p.wrap("  ", "  ", dim, g.Note)
	}
	for i, it := range g.Items {
		if i == most && len(g.Items) > most+1 && !p.style.Full {
			p.wrap("    ", "    ", dim, "and "+strconv.Itoa(len(g.Items)-i)+" more")
			return
		}
		p.item("    ", it)
	}
}

func (p *printer) item(in string, it publish.Item) {
	lead := in
	if it.Tag != "" {
		lead += p.paint(tagColor(it.Tag), publish.Shorten(publish.Plain(it.Tag), 40)) + "  "
	}
	more := in + "  "
	if it.Counts.Reports == 0 {
		// Nothing is counted here: the references follow the words.
		p.wrapRuns(lead, more, run{c: plain, s: it.Text}, run{c: dim, s: join("  ", references(it.Sources, p.style.Full), it.ID)})
		it.Sources, it.ID = nil, ""
	} else {
		p.wrap(lead, more, plain, it.Text)
	}
	if it.Gist != "" {
		p.wrap(more, more, dim, "“"+publish.Shorten(publish.Plain(it.Gist), 400)+"”")
	}
	support := p.support(it)
	if len(it.Notes) == 1 && columns(more)+columns(it.Notes[0])+3+columns(support) <= p.style.Width {
		it.Notes, support = nil, join(" · ", it.Notes[0], support)
	}
	for _, n := range it.Notes {
		p.wrap(more, more, dim, n)
	}
	if support != "" {
		p.wrap(more, more, dim, support)
	}
	p.under(more, it.Under)
}

// under prints versions and differences: a version in one line with its
// references, a difference as a line of its own with its versions below.
func (p *printer) under(in string, items []publish.Item) {
	for i, u := range items {
		if i == capUnder && !p.style.Full {
			p.wrap(in, in, dim, "and "+strconv.Itoa(len(items)-i)+" more")
			return
		}
		lead := in + "– "
		if u.Tag != "" {
			lead += p.paint(tagColor(u.Tag), publish.Shorten(publish.Plain(u.Tag), 40)) + "  "
		}
		p.wrapRuns(lead, in+"  ", run{c: plain, s: u.Text}, run{c: dim, s: references(u.Sources, p.style.Full)})
		p.under(in+"  ", u.Under)
	}
}

func (p *printer) support(it publish.Item) string {
	counts := ""
	if it.Counts.Reports > 0 {
		counts = it.Counts.String()
	}
	return join("  ", counts, references(it.Sources, p.style.Full), it.ID)
}

// references is "[1.3] [4.1] and 7 more".
func references(sources []*publish.Source, full bool) string {
	var out []string
	seen := map[string]bool{}
	for _, s := range sources {
		if !seen[s.Ref] {
			seen[s.Ref] = true
			out = append(out, "["+s.Ref+"]")
		}
	}
	if n := len(out); n > 8 && !full {
		out = append(out[:6:6], "and "+strconv.Itoa(n-6)+" more")
	}
	return strings.Join(out, " ")
}

// more lists the stories that are not told in full, with what is latest of each.
func (p *printer) more(b *publish.Brief) {
	var lines []publish.StoryLine
	if len(b.Stories) > capStories+1 && !p.style.Full {
		for _, s := range b.Stories[capStories:] {
			lines = append(lines, s.Line())
		}
	}
	if lines = append(lines, b.More...); len(lines) == 0 {
		return
	}
	p.heading("Smaller stories", "brief --story ID tells one of them, --full all.")
	for i, s := range lines {
		if i == capLines && !p.style.Full {
			p.wrap("  ", "  ", dim, "and "+strconv.Itoa(len(lines)-i)+" more")
			return
		}
		p.wrap("  ", "    ", plain, s.Label)
		p.wrap("    ", "    ", dim, join("  ", join(" · ", s.When, s.Counts.String()), string(s.ID)))
	}
}

func (p *printer) reports(b *publish.Brief) {
	if len(b.Reports) == 0 {
		return
	}
	p.heading("The reports", "")
	for i, r := range b.Reports {
		if i == 5*capItems && !p.style.Full {
			p.wrap("  ", "  ", dim, "and "+strconv.Itoa(len(b.Reports)-i)+" more")
			return
		}
		p.report(r)
	}
}

func (p *printer) report(r *publish.Report) {
	lead := "  [" + strconv.Itoa(r.Number) + "] "
	in := strings.Repeat(" ", len(lead))
	outlet := r.Outlet
	if outlet == "" {
		outlet = "outlet unknown"
	}
	when := r.When
	if r.Estimated() {
		when += " (" + r.Basis + ")"
	}
	p.wrap(lead, in, plain, join(" · ", outlet, when, publish.Shorten(publish.Plain(r.Title), 200)))
	p.wrap(in, in, dim, publish.Shorten(r.Source, 200))
	if r.Removed != nil {
		p.wrap(in, in, dim, "left out of the text: "+r.RemovedWords())
	}
	for _, f := range r.Findings {
		p.wrap(in, in+"  ", warn, f)
	}
	if p.style.Full {
		for _, s := range r.Passages {
			p.wrap(in+s.Ref+"  ", in+"  ", plain, s.Text)
		}
	}
}

func (p *printer) problems(b *publish.Brief) {
	if len(b.Problems) == 0 {
		return
	}
	p.heading("What could not be read", "")
	for _, pr := range b.Problems {
		p.wrap("  ", "    ", warn, join(": ", pr.Source, pr.Message))
		if pr.Hint != "" {
			p.wrap("    ", "    ", dim, pr.Hint)
		}
	}
}

func (p *printer) foot(b *publish.Brief) {
	if len(b.Reports) == 0 {
		return
	}
	p.line("")
	for _, n := range b.Notes() {
		p.wrap("", "", dim, n)
	}
}

func join(sep string, parts ...string) string {
	var out []string
	for _, s := range parts {
		if s != "" {
			out = append(out, s)
		}
	}
	return strings.Join(out, sep)
}
