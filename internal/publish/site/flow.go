package site

import (
	"cmp"
	"slices"
	"strconv"

	"rapporteur/internal/publish"
)

// flow is a picture of who copied or cited whom: sources on the left, reports
// on the right, a line for what came from where.
//
//	Meridian ──┬── 1 Courier
//	           └── 2 Gazette, 92 % of 1
//	Lakeland ╌╌╌╌╌ 3 Post
type flow struct {
	Height  int
	Sources []node
	Reports []node
	Lines   []link
	More    int // reports without a place in the picture
}

// node is a name at a height.
type node struct {
	Y    int
	Text string
	Link string
}

// link joins a source and a report; Cited is one that is only named in it.
type link struct {
	From, To int
	Cited    bool
}

const (
	flowRow  = 22 // pixels of a row
	flowMost = 40 // reports in one picture
	citedBy  = 2  // reports that have to cite a source before it is drawn
)

// newFlow draws the origins of a story that stand for several reports, and the
// sources that several reports cite; nil when there is nothing to see.
func newFlow(b *publish.Brief, s *publish.Story) *flow {
	f := &flow{}
	at := map[int]int{} // heights of reports by number; 0 for those without room
	for _, o := range s.Origins {
		if len(o.Reports) > 1 {
			f.origin(b, o, at)
		}
	}
	f.cited(b, s, at)
	if len(f.Lines) == 0 {
		return nil
	}
	f.spread()
	f.Height = flowRow*max(len(f.Reports), len(f.Sources)) + flowRow/2
	return f
}

// report gives report n its row; ok is false when the picture is full.
func (f *flow) report(b *publish.Brief, n int, note string, at map[int]int) (y int, ok bool) {
	if y, ok = at[n]; ok {
		return y, y > 0
	}
	if n < 1 || n > len(b.Reports) || len(f.Reports) == flowMost {
		at[n] = 0 // counted once
		f.More++
		return 0, false
	}
	r := b.Reports[n-1]
	y = flowRow * (len(f.Reports) + 1)
	at[n] = y
	f.Reports = append(f.Reports, node{y, strconv.Itoa(n) + " " + short(r.Name, 16) + note, "/reports/" + string(r.ID)})
	return y, true
}

func (f *flow) origin(b *publish.Brief, o *publish.Origin, at map[int]int) {
	sum, first := 0, len(f.Lines)
	for _, n := range o.Reports {
		if y, ok := f.report(b, n, copied(o, n), at); ok {
			f.Lines = append(f.Lines, link{To: y})
			sum += y
		}
	}
	if n := len(f.Lines) - first; n > 0 {
		f.source(o.Name, "/statements/"+string(o.ID), sum/n, first)
	}
}

// source sets a source at a height and ties the lines from number first to it.
func (f *flow) source(name, address string, y, first int) {
	for i := range f.Lines[first:] {
		f.Lines[first+i].From = len(f.Sources)
	}
	f.Sources = append(f.Sources, node{y, short(name, 18), address})
}

// copied says how much of a report stands in an earlier one: ", 92 % of 1".
func copied(o *publish.Origin, n int) string {
	for _, c := range o.Copies {
		if c.Report == n && c.Direction == "from" {
			return ", " + strconv.Itoa(c.Percent) + " % of " + strconv.Itoa(c.Other)
		}
	}
	return ""
}

// cited draws the agencies, outlets and posts that several reports name, the
// most named first.
func (f *flow) cited(b *publish.Brief, s *publish.Story, at map[int]int) {
	in := map[string][]int{}
	var names []string
	for _, o := range s.Origins {
		for _, c := range o.Credits {
			if c.Role != "cited" || !publishes(c.Kind) {
				continue
			}
			if in[c.Name] == nil {
				names = append(names, c.Name)
			}
			in[c.Name] = append(in[c.Name], c.Reports...)
		}
	}
	slices.SortStableFunc(names, func(x, y string) int { return cmp.Compare(len(in[y]), len(in[x])) })
	for _, name := range names[:min(len(names), 8)] {
		reports := in[name]
		slices.Sort(reports)
		if reports = slices.Compact(reports); len(reports) >= citedBy {
			f.citation(b, name, reports, at)
		}
	}
}

// publishes holds for sources that are read themselves; whom reports quote is
// told elsewhere.
func publishes(kind string) bool { return kind == "agency" || kind == "outlet" || kind == "post" }

func (f *flow) citation(b *publish.Brief, name string, reports []int, at map[int]int) {
	sum, first := 0, len(f.Lines)
	for _, n := range reports {
		if y, ok := f.report(b, n, "", at); ok {
			f.Lines = append(f.Lines, link{To: y, Cited: true})
			sum += y
		}
	}
	if n := len(f.Lines) - first; n > 0 {
		f.source(name, "", sum/n, first)
	}
}

// spread moves sources apart that would stand on one another, and gives every
// line the height of its source.
func (f *flow) spread() {
	order := make([]int, len(f.Sources))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(x, y int) int { return cmp.Compare(f.Sources[x].Y, f.Sources[y].Y) })
	least := flowRow
	for left, i := range order {
		most := flowRow * (max(len(f.Reports), len(f.Sources)) - (len(order) - 1 - left))
		f.Sources[i].Y = min(max(f.Sources[i].Y, least), most)
		least = f.Sources[i].Y + flowRow
	}
	for i := range f.Lines {
		f.Lines[i].From = f.Sources[f.Lines[i].From].Y
	}
}

// short is a name as a picture has room for it.
func short(s string, n int) string {
	return publish.Shorten(publish.Plain(s[:min(len(s), 400)]), n)
}
