package pipeline

import (
	"context"
	"errors"
	"iter"

	"rapporteur/internal/annotate"
	"rapporteur/internal/intake"
	"rapporteur/internal/news"
	"rapporteur/internal/par"
	"rapporteur/internal/record"
	"rapporteur/internal/relate"
	"rapporteur/internal/store"
)

// run is one pass over the input.
type run struct {
	store store.Store
	opt   Options
	ann   *annotate.Annotator
	sum   Summary
}

func newRun(s store.Store, opt Options) (*run, error) {
	ann, err := annotator()
	return &run{store: s, opt: opt, ann: ann}, err
}

// step tells whoever watches.
func (r *run) step(s Step) {
	if r.opt.Progress != nil {
		r.opt.Progress(Progress{Step: s, Read: r.sum.Read, Known: r.sum.Known, LeftOut: len(r.sum.LeftOut)})
	}
}

// read sends every report under paths that is not known through annotation,
// and keeps the analyses in the order of the input.
func (r *run) read(ctx context.Context, paths []string) error {
	docs := r.sift(ctx, intake.Read(ctx, paths, r.opt.Stdin, r.opt.Intake))
	for a, err := range par.Map(ctx, r.opt.workers(), docs, r.annotate) {
		if err = r.keep(ctx, a, err); err != nil {
			return err
		}
		r.step(Reading)
	}
	return nil
}

// sift passes on the reports that are not known, nil in the place of those
// that are, and ends the input when the run is to stop.
func (r *run) sift(ctx context.Context, in iter.Seq2[*news.Document, error]) iter.Seq2[*news.Document, error] {
	seen := map[record.ID]bool{} // the store does not know yet what is in flight
	return func(yield func(*news.Document, error) bool) {
		for doc, err := range in {
			if r.stopped() {
				return
			}
			if err == nil {
				id := record.ReportID(doc)
				known := seen[id]
				if !known {
					known, err = r.store.Has(ctx, id)
				}
				if seen[id] = true; known {
					doc = nil
				}
			}
			if !yield(doc, err) {
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

// annotate is what the workers do.
func (r *run) annotate(doc *news.Document) (*news.Analysis, error) {
	if doc == nil {
		return nil, nil
	}
	return r.ann.Annotate(doc).Light(), nil
}

// keep takes one result: an analysis, a known report (nil) or trouble. What
// concerns one file is noted; only what ends the run is returned.
func (r *run) keep(ctx context.Context, a *news.Analysis, err error) error {
	var problem *intake.Problem
	switch {
	case errors.As(err, &problem):
		r.sum.LeftOut = append(r.sum.LeftOut, problem)
		return nil
	case err != nil:
		return err
	case a == nil:
		r.sum.Known++
		return nil
	}
	if _, err := r.store.PutReport(ctx, a); err != nil {
		return err
	}
	r.sum.Read++
	return nil
}

// relate makes the record anew out of everything kept.
func (r *run) relate(ctx context.Context) error {
	r.step(Relating)
	all, err := r.analyses(ctx)
	if err != nil {
		return err
	}
	rec := relate.Relate(all)
	r.step(Keeping)
	r.sum.Changed, err = r.store.PutRecord(ctx, rec)
	return err
}

// analyses is everything kept. Reports that another edition of the program
// annotated are annotated again, and kept so.
func (r *run) analyses(ctx context.Context) (all []*news.Analysis, err error) {
	renew := func(a *news.Analysis) (*news.Analysis, error) {
		if a.Done != 0 {
			return a, nil
		}
		a = r.ann.Annotate(a.Doc).Light()
		_, err := r.store.PutReport(ctx, a)
		return a, err
	}
	for a, err := range par.Map(ctx, r.opt.workers(), r.store.Reports(ctx), renew) {
		if err != nil {
			return nil, err
		}
		all = append(all, a)
	}
	return all, nil
}
