package reconcile

import (
	"testing"

	"rapporteur/internal/news"
)

// told by the days of a week, the last one over.
func (d *desk) weekday(phrase, pick string) {
	a := d.view.Reports[len(d.view.Reports)-1]
	s := d.span(phrase)
	t := news.Time{Span: s, Sentence: a.SentenceAt(s.Start), Kind: news.Date, Expr: news.Expr{Pick: pick, Side: news.Past}}
	t.Value = t.At(a.Day(), nil)
	a.Times = append(a.Times, t)
}

const (
	grounded = "The ferry Halcyon ran aground off Skerra on Tuesday with ninety on board."
	searched = "Divers of the coast guard searched the wreck of the Halcyon on Wednesday."
)

// aground lays out two reports of the Wednesday of a grounding, and one that
// bears another stamp.
func aground(t *testing.T, stamp, late string, weekdays bool) ([]*news.Analysis, []Suspect) {
	d := newDesk(t)
	for _, outlet := range []string{"Coast Herald", "Evening Post"} {
		d.report("2031-03-05", grounded+"\n"+searched).Doc.Outlet = outlet
		d.weekday("Tuesday", "XXXX-WXX-2")
		d.weekday("Wednesday", "XXXX-WXX-3")
	}
	d.report(stamp, late).Doc.Outlet = "Echo"
	if weekdays {
		d.weekday("Tuesday", "XXXX-WXX-2")
		d.weekday("Wednesday", "XXXX-WXX-3")
	}
	return d.view.Reports, Suspects(d.view.Reports, []int32{0, 1, 2})
}

func TestStampsAreDoubted(t *testing.T) {
	const late = "The Halcyon, a ferry, ran aground off Skerra on Tuesday.\nOn Wednesday divers of the coast guard went to the wreck."
	in, suspects := aground(t, "2031-04-20T12:15", late, true)
	got := Doubts(in, suspects)
	if len(got) != 1 || got[0].Report != 2 || got[0].Day.String() != "2031-03-05" || len(got[0].Evidence) == 0 {
		t.Errorf("doubts %+v of %+v, want the third report on the Wednesday", got, suspects)
	}
}

func TestWhoLooksBackIsLate(t *testing.T) {
	const back = "The Halcyon, a ferry, ran aground off Skerra on a Tuesday six weeks ago.\nDivers of the coast guard have left the wreck."
	if in, suspects := aground(t, "2031-04-20T12:15", back, false); len(Doubts(in, suspects)) != 0 {
		t.Error("a report that tells no weekday as the others do is doubted")
	}
	const again = "The Halcyon, a ferry, ran aground off Skerra on Tuesday.\nOn Wednesday divers of the coast guard went to the wreck.\nThe inquiry began on 17 April."
	in, suspects := aground(t, "2031-04-20T12:15", again, true)
	a := in[2]
	a.Times = append(a.Times, news.Time{Sentence: 3, Kind: news.Date, Value: "2031-04-17", Expr: news.Expr{Fixed: "2031-04-17"}})
	if len(Doubts(in, suspects)) != 0 {
		t.Error("a report that tells of a later day is doubted")
	}
}

func TestNoStampIsDoubtedAmongOthers(t *testing.T) {
	d := newDesk(t)
	d.report("2031-03-05", grounded)
	d.report("2031-03-06", grounded)
	d.report("2031-03-10", grounded)
	if s := Suspects(d.view.Reports, []int32{0, 1, 2}); len(s) != 0 {
		t.Errorf("suspects %+v, want none: each has another report near", s)
	}
}
