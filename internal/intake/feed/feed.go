// Package feed reads the entries of an RSS, RDF or Atom feed as reports.
//
//	<channel><title>Vell Post</title>           Outlet    "Vell Post"
//	 <item><title>Ferry strike ends</title>  -> Title     "Ferry strike ends"
//	  <pubDate>Sat, 03 May 2031</pubDate>       Published 2031-05-03, given
//	  <description>The crews ...               Body      "The crews ..."
//
// In goes a feed as UTF-8 text; out come drafts with their text as it stood,
// mostly HTML. A feed that breaks off gives the entries before the break.
// Nothing is fetched: a feed that only teases gives teasers, and says so.
package feed

import (
	"html"
	"net/url"
	"strings"

	"github.com/mmcdole/gofeed"

	"rapporteur/internal/diag"
	"rapporteur/internal/intake/draft"
	"rapporteur/internal/news"
)

// SummaryOnly is the code of the finding for an entry without its full text.
const SummaryOnly = "summary-only"

// Item is an entry whose text is not yet cut into paragraphs.
type Item struct {
	draft.Report
	Body string
}

// Read gives the entries of a feed in their order. cut reports that the feed
// broke off and entries may be missing; err that nothing could be read.
func Read(text string) (items []*Item, cut bool, err error) {
	text = undeclared(text)
	f, err := parse(text)
	if err != nil {
		if f, _ = parse(mended(text)); f == nil || len(f.Items) == 0 {
			return nil, false, err
		}
		cut = true
	}
	for i, entry := range f.Items {
		if entry != nil {
			items = append(items, item(f, entry, i+1))
		}
	}
	return items, cut, nil
}

// parse runs gofeed. It is foreign code on hostile text: a panic of its is a
// feed that cannot be read.
func parse(text string) (f *gofeed.Feed, err error) {
	defer func() {
		if recover() != nil {
			f, err = nil, gofeed.ErrFeedTypeNotDetected
		}
	}()
	return gofeed.NewParser().ParseString(text)
}

// undeclared drops the XML declaration: the text is UTF-8 by now, whatever it
// declares.
func undeclared(text string) string {
	trimmed := strings.TrimLeft(text, " \t\r\n\ufeff")
	if strings.HasPrefix(trimmed, "<?xml") {
		if end := strings.Index(trimmed, "?>"); end > 0 {
			return trimmed[end+2:]
		}
	}
	return trimmed
}

// mended closes a feed that broke off behind its last whole entry.
func mended(text string) string {
	for _, form := range [...]struct{ entry, ending, root string }{
		{"</item>", "</channel></rss>", "<rss"},
		{"</item>", "</rdf:RDF>", "<rdf:RDF"},
		{"</entry>", "</feed>", "<feed"},
	} {
		if last := strings.LastIndex(text, form.entry); last > 0 && strings.Contains(text, form.root) {
			return text[:last+len(form.entry)] + form.ending
		}
	}
	return ""
}

func item(f *gofeed.Feed, entry *gofeed.Item, number int) *Item {
	it := &Item{Body: entry.Content}
	it.Number = number
	it.ID = entry.GUID
	it.Title = html.UnescapeString(entry.Title)
	it.URL = resolve(entry.Link, f.Link, f.FeedLink)
	it.Outlet = html.UnescapeString(f.Title)
	it.Language = f.Language
	it.Byline = names(entry.Authors)
	it.Publish(entry.Published, news.Given)
	it.Publish(entry.Updated, news.Given)
	it.Modify(entry.Updated, news.Given)
	if strings.TrimSpace(it.Body) == "" {
		it.Body = entry.Description
		it.Findings = append(it.Findings, diag.Finding{Code: SummaryOnly, Severity: diag.Note,
			Message: "the feed gives only a summary of this report; save the page itself to read all of it"})
	}
	return it
}

// resolve makes an entry's address whole with the addresses of its feed.
func resolve(link string, bases ...string) string {
	u, err := url.Parse(strings.TrimSpace(link))
	if err != nil || u.IsAbs() || link == "" {
		return link
	}
	for _, base := range bases {
		if b, err := url.Parse(base); err == nil && b.IsAbs() {
			return b.ResolveReference(u).String()
		}
	}
	return link
}

func names(authors []*gofeed.Person) string {
	var all []string
	for _, a := range authors {
		if a != nil && a.Name != "" {
			all = append(all, a.Name)
		}
	}
	return strings.Join(all, ", ")
}
