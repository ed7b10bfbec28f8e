package when

import (
	_ "embed"
	"fmt"
	"strings"
	"sync"

	"rapporteur/internal/news"
)

//go:embed feasts.txt
var feastsFile string

// feastDay is a day that is known by name.
type feastDay struct {
	words []string
	value string // a TIMEX3 value, or a template for Expr.Pick
}

// feasts is the list of feasts.txt; it panics when the file does not load,
// which the package's own test finds.
var feasts = sync.OnceValue(func() []feastDay {
	f, err := readFeasts(feastsFile)
	if err != nil {
		panic(err)
	}
	return f
})

// readFeasts reads lines "Good Friday = EASTER-02".
func readFeasts(file string) (out []feastDay, err error) {
	for n, line := range strings.Split(file, "\n") {
		if line = strings.TrimSpace(line); line == "" || line[0] == '#' {
			continue
		}
		name, value, ok := strings.Cut(line, "=")
		f := feastDay{words: parted(name), value: strings.TrimSpace(value)}
		probe := news.Time{Expr: news.Expr{Fixed: f.value}}
		if !f.fixed() {
			probe.Expr = news.Expr{Pick: f.value, Side: news.Near}
		}
		from, _, _, dated := news.Interval(probe.At(news.Day{Year: 2024, Month: 2, Dom: 1}, nil))
		if !ok || len(f.words) == 0 || f.value == "" || !dated || from.IsZero() {
			return nil, fmt.Errorf("feasts.txt line %d: no day is meant by %q", n+1, line)
		}
		out = append(out, f)
	}
	return out, nil
}

func (f *feastDay) fixed() bool { return f.value != "" && f.value[0] >= '0' && f.value[0] <= '9' }

// parted cuts a name as tokens are cut: "Valentine's Day" is Valentine 's Day.
func parted(name string) (out []string) {
	for _, w := range strings.Fields(name) {
		for _, tail := range []string{"'s", "'"} {
			if head, ok := strings.CutSuffix(w, tail); ok && head != "" {
				out, w = append(out, head), tail
				break
			}
		}
		out = append(out, w)
	}
	return out
}

// feast reads the longest feast at i, with its year where it has one.
func (s *scan) feast(i int) found {
	if !s.at(i).is(feastStart) || !s.at(i).upper {
		return found{}
	}
	var best *feastDay
	all := feasts()
	for k := range all {
		if f := &all[k]; (best == nil || len(f.words) > len(best.words)) && s.spells(i, f.words) {
			best = f
		}
	}
	if best == nil {
		return found{}
	}
	f := found{end: i + len(best.words), kind: news.Date, rule: "feast"}
	if best.fixed() {
		f.expr.Fixed = best.value
		return f
	}
	f.expr.Pick = best.value
	k := f.end
	if s.at(k).is(of) {
		k++
	}
	if y, e := s.yearAt(k); e > 0 {
		return s.feastIn(f, y, e)
	}
	if x := s.at(f.end); x.upper && x.class == 0 || x.mark == '-' && !x.gap {
		return found{}
	}
	return s.ofYear(f)
}

// feastIn is the feast of a year that is told.
func (s *scan) feastIn(f found, y, end int) found {
	t := news.Time{Expr: news.Expr{Unit: news.Years, Pick: f.expr.Pick, Side: news.Within}}
	jan, ok := news.NewDay(y, 1, 1)
	if !ok {
		return found{}
	}
	f.end = end
	f.expr = news.Expr{Fixed: t.At(jan, nil)}
	return f
}

// spells reports whether the items from i on are words; typographic
// apostrophes count as straight ones.
func (s *scan) spells(i int, words []string) bool {
	for k, w := range words {
		if !same(s.word(i+k), w) {
			return false
		}
	}
	return true
}

func same(got, want string) bool {
	if got == want {
		return true
	}
	const right = "’"
	return strings.HasPrefix(want, "'") && strings.HasPrefix(got, right) && got[len(right):] == want[1:]
}
