package publish_test

import (
	"bytes"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"rapporteur/internal/news"
	"rapporteur/internal/publish"
	"rapporteur/internal/publish/publishtest"
	"rapporteur/internal/record"
)

// told is the changes in one line each, without what is only a new report.
func told(n *publish.News) (out []string) {
	for _, c := range n.Changes {
		if c.Kind == record.KindReport && c.Way == publish.ChangeNew {
			continue
		}
		line := c.Way + " " + c.Kind + " " + string(c.ID) + " " + c.Day
		for _, f := range c.Fields {
			line += fmt.Sprintf(" [%s: %s > %s]", f.Field, f.Before, f.Now)
		}
		out = append(out, line)
	}
	slices.Sort(out)
	return out
}

// From 16 May on Karsk would accept, the toll rises, and the place is disputed.
func TestChangesSince(t *testing.T) {
	n := publish.ChangesSince(publishtest.Rich(), "2031-05-16")
	want := []string{
		"changed figure f3 2031-05-16 [value: at least 31 people killed in Sarn > 45 people killed in Sarn]",
		"changed position po3 2031-05-16 [position: Karsk rejects the return of the harbour > Karsk accepts a joint harbour board]",
		"changed story st1 2031-05-16 [reports: 4 > 5]",
		"new difference d4 2031-05-16 [place: Brenn > Ilvane]",
		"new difference d5 2031-05-16 [value: 12 > 45]",
		"new event ev2 2031-05-16",
		"new event ev5 2031-05-16",
		"new event ev7 2031-05-16",
		"new quote q4 2031-05-16",
	}
	got := told(n)
	for _, w := range want {
		if !slices.ContainsFunc(got, func(g string) bool { return strings.HasPrefix(g, strings.TrimSpace(w)) }) {
			t.Errorf("missing: %s", w)
		}
	}
	if t.Failed() {
		t.Logf("got:\n%s", strings.Join(got, "\n"))
	}
	if n.Undated != 1 || n.Through != "2031-05-16" {
		t.Errorf("undated %d, through %s", n.Undated, n.Through)
	}
}

// A meeting that a later report puts off is told as one that is otherwise, with
// the day before and the day now.
func TestChangesTellTheFateOfAPlan(t *testing.T) {
	got := told(publish.ChangesSince(publishtest.Rich(), "2031-05-14"))
	want := "changed event ev1 2031-05-14 [time: Thursday 15 May 2031 > Friday 16 May 2031]"
	if !slices.Contains(got, want) {
		t.Errorf("no %q in\n%s", want, strings.Join(got, "\n"))
	}
}

// The day of a plan is over, and no report says what came of it: only then.
func TestChangesTellWhatPassed(t *testing.T) {
	r := publishtest.Rich()
	for i := range r.Events {
		if e := &r.Events[i]; e.ID == "ev1" {
			planned := e.Status
			*planned = "planned"
		}
	}
	r.Differences = nil
	passed := func() (ids []record.ID) {
		for _, c := range publish.ChangesSince(r, "2031-05-15").Changes {
			if c.Way == publish.ChangePassed {
				ids = append(ids, c.ID)
			}
		}
		return ids
	}
	if got := passed(); len(got) != 0 {
		t.Errorf("%v passed, but a meeting of the same parties was held a day later", got)
	}
	r.Events = slices.DeleteFunc(r.Events, func(e record.Event) bool { return e.ID == "ev2" || e.ID == "ev3" })
	if got := passed(); !slices.Equal(got, []record.ID{"ev1"}) {
		t.Errorf("passed: %v, want ev1", got)
	}
}

// Laws of the comparison.
func TestChangesKeepTheirLaws(t *testing.T) {
	for name, r := range map[string]*record.Record{"rich": publishtest.Rich(), "hostile": publishtest.Hostile(), "large": publishtest.Large(40), "empty": {}} {
		if n := publish.ChangesFrom(r, r); len(n.Changes) > 0 {
			t.Errorf("%s: a record differs from itself: %v", name, told(n))
		}
		if n := publish.ChangesSince(r, "9999-12-31"); len(n.Changes) > 0 {
			t.Errorf("%s: something is new after the last day: %v", name, told(n))
		}
		if a, b := publish.ChangesSince(r, "2031-05-14"), publish.ChangesSince(r, "2031-05-14"); !reflect.DeepEqual(a, b) {
			t.Errorf("%s: two answers to one question", name)
		}
		for _, c := range publish.ChangesFrom(&record.Record{}, r).Changes {
			if c.Way != publish.ChangeNew && !(c.Way == publish.ChangeChanged && c.Earlier != nil) {
				t.Errorf("%s: against nothing, %s %s is %s", name, c.Kind, c.ID, c.Way)
			}
		}
		for _, c := range publish.ChangesFrom(r, &record.Record{}).Changes {
			if c.Way != publish.ChangeGone {
				t.Errorf("%s: of nothing, %s %s is %s", name, c.Kind, c.ID, c.Way)
			}
		}
	}
}

