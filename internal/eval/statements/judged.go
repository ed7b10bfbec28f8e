package statements

import (
	"bufio"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"rapporteur/internal/news"
)

// Claim is one event claimed of a PLOVER record that the record does not ask
// for: a second event of the sentence, or a wrong one. Which, a reader says.
type Claim struct {
	Key     string // of record, place and reading: it changes when one of them does
	Record  string
	Class   string // as PLOVER codes it, with its status
	Rule    string // what found it
	Reading string // parties and status, in one line
	Text    string // the sentence
}

// Causes are the things a claim can have wrong; the first that is wrong counts,
// in this order. "same" tells once more of an event that another claim tells.
var Causes = []string{"none such", "same", "class", "status", "party"}

// Judgements are verdicts on claims by key: "" is right, else the cause.
type Judgements map[string]string

// LoadJudgements reads the verdicts in the file at path. A line has the columns
// key, record, class, rule, right or wrong, and the cause, apart by tabs; empty
// lines and lines that begin with # say nothing. The error names the line.
func LoadJudgements(path string) (Judgements, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("read judgements: %w", err)
	}
	defer f.Close()
	j := Judgements{}
	s := bufio.NewScanner(f)
	for n := 1; s.Scan(); n++ {
		if line := s.Text(); line != "" && line[0] != '#' {
			if err := j.add(strings.Split(line, "\t")); err != nil {
				return nil, fmt.Errorf("read judgements %s: line %d: %w", path, n, err)
			}
		}
	}
	return j, s.Err()
}

// add takes in the columns of one line.
func (j Judgements) add(c []string) error {
	if len(c) != 6 {
		return fmt.Errorf("%d columns, not 6 (key, record, class, rule, verdict, cause)", len(c))
	}
	if right := c[4] == "right"; !right && c[4] != "wrong" || right != (c[5] == "") || !right && !slices.Contains(Causes, c[5]) {
		return fmt.Errorf("want right, or wrong and a cause of %s", strings.Join(Causes, ", "))
	}
	if _, twice := j[c[0]]; twice {
		return fmt.Errorf("%s is judged twice", c[0])
	}
	j[c[0]] = c[5]
	return nil
}

// asClaim is event e of record r as a judge sees it.
func asClaim(r *ploverRecord, a *news.Analysis, e *news.Event) Claim {
	var who []string
	for _, p := range e.Participants {
		name := p.Span.Of(a.Doc.Text)
		if c := a.Chain(p.Chain); c != nil && c.Named {
			name = c.Name
		}
		who = append(who, name+" ("+string(p.Role)+")")
	}
	slices.Sort(who)
	c := Claim{Record: r.ID, Class: coded(e), Rule: strings.TrimPrefix(e.Rule, "event/"), Text: r.Text}
	c.Reading = fmt.Sprintf("%s [%s] %s", e.Class, e.Status, strings.Join(who, ", "))
	sum := sha256.Sum256(fmt.Appendf(nil, "%s\n%s\n%d\n%s\n%s", r.ID, r.Text, e.Trigger.Start, c.Rule, c.Reading))
	c.Key = hex.EncodeToString(sum[:6])
	return c
}

// PrintOpen writes claims in the form of a list of judgements, each below its
// sentence and reading as comments, for a judge to fill in.
func PrintOpen(w io.Writer, claims []Claim) error {
	for _, c := range claims {
		if _, err := fmt.Fprintf(w, "# %s\n#   %s\n%s\t%s\t%s\t%s\t?\t\n", c.Text, c.Reading, c.Key, c.Record, c.Class, c.Rule); err != nil {
			return err
		}
	}
	return nil
}
