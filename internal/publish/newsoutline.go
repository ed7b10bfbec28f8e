package publish

import (
	"slices"
	"strconv"
	"strings"

	"rapporteur/internal/record"
)

// newsParts are the sections of what is new, the ones that a reader acts on first.
var newsParts = []struct {
	title string
	note  string
	in    func(Change) bool
}{
	{"Positions that changed", "", func(c Change) bool { return c.Kind == record.KindPosition && c.Way == ChangeChanged }},
	{"Plans and events told otherwise", "", func(c Change) bool {
		return c.Kind == record.KindEvent && (c.Way == ChangeChanged || c.Way == ChangePassed)
	}},
	{"Figures that changed", "", func(c Change) bool { return c.Kind == record.KindFigure && c.Way == ChangeChanged }},
	{"Where reports differ now", "", func(c Change) bool { return c.Kind == record.KindDifference && c.Way == ChangeNew }},
	{"Stories", "", func(c Change) bool { return c.Kind == record.KindStory && c.Way != ChangeGone }},
	{"New events and plans", "", isNew(record.KindEvent)},
	{"New positions", "", isNew(record.KindPosition)},
	{"New figures", "", isNew(record.KindFigure)},
	{"New quotes", "", isNew(record.KindQuote)},
	{"Told by further origins", "Known before, and told by more acts of reporting now.", func(c Change) bool { return c.Way == ChangeFurther }},
	{"Changed otherwise", "", func(c Change) bool {
		return c.Way == ChangeChanged && (c.Kind == record.KindQuote || c.Kind == record.KindReport || c.Kind == record.KindDifference)
	}},
	{"Gone", "In the record before, and not any more.", func(c Change) bool { return c.Way == ChangeGone }},
	{"New reports", "", isNew(record.KindReport)},
}

func isNew(kind string) func(Change) bool {
	return func(c Change) bool { return c.Way == ChangeNew && c.Kind == kind }
}

// Part is one section of what is new.
type Part struct {
	Title   string
	Note    string
	Changes []Change
}

// Parts lays the changes out in sections, empty ones left away.
func (n *News) Parts() []Part {
	var out []Part
	for _, p := range newsParts {
		part := Part{Title: p.title, Note: p.note}
		for _, c := range n.Changes {
			if p.in(c) {
				part.Changes = append(part.Changes, c)
			}
		}
		if len(part.Changes) > 0 {
			out = append(out, part)
		}
	}
	return out
}

// Outline lays the changes out for printers that know headings and lists.
func (n *News) Outline() []Section {
	var out []Section
	for _, p := range n.Parts() {
		g := Group{}
		for _, c := range p.Changes {
			g.Items = append(g.Items, c.item())
		}
		sec := section(p.Title, p.Note, g)
		sec.Items = 12
		out = append(out, sec)
	}
	return out
}

func (c Change) item() Item {
	it := Item{Text: c.Text, Counts: c.Counts, ID: string(c.ID), Notes: c.Notes()}
	if c.Evidence != nil && c.Evidence.Sentence != "" && c.Kind != record.KindQuote {
		it.Gist = c.Evidence.Sentence
	}
	if c.Way == ChangeFurther || c.Way == ChangeNew && c.Kind != record.KindEvent {
		it.Gist = "" // the line says it; of an event it names but the kind and who takes part
	}
	return it
}

// Notes say in words how a line is otherwise: "time: Thu 14 May → Fri 15 May".
func (c Change) Notes() []string {
	var out []string
	if c.Way == ChangePassed {
		out = append(out, "was planned for "+dayWords(c.Day)+"; no report says what came of it")
	}
	for _, f := range c.Fields {
		if c.Kind != record.KindDifference { // its own words say it
			out = append(out, f.String())
		}
	}
	if c.Way == ChangeFurther && c.Day != "" {
		return []string{out[0] + ", " + dayWords(c.Day)}
	}
	if c.Day != "" && c.Way != ChangePassed && c.Kind != record.KindStory {
		out = append(out, dayWords(c.Day))
	}
	return out
}

// Name is what the field is called: "the figure".
func (f FieldChange) Name() string { return fieldWords(f.Field) }

// String is the change of a field in words.
func (f FieldChange) String() string {
	name := f.Name()
	switch {
	case f.Before == "" && f.Now == "":
		return name + " changed"
	case f.Field == "position":
		return "before: " + f.Before
	case f.Before == "":
		return name + ": now " + f.Now
	case f.Now == "":
		return name + ": no longer " + f.Before
	}
	return name + ": " + f.Before + " → " + f.Now
}

// Title says of what time the changes are.
func (n *News) Title() string {
	switch {
	case n.Since == "":
		return "What is otherwise than in the earlier export"
	case n.Through > n.Since:
		return "What is new from " + dayWords(n.Since) + " to " + dayWords(n.Through)
	}
	return "What is new since " + dayWords(n.Since)
}

// Summary counts the changes: "3 new reports, 12 statements new, 2 changed".
func (n *News) Summary() string {
	count := func(in func(Change) bool) (k int) {
		for _, c := range n.Changes {
			if in(c) {
				k++
			}
		}
		return k
	}
	statements := []string{record.KindQuote, record.KindPosition, record.KindEvent, record.KindFigure}
	said := func(way string) func(Change) bool {
		return func(c Change) bool { return c.Way == way && slices.Contains(statements, c.Kind) }
	}
	out := []string{number(count(isNew(record.KindReport)), "new report", "new reports"), number(count(said(ChangeNew)), "new statement", "new statements")}
	for _, p := range []struct{ way, words string }{{ChangeChanged, " changed"}, {ChangeFurther, " told by further origins"}, {ChangePassed, " whose day passed"}, {ChangeGone, " gone"}} {
		if k := count(said(p.way)); k > 0 {
			out = append(out, strconv.Itoa(k)+p.words)
		}
	}
	return strings.Join(out, ", ")
}

// Left says what the list leaves out; "" for nothing.
func (n *News) Left() string {
	var out []string
	if n.Unsure > 0 {
		out = append(out, number(n.Unsure, "new statement that is less certain", "new statements that are less certain"))
	}
	if n.Undated > 0 {
		out = append(out, number(n.Undated, "report without a day, which is never new by day", "reports without a day, which are never new by day"))
	}
	if len(out) == 0 {
		return ""
	}
	return "Not listed: " + strings.Join(out, "; ") + "."
}
