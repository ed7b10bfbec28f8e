package coref

import (
	"cmp"
	"slices"
	"strings"

	"rapporteur/internal/annotate/lex"
	"rapporteur/internal/news"
)

// chainDemonyms ties "Tovian" and "Tovians" to Tovia, and every seat, organ
// and capital to its state where the report speaks of that.
func (l *linker) chainDemonyms() {
	l.chainPoints()
	for k := range l.ms {
		if m := &l.ms[k]; m.form == news.Demonym && m.entry != nil {
			c := l.canonChain(m.entry.Canon, m.entry.Canon, m.entry.Kind, l.ix)
			l.join(k+1, c)
		}
	}
	for k := range l.ms {
		if m := &l.ms[k]; m.form == news.Name && m.body != 0 && m.chain != 0 {
			l.cs[m.chain-1].of = l.ms[m.body-1].chain
		}
	}
	for k := range l.ms {
		m := &l.ms[k]
		if m.entry == nil || m.chain == 0 || m.entry.Class == lex.State || m.entry.Class == lex.Demonym || m.form == news.Headless {
			continue
		}
		owner := m.entry.Of
		if m.entry.Class == lex.Seat || m.entry.Class == lex.Capital {
			owner = m.entry.Canon
		}
		if c := l.ix.canon[owner]; owner != "" && c != m.chain {
			l.cs[m.chain-1].of = c
		}
	}
}

// chainPoints ties "the North" to the one state of the report whose name
// begins so.
func (l *linker) chainPoints() {
	var states [4]int
	points := [...]string{"north", "south", "east", "west"}
	for c := range l.cs {
		for p, w := range points {
			if l.cs[c].kind == news.State && strings.HasPrefix(l.cs[c].canon, strings.ToUpper(w[:1])+w[1:]+" ") {
				if states[p] != 0 {
					states[p] = -1
					continue
				}
				states[p] = c + 1
			}
		}
	}
	for i := 1; i < l.n(); i++ {
		p := slices.Index(points[:], l.low[i])
		if p < 0 || states[p] <= 0 || !l.upper(i) || !l.is(i-1, "the") {
			continue
		}
		if l.owner[i] != 0 {
			m := l.at(i)
			if m.first != m.last || m.entry != nil {
				continue
			}
			m.kind, m.form = news.State, news.Headless
			if m.chain != 0 {
				l.cs[m.chain-1].mentions--
			}
			l.join(int(l.owner[i]), states[p])
			continue
		}
		if l.upos(i+1) == news.PROPN || i+1 < l.n() && l.upper(i+1) {
			continue
		}
		l.join(l.add(mention{first: i, last: i, head: i, kind: news.State, form: news.Headless}), states[p])
	}
}

// gatherNominals finds the noun phrases around offices, roles and bodies of
// people that stand on their own: "the minister", "western security
// officials", "Tovia's defence ministry".
func (l *linker) gatherNominals() {
	for i := 0; i < l.n(); {
		_, end := l.bounds(i)
		o, n := l.lex.Office(i, end+1, l.word)
		if o == nil || len(o.Title) < 4 && !l.upper(i) || l.owner[i] != 0 || l.taken[i] || l.nounAt(i+n) || !l.nominalHead(i+n-1, o) || ranks[l.low[i]] && n == 1 && l.officeFrom(i+1, end) {
			i++
			continue
		}
		i = l.nominal(i, i+n-1, end, o)
	}
}

// nominalHead reports whether the tags let a phrase that ends at i be a noun:
// "head" and "lead" are verbs too.
func (l *linker) nominalHead(i int, o *lex.Office) bool {
	switch l.upos(i) {
	case news.ADJ: // "an official said", taken for an adjective
		return o.Source && l.is(i-1, "a", "an", "the") && (l.verbal(i+1) || l.is(i+1, ".", ",")) || l.is(i, "executive") && l.is(i-1, "chief") && l.is(i+1, ",", ".")
	case news.VERB, news.ADV, news.ADP, news.AUX:
		return false
	}
	return true
}

