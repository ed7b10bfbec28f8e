package review

import (
	"cmp"
	"slices"

	"rapporteur/internal/record"
	"rapporteur/internal/text"
)

// Finder finds the lines that decisions are about. It is made for certain
// targets: only what those lean on is looked up.
type Finder struct {
	lib     *Library
	byID    map[record.ID]record.Line
	said    map[record.ID][]said        // by report: what statements lean on there
	stories map[record.ID][]record.Line // by report
	named   map[string][]*record.Entity // by folded name
}

// said is a passage that a statement leans on.
type said struct {
	line       record.Line
	start, end int
}

// NewFinder looks through lines for what targets lean on.
func NewFinder(lib *Library, lines func(yield func(record.Line) bool), targets []record.Target) *Finder {
	f := &Finder{lib: lib, byID: map[record.ID]record.Line{}, said: map[record.ID][]said{}, stories: map[record.ID][]record.Line{}, named: map[string][]*record.Entity{}}
	ids, reports, names := map[record.ID]bool{}, map[record.ID]bool{}, map[string]bool{}
	for _, t := range targets {
		ids[t.ID] = true
		for _, n := range t.Names {
			names[text.Fold(n)] = true
		}
		for _, i := range lib.Reports(t.Passages) {
			reports[lib.ID(i)] = true
		}
	}
	for l := range lines {
		if ids[l.LineID()] {
			f.byID[l.LineID()] = l
		}
		switch v := l.(type) {
		case *record.Story:
			for _, id := range v.Reports {
				if reports[id] {
					f.stories[id] = append(f.stories[id], l)
				}
			}
		case *record.Entity:
			f.note(v, names)
		default:
			for _, e := range record.AllEvidence(l) {
				if reports[e.Report] {
					f.said[e.Report] = append(f.said[e.Report], said{l, e.Start, e.End})
				}
			}
		}
	}
	return f
}

// note notes e under its names that are asked for.
func (f *Finder) note(e *record.Entity, names map[string]bool) {
	keys := []string{text.Fold(e.Name)}
	for _, v := range e.Variants {
		keys = append(keys, text.Fold(v.Text))
	}
	slices.Sort(keys)
	for _, k := range slices.Compact(keys) {
		if names[k] {
			f.named[k] = append(f.named[k], e)
		}
	}
}

// ranking is how well lines fit a target.
type ranking struct {
	points map[record.Line]int
	order  []record.Line
}

func (r *ranking) add(l record.Line, points int) {
	if _, met := r.points[l]; !met {
		r.order = append(r.order, l)
	}
	r.points[l] += points
}

// best is the line with most points; where two have as many, the one that has
// the target's id or says what it says; else none, since the wrong line is worse.
func (r *ranking) best(t record.Target) record.Line {
	slices.SortStableFunc(r.order, func(a, b record.Line) int {
		return cmp.Or(cmp.Compare(r.points[b], r.points[a]), cmp.Compare(b2i(b.LineID() == t.ID), b2i(a.LineID() == t.ID)), cmp.Compare(a.LineID(), b.LineID()))
	})
	switch {
	case len(r.order) == 0:
		return nil
	case len(r.order) > 1 && r.points[r.order[0]] == r.points[r.order[1]] && r.order[0].LineID() != t.ID:
		return nil
	}
	return r.order[0]
}

func b2i(b bool) int {
	if b {
		return 1
	}
	return 0
}

// Points of a line for what it shares with a target.
const (
	wholePassage = 10 // the very passage
	likePassage  = 6  // half of the words of both
	likeWords    = 5  // what it says
	wholeReport  = 10
	mainName     = 3
	oneName      = 1
)

// Line is the line that t is about as the record stands; nil when there is none.
func (f *Finder) Line(t record.Target) record.Line {
	if l := f.byID[t.ID]; l != nil && l.Kind() == t.Type && len(t.Names)+len(t.Passages) == 0 {
		return l // nothing else is known of it
	}
	r := ranking{points: map[record.Line]int{}}
	switch t.Type {
	case record.KindEntity:
		f.rankEntities(&r, t)
	case record.KindStory:
		for _, i := range f.lib.Reports(t.Passages) {
			for _, s := range f.stories[f.lib.ID(i)] {
				r.add(s, wholeReport)
			}
		}
	default:
		f.rankStatements(&r, t)
	}
	return r.best(t)
}

func (f *Finder) rankStatements(r *ranking, t record.Target) {
	for _, p := range t.Passages {
		at, ok := f.lib.Locate(p)
		if !ok {
			continue
		}
		best := map[record.Line]int{} // of one passage the best counts
		for _, s := range f.said[f.lib.ID(at.Report)] {
			if s.line.Kind() == t.Type {
				best[s.line] = max(best[s.line], alike(s.start, s.end, at.Start, at.End))
			}
		}
		for _, s := range f.said[f.lib.ID(at.Report)] {
			if n := best[s.line]; n > 0 {
				r.add(s.line, n)
				best[s.line] = 0
			}
		}
	}
	for _, l := range r.order {
		if t.Says != "" && record.Says(l) == t.Says {
			r.add(l, likeWords)
		}
	}
}

// alike are the points of the passage a-b for c-d.
func alike(a, b, c, d int) int {
	both := min(b, d) - max(a, c)
	switch {
	case a == c && b == d:
		return wholePassage
	case both > 0 && 2*both >= max(b, d)-min(a, c):
		return likePassage
	}
	return 0
}

// rankEntities counts the reports and names that entities share with t; one
// with none of its names is not asked.
func (f *Finder) rankEntities(r *ranking, t record.Target) {
	reports := map[record.ID]bool{}
	for _, i := range f.lib.Reports(t.Passages) {
		reports[f.lib.ID(i)] = true
	}
	if len(t.Passages) > 0 && len(reports) == 0 {
		return // none of its reports is at hand: somebody else may have the name
	}
	counted := map[*record.Entity]bool{}
	for k, n := range t.Names {
		for _, e := range f.named[text.Fold(n)] {
			points := oneName
			if k == 0 {
				points = mainName
			}
			if !counted[e] {
				counted[e] = true
				points += wholeReport * shared(e.Reports, reports)
			}
			r.add(e, points)
		}
	}
	r.order = slices.DeleteFunc(r.order, func(l record.Line) bool { return len(reports) > 0 && r.points[l] < wholeReport })
}

func shared(ids []record.ID, in map[record.ID]bool) (n int) {
	for _, id := range ids {
		if in[id] {
			n++
		}
	}
	return n
}

// Named is the one entity with that name; nil when none or several have it.
func (f *Finder) Named(name string) *record.Entity {
	if all := f.named[text.Fold(name)]; len(all) == 1 {
		return all[0]
	}
	return nil
}
