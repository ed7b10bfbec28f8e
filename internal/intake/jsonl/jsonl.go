// Package jsonl reads reports from JSON: one object, an array of them, objects
// one after the other, or one a line, with the field names that scrapers use.
//
//	{"title": "Ferry strike ends",             Title     "Ferry strike ends"
//	 "date_publish": "2031-05-03T06:00:00",    Published 2031-05-03T06:00, given
//	 "maintext": "The crews went back.",   ->  Paragraph "The crews went back."
//	 "source_domain": "www.vell-post.example"} Outlet    "www.vell-post.example"
//
// In goes UTF-8; out come drafts in the file's order, one value in memory at a
// time. A record that gives no report is a Fault with its place; reading goes
// on behind it. Text fields that hold HTML are handed on as such.
package jsonl

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"strings"

	"rapporteur/internal/intake/draft"
)

// Record is a draft whose text is not yet cut into paragraphs.
type Record struct {
	draft.Report
	Body string // as it stood in the record: plain text or HTML
}

// Codes of Faults; docs/findings.md explains each.
const (
	BadRecord     = "bad-record"
	NoText        = "no-text"
	LineTooLong   = "line-too-long"
	TruncatedJSON = "truncated-json"
)

// Fault is a record, or the rest of a file, that gave no report.
type Fault struct {
	Line    int
	Code    string
	Message string
	Err     error
}

func (f *Fault) Error() string { return fmt.Sprintf("line %d: %s", f.Line, f.Message) }

// Unwrap is the cause.
func (f *Fault) Unwrap() error { return f.Err }

// Records yields the reports of r. No value of more than most bytes is kept in
// memory: a longer one is passed over as a Fault. An error of r ends the
// sequence and is yielded as it is.
func Records(r io.Reader, most int) iter.Seq2[*Record, error] {
	return func(yield func(*Record, error) bool) {
		s := newScanner(r, most)
		n := 0
		numbered := func(rec *Record, err error) bool {
			n++
			if rec != nil {
				rec.Number = n
			}
			return yield(rec, err)
		}
		for {
			raw, line, err := s.next()
			if errors.Is(err, io.EOF) {
				return
			}
			if err == nil {
				err = each(raw, line, numbered)
			}
			if err != nil && (errors.Is(err, errStop) || !numbered(nil, err) || !isFault(err)) {
				return
			}
		}
	}
}

var errStop = errors.New("the consumer has enough")

func isFault(err error) bool {
	var f *Fault
	return errors.As(err, &f) && f.Code != TruncatedJSON
}

// each yields the report of one value, or those of the list that it wraps.
func each(raw []byte, line int, yield func(*Record, error) bool) error {
	var fields map[string]json.RawMessage
	if err := json.Unmarshal(raw, &fields); err != nil {
		return badRecord(raw, line, err)
	}
	known := fold(fields)
	if list := wrapped(known); list != nil {
		for _, item := range list {
			err := each(item, line, yield)
			if errors.Is(err, errStop) || err != nil && !yield(nil, err) {
				return errStop
			}
		}
		return nil
	}
	rec := record(known)
	if strings.TrimSpace(rec.Body) == "" {
		return &Fault{Line: line, Code: NoText, Message: noText(rec, known)}
	}
	if !yield(rec, nil) {
		return errStop
	}
	return nil
}

func badRecord(raw []byte, line int, err error) error {
	what := "is broken JSON"
	var wrong *json.UnmarshalTypeError
	if errors.As(err, &wrong) {
		what = "is a " + wrong.Value + ", not an object with a text"
	}
	return &Fault{Line: line, Code: BadRecord, Message: "the record " + what + " and was passed over; mend it and read it again", Err: err}
}

func noText(rec *Record, known map[string]json.RawMessage) string {
	name := ""
	if rec.Title != "" {
		name = " \"" + draft.Clip(rec.Title, 60) + "\""
	}
	if nested(known) {
		return "the record" + name + " keeps its text below another field; put title, text and date at the top of each record"
	}
	return "the record" + name + " has no text (looked for " + strings.Join(bodyNames[:], ", ") + ") and was passed over"
}

// nested reports whether a field of the record is an object with a text.
func nested(known map[string]json.RawMessage) bool {
	for _, raw := range known {
		var inner map[string]json.RawMessage
		if len(raw) > 0 && raw[0] == '{' && json.Unmarshal(raw, &inner) == nil && text(fold(inner), bodyNames[:]) != "" {
			return true
		}
	}
	return false
}

// wrapped is the list of records under one of the names that exports use, nil
// when the object is a record itself.
func wrapped(known map[string]json.RawMessage) []json.RawMessage {
	if text(known, bodyNames[:]) != "" {
		return nil
	}
	for _, name := range [...]string{"articles", "items", "documents", "docs", "results", "records", "data", "reports", "news", "stories", "entries", "hits"} {
		var list []json.RawMessage
		if json.Unmarshal(known[name], &list) == nil && len(list) > 0 && len(list[0]) > 0 && list[0][0] == '{' {
			return list
		}
	}
	return nil
}
