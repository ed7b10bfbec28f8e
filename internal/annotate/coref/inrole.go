package coref

import (
	"strings"

	"rapporteur/internal/news"
)

// officesInRole reads offices that are told of what somebody did or was in them:
//
//	NAME's|her record as OFFICE [of BODY]
//	when she was OFFICE [of BODY]
//
// Pronouns must be tied: the person may be one.
func (l *linker) officesInRole() {
	for k := range l.ms {
		m := &l.ms[k]
		if m.chain == 0 || m.kind != news.Person || m.form == news.Nominal || l.cs[m.chain-1].unnamed || l.inQuote[m.first] {
			continue
		}
		_, end := l.bounds(m.last)
		if at, tense := l.inRole(m, end); at > 0 {
			l.roleAt(m.chain, at, end, tense)
		}
	}
}

// inRole is the token at which an office of m may begin, 0 for none, and what is
// known of when it is held.
func (l *linker) inRole(m *mention, end int) (at int, tense string) {
	i := m.last + 1
	if m.form == news.Pronoun && l.is(m.first, "he", "she") {
		if l.is(i, "was") && l.is(m.first-1, "when", "while") {
			return i + 1, "former"
		}
		return 0, ""
	}
	if m.form == news.Pronoun && !l.is(m.first, "his", "her") || m.form == news.Name && !l.genitive(i) {
		return 0, ""
	}
	if m.form == news.Name {
		i++
	}
	for steps := 0; i < end && steps < 3; i, steps = i+1, steps+1 {
		switch {
		case services[l.low[i]] && l.is(i+1, "as"):
			return i + 2, ""
		case l.upos(i) != news.ADJ && l.upos(i) != news.NUM && l.upos(i) != news.NOUN:
			return 0, ""
		}
	}
	return 0, ""
}

// services are nouns for what somebody does, or how long, in an office.
var services = list("services")

// roleAt gives chain c the office that stands at token at without an article of
// many: "as [secretary of state]", "was [the mayor of Brel]".
func (l *linker) roleAt(c, at, end int, tense string) {
	if l.is(at, "a", "an", "one") {
		return
	}
	p, _, ok := l.officeAt(at, end)
	if !ok || p.plural || p.start != at || l.cs[c-1].kind != news.Person {
		return
	}
	if p.tense == "" {
		p.tense = tense
	}
	for k := range l.cs[c-1].offices {
		if o := &l.cs[c-1].offices[k]; o.title == p.name && (p.body == 0 && p.of == "" || o.body == 0 && o.of == "") {
			return // told better elsewhere
		}
	}
	l.give(c, p.title)
}

// predecessors gives those who are told to be somebody's predecessors the office
// in which they were: "Mayor Ada Brenn's predecessor, Orn Telis".
func (l *linker) predecessors() {
	for k := range l.ms {
		m := &l.ms[k]
		if m.form == news.Nominal && m.body != 0 && m.chain != 0 && l.is(m.head, "predecessor") {
			l.preceded(m.chain, l.ms[m.body-1].chain)
		}
	}
}

// preceded gives person c the one office that person of holds, as held before.
func (l *linker) preceded(c, of int) {
	if c == of || of == 0 || l.cs[of-1].kind != news.Person || l.cs[c-1].kind != news.Person || l.cs[c-1].unnamed {
		return
	}
	held := -1
	for k := range l.cs[of-1].offices {
		if o := &l.cs[of-1].offices[k]; o.tense != "former" && !scholars[lastWord(o.title)] {
			if held >= 0 {
				return
			}
			held = k
		}
	}
	if held < 0 {
		return
	}
	o := l.cs[of-1].offices[held]
	for k := range l.cs[c-1].offices {
		if strings.HasSuffix(l.cs[c-1].offices[k].title, lastWord(o.title)) {
			return
		}
	}
	l.give(c, title{first: o.first, last: o.last, name: o.title, tense: "former", body: o.body, of: o.of})
}

// attributive reports whether token i, a participle or the adverb before one,
// stands between an article or owner and a noun: "Tovia's [newly] [elected]
// president".
func (l *linker) attributive(i int) bool {
	if l.upos(i) == news.ADV {
		i++
	}
	if l.upos(i) != news.VERB || !strings.HasSuffix(l.low[i], "ed") && !strings.HasSuffix(l.low[i], "ing") {
		return false
	}
	k := i - 1
	if l.upos(k) == news.ADV {
		k--
	}
	return l.genitive(k) || l.is(k, "the", "a", "an", "its", "his", "her", "their")
}
