package coref

import (
	"strings"

	"rapporteur/internal/annotate/lex"
	"rapporteur/internal/news"
)

// inferBodies gives an office of state that the report leaves without a body
// the state with which the sentence before begins: "Tovia has joined the pact.
// Prime Minister Ada Brenn said ..."
func (l *linker) inferBodies() {
	first, nominals, led := l.openingStates(), l.bodyNouns(), l.ledStates()
	for c := range l.cs {
		for k := range l.cs[c].offices {
			o := &l.cs[c].offices[k]
			if id := nominals[o.first]; o.of != "" && id != 0 && l.ms[id-1].last < o.last {
				o.body, o.of = id, ""
			}
			s := int(l.sentence[o.first])
			if o.body == 0 && o.of == "" && (l.is(o.first-1, "with") || ofFirm[o.title] && l.speaksFor(o)) {
				o.body = l.bodySubject(o.first)
			}
			if o.body != 0 || o.of != "" || !ofState(o.title) {
				continue
			}
			begin, _ := l.bounds(o.first)
			if s > 0 && l.a.Sentences[s].Block == l.a.Sentences[s-1].Block && first[s-1] != 0 && o.first-begin <= 1 {
				o.body = first[s-1]
			} else {
				o.body = max(led[c+1], 0)
			}
		}
	}
}

// ledStates are the states of which the report calls somebody the leader or by
// an office, by chain: "President Ada Brenn ... The [Tovian] leader"; -1 where they
// are two.
func (l *linker) ledStates() map[int]int {
	out := map[int]int{}
	for k := range l.ms {
		m := &l.ms[k]
		if m.form != news.Nominal || m.chain == 0 || m.body == 0 || m.kind != news.Person || !l.is(m.head, "leader") && !ofState(m.office.Title) || l.ms[m.body-1].kind != news.State {
			continue
		}
		if was := out[m.chain]; was == 0 {
			out[m.chain] = m.body
		} else if was < 0 || !l.sameBody(was, m.body) {
			out[m.chain] = -1
		}
	}
	return out
}

// bodyNouns are the nouns for a named body, by the token of the noun: in "the
// [agency]'s director" it is the one last named.
func (l *linker) bodyNouns() map[int]int {
	out := map[int]int{}
	for k := range l.ms {
		if m := &l.ms[k]; m.form == news.Nominal && m.kind == news.Organization && m.head == m.last && m.last-m.first <= 1 && m.chain != 0 && !l.cs[m.chain-1].unnamed {
			out[m.head] = k + 1
		}
	}
	return out
}

// bodySubject is the state or body that is the subject before token i of its
// sentence: "Orlo has refused, with chief executive NAME saying"; 0 for none.
func (l *linker) bodySubject(i int) int {
	begin, _ := l.bounds(i)
	for k := i - 1; k >= begin; k-- {
		if m := l.at(k); m != nil && m.form == news.Name && (m.kind == news.Organization || m.kind == news.State) && (l.isSubject(m) || l.ownsSubject(m)) {
			if m.entry != nil && (m.entry.Class == lex.Outlet || m.entry.Class == lex.Agency) && l.isSubject(m) {
				return 0 // "Orn Radio reported that chief executive NAME"
			}
			return int(l.owner[k])
		}
	}
	return 0
}

// ofFirm are offices that only firms and clubs have.
var ofFirm = list("ofFirm")

// speaksFor reports whether the person behind office o speaks, or is spoken for,
// in what is told of his firm: "Orlo refused, chief executive NAME said".
func (l *linker) speaksFor(o *office) bool {
	m := l.at(o.last + 1)
	if m == nil || m.first != o.last+1 || m.kind != news.Person {
		return false
	}
	return l.is(o.first-1, ",") && l.verbal(m.last+1) || l.is(o.first-1, "of") && l.is(o.first-2, "behalf")
}

// ownsSubject reports whether the noun that name m owns is a subject: "[Orlo]'s
// board rejected".
func (l *linker) ownsSubject(m *mention) bool {
	if !l.genitive(m.last+1) || l.a.Done&news.Arcs == 0 || len(l.a.Arcs) != l.n() {
		return false
	}
	h := int(l.a.Arcs[m.head].Head) - 1
	return h > m.last && (l.a.Arcs[h].Rel == news.Nsubj || l.a.Arcs[h].Rel == news.NsubjPass)
}

// openingStates is, for each sentence, the state that is its subject and its
// first name; 0 for none.
func (l *linker) openingStates() []int {
	out := make([]int, len(l.a.Sentences))
	done := make([]bool, len(l.a.Sentences))
	for _, k := range l.inOrder() {
		m := &l.ms[k-1]
		s := l.sentence[m.first]
		if done[s] || m.form == news.Pronoun || m.form == news.Nominal {
			continue
		}
		done[s] = true
		begin, _ := l.bounds(m.first)
		if m.kind == news.State && m.form == news.Name && m.first-begin <= 2 && l.isSubject(m) {
			out[s] = k
		}
	}
	return out
}

// ofState reports whether an office is one that states have.
func ofState(title string) bool {
	return heads[title] || title == "prime minister" || title == "vice president" || strings.HasSuffix(title, "minister") || title == "foreign secretary"
}
