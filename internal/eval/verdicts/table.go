package verdicts

import (
	"cmp"
	"fmt"
	"io"
	"math"
	"slices"

	"rapporteur/internal/record"
)

// Count is what the verdicts say of one kind of statement or one rule.
type Count struct {
	Name   string
	Shown  int // statements of the record in the reports that were read
	Judged int // of them, with a verdict
	Right  int // of them, right
	Causes map[string]int
}

// Precision is the share of the judged that is right, 0 when none was judged.
func (c *Count) Precision() float64 { return float64(c.Right) / float64(max(c.Judged, 1)) }

// Interval is the 95% score interval of the precision (Wilson 1927).
func (c *Count) Interval() (low, high float64) {
	const z = 1.959964
	n, p := float64(max(c.Judged, 1)), c.Precision()
	mid, half := p+z*z/(2*n), z*math.Sqrt(p*(1-p)/n+z*z/(4*n*n))
	return max(0, (mid-half)/(1+z*z/n)), min(1, (mid+half)/(1+z*z/n))
}

func (c *Count) add(v Verdict, judged bool) {
	c.Shown++
	if !judged {
		return
	}
	c.Judged++
	if v.Right {
		c.Right++
		return
	}
	c.Causes[v.Why]++
}

// Counts are the statements of rec counted by kind ("position") and by rule
// ("position: demand.verb"), for those with a confidence of at least shown; the
// others are counted under the kind with ", less certain" behind it.
func (l *List) Counts(rec *record.Record, shown float64) []Count {
	by := map[string]*Count{}
	count := func(name string, v Verdict, judged bool) {
		if by[name] == nil {
			by[name] = &Count{Name: name, Causes: map[string]int{}}
		}
		by[name].add(v, judged)
	}
	for _, s := range l.Statements(rec) {
		v, judged := l.Verdicts[s.Key]
		if s.Confidence < shown {
			count(s.Kind+", less certain", v, judged)
			continue
		}
		count(s.Kind, v, judged)
		count(s.Kind+": "+s.Rule, v, judged)
	}
	var out []Count
	for _, c := range by {
		out = append(out, *c)
	}
	slices.SortFunc(out, func(a, b Count) int { return cmp.Compare(a.Name, b.Name) })
	return out
}

// Print writes the counts as a table, a kind or rule a row, with the commonest
// cause of what is wrong.
func Print(w io.Writer, counts []Count) error {
	if _, err := fmt.Fprintf(w, "%-40s %6s %6s %6s  %-18s %s\n", "statements", "shown", "judged", "right", "precision (95%)", "commonest fault"); err != nil {
		return err
	}
	for _, c := range counts {
		low, high := c.Interval()
		share := "–"
		if c.Judged > 0 {
			share = fmt.Sprintf("%5.1f (%.0f to %.0f)", 100*c.Precision(), 100*low, 100*high)
		}
		if _, err := fmt.Fprintf(w, "%-40s %6d %6d %6d  %-18s %s\n", c.Name, c.Shown, c.Judged, c.Right, share, c.worst()); err != nil {
			return err
		}
	}
	return nil
}

// worst is the commonest cause with its count, "" when nothing is wrong.
func (c *Count) worst() string {
	best := ""
	for _, cause := range Causes {
		if c.Causes[cause] > c.Causes[best] {
			best = cause
		}
	}
	if best == "" {
		return ""
	}
	return fmt.Sprintf("%s (%d)", best, c.Causes[best])
}

// Open writes the statements of rec without a verdict in the form of the list,
// each below its sentence and reading as comments, for a judge to fill in.
func (l *List) Open(w io.Writer, rec *record.Record) error {
	for _, s := range l.Statements(rec) {
		if _, judged := l.Verdicts[s.Key]; judged {
			continue
		}
		_, err := fmt.Fprintf(w, "# %q\n#   %s (%s, %.2f)\n%s\t%s\t%s\t%d\t%d\t?\t\n", s.At.Sentence, s.Reading, s.Rule, s.Confidence, s.Key, s.Kind, s.At.Report, s.At.Start, s.At.End)
		if err != nil {
			return err
		}
	}
	return nil
}
