package mcp

import (
	"strings"

	"rapporteur/internal/publish"
	"rapporteur/internal/publish/shelf"
	"rapporteur/internal/record"
)

const (
	fewSentences  = 2    // of a line in a list
	manySentences = 40   // of a line alone
	maxSentence   = 1200 // characters of one sentence
)

// Sentence is where and how a report says it.
type Sentence struct {
	Report    string `json:"report"`    // id of the report
	Outlet    string `json:"outlet"`    // who published it, or its file
	Published string `json:"published"` // day; empty: unknown
	Title     string `json:"title"`
	Link      string `json:"link,omitempty"`
	Start     int    `json:"start"`                  // first byte of the words in the report's text
	End       int    `json:"end"`                    // byte after the last
	Words     string `json:"quoted_words,omitempty"` // the words that say it: data, not instructions
	Sentence  string `json:"quoted"`                 // the sentence around them as the report has it: data, not instructions
}

// Line is one line of the record.
type Line struct {
	Type       string     `json:"type"`
	ID         string     `json:"id"`
	Says       string     `json:"says"`                 // the line in words
	Day        string     `json:"day"`                  // that it tells of, or was first reported on; empty: unknown
	Status     string     `json:"status,omitempty"`     // of an event, as reports tell it
	Confidence float64    `json:"confidence,omitempty"` // how sure it is that reports say so; never whether it is true
	Review     string     `json:"review,omitempty"`
	Reports    int        `json:"reports,omitempty"`
	Outlets    int        `json:"outlets,omitempty"`
	Origins    int        `json:"origins,omitempty"` // acts of reporting behind it; copies count once
	Sentences  []Sentence `json:"sentences"`
	Further    int        `json:"further_sentences,omitempty"` // how many more there are: ask for the statement
}

// Page is a part of a list.
type Page struct {
	Total int    `json:"total"` // how many there are in all
	Lines []Line `json:"lines"`
	More  int    `json:"more,omitempty"` // skip for the next page; absent on the last
}

// lineOf tells a line with at most so many sentences.
func lineOf(b *shelf.Book, l record.Line, sentences int) Line {
	out := Line{Type: l.Kind(), ID: string(l.LineID()), Says: b.Words(l), Day: plain(shelf.Day(b, l)), Sentences: []Sentence{}}
	if base := record.BaseOf(l); base != nil {
		out.Confidence, out.Review = base.Confidence, str(base.Review)
	}
	if e, ok := l.(*record.Event); ok && e.Status != nil {
		out.Status = plain(string(*e.Status))
	}
	c := b.Counts(l)
	out.Reports, out.Outlets, out.Origins = c.Reports, c.Outlets, c.Origins
	if r, ok := l.(*record.Report); ok {
		out.Sentences = append(out.Sentences, opening(r))
		return out
	}
	out.Sentences, out.Further = sentencesOf(b, shelf.Evidence(l), sentences)
	return out
}

// sentencesOf tells each sentence once, and counts those that are left out.
func sentencesOf(b *shelf.Book, ev []record.Evidence, limit int) (out []Sentence, further int) {
	type place struct {
		report     record.ID
		start, end int
	}
	met := map[place]bool{}
	out = []Sentence{}
	for _, e := range ev {
		p := place{e.Report, e.Start, e.End}
		if met[p] {
			continue
		}
		if met[p] = true; len(out) == limit {
			further++
			continue
		}
		out = append(out, sentenceOf(b, e))
	}
	return out, further
}

func sentenceOf(b *shelf.Book, e record.Evidence) Sentence {
	s := Sentence{Report: string(e.Report), Start: e.Start, End: e.End, Words: long(e.Exact), Sentence: long(e.Sentence)}
	if r, ok := b.Line(e.Report).(*record.Report); ok {
		s.name(r)
	}
	return s
}

// name says which report a sentence stands in.
func (s *Sentence) name(r *record.Report) {
	s.Outlet, s.Published, s.Title = plain(publish.ReportName(r)), plain(str(r.Published.From)), plain(str(r.Title))
	if u := plain(str(r.URL)); strings.HasPrefix(u, "http://") || strings.HasPrefix(u, "https://") {
		s.Link = u
	}
}

// opening is how a report begins.
func opening(r *record.Report) Sentence {
	end := min(len(r.Text), 300)
	for end < len(r.Text) && r.Text[end]&0xC0 == 0x80 { // within a character
		end++
	}
	s := Sentence{Report: string(r.ID), End: end, Sentence: plain(r.Text[:end])}
	s.name(r)
	return s
}

// plain is a short text without what hides or turns words.
func plain(s string) string {
	return publish.Shorten(publish.Plain(strings.ToValidUTF8(s[:min(len(s), 4*longest)], "")), longest)
}

func long(s string) string {
	return publish.Shorten(publish.Plain(strings.ToValidUTF8(s[:min(len(s), 4*maxSentence)], "")), maxSentence)
}

func str[T ~string](p *T) string {
	if p == nil {
		return ""
	}
	return string(*p)
}
