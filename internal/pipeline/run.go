package pipeline

import (
	"context"
	"errors"
	"fmt"
	"iter"

	"rapporteur/internal/diag"
	"rapporteur/internal/intake"
	"rapporteur/internal/news"
	"rapporteur/internal/par"
	"rapporteur/internal/record"
	"rapporteur/internal/relate/matter"
	"rapporteur/internal/store"
)

// run is one pass over the input.
type run struct {
	store     store.Store
	opt       Options
	annotator interface {
		Annotate(*news.Document) *news.Analysis
	}
	sum   Summary
	cards map[record.ID][]byte // packed, of the first reports read in this run
}

func newRun(s store.Store, opt Options) (*run, error) {
	an, err := annotator()
	if opt.Desk == nil {
		opt.Desk = &Desk{}
	}
	return &run{store: s, opt: opt, annotator: an}, err
}

// step tells whoever watches.
func (r *run) step(s Step) {
	if r.opt.Progress != nil {
		r.opt.Progress(Progress{Step: s, Read: r.sum.Read, Known: r.sum.Known, LeftOut: len(r.sum.LeftOut)})
	}
}

// item is one report on its way; a is nil as long as it is not annotated.
type item struct {
	id    record.ID
	doc   *news.Document
	known bool // kept already, or in flight: not to be annotated
	a     *news.Analysis
	card  []byte // packed
}

// mostCards bounds the cards that are held while reading goes on, two to three
// kilobytes each; those of further reports are made again from what was kept.
const mostCards = 20000

// read sends every report under paths that is not known through annotation,
// and keeps the analyses in the order of the input.
func (r *run) read(ctx context.Context, paths []string) error {
	r.cards = map[record.ID][]byte{}
	docs := r.sift(ctx, intake.Read(ctx, paths, r.opt.Stdin, r.opt.Intake))
	for it, err := range par.Map(ctx, r.opt.workers(), docs, r.annotate) {
		if err = r.keep(ctx, it, err); err != nil {
			return err
		}
		r.step(Reading)
	}
	return nil
}

// sift marks the reports that are known, and ends the input when the run is
// to stop.
func (r *run) sift(ctx context.Context, in iter.Seq2[*news.Document, error]) iter.Seq2[item, error] {
	seen := map[record.ID]bool{} // the store does not know yet what is in flight
	return func(yield func(item, error) bool) {
		for doc, err := range in {
			if r.stopped() {
				return
			}
			it := item{doc: doc}
			if err == nil {
				it.id = record.ReportID(doc)
				if it.known = seen[it.id]; !it.known {
					it.known, err = r.store.Has(ctx, it.id)
				}
				seen[it.id] = true
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

// annotate is what the workers do. Annotation is total; should a report show
// that it is not, the report is left out and named, and the others are read.
func (r *run) annotate(it item) (_ item, err error) {
	defer func() {
		if fault := recover(); fault != nil {
			err = &intake.Problem{Path: it.doc.Source, Code: "our-fault",
				Message: fmt.Sprintf("Rapporteur failed on this report (%v); please send it to its makers", fault)}
		}
	}()
	if !it.known {
		it.a = r.annotator.Annotate(it.doc).Light()
		it.card = matter.CardOf(it.a).Pack()
	}
	return it, nil
}

// keep takes one result. What concerns one file is noted; only what ends the
// run is returned.
func (r *run) keep(ctx context.Context, it item, err error) error {
	var problem *intake.Problem
	switch {
	case errors.As(err, &problem):
		r.sum.LeftOut = append(r.sum.LeftOut, problem)
		return nil
	case err != nil:
		return err
	}
	r.flaws(it)
	if it.known {
		r.sum.Known++
		return r.store.AlsoAt(ctx, it.id, it.doc.Source)
	}
	if _, err := r.store.PutReport(ctx, it.a); err != nil {
		return err
	}
	if len(r.cards) < mostCards {
		r.cards[it.id] = it.card
	}
	r.sum.Read++
	return nil
}

// flaws notes what of a report could not be used.
func (r *run) flaws(it item) {
	findings := it.doc.Findings
	if it.a != nil {
		findings = append(findings[:len(findings):len(findings)], it.a.Findings...)
	}
	for _, f := range findings {
		if f.Severity >= diag.Error {
			r.sum.Flawed = append(r.sum.Flawed, Flaw{it.doc.Source, f})
		}
	}
}
