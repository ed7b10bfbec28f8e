// Package store keeps what was read: the reports with their analyses, and the
// record made of them.
//
//	PutReport(analysis)  ->  report   one row a report: words, analysis
//	PutParts(parts)      ->  line     one row a line of the record: JSON, compressed
//	                         link     which reports and entities it speaks of
//	Lines(filter)        <-  line, link
//	PutDecisions(list)   ->  decision one row each, never changed again
//
// In go the vocabularies of news and record; out come the same values, found
// by id or by Filter. A report is in whole or not at all; the record is
// changed at one stroke, where it changes, or stays as it was. Nothing here reads a report or
// decides what two of them have in common.
//
// Two implementations stand behind the one interface: Memory for a run that
// leaves nothing behind, SQLite for a record that lasts. The suite in storetest
// is what a store must do; a third would have to pass it too.
package store

import (
	"context"
	"errors"
	"iter"

	"rapporteur/internal/news"
	"rapporteur/internal/record"
)

// Store keeps reports and the record. It is safe for use by several
// goroutines at once. Errors that come from the file behind it are *Trouble.
type Store interface {
	// Has reports whether the report is kept, as this edition of the program
	// reads it.
	Has(ctx context.Context, id record.ID) (bool, error)

	// PutReport keeps a report with its light analysis (Analysis.Light); added
	// is false when it was kept already. What another edition of the program
	// made of the same report is replaced, also when that edition read other
	// words out of the same source.
	PutReport(ctx context.Context, a *news.Analysis) (added bool, err error)

	// AlsoAt notes that a kept report was met at another source. Of all sources
	// the first by spelling stays with the report, whatever came first in time.
	AlsoAt(ctx context.Context, id record.ID, source string) error

	// PutAnalysis replaces the analysis of a report that is kept.
	PutAnalysis(ctx context.Context, a *news.Analysis) error

	// Reports yields every report by id. One whose analysis was made by
	// another edition of the program comes with its Document only: Done is 0.
	Reports(ctx context.Context) iter.Seq2[*news.Analysis, error]

	// Report is the report with that id; ErrNotFound when there is none.
	Report(ctx context.Context, id record.ID) (*news.Analysis, error)

	// PutRecord replaces the record by one that is made of all reports and
	// decisions kept; changed is false when it is the same.
	PutRecord(ctx context.Context, r *record.Record) (changed bool, err error)

	// PutParts writes parts of the record, in one transaction: only lines that
	// are new or others than before are touched, and those that are gone. Should
	// the record not be in the state any more that they are made for, nothing is
	// written, and ErrOvertaken returned.
	PutParts(ctx context.Context, b Batch) (changed bool, err error)

	// Arrived lists the reports that were kept since some state of the record,
	// and says which state the record is in now: "" when it does not stand any
	// more, of another edition of the program or of a report that has changed.
	// since is a Serial; "" lists all.
	Arrived(ctx context.Context, since string) (Arrivals, error)

	// States is what was kept beside the parts of the record as they stand; none
	// where it does not stand or was not put in parts.
	States(ctx context.Context) (States, error)

	// Lines yields the lines that f lets through, in the order of an export.
	Lines(ctx context.Context, f Filter) iter.Seq2[record.Line, error]

	// Line is the line with that id; ErrNotFound when there is none.
	Line(ctx context.Context, id record.ID) (record.Line, error)

	// Find lists lines whose id begins with prefix, by id, at most limit.
	Find(ctx context.Context, prefix string, limit int) ([]record.Ref, error)

	// Named lists, by id, the entities that have a name which folds like name.
	Named(ctx context.Context, name string) ([]record.ID, error)

	// PutDecisions adds what reviewers decided, all of it or, when one does not
	// pass its Check, nothing; added counts those that were not kept already.
	PutDecisions(ctx context.Context, ds []record.Decision) (added int, err error)

	// Decisions lists every decision, by time and id, those taken back too.
	Decisions(ctx context.Context) ([]record.Decision, error)

	// Stats counts what is kept.
	Stats(ctx context.Context) (Stats, error)

	// Verify proves that what is kept can be read back whole.
	Verify(ctx context.Context) error

	Close() error
}

// Batch is some parts of the record. Each key comes once.
type Batch struct {
	Cards   iter.Seq2[Card, error] // of the reports that the record has by this batch; asked for before Parts; nil: none
	Parts   iter.Seq2[*record.Part, error]
	Since   string      // the Serial of the record that these are parts of; "": whichever
	Whole   bool        // these are all parts: others are gone
	Rulings []record.ID // the decisions in force of which the record is made: record.Ruling
	Moved   []record.ID // Arrivals.Moved, of which it is made as they are now
	UpTo    string      // Arrivals.UpTo, of which the record with this batch is made; "": of all reports kept
}

// Card is what is kept beside a report that is in the record.
type Card struct {
	Report record.ID
	Body   []byte
}

// Arrivals are reports that are not in the record.
type Arrivals struct {
	Serial  string      // the state of the record: another after every change
	Rulings []record.ID // Batch.Rulings of the record
	Moved   []record.ID // reports in the record that were met at another source since
	Reports []record.ID
	UpTo    string // for the Batch that takes them in
}

// States is what was kept beside the record for whoever adds to it.
type States struct {
	Serial string
	Cards  [][]byte             // of each report that the record is made of
	Parts  map[record.ID][]byte // of each part that has something
}

// ErrOvertaken is returned where another run has changed the record meanwhile.
var ErrOvertaken = errors.New("another run has changed the record")

// ErrNotFound is returned for an id that the store does not hold.
var ErrNotFound = errors.New("not in the store")

// Filter lets lines through. Its conditions combine: all must hold. The zero
// Filter lets every line through.
//
// A line belongs to the reports that its evidence names; a story, an origin
// and an entity to the reports that they list. Story and Outlet ask that one of
// these reports be of that story and outlet. Entity asks that the line itself
// speak of the entity; for times and origins, which name nobody, that one of
// their reports does. Since and Until look at the days that an event or a time
// tells of, where they are known, and else at the days of the reports.
type Filter struct {
	Types  []string // kinds of line; none: all
	Report record.ID
	Story  record.ID
	Entity record.ID
	Outlet string // as printed, any case
	Since  string // a day, "2025-02-17"; inclusive
	Until  string // a day; inclusive
}

// asksReports reports whether f has a condition on the reports of a line.
func (f *Filter) asksReports() bool {
	return f.Report != "" || f.Story != "" || f.Outlet != ""
}

func (f *Filter) asksDays() bool { return f.Since != "" || f.Until != "" }

// Stats counts what a store holds.
type Stats struct {
	Reports   int            // reports kept
	Outdated  int            // of them, with an analysis by another edition of the program
	Decisions int            // of reviewers, those taken back too
	Lines     map[string]int // lines of the record by kind
	Current   bool           // the record is made of all reports and decisions kept, by this edition
	Bytes     int64          // size on disk; 0 in memory
	Where     string         // the file; "" in memory
}
