package name

import (
	"slices"

	"rapporteur/internal/annotate/lex"
)

// initialled notes the words of tokens first up to last that stand in brackets
// behind what they are the initials of: "Sable Pact Office (SPO)".
func (w *Window) initialled(first, last int) {
	for i := first + 3; i < last; i++ {
		if w.forms[i].Marks&lex.Upper == 0 || w.word(i-1) != "(" || !w.spells(i, first) {
			continue
		}
		w.initials = append(w.initials, w.forms[i].Word)
	}
}

// spells reports whether token i, all capitals, has the first letters of the
// words before its bracket, small ones left out where they do not fit.
func (w *Window) spells(i, first int) bool {
	short := w.word(i)
	n := len(short)
	for k := i - 2; k >= first && n > 0; k-- {
		switch word := w.word(k); {
		case lower(word[0]) == lower(short[n-1]) && (w.forms[k].Marks&lex.Small == 0 || n > 1):
			n--
		case w.forms[k].Marks&lex.Small == 0:
			return false
		}
	}
	return n == 0 && len(short) > 1
}

// lower is an ASCII letter as a small one.
func lower(c byte) byte {
	if c >= 'A' && c <= 'Z' {
		return c + 'a' - 'A'
	}
	return c
}

// abbreviated makes a name of the initials of an organization that stand
// behind it in brackets: "Sable Pact Office (SPO)".
func (w *Window) abbreviated(i, end, last int) {
	if end+2 >= last || w.word(end) != "(" || !capitals(w.word(end+1)) || w.Labels[end+1].open() {
		return
	}
	switch w.word(end + 2) {
	case ")", ",", ";":
	default:
		return
	}
	short, n := w.word(end+1), 0
	for k := i; k < end && n < len(short); k++ {
		if w.word(k)[0] == short[n] {
			n++
		}
	}
	if n == len(short) && n > 1 {
		w.name(end+1, end+2, ORG)
		w.bodies = append(w.bodies, w.forms[end+1].Word)
	}
}

// capitals reports whether a word has two capitals or more, as initials have:
// "SPO", "PfO".
func capitals(word string) bool {
	n := 0
	for i := range len(word) {
		if word[i] >= 'A' && word[i] <= 'Z' {
			n++
		}
	}
	return n > 1
}

// spread makes names of organizations of the initials that abbreviated found,
// where they stand elsewhere in the report and are in no name.
func (w *Window) spread() {
	if len(w.bodies) == 0 {
		return
	}
	for i := range w.forms {
		if w.Labels[i] == Outside && slices.Contains(w.bodies, w.forms[i].Word) {
			w.name(i, i+1, ORG)
		}
	}
}
