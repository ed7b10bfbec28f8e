package reconcile

import (
	"cmp"
	"slices"
	"strconv"

	"rapporteur/internal/record"
	"rapporteur/internal/text"
)

// claims holds the sentences of the reports of each affair against each other
// and writes down where one tells what another denies, where the same thing is
// given another time or place, and where it is in another state. What the
// events, figures and quotes show already is not told twice.
func (c *reconciler) claims() {
	followed := c.followed()
	for _, reports := range c.affairs() {
		s := sheet{c: c, at: map[uint32][]int32{}, followed: followed}
		for _, r := range reports {
			for _, cl := range c.claimsOf(r) {
				if cl.tells() {
					s.add(cl)
				}
			}
		}
		s.denials()
		s.slots()
		s.states()
		s.agents()
		s.elsewheres()
	}
}

// tells reports whether a sentence says more than names and times, as a line of
// place and date does.
func (cl *claim) tells() bool {
	return len(cl.items) > 1 && slices.ContainsFunc(cl.items[1:], func(it item) bool { return it.kind == aWord && !it.proper })
}

// affairs are the reports of each affair that has several, in order.
func (c *reconciler) affairs() (out [][]int32) {
	by := map[int32][]int32{}
	var order []int32
	for r := range c.Reports {
		k := c.Affair[r]
		if by[k] == nil {
			order = append(order, k)
		}
		by[k] = append(by[k], int32(r))
	}
	for _, k := range order {
		if len(by[k]) > 1 {
			out = append(out, by[k])
		}
	}
	return out
}

// sheet is the sentences of one affair, found by what they say.
type sheet struct {
	c        *reconciler
	claims   []claim
	at       map[uint32][]int32 // claims by the items they hold, in order
	keys     [][]uint32         // of each claim, as far as asked for
	occasion [][]string         // words that tell the occasion of each claim, as far as asked for
	// things, by the stem of their noun, of whose figure a difference is written down
	followed map[uint32]bool
}

func (s *sheet) add(cl claim) {
	n := int32(len(s.claims))
	s.claims = append(s.claims, cl)
	for i := range cl.items {
		k := cl.items[i].comparable()
		if k == 0 {
			continue
		}
		if list := s.at[k]; len(list) == 0 || list[len(list)-1] != n {
			s.at[k] = append(list, n)
		}
	}
}

// claimDepth bounds the claims before and behind one that are compared with it.
const claimDepth = 48

// near yields the claims of other reports that hold k, those next to n in order.
func (s *sheet) near(n int32, k uint32, yield func(m int32)) {
	list := s.at[k]
	i, _ := slices.BinarySearch(list, n)
	for _, m := range list[max(0, i-claimDepth):min(len(list), i+claimDepth)] {
		if s.claims[m].report != s.claims[n].report {
			yield(m)
		}
	}
}

// close reports whether the reports of two claims are at most so many days
// apart, as far as is known.
func (s *sheet) close(n, m int32, most int) bool {
	return daysBetween(s.c.Days[s.claims[n].report], s.c.Days[s.claims[m].report]) <= most
}

// denials finds what one report denies and another tells.
func (s *sheet) denials() {
	links := newVersus()
	for n := range s.claims {
		x := &s.claims[n]
		for _, d := range x.denials {
			x.scope(&d)
			keys := d.behind
			if d.verb && len(keys) > 1 {
				keys = keys[:1]
			}
			for i := range keys {
				if keys[i].kind != aWord {
					continue
				}
				s.near(int32(n), keys[i].comparable(), func(m int32) {
					if s.close(int32(n), m, deniedDays) && s.c.denies(x, d, &s.claims[m]) {
						links.add(m, int32(n))
					}
				})
			}
		}
	}
	s.writeAll(links, existence, "conflict", 0.6, "claim-and-denial")
}

// existence is the field of what one report tells and another denies.
const existence = "existence"

// writeAll writes the differences of one kind, but for those that other rules
// have told.
func (s *sheet) writeAll(v *versus, field, kind string, confidence float32, rule string) {
	for _, g := range v.groups() {
		if !s.told(g, field) {
			s.write(g, field, kind, confidence, rule)
		}
	}
}

