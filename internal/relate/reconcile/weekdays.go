package reconcile

import (
	"cmp"
	"slices"

	"rapporteur/internal/news"
)

// fix is a day that one dated report gives to a time that the undated one
// leaves open: both tell the same of it.
type fix struct {
	time news.TimeID
	day  news.Day
	peer int32
}

const (
	enoughPeers = 2 // dated reports that must put a weekday on one day
	withinDays  = 6 // for which a bare weekday is told of what has been
)

// byWeekdays dates the report by a weekday that two dated reports of its story
// put on one day, none against them: "on Sunday night" is the 1st. The day is
// one on which another report of the story appeared, the first by which most
// of the weekdays that the report names have come.
//
//	"on Sunday night", the 1st; "on Monday" -> of the 2nd and the 3rd, the 2nd
func (d *dating) byWeekdays(bids []bid) (e Estimate, ok bool) {
	bids = slices.DeleteFunc(bids, func(b bid) bool { return b.agree == 0 })
	if slices.ContainsFunc(bids, func(b bid) bool { return b.against > 0 }) {
		return e, false
	}
	anchor, ok := agreed(bids)
	if !ok {
		return e, false
	}
	best, most := news.Day{}, 0
	for _, b := range bids {
		day := d.in[b.peer].Day()
		if n := d.come(anchor, day); n > most || n == most && n > 0 && day.Sub(best) < 0 {
			best, most = day, n
		}
	}
	if most == 0 {
		return e, false
	}
	e = Estimate{Report: d.report, Day: best}
	for _, b := range bids {
		e.Evidence = append(e.Evidence, b.witness...)
	}
	e.Evidence = e.Evidence[:min(len(e.Evidence), maxWitnesses)]
	return e, true
}

// agreed is the time of the report that most bids put on one day, at least
// enoughPeers of them, where no bid puts it on another.
func agreed(bids []bid) (best fix, ok bool) {
	var all []fix
	for _, b := range bids {
		all = append(all, b.fixed...)
	}
	slices.SortFunc(all, func(x, y fix) int {
		return cmp.Or(cmp.Compare(x.time, y.time), cmp.Compare(x.peer, y.peer))
	})
	most := enoughPeers - 1
	for i := 0; i < len(all); {
		j, peers, one := i, 0, true
		for ; j < len(all) && all[j].time == all[i].time; j++ {
			if j == i || all[j].peer != all[j-1].peer {
				peers++
			}
			one = one && all[j].day == all[i].day
		}
		if one && peers > most {
			best, most, ok = all[i], peers, true
		}
		i = j
	}
	return best, ok
}

// come counts the open days of the report that fall from the anchor up to day,
// were it published on day; none where the anchor then falls elsewhere.
func (d *dating) come(anchor fix, day news.Day) (n int) {
	if gap := day.Sub(anchor.day); gap < 0 || gap > withinDays {
		return 0
	}
	a := d.in[d.report]
	for i := range a.Times {
		t := &a.Times[i]
		if !d.open(t) {
			continue
		}
		from, to, _, ok := news.Interval(t.At(day, a.Times))
		if news.TimeID(i+1) == anchor.time && (!ok || from != anchor.day) {
			return 0
		}
		if ok && to.Sub(from) == 1 && from.Sub(anchor.day) >= 0 && day.Sub(from) >= 0 {
			n++
		}
	}
	return n
}
