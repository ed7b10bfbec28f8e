// Package clean makes a Document of a draft: it takes away what is on the page
// and no part of the report, and keeps everything it takes, with its kind.
//
//	draft                                         Document
//	"Ferry strike ends"                           Headline  "Ferry strike ends"
//	"By Ada Poole"                            ->  Removed   byline "By Ada Poole"
//	"The crews went back. Story continues below"  Paragraph "The crews went back."
//	                                              Removed   advert "Story continues below"
//
// What boilerplate says is data (patterns.txt); what it looks like, captions
// and lists, is code. Precision comes first: a passage that could be the
// report's own stays. Datelines stay. Nothing here understands the report, and
// nothing reads another one.
package clean

import (
	"strings"

	"rapporteur/internal/diag"
	"rapporteur/internal/intake/draft"
	"rapporteur/internal/intake/language"
	"rapporteur/internal/news"
	"rapporteur/internal/text"
)

// Codes of findings; docs/findings.md explains each.
const (
	BidiControls    = "bidi-controls"
	NULBytes        = "nul-bytes"
	BadBytes        = "undecodable-bytes"
	NoBody          = "no-body"
	EncodedTwice    = "encoded-twice"
	LanguageNotRead = "language-not-read"
	Undated         = "no-date"
)

// Document cleans r. Source and Key are the caller's to set.
func Document(r *draft.Report) *news.Document {
	c := cleaner{d: &news.Document{
		URL: strings.TrimSpace(r.URL), Published: r.Published, Modified: r.Modified,
		Removed: r.Removed, Findings: r.Findings,
	}}
	c.d.Title = draft.Canon(r.Title, &c.traces)
	c.d.Byline = draft.Canon(r.Byline, &c.traces)
	c.d.Outlet = Outlet(draft.Canon(r.Outlet, &c.traces))
	c.take(r.Blocks)
	galleries(c.blocks)
	glued(c.blocks)
	headed(c.blocks)
	c.again()
	c.phrases()
	if c.spaced() {
		c.layout()
		c.captions()
	}
	c.write()
	c.judge(r.Language)
	return c.d
}

// Outlet is a name or domain without what only addresses have.
func Outlet(s string) string {
	if strings.ContainsAny(s, " ") {
		return s
	}
	s = strings.TrimPrefix(strings.TrimPrefix(s, "https://"), "http://")
	s, _, _ = strings.Cut(s, "/")
	if domain, ok := strings.CutPrefix(s, "www."); ok {
		return domain
	}
	return s
}

// cleaner carries one report through the steps of Document.
type cleaner struct {
	d      *news.Document
	traces draft.Traces
	blocks []*block
}

// take brings the blocks to canonical text, without pictures and without the
// headline's repetition.
func (c *cleaner) take(from []draft.Block) {
	p := phrases()
	title := text.Fold(c.d.Title)
	for _, f := range from {
		b := &block{text: draft.Canon(f.Text, &c.traces), kind: f.Kind}
		b.cuts = images(b.text)
		b.text = unlink(c.settle(b))
		if b.text == "" || title != "" && len(c.blocks) < 3 && text.Fold(b.text) == title {
			continue
		}
		b.scan(p)
		c.blocks = append(c.blocks, b)
	}
	c.splitTitle()
}

// splitTitle parts a first block that begins with the headline and goes on
// with dates and names: "Ferry strike ends Updated: 2031-05-03 13:14".
func (c *cleaner) splitTitle() {
	if c.d.Title == "" || len(c.blocks) == 0 {
		return
	}
	b := c.blocks[0]
	rest, found := strings.CutPrefix(b.text, c.d.Title)
	if !found || rest == "" {
		return
	}
	after := &block{text: strings.TrimSpace(rest)}
	after.scan(phrases())
	if phrasesOf(after); len(after.cuts) > 0 && after.left() == 0 {
		*b = block{text: after.text}
		b.scan(phrases())
	}
}

// spaced reports whether words are parted by spaces, as the rules that count
// words suppose: scripts such as Chinese part none.
func (c *cleaner) spaced() bool {
	words, bytes := 0, 0
	for _, b := range c.blocks {
		words += len(b.words)
		bytes += len(b.text)
	}
	return bytes < 30*words
}

