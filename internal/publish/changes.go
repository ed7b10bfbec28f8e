package publish

import (
	"cmp"
	"slices"
	"strings"

	"rapporteur/internal/record"
)

// News is what is otherwise in a record than it was.
type News struct {
	Since   string   `json:"since"`   // the day that it counts from; "" when two exports are compared
	Through string   `json:"through"` // day of the last report; "" when all are undated
	Changes []Change `json:"changes"` // the latest first
	Undated int      `json:"undated"` // reports without a day, which are never new by day
	Unsure  int      `json:"unsure"`  // new statements that are less certain, and left out
}

// The ways in which a line can be otherwise than it was.
const (
	ChangeNew     = "new"     // nothing of it was known
	ChangeChanged = "changed" // it was told otherwise: Fields says how
	ChangeFurther = "further" // further origins tell what was known
	ChangePassed  = "passed"  // the day of a plan is over, and no report says what came of it
	ChangeGone    = "gone"    // it is not in the record any more
)

// ChangeWays lists them all.
var ChangeWays = []string{ChangeNew, ChangeChanged, ChangeFurther, ChangePassed, ChangeGone}

// Change is one line that is otherwise than it was.
type Change struct {
	Way      string           `json:"change"`
	Kind     string           `json:"type"` // of the line: report, story, quote, position, event, figure, difference
	ID       record.ID        `json:"id"`
	Day      string           `json:"day"` // of the first new report that tells it; "" unknown
	Text     string           `json:"text"`
	Fields   []FieldChange    `json:"fields"`
	Earlier  *record.ID       `json:"earlier"`  // the line that it departs from
	Reports  []record.ID      `json:"reports"`  // the new ones that tell it
	Evidence *record.Evidence `json:"evidence"` // the first new sentence that says it
	Counts   Counts           `json:"counts"`
}

// FieldChange is one field of a line before and now.
type FieldChange struct {
	Field  string `json:"field"`
	Before string `json:"before"`
	Now    string `json:"now"`
}

// ChangesSince tells what the reports published on a day (2031-05-12) or after
// it add to what the earlier ones say. It is a function of the record and the day.
func ChangesSince(r Reader, since string) *News {
	n := ChangesFrom(recordBefore(r, since), r)
	n.Since = since
	for l := range r.Lines() {
		if v, ok := l.(*record.Report); ok && day(v) == "" {
			n.Undated++
		}
	}
	return n
}

// ChangesFrom tells what is otherwise in a record than in an earlier one.
func ChangesFrom(before, now Reader) *News {
	c := &comparison{was: newSide(before), is: newSide(now), fields: map[record.ID][]FieldChange{}, latest: map[record.ID][]record.Evidence{}, told: map[spot]bool{}, news: &News{Changes: []Change{}}}
	c.news.Through = c.is.last
	c.differences()
	c.series, c.came = c.knownFigures(), c.outcomes()
	for _, l := range c.is.order {
		switch v := l.(type) {
		case *record.Report:
			c.report(v)
		case *record.Story:
			c.story(v)
		case *record.Quote, *record.Position, *record.Event, *record.Figure:
			c.statement(l)
		}
	}
	c.gone()
	slices.SortStableFunc(c.news.Changes, inNewsOrder)
	return c.news
}

// inNewsOrder puts the latest first, and what changed before what is only new.
func inNewsOrder(a, b Change) int {
	return cmp.Or(strings.Compare(b.Day, a.Day), cmp.Compare(wayRank(a), wayRank(b)), cmp.Compare(kindRank(a), kindRank(b)),
		cmp.Compare(b.Counts.Origins, a.Counts.Origins), cmp.Compare(a.ID, b.ID))
}

func wayRank(c Change) int {
	return slices.Index([]string{ChangeChanged, ChangePassed, ChangeNew, ChangeFurther, ChangeGone}, c.Way)
}

func kindRank(c Change) int {
	return slices.Index([]string{record.KindPosition, record.KindEvent, record.KindFigure, record.KindDifference, record.KindQuote, record.KindStory, record.KindReport}, c.Kind)
}

// comparison is two records being compared.
type comparison struct {
	was, is *side
	fields  map[record.ID][]FieldChange     // by statement: what reports that differ say before and now
	latest  map[record.ID][]record.Evidence // by statement: the words that say what is now
	told    map[spot]bool                   // new words that such a change tells of
	series  map[string]*record.Figure       // the last known figure of each series
	came    map[[3]string]bool              // what is told as more than planned
	news    *News
}

