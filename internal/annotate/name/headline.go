package name

import (
	"rapporteur/internal/annotate/lex"
	"rapporteur/internal/learn"
	"rapporteur/internal/news"
)

// longestName bounds how many words of a headline are held against the names
// of the text below it.
const longestName = 8

// borrow labels the headlines in title case or in capitals, where every word
// looks like a name, by what the rest of the report and the lexicon know:
//
//	Brenn Says Envoys Will Leave      the text below has "Ada Brenn"
//	[person]
//
// A report without any other sentence keeps what the model said.
func (n *Namer) borrow(w *Window) {
	var loud []news.Sentence
	known := map[uint64]Class{}
	for _, s := range w.a.Sentences {
		first, last := int(s.First-1), int(s.Last)
		if loudness(w.forms[first:last]) != 0 && w.heads(s) {
			loud = append(loud, s)
			continue
		}
		w.learnNames(first, last, known)
	}
	if len(known) == 0 {
		return
	}
	for _, s := range loud {
		n.relabel(w, int(s.First-1), int(s.Last), known)
	}
}

// heads reports whether s is a headline or a heading of the report: other
// sentences may just happen to be full of names.
func (w *Window) heads(s news.Sentence) bool {
	if int(s.Block) >= len(w.a.Doc.Blocks) {
		return false
	}
	kind := w.a.Doc.Blocks[s.Block].Kind
	return kind == news.Headline || kind == news.Heading
}

// follow adds a word to the key of a name.
func follow(key uint64, f *lex.Form) uint64 { return learn.Stir(key*31 + f.Lower) }

// learnNames enters the names of tokens first up to last, and the last words
// of those of people.
func (w *Window) learnNames(first, last int, known map[uint64]Class) {
	for i := first; i < last; i++ {
		l := w.Labels[i]
		if l == Outside {
			continue
		}
		key, start := uint64(0), i
		for ; ; i++ {
			key = follow(key, &w.forms[i])
			if !w.Labels[i].open() || i+1 == last {
				break
			}
		}
		known[key] = l.class()
		if l.class() == PER && i > start && w.memory.small(&w.forms[i]) == 0 {
			known[follow(0, &w.forms[i])] = PER
		}
	}
}

// relabel gives tokens first up to last the labels of known names and of
// entries of the lexicon, the longest first, and no others.
func (n *Namer) relabel(w *Window, first, last int, known map[uint64]Class) {
	for i := first; i < last; {
		size, class := w.longestKnown(i, last, known)
		if e, k := n.lex.Name(i, last, w.word); e != nil && k > size && !e.Weak && e.Class != lex.Demonym {
			size, class = k, LOC
			if e.Kind == news.Organization || e.Kind == news.Group {
				class = ORG
			}
		}
		if size == 0 {
			w.Labels[i] = Outside
			i++
			continue
		}
		for k := range size {
			w.Labels[i+k] = LabelOf(class, Inside)
		}
		w.Labels[i], w.Labels[i+size-1] = LabelOf(class, Begin), LabelOf(class, Last)
		if size == 1 {
			w.Labels[i] = LabelOf(class, Whole)
		}
		i += size
	}
}

// longestKnown is the longest known name at token i; size 0 when none is there.
func (w *Window) longestKnown(i, last int, known map[uint64]Class) (size int, class Class) {
	key := uint64(0)
	for k := 0; k < longestName && i+k < last; k++ {
		key = follow(key, &w.forms[i+k])
		if c, ok := known[key]; ok && (k > 0 || w.forms[i].Marks&(lex.Title|lex.Upper) != 0 && w.memory.small(&w.forms[i]) == 0) {
			size, class = k+1, c
		}
	}
	return size, class
}
