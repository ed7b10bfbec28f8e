package coref

import (
	"strings"

	"rapporteur/internal/news"
)

// recoverNames enters capitalised words behind an office or an honorific that
// the name stage left without a name: "President [Orn Telis]".
func (l *linker) recoverNames() {
	for i := 1; i < l.n(); i++ {
		if l.owner[i] != 0 || l.upos(i) != news.PROPN || !l.upper(i) || l.owner[i-1] != 0 {
			continue
		}
		begin, end := l.bounds(i)
		if i == begin || !l.titleEnds(i-1, begin) && !l.fieldEnds(i-1, begin) && !l.relates(i, begin, end) {
			continue
		}
		if o, _ := l.lex.Office(i, end+1, l.word); o != nil || l.lex.Honorific(l.word(i)) != nil || calendar[l.low[i]] {
			continue
		}
		last := i
		for last < end && last-i < 5 && l.owner[last+1] == 0 && !l.genitive(last+1) && (l.upper(last+1) && l.upos(last+1) == news.PROPN || l.touching(last+1) && (l.is(last+1, "-") || l.is(last, "-"))) {
			last++
		}
		l.add(mention{first: i, last: last, kind: news.Person, form: news.Name, head: last})
		i = last
	}
}

// relates reports whether the two words or more from token i on stand behind
// what somebody is to another: "his counterpart [Orn Telis]".
func (l *linker) relates(i, begin, end int) bool {
	return relative[l.low[i-1]] && i < end && l.upper(i+1) && l.upos(i+1) == news.PROPN && l.owner[i+1] == 0 && i-2 >= begin && l.upos(i-1) == news.NOUN
}

// recoverApposed enters the two to four capitalised words with which a sentence
// begins, left without a name, where an office stands behind them between
// commas: "[Orn Oo Telis], its acting chairman, said".
func (l *linker) recoverApposed() {
	for s := range l.a.Sentences {
		first, end := int(l.a.Sentences[s].First)-1, min(int(l.a.Sentences[s].Last), l.n())-1
		last := first
		for last <= end && last-first < 5 && l.owner[last] == 0 && l.upper(last) && !l.closedAtStart(last) {
			last++
		}
		last--
		if last < first+1 || last > first+3 || last+3 > end || l.upos(first) != news.PROPN || !l.is(last+1, ",") {
			continue
		}
		if o, _ := l.lex.Office(first, last+1, l.word); o != nil {
			continue
		}
		if p, next, ok := l.officeAt(last+2, end); ok && !p.plural && l.is(next, ",") && l.verbal(next+1) {
			l.add(mention{first: first, last: last, kind: news.Person, form: news.Name, head: last})
		}
	}
}

// recoverFirms enters capitalised words before a legal form that the name stage
// left without a name: "[Harlan Technologies Inc] rose".
func (l *linker) recoverFirms() {
	firms := map[string]mention{} // by first word, without the legal form
	for i := 1; i < l.n(); i++ {
		if l.owner[i] != 0 || !l.upper(i) || !l.legalForm(i) {
			continue
		}
		begin, _ := l.bounds(i)
		first := i
		for first > begin && i-first < 5 && l.owner[first-1] == 0 && l.upper(first-1) && !l.closedAtStart(first-1) && !l.legalForm(first-1) {
			first--
		}
		if first < i {
			l.add(mention{first: first, last: i, kind: news.Organization, form: news.Name, head: i})
			firms[l.low[first]] = mention{first: first, last: i - 1}
		}
	}
	l.repeatFirms(firms)
}

// legalForm reports whether token i is the legal form of a firm, with dots or without.
func (l *linker) legalForm(i int) bool { return news.LegalForm(strings.ReplaceAll(l.low[i], ".", "")) }

// repeatFirms enters the firms that the name stage left without a name where
// the report names them without their legal form.
func (l *linker) repeatFirms(firms map[string]mention) {
	if len(firms) == 0 {
		return
	}
	for i := 0; i < l.n(); i++ {
		f, ok := firms[l.low[i]]
		n := f.last - f.first
		if !ok || l.owner[i] != 0 || !l.upper(i) || i+n >= l.n() || n == 0 && l.upos(i) != news.PROPN || l.owner[i+n] != 0 {
			continue
		}
		if strings.EqualFold(l.text(f.first, f.last), l.text(i, i+n)) {
			l.add(mention{first: i, last: i + n, kind: news.Organization, form: news.Name, head: i + n})
			i += n
		}
	}
}

// titleEnds reports whether an honorific or one person's office ends at token i.
func (l *linker) titleEnds(i, begin int) bool {
	if l.lex.Honorific(l.word(i)) != nil || l.is(i, ".") && i > begin && l.lex.Honorific(l.word(i-1)) != nil {
		return true
	}
	o, n := l.officeEnding(i, begin)
	return o != nil && o.Office && !o.Plural && !o.People && (l.upper(i) || l.upper(i-n+1) || n > 1)
}

// fields are what ministers are of.
var fields = list("fields")

// fieldEnds reports whether an office with its field behind it ends at token i:
// "Minister of Defence", "Secretary for Home Affairs".
func (l *linker) fieldEnds(i, begin int) bool {
	k := i
	for k > begin && i-k < 4 && (fields[l.low[k]] || l.is(k, "and")) {
		k--
	}
	if k == i || !l.is(k, "of", "for") || k == begin {
		return false
	}
	o, _ := l.officeEnding(k-1, begin)
	return o != nil && o.Office && !o.People && l.upper(k-1)
}

