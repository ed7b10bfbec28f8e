package parse

import (
	"rapporteur/internal/annotate/lex"
	"rapporteur/internal/news"
)

// near bounds, in words, how far a mend looks for what a word belongs to.
const near = 12

// mender puts right what no English tree can have: arcs that the moves have
// drawn before they saw what follows. It reads and writes one sentence.
type mender struct {
	forms []lex.Form
	tags  []news.Tag
	arcs  []news.Arc // heads count from first
	first int
}

// mend looks at each word once, and from it at a few others.
func (m *mender) mend() {
	for i := range m.arcs {
		switch m.arcs[i].Rel {
		case news.Case:
			m.clauseWord(i)
			m.dueTo(i)
			m.underNoun(i)
		case news.Cc:
			m.pairOfAdjectives(i)
		case news.Conj:
			m.unjoined(i)
		case news.Nsubj:
			m.whichClause(i)
		case news.Obl:
			m.underAdjective(i)
			m.bareSubject(i)
		}
	}
}

// head is the place of the head of word i; -1 for the root.
func (m *mender) head(i int) int { return int(m.arcs[i].Head) - 1 - m.first }

// hang gives word i the head at place h.
func (m *mender) hang(i, h int, r news.Rel) {
	m.arcs[i] = news.Arc{Head: news.TokenID(m.first + h + 1), Rel: r}
}

// clauseWord gives "before" in "before Secretary Brand meets them" to the verb:
// a subject has no preposition.
func (m *mender) clauseWord(i int) {
	subject := m.head(i)
	if subject < i || !opensClause(m.forms[i].Lower) {
		return
	}
	for subject > i && (m.arcs[subject].Rel == news.NmodDesc || m.arcs[subject].Rel == news.Compound) {
		subject = m.head(subject)
	}
	if subject < i || m.arcs[subject].Rel != news.Nsubj && m.arcs[subject].Rel != news.Obl {
		return
	}
	verb := m.head(subject)
	if verb < subject || m.tags[verb].UPOS != news.VERB || m.arcs[subject].Rel == news.Obl && !m.lacksSubject(verb, subject) {
		return
	}
	m.arcs[subject].Rel = news.Nsubj
	m.hang(i, verb, news.Mark)
	if m.arcs[verb].Rel == news.Parataxis {
		m.arcs[verb].Rel = news.Advcl
	}
}

// lacksSubject reports whether verb, in a tense of its own, has no subject but
// the word at place i, right before it.
func (m *mender) lacksSubject(verb, i int) bool {
	finite := finite(m.tags[verb].XPOS)
	for j := i + 1; j < min(len(m.arcs), verb+near); j++ {
		r := m.arcs[j].Rel
		if j < verb && m.tags[j].UPOS == news.PUNCT {
			return false
		}
		if m.head(j) == verb {
			if r == news.Nsubj || r == news.NsubjPass || r == news.Expl || j < verb && r == news.Obl {
				return false
			}
			finite = finite || j < verb && (r == news.Aux || r == news.Cop)
		}
	}
	return finite
}

// dueTo reads "due" in "talks due to be held" as said of the talks: "due to" is
// a preposition before a noun alone.
func (m *mender) dueTo(i int) {
	verb := m.head(i)
	if m.forms[i].Lower != due || i == 0 || i+2 >= len(m.arcs) || verb < i+2 || verb > i+near || m.tags[i-1].UPOS != news.NOUN || m.tags[verb].UPOS != news.VERB ||
		m.arcs[i+1].Rel != news.Fixed || m.head(i+1) != i || m.head(i-1) == verb {
		return
	}
	for j := i + 2; j < verb; j++ {
		if r := m.arcs[j].Rel; m.head(j) != verb || r != news.Aux && r != news.AuxPass && r != news.Advmod {
			return
		}
	}
	m.hang(i, i-1, news.Amod)
	m.hang(i+1, verb, news.Mark)
	if m.arcs[verb].Rel == news.Advcl && m.head(verb) < i {
		m.hang(verb, i-1, news.Acl)
	}
}

// pairOfAdjectives joins "Norlandic" and "Sudmarkian envoys" in "Norlandic and
// Sudmarkian envoys will meet", where an adjective was joined to the clause:
// one that has no verb of its own stands beside the first word of the subject.
func (m *mender) pairOfAdjectives(i int) {
	if i == 0 || m.tags[i-1].UPOS != news.ADJ && m.tags[i-1].UPOS != news.PROPN {
		return
	}
	verb := m.head(i)
	if verb < i || m.arcs[verb].Rel != news.Conj || m.head(verb) != i-1 || m.tags[verb].UPOS != news.VERB {
		return
	}
	subject := m.subject(i, verb)
	if subject < i+2 || !m.bare(i-1, i) {
		return
	}
	m.arcs[verb] = m.arcs[i-1]
	for j := range m.arcs {
		if j != subject && j != verb && j != i && m.head(j) == i-1 && (j > i || m.tags[j].UPOS == news.PUNCT) {
			m.hang(j, verb, m.arcs[j].Rel)
		}
	}
	m.hang(i-1, subject, news.Amod)
	m.hang(i, m.adjective(i, subject), news.Cc)
}

