package coref

import (
	"cmp"
	"strings"
	"unicode"

	"rapporteur/internal/news"
)

// mergeShortOrgs ties short names of other kinds to longer ones of the report:
// an acronym to the name whose capitals it is, and "Telin Institute" to
// "Telin Institute of Peace".
func (l *linker) mergeShortOrgs(ix *index) {
	l.bracketed(ix)
	for k := range l.ms {
		m := &l.ms[k]
		if m.chain != 0 && m.entry != nil && m.kind == news.Organization {
			l.spelledOut(k)
		}
		if m.chain == 0 || m.form != news.Name || m.entry != nil || m.kind == news.Person && (len(m.titles) > 0 || m.honorific) {
			continue
		}
		c := &l.cs[m.chain-1]
		if m.first != m.last || !l.abbreviates(m) {
			continue
		}
		w := letters(l.low[m.first])
		if m.kind == news.Person && c.mentions > 1 && (len(w) < 3 || !allCapitals(l.word(m.first))) {
			continue
		}
		if full := cmp.Or(ix.acro[w], l.firmOf(w, m, ix)); full != 0 && full != m.chain {
			c.mentions--
			l.join(k+1, full)
			m.kind = l.cs[full-1].kind
		}
	}
}

// spelledOut ties the name before "(ACRONYM)" to the body that the lexicon
// knows by that acronym, however the report spells it out.
func (l *linker) spelledOut(k int) {
	m := &l.ms[k]
	if m.first != m.last || !l.is(m.first-1, "(") || !allCapitals(l.word(m.first)) {
		return
	}
	full := l.at(m.first - 2)
	if full == nil || full.entry != nil || full.chain == 0 || full.chain == m.chain || initials(l.text(full.first, full.last)) != letters(l.low[m.first]) {
		return
	}
	l.cs[full.chain-1].mentions--
	full.kind = m.kind
	l.join(int(l.owner[m.first-2]), m.chain)
}

// abbreviates reports whether name m, one word, may stand for a longer one: it
// has two capitals, or is long enough to spell initials out as a word ("Orlef").
func (l *linker) abbreviates(m *mention) bool {
	w := l.word(m.first)
	capitals := 0
	for _, r := range w {
		if unicode.IsUpper(r) {
			capitals++
		}
	}
	return capitals > 1 || capitals == 1 && len(w) > 3 && (m.kind == news.Organization || l.is(m.first-1, "the"))
}

func allCapitals(w string) bool {
	n := 0
	for _, r := range w {
		if unicode.IsLower(r) {
			return false
		}
		if unicode.IsUpper(r) {
			n++
		}
	}
	return n > 1
}

// initials are the capitals of a name's words: "World Trade Board" -> "wtb".
func initials(name string) string {
	var b strings.Builder
	for _, w := range strings.Fields(name) {
		if r := []rune(w)[0]; unicode.IsUpper(r) {
			b.WriteRune(unicode.ToLower(r))
		}
	}
	return b.String()
}

// chainTitles hands the offices in front of names to their chains.
func (l *linker) chainTitles() {
	for k := range l.ms {
		m := &l.ms[k]
		if m.chain == 0 {
			continue
		}
		for _, t := range m.titles {
			l.give(m.chain, t)
		}
	}
}

// relative are words that say what somebody is to another, no office.
var relative = list("relative")

// mostOffices and mostNamesakes bound what a hostile text can cost.
const (
	mostOffices   = 30
	mostNamesakes = 30
)

// give enters an office once a chain: a second mention of it may add the body.
func (l *linker) give(c int, t title) {
	ch := &l.cs[c-1]
	if relative[t.name] || len(ch.offices) >= mostOffices {
		return
	}
	for i := range ch.offices {
		o := &ch.offices[i]
		if o.title == t.name && o.tense == t.tense && (o.body == 0 && o.of == "" || t.body == 0 && t.of == "" || l.sameBody(o.body, t.body) && o.of == t.of) {
			if o.body == 0 && o.of == "" {
				o.body, o.of, o.first, o.last = t.body, t.of, t.first, t.last
			}
			return
		}
	}
	ch.offices = append(ch.offices, office{title: t.name, body: t.body, of: t.of, tense: t.tense, first: t.first, last: t.last})
	if ch.gender == news.UnknownGender {
		ch.gender = sexOf(t.name)
	}
}

func (l *linker) sameBody(x, y int) bool {
	if x == y || x == 0 || y == 0 {
		return x == y
	}
	a, b := &l.ms[x-1], &l.ms[y-1]
	return a.chain != 0 && a.chain == b.chain || l.bodyName(x) == l.bodyName(y)
}