// settle applies the cuts of b, writes down what went and returns what stays.
func (c *cleaner) settle(b *block) string {
	kept, removed := b.apply()
	c.d.Removed = append(c.d.Removed, removed...)
	b.cuts = b.cuts[:0]
	return kept
}

// again settles every block, drops the empty ones and scans the others anew.
func (c *cleaner) again() {
	p := phrases()
	kept := c.blocks[:0]
	for _, b := range c.blocks {
		cut := len(b.cuts) > 0
		if b.text = c.settle(b); b.text == "" || !hasWord(b.text) {
			continue
		}
		if cut {
			b.scan(p)
			if len(b.words) <= scrapWords {
				c.d.Removed = append(c.d.Removed, news.Removed{Kind: last(c.d.Removed), Text: b.text})
				continue
			}
		}
		b.changed = cut
		kept = append(kept, b)
	}
	c.blocks = kept
}

// scrapWords are so few that what is left of a block says nothing.
const scrapWords = 2

// last is the kind of the passage taken last.
func last(removed []news.Removed) news.RemovedKind {
	if len(removed) == 0 {
		return news.Navigation
	}
	return removed[len(removed)-1].Kind
}

// hasWord reports whether s holds a letter or digit.
func hasWord(s string) bool {
	return strings.IndexFunc(s, inWord) >= 0
}

const (
	topBlocks  = 6 // in which the date and the authors stand
	footBlocks = 4 // in which authors are introduced
)

// phrases takes what the patterns name. Twice, since what stands about an
// inline mark may be a whole label once the mark is gone.
func (c *cleaner) phrases() {
	for range 2 {
		for i, b := range c.blocks {
			b.foot = i+footBlocks >= len(c.blocks) && i > 0
			phrasesOf(b)
			appeals(b)
			toReader(b)
			buttons(b)
			addresses(b)
			if i >= topBlocks/2 {
				shouts(b)
			}
			copyright(b)
			markup(b)
			if i < topBlocks {
				dateLine(b)
				c.readByline(b)
			}
		}
		c.spread()
		c.again()
	}
}

// spread lets an appeal that was taken whole take its neighbours, when they
// speak to the reader too.
func (c *cleaner) spread() {
	for i, b := range c.blocks {
		if len(b.cuts) != 1 || b.cuts[0].kind != news.Appeal || b.left() > 0 {
			continue
		}
		for _, j := range [...]int{i - 1, i + 1} {
			if j >= 0 && j < len(c.blocks) && c.blocks[j].cues > 0 && len(c.blocks[j].words) <= 80 {
				c.blocks[j].cutAll(news.Appeal)
			}
		}
	}
}

// readByline reads the date and the authors off a line that is about to go,
// where the file did not state them.
func (c *cleaner) readByline(b *block) {
	if len(b.cuts) == 0 || b.cuts[0].kind != news.Byline || b.cuts[0].from > 0 {
		return
	}
	line := strings.TrimSpace(b.text[:b.cuts[0].to])
	if name, by := strings.CutPrefix(line, "By "); by && c.d.Byline == "" && !strings.ContainsAny(name, "0123456789") {
		c.d.Byline = name
	}
	value, code := draft.ParseDate(line)
	if code != "" {
		return
	}
	stamp := news.Stamp{Value: value, Phrase: line, Basis: news.Page}
	if c.d.Published.Value == "" {
		c.d.Published = stamp
	} else if c.d.Modified.Value == "" && strings.HasPrefix(strings.ToLower(line), "updated") {
		c.d.Modified = stamp
	}
}

// layout takes what a page lists or repeats.
func (c *cleaner) layout() {
	repeats(c.blocks)
	lists(c.blocks)
	c.again()
}

func (c *cleaner) captions() {
	amid := make([]bool, len(c.blocks))
	if even(c.blocks) {
		amid = between(c.blocks)
	}
	loose := 0
	for i, b := range c.blocks {
		loose += boolInt(amid[i] && b.loose())
	}
	for i, b := range c.blocks {
		captions(b, amid[i])
		if len(b.cuts) == 0 && amid[i] && loose >= looseLeast && (b.loose() || b.glimpse()) {
			b.cutAll(news.Caption)
		}
	}
	c.again()
	for _, b := range c.blocks {
		if b.changed {
			phrasesOf(b)
		}
	}
	c.again()
}

