package verdicts

import (
	"fmt"
	"slices"
	"strings"

	"rapporteur/internal/record"
)

// Statement is one line of the record as a judge sees it.
type Statement struct {
	Key        record.ID // of place and reading: it changes when either does
	Kind       string    // meeting, event, position, figure, difference
	At         record.Evidence
	Reading    string // what the record makes of the sentence, in one line
	Rule       string
	Confidence float64
}

// Statements are the statements of rec that some report of the list tells, in
// the order of an export. What a reviewer rejected is not among them.
func (l *List) Statements(rec *record.Record) []Statement {
	v := viewer{l, map[record.ID]string{}, map[record.ID]string{}}
	for i := range rec.Entities {
		v.names[rec.Entities[i].ID] = rec.Entities[i].Name
	}
	var out []Statement
	for line := range rec.Lines() {
		if s, ok := v.statement(line); ok {
			v.readings[line.LineID()] = s.Reading
			out = append(out, s)
		}
	}
	return out
}

type viewer struct {
	list     *List
	names    map[record.ID]string // of entities
	readings map[record.ID]string // of the statements before, for differences
}

// statement is the line as a judge sees it; not ok when it is none of the kinds
// that are judged, or stands in no report of the list.
func (v *viewer) statement(line record.Line) (Statement, bool) {
	s := Statement{Kind: line.Kind()}
	switch x := line.(type) {
	case *record.Event:
		if x.Class == "CONSULT" {
			s.Kind = "meeting"
		}
		s.Reading = v.event(x)
	case *record.Position:
		s.Reading = v.position(x)
	case *record.Figure:
		s.Reading = v.figure(x)
	case *record.Difference:
		s.Reading = v.difference(x)
	default:
		return s, false
	}
	at, ok := v.place(record.EvidenceOf(line))
	if !ok || record.IsRejected(line) {
		return s, false
	}
	base := record.BaseOf(line)
	s.At, s.Rule, s.Confidence = at, base.Rule, base.Confidence
	s.Key = record.NewID("v", s.Kind, string(at.Report), fmt.Sprint(at.Start, at.End), s.Reading)
	return s, true
}

// place is the first of the cites, by report and offset, in a report of the list.
func (v *viewer) place(cites []record.Evidence) (record.Evidence, bool) {
	var best record.Evidence
	for _, c := range cites {
		if v.list.Reports[c.Report] && (best.Report == "" || c.Report < best.Report || c.Report == best.Report && c.Start < best.Start) {
			best = c
		}
	}
	return best, best.Report != ""
}

func (v *viewer) event(e *record.Event) string {
	var who []string
	for _, p := range e.Participants {
		who = append(who, v.party(&p.Party)+" ("+string(p.Role)+")")
	}
	slices.Sort(who)
	status := "-"
	if e.Status != nil {
		status = string(*e.Status)
	}
	if e.Background {
		status += ", background"
	}
	return fmt.Sprintf("%s %s [%s] %s; %s; at %s; on %s", e.Class, text(e.Mode), status, e.Label, strings.Join(who, ", "), v.party(e.Place), day(e.Time))
}

func (v *viewer) position(p *record.Position) string {
	return fmt.Sprintf("%s %s: %s; towards %s; via %s; said %s", v.party(p.Holder), p.Stance, p.Issue.Label, v.party(p.Target), strings.Join(p.Via, ", "), day(p.Said))
}

func (v *viewer) figure(f *record.Figure) string {
	return fmt.Sprintf("%s %s..%s (%s) %s of %s; says %s", number(f.Value), number(f.Low), number(f.High), text(f.Bound), text(f.Unit), text(f.Of), v.party(f.SaidBy))
}

func (v *viewer) difference(d *record.Difference) string {
	var values []string
	for _, c := range d.Versions {
		values = append(values, c.Value)
	}
	return fmt.Sprintf("%s %s: %s; about %s: %s", d.DiffKind, d.Field, strings.Join(values, " | "), d.About.Type, v.readings[d.About.ID])
}

func (v *viewer) party(p *record.Party) string {
	switch {
	case p == nil:
		return "-"
	case p.Entity != nil && v.names[*p.Entity] != "":
		return v.names[*p.Entity]
	}
	return "“" + p.Text + "”"
}

func day(t *record.Time) string {
	if t == nil {
		return "-"
	}
	return text(t.Value)
}

func text(s *string) string {
	if s == nil || *s == "" {
		return "-"
	}
	return *s
}

func number(n *float64) string {
	if n == nil {
		return "-"
	}
	return fmt.Sprint(*n)
}
