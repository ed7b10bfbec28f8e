package html

import (
	"net/url"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"rapporteur/internal/intake/draft"
	"rapporteur/internal/news"
)

// meta is what a page says about itself, before it is decided whom to believe.
type meta struct {
	ld       linked
	named    map[string]string // <meta name|property|itemprop>, lower case; the first of each
	title    string            // <title>
	h1       string            // the first <h1>
	canon    string            // <link rel=canonical>
	lang     string            // <html lang>
	time     string            // the best <time datetime>
	timeRank int
	dateLine string // a visible line that is called a date or byline and holds a date
	byline   string // a visible line that is called a byline
}

// about collects the meta of a page, before anything is taken off it.
func about(root *html.Node) *meta {
	m := &meta{named: map[string]string{}}
	for n := range root.Descendants() {
		if n.Type == html.ElementNode {
			m.see(n)
		}
	}
	return m
}

func (m *meta) see(n *html.Node) {
	switch n.DataAtom {
	case atom.Html:
		m.lang = attr(n, "lang", attr(n, "xml:lang", ""))
	case atom.Title:
		m.title = either(m.title, textOf(n, lineMost))
	case atom.H1:
		m.h1 = either(m.h1, textOf(n, lineMost))
	case atom.Meta:
		m.seeMeta(n)
	case atom.Link:
		if strings.EqualFold(attr(n, "rel", ""), "canonical") {
			m.canon = either(m.canon, attr(n, "href", ""))
		}
	case atom.Script:
		if strings.Contains(strings.ToLower(attr(n, "type", "")), "ld+json") && n.FirstChild != nil {
			m.ld.read(n.FirstChild.Data)
		}
	case atom.Time:
		m.seeTime(n)
	case atom.Span, atom.Div, atom.P, atom.Li, atom.A, atom.Address, atom.Em, atom.B, atom.Strong, atom.Small, atom.H4, atom.H5, atom.H6:
		m.seeLine(n)
	}
}

func (m *meta) seeMeta(n *html.Node) {
	content := strings.TrimSpace(attr(n, "content", ""))
	for _, a := range [...]string{"name", "property", "itemprop"} {
		name := strings.ToLower(attr(n, a, ""))
		if name != "" && content != "" && m.named[name] == "" {
			m.named[name] = content
		}
	}
}

// seeTime prefers a <time> that is called the date of publication.
func (m *meta) seeTime(n *html.Node) {
	when := either(attr(n, "datetime", ""), textOf(n, lineMost))
	rank := 1
	if attr(n, "itemprop", "") == "datePublished" || attr(n, "pubdate", "-") != "-" || strings.Contains(names(n), "publish") {
		rank = 2
	}
	if strings.Contains(attr(n, "itemprop", "")+names(n), "modif") || strings.Contains(names(n), "update") {
		rank = 0
	}
	if _, code := draft.ParseDate(when); code == "" && rank > m.timeRank {
		m.time, m.timeRank = when, rank
	}
}

var (
	dateWords   = []string{"date", "dates", "dateline", "datetime", "published", "publish", "pubdate", "timestamp", "time", "posted", "entry-date", "post-date", "byline", "meta"}
	bylineWords = []string{"byline", "author", "authors", "author-name", "writer"}
)

const lineMost = 160 // bytes of a line that is a date, a byline or a headline

// seeLine looks at short lines that the page calls a date or a byline.
func (m *meta) seeLine(n *html.Node) {
	words := names(n) + attr(n, "itemprop", "") + " " + attr(n, "rel", "") + " "
	if len(words) < 4 || m.dateLine != "" && m.byline != "" {
		return
	}
	isDate, isByline := m.dateLine == "" && hasWord(words, dateWords), m.byline == "" && hasWord(words, bylineWords)
	if !isDate && !isByline {
		return
	}
	text := textOf(n, lineMost)
	if text == "" || len(text) > lineMost {
		return
	}
	if _, code := draft.ParseDate(text); isDate && code == "" {
		m.dateLine = text
	}
	if isByline && !strings.ContainsAny(text, "0123456789@") && len(text) <= lineMost/2 {
		m.byline = text
	}
}

func either(a, b string) string {
	if strings.TrimSpace(a) != "" {
		return a
	}
	return b
}

// first is the first of the named meta elements that is there.
func (m *meta) first(names ...string) string {
	for _, name := range names {
		if v := m.named[name]; v != "" {
			return v
		}
	}
	return ""
}

