package relate

import (
	"bytes"
	"errors"
	"math/rand/v2"
	"slices"
	"testing"

	"rapporteur/internal/news"
	"rapporteur/internal/record"
	"rapporteur/internal/relate/matter"
)

// desktop is a keeper with decisions: reports and decisions come, and decisions
// go, in any order, and the record is brought up to date after each.
type desktop struct {
	*keeper
	all   []record.Decision // kept, those taken back too
	ruled []record.Decision // of which the parts are made
	wide  bool              // all of it had to be made anew, by Relate
	rec   *record.Record    // by Relate
}

func newDesktop() *desktop { return &desktop{keeper: newKeeper(matter.Largest)} }

func (d *desktop) reports() (in []*news.Analysis) {
	for _, a := range d.at {
		in = append(in, a)
	}
	return in
}

// update relates what has come; it does as a run does.
func (d *desktop) update(t *testing.T, r *rand.Rand) {
	t.Helper()
	inForce := record.Fold(d.all)
	load := func(id record.ID) (*news.Analysis, error) { return d.at[id], nil }
	if d.wide {
		at := d.at
		*d.keeper = *newKeeper(matter.Largest)
		d.at, d.ruled = at, nil
		for _, a := range at {
			d.desk.Add(matter.CardOf(a))
		}
	} else if d.desk.Parts(inForce) || r.IntN(4) == 0 {
		d.restore(t, inForce, load)
	}
	err := d.desk.Rule(inForce, load)
	if err == nil {
		err = d.desk.Take(load, d.keep)
	}
	if d.wide = errors.Is(err, ErrWide); d.wide {
		d.rec = Relate(d.reports(), inForce...)
	} else if err != nil {
		t.Fatal(err)
	}
	d.ruled = inForce
}

func (d *desktop) keep(p *record.Part) error {
	if p.Lines == nil {
		delete(d.parts, p.Key)
	} else {
		d.parts[p.Key] = p
	}
	return nil
}

// restore goes on with a Desk made of what was kept; cards of reports that have
// come since are added behind.
func (d *desktop) restore(t *testing.T, inForce []record.Decision, load Load) {
	kept := Kept{States: map[record.ID][]byte{}, Ruled: d.ruled}
	taken := map[record.ID]bool{}
	for key, p := range d.parts {
		kept.States[key] = p.State
		for i := range p.Lines.Reports {
			taken[p.Lines.Reports[i].ID] = true
		}
	}
	var later []*matter.Card
	for id, a := range d.at {
		if c := matter.CardOf(a); taken[id] {
			kept.Cards = append(kept.Cards, c.Pack())
		} else {
			later = append(later, c)
		}
	}
	var err error
	if d.desk, err = Restore(t.Context(), kept, inForce, load); err != nil {
		t.Fatal(err)
	}
	for _, c := range later {
		d.desk.Add(c)
	}
}

func (d *desktop) record() *record.Record {
	if d.wide {
		return d.rec
	}
	return d.keeper.record()
}

// random is a decision on a line of rec.
func (c *clock) random(r *rand.Rand, rec *record.Record) record.Decision {
	var lines []record.Line
	for l := range rec.Lines() {
		switch l.Kind() {
		case record.KindQuote, record.KindEvent, record.KindFigure, record.KindStory, record.KindDifference:
			lines = append(lines, l)
		case record.KindEntity:
			lines = append(lines, l)
		}
	}
	l := lines[r.IntN(len(lines))]
	var alike []record.Line
	for _, o := range lines {
		if o.Kind() == l.Kind() && o.LineID() != l.LineID() {
			alike = append(alike, o)
		}
	}
	mergeable := l.Kind() != record.KindDifference && len(alike) > 0
	switch n := r.IntN(7); {
	case n < 2 && mergeable:
		return c.decide(record.ToMerge, l, with(alike[r.IntN(len(alike))]))
	case n == 2 && l.Kind() != record.KindEntity && l.Kind() != record.KindDifference && len(target(l).Passages) > 1:
		ps := target(l).Passages
		return c.decide(record.ToSplit, l, part(record.Anchor{Passages: ps[len(ps)-1:]}))
	case n == 2 && l.Kind() == record.KindEntity && len(target(l).Names) > 1:
		return c.decide(record.ToSplit, l, part(record.Anchor{Names: target(l).Names[1:2]}))
	case n == 2 && l.Kind() == record.KindEntity && len(target(l).Passages) > 1:
		return c.decide(record.ToSplit, l, part(record.Anchor{Passages: target(l).Passages[:1]}))
	case n == 3 && l.Kind() == record.KindEntity:
		return c.decide(record.ToCorrect, l, value("name", "Somebody Else"))
	case n == 3 && l.Kind() == record.KindQuote:
		e := &rec.Entities[r.IntN(len(rec.Entities))]
		return c.decide(record.ToCorrect, l, value("speaker", e.Name), func(d *record.Decision) { d.Entity = &e.ID })
	case n == 3 && l.Kind() == record.KindFigure:
		return c.decide(record.ToCorrect, l, value("value", "77"))
	case n == 4:
		return c.decide(record.ToSee, l)
	case n == 5:
		return c.decide(record.ToAccept, l)
	}
	return c.decide(record.ToReject, l)
}

// TestAnyScheduleOfDecisions: reports that come and decisions that come and go,
// in any order and batches, make the record that they make at once, byte for
// byte, after every step.
func TestAnyScheduleOfDecisions(t *testing.T) {
	sets := 250
	if testing.Short() {
		sets = 40
	}
	steps, wide, changed := 0, 0, 0
	for seed := range sets {
		s := small{rand.New(rand.NewPCG(uint64(seed), 21))}
		in, d := s.set(4+s.r.IntN(12)), newDesktop()
		var c clock
		for len(in) > 0 || s.r.IntN(6) > 0 && c < 30 {
			n := min(len(in), s.r.IntN(4))
			for _, a := range in[:n] {
				card := matter.CardOf(a)
				d.at[card.ID] = a
				d.desk.Add(card)
			}
			in = in[n:]
			if rec := d.record(); len(rec.Stories) > 0 && s.r.IntN(3) > 0 {
				d.all = append(d.all, c.random(s.r, rec))
			}
			if len(d.all) > 0 && s.r.IntN(4) == 0 {
				d.all = append(d.all, c.undo(d.all[s.r.IntN(len(d.all))]))
			}
			d.update(t, s.r)
			steps++
			if d.wide {
				wide++
				continue
			}
			plain := Relate(d.reports())
			want := Relate(d.reports(), slices.Clone(d.all)...)
			got := exported(t, d.record())
			if !bytes.Equal(got, exported(t, want)) {
				t.Fatalf("set %d, %d reports, %d decisions: another record:\n%s", seed, len(d.at), len(d.all), firstDifference(got, exported(t, want)))
			}
			if !bytes.Equal(got, exported(t, plain)) {
				changed++
			}
		}
	}
	t.Logf("%d steps, %d of them anew, decisions showed in %d", steps, wide, changed)
	if changed < steps/4 || wide > steps/2 {
		t.Errorf("of %d steps %d were made anew and in %d decisions showed: too little is tested", steps, wide, changed)
	}
}
