package main

import (
	"errors"

	"rapporteur/internal/record"
	"rapporteur/internal/review"
	"rapporteur/internal/store"
)

// verdictFlags are what accept, reject and seen have.
type verdictFlags struct {
	IDs []string `arg:"" optional:"" name:"id" help:"Ids of lines, or their beginnings; entities may be named. Without any, all undecided lines that the filters let through."`
	Yes bool     `help:"Decide on all lines that the filters let through."`
	wantedFlags
	signFlags
	storeFlag
}

type reviewAcceptCmd struct{ verdictFlags }
type reviewRejectCmd struct{ verdictFlags }
type reviewSeenCmd struct{ verdictFlags }

func (c *reviewAcceptCmd) Run(d *desk) error { return c.run(d, record.ToAccept) }
func (c *reviewRejectCmd) Run(d *desk) error { return c.run(d, record.ToReject) }
func (c *reviewSeenCmd) Run(d *desk) error   { return c.run(d, record.ToSee) }

func (c *verdictFlags) run(d *desk, action record.Action) error {
	s, a, err := d.reviewer(c.storeFlag, &c.signFlags)
	if err != nil {
		return err
	}
	lines, err := c.lines(d, s, action)
	if err != nil {
		return err
	}
	var ds []record.Decision
	for _, l := range lines {
		x, err := a.Decide(d.ctx, action, l)
		if err != nil {
			return sense(err)
		}
		ds = append(ds, x)
	}
	return d.decided(s, ds)
}

// reviewer opens the store for somebody who decides.
func (d *desk) reviewer(f storeFlag, sign *signFlags) (*store.SQLite, *review.Author, error) {
	s, err := d.open(f, false)
	if err != nil {
		return nil, nil, err
	}
	a, err := sign.author(s)
	return s, a, err
}

// sense is a fault in what was asked for; trouble with the store stays that.
func sense(err error) error {
	var trouble *store.Trouble
	if errors.As(err, &trouble) {
		return err
	}
	return withHint(exitUsage, err, "what can be decided: docs/review.md")
}

// lines are those that were named, or all that the filters let through.
func (c *verdictFlags) lines(d *desk, s store.Store, action record.Action) ([]record.Line, error) {
	switch {
	case len(c.IDs) > 0 && (c.any() || c.Yes):
		return nil, usage("leave one of them out", "ids and filters do not go together")
	case len(c.IDs) > 0:
		return d.linesOf(s, c.IDs)
	case !c.any():
		return nil, usage("list ids with: rapporteur quotes, positions, events, figures or differences", "%s needs ids, or filters", action)
	}
	w, err := c.wanted(d, s)
	if err != nil {
		return nil, err
	}
	lines, err := review.Open(d.ctx, s, w)
	switch {
	case err != nil:
		return nil, err
	case len(lines) == 0:
		d.note("nothing undecided is let through by the filters")
	case !c.Yes:
		return nil, usage("look at them: rapporteur review with the same filters; or decide on all: --yes",
			"%s would decide on %s", action, count(len(lines), "undecided line"))
	}
	return lines, nil
}

type reviewCorrectCmd struct {
	ID      string `arg:"" help:"Id of the line, or its beginning; an entity may be named."`
	Field   string `required:"" placeholder:"FIELD" help:"What of it is wrong (docs/record.md, Decisions)."`
	Value   string `placeholder:"VALUE" help:"What it is: a word, a day, a number; for somebody an entity's id or name, or other words."`
	Unknown bool   `help:"Nobody can tell: the field is empty."`
	signFlags
	storeFlag
}

func (c *reviewCorrectCmd) Run(d *desk) error {
	s, a, err := d.reviewer(c.storeFlag, &c.signFlags)
	if err != nil {
		return err
	}
	l, err := d.lineOf(s, c.ID)
	if err != nil {
		return err
	}
	if c.Unknown == (c.Value != "") {
		return usage("say --value VALUE, or --unknown", "correct needs what %s is", c.Field)
	}
	x, err := d.correction(s, a, l, c.Field, c.Value)
	if err != nil {
		return err
	}
	return d.decided(s, []record.Decision{x})
}

// correction words one; "" is unknown. A value for somebody is an entity where
// one is meant by it.
func (d *desk) correction(s store.Store, a *review.Author, l record.Line, field, value string) (x record.Decision, err error) {
	f, err := record.FieldOf(l.Kind(), field)
	if err != nil {
		return x, sense(err)
	}
	var who *record.Entity
	if value != "" && f.Holds == record.HoldsParty {
		if who, err = d.somebody(s, value); err != nil {
			return x, err
		}
	}
	var v *string
	if value != "" {
		v = &value
	}
	if x, err = a.Correct(d.ctx, l, field, v, who); err != nil {
		return x, sense(err)
	}
	return x, nil
}

