package plain

import (
	"strings"

	"rapporteur/internal/intake/draft"
	"rapporteur/internal/news"
)

// header takes fields off the top of a file, as exports of databases and
// front matter of Markdown write them:
//
//	---
//	title: Ferry strike ends
//	date: 2025-02-17
//	---
//
// Two fields at least must stand there, or the fence, before the lines are
// taken for fields: a report may well begin "Source: ...".
func header(r *draft.Report, lines []string) []string {
	at := 0
	for at < len(lines) && lines[at] == "" {
		at++
	}
	fenced := at < len(lines) && lines[at] == "---"
	if fenced {
		at++
	}
	var h draft.Report
	fields := 0
	for ; at < len(lines) && setField(&h, lines[at]); at++ {
		fields++
	}
	switch {
	case fenced && at < len(lines) && lines[at] == "---":
		at++
	case fenced || fields < 2:
		return lines
	}
	h.Blocks, *r = r.Blocks, h
	return lines[at:]
}

// setField reads "name: value" into h; false when line is no field we know.
func setField(h *draft.Report, line string) bool {
	name, value, found := strings.Cut(line, ":")
	if !found {
		return false
	}
	value = strings.Trim(strings.TrimSpace(value), `"'`)
	switch strings.ToLower(name) {
	case "title", "headline":
		h.Title = value
	case "date", "published", "publication date", "pubdate", "datum":
		h.Publish(value, news.Given)
	case "updated", "modified":
		h.Modify(value, news.Given)
	case "source", "outlet", "publisher", "publication", "newspaper":
		h.Outlet = value
	case "url", "link":
		h.URL = value
	case "author", "authors", "byline":
		h.Byline = value
	case "language", "lang":
		h.Language = value
	case "tags", "categories", "category", "section", "layout", "slug", "id", "draft":
	default:
		return false
	}
	return true
}

const (
	titleWords = 22  // a headline of more words is a standfirst or a sentence
	titleBytes = 180 //
)

// takeTitle takes the first line for the headline when it looks like one:
// short, without a final stop, with a body after it that goes on in full
// sentences.
func takeTitle(r *draft.Report, lines []string) []string {
	if len(lines) < 2 || !LooksLikeTitle(lines[0]) || !hasSentence(lines[1:]) {
		return lines
	}
	if lines[1] != "" && startsLower(lines[1]) {
		return lines // the line goes on: hard-wrapped prose
	}
	r.Title = strings.TrimSpace(strings.TrimLeft(lines[0], "# "))
	return lines[1:]
}

// LooksLikeTitle reports whether line could be a headline by its shape alone.
func LooksLikeTitle(line string) bool {
	if len(line) > titleBytes || len(strings.Fields(line)) > titleWords || len(line) < 3 {
		return false
	}
	switch line[len(line)-1] {
	case '.', ',', ';', ':':
		return strings.HasSuffix(line, "U.S.") || strings.HasSuffix(line, "U.N.") || strings.HasSuffix(line, "...")
	}
	return !strings.ContainsAny(line[:1], "<![(-*|@")
}

// hasSentence reports whether some line ends as a sentence does.
func hasSentence(lines []string) bool {
	for _, line := range lines {
		if endsSentence(line) {
			return true
		}
	}
	return false
}
