package coref

import (
	"cmp"
	"slices"
	"sort"
	"strings"
	"unicode"

	"rapporteur/internal/annotate/lex"
	"rapporteur/internal/news"
	"rapporteur/internal/text"
)

// chainNames ties names to names: what the lexicon knows as one, full names
// that are spelt alike, then acronyms and short forms of the full ones.
func (l *linker) chainNames() {
	ix := l.ix
	var short []int
	for k := range l.ms {
		m := &l.ms[k]
		switch {
		case m.form == news.Demonym:
		case m.entry != nil && l.surnameOf(m) != 0:
			m.kind, m.entry = news.Person, nil
			short = append(short, k+1)
		case m.entry != nil:
			l.chainEntry(k+1, ix)
		case m.first == m.last && (m.kind == news.Person || !allCapitals(l.word(m.first))):
			short = append(short, k+1)
		default:
			l.chainFull(k+1, ix)
		}
	}
	for _, k := range short {
		l.chainShort(k, ix)
	}
	l.mergeShortOrgs(ix)
	l.chainTitles()
}

// index finds chains while they grow.
type index struct {
	canon  map[string]int   // lexicon key
	full   map[string]int   // kind and letters of a full name
	last   map[string][]int // persons by last word
	first  map[string][]int // persons by first word
	inner  map[string][]int // persons by the words between: one of two surnames
	single map[string]int   // chains made of a short form alone
	acro   map[string]int   // organizations by initials
	firm   map[string]int   // organizations of several words by the first; -1 for two
	team   map[string]int   // teams by the last word; -1 for two
}

func newIndex() *index {
	return &index{map[string]int{}, map[string]int{}, map[string][]int{}, map[string][]int{}, map[string][]int{}, map[string]int{}, map[string]int{}, map[string]int{}, map[string]int{}}
}

// chainEntry ties a name that the lexicon knows. A capital is a place here;
// where grammar makes it speak for its state it is that state under another
// name. A seat ("the Kremlin") is a body of its own that belongs to its state.
func (l *linker) chainEntry(k int, ix *index) {
	m := &l.ms[k-1]
	e := m.entry
	switch e.Class {
	case lex.Capital:
		if l.acts(m) {
			m.form, m.kind = news.Headless, news.State
			l.join(k, l.canonChain(e.Canon, e.Canon, news.State, ix))
			return
		}
		m.kind = news.Place
		l.join(k, l.canonChain("place\x00"+e.Name, e.Name, news.Place, ix))
	case lex.Seat:
		m.kind = news.Organization
		name := strings.TrimPrefix(e.Name, "The ")
		c := l.canonChain("seat\x00"+text.Fold(name), name, news.Organization, ix)
		l.join(k, c)
		l.cs[c-1].of = l.stateChain(e.Canon, ix)
	default:
		c := l.canonChain(e.Canon, e.Canon, e.Kind, ix)
		l.cs[c-1].canon = e.Canon
		l.join(k, c)
		if w := l.low[m.last]; e.Class == lex.Outlet && m.last > m.first && mastheads[w] { // "The Times" of "The Brel Times"
			ix.lastWord(c, []string{w})
		}
	}
}

// mastheads are the last words of the names of papers, by which reports call them
// once they are named.
var mastheads = list("mastheads")

// canonChain is the chain of a lexicon key, made on first use. Only states and
// organizations carry a Canon; the names of capitals and seats are theirs.
func (l *linker) canonChain(key, name string, kind news.Kind, ix *index) int {
	if c := ix.canon[key]; c != 0 {
		return c
	}
	c := chain{kind: kind, name: name, key: letters(name)}
	if key == name {
		c.canon = name
	}
	id := l.newChain(c)
	ix.canon[key] = id
	return id
}

// stateChain is the chain of a state if the report speaks of it, 0 otherwise.
func (l *linker) stateChain(canon string, ix *index) int { return ix.canon[canon] }

