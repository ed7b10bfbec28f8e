package reuse

import (
	"cmp"
	"slices"
	"strings"

	"rapporteur/internal/news"
	"rapporteur/internal/text"
)

// name finds out whose work o is: the agency or outlet that most of its
// reports credit with the text; else the outlet of the earliest text, the
// fuller where two are as early; else nobody known.
func (o *Origin) name(in []*news.Analysis) {
	if o.nameByCredit(in) {
		return
	}
	first := slices.MinFunc(o.Reports, func(i, j int32) int {
		x, y := in[i].Doc, in[j].Doc
		return cmp.Or(cmp.Compare(order(x), order(y)), cmp.Compare(len(y.Text), len(x.Text)), cmp.Compare(i, j))
	})
	o.Kind = "unknown"
	if outlet := in[first].Doc.Outlet; outlet != "" {
		o.Name, o.Kind = outlet, news.Outlet
	}
	rule := "own"
	if len(o.Reports) > 1 {
		rule = "earliest"
	}
	o.Basis = append(o.Basis, Basis{rule, []Place{{first, lead(in[first])}}})
}

// order sorts undated reports last.
func order(d *news.Document) string {
	if d.Published.Value == "" {
		return "~"
	}
	return d.Published.Value
}

// nameByCredit names o by the wire credit that most of its reports give.
func (o *Origin) nameByCredit(in []*news.Analysis) bool {
	type credited struct {
		name  string
		kind  news.CreditKind
		count int
	}
	var all []credited
	for _, r := range o.Reports {
		for _, c := range in[r].Credits {
			if c.Role != news.Wire || c.Name == "" {
				continue
			}
			if !c.Span.IsZero() && len(o.Basis) < maxBasis/2 {
				o.Basis = append(o.Basis, Basis{"credit", []Place{{r, c.Span}}})
			} else if len(o.Basis) < maxBasis/2 {
				o.Basis = append(o.Basis, Basis{"credit", nil})
			}
			k := slices.IndexFunc(all, func(x credited) bool { return x.name == c.Name })
			if k < 0 {
				all = append(all, credited{c.Name, c.Kind, 0})
				k = len(all) - 1
			}
			all[k].count++
		}
	}
	if len(all) == 0 {
		return false
	}
	best := slices.MinFunc(all, func(x, y credited) int {
		return cmp.Or(cmp.Compare(y.count, x.count), strings.Compare(x.name, y.name))
	})
	o.Name, o.Kind = best.name, best.kind
	return true
}

// lead is the span of a report's first sentence behind the headline.
func lead(a *news.Analysis) (s text.Span) {
	for i := range a.Sentences {
		s = a.Sentences[i].Span
		if s.Start >= a.Doc.Headline.End {
			break
		}
	}
	return s
}
