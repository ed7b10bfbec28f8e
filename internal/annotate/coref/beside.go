package coref

import (
	"strings"

	"rapporteur/internal/annotate/lex"
	"rapporteur/internal/news"
)

// officesBeside reads offices that stand behind a name:
//
//	NAME, [the|a|Tovia's] OFFICE [of BODY],     apposition, an age may come first
//	NAME (OFFICE)
//	NAME, who is|was OFFICE      NAME is|was|became OFFICE
func (l *linker) officesBeside() {
	for k := range len(l.ms) {
		m := &l.ms[k]
		if m.form != news.Name || m.chain == 0 || m.kind != news.Person && (m.entry != nil || m.last == m.first || m.last-m.first > 3) {
			continue
		}
		_, end := l.bounds(m.last)
		if at, loose := l.opensApposition(m.last+1, end); at > 0 {
			l.apposition(k, at, end, loose)
		}
	}
}

// opensApposition is the token at which an office may begin behind a name that
// ends before token i, 0 for none; loose when a verb joins them.
func (l *linker) opensApposition(i, end int) (at int, loose bool) {
	switch {
	case l.is(i, ",", "(") && i < end:
		i++
		if i+1 < end && isNumber(l.low[i]) && l.is(i+1, ",") { // an age
			i += 2
		}
		if l.is(i, "who") {
			return l.afterBe(i+1, end), true
		}
		if l.is(i, "now", "currently", "himself", "herself", "then") && i < end {
			i++
		}
		return i, false
	case i <= end:
		return l.afterBe(i, end), true
	}
	return 0, false
}

// afterBe is the token after a form of "be" or "become" and its adverbs at i.
func (l *linker) afterBe(i, end int) int {
	if !l.is(i, "is", "was", "became", "serves", "served", "remains", "has", "had") {
		return 0
	}
	for i++; i <= end && (l.is(i, "been", "as", "become", "also", "currently", "now", "then", "elected", "appointed", "named", "still", "once")); i++ {
	}
	if i > end {
		return 0
	}
	return i
}

func isNumber(w string) bool {
	for i := 0; i < len(w); i++ {
		if w[i] < '0' || w[i] > '9' {
			return false
		}
	}
	return w != ""
}

// apposition reads the offices at token at and gives them to name k.
func (l *linker) apposition(k, at, end int, loose bool) {
	var told []title // the offices that "and" joins
	defer func() { l.giveJoined(k, told) }()
	for tries := 0; tries < 3; tries++ {
		t, next, ok := l.officeAt(at, end)
		if !ok || t.plural || loose && l.is(at, "he", "she") {
			return
		}
		if !loose && next <= end && l.verbal(next) && l.is(t.start, "a", "an", "the", "one", "another", "his", "her", "its", "their") {
			return // a subject of its own: "..., a source told"
		}
		if m := l.at(next); m != nil && m.kind == news.Person && (tries > 0 || m.form == news.Name && m.titleFirst >= 0 && m.titleFirst <= t.first) {
			return // the next person's title: "..., the foreign minister and the envoy NAME"
		}
		if m := &l.ms[k]; m.kind != news.Person {
			if loose || l.upos(m.first-1) == news.ADP || anyBody[t.name] || !l.is(next, ",", ".", ")") {
				return
			}
			m.kind = news.Person
			l.turnPerson(m.chain, m.last)
		}
		if t.tense == "" && l.is(at-1, "then") { // "Ada Brenn, [then] the mayor"
			t.tense = "former"
		}
		told = append(told, t.title)
		l.consume(t, k)
		switch {
		case l.is(next, "and") && next < end:
			if at = next + 1; loose && l.is(at, "is", "was") { // "was her aide and is now the envoy"
				at = l.afterBe(at, end)
			}
		case l.is(next, "who") && next < end: // "a former officer who is now an analyst at ..."
			at, loose = l.afterBe(next+1, end), true
		default:
			return
		}
		if at == 0 {
			return
		}
	}
}

// giveJoined gives name k the offices told of it; of two that "and" joins without
// an article between, the body of one is the other's as well: "chairman and chief
// executive of Orlux", "Orlux chairman and chief executive".
func (l *linker) giveJoined(k int, told []title) {
	for i := 1; i < len(told); i++ {
		a, b := &told[i-1], &told[i]
		if a.last+2 != b.first || !posts[lastWord(a.name)] && !posts[lastWord(b.name)] {
			continue
		}
		if a.body == 0 && a.of == "" {
			a.body, a.of = b.body, b.of
		} else if b.body == 0 && b.of == "" {
			b.body, b.of = a.body, a.of
		}
	}
	for _, t := range told {
		l.give(l.ms[k].chain, t)
	}
}