// add takes in a change of a line, with the new reports that bring it.
func (c *comparison) add(way string, l record.Line, ev []record.Evidence, fields ...FieldChange) *Change {
	ch := Change{Way: way, Kind: l.Kind(), ID: l.LineID(), Text: c.is.words.Short(l), Fields: append([]FieldChange{}, fields...),
		Reports: []record.ID{}, Counts: c.is.words.Stands(l)}
	if e, ok := l.(*record.Event); ok && way == ChangeNew && e.Status != nil {
		ch.Text = statusWords(*e.Status) + ch.Text
	}
	for i := range ev {
		r := c.is.reports[ev[i].Report]
		if r == nil || c.was.reports[r.ID] != nil || slices.Contains(ch.Reports, r.ID) {
			continue
		}
		ch.Reports = append(ch.Reports, r.ID)
		if d := day(r); ch.Day == "" || d != "" && d < ch.Day {
			ch.Day, ch.Evidence = d, &ev[i]
		}
	}
	c.news.Changes = append(c.news.Changes, ch)
	return &c.news.Changes[len(c.news.Changes)-1]
}

func (c *comparison) report(r *record.Report) {
	old, _ := c.was.match(r).(*record.Report)
	if old == nil {
		ch := c.add(ChangeNew, r, nil)
		ch.Day, ch.Reports, ch.Counts = day(r), []record.ID{r.ID}, c.is.words.Reports([]record.ID{r.ID})
		return
	}
	var f fieldList
	f.words("title", str(old.Title), str(r.Title))
	f.words("outlet", str(old.Outlet), str(r.Outlet))
	f.words("published", whenWords(&old.Published.Time), whenWords(&r.Published.Time))
	if old.Text != r.Text {
		f = append(f, FieldChange{Field: "text"})
	}
	if len(f) > 0 {
		c.add(ChangeChanged, r, nil, f...)
	}
}

func (c *comparison) story(s *record.Story) {
	old, _ := c.was.match(s).(*record.Story)
	var fresh []record.Evidence
	for _, id := range s.Reports {
		if c.was.reports[id] == nil && c.is.reports[id] != nil {
			fresh = append(fresh, record.Evidence{Report: id})
		}
	}
	var ch *Change
	switch {
	case old == nil:
		ch = c.add(ChangeNew, s, fresh)
	case len(fresh) > 0:
		ch = c.add(ChangeChanged, s, fresh, FieldChange{"reports", itoa(len(old.Reports)), itoa(len(s.Reports))})
	default:
		return
	}
	ch.Evidence = nil
}

// differences finds what of one thing is told otherwise by new reports. Where
// that is only later, it is a change of the thing itself, in the order of the
// reports: what became of a plan, how a number rose.
func (c *comparison) differences() {
	for l := range c.is.of(record.KindDifference) {
		d := l.(*record.Difference)
		if rejected(d.Base) || unsureBase(d.Base) || d.DiffKind == "only" {
			continue
		}
		before, now := c.claims(d)
		switch {
		case len(now) == 0, len(before) == 0 && (d.DiffKind == "wording" || d.DiffKind == "spelling"): // the new line tells its wordings
		case d.DiffKind == "update" && (len(before) > 0 || len(c.was.reports) > 0) && c.is.lines[d.About.ID] != nil:
			if len(before) == 0 { // planned and held since: what the first of the new reports says is what was
				before, now = now[:1], now[1:]
			}
			c.fields[d.About.ID] = append(c.fields[d.About.ID], FieldChange{d.Field, values(before), values(now)})
			for _, cl := range now {
				c.latest[d.About.ID] = append(c.latest[d.About.ID], cl.Evidence...)
				for i := range cl.Evidence {
					c.told[spotOf(d.About.Type, &cl.Evidence[i])] = true
				}
			}
		default:
			ch := c.add(ChangeNew, d, record.EvidenceOf(d), FieldChange{d.Field, values(before), values(now)})
			if about := c.is.lines[d.About.ID]; about != nil && about.Kind() != record.KindQuote { // a quote's words are in it
				ch.Text = Shorten(c.is.words.Short(about)+" · "+ch.Text, maxTold)
			}
		}
	}
}

