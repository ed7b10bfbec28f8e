package coref

import (
	"strings"

	"rapporteur/internal/news"
)

// mostHolders is how many people one plural office in front may be shared by.
const mostHolders = 6

// readPluralTitles gives the office in the plural before a list of people to
// each of them, with the body that stands behind his own name:
//
//	Govs. [Ada Brenn] of Orlo and [Min Telis] of Brel
//	Senators [Ada Brenn], Democrat of Orlo, and [Min Telis]
func (l *linker) readPluralTitles() {
	for k := range l.ms {
		m := &l.ms[k]
		if m.form != news.Name || m.kind != news.Person || len(m.titles) > 0 || m.honorific {
			continue
		}
		begin, end := l.bounds(m.first)
		name, first := l.pluralOffice(m.first-1, begin)
		if name == "" {
			continue
		}
		if people := l.listed(k, end); len(people) > 1 {
			l.share(people, l.titleAt(first, m.first-1, begin, name))
		}
	}
}

// pluralOffice is the office, in the singular, whose plural ends at token i, and
// its first token; "" for none.
func (l *linker) pluralOffice(i, begin int) (name string, first int) {
	if i < begin {
		return "", 0
	}
	at := i
	if l.is(i, ".") && i > begin {
		at--
	}
	w := strings.TrimSuffix(l.word(at), ".")
	if h := l.lex.Honorific(strings.TrimSuffix(w, "s")); h != nil && h.Rank != "" && strings.HasSuffix(w, "s") && l.upper(at) {
		return h.Rank, at
	}
	o, n := l.officeEnding(i, begin)
	if o == nil || !o.Plural || o.People {
		return "", 0
	}
	one := l.lex.LookupOffice(strings.TrimSuffix(o.Title, "s"))
	if one == nil || one.Plural || !one.Office && !one.Role {
		return "", 0
	}
	return one.Title, i - n + 1
}

// listed are the people (places in ms) of a list that begins with name k: names
// between which only a body, a label or brackets stand, and commas or "and".
func (l *linker) listed(k, end int) (people []int) {
	people = append(people, k)
	for len(people) < mostHolders {
		i := l.pastTail(l.ms[people[len(people)-1]].last+1, end)
		if l.is(i, ",") {
			i++
		}
		if l.is(i, "and", "&") {
			i++
		}
		m := l.at(i)
		if i > end || m == nil || m.first != i || m.kind != news.Person || m.form != news.Name || i == l.ms[people[len(people)-1]].last+1 {
			break
		}
		people = append(people, int(l.owner[i])-1)
	}
	if last := len(people) - 1; last > 0 && !l.joined(people) {
		return people[:1]
	}
	return people
}

// joined reports whether the last two of a list are joined by "and".
func (l *linker) joined(people []int) bool {
	i := l.ms[people[len(people)-1]].first - 1
	return l.is(i, "and", "&")
}

// pastTail is the token behind what may stand behind a name in a list: "of BODY",
// "(D-Brel)", ", D-Brel", ", Democrat of Brel". It is i where none of that does.
func (l *linker) pastTail(i, end int) int {
	if l.is(i, "of") {
		if m := l.at(i + 1); m != nil && m.kind != news.Person {
			return m.last + 1
		}
		return i
	}
	if k := l.labelState(i); k != 0 {
		last := l.ms[k-1].last
		if l.is(last+1, ")") || last+1 <= end && parties[l.low[last+1]] {
			last++
		}
		return last + 1
	}
	return i
}

// share gives people the office t, each with the body of his own.
func (l *linker) share(people []int, t title) {
	for i := t.first; i <= t.last; i++ {
		l.taken[i] = true
	}
	for _, k := range people {
		m := &l.ms[k]
		m.titles = append(m.titles, t)
		l.bodyBehind(m)
		l.constituency(m)
	}
}
