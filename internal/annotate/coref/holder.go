package coref

import (
	"slices"
	"strings"

	"rapporteur/internal/news"
)

// recalled is an office holder and the token at which the report last spoke of it.
type recalled struct{ chain, at int }

// memory is how many office holders "the minister" chooses among.
const memory = 40

// recall moves a holder to the front of those remembered.
func (l *linker) recall(c, at int) {
	i := slices.IndexFunc(l.holders, func(r recalled) bool { return r.chain == c })
	if i < 0 {
		if len(l.holders) < memory {
			l.holders = append(l.holders, recalled{})
		}
		i = len(l.holders) - 1
	}
	copy(l.holders[1:i+1], l.holders[:i])
	l.holders[0] = recalled{c, at}
}

// heads are the offices that "leader" may mean.
var heads = list("heads")

// roles are words for those who hold one of several offices.
var roles = map[string]map[string]bool{
	"envoy": list("envoys"), "diplomat": list("envoys"), "lawmaker": list("lawmakers"), "legislator": list("lawmakers"),
	"spokesperson": list("spokespeople"),
}

// holder is the person spoken of before m who holds the office that m names:
// the only one, or one of whom this sentence or the one before it speaks when
// the others are further off. 0 when more than one could be meant.
func (l *linker) holder(m *mention) int {
	var best recalled
	for _, r := range l.holders {
		if !l.couldBe(m, &l.cs[r.chain-1]) {
			continue
		}
		if best.chain != 0 {
			here := l.told[l.sentence[m.first]]
			if here-l.told[l.sentence[best.at]] <= 1 && here-l.told[l.sentence[r.at]] > 1 {
				return best.chain
			}
			return 0
		}
		best = r
	}
	return best.chain
}

// spokenFor is the person whose spokesman speaks of office m in this sentence:
// "Mira Brenn's spokesman said [the prime minister] was well". 0 for none.
func (l *linker) spokenFor(m *mention) int {
	if !heads[m.titles[0].name] && m.titles[0].name != "prime minister" && m.titles[0].name != "pm" {
		return 0
	}
	for i := m.first - 1; i > 1 && l.sentence[i] == l.sentence[m.first]; i-- {
		if !strings.HasPrefix(l.low[i], "spokes") || !l.genitive(i-1) {
			continue
		}
		if n := l.at(i - 2); n != nil && n.kind == news.Person && n.form == news.Name {
			return n.chain
		}
	}
	return 0
}

// couldBe reports whether a person could be what m says.
func (l *linker) couldBe(m *mention, c *chain) bool {
	if m.gender != news.UnknownGender && c.gender != news.UnknownGender && m.gender != c.gender {
		return false
	}
	want := m.titles[0].name
	if want == "pm" {
		want = "prime minister"
	}
	for i := range c.offices {
		o := &c.offices[i]
		fits := o.title == want || want == "premier" && o.title == "prime minister" || strings.HasSuffix(o.title, " "+want) && o.title != "prime minister" && o.title != "vice president" ||
			(want == "leader" || want == "head") && (heads[o.title] || o.title == "prime minister") ||
			roles[want] != nil && roles[want][lastWord(o.title)] && (o.body == 0 || l.ms[o.body-1].kind != news.Person)
		if fits && (o.tense == m.titles[0].tense || m.titles[0].tense == "") && (m.body == 0 || o.body == 0 && o.of == "" || l.sameState(m.body, o.body)) {
			return true
		}
	}
	return false
}

// sameState reports whether two bodies are one or belong to one state.
func (l *linker) sameState(x, y int) bool {
	if x == 0 || y == 0 {
		return false
	}
	return l.sameBody(x, y) || l.root(x) != 0 && l.root(x) == l.root(y)
}

// root is the state behind a body mention, 0 when it is not known.
func (l *linker) root(m int) int {
	c := l.ms[m-1].chain
	if c != 0 && l.cs[c-1].of != 0 {
		return l.cs[c-1].of
	}
	return c
}
