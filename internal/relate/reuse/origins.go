package reuse

import (
	"cmp"
	"slices"
	"strings"

	"rapporteur/internal/news"
	"rapporteur/internal/text"
)

// Place is one passage of one report.
type Place struct {
	Report int32
	Span   text.Span
}

// Basis says why reports are held for one origin; rules are told in docs/rules.md.
type Basis struct {
	Rule   string // credit, one-text, shared-passages, earliest, own
	Places []Place
}

// Origin is one act of reporting and its copies.
type Origin struct {
	Name    string // "" unknown
	Kind    news.CreditKind
	Reports []int32
	Basis   []Basis
}

// Direction says, for one report of a pair, whether it copies the other.
type Direction string

// Directions (record.md).
const (
	From   Direction = "from"
	To     Direction = "to"
	Common Direction = "common"
)

// Turned is d seen from the other report of the pair.
func (d Direction) Turned() Direction {
	switch d {
	case From:
		return To
	case To:
		return From
	}
	return Common
}

// borrowed is a passage that a report took from another.
type borrowed struct {
	span   text.Span
	source int32
}

// trace groups the copies and names the origins.
func (r *Result) trace(in []*news.Analysis) {
	group := newSets(len(in))
	for _, p := range r.Pairs {
		if p.Class >= Derived {
			group.join(p.A, p.B)
		}
	}
	r.Origin = make([]int32, len(in))
	number := map[int32]int32{}
	for i := range in {
		root := group.find(int32(i))
		n, ok := number[root]
		if !ok {
			n = int32(len(r.Origins))
			number[root] = n
			r.Origins = append(r.Origins, Origin{})
		}
		r.Origin[i] = n
		r.Origins[n].Reports = append(r.Origins[n].Reports, int32(i))
	}
	for i := range r.Origins {
		r.Origins[i].name(in)
	}
	r.ground()
	r.borrow(in)
}

// ground adds to each origin the passages that show its copies.
func (r *Result) ground() {
	for _, p := range r.Pairs {
		if p.Class < Derived || len(p.Passages) == 0 {
			continue
		}
		longest := slices.MaxFunc(p.Passages, func(x, y Passage) int { return cmp.Compare(x.Words, y.Words) })
		rule := "shared-passages"
		if p.Class == Same {
			rule = "one-text"
		}
		o := &r.Origins[r.Origin[p.A]]
		if len(o.Basis) < maxBasis {
			o.Basis = append(o.Basis, Basis{rule, []Place{{p.A, longest.A}, {p.B, longest.B}}})
		}
	}
}

// maxBasis bounds the reasons that are written down for one origin.
const maxBasis = 24

// borrow notes, for partial copies whose direction is known, which passages
// come from whom.
func (r *Result) borrow(in []*news.Analysis) {
	r.at = make([][]borrowed, len(in))
	for _, p := range r.Pairs {
		if p.Class != Partial {
			continue
		}
		taker, source := p.B, p.A
		switch p.Direction(in) {
		case Common:
			continue
		case From:
			taker, source = p.A, p.B
		}
		for _, x := range p.Passages {
			span := x.B
			if taker == p.A {
				span = x.A
			}
			r.at[taker] = append(r.at[taker], borrowed{span, source})
		}
	}
}

// At is the number of the origin behind a passage of a report: its own, or
// that of the report from which the passage was taken.
func (r *Result) At(report int32, at text.Span) int32 {
	best := report
	for _, b := range r.at[report] {
		if b.span.Contains(at) && (best == report || b.source < best) {
			best = b.source
		}
	}
	return r.Origin[best]
}

// Direction says whether A of the pair copies B (From), B copies A (To), or
// neither is known to be first: two prints of one agency's text are Common.
func (p *Pair) Direction(in []*news.Analysis) Direction {
	a, b := in[p.A], in[p.B]
	switch {
	case credits(a, b.Doc.Outlet):
		return From
	case credits(b, a.Doc.Outlet):
		return To
	case sameWire(a, b):
		return Common
	}
	switch compareStamps(a.Doc.Published, b.Doc.Published) {
	case -1:
		return To
	case 1:
		return From
	}
	return Common
}

// compareStamps orders two stamps: by day, and by minute where both tell one.
// 0 means that the order is not known.
func compareStamps(a, b news.Stamp) int {
	if a.Day().IsZero() || b.Day().IsZero() {
		return 0
	}
	n := min(len(a.Value), len(b.Value))
	return strings.Compare(a.Value[:n], b.Value[:n])
}

// credits reports whether a says that its text is outlet's.
func credits(a *news.Analysis, outlet string) bool {
	o := text.Fold(outlet)
	return o != "" && slices.ContainsFunc(a.Credits, func(c news.Credit) bool {
		return c.Role == news.Wire && text.Fold(c.Name) == o
	})
}

// sameWire reports whether both texts are credited to one agency.
func sameWire(a, b *news.Analysis) bool {
	for _, c := range a.Credits {
		if c.Role == news.Wire && credits(b, c.Name) {
			return true
		}
	}
	return false
}
