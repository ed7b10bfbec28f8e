package publish

import (
	"cmp"
	"path"
	"slices"
	"strings"

	"rapporteur/internal/record"
)

// index is the record arranged for the brief: every line by id, the statements
// by the story that they belong to.
type index struct {
	opt       Options
	reports   map[record.ID]*report
	reportIDs []record.ID // by number
	entities  map[record.ID]*record.Entity
	entityIDs []record.ID
	origins   map[record.ID]*record.Origin
	stories   []*story // biggest first
	storyOf   map[record.ID]*story
	differ    map[record.ID][]*record.Difference // by what they are about
	anchors   map[record.ID]Link                 // statements shown so far
	omitted   Omitted
}

// report is a record.Report with its number and the passages asked for so far.
type report struct {
	*record.Report
	number int
	cited  []*citation
}

// story is the lines that belong to one story.
type story struct {
	*record.Story
	anchor    string
	reports   []record.ID
	people    []mentioned
	quotes    []*record.Quote
	positions []*record.Position
	events    []*record.Event
	figures   []*record.Figure
	differ    []*record.Difference
}

func newIndex(r Reader, opt Options) *index {
	x := &index{opt: opt, reports: map[record.ID]*report{}, entities: map[record.ID]*record.Entity{},
		origins: map[record.ID]*record.Origin{}, storyOf: map[record.ID]*story{},
		differ: map[record.ID][]*record.Difference{}, anchors: map[record.ID]Link{}}
	var lines []record.Line
	for l := range r.Lines() {
		if k := l.Kind(); (k == record.KindEntity || k == record.KindStory) && record.IsRejected(l) {
			continue // the reports of no story stand alone, and the name of nobody is a name
		}
		switch v := l.(type) {
		case *record.Report:
			x.reports[v.ID] = &report{Report: v}
			x.reportIDs = append(x.reportIDs, v.ID)
		case *record.Origin:
			x.origins[v.ID] = v
		case *record.Entity:
			x.entities[v.ID] = v
			x.entityIDs = append(x.entityIDs, v.ID)
		case *record.Story:
			x.stories = append(x.stories, &story{Story: v})
		default:
			lines = append(lines, l)
		}
	}
	slices.SortFunc(lines, func(a, b record.Line) int { return cmp.Compare(a.LineID(), b.LineID()) })
	x.numberReports()
	x.assignReports()
	x.assignEntities()
	x.assign(lines)
	return x
}

// numberReports gives every report its number: by day, undated last, then by
// outlet and id.
func (x *index) numberReports() {
	slices.SortFunc(x.reportIDs, func(a, b record.ID) int {
		ra, rb := x.reports[a], x.reports[b]
		return cmp.Or(cmp.Compare(late(ra), late(rb)), strings.Compare(str(ra.Outlet), str(rb.Outlet)), cmp.Compare(a, b))
	})
	for i, id := range x.reportIDs {
		x.reports[id].number = i + 1
	}
}

// late is a sort key that puts undated reports last.
func late(r *report) string { return cmp.Or(day(r.Report), "9999-99") }

// assignReports fills the stories with their reports. A report without a story
// goes into one last story of what stands alone.
func (x *index) assignReports() {
	for _, s := range x.stories {
		for _, id := range s.Reports {
			if x.reports[id] != nil && x.storyOf[id] == nil {
				x.storyOf[id] = s
				s.reports = append(s.reports, id)
			}
		}
	}
	x.stories = slices.DeleteFunc(x.stories, func(s *story) bool { return len(s.reports) == 0 })
	slices.SortFunc(x.stories, func(a, b *story) int {
		return cmp.Or(cmp.Compare(len(b.reports), len(a.reports)), strings.Compare(str(b.To), str(a.To)), cmp.Compare(a.ID, b.ID))
	})
	rest := &story{Story: &record.Story{ID: "rest"}}
	for _, id := range x.reportIDs {
		if x.storyOf[id] == nil {
			x.storyOf[id] = rest
			rest.reports = append(rest.reports, id)
		}
	}
	if len(rest.reports) > 0 {
		rest.Label = restLabel(len(x.stories), len(rest.reports))
		x.stories = append(x.stories, rest)
	}
	for i, s := range x.stories {
		s.anchor = "story-" + itoa(i+1)
		x.byNumber(s.reports)
	}
}

func restLabel(stories, reports int) string {
	if stories == 0 {
		return "What " + number(reports, "report says", "reports say")
	}
	return "Reports outside these stories"
}

func (x *index) byNumber(ids []record.ID) {
	slices.SortFunc(ids, func(a, b record.ID) int { return cmp.Compare(x.reports[a].number, x.reports[b].number) })
}

// assign gives every statement to the story that holds most of its reports.
func (x *index) assign(lines []record.Line) {
	home := map[record.ID]*story{}
	for _, l := range lines {
		s := x.home(record.EvidenceOf(l))
		if s == nil {
			continue
		}
		switch v := l.(type) {
		case *record.Quote:
			s.quotes = append(s.quotes, v)
		case *record.Position:
			s.positions = append(s.positions, v)
		case *record.Event:
			s.events = append(s.events, v)
		case *record.Figure:
			s.figures = append(s.figures, v)
		}
		home[l.LineID()] = s
	}
	for _, l := range lines {
		if d, ok := l.(*record.Difference); ok && !rejected(d.Base) {
			x.differ[d.About.ID] = append(x.differ[d.About.ID], d)
			if s := cmp.Or(home[d.About.ID], x.home(record.EvidenceOf(d))); s != nil {
				s.differ = append(s.differ, d)
			}
		}
	}
}

func (x *index) home(ev []record.Evidence) (best *story) {
	votes := map[*story]int{}
	for _, e := range ev {
		if s := x.storyOf[e.Report]; s != nil {
			votes[s]++
		}
	}
	for _, e := range ev { // in the order of the evidence, so that ties fall the same way each time
		if s := x.storyOf[e.Report]; s != nil && votes[s] > votes[best] {
			best = s
		}
	}
	return best
}

func rejected(b record.Base) bool { return str(b.Review) == "rejected" }

// unsure says whether a statement is less certain: a reviewer's yes lifts it.
func (x *index) unsure(b record.Base) bool {
	return b.Confidence < x.opt.LessCertain && b.Review == nil
}

// reportName is how a report is called in a source line.
func reportName(r *record.Report) string {
	if o := str(r.Outlet); o != "" {
		return o
	}
	if r.Source == "" || r.Source == "-" {
		return "outlet unknown"
	}
	base := path.Base(strings.ReplaceAll(r.Source, `\`, "/"))
	return cmp.Or(strings.TrimSuffix(base, path.Ext(base)), base)
}

// day is when a report was published; "" when that is not known to the day.
func day(r *record.Report) string {
	v := str(r.Published.Value)
	if _, ok := parseDay(v); !ok {
		return ""
	}
	return v[:len(dayLayout)]
}

// days are the first and last day of publication of a set of reports.
func (x *index) days(ids []record.ID) (from, to string) {
	for _, id := range ids {
		d := day(x.reports[id].Report)
		if d == "" {
			continue
		}
		if from == "" || d < from {
			from = d
		}
		to = max(to, d)
	}
	return from, to
}

func str[S ~string](p *S) string {
	if p == nil {
		return ""
	}
	return string(*p)
}
