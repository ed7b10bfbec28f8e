// Package source gives exports their lines. In goes a store with the filters of
// the reader; out come the lines that the filters let through, one by one, and
// a Cast: what is called how, for lines that only name an id.
//
//	Lines("event")  ->  the events, without those that a reviewer rejected
//	Cast()          ->  rigu5bc36lkuhx = Harbour Times, 7 March 2024, "Talks on Tuesday"
//
// An export may ask for its lines as often as it needs to; none holds more of
// the record than it must. Nothing here writes or words anything.
package source

import (
	"context"
	"iter"
	"slices"

	"rapporteur/internal/record"
	"rapporteur/internal/store"
)

// Lister is what a source needs of a store.
type Lister interface {
	Lines(ctx context.Context, f store.Filter) iter.Seq2[record.Line, error]
}

// Source is what an export reads.
type Source struct {
	ctx    context.Context
	from   Lister
	filter store.Filter
	picked iter.Seq[record.Line] // instead of what filter lets through; nil for none
	gone   map[record.ID]bool    // rejected statements, once they are asked for
	cast   *Cast
}

// New is a source of the lines of a store that f lets through. With types in f
// no line of another type is let through.
func New(ctx context.Context, from Lister, f store.Filter) *Source {
	return &Source{ctx: ctx, from: from, filter: f}
}

// Picked is a source of lines that were picked already, such as what a search
// found, in their order.
func Picked(ctx context.Context, from Lister, lines iter.Seq[record.Line]) *Source {
	return &Source{ctx: ctx, from: from, picked: lines}
}

// Kinds are the types of line that are asked for, in the order of the record.
func (s *Source) Kinds() []string {
	if len(s.filter.Types) == 0 {
		return record.Kinds
	}
	return s.only(record.Kinds)
}

// only leaves the kinds that the filter lets through.
func (s *Source) only(kinds []string) (out []string) {
	for _, k := range kinds {
		if len(s.filter.Types) == 0 || slices.Contains(s.filter.Types, k) {
			out = append(out, k)
		}
	}
	return out
}

// Every yields the lines of kinds (none: all), rejected ones too.
func (s *Source) Every(kinds ...string) iter.Seq2[record.Line, error] {
	if len(kinds) == 0 {
		kinds = record.Kinds
	}
	kinds = s.only(kinds)
	if s.picked != nil {
		return of(s.picked, kinds)
	}
	if len(kinds) == 0 {
		return func(func(record.Line, error) bool) {}
	}
	f := s.filter
	if f.Types = kinds; len(kinds) == len(record.Kinds) {
		f.Types = nil
	}
	return s.from.Lines(s.ctx, f)
}

func of(lines iter.Seq[record.Line], kinds []string) iter.Seq2[record.Line, error] {
	return func(yield func(record.Line, error) bool) {
		for l := range lines {
			if slices.Contains(kinds, l.Kind()) && !yield(l, nil) {
				return
			}
		}
	}
}

// Lines yields the lines of kinds (none: all) without statements that a
// reviewer rejected, and without the differences about them.
func (s *Source) Lines(kinds ...string) iter.Seq2[record.Line, error] {
	return func(yield func(record.Line, error) bool) {
		if err := s.findRejected(kinds); err != nil {
			yield(nil, err)
			return
		}
		for l, err := range s.Every(kinds...) {
			if err == nil && s.rejected(l) {
				continue
			}
			if !yield(l, err) || err != nil {
				return
			}
		}
	}
}

func (s *Source) rejected(l record.Line) bool {
	d, ok := l.(*record.Difference)
	return record.IsRejected(l) || ok && s.gone[d.About.ID]
}

// findRejected looks for rejected statements where differences about them have
// to be left out.
func (s *Source) findRejected(kinds []string) error {
	wanted := len(kinds) == 0 || slices.Contains(kinds, record.KindDifference)
	if !wanted || s.gone != nil {
		return nil
	}
	gone := map[record.ID]bool{}
	f := store.Filter{Types: []string{record.KindQuote, record.KindPosition, record.KindEvent, record.KindFigure}}
	for l, err := range s.from.Lines(s.ctx, f) {
		if err != nil {
			return err
		}
		if record.IsRejected(l) {
			gone[l.LineID()] = true
		}
	}
	s.gone = gone
	return nil
}