// chainFull ties a name that the lexicon does not know by its letters.
func (l *linker) chainFull(k int, ix *index) {
	m := &l.ms[k-1]
	tokens := l.nameTokens(m)
	if len(tokens) == 0 {
		return
	}
	key := strings.Join(tokens, "")
	c := ix.full[key]
	if c == 0 && m.kind == news.Person {
		if c = l.sameFirstAndLast(tokens, ix); c == 0 {
			c = l.endOfName(tokens, ix)
		}
	}
	if c == 0 {
		c = l.newChain(chain{kind: m.kind, name: cleanName(l.text(m.first, m.last)), tokens: tokens, key: key, first: m.first})
		l.enter(c, tokens, ix)
	} else if ch := &l.cs[c-1]; len(tokens) > len(ch.tokens) {
		ch.tokens, ch.name = tokens, cleanName(l.text(m.first, m.last))
	}
	ix.full[key] = c
	if m.kind == news.Organization && len(tokens) == 2 && l.isTeam(m) {
		ix.lastWord(c, tokens)
	}
	l.cs[c-1].places = append(l.cs[c-1].places, m.first)
	if ch := &l.cs[c-1]; m.kind == news.Person && ch.kind != news.Person && (len(m.titles) > 0 || m.honorific) {
		ch.kind = news.Person
		l.enter(c, tokens, ix)
	}
	m.kind = l.cs[c-1].kind
	if m.kind == news.Person {
		l.sex(m, l.givenGender(tokens, m))
	}
	l.join(k, c)
}

func (l *linker) enter(c int, tokens []string, ix *index) {
	if l.cs[c-1].kind != news.Person {
		if a := initials(l.cs[c-1].name); len(a) > 1 && ix.acro[a] == 0 {
			ix.acro[a] = c
		}
		if l.cs[c-1].kind == news.Organization {
			ix.firstWord(c, tokens)
		}
		return
	}
	f, z := tokens[0], tokens[len(tokens)-1]
	for _, w := range tokens[1:max(1, len(tokens)-1)] {
		if len(w) >= leastSurname && len(ix.inner[w]) <= mostNamesakes {
			ix.inner[w] = append(ix.inner[w], c)
		}
	}
	if len(ix.first[f]) <= mostNamesakes {
		ix.first[f] = append(ix.first[f], c)
	}
	if len(ix.last[z]) <= mostNamesakes {
		ix.last[z] = append(ix.last[z], c)
	}
}

// sameFirstAndLast finds a person whose name differs only in the middle
// ("George W. Bush", "George Bush").
func (l *linker) sameFirstAndLast(tokens []string, ix *index) int {
	for _, c := range ix.last[tokens[len(tokens)-1]] {
		if t := l.cs[c-1].tokens; t[0] == tokens[0] && (len(t) == 2 || len(tokens) == 2) {
			return c
		}
	}
	return 0
}

// endOfName finds the one person of whose longer name the two words of a name
// are the end: "Telis-Orn" for "Ada Telis-Orn", "Oo Brenn" for "Min Oo Brenn".
func (l *linker) endOfName(tokens []string, ix *index) (found int) {
	if len(tokens) != 2 {
		return 0
	}
	for _, c := range ix.last[tokens[1]] {
		if t := l.cs[c-1].tokens; len(t) > 2 && t[len(t)-2] == tokens[0] {
			if found != 0 {
				return 0
			}
			found = c
		}
	}
	return found
}

// nameTokens are the words of a name, folded, without marks, nicknames in
// quotation marks, and suffixes.
func (l *linker) nameTokens(m *mention) (out []string) {
	for i := m.first; i <= m.last; i++ {
		w := letters(l.low[i])
		switch {
		case w == "", suffixes[w] && i > m.first, w == "the" && i == m.first:
		case i > m.first && l.glued(i) && len(out) > 0 && w != "s": // "Jong" "-" "Un" cut apart
			out = append(out, w)
		case w == "s" && l.genitive(i):
		default:
			out = append(out, w)
		}
	}
	if m.kind != news.Person {
		return legalTails(out)
	}
	return out
}

func (l *linker) glued(i int) bool { return l.a.Tokens[i].Glued }

var suffixes = list("suffixes")

// letters folds a word to its letters and digits in lower case.
func letters(w string) string {
	var b strings.Builder
	for _, r := range w {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			b.WriteRune(unicode.ToLower(r))
		}
	}
	return b.String()
}

func cleanName(s string) string { return strings.Join(strings.Fields(s), " ") }

func (l *linker) givenGender(tokens []string, m *mention) news.Gender {
	if len(tokens) < 2 {
		return news.UnknownGender
	}
	g, _ := l.lex.Given(l.word(m.first))
	return g
}

