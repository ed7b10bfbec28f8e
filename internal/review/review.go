// Package review is what a reviewer works with, in the terminal and in the
// browser: it words decisions about lines of the record and keeps the list of
// what is still to be decided.
//
//	line, action, field --Author--> record.Decision --> pipeline.Decide
//	store, filter -----Open------> the undecided lines, the least certain first
//
// It keeps nothing and changes nothing itself: what it makes is given to the
// store, and what a decision means for the record is relate's to say.
package review

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"rapporteur/internal/record"
	"rapporteur/internal/store"
	"rapporteur/internal/text"
)

// Author makes the decisions of one person.
type Author struct {
	Store store.Store
	By    string
	Note  string
	At    time.Time // zero: now, and later than every decision before
	last  string
}

// Decide is the decision action about l. It is whole but for merges, splits and
// corrections, which have functions of their own.
func (a *Author) Decide(ctx context.Context, action record.Action, l record.Line) (record.Decision, error) {
	about, err := a.target(ctx, l)
	if err != nil {
		return record.Decision{}, err
	}
	return a.sign(ctx, record.Decision{Action: action, About: about})
}

// Correct says that a field of l holds value; nil is unknown. who is the entity
// that value names, nil for bare words.
func (a *Author) Correct(ctx context.Context, l record.Line, field string, value *string, who *record.Entity) (record.Decision, error) {
	about, err := a.target(ctx, l)
	if err != nil {
		return record.Decision{}, err
	}
	d := record.Decision{Action: record.ToCorrect, About: about, Field: field, Value: value}
	if who != nil {
		id, name := who.ID, who.Name
		d.Entity, d.Value = &id, &name
	}
	return a.sign(ctx, d)
}

// Merge says that all lines are one.
func (a *Author) Merge(ctx context.Context, lines []record.Line) (d record.Decision, err error) {
	d.Action = record.ToMerge
	for i, l := range lines {
		t, err := a.target(ctx, l)
		if err != nil {
			return d, err
		}
		if i == 0 {
			d.About = t
		} else {
			d.With = append(d.With, t)
		}
	}
	return a.sign(ctx, d)
}

// Leaving is what of a line is another thing than the rest: an entity's names,
// or what some reports say.
type Leaving struct {
	Names   []string
	Reports []record.ID
}

// Split says that what leaves l is another thing.
func (a *Author) Split(ctx context.Context, l record.Line, what Leaving) (record.Decision, error) {
	about, err := a.target(ctx, l)
	if err != nil {
		return record.Decision{}, err
	}
	part, err := a.part(ctx, l, what)
	if err != nil {
		return record.Decision{}, err
	}
	return a.sign(ctx, record.Decision{Action: record.ToSplit, About: about, Part: part})
}

// Undo takes a decision back.
func (a *Author) Undo(ctx context.Context, d record.Decision) (record.Decision, error) {
	says := string(d.Action) + " " + d.About.Type
	if d.About.Says != "" {
		says += ": " + d.About.Says
	}
	about := record.Target{Ref: record.Ref{Type: record.KindDecision, ID: d.ID}, Says: says}
	return a.sign(ctx, record.Decision{Action: record.ToUndo, About: about})
}

// sign gives d its author and time, and holds it to what a decision must be.
func (a *Author) sign(ctx context.Context, d record.Decision) (record.Decision, error) {
	if a.last == "" {
		all, err := a.Store.Decisions(ctx)
		if err != nil {
			return d, err
		}
		if n := len(all); n > 0 {
			a.last = all[n-1].At
		}
	}
	d.By, d.Note, d.At = a.By, a.Note, record.Stamp(a.At)
	if a.At.IsZero() {
		d.At = after(record.Stamp(time.Now()), a.last)
		a.last = d.At
	}
	d.Seal()
	return d, d.Check()
}

// after is now, or a moment after last where that is not over yet: clocks of
// two machines differ, and what is decided now is decided last.
func after(now, last string) string {
	if now > last {
		return now
	}
	t, err := time.Parse(time.RFC3339Nano, last)
	if err != nil {
		return now
	}
	return record.Stamp(t.Add(time.Microsecond))
}

// target names l with the places where its reports were read.
func (a *Author) target(ctx context.Context, l record.Line) (t record.Target, err error) {
	t = record.TargetOf(l, a.source(ctx, &err))
	return t, err
}

// source finds where a report was read; trouble goes into err.
func (a *Author) source(ctx context.Context, err *error) func(record.ID) string {
	return func(id record.ID) string {
		l, bad := a.Store.Line(ctx, id)
		if bad != nil && !errors.Is(bad, store.ErrNotFound) {
			*err = bad
		}
		if r, ok := l.(*record.Report); ok {
			return r.Source
		}
		return ""
	}
}

// part is what leaves l, as a decision names it.
func (a *Author) part(ctx context.Context, l record.Line, what Leaving) (*record.Anchor, error) {
	whole, err := a.target(ctx, l)
	if err != nil {
		return nil, err
	}
	part := &record.Anchor{}
	for _, n := range what.Names {
		k := slices.IndexFunc(whole.Names, func(w string) bool { return text.Fold(w) == text.Fold(n) })
		if k < 0 {
			return nil, fmt.Errorf("%s %s has no name %q; it has: %s", whole.Type, whole.ID, n, strings.Join(whole.Names, ", "))
		}
		part.Names = append(part.Names, whole.Names[k])
	}
	part.Passages = record.Within(l, what.Reports, a.source(ctx, &err))
	stays := slices.ContainsFunc(whole.Passages, func(p record.Passage) bool { return !slices.Contains(what.Reports, p.Report) })
	switch {
	case err != nil:
		return nil, err
	case len(part.Names)+len(part.Passages) == 0:
		return nil, fmt.Errorf("nothing of %s %s is in these reports", whole.Type, whole.ID)
	case len(what.Names) == 0 && !stays, len(what.Reports) == 0 && len(part.Names) == len(whole.Names):
		return nil, fmt.Errorf("that is all of %s %s: nothing would stay", whole.Type, whole.ID)
	}
	return part, nil
}
