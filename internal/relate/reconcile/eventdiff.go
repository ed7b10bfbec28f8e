package reconcile

import (
	"slices"
	"strings"

	"rapporteur/internal/news"
	"rapporteur/internal/record"
	"rapporteur/internal/relate/lists"
)

// differInEvent writes down where the reports of one event do not say the same.
func (c *reconciler) differInEvent(hs []happening, g []int32, e *record.Event) {
	c.differInTime(hs, g, e)
	c.differInPlace(hs, g, e)
	c.differInStatus(hs, g, e)
	c.differInParties(hs, g, e)
}

// versions gathers members by what they say; members that say nothing ("") stand out.
type versions struct {
	order  []string
	groups map[string][]int32
}

func gather(g []int32, say func(i int32) string) (v versions) {
	v.groups = map[string][]int32{}
	for _, i := range g {
		s := say(i)
		if s == "" {
			continue
		}
		if v.groups[s] == nil {
			v.order = append(v.order, s)
		}
		v.groups[s] = append(v.groups[s], i)
	}
	return v
}

// write makes the difference out of the versions.
func (c *reconciler) write(v versions, hs []happening, e *record.Event, field, kind string, confidence float32) {
	d := c.difference(record.KindEvent, e.ID, field, kind)
	for _, s := range v.order {
		var places []place
		for _, i := range v.groups[s] {
			places = append(places, c.eventPlaces(hs[i].member)...)
		}
		d.claim(c, s, places)
	}
	c.keep(d, confidence, "other-"+field)
}

// differInTime: times that exclude each other are a conflict, or an update
// where the event was still ahead in the one and a later report moves it;
// a week against a day within it is no difference.
func (c *reconciler) differInTime(hs []happening, g []int32, e *record.Event) {
	hs, g = c.withLoneTimes(hs, g)
	apart, moved := false, true
	for k, i := range g {
		for _, j := range g[:k] {
			a, b := &hs[i], &hs[j]
			if !c.timesExclude(a, b) || c.anyAgrees(hs, g, a, b.report) || c.anyAgrees(hs, g, b, a.report) {
				continue
			}
			apart = true
			moved = moved && a.phase == ahead && b.phase == ahead && daysBetween(a.day, b.day) > 0
		}
	}
	if !apart {
		return
	}
	kind := "conflict"
	if moved {
		kind = "update"
	}
	v := gather(g, func(i int32) string {
		if !hs[i].time.known || !hs[i].time.exact && slices.ContainsFunc(g, func(j int32) bool {
			return hs[j].report == hs[i].report && hs[j].time.exact && overlaps(hs[i].time, hs[j].time)
		}) {
			return "" // its report says more exactly when
		}
		return c.Values[hs[i].report][hs[i].when-1]
	})
	c.write(v, hs, e, "time", kind, 0.7)
}

// withLoneTimes are copies of the members of g: those of a report that nowhere
// tells when have the one time that their sentence names, if any.
func (c *reconciler) withLoneTimes(hs []happening, g []int32) (out []happening, all []int32) {
	if !slices.ContainsFunc(g, func(i int32) bool { return hs[i].when == 0 }) || !slices.ContainsFunc(g, func(i int32) bool { return hs[i].when > 0 }) {
		return hs, g
	}
	for k, i := range g {
		h := hs[i]
		timed := func(j int32) bool { return hs[j].report == h.report && hs[j].when > 0 }
		if h.when == 0 && !h.background && !slices.ContainsFunc(g, timed) {
			h.when = c.loneTime(&h)
			h.time = c.spanOf(h.report, h.when)
		}
		out, all = append(out, h), append(all, int32(k))
	}
	return out, all
}

// loneTime is the one time that the sentence of a past event names, of the days
// around its report and not that at which something was said; 0 for none.
func (c *reconciler) loneTime(h *happening) (found news.TimeID) {
	a := c.Reports[h.report]
	at, _ := slices.BinarySearchFunc(a.Times, h.sentence, func(t news.Time, id news.SentenceID) int { return int(t.Sentence - id) })
	for ; at < len(a.Times) && a.Times[at].Sentence == h.sentence; at++ {
		if found > 0 {
			return 0
		}
		found = news.TimeID(at + 1)
	}
	s := c.spanOf(h.report, found)
	if !s.known || h.phase != behind || h.day.IsZero() || h.day.Sub(s.from) < 0 || h.day.Sub(s.to) > vagueDays || c.saidAt(h.report, found) {
		return 0
	}
	return found
}

