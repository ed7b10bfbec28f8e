package coref

import (
	_ "embed"
	"strings"

	"rapporteur/internal/news"
)

//go:embed epithets.txt
var epithetText string

// epithets are the nouns of epithets.txt, with the gender that they tell;
// besides are those of them that holders of any post may be.
var epithets, besides = func() (map[string]news.Gender, map[string]bool) {
	m, any := map[string]news.Gender{}, map[string]bool{}
	genders := map[string]news.Gender{"she": news.Feminine, "he": news.Masculine}
	for line := range strings.Lines(epithetText) {
		line, _, _ = strings.Cut(line, "#")
		word, tells, _ := strings.Cut(strings.TrimSpace(line), " ")
		if word != "" {
			m[word], any[word] = genders[strings.TrimSpace(tells)], tells == "any"
		}
	}
	return m, any
}()

// epithetReach is how many told sentences back the person may stand whom an
// epithet means.
const epithetReach = 3

// clearly is by how much the likeliest person must be likelier than the next.
const clearly = 15

// epithet is the person named shortly before whom definite noun m, which names
// no post, can only mean: "Ada Brenn, ... [The actress] said". 0 where two could
// be meant, or a person of another post.
func (l *linker) epithet(m *mention) int {
	gender, ok := epithets[l.low[m.head]]
	if !ok || !m.definite || m.body != 0 || m.kind != news.Person || !l.is(m.first, "the") {
		return 0
	}
	if c, _ := l.likeliest(m, gender); c != 0 || gender == news.UnknownGender {
		return c
	}
	if c, sole := l.likeliest(m, news.UnknownGender); sole {
		return c
	}
	return 0
}

// likeliest is the person named shortly before m, known to be of the gender
// where one is given, who is so much more prominent than others that m means
// him; sole when there are no others.
func (l *linker) likeliest(m *mention, gender news.Gender) (person int, sole bool) {
	here := l.told[l.sentence[m.first]]
	best, most, second := 0, 0, 0
	for i := m.first - 1; i >= 0 && here-l.told[l.sentence[i]] <= epithetReach; i-- {
		c := l.at(i)
		if c == nil || c.first != i || l.inQuote[i] || !l.bears(c, m, gender) {
			continue
		}
		c.subject = l.isSubject(c)
		score := l.prominence(c, m, int(here-l.told[l.sentence[i]]))
		switch {
		case c.chain == best:
			most = max(most, score)
		case score > most:
			best, most, second = c.chain, score, most
		default:
			second = max(second, score)
		}
	}
	if most < second+clearly {
		return 0, false
	}
	return best, second == 0
}

// bears reports whether name c may be of the person whom epithet m means: a
// person of no other post, fit in gender, and not in m's own clause.
func (l *linker) bears(c, m *mention, gender news.Gender) bool {
	if c.form != news.Name || c.kind != news.Person || c.chain == 0 {
		return false
	}
	ch := &l.cs[c.chain-1]
	if g := epithets[l.low[m.head]]; gender != news.UnknownGender && ch.gender != gender || g != news.UnknownGender && ch.gender != news.UnknownGender && ch.gender != g {
		return false
	}
	for k := range ch.offices {
		if l.saysAge(m.first) || besides[l.low[m.head]] {
			break // whatever he does, he has an age
		}
		if _, ok := epithets[lastWord(ch.offices[k].title)]; !ok {
			return false
		}
	}
	if l.sentence[c.first] != l.sentence[m.first] {
		return true
	}
	return !l.isSubject(c) || l.is(m.first-1, ",") && l.isSubject(m) // "As Brenn sang, the actress ..."
}

// chainEpithets ties the epithets that the lexicon does not have as roles, since
// they are words for other things too, where they mean somebody: "the model said".
func (l *linker) chainEpithets() {
	known := map[string]int{}
	for i := 1; i < l.n(); i++ {
		first, ok := l.epithetAt(i)
		if !ok {
			continue
		}
		m := mention{first: first, last: i, head: i, kind: news.Person, form: news.Nominal, definite: true, gender: epithets[l.low[i]]}
		c := l.epithet(&m)
		if c == 0 {
			c = known[l.low[i]]
		}
		if c != 0 {
			known[l.low[i]] = c
			l.join(l.add(m), c)
		}
	}
}

// chainAges ties "the 46-year-old", alone or with a people behind it, to whom it means.
func (l *linker) chainAges() {
	for i := 0; i+5 < l.n(); i++ {
		if !l.saysAge(i) || l.inQuote[i] {
			continue
		}
		last := i + 5
		if d := l.at(last + 1); d != nil && d.form == news.Demonym && d.first == last+1 {
			last = d.last
		} else if d != nil {
			continue
		}
		switch l.upos(last + 1) {
		case news.NOUN, news.ADJ, news.PROPN, news.NUM:
			continue
		}
		m := mention{first: i, last: last, head: last, kind: news.Person, form: news.Nominal, definite: true}
		if c, _ := l.likeliest(&m, news.UnknownGender); c != 0 {
			l.join(l.add(m), c)
		}
	}
}

// saysAge reports whether "the 46-year-old" stands at token i.
func (l *linker) saysAge(i int) bool {
	return l.is(i, "the") && l.is(i+3, "year") && l.is(i+5, "old") && l.is(i+2, "-") && l.is(i+4, "-") && isNumber(l.low[i+1])
}

// epithetAt reports whether an epithet outside quotations is the head of a noun
// phrase at token i that nobody has taken, and where that begins.
func (l *linker) epithetAt(i int) (first int, ok bool) {
	if _, ok := epithets[l.low[i]]; !ok || l.owner[i] != 0 || l.taken[i] || l.inQuote[i] || l.upos(i) != news.NOUN || l.nounAt(i+1) {
		return 0, false
	}
	if o, _ := l.lex.Office(i, i+1, l.word); o != nil {
		return 0, false
	}
	if u := l.upos(i + 1); u == news.PROPN || u == news.ADP && l.is(i+1, "of", "for") || l.owner[min(i+1, l.n()-1)] != 0 {
		return 0, false
	}
	for first = i - 1; first > 0 && i-first < 4 && (l.upos(first) == news.ADJ || l.upos(first) == news.NOUN) && l.owner[first] == 0; {
		first--
	}
	return first, first >= 0 && l.is(first, "the")
}