// chainShort ties a one-word personal name: to the person of that surname, or
// after "Sir" and the like of that first name, or in surname-first names.
func (l *linker) chainShort(k int, ix *index) {
	m := &l.ms[k-1]
	tokens := l.nameTokens(m)
	if len(tokens) == 0 {
		return
	}
	w := tokens[0]
	c := 0
	if royal := m.titleFirst >= 0 && l.is(m.first-1, "sir", "dame", "prince", "princess", "king", "queen", "pope", "sheikh"); royal {
		c = l.choose(ix.first[w], m)
	}
	if c == 0 {
		c = l.choose(ix.last[w], m)
	}
	if c == 0 && len(ix.last[w]) == 0 {
		if c = cmp.Or(l.choose(ix.first[w], m), l.bySuffix(w, m, ix), l.innerSurname(w, m, ix)); c == 0 && m.honorific {
			c = l.justNamed(ix.first[w], m)
		}
	}
	switch firm := ix.full[w]; {
	case c != 0:
		m.kind = news.Person
	case firm != 0 && l.cs[firm-1].kind == news.Organization: // "Orlo" of "Orlo Ltd"
		m.kind, c = news.Organization, firm
	case l.firmOf(w, m, ix) != 0: // "Orlo" of "Orlo Airlines"
		m.kind, c = news.Organization, l.firmOf(w, m, ix)
	case (m.kind == news.Organization || mastheads[w] && m.kind != news.Person) && ix.team[w] > 0: // "the Harriers" of "the Brel Harriers"
		c = ix.team[w]
	default:
		if c = ix.single[w]; c == 0 {
			c = l.newChain(chain{kind: m.kind, name: cleanName(l.text(m.first, m.last)), tokens: tokens, key: w, first: m.first})
			ix.single[w] = c
		}
	}
	l.join(k, c)
}

// leastSurname is how many letters a surname before the last has at least: "bin"
// and "van" are none.
const leastSurname = 4

// innerSurname is the one person, named before, who has w as the first of two
// surnames or as a father's name: "Telis" for "Ada Telis Orn", "bin Harlo" for
// "Yusuf bin Harlo bin Brenn". A given name is no surname. 0 for none.
func (l *linker) innerSurname(w string, m *mention, ix *index) int {
	if m.kind != news.Person || l.givenName(m.first) {
		return 0
	}
	if met := l.metBefore(ix.inner[w], m); len(met) == 1 {
		return met[0]
	}
	return 0
}

// bySuffix finds a person whose surname has an article or a hyphen before w:
// "Assad" for "Bashar al-Assad".
func (l *linker) bySuffix(w string, m *mention, ix *index) int {
	for _, article := range [...]string{"al", "el"} {
		if c := l.choose(ix.last[article+w], m); c != 0 {
			return c
		}
		if cut, ok := strings.CutPrefix(w, article); ok {
			if c := l.choose(ix.last[cut], m); c != 0 {
				return c
			}
		}
	}
	return 0
}

// choose picks the person that a short name means among those that it could:
// the only one that gender allows, or one so much more spoken of that a reader
// would not stop. Otherwise none: two people with one surname block the short form.
func (l *linker) choose(list []int, m *mention) int {
	if len(list) > mostNamesakes {
		return 0
	}
	if met := l.metBefore(list, m); len(met) > 0 {
		list = met
	}
	var fit []int
	for _, c := range list {
		if g := l.cs[c-1].gender; m.gender == news.UnknownGender || g == news.UnknownGender || g == m.gender {
			if !slices.Contains(fit, c) {
				fit = append(fit, c)
			}
		}
	}
	if len(fit) == 0 {
		return 0
	}
	best, second := 0, 0
	for _, c := range fit {
		n := l.fullMentions(c)
		if best == 0 || n > l.fullMentions(best) {
			best, second = c, max(second, l.fullMentions(best))
		} else {
			second = max(second, n)
		}
	}
	if len(fit) > 1 && l.fullMentions(best) < 2*second {
		return 0
	}
	return best
}

// justNamed is the one of those whose names begin with one surname whom the report has named
// in full last, in the paragraph of m or, unless two are there, the one before.
// 0 for none.
func (l *linker) justNamed(fit []int, m *mention) (found int) {
	here := l.a.Sentences[l.sentence[m.first]].Block
	least := int32(2)
	for _, c := range fit {
		p := l.cs[c-1].places
		k := sort.SearchInts(p, m.first)
		if k == 0 {
			continue
		}
		switch far := here - l.a.Sentences[l.sentence[p[k-1]]].Block; {
		case far == least:
			found = 0 // two
		case far < least:
			found, least = c, far
		}
	}
	return found
}

// metBefore keeps those whom the report has named before m.
func (l *linker) metBefore(list []int, m *mention) (out []int) {
	for _, c := range list {
		if l.cs[c-1].first < m.first {
			out = append(out, c)
		}
	}
	return out
}

func (l *linker) fullMentions(c int) int {
	if c == 0 {
		return 0
	}
	return l.cs[c-1].mentions
}
