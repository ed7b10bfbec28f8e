package coref

import (
	"strings"

	"rapporteur/internal/annotate/lex"
	"rapporteur/internal/news"
)

// title is one office in front of a name or beside it.
type title struct {
	first, last int // the office words with their modifiers
	name        string
	tense       string
	body        int    // 1 + mention
	of          string // words of the body where no mention has them: "Moscow region"
}

// tenses are words before an office that say when it is held.
var tenses = func() map[string]string {
	m := map[string]string{}
	for _, tense := range []string{"former", "acting", "designate"} {
		for w := range list(tense) {
			m[w] = tense
		}
	}
	return m
}()

// ranks are words before an office that belong to it.
var ranks = list("ranks")

// stations are words before an office that say little: no part of it.
var stations = list("stations")

// readTitles reads what stands in front of every personal name: honorifics,
// offices, and the body that an office belongs to.
func (l *linker) readTitles() {
	for k := range l.ms {
		if m := &l.ms[k]; m.form == news.Name && m.entry == nil && (m.kind == news.Person || !l.platform(m.last+1)) {
			l.readTitle(k)
			if (m.honorific || len(m.titles) > 0) && m.last-m.first < 4 {
				m.kind = news.Person
			}
		}
	}
	l.readPluralTitles()
}

// readTitle walks left from name k: "[U.S.] [Secretary of State] [Sir] NAME".
func (l *linker) readTitle(k int) {
	m := &l.ms[k]
	begin, _ := l.bounds(m.first)
	at := m.first
	if t, ok := l.officeOver(at, begin); ok {
		m.titles, m.titleFirst = append(m.titles, t), t.first
		at = begin
	}
	for at > begin && l.owner[at-1] == 0 {
		if h := l.lex.Honorific(l.word(at - 1)); h != nil && at == m.first && l.givenRank(m, at-1, begin) {
			at--
			m.first = at
			l.owner[at] = int32(k + 1)
		} else if h != nil {
			at--
			m.honorific = true
			l.sex(m, h.Gender)
			if m.addRank(h.Rank, at); at > begin && levels[l.low[at-1]] && legislators[h.Rank] && l.owner[at-1] == 0 { // "State Sen."
				at--
				t := &m.titles[len(m.titles)-1]
				t.first, t.name = at, l.low[at]+" "+t.name
			}
		} else if l.is(at-1, ".") && at-1 > begin && l.lex.Honorific(l.word(at-2)) != nil {
			at--
		} else if o, n := l.officeEnding(at-1, begin); o != nil && !o.Plural && !o.People && (l.upper(at-1) || o.Title != "major" && o.Title != "general") {
			l.sex(m, sexOf(o.Title))
			t := l.titleAt(at-n, at-1, begin, o.Title)
			at = t.first
			m.titles = append(m.titles, t)
			if t.body != 0 || t.of != "" {
				break
			}
		} else if first, name := l.ministerOf(at-1, begin); first >= 0 && (len(m.titles) == 0 || !spokespeople[firstWord(name)]) {
			t := l.titleAt(first, at-1, begin, name)
			at = t.first
			m.titles = append(m.titles, t)
		} else if len(m.titles) > 0 && l.is(at-1, "and") && l.sameHolder(at-2, begin) {
			at--
		} else {
			break
		}
	}
	l.bodyBehind(m)
	l.constituency(m)
	l.frontedState(m, begin)
	l.shareBody(m)
	if at < m.first && m.titleFirst < 0 {
		m.titleFirst = l.titleStart(m, at, begin)
	}
	l.bodyOfRank(m, at, begin)
	if m.titleFirst >= 0 {
		for i := m.titleFirst; i < m.first; i++ {
			l.taken[i] = true
		}
	}
}

// givenRank reports whether token i, spelt like a rank, is the given name of m,
// one word behind a civil office: "Defence Minister [Gen] Brenn".
func (l *linker) givenRank(m *mention, i, begin int) bool {
	if m.first != m.last || l.is(i+1, ".") || strings.HasSuffix(l.low[i], ".") || i <= begin {
		return false
	}
	o, _ := l.officeEnding(i-1, begin)
	return o != nil && civil[lastWord(o.Title)]
}

// civil are the last words of offices that soldiers do not hold.
var civil = list("civil")

// posts are held two at a time by one person of a firm.
var posts = list("posts")

