// Package verdicts holds a record against a list of verdicts: what a person who
// read the sentence says of each statement that was shown.
//
//	record + list of verdicts  ->  shown, judged, right, a kind and a rule
//
// Recall is what gold files measure (package eval); this is the other half, the
// share of what is shown that is so. A verdict names no words of a report: it
// holds for one place and one reading of it, and a statement that reads
// otherwise tomorrow must be judged anew. Nothing here judges.
//
//	pkq3zv…	meeting	rabc…	310	402	wrong	place
package verdicts

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"slices"
	"strconv"
	"strings"

	"rapporteur/internal/record"
)

// Verdict is what a reader said of one statement.
type Verdict struct {
	Key   record.ID // the statement's place and reading, see Statement
	Kind  string    // meeting, event, position, figure, difference
	Right bool
	Why   string // what is wrong with it, one of Causes; "" when it is right
}

// Causes are the things a statement can have wrong; the first that is wrong
// counts, in this order.
var Causes = []string{"none such", "class", "party", "status", "time", "place", "issue", "value", "unit", "of", "kind"}

// List is verdicts by key, and the reports of which every statement was judged.
type List struct {
	Reports  map[record.ID]bool
	Verdicts map[record.ID]Verdict
}

// Load reads the list in the file at path. A line "read TAB report" names a
// report that was read whole; any other is a verdict: key, kind, report, start,
// end, right or wrong, and the cause, apart by tabs. Empty lines and lines that
// begin with # say nothing.
func Load(path string) (*List, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("read verdicts: %w", err)
	}
	defer f.Close()
	l, err := Read(f)
	if err != nil {
		return nil, fmt.Errorf("read verdicts %s: %w", path, err)
	}
	return l, nil
}

// Read reads a list from r; see Load. The error names the line.
func Read(r io.Reader) (*List, error) {
	l := &List{Reports: map[record.ID]bool{}, Verdicts: map[record.ID]Verdict{}}
	s := bufio.NewScanner(r)
	for n := 1; s.Scan(); n++ {
		line := s.Text()
		if line == "" || line[0] == '#' {
			continue
		}
		if err := l.add(strings.Split(line, "\t")); err != nil {
			return nil, fmt.Errorf("line %d: %w", n, err)
		}
	}
	return l, s.Err()
}

// add takes in the columns of one line.
func (l *List) add(c []string) error {
	if c[0] == "read" && len(c) == 2 {
		l.Reports[record.ID(c[1])] = true
		return nil
	}
	if len(c) != 7 {
		return fmt.Errorf("%d columns, not 7 (key, kind, report, start, end, verdict, cause)", len(c))
	}
	for _, n := range c[3:5] {
		if _, err := strconv.Atoi(n); err != nil {
			return fmt.Errorf("%q is no offset", n)
		}
	}
	v := Verdict{Key: record.ID(c[0]), Kind: c[1], Right: c[5] == "right", Why: c[6]}
	if !v.Right && c[5] != "wrong" {
		return fmt.Errorf("the verdict %q is neither right nor wrong", c[5])
	}
	if v.Right != (v.Why == "") || !v.Right && !slices.Contains(Causes, v.Why) {
		return fmt.Errorf("a wrong statement has one cause of %s; a right one has none", strings.Join(Causes, ", "))
	}
	if _, twice := l.Verdicts[v.Key]; twice {
		return fmt.Errorf("%s is judged twice", v.Key)
	}
	l.Verdicts[v.Key] = v
	return nil
}
