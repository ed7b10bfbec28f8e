package reconcile

import (
	"cmp"
	"slices"

	"rapporteur/internal/news"
	"rapporteur/internal/relate/lists"
	"rapporteur/internal/text"
)

// Link is a passage that a report without a date shares with a dated one
// because one text was made from the other.
type Link struct {
	Report, Dated     int32
	InReport, InDated text.Span
}

// Witness is one passage that speaks for an estimated day.
type Witness struct {
	Report int32
	Span   text.Span
}

// Estimate is the day of a report that bears none, and what speaks for it.
type Estimate struct {
	Report   int32
	Day      news.Day
	Evidence []Witness
}

const (
	datedPeers   = 16 // dated reports of the story that an undated one is held against
	quoteCommon  = 5  // content words of a quote that both must have
	sentenceLike = 4  // content words of two sentences that tell the same
	maxWitnesses = 6
)

// Dates estimates the days of undated reports: those of dated reports of the
// same story with which a report shares its text or an utterance, provided
// that what both tell with a day in it falls on one day: "Tuesday" here must
// be the 18th when they say the 18th. A report that only tells of like things
// is dated where two others put one of its weekdays on one day (byWeekdays),
// and else stays without a date.
func Dates(in []*news.Analysis, story []int32, links []Link) (out []Estimate) {
	peers := map[int32][]int32{}
	for i, a := range in {
		if !a.Day().IsZero() {
			peers[story[i]] = append(peers[story[i]], int32(i))
		}
	}
	byReport := map[int32][]Link{}
	for _, l := range links {
		byReport[l.Report] = append(byReport[l.Report], l)
	}
	for i, a := range in {
		if a.Day().IsZero() {
			d := dating{in: in, report: int32(i), links: byReport[int32(i)]}
			if e, ok := d.estimate(peers[story[i]]); ok {
				out = append(out, e)
			}
		}
	}
	return out
}

// dating is the search for the day of one report.
type dating struct {
	in     []*news.Analysis
	report int32
	links  []Link
	weeks  bool // what is told of a week ("this week") counts as its days do
}

// bid is what one dated report says for its day being that of the undated one.
type bid struct {
	peer    int32
	strong  int // text or utterances in common
	agree   int // days that both tell of the same thing
	against int // days that differ
	fixed   []fix
	witness []Witness
}

func (d *dating) estimate(peers []int32) (e Estimate, ok bool) {
	for _, l := range d.links {
		if !slices.Contains(peers, l.Dated) {
			peers = append(slices.Clone(peers), l.Dated)
		}
	}
	all, bids := d.bids(peers)
	// Days that tell against one peer's day may tell for another's.
	bids = slices.DeleteFunc(bids, func(b bid) bool {
		return b.against > 0 && b.agree <= 2*b.against || b.agree == 0 && b.strong < 2
	})
	if len(bids) == 0 {
		return d.byWeekdays(all)
	}
	best := slices.MinFunc(bids, func(x, y bid) int {
		return cmp.Or(cmp.Compare(2*y.agree+y.strong-3*y.against, 2*x.agree+x.strong-3*x.against), cmp.Compare(x.peer, y.peer))
	})
	return Estimate{d.report, d.in[best.peer].Day(), best.witness[:min(len(best.witness), maxWitnesses)]}, true
}

// bids are what the latest of peers say for their days, and of them those with
// text or utterances in common.
func (d *dating) bids(peers []int32) (all, strong []bid) {
	mine, said := d.phrases(d.report), d.spoken(d.report)
	for _, p := range peers[max(0, len(peers)-datedPeers):] {
		b := d.bid(p, mine, said)
		if all = append(all, b); b.strong > 0 {
			strong = append(strong, b)
		}
	}
	return all, strong
}

// open reports whether time i of the report means nothing without its day.
func (d *dating) open(t *news.Time) bool {
	return t.Value == "" || t.At(news.Day{}, d.in[d.report].Times) == ""
}

// told is a sentence of a report with its content and times.
type told struct {
	span    text.Span
	content []uint32
	times   []news.TimeID
}

// mostPhrases bounds the sentences and quotes of a report that are compared.
const mostPhrases = 80

// phrases are the sentences of a report in which a time stands.
func (d *dating) phrases(report int32) (out []told) {
	a := d.in[report]
	for i := range a.Times {
		s := a.Sentence(a.Times[i].Sentence)
		if s == nil {
			continue
		}
		if n := len(out); n > 0 && out[n-1].span == s.Span {
			out[n-1].times = append(out[n-1].times, news.TimeID(i+1))
		} else if n < mostPhrases {
			out = append(out, told{s.Span, cut(s.Span.Of(a.Doc.Text)).content, []news.TimeID{news.TimeID(i + 1)}})
		}
	}
	return out
}

// spoken are the direct and mixed quotes of a report.
func (d *dating) spoken(report int32) (out []told) {
	a := d.in[report]
	for i := range a.Quotes {
		if q := &a.Quotes[i]; q.Form != news.Indirect && len(out) < mostPhrases {
			out = append(out, told{span: q.Span(), content: cut(q.Span().Of(a.Doc.Text)).content})
		}
	}
	return out
}

// bid holds the report against one dated peer.
func (d *dating) bid(peer int32, mine, said []told) (b bid) {
	b.peer = peer
	for _, l := range d.links {
		if l.Dated == peer {
			b.strong += 3
			b.witness = append(b.witness, Witness{d.report, l.InReport}, Witness{peer, l.InDated})
		}
	}
	heard := d.spoken(peer)
	for _, x := range said {
		for _, y := range heard {
			if n := lists.Common(x.content, y.content); n >= quoteCommon && 2*n >= min(len(x.content), len(y.content)) {
				b.strong++
				b.witness = append(b.witness, Witness{d.report, x.span}, Witness{peer, y.span})
			}
		}
	}
	theirs := d.phrases(peer)
	for i := range mine {
		for j := range theirs {
			x, y := mine[i].content, theirs[j].content
			if n := lists.Common(x, y); n >= sentenceLike && 2*n >= min(len(x), len(y)) {
				d.sameDays(&b, &mine[i], &theirs[j])
			}
		}
	}
	return b
}

// sameDays compares the days in two sentences that tell the same: those that
// the undated report leaves open must fall where the dated one has them.
func (d *dating) sameDays(b *bid, mine, theirs *told) {
	x, y := d.in[d.report], d.in[b.peer]
	for _, i := range mine.times {
		t := &x.Times[i-1]
		if !d.open(t) {
			continue
		}
		from, to, _, ok := news.Interval(t.At(y.Day(), x.Times))
		if n := to.Sub(from); !ok || n != 1 && !(d.weeks && n <= 7) {
			continue
		}
		same, other := false, false
		for _, j := range theirs.times {
			f, u, _, ok := news.Interval(y.Times[j-1].Value)
			if !ok || u.Sub(f) != 1 || y.Times[j-1].Expr.Of != 0 { // one that leans on another may lean on the wrong one
				continue
			}
			here := f.Sub(from) >= 0 && f.Sub(to) < 0
			same, other = same || here, other || !here
			if here {
				b.fixed = append(b.fixed, fix{i, f, b.peer})
				b.witness = append(b.witness, Witness{d.report, t.Span}, Witness{b.peer, y.Times[j-1].Span})
			}
		}
		if same {
			b.agree++
		} else if other {
			b.against++
		}
	}
}
