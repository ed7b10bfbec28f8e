package eval

import (
	"cmp"
	_ "embed"
	"encoding/csv"
	"fmt"
	"hash/fnv"
	"io"
	"os"
	"slices"
	"strings"

	"rapporteur/internal/relate/identity"
)

// NamePair is two names of persons and whether they are one name.
type NamePair struct {
	A, B string
	Same bool
}

// ScoreNames counts what Compare makes of the pairs at a threshold.
func ScoreNames(pairs []NamePair, from float64) (c PairCount, wrong []string) {
	for _, p := range pairs {
		m := identity.Compare(p.A, p.B)
		found := m.Score >= from
		if p.Same {
			c.Gold++
		}
		if found {
			c.System++
		}
		if p.Same && found {
			c.Hit++
		}
		if p.Same != found {
			wrong = append(wrong, fmt.Sprintf("%q %q same %v, score %.2f %s", p.A, p.B, p.Same, m.Score, m.Rule))
		}
	}
	return c, wrong
}

// SanctionPairs makes pairs out of a sanctions list: a person's name with
// another spelling of it, and with the most similar name of somebody else.
// Which spellings are spellings (and no other name) is decided by letters
// alone (Jaro-Winkler, every word), not by the code under test. odd picks one
// half of the persons, for setting thresholds on the other.
func SanctionPairs(names, others string, odd bool) (pairs []NamePair, err error) {
	people, err := readNames(names, 0, 1, func(f []string) bool { return len(f) > 2 && f[2] == "individual" })
	if err != nil {
		return nil, err
	}
	alt, err := readNames(others, 0, 3, func(f []string) bool { return len(f) > 3 && f[2] == "aka" })
	if err != nil {
		return nil, err
	}
	mine := func(id string) bool { return (hashed(id)%2 == 1) == odd }
	for _, p := range people {
		if !mine(p.id) {
			continue
		}
		for _, o := range alt {
			if o.id == p.id && spellingOf(p.name, o.name) {
				pairs = append(pairs, NamePair{p.name, o.name, true})
				break
			}
		}
	}
	return append(pairs, strangers(people, len(pairs), mine)...), nil
}

type listed struct{ id, name string }

// readNames reads "SURNAME, Given" entries and turns them around.
func readNames(path string, id, name int, keep func([]string) bool) (out []listed, err error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("read names: %w", err)
	}
	defer f.Close()
	r := csv.NewReader(f)
	r.FieldsPerRecord, r.LazyQuotes = -1, true
	for {
		row, err := r.Read()
		if err == io.EOF {
			return out, nil
		}
		if err != nil {
			return nil, fmt.Errorf("read names %s: %w", path, err)
		}
		if last, first, ok := strings.Cut(row[min(name, len(row)-1)], ", "); ok && keep(row) {
			out = append(out, listed{row[id], first + " " + titleCase(last)})
		}
	}
}

func titleCase(s string) string {
	out := strings.Fields(strings.ToLower(s))
	for i, w := range out {
		out[i] = strings.ToUpper(w[:1]) + w[1:]
	}
	return strings.Join(out, " ")
}

func hashed(s string) uint32 {
	h := fnv.New32a()
	h.Write([]byte(s))
	return h.Sum32()
}

// spellingOf reports whether every word of two names is alike by letters, and
// not all are equal.
func spellingOf(a, b string) bool {
	x, y := nameWords(a), nameWords(b)
	if len(x) != len(y) || len(x) < 2 || len(x) > 4 || slices.Equal(x, y) {
		return false
	}
	for i := range x {
		if jaroWinkler(x[i], y[i]) < 0.8 {
			return false
		}
	}
	return true
}

func nameWords(s string) []string {
	return strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return r == ' ' || r == '-' || r == '\'' || r == '.' })
}

// strangers pairs n persons with the most similar name of another.
func strangers(people []listed, n int, mine func(string) bool) (pairs []NamePair) {
	byLast := map[string][]listed{}
	for _, p := range people {
		w := nameWords(p.name)
		byLast[w[len(w)-1]] = append(byLast[w[len(w)-1]], p)
		byLast[w[0]] = append(byLast[w[0]], p)
	}
	order := slices.Clone(people)
	slices.SortFunc(order, func(a, b listed) int { return cmp.Compare(hashed(a.id+"x"), hashed(b.id+"x")) })
	for _, p := range order {
		if len(pairs) >= n {
			break
		}
		w := nameWords(p.name)
		best, most := "", 0.0
		for _, o := range append(slices.Clone(byLast[w[len(w)-1]]), byLast[w[0]]...) {
			ow := nameWords(o.name)
			if o.id == p.id || slices.Equal(w, ow) || len(ow) != len(w) || !mine(p.id) {
				continue
			}
			if s := jaroWinkler(strings.Join(w, " "), strings.Join(ow, " ")); s > most {
				best, most = o.name, s
			}
		}
		if best != "" {
			pairs = append(pairs, NamePair{p.name, best, false})
		}
	}
	return pairs
}

// jaroWinkler is the similarity of two words by letters, 0 to 1.
func jaroWinkler(a, b string) float64 {
	x, y := []rune(a), []rune(b)
	reach := max(0, max(len(x), len(y))/2-1)
	inX, inY := make([]bool, len(x)), make([]bool, len(y))
	same := 0
	for i := range x {
		for j := max(0, i-reach); j < min(len(y), i+reach+1); j++ {
			if !inY[j] && x[i] == y[j] {
				inX[i], inY[j] = true, true
				same++
				break
			}
		}
	}
	if same == 0 {
		return 0
	}
	swapped, j := 0, 0
	for i := range x {
		if !inX[i] {
			continue
		}
		for !inY[j] {
			j++
		}
		if x[i] != y[j] {
			swapped++
		}
		j++
	}
	m := float64(same)
	s := (m/float64(len(x)) + m/float64(len(y)) + (m-float64(swapped)/2)/m) / 3
	front := 0
	for front < min(4, len(x), len(y)) && x[front] == y[front] {
		front++
	}
	return s + float64(front)*0.1*(1-s)
}

//go:embed namepairs.txt
var newsNames string

// NewsPairs are names in the news: spellings of one, and names easily confused.
func NewsPairs() (pairs []NamePair) {
	for l := range strings.Lines(newsNames) {
		mark, rest, _ := strings.Cut(strings.TrimSpace(l), " ")
		if a, b, ok := strings.Cut(rest, " | "); ok && mark != "#" {
			pairs = append(pairs, NamePair{a, b, mark == "="})
		}
	}
	return pairs
}

// PairCount is how many pairs are the same by label, by the system, and both.
type PairCount struct{ Gold, System, Hit int }

// P and R are precision and recall, 0 to 1.
func (c PairCount) P() float64 { return float64(c.Hit) / float64(max(1, c.System)) }

// R is the recall; see P.
func (c PairCount) R() float64 { return float64(c.Hit) / float64(max(1, c.Gold)) }