// timesExclude reports whether two reports give an event times that cannot both
// be its own.
func (c *reconciler) timesExclude(a, b *happening) bool {
	return a.report != b.report && a.time.known && b.time.known && !overlaps(a.time, b.time) && (a.time.gap(b.time) > 0 || !c.byClock(a) && !c.byClock(b))
}

// anyAgrees reports whether a report tells of the event elsewhere with a time
// that goes with that of a.
func (c *reconciler) anyAgrees(hs []happening, g []int32, a *happening, report int32) bool {
	return slices.ContainsFunc(g, func(i int32) bool {
		return hs[i].report == report && hs[i].time.known && overlaps(hs[i].time, a.time)
	})
}

// byClock reports whether the time of h is told from the hour of writing
// ("last night", "today") or from a day told sentences before ("later in the
// day"): either may be a day off.
func (c *reconciler) byClock(h *happening) bool {
	t := c.Reports[h.report].Time(h.when)
	return t != nil && t.Expr.Relative() && t.Expr.Pick == "" && (t.Expr.Of == 0 || c.leans(h))
}

// leans reports whether the time of h is counted from a day that sentences
// before tell.
func (c *reconciler) leans(h *happening) bool {
	a := c.Reports[h.report]
	t := a.Time(h.when)
	if t == nil {
		return false
	}
	on := a.Time(t.Expr.Of)
	return on != nil && on.Sentence != t.Sentence
}

func overlaps(a, b span) bool { return a.from.Sub(b.to) < 0 && b.from.Sub(a.to) < 0 }

// differInPlace: two places, neither of which is known to lie in the other, and
// of which one report at least does not know the other's: what is fired in one
// place falls in another, a journey has several, and the town may be the host's.
func (c *reconciler) differInPlace(hs []happening, g []int32, e *record.Event) {
	named := func(report, e int32) bool {
		return slices.ContainsFunc(g, func(i int32) bool {
			return hs[i].report == report && (hs[i].place == e || lists.Common([]int32{e}, hs[i].names) > 0)
		})
	}
	apart, moved := false, len(sinceMoved(hs, g)) < len(g)
	for k, i := range g {
		for _, j := range g[:k] {
			a, b := &hs[i], &hs[j]
			apart = apart || a.place > 0 && b.place > 0 && a.place != b.place && !c.kin.related(a.place, b.place) && !c.hostOf(hs, g, a.place, b.place) && !c.hostOf(hs, g, b.place, a.place) && (moved || !named(a.report, b.place) && !named(b.report, a.place))
		}
	}
	if !apart {
		return
	}
	v := gather(g, func(i int32) string {
		if hs[i].place == 0 {
			return ""
		}
		return c.placeName(hs[i].member)
	})
	kind := "scope"
	if moved {
		kind = "update"
	}
	c.write(v, hs, e, "place", kind, 0.6)
}

// hostOf reports whether one of two places takes part in an event, as a state does,
// and the other may be a town of it: one that takes no part and of which nobody
// says where it lies.
func (c *reconciler) hostOf(hs []happening, g []int32, host, town int32) bool {
	part := func(e int32) bool {
		return slices.ContainsFunc(g, func(i int32) bool { return hs[i].place != e && slices.Contains(hs[i].parts, e) })
	}
	return c.EntityKind[town-1] != news.State && len(c.kin[town-1]) == 0 && part(host) && !part(town)
}

func (c *reconciler) placeName(m member) string {
	return c.party(m.report, c.Reports[m.report].Events[m.index].Place).Text
}

// differInStatus: denied or cancelled against held is a conflict; all other
// changes from ahead to behind are the course of things.
func (c *reconciler) differInStatus(hs []happening, g []int32, e *record.Event) {
	status := func(i int32) news.Status { return c.Reports[hs[i].report].Events[hs[i].index].Status }
	off, on := false, false
	var planned, after news.Day // the first report of a plan, the last of what came of it
	for _, i := range g {
		switch status(i) {
		case news.Denied, news.Cancelled:
			off = true
		case news.Held, news.UnderWay:
			on = true
		}
		switch day := hs[i].day; phaseOf(status(i)) {
		case noPhase:
		case ahead:
			if t := hs[i].time; t.known && !day.IsZero() && day.Sub(t.to) >= 0 {
				continue // "possible" of what lies behind is no plan
			}
			if planned.IsZero() || day.Sub(planned) < 0 {
				planned = day
			}
		default:
			if after.IsZero() || day.Sub(after) > 0 {
				after = day
			}
		}
	}
	kind := "update"
	switch {
	case off && on:
		kind = "conflict"
	case !off && (planned.IsZero() || after.IsZero() || after.Sub(planned) <= 0):
		return // no later report tells what came of a plan
	}
	v := gather(g, func(i int32) string { return string(status(i)) })
	c.write(v, hs, e, "status", kind, 0.6)
}

