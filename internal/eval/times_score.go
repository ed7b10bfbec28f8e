package eval

import (
	"fmt"
	"io"
	"slices"

	"rapporteur/internal/news"
	"rapporteur/internal/text"
)

// MarkedTime is a time expression as people annotated it.
type MarkedTime struct {
	Span  text.Span
	Value string   // TIMEX3 value; "" where the annotators gave none
	Or    []string // other values that are right as well
}

func (m *MarkedTime) right(value string) bool {
	return value == m.Value || slices.Contains(m.Or, value)
}

// TimesScore counts time expressions: found with the very words, found with
// words that overlap, and found so with the right value.
//
//	gold    |the end of the month|      |24 hours|
//	found           |the month|          |24 hours|   |May|
//	strict 1, lenient 2, value 1 or 2, of 2 asked and 3 claimed
type TimesScore struct {
	Asked, Claimed, Strict, Lenient, Value, StrictValue int
}

// Add sums two scores.
func (s *TimesScore) Add(o TimesScore) {
	s.Asked, s.Claimed = s.Asked+o.Asked, s.Claimed+o.Claimed
	s.Strict, s.Lenient = s.Strict+o.Strict, s.Lenient+o.Lenient
	s.Value, s.StrictValue = s.Value+o.Value, s.StrictValue+o.StrictValue
}

// StrictF1, LenientF1 and ValueF1 are in percent; the last asks for words that
// overlap and the right value.
func (s TimesScore) StrictF1() float64 { return s.f1(s.Strict) }

// LenientF1 asks only for words that overlap.
func (s TimesScore) LenientF1() float64 { return s.f1(s.Lenient) }

// ValueF1 asks for words that overlap and the right value.
func (s TimesScore) ValueF1() float64 { return s.f1(s.Value) }

func (s TimesScore) f1(hits int) float64 {
	return LangCount{Gold: s.Asked, System: s.Claimed, Hit: hits}.F1()
}

// Print writes s as a row behind name.
func (s TimesScore) Print(w io.Writer, name string) error {
	_, err := fmt.Fprintf(w, "%-28s asked %4d claimed %4d  strict F1 %5.1f  lenient F1 %5.1f  lenient+value F1 %5.1f  strict+value F1 %5.1f\n",
		name, s.Asked, s.Claimed, s.StrictF1(), s.LenientF1(), s.ValueF1(), s.f1(s.StrictValue))
	return err
}

// ScoreTimes holds found against gold, both by place. Each expression is
// paired at most once, with the very same words before words that overlap.
// tell, when not nil, is called for every pair and for every one left alone.
func ScoreTimes(gold []MarkedTime, found []news.Time, tell func(g *MarkedTime, f *news.Time)) TimesScore {
	s := TimesScore{Asked: len(gold), Claimed: len(found)}
	mate := make([]int, len(gold))
	taken := make([]bool, len(found))
	for _, strict := range []bool{true, false} {
		pairTimes(gold, found, mate, taken, strict)
	}
	for i := range gold {
		g := &gold[i]
		if mate[i] == 0 {
			if tell != nil {
				tell(g, nil)
			}
			continue
		}
		f := &found[mate[i]-1]
		s.Lenient++
		same := g.right(f.Value)
		s.Value += count(same)
		s.Strict += count(f.Span == g.Span)
		s.StrictValue += count(same && f.Span == g.Span)
		if tell != nil {
			tell(g, f)
		}
	}
	for i := range found {
		if !taken[i] && tell != nil {
			tell(nil, &found[i])
		}
	}
	return s
}

func count(b bool) int {
	if b {
		return 1
	}
	return 0
}

func pairTimes(gold []MarkedTime, found []news.Time, mate []int, taken []bool, strict bool) {
	from := 0
	for i := range gold {
		if mate[i] != 0 {
			continue
		}
		for from < len(found) && found[from].Span.End <= gold[i].Span.Start {
			from++
		}
		for k := from; k < len(found) && found[k].Span.Start < gold[i].Span.End; k++ {
			if taken[k] || strict && found[k].Span != gold[i].Span {
				continue
			}
			mate[i], taken[k] = k+1, true
			break
		}
	}
}
