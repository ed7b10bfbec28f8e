package relate

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"rapporteur/internal/news"
	"rapporteur/internal/record"
	"rapporteur/internal/text"
)

// clock makes decisions that follow one another.
type clock int

func (c *clock) decide(action record.Action, l record.Line, more ...func(*record.Decision)) record.Decision {
	*c++
	d := record.Decision{Action: action, About: target(l), By: "anna", At: fmt.Sprintf("2031-06-01T10:%02d:00Z", *c)}
	for _, f := range more {
		f(&d)
	}
	d.Seal()
	if err := d.Check(); err != nil {
		panic(err)
	}
	return d
}

func (c *clock) undo(d record.Decision) record.Decision {
	*c++
	u := record.Decision{Action: record.ToUndo, About: record.Target{Ref: record.Ref{Type: record.KindDecision, ID: d.ID}}, By: "ben", At: fmt.Sprintf("2031-06-01T10:%02d:00Z", *c)}
	u.Seal()
	return u
}

func target(l record.Line) record.Target {
	return record.TargetOf(l, func(record.ID) string { return "" })
}

func with(others ...record.Line) func(*record.Decision) {
	return func(d *record.Decision) {
		for _, l := range others {
			d.With = append(d.With, target(l))
		}
	}
}

func value(field, v string) func(*record.Decision) {
	return func(d *record.Decision) { d.Field, d.Value = field, &v }
}

func part(a record.Anchor) func(*record.Decision) {
	return func(d *record.Decision) { d.Part = &a }
}

// relates relates in with ds and holds the record to its laws and to undoing.
func relates(t *testing.T, in []*news.Analysis, ds ...record.Decision) *record.Record {
	t.Helper()
	plain := printed(t, Relate(in))
	rec := Relate(in, ds...)
	for _, err := range rec.Check() {
		t.Error(err)
	}
	want := printed(t, rec)
	if want == plain {
		t.Error("the decisions changed nothing")
	}
	r := rand.New(rand.NewPCG(1, 2))
	more := append(slices.Clone(ds), ds[0])
	for range 2 {
		r.Shuffle(len(more), func(i, j int) { more[i], more[j] = more[j], more[i] })
		if printed(t, Relate(in, more...)) != want {
			t.Error("another order of decisions gives another record")
		}
	}
	c := clock(40)
	for _, d := range ds {
		more = append(more, c.undo(d))
	}
	if printed(t, Relate(in, more...)) != plain {
		t.Error("undoing every decision does not give the record as it was")
	}
	return rec
}

func TestRejectAcceptCorrect(t *testing.T) {
	in := sample()
	rec := Relate(in)
	bridge := quoteOf(t, rec, "Anna Vask")
	late := quoteOf(t, rec, "Peter Orlen")
	var c clock
	reject := c.decide(record.ToReject, bridge)
	got := relates(t, in, reject)
	if q := quoteOf(t, got, "Anna Vask"); *q.Review != record.Rejected || !slices.Equal(q.Decisions, []record.ID{reject.ID}) {
		t.Errorf("%+v", q.Reviewed)
	}
	for _, d := range got.Differences {
		if d.About.ID == bridge.ID {
			t.Error("the rejected quote still differs:", d)
		}
	}
	vask := rec.Entities[slices.IndexFunc(rec.Entities, func(e record.Entity) bool { return e.Name == "Anna Vask" })]
	correct := c.decide(record.ToCorrect, late, value("speaker", "Anna Vask"), func(d *record.Decision) { d.Entity = &vask.ID })
	form := c.decide(record.ToCorrect, late, value("form", "mixed"))
	got = relates(t, in, correct, form, c.decide(record.ToAccept, bridge))
	q := got.Quotes[slices.IndexFunc(got.Quotes, func(q record.Quote) bool { return q.ID == late.ID })]
	if *q.Review != record.Corrected || q.Speaker.Entity == nil || *q.Speaker.Entity != vask.ID || q.Form != news.Mixed || len(q.Corrections) != 2 {
		t.Errorf("%+v", q)
	}
	if c := q.Corrections[0]; c.Field != "speaker" || !strings.Contains(string(c.Found), "Peter Orlen") || c.Decision != correct.ID {
		t.Errorf("%s: %s", c.Field, c.Found)
	}
}

