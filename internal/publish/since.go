package publish

import (
	"iter"
	"slices"

	"rapporteur/internal/record"
)

// recordBefore is what of r the reports say that were published before a day:
// lines lose the evidence of later reports, and go when none is left. Undated
// reports stay: nothing says that they are new. How a thing was told then is
// known only from its evidence and from where reports differ; the other fields
// are those of now.
func recordBefore(r Reader, since string) *record.Record {
	out := &record.Record{}
	old := map[record.ID]*record.Report{}
	for l := range r.Lines() {
		switch v := l.(type) {
		case *record.Report:
			if d := day(v); d == "" || d < since {
				old[v.ID] = v
				out.Reports = append(out.Reports, *v)
			}
		case *record.Story:
			if s, left := storyBefore(*v, old); left {
				out.Stories = append(out.Stories, s)
			}
		case *record.Entity:
			out.Entities = append(out.Entities, *v)
		default:
			if l = statementBefore(l, old); l != nil {
				out.Add(l)
			}
		}
	}
	return out
}

func storyBefore(s record.Story, old map[record.ID]*record.Report) (record.Story, bool) {
	s.Reports = slices.DeleteFunc(slices.Clone(s.Reports), func(id record.ID) bool { return old[id] == nil })
	return s, len(s.Reports) > 0
}

// statementBefore is a copy of a statement with the evidence of old reports
// alone; nil when there is none.
func statementBefore(l record.Line, old map[record.ID]*record.Report) record.Line {
	switch v := l.(type) {
	case *record.Quote:
		w := *v
		w.Versions = slices.DeleteFunc(slices.Clone(v.Versions), func(x record.Version) bool { return old[x.Report] == nil })
		w.Evidence = everyEvidence(&w)
		return kept(&w, &w.Evidence, &w.Support, old)
	case *record.Position:
		w := *v
		return kept(&w, &w.Evidence, &w.Support, old)
	case *record.Event:
		w := *v
		return kept(&w, &w.Evidence, &w.Support, old)
	case *record.Figure:
		w := *v
		return kept(&w, &w.Evidence, &w.Support, old)
	}
	return nil
}

func kept(l record.Line, ev *[]record.Evidence, s *record.Support, old map[record.ID]*record.Report) record.Line {
	var left []record.Evidence
	origins := map[record.ID]bool{}
	for _, e := range *ev {
		if r := old[e.Report]; r != nil {
			left = append(left, e)
			origins[originOf(r)] = true
		}
	}
	if len(left) == 0 {
		return nil
	}
	*ev = left
	s.Origins = min(s.Origins, len(origins))
	return l
}

// side is one of the two records that are compared, by id and by place.
type side struct {
	words   *Wording
	order   []record.Line
	lines   map[record.ID]record.Line
	reports map[record.ID]*record.Report
	spots   map[spot]record.ID      // statements by the words that they lean on
	stories map[record.ID]record.ID // by report
	last    string                  // day of the last report; ""
}

// spot is a place that a statement of a kind leans on.
type spot struct {
	kind       string
	report     record.ID
	start, end int
}

func spotOf(kind string, e *record.Evidence) spot { return spot{kind, e.Report, e.Start, e.End} }

func newSide(r Reader) *side {
	s := &side{words: NewWording(r), lines: map[record.ID]record.Line{}, reports: map[record.ID]*record.Report{},
		spots: map[spot]record.ID{}, stories: map[record.ID]record.ID{}}
	for l := range r.Lines() {
		if l.Kind() == record.KindTime || l.Kind() == record.KindOrigin || l.Kind() == record.KindMerged {
			continue
		}
		s.order = append(s.order, l)
		s.lines[l.LineID()] = l
		switch v := l.(type) {
		case *record.Report:
			s.reports[v.ID] = v
			s.last = max(s.last, day(v))
		case *record.Story:
			for _, id := range v.Reports {
				s.stories[id] = v.ID
			}
		}
		for _, e := range record.EvidenceOf(l) {
			s.spots[spotOf(l.Kind(), &e)] = l.LineID()
		}
	}
	return s
}

// match is the line that says what l says: of the same id or, since ids follow
// the first report that says a thing, of the same words; nil for none.
func (s *side) match(l record.Line) record.Line {
	if o := s.lines[l.LineID()]; o != nil && o.Kind() == l.Kind() {
		return o
	}
	if v, ok := l.(*record.Story); ok {
		for _, id := range v.Reports {
			if o := s.lines[s.stories[id]]; o != nil {
				return o
			}
		}
	}
	for _, e := range record.EvidenceOf(l) {
		if id, ok := s.spots[spotOf(l.Kind(), &e)]; ok {
			return s.lines[id]
		}
	}
	return nil
}

// of yields the lines of one kind.
func (s *side) of(kind string) iter.Seq[record.Line] {
	return func(yield func(record.Line) bool) {
		for _, l := range s.order {
			if l.Kind() == kind && !yield(l) {
				return
			}
		}
	}
}
