// Package plain reads a report that came as plain text: a pasted article, a
// scraper's output, a wire text.
//
//	 date 2025-02-17 Ferry strike ends     Published 2025-02-17, given
//	                                        Title     "Ferry strike ends"
//	The crews went back to work on      ->  Paragraph "The crews went back to work on Monday."
//	Monday.                                 Paragraph "Tickets are on sale again."
//
//	Tickets are on sale again.
//
// In goes valid UTF-8; out comes a draft. It knows layout (empty lines, one
// line a paragraph, hard wraps), fields written above the text, and what a
// headline looks like. It does not know boilerplate: that is for clean.
package plain

import (
	"strings"

	"rapporteur/internal/intake/draft"
	"rapporteur/internal/news"
)

// Read tells the fields and paragraphs of text apart. It never fails; a text
// without a letter gives a draft without blocks.
func Read(text string) *draft.Report {
	r := &draft.Report{}
	lines := splitLines(text)
	lines = header(r, lines)
	for i, line := range lines {
		lines[i] = takeMarker(r, line)
	}
	lines = trimEmpty(lines)
	if r.Title == "" {
		lines = takeTitle(r, lines)
	}
	r.Blocks = blocks(lines)
	return r
}

// Body cuts the text field of a record into blocks; the record has its own
// fields for headline and date.
func Body(text string) []draft.Block {
	return blocks(trimEmpty(splitLines(text)))
}

func blocks(lines []string) (out []draft.Block) {
	for _, p := range Paragraphs(lines) {
		out = append(out, block(p))
	}
	return out
}

// splitLines cuts text at every kind of line end and trims the lines.
func splitLines(text string) []string {
	text = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\u2028", "\n", "\u2029", "\n\n", "\u0085", "\n").Replace(text)
	lines := strings.Split(text, "\n")
	for i, line := range lines {
		lines[i] = strings.TrimSpace(line)
	}
	return lines
}

func trimEmpty(lines []string) []string {
	for len(lines) > 0 && lines[0] == "" {
		lines = lines[1:]
	}
	for len(lines) > 0 && lines[len(lines)-1] == "" {
		lines = lines[:len(lines)-1]
	}
	return lines
}

// takeMarker takes "date 2025-02-17" off the start of a line. Scrapers leave
// it there, with the text going on behind it; it is no part of the text.
func takeMarker(r *draft.Report, line string) string {
	const day = len("2025-02-17")
	rest, found := strings.CutPrefix(line, "date")
	value := strings.TrimLeft(rest, ": ")
	if !found || value == rest || len(value) < day || !isoLike(value[:day]) {
		return line
	}
	after := value[day:]
	if after != "" && after[0] != ' ' && after[0] != '\t' {
		return line
	}
	r.Publish(line[:len(line)-len(after)], news.Given)
	return strings.TrimSpace(after)
}

// isoLike reports whether s has the shape of a day, possible or not.
func isoLike(s string) bool {
	for i := 0; i < len(s); i++ {
		if dash := i == 4 || i == 7; dash != (s[i] == '-') || !dash && (s[i] < '0' || s[i] > '9') {
			return false
		}
	}
	return true
}

// block makes a block of one paragraph. Markdown leaves its marks on headings
// and list items; they are layout, not words.
func block(p string) draft.Block {
	if text := strings.TrimLeft(p, "#"); text != p && strings.HasPrefix(text, " ") && len(p)-len(text) <= 6 {
		return draft.Block{Text: strings.TrimRight(strings.TrimSpace(text), "# "), Kind: news.Heading}
	}
	for _, bullet := range [...]string{"* ", "• ", "· ", "– ", "‣ ", "▪ "} {
		if text, ok := strings.CutPrefix(p, bullet); ok {
			return draft.Block{Text: text, Kind: news.ListItem}
		}
	}
	return draft.Block{Text: p}
}
