package lex

import (
	"embed"
	"fmt"
	"strings"
	"sync"
)

//go:embed data/verbs.txt data/irregular.txt
var verbFile embed.FS

// VerbLemma is the lemma of form, in lower case, when it is a form of a verb of
// verbs.txt or irregular.txt: "annexed" is "annex", "fought" is "fight". "" for
// any other form.
func VerbLemma(form string) string { return verbForms()[form] }

var verbForms = sync.OnceValue(func() map[string]string {
	m, err := readVerbs()
	if err != nil {
		panic(err) // a fault of the build; TestVerbLemma finds it
	}
	return m
})

func readVerbs() (map[string]string, error) {
	m := map[string]string{}
	err := EachLine(verbFile, "data/irregular.txt", 2, func(f []string) error {
		for _, form := range List(f[1]) {
			if m[form] != "" {
				return fmt.Errorf("%q is a form of %q", form, m[form])
			}
			m[form] = f[0]
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	return m, EachLine(verbFile, "data/verbs.txt", 1, func(f []string) error {
		for _, v := range List(f[0]) {
			mark := v[len(v)-1]
			lemma := strings.TrimRight(v, "+*")
			if m[lemma] != "" && m[lemma] != lemma {
				return fmt.Errorf("%q is a form of %q", lemma, m[lemma])
			}
			for _, form := range inflect(lemma, mark) {
				m[form] = lemma
			}
		}
		return nil
	})
}

// inflect lists the forms of a regular verb; mark is '+' where the last letter
// is doubled, '*' where it may be.
func inflect(v string, mark byte) (forms []string) {
	last, stem := v[len(v)-1], v
	forms = append(forms, v)
	switch {
	case last == 'y' && !strings.ContainsRune("aeiou", rune(v[len(v)-2])):
		return append(forms, v[:len(v)-1]+"ies", v[:len(v)-1]+"ied", v+"ing")
	case last == 'e':
		return append(forms, v+"s", v+"d", v[:len(v)-1]+"ing")
	case last == 's' || last == 'x' || last == 'z' || last == 'o' || strings.HasSuffix(v, "ch") || strings.HasSuffix(v, "sh"):
		forms = append(forms, v+"es")
	default:
		forms = append(forms, v+"s")
	}
	if mark == '+' || mark == '*' {
		stem += v[len(v)-1:]
	}
	forms = append(forms, stem+"ed", stem+"ing")
	if mark == '*' {
		forms = append(forms, v+"ed", v+"ing")
	}
	return forms
}
