package publishtest

import (
	"rapporteur/internal/news"
	"rapporteur/internal/record"
)

// Attack is the text that Hostile puts into every field that a report can fill.
const Attack = "<script>alert(1)</script>\x1b[2J\u202egnp\u202c [x](javascript:alert(2)) *b* `c` \"'><img src=x onerror=alert(3)> # h | $y$ &amp;"

// Hostile is a record of one report whose every field tries to break out of the
// medium that it is printed in.
func Hostile() *record.Record {
	b := newBuilder()
	txt := "1. " + Attack + ". Somebody said " + Attack + " on Monday."
	r := b.report("r1", Attack, "2031-05-12", Attack, "o1", txt)
	r.URL, r.Source, r.Byline = opt("javascript:alert(document.domain)"), "http://\x1b]8;;evil\x07/"+Attack, opt(Attack)
	r.Findings = []record.Finding{{Code: "x", Message: Attack}}
	r.Removed = []record.Removed{{Kind: news.RemovedKind(Attack), Text: Attack}}
	b.Origins = []record.Origin{{Type: "origin", ID: "o1", Name: opt(Attack), OriKind: Attack, Reports: []record.ID{"r1"}, Basis: []record.Basis{{Rule: Attack}}}}
	b.story("st1", Attack, "", "r1")
	b.Entities = []record.Entity{{Type: "entity", ID: "e1", EntKind: news.Person, Name: Attack, Variants: []record.Variant{{Text: Attack + "2", Count: 1}}, Reports: []record.ID{"r1"}}}
	whole := record.Evidence{Report: "r1", Start: 0, End: len(txt), Exact: txt, Sentence: txt}
	ev := []record.Evidence{whole}
	b.quote(record.Quote{ID: "q1", Form: news.Direct, Text: Attack, Speaker: party("e1", Attack), Venue: opt(Attack), Cue: opt(Attack), Via: []string{Attack}, Evidence: ev})
	b.position(record.Position{ID: "p1", Holder: party("", Attack), Stance: news.Stance(Attack), Issue: record.Issue{Label: Attack}, Target: party("", Attack), Evidence: ev})
	b.event(record.Event{ID: "ev1", Class: Attack, Label: Attack, Status: status(news.Status(Attack)), Participants: taking(news.Role(""), who("", Attack)), Place: party("", Attack),
		Time: &record.Time{Phrase: opt(Attack), From: opt(Attack), Value: opt(Attack), Precision: Attack}, Evidence: ev})
	b.figure(record.Figure{ID: "f1", Of: opt(Attack), Unit: opt(Attack), Bound: opt(Attack), SaidBy: party("", Attack), Evidence: ev})
	b.differ("d1", "ev1", "event", Attack, Attack, record.Claim{Value: Attack, Reports: []record.ID{"r1"}, Evidence: ev})
	return b.done()
}
