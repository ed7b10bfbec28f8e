package reconcile

import (
	"slices"
	"strings"

	"rapporteur/internal/news"
	"rapporteur/internal/relate/lists"
	"rapporteur/internal/text"
)

// kin knows which entities belong to which: an officer to the body or state of
// the office, a spokesman to his ministry, a city to its state.
type kin [][]int32 // by entity - 1, sorted

// kinOf gathers from all reports who belongs to whom.
func (v *View) kinOf() kin {
	k := make(kin, len(v.EntityID))
	note := func(e, of int32) {
		if e > 0 && of > 0 && e != of {
			k[e-1] = append(k[e-1], of)
		}
	}
	for r, a := range v.Reports {
		for j := range a.Chains {
			c := &a.Chains[j]
			e := v.Entity[r][j]
			note(e, v.entity(int32(r), c.Of))
			for _, o := range c.Offices {
				note(e, v.entity(int32(r), o.OfChain))
				note(e, v.Canon[o.Of])
			}
		}
	}
	for i := range k {
		slices.Sort(k[i])
		k[i] = slices.Compact(k[i])
	}
	return k
}

// belongs reports whether e belongs to of, or to something that does.
func (k kin) belongs(e, of int32) bool {
	if e < 1 || of < 1 {
		return false
	}
	if _, ok := slices.BinarySearch(k[e-1], of); ok {
		return true
	}
	return slices.ContainsFunc(k[e-1], func(m int32) bool {
		_, ok := slices.BinarySearch(k[m-1], of)
		return ok
	})
}

// related reports whether one of two entities belongs to the other.
func (k kin) related(a, b int32) bool { return k.belongs(a, b) || k.belongs(b, a) }

// who is a party as one report names it, ready to be compared.
type who struct {
	entity    int32    // 0 for none
	of        int32    // whom an unnamed one belongs to
	words     []uint32 // content words of its description
	anonymous bool
	known     bool
	named     bool // by a name in this very place, not by "she" or "the minister"
}

func (v *View) who(report int32, p news.Party) (w who) {
	if p.IsZero() {
		return w
	}
	a := v.Reports[report]
	w.known, w.anonymous, w.of = true, p.Anonymous, v.entity(report, p.Of)
	if !p.Anonymous {
		w.entity = v.entity(report, p.Chain)
	}
	if w.entity > 0 {
		w.named = namedHere(a, p)
		return w
	}
	s := p.Span.Of(a.Doc.Text)
	if c := a.Chain(p.Chain); c != nil {
		if s == "" || len(c.Name) > len(s) {
			s = c.Name
		}
		if w.of == 0 {
			w.of = v.entity(report, c.Of)
		}
	}
	w.words = cut(s).content
	return w
}

// namedHere reports whether a name of p's chain stands in p's words.
func namedHere(a *news.Analysis, p news.Party) bool {
	for _, id := range a.Chain(p.Chain).Mentions {
		if m := a.Mention(id); m != nil && m.Form == news.Name && m.Span.Overlaps(p.Span) {
			return true
		}
	}
	return false
}

// Degrees of two parties being one, least first.
const (
	others  = iota // two different ones
	unknown        // one of them is not known
	kindred        // one belongs to the other: a ministry and its spokesman
	alike          // two unnamed ones in like words
	one            // one entity
)

// degree says how far two parties may be one. Words that name nobody known
// ("he", "the director") differ from no one.
func (k kin) degree(a, b who) int {
	switch {
	case !a.known || !b.known:
		return unknown
	case a.entity > 0 && b.entity > 0:
		switch {
		case a.entity == b.entity:
			return one
		case k.related(a.entity, b.entity):
			return kindred
		}
		return others
	case a.entity > 0 && k.of(a.entity, b.of), b.entity > 0 && k.of(b.entity, a.of):
		return kindred
	case a.entity == 0 && b.entity == 0:
		if n := lists.Common(a.words, b.words); n > 0 && 2*n >= min(len(a.words), len(b.words)) {
			return alike
		}
	}
	return unknown
}

// ofRetinue reports whether participant i is named only to say whose man another
// one is: the first name of "a Dostan aide Joran Pelc".
func (v *View) ofRetinue(report int32, all []news.Participant, i int) bool {
	s, doc := all[i].Span, v.Reports[report].Doc.Text
	if s.Len() == 0 || int(s.End) >= len(doc) {
		return false
	}
	next := strings.TrimLeft(strings.TrimPrefix(strings.TrimPrefix(doc[s.End:], "’s"), "'s"), " ")
	noun, rest, ok := strings.Cut(next, " ")
	if !ok || !retinue[noun] {
		return false
	}
	at := int32(len(doc) - len(rest))
	return slices.ContainsFunc(all, func(p news.Participant) bool { return p.Span.Len() > 0 && p.Span.Contains(text.At(int(at), int(at)+1)) })
}

// of reports whether e is the body that an unnamed one speaks for, or belongs to it.
func (k kin) of(e, body int32) bool { return body > 0 && (e == body || k.belongs(e, body)) }

// sameAround reports whether two places are not known to lie in different
// larger ones: a suburb and its city, of which no report says so.
func (k kin) sameAround(a, b int32) bool {
	x, y := k[a-1], k[b-1]
	return len(x) == 0 || len(y) == 0 || lists.Common(x, y) > 0
}