// anyBody are roles that a body may have as well as a person.
var anyBody = list("anyBody")

// consume makes the words of an office behind a name a role noun of its chain.
func (l *linker) consume(t phrase, k int) {
	id := l.add(mention{first: t.start, last: t.stop, kind: news.Person, form: news.Nominal, head: t.title.last, office: l.lex.LookupOffice(t.title.name), definite: true})
	l.join(id, l.ms[k].chain)
	for i := t.start; i <= t.stop; i++ {
		l.taken[i] = true
	}
}

// phrase is a noun phrase around an office.
type phrase struct {
	title
	start, stop int // all its tokens
	plural      bool
}

// officeAt reads "[the] [modifiers] [BODY 's] [modifiers] OFFICE [of|at|for BODY]"
// at token i. next is the token behind it.
func (l *linker) officeAt(i, end int) (p phrase, next int, ok bool) {
	p.start = i
	body := 0
	for steps := 0; i <= end && steps < 10; steps++ {
		if m := l.at(i); m != nil {
			if m.kind == news.Person && !l.genitive(m.last+1) {
				return p, i, false
			}
			body, i = int(l.owner[i]), m.last+1
			continue
		}
		if o, n := l.lex.Office(i, end+1, l.word); o != nil && !l.nounAt(i+n) && !(ranks[l.low[i]] && n == 1 && l.officeFrom(i+1, end)) {
			if m := l.at(i + n); m != nil && m.kind == news.Person && l.genitive(m.last+1) && l.taken[i] { // "President Brenn's [ambassador]"
				i = m.last + 1
				continue
			}
			if l.genitive(i+n) && i+n < end { // "the mayor's [brother]"
				i += n + 1
				continue
			}
			p.title = l.titleAt(i, i+n-1, p.start, o.Title)
			p.plural = o.Plural
			if p.body == 0 && p.of == "" {
				p.body = body
			}
			p.stop = i + n - 1
			next = l.behind(&p, i+n, end)
			return p, next, !o.People
		}
		if !l.modifier(i, steps) {
			return p, i, false
		}
		i++
	}
	return p, i, false
}

// officeFrom reports whether an office of several words begins at token i:
// "deputy [national security adviser]".
func (l *linker) officeFrom(i, end int) bool {
	o, n := l.lex.Office(i, end+1, l.word)
	return o != nil && n > 1
}

// nounAt reports whether a noun goes on at token i, so that what stands before
// it is no head: "party leader", "police station".
func (l *linker) nounAt(i int) bool {
	if i >= l.n() || l.owner[i] != 0 || l.is(i, "familiar") {
		return false
	}
	if l.upos(i) == news.NOUN {
		return true
	}
	return l.is(i, "-") && !l.is(i+1, "elect", "designate")
}

// modifier reports whether token i may stand between an article and an office.
func (l *linker) modifier(i, steps int) bool {
	switch l.upos(i) {
	case news.ADJ, news.NOUN, news.PROPN, news.NUM, news.ADV:
		return true
	case news.DET, news.PRON:
		return steps == 0 && l.is(i, "the", "a", "an", "its", "his", "her", "their", "another", "one")
	case news.PART, news.PUNCT:
		return l.genitive(i) || l.is(i, "-")
	case news.NoUPOS:
		return l.is(i, "the", "a", "an", "its", "his", "her", "their", "-") || l.genitive(i) || ranks[l.low[i]] || stations[l.low[i]] || tenses[l.low[i]] != ""
	case news.VERB:
		return tenses[l.low[i]] != "" || stations[l.low[i]] || l.attributive(i)
	}
	return false
}

