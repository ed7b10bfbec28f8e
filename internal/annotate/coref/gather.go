package coref

import (
	"rapporteur/internal/annotate/lex"
	"rapporteur/internal/news"
)

// gatherNames takes over the names that the name stage found and lays the
// lexicon beside them: a name that is an entry gets it, an entry that the
// stage overlooked is added where it needs no support, and an entry that is
// longer than a name widens it. Names stand in order and do not overlap.
func (l *linker) gatherNames() {
	names := l.a.Mentions
	k := 0
	for i := 0; i < l.n(); {
		if i = l.pastParty(i); i >= l.n() {
			break
		}
		for k < len(names) && int(names[k].First)-1 < i {
			k++
		}
		_, end := l.bounds(i)
		e, n := l.lex.Name(i, end+1, l.word)
		if k < len(names) && int(names[k].First)-1 == i && names[k].Last >= names[k].First && int(names[k].Last) <= l.n() {
			if whole, ok := givenDemonym(names[k:], e); ok {
				i = l.takeName(&whole, nil, 0)
				continue
			}
			i = l.takeName(&names[k], e, n)
			continue
		}
		if e != nil && !l.crosses(names[k:], i, n) && l.stands(e, i) && !l.compound(i+n) {
			l.add(mention{first: i, last: i + n - 1, kind: e.Kind, form: formOf(e), entry: e, head: i + n - 1})
			i += n
			continue
		}
		i++
	}
}

// givenDemonym is the name of a person whose given name is the word of a people
// too, which the name stage read as two: "Finn | Holmgren".
func givenDemonym(names []news.Mention, e *lex.Entry) (whole news.Mention, ok bool) {
	if e == nil || e.Class != lex.Demonym || !e.Weak || len(names) < 2 {
		return whole, false
	}
	given, surname := &names[0], names[1]
	if given.First != given.Last || surname.First != given.Last+1 || surname.Last != surname.First || surname.Kind != news.Person {
		return whole, false
	}
	surname.First = given.First
	return surname, true
}

// crosses reports whether an entry of n tokens at i runs into the next name
// without covering it: then the longer name is right.
func (l *linker) crosses(rest []news.Mention, i, n int) bool {
	return len(rest) > 0 && int(rest[0].First)-1 < i+n && int(rest[0].Last)-1 >= i+n
}

// compound reports whether a capitalised word that is no name of the lexicon
// hangs with a hyphen on a name that ends before token i: "Orn-Matin".
func (l *linker) compound(i int) bool {
	if i+1 >= l.n() || !l.is(i, "-") || !l.touching(i) || !l.touching(i+1) || !l.upper(i+1) {
		return false
	}
	e, _ := l.lex.Name(i+1, l.n(), l.word)
	return e == nil
}

// stands reports whether an entry counts as a name where the name stage saw
// none: weak ones ("Turkey", "Time") need its word or a determiner's.
func (l *linker) stands(e *lex.Entry, i int) bool {
	if !e.Weak {
		return true
	}
	return e.Class == lex.Outlet && (l.is(i-1, "the") || l.is(i-1, "told", "tells") && l.upos(i+1) != news.PROPN) || e.Class == lex.State && l.is(i-1, "in", "from", "to", "with", "and")
}

func formOf(e *lex.Entry) news.MentionForm {
	if e != nil && e.Class == lex.Demonym {
		return news.Demonym
	}
	return news.Name
}

