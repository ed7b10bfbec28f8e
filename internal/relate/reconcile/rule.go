package reconcile

import (
	"rapporteur/internal/record"
	"rapporteur/internal/relate/rulings"
	"rapporteur/internal/text"
)

// Place is a passage of a report.
type Place struct {
	Report int32
	Span   text.Span
}

// Ruling is what a reviewer ruled: the statements at the places of A and those
// at B are one, or, Apart, no statement is made of some of both.
type Ruling struct {
	Apart bool
	A, B  []Place
}

// Review is what reviewers decided that bears on how statements are brought
// together.
type Review struct {
	Ruled map[string][]Ruling // by kind of line, in order of time
	// Spoiled says of lines, all of one kind, which ones are wrong in what is
	// compared: rejected, or their value or stance corrected. They stay, and
	// no difference, change or sum counts them. nil: none.
	Spoiled func(kind string, lines []record.Line) map[record.ID]bool
}

// samePassage reports whether two passages are one, as far as rules that see a
// little more or less of it can tell: half of the words of both in common.
func samePassage(a, b text.Span) bool {
	both := min(a.End, b.End) - max(a.Start, b.Start)
	return both > 0 && 2*both >= max(a.End, b.End)-min(a.Start, b.Start)
}

// ruled finds which of n statements, each at its places, the rulings on a kind
// of line are about.
func (v *View) ruled(kind string, n int, places func(i int32) []place) *rulings.Set {
	if len(v.Review.Ruled[kind]) == 0 {
		return nil
	}
	type named struct {
		span text.Span
		to   *[]int32
	}
	rs := make([]rulings.Ruling, len(v.Review.Ruled[kind]))
	at := map[int32][]named{} // what is ruled on passages of each report
	for k, r := range v.Review.Ruled[kind] {
		rs[k].Apart = r.Apart
		for _, p := range r.A {
			at[p.Report] = append(at[p.Report], named{p.Span, &rs[k].A})
		}
		for _, p := range r.B {
			at[p.Report] = append(at[p.Report], named{p.Span, &rs[k].B})
		}
	}
	for i := range int32(n) {
		for _, p := range places(i) {
			for _, x := range at[p.report] {
				if samePassage(p.span, x.span) {
					*x.to = append(*x.to, i)
				}
			}
		}
	}
	return rulings.New(rs)
}

// spoiled are the lines of a kind that nothing is to be counted from.
func spoiled[T any, P interface {
	*T
	record.Line
}](v *View, kind string, lines []T) map[record.ID]bool {
	if v.Review.Spoiled == nil {
		return nil
	}
	all := make([]record.Line, len(lines))
	for i := range lines {
		all[i] = P(&lines[i])
	}
	return v.Review.Spoiled(kind, all)
}
