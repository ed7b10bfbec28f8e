package relate

import (
	"strconv"
	"unicode"

	"rapporteur/internal/news"
	"rapporteur/internal/record"
	"rapporteur/internal/relate/reconcile"
)

// publish lays out the reports, their times and what they say.
func (b *builder) publish() {
	copies := b.copies()
	for i := range b.reports {
		r := b.report(int32(i))
		r.Copies = copies[i]
		b.rec.Reports = append(b.rec.Reports, r)
		b.times(int32(i))
	}
	reconcile.Reconcile(&b.view, &b.rec)
}

// report lays out one report.
func (b *builder) report(i int32) record.Report {
	a := b.reports[i]
	d := a.Doc
	r := record.Report{
		Type: record.KindReport, ID: b.ids[i], Source: d.Source,
		URL: optional(d.URL), Outlet: optional(d.Outlet), Title: optional(d.Title), Byline: optional(d.Byline), Language: optional(d.Language),
		Text: d.Text, Words: words(d.Text), Published: b.published(i),
		Removed: []record.Removed{}, Credits: []record.Credit{}, Story: &b.storyID[b.story[i]], Origin: b.originOf(i), Findings: []record.Finding{},
	}
	if d.Modified.Value != "" {
		m := stamp(d.Modified)
		r.Modified = &m
	}
	for _, x := range d.Removed {
		r.Removed = append(r.Removed, record.Removed{Kind: x.Kind, Text: x.Text})
	}
	for _, f := range a.Findings {
		r.Findings = append(r.Findings, record.Finding{Code: f.Code, Message: f.Message, Start: int(f.Span.Start), End: int(f.Span.End)})
	}
	for _, f := range d.Findings {
		r.Findings = append(r.Findings, record.Finding{Code: f.Code, Message: f.Message, Start: int(f.Span.Start), End: int(f.Span.End)})
	}
	if x, doubted := b.doubted[b.ids[i]]; doubted {
		r.Findings = append(r.Findings, x.finding())
	}
	for _, c := range a.Credits {
		r.Credits = append(r.Credits, b.credit(i, c))
	}
	return r
}

// words is the number of words between spaces.
func words(s string) (n int) {
	within := false
	for _, r := range s {
		space := unicode.IsSpace(r)
		if !space && !within {
			n++
		}
		within = !space
	}
	return n
}

func (b *builder) credit(i int32, c news.Credit) record.Credit {
	out := record.Credit{Name: c.Name, Kind: c.Kind, Role: c.Role, Evidence: []record.Evidence{}}
	if e := b.view.NamedParty(i, c.Chain, c.Name); e != nil {
		out.Entity = e.Entity
	}
	if ev, ok := record.Cite(b.ids[i], b.reports[i], c.Span); ok {
		out.Evidence = append(out.Evidence, ev)
	}
	return out
}

// times lays out the time expressions of one report.
func (b *builder) times(i int32) {
	a := b.reports[i]
	for j := range a.Times {
		t := &a.Times[j]
		if !t.Span.Fits(a.Doc.Text) {
			continue
		}
		b.rec.Times = append(b.rec.Times, record.TimeLine{
			Type: record.KindTime, ID: record.NewID("t", string(b.ids[i]), strconv.Itoa(int(t.Span.Start)), strconv.Itoa(int(t.Span.End)), strconv.Itoa(j)),
			Report: b.ids[i], Start: int(t.Span.Start), End: int(t.Span.End), Timex: t.Kind,
			Time: *b.view.Time(i, news.TimeID(j+1)),
		})
	}
}

// stamp lays out when a report was published.
func stamp(s news.Stamp) record.Published {
	p := record.Published{Time: reconcile.TimeOf(s.Value), Basis: s.Basis, Evidence: []record.Evidence{}}
	p.Phrase = optional(s.Phrase)
	if p.Value == nil || p.Basis == "" {
		p.Basis = news.Unknown
	}
	return p
}

func optional(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}
