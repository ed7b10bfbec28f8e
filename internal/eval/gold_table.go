package eval

import (
	"fmt"
	"io"
	"slices"
)

// Print writes s as rows of "section, hit of asked, share" and the total, and
// with misses first what was asked and is not there.
func (s *GoldScore) Print(w io.Writer, misses bool) error {
	if misses {
		for _, m := range s.Misses {
			if _, err := fmt.Fprintln(w, "miss ", m); err != nil {
				return err
			}
		}
	}
	for _, r := range s.Rows {
		if _, err := fmt.Fprintf(w, "%-18s %4d of %4d  %5.1f%%\n", r.Section, r.Hit, r.Asked, 100*r.Share()); err != nil {
			return err
		}
	}
	t := s.Total()
	_, err := fmt.Fprintf(w, "total %d of %d: %.3f\n", t.Hit, t.Asked, t.Share())
	return err
}

// GoldColumn is a set with its score.
type GoldColumn struct {
	GoldSet
	Score *GoldScore
}

// GoldTable writes scores as a Markdown table, a section a row, a gold file a
// column: "38/44 86%".
//
//	| section       | seeds     |
//	|---|---|
//	| direct quotes | 38/44 86% |
func GoldTable(w io.Writer, columns []GoldColumn) error {
	var sections []string
	head, rule := "| section |", "|---|"
	for _, c := range columns {
		head, rule = head+" "+c.Name+" |", rule+"---|"
		for _, r := range c.Score.Rows {
			if !slices.Contains(sections, r.Section) {
				sections = append(sections, r.Section)
			}
		}
	}
	lines := []string{head, rule}
	for _, section := range append(sections, "total") {
		line := "| " + section + " |"
		for _, c := range columns {
			line += " " + cell(c.Score.Row(section)) + " |"
		}
		lines = append(lines, line)
	}
	for _, l := range lines {
		if _, err := fmt.Fprintln(w, l); err != nil {
			return err
		}
	}
	return nil
}

func cell(r GoldRow) string {
	if r.Asked == 0 {
		return "–"
	}
	return fmt.Sprintf("%d/%d %.0f%%", r.Hit, r.Asked, 100*r.Share())
}