// told reports whether a difference in that field, "" for any, is written down
// already for a sentence of either side.
func (s *sheet) told(g [2][]int32, field string) bool {
	in := func(d *record.Difference, n int32) bool {
		id, at := s.c.IDs[s.claims[n].report], s.sentence(n)
		return slices.ContainsFunc(d.Versions, func(v record.Claim) bool {
			return slices.ContainsFunc(v.Evidence, func(e record.Evidence) bool {
				return e.Report == id && e.Start >= int(at.Start) && e.End <= int(at.End)
			})
		})
	}
	for i := range s.c.rec.Differences {
		d := &s.c.rec.Differences[i]
		if (field == "" || d.Field == field) && slices.ContainsFunc(g[0], func(n int32) bool { return in(d, n) }) && slices.ContainsFunc(g[1], func(n int32) bool { return in(d, n) }) {
			return true
		}
	}
	return false
}

// write makes a difference of two groups of claims.
func (s *sheet) write(g [2][]int32, field, kind string, confidence float32, rule string) {
	about := s.about(g, field)
	d := s.c.difference(about.Type, about.ID, field, kind)
	first, second := s.claims[g[0][0]], s.claims[g[1][0]]
	d.ID = record.NewID("d", rule, field, string(s.c.IDs[first.report]), strconv.Itoa(int(first.sentence)), string(s.c.IDs[second.report]), strconv.Itoa(int(second.sentence)))
	for _, side := range g {
		var places []place
		for _, n := range side {
			places = append(places, place{report: s.claims[n].report, span: s.sentence(n)})
		}
		d.claim(s.c, s.words(side[0]), places)
	}
	s.c.keep(d, confidence, rule)
}

// words is the sentence of a claim.
func (s *sheet) words(n int32) string {
	return s.sentence(n).Of(s.c.Reports[s.claims[n].report].Doc.Text)
}

// about is the line that a difference of claims is about: an event that one of
// their sentences tells, else a quote in one, else the report of the first.
func (s *sheet) about(g [2][]int32, field string) record.Ref {
	if field == existence {
		if ref := s.quote(&s.claims[g[0][0]]); ref.ID != "" && s.event(&s.claims[g[0][0]]).ID == "" {
			return ref // what is denied, not the denial
		}
	}
	for _, find := range [...]func(*claim) record.Ref{s.event, s.quote} {
		for _, side := range g {
			for _, n := range side {
				if ref := find(&s.claims[n]); ref.ID != "" {
					return ref
				}
			}
		}
	}
	return record.Ref{Type: record.KindReport, ID: s.c.IDs[s.claims[g[0][0]].report]}
}

// event is the line of the first event that the sentence of a claim tells.
func (s *sheet) event(cl *claim) (ref record.Ref) {
	a := s.c.Reports[cl.report]
	for i := range a.Events {
		if id := s.c.eventOf[cl.report][i]; a.Events[i].Sentence == cl.sentence && !a.Events[i].Leaning() && id != nil {
			return record.Ref{Type: record.KindEvent, ID: *id}
		}
	}
	return ref
}

// quote is the line of the first quote in the sentence of a claim.
func (s *sheet) quote(cl *claim) (ref record.Ref) {
	a := s.c.Reports[cl.report]
	for i := range a.Quotes {
		if id := s.c.quoteOf[cl.report][i]; a.Quotes[i].Sentence == cl.sentence && id != "" {
			return record.Ref{Type: record.KindQuote, ID: id}
		}
	}
	return ref
}

// versus gathers pairs of claims that stand against each other.
type versus struct{ pairs [][2]int32 }

func newVersus() *versus { return &versus{} }

func (v *versus) add(a, b int32) { v.pairs = append(v.pairs, [2]int32{a, b}) }

// groups are the pairs that hang together, the claims of each side in order.
func (v *versus) groups() (out [][2][]int32) {
	slices.SortFunc(v.pairs, func(x, y [2]int32) int { return cmp.Or(cmp.Compare(x[0], y[0]), cmp.Compare(x[1], y[1])) })
	v.pairs = slices.Compact(v.pairs)
	of := map[[2]int32]int{} // side and claim -> group
	for _, p := range v.pairs {
		g, ok := of[[2]int32{0, p[0]}]
		if h, also := of[[2]int32{1, p[1]}]; !ok && also {
			g, ok = h, true
		}
		if !ok {
			g = len(out)
			out = append(out, [2][]int32{})
		}
		for side, n := range p {
			if !slices.Contains(out[g][side], n) && len(out[g][side]) < mostVersus {
				out[g][side] = append(out[g][side], n)
			}
			of[[2]int32{int32(side), n}] = g
		}
	}
	return out
}

// mostVersus bounds the claims on one side of a difference.
const mostVersus = 24

// sentence is the span of a claim.
func (s *sheet) sentence(n int32) text.Span {
	cl := &s.claims[n]
	return s.c.Reports[cl.report].Sentences[cl.sentence-1].Span
}
