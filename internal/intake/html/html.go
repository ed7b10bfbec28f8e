// Package html reads a report from a web page as it was saved.
//
//	<script type="application/ld+json">{"@type": "NewsArticle",     Title     "Ferry strike ends"
//	  "headline": "Ferry strike ends",                              Published 2031-05-03, page
//	  "datePublished": "2031-05-03"}</script>                   ->  Outlet    "Vell Post"
//	<nav>...</nav> <article><h2>Crews back</h2>                     Heading   "Crews back"
//	<p>The crews went back.</p></article>                           Paragraph "The crews went back."
//
// In goes a page as UTF-8 text; out comes a draft. go-readability finds the
// main text; what the page says about itself is read here, from JSON-LD, meta
// elements and the page's own lines, in that order. Nothing is fetched, and no
// script runs. What the words say is not looked at: that is for clean.
package html

import (
	"log/slog"
	"net/url"
	"strings"

	readability "codeberg.org/readeck/go-readability/v2"
	"golang.org/x/net/html"

	"rapporteur/internal/intake/draft"
	"rapporteur/internal/news"
)

const (
	mostElements = 300_000 // a page of more is read without go-readability
	thinText     = 250     // bytes; less is taken for a failure to find the text
)

// Read reads page. A page without text gives a draft without blocks.
func Read(page string) *draft.Report {
	root, err := html.Parse(strings.NewReader(page))
	if err != nil { // nested deeper than the parser goes
		return &draft.Report{Blocks: stripped(page)}
	}
	m := about(root)
	r := m.report()
	scrub(root, r)
	r.Blocks = mainText(root, r)
	if length(r.Blocks) < thinText {
		if body := Fragment(m.ld.body); length(body) > length(r.Blocks) {
			r.Blocks = body
		}
	}
	if r.Title == "" && len(r.Blocks) > 1 && r.Blocks[0].Kind == news.Heading {
		r.Title, r.Blocks = r.Blocks[0].Text, r.Blocks[1:]
	}
	return r
}

// Fragment cuts a piece of HTML, as feeds and records carry it, into blocks.
// Plain text is one block a line.
func Fragment(s string) []draft.Block {
	if strings.TrimSpace(s) == "" {
		return nil
	}
	if !IsMarkup(s) {
		return lines(s)
	}
	root, err := html.Parse(strings.NewReader(s))
	if err != nil {
		return stripped(s)
	}
	var dropped draft.Report
	scrub(root, &dropped)
	w := &walker{r: &dropped}
	w.walk(root, news.Paragraph)
	return w.done()
}

// IsMarkup reports whether s holds HTML elements that part paragraphs.
func IsMarkup(s string) bool {
	for _, tag := range [...]string{"<p>", "<p ", "</p>", "<br", "<div", "<h2", "<ul", "<li"} {
		if strings.Contains(s, tag) {
			return true
		}
	}
	return false
}

// lines makes a block of every line that is not empty.
func lines(s string) (blocks []draft.Block) {
	for line := range strings.Lines(s) {
		if line = strings.TrimSpace(line); line != "" {
			blocks = append(blocks, draft.Block{Text: line})
		}
	}
	return blocks
}

// mainText finds the report on the page: by go-readability, else, when that
// finds next to nothing, every paragraph of the page.
func mainText(root *html.Node, r *draft.Report) []draft.Block {
	found := &walker{r: r}
	if node := article(root); node != nil {
		found.walk(node, news.Paragraph)
	}
	blocks := found.done()
	if length(blocks) >= thinText {
		return blocks
	}
	all := &walker{r: &draft.Report{}}
	all.walk(root, news.Paragraph)
	if rest := sentencesOnly(all.done()); length(rest) > length(blocks) {
		return rest
	}
	return blocks
}

// article runs go-readability. It is foreign code on hostile pages: a panic of
// its is a page in which it finds nothing.
func article(root *html.Node) (node *html.Node) {
	defer func() {
		if recover() != nil {
			node = nil
		}
	}()
	if elements(root, mostElements) >= mostElements {
		return nil
	}
	p := readability.NewParser()
	p.KeepClasses = true
	p.DisableJSONLD = true
	p.Logger = slog.New(slog.DiscardHandler)
	a, err := p.ParseDocument(root, &url.URL{Scheme: "https", Host: "page.invalid"})
	if err != nil {
		return nil
	}
	return a.Node
}

// elements counts the elements below n, most at most.
func elements(n *html.Node, most int) (count int) {
	for d := range n.Descendants() {
		if d.Type == html.ElementNode {
			if count++; count >= most {
				return count
			}
		}
	}
	return count
}

func length(blocks []draft.Block) (n int) {
	for _, b := range blocks {
		n += len(b.Text)
	}
	return n
}

// sentencesOnly keeps the blocks that could be prose, when a whole page is read.
func sentencesOnly(blocks []draft.Block) (kept []draft.Block) {
	for _, b := range blocks {
		if b.Kind == news.Heading || len(b.Text) > 60 || strings.HasSuffix(b.Text, ".") {
			kept = append(kept, b)
		}
	}
	return kept
}

// stripped is the text between the tags of a page that cannot be parsed.
func stripped(page string) (blocks []draft.Block) {
	z := html.NewTokenizer(strings.NewReader(page))
	skip := false
	for {
		switch z.Next() {
		case html.ErrorToken:
			return sentencesOnly(blocks)
		case html.StartTagToken:
			name, _ := z.TagName()
			skip = string(name) == "script" || string(name) == "style"
		case html.EndTagToken:
			skip = false
		case html.TextToken:
			if text := strings.TrimSpace(string(z.Text())); text != "" && !skip {
				blocks = append(blocks, draft.Block{Text: text})
			}
		}
	}
}
