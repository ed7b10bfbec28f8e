package coref

import (
	"cmp"
	"slices"

	"rapporteur/internal/news"
)

// pronoun says what a pronoun may stand for.
type pronoun struct {
	gender news.Gender
	plural bool
	thing  bool // "it": a state or body
	owns   bool // "his": a possessive
}

var pronouns = map[string]pronoun{
	"he": {gender: news.Masculine}, "him": {gender: news.Masculine}, "himself": {gender: news.Masculine}, "his": {gender: news.Masculine, owns: true},
	"she": {gender: news.Feminine}, "her": {gender: news.Feminine, owns: true}, "herself": {gender: news.Feminine}, "hers": {gender: news.Feminine},
	"they": {plural: true}, "them": {plural: true}, "their": {plural: true, owns: true},
	"it": {thing: true}, "its": {thing: true, owns: true}, "itself": {thing: true},
}

// reach is how many sentences back an antecedent may stand; those that are
// all quotation do not count.
const reach = 3

// candidates is how many mentions back an antecedent may stand.
const candidates = 100

// chainPronouns enters the pronouns outside quotations and ties each to the
// most prominent fitting chain near it; "they" and "it" only where one subject fits.
func (l *linker) chainPronouns() {
	order := l.inOrder()
	for _, k := range order {
		l.ms[k-1].subject = l.isSubject(&l.ms[k-1])
	}
	seen := make([]int, 0, len(order)) // mentions before the pronoun, in order
	next := 0
	for i := range l.n() {
		for next < len(order) && l.ms[order[next]-1].first <= i {
			if m := &l.ms[order[next]-1]; m.chain != 0 && !l.inQuote[m.first] {
				seen = append(seen, order[next])
			}
			next++
		}
		p, ok := pronouns[l.low[i]]
		if !ok || l.owner[i] != 0 || l.inQuote[i] {
			continue
		}
		if id := l.chainPronoun(i, p, seen); l.ms[id-1].chain != 0 {
			seen = append(seen, id)
		}
	}
}

// inOrder lists the mentions (1-based) by place.
func (l *linker) inOrder() []int {
	out := make([]int, len(l.ms))
	for i := range out {
		out[i] = i + 1
	}
	slices.SortStableFunc(out, func(x, y int) int {
		return cmp.Or(cmp.Compare(l.ms[x-1].first, l.ms[y-1].first), cmp.Compare(l.ms[y-1].last, l.ms[x-1].last))
	})
	return out
}

func (l *linker) chainPronoun(i int, p pronoun, seen []int) int {
	m := mention{first: i, last: i, head: i, form: news.Pronoun, gender: p.gender}
	m.subject = l.isSubject(&m) || l.is(i, "he", "she", "they")
	c := l.antecedent(&m, p, seen)
	m.kind = news.Person
	if c != 0 {
		m.kind = l.cs[c-1].kind
	} else if p.thing || p.plural {
		m.kind = ""
	}
	id := l.add(m)
	l.join(id, c)
	if p.owns && c != 0 {
		l.country(i, c)
		l.ownOffice(i, id)
	}
	return id
}

// ownOffice gives an office that a possessive at token i begins its body:
// "... Tovia and its president, Ada Brenn".
func (l *linker) ownOffice(i, pronoun int) {
	k := l.owned[i]
	if k == 0 || l.ms[k-1].chain == 0 {
		return
	}
	body := l.bodyOf(pronoun)
	if l.is(l.ms[k-1].head, "predecessor") {
		l.preceded(l.ms[k-1].chain, l.ms[pronoun-1].chain)
		return
	}
	if c := l.ms[pronoun-1].chain; l.is(l.ms[k-1].head, "counterpart") && c != l.ms[k-1].chain {
		l.counterpart(k, c)
		return
	}
	offices := l.cs[l.ms[k-1].chain-1].offices
	for j := range offices {
		if o := &offices[j]; o.body == 0 && o.of == "" && o.first >= l.ms[k-1].first && o.last <= l.ms[k-1].last {
			o.body = body
		}
	}
}

// scholars are posts whose holders have no officials of their body.
var scholars = list("scholars")

// bodyOf is the body that a possessive stands for: itself, or where it means a
// person, what his office belongs to: "his foreign minister" is his state's.
func (l *linker) bodyOf(pronoun int) int {
	c := &l.cs[l.ms[pronoun-1].chain-1]
	if c.kind != news.Person {
		return pronoun
	}
	for i := range c.offices {
		if o := &c.offices[i]; o.tense == "" && o.body != 0 && o.body != pronoun && !scholars[lastWord(o.title)] {
			return o.body
		}
	}
	return 0
}

