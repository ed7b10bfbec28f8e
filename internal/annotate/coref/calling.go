package coref

import (
	_ "embed"

	"rapporteur/internal/annotate/lex"
	"rapporteur/internal/news"
)

//go:embed callings.txt
var callingText string

// callings are the words of callings.txt.
var callings = lex.Lists(callingText)("callings")

// longestCalling bounds the words between an article and a calling.
const longestCalling = 6

// callingsBeside gives people the callings next to their names, with the body
// that goes with them:
//
//	Ada Brenn, 39, a waitress at the Orlo Inn,
//	FBI agent Ada Brenn
func (l *linker) callingsBeside() {
	for k := range len(l.ms) {
		m := &l.ms[k]
		if m.form != news.Name || m.kind != news.Person || m.chain == 0 {
			continue
		}
		begin, end := l.bounds(m.first)
		if i := m.first - 1; i >= begin && len(m.titles) == 0 && l.callingBefore(i) {
			l.give(m.chain, l.titleAt(i, i, begin, l.low[i]))
		}
		if at, loose := l.opensApposition(m.last+1, end); at > 0 && !l.taken[min(at, l.n()-1)] {
			l.callingAt(m.chain, at, end, loose)
		}
	}
}

// callingBefore reports whether token i, before a name, is a calling: in lower
// case, or with a capital behind the name of a body.
func (l *linker) callingBefore(i int) bool {
	if !callings[l.low[i]] || l.owner[i] != 0 || l.taken[i] {
		return false
	}
	b := l.at(i - 1)
	return !l.upper(i) || b != nil && b.kind == news.Organization
}

// callingAt gives chain c the calling that a noun phrase at token at ends with.
func (l *linker) callingAt(c, at, end int, loose bool) {
	if loose && !l.is(at, "a", "an", "the") {
		return
	}
	for i, steps := at, 0; i <= end && steps < longestCalling; i, steps = i+1, steps+1 {
		if callings[l.low[i]] && !l.upper(i) && !l.nounAt(i+1) {
			if m := l.at(i + 1); m != nil && m.kind == news.Person {
				return // the next person's: "Ada Brenn, painter [Min Telis] and"
			}
			p := phrase{title: l.titleAt(i, i, at, l.low[i]), start: at, stop: i}
			if next := l.behind(&p, i+1, end); loose || next > end || !l.verbal(next) {
				l.give(c, p.title)
			}
			return
		}
		if m := l.at(i); m != nil {
			if m.kind == news.Person && !l.genitive(m.last+1) {
				return
			}
			i = m.last
		} else if !l.modifier(i, steps) || l.is(i, ",") {
			return
		}
	}
}