// takeName enters a name of the name stage, with entry e of n tokens at its
// start where the lexicon has one; it returns the token after it.
func (l *linker) takeName(m *news.Mention, e *lex.Entry, n int) int {
	first, last, kind := int(m.First)-1, int(m.Last)-1, m.Kind
	if at := l.titleInside(first, last, kind); at > first {
		l.addEntries(first, at)
		first, kind = at, news.Person
	}
	first, last = l.trimName(first, last, kind)
	last = l.partyOf(first, last)
	if last == first+1 && l.syllable(last+1) {
		kind = news.Person
	}
	if kind != news.Place && last == first+1 && l.platform(last) { // "the official [Orlo] Twitter feed"
		last, kind = first, news.Organization
	}
	last = l.tradeName(first, l.widen(first, last, kind), kind)
	if kind == news.Person && last > first && last+1 < l.n() && suffixes[l.low[last+1]] && l.upper(last+1) { // "Ada Brenn [III]"
		last++
	}
	if first > last || first == last && calendar[l.low[first]] || l.onlyOffice(first, last) {
		return int(m.Last)
	}
	body := 0
	switch {
	case e == nil || first != int(m.First)-1:
		e = nil
	case l.outletName(e, first, n, last): // "Orn Radio" for the lexicon's "Orn"
		kind = e.Kind
	case n < last-first+1: // the entry is the beginning of a longer name
		person := l.givenName(first+n) && l.upper(first+n) && first+n < last && e.Kind != news.Place
		if person {
			kind = news.Person
		}
		if e.Class == lex.Demonym && kind == news.Person && !(e.Weak && first+n == last) || person || l.is(first-1, "told", "tells", "telling") && (e.Class == lex.Agency || e.Class == lex.Outlet) {
			l.add(mention{first: first, last: first + n - 1, kind: e.Kind, form: formOf(e), entry: e, head: first + n - 1})
			first += n
		} else if e.Kind == news.State && kind == news.Organization && !l.genitive(first+n) { // "Tovian Foreign Ministry"
			body = l.add(mention{first: first, last: first + n - 1, kind: e.Kind, form: formOf(e), entry: e, head: first + n - 1})
		}
		e = nil
	case kind == news.Person && n == 1 && !l.sureState(e):
		e = nil
	default:
		last, kind = first+n-1, e.Kind
	}
	if e == nil {
		if g, gn := l.lex.Name(first, last+1, l.word); g != nil && gn == last-first+1 && (kind != news.Person || l.sureState(g)) {
			e, kind = g, g.Kind
		}
	}
	if e == nil && kind == news.Place { // "Rutland, [Vt.]"
		if p, k := l.provinceAt(first, last); k == last-first+1 {
			e = p
		}
	}
	l.add(mention{first: first, last: last, kind: kind, form: formOf(e), entry: e, head: last, body: body})
	return max(last+1, int(m.Last))
}

// platform reports whether token i is the name of where posts appear.
func (l *linker) platform(i int) bool {
	if i >= l.n() {
		return false
	}
	e := l.lex.Lookup(l.word(i))
	return e != nil && e.Class == lex.Platform
}

// onlyOffice reports whether first..last are no name but an office: "the PM".
func (l *linker) onlyOffice(first, last int) bool {
	for i := first; i <= last; {
		o, n := l.lex.Office(i, last+1, l.word)
		if o == nil && !ranks[l.low[i]] || o != nil && o.People {
			return false
		}
		i += max(n, 1)
	}
	return true
}

// titleInside is where a person's own name begins in a name that the name
// stage took whole: "US President [Ada Brenn]"; 0 for none.
func (l *linker) titleInside(first, last int, kind news.Kind) int {
	if kind == news.Person {
		return 0
	}
	for i := first; i < last; i++ {
		if o, n := l.lex.Office(i, last+1, l.word); o != nil && o.Office && i+n <= last && l.upper(i+n) && (l.givenName(i+n) || l.onlyName(i+n, last) && !anyBody[lastWord(o.Title)]) {
			return i + n
		}
		if i > first && i+1 < last && bodyNouns[l.low[i]] && l.givenName(i+1) && l.upper(i+1) {
			return i + 1
		}
	}
	return 0
}

// onlyName reports whether first..last are one to three capitalised words none
// of which ends the name of a body: what follows an office in a person's name.
func (l *linker) onlyName(first, last int) bool {
	if last-first > 2 || trades[l.low[last]] {
		return false
	}
	for i := first; i <= last; i++ {
		if !l.upper(i) || bodyNouns[l.low[i]] || l.genitive(i) {
			return false
		}
		if o, _ := l.lex.Office(i, last+1, l.word); o != nil {
			return false
		}
	}
	return true
}

// tellings are verbs that headlines write with a capital behind a name.
var tellings = list("tellings")

// calendar are names that are times.
var calendar = list("calendar")

// bodyNouns end the names of bodies.
var bodyNouns = list("bodyNouns")

// particles are small words inside surnames.
var particles = list("particles")

// articled are places that are named with an article.
var articled = list("articled")

// addEntries enters what the lexicon knows in first..end-1; a body's name
// there is one name.
func (l *linker) addEntries(first, end int) {
	if bodyNouns[l.low[end-1]] {
		l.add(mention{first: first, last: end - 1, kind: news.Organization, form: news.Name, head: end - 1})
		return
	}
	for i := first; i < end; {
		e, n := l.lex.Name(i, end, l.word)
		if e == nil {
			i++
			continue
		}
		l.add(mention{first: i, last: i + n - 1, kind: e.Kind, form: formOf(e), entry: e, head: i + n - 1})
		i += n
	}
}