// counterpart gives the person of role noun k the office of c, whose
// counterpart he is, for the body that stands with the noun: "the Tovian
// foreign minister and his Varnian counterpart, Ada Brenn".
func (l *linker) counterpart(k, c int) {
	m := &l.ms[k-1]
	if m.body == 0 || l.cs[m.chain-1].unnamed {
		return
	}
	for i := range l.cs[c-1].offices {
		if o := &l.cs[c-1].offices[i]; o.tense == "" && o.body != 0 {
			l.give(m.chain, title{first: m.first, last: m.head, name: o.title, body: m.body})
			return
		}
	}
}

// antecedent scores the chains spoken of shortly before; the best wins, and
// for "it" and "they" only when it is a subject.
func (l *linker) antecedent(m *mention, p pronoun, seen []int) int {
	best, most := 0, 0
	here := int(l.told[l.sentence[m.first]])
	for j := len(seen) - 1; j >= max(0, len(seen)-candidates); j-- {
		k := seen[j]
		c := &l.ms[k-1]
		far := here - int(l.told[l.sentence[c.first]])
		if far > reach {
			break
		}
		if !l.agrees(c, p) || c.last >= m.first || l.barred(c, m, p) {
			continue
		}
		if score := l.prominence(c, m, far); score > most {
			best, most = c.chain, score
		}
	}
	if p.thing && !p.owns && !m.subject || (p.thing || p.plural) && most < 60 {
		return 0
	}
	return best
}

// barred reports whether grammar forbids that a pronoun means what c means: in
// "his father" he is not the father, and in "Brenn thanked her" she is not
// Brenn (principle B of binding).
func (l *linker) barred(c, m *mention, p pronoun) bool {
	if p.owns {
		k := l.owned[m.first]
		return k != 0 && l.ms[k-1].chain == c.chain
	}
	if m.subject || !c.subject || len(l.low[m.first]) > 4 { // "himself" must
		return false
	}
	v := l.governor(m.first)
	return v != 0 && v == l.governor(c.head)
}

// governor is the token (from 1) of the verb or noun that token i hangs from
// as a subject or an object, 0 for none.
func (l *linker) governor(i int) news.TokenID {
	if l.a.Done&news.Arcs == 0 || len(l.a.Arcs) != l.n() {
		return 0
	}
	switch l.a.Arcs[i].Rel {
	case news.Nsubj, news.NsubjPass, news.Obj, news.Iobj:
		return l.a.Arcs[i].Head
	}
	return 0
}

// agrees reports whether a mention's chain may be what the pronoun says.
func (l *linker) agrees(m *mention, p pronoun) bool {
	c := &l.cs[m.chain-1]
	switch {
	case m.form == news.Demonym:
		return false
	case p.thing:
		return c.kind == news.State || c.kind == news.Organization
	case p.plural:
		return c.plural || c.kind == news.Group || c.kind == news.Organization || c.unnamed && c.kind == news.Person
	}
	return c.kind == news.Person && !c.plural && (c.gender == news.UnknownGender || c.gender == p.gender)
}

// prominence scores an antecedent: near ones before far ones, subjects before
// the rest, the first in a sentence before later ones, and somebody known to
// be a he or a she before somebody who might be.
func (l *linker) prominence(c, m *mention, far int) int {
	score := 60 - 20*far
	if c.subject {
		score += 45
	}
	if far == 0 && !c.subject {
		score -= 5
	}
	if l.cs[c.chain-1].gender != news.UnknownGender {
		score += 8
	}
	if c.form == news.Pronoun {
		score += 4
	}
	if l.cs[c.chain-1].unnamed {
		score -= 15
	}
	begin, _ := l.bounds(c.first)
	return score + max(0, 10-(c.first-begin)/2)
}

// isSubject reports whether a mention is who does something: by the tree where
// there is one, else by the verb behind it and no preposition before it.
func (l *linker) isSubject(m *mention) bool {
	if l.a.Done&news.Arcs != 0 && len(l.a.Arcs) == l.n() {
		return l.treeSubject(m)
	}
	begin, end := l.bounds(m.first)
	before := m.first - 1
	if m.titleFirst >= 0 {
		before = m.titleFirst - 1
	}
	if before >= begin && (l.upos(before) == news.ADP || l.is(before, "of", "in", "to", "with", "by", "for", "from", "at", "on", "between", "against", "and")) {
		return false
	}
	if before >= begin && l.is(before, "said", "says", "added", "told") && l.is(before-1, ",", "\"", "”") {
		return true
	}
	i := m.last + 1
	for i <= end && l.upos(i) == news.ADV {
		i++
	}
	return i <= end && l.verbal(i)
}

