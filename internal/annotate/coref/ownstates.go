package coref

import (
	"slices"
	"strings"

	"rapporteur/internal/annotate/lex"
	"rapporteur/internal/news"
)

// ownStates are the states that the lexicon does not know and that the report
// shows to be states: by what only states have ("Tovia's foreign minister",
// "the Tovian embassy"), or by a people and its government or troops beside
// the name ("Tovia", "Tovian soldiers"). Each comes with the forms for its
// people. A name that is also somebody's surname is none.
//
//	... Tovian Foreign Minister Ada Brenn flew home to Tovia ...
//	Tovia: state; Tovian: its people
func (l *linker) ownStates() []lex.Entry {
	c := stateClues{l: l, names: map[string]string{}, sure: map[string]bool{}, people: map[string][]string{}, peopled: map[string]bool{}, persons: map[string]bool{}}
	c.gatherPersons()
	for i := range l.n() {
		c.look(i)
	}
	return c.entries()
}

// stateClues gathers what a report says of names that could be states. Keys
// are stems: "tov" for Tovia and Tovian.
type stateClues struct {
	l       *linker
	names   map[string]string   // the name itself
	sure    map[string]bool     // something only states have belongs to it
	people  map[string][]string // forms for its people, as met
	peopled map[string]bool     // its people have a government, troops or the like
	persons map[string]bool     // words of persons' names, lower case
}

// ofStates are what only states have; ofSides what other bodies have as well.
var (
	ofStates = list("ofStates")
	ofSides  = list("ofSides")
)

func (c *stateClues) gatherPersons() {
	for i := range c.l.a.Mentions {
		m := &c.l.a.Mentions[i]
		first, last := int(m.First)-1, min(int(m.Last), c.l.n())-1
		if m.Kind == news.Person && last > first {
			for k := first; k <= last; k++ {
				c.persons[c.l.low[k]] = true
			}
		}
	}
}

// look takes up token i where it is a capitalised word without an entry.
func (c *stateClues) look(i int) {
	l := c.l
	w := l.word(i)
	if len(w) < 4 || !l.upper(i) || strings.ToUpper(w) == w || c.persons[l.low[i]] {
		return
	}
	if e, _ := l.lex.Name(i, l.n(), l.word); e != nil {
		return
	}
	if u := l.upos(i); u != news.NoUPOS && u != news.PROPN && u != news.ADJ && u != news.NOUN {
		return
	}
	if stem := peopleStem(l.low[i]); stem != "" && !slices.Contains(c.people[stem], w) {
		c.people[stem] = append(c.people[stem], w)
	}
	switch stem := peopleStem(l.low[i]); {
	case l.genitive(i + 1):
		c.name(w, c.begins(i+2, ofStates))
	case l.is(i-1, "of"):
		c.name(w, c.begins(i-2, ofStates) || c.begins(i-3, ofStates))
	case stem != "" && c.begins(i+1, ofStates):
		c.peopled[stem], c.sure[stem] = true, true
	case stem != "" && c.begins(i+1, ofSides):
		c.peopled[stem] = true
	default:
		c.name(w, false)
	}
}

// name files w as a name under its stem.
func (c *stateClues) name(w string, sure bool) {
	stem := nameStem(strings.ToLower(w))
	if len(stem) < 3 {
		return
	}
	if was := c.names[stem]; was == "" || w < was {
		c.names[stem] = w
	}
	if sure {
		c.sure[stem] = true
	}
}

// begins reports whether one of the phrases, of three words at most, begins at token i.
func (c *stateClues) begins(i int, phrases map[string]bool) bool {
	if i < 0 || i >= c.l.n() {
		return false
	}
	phrase := c.l.low[i]
	for k := i + 1; !phrases[phrase]; k++ {
		if k > i+2 || k >= c.l.n() {
			return false
		}
		phrase += " " + c.l.low[k]
	}
	return true
}

// entries are the names for which the clues suffice, in order of their stems.
func (c *stateClues) entries() (out []lex.Entry) {
	var stems []string
	for s := range c.names {
		if c.sure[s] || c.peopled[s] && len(c.people[s]) > 0 {
			stems = append(stems, s)
		}
	}
	slices.Sort(stems)
	for _, s := range stems {
		e := lex.Entry{Name: c.names[s], Canon: c.names[s], Kind: news.State, Class: lex.State, Of: c.names[s]}
		out = append(out, e)
		e.Class = lex.Demonym
		for _, p := range c.people[s] {
			if e.Name = p; p != c.names[s] {
				out = append(out, e)
			}
		}
	}
	return out
}

// nameStem is a state's name without its last vowels: "tovia" -> "tov".
func nameStem(low string) string { return strings.TrimRight(low, "aeiouy") }

// peopleStem is the stem of a word for a people, "" when it is made like none:
// "tovian", "tovians", "halmari", "ostrelese" -> "tov", "halmar", "ostrel".
func peopleStem(low string) string {
	low = strings.TrimSuffix(low, "s")
	for _, suffix := range []string{"ian", "ean", "an", "ese", "ish", "i"} {
		if s, ok := strings.CutSuffix(low, suffix); ok && len(s) >= 3 {
			return nameStem(s)
		}
	}
	return ""
}