func quoteOf(t *testing.T, r *record.Record, speaker string) *record.Quote {
	t.Helper()
	for i := range r.Quotes {
		if s := r.Quotes[i].Speaker; s != nil && s.Text == speaker {
			return &r.Quotes[i]
		}
	}
	t.Fatal("nobody called", speaker, "says anything")
	return nil
}

// TestLaterDecisionsHold: on one line, of two decisions the later holds, and a
// correction says that the line is right but for it.
func TestLaterDecisionsHold(t *testing.T) {
	in := sample()
	q := quoteOf(t, Relate(in), "Peter Orlen")
	var c clock
	a, r, f := c.decide(record.ToAccept, q), c.decide(record.ToReject, q), c.decide(record.ToCorrect, q, value("form", "indirect"))
	for _, test := range []struct {
		ds   []record.Decision
		want string
		ids  int
	}{{[]record.Decision{a}, record.Accepted, 1}, {[]record.Decision{a, r}, record.Rejected, 1}, {[]record.Decision{a, r, f}, record.Corrected, 1},
		{[]record.Decision{f, a}, record.Corrected, 2}, {[]record.Decision{f, c.decide(record.ToReject, q)}, record.Rejected, 2}} {
		got := quoteOf(t, relates(t, in, test.ds...), "Peter Orlen")
		if *got.Review != test.want || len(got.Decisions) != test.ids {
			t.Errorf("%d decisions: %s by %v, want %s", len(test.ds), *got.Review, got.Decisions, test.want)
		}
	}
}

// TestMergeAndSplitEntities: what no rule would do, and back.
func TestMergeAndSplitEntities(t *testing.T) {
	in := append(sample(), written("The Quay", "2031-03-06", `"It will hold," Berta Ruun said.`, "Berta Ruun", "It will hold,"))
	rec := Relate(in)
	byName := map[string]*record.Entity{}
	for i := range rec.Entities {
		byName[rec.Entities[i].Name] = &rec.Entities[i]
	}
	vask, ruun := byName["Anna Vask"], byName["Berta Ruun"]
	var c clock
	merge := c.decide(record.ToMerge, ruun, with(vask))
	got := relates(t, in, merge)
	if len(got.Entities) != len(rec.Entities)-1 || len(got.Merged) != 1 || got.Merged[0].Decision != merge.ID {
		t.Fatalf("%d entities, merged: %+v", len(got.Entities), got.Merged)
	}
	one := got.Entities[slices.IndexFunc(got.Entities, func(e record.Entity) bool { return e.ID == got.Merged[0].Into })]
	if len(one.Reports) != 3 || one.Merges[0].Rule != "decided" || !slices.Equal(one.Decisions, []record.ID{merge.ID}) || one.Review != nil {
		t.Errorf("%+v", one)
	}
	split := c.decide(record.ToSplit, &one, part(record.Anchor{Names: []string{"Berta Ruun"}}))
	if got := relates(t, in, split); len(got.Entities) != len(rec.Entities) {
		t.Error("a split of names that are apart anyway joins them")
	}
	got = Relate(in, merge, split)
	if len(got.Entities) != len(rec.Entities) || len(got.Merged) != 1 || got.Merged[0].ID != ruun.ID {
		t.Fatalf("the later split does not hold, or her id leads nowhere: %+v", got.Merged)
	}
	if k := slices.IndexFunc(got.Entities, func(e record.Entity) bool { return e.ID == got.Merged[0].Into }); got.Entities[k].Name != "Berta Ruun" {
		t.Errorf("her id leads to %s", got.Entities[k].Name)
	}
	namesake := c.decide(record.ToSplit, vask, part(record.Anchor{Passages: []record.Passage{{Report: vask.Reports[1]}}}))
	got = relates(t, in, namesake)
	n := 0
	for _, e := range got.Entities {
		if e.Name == "Anna Vask" && len(e.Reports) == 1 {
			n++
		}
	}
	if n != 2 {
		t.Errorf("%d namesakes, want one in each report", n)
	}
}

