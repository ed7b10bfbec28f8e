package coref

import (
	"rapporteur/internal/annotate/lex"
	"rapporteur/internal/news"
)

// accredited are offices that one body holds at another.
var accredited = list("accredited")

// bodyNoun reports whether the noun at i is or belongs to the body of an
// office: "Brel region governor", "ministry spokesman".
func (l *linker) bodyNoun(i, begin int) bool {
	if i > begin && (l.owner[i-1] != 0 || l.genitive(i-1)) {
		return true
	}
	o, _ := l.officeEnding(i, begin)
	return o != nil
}

// body finds whose office it is in front of token at: a demonym, a name with
// or without a genitive, a possessive pronoun's owner (left to later), or a
// noun that a name makes particular ("Moscow region").
func (l *linker) body(t *title, at, begin int) {
	i := at - 1
	if i < begin {
		return
	}
	if l.is(i, "whose") && l.is(i-1, ",") { // "the Orn Union, whose leader"
		if b := l.at(i - 2); b != nil && b.last == i-2 && i-2 >= begin && b.kind != news.Person {
			t.body = int(l.owner[i-2])
		}
		return
	}
	if l.genitive(i) {
		i--
	}
	if b := l.at(i); b != nil && b.last > i && b.last < t.last { // "Brel [Police" chief]
		t.body = int(l.owner[i])
		return
	}
	if b := l.at(i); b != nil && b.last == i {
		t.body = int(l.owner[i])
		if k := b.first - 1; (b.kind == news.Place || b.entry != nil && b.entry.Class == lex.Capital) && k > begin && l.genitive(k) && l.at(k-1) != nil { // "Orn TV's Brel producer"
			t.body = int(l.owner[k-1])
		} else if k > begin && accredited[lastWord(t.name)] && l.genitive(k) && l.at(k-1) != nil && l.at(k-1).kind == news.State { // "Tovia's U.N. ambassador"
			t.body = int(l.owner[k-1])
		}
		return
	}
	if o, n := l.officeEnding(i, begin); o != nil && o.People && !o.Plural { // "Tovian Foreign Ministry spokesman"
		first := i - n + 1
		k := first - 1
		if k > begin && l.genitive(k) {
			k--
		}
		if b := l.at(k); k >= begin && b != nil && b.last == k {
			first = b.first
		} else {
			first = min(first, l.bodyBefore(i, begin))
		}
		t.of, t.first = l.text(first, i), min(t.first, first)
		return
	}
	if first := l.bodyBefore(i, begin); first <= i && i == at-1 {
		t.of, t.first = l.text(first, i), first
		return
	}
	if i != at-1 || i-1 < begin || l.upos(i) != news.NOUN && !l.upper(i) {
		return
	}
	if b := l.at(i - 1); b != nil && b.last == i-1 && b.form == news.Name && b.kind == news.Organization && !l.upper(i) && !l.upper(t.last) && !bodyNouns[l.low[i]] && b.first >= begin {
		t.body, t.name, t.first = int(l.owner[i-1]), l.low[i]+" "+t.name, i // "Orn University [law] professor"
	} else if b != nil && b.last == i-1 && b.form == news.Name { // "Moscow region governor"
		t.of, t.first = l.text(b.first, i), b.first
	}
}

// chambers stand before the offices of those who lead them.
var chambers = list("chambers")

// bodyBefore is where the capitalised name of a body that ends at token i, left
// without a name, begins: "[House] Speaker", "[Orn Harbour Office] Secretary";
// i+1 where there is none.
func (l *linker) bodyBefore(i, begin int) int {
	if !bodyNouns[l.low[i]] && !chambers[l.low[i]] || !l.upper(i) || l.owner[i] != 0 {
		return i + 1
	}
	first, house := i, chambers[l.low[i]]
	for first > begin && !house && l.owner[first-1] == 0 && l.upper(first-1) && !l.closedAtStart(first-1) && tenses[l.low[first-1]] == "" && !stations[l.low[first-1]] && !parties[l.low[first-1]] {
		first--
	}
	if !house && (first == i && i == begin || l.heading(i)) {
		return i + 1 // the capital may be the sentence's
	}
	return first
}