// recoverSurnames enters a capitalised word that the name stage passed over
// though the report has a person of that surname.
func (l *linker) recoverSurnames() {
	known := map[string]bool{}
	for k := range l.ms {
		if m := &l.ms[k]; m.kind == news.Person && m.form == news.Name && m.last > m.first && len(l.low[m.last]) > 3 {
			known[l.low[m.last]] = true
		}
	}
	for i := 0; i < l.n() && len(known) > 0; i++ {
		if l.owner[i] != 0 || !known[l.low[i]] || !l.upper(i) || i+1 < l.n() && l.owner[i+1] == 0 && l.upper(i+1) && l.upos(i+1) == news.PROPN {
			continue
		}
		if o, _ := l.lex.Office(i, i+1, l.word); o == nil {
			l.add(mention{first: i, last: i, kind: news.Person, form: news.Name, head: i})
		}
	}
}

// nameBodies enters the names of bodies that the name stage overlooked: a body
// of people with capitals and a name or capitals before it: "the Tovian
// Foreign Ministry", "the Orn Harbour Board".
func (l *linker) nameBodies() {
	for i := 0; i < l.n(); i++ {
		begin, end := l.bounds(i)
		o, n := l.lex.Office(i, end+1, l.word)
		owned := bodyNouns[l.low[i]] && l.genitive(i-1) && i-2 > begin && l.owner[i-2] == 0 && l.upper(i-2) // "the Harbour Commissioner's Office"
		if owned {
			n = 1
		}
		if (o == nil || !o.People || o.Plural) && !owned || l.owner[i] != 0 || !l.capitalized(i, i+n-1) || l.upper(min(i+n, l.n()-1)) && l.upos(i+n) == news.PROPN {
			continue
		}
		first, body := i, 0
		for first > begin && i-first < 6 {
			if b := l.at(first - 1); b != nil && b.last == first-1 && (b.form == news.Demonym || b.kind == news.State) {
				first, body = b.first, int(l.owner[first-1])
				break
			}
			if g := first - 1; l.genitive(g) && g-1 > begin && l.owner[g-1] == 0 && l.upper(g-1) { // "People's Army"
				first -= 2
				continue
			}
			if l.owner[first-1] != 0 || !l.upper(first-1) || first-1 == begin && l.closedAtStart(begin) {
				break
			}
			first--
		}
		last := l.ofCapitals(i+n-1, end)
		if (first < i || last > i+n-1) && !l.heading(i) {
			l.add(mention{first: first, last: last, kind: news.Organization, form: news.Name, head: i + n - 1, body: body})
		}
		i = last
	}
}

// ofCapitals extends the name of a body that ends at token i over "of" and
// capitals: "Union of Harbour Pilots", "Ministry of Foreign Affairs".
func (l *linker) ofCapitals(i, end int) int {
	if !l.is(i+1, "of", "for") || i+2 > end {
		return i
	}
	last := i
	for j := i + 2; j <= end && j-i < 8; j++ {
		switch {
		case l.owner[j] == 0 && l.upper(j) && l.upos(j) != news.PRON:
			last = j
		case l.is(j, "and", "of", "the", "for") && j < end && l.upper(j+1) && l.owner[j+1] == 0:
		default:
			return last
		}
	}
	return last
}

// heading reports whether the sentence of token i writes nearly every word
// with a capital, so that capitals say nothing.
func (l *linker) heading(i int) bool {
	begin, end := l.bounds(i)
	capital, all := 0, 0
	for j := begin; j <= end && j < begin+40; j++ {
		if len(l.low[j]) > 3 {
			all++
			if l.upper(j) {
				capital++
			}
		}
	}
	return all > 3 && 10*capital >= 8*all
}

// touching reports whether no space stands before token i.
func (l *linker) touching(i int) bool {
	return l.a.Tokens[i].Span.Start == l.a.Tokens[i-1].Span.End
}

// recoverPersons enters two to four capitalised words that the name stage
// passed over and that can only be a person's name: a given name opens them, or
// an age or a role stands in apposition behind them.
func (l *linker) recoverPersons() {
	for i := 0; i < l.n(); i++ {
		if !l.nameWord(i) {
			continue
		}
		begin, end := l.bounds(i)
		last := i
		for last < end && last-i < 4 {
			if l.nameWord(last + 1) {
				last++
			} else if last+2 <= end && l.is(last+1, "-") && l.touching(last+1) && l.touching(last+2) && l.owner[last+2] == 0 { // "Soo-min"
				last += 2
			} else {
				break
			}
		}
		if last > i && !(last < end && l.nameWord(last+1)) && !bodyNouns[l.low[last]] && (i > begin || !l.closedAtStart(i)) && !l.heading(i) && l.personal(i, last, end) {
			l.add(mention{first: i, last: last, kind: news.Person, form: news.Name, head: last})
		}
		i = last
	}
}

// nameWord reports whether token i could be part of a name that nobody has taken.
func (l *linker) nameWord(i int) bool {
	return l.owner[i] == 0 && !l.taken[i] && l.upper(i) && l.upos(i) == news.PROPN && len(l.low[i]) > 1 && !calendar[l.low[i]]
}

// personal reports whether first..last read as a person's name in their place.
func (l *linker) personal(first, last, end int) bool {
	for i := first; i <= last; i++ {
		if o, _ := l.lex.Office(i, last+1, l.word); o != nil {
			return false
		}
	}
	if l.givenName(first) {
		return true
	}
	if !l.is(last+1, ",") || last+2 >= end {
		return false
	}
	if isNumber(l.low[last+2]) && l.is(last+3, ",") {
		return true
	}
	p, next, ok := l.officeAt(last+2, end)
	return ok && !p.plural && !anyBody[lastWord(p.name)] && !l.verbal(next)
}