// somebody is the entity with that name or id; nil, and said, when there is none.
func (d *desk) somebody(s store.Store, typed string) (*record.Entity, error) {
	if ids, err := s.Named(d.ctx, typed); err != nil {
		return nil, err
	} else if len(ids) == 0 {
		if l, err := s.Line(d.ctx, record.ID(typed)); err == nil {
			if e, ok := l.(*record.Entity); ok {
				return e, nil
			}
		}
		d.note("no entity is called %q: the words are kept as they are", typed)
		return nil, nil
	}
	id, err := d.entity(s, typed)
	if err != nil {
		return nil, err
	}
	l, err := s.Line(d.ctx, id)
	if err != nil {
		return nil, err
	}
	return l.(*record.Entity), nil
}

type reviewMergeCmd struct {
	IDs []string `arg:"" name:"id" help:"Two or more ids of one kind; entities may be named."`
	signFlags
	storeFlag
}

func (c *reviewMergeCmd) Run(d *desk) error {
	s, a, err := d.reviewer(c.storeFlag, &c.signFlags)
	if err != nil {
		return err
	}
	if len(c.IDs) < 2 {
		return usage("name two ids or more", "merge needs what %s is one with", c.IDs[0])
	}
	lines, err := d.linesOf(s, c.IDs)
	if err != nil {
		return err
	}
	x, err := a.Merge(d.ctx, lines)
	if err != nil {
		return sense(err)
	}
	return d.decided(s, []record.Decision{x})
}

type reviewSplitCmd struct {
	ID      string   `arg:"" help:"Id of the line, or its beginning; an entity may be named."`
	Names   []string `name:"name" sep:"none" placeholder:"NAME" help:"A name of the entity that is somebody else's; may be repeated."`
	Reports []string `name:"report" placeholder:"ID" help:"A report that means another entity, tells another story, or another event; may be repeated."`
	signFlags
	storeFlag
}

func (c *reviewSplitCmd) Run(d *desk) error {
	s, a, err := d.reviewer(c.storeFlag, &c.signFlags)
	if err != nil {
		return err
	}
	l, err := d.lineOf(s, c.ID)
	if err != nil {
		return err
	}
	if len(c.Names)+len(c.Reports) == 0 {
		return usage("say what leaves: --name NAME or --report ID", "split needs a part of %s %s", l.Kind(), l.LineID())
	}
	what := review.Leaving{Names: c.Names}
	for _, typed := range c.Reports {
		id, err := resolve(d.ctx, s, typed, record.KindReport)
		if err != nil {
			return err
		}
		what.Reports = append(what.Reports, id)
	}
	x, err := a.Split(d.ctx, l, what)
	if err != nil {
		return sense(err)
	}
	return d.decided(s, []record.Decision{x})
}

type reviewUndoCmd struct {
	IDs  []string `arg:"" optional:"" name:"id" help:"Ids of decisions, or their beginnings; of an undo, to let what it took back hold again."`
	Last bool     `help:"The decision made last that holds."`
	signFlags
	storeFlag
}

func (c *reviewUndoCmd) Run(d *desk) error {
	s, a, err := d.reviewer(c.storeFlag, &c.signFlags)
	if err != nil {
		return err
	}
	all, err := s.Decisions(d.ctx)
	if err != nil {
		return err
	}
	if (len(c.IDs) > 0) == c.Last {
		return usage("list them: rapporteur review list", "undo needs ids of decisions, or --last")
	}
	if in := record.Fold(all); c.Last && len(in) > 0 {
		c.IDs = []string{string(in[len(in)-1].ID)}
	} else if c.Last {
		return usage("", "there is nothing to undo")
	}
	var ds []record.Decision
	for _, typed := range c.IDs {
		was, err := decisionOf(all, typed)
		if err != nil {
			return err
		}
		x, err := a.Undo(d.ctx, was)
		if err != nil {
			return sense(err)
		}
		ds = append(ds, x)
	}
	return d.decided(s, ds)
}

// decisionOf finds the one decision that still holds whose id begins with what
// was typed.
func decisionOf(all []record.Decision, typed string) (found record.Decision, err error) {
	var refs []record.Ref
	for _, x := range all {
		if len(typed) > 0 && len(x.ID) >= len(typed) && string(x.ID[:len(typed)]) == typed {
			refs, found = append(refs, record.Ref{Type: record.KindDecision, ID: x.ID}), x
		}
	}
	switch {
	case len(refs) == 0:
		return found, usage("list them: rapporteur review list", "there is no decision %s", typed)
	case len(refs) > 1:
		return found, usage("write more of it: "+some(refs), "%s stands for %d decisions", typed, len(refs))
	}
	if by := record.Undone(all)[found.ID]; by != "" {
		return found, usage("to let it hold again: rapporteur review undo "+short(by), "decision %s is undone already", short(found.ID))
	}
	return found, nil
}
