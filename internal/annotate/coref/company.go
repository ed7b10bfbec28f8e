package coref

import (
	"rapporteur/internal/annotate/lex"
	"rapporteur/internal/news"
)

// corporate are the nouns that mean a company of which the report has just
// spoken: "Norlux rejected the bid. [The chipmaker] said ...".
var corporate = list("corporate")

// companyReach is how many told sentences back that company may stand.
const companyReach = 2

// company is the chain of the company that definite noun m means: the named
// one that was the subject of a sentence shortly before, 0 when there is none
// or two were subjects of that sentence.
func (l *linker) company(m *mention) int {
	if !m.definite || m.body != 0 && l.ms[m.body-1].kind == news.Organization || !corporate[l.low[m.head]] {
		return 0
	}
	here, found, at := l.told[l.sentence[m.first]], 0, -1
	for i := m.first - 1; i >= 0 && here-l.told[l.sentence[i]] <= companyReach; i-- {
		k := l.owner[i]
		if k == 0 || l.inQuote[i] {
			continue
		}
		c := &l.ms[k-1]
		if c.first != i || c.chain == 0 || !l.trades(c) || !l.isSubject(c) {
			continue
		}
		switch {
		case found == 0:
			found, at = c.chain, int(l.sentence[i])
		case int(l.sentence[i]) != at:
			return found
		case c.chain != found:
			return 0
		}
	}
	return found
}

// trades reports whether name c may be that of a company.
func (l *linker) trades(c *mention) bool {
	if c.form != news.Name || c.kind != news.Organization {
		return false
	}
	if bodyNouns[l.low[c.last]] && !trades[l.low[c.last]] {
		return false // a board or an office trades in nothing
	}
	return c.entry == nil || c.entry.Class == lex.Company || c.entry.Class == lex.None
}