// differInParties: named parties that some reports have and others, which name
// parties too, do not. A list with one name more is no conflict.
func (c *reconciler) differInParties(hs []happening, g []int32, e *record.Event) {
	by := map[int32][]int32{} // parties of each report
	var reports []int32
	for _, i := range g {
		r := hs[i].report
		if !slices.Contains(reports, r) {
			reports = append(reports, r)
		}
		for _, p := range hs[i].parts {
			if !c.isVisited(hs, g, p) { // a town that is visited takes no part
				by[r] = append(by[r], p)
			}
		}
		by[r] = sorted(by[r])
	}
	c.addNamed(hs, g, by)
	if !c.nested(by, reports) || !c.oneMore(hs, g, by, reports) {
		return
	}
	d := c.difference(record.KindEvent, e.ID, "participants", "only")
	for _, r := range reports {
		if len(by[r]) == 0 {
			continue
		}
		var names []string
		for _, p := range by[r] {
			names = append(names, c.EntityName[p-1])
		}
		var places []place
		for _, i := range g {
			if hs[i].report == r {
				places = append(places, c.eventPlaces(hs[i].member)...)
			}
		}
		d.add(c, strings.Join(names, ", "), places)
	}
	c.keep(d, 0.45, "other-participants")
}

// addNamed adds to the parties of each report those of the others that its
// sentences name: they are not missing there, only read otherwise.
func (c *reconciler) addNamed(hs []happening, g []int32, by map[int32][]int32) {
	var all []int32
	for _, i := range g {
		all = append(all, by[hs[i].report]...)
	}
	all = sorted(all)
	for _, i := range g {
		if h := &hs[i]; len(by[h.report]) > 0 {
			for _, p := range all {
				if slices.Contains(h.names, p) {
					by[h.report] = append(by[h.report], p)
				}
			}
			by[h.report] = sorted(by[h.report])
		}
	}
}

// nested reports whether of every two lists of parties one is part of the
// other: what is not was put together wrongly, here or in the reading.
func (c *reconciler) nested(by map[int32][]int32, reports []int32) bool {
	for k, r := range reports {
		for _, o := range reports[:k] {
			if n := lists.Common(by[r], by[o]); n < min(len(by[r]), len(by[o])) {
				return false
			}
		}
	}
	return true
}

// isVisited reports whether a party is a town, or where some report places the
// event.
func (c *reconciler) isVisited(hs []happening, g []int32, p int32) bool {
	return c.town(p) && !strings.Contains(c.EntityName[p-1], " ") || slices.ContainsFunc(g, func(i int32) bool { return hs[i].place == p })
}

// oneMore reports whether a report names a party more than another: a person,
// or a body to which no party of that other belongs. The state of a minister is
// no other party; which minister came for his state is told by one report only.
// Where one acts on another, only a list with one name more is such: a report
// that names nobody on a side leaves it out, and who acts for his state is no
// other party.
func (c *reconciler) oneMore(hs []happening, g []int32, by map[int32][]int32, reports []int32) bool {
	all := mutual[hs[g[0]].class]
	for _, r := range reports {
		for _, o := range reports {
			if len(by[o]) == 0 {
				continue
			}
			for _, p := range by[r] {
				if !all && !oneList(hs, g, p, o) {
					continue
				}
				if !slices.ContainsFunc(by[o], func(q int32) bool {
					return p == q || (!all || c.EntityKind[p-1] != news.Person) && c.kin.related(p, q)
				}) {
					return true
				}
			}
		}
	}
	return false
}

// oneList reports whether a party stands beside one that a report has on the same
// side of an event: among those that act, or those to whom it is done.
func oneList(hs []happening, g []int32, party, report int32) bool {
	has := func(side func(*happening) []int32) bool {
		var with, theirs []int32
		for _, i := range g {
			if s := side(&hs[i]); slices.Contains(s, party) {
				with = append(with, s...)
			}
			if hs[i].report == report {
				theirs = append(theirs, side(&hs[i])...)
			}
		}
		return lists.Common(sorted(with), sorted(theirs)) > 0
	}
	return has(func(h *happening) []int32 { return h.actors }) || has(func(h *happening) []int32 { return h.targets })
}
