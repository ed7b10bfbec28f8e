package eval

import (
	"fmt"
	"os"
	"strings"
)

// GoldSet is a folder of reports with its gold.
type GoldSet struct {
	Name    string
	Gold    string // the gold file
	Reports string // the folder that holds the reports, perhaps among others
	About   string // what they are, in one line
}

// ReadGoldSets reads a list of sets, one a line: name, gold, reports, about,
// apart by tabs. Lines that begin with # are left out, and so are sets whose
// gold is not here: those are named in missing.
func ReadGoldSets(path string) (sets []GoldSet, missing []string, err error) {
	b, err := os.ReadFile(path)
	if err != nil {
		return nil, nil, fmt.Errorf("read sets: %w", err)
	}
	for n, line := range strings.Split(string(b), "\n") {
		if line == "" || line[0] == '#' {
			continue
		}
		c := strings.Split(line, "\t")
		if len(c) != 4 {
			return nil, nil, fmt.Errorf("read sets %s: line %d has %d columns, not 4", path, n+1, len(c))
		}
		if _, err := os.Stat(c[1]); err != nil {
			missing = append(missing, c[0])
			continue
		}
		sets = append(sets, GoldSet{c[0], c[1], c[2], c[3]})
	}
	return sets, missing, nil
}
