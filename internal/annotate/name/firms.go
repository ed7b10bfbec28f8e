package name

import (
	"strings"

	"rapporteur/internal/annotate/lex"
	"rapporteur/internal/news"
)

// mostPartners bounds the words on each side of "&" in the name of a firm.
const mostPartners = 4

// partners makes one organization of names that "&" joins, with what stands in
// a list before them: "Orn & Brenn", "Orn, Brenn & Tolt".
func (w *Window) partners(first, last int) {
	for i := first + 1; i+1 < last; i++ {
		if w.word(i) != "&" || !w.partner(i-1) || !w.partner(i+1) {
			continue
		}
		from, to := w.nameFrom(i-1, first), w.nameTo(i+1, last)
		if from-3 >= first && w.word(from-1) == "," && w.partner(from-2) && w.facts[from].kinds == 0 && w.forms[from-3].Marks&lex.Small != 0 {
			from = w.nameFrom(from-2, first)
		}
		for from > first && i-from < mostPartners && w.partner(from-1) && !w.facts[from-1].office && !w.facts[from-1].given && !w.facts[from-1].honor && !w.Labels[from-1].open() {
			from = w.nameFrom(from-1, first)
		}
		for to < last && news.LegalForm(strings.ToLower(strings.TrimSuffix(w.word(to), "."))) {
			to++
		}
		w.name(from, to, ORG)
		i = to - 1
	}
}

// partner reports whether token i can be part of the name of a firm beside "&".
func (w *Window) partner(i int) bool {
	return w.forms[i].Marks&lex.Title != 0 && len(w.word(i)) > 2 && w.a.Tags[i].UPOS == news.PROPN
}

// nameFrom is where the name that holds token i begins: i itself in none.
func (w *Window) nameFrom(i, first int) int {
	for k := i; k > first && i-k < mostPartners && w.Labels[k] != Outside && (w.Labels[k].place() == Inside || w.Labels[k].place() == Last); {
		k--
		if w.Labels[k] != Outside && w.Labels[k].place() == Begin {
			return k
		}
	}
	return i
}

// nameTo is the end of the name that holds token i: the token after i in none.
func (w *Window) nameTo(i, last int) int {
	k := i
	for k+1 < last && k-i < mostPartners && w.Labels[k].open() {
		k++
	}
	return k + 1
}

// employer makes an organization of the one or two words in a name behind a
// noun that says so: "the security firm" + "Ornlux".
func (w *Window) employer(i, end, first int) bool {
	if i == first {
		return false
	}
	if w.word(i-1) == "giant" && (i-2 < first || w.a.Tags[i-2].UPOS != news.NOUN && w.a.Tags[i-2].UPOS != news.ADJ) {
		return false // "the giant Varlux rocket"; "oil giant Varlux" is one
	}
	if end-i > 3 || !firms[w.forms[i-1].Lower] || w.forms[i-1].Marks&lex.Small == 0 || w.facts[i].given && end-i == 2 {
		return false
	}
	w.name(i, end, ORG)
	return true
}

// grown is the end of the name of an organization at tokens i up to end with
// what it is for: "Brel Institute" + "for Harbour Studies".
func (w *Window) grown(i, end, last int) int {
	if !bodies[w.forms[end-1].Lower] || end+1 >= last || w.word(end) != "for" || w.Labels[end] != Outside {
		return end
	}
	k := end + 1
	for k < last && w.forms[k].Marks&lex.Title != 0 && w.a.Tags[k].XPOS != news.POS && (w.Labels[k] == Outside || w.Labels[k].class() != PER) && (w.a.Tags[k].UPOS == news.PROPN || w.a.Tags[k].UPOS == news.ADJ || w.a.Tags[k].UPOS == news.NOUN) {
		k++
	}
	if k == end+1 || k < last && w.Labels[k-1].open() {
		return end
	}
	w.name(i, k, ORG)
	return k
}

// bodily makes an organization of what was taken for a place and ends as names
// of bodies do: "Brel Council".
func (w *Window) bodily(i, end int) bool {
	if end-i < 2 || !bodies[w.forms[end-1].Lower] || w.facts[i].kinds&placeKinds != 0 && w.facts[end-1].kinds == w.facts[i].kinds {
		return false
	}
	w.name(i, end, ORG)
	return true
}

// sited makes a place of what was taken for a person and ends as names of
// places do, or which something is near: "in Brenn Park", "near Orn Telis".
func (w *Window) sited(i, end, first int) bool {
	if i == first || end-i != 2 || w.a.Tags[i-1].UPOS != news.ADP || w.word(i-1) == "by" || w.word(i-1) == "of" {
		return false
	}
	if !sites[w.forms[end-1].Lower] && (!near[w.forms[i-1].Lower] || w.facts[i].given) {
		return false
	}
	w.name(i, end, LOC)
	return true
}

// twinned makes one place of the name of an airport and the like and of the
// town that a hyphen ties to it: "Orn" - "Brel International Airport".
func (w *Window) twinned(i, end, first int) {
	if end-i < 3 || i-2 < first || !sites[w.forms[end-1].Lower] || w.word(i-1) != "-" || !w.glued(i-1) || !w.glued(i) || w.forms[i-2].Marks&lex.Title == 0 {
		return
	}
	w.name(w.nameFrom(i-2, first), end, LOC)
}

// spelledOut makes an organization of the words before a bracket that the word
// in it is the initials of, where they are in no name and the last of them says
// what they are: "the Harbour Safety Board (HSB)".
func (w *Window) spelledOut(first, last int) {
	for i := first + 3; i+1 < last; i++ {
		if w.forms[i].Marks&lex.Upper == 0 || w.word(i-1) != "(" || w.word(i+1) != ")" || !bodies[w.forms[i-2].Lower] {
			continue
		}
		from := i - 1 - len(w.word(i))
		if from < first || !w.initialsOf(from, i) || from > first && w.Labels[from-1].open() {
			continue
		}
		w.name(from, i-1, ORG)
	}
}

// initialsOf reports whether the word at i has the initials of the words from
// token from up to the bracket before it, all with capitals.
func (w *Window) initialsOf(from, i int) bool {
	short := w.word(i)
	for k := range len(short) {
		if w.forms[from+k].Marks&lex.Title == 0 || w.word(from + k)[0] != short[k] {
			return false
		}
	}
	return true
}

// station makes a name of token i where it is the call sign of a station, no
// word that the language has and no part of a heading in capitals.
func (w *Window) station(i int) bool {
	if !called(w.word(i)) || w.facts[i].small != 0 || w.memory.small(&w.forms[i]) != 0 || w.loudWord(i-1) || w.loudWord(i+1) {
		return false
	}
	w.Labels[i] = LabelOf(ORG, Whole)
	return true
}

// loudWord reports whether token i is a longer word all in capitals.
func (w *Window) loudWord(i int) bool {
	return i >= 0 && i < len(w.forms) && w.forms[i].Marks&lex.Upper != 0 && len(w.word(i)) > 2
}

// called reports whether word is the call sign of an American station, or one
// of a network with its channel behind it: "KBRN", "ABC7".
func called(word string) bool {
	n := len(word)
	for i := range n {
		if c := word[i]; (c < 'A' || c > 'Z') && (i < 3 || c < '0' || c > '9') {
			return false
		}
	}
	if n == 4 && (word[0] == 'K' || word[0] == 'W') && word[3] > '9' {
		return true
	}
	if n < 4 || n > 5 || word[3] > '9' {
		return false
	}
	switch word[:3] {
	case "ABC", "NBC", "CBS", "FOX":
		return true
	}
	return false
}