// claims parts what reports say into what was said before and what is said now.
func (c *comparison) claims(d *record.Difference) (before, now []record.Claim) {
	for _, cl := range d.Versions {
		if slices.ContainsFunc(cl.Reports, func(id record.ID) bool { return c.was.reports[id] != nil }) {
			before = append(before, cl)
		} else {
			now = append(now, cl)
		}
	}
	return before, now
}

func values(claims []record.Claim) string {
	var out []string
	for _, cl := range claims {
		out = append(out, Shorten(Plain(dayWords(cl.Value)), maxTold))
	}
	return strings.Join(out, " | ")
}

// statement tells what is new of a quote, position, event or figure.
func (c *comparison) statement(l record.Line) {
	b, ev := record.BaseOf(l), record.EvidenceOf(l)
	if q, ok := l.(*record.Quote); ok {
		ev = everyEvidence(q)
	}
	old := c.was.match(l)
	switch {
	case rejected(*b):
		if old != nil && !rejected(*record.BaseOf(old)) {
			c.add(ChangeGone, l, ev, FieldChange{"review", str(record.BaseOf(old).Review), "rejected"})
		}
	case old == nil && unsureBase(*b):
		c.news.Unsure++
	case old == nil:
		c.fresh(l, ev)
	default:
		c.again(old, l, ev)
	}
}

// fresh tells a statement that was not known, as a change where it departs from
// one that was.
func (c *comparison) fresh(l record.Line, ev []record.Evidence) {
	if fields := c.fields[l.LineID()]; len(fields) > 0 {
		c.changed(l, ev, fields)
		return
	}
	if len(ev) > 0 && !slices.ContainsFunc(ev, func(e record.Evidence) bool { return !c.told[spotOf(l.Kind(), &e)] }) {
		return // the change of another line tells it
	}
	before, field := c.departsFrom(l)
	if before == nil {
		c.add(ChangeNew, l, ev)
		return
	}
	id := before.LineID()
	ch := c.add(ChangeChanged, l, ev, FieldChange{field, c.is.words.Short(before), c.is.words.Short(l)})
	ch.Earlier = &id
}

// changed tells how a statement is told otherwise, with the words of the reports
// that tell it so, where they are new.
func (c *comparison) changed(l record.Line, ev []record.Evidence, fields []FieldChange) {
	ch := c.add(ChangeChanged, l, ev, fields...)
	for i := range c.latest[l.LineID()] {
		e := &c.latest[l.LineID()][i]
		if r := c.is.reports[e.Report]; r != nil && c.was.reports[r.ID] == nil {
			ch.Day, ch.Evidence = day(r), e
			return
		}
	}
}

// departsFrom is the earlier position, or the last known figure of the same
// things in the same story, that l is another than; nil for none.
func (c *comparison) departsFrom(l record.Line) (before record.Line, field string) {
	switch v := l.(type) {
	case *record.Position:
		if v.Changes == nil {
			return nil, ""
		}
		before = cmp.Or(c.is.lines[*v.Changes], c.was.lines[*v.Changes])
		return before, "position"
	case *record.Figure:
		if o := c.series[c.seriesOf(c.is, v)]; o != nil && numberWords(o) != numberWords(v) {
			return o, "value"
		}
	}
	return nil, ""
}

// again tells what is otherwise of a statement that was known.
func (c *comparison) again(old, l record.Line, ev []record.Evidence) {
	fields := c.compared(old, l)
	switch {
	case len(fields) > 0:
		c.changed(l, ev, fields)
	case c.passed(l):
		c.add(ChangePassed, l, ev).Day = lastOf(l)
	case originsOf(l) > originsOf(old):
		c.add(ChangeFurther, l, ev, FieldChange{"origins", itoa(originsOf(old)), itoa(originsOf(l))})
	}
}

// gone lists what was in the earlier record and is not in the later one.
func (c *comparison) gone() {
	still := map[record.ID]bool{} // earlier lines that a later one goes on from
	for _, l := range c.is.order {
		if o := c.was.match(l); o != nil {
			still[o.LineID()] = true
		}
	}
	for _, l := range c.was.order {
		b := record.BaseOf(l)
		if l.Kind() == record.KindEntity || still[l.LineID()] || b != nil && (rejected(*b) || unsureBase(*b)) || c.is.match(l) != nil {
			continue
		}
		ch := c.add(ChangeGone, l, nil)
		ch.Text = c.was.words.Short(l)
	}
}
