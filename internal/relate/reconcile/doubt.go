package reconcile

import (
	"cmp"
	"slices"
	"strings"

	"rapporteur/internal/news"
	"rapporteur/internal/relate/lists"
	"rapporteur/internal/text"
)

const (
	lateBy   = 7 // days from the next report of its story, beyond which a stamp is held against what the report tells
	laterDay = 3 // days after the estimate that a report which is dated by it may yet speak of as past
)

// Suspect is a report whose stamp may be wrong, beside reports that tell of the
// same.
type Suspect struct {
	Report int32
	Peers  []int32 // dated reports, none of them near its day
	Batch  []int32 // reports of its outlet that bear the same stamp, to the minute
}

// Suspects are the dated reports of a story, one of those in members, near whose
// day no other report of it lies. Those that share outlet and stamp are no
// witnesses for each other.
func Suspects(in []*news.Analysis, members []int32) (out []Suspect) {
	for _, i := range members {
		s := Suspect{Report: i}
		day, doc, alone := in[i].Day(), in[i].Doc, true
		for _, p := range members {
			late := day.Sub(in[p].Day())
			switch {
			case p == i:
			case late == 0 && text.Fold(in[p].Doc.Outlet) == text.Fold(doc.Outlet):
				if minute(doc.Published) && in[p].Doc.Published.Value == doc.Published.Value {
					s.Batch = append(s.Batch, p)
				}
			case WellBefore(in[p], in[i]):
				s.Peers = append(s.Peers, p)
			default:
				alone = alone && late < -lateBy
			}
		}
		if alone && len(s.Peers)+len(s.Batch) > 0 {
			out = append(out, s)
		}
	}
	return out
}

// WellBefore reports whether a bears a day before that of b by more than a week.
func WellBefore(a, b *news.Analysis) bool {
	return !a.Day().IsZero() && b.Day().Sub(a.Day()) > lateBy
}

// minute reports whether a stamp tells more than a day.
func minute(s news.Stamp) bool {
	_, clock, _ := strings.Cut(s.Value, "T")
	return len(clock) >= len("15:04") && !strings.HasPrefix(clock, "00:00")
}

// Doubts are the suspects whose given day what they tell contradicts, each with
// the day that takes its place: pages are stamped with the hour at which they
// were fetched, or changed for the last time. A stamp is doubted where
//
//   - days of which both tell the same fall where its peers have them, were it
//     of their day, and by its stamp fall elsewhere: two such days or, where
//     others bear the stamp or text or utterances are in common, one,
//   - hardly any fall elsewhere by either, and
//   - it names no later day that lies behind: who looks back does.
//
// What is wrong with a stamp is wrong for all of its batch. Stamps are late,
// never early.
func Doubts(in []*news.Analysis, suspects []Suspect) (out []Estimate) {
	for _, s := range suspects {
		d := dating{in: in, report: s.Report, weeks: true}
		if e, ok := d.doubt(s.Peers, len(s.Batch) > 0); ok {
			out = append(out, e)
		}
	}
	for _, e := range slices.Clone(out) {
		for _, s := range suspects {
			d := dating{in: in, report: s.Report}
			if slices.Contains(s.Batch, e.Report) && !slices.ContainsFunc(out, func(x Estimate) bool { return x.Report == s.Report }) && !d.looksBack(e.Day) {
				out = append(out, Estimate{s.Report, e.Day, e.Evidence})
			}
		}
	}
	return out
}

// doubt is the day on which the report was written, where its own is not. batch
// says that others of its outlet bear the same minute.
func (d *dating) doubt(peers []int32, batch bool) (e Estimate, ok bool) {
	all, _ := d.bids(peers)
	if len(all) == 0 {
		return e, false
	}
	mine := d.around(d.report)
	for i := range all {
		d.sameAround(&all[i], mine)
	}
	best := slices.MaxFunc(all, func(x, y bid) int {
		return cmp.Or(cmp.Compare(2*x.agree+x.strong-3*x.against, 2*y.agree+y.strong-3*y.against), cmp.Compare(y.peer, x.peer))
	})
	day := d.in[best.peer].Day()
	w := d.weigh(all, day)
	if !w.enough(batch) || d.looksBack(day) {
		return e, false
	}
	earlier := d.firstDay(day)
	if w := d.weigh(all, earlier); w.enough(batch) {
		day = earlier
	}
	return Estimate{d.report, day, w.evidence[:min(len(w.evidence), maxWitnesses)]}, true
}

