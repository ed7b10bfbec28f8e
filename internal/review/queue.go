package review

import (
	"cmp"
	"context"
	"slices"

	"rapporteur/internal/record"
	"rapporteur/internal/store"
)

// Wanted says which lines are to be decided. Its conditions combine.
type Wanted struct {
	store.Filter
	Rule    string  // only what this rule found; "": any
	Below   float64 // only what is less certain; 0: any
	Decided bool    // also what was decided
	Seen    bool    // also what somebody looked at
}

// statements are the kinds that are gone through unless others are asked for.
var statements = []string{record.KindQuote, record.KindPosition, record.KindEvent, record.KindFigure, record.KindDifference}

// Open lists the lines that are to be decided, the least certain first.
func Open(ctx context.Context, s store.Store, w Wanted) ([]record.Line, error) {
	if len(w.Types) == 0 {
		w.Types = statements
	}
	looked, err := lookedAt(ctx, s)
	if err != nil {
		return nil, err
	}
	var out []record.Line
	for l, err := range s.Lines(ctx, w.Filter) {
		if err != nil {
			return nil, err
		}
		if w.wants(l) && (w.Seen || !looked[l.LineID()]) {
			out = append(out, l)
		}
	}
	slices.SortStableFunc(out, func(a, b record.Line) int {
		return cmp.Or(cmp.Compare(confidence(a), confidence(b)), cmp.Compare(a.LineID(), b.LineID()))
	})
	return out, nil
}

func (w *Wanted) wants(l record.Line) bool {
	v, b := record.ReviewedOf(l), record.BaseOf(l)
	return v != nil && (w.Decided || v.Review == nil) &&
		(w.Rule == "" || b != nil && b.Rule == w.Rule) && (w.Below == 0 || b != nil && b.Confidence < w.Below)
}

// confidence is how certain l is; what is no statement comes last.
func confidence(l record.Line) float64 {
	if b := record.BaseOf(l); b != nil {
		return b.Confidence
	}
	return 1
}

// lookedAt are the lines that somebody has seen.
func lookedAt(ctx context.Context, s store.Store) (map[record.ID]bool, error) {
	all, err := s.Decisions(ctx)
	if err != nil {
		return nil, err
	}
	out := map[record.ID]bool{}
	for _, d := range record.Fold(all) {
		if d.Action == record.ToSee {
			out[d.About.ID] = true
		}
	}
	return out, nil
}
