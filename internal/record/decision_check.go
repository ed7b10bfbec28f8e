package record

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

// Bounds of a decision; a person's never comes near them.
const (
	MaxNote     = 10_000 // bytes
	maxWord     = 2_000  // bytes of a name, a value, a passage
	maxNames    = 200
	maxPassages = 1_000
	maxWith     = 100
)

// decidable are the actions that a kind of line allows.
var decidable = map[string][]Action{
	KindReport:     {ToSee},
	KindOrigin:     {ToSee},
	KindTime:       {ToSee},
	KindStory:      {ToAccept, ToReject, ToCorrect, ToSee, ToMerge, ToSplit},
	KindEntity:     {ToAccept, ToReject, ToCorrect, ToSee, ToMerge, ToSplit},
	KindQuote:      {ToAccept, ToReject, ToCorrect, ToSee, ToMerge, ToSplit},
	KindPosition:   {ToAccept, ToReject, ToCorrect, ToSee, ToMerge, ToSplit},
	KindEvent:      {ToAccept, ToReject, ToCorrect, ToSee, ToMerge, ToSplit},
	KindFigure:     {ToAccept, ToReject, ToCorrect, ToSee, ToMerge, ToSplit},
	KindDifference: {ToAccept, ToReject, ToCorrect, ToSee},
	KindDecision:   {ToUndo},
}

// Allowed lists what may be decided about a line of that kind.
func Allowed(kind string) []Action { return decidable[kind] }

// Check says what is wrong with d; nil is a decision that can be kept.
func (d *Decision) Check() error {
	sealed := *d
	sealed.Seal()
	switch {
	case d.Type != KindDecision:
		return fmt.Errorf("type is %q, not %q", clip(d.Type), KindDecision)
	case !slices.Contains(Actions, d.Action):
		return fmt.Errorf("no action %q; there are: %s", clip(string(d.Action)), listed(Actions))
	case decidable[d.About.Type] == nil:
		return fmt.Errorf("about.type %q is nothing that is decided about", clip(d.About.Type))
	case !slices.Contains(decidable[d.About.Type], d.Action):
		return fmt.Errorf("%s is not decided by %q; by: %s", withArticle(d.About.Type), d.Action, listed(decidable[d.About.Type]))
	}
	if err := errors.Join(d.checkWho(), d.checkWords(), d.checkAction()); err != nil {
		return first(err)
	}
	if d.ID != sealed.ID {
		return fmt.Errorf("id is %q, but what stands in the line gives %q: the line was changed", clip(string(d.ID)), sealed.ID)
	}
	return nil
}

// first is the first of the errors that were joined: one thing at a time.
func first(err error) error {
	if many, ok := err.(interface{ Unwrap() []error }); ok {
		return many.Unwrap()[0]
	}
	return err
}

func (d *Decision) checkWho() error {
	at, err := time.Parse(time.RFC3339Nano, d.At)
	switch {
	case strings.TrimSpace(d.By) == "":
		return errors.New("by is empty: a decision needs somebody who made it")
	case err != nil:
		return fmt.Errorf("at is %q: write a time as 2026-01-31T09:30:00Z", clip(d.At))
	case at.Year() < 1970:
		return fmt.Errorf("at is %q: nothing was decided then", clip(d.At))
	case d.About.ID == "":
		return errors.New("about.id is empty")
	}
	return nil
}

// checkWords holds every text to its length, to UTF-8 and to no controls.
func (d *Decision) checkWords() error {
	if err := checkText("note", d.Note, MaxNote, "\n\t"); err != nil {
		return err
	}
	if err := errors.Join(checkText("by", d.By, 200, ""), checkText("field", d.Field, 100, ""), checkID("about.id", d.About.ID), d.About.check("about")); err != nil {
		return first(err)
	}
	if d.Value != nil {
		if err := checkText("value", *d.Value, maxWord, ""); err != nil {
			return err
		}
	}
	if d.Entity != nil {
		if err := checkID("entity", *d.Entity); err != nil {
			return err
		}
	}
	if len(d.With) > maxWith {
		return fmt.Errorf("with names %d lines; %d are the most", len(d.With), maxWith)
	}
	for i := range d.With {
		if err := errors.Join(checkID("with.id", d.With[i].ID), d.With[i].check("with")); err != nil {
			return first(err)
		}
	}
	if d.Part != nil {
		return d.Part.check("part")
	}
	return nil
}

