package coref

import (
	"slices"
	"strings"
	"unicode/utf8"

	"rapporteur/internal/annotate/lex"
	"rapporteur/internal/news"
)

// trades are the last words of the names of firms, which readers leave out
// once they know them: "Orlo Airlines", then "Orlo".
var trades = list("trades")

// broadcasters may stand behind the name of an outlet and say no more of it.
var broadcasters = list("broadcasters")

// outletName is the end of the name of an outlet with what only says that it is
// one: entry e of n tokens at token first, in a name that ends with token last.
func (l *linker) outletName(e *lex.Entry, first, n, last int) bool {
	return (e.Class == lex.Outlet || e.Class == lex.Agency) && first+n == last && broadcasters[l.low[last]]
}

// tradeName widens the name of an organization over its legal form, and one of
// one word over the capitalised word behind it that says what it trades in:
// "Orlo [Music]", "Orlo [LLC]".
func (l *linker) tradeName(first, last int, kind news.Kind) int {
	i := last + 1
	if kind != news.Organization || i >= l.n() || l.sentence[i] != l.sentence[last] || l.owner[i] != 0 || !l.upper(i) {
		return last
	}
	if first == last && trades[l.low[i]] && l.upos(i) == news.PROPN || l.legalForm(i) {
		return i
	}
	return last
}

// shortFirms finds the first words of firms' names that stand for them where
// the name stage saw none, or a people: "[Tovian] pledged", of Tovian Airlines.
func (l *linker) shortFirms() {
	full := map[string]bool{}
	for k := range l.ms {
		if m := &l.ms[k]; m.form == news.Name && m.kind == news.Organization && m.last == m.first+1 && trades[l.low[m.last]] {
			full[l.low[m.first]] = true
		}
	}
	for i := 0; i < l.n() && len(full) > 0; i++ {
		if !full[l.low[i]] || !l.upper(i) || !l.standsAlone(i) {
			continue
		}
		if m := l.at(i); m == nil {
			l.add(mention{first: i, last: i, kind: news.Organization, form: news.Name, head: i})
		} else if m.first == i && m.last == i && m.kind != news.Person && (m.form == news.Demonym || m.entry == nil) {
			m.kind, m.form, m.entry = news.Organization, news.Name, nil
		}
	}
}

// standsAlone reports whether the word at token i says nothing of a noun behind
// it and means nobody of a people: "an Orlonian", "Orlonian troops".
func (l *linker) standsAlone(i int) bool {
	if l.is(i-1, "a", "an", "the", "another", "fellow", "-") || i+1 < l.n() && l.touching(i+1) && l.is(i+1, "-") {
		return false
	}
	switch l.upos(i + 1) {
	case news.NOUN, news.PROPN, news.ADJ, news.NUM:
		return l.is(i+1, "ceo", "chairman", "spokesman", "spokeswoman", "spokesperson") || l.is(i+1, "chief") && l.is(i+2, "executive")
	}
	return true
}

// legalTails cuts the legal forms off the words of a firm's name, and before
// them what says no more than that it is one: "Orlo Brenn Group Inc".
func legalTails(tokens []string) []string {
	n := len(tokens)
	for n > 1 && news.LegalForm(tokens[n-1]) {
		n--
	}
	if n > 2 && n < len(tokens) && (tokens[n-1] == "group" || tokens[n-1] == "holdings" || tokens[n-1] == "co") {
		n--
	}
	return tokens[:n]
}

// firstWord enters chain c, an organization of several words, under its first.
func (ix *index) firstWord(c int, tokens []string) {
	if len(tokens) < 2 || len(tokens[0]) < 3 {
		return
	}
	if was, met := ix.firm[tokens[0]]; met && was != c {
		ix.firm[tokens[0]] = -1 // two begin so
		return
	}
	ix.firm[tokens[0]] = c
}

// firmOf is the organization whose name begins with w, the one word of name m:
// the only one of the report. 0 for none.
func (l *linker) firmOf(w string, m *mention, ix *index) int {
	c := ix.firm[w]
	if c <= 0 || m.kind == news.Place || m.kind == news.State || m.honorific || len(m.titles) > 0 {
		return 0
	}
	t := l.cs[c-1].tokens
	if trades[t[len(t)-1]] || m.kind == news.Organization && len(t) == 2 && (surname(t[1]) || surname(t[0])) && !allCapitals(l.word(m.first)) {
		return c
	}
	return 0
}

// lastWord enters chain c, a team, under the last word of its name: "the Brel
// Harriers" are "the Harriers".
func (ix *index) lastWord(c int, tokens []string) {
	w := tokens[len(tokens)-1]
	if was, met := ix.team[w]; met && was != c {
		ix.team[w] = -1 // two end so
		return
	}
	ix.team[w] = c
}

