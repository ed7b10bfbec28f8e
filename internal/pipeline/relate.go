package pipeline

import (
	"context"
	"errors"
	"iter"

	"rapporteur/internal/news"
	"rapporteur/internal/par"
	"rapporteur/internal/record"
	"rapporteur/internal/relate"
	"rapporteur/internal/relate/matter"
	"rapporteur/internal/store"
)

// Desk is what relating keeps at hand from one run to the next on one store.
// A run with it need not read again what was kept beside the record. It may be
// used by one run at a time; the zero Desk has nothing at hand.
type Desk struct {
	serial string // of the record that it has at hand
	desk   *relate.Desk
}

// relate brings the record up to date. Should a decision come in meanwhile,
// from another program, it is done once more.
func (r *run) relate(ctx context.Context) error {
	for again := false; ; again = true {
		decided, err := r.store.Decisions(ctx)
		if err != nil {
			return err
		}
		arrived, err := r.arrived(ctx)
		if err != nil || arrived == nil && !again {
			return err
		}
		if arrived == nil {
			arrived = &store.Arrivals{} // the record stands, but not of all decisions
		}
		r.step(Relating)
		if len(record.Fold(decided)) > 0 {
			err = r.whole(ctx, decided)
		} else {
			err = r.parts(ctx, *arrived)
		}
		if err != nil {
			return err
		}
		n := len(decided) // they are only ever added
		if decided, err = r.store.Decisions(ctx); err != nil || len(decided) == n {
			return err
		}
	}
}

// arrived is what the record does not have yet, nil when there is nothing.
func (r *run) arrived(ctx context.Context) (*store.Arrivals, error) {
	a, err := r.store.Arrived(ctx, r.opt.Desk.serial)
	if err == nil && a.Serial != "" && a.Serial != r.opt.Desk.serial {
		a, err = r.store.Arrived(ctx, a.Serial) // another run was here
	}
	if err != nil || a.Serial != "" && len(a.Reports) == 0 {
		return nil, err
	}
	return &a, nil
}

// whole makes the record anew out of everything kept, by what was decided: a
// decision may be about any line.
func (r *run) whole(ctx context.Context, decided []record.Decision) error {
	*r.opt.Desk = Desk{}
	var all []*news.Analysis
	err := r.all(ctx, func(a *news.Analysis) { all = append(all, a) })
	if err != nil {
		return err
	}
	rec := relate.Relate(all, decided...)
	r.step(Keeping)
	changed, err := r.store.PutRecord(ctx, rec)
	r.sum.Changed = r.sum.Changed || changed
	return err
}

// parts makes those parts of the record anew that reports which have arrived
// touch; all of them where there is no record that could be added to.
func (r *run) parts(ctx context.Context, arrived store.Arrivals) (err error) {
	b := store.Batch{UpTo: arrived.UpTo}
	desk, known, err := r.desk(ctx, arrived)
	if err != nil {
		return err
	}
	*r.opt.Desk = Desk{} // of no use should this fail
	if b.Whole = !known; b.Whole {
		if err = r.renewAll(ctx); err == nil {
			arrived, err = r.store.Arrived(ctx, "")
		}
		if err != nil {
			return err
		}
		b.UpTo = arrived.UpTo
	}
	desk.Workers = r.opt.workers()
	b.Cards = r.adding(ctx, desk, arrived.Reports)
	b.Parts = r.taking(ctx, desk)
	changed, err := r.store.PutParts(ctx, b)
	if err != nil {
		return err
	}
	r.sum.Changed = r.sum.Changed || changed
	if now, err := r.store.Arrived(ctx, arrived.Serial); err == nil && now.Serial != "" {
		*r.opt.Desk = Desk{now.Serial, desk}
	}
	return nil
}

// adding puts the cards of reports on desk, and yields them to be kept.
func (r *run) adding(ctx context.Context, desk *relate.Desk, ids []record.ID) iter.Seq2[store.Card, error] {
	in := func(yield func(record.ID, error) bool) {
		for _, id := range ids {
			if !yield(id, nil) {
				return
			}
		}
	}
	return func(yield func(store.Card, error) bool) {
		for c, err := range par.Map(ctx, r.opt.workers(), in, func(id record.ID) (drawn, error) { return r.card(ctx, id) }) {
			if err == nil {
				desk.Add(c.Card)
			}
			if !yield(store.Card{Report: c.id, Body: c.packed}, err) || err != nil {
				return
			}
		}
	}
}

// errEnough ends taking when nobody wants the parts any more.
var errEnough = errors.New("enough")

// taking yields the parts that change when desk takes what was added to it.
func (r *run) taking(ctx context.Context, desk *relate.Desk) iter.Seq2[*record.Part, error] {
	return func(yield func(*record.Part, error) bool) {
		load := func(id record.ID) (*news.Analysis, error) {
			if err := ctx.Err(); err != nil {
				return nil, err
			}
			return r.store.Report(ctx, id)
		}
		err := desk.Take(load, func(p *record.Part) error {
			if !yield(p, nil) {
				return errEnough
			}
			return nil
		})
		if err != nil && !errors.Is(err, errEnough) {
			yield(nil, err)
		}
	}
}

// desk is the one at hand, or made of what was kept; known is false for an
// empty one, where all parts are to be made.
func (r *run) desk(ctx context.Context, arrived store.Arrivals) (_ *relate.Desk, known bool, err error) {
	if arrived.Serial == "" {
		return relate.NewDesk(), false, nil
	}
	if arrived.Serial == r.opt.Desk.serial {
		return r.opt.Desk.desk, true, nil
	}
	st, err := r.store.States(ctx)
	if err != nil || st.Serial != arrived.Serial {
		return relate.NewDesk(), false, err
	}
	desk, err := relate.Restore(ctx, st.Cards, st.Parts)
	if err != nil {
		return relate.NewDesk(), false, ctx.Err() // it is all made anew
	}
	return desk, true, nil
}

// drawn is the card of a report.
type drawn struct {
	id record.ID
	*matter.Card
	packed []byte
}

// card is the card of a report, made where this run does not have it.
func (r *run) card(ctx context.Context, id record.ID) (d drawn, err error) {
	d.id = id
	if d.packed = r.cards[id]; d.packed != nil {
		d.Card, err = matter.Unpack(d.packed)
		return d, err
	}
	a, err := r.store.Report(ctx, id)
	if err == nil {
		d.Card = matter.CardOf(a)
		d.packed = d.Pack()
	}
	return d, err
}

// renew annotates again what another edition of the program annotated, and
// keeps it so.
func (r *run) renew(ctx context.Context, a *news.Analysis) (*news.Analysis, error) {
	if a.Done != 0 {
		return a, nil
	}
	a = r.annotator.Annotate(a.Doc).Light()
	return a, r.store.PutAnalysis(ctx, a)
}

// renewAll annotates again all that another edition annotated, before the
// record is written: the store takes one writer at a time.
func (r *run) renewAll(ctx context.Context) error {
	st, err := r.store.Stats(ctx)
	if err != nil || st.Outdated == 0 {
		return err
	}
	return r.all(ctx, func(*news.Analysis) {})
}

// all yields everything kept.
func (r *run) all(ctx context.Context, yield func(*news.Analysis)) error {
	renew := func(a *news.Analysis) (*news.Analysis, error) { return r.renew(ctx, a) }
	for a, err := range par.Map(ctx, r.opt.workers(), r.store.Reports(ctx), renew) {
		if err != nil {
			return err
		}
		yield(a)
	}
	return nil
}
