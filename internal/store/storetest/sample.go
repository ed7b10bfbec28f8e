package storetest

import (
	"math"

	"rapporteur/internal/news"
	"rapporteur/internal/record"
	"rapporteur/internal/text"
)

// Three reports about a ferry line between two invented states:
//
//	0  Harbour Post  2031-05-10   story A   names Oru Tamm
//	1  The Quay      2031-05-12   story A   names Oru Tamm and Veska
//	2  (no outlet)   undated      story B   names Veska
var texts = [...]string{
	"Ferry talks open\n\nOru Tamm said \"the line will reopen\" on Monday.",
	"Veska answers\n\nVeska rejected the offer of Oru Tamm.",
	"Fog over the bay\n\nVeska closed 3 ports.",
}

// Analyses are the sample's reports as annotate would leave them.
func Analyses() []*news.Analysis {
	outlets := [...]string{"Harbour Post", "The Quay", ""}
	days := [...]string{"2031-05-10", "2031-05-12", ""}
	var all []*news.Analysis
	for i, t := range texts {
		doc := &news.Document{Source: "sample", Key: "k" + string(rune('0'+i)), Outlet: outlets[i], Language: "en", Text: t,
			Published: news.Stamp{Value: days[i], Basis: news.Given}, Blocks: []news.Block{{Span: text.At(0, len(t))}}}
		if days[i] == "" {
			doc.Published.Basis = news.Unknown
		}
		all = append(all, &news.Analysis{Doc: doc,
			Done:      news.Sentences | news.Mentions | news.Quotes | news.Figures,
			Sentences: []news.Sentence{{Span: text.At(0, len(t)), First: 1, Last: 9}},
			Mentions:  []news.Mention{{Span: text.At(0, 3), Kind: news.Person, Chain: 1}},
			Chains:    []news.Chain{{Kind: news.Person, Name: "Oru Tamm", Mentions: []news.MentionID{1}}},
			Times:     []news.Time{{Kind: news.Date, Expr: news.Expr{Of: 3, Shift: -1}}},
			Quotes:    []news.Quote{{Form: news.Direct, Parts: []text.Span{text.At(1, 4), text.At(5, 9)}, Confidence: 0.75}},
			Figures:   []news.Figure{{Value: 3, Low: math.Inf(-1), High: math.Inf(1)}},
		})
	}
	return all
}

func ptr[T any](v T) *T { return &v }

// Record is the sample's record, with every kind of line.
func Record() *record.Record {
	rec := &record.Record{}
	var ids []record.ID
	for i, a := range Analyses() {
		id := record.ReportID(a.Doc)
		ids = append(ids, id)
		rec.Reports = append(rec.Reports, report(id, a.Doc, record.ID([...]string{"sA", "sA", "sB"}[i])))
	}
	tamm, veska := record.ID("eTamm"), record.ID("eVeska")
	rec.Origins = []record.Origin{{Type: record.KindOrigin, ID: "oOne", Reports: ids[:2]}, {Type: record.KindOrigin, ID: "oTwo", Reports: ids[2:]}}
	rec.Stories = []record.Story{{Type: record.KindStory, ID: "sA", Label: "Ferry", Reports: ids[:2], Entities: []record.ID{tamm, veska}},
		{Type: record.KindStory, ID: "sB", Label: "Fog", Reports: ids[2:], Entities: []record.ID{veska}, Previous: ptr(record.ID("sA"))}}
	rec.Entities = []record.Entity{
		{Type: record.KindEntity, ID: tamm, EntKind: news.Person, Name: "Oru Tamm", Variants: []record.Variant{{Text: "Oru Tamm", Count: 2}, {Text: "Tamm", Count: 1}}, Reports: ids[:2]},
		{Type: record.KindEntity, ID: veska, EntKind: news.State, Name: "Veska", Reports: ids[1:]}}
	rec.Times = []record.TimeLine{{Type: record.KindTime, ID: "tMon", Report: ids[0], Start: 60, End: 66, Timex: news.Date, Time: day("2031-05-05", "2031-05-06")},
		{Type: record.KindTime, ID: "tNone", Report: ids[2], Timex: news.Date}}
	rec.Quotes = []record.Quote{{Type: record.KindQuote, ID: "qOne", Form: news.Direct, Text: "the line will reopen", Speaker: &record.Party{Entity: &tamm, Text: "Oru Tamm"},
		Versions: []record.Version{{Report: ids[0], Text: "the line will reopen"}}, Evidence: cite(ids[0], 0, 33, 53)}}
	rec.Positions = []record.Position{{Type: record.KindPosition, ID: "pOne", Holder: &record.Party{Text: "a minister", Of: &record.Party{Entity: &veska}}, Stance: news.Reject,
		Target: &record.Party{Entity: &tamm}, Evidence: cite(ids[1], 1, 15, 20)}}
	rec.Events = []record.Event{{Type: record.KindEvent, ID: "vOne", Class: "CONSULT", Participants: []record.Participant{{Party: record.Party{Entity: &tamm}}}, Time: ptr(day("2031-06-01", "2031-07-01")), Evidence: cite(ids[0], 0, 0, 5)},
		{Type: record.KindEvent, ID: "vTwo", Class: "ACCUSE", Place: &record.Party{Entity: &veska}, Evidence: cite(ids[2], 2, 0, 3)}}
	rec.Figures = []record.Figure{{Type: record.KindFigure, ID: "fOne", Value: ptr(3.0), Evidence: cite(ids[2], 2, 31, 32)}}
	rec.Differences = []record.Difference{{Type: record.KindDifference, ID: "dOne", About: record.Ref{Type: record.KindEvent, ID: "vOne"}, Field: "time",
		Versions: []record.Claim{{Value: "June <&>", Reports: ids[:1]}, {Value: "July", Reports: ids[1:2]}}}}
	rec.Quotes[0].Base.Reviewed = record.Reviewed{Review: ptr(record.Corrected), Decisions: []record.ID{"kOne"},
		Corrections: []record.Correction{{Field: "form", Found: []byte(`{"a":"<&>"}`), Decision: "kOne"}}}
	rec.Merged = []record.Merged{{Type: record.KindMerged, ID: "zOld", Into: tamm, Decision: "kTwo"}}
	rec.Sort()
	return rec
}

func report(id record.ID, doc *news.Document, story record.ID) record.Report {
	r := record.Report{Type: record.KindReport, ID: id, Source: doc.Source, Text: doc.Text, Story: &story}
	if doc.Outlet != "" {
		r.Outlet = &doc.Outlet
	}
	if d := doc.Published.Day(); !d.IsZero() {
		r.Published.Time = day(d.String(), d.Add(1).String())
	}
	return r
}

func day(from, to string) record.Time {
	return record.Time{Value: &from, From: &from, To: &to, Precision: "day"}
}

func cite(id record.ID, n, start, end int) []record.Evidence {
	return []record.Evidence{{Report: id, Start: start, End: end, Exact: texts[n][start:end], Sentence: texts[n]}}
}
