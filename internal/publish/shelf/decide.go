package shelf

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"rapporteur/internal/record"
)

// Wish is a decision as a reviewer asks for it: by the ids of the record at
// hand. Decide makes of it a decision that outlives them.
type Wish struct {
	Action string         `json:"action"`           // accept, reject, correct, seen, merge, split, undo
	About  string         `json:"about"`            // id of the line; of the decision, for undo
	With   []string       `json:"with,omitempty"`   // merge: ids of the others; entities may be named
	Part   *record.Anchor `json:"part,omitempty"`   // split: what leaves; of passages report, start and end will do
	Field  string         `json:"field,omitempty"`  // correct: which
	Value  *string        `json:"value,omitempty"`  // correct: what it is; none: unknown
	Entity *string        `json:"entity,omitempty"` // correct: the entity that value names, where that is not plain
	By     string         `json:"by"`
	Note   string         `json:"note,omitempty"`
}

// Decide makes a decision of a wish, made at a moment. What makes no sense is
// Wrong.
func (b *Book) Decide(w Wish, at time.Time) (record.Decision, error) {
	d := record.Decision{Action: record.Action(w.Action), Field: w.Field, Value: w.Value, By: w.By, Note: w.Note, At: record.Stamp(at)}
	if !slices.Contains(record.Actions, d.Action) {
		return d, &Wrong{Param: "action", Why: "nothing is decided like this", Allowed: actionNames()}
	}
	if d.Action == record.ToUndo {
		return b.undo(d, w)
	}
	l := b.Line(record.ID(w.About))
	if l == nil || record.Allowed(l.Kind()) == nil {
		return d, &Wrong{Param: "about", Why: "the record holds no such line; it may have changed: look again"}
	}
	d.About = record.TargetOf(l, b.source)
	if err := b.others(&d, w, l.Kind()); err != nil {
		return d, err
	}
	if w.Part != nil {
		d.Part = b.part(*w.Part)
	}
	if err := b.named(&d, w, l.Kind()); err != nil {
		return d, err
	}
	return sealed(d)
}

func (b *Book) undo(d record.Decision, w Wish) (record.Decision, error) {
	e, ok := b.Ledger.Find(record.ID(w.About))
	if !ok {
		return d, &Wrong{Param: "about", Why: "no decision has this id"}
	}
	d.About = record.Target{Ref: record.Ref{Type: record.KindDecision, ID: e.ID}, Says: string(e.Action) + " " + e.About.Says}
	return sealed(d)
}

func sealed(d record.Decision) (record.Decision, error) {
	d.Seal()
	if err := d.Check(); err != nil {
		return d, &Wrong{Param: "decision", Why: err.Error()}
	}
	return d, nil
}

func actionNames() (out []string) {
	for _, a := range record.Actions {
		out = append(out, string(a))
	}
	return out
}

// source is where a report was read.
func (b *Book) source(id record.ID) string {
	if r, ok := b.Line(id).(*record.Report); ok {
		return r.Source
	}
	return ""
}

// others resolves the lines that are to be one with the line of d.
func (b *Book) others(d *record.Decision, w Wish, kind string) error {
	for _, typed := range w.With {
		typed = strings.TrimSpace(typed)
		if i := strings.LastIndexByte(typed, '/'); i >= 0 {
			typed = typed[i+1:] // an address of a page
		}
		if typed == "" {
			continue
		}
		id, err := b.resolve("with", typed, kind)
		if kind == record.KindEntity {
			id, err = b.entity(typed)
		}
		if err != nil {
			return asParam(err, "with")
		}
		d.With = append(d.With, record.TargetOf(b.Line(id), b.source))
	}
	return nil
}

// part fills in what a wish leaves away: the words of passages, and where their
// reports were read.
func (b *Book) part(a record.Anchor) *record.Anchor {
	out := &record.Anchor{Names: a.Names}
	for _, p := range a.Passages {
		r, ok := b.Line(p.Report).(*record.Report)
		if ok && p.Exact == "" && p.Start >= 0 && p.Start < p.End && p.End <= len(r.Text) {
			p.Exact = r.Text[p.Start:p.End]
		}
		p.Source = b.source(p.Report)
		out.Passages = append(out.Passages, p)
	}
	return out
}

// named finds the entity that a corrected party names, where it is plain.
func (b *Book) named(d *record.Decision, w Wish, kind string) error {
	if d.Action != record.ToCorrect {
		return nil
	}
	f, err := record.FieldOf(kind, d.Field)
	if err != nil {
		return &Wrong{Param: "field", Why: err.Error()}
	}
	if w.Entity != nil {
		id := record.ID(*w.Entity)
		if l := b.Line(id); l == nil || l.Kind() != record.KindEntity {
			return &Wrong{Param: "entity", Why: "the record holds no such entity"}
		}
		d.Entity = &id
		return nil
	}
	if f.Holds != record.HoldsParty || d.Value == nil {
		return nil
	}
	id, err := b.entity(*d.Value)
	if err == nil {
		d.Entity = &id
		if e := b.Line(id).(*record.Entity); string(e.ID) == *d.Value {
			d.Value = &e.Name
		}
	} else if wrong := err.(*Wrong); len(wrong.Allowed) > 0 {
		return &Wrong{Param: "value", Why: fmt.Sprintf("%d entities are called this; name one by its id", len(wrong.Allowed)), Allowed: wrong.Allowed}
	}
	return nil
}
