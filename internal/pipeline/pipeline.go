// Package pipeline is the whole run and the only place where the rooms meet:
//
//	paths --intake--> Documents --annotate--> Analyses --relate--> Record
//	                      \________ store ________/________ store ____/
//
// In go paths and a store (or none: then everything stays in memory); out
// comes the record and a Summary of what was read and what was left out.
// Reports are annotated several at a time and kept in the order of the input,
// so that the number of workers cannot be told from the result. Nothing here
// knows a format, a rule of language or a column of a table.
package pipeline

import (
	"context"
	"io"
	"iter"
	"runtime"

	"rapporteur/internal/annotate"
	"rapporteur/internal/intake"
	"rapporteur/internal/news"
	"rapporteur/internal/par"
	"rapporteur/internal/record"
	"rapporteur/internal/relate"
)

// Options say how a run goes. The zero Options is one worker a core, no
// standard input and nobody who watches.
type Options struct {
	Workers  int            // how many reports are annotated at once; 0: one a core
	Stdin    io.Reader      // what the path "-" reads
	Progress func(Progress) // called after each report and each step, never at the same time as itself
	Intake   intake.Options
	Stop     <-chan struct{} // once closed, no further report is begun; those begun are finished
}

func (o *Options) workers() int {
	if o.Workers > 0 {
		return o.Workers
	}
	return runtime.GOMAXPROCS(0)
}

func (o *Options) tell(p Progress) {
	if o.Progress != nil {
		o.Progress(p)
	}
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
	Reading Step = iota
	Relating
	Keeping
	Finished
)

// Summary says what became of a run.
type Summary struct {
	Read        int               // reports read in this run
	Known       int               // reports that the store had already, or that stood twice in the input
	LeftOut     []*intake.Problem // what gave no report, and why
	Interrupted bool              // Stop was closed before the end of the input
	Changed     bool              // the store's record is another than before
}

// InMemory reads paths and relates the reports without any store.
func InMemory(ctx context.Context, paths []string, opt Options) (*record.Record, Summary, error) {
	var all []*news.Analysis
	ann, err := annotator()
	if err != nil {
		return nil, Summary{}, err
	}
	run := run{opt: opt, ann: ann}
	none := func(record.ID) (bool, error) { return false, nil }
	err = run.read(ctx, paths, none, func(_ record.ID, a *news.Analysis) error {
		all = append(all, a)
		return nil
	})
	if err != nil {
		return nil, run.sum, err
	}
	run.step(Relating)
	rec := relate.Relate(all)
	run.step(Finished)
	return rec, run.sum, nil
}

// run is one pass over the input.
type run struct {
	opt Options
	ann *annotate.Annotator
	sum Summary
}

func (r *run) step(s Step) {
	r.opt.tell(Progress{Step: s, Read: r.sum.Read, Known: r.sum.Known, LeftOut: len(r.sum.LeftOut)})
}

// item is one report on its way: a is nil when the report is known.
type item struct {
	id  record.ID
	doc *news.Document
	a   *news.Analysis
}

// read sends every report under paths that is not known through annotation,
// and hands the light analyses to keep in the order of the input.
func (r *run) read(ctx context.Context, paths []string, known func(record.ID) (bool, error), keep func(record.ID, *news.Analysis) error) error {
	docs := r.sift(intake.Read(ctx, paths, r.opt.Stdin, r.opt.Intake), known)
	for it, err := range par.Map(ctx, r.opt.workers(), docs, r.annotate) {
		var problem *intake.Problem
		switch {
		case asProblem(err, &problem):
			r.sum.LeftOut = append(r.sum.LeftOut, problem)
		case err != nil:
			return err
		case it.a == nil:
			r.sum.Known++
		default:
			if err := keep(it.id, it.a); err != nil {
				return err
			}
			r.sum.Read++
		}
		r.step(Reading)
	}
	return nil
}

// annotate is what the workers do.
func (r *run) annotate(it item) (item, error) {
	if it.doc != nil {
		it.a = r.ann.Annotate(it.doc).Light()
	}
	return it, nil
}

// sift marks the reports that are known, so that no work is spent on them,
// and ends the input when the run is to stop.
func (r *run) sift(in iter.Seq2[*news.Document, error], known func(record.ID) (bool, error)) iter.Seq2[item, error] {
	seen := map[record.ID]bool{}
	return func(yield func(item, error) bool) {
		for doc, err := range in {
			if r.stopped() {
				return
			}
			var it item
			if err == nil {
				it.id = record.ReportID(doc)
				have := seen[it.id]
				if !have {
					have, err = known(it.id)
				}
				if !have {
					it.doc, seen[it.id] = doc, true
				}
			}
			if !yield(it, err) {
				return
			}
		}
	}
}

func (r *run) stopped() bool {
	select {
	case <-r.opt.Stop:
		r.sum.Interrupted = true
		return true
	default:
		return false
	}
}
