package event

import "rapporteur/internal/news"

// settle brings status and time into line: what lies ahead of the report is
// planned, what lies behind it is held; long ago is background.
func (f *finder) settle(c *candidate) {
	from, to, ok := f.interval(c.Time)
	day := f.a.Day()
	if (c.Status == "" || c.Status == news.UnderWay) && f.bygone(c.Time) {
		c.Status = news.Held
	}
	if ok && !day.IsZero() {
		switch {
		case from.Sub(day) > 0 && (c.Status == "" || c.Status == news.UnderWay):
			c.Status = news.Planned
			c.byDay = from.Sub(day) == 1
		case to.Sub(day) <= 0 && c.Status == news.Planned && f.wasPlanned(c.token):
			c.Status = "" // "was to meet them on Friday": nobody says that he did
			c.Confidence = f.confidence(c)
			return
		case to.Sub(day) <= 0 && c.Status == news.UnderWay && f.sinceThen(c.Time):
			c.Confidence = f.confidence(c)
			return // "has been in a state of emergency since March"
		case to.Sub(day) <= 0 && (c.Status == news.Planned || c.Status == ""), to.Sub(day) < 0 && c.Status == news.UnderWay:
			c.Status = news.Held
		}
		c.Background = day.Sub(to) > historyDays
	}
	if c.Status == "" && !c.trigger.noun {
		c.Status = news.Held
	}
	c.Confidence = f.confidence(c)
}

// ahead reports whether time expression id begins after the day of the report.
func (f *finder) ahead(id news.TimeID) bool {
	from, _, ok := f.interval(id)
	return ok && !f.a.Day().IsZero() && from.Sub(f.a.Day()) > 0
}

// wasPlanned reports whether the plan for the verb at t is told as past: "was
// due to meet", "had planned to meet".
func (f *finder) wasPlanned(t news.TokenID) bool {
	if l := f.Word(t - 2); t > 2 && f.Word(t-1) == "to" && (l == "was" || l == "were") {
		return true
	}
	h := f.Head(t)
	if f.infinitive(t) && f.UPOS(t) == news.VERB {
		for k := t - 1; k > 0 && k > t-5; k-- {
			if f.Lemma(k) == "be" {
				return f.Tag(k).XPOS == news.VBD // "was to meet them"
			}
		}
	}
	if f.Rel(t) != news.Xcomp || h == 0 {
		return false
	}
	return f.Tag(f.Child(h, news.Cop, news.AuxPass, news.Aux)).XPOS == news.VBD
}

// historyDays is how far back an event is history told to explain, not news
// (methods: 90 days).
const historyDays = 90
