// Package news is the vocabulary of one report: the Document that intake makes
// of its bytes and the Analysis that annotate makes of the Document.
//
//	bytes --intake--> Document --annotate--> Analysis
//
// Both are plain data, written once and frozen. A layer refers to another by a
// typed index that starts at 1; zero is none. Nothing here reads, learns or
// decides; the one piece of arithmetic is what a time expression means once
// the day of its report is known (timex.go).
package news

import (
	"rapporteur/internal/diag"
	"rapporteur/internal/text"
)

// Document is one report as intake leaves it. It never changes afterwards.
//
// Text is canonical UTF-8: the headline on the first line where there is one,
// then the paragraphs, each apart from the next by an empty line. Offsets
// everywhere are bytes of Text. What cleaning took away is in Removed, never
// in Text.
type Document struct {
	Source    string         // path or URL as given by the user; "-" for standard input
	Key       string         // what tells this report from another with the same words: its URL, else its file's base name, else ""
	URL       string         // canonical address, "" when unknown
	Outlet    string         // who published it, as the report or its page names them
	Title     string         // headline; equals Headline.Of(Text) when Headline is set
	Byline    string         // authors as printed
	Language  string         // BCP 47 primary tag ("en"); "" when undecided
	Text      string         //
	Headline  text.Span      // in Text; none when the report has no headline
	Blocks    []Block        // the paragraphs of Text, in order, headline included; they tile Text but for the empty lines
	Published Stamp          //
	Modified  Stamp          //
	Removed   []Removed      // in the order met
	Findings  []diag.Finding //
}

// Block is one paragraph of a Document.
type Block struct {
	Span text.Span
	Kind BlockKind
}

// BlockKind says what role a block plays on the page.
type BlockKind uint8

// Kinds of block.
const (
	Paragraph BlockKind = iota
	Headline
	Heading  // a heading inside the text
	ListItem //
	Pullquote
)

// Basis says how a date was come by.
type Basis string

// Ways to come by a date, best first.
const (
	Given     Basis = "given"     // stated with the report: a field of a record, a line "date 2025-02-17"
	Page      Basis = "page"      // read from the page's metadata or its visible date line
	FromText  Basis = "text"      // read from the report's own words (a dateline)
	Estimated Basis = "estimated" // inferred from other reports; never by intake
	Unknown   Basis = "unknown"
)

// Stamp is when a report was published or modified.
type Stamp struct {
	Value  string // TIMEX3 date or date-time: "2025-02-17", "2025-02-17T14:05"; "" when unknown
	Phrase string // as it was written
	Basis  Basis  // Unknown when Value is ""
}

// Day is the calendar day of s; the zero Day when unknown.
func (s Stamp) Day() Day {
	if len(s.Value) < len("2006-01-02") {
		return Day{}
	}
	d, _ := ParseDay(s.Value[:len("2006-01-02")])
	return d
}

// RemovedKind says what cleaning took a passage for.
type RemovedKind string

// Kinds of what is removed (record.md).
const (
	Appeal            RemovedKind = "appeal"     // asks the reader for support
	Promo             RemovedKind = "promo"      // newsletters, messaging groups, "read more"
	Advert            RemovedKind = "advert"     //
	Navigation        RemovedKind = "navigation" // menus, share lines, forms
	Caption           RemovedKind = "caption"    //
	SyndicationNotice RemovedKind = "syndication-notice"
	Image             RemovedKind = "image"
	Byline            RemovedKind = "byline" // author lines, "Reporting by", datelines of the page
)

// Removed is a passage that was on the page and is not in Text.
type Removed struct {
	Kind RemovedKind
	Text string
}
