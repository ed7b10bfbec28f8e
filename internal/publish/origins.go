package publish

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"rapporteur/internal/record"
)

func originAnchor(id record.ID) string { return "s-" + string(id) }

// originName is the origin's name, else that of its first report; the one report
// of an outlet is told from its others by its day.
func (x *index) originName(o *record.Origin) string {
	name, when := str(o.Name), ""
	for i, id := range o.Reports {
		r := x.reports[id]
		if r == nil {
			continue
		}
		name = cmp.Or(name, reportName(r.Report))
		if d := shortDay(day(r.Report)); i == 0 && len(o.Reports) == 1 && d != "" && o.OriKind != "agency" {
			when = ", " + d
		}
	}
	return cmp.Or(name, "unknown origin") + when
}

// originList fills which reports copy which: every origin of the story, the
// most carried first.
func (c *chapter) originList() {
	var ids []record.ID
	for _, id := range c.story.reports {
		if o := originOf(c.reports[id].Report); c.origins[o] != nil && !slices.Contains(ids, o) {
			ids = append(ids, o)
		}
	}
	for _, id := range ids {
		c.view.Origins = append(c.view.Origins, c.origin(c.origins[id]))
	}
	slices.SortStableFunc(c.view.Origins, func(a, b *Origin) int {
		return cmp.Or(cmp.Compare(len(b.Reports), len(a.Reports)), strings.Compare(a.Name, b.Name), cmp.Compare(a.ID, b.ID))
	})
}

func (c *chapter) origin(o *record.Origin) *Origin {
	c.anchors[o.ID] = Link{Text: c.originName(o), Anchor: originAnchor(o.ID)}
	v := &Origin{ID: o.ID, Anchor: originAnchor(o.ID), Name: c.originName(o), Kind: o.OriKind}
	ids := slices.DeleteFunc(slices.Clone(o.Reports), func(id record.ID) bool { return c.reports[id] == nil })
	c.byNumber(ids)
	line := Link{Text: v.Name, Anchor: v.Anchor}
	for _, b := range o.Basis {
		v.because(ruleWords(b.Rule), c.sources(line, b.Evidence))
	}
	for _, id := range ids {
		r := c.reports[id]
		v.Reports = append(v.Reports, r.number)
		v.Copies = append(v.Copies, c.copies(r)...)
		for _, k := range r.Credits {
			v.credit(k, r.number, c.sources(line, k.Evidence))
		}
	}
	return v
}

// reasons word the rules by which reports are held for one origin.
var reasons = map[string]string{
	"own":             "", // one report with its own words needs no reason
	"earliest":        "named after the earliest of these texts",
	"credit":          "the text is credited to it",
	"one-text":        "the texts are one, word for word or nearly",
	"shared-passages": "the texts share long passages",
}

// ruleWords is the reason behind a rule in words; a rule that is not known here
// stands under its own name.
func ruleWords(rule string) string {
	if i := strings.LastIndexAny(rule, "/."); i >= 0 && i+1 < len(rule) {
		rule = rule[i+1:]
	}
	if w, ok := reasons[rule]; ok {
		return w
	}
	return strings.NewReplacer("-", " ", "_", " ").Replace(rule)
}

// because adds a reason, or its sources to the same reason given before.
func (v *Origin) because(why string, sources []*Source) {
	if why == "" {
		return
	}
	for i := range v.Why {
		if v.Why[i].Text == why {
			v.Why[i].Sources = append(v.Why[i].Sources, sources...)
			return
		}
	}
	v.Why = append(v.Why, Reason{Text: why, Sources: sources})
}

func (c *chapter) copies(r *report) (out []Copy) {
	for _, k := range r.Copies {
		o := c.reports[k.Report]
		if o == nil {
			continue
		}
		if k.Direction == "common" && o.number < r.number {
			continue // told once, from the other side
		}
		if k.Direction == "to" {
			continue // told from the copy's side
		}
		out = append(out, Copy{Report: r.number, Other: o.number, Percent: int(math.Round(100 * k.Share)), Direction: k.Direction,
			Text: copyWords(r, o, k)})
	}
	return out
}

func copyWords(r, o *report, k record.Copy) string {
	w := itoa(int(math.Round(100*k.Share))) + " % of " + numbered(r) + " stands in " + numbered(o)
	if k.Direction == "from" {
		return w + ", which came first"
	}
	return w + " too; which came first is not known"
}

func numbered(r *report) string { return "[" + itoa(r.number) + "] " + reportName(r.Report) }

func (v *Origin) credit(k record.Credit, report int, sources []*Source) {
	for i := range v.Credits {
		if c := &v.Credits[i]; c.Name == k.Name && c.Role == string(k.Role) {
			c.Sources = append(c.Sources, sources...)
			if !slices.Contains(c.Reports, report) {
				c.Reports = append(c.Reports, report)
			}
			return
		}
	}
	v.Credits = append(v.Credits, Credit{Name: k.Name, Kind: string(k.Kind), Role: string(k.Role), Reports: []int{report}, Sources: sources})
}

// alone lists what only one origin says, when the story has several.
func (c *chapter) alone() {
	if c.view.Counts.Origins < 2 {
		return
	}
	at := map[record.ID]int{}
	find := func(id record.ID) *OriginAlone {
		i, ok := at[id]
		if !ok {
			i = len(c.view.Alone)
			at[id] = i
			c.view.Alone = append(c.view.Alone, c.aloneOf(id))
		}
		return &c.view.Alone[i]
	}
	for _, s := range c.single {
		a := find(s.origins[0])
		a.Statements = append(a.Statements, s)
	}
	for _, sp := range c.view.Said {
		for _, q := range sp.Quotes {
			if len(q.origins) == 1 {
				find(q.origins[0]).Quotes++
			}
		}
	}
	slices.SortStableFunc(c.view.Alone, func(a, b OriginAlone) int { return strings.Compare(a.Name, b.Name) })
}

func (c *chapter) aloneOf(id record.ID) OriginAlone {
	if o := c.origins[id]; o != nil {
		return OriginAlone{Name: c.originName(o), Anchor: originAnchor(id)}
	}
	if r := c.reports[id]; r != nil {
		return OriginAlone{Name: reportName(r.Report), Anchor: "report-" + itoa(r.number)}
	}
	return OriginAlone{Name: "unknown origin"}
}