// compounding are short words that a hyphen joins to the names of places.
var compounding = list("compounding")

// syllable reports whether a hyphen at token i joins the second half of a given
// name, in lower case, to what stands before it: "Park Soo[-min]".
func (l *linker) syllable(i int) bool {
	if i+1 >= l.n() || !l.is(i, "-") || !l.touching(i) || !l.touching(i+1) {
		return false
	}
	w := l.word(i + 1)
	return len(w) > 1 && len(w) < 6 && w == l.low[i+1] && l.owner[i+1] == 0 && !compounding[w] && w[0] >= 'a' && w[0] <= 'z'
}

// widen adds to a given name that stands alone the capitalised words behind it.
func (l *linker) widen(first, last int, kind news.Kind) int {
	for kind == news.Person && last+2 < l.n() && l.is(last+1, "-") && l.touching(last+1) && l.touching(last+2) {
		last += 2
	}
	for kind == news.Person && last+1 < l.n() && (particles[l.low[last]] || particles[l.low[last+1]]) && l.sentence[last+1] == l.sentence[last] {
		i := last + 1
		for i < l.n()-1 && (particles[l.low[i]] || l.is(i, "-") && l.touching(i)) {
			i++
		}
		if !l.upper(i) || i-last > 4 || l.sentence[i] != l.sentence[last] || l.owner[i] != 0 {
			break
		}
		last = i
	}
	if kind != news.Person || first != last || !l.givenName(first) {
		return last
	}
	_, end := l.bounds(last)
	for i := last + 1; i <= min(end, last+3); i++ {
		if !l.upper(i) || l.owner[i] != 0 || l.a.Tokens[i].Glued || l.a.Tokens[i].Span.Start != l.a.Tokens[i-1].Span.End+1 {
			break
		}
		if o, _ := l.lex.Office(i, end+1, l.word); o != nil {
			break
		}
		last = i
	}
	return last
}

// sureState reports whether an entry is so plainly no person that it outweighs
// the name stage's word.
func (l *linker) sureState(e *lex.Entry) bool { return !e.Weak }

// trimName cuts from a name what belongs to it as little as a hat: genitives,
// articles, honorifics and offices in front of a person.
func (l *linker) trimName(first, last int, kind news.Kind) (int, int) {
	for last > first && l.genitive(last) {
		last--
	}
	for first < last && !articled[l.low[first+1]] && (l.is(first, "the") || l.closedAtStart(first)) {
		first++
	}
	if kind != news.Person {
		for first < last && !l.upper(first) && l.upos(first) != news.NUM && !particles[l.low[first]] {
			first++
		}
		for last > first && (!l.upper(last) && (l.upos(last) == news.NOUN || l.upos(last) == news.ADP) || calendar[l.low[last]]) {
			last--
		}
		return first, last
	}
	for last > first && (tellings[l.low[last]] || l.upos(last) == news.VERB || l.upos(last) == news.ADV || l.upos(last) == news.AUX || l.upos(last) == news.SCONJ) {
		last--
	}
	for i := first + 1; i < last; i++ {
		if l.is(i, "of") {
			last = i - 1
		}
	}
	for first < last {
		if h := l.lex.Honorific(l.word(first)); h != nil && (first+1 < last || !l.is(first, "con")) { // "Con Harl" is Cornelius
			first++
			continue
		}
		o, n := l.lex.Office(first, last+1, l.word)
		if o == nil || first+n > last || l.givenName(first) || first+n == last && trades[l.low[last]] {
			break
		}
		first += n
	}
	return first, last
}

// closedAtStart reports whether token i opens its sentence and is a small word
// that owes its capital to that.
func (l *linker) closedAtStart(i int) bool {
	begin, _ := l.bounds(i)
	if i != begin {
		return false
	}
	switch l.upos(i) {
	case news.ADP, news.CCONJ, news.SCONJ, news.DET, news.ADV, news.AUX:
		return true
	}
	return l.is(i, "but", "and", "in", "on", "with", "as", "after", "while", "if", "or", "so", "when", "for", "at")
}

func (l *linker) givenName(i int) bool {
	_, ok := l.lex.Given(l.word(i))
	return ok
}