func TestMergeAndSplitStories(t *testing.T) {
	in := newWorld(3).reports(30)
	rec := Relate(in)
	slices.SortFunc(rec.Stories, func(a, b record.Story) int { return len(b.Reports) - len(a.Reports) })
	a, b := &rec.Stories[0], &rec.Stories[1]
	var c clock
	got := relates(t, in, c.decide(record.ToMerge, a, with(b)))
	if len(got.Stories) != len(rec.Stories)-1 || len(got.Merged) == 0 || storyOf(got, a.Reports[0]) != storyOf(got, b.Reports[0]) {
		t.Errorf("%d stories, want %d", len(got.Stories), len(rec.Stories)-1)
	}
	leaves := a.Reports[len(a.Reports)-1]
	got = relates(t, in, c.decide(record.ToSplit, a, part(record.Anchor{Passages: []record.Passage{{Report: leaves}}})))
	if storyOf(got, leaves) == storyOf(got, a.Reports[0]) {
		t.Error("the report is still in the story")
	}
}

func storyOf(r *record.Record, report record.ID) record.ID {
	for _, s := range r.Stories {
		if slices.Contains(s.Reports, report) {
			return s.ID
		}
	}
	return ""
}

func TestMergeAndSplitStatements(t *testing.T) {
	in := newWorld(3).reports(30)
	rec := Relate(in)
	events := slices.Clone(rec.Events)
	slices.SortStableFunc(events, func(a, b record.Event) int { return len(b.Evidence) - len(a.Evidence) })
	big, other := &events[0], &events[1]
	var c clock
	got := relates(t, in, c.decide(record.ToMerge, big, with(other)))
	if len(got.Events) != len(rec.Events)-1 || got.Merged[0].ID != max(big.ID, other.ID) && got.Merged[0].ID != min(big.ID, other.ID) {
		t.Errorf("%d events, want one less than %d; merged %v", len(got.Events), len(rec.Events), got.Merged)
	}
	leaves := record.Passages(big.Evidence[len(big.Evidence)-1:], func(record.ID) string { return "" })
	got = relates(t, in, c.decide(record.ToSplit, big, part(record.Anchor{Passages: leaves})))
	if len(got.Events) <= len(rec.Events) {
		t.Errorf("%d events, want more than %d", len(got.Events), len(rec.Events))
	}
}

// counting are two reports of one fire, with another number each.
func counting() (in []*news.Analysis) {
	for i, n := range []string{"12", "15"} {
		a := written("Paper "+n, "2031-03-04", "The fire at the mill of Ulmby killed "+n+` people, Anna Vask said: "It was quick."`, "Anna Vask", "It was quick.")
		a.Doc.Title = "Fire at the mill of Ulmby"
		x := float64(12 + 3*i)
		a.Figures = []news.Figure{{Span: find(a.Doc.Text, n), Value: x, Low: x, High: x, Of: find(a.Doc.Text, "people"), Sentence: 1, Confidence: 0.9, Rule: "test"}}
		in = append(in, a)
	}
	return in
}

// TestARejectedFigureCountsNowhere: a difference between two figures goes with
// the one that is rejected, or whose value is corrected.
func TestARejectedFigureCountsNowhere(t *testing.T) {
	in := counting()
	rec := Relate(in)
	differ := func(r *record.Record) bool {
		return slices.ContainsFunc(r.Differences, func(d record.Difference) bool { return d.About.Type == record.KindFigure })
	}
	if !differ(rec) || len(rec.Figures) != 2 {
		t.Fatal("the figures do not differ")
	}
	for i := range rec.Figures {
		var c clock
		for _, d := range []record.Decision{c.decide(record.ToReject, &rec.Figures[i]), c.decide(record.ToCorrect, &rec.Figures[i], value("value", "7"))} {
			if differ(relates(t, in, d)) {
				t.Errorf("after %s of %v the figures still differ", d.Action, *rec.Figures[i].Value)
			}
		}
		if d := c.decide(record.ToCorrect, &rec.Figures[i], value("unit", "t")); !differ(relates(t, in, d)) {
			t.Error("another unit ends the difference in value")
		}
	}
}

