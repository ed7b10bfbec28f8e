// Package publish turns the record into what people read. In goes a record
// (read line by line through Reader) and the problems of a run; out comes a
// Brief of plain view values, which term, page, markdown and export print.
// Nothing here reads a file, decides who is who or weighs a claim: it groups,
// orders, counts and words what the record holds.
//
//	record.Event ev7 (planned, 12 May, Ilvane)  ┐
//	  evidence r1 120-180, r4 88-140            │ NewBrief
//	record.Report r1, r4                        ┘
//	        ↓
//	Story 1 › Timeline › Mon 12 May 2031 › "Meeting in Ilvane" [1.3] [2.1]
//	Reports › 1 › passage 1.3, the sentence with the statement marked
//
// A reference such as 1.3 (report 1, passage 3) names the sentence on screen
// and on paper alike. What the reports say reaches a Brief unchanged; each
// printer escapes for its own medium (see Plain).
package publish

import (
	"iter"

	"rapporteur/internal/record"
)

// Reader is what publish needs of a record; *record.Record is one.
type Reader interface {
	Lines() iter.Seq[record.Line]
}

// LessCertain is the confidence below which a statement is not shown as plain
// fact of the reports, unless Options say otherwise.
const LessCertain = 0.5

// Options say what a brief leaves out.
type Options struct {
	// LessCertain is the confidence below which a statement is not shown as
	// plain fact of the reports but apart, as less certain; 0 means the constant LessCertain.
	LessCertain float64
	// Stories is how many stories get a brief of their own, biggest first; the
	// others are listed; 0 means 40.
	Stories int
}

func (o Options) withDefaults() Options {
	if o.LessCertain == 0 {
		o.LessCertain = LessCertain
	}
	if o.Stories == 0 {
		o.Stories = 40
	}
	return o
}

// Problem is trouble of the run that no report carries: a file that could not
// be read, an archive that ends too early.
type Problem struct {
	Source  string `json:"source"`  // what it is about: a path, "-"
	Message string `json:"message"` // what is wrong
	Hint    string `json:"hint"`    // what to do; ""
}

// NewBrief computes the brief of everything that r holds. It never fails: an
// empty record gives an empty brief, and evidence that does not hold is left
// out and counted in Omitted.
func NewBrief(r Reader, problems []Problem, opt Options) *Brief {
	x := newIndex(r, opt.withDefaults())
	b := &Brief{Problems: append([]Problem{}, problems...), LessCertain: x.opt.LessCertain}
	for i, s := range x.stories {
		if i < x.opt.Stories {
			b.Stories = append(b.Stories, x.story(s))
		} else {
			b.More = append(b.More, x.storyLine(s))
		}
	}
	b.Reports = x.appendix()
	b.Counts = x.countReports(x.reportIDs)
	b.From, b.To = x.days(x.reportIDs)
	b.When = spanWords(b.From, b.To)
	b.Title = title(b)
	b.Omitted = x.omitted
	return b
}

func title(b *Brief) string {
	switch n := len(b.Stories) + len(b.More); {
	case len(b.Reports) == 0:
		return "Nothing to report yet"
	case n == 1:
		return b.Stories[0].Label
	default:
		return number(n, "story", "stories") + " in " + number(len(b.Reports), "report", "reports")
	}
}
