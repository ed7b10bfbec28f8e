package pipeline

import (
	"context"
	"errors"
	"iter"
	"slices"

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
	all, err := r.store.Decisions(ctx)
	if err != nil {
		return err
	}
	for {
		arrived, err := r.arrived(ctx, all)
		if err != nil || arrived == nil {
			return err
		}
		r.step(Relating)
		if err = r.parts(ctx, *arrived, all); errors.Is(err, relate.ErrWide) {
			err = r.whole(ctx, all, arrived.Moved)
		}
		overtaken := errors.Is(err, store.ErrOvertaken)
		if err != nil && !overtaken {
			return err
		}
		n := len(all) // they are only ever added
		if all, err = r.store.Decisions(ctx); err != nil || len(all) == n && !overtaken {
			return err
		}
	}
}

// arrived is what the record does not have yet, nil when there is nothing.
func (r *run) arrived(ctx context.Context, all []record.Decision) (*store.Arrivals, error) {
	a, err := r.store.Arrived(ctx, r.opt.Desk.serial)
	if err == nil && a.Serial != "" && a.Serial != r.opt.Desk.serial {
		a, err = r.store.Arrived(ctx, a.Serial) // another run was here
	}
	if err != nil || a.Serial != "" && len(a.Reports)+len(a.Moved) == 0 && slices.Equal(a.Rulings, record.Ruling(all)) {
		return nil, err
	}
	return &a, nil
}

// whole makes the record anew out of everything kept, by what was decided: a
// decision may be about any line.
func (r *run) whole(ctx context.Context, decided []record.Decision, moved []record.ID) error {
	*r.opt.Desk = Desk{}
	var all []*news.Analysis
	err := r.all(ctx, func(a *news.Analysis) { all = append(all, a) })
	if err != nil {
		return err
	}
	rec := relate.Relate(all, decided...)
	r.step(Keeping)
	part := func(yield func(*record.Part, error) bool) { yield(record.PartOf(rec), nil) }
	changed, err := r.store.PutParts(ctx, store.Batch{Parts: part, Whole: true, Rulings: record.Ruling(decided), Moved: moved})
	r.sum.Changed = r.sum.Changed || changed
	return err
}

// parts makes those parts of the record anew that reports which have arrived
// touch, and decisions that have come or gone; all of them where there is no
// record that could be added to.
func (r *run) parts(ctx context.Context, arrived store.Arrivals, all []record.Decision) (err error) {
	inForce := record.Fold(all)
	if relate.Wide(inForce) {
		return relate.ErrWide
	}
	b := store.Batch{Since: arrived.Serial, UpTo: arrived.UpTo, Rulings: record.Ruling(all)}
	desk, known, err := r.desk(ctx, arrived, all)
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
		b.Since, b.UpTo = "", arrived.UpTo
	}
	b.Moved = arrived.Moved
	desk.Workers = r.opt.workers()
	defer frugal(desk.Len()+len(arrived.Reports), len(arrived.Reports))()
	b.Cards = r.adding(ctx, desk, arrived.Reports)
	b.Parts = r.taking(ctx, desk, inForce, arrived.Moved)
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
func (r *run) taking(ctx context.Context, desk *relate.Desk, inForce []record.Decision, moved []record.ID) iter.Seq2[*record.Part, error] {
	return func(yield func(*record.Part, error) bool) {
		load := r.loading(ctx)
		for _, id := range moved {
			desk.Touch(id)
		}
		err := desk.Rule(inForce, load)
		if err != nil {
			yield(nil, err)
			return
		}
		err = desk.Take(load, func(p *record.Part) error {
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

// loading gives analyses until ctx ends.
func (r *run) loading(ctx context.Context) relate.Load {
	return func(id record.ID) (*news.Analysis, error) {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		return r.store.Report(ctx, id)
	}
}

// desk is the one at hand, or made of what was kept; known is false for an
// empty one, where all parts are to be made.
func (r *run) desk(ctx context.Context, arrived store.Arrivals, all []record.Decision) (_ *relate.Desk, known bool, err error) {
	inForce := record.Fold(all)
	if arrived.Serial == "" {
		return relate.NewDesk(), false, nil
	}
	if arrived.Serial == r.opt.Desk.serial && !r.opt.Desk.desk.Parts(inForce) {
		return r.opt.Desk.desk, true, nil
	}
	st, err := r.store.States(ctx)
	if err != nil || st.Serial != arrived.Serial {
		return relate.NewDesk(), false, err
	}
	defer frugal(len(st.Cards), len(st.Cards))()
	kept := relate.Kept{Cards: st.Cards, States: st.Parts, Ruled: among(all, arrived.Rulings)}
	desk, err := relate.Restore(ctx, kept, inForce, r.loading(ctx))
	if err != nil {
		return relate.NewDesk(), false, ctx.Err() // it is all made anew
	}
	return desk, true, nil
}

// among are those decisions that have one of some ids.
func among(all []record.Decision, ids []record.ID) (out []record.Decision) {
	for i := range all {
		if slices.Contains(ids, all[i].ID) {
			out = append(out, all[i])
		}
	}
	return out
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