// TestDecisionsFindTheirLine: when ids and offsets become others, because a
// program with other rules read the reports, or took another text from them.
func TestDecisionsFindTheirLine(t *testing.T) {
	in := sample()
	for _, a := range in {
		a.Doc.Source = a.Doc.Outlet + a.Doc.Published.Value
	}
	rec := Relate(in)
	q := quoteOf(t, rec, "Peter Orlen")
	var c clock
	d := c.decide(record.ToReject, q)
	d.About = record.TargetOf(q, func(id record.ID) string {
		return rec.Reports[slices.IndexFunc(rec.Reports, func(r record.Report) bool { return r.ID == id })].Source
	})
	d.Seal()
	shifted := sample()[2]
	shifted.Quotes[0].Parts[0].End-- // sees a character less
	shifted.Quotes = append([]news.Quote{{Form: news.Direct, Parts: []text.Span{text.At(0, 1)}, Rule: "test"}}, shifted.Quotes...)
	if got := quoteOf(t, Relate([]*news.Analysis{shifted}, d), "Peter Orlen"); got.ID == q.ID || got.Review == nil {
		t.Errorf("by another rule: id %s, review %v", got.ID, got.Review)
	}
	other := written("Evening Post", "", `By our staff. "We are late," Peter Orlen said.`, "Peter Orlen", "We are late,")
	other.Doc.Source = "Evening Post"
	if got := quoteOf(t, Relate([]*news.Analysis{other}, d), "Peter Orlen"); got.Review == nil {
		t.Error("in another text of the same source it is not found")
	}
	other.Doc.Source = "elsewhere"
	if got := quoteOf(t, Relate([]*news.Analysis{other}, d), "Peter Orlen"); got.Review != nil {
		t.Error("it holds for another report")
	}
}

// TestSplitsHoldEverywhere: two spellings that a reviewer holds apart are two
// people in all reports, also in those that come later and are put beside none
// of the others.
func TestSplitsHoldEverywhere(t *testing.T) {
	in := []*news.Analysis{
		written("Harbour Post", "2031-03-04", `Sergei Ivanovsky said: "The quay is open."`, "Sergei Ivanovsky", "The quay is open."),
		written("Lund Letter", "2029-01-05", `"It was cold," Sergey Ivanovsky told us.`, "Sergey Ivanovsky", "It was cold,"),
	}
	later := []*news.Analysis{
		written("Lund Letter", "2026-08-05", `"I like the heat," Sergey Ivanovsky said.`, "Sergey Ivanovsky", "I like the heat,"),
		written("Harbour Post", "2024-03-04", `Sergei Ivanovsky said: "Ships come in."`, "Sergei Ivanovsky", "Ships come in."),
	}
	rec := Relate(in)
	if len(rec.Entities) != 1 {
		t.Fatalf("%d entities of one name in two spellings", len(rec.Entities))
	}
	var c clock
	split := c.decide(record.ToSplit, &rec.Entities[0], part(record.Anchor{Names: []string{"Sergey Ivanovsky"}}))
	both := func(r *record.Record, reports int) {
		t.Helper()
		if len(r.Entities) != 2 || len(r.Entities[0].Reports) != reports || len(r.Entities[1].Reports) != reports {
			t.Errorf("%d entities: %+v", len(r.Entities), r.Entities)
		}
	}
	got := relates(t, in, split)
	both(got, 1)
	both(relates(t, append(in, later...), split), 2)
	merge := c.decide(record.ToMerge, &got.Entities[0], with(&got.Entities[1]))
	if again := Relate(in, split, merge); len(again.Entities) != 1 || len(again.Merged) != 1 {
		t.Errorf("%d entities after a later merge", len(again.Entities))
	}
}
