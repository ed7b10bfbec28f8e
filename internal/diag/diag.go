// Package diag says what is wrong with a report: a code for programs, a
// sentence for people, and the place. Trouble with a report never stops a run;
// it becomes a Finding and travels with the report.
package diag

import "rapporteur/internal/text"

// Severity orders findings by what they cost the reader.
type Severity uint8

// From "worth knowing" to "part of the report could not be used".
const (
	Note Severity = iota
	Warning
	Error
)

// Finding is one thing worth telling about one report.
type Finding struct {
	Code     string    `json:"code"` // kebab-case, listed in docs/findings.md
	Severity Severity  `json:"severity"`
	Message  string    `json:"message"` // one clear line: the thing, and what to do
	Span     text.Span `json:"span"`    // in Document.Text; none when it is about the whole
}
