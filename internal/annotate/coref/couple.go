package coref

import "rapporteur/internal/news"

// partCouples makes two people of two surnames that a hyphen ties before what
// is theirs, where the report has people of both: "the [Orn]-[Brenn] plan".
func (l *linker) partCouples() {
	surnames := map[string]bool{}
	for k := range l.ms {
		if m := &l.ms[k]; m.kind == news.Person && m.form == news.Name && !l.is(m.last-1, "-") {
			surnames[l.low[m.last]] = true
		}
	}
	for k := range l.ms {
		m := &l.ms[k]
		if m.kind != news.Person || m.form != news.Name || m.last != m.first+2 || !l.is(m.first+1, "-") || !surnames[l.low[m.first]] || !surnames[l.low[m.last]] {
			continue
		}
		if u := l.upos(m.last + 1); u != news.NOUN && u != news.ADJ {
			continue
		}
		second := m.last
		l.owner[m.first+1], l.owner[second] = 0, 0
		m.last, m.head = m.first, m.first
		l.add(mention{first: second, last: second, kind: news.Person, form: news.Name, head: second})
	}
}
