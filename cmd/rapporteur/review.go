package main

import (
	"errors"
	"fmt"
	"os"
	"os/user"
	"strings"
	"time"

	"rapporteur/internal/pipeline"
	"rapporteur/internal/publish/term"
	"rapporteur/internal/record"
	"rapporteur/internal/review"
	"rapporteur/internal/store"
)

type reviewCmd struct {
	Walk    reviewWalkCmd    `cmd:"" default:"withargs" help:"Go through what is undecided, the least certain first, a key a decision."`
	List    reviewListCmd    `cmd:"" help:"List the decisions, and which of them hold."`
	Accept  reviewAcceptCmd  `cmd:"" help:"Say that lines are right."`
	Reject  reviewRejectCmd  `cmd:"" help:"Say that lines are wrong: they leave briefs and pages."`
	Correct reviewCorrectCmd `cmd:"" help:"Say what a field of a line is."`
	Seen    reviewSeenCmd    `cmd:"" help:"Say that somebody looked at lines; nothing is decided."`
	Merge   reviewMergeCmd   `cmd:"" help:"Say that lines are one: entities, stories, events and other statements."`
	Split   reviewSplitCmd   `cmd:"" help:"Say that a part of a line is another thing."`
	Undo    reviewUndoCmd    `cmd:"" help:"Take decisions back."`
	Export  reviewExportCmd  `cmd:"" help:"Print every decision, one JSON object a line."`
	Import  reviewImportCmd  `cmd:"" help:"Take in the decisions of a file, all of them or none."`
}

// signFlags say who decides.
type signFlags struct {
	By   string `env:"RAPPORTEUR_BY" placeholder:"NAME" help:"Who decides. Without it: the user's name."`
	Note string `placeholder:"TEXT" help:"Why."`
	At   string `placeholder:"TIME" help:"When it was decided, as 2026-01-31T09:30:00Z. Without it: now."`
}

// author is the reviewer that the flags name.
func (c *signFlags) author(s store.Store) (*review.Author, error) {
	a := &review.Author{Store: s, By: c.By, Note: c.Note}
	if a.By == "" {
		a.By = userName()
	}
	if a.By == "" {
		return nil, usage("say who with --by NAME, or set RAPPORTEUR_BY", "nobody knows who decides")
	}
	if c.At != "" {
		at, err := time.Parse(time.RFC3339Nano, c.At)
		if err != nil {
			return nil, usage("write it as 2026-01-31T09:30:00Z", "--at %s is no time", c.At)
		}
		if isToCome(at) {
			return nil, usage("leave --at out, or see to the clock of this machine", "--at %s is still to come", c.At)
		}
		a.At = at
	}
	return a, nil
}

// isToCome reports whether a decision cannot have been made then: all later
// ones would have to be dated behind it. Clocks may be a day apart.
func isToCome(at time.Time) bool { return time.Until(at) > 24*time.Hour }

// userName is who sits at the machine, "" where that is not known.
func userName() string {
	for _, key := range []string{"USER", "LOGNAME", "USERNAME"} {
		if name := os.Getenv(key); name != "" {
			return name
		}
	}
	if u, err := user.Current(); err == nil {
		return u.Username
	}
	return ""
}

// wantedFlags choose lines that are to be decided.
type wantedFlags struct {
	Kind  []string `enum:"quote,position,event,figure,difference,entity,story" placeholder:"KIND" group:"filter" help:"Only these kinds: ${enum}. Without it: all statements."`
	Rule  string   `placeholder:"RULE" group:"filter" help:"Only what this rule found."`
	Below float64  `placeholder:"0.0-1.0" group:"filter" help:"Only what is less certain than this."`
	filterFlags
}

func (c *wantedFlags) wanted(d *desk, s store.Store) (w review.Wanted, err error) {
	if w.Filter, err = c.filter(d, s); err != nil {
		return w, err
	}
	if c.Below < 0 || c.Below > 1 {
		return w, usage("name a number from 0 to 1", "--below %v is no confidence", c.Below)
	}
	w.Types, w.Rule, w.Below = c.Kind, c.Rule, c.Below
	return w, nil
}

// any reports whether something was asked for.
func (c *wantedFlags) any() bool {
	return len(c.Kind) > 0 || c.Rule != "" || c.Below > 0 || c.filterFlags != filterFlags{}
}

// decidable are the kinds of line that more than a look is for.
var decidable = []string{record.KindQuote, record.KindPosition, record.KindEvent, record.KindFigure, record.KindDifference, record.KindEntity, record.KindStory}

// lineOf finds the line that was typed: an id, its beginning, or an entity's name.
func (d *desk) lineOf(s store.Store, typed string) (record.Line, error) {
	id, err := resolve(d.ctx, s, typed, decidable...)
	if err != nil {
		named, bad := d.entity(s, typed)
		if bad != nil {
			return nil, err
		}
		id = named
	}
	return s.Line(d.ctx, id)
}

func (d *desk) linesOf(s store.Store, typed []string) (out []record.Line, err error) {
	for _, t := range typed {
		l, err := d.lineOf(s, t)
		if err != nil {
			return nil, err
		}
		out = append(out, l)
	}
	return out, nil
}

// decided keeps decisions, brings the record up to date and prints what was
// decided, a line each.
func (d *desk) decided(s store.Store, ds []record.Decision) error {
	bar := newProgress(d.streams)
	_, sum, err := pipeline.Decide(d.ctx, s, ds, pipeline.Options{Stop: d.stop, Progress: bar.show})
	bar.end()
	if err != nil {
		return err
	}
	for i := range ds {
		fmt.Fprintln(d.out, sentence(&ds[i]))
	}
	if sum.Interrupted {
		return &fault{exitInterrupted, errors.New("interrupted; the decisions are kept"), "bring the record up to date: rapporteur read"}
	}
	return nil
}

// sentence is a decision in one line of plain text.
func sentence(d *record.Decision) string {
	parts := []string{short(d.ID), string(d.Action), d.About.Type, short(d.About.ID)}
	for _, w := range d.With {
		parts = append(parts, "with", short(w.ID))
	}
	if d.Field != "" {
		parts = append(parts, d.Field, "=", or(d.Value, "unknown"))
	}
	if d.Part != nil && len(d.Part.Names) > 0 {
		parts = append(parts, "without", strings.Join(d.Part.Names, ", "))
	}
	line := strings.Join(parts, " ")
	if d.About.Says != "" {
		line += ": " + d.About.Says
	}
	return term.Fit(line, 80)
}
