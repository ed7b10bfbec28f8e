package lex

import (
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"fmt"
	"hash"
	"io"
	"strings"

	"rapporteur/internal/news"
)

// dataFiles are the files of data/, in the order in which they are read.
var dataFiles = []struct {
	name   string
	fields int
	add    func(*Lexicon, []string) error
}{
	{"states.txt", 5, addState},
	{"organizations.txt", 4, addOrganization},
	{"places.txt", 3, addPlace},
	{"offices.txt", 2, addOffice},
	{"honorifics.txt", 3, addHonorific},
	{"firstnames.txt", 1, addGivenLine},
}

// Load reads and checks the embedded data files. The error names file, line
// and what is wrong there.
func Load() (*Lexicon, error) {
	l := &Lexicon{}
	l.names.grow()
	l.offices.grow()
	l.honorifics.grow()
	l.given.grow()
	for _, f := range dataFiles {
		if err := EachLine(files, "data/"+f.name, f.fields, func(line []string) error { return f.add(l, line) }); err != nil {
			return nil, err
		}
	}
	return l, nil
}

// name files e under its name and, where that is long enough to be no
// ordinary word, under its all-capitals form.
func (l *Lexicon) name(e Entry, forms ...string) error {
	for _, f := range forms {
		f, e.Weak = strings.CutSuffix(f, "?")
		if len(strings.Fields(f)) > longestPhrase {
			return fmt.Errorf("%q is longer than %d words", f, longestPhrase)
		}
		e.Name = f
		l.names.put(f, e, cased)
		if len(f) > 4 {
			l.names.put(strings.ToUpper(f), e, cased)
		}
	}
	return nil
}

func addState(l *Lexicon, f []string) error {
	canon := strings.TrimSuffix(f[0], "?")
	e := Entry{Canon: canon, Kind: news.State, Of: canon}
	for _, g := range []struct {
		class Class
		forms []string
	}{
		{State, append([]string{f[0]}, List(f[1])...)},
		{Demonym, List(f[2])},
		{Capital, List(f[3])},
		{Seat, List(f[4])},
	} {
		e.Class = g.class
		if err := l.name(e, g.forms...); err != nil {
			return err
		}
	}
	return nil
}

// Sum is the SHA-256 of all that the lexicon, the hints, the classes of words and
// what they take are read from: what was learned with another lexicon may read this one worse.
func Sum() string {
	h := sha256.New()
	for _, f := range dataFiles {
		CopyFiles(h, files, "data/"+f.name)
	}
	io.WriteString(h, hintsText)
	CopyFiles(h, wordFiles, append(wordFileNames, irregularWords)...)
	for _, name := range valencyFileNames {
		CopyFiles(h, valencyFiles, "valency/"+name)
	}
	return hex.EncodeToString(h.Sum(nil))
}

// CopyFiles writes embedded files to h, one behind the other, for a digest of them. It
// panics on a name that is not among them.
func CopyFiles(h hash.Hash, embedded embed.FS, names ...string) {
	for _, name := range names {
		b, err := embedded.ReadFile(name)
		if err != nil {
			panic(err) // embedded under this name, or the build is at fault
		}
		h.Write(b)
	}
}

var classes = map[string]Class{
	"igo": IGO, "body": Body, "party": Party, "armed": Armed, "agency": Agency,
	"outlet": Outlet, "platform": Platform, "company": Company, "court": Court,
}

func addOrganization(l *Lexicon, f []string) error {
	class, ok := classes[f[2]]
	if !ok {
		return fmt.Errorf("unknown class %q", f[2])
	}
	e := Entry{Canon: strings.TrimSuffix(f[0], "?"), Kind: news.Organization, Class: class, Of: f[3]}
	if class == Armed {
		e.Kind = news.Group
	}
	return l.name(e, append([]string{f[0]}, List(f[1])...)...)
}

func addPlace(l *Lexicon, f []string) error {
	return l.name(Entry{Canon: strings.TrimSuffix(f[0], "?"), Kind: news.Place, Class: Place, Of: f[2]}, append([]string{f[0]}, List(f[1])...)...)
}

func addOffice(l *Lexicon, f []string) error {
	o := Office{Title: strings.ToLower(f[0])}
	for _, flag := range strings.Split(f[1], ",") {
		switch strings.TrimSpace(flag) {
		case "office":
			o.Office = true
		case "role":
			o.Role = true
		case "source":
			o.Source = true
		case "plural":
			o.Plural = true
		case "people":
			o.People = true
		default:
			return fmt.Errorf("unknown flag %q", flag)
		}
	}
	l.offices.put(f[0], o, folded)
	return nil
}

func addHonorific(l *Lexicon, f []string) error {
	g, ok := genders[f[1]]
	if !ok {
		return fmt.Errorf("unknown gender %q", f[1])
	}
	l.honorifics.put(f[0], Honorific{Form: f[0], Gender: g, Rank: f[2]}, honor)
	return nil
}

var genders = map[string]news.Gender{"": news.UnknownGender, "m": news.Masculine, "f": news.Feminine}

// addGivenLine takes "m: Name Name ...". A name of both genders has none.
func addGivenLine(l *Lexicon, f []string) error {
	key, names, ok := strings.Cut(f[0], ":")
	g, known := genders[key]
	if !ok || !known {
		return fmt.Errorf("want \"m: names\" or \"f: names\"")
	}
	for _, w := range strings.Fields(names) {
		l.addGiven(w, g)
	}
	return nil
}

func (l *Lexicon) addGiven(w string, g news.Gender) {
	if was := l.given.exact(w, cased); was != nil && *was != g {
		*was = news.UnknownGender
		return
	}
	l.given.put(w, g, cased)
}
