package pipeline

import (
	"context"
	"errors"

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
		arrived, err = r.store.Arrived(ctx, "")
		b.UpTo = arrived.UpTo
	}
	var cards []*matter.Card
	if err == nil {
		cards, err = r.cardsOf(ctx, arrived.Reports)
	}
	if err != nil {
		return err
	}
	b.Cards = map[record.ID][]byte{}
	for _, c := range cards {
		b.Cards[c.ID] = c.Pack()
	}
	b.Parts = r.taking(ctx, desk, cards)
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

// errEnough ends taking when nobody wants the parts any more.
var errEnough = errors.New("enough")

// taking yields the parts that change when desk takes cards.
func (r *run) taking(ctx context.Context, desk *relate.Desk, cards []*matter.Card) func(func(*record.Part, error) bool) {
	return func(yield func(*record.Part, error) bool) {
		load := func(id record.ID) (*news.Analysis, error) {
			if err := ctx.Err(); err != nil {
				return nil, err
			}
			return r.store.Report(ctx, id)
		}
		err := desk.Take(cards, load, func(p *record.Part) error {
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
	cards := make([]*matter.Card, 0, len(st.Cards))
	for _, body := range st.Cards {
		c, err := matter.Unpack(body)
		if err != nil {
			return relate.NewDesk(), false, nil // it is all made anew
		}
		cards = append(cards, c)
	}
	desk, err := relate.Restore(cards, st.Parts)
	if err != nil {
		return relate.NewDesk(), false, nil
	}
	return desk, true, nil
}

// cardsOf are the cards of reports, made where this run has not made them.
func (r *run) cardsOf(ctx context.Context, ids []record.ID) (out []*matter.Card, err error) {
	var missing []record.ID
	for _, id := range ids {
		if c := r.cards[id]; c != nil {
			out = append(out, c)
		} else {
			missing = append(missing, id)
		}
	}
	in := func(yield func(record.ID, error) bool) {
		for _, id := range missing {
			if !yield(id, nil) {
				return
			}
		}
	}
	for c, err := range par.Map(ctx, r.opt.workers(), in, func(id record.ID) (*matter.Card, error) { return r.card(ctx, id) }) {
		if err != nil {
			return nil, err
		}
		out = append(out, c)
	}
	return out, nil
}

// card makes the card of a report that is kept.
func (r *run) card(ctx context.Context, id record.ID) (*matter.Card, error) {
	a, err := r.store.Report(ctx, id)
	if err == nil {
		a, err = r.renew(ctx, a)
	}
	if err != nil {
		return nil, err
	}
	return matter.CardOf(a), nil
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
