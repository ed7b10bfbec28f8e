package coref

import (
	_ "embed"
	"strings"

	"rapporteur/internal/annotate/lex"
	"rapporteur/internal/news"
)

//go:embed provinces.txt
var provinceText string

// provinces are the forms of provinces.txt, as printed, each with what it names.
var provinces = readProvinces()

// longestProvince is how many tokens a form of provinces.txt may be cut into.
const longestProvince = 3

func readProvinces() map[string]*lex.Entry {
	m := map[string]*lex.Entry{}
	for line := range strings.Lines(provinceText) {
		line, _, _ = strings.Cut(line, "#")
		name, short, ok := strings.Cut(strings.TrimSpace(line), "|")
		if !ok {
			continue
		}
		name, weak := strings.CutSuffix(strings.TrimSpace(name), "?")
		e := lex.Default().Lookup(name)
		if e == nil || e.Kind != news.Place {
			e = &lex.Entry{Name: name, Canon: name, Kind: news.Place, Class: lex.Place}
		}
		for _, f := range strings.Fields(short) {
			m[f] = e
		}
		if !weak {
			m[name] = e
		}
	}
	return m
}

// provinceAt is the state or province whose name, in full or short, begins at
// token i of a sentence that ends with token end, and its number of tokens.
func (l *linker) provinceAt(i, end int) (*lex.Entry, int) {
	for n := min(longestProvince, end-i+1); n > 0; n-- {
		if e := provinces[l.text(i, i+n-1)]; e != nil {
			return e, n
		}
	}
	return nil, 0
}

// pastParty enters the state of a lawmaker's party label that begins at token i,
// "(R-Tenn.)" or ", R-Tenn.", and returns the token behind the label: its letters
// are no names. It is i where no label begins.
func (l *linker) pastParty(i int) int {
	if l.is(i, "(") {
		_, end := l.bounds(i)
		if e, n := l.provinceAt(min(i+1, end), end); e != nil && l.is(i+1+n, ")") && strings.HasSuffix(l.low[i+n], ".") { // "Rep. NAME (Tenn.)"
			l.add(mention{first: i + 1, last: i + n, kind: e.Kind, form: news.Name, entry: e, head: i + n})
			return i + n + 2
		}
	}
	if !l.is(i, "(", ",") || !l.is(i+1, "d", "r", "i") || !l.is(i+2, "-", "‑", "–") || !l.upper(i+1) {
		return i
	}
	_, end := l.bounds(i)
	behind := i
	if e, n := l.provinceAt(min(i+3, end), end); e != nil {
		l.add(mention{first: i + 3, last: i + 2 + n, kind: e.Kind, form: news.Name, entry: e, head: i + 2 + n})
		behind = i + 3 + n
	}
	for k := i + 3; l.is(i, "(") && k <= min(end, i+8); k++ {
		if l.is(k, ")") {
			return k + 1
		}
	}
	return behind
}

// partyOf is the last token of the province in a name that is a province and a
// word for members of a party: "a [Tennessee] Republican"; last for other names.
func (l *linker) partyOf(first, last int) int {
	if last > first && parties[l.low[last]] {
		if _, n := l.provinceAt(first, last); n == last-first {
			return last - 1
		}
	}
	return last
}

// legislators are offices that are of the state for which they sit.
var legislators = list("legislators")

// parties are words for members of the parties of a legislature.
var parties = list("parties")

// constituency gives the outermost of the titles of m that a legislator has the
// state that a label behind the name tells: "Sen. NAME (D-Brel)", "Senator NAME,
// Democrat of Brel", "Rep. NAME, a Brel Republican".
func (l *linker) constituency(m *mention) {
	n := len(m.titles)
	if n == 0 || m.titles[n-1].body != 0 || m.titles[n-1].of != "" || !legislators[m.titles[n-1].name] {
		return
	}
	if k := l.labelState(m.last + 1); k != 0 {
		m.titles[n-1].body = k
	}
}

// labelState is the mention (1-based) of the state in the party label that
// begins at token i behind a name; 0 for none.
func (l *linker) labelState(i int) int {
	at := 0
	switch {
	case l.is(i, "(") && l.is(i+1, "d", "r", "i") && l.is(i+2, ")") && l.is(i+3, "of", "from"):
		at = i + 4
	case l.is(i, "(", ",") && l.is(i+1, "d", "r", "i") && l.is(i+2, "-", "‑", "–"):
		at = i + 3
	case !l.is(i, ",", "("):
		return 0
	case l.is(i, "(") && l.at(i+1) != nil && l.is(l.at(i+1).last+1, ")"): // "Rep. NAME (Md.)"
		at = i + 1
	default:
		if i++; l.is(i, "a", "an", "the") {
			i++
		}
		if parties[l.lowAt(i, l.n()-1)] && l.is(i+1, "of", "from") {
			at = i + 2
		} else if s := l.at(i); s != nil && s.last+1 < l.n() && parties[l.low[s.last+1]] {
			at = i
		}
	}
	if s := l.at(at); at > 0 && s != nil && (s.kind == news.Place || s.kind == news.State) {
		return int(l.owner[at])
	}
	return 0
}