// behind reads what follows an office: "-elect", and the body after "of",
// "for", "at" and the like. It returns the token after all that.
func (l *linker) behind(p *phrase, i, end int) int {
	if l.is(i, "-") && l.is(i+1, "elect", "designate") {
		p.tense, i = "designate", i+2
	} else if l.is(i, "designate", "elect", "-elect") {
		p.tense, i = "designate", i+1
	}
	if l.is(i, "at") && l.is(i+1, "large") { // "an editor at large of The Orn Times"
		p.name, i = p.name+" at large", i+2
	}
	p.stop = i - 1
	if l.is(i, "on") { // "an expert [on Tovia] at the Brel Institute"
		if _, _, stop, _ := l.bodyAfter(i+1, end); stop > i && l.is(stop+1, "at", "with", "from", "for") {
			i = stop + 1
		}
	}
	if l.is(i, "at") && l.is(i+1, "the") && l.is(i+2, "time", "moment") {
		return i + 3
	}
	field := false // p.of is what the office is for
	for pp := 0; pp < 3 && i < end && l.is(i, "of", "for", "at", "in", "to", "with", "from"); pp++ {
		body, of, stop, sure := l.bodyAfter(i+1, end)
		if stop < 0 || p.plural && l.is(i, "of") && strings.HasSuffix(l.low[i+1], "ing") && !l.upper(i+1) {
			break // "accused forces of firing on them"
		}
		if pp == 0 || l.is(i, "at", "of", "for", "with") && p.body == 0 {
			p.stop = stop
		}
		if sure && l.is(i, "at", "with") && l.stationedAt(p.body, p.start, body) { // "the Tovia analyst at the Orn Institute"
			p.body, p.of = body, ""
		}
		if p.body == 0 && (sure || pp > 0) {
			if field && sure && body != 0 && strings.ToLower(p.of) == p.of { // "head of tax services at Orlo"
				p.name += " of " + p.of
			}
			p.body, p.of = body, ""
		} else if p.body == 0 && p.of == "" && body == 0 && pp == 0 {
			p.of, field = of, l.is(i, "of")
		} else if p.body == 0 && pp == 0 && body != 0 && !l.is(stop+1, "at", "in", "with") {
			p.body = body
		}
		if c := l.calledBehind(stop+1, end); c != 0 && !sure && bodyKind(l.low[stop]) {
			p.body, p.of = c, ""
			return p.stop + 1
		}
		i = stop + 1
		if p.body != 0 && sure {
			break
		}
	}
	return p.stop + 1
}

// bodyKind reports whether a noun means a body, whichever.
func bodyKind(noun string) bool {
	return bodyNouns[noun] || corporate[noun] || anyFirm[noun] || noun == "body"
}

// calledBehind is the body whose name stands between commas from token i on:
// "president of the sport's governing body, [Orlef], said"; 0 for none.
func (l *linker) calledBehind(i, end int) int {
	if !l.is(i, ",") || i >= end {
		return 0
	}
	if l.is(i+1, "the") {
		i++
	}
	m := l.at(i + 1)
	if m == nil || m.first != i+1 || m.form != news.Name || m.kind != news.Organization || !l.is(m.last+1, ",", ".") {
		return 0
	}
	return int(l.owner[i+1])
}

// stationedAt reports whether the place before an office says only what it is
// about, since a body is named behind it.
func (l *linker) stationedAt(place, start, body int) bool {
	if place == 0 || body == 0 || l.ms[body-1].kind != news.Organization {
		return false
	}
	b := &l.ms[place-1]
	return b.first >= start && b.form == news.Name && (b.kind == news.Place || b.kind == news.State) && !l.genitive(b.last+1)
}

// bodyAfter reads a noun phrase at token i: the last name in it, whether that
// name is its head, and its words.
func (l *linker) bodyAfter(i, end int) (body int, of string, stop int, sure bool) {
	start := i
	stop = -1
	for steps := 0; i <= end && steps < 8; steps++ {
		if m := l.at(i); m != nil {
			if m.kind == news.Person && !l.genitive(m.last+1) && i > start && !l.is(i-1, "the") {
				break
			}
			if l.is(m.last+1, "-") && l.is(m.last+2, "based") { // "the Brel-based Orn Institute"
				i = m.last + 3
				continue
			}
			if owned := body != 0 && l.genitive(i-1) && l.ms[body-1].kind != news.Person && (m.kind == news.Place || m.entry != nil && m.entry.Class == lex.Capital); !owned { // "[Tovia]'s Brel mission"
				body = int(l.owner[i])
			}
			stop, sure = m.last, m.form == news.Name
			i = m.last + 1
			continue
		}
		switch {
		case l.genitive(i), (l.upos(i) == news.DET || l.is(i, "its", "his", "her", "their")) && steps == 0:
		case l.upos(i) == news.NOUN, l.upos(i) == news.PROPN:
			stop = i
			sure = sure && l.owner[i] != 0
			if body != 0 && l.ms[body-1].form == news.Name && !sure { // "of Nato's reaction forces"
				sure = true
			}
		case l.upos(i) == news.ADJ, l.upos(i) == news.NUM, i > start && (l.attributive(i) || l.is(i-1, "-") && l.touching(i)), body == 0 && l.is(i, "-") && l.touching(i):
		default:
			steps = 8
			continue
		}
		i++
	}
	if stop >= start {
		for start < stop && l.is(start, "the", "a", "an", "its", "his", "her", "their") {
			start++
		}
		of = l.text(start, stop)
	}
	return body, of, stop, sure
}
