package coref

import (
	_ "embed"
	"strings"

	"rapporteur/internal/news"
)

//go:embed tenures.txt
var tenureText string

// tenures are the verbs of tenures.txt in the forms that tell of an office, each
// with the office.
var tenures = func() map[string]title {
	m := map[string]title{}
	for line := range strings.Lines(tenureText) {
		line, _, _ = strings.Cut(line, "#")
		if f := strings.Fields(line); len(f) == 3 {
			t := title{name: strings.ReplaceAll(f[1], "_", " ")}
			m[f[0]] = t
			if t.tense = "former"; f[2] != "stays" {
				m[f[2]] = t
			}
		}
	}
	return m
}()

// officesDone reads offices that are told by what their holder does to a body:
// "NAME, who heads BODY", "NAME leads BODY". Only a named body gives one.
func (l *linker) officesDone() {
	for k := range l.ms {
		m := &l.ms[k]
		if m.form != news.Name || m.kind != news.Person || m.chain == 0 {
			continue
		}
		_, end := l.bounds(m.last)
		i := m.last + 1
		if l.is(i, ",") && l.is(i+1, "who") {
			i += 2
		} else if l.is(i, "who") {
			i++
		}
		for i < end && l.is(i, "also", "currently", "now", "still") {
			i++
		}
		if t, ok := tenures[l.lowAt(i, end)]; ok && l.verbal(i) {
			l.tenure(m.chain, t, i, end)
		}
	}
}

// lowAt is token i in lower case, "" behind token end.
func (l *linker) lowAt(i, end int) string {
	if i > end {
		return ""
	}
	return l.low[i]
}

// tenure gives chain c office t of the body that the verb at token i governs.
func (l *linker) tenure(c int, t title, i, end int) {
	body, _, stop, sure := l.bodyAfter(i+1, end)
	if !sure || body == 0 || l.ms[body-1].kind != news.Organization || l.ms[body-1].last != stop {
		return
	}
	t.first, t.last, t.body = i, i, body
	for k := range l.cs[c-1].offices {
		if o := &l.cs[c-1].offices[k]; l.sameBody(o.body, body) || strings.HasSuffix(o.title, t.name) {
			return // told better elsewhere
		}
	}
	l.give(c, t)
}

// stateHeads are offices that the state has with which a sentence begins.
var stateHeads = list("stateHeads")

// frontedState gives an office of state without a body the state with which the
// sentence begins that token begin opens: "In Tovia, Chancellor NAME".
func (l *linker) frontedState(m *mention, begin int) {
	n := len(m.titles)
	if n == 0 || m.titles[n-1].body != 0 || m.titles[n-1].of != "" || !stateHeads[m.titles[n-1].name] && !ofState(m.titles[n-1].name) || !l.is(begin, "in") {
		return
	}
	if s := l.at(begin + 1); s != nil && s.kind == news.State && l.is(s.last+1, ",") && m.titles[n-1].first == s.last+2 {
		m.titles[n-1].body = int(l.owner[begin+1])
	}
}