func (l *linker) treeSubject(m *mention) bool {
	first := m.first
	if m.form == news.Name && m.titleFirst >= 0 && m.titleFirst < first {
		first = m.titleFirst // the parser may take the title for the head
	}
	for i := first; i <= m.last; i++ {
		switch l.a.Arcs[i].Rel {
		case news.Nsubj, news.NsubjPass, news.NsubjOuter:
			return true
		}
	}
	return m.form == news.Name && (l.namesSubject(m.head) || l.opensClause(m) || l.behindOpener(m) || l.rootName(m))
}

// rootName reports whether person m opens its sentence and was taken for the
// root of it, his verb for part of what is told of him between commas: "Ada
// Brenn, the mayor of Orn, which lies on the coast, voiced ...".
func (l *linker) rootName(m *mention) bool {
	begin, end := l.bounds(m.first)
	if m.kind != news.Person || m.first != begin || !l.is(m.last+1, ",") {
		return false
	}
	root := false
	for i := m.first; i <= m.last; i++ {
		root = root || l.a.Arcs[i].Head == 0
	}
	commas := 0
	for i := m.last + 1; root && i < end; i++ {
		if l.is(i, ",") {
			commas++
		}
		if commas > 1 && l.is(i, ",") && l.upos(i+1) == news.VERB && (l.a.Tags[i+1].XPOS == news.VBD || l.a.Tags[i+1].XPOS == news.VBN) {
			return true
		}
	}
	return false
}

// behindOpener reports whether person m, with his title, stands between the comma
// behind the first words of the sentence, which speak of what he was doing, and a
// verb without a subject: the tree may have hung him on those words ("Speaking in
// Lutava, Defence Minister [Ada Brenn] said").
func (l *linker) behindOpener(m *mention) bool {
	begin, end := l.bounds(m.first)
	if m.kind != news.Person || m.last >= end || !l.verbal(m.last+1) || l.a.Tags[begin].XPOS != news.VBG && l.a.Tags[begin].XPOS != news.VBN {
		return false
	}
	i := m.first - 1
	for i > begin && !l.is(i, ",") {
		switch l.upos(i) {
		case news.NOUN, news.PROPN, news.ADJ, news.DET:
			i--
		default:
			return false
		}
	}
	for k := begin + 1; k < i; k++ {
		if l.is(k, ",") {
			return false
		}
	}
	return i > begin && !l.hasSubject(m.last+1)
}

// hasSubject reports whether the tree has a subject for the verb at token i.
func (l *linker) hasSubject(i int) bool {
	begin, end := l.bounds(i)
	for k := begin; k <= end; k++ {
		if a := l.a.Arcs[k]; int(a.Head) == i+1 && (a.Rel == news.Nsubj || a.Rel == news.NsubjPass || a.Rel == news.NsubjOuter) {
			return true
		}
	}
	return false
}

// namesSubject reports whether the name with head i stands beside a noun that
// is a subject: "another man, [Ada Brenn], said".
func (l *linker) namesSubject(i int) bool {
	for range 4 {
		h := int(l.a.Arcs[i].Head) - 1
		if h < 0 {
			return false
		}
		switch l.a.Arcs[i].Rel {
		case news.Nsubj, news.NsubjPass, news.NsubjOuter:
			return true
		case news.Appos, news.Flat:
			i = h
		default:
			return false
		}
	}
	return false
}

// opensClause reports whether person m, at most a title behind the beginning of
// its sentence, has its verb behind an age or the like, which the tree may have
// taken for another clause: "Navy veteran [Ada Brenn], 57, was one of them".
func (l *linker) opensClause(m *mention) bool {
	begin, end := l.bounds(m.first)
	if m.kind != news.Person || m.first-begin > 4 || l.low[begin] == "" || l.upos(begin) == news.ADP || l.verbal(begin) {
		return false
	}
	for i := begin; i < m.first; i++ {
		switch l.upos(i) {
		case news.NOUN, news.PROPN, news.ADJ, news.DET:
		default:
			return false
		}
	}
	i := m.last + 1
	if i+2 <= end && l.is(i, ",") && l.upos(i+1) == news.NUM && l.is(i+2, ",") {
		i += 3
	}
	return i <= end && i > m.last && l.verbal(i)
}

// country enters "his country", "her government" as the state of the person
// that the possessive at i means.
func (l *linker) country(i, c int) {
	if !l.is(i+1, "country", "nation", "homeland") {
		return
	}
	state := 0
	for _, o := range l.cs[c-1].offices {
		if o.body != 0 {
			if r := l.root(o.body); r != 0 && l.cs[r-1].kind == news.State {
				state = r
				break
			}
		}
	}
	if l.cs[c-1].kind == news.State {
		state = c
	}
	if state != 0 {
		l.join(l.add(mention{first: i, last: i + 1, head: i + 1, kind: news.State, form: news.Nominal}), state)
	}
}