// Against an earlier export every field that is otherwise is told, and a line
// whose id is another now is known by its words.
func TestChangesFromAnExport(t *testing.T) {
	before, now := publishtest.Rich(), publishtest.Rich()
	for i := range now.Events {
		e := &now.Events[i]
		switch e.ID {
		case "ev4":
			e.ID = "ev4again"
		case "ev5":
			held := *e.Status
			held = "held"
			e.Status = &held
		}
	}
	now.Quotes = slices.DeleteFunc(now.Quotes, func(q record.Quote) bool { return q.ID == "q2" })
	rejected := "rejected"
	for i := range now.Positions {
		if now.Positions[i].ID == "po4" {
			now.Positions[i].Review = &rejected
		}
	}
	got := told(publish.ChangesFrom(before, now))
	want := []string{"changed event ev5  [status: planned > held]", "gone position po4  [review:  > rejected]", "gone quote q2 "}
	if !slices.Equal(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}

func TestReadLinesGivesBackTheRecord(t *testing.T) {
	r := publishtest.Rich()
	var buf bytes.Buffer
	if err := record.WriteLines(&buf, r.Lines()); err != nil {
		t.Fatal(err)
	}
	back, err := record.ReadLines(&buf)
	if err != nil {
		t.Fatal(err)
	}
	if n := publish.ChangesFrom(r, back); len(n.Changes) > 0 {
		t.Errorf("read back, it is otherwise: %v", told(n))
	}
}

// What is planned and held by new reports alone is told as held, with the words
// that say so, where there was a record before.
func TestChangesTellWhatCameOfANewPlan(t *testing.T) {
	const planned, held = "planned", "held"
	status := news.Held
	report := func(id record.ID, day string) record.Report {
		return record.Report{Type: record.KindReport, ID: id, Text: "The two met.", Published: record.Published{Time: record.Time{Value: &day, From: &day, Precision: "day"}}}
	}
	says := func(id record.ID) []record.Evidence {
		return []record.Evidence{{Report: id, Start: 0, End: 12, Exact: "The two met.", Sentence: "The two met."}}
	}
	r := &record.Record{Reports: []record.Report{report("r1", "2031-05-01"), report("r2", "2031-05-10"), report("r3", "2031-05-12")}}
	event := record.Event{Type: record.KindEvent, ID: "ev1", Class: "CONSULT", Label: "meet", Status: &status, Base: record.Base{Confidence: 0.9}, Evidence: append(says("r2"), says("r3")...)}
	r.Events = append(r.Events, event)
	r.Differences = append(r.Differences, record.Difference{Type: record.KindDifference, ID: "d1", About: record.Ref{Type: record.KindEvent, ID: "ev1"}, Field: "status", DiffKind: "update",
		Base:     record.Base{Confidence: 0.9},
		Versions: []record.Claim{{Value: planned, Reports: []record.ID{"r2"}, Evidence: says("r2")}, {Value: held, Reports: []record.ID{"r3"}, Evidence: says("r3")}}})
	n := publish.ChangesSince(r, "2031-05-10")
	for _, c := range n.Changes {
		if c.ID != "ev1" {
			continue
		}
		if c.Way != publish.ChangeChanged || c.Day != "2031-05-12" || len(c.Fields) != 1 || c.Fields[0].Before != planned || c.Fields[0].Now != held || c.Evidence.Report != "r3" {
			t.Errorf("the meeting is %+v", c)
		}
		return
	}
	t.Errorf("the meeting is not told: %q", told(n))
}

// A new event says how it stands, and stands with its sentence: kind and parties
// alone tell little ("Demand: Ada Brenn").
func TestANewEventStandsWithItsSentence(t *testing.T) {
	for _, s := range publish.ChangesSince(publishtest.Rich(), "2031-05-16").Outline() {
		for _, g := range s.Groups {
			for _, it := range g.Items {
				if it.ID == "ev5" && (it.Gist == "" || !strings.Contains(it.Text, ": ")) {
					t.Errorf("%q, sentence %q", it.Text, it.Gist)
				}
				if it.ID == "ev5" {
					return
				}
			}
		}
	}
	t.Error("ev5 is not told")
}
