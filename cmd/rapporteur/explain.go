package main

import (
	"context"
	"fmt"
	"io"
	"strings"

	"rapporteur/internal/publish"
	"rapporteur/internal/record"
	"rapporteur/internal/store"
)

type explainCmd struct {
	ID string `arg:"" help:"Id of a quote, position, event, figure, difference, entity or origin, or its beginning."`
	storeFlag
}

func (c *explainCmd) Run(d *desk) error {
	st, l, told, err := d.one(c.storeFlag, c.ID)
	if err != nil {
		return err
	}
	known := &names{ctx: d.ctx, store: st}
	why := reasonsOf(l, known)
	if v, ok := l.(*record.TimeLine); ok && known.err == nil {
		known.err = why.time(d.ctx, st, v)
	}
	if known.err != nil {
		return known.err
	}
	s := &sheet{w: d.out}
	s.fact(l.Kind(), string(l.LineID()))
	s.fact("says", why.says)
	for _, rule := range why.rules {
		s.rule(rule, why.cue)
	}
	if why.confidence > 0 {
		s.fact("confidence", fmt.Sprintf("%.2f", why.confidence))
	}
	if err := s.reviewed(d.ctx, st, l); err != nil {
		return err
	}
	for _, e := range why.evidence {
		a, err := st.Report(d.ctx, e.Report)
		if err != nil {
			return err
		}
		if err := quoteEvidence(d.out, a.Doc.Text, e); err != nil {
			return err
		}
	}
	if len(why.rules) == 0 {
		d.note("%s is no statement: it has no rule of its own", l.LineID())
	}
	return told
}

// rule prints a rule, what it finds, and the lines of the word lists that it
// went by: those of the word in its own name, or of the cue.
func (s *sheet) rule(name, cue string) {
	s.fact("rule", name)
	row, ok := ruleNamed(name)
	if !ok {
		return
	}
	s.fact("", row.finds)
	word := cue
	if row.open && cue == "" {
		word = strings.TrimPrefix(name, row.name)
	}
	for _, e := range row.entriesOf(word) {
		s.fact("word", e.list+": "+e.line)
	}
}

// reasons is why a line stands in the record.
type reasons struct {
	says       string
	cue        string // the word that brought it in, where the rule does not name it
	rules      []string
	confidence float64
	evidence   []record.Evidence
}

func reasonsOf(l record.Line, n *names) (r reasons) {
	base := func(b record.Base) { r.rules, r.confidence = []string{b.Rule}, b.Confidence }
	switch v := l.(type) {
	case *record.Quote:
		base(v.Base)
		r.says, r.cue, r.evidence = n.party(v.Speaker)+": "+v.Text, or(v.Cue, ""), v.Evidence
	case *record.Position:
		base(v.Base)
		r.says, r.evidence = join(" ", n.party(v.Holder), string(v.Stance), v.Issue.Label), v.Evidence
	case *record.Event:
		base(v.Base)
		r.says, r.evidence = join(", ", event(v, n), when(v.Time)), v.Evidence
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
	default:
		r.other(l)
	}
	return r
}

// other is reasonsOf for what is no statement.
func (r *reasons) other(l record.Line) {
	switch v := l.(type) {
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
}

// time finds the rule of a time expression, which only the analysis holds.
func (r *reasons) time(ctx context.Context, s store.Store, l *record.TimeLine) error {
	a, err := s.Report(ctx, l.Report)
	if err != nil {
		return err
	}
	for i := range a.Times {
		t := &a.Times[i]
		if int(t.Span.Start) != l.Start || int(t.Span.End) != l.End {
			continue
		}
		r.rules, r.confidence, r.cue = []string{t.Rule}, float64(t.Confidence), or(l.Phrase, "")
		if e, ok := record.Cite(l.Report, a, t.Span); ok {
			r.evidence = []record.Evidence{e}
		}
	}
	return nil
}

// quoteEvidence prints the sentence with the words of the evidence marked. text
// is the report's: the same words may stand twice in one sentence.
func quoteEvidence(w io.Writer, text string, e record.Evidence) error {
	marked := "[" + e.Exact + "]"
	before := text[:min(len(text), max(e.Start, 0)+len(e.Sentence))]
	if at := strings.LastIndex(before, e.Sentence); at >= 0 && at <= e.Start && e.End <= at+len(e.Sentence) {
		marked = e.Sentence[:e.Start-at] + marked + e.Sentence[e.End-at:]
	}
	_, err := fmt.Fprintf(w, "\n%s, bytes %d-%d:\n  %s\n", e.Report, e.Start, e.End, publish.Plain(marked))
	return err
}
