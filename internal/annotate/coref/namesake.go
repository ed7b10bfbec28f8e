package coref

import (
	"slices"
	"strings"

	"rapporteur/internal/news"
)

// namesakeReach is how many told sentences back, and namesakeTokens how many
// tokens, the body may stand whose name says what it is.
const (
	namesakeReach  = 8
	namesakeTokens = 500
)

// tradeWords are the words in names that tell what kind of firm it is, for the
// nouns that such a firm is called by: "Orlo [Airways]", then "the airline".
var tradeWords = map[string]map[string]bool{
	"airline": list("airlines"), "carrier": list("airlines"), "carmaker": list("carmakers"), "automaker": list("carmakers"),
	"chipmaker": list("chipmakers"), "drugmaker": list("drugmakers"), "broadcaster": list("stationsOfAir"), "lender": list("lenders"),
}

// anyFirm are nouns for bodies that stand in names by chance: "the group" need
// be no "Orn Group".
var anyFirm = list("anyFirm")

// bodyMeant is the body that definite noun m means: the company just spoken of,
// the one firm of the report whose name tells its trade, or a namesake.
func (l *linker) bodyMeant(m *mention) int {
	c := l.company(m)
	if c != 0 || !m.definite || m.body != 0 {
		return c
	}
	if kinds := tradeWords[l.low[m.head]]; kinds != nil {
		return l.onlyFirm(l.low[m.head], kinds)
	}
	return l.namesake(m)
}

// tells reports whether one of the words of a name tells what kind of firm it is.
func tells(name []string, kinds map[string]bool) bool {
	return slices.ContainsFunc(name, func(w string) bool { return kinds[w] })
}

// onlyFirm is the one firm of the report whose name tells that it is what noun
// says; 0 for none and for several.
func (l *linker) onlyFirm(noun string, kinds map[string]bool) int {
	if c, ok := l.firms[noun]; ok {
		return c
	}
	only := 0
	for c := range l.cs {
		if ch := &l.cs[c]; ch.kind != news.Organization || ch.unnamed || !tells(ch.tokens, kinds) {
			continue
		}
		if only != 0 {
			only = 0
			break
		}
		only = c + 1
	}
	l.firms[noun] = only
	return only
}

// namesake is the body last named whose name holds the noun that m is: "the
// Brel Border Agency ... [The agency] said". 0 where none is near, or where two
// of one sentence could be meant.
func (l *linker) namesake(m *mention) int {
	if m.form != news.Nominal || m.body != 0 || m.first+1 != m.head || m.last != m.head || !l.is(m.first, "the") || m.kind == news.Person || m.office.Plural || anyFirm[l.low[m.head]] {
		return 0
	}
	here, found, at := l.told[l.sentence[m.first]], 0, int32(-1)
	for i := m.first - 1; i >= max(0, m.first-namesakeTokens) && here-l.told[l.sentence[i]] <= namesakeReach; i-- {
		c := l.at(i)
		if c == nil || c.first != i || !l.namedBy(c, l.low[m.head]) {
			continue
		}
		switch {
		case found == 0:
			found, at = c.chain, l.sentence[i]
		case l.sentence[i] != at:
			return found
		case c.chain != found:
			return 0
		}
	}
	return found
}

// namedBy reports whether c is the name of a body in which noun stands.
func (l *linker) namedBy(c *mention, noun string) bool {
	if c.form != news.Name || c.kind != news.Organization || c.chain == 0 || c.first == c.last || l.inQuote[c.first] {
		return false
	}
	return slices.ContainsFunc(l.low[c.first:c.last+1], func(w string) bool {
		return w == noun || strings.TrimSuffix(w, "s") == noun
	})
}
