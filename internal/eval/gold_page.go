package eval

import (
	"fmt"
	"io"
)

// goldSections says what each section of a gold file asks, in the order in
// which they are scored.
var goldSections = []struct{ name, asks string }{
	{"report date", "the day of publication, or that nobody can tell it"},
	{"report text", "the headline, and sentences that must stay in the text"},
	{"boilerplate", "appeals, promotions, captions and the like that must not be in the text"},
	{"origins", "whom a report credits; that a text is an agency's"},
	{"entities", "a name, found with its kind; names that stand only in boilerplate are not there"},
	{"variants", "each spelling of a name belongs to its one entity"},
	{"offices", "the office a person holds, and of what"},
	{"kept apart", "two entities, or two events, are not taken for one"},
	{"direct quotes", "words between quotation marks, whole or in part, are found as a quote"},
	{"indirect quotes", "words reported without quotation marks are found as a quote"},
	{"speakers", "the quote is given to the one who said it, or to the unnamed source"},
	{"via", "who relays the words"},
	{"venue", "where or to whom it was said"},
	{"no false quotes", "a title or a term between quotation marks is not taken for a quote"},
	{"times", "the value of a time expression, worked out from the report's day"},
	{"no false times", "what only looks like a time is not taken for one"},
	{"events", "an event of that class with half of its participants at least"},
	{"event time", "its day, or that nobody can tell it"},
	{"event place", "its place"},
	{"event status", "planned, held, postponed, denied"},
	{"event mode", "by phone, multilateral, a visit"},
	{"one event", "one event in all reports that tell it"},
	{"positions", "who demands, rejects, offers, accepts what"},
	{"figures", "a number with what it counts"},
	{"across", "one utterance in several reports is one, two are two; the same for events and stories"},
	{"differences", "a place where reports do not say the same is shown"},
}

// GoldPage writes docs/quality.md: what is measured, on what, and how far the
// program reaches.
func GoldPage(w io.Writer, columns []GoldColumn) error {
	p := &printer{w: w}
	p.line("# Quality: how much of what a careful reader finds is found")
	p.line("")
	p.line("Made by `make quality`; not to be edited. Each column is a set of reports with gold:")
	p.line("")
	for _, c := range columns {
		p.line("- **%s**: %s", c.Name, c.About)
	}
	p.line("")
	p.line("A cell says how many of the things asked for are in the record, and the share. These are recalls:")
	p.line("what the record claims beyond what is asked does not count against it, except under *kept apart*,")
	p.line("*no false quotes*, *no false times*, *boilerplate* and the names that must be absent. So a share of")
	p.line("90%% says that one in ten was missed, and nothing about how many of the statements printed are wrong.")
	p.line("How many are wrong, of events, positions and figures, is counted on invented reports, and by verdicts on these: [statements.md](statements.md).")
	p.line("All of these sets were in view while the rules were written: reports that nobody has seen are read worse.")
	p.line("")
	if p.err == nil {
		p.err = GoldTable(w, columns)
	}
	p.line("")
	p.line("## What a section asks")
	p.line("")
	p.line("| section | asked |")
	p.line("|---|---|")
	for _, s := range goldSections {
		p.line("| %s | %s |", s.name, s.asks)
	}
	return p.err
}

// printer writes lines until one fails.
type printer struct {
	w   io.Writer
	err error
}

func (p *printer) line(format string, args ...any) {
	if p.err == nil {
		_, p.err = fmt.Fprintf(p.w, format+"\n", args...)
	}
}
