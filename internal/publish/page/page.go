// Package page prints a brief as one HTML file that needs nothing else: no
// script, no network, its style inside. It reads well on a phone, printed, and
// by light or dark; every line links to the sentence that says it, in the
// appendix of the same file. In goes a Brief; out comes HTML in which the words
// of reports are always text: html/template escapes them, Plain takes control
// and direction characters away, and only http and https addresses are links.
//
//	<li id="s-ev7">Meeting in Ilvane ... <a href="#p-1-3-a">Courier 1.3</a>
//	<li id="p-1-3">1.3 ... <mark id="p-1-3-a">ministers met in Ilvane</mark> ...
package page

import (
	"bufio"
	"embed"
	"fmt"
	"html/template"
	"io"
	"strings"

	"rapporteur/internal/news"
	"rapporteur/internal/publish"
)

//go:embed page.css
var css string

//go:embed *.tmpl
var files embed.FS

var templates = Parts()

// Parts is the templates of a brief, fresh, for a page that shows parts of it
// with links of its own: it may give "at" (from an anchor) and "place" (from a
// source) another meaning and define parts anew before the first is executed.
func Parts() *template.Template {
	return template.Must(template.New("page").Funcs(funcs).ParseFS(files, "*.tmpl"))
}

// CSS is the style sheet of a brief.
func CSS() string { return css }

var funcs = template.FuncMap{
	"css":      func() template.CSS { return template.CSS(css) },
	"at":       func(anchor string) string { return "#" + anchor },
	"place":    func(s *publish.Source) string { return "#" + s.Anchor },
	"brief":    func(n int, s any) string { return publish.Shorten(publish.Plain(fmt.Sprint(s)), n) },
	"fragment": publish.Fragment,
	"class":    class,
	"cut":      cut,
	"sayers":   sayers,
	"entries":  entries,
	"meaning":  publish.DiffMeaning,
	"direct":   func(q *publish.Quote) bool { return q.Form == news.Direct },
	"add":      func(a, b int) int { return a + b },
	"report":   func(b *publish.Brief, n int) *publish.Report { return b.Reports[n-1] },
	"passages": passages,
	"credits":  credits,
	"picture":  picture,
	"titled":   func(title string, s publish.Series) titled { return titled{title, s} },
	"figure":   func(single bool, f *publish.Figure) figure { return figure{single, f} },
	"quoted":   quoted,
	"lined":    func(label string, s publish.Statement) labelled { return labelled{label, s} },
	"pair":     func(b *publish.Brief, s any) pair { return pair{b, s} },
}

// pair hands a template the whole brief beside the part that it prints.
type pair struct {
	Brief *publish.Brief
	It    any
}

// labelled is a statement with what is said of it before who says it.
type labelled struct {
	Label string
	It    publish.Statement
}

// quoted is how a quote was made; direct ones show their form by their marks.
func quoted(q *publish.Quote) string {
	switch {
	case q.Form == news.Direct:
		return q.How
	case q.How == "":
		return string(q.Form)
	}
	return string(q.Form) + " · " + q.How
}

// titled is a series of figures under its title.
type titled struct {
	Title string
	It    publish.Series
}

// figure is a figure with whether it stands in a series of its own kind.
type figure struct {
	Single bool
	It     *publish.Figure
}

// Brief writes b. The error is the first that w gives.
func Brief(w io.Writer, b *publish.Brief) error {
	buf := bufio.NewWriter(w)
	if err := templates.ExecuteTemplate(buf, "page.tmpl", b); err != nil {
		return fmt.Errorf("write the page: %w", err)
	}
	return buf.Flush()
}

// class makes a word of the record a name that the style sheet may know.
func class(s any) string {
	if len(fmt.Sprint(s)) > 24 {
		return "unknown-word"
	}
	return strings.ReplaceAll(strings.Map(func(r rune) rune {
		if r == ' ' || r == '-' || (r >= 'a' && r <= 'z') {
			return r
		}
		return -1
	}, fmt.Sprint(s)), " ", "-")
}
