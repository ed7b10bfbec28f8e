package html

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"rapporteur/internal/intake/draft"
	"rapporteur/internal/news"
)

// scrub takes off the page what is never text, and writes the captions of its
// pictures down in r.
func scrub(n *html.Node, r *draft.Report) {
	for c := n.FirstChild; c != nil; {
		next := c.NextSibling
		switch {
		case c.Type == html.CommentNode:
			n.RemoveChild(c)
		case c.Type == html.ElementNode && noText(c):
			if c.DataAtom == atom.Figure || c.DataAtom == atom.Figcaption {
				note(r, news.Caption, textOf(c, noteMost))
			}
			n.RemoveChild(c)
		default:
			scrub(c, r)
		}
		c = next
	}
}

func noText(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Script, atom.Style, atom.Noscript, atom.Template, atom.Iframe, atom.Svg, atom.Object, atom.Video, atom.Audio,
		atom.Form, atom.Button, atom.Select, atom.Textarea, atom.Nav, atom.Footer, atom.Dialog, atom.Menu, atom.Figcaption:
		return true
	case atom.Figure:
		return len(textOf(n, figureMost)) < figureMost // some pages wrap the whole report in one
	}
	return attr(n, "hidden", "\x00") != "\x00" || attr(n, "aria-hidden", "") == "true" && n.DataAtom != atom.Body
}

func note(r *draft.Report, kind news.RemovedKind, text string) {
	if text != "" && len(r.Removed) < 500 {
		r.Removed = append(r.Removed, news.Removed{Kind: kind, Text: text})
	}
}

// walker turns the elements of a report's main text into blocks.
type walker struct {
	r      *draft.Report
	blocks []draft.Block
	open   strings.Builder
	kind   news.BlockKind
}

// walk is not recursive on depth beyond what html.Parse lets through (512).
func (w *walker) walk(n *html.Node, kind news.BlockKind) {
	switch n.Type {
	case html.TextNode:
		w.add(n.Data, kind)
		return
	case html.ElementNode:
		if role := roleOf(n); role != "" {
			w.flush()
			note(w.r, role, textOf(n, noteMost))
			return
		}
	}
	if n.DataAtom == atom.Br {
		w.lineBreak(n)
		return
	}
	inner := kindOf(n, kind)
	apart := parts(n)
	if apart {
		w.flush()
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		w.walk(c, inner)
	}
	if apart {
		w.flush()
	}
}

func (w *walker) add(s string, kind news.BlockKind) {
	if w.open.Len() == 0 {
		if strings.TrimSpace(s) == "" {
			return
		}
		w.kind = kind
	}
	w.open.WriteString(s)
}

func (w *walker) flush() {
	text := strings.Join(strings.Fields(w.open.String()), " ")
	w.open.Reset()
	if text != "" {
		w.blocks = append(w.blocks, draft.Block{Text: text, Kind: w.kind})
	}
}

// lineBreak ends a block at two breaks in a row, and at one behind a full
// sentence: many pages part paragraphs so.
func (w *walker) lineBreak(n *html.Node) {
	so := strings.TrimSpace(w.open.String())
	next := n.NextSibling
	for next != nil && next.Type == html.TextNode && strings.TrimSpace(next.Data) == "" {
		next = next.NextSibling
	}
	if next != nil && next.DataAtom == atom.Br || len(so) > 60 && strings.ContainsAny(so[len(so)-1:], ".!?\"") || strings.HasSuffix(so, "”") {
		w.flush()
		return
	}
	w.open.WriteByte(' ')
}

func (w *walker) done() []draft.Block {
	w.flush()
	return w.blocks
}

func kindOf(n *html.Node, outer news.BlockKind) news.BlockKind {
	switch n.DataAtom {
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		return news.Heading
	case atom.Li, atom.Dt, atom.Dd:
		return news.ListItem
	case atom.Blockquote, atom.Q, atom.Aside:
		if hasWord(names(n), pullquotes) {
			return news.Pullquote
		}
	}
	return outer
}

