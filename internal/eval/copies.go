package eval

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"

	"rapporteur/internal/news"
	"rapporteur/internal/relate/reuse"
)

// Copies is a set of report pairs with labels: same, derived, partial,
// quotes-only, independent.
type Copies struct {
	Documents map[string]struct{ File string }
	Pairs     []struct{ A, B, Label string }
}

// LoadCopies reads the labelled pairs of a file.
func LoadCopies(path string) (c Copies, err error) {
	b, err := os.ReadFile(path)
	if err != nil {
		return c, fmt.Errorf("read labelled pairs: %w", err)
	}
	if err := json.Unmarshal(b, &c); err != nil {
		return c, fmt.Errorf("read labelled pairs %s: %w", path, err)
	}
	return c, nil
}

// Article is a news article of a labelled collection.
type Article struct {
	Name   string
	Title  string `json:"title"`
	Text   string `json:"text"`
	Day    string `json:"date_publish"`
	Outlet string `json:"source_domain"`
	Group  struct {
		EventID int `json:"EventId"`
	} `json:"newsCluster"`
}

// LoadArticles reads every article of a folder, by file name.
func LoadArticles(folder string) (out []Article, err error) {
	files, err := filepath.Glob(filepath.Join(folder, "*.json"))
	if err != nil {
		return nil, err
	}
	for _, f := range files {
		b, err := os.ReadFile(f)
		if err != nil {
			return nil, fmt.Errorf("read article: %w", err)
		}
		a := Article{Name: filepath.Base(f)}
		if err := json.Unmarshal(b, &a); err != nil {
			return nil, fmt.Errorf("read article %s: %w", f, err)
		}
		out = append(out, a)
	}
	return out, nil
}

// CopiesScore counts, for each label (four: same and derived are one), what
// was found for it.
type CopiesScore struct {
	Confusion [4][4]int // [label][found]
	Missed    int       // pairs labelled partial or closer that the search over all reports did not come upon
	Wrong     []string
}

var copyClasses = [4]string{"independent", "quotes-only", "partial", "same or derived"}

// class4 folds same and derived into one.
func class4(c reuse.Class) int { return min(int(c), 3) }

// ScoreCopies classes every labelled pair within the whole set of reports, and
// counts the pairs that the search finds by itself. name(i) is the label file's
// name for report i.
func ScoreCopies(gold Copies, in []*news.Analysis, name func(i int) string) CopiesScore {
	number := map[string]int32{}
	for i := range in {
		number[name(i)] = int32(i)
	}
	found := map[[2]int32]bool{}
	for _, p := range reuse.Find(in, reuse.FurnitureOf(in)).Pairs {
		found[[2]int32{p.A, p.B}] = true
	}
	texts := reuse.Open(in, reuse.FurnitureOf(in))
	var s CopiesScore
	for _, p := range gold.Pairs {
		i, j := number[p.A], number[p.B]
		i, j = min(i, j), max(i, j)
		got := texts.Compare(i, j)
		want := class4(classNamed(p.Label))
		s.Confusion[want][class4(got.Class)]++
		if want >= 2 && got.Class >= reuse.Partial && !found[[2]int32{i, j}] {
			s.Missed++
		}
		if class4(got.Class) != want {
			s.Wrong = append(s.Wrong, fmt.Sprintf("%s %s: %s, found %s (%.2f, %.2f)", p.A, p.B, p.Label, got.Class, got.ShareA, got.ShareB))
		}
	}
	return s
}

func classNamed(label string) reuse.Class {
	for c := reuse.Independent; c <= reuse.Same; c++ {
		if c.String() == label {
			return c
		}
	}
	return reuse.Independent
}

// F1 is the harmonic mean of precision and recall for class k.
func (s *CopiesScore) F1(k int) float64 {
	hit, gold, got := s.Confusion[k][k], 0, 0
	for i := range 4 {
		gold += s.Confusion[k][i]
		got += s.Confusion[i][k]
	}
	return 2 * float64(hit) / float64(max(1, gold+got))
}

// Macro is the mean F1 over the four classes.
func (s *CopiesScore) Macro() (m float64) {
	for k := range 4 {
		m += s.F1(k) / 4
	}
	return m
}

// String prints the figures.
func (s *CopiesScore) String() string {
	out := fmt.Sprintf("copies: same or derived F1 %.3f, four classes macro F1 %.3f, found by search %d missed\n", s.F1(3), s.Macro(), s.Missed)
	for k, c := range copyClasses {
		out += fmt.Sprintf("  %-16s F1 %.3f  found as %v\n", c, s.F1(k), s.Confusion[k])
	}
	return out
}