// report decides whom to believe: JSON-LD is written for readers of records,
// then what the page tells social networks, then what it shows.
func (m *meta) report() *draft.Report {
	r := &draft.Report{}
	r.URL = m.address()
	r.Outlet = either(m.ld.publisher, either(m.first("og:site_name", "application-name", "dc.publisher", "publisher", "copyright-holder"), host(r.URL)))
	r.Title = m.headline(r.Outlet)
	r.Byline = unprefixed(either(m.ld.author, either(notAddress(m.first("author", "article:author", "parsely-author", "sailthru.author", "dc.creator", "byl", "dcterms.creator")), m.byline)))
	r.Language = either(m.lang, either(m.ld.language, m.first("og:locale", "language", "content-language", "dc.language")))
	m.dates(r)
	return r
}

// unprefixed is a byline without the word that introduces it.
func unprefixed(byline string) string {
	for _, prefix := range [...]string{"Posted by ", "Written by ", "By ", "by ", "BY ", "Par ", "Von "} {
		if rest, found := strings.CutPrefix(byline, prefix); found {
			return rest
		}
	}
	return byline
}

func (m *meta) dates(r *draft.Report) {
	for _, phrase := range [...]string{
		m.ld.published,
		m.first("article:published_time", "og:article:published_time", "og:published_time", "datepublished", "date.published", "article.published", "pubdate", "publishdate", "publish-date", "publication_date", "parsely-pub-date", "sailthru.date", "cxenseparse:recs:publishtime", "dc.date.issued", "dcterms.issued", "dcterms.created", "dc.date", "dcterms.date", "date", "displaydate", "originalpublicationdate", "datecreated"),
		m.time,
		m.dateLine,
		DayIn(r.URL),
	} {
		r.Publish(phrase, news.Page)
	}
	r.Modify(either(m.ld.modified, m.first("article:modified_time", "og:updated_time", "datemodified", "lastmod", "last-modified", "dcterms.modified", "dc.date.modified", "revised")), news.Page)
}

func (m *meta) address() string {
	for _, s := range [...]string{m.canon, m.first("og:url"), m.ld.url} {
		if u, err := url.Parse(s); err == nil && u.Host != "" && (u.Scheme == "http" || u.Scheme == "https") {
			return s
		}
	}
	return ""
}

func host(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	return u.Hostname()
}

func notAddress(s string) string {
	if strings.Contains(s, "://") {
		return ""
	}
	return s
}

// headline is the title without the outlet's name behind it. What linked data
// calls the headline counts when the page's own title agrees; the first h1,
// which on some pages is the outlet's name, when it says the same or more.
func (m *meta) headline(outlet string) string {
	title := withoutSite(either(m.first("og:title", "twitter:title", "dc.title", "parsely-title", "sailthru.title"), m.title), outlet)
	if h := m.ld.headline; h != "" && !strings.HasSuffix(h, "...") && (title == "" || shares(h, title)) {
		return h
	}
	few := len(strings.Fields(title)) <= 2 || strings.EqualFold(title, outlet)
	if m.h1 != "" && len(m.h1) <= 2*lineMost && (title == "" || few && len(strings.Fields(m.h1)) > 2 || shares(title, m.h1)) {
		return m.h1
	}
	return title
}

// shares reports whether two lines have a longer word in common.
func shares(a, b string) bool {
	b = strings.ToLower(b)
	for w := range strings.FieldsSeq(strings.ToLower(a)) {
		if len(w) > 4 && strings.Contains(b, w) {
			return true
		}
	}
	return false
}

// withoutSite takes " | Vell Post" off a title: the outlet's name, or a short
// part behind a bar.
func withoutSite(title, outlet string) string {
	for _, bar := range [...]string{" | ", " — ", " – ", " - ", " :: ", " » "} {
		at := strings.LastIndex(title, bar)
		if at < 0 {
			continue
		}
		name := title[at+len(bar):]
		if strings.EqualFold(name, outlet) || bar == " | " && at > len(name) || len(strings.Fields(name)) <= 4 && len(strings.Fields(title[:at])) >= 4 && shares(name, outlet) {
			return withoutSite(title[:at], outlet)
		}
	}
	return title
}

// DayIn finds a day in an address: "/2031/05/03/", "/2031-05/03/".
func DayIn(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	parts := strings.FieldsFunc(u.Path, func(r rune) bool { return r == '/' || r == '-' })
	for i := 0; i+3 < len(parts); i++ {
		day := parts[i] + "-" + parts[i+1] + "-" + parts[i+2]
		if len(parts[i]) == 4 && len(parts[i+1]) == 2 && len(parts[i+2]) == 2 {
			if _, code := draft.ParseDate(day); code == "" && strings.HasPrefix(day, "20") {
				return day
			}
		}
	}
	return ""
}
