// Package planted scores the differences that are found between reports on
// clusters of invented reports in which differences were planted.
//
//	testdata/01-ferry.jsonl  the reports of one happening, numbered from 1
//	testdata/planted.json    what differs in them, and what only seems to
//
// In go a cluster and a way to make the record of its reports; out comes how
// many of the planted differences are in the record, how many of those are of
// a fitting kind, how many traps are taken for a conflict, and what else is
// shown that nobody planted. It reads no weights and decides nothing about the
// reports.
package planted

import (
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"rapporteur/internal/record"
)

// Difference is one place where reports of a cluster do not say the same.
// Fields and kinds that will do, and words that will, are apart by "|".
type Difference struct {
	What  string            // in words
	Field string            // of the record's difference: "time|status"
	Kind  string            // "conflict|update"
	Says  map[string]string // numbers of the reports that say so -> words of the version, or of the sentence that says it
}

// Cluster is a few invented reports of one happening.
type Cluster struct {
	Name    string       `json:"cluster"`
	Split   string       // "dev", or "test" for those on which no rule is tuned
	Planted []Difference // must be found
	Traps   []Difference // may be shown, as of that kind and no other
	Reports string       `json:"-"` // the file
}

// Load reads planted.json in dir and names the files of its clusters.
func Load(dir string) (cs []Cluster, err error) {
	raw, err := os.ReadFile(filepath.Join(dir, "planted.json"))
	if err != nil {
		return nil, err
	}
	if err := json.Unmarshal(raw, &cs); err != nil {
		return nil, fmt.Errorf("planted.json: %w", err)
	}
	for i := range cs {
		cs[i].Reports = filepath.Join(dir, cs[i].Name+".jsonl")
	}
	return cs, nil
}

// Score counts what became of the planted differences of some clusters.
type Score struct {
	Planted, Found int
	Kind           int // of those found: told as of a fitting kind
	Shown          int // differences in the records
	Foreign        int // of those shown: neither planted nor a trap of its kind
	Traps, Fallen  int // traps, and those shown as another kind
	Lines          []string
}

// Add scores the record of one cluster.
func (s *Score) Add(c *Cluster, rec *record.Record) {
	x := newReading(rec)
	fair := make([]bool, len(rec.Differences))
	for i := range c.Planted {
		p := &c.Planted[i]
		s.Planted++
		found, fits := false, false
		for k := range rec.Differences {
			if d := &rec.Differences[k]; x.tells(d, p) {
				found, fair[k] = true, true
				fits = fits || oneOf(p.Kind, d.DiffKind)
			}
		}
		s.Found, s.Kind = s.Found+count(found), s.Kind+count(fits)
		switch {
		case !found:
			s.note("%s: missed: %s (%s)", c.Name, p.What, p.Field)
		case !fits:
			s.note("%s: not told as %s: %s", c.Name, p.Kind, p.What)
		}
	}
	s.traps(c, x, fair)
	for k := range rec.Differences {
		s.Shown++
		if !fair[k] {
			s.Foreign++
			s.note("%s: not planted: %s", c.Name, x.line(&rec.Differences[k]))
		}
	}
}

// traps counts the traps that were taken for another kind of difference.
func (s *Score) traps(c *Cluster, x *reading, fair []bool) {
	for i := range c.Traps {
		p := &c.Traps[i]
		s.Traps++
		fallen := false
		for k := range x.rec.Differences {
			d := &x.rec.Differences[k]
			if !x.tells(d, p) {
				continue
			}
			if oneOf(p.Kind, d.DiffKind) {
				fair[k] = true
			} else if !fair[k] {
				fallen = true
			}
		}
		if s.Fallen += count(fallen); fallen {
			s.note("%s: trap: %s", c.Name, p.What)
		}
	}
}

func (s *Score) note(format string, args ...any) {
	s.Lines = append(s.Lines, fmt.Sprintf(format, args...))
}

func count(b bool) int {
	if b {
		return 1
	}
	return 0
}

// Print writes s as one row of a table under name.
func (s *Score) Print(w io.Writer, name string) error {
	_, err := fmt.Fprintf(w, "%-4s found %d of %d (%.0f%%), %d of a fitting kind; shown %d, not planted %d; traps %d, fallen into %d\n",
		name, s.Found, s.Planted, 100*s.Recall(), s.Kind, s.Shown, s.Foreign, s.Traps, s.Fallen)
	return err
}

// Recall is the share of the planted differences that are in the records.
func (s *Score) Recall() float64 { return float64(s.Found) / float64(max(1, s.Planted)) }

// reading is a record with its reports by number.
type reading struct {
	rec    *record.Record
	number map[record.ID]string
}

// newReading numbers the reports by their place in the file, which their
// source tells: "01-ferry.jsonl#3".
func newReading(rec *record.Record) *reading {
	x := &reading{rec: rec, number: map[record.ID]string{}}
	for i := range rec.Reports {
		_, n, _ := strings.Cut(rec.Reports[i].Source, "#")
		x.number[rec.Reports[i].ID] = n
	}
	return x
}

// tells reports whether d is the difference p: in one of its fields, with what
// the reports of either side say in two of its versions.
func (x *reading) tells(d *record.Difference, p *Difference) bool {
	if !oneOf(p.Field, d.Field) {
		return false
	}
	var in []int // the version of each side of p
	for _, report := range sortedKeys(p.Says) {
		at := slices.IndexFunc(d.Versions, func(v record.Claim) bool { return x.says(&v, report, p.Says[report]) })
		if at < 0 {
			return false
		}
		in = append(in, at)
	}
	return len(in) > 1 && in[0] != in[1]
}

// says reports whether v holds the words of one of the reports.
func (x *reading) says(v *record.Claim, report, words string) bool {
	if !slices.ContainsFunc(v.Reports, func(id record.ID) bool { return oneOf(report, x.number[id]) }) {
		return false
	}
	for _, w := range strings.Split(words, "|") {
		if holds(v.Value, w) {
			return true
		}
		for _, e := range v.Evidence {
			if oneOf(report, x.number[e.Report]) && holds(e.Sentence, w) {
				return true
			}
		}
	}
	return false
}

// line prints a difference for who reads the score.
func (x *reading) line(d *record.Difference) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s of %s, %s:", d.Field, d.About.Type, d.DiffKind)
	for _, v := range d.Versions {
		var from []string
		for _, r := range v.Reports {
			from = append(from, x.number[r])
		}
		fmt.Fprintf(&b, " %q (%s)", v.Value, strings.Join(from, ","))
	}
	return b.String()
}

func holds(s, words string) bool { return strings.Contains(strings.ToLower(s), strings.ToLower(words)) }

func oneOf(list, s string) bool { return slices.Contains(strings.Split(list, "|"), s) }

func sortedKeys(m map[string]string) (keys []string) {
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}
