package name

import (
	"rapporteur/internal/annotate/lex"
	"rapporteur/internal/news"
)

// composed mends a name at tokens i up to end that is two names or lacks a part
// and returns where what is left of it begins and ends:
//
//	"Ada Brenn of Human Rights Union"      somebody and his body
//	"Brel's Institute for Peace"           a town and a body in it
//	"Solidarity and" + "Progress Party"    one body
//	"The" + "Hague"                        a place with an article
//	"Orn" + "archipelago", "Orn Shoal"     places
func (w *Window) composed(i, end, first, last int) (from, to int) {
	switch c := w.Labels[i].class(); {
	case w.landform(i, end, last):
		to := end
		for to < last && w.Labels[to-1].open() {
			to++
		}
		return i, to
	case c == ORG && w.ofPlace(i, end):
		return i + 2, end
	case c == ORG:
		if k := w.memberOf(i, end, first); k > 0 {
			return k, end
		}
		return w.joinedBody(i, end, first), end
	case c == LOC && i > first && w.word(i-1) == "The" && articled[w.forms[i].Lower]:
		w.name(i-1, end, LOC)
	}
	return i, end
}

// landform makes a place of what ends as names of places at sea and of land
// do, with the noun in small print that says so where nothing else is known of it.
func (w *Window) landform(i, end, last int) bool {
	switch {
	case end-i > 1 && landforms[w.forms[end-1].Lower] && w.forms[end-1].Marks&lex.Title != 0:
		w.name(i, end, LOC)
	case end == i+1 && end < last && w.Labels[end] == Outside && landforms[w.forms[end].Lower] && w.forms[end].Marks&lex.Small != 0 && w.facts[i].class == lex.None && w.a.Tags[i].UPOS == news.PROPN:
		w.name(i, end+1, LOC)
	default:
		return false
	}
	return true
}

// ofPlace cuts the genitive of a place off the name of a body.
func (w *Window) ofPlace(i, end int) bool {
	if end-i < 4 || w.a.Tags[i+1].XPOS != news.POS || w.facts[i].kinds&placeKinds == 0 && w.facts[i].class == lex.None {
		return false
	}
	w.Labels[i], w.Labels[i+1] = LabelOf(LOC, Whole), Outside
	w.name(i+2, end, ORG)
	return true
}

// memberOf cuts somebody off the name of his body, "Ada Brenn" of "Human Rights
// Union", and returns where that begins; 0 where there is nobody: "Bank of Orn".
func (w *Window) memberOf(i, end, first int) int {
	k := i + 2
	for k < min(end-1, i+4) && w.word(k) != "of" {
		k++
	}
	if k >= min(end-1, i+4) || !w.facts[i].given && (i == first || !saying[w.forms[i-1].Lower]) {
		return 0
	}
	for t := i; t < k; t++ {
		if f := &w.facts[t]; f.kinds != 0 || f.class != lex.None || f.small > 0 || w.forms[t].Marks&lex.Title == 0 || bodies[w.forms[t].Lower] || schools[w.forms[t].Lower] {
			return 0
		}
	}
	w.name(i, k, PER)
	w.Labels[k] = Outside
	w.name(k+1, end, ORG)
	return k + 1
}

// joinedBody is where the name of a body at tokens i up to end begins with what
// "and" ties to it, words in no name that have capitals.
func (w *Window) joinedBody(i, end, first int) int {
	if i-2 < first || w.word(i-1) != "and" || !bodies[w.forms[end-1].Lower] {
		return i
	}
	k := i - 1
	for k > first && i-k < mostOfRun && w.Labels[k-1] == Outside && w.capital(k-1) {
		k--
	}
	if k == i-1 || k == first || w.a.Tags[k-1].UPOS == news.PUNCT {
		return i
	}
	w.name(k, end, ORG)
	return k
}
