package record

import "fmt"

// Check proves the laws of the record that can be proved from it alone: every
// evidence holds against its report's text, every statement has evidence,
// every id that is referred to exists, no id stands twice. It returns one
// error a violation; nil is a sound record.
func (r *Record) Check() []error {
	c := checker{texts: map[ID]string{}, ids: map[ID]string{}}
	for i := range r.Reports {
		c.texts[r.Reports[i].ID] = r.Reports[i].Text
	}
	for l := range r.Lines() {
		if was, twice := c.ids[l.LineID()]; twice {
			c.fail("%s %s: the id is taken by a %s", l.Kind(), l.LineID(), was)
		}
		c.ids[l.LineID()] = l.Kind()
	}
	for l := range r.Lines() {
		c.line(l)
	}
	return c.errs
}

type checker struct {
	texts map[ID]string
	ids   map[ID]string
	errs  []error
}

func (c *checker) fail(format string, args ...any) {
	c.errs = append(c.errs, fmt.Errorf(format, args...))
}

func (c *checker) line(l Line) {
	what := l.Kind() + " " + string(l.LineID())
	switch v := l.(type) {
	case *Report:
		c.evidence(what, v.Published.Evidence, false)
		for _, k := range v.Credits {
			c.evidence(what, k.Evidence, false)
			c.ref(what, KindEntity, k.Entity)
		}
		c.ref(what, KindStory, v.Story)
		c.ref(what, KindOrigin, v.Origin)
	case *Origin:
		c.refs(what, KindReport, v.Reports)
		for _, b := range v.Basis {
			c.evidence(what, b.Evidence, false)
		}
	case *Story:
		c.refs(what, KindReport, v.Reports)
		c.refs(what, KindEntity, v.Entities)
		c.ref(what, KindStory, v.Previous)
		c.support(what, v.Support)
	case *Entity:
		c.refs(what, KindReport, v.Reports)
		for _, o := range v.Offices {
			c.evidence(what, o.Evidence, true)
			c.party(what, o.Of)
		}
		for _, m := range v.Merges {
			for _, p := range m.Mentions {
				c.evidence(what, []Evidence{{Report: p.Report, Start: p.Start, End: p.End, Exact: p.Exact}}, false)
			}
		}
	case *TimeLine:
		if t, ok := c.texts[v.Report]; !ok || !fits(t, v.Start, v.End) || (v.Phrase != nil && t[v.Start:v.End] != *v.Phrase) {
			c.fail("%s: the phrase does not stand at %d-%d of report %s", what, v.Start, v.End, v.Report)
		}
	case *Quote:
		c.evidence(what, v.Evidence, true)
		for _, ver := range v.Versions {
			c.evidence(what, ver.Evidence, true)
		}
		c.party(what, v.Speaker)
		c.party(what, v.Addressee)
		c.support(what, v.Support)
	case *Position:
		c.evidence(what, v.Evidence, true)
		c.party(what, v.Holder)
		c.party(what, v.SpeaksFor)
		c.party(what, v.Target)
		c.ref(what, KindPosition, v.Changes)
		c.support(what, v.Support)
	case *Event:
		c.evidence(what, v.Evidence, true)
		for i := range v.Participants {
			c.party(what, &v.Participants[i].Party)
		}
		c.party(what, v.Place)
		c.support(what, v.Support)
	case *Figure:
		c.evidence(what, v.Evidence, true)
		c.party(what, v.SaidBy)
		c.ref(what, KindEvent, v.Event)
		c.support(what, v.Support)
	case *Difference:
		c.ref(what, v.About.Type, &v.About.ID)
		for _, cl := range v.Versions {
			c.refs(what, KindReport, cl.Reports)
			c.refs(what, KindOrigin, cl.Origins)
			c.evidence(what, cl.Evidence, false)
		}
	case *Merged:
		if kind := c.ids[v.Into]; kind == "" || kind == KindMerged {
			c.fail("%s: leads to %s, which is %s", what, v.Into, orMissing(kind))
		}
	}
}

func (c *checker) evidence(what string, ev []Evidence, needed bool) {
	if needed && len(ev) == 0 {
		c.fail("%s: no evidence", what)
	}
	for _, e := range ev {
		t, ok := c.texts[e.Report]
		if !ok {
			c.fail("%s: evidence names report %s, which is not in the record", what, e.Report)
		} else if !fits(t, e.Start, e.End) || t[e.Start:e.End] != e.Exact {
			c.fail("%s: report %s does not say %q at %d-%d", what, e.Report, e.Exact, e.Start, e.End)
		}
	}
}

func (c *checker) party(what string, p *Party) {
	if p != nil {
		c.ref(what, KindEntity, p.Entity)
		c.party(what, p.Of)
	}
}

func (c *checker) support(what string, s Support) {
	c.refs(what, KindOrigin, s.OriginIDs)
	// One report may tell a thing in its own words and in a passage that it took
	// from another: then more origins than reports stand behind it.
	if len(s.OriginIDs) != s.Origins || s.Outlets > s.Reports || s.Reports > 0 && s.Origins == 0 {
		c.fail("%s: support does not add up: %d reports, %d outlets, %d origins (%d ids)", what, s.Reports, s.Outlets, s.Origins, len(s.OriginIDs))
	}
}

func (c *checker) refs(what, kind string, ids []ID) {
	for i := range ids {
		c.ref(what, kind, &ids[i])
	}
}

func (c *checker) ref(what, kind string, id *ID) {
	if id == nil {
		return
	}
	if got := c.ids[*id]; got != kind {
		c.fail("%s: refers to %s %s, which is %s", what, kind, *id, orMissing(got))
	}
}

func orMissing(kind string) string {
	if kind == "" {
		return "not in the record"
	}
	return "a " + kind
}

func fits(t string, start, end int) bool { return start >= 0 && start <= end && end <= len(t) }
