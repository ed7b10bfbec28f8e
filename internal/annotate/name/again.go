package name

import "rapporteur/internal/annotate/lex"

// again gives names of two words or more their labels wherever their words
// stand in the report in no name, "Orn Brenn" found once is found throughout.
func (w *Window) again() {
	known := map[uint64]Class{}
	for _, s := range w.a.Sentences {
		w.longNames(int(s.First-1), int(s.Last), known)
	}
	if len(known) == 0 {
		return
	}
	for _, s := range w.a.Sentences {
		first, last := int(s.First-1), int(s.Last)
		for i := first; i < last; i++ {
			if size, c := w.knownHere(i, last, known); size > 0 {
				w.name(i, i+size, c)
				i += size - 1
			}
		}
	}
}

// longNames enters the names of two words or more of tokens first up to last.
func (w *Window) longNames(first, last int, known map[uint64]Class) {
	for i := first; i < last; i++ {
		if !w.Labels[i].open() {
			continue
		}
		key, c := follow(0, &w.forms[i]), w.Labels[i].class()
		for i++; i < last; i++ {
			key = follow(key, &w.forms[i])
			if !w.Labels[i].open() {
				break
			}
		}
		if _, met := known[key]; !met {
			known[key] = c
		}
	}
}

// knownHere is the longest known name at token i whose words are in no name and
// begin and end with capitals; size 0 when none is there.
func (w *Window) knownHere(i, last int, known map[uint64]Class) (size int, class Class) {
	const capital = lex.Title | lex.Upper
	if w.Labels[i] != Outside || w.forms[i].Marks&capital == 0 {
		return 0, 0
	}
	key := uint64(0)
	for k := 0; k < longestName && i+k < last && w.Labels[i+k] == Outside; k++ {
		key = follow(key, &w.forms[i+k])
		if c, ok := known[key]; ok && w.forms[i+k].Marks&capital != 0 {
			size, class = k+1, c
		}
	}
	return size, class
}
