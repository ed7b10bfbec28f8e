package lex

import "strings"

// wordInflections gives the forms of a listed word of each class; mark is the
// last letter of its entry, which may be "+" or "*".
var wordInflections = map[string]func(g *wordGatherer, w string, mark byte){
	"noun":      (*wordGatherer).noun,
	"plural":    func(g *wordGatherer, w string, _ byte) { g.add(w, PluralWord) },
	"verb":      (*wordGatherer).verb,
	"adjective": (*wordGatherer).adjective,
	"adverb":    func(g *wordGatherer, w string, _ byte) { g.add(w, AdverbWord) },
	"interjection": func(g *wordGatherer, w string, _ byte) {
		g.add(w, InterjectionWord)
	},
	"function": func(g *wordGatherer, w string, _ byte) { g.add(w, FunctionWord) },
}

func (g *wordGatherer) noun(w string, _ byte) {
	g.addOf("", w, NounWord, pluralLemmas)
	if stem, ok := strings.CutSuffix(w, "man"); ok {
		g.addOf(w, stem+"men", PluralWord, pluralLemmas)
		return
	}
	g.addOf(w, withS(w), PluralWord, pluralLemmas)
	if strings.HasSuffix(w, "o") {
		g.addOf(w, w+"s", PluralWord, pluralLemmas)
	}
}

// withS is w with the "-s" of plurals and of verbs.
func withS(w string) string {
	if len(w) < 2 {
		return w + "s"
	}
	return inflect(w, 0)[1]
}

func (g *wordGatherer) verb(w string, mark byte) {
	g.present(w, mark)
	if g.irregular[w] || len(w) < 2 {
		return
	}
	for _, form := range inflect(w, mark) {
		if strings.HasSuffix(form, "ed") && form != w {
			g.addOf(w, form, PastWord|ParticipleWord, verbLemmas)
		}
	}
}

// present adds the bare form of a verb, its "-s" and its "-ing".
func (g *wordGatherer) present(w string, mark byte) {
	g.addOf(w, w, VerbWord, verbLemmas)
	if len(w) < 2 {
		return
	}
	g.addOf(w, withS(w), PresentWord, verbLemmas)
	stem, ie := strings.CutSuffix(w, "ie")
	switch {
	case ie:
		g.addOf(w, stem+"ying", GerundWord, verbLemmas)
	case strings.HasSuffix(w, "ee"), strings.HasSuffix(w, "be"):
		g.addOf(w, w+"ing", GerundWord, verbLemmas)
	default:
		for _, form := range inflect(w, mark) {
			if strings.HasSuffix(form, "ing") && form != w {
				g.addOf(w, form, GerundWord, verbLemmas)
			}
		}
	}
}

func (g *wordGatherer) adjective(w string, mark byte) {
	g.add(w, AdjectiveWord)
	g.add(manner(w), AdverbWord)
	if mark != '+' {
		return
	}
	stem, last := w, w[len(w)-1]
	switch last {
	case 'e':
		stem = w[:len(w)-1]
	case 'y':
		stem = w[:len(w)-1] + "i"
	case 'b', 'd', 'g', 'm', 'n', 't':
		g.addOf(w, w+string(last)+"er", ComparativeWord, gradeLemmas)
		g.addOf(w, w+string(last)+"est", SuperlativeWord, gradeLemmas)
	}
	g.addOf(w, stem+"er", ComparativeWord, gradeLemmas)
	g.addOf(w, stem+"est", SuperlativeWord, gradeLemmas)
}

// manner is the adverb in "-ly" of an adjective.
func manner(w string) string {
	switch n := len(w); {
	case strings.HasSuffix(w, "ic"):
		return w + "ally"
	case strings.HasSuffix(w, "le"):
		return w[:n-1] + "y"
	case strings.HasSuffix(w, "ll"):
		return w + "y"
	case n > 3 && w[n-1] == 'y':
		return w[:n-1] + "ily"
	}
	return w + "ly"
}