// isTeam reports whether the name of an organization is a place and a word that
// says nothing of what bodies and firms are.
func (l *linker) isTeam(m *mention) bool {
	if m.last != m.first+1 || bodyNouns[l.low[m.last]] || trades[l.low[m.last]] || len(l.low[m.last]) < 4 {
		return false
	}
	if o, _ := l.lex.Office(m.last, m.last+1, l.word); o != nil {
		return false
	}
	e := l.lex.Lookup(l.word(m.first))
	f := lex.FormOf(l.word(m.first))
	return e != nil && (e.Class == lex.Capital || e.Kind == news.Place || e.Kind == news.State) || lex.AllHints().Hint(&f)&placeHint != 0
}

// placeHint marks words of places among the lists of hints.
var placeHint = uint64(1) << slices.Index(lex.HintSections, "place")

// surname reports whether a word of a firm's name is a family name, or a given
// one: its founder's, and nothing that the firm makes.
func surname(w string) bool {
	f := lex.FormOf(w)
	return lex.AllHints().Hint(&f)&3 != 0
}

// bracketed enters the short names that stand in brackets behind full ones:
// "Transport for Orn (TfO)".
func (l *linker) bracketed(ix *index) {
	for k := range l.ms {
		m := &l.ms[k]
		i := m.last + 2
		if m.form != news.Name || m.kind != news.Organization || m.chain == 0 || !l.is(i-1, "(") || !l.is(i+1, ")") || utf8.RuneCountInString(l.word(i)) < 2 {
			continue
		}
		if short := letters(l.low[i]); ix.acro[short] == 0 && shortens(short, l.low[m.first:m.last+1]) {
			ix.acro[short] = m.chain
		}
	}
}

// shortens reports whether short begins as a name does and has its further
// letters, in their order: "NORAX" of "Northern Radar Exchange".
func shortens(short string, name []string) bool {
	letters := strings.Join(name, "")
	if short == "" || !strings.HasPrefix(letters, short[:1]) {
		return false
	}
	at := 0
	for i := 0; i < len(letters) && at < len(short); i++ {
		if letters[i] == short[at] {
			at++
		}
	}
	return at == len(short)
}

// unionised makes an organization of a name of one word that is said to be one
// behind it: "Orlef, the pilots' union, said", "Varlux, a security firm hired by".
func (l *linker) unionised() {
	for i := 0; i+3 < l.n(); i++ {
		m := l.at(i)
		if !l.is(i+1, ",") || !l.is(i+2, "the", "a", "an") || !l.upper(i) || m == nil && (l.upos(i) != news.PROPN || calendar[l.low[i]]) {
			continue
		}
		if m != nil && (m.form != news.Name || m.entry != nil || m.first != i || m.kind == news.Organization || m.kind == news.State || m.first != m.last) || !l.saidFirm(i+3) {
			continue
		}
		if m != nil {
			m.kind = news.Organization
		} else {
			l.add(mention{first: i, last: i, kind: news.Organization, form: news.Name, head: i})
		}
	}
}

// saidFirm reports whether the phrase that goes on at token i ends with a word
// for a firm or a body and a comma.
func (l *linker) saidFirm(i int) bool {
	_, end := l.bounds(i)
	for k := i; k <= min(end, i+7); k++ {
		switch {
		case l.is(k, ","):
			return k > i && (corporate[l.low[k-1]] || bodyNouns[l.low[k-1]])
		case l.genitive(k):
			if l.owner[k-1] != 0 {
				return false
			}
		case l.upos(k) == news.VERB && k > i && corporate[l.low[k-1]]: // "a security firm hired by"
			return true
		case l.upos(k) != news.NOUN && l.upos(k) != news.ADJ && l.upos(k) != news.PROPN && !l.is(k, "-"):
			return false
		}
	}
	return false
}

// repeatMastheads enters the last words of the names of papers, behind "the", that
// the name stage passed over where the report names the paper: "the [Post]".
func (l *linker) repeatMastheads() {
	known := map[string]bool{}
	for k := range l.ms {
		if m := &l.ms[k]; m.entry != nil && m.entry.Class == lex.Outlet && m.last > m.first && mastheads[l.low[m.last]] {
			known[l.low[m.last]] = true
		}
	}
	for i := 1; i < l.n() && len(known) > 0; i++ {
		if known[l.low[i]] && l.owner[i] == 0 && l.upper(i) && l.is(i-1, "the") && (i+1 >= l.n() || l.owner[i+1] == 0 && !l.upper(i+1)) {
			l.add(mention{first: i, last: i, kind: news.Organization, form: news.Name, head: i})
		}
	}
}
