// Package draft is what the readers of file formats hand to cleaning: a report
// as it stood in the file, with its fields told apart and nothing judged.
//
//	"Bridge reopens\nBy Ada Poole\nThe bridge reopened."   (plain text)
//	Report{Title: "Bridge reopens",
//	       Blocks: {Paragraph "By Ada Poole"}, {Paragraph "The bridge reopened."}}
//
// In go strings of valid UTF-8; out come strings and news.Stamps. Whether a
// block is a byline or a reader appeal is for the package clean to say.
package draft

import (
	"rapporteur/internal/diag"
	"rapporteur/internal/news"
)

// Report is one report before cleaning. Every field may be empty.
type Report struct {
	Number    int    // which of a file of many reports it is, from 1; 0 in a file that cannot have several
	ID        string // what the file calls it, for telling it from others where it has no URL
	URL       string
	Outlet    string
	Title     string
	Byline    string
	Language  string // as declared, not as found
	Blocks    []Block
	Published news.Stamp
	Modified  news.Stamp
	Removed   []news.Removed // what the format itself marks as no part of the text: <figcaption>
	Findings  []diag.Finding
}

// Block is one paragraph, heading or list item of a Report.
type Block struct {
	Text string
	Kind news.BlockKind
}

// Codes of the findings that intake makes; docs/findings.md explains each.
const (
	DateUnreadable  = "date-unreadable"
	DateImplausible = "date-implausible"
	DateAmbiguous   = "date-ambiguous"
)

// Publish sets the date of publication from phrase, unless one is set already
// or phrase is empty. A phrase that gives no day leaves the date unknown and a
// finding.
func (r *Report) Publish(phrase string, basis news.Basis) { r.date(&r.Published, phrase, basis) }

// Modify does for the date of modification what Publish does for publication.
func (r *Report) Modify(phrase string, basis news.Basis) { r.date(&r.Modified, phrase, basis) }

func (r *Report) date(to *news.Stamp, phrase string, basis news.Basis) {
	if phrase == "" || to.Value != "" {
		return
	}
	value, code := ParseDate(phrase)
	if code != "" {
		r.Findings = append(r.Findings, diag.Finding{Code: code, Severity: diag.Warning, Message: dateMessage(code, phrase)})
		return
	}
	*to = news.Stamp{Value: value, Phrase: phrase, Basis: basis}
}

func dateMessage(code, phrase string) string {
	const most = 60
	if len(phrase) > most {
		phrase = Clip(phrase, most) + "…"
	}
	switch code {
	case DateImplausible:
		return "the date \"" + phrase + "\" cannot be when a report was published; the report is treated as undated"
	case DateAmbiguous:
		return "the date \"" + phrase + "\" can be read as day/month or month/day; the report is treated as undated"
	}
	return "the date \"" + phrase + "\" could not be read; the report is treated as undated"
}

// Clip is s cut to at most n bytes, never inside a character.
func Clip(s string, n int) string {
	if len(s) <= n {
		return s
	}
	for n > 0 && s[n]&0xC0 == 0x80 {
		n--
	}
	return s[:n]
}
