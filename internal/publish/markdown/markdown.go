// Package markdown writes a brief as one CommonMark file. In goes a Brief, out
// comes text in which every reference links to the sentence in the appendix of
// the same file and nothing that a report says can act as markup.
//
//   - **planned** Meeting in Ilvane: A and B
//     2 reports, 2 outlets, 1 origin [1.3](#p-1-3)
package markdown

import (
	"bufio"
	"io"
	"strconv"
	"strings"

	"rapporteur/internal/publish"
)

// Brief writes b. The error is the first that w gives.
func Brief(w io.Writer, b *publish.Brief) error {
	p := &printer{bufio.NewWriter(w)}
	p.head(b)
	for _, s := range b.Stories {
		p.story(b, s)
	}
	p.more(b)
	p.problems(b)
	p.reports(b)
	p.foot(b)
	return p.w.Flush()
}

type printer struct{ w *bufio.Writer }

func (p *printer) put(parts ...string) {
	for _, s := range parts {
		p.w.WriteString(s)
	}
	p.w.WriteByte('\n')
}

func (p *printer) head(b *publish.Brief) {
	p.put("# ", Escape(b.Title), "\n")
	if len(b.Reports) == 0 {
		p.put("No report could be read from what was given. Name files or folders with reports (text, HTML, JSON), and the brief will be here.\n")
		return
	}
	p.put(join(" · ", b.When, b.Counts.String()), "\n")
}

func (p *printer) story(b *publish.Brief, s *publish.Story) {
	if len(b.Stories) > 1 {
		p.put("## ", Escape(s.Label), "\n")
		p.put(join(" · ", s.When, s.Counts.String()), "\n")
	}
	if s.Continues != nil {
		p.put("Continues: ", Escape(s.Continues.Text), "\n")
	}
	for _, sec := range s.Outline(b) {
		p.section(sec)
	}
}

func (p *printer) section(sec publish.Section) {
	p.put("### ", sec.Title, "\n")
	if sec.Note != "" {
		p.put("*", Escape(sec.Note), "*\n")
	}
	for _, g := range sec.Groups {
		if g.Title != "" {
			p.put("#### ", Escape(g.Title), "\n")
		}
		if g.Note != "" {
			p.put("*", Escape(g.Note), "*\n")
		}
		for _, it := range g.Items {
			p.item("", it)
		}
		p.put()
	}
}

func (p *printer) item(in string, it publish.Item) {
	tag := ""
	if it.Tag != "" {
		tag = "**" + Escape(it.Tag) + "** "
	}
	lines := []string{"- " + tag + Escape(it.Text)}
	if it.Gist != "" {
		lines = append(lines, "“"+Escape(publish.Shorten(publish.Plain(it.Gist), 400))+"”")
	}
	for _, n := range it.Notes {
		lines = append(lines, "*"+Escape(n)+"*")
	}
	counts := ""
	if it.Counts.Reports > 0 {
		counts = it.Counts.String()
	}
	if s := join(" ", counts, references(it.Sources)); s != "" {
		lines = append(lines, s)
	}
	p.put(in, strings.Join(lines, "\\\n"+in+"  ")) // a backslash at the end of a line breaks it
	for _, u := range it.Under {
		p.item(in+"  ", u)
	}
}

func references(sources []*publish.Source) string {
	var out []string
	seen := map[string]bool{}
	for _, s := range sources {
		if !seen[s.Ref] {
			seen[s.Ref] = true
			out = append(out, "[\\["+s.Ref+"\\]](#p-"+strings.ReplaceAll(s.Ref, ".", "-")+")")
		}
	}
	return strings.Join(out, " ")
}

func (p *printer) more(b *publish.Brief) {
	if len(b.More) == 0 {
		return
	}
	p.put("## Smaller stories\n")
	for _, s := range b.More {
		p.put("- ", Escape(s.Label), " (", join(" · ", s.When, s.Counts.String()), ")")
	}
	p.put()
}

func (p *printer) problems(b *publish.Brief) {
	if len(b.Problems) == 0 {
		return
	}
	p.put("## What could not be read\n")
	for _, pr := range b.Problems {
		p.put("- ", join(": ", Escape(pr.Source), join("; ", Escape(pr.Message), Escape(pr.Hint))))
	}
	p.put()
}

func (p *printer) reports(b *publish.Brief) {
	if len(b.Reports) == 0 {
		return
	}
	p.put("## What the reports say\n")
	for _, r := range b.Reports {
		p.report(r)
	}
}

func (p *printer) report(r *publish.Report) {
	p.put("### ", strconv.Itoa(r.Number), ". ", join(" · ", Escape(r.Name), r.When, Escape(publish.Shorten(publish.Plain(r.Title), 200))), "\n")
	if r.Outlet == "" {
		p.put("*The outlet is unknown.*\n")
	}
	if r.Estimated() {
		p.put("*The date is ", r.Basis, ".*\n")
	}
	if r.URL != "" {
		p.put("<", strings.NewReplacer("<", "%3C", ">", "%3E").Replace(r.URL), ">\n")
	}
	for _, f := range r.Findings {
		p.put("- **Note:** ", Escape(f))
	}
	for _, s := range r.Passages {
		p.put("- <a id=\"", s.Anchor, "\"></a>**", s.Ref, "** ", marked(s))
	}
	p.put()
}

// marked is a passage with its statements in bold where they do not nest.
func marked(s publish.Passage) string {
	var b strings.Builder
	depth := 0
	for _, piece := range s.Pieces {
		if depth == 0 && len(piece.Open) > 0 {
			b.WriteString("<mark>")
		}
		depth += len(piece.Open)
		b.WriteString(escapeInner(piece.Text))
		if depth > 0 && depth == piece.Close {
			b.WriteString("</mark>")
		}
		depth -= piece.Close
	}
	return b.String()
}

func (p *printer) foot(b *publish.Brief) {
	if len(b.Reports) == 0 {
		return
	}
	p.put("---\n")
	for _, n := range b.Notes() {
		p.put(Escape(n), "\n")
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

// Escape makes s one line of plain text that no Markdown reader takes for
// markup, a link, HTML or the start of a list.
func Escape(s string) string {
	s = publish.Plain(s)
	e := escapeInner(s)
	if i := strings.IndexAny(s, ".)-=:"); i >= 0 && strings.Trim(s[:i], "0123456789") == "" {
		// "12." or "-" at the start would begin a list; digits need no escape.
		e = e[:i] + "\\" + e[i:]
	}
	return e
}

// escapeInner escapes what acts anywhere in a line and keeps the space at
// either end.
func escapeInner(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	for _, r := range publish.Fragment(s) {
		switch {
		case r == '<':
			b.WriteString("&lt;")
		case r == '>':
			b.WriteString("&gt;")
		case r == '&':
			b.WriteString("&amp;")
		case strings.ContainsRune("\\`*_{}[]#+!|~^$", r):
			b.WriteByte('\\')
			b.WriteRune(r)
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}
