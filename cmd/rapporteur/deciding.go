package main

import (
	"context"
	"os/user"
	"sync/atomic"

	"rapporteur/internal/pipeline"
	"rapporteur/internal/publish/shelf"
	"rapporteur/internal/record"
	"rapporteur/internal/store"
)

// deciding keeps what reviewers decide in a browser, and makes the record anew
// behind their backs, one making after the other.
type deciding struct {
	store store.Store
	shelf *shelf.Shelf
	desk  pipeline.Desk // what relating keeps at hand from one making to the next
	kept  atomic.Int64  // times that decisions were kept
	made  atomic.Int64  // how many of these the record was made of
	wake  chan struct{}
}

func newDeciding(s store.Store, sh *shelf.Shelf) *deciding {
	return &deciding{store: s, shelf: sh, wake: make(chan struct{}, 1)}
}

// desktop hands decisions to d; reviewer is who decides where nobody is named.
func (d *deciding) desktop(reviewer string) *shelf.Desk {
	return &shelf.Desk{Keep: d.keep, Working: func() bool { return d.made.Load() < d.kept.Load() }, Reviewer: reviewer}
}

func (d *deciding) keep(ctx context.Context, ds []record.Decision) error {
	if _, err := d.store.PutDecisions(ctx, ds); err != nil {
		return err
	}
	d.kept.Add(1)
	select {
	case d.wake <- struct{}{}:
	default: // it is awake, and will look again
	}
	return nil
}

// run makes the record anew whenever something was decided, until ctx ends.
// tell gets what went wrong.
func (d *deciding) run(ctx context.Context, tell func(error)) {
	for {
		select {
		case <-ctx.Done():
			return
		case <-d.wake:
		}
		kept := d.kept.Load()
		_, err := pipeline.Read(ctx, d.store, nil, pipeline.Options{Desk: &d.desk})
		if err == nil {
			_, err = d.shelf.Renew(ctx)
		}
		if err == nil {
			err = d.shelf.Decide(ctx) // having looked makes no other record
		}
		if err != nil && ctx.Err() == nil {
			tell(err)
		}
		d.made.Store(kept)
	}
}

// whoami is the user of this machine, for decisions that name nobody.
func whoami() string {
	if u, err := user.Current(); err == nil && u.Username != "" {
		return u.Username
	}
	return "somebody"
}
