package coref

import (
	"rapporteur/internal/annotate/lex"
	"rapporteur/internal/news"
)

// surnameOf is the one person named in full before m who has the name of the
// place that m is for a surname, where m does what people do: "Ada Houston left.
// [Houston] is a judge". 0 for none.
func (l *linker) surnameOf(m *mention) int {
	if m.entry.Class != lex.Place || m.first != m.last || !l.verbal(m.last+1) || m.first > 0 && placeBefore[l.low[m.first-1]] {
		return 0
	}
	if met := l.ix.last[l.low[m.first]]; len(met) == 1 {
		return met[0]
	}
	return 0
}

// turnPerson makes chain c, whose name ends with token last, a person's after all,
// and those one-word names his that were taken for something else behind it.
func (l *linker) turnPerson(c, last int) {
	l.cs[c-1].kind = news.Person
	w := l.low[last]
	single := l.ix.single[w]
	if single == 0 || single == c || len(l.ix.last[w]) > 0 || l.cs[single-1].first < last {
		return
	}
	for k := range l.ms {
		if m := &l.ms[k]; m.chain == single {
			m.kind = news.Person
			l.join(k+1, c)
		}
	}
	l.cs[single-1].mentions = 0
	l.ix.single[w] = c
}