// sameHolder reports whether the office that ends at token i, before "and" and
// another, is the same person's: "chairman [and chief executive] Ada Brenn".
func (l *linker) sameHolder(i, begin int) bool {
	if i < begin || !posts[l.low[i]] {
		return false
	}
	o, n := l.officeEnding(i, begin)
	return o != nil && !o.Plural && !o.People && !l.is(i-n, ",", "and")
}

// addRank enters a rank written short; two in a row are one: "Lt. Gen.".
func (m *mention) addRank(rank string, at int) {
	if rank == "" {
		return
	}
	if n := len(m.titles); n > 0 && m.titles[n-1].first-at <= 2 && m.titles[n-1].body == 0 {
		t := &m.titles[n-1]
		t.first, t.name = at, rank+" "+t.name
		return
	}
	m.titles = append(m.titles, title{first: at, last: at, name: rank})
}

// officeOver reads an office whose body stands between it and the name that
// begins at token at: "Tovian Ambassador to the United Nations Ada Brenn".
func (l *linker) officeOver(at, begin int) (title, bool) {
	b := l.at(at - 1)
	i := at - 1
	switch {
	case i <= begin || b != nil && b.kind == news.Person:
		return title{}, false
	case b != nil:
		i = b.first - 1
	case !l.upper(i) || l.lex.Honorific(l.word(i)) != nil:
		return title{}, false
	default:
		if o, _ := l.officeEnding(i, begin); o != nil && !o.People {
			return title{}, false
		}
	}
	for steps := 0; i > begin && steps < 10 && (l.owner[i] != 0 && l.at(i).kind != news.Person || l.genitive(i) || l.is(i, "the", "and") || l.owner[i] == 0 && l.upper(i)); steps++ {
		i--
	}
	if i <= begin || !l.is(i, "to", "of", "for", "at") {
		return title{}, false
	}
	o, n := l.officeEnding(i-1, begin)
	if o == nil || !o.Office || o.Plural || o.People || b == nil && lastWord(o.Title) == "minister" {
		return title{}, false
	}
	t := l.titleAt(i-n, i-1, begin, o.Title)
	if t.body == 0 && t.of == "" {
		if t.body = int(l.owner[at-1]); t.body == 0 {
			t.of = strings.TrimPrefix(l.text(i+1, at-1), "the ")
		}
	}
	return t, true
}

func (l *linker) sex(m *mention, g news.Gender) {
	if m.gender == news.UnknownGender {
		m.gender = g
	}
}

// shareBody gives the body of the outermost title to those nearer the name:
// "US leader President NAME".
func (l *linker) shareBody(m *mention) {
	if n := len(m.titles); n > 1 {
		for i := range m.titles[:n-1] {
			if t := &m.titles[i]; t.body == 0 && t.of == "" && l.lex.LookupOffice(t.name) != nil {
				t.body, t.of = m.titles[n-1].body, m.titles[n-1].of
			}
		}
	}
}

// bodyBehind gives the outermost title the body that stands behind the name:
// "analyst NAME of Orn Research", "President NAME of Tovia".
func (l *linker) bodyBehind(m *mention) {
	n := len(m.titles)
	if n == 0 || m.titles[n-1].body != 0 || m.titles[n-1].of != "" || !l.is(m.last+1, "of") || l.lex.LookupOffice(m.titles[n-1].name) == nil {
		return
	}
	_, end := l.bounds(m.last)
	if body, _, stop, sure := l.bodyAfter(m.last+2, end); sure && stop > 0 && l.ms[body-1].last == stop && l.ms[body-1].kind != news.Person {
		m.titles[n-1].body = body
	}
}

// bodyOfRank gives an office written short, which begins at token at, the place
// or state before it: "[Brel] Gov. NAME".
func (l *linker) bodyOfRank(m *mention, at, begin int) {
	n := len(m.titles)
	if n == 0 || m.titles[n-1].body != 0 || m.titles[n-1].of != "" || m.titles[n-1].first != at {
		return
	}
	i := at - 1
	if l.genitive(i) {
		i--
	}
	if b := l.at(i); i >= begin && b != nil && b.last == i && (b.kind == news.Place || b.kind == news.State || b.form == news.Demonym) {
		m.titles[n-1].body = int(l.owner[i])
	}
}

