package train

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"rapporteur/internal/annotate/lex"
	"rapporteur/internal/annotate/name"
	"rapporteur/internal/learn"
)

// readKnown counts the words of the names in the sanctions list: given names,
// family names, words of organizations; and lists the people as they stand. A word's weight is its count, at most
// 100; words met once as part of an organization are left out.
func readKnown(data string, d *digest) (known *learn.Linear, people []string, err error) {
	const file = "names/ofac_sdn.csv"
	f, err := os.Open(filepath.Join(data, file))
	if err != nil {
		return nil, nil, fmt.Errorf("open known names: %w", err)
	}
	defer f.Close()
	counts := map[uint32][]int{}
	r := csv.NewReader(d.tee(file, f))
	r.FieldsPerRecord, r.LazyQuotes = -1, true
	for {
		rec, err := r.Read()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, nil, fmt.Errorf("%s: %w", file, err)
		}
		if len(rec) > 2 {
			person := strings.TrimSpace(rec[2]) == "individual"
			countKnown(counts, rec[1], person)
			if person {
				people = append(people, rec[1])
			}
		}
	}
	out := learn.NewDictionary(name.KnownClasses)
	for _, k := range sortedKeys(counts) {
		if classes, weights := knownRow(counts[k]); classes != nil {
			out.Row(k, classes, weights)
		}
	}
	return out.Build(), people, nil
}

// countKnown counts the words of one listed name: "FAMILY, Given" of a person,
// else an organization, a ship or the like.
func countKnown(counts map[uint32][]int, listed string, person bool) {
	family, given, ok := strings.Cut(listed, ",")
	add := func(part string, class int) {
		for _, w := range strings.FieldsFunc(part, func(r rune) bool { return strings.ContainsRune(" ,()\"/", r) }) {
			f := lex.FormOf(w)
			if len(w) < 3 || f.Marks&lex.Digit != 0 {
				continue
			}
			k := name.WordKey(&f)
			if counts[k] == nil {
				counts[k] = make([]int, name.KnownClasses)
			}
			counts[k][class]++
		}
	}
	if person && ok {
		add(family, name.KnownFamily)
		add(given, name.KnownGiven)
		return
	}
	add(listed, name.KnownBody)
}

func knownRow(count []int) (classes []uint8, weights []int8) {
	for c, n := range count {
		if n > 1 || n > 0 && c != name.KnownBody {
			classes, weights = append(classes, uint8(c)), append(weights, int8(min(n, 100)))
		}
	}
	return classes, weights
}

// countSmall counts the reports in which a word stands in small letters, as
// name.Words.Small keeps it: words of one report are left out, so that a report
// cannot speak for itself.
func countSmall(trees corpus) *learn.Linear {
	counts := map[uint32][]int{}
	for i := range trees {
		met := map[uint32]bool{}
		for k := range trees[i].forms {
			f := &trees[i].forms[k]
			if key := name.WordKey(f); f.Marks&lex.Small != 0 && !met[key] {
				met[key] = true
				if counts[key] == nil {
					counts[key] = make([]int, 1)
				}
				counts[key][0]++
			}
		}
	}
	out := learn.NewDictionary(1)
	for _, k := range sortedKeys(counts) {
		if w := name.SmallStep(counts[k][0]); w > 0 {
			out.Row(k, []uint8{0}, []int8{w})
		}
	}
	return out.Build()
}