func (t *Target) check(where string) error {
	if err := checkText(where+".says", t.Says, maxWord, "\n\t"); err != nil {
		return err
	}
	return t.Anchor.check(where)
}

func (a *Anchor) check(where string) error {
	if len(a.Names) > maxNames || len(a.Passages) > maxPassages {
		return fmt.Errorf("%s has %d names and %d passages; %d and %d are the most", where, len(a.Names), len(a.Passages), maxNames, maxPassages)
	}
	for _, n := range a.Names {
		if err := checkText(where+".names", n, maxWord, ""); err != nil {
			return err
		}
	}
	for _, p := range a.Passages {
		if err := errors.Join(checkID(where+".passages.report", p.Report), checkText(where+".passages.source", p.Source, maxWord, "")); err != nil {
			return first(err)
		}
		if len(p.Exact) > 1<<20 || !utf8.ValidString(p.Exact) || p.Start < 0 || p.End < p.Start || p.Exact != "" && len(p.Exact) != p.End-p.Start {
			return fmt.Errorf("%s.passages: %d-%d of report %s is no passage of %d bytes", where, p.Start, p.End, p.Report, len(p.Exact))
		}
	}
	return nil
}

// checkAction asks for what the action needs, and for nothing else.
func (d *Decision) checkAction() error {
	switch {
	case (d.Action == ToCorrect) != (d.Field != "") || d.Action != ToCorrect && (d.Value != nil || d.Entity != nil):
		return errors.New("field, value and entity go with the action correct, and it needs a field")
	case (d.Action == ToMerge) != (len(d.With) > 0):
		return errors.New("with goes with the action merge, and it needs one line or more")
	case (d.Action == ToSplit) != (d.Part != nil && len(d.Part.Names)+len(d.Part.Passages) > 0):
		return errors.New("part goes with the action split, and it needs names or passages")
	}
	for _, w := range d.With {
		if w.Type != d.About.Type {
			return fmt.Errorf("%s cannot be merged with %s", withArticle(d.About.Type), withArticle(clip(w.Type)))
		}
		if w.ID == d.About.ID {
			return fmt.Errorf("%s %s cannot be merged with itself", w.Type, w.ID)
		}
	}
	if d.Action != ToCorrect {
		return nil
	}
	f, err := FieldOf(d.About.Type, d.Field)
	if err != nil {
		return err
	}
	if d.Entity != nil && f.Holds != HoldsParty {
		return fmt.Errorf("%s is no party: entity does not belong there", f.Name)
	}
	return f.Check(d.Value)
}

// checkText refuses what is too long, no UTF-8, or holds controls other than
// those allowed: terminals obey them, and directions of writing mislead.
func checkText(what, s string, most int, allowed string) error {
	switch {
	case len(s) > most:
		return fmt.Errorf("%s is %d bytes long; %d are the most", what, len(s), most)
	case !utf8.ValidString(s):
		return fmt.Errorf("%s is not UTF-8", what)
	}
	for _, r := range s {
		if (unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) || r == '\u2028' || r == '\u2029') && !strings.ContainsRune(allowed, r) {
			return fmt.Errorf("%s holds the control character %U", what, r)
		}
	}
	return nil
}

// checkID takes ids of our making: letters and digits, not many.
func checkID(what string, id ID) error {
	for i := range len(id) {
		if c := id[i]; !(c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z') || i >= 64 {
			return fmt.Errorf("%s %q is no id", what, clip(string(id)))
		}
	}
	return nil
}

// withArticle is "a quote", "an event".
func withArticle(kind string) string {
	if kind != "" && strings.IndexByte("aeiou", kind[0]) >= 0 {
		return "an " + kind
	}
	return "a " + kind
}

// clip is the beginning of s, for a message.
func clip(s string) string {
	const most = 60
	if len(s) <= most {
		return s
	}
	return strings.ToValidUTF8(s[:most], "") + "…"
}

func listed[T ~string](all []T) string {
	var b strings.Builder
	for i, a := range all {
		if i > 0 {
			b.WriteString(", ")
		}
		b.WriteString(string(a))
	}
	return b.String()
}
