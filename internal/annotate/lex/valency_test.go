package lex

import (
	"strings"
	"testing"

	"rapporteur/internal/news"
)

func TestFormsTakeWhatTheirWordTakes(t *testing.T) {
	w := AllWordClasses()
	on, with, rely := FormOf("upon"), FormOf("With"), FormOf("rely")
	relied, talks := FormOf("Relied"), FormOf("talks")
	v, lemma := w.Takes(&relied, news.VERB)
	if !v.Selects(w.Selected(&on, news.ADP)) || v.Selects(w.Selected(&with, news.ADP)) || lemma != rely.Lower {
		t.Errorf("relied has %b", v)
	}
	noun, _ := w.Takes(&talks, news.NOUN)
	if verb, _ := w.Takes(&talks, news.VERB); !noun.Selects(w.Selected(&with, news.ADP)) || noun == verb {
		t.Errorf("talks has %b as a noun", noun)
	}
	if v, lemma := w.Takes(&relied, news.NOUN); v != 0 || lemma != relied.Lower || w.Selected(&relied, news.ADP) != 0 {
		t.Error("a word has what another part of speech has")
	}
}

// TestValencyListsAreClean has every word stand once below a class, in small letters.
func TestValencyListsAreClean(t *testing.T) {
	for _, name := range valencyFileNames {
		var class string
		seen := map[string]bool{}
		err := eachWordLine(valencyFiles, "valency/"+name, func(words []string) error {
			if strings.HasPrefix(words[0], "[") {
				class = words[0]
				return nil
			}
			for _, w := range words {
				if strings.Trim(w, "abcdefghijklmnopqrstuvwxyzé-") != "" || seen[class+w] {
					t.Errorf("%s: %s %q", name, class, w)
				}
				seen[class+w] = true
			}
			return nil
		})
		if err != nil {
			t.Error(err)
		}
	}
}

func TestAskingForAValencyAllocatesNothing(t *testing.T) {
	w, f := AllWordClasses(), FormOf("relied")
	if n := testing.AllocsPerRun(20, func() { w.Takes(&f, news.VERB) }); n > 0 {
		t.Errorf("%v allocations", n)
	}
}
