package shelf

import (
	"context"
	"fmt"
	"time"

	"rapporteur/internal/record"
)

// Desk is where decisions are handed in. A nil Desk takes none.
type Desk struct {
	// Keep writes decisions down, all of them or none, and sees to it that the
	// record is made anew.
	Keep func(context.Context, []record.Decision) error
	// Working says whether the record is still to be made of what was kept.
	Working func() bool
	// Reviewer is who decides where a wish names nobody.
	Reviewer string
	// Now is the time; nil is that of the clock.
	Now func() time.Time
}

// MaxWishes bounds what is decided at a stroke.
const MaxWishes = 500

// Take makes decisions of wishes on the current book, and keeps them: all or
// none. What is decided shows in the next book that the shelf gives.
func (d *Desk) Take(ctx context.Context, s *Shelf, wishes []Wish) ([]record.Decision, error) {
	if len(wishes) == 0 || len(wishes) > MaxWishes {
		return nil, &Wrong{Param: "decisions", Why: fmt.Sprintf("there are to be 1 to %d of them", MaxWishes)}
	}
	b, at := s.Current(), time.Now()
	if d.Now != nil {
		at = d.Now()
	}
	var out []record.Decision
	for i, w := range wishes {
		if w.By == "" {
			w.By = d.Reviewer
		}
		one, err := b.Decide(w, at.Add(time.Duration(i)*time.Microsecond)) // in the order in which they stand
		if err != nil {
			return nil, err
		}
		out = append(out, one)
	}
	if err := d.Keep(ctx, out); err != nil {
		return nil, err
	}
	return out, s.Decide(ctx)
}

// Busy says whether d is still at work; a nil Desk never is.
func (d *Desk) Busy() bool { return d != nil && d.Working != nil && d.Working() }
