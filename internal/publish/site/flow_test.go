package site

import (
	"testing"

	"rapporteur/internal/publish"
	"rapporteur/internal/publish/publishtest"
)

func TestFlow(t *testing.T) {
	b := &publish.Brief{Reports: []*publish.Report{{ID: "r1", Name: "Courier"}, {ID: "r2", Name: "Gazette"}, {ID: "r3", Name: "Post"}, {ID: "r4", Name: "Weekly"}}}
	s := &publish.Story{Origins: []*publish.Origin{
		{ID: "o1", Name: "Meridian", Reports: []int{1, 2}, Copies: []publish.Copy{{Report: 2, Other: 1, Percent: 92, Direction: "from"}}},
		{ID: "o2", Name: "Post", Reports: []int{3}, Credits: []publish.Credit{{Name: "Lakeland", Kind: "outlet", Role: "cited", Reports: []int{3}}}},
		{ID: "o3", Name: "Weekly", Reports: []int{4}, Credits: []publish.Credit{{Name: "Lakeland", Kind: "outlet", Role: "cited", Reports: []int{4}}, {Name: "Nobody", Kind: "outlet", Role: "cited", Reports: []int{4}}, {Name: "Velt", Kind: "official", Role: "cited", Reports: []int{3, 4}}}},
	}}
	f := newFlow(b, s)
	if f == nil || len(f.Sources) != 2 || len(f.Reports) != 4 || len(f.Lines) != 4 {
		t.Fatalf("got %+v", f)
	}
	if f.Reports[1].Text != "2 Gazette, 92 % of 1" || f.Sources[0].Text != "Meridian" || f.Sources[1].Text != "Lakeland" {
		t.Errorf("got %+v", f)
	}
	if f.Lines[0].Cited || !f.Lines[2].Cited || f.Lines[0].From != f.Sources[0].Y || f.Lines[2].From != f.Sources[1].Y {
		t.Errorf("lines %+v of %+v", f.Lines, f.Sources)
	}
	if newFlow(b, &publish.Story{Origins: s.Origins[1:2]}) != nil {
		t.Error("a picture without anything to see")
	}
}

// Names never stand on one another, and all within the picture.
func TestFlowHasRoom(t *testing.T) {
	b := publish.NewBrief(publishtest.Large(200), nil, publish.Options{})
	f := newFlow(b, b.Stories[0])
	if f == nil || len(f.Reports) != flowMost || f.More == 0 {
		t.Fatalf("got %+v", f)
	}
	for _, list := range [][]node{f.Sources, f.Reports} {
		taken := map[int]bool{}
		for _, n := range list {
			if taken[n.Y/flowRow] || n.Y > f.Height || n.Y < 0 {
				t.Errorf("%+v has no room", n)
			}
			taken[n.Y/flowRow] = true
		}
	}
}