// nominal enters the phrase around the head at..last and returns the token behind it.
func (l *linker) nominal(at, last, end int, o *lex.Office) int {
	begin, _ := l.bounds(at)
	p := phrase{title: l.titleAt(at, last, begin, o.Title), stop: last, plural: o.Plural}
	var definite, indefinite bool
	p.start, definite, indefinite = l.leftEdge(&p, begin)
	next := l.behind(&p, last+1, end)
	if m := l.at(p.stop + 1); m != nil && p.stop == last && p.stop < end && !o.Plural && m.form != news.Demonym {
		return next // it goes with the name behind it
	}
	m := mention{first: p.start, last: p.stop, kind: kindOf(o), form: news.Nominal, office: o, head: last, body: p.title.body, gender: sexOf(o.Title)}
	m.definite = definite || !indefinite && p.title.body != 0 && !o.Plural
	m.titles = []title{p.title}
	if o.People && !o.Plural && m.body != 0 && l.capitalized(at, last) { // "the Tovian Foreign Ministry"
		m.form = news.Name
		if l.is(m.first, "the") {
			m.first++
		}
		m.last = last
	}
	id := l.add(m)
	if p, ok := pronouns[l.low[m.first]]; ok && p.owns {
		l.owned[m.first] = id
	}
	if name := cmp.Or(l.namedBehind(p.stop+1, end), l.identified(p.stop+1, end)); name != 0 && !o.Plural && !o.People && !(l.is(p.start-1, "through", "via") && l.verbal(l.ms[name-1].last+1)) {
		l.join(id, l.ms[name-1].chain)
		l.give(l.ms[name-1].chain, p.title)
	}
	return max(next, last+1)
}

// capitalized reports whether every word of first..last begins with a capital.
func (l *linker) capitalized(first, last int) bool {
	for i := first; i <= last; i++ {
		if !l.upper(i) && !l.is(i, "of", "for", "and", "the") {
			return false
		}
	}
	return true
}

// namedBehind is the person whose name stands between commas behind a role
// noun that ends before token i: "Tovia's envoy, Ada Brenn, said". 0 for none.
func (l *linker) namedBehind(i, end int) int {
	if !l.is(i, ",") || i+1 > end {
		return 0
	}
	for j := i + 1; j <= min(end, i+4); j++ {
		if m := l.at(j); m != nil {
			closed := m.last == end || l.is(m.last+1, ",", ".", "-", "–", "—", "of", "from") || l.verbal(m.last+1)
			if m.kind != news.Person && m.entry == nil && m.last > m.first && m.last-m.first < 4 && m.chain != 0 && closed {
				m.kind = news.Person
				l.turnPerson(m.chain, m.last)
			}
			if m.kind != news.Person || m.form != news.Name || !closed || l.is(m.last+1, ",") && l.at(m.last+2) != nil && l.at(m.last+2).kind == news.Person {
				return 0
			}
			return int(l.owner[j])
		}
		if !l.taken[j] {
			return 0
		}
	}
	return 0
}

// identified is the person whose name is told as that of whom a role noun ends before
// token i speaks of: "the driver, identified by the police as Ilan Trask,". 0 for none.
func (l *linker) identified(i, end int) int {
	if l.is(i, ",") {
		i++
	}
	if !naming[l.low[min(i, l.n()-1)]] {
		return 0
	}
	for j := i + 1; j < min(end, i+identifiedReach); j++ {
		if l.is(j, ",", ";") {
			return 0
		}
		if m := l.at(j + 1); l.is(j, "as") && m != nil && m.first == j+1 && m.kind == news.Person && m.form == news.Name && m.chain != 0 {
			return int(l.owner[j+1])
		}
	}
	return 0
}

// identifiedReach is the number of tokens within which the name stands.
const identifiedReach = 10

// naming are the participles behind which stands who somebody is.
var naming = list("naming")

// led are the bodies that go by the name of who leads them: "the Brenn campaign".
var led = list("led")

func kindOf(o *lex.Office) news.Kind {
	switch {
	case o.People && !o.Plural:
		return news.Organization
	case o.Plural || o.People:
		return news.Group
	}
	return news.Person
}

// leftEdge extends a phrase leftward over its modifiers to its article.
func (l *linker) leftEdge(p *phrase, begin int) (start int, definite, indefinite bool) {
	start = p.title.first
	for start > begin && p.title.first-start < 12 {
		i := start - 1
		if m := l.at(i); m != nil {
			if m.kind == news.Person && !l.genitive(m.last+1) && !(start == p.title.first && led[l.low[start]]) || definite && p.title.body != 0 {
				break
			}
			if p.title.body == 0 {
				p.title.body = int(l.owner[i])
			}
			start = m.first
			definite = definite || l.genitive(m.last+1)
			continue
		}
		switch {
		case l.is(i, "the", "this", "that", "these", "those", "his", "her", "its", "their"):
			return i, true, false
		case l.is(i, "a", "an", "another", "one", "some", "several", "many", "two", "three", "other", "most", "unnamed", "anonymous") && l.upos(i) != news.NOUN:
			start, indefinite = i, true
			if l.is(i, "a", "an", "another") {
				return start, false, true
			}
		case l.genitive(i) && l.at(i-1) != nil, l.is(i, "-") && (l.glued(i) || l.touching(i)):
			start = i
		case l.modifierTag(i):
			start = i
		default:
			return start, definite, indefinite
		}
	}
	return start, definite, indefinite
}

