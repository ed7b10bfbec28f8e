package main

import (
	"fmt"
	"io"
	"strings"

	"rapporteur/docs"
	"rapporteur/internal/publish"
	"rapporteur/internal/record"
)

type explainCmd struct {
	ID string `arg:"" help:"Id of a quote, position, event, figure, difference, entity or origin, or its beginning."`
	storeFlag
}

func (c *explainCmd) Run(d *desk) error {
	l, told, err := d.one(c.storeFlag, c.ID)
	if err != nil {
		return err
	}
	why := reasonsOf(l)
	s := &sheet{w: d.out}
	s.fact(l.Kind(), string(l.LineID()))
	s.fact("says", why.says)
	for _, rule := range why.rules {
		s.fact("rule", rule)
		if row, ok := ruleNamed(rule); ok {
			s.fact("", row.finds)
			s.fact("words from", row.words)
		}
	}
	if why.confidence > 0 {
		s.fact("confidence", fmt.Sprintf("%.2f", why.confidence))
	}
	if s.err != nil {
		return s.err
	}
	for _, e := range why.evidence {
		if err := quoteEvidence(d.out, e); err != nil {
			return err
		}
	}
	if len(why.rules) == 0 {
		d.note("a %s is not a statement: it has no rule of its own", l.Kind())
	}
	return told
}

// reasons is why a line stands in the record.
type reasons struct {
	says       string
	rules      []string
	confidence float64
	evidence   []record.Evidence
}

func reasonsOf(l record.Line) (r reasons) {
	base := func(b record.Base) { r.rules, r.confidence = []string{b.Rule}, b.Confidence }
	switch v := l.(type) {
	case *record.Quote:
		base(v.Base)
		r.says, r.evidence = party(v.Speaker)+": "+v.Text, v.Evidence
	case *record.Position:
		base(v.Base)
		r.says, r.evidence = join(" ", party(v.Holder), string(v.Stance), v.Issue.Label), v.Evidence
	case *record.Event:
		base(v.Base)
		r.says, r.evidence = join(", ", event(v), when(v.Time)), v.Evidence
	case *record.Figure:
		base(v.Base)
		r.says, r.evidence = join(" ", figure(v), or(v.Of, "")), v.Evidence
	case *record.Difference:
		base(v.Base)
		r.says = v.Field + ", " + v.DiffKind
		for _, x := range v.Versions {
			r.says += " | " + x.Value
			r.evidence = append(r.evidence, x.Evidence...)
		}
	case *record.Entity:
		r.says = v.Name
		for _, m := range v.Merges {
			r.rules = append(r.rules, m.Rule)
		}
		for _, o := range v.Offices {
			r.evidence = append(r.evidence, o.Evidence...)
		}
	case *record.Origin:
		r.says = or(v.Name, "")
		for _, b := range v.Basis {
			r.rules = append(r.rules, b.Rule)
			r.evidence = append(r.evidence, b.Evidence...)
		}
	case *record.TimeLine:
		r.says = or(v.Phrase, "") + " = " + when(&v.Time)
	}
	return r
}

// quoteEvidence prints the sentence with the words of the evidence marked.
func quoteEvidence(w io.Writer, e record.Evidence) error {
	marked := "[" + e.Exact + "]"
	if before, after, ok := strings.Cut(e.Sentence, e.Exact); ok {
		marked = before + marked + after
	}
	_, err := fmt.Fprintf(w, "\n%s, bytes %d-%d:\n  %s\n", e.Report, e.Start, e.End, publish.Plain(marked))
	return err
}

// ruleRow is one row of docs/rules.md.
type ruleRow struct{ name, finds, words string }

// ruleNamed is the row of a rule: its own, or the one that stands for all that
// begin like it.
func ruleNamed(rule string) (found ruleRow, ok bool) {
	for line := range strings.Lines(docs.Rules) {
		cells := strings.Split(strings.Trim(strings.TrimSpace(line), "|"), "|")
		if len(cells) < 3 {
			continue
		}
		row := ruleRow{strings.Trim(strings.TrimSpace(cells[0]), "`"), strings.TrimSpace(cells[1]), strings.Trim(strings.TrimSpace(cells[2]), "`")}
		prefix, open := strings.CutSuffix(row.name, "*")
		if row.name == rule || open && strings.HasPrefix(rule, prefix) && len(row.name) > len(found.name) {
			found, ok = row, true
			if row.name == rule {
				break
			}
		}
	}
	return found, ok
}
