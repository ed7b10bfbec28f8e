// Package decided counts how often each rule is right, as reviewers judged it.
//
//	record without decisions ─┐
//	decisions ────────────────┴─> rule quote.after-cue: 31 accepted, 2 corrected, 4 rejected
//
// In go the record as the program finds it and a list of decisions; out come
// counts and a table. What a reviewer happened to look at is no sample of the
// record: who goes through the least certain first sees the worst of it.
package decided

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"

	"rapporteur/internal/eval/verdicts"
	"rapporteur/internal/record"
	"rapporteur/internal/relate/review"
	"rapporteur/internal/text"
)

// Count is what reviewers made of one rule, or of all rules of one kind.
type Count struct {
	Kind, Rule                    string // Rule "": all of the kind
	Accepted, Corrected, Rejected int
}

// Judged is how many lines were decided about.
func (c *Count) Judged() int { return c.Accepted + c.Corrected + c.Rejected }

// Precision is the share of the judged that was right as found, with its 95%
// score interval (Wilson 1927).
func (c *Count) Precision() (share, low, high float64) {
	v := verdicts.Count{Judged: c.Judged(), Right: c.Accepted}
	low, high = v.Interval()
	return v.Precision(), low, high
}

func (c *Count) add(review string) {
	switch review {
	case record.Accepted:
		c.Accepted++
	case record.Corrected:
		c.Corrected++
	case record.Rejected:
		c.Rejected++
	}
}

// Tally counts by kind and rule what ds say of rec, which is as the program
// found it and is changed. waiting is how many decisions in force find no line.
// Of an entity the rules that joined its names are judged: all by its
// acceptance, and by a split those that joined a name with one that leaves.
func Tally(rec *record.Record, ds []record.Decision) (out []Count, waiting int) {
	t := tally{by: map[[2]string]*Count{}}
	in := record.Fold(ds)
	lib := library(rec)
	found := review.NewFinder(lib, rec.Lines(), review.Targets(in))
	for i := range in {
		l := found.Line(in[i].About)
		if l == nil {
			waiting++
		} else if e, ok := l.(*record.Entity); ok && in[i].Action == record.ToSplit {
			t.split(e, in[i].Part.Names)
		}
	}
	review.Apply(rec, lib, in)
	for l := range rec.Lines() {
		t.line(l)
	}
	for _, c := range t.by {
		out = append(out, *c)
	}
	slices.SortFunc(out, func(a, b Count) int {
		return cmp.Or(strings.Compare(a.Kind, b.Kind), strings.Compare(a.Rule, b.Rule))
	})
	return out, waiting
}

func library(rec *record.Record) *review.Library {
	ids := make([]record.ID, len(rec.Reports))
	for i := range rec.Reports {
		ids[i] = rec.Reports[i].ID
	}
	return review.NewLibrary(ids, func(i int32) string { return rec.Reports[i].Source }, func(i int32) string { return rec.Reports[i].Text })
}

type tally struct{ by map[[2]string]*Count }

func (t *tally) count(kind, rule, review string) {
	for _, key := range [][2]string{{kind, ""}, {kind, rule}} {
		if t.by[key] == nil {
			t.by[key] = &Count{Kind: key[0], Rule: key[1]}
		}
		t.by[key].add(review)
	}
}

// line counts one line that was decided about.
func (t *tally) line(l record.Line) {
	v := record.ReviewedOf(l)
	if v == nil || v.Review == nil {
		return
	}
	if b := record.BaseOf(l); b != nil {
		t.count(l.Kind(), b.Rule, *v.Review)
	} else if e, ok := l.(*record.Entity); ok && *v.Review == record.Accepted {
		for _, m := range e.Merges {
			t.count("join of names", m.Rule, record.Accepted)
		}
	}
}

// split counts against the rules that joined a leaving name with one that stays.
func (t *tally) split(e *record.Entity, names []string) {
	leaves := map[string]bool{}
	for _, n := range names {
		leaves[text.Fold(n)] = true
	}
	for _, m := range e.Merges {
		if leaves[text.Fold(m.Names[0])] != leaves[text.Fold(m.Names[1])] {
			t.count("join of names", m.Rule, record.Rejected)
		}
	}
}

// Print writes the counts as a table, a kind or a rule of it a row.
func Print(w io.Writer, counts []Count) error {
	if _, err := fmt.Fprintf(w, "%-36s %6s %8s %9s %8s  %s\n", "kind, rule", "judged", "accepted", "corrected", "rejected", "precision"); err != nil {
		return err
	}
	for i := range counts {
		c := &counts[i]
		name := c.Kind
		if c.Rule != "" {
			name = "  " + c.Rule
		}
		share, low, high := c.Precision()
		if _, err := fmt.Fprintf(w, "%-36s %6d %8d %9d %8d  %.0f (%.0f to %.0f)\n", name, c.Judged(), c.Accepted, c.Corrected, c.Rejected, 100*share, 100*low, 100*high); err != nil {
			return err
		}
	}
	return nil
}
