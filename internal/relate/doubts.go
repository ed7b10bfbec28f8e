package relate

import (
	"cmp"
	"fmt"
	"slices"

	"rapporteur/internal/news"
	"rapporteur/internal/record"
	"rapporteur/internal/relate/reconcile"
	"rapporteur/internal/relate/reuse"
	"rapporteur/internal/relate/story"
)

// doubt is a report whose stamp other reports contradict: what it bore, and the
// evidence for the day that took its place.
type doubt struct {
	given    news.Stamp
	day      news.Day
	evidence []record.Evidence
}

// dateDoubted is the code of the finding that such a report gets.
const dateDoubted = "date-doubted"

// doubts finds those reports of the matter, by reconcile.Doubts. A report that is
// another's text as a whole may well have been printed again on its day.
func (b *builder) doubts() map[record.ID]doubt {
	reprinted := make([]bool, len(b.reports))
	for _, p := range b.reuse.Pairs {
		if p.Class == reuse.Same {
			reprinted[p.A], reprinted[p.B] = true, true
		}
	}
	var suspects []reconcile.Suspect
	for k := range b.stories {
		suspects = append(suspects, reconcile.Suspects(b.reports, b.dated(b.stories[k].Reports))...)
	}
	suspects = slices.DeleteFunc(suspects, func(s reconcile.Suspect) bool { return reprinted[s.Report] })
	b.widen(suspects)
	out := map[record.ID]doubt{}
	for _, e := range reconcile.Doubts(b.reports, suspects) {
		out[b.ids[e.Report]] = doubt{given: b.reports[e.Report].Doc.Published, day: e.Day, evidence: b.witnesses(e)}
	}
	return out
}

func (b *builder) dated(reports []int32) []int32 {
	return slices.DeleteFunc(slices.Clone(reports), func(i int32) bool { return b.reports[i].Day().IsZero() })
}

const (
	likePeers  = 16  // earlier reports of a matter that a batch is held against
	likeEnough = 0.2 // cosine from which they are
)

// widen finds peers for a batch that is a story by itself: a wrong day keeps it
// from the others. They are the likest reports of the matter in words.
func (b *builder) widen(suspects []reconcile.Suspect) {
	var vectors []story.Vector
	for k := range suspects {
		s := &suspects[k]
		if len(s.Peers) > 0 || len(s.Batch) == 0 {
			continue
		}
		if vectors == nil {
			for _, a := range b.reports {
				vectors = append(vectors, story.VectorOf(a))
			}
		}
		s.Peers = b.likest(s.Report, vectors)
	}
}

// likest are the reports well before report i that are like it, in order.
func (b *builder) likest(i int32, vectors []story.Vector) (out []int32) {
	like := make([]float32, len(vectors))
	for p, a := range b.reports {
		if like[p] = story.Cosine(vectors[i], vectors[p]); like[p] >= likeEnough && reconcile.WellBefore(a, b.reports[i]) {
			out = append(out, int32(p))
		}
	}
	slices.SortFunc(out, func(x, y int32) int { return cmp.Or(cmp.Compare(like[y], like[x]), cmp.Compare(x, y)) })
	out = out[:min(len(out), likePeers)]
	slices.Sort(out)
	return out
}

// redated is the matter with doubted stamps put aside: those reports are as if
// they had been read with the other day. The analyses that were handed in stay
// as they are.
func (b *builder) redated(doubts map[record.ID]doubt) *builder {
	in := make([]*news.Analysis, len(b.reports))
	for i, a := range b.reports {
		if x, doubted := doubts[b.ids[i]]; doubted {
			a = at(a, x.day)
		}
		in[i] = a
	}
	reports, ids := inOneOrder(in, b.ids)
	return &builder{matter: b.matter, furniture: b.furniture, reports: reports, ids: ids, decided: b.decided, doubted: doubts}
}

// at is a as it reads when it was published on day.
func at(a *news.Analysis, day news.Day) *news.Analysis {
	doc, out := *a.Doc, *a
	doc.Published = news.Stamp{Value: day.String(), Basis: news.Estimated}
	out.Doc, out.Times = &doc, make([]news.Time, len(a.Times))
	for i, t := range a.Times {
		t.Value = t.At(day, a.Times)
		out.Times[i] = t
	}
	return &out
}

// finding says what is doubted.
func (d *doubt) finding() record.Finding {
	return record.Finding{Code: dateDoubted, Message: fmt.Sprintf(
		"the report is dated %s, but what it tells is of the days around %s in the other reports of its story; it is taken to be of that day", d.given.Value, d.day)}
}
