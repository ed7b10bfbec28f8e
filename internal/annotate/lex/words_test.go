package lex

import (
	"strings"
	"testing"
)

func TestWordClasses(t *testing.T) {
	w, err := readWordClasses()
	if err != nil {
		t.Fatal(err)
	}
	for word, want := range map[string]WordClass{
		"waived": PastWord | ParticipleWord, "Attacks": PluralWord | PresentWord, "denies": PresentWord, "STEALING": GerundWord,
		"stole": PastWord, "stolen": ParticipleWord, "abetting": GerundWord, "omitted": PastWord | ParticipleWord,
		"dying": GerundWord, "fleeing": GerundWord, "ministries": PluralWord, "gunmen": PluralWord, "crises": PluralWord,
		"angrily": AdverbWord, "drastically": AdverbWord, "bravely": AdverbWord, "heavier": ComparativeWord, "biggest": SuperlativeWord,
		"whom": FunctionWord, "hooray": InterjectionWord, "qzxv": 0,
	} {
		if f := FormOf(word); w.Of(&f) != want {
			t.Errorf("%s has the classes %b, want %b", word, w.Of(&f), want)
		}
	}
}

func TestListedWordsHaveTheirLemmas(t *testing.T) {
	w := AllWordClasses()
	for form, want := range map[string]string{"distributed": "distribute", "abetting": "abet", "stolen": "steal", "sustains": "sustain", "found": "", "qzxved": ""} {
		if got := w.VerbLemma(form); got != want {
			t.Errorf("%s is a form of the verb %q, want %q", form, got, want)
		}
	}
	for form, want := range map[string]string{"potatoes": "potato", "buses": "bus", "gunmen": "gunman", "earnings": "", "crises": ""} {
		if got := w.PluralLemma(form); got != want {
			t.Errorf("%s is the plural of %q, want %q", form, got, want)
		}
	}
	if got := w.GradeLemma("heaviest"); got != "heavy" {
		t.Errorf("heaviest is a form of %q", got)
	}
}

// TestWordListsAreClean has every entry be letters, with a mark that its class
// knows.
func TestWordListsAreClean(t *testing.T) {
	for _, name := range wordFileNames {
		err := eachWordLine(wordFiles, name, func(words []string) error {
			for _, w := range words {
				stem := strings.TrimRight(w, "+*")
				if strings.HasPrefix(words[0], "[") || strings.IndexFunc(stem, func(r rune) bool { return !strings.ContainsRune("-'./&", r) && r < 'A' }) < 0 && len(w)-len(stem) < 2 {
					continue
				}
				t.Errorf("%s: %q", name, w)
			}
			return nil
		})
		if err != nil {
			t.Error(err)
		}
	}
}

func TestAskingForAClassAllocatesNothing(t *testing.T) {
	w, f := AllWordClasses(), FormOf("waived")
	if n := testing.AllocsPerRun(20, func() { w.Of(&f) }); n > 0 {
		t.Errorf("%v allocations", n)
	}
}
