package revise

import (
	"slices"

	"rapporteur/internal/annotate/lex"
	"rapporteur/internal/news"
)

// pathWords say where something moves.
var pathWords = [...]uint64{
	lex.FormOf("over").Lower, lex.FormOf("into").Lower, lex.FormOf("across").Lower, lex.FormOf("toward").Lower, lex.FormOf("towards").Lower,
}

var ofWord, ing = lex.FormOf("of").Lower, lex.FormOf("ing").Suffix[2]

// pathOfDeed hangs what preposition i opens on a deed rather than on the thing done:
// "the firing of a rocket [over Lutava]". Things have no path, what is done has.
func (t *Tree) pathOfDeed(i int32) {
	k := t.parent(i)
	if !slices.Contains(pathWords[:], t.nodes[i].word) || k < i || t.nodes[k].rel != news.Nmod {
		return
	}
	thing := t.parent(k)
	if thing < 0 || thing > i || t.nodes[thing].rel != news.Nmod {
		return
	}
	deed := t.parent(thing)
	if deed < 0 || deed > thing || !t.nodes[deed].isNoun() || t.nodes[deed].suffix != ing {
		return
	}
	if of := t.child(thing, deed+1, thing, news.Case); of != none && t.nodes[of].word == ofWord {
		t.hang(k, deed, news.Nmod)
	}
}
