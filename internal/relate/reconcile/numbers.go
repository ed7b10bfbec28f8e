package reconcile

import (
	"slices"
	"strings"

	"rapporteur/internal/news"
	"rapporteur/internal/relate/lists"
	"rapporteur/internal/text"
)

// numbersIn are the numbers that stand in s, sorted; negated tells whether a
// word of it denies.
func numbersIn(s string) (numbers []uint32, negated bool) {
	for _, w := range strings.Fields(s) {
		w = strings.Trim(fold(w), ",;:!?()\"“”'")
		switch role := turns[w]; {
		case role == "not" || role == "none" || role == "deny" || strings.HasSuffix(w, "n't"):
			negated = true
		case w != "" && w[0] >= '0' && w[0] <= '9':
			numbers = append(numbers, hash(strings.ReplaceAll(w, ",", "")))
		case numberWords[w] != "":
			numbers = append(numbers, hash(numberWords[w]))
		}
	}
	return sorted(numbers), negated
}

// daysIn are the days that a report names in passages, sorted.
func (v *View) daysIn(report int32, parts []text.Span) (days []uint32) {
	a := v.Reports[report]
	for i := range a.Times {
		for _, p := range parts {
			if p.Contains(a.Times[i].Span) {
				if s := v.spanOf(report, news.TimeID(i+1)); s.exact {
					days = append(days, hash(s.from.String()))
				}
			}
		}
	}
	return sorted(days)
}

// plainContent is content without the words of the names and times that stand
// in parts of a report.
func (v *View) plainContent(report int32, parts []text.Span, content []uint32) []uint32 {
	a := v.Reports[report]
	var named []uint32
	for _, p := range parts {
		at, _ := slices.BinarySearchFunc(a.Mentions, p.Start, func(m news.Mention, at int32) int { return int(m.Span.Start - at) })
		for ; at < len(a.Mentions) && a.Mentions[at].Span.Start < p.End; at++ {
			if m := &a.Mentions[at]; m.Form == news.Name {
				named = append(named, cut(m.Span.Of(a.Doc.Text)).content...)
			}
		}
		at, _ = slices.BinarySearchFunc(a.Times, p.Start, func(t news.Time, at int32) int { return int(t.Span.Start - at) })
		for ; at < len(a.Times) && a.Times[at].Span.Start < p.End; at++ {
			named = append(named, cut(a.Times[at].Span.Of(a.Doc.Text)).content...)
		}
	}
	named = sorted(named)
	return slices.DeleteFunc(slices.Clone(content), func(w uint32) bool {
		_, ok := slices.BinarySearch(named, w)
		return ok
	})
}

// unlike reports whether two quotes cannot tell one thing: of two reports of
// what was said the one denies, or all numbers, or all days, differ.
func (a *utterance) unlike(b *utterance) bool {
	return a.negated != b.negated && a.form == news.Indirect && b.form == news.Indirect || disjoint(a.numbers, b.numbers) || disjoint(a.days, b.days)
}

// disjoint reports whether two sorted lists are both told and share nothing.
func disjoint[T uint32 | int32](a, b []T) bool {
	return len(a) > 0 && len(b) > 0 && lists.Common(a, b) == 0
}