// subject is the place of the subject of verb when its words begin right behind
// place i; 0 for none.
func (m *mender) subject(i, verb int) int {
	for j := i + 1; j < min(verb, i+near); j++ {
		if r := m.arcs[j].Rel; m.head(j) == verb && (r == news.Nsubj || r == news.NsubjPass) {
			if h := m.head(i + 1); j > i+1 && m.tags[j].UPOS == news.NOUN && (h == j || h == i+2) {
				return j
			}
			return 0
		}
	}
	return 0
}

// bare reports whether nothing but adjectives and adverbs before it depends on
// word i among those before place end.
func (m *mender) bare(i, end int) bool {
	for j := max(0, i-near); j < end; j++ {
		if m.head(j) == i && m.arcs[j].Rel != news.Amod && m.arcs[j].Rel != news.Advmod && m.arcs[j].Rel != news.Punct {
			return false
		}
	}
	return true
}

// adjective is the last word between place i and its subject that stands for
// the second of the pair.
func (m *mender) adjective(i, subject int) int {
	if m.head(i+1) == subject {
		return i + 1
	}
	return subject
}

// unjoined reads "being sent" in "ruled out troops being sent" as what is ruled
// out: nothing joins a clause with a subject of its own to the verb before it.
func (m *mender) unjoined(i int) {
	verb := m.head(i)
	if verb < 0 || verb > i || i-verb > near || m.tags[verb].UPOS != news.VERB || m.tags[i].UPOS != news.VERB {
		return
	}
	own, being := false, false
	for j := verb + 1; j < i; j++ {
		r := m.arcs[j].Rel
		if r == news.Cc || r == news.Mark || m.forms[j].Lower == commaForm {
			return
		}
		if m.head(j) == i {
			own = own || r == news.Nsubj || r == news.NsubjPass
			being = being || r == news.AuxPass && m.tags[j].XPOS == news.VBG
		}
	}
	if own && being {
		m.arcs[i].Rel = news.Ccomp
	}
}

var commaForm, due = lex.FormOf(",").Lower, lex.FormOf("due").Lower

// underAdjective turns "Norlandic Minister" round in "Norlandic Minister Brand
// will fly", where the parser took the adjective for a clause and the noun for
// what stands in it: without a preposition, none does.
func (m *mender) underAdjective(i int) {
	adj := m.head(i)
	if adj < 0 || adj >= i || i-adj > near || m.tags[adj].UPOS != news.ADJ || m.arcs[adj].Rel != news.Advcl || m.tags[i].UPOS != news.NOUN && m.tags[i].UPOS != news.PROPN {
		return
	}
	verb := m.head(adj)
	if verb <= i || m.tags[verb].UPOS != news.VERB {
		return
	}
	for j := adj; j < i; j++ {
		if m.tags[j].UPOS == news.PUNCT || m.arcs[j].Rel == news.Case || m.head(j) == adj {
			return
		}
	}
	m.hang(i, verb, news.Obl) // until it is seen whether the verb has a subject
	m.hang(adj, i, news.Amod)
}

// bareSubject makes "minister" the subject of "asked" in "last May her minister,
// Ivo Brand, had asked": a noun without a preposition before a verb that has no
// subject, where the parser saw none after a date.
func (m *mender) bareSubject(i int) {
	verb := m.head(i)
	if verb < i || verb-i > near || m.tags[i].UPOS != news.NOUN && m.tags[i].UPOS != news.PROPN || m.tags[verb].UPOS != news.VERB {
		return
	}
	finite := finite(m.tags[verb].XPOS)
	for j := max(0, i-near); j < min(len(m.arcs), verb+near); j++ {
		r := m.arcs[j].Rel
		switch m.head(j) {
		case i:
			if r == news.Case || r == news.Nummod || j < i && r == news.Punct {
				return
			}
		case verb:
			if r == news.Nsubj || r == news.NsubjPass || r == news.Csubj || r == news.Expl || r == news.AuxPass || r == news.Mark || j > i && j < verb && r == news.Obl {
				return
			}
			finite = finite || r == news.Aux
		}
	}
	if finite {
		m.arcs[i].Rel = news.Nsubj
	}
}