// firstDay is the first day up to day on which the report may have been written:
// the one after the latest that it speaks of, read from day.
func (d *dating) firstDay(day news.Day) news.Day {
	a, latest := d.in[d.report], news.Day{}
	for i := range a.Times {
		t := &a.Times[i]
		from, to, _, ok := news.Interval(t.At(day, a.Times))
		if ok && d.open(t) && !bare(&t.Expr) && to.Sub(from) == 1 && day.Sub(from) >= 0 && (latest.IsZero() || from.Sub(latest) > 0) {
			latest = from
		}
	}
	if latest.IsZero() || day.Sub(latest) <= 1 {
		return day
	}
	return latest.Add(1)
}

// weighed is what all peers say for one day together.
type weighed struct {
	strong   int // text or utterances in common
	agree    int // open times of the report that fall where others have them, and by its stamp do not
	against  int
	evidence []Witness
}

func (w *weighed) enough(batch bool) bool {
	return w.agree > w.against && (w.agree > 1 || w.strong > 0 || batch)
}

// weigh adds up what peers say for day: each open time of the report counts once.
func (d *dating) weigh(all []bid, day news.Day) (w weighed) {
	a := d.in[d.report]
	var agreed []news.TimeID
	for _, b := range all {
		w.strong, w.against = w.strong+b.strong, w.against+b.against
		for _, f := range b.fixed {
			t := &a.Times[f.time-1]
			if bare(&t.Expr) {
				continue
			}
			if onDay(f.day, t.At(day, a.Times)) && !onDay(f.day, t.Value) && !slices.Contains(agreed, f.time) {
				agreed = append(agreed, f.time)
			}
		}
		w.evidence = append(w.evidence, b.witness...)
	}
	w.agree = len(agreed)
	return w
}

// bare reports whether a time is a clock alone, which tells of no day.
func bare(e *news.Expr) bool { return e.Pick == "" && e.Unit == "" }

// onDay reports whether day lies in the time of a TIMEX3 value.
func onDay(day news.Day, value string) bool {
	from, to, _, ok := news.Interval(value)
	return ok && day.Sub(from) >= 0 && day.Sub(to) < 0
}

const (
	aroundReach = 70 // bytes before and behind a time that say what was then
	aroundLike  = 2  // content words in common around two times of one thing
)

// around are the times of a report, each with the content words around it.
func (d *dating) around(report int32) (out []told) {
	a := d.in[report]
	for i := range a.Times {
		t := &a.Times[i]
		s := a.Sentence(t.Sentence)
		if s == nil || len(out) == mostPhrases || !s.Span.Contains(t.Span) {
			continue
		}
		before := text.Span{Start: max(s.Span.Start, t.Span.Start-aroundReach), End: t.Span.Start}
		behind := text.Span{Start: t.Span.End, End: min(s.Span.End, t.Span.End+aroundReach)}
		words := append(cut(before.Of(a.Doc.Text)).content, cut(behind.Of(a.Doc.Text)).content...)
		slices.Sort(words)
		out = append(out, told{t.Span, slices.Compact(words), []news.TimeID{news.TimeID(i + 1)}})
	}
	return out
}

// sameAround compares days around which both tell the same, in other sentences
// perhaps.
func (d *dating) sameAround(b *bid, mine []told) {
	theirs := d.around(b.peer)
	for i := range mine {
		if slices.ContainsFunc(b.fixed, func(f fix) bool { return f.time == mine[i].times[0] }) {
			continue
		}
		for j := range theirs {
			if n := len(b.fixed); lists.Common(mine[i].content, theirs[j].content) >= aroundLike {
				one := bid{peer: b.peer}
				if d.sameDays(&one, &mine[i], &theirs[j]); one.agree > 0 {
					b.agree, b.fixed, b.witness = b.agree+1, append(b.fixed, one.fixed...), append(b.witness, one.witness...)
				}
				if len(b.fixed) > n {
					break
				}
			}
		}
	}
}

// looksBack reports whether the report names a day, in words that need no day
// to be read from, that lies between the day on which it would have been
// written and that of its stamp.
func (d *dating) looksBack(written news.Day) bool {
	a := d.in[d.report]
	return slices.ContainsFunc(a.Times, func(t news.Time) bool {
		v := t.At(written, a.Times)
		from, to, _, ok := news.Interval(v)
		return ok && v == t.Value && to.Sub(from) == 1 && from.Sub(written) > laterDay && a.Day().Sub(from) >= 0
	})
}