func (l *linker) modifierTag(i int) bool {
	if l.is(i-1, "-") && l.touching(i) && l.upos(i) != news.ADP { // "left-wing", whatever its parts are tagged
		return !l.taken[i]
	}
	switch l.upos(i) {
	case news.ADJ, news.NOUN, news.PROPN, news.NUM:
		return !l.taken[i]
	case news.NoUPOS:
		return ranks[l.low[i]] || stations[l.low[i]] || tenses[l.low[i]] != ""
	case news.VERB, news.ADV:
		return tenses[l.low[i]] != "" || !l.taken[i] && l.attributive(i)
	}
	return tenses[l.low[i]] != ""
}

// chainNominals ties role nouns in order of place, so that "the minister"
// finds the minister of whom the report has just spoken.
func (l *linker) chainNominals() {
	known := map[string]int{}
	for _, k := range l.inOrder() {
		m := &l.ms[k-1]
		if m.chain == 0 && m.office != nil {
			l.chainNominal(k, known)
		}
		if c := m.chain; c != 0 && len(l.cs[c-1].offices) > 0 {
			l.recall(c, m.first)
		}
	}
}

func (l *linker) chainNominal(k int, known map[string]int) {
	m := &l.ms[k-1]
	if m.definite && m.kind == news.Person {
		if c := cmp.Or(l.spokenFor(m), l.holder(m)); c != 0 {
			l.join(k, c)
			return
		}
	}
	if c := l.joinedRole(k); c != 0 {
		l.join(k, c)
		return
	}
	bare := l.description(m)
	head := "head\x00" + l.low[m.head]
	if c := l.bodyMeant(m); c != 0 {
		l.join(k, c)
		known[bare] = c
		return
	}
	if !l.is(m.first, "a", "an", "another", "one") {
		c := known[bare]
		if c == 0 && (m.definite || m.kind != news.Group) && m.body == 0 && strings.IndexByte(bare, ' ') < 0 {
			c = known[head]
		}
		if c != 0 {
			l.join(k, c)
			known[head] = c
			if m.form == news.Name && l.cs[c-1].unnamed {
				l.cs[c-1].unnamed, l.cs[c-1].name = false, l.text(m.first, m.last)
			}
			return
		}
	}
	if c := l.epithet(m); c != 0 {
		l.join(k, c)
		known[bare], known[head] = c, c
		return
	}
	c := l.newChain(chain{kind: m.kind, name: l.text(m.first, m.last), unnamed: m.form == news.Nominal, gender: m.gender, plural: m.office.Plural, of: l.owningChain(m)})
	l.join(k, c)
	known[bare], known[head] = c, c
}

// nearby is among how many mentions entered before it the role is looked for to
// which another is joined.
const nearby = 8

// joinedRole is who holds the role before "and" where role noun k behind it has
// no article of its own: "the Brel senator and [party candidate]". 0 for none.
func (l *linker) joinedRole(k int) int {
	m := &l.ms[k-1]
	if m.kind != news.Person || m.definite || !l.is(m.first-1, "and") || l.is(m.first, "a", "an", "another", "one") {
		return 0
	}
	for j := k - 2; j >= max(0, k-nearby); j-- { // role nouns were entered in order
		if b := &l.ms[j]; b.last == m.first-2 && b.form == news.Nominal && b.kind == news.Person && b.definite && b.chain != 0 && !l.cs[b.chain-1].plural {
			return b.chain
		}
	}
	return 0
}

// owningChain is the chain that a role noun belongs to or speaks for.
func (l *linker) owningChain(m *mention) int {
	if m.body == 0 {
		return 0
	}
	return l.ms[m.body-1].chain
}

// description is the phrase without its article, in lower case, with its body
// under the body's own name.
func (l *linker) description(m *mention) string {
	var b strings.Builder
	for i := m.first; i <= m.last; i++ {
		if i == m.first && l.is(i, "the", "this", "that", "these", "those", "a", "an") || l.genitive(i) {
			continue
		}
		if b.Len() > 0 {
			b.WriteByte(' ')
		}
		if n := l.at(i); n != nil && n.entry != nil {
			b.WriteString(n.entry.Canon)
			i = n.last
			continue
		}
		b.WriteString(l.low[i])
	}
	return b.String()
}
