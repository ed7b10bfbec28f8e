// Package publishtest makes records for the tests of publish and its printers:
// one rich in every case that a brief has to show, and one of a hostile report.
// All states, people and outlets in them are invented. What comes out passes
// record.Check. It also starts the browser that the pages are tested in.
//
//	b.report("r1", "The Ilvane Courier", "2031-05-12", "Toland met Harn on Sunday. ...")
//	b.says("r1", "met Harn")  -> Evidence with offsets, exact words and sentence
package publishtest

import (
	"strings"

	"rapporteur/internal/news"
	"rapporteur/internal/record"
)

// builder fills a record; reports come first, so that evidence can be found in
// their texts.
type builder struct {
	record.Record
	reports map[record.ID]*record.Report
}

func newBuilder() *builder { return &builder{reports: map[record.ID]*record.Report{}} }

// done gives the record with its lists in order.
func (b *builder) done() *record.Record {
	b.Record.Sort()
	return &b.Record
}

// report adds a report; an empty outlet, day, title or origin is unknown.
func (b *builder) report(id, outlet, day, title, origin, txt string) *record.Report {
	r := record.Report{Type: "report", ID: record.ID(id), Source: "folder/" + id + ".txt", Outlet: opt(outlet), Title: opt(title),
		Language: opt("en"), Text: txt, Words: len(strings.Fields(txt)), Published: published(day), Origin: ref(origin)}
	b.Reports = append(b.Reports, r)
	b.reports[r.ID] = &b.Reports[len(b.Reports)-1]
	return b.reports[r.ID]
}

func published(day string) record.Published {
	if day == "" {
		return record.Published{Time: record.Time{Precision: "unknown"}, Basis: news.Unknown}
	}
	return record.Published{Time: date(day, ""), Basis: news.Given}
}

// says is the evidence for words of a report, with the sentence around them.
// It panics when the report does not say them: the fixture would be wrong.
func (b *builder) says(id, exact string) record.Evidence {
	t := b.reports[record.ID(id)].Text
	at := strings.Index(t, exact)
	if at < 0 {
		panic(id + " does not say " + exact)
	}
	lo, hi := 0, len(t)
	for _, stop := range []string{". ", "\n\n", "” "} {
		if i := strings.LastIndex(t[:at], stop); i >= 0 {
			lo = max(lo, i+len(stop))
		}
		if i := strings.Index(t[at+len(exact)-1:], stop); i >= 0 {
			hi = min(hi, at+len(exact)-1+i+len(strings.TrimRight(stop, " \n")))
		}
	}
	return record.Evidence{Report: record.ID(id), Start: at, End: at + len(exact), Exact: exact, Sentence: t[lo:hi]}
}

// all is evidence from pairs of report and words.
func (b *builder) all(pairs ...string) (out []record.Evidence) {
	for i := 0; i+1 < len(pairs); i += 2 {
		out = append(out, b.says(pairs[i], pairs[i+1]))
	}
	return out
}

// support counts what stands behind evidence.
func (b *builder) support(ev []record.Evidence) record.Support {
	var s record.Support
	reports, outlets, origins := map[record.ID]bool{}, map[string]bool{}, map[record.ID]bool{}
	for _, e := range ev {
		r := b.reports[e.Report]
		reports[r.ID] = true
		if r.Outlet != nil {
			outlets[*r.Outlet] = true
		}
		if !origins[*r.Origin] {
			origins[*r.Origin] = true
			s.OriginIDs = append(s.OriginIDs, *r.Origin)
		}
		if d := r.Published.Value; d != nil && (s.FirstSeen == "" || *d < s.FirstSeen) {
			s.FirstSeen = *d
		}
	}
	s.Reports, s.Outlets, s.Origins = len(reports), len(outlets), len(origins)
	return s
}

// base is what every statement carries.
func base(confidence float64, rule string) record.Base {
	return record.Base{Confidence: confidence, Rule: rule}
}

// date is a day, with the phrase that names it.
func date(day, phrase string) record.Time {
	d, _ := news.ParseDay(day)
	return record.Time{Value: opt(day), From: opt(day), To: opt(d.Add(1).String()), Precision: "day", Phrase: opt(phrase)}
}

// span is a time wider than a day.
func span(value, from, to, precision, phrase, approximate string) *record.Time {
	return &record.Time{Value: opt(value), From: opt(from), To: opt(to), Precision: precision, Phrase: opt(phrase), Approximate: opt(approximate)}
}

func on(day, phrase string) *record.Time { t := date(day, phrase); return &t }

func who(id, txt string) record.Party { return record.Party{Entity: ref(id), Text: txt} }

func party(id, txt string) *record.Party { p := who(id, txt); return &p }

func unnamed(txt string, of *record.Party) *record.Party {
	return &record.Party{Text: txt, Anonymous: true, Of: of}
}

func taking(role news.Role, ps ...record.Party) (out []record.Participant) {
	for _, p := range ps {
		out = append(out, record.Participant{Party: p, Role: role})
	}
	return out
}

func opt(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}

func ref(s string) *record.ID {
	if s == "" {
		return nil
	}
	id := record.ID(s)
	return &id
}

func num(v float64) *float64 { return &v }

func status(s news.Status) *news.Status { return &s }