// parts reports whether n begins and ends a block.
func parts(n *html.Node) bool {
	switch n.DataAtom {
	case atom.A, atom.Abbr, atom.B, atom.Bdi, atom.Bdo, atom.Cite, atom.Code, atom.Data, atom.Del, atom.Dfn, atom.Em, atom.Font, atom.I,
		atom.Ins, atom.Kbd, atom.Mark, atom.Q, atom.S, atom.Small, atom.Span, atom.Strong, atom.Sub, atom.Sup, atom.Time, atom.U, atom.Var, atom.Wbr:
		return false
	}
	return n.Type == html.ElementNode
}

// The words in an element's class and id that tell that it is no text. Whole
// words between hyphens and underscores are compared, so that "shareholder"
// is not "share".
var (
	pullquotes = []string{"pullquote", "pull-quote", "pull", "quote"}
	roles      = [...]struct {
		kind  news.RemovedKind
		words []string
	}{
		{news.Caption, []string{"caption", "captions", "wp-caption-text", "credit", "imagecaption", "photocredit"}},
		{news.Promo, []string{"newsletter", "newsletters", "related", "recommended", "recirc", "promo", "readmore", "signup", "subscribe", "subscription", "whatsapp", "telegram", "inline-related", "onward", "outbrain", "taboola", "rail"}},
		{news.Advert, []string{"ad", "ads", "advert", "adverts", "advertisement", "advertising", "sponsored", "dfp", "adslot"}},
		{news.Appeal, []string{"donate", "donation", "contribution", "epic", "membership", "appeal", "support", "supporter", "reader-revenue"}},
		{news.Navigation, []string{"share", "sharing", "social", "breadcrumb", "breadcrumbs", "comments", "disqus", "tags", "toolbar", "cookie", "gdpr", "skip", "sr-only", "visually-hidden", "screen-reader-text", "player", "pagination"}},
		{news.Byline, []string{"byline", "dateline-meta", "author-bio", "author-box", "timestamp"}},
		{news.SyndicationNotice, []string{"copyright", "disclaimer"}},
	}
)

// Bytes of text. An element of more is a container, whatever its name.
const (
	roleMost   = 900
	figureMost = 600
	noteMost   = 4000 // kept of what is taken away
)

// roleOf is what the page itself calls n by class or id, "" for text.
func roleOf(n *html.Node) news.RemovedKind {
	switch n.DataAtom {
	case atom.Html, atom.Body, atom.Main, atom.Article, atom.P, atom.H1, atom.H2, atom.H3, atom.Blockquote:
		if n.DataAtom != atom.P {
			return ""
		}
	}
	words := names(n)
	if words == "" {
		return ""
	}
	for i := range roles {
		if hasWord(words, roles[i].words) && len(textOf(n, roleMost)) <= roleMost {
			return roles[i].kind
		}
	}
	return ""
}

// names is the class and id of n in lower case, with a space around each word.
func names(n *html.Node) string {
	class, id := attr(n, "class", ""), attr(n, "id", "")
	if class == "" && id == "" {
		return ""
	}
	return strings.ToLower(" " + class + " " + id + " ")
}

// hasWord reports whether one of words stands in names as a whole word.
func hasWord(names string, words []string) bool {
	for _, w := range words {
		for from := 0; ; {
			at := strings.Index(names[from:], w)
			if at < 0 {
				break
			}
			at += from
			if end := at + len(w); (at == 0 || edge(names[at-1])) && (end == len(names) || edge(names[end])) {
				return true
			}
			from = at + 1
		}
	}
	return false
}

func edge(c byte) bool { return c == ' ' || c == '-' || c == '_' || c == '\n' || c == '\t' }

// textOf is the text below n with single spaces; of more than most bytes, only
// the first and a few more.
func textOf(n *html.Node, most int) string {
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			b.WriteString(d.Data)
			b.WriteByte(' ')
			if b.Len() > 4*most {
				break
			}
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

// attr is the value of an attribute of n, none when n has it not.
func attr(n *html.Node, name, none string) string {
	for _, a := range n.Attr {
		if a.Key == name && a.Namespace == "" {
			return a.Val
		}
	}
	return none
}
