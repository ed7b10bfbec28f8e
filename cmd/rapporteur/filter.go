package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"iter"
	"slices"
	"strings"

	"rapporteur/internal/news"
	"rapporteur/internal/record"
	"rapporteur/internal/store"
)

// filterFlags are the conditions on lines; they combine.
type filterFlags struct {
	Story  string `placeholder:"ID" group:"filter" help:"Only what reports of this story say."`
	Entity string `placeholder:"ID|NAME" group:"filter" help:"Only what speaks of this entity."`
	Outlet string `placeholder:"NAME" group:"filter" help:"Only what reports of this outlet say."`
	Since  string `placeholder:"DAY" group:"filter" help:"Only from this day on: 2025-02-17, 2025-02 or 2025."`
	Until  string `placeholder:"DAY" group:"filter" help:"Only up to this day, itself included."`
}

// filter resolves the flags against s.
func (c *filterFlags) filter(d *desk, s store.Store) (f store.Filter, err error) {
	if c.Story != "" {
		if f.Story, err = resolve(d.ctx, s, c.Story, record.KindStory); err != nil {
			return f, err
		}
	}
	if c.Entity != "" {
		if f.Entity, err = d.entity(s, c.Entity); err != nil {
			return f, err
		}
	}
	f.Outlet = c.Outlet
	if f.Since, _, err = days("--since", c.Since); err != nil {
		return f, err
	}
	if _, f.Until, err = days("--until", c.Until); err != nil {
		return f, err
	}
	if f.Since != "" && f.Until != "" && f.Since > f.Until {
		return f, usage("swap the two days", "--since %s is after --until %s", c.Since, c.Until)
	}
	return f, nil
}

// days is the first and the last day of what value names: a day, a month, a year.
func days(flag, value string) (first, last string, err error) {
	if value == "" {
		return "", "", nil
	}
	from, to, _, ok := news.Interval(value)
	if !ok {
		return "", "", usage("write it as 2025-02-17, 2025-02 or 2025", "%s %s names no day", flag, value)
	}
	return from.String(), to.Add(-1).String(), nil
}

// resolve finds the one line of the kinds asked for whose id is, or begins
// with, what was typed.
func resolve(ctx context.Context, s store.Store, typed string, kinds ...string) (record.ID, error) {
	if l, err := s.Line(ctx, record.ID(typed)); err == nil && fits(l.Kind(), kinds) {
		return l.LineID(), nil
	} else if m, ok := l.(*record.Merged); ok {
		return resolve(ctx, s, string(m.Into), kinds...) // which is no merged one: see Check
	} else if err != nil && !errors.Is(err, store.ErrNotFound) {
		return "", err
	}
	found, err := s.Find(ctx, typed, 1000)
	if err != nil {
		return "", err
	}
	found = slices.DeleteFunc(found, func(r record.Ref) bool { return !fits(r.Type, kinds) })
	switch {
	case len(found) == 1:
		return found[0].ID, nil
	case len(found) == 0:
		return "", usage(listHint(kinds), "there is no %s %s", strings.Join(kinds, " or "), typed)
	}
	return "", usage("write more of it: "+some(found), "%s stands for %d ids", typed, len(found))
}

func fits(kind string, kinds []string) bool { return len(kinds) == 0 || slices.Contains(kinds, kind) }

// plurals name the commands that list a kind of line.
var plurals = map[string]string{
	record.KindReport: "reports", record.KindStory: "stories", record.KindEntity: "entities", record.KindQuote: "quotes",
	record.KindPosition: "positions", record.KindEvent: "events", record.KindFigure: "figures", record.KindTime: "times",
	record.KindDifference: "differences", record.KindOrigin: "origins", record.KindMerged: "merged ids",
}

func listHint(kinds []string) string {
	if len(kinds) == 1 {
		return "list them: rapporteur " + plurals[kinds[0]]
	}
	return "list ids with: rapporteur quotes, positions, events, figures or differences"
}

// some lists the first of found.
func some(found []record.Ref) string {
	var ids []string
	for _, r := range found[:min(5, len(found))] {
		ids = append(ids, string(r.ID))
	}
	if len(found) > 5 {
		ids = append(ids, "...")
	}
	return strings.Join(ids, " ")
}

// clearly is how many times as often as the next an entity must be mentioned to
// be the one that a name means.
const clearly = 10

// entity takes an id, an abbreviated id or a name. A name wins: people are
// called "Eto" before they are called by the beginning of an id.
func (d *desk) entity(s store.Store, typed string) (record.ID, error) {
	ids, err := s.Named(d.ctx, typed)
	if err != nil {
		return "", err
	}
	if len(ids) == 0 {
		return resolve(d.ctx, s, typed, record.KindEntity)
	}
	var found []*record.Entity
	var names []string
	for _, id := range ids {
		l, err := s.Line(d.ctx, id)
		if err != nil {
			return "", err
		}
		found = append(found, l.(*record.Entity))
	}
	slices.SortStableFunc(found, func(a, b *record.Entity) int { return cmp.Compare(b.Mentions, a.Mentions) })
	for _, e := range found {
		names = append(names, fmt.Sprintf("%s (%s, %s)", e.ID, e.EntKind, e.Name))
	}
	switch {
	case len(found) == 1:
	case found[0].Mentions >= clearly*found[1].Mentions:
		d.note("%s is taken for %s; also called so: %s", typed, names[0], strings.Join(names[1:], ", "))
	default:
		return "", usage("name one by its id: "+strings.Join(names, ", "), "%d entities are called %s", len(ids), typed)
	}
	return found[0].ID, nil
}

// lineReader reads lines for publish, and keeps the error that ended them.
type lineReader struct {
	ctx    context.Context
	store  store.Store
	filter store.Filter
	err    error
}

// Lines yields the lines; see err once they are over.
func (r *lineReader) Lines() iter.Seq[record.Line] {
	return func(yield func(record.Line) bool) {
		for l, err := range r.store.Lines(r.ctx, r.filter) {
			if err != nil {
				r.err = err
				return
			}
			if !yield(l) {
				return
			}
		}
	}
}
