package name

import "rapporteur/internal/annotate/lex"

// wholes makes one name of a phrase of the lists that is of two words or more
// and names nothing but organizations or nothing but places, where the labels
// cut it up or passed it over: "Major League Baseball". A name that reaches
// beyond the phrase stays.
func (w *Window) wholes() {
	for _, s := range w.a.Sentences {
		for i := int(s.First - 1); i < int(s.Last); {
			end := w.phraseEnd(i, int(s.Last))
			if c, ok := phraseClass(w.facts[i].kinds); ok && end > i+1 && w.titled(i, end) && !w.crossed(i, end) {
				w.name(i, end, c)
			}
			i = end
		}
	}
}

// phraseEnd is the end of the phrase of the lists that begins at token i;
// i+1 when none does.
func (w *Window) phraseEnd(i, last int) int {
	end := i + 1
	if w.facts[i].kinds == 0 || w.facts[i].place != Begin {
		return end
	}
	for end < last && w.facts[end-1].place != Last {
		end++
	}
	return end
}

// phraseClass is the only class of names that kinds hold; ok is false when they
// hold others, or none.
func phraseClass(kinds uint32) (c Class, ok bool) {
	switch {
	case kinds == 0:
		return 0, false
	case kinds&^bodyKinds == 0:
		return ORG, true
	case kinds&^placeKinds == 0:
		return LOC, true
	}
	return 0, false
}

// titled reports whether tokens i up to end begin and end with capitals.
func (w *Window) titled(i, end int) bool {
	const capital = lex.Title | lex.Upper
	return w.forms[i].Marks&capital != 0 && w.forms[end-1].Marks&capital != 0
}

// crossed reports whether a name reaches over the start or the end of tokens i
// up to end, or is all of them.
func (w *Window) crossed(i, end int) bool {
	inside := func(l Label) bool { return l != Outside && (l.place() == Inside || l.place() == Last) }
	if inside(w.Labels[i]) || w.Labels[end-1].open() {
		return true
	}
	for k := i; k < end-1; k++ {
		if !w.Labels[k].open() {
			return false
		}
	}
	return true
}

// name labels tokens i up to end as one name of class c.
func (w *Window) name(i, end int, c Class) {
	for k := i; k < end; k++ {
		w.Labels[k] = LabelOf(c, Inside)
	}
	w.Labels[i], w.Labels[end-1] = LabelOf(c, Begin), LabelOf(c, Last)
	if end == i+1 {
		w.Labels[i] = LabelOf(c, Whole)
	}
}
