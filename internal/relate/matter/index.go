package matter

import (
	"cmp"
	"slices"

	"rapporteur/internal/record"
	"rapporteur/internal/relate/reuse"
)

// Index holds the cards of all reports and knows their matters.
type Index struct {
	Furniture *reuse.Furniture
	cards     []*Card
	number    map[record.ID]int32
	named     map[uint32][]entry // reports by name, by day
	levels    [len(steps)]*forest
	touched   []int32 // reports whose matter may be another since the last Touched
}

// entry is one report under one of its names.
type entry struct{ day, report int32 }

// NewIndex knows no report yet; largest is Largest, or less in tests.
func NewIndex(largest int) *Index {
	x := &Index{Furniture: reuse.NewFurniture(), number: map[record.ID]int32{}, named: map[uint32][]entry{}}
	for l := range x.levels {
		x.levels[l] = &forest{most: int32(largest)}
	}
	return x
}

// Len is the number of reports.
func (x *Index) Len() int { return len(x.cards) }

// Add takes in a report. One that is known changes nothing.
func (x *Index) Add(c *Card) {
	if _, known := x.number[c.ID]; known {
		return
	}
	n := int32(len(x.cards))
	for _, f := range x.levels {
		f.grow()
	}
	last := x.levels[len(x.levels)-1]
	for _, o := range x.candidates(c) {
		if last.find(o) != last.find(n) { // else they are together at every level, and need not be looked at
			x.bind(o, n, nearness(x.cards[o], c))
		}
	}
	kept := *c
	kept.Prints = nil
	x.cards, x.number[c.ID] = append(x.cards, &kept), n
	for _, w := range c.Names {
		e := entry{c.Day, n}
		at, _ := slices.BinarySearchFunc(x.named[w], e, byDay)
		x.named[w] = slices.Insert(x.named[w], at, e)
	}
	x.touched = append(append(x.touched, n), x.Furniture.Add(c.Prints)...)
}

func byDay(a, b entry) int { return cmp.Or(cmp.Compare(a.day, b.day), cmp.Compare(a.report, b.report)) }

// Has reports whether a report is known.
func (x *Index) Has(id record.ID) bool {
	_, known := x.number[id]
	return known
}

// Touch has the matter of a report be among those that are Touched.
func (x *Index) Touch(id record.ID) {
	if n, known := x.number[id]; known {
		x.touched = append(x.touched, n)
	}
}

// Bind puts known reports into one matter, as if they shared passages.
func (x *Index) Bind(ids []record.ID) {
	for k := range ids[:max(0, len(ids)-1)] {
		a, b := x.number[ids[k]], x.number[ids[k+1]]
		x.bind(a, b, len(steps))
		x.touched = append(x.touched, a)
	}
}

// bind makes two reports near at the first levels.
func (x *Index) bind(a, b int32, levels int) {
	for l := range levels {
		x.touched = x.levels[l].join(a, b, x.touched)
	}
}

// candidates are the reports that share a name with c within its days. Two
// must be shared, so that the longest list need not be looked at.
func (x *Index) candidates(c *Card) (out []int32) {
	var all [][]entry
	for _, w := range c.Names {
		all = append(all, x.within(x.named[w], c.Day)...)
	}
	longest := 0
	for k := range all {
		if len(all[k]) > len(all[longest]) {
			longest = k
		}
	}
	for k, list := range all {
		if k != longest || len(c.Names) < sameNames {
			for _, e := range list {
				out = append(out, e.report)
			}
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// within cuts a list to what may be near a day: the undated, and those around
// it; the one who asks may be undated itself.
func (x *Index) within(list []entry, day int32) [][]entry {
	if day == Undated {
		return [][]entry{list}
	}
	at := func(d int32) int {
		n, _ := slices.BinarySearchFunc(list, entry{day: d}, byDay)
		return n
	}
	return [][]entry{list[:at(Undated+1)], list[at(day-farApart):at(day+farApart+1)]}
}

// Matter is a set of reports, in no order, and what tells it from others as
// long as it is the same set: the least of their ids.
type Matter struct {
	Key     record.ID
	Reports []*Card
}

// Touched are the matters that hold a report added since the last call, or
// that were changed by one; and, as was, the keys of the matters that their
// reports belonged to before. keys tells the key of a report's matter and is
// brought up to date.
func (x *Index) Touched(keys map[record.ID]record.ID) (now []Matter, was []record.ID) {
	done := map[int32]bool{}
	for _, n := range x.touched {
		if done[n] {
			continue
		}
		m := Matter{}
		x.each(n, func(o int32) {
			done[o] = true
			c := x.cards[o]
			m.Reports = append(m.Reports, c)
			if m.Key == "" || c.ID < m.Key {
				m.Key = c.ID
			}
		})
		for _, c := range m.Reports {
			if old, known := keys[c.ID]; known {
				was = append(was, old)
			}
			keys[c.ID] = m.Key
		}
		now = append(now, m)
	}
	x.touched = nil
	slices.SortFunc(now, func(a, b Matter) int { return cmp.Compare(a.Key, b.Key) })
	slices.Sort(was)
	return now, slices.Compact(was)
}

// Of is the matter with a key, which is the id of one of its reports.
func (x *Index) Of(key record.ID) (m Matter) {
	m.Key = key
	x.each(x.number[key], func(o int32) { m.Reports = append(m.Reports, x.cards[o]) })
	return m
}

// each yields the reports of the matter of report n.
func (x *Index) each(n int32, yield func(int32)) {
	for l, f := range x.levels {
		if f.size(n) <= f.most || l == len(x.levels)-1 {
			f.each(n, yield)
			return
		}
	}
}