// titleStart is the first token of what is printed as the title: the body's
// words belong to it ("Kremlin spokesman"), a genitive's do not ("Ukraine's president").
func (l *linker) titleStart(m *mention, at, begin int) int {
	if b := l.at(at - 1); b != nil && at-1 >= begin && b.last == at-1 {
		for _, t := range m.titles {
			if t.body != 0 && &l.ms[t.body-1] == b {
				return b.first
			}
		}
	}
	return at
}

// officeEnding is the longest office phrase that ends at token i.
func (l *linker) officeEnding(i, begin int) (best *lex.Office, length int) {
	for f := i; f >= begin && i-f < 6 && (l.owner[f] == 0 || f < i); f-- {
		if o, n := l.lex.Office(f, i+1, l.word); o != nil && f+n == i+1 {
			best, length = o, n
		}
	}
	return best, length
}

// ministerOf reads an office with its field behind it that ends at token i:
// "Minister of Defence" is a defence minister. first is -1 when there is none.
func (l *linker) ministerOf(i, begin int) (first int, name string) {
	for f := i; f > begin+1 && i-f < 5 && (l.upper(f) || l.is(f, "and")) && l.owner[f] == 0; f-- {
		if !l.is(f-1, "of", "for") {
			continue
		}
		o, n := l.officeEnding(f-2, begin)
		if o == nil || !o.Office {
			return -1, ""
		}
		field := strings.ToLower(l.text(f, i))
		if o.Title == "minister" || o.Title == "secretary" || strings.HasSuffix(o.Title, " minister") {
			return f - 1 - n, strings.Replace(o.Title, lastWord(o.Title), field+" "+lastWord(o.Title), 1)
		}
		return f - 1 - n, o.Title + " " + l.low[f-1] + " " + field
	}
	return -1, ""
}

// spokespeople are those who speak for others.
var spokespeople = list("spokespeople")

func firstWord(s string) string {
	s, _, _ = strings.Cut(s, " ")
	return s
}

func lastWord(s string) string { return s[strings.LastIndexByte(s, ' ')+1:] }

// levels are what a government may be of, before its offices; deputies are words
// before an office in capitals that belong to it though they have none.
var levels, deputies = list("levels"), list("deputies")

// titleAt completes the office phrase first..last with the modifiers before it
// and looks for the body to which it belongs.
func (l *linker) titleAt(first, last, begin int, name string) title {
	t := title{first: first, last: last, name: name}
	at := first
	for at > begin && l.owner[at-1] == 0 {
		w := l.low[at-1]
		switch {
		case tenses[w] != "":
			t.tense = tenses[w]
		case levels[w] && l.upper(at-1) && l.upper(first): // "City Attorney"
			t.name = w + " " + t.name
		case !l.upper(at-1) && l.upper(first) && !deputies[w] && !stations[w] && w != "-":
			return l.bodied(t, at, begin) // no word of the title: "they lead Sens. NAME"
		case ranks[w] && !strings.HasPrefix(t.name, w):
			t.name = w + " " + t.name
		case stations[w], w == "-":
		case fields[w] && l.upos(at-1) == news.ADJ || l.upos(at-1) == news.NOUN && !l.upper(at-1) && strings.Count(t.name, " ") < 3 && !l.bodyNoun(at-1, begin):
			t.name = w + " " + t.name
		default:
			return l.bodied(t, at, begin)
		}
		at--
		t.first = at
	}
	return l.bodied(t, at, begin)
}

// bodied is t with the body that stands before token at, and the tense that
// may stand before that: "a former Tovian army officer".
func (l *linker) bodied(t title, at, begin int) title {
	l.body(&t, at, begin)
	before := t.first - 1
	if t.body != 0 && l.ms[t.body-1].first <= t.first {
		before = l.ms[t.body-1].first - 1
	}
	if t.tense == "" && before >= begin && l.owner[before] == 0 {
		t.tense = tenses[l.low[before]]
	}
	return t
}

// sexOf reads the gender of an office word.
func sexOf(title string) news.Gender {
	last := title[strings.LastIndexByte(title, ' ')+1:]
	switch {
	case strings.HasSuffix(last, "woman"), last == "queen", last == "princess", last == "nun", last == "duchess", last == "empress", last == "actress":
		return news.Feminine
	case last == "king", last == "prince", last == "pope", last == "businessman", last == "spokesman", last == "congressman", last == "chairman",
		last == "sheikh", last == "bishop", last == "cardinal", last == "imam", last == "emir", last == "sultan", last == "archbishop", last == "man":
		return news.Masculine
	}
	return news.UnknownGender
}
