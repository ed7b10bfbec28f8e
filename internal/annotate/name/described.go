package name

import (
	"unicode"

	"rapporteur/internal/annotate/lex"
	"rapporteur/internal/news"
)

// mostOfRun bounds the capitalised words that are read as one name.
const mostOfRun = 4

// described makes organizations of capitalised words in no name, or in one of
// a person, that their spelling or their surroundings say are one, in the
// sentence of tokens first up to last; where all words have capitals they say
// nothing.
//
//	"polled by [OrnMetric]"            a capital inside the word
//	"told The [Harbourman]"            an article with a capital behind "told"
//	"[Brel Payment Systems] lost it"   ends as names of firms do
//	"on the [Ornovision] television station"
func (w *Window) described(first, last int) {
	if loudness(w.forms[first:last]) != 0 {
		return
	}
	for i := first; i < last; i++ {
		end := w.runTo(i, last)
		if i == first && end == i+1 {
			continue // a capital that opens a sentence says nothing
		}
		switch {
		case end == i:
			continue
		case i > first && w.word(i-1) == "The" && w.heard(i-2, first):
		case end-i > 1 && trades[w.forms[end-1].Lower]:
		case end == i+1 && w.humped(i):
		case !media[w.forms[end-1].Lower] && w.aired(end, last):
		default:
			i = end - 1
			continue
		}
		w.name(i, end, ORG)
		i = end - 1
	}
}

// runTo is the end of the capitalised words from token i on that are in no name
// or are all of one person's; i where there are none.
func (w *Window) runTo(i, last int) int {
	k := i
	for k < last && k-i < mostOfRun && w.Labels[k] != Outside && w.Labels[k].class() == PER {
		if k++; !w.Labels[k-1].open() {
			return k
		}
	}
	if k > i || w.Labels[i] != Outside && w.Labels[i].place() != Begin && w.Labels[i].place() != Whole {
		return i
	}
	for k < last && k-i < mostOfRun && w.Labels[k] == Outside && w.capital(k) {
		k++
	}
	return k
}

// capital reports whether token i, a proper noun or a word of a name, has a
// capital in it, and the lexicon does not know it.
func (w *Window) capital(i int) bool {
	switch w.a.Tags[i].UPOS {
	case news.PROPN, news.NOUN, news.ADJ:
	default:
		return false
	}
	return w.word(i) != "The" && w.facts[i].class == lex.None && !w.facts[i].honor && (w.forms[i].Marks&(lex.Title|lex.Upper) != 0 || humps(w.word(i)) > 0)
}

// heard reports whether what follows token i was told something or is what
// something is according to.
func (w *Window) heard(i, first int) bool {
	if i < first {
		return false
	}
	return hearing[w.forms[i].Lower] || w.word(i) == "to" && i > first && w.forms[i-1].Lower == according
}

// aired reports whether what ends before token end is a station, a network or
// a paper: "the Orn [television station]".
func (w *Window) aired(end, last int) bool {
	k := end
	for k < last && k-end < 2 && media[w.forms[k].Lower] && w.forms[k].Marks&lex.Small != 0 {
		k++
	}
	return k > end && outlets[w.forms[k-1].Lower]
}

// humped reports whether token i has a capital inside and is no surname of
// those that do: "OrnMetric", not "McBrenn".
func (w *Window) humped(i int) bool {
	f := &w.facts[i]
	return humps(w.word(i)) == 1 && w.Labels[i] == Outside && !f.given && f.hint&(hintGiven|hintFamily) == 0
}

// humps counts the capitals in word that follow a small letter and go on with
// small ones; 0 where fewer than four letters stand before the first, as in
// "McBrenn" and "DeOrn", and where anything is no letter.
func humps(word string) (n int) {
	first, was := 0, rune(0)
	for i, r := range word {
		switch {
		case !unicode.IsLetter(r):
			return 0
		case unicode.IsUpper(r) && unicode.IsLower(was) && i+2 < len(word):
			if first == 0 {
				first = i
			}
			n++
		}
		was = r
	}
	if first < 4 {
		return 0
	}
	return n
}
