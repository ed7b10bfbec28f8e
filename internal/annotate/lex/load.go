package lex

import (
	"fmt"
	"strings"

	"rapporteur/internal/news"
)

// Load reads and checks the embedded data files. The error names file, line
// and what is wrong there.
func Load() (*Lexicon, error) {
	l := &Lexicon{}
	l.names.grow()
	l.offices.grow()
	l.honorifics.grow()
	l.given.grow()
	for _, f := range []struct {
		name   string
		fields int
		add    func(*Lexicon, []string) error
	}{
		{"states.txt", 5, addState},
		{"organizations.txt", 4, addOrganization},
		{"places.txt", 3, addPlace},
		{"offices.txt", 2, addOffice},
		{"honorifics.txt", 3, addHonorific},
	} {
		if err := l.read(f.name, f.fields, f.add); err != nil {
			return nil, err
		}
	}
	return l, l.readGiven("firstnames.txt")
}

// read calls add with the fields of every line that is no comment.
func (l *Lexicon) read(name string, fields int, add func(*Lexicon, []string) error) error {
	data, err := files.ReadFile("data/" + name)
	if err != nil {
		return err
	}
	for n, line := range strings.Split(string(data), "\n") {
		if line = strings.TrimSpace(line); line == "" || line[0] == '#' {
			continue
		}
		f := strings.Split(line, "|")
		for i := range f {
			f[i] = strings.TrimSpace(f[i])
		}
		for len(f) < fields {
			f = append(f, "")
		}
		if len(f) > fields || f[0] == "" {
			return fmt.Errorf("lexicon %s line %d: want %d fields apart by |, the first not empty: %q", name, n+1, fields, line)
		}
		if err := add(l, f); err != nil {
			return fmt.Errorf("lexicon %s line %d: %w", name, n+1, err)
		}
	}
	return nil
}

// several are the entries of one field.
func several(field string) (out []string) {
	for _, s := range strings.Split(field, ";") {
		if s = strings.TrimSpace(s); s != "" {
			out = append(out, s)
		}
	}
	return out
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
		{State, append([]string{f[0]}, several(f[1])...)},
		{Demonym, several(f[2])},
		{Capital, several(f[3])},
		{Seat, several(f[4])},
	} {
		e.Class = g.class
		if err := l.name(e, g.forms...); err != nil {
			return err
		}
	}
	return nil
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
	return l.name(e, append([]string{f[0]}, several(f[1])...)...)
}

func addPlace(l *Lexicon, f []string) error {
	return l.name(Entry{Canon: strings.TrimSuffix(f[0], "?"), Kind: news.Place, Class: Place, Of: f[2]}, append([]string{f[0]}, several(f[1])...)...)
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

// readGiven reads lines "m: Name Name ...". A name of both genders has none.
func (l *Lexicon) readGiven(name string) error {
	data, err := files.ReadFile("data/" + name)
	if err != nil {
		return err
	}
	for n, line := range strings.Split(string(data), "\n") {
		if line = strings.TrimSpace(line); line == "" || line[0] == '#' {
			continue
		}
		key, names, ok := strings.Cut(line, ":")
		g, known := genders[key]
		if !ok || !known {
			return fmt.Errorf("lexicon %s line %d: want \"m: names\" or \"f: names\"", name, n+1)
		}
		for _, w := range strings.Fields(names) {
			l.addGiven(w, g)
		}
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
