// Package lex is what the stages know about words before they read a report:
// states with their peoples, capitals and seats of government, organizations,
// agencies and outlets, places, offices, honorifics, given names.
//
//	"U.S." -> Entry{Canon: "United States", Kind: state, Class: State}
//	"Kremlin" -> Entry{Canon: "Russia", Kind: state, Class: Seat, Name: "Kremlin"}
//	"Russian" -> Entry{Canon: "Russia", Kind: state, Class: Demonym}
//
// In go the text files of data/, checked once on load; out come lookups by
// runs of tokens. It decides nothing: what a name means in its place is for
// the stages to say.
package lex

import (
	"embed"
	"sync"

	"rapporteur/internal/news"
)

//go:embed data/*.txt
var files embed.FS

// Class says what kind of name an Entry is.
type Class uint8

// Classes of names.
const (
	None     Class = iota
	State          // "France"
	Demonym        // "French", "Ukrainians"
	Capital        // "Paris": a place that may stand for its state
	Seat           // "Kremlin", "White House": a building or body that stands for its state
	IGO            // "NATO"
	Body           // an organ of a state or of an IGO: "Pentagon"
	Party          //
	Armed          // an armed group
	Agency         // a news agency
	Outlet         // a publisher or broadcaster
	Platform       // where posts appear
	Company        //
	Court          //
	Place          // a place that is neither state nor capital
)

// Entry is one name and what it stands for.
type Entry struct {
	Name  string    // the name as the lexicon spells it: "Kremlin", "Moscow", "Russian"
	Canon string    // the entity: "Russia" for a state and its demonyms, capitals and seats; else the first name of the line
	Kind  news.Kind // of Canon: state, organization, place
	Class Class     //
	Weak  bool      // also an ordinary word or a name of other things: counts only where the context supports it
	Of    string    // the state that an organ, capital, outlet or place belongs to; "" unknown
}

// Office is a head noun or phrase for what a person is.
type Office struct {
	Title  string // "foreign minister"
	Office bool   // a post with a body
	Role   bool   // what somebody does, no post
	Source bool   // may be an unnamed source
	Plural bool
	People bool // a body of people that can act
}

// Honorific is a word before a name.
type Honorific struct {
	Form   string
	Gender news.Gender
	Rank   string // "general" for "Gen."; ""
}

// Lexicon is all of it; read-only once loaded.
type Lexicon struct {
	names      table[Entry]
	own        *table[Entry] // entries that one report teaches; nil for none
	offices    table[Office]
	honorifics table[Honorific]
	given      table[news.Gender]
}

// Default is the embedded lexicon, loaded on first use. A data file that does
// not load is a fault of the build, found by the package's own test: it panics.
var Default = sync.OnceValue(func() *Lexicon {
	l, err := Load()
	if err != nil {
		panic(err)
	}
	return l
})

// Name gives the longest entry that starts at word i of n, and how many words
// it covers; n words is 0 when none does. Case matters, but all-capitals text
// matches too; full stops, hyphens and white space inside a name do not.
// word must return the text of word k.
func (l *Lexicon) Name(i, n int, word func(int) string) (*Entry, int) {
	e, k := l.names.longest(i, n, word, cased)
	if l.own != nil {
		if f, m := l.own.longest(i, n, word, cased); m > k {
			return f, m
		}
	}
	return e, k
}

// With is l with further names for one report; l itself stays as it is.
func (l *Lexicon) With(entries []Entry) *Lexicon {
	m := *l
	m.own = &table[Entry]{}
	m.own.grow()
	for _, e := range entries {
		m.own.put(e.Name, e, cased)
	}
	return &m
}

// Office gives the longest office or role noun that starts at word i of n,
// regardless of case, and how many words it covers.
func (l *Lexicon) Office(i, n int, word func(int) string) (*Office, int) {
	return l.offices.longest(i, n, word, folded)
}

// Honorific is the honorific that w is, nil for none.
func (l *Lexicon) Honorific(w string) *Honorific { return l.honorifics.exact(w, honor) }

// Given is the usual gender of a given name; ok is false when w is none.
func (l *Lexicon) Given(w string) (g news.Gender, ok bool) {
	if p := l.given.exact(w, cased); p != nil {
		return *p, true
	}
	return 0, false
}

// Lookup is the entry that the whole phrase is, nil for none.
func (l *Lexicon) Lookup(phrase string) *Entry { return l.names.exact(phrase, cased) }

// LookupOffice is the office that the whole phrase is, nil for none.
func (l *Lexicon) LookupOffice(phrase string) *Office { return l.offices.exact(phrase, folded) }
