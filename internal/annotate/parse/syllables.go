package parse

import (
	"rapporteur/internal/annotate/lex"
	"rapporteur/internal/news"
)

// A given name of two syllables, "Jae-in" in "Moon Jae-in", is three words of
// which the treebanks know next to nothing. It is read as its first alone, as
// "Moon Jae" would be, and the rest is hung on it afterwards.

// syllable reports whether word i is the second syllable of such a name: small,
// behind a hyphen, behind two words of a name.
func syllable(forms []lex.Form, tags []news.Tag, i int) bool {
	return i > 2 && tags[i].UPOS == news.PROPN && forms[i].Marks&lex.Small != 0 && tags[i-1].UPOS == news.PUNCT &&
		forms[i-1].Marks&lex.Hyphen != 0 && tags[i-2].UPOS == news.PROPN && tags[i-3].UPOS == news.PROPN
}

// whole is a sentence without second syllables of names and their hyphens.
type whole struct {
	forms []lex.Form
	tags  []news.Tag
	place []int // of each word in the sentence as it stands
	kept  struct {
		forms []lex.Form
		tags  []news.Tag
	}
}

// enter takes a sentence.
func (w *whole) enter(forms []lex.Form, tags []news.Tag) {
	w.forms, w.tags, w.place = forms, tags, w.place[:0]
	for i := range forms {
		if syllable(forms, tags, i) {
			w.place = w.place[:len(w.place)-1]
			continue
		}
		w.place = append(w.place, i)
	}
	if len(w.place) == len(forms) {
		return
	}
	w.forms, w.tags = w.kept.forms[:0], w.kept.tags[:0]
	for _, i := range w.place {
		w.forms, w.tags = append(w.forms, forms[i]), append(w.tags, tags[i])
	}
	w.kept.forms, w.kept.tags = w.forms, w.tags
}

// draw gives arcs, those of the sentence whose tokens begin behind first, what
// st has drawn, and hangs second syllables on the names that they end.
func (w *whole) draw(st *State, arcs []news.Arc, first int) {
	for k, i := range w.place {
		arcs[i] = news.Arc{Rel: news.Root}
		if n := &st.nodes[k]; n.head != st.root() {
			arcs[i] = news.Arc{Head: news.TokenID(first + w.place[n.head] + 1), Rel: n.rel}
		}
	}
	for k, i := range w.place {
		next := len(arcs)
		if k+1 < len(w.place) {
			next = w.place[k+1]
		}
		if next == i+1 {
			continue
		}
		name := news.TokenID(first + i + 1)
		if arcs[i].Rel == news.Flat {
			name = arcs[i].Head
		}
		arcs[i+1] = news.Arc{Head: news.TokenID(first + i + 3), Rel: news.Punct}
		arcs[i+2] = news.Arc{Head: name, Rel: news.Flat}
	}
}
