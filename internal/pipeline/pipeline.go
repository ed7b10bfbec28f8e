// Package pipeline is the whole run and the only place where the rooms meet:
//
//	paths --intake--> Documents --annotate--> Analyses --relate--> Record
//	                                 \______ store ______/  \_ store _/
//
// In go paths and a store; out comes a store that holds the reports and the
// record made of them, and a Summary of what was read and what was left out.
// Reports are annotated several at a time and kept in the order of the input,
// so that the number of workers cannot be told from the result. A run that was
// cut short, at whatever moment, goes on where it stopped when it is begun
// again. Nothing here knows a format, a rule of language or a table.
package pipeline

import (
	"context"
	"io"
	"runtime"

	"rapporteur/internal/diag"
	"rapporteur/internal/intake"
	"rapporteur/internal/news"
	"rapporteur/internal/store"
)

// Options say how a run goes. The zero Options is one worker a core, no
// standard input and nobody who watches.
type Options struct {
	Workers  int             // how many reports are annotated at once; 0: one a core
	Stdin    io.Reader       // what the path "-" reads
	Intake   intake.Options  //
	Progress func(Progress)  // called after each report and before each step, by one goroutine
	Stop     <-chan struct{} // once closed, no further report is begun; those begun are finished
	Desk     *Desk           // what relating keeps at hand for the next run on the same store; nil: nothing
}

func (o *Options) workers() int {
	if o.Workers > 0 {
		return o.Workers
	}
	return runtime.GOMAXPROCS(0)
}

// Progress is how far a run has come.
type Progress struct {
	Step    Step
	Read    int // reports read in this run
	Known   int // reports that the store had already
	LeftOut int // files and records that gave no report
}

// Step is what a run is at.
type Step uint8

// Steps, in order.
const (
	Reading  Step = iota
	Relating      // the reports are put side by side
	Keeping       // the record is written
	Finished
)

// Summary says what became of a run.
type Summary struct {
	Read        int               // reports read in this run
	Known       int               // reports that the store had already, or that stood twice in the input
	LeftOut     []*intake.Problem // what gave no report, and why
	Flawed      []Flaw            // reports of which a part could not be used, new or known
	Interrupted bool              // Stop was closed before the end of the input; the record is as it was
	Changed     bool              // the record is another than before
}

// Flaw is a finding that costs the reader a part of a report, or all of it: a
// language that is not read, for one.
type Flaw struct {
	Source string
	diag.Finding
}

// Read reads paths into s and brings the record up to date. A *store.Trouble
// ends it; what was kept before stays kept.
func Read(ctx context.Context, s store.Store, paths []string, opt Options) (Summary, error) {
	r, err := newRun(s, opt)
	if err != nil {
		return Summary{}, err
	}
	if err := r.read(ctx, paths); err != nil || r.sum.Interrupted {
		return r.sum, err
	}
	err = r.relate(ctx)
	r.step(Finished)
	return r.sum, err
}

// Annotate makes the whole analysis of one report, all layers.
func Annotate(doc *news.Document) (*news.Analysis, error) {
	an, err := annotator()
	if err != nil {
		return nil, err
	}
	return an.Annotate(doc), nil
}

// InMemory reads paths into a store that is gone with the process.
func InMemory(ctx context.Context, paths []string, opt Options) (*store.Memory, Summary, error) {
	m := store.NewMemory()
	sum, err := Read(ctx, m, paths, opt)
	return m, sum, err
}
