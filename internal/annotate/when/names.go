package when

import (
	_ "embed"
	"fmt"
	"strings"
	"sync"

	"rapporteur/internal/news"
)

//go:embed names.txt
var namesFile string

// nameOfTime is a name that holds a word of time: what stands before it, what
// it is, what stands behind.
type nameOfTime struct {
	before, after []string
	core          string // a word of the text, or DAY, MONTH, YEAR, DATE, TODAY, NOW, SEASON, NIGHT
}

// namesOfTime is the list of names.txt; it panics when the file does not load,
// which the package's own test finds.
var namesOfTime = sync.OnceValue(func() []nameOfTime {
	n, err := readNames(namesFile)
	if err != nil {
		panic(err)
	}
	return n
})

func readNames(file string) (out []nameOfTime, err error) {
	for n, line := range strings.Split(file, "\n") {
		if line = strings.TrimSpace(line); line == "" || line[0] == '#' {
			continue
		}
		left, rest, ok := strings.Cut(line, "[")
		core, right, ok2 := strings.Cut(rest, "]")
		p := nameOfTime{before: parted(left), after: parted(right), core: strings.TrimSpace(core)}
		if !ok || !ok2 || p.core == "" || len(p.before)+len(p.after) == 0 {
			return nil, fmt.Errorf("names.txt line %d: want words around one part in brackets: %q", n+1, line)
		}
		out = append(out, p)
	}
	return out, nil
}

// keep reports whether f is a time and no name or part of one.
func (s *scan) keep(f *found) bool {
	if s.mentioned(f) {
		return false
	}
	all := namesOfTime()
	for i := range all {
		if s.named(f, &all[i]) {
			return false
		}
	}
	return true
}

// named reports whether f, with the words around it, is the name p.
func (s *scan) named(f *found, p *nameOfTime) bool {
	i := f.start - len(p.before)
	for k, w := range p.before {
		if !s.wordIs(i+k, w) {
			return false
		}
	}
	for k, w := range p.after {
		if !s.wordIs(f.end+k, w) {
			return false
		}
	}
	return s.coreIs(f, p.core)
}

func (s *scan) wordIs(i int, w string) bool {
	if w == "*" {
		return s.at(i).upper && s.at(i).mark == 0
	}
	return same(s.word(i), w)
}

func (s *scan) coreIs(f *found, core string) bool {
	x := s.at(f.start)
	switch core {
	case "DAY":
		return x.is(weekday)
	case "MONTH":
		return x.is(month) && f.end == f.start+1
	case "YEAR":
		return strings.HasSuffix(f.rule, "year") && x.is(digits)
	case "DATE":
		return x.is(month|monthShort|digits|the|weekday) && f.end > f.start+1
	case "TODAY", "TONIGHT":
		return x.is(today) && x.upper
	case "NOW":
		return x.is(now) && x.upper
	case "SEASON":
		return x.is(season) && x.upper
	case "NIGHT":
		return x.is(part) && x.upper
	}
	return f.end == f.start+1 && s.word(f.start) == core
}

// mentioned reports whether f is part of a name that is longer than it, or a
// person's. Both lists go by place, so one walk serves all.
func (s *scan) mentioned(f *found) bool {
	sp := s.it[f.start].span.Cover(s.it[f.end-1].span)
	ms := s.a.Mentions
	for s.mention < len(ms) && ms[s.mention].Span.End <= sp.Start {
		s.mention++
	}
	for k := s.mention; k < len(ms) && ms[k].Span.Start < sp.End; k++ {
		m := &ms[k]
		if m.Form != news.Name || !m.Span.Contains(sp) {
			continue
		}
		if m.Span.Len() > sp.Len() && !s.endsIn(m, sp.End) || m.Kind == news.Person && s.at(f.start).is(givenName|doubtful) && !s.at(f.start-1).is(monthOpener|preposition) {
			return true
		}
	}
	return false
}

// endsIn reports whether the name m only ends in the time: names are at times
// read too far, as in "told Reuters Monday".
func (s *scan) endsIn(m *news.Mention, end int32) bool { return m.Span.End == end }