// write tiles the text: the headline and the blocks, an empty line between two.
func (c *cleaner) write() {
	var b strings.Builder
	add := func(s string, kind news.BlockKind) text.Span {
		if b.Len() > 0 {
			b.WriteString("\n\n")
		}
		start := b.Len()
		b.WriteString(s)
		span := text.At(start, b.Len())
		c.d.Blocks = append(c.d.Blocks, news.Block{Span: span, Kind: kind})
		return span
	}
	if c.d.Title != "" {
		c.d.Headline = add(c.d.Title, news.Headline)
	}
	for i, block := range c.blocks {
		block.kind = c.kindOf(i)
		add(block.text, block.kind)
	}
	c.d.Text = b.String()
}

const headingWords = 9

// kindOf tells headings and list items from paragraphs where the file does
// not. A heading is short, without a final stop, with prose after it; items
// are such lines behind a colon.
func (c *cleaner) kindOf(i int) news.BlockKind {
	b := c.blocks[i]
	switch {
	case b.kind == news.Headline:
		return news.Heading // a second headline is a heading of the text
	case b.kind != news.Paragraph || b.stopped(false):
		return b.kind
	case i > 0 && (c.blocks[i-1].kind == news.ListItem || strings.HasSuffix(c.blocks[i-1].text, ":")) && len(b.words) <= listWords:
		return news.ListItem
	case i+1 < len(c.blocks) && len(b.words) <= headingWords && prose(c.blocks[i+1]):
		return news.Heading
	}
	return news.Paragraph
}

// judge adds the findings that need the finished text.
func (c *cleaner) judge(declared string) {
	d := c.d
	if len(c.blocks) == 0 {
		c.find(NoBody, diag.Warning, "nothing but the headline is left of this report; open its page to see whether the text is missing")
	}
	if c.traces.NUL {
		c.find(NULBytes, diag.Note, "NUL bytes were dropped from the text; the file may be damaged")
	}
	if c.traces.Twice {
		c.find(EncodedTwice, diag.Note, "characters that had been encoded twice, as \u00e2\u20ac\u2122 for \u2019, were put right")
	}
	if c.traces.Bad {
		c.find(BadBytes, diag.Warning, "some bytes are no text in the encoding found and are shown as \ufffd; save the file as UTF-8 to read them")
	}
	if c.traces.Bidi {
		c.find(BidiControls, diag.Warning, "the text holds controls that turn the reading direction and can disguise words; they are kept")
	}
	d.Language = language.Of(d.Text, declared)
	if d.Language != "en" && d.Language != "" {
		c.find(LanguageNotRead, diag.Error, "the report is in "+language.Name(d.Language)+", which is not read yet; it is kept, and nothing is claimed from it")
	}
	if d.Published.Value == "" {
		d.Published = news.Stamp{Basis: news.Unknown}
		c.find(Undated, diag.Note, "the report does not say when it was published; weekdays in it stay without a date until other reports give one")
	}
	if d.Modified.Value == "" {
		d.Modified = news.Stamp{Basis: news.Unknown}
	}
}

func (c *cleaner) find(code string, severity diag.Severity, message string) {
	c.d.Findings = append(c.d.Findings, diag.Finding{Code: code, Severity: severity, Message: message})
}

// unlink turns Markdown links into their words: "[the port](https://...)".
func unlink(s string) string {
	if !strings.Contains(s, "](http") {
		return s
	}
	var b strings.Builder
	for {
		mid := strings.Index(s, "](http")
		if mid < 0 {
			b.WriteString(s)
			return b.String()
		}
		open := strings.LastIndexByte(s[:mid], '[')
		end := strings.IndexByte(s[mid:], ')')
		if open < 0 || end < 0 {
			b.WriteString(s[:mid+2])
			s = s[mid+2:]
			continue
		}
		b.WriteString(s[:open])
		b.WriteString(s[open+1 : mid])
		s = s[mid+end+1:]
	}
}
