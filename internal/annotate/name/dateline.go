package name

import (
	"rapporteur/internal/annotate/lex"
	"rapporteur/internal/news"
)

// longestPlace bounds how many tokens the places of a dateline may have.
const longestPlace = 8

// datelines reads what a dateline opens with as places, where the model takes
// a strange one for a person; a comma parts them:
//
//	VELSK, Odrania (TNA) —     two places, not "VELSK, Odrania"
func (w *Window) datelines() {
	for _, s := range w.a.Sentences {
		first, last := int(s.First-1), int(s.Last)
		if w.isDateline(first, last) {
			w.places(first, min(last, first+longestPlace))
		}
	}
}

// isDateline reports whether tokens first up to last are a sentence that a
// dash ends behind a place in capitals.
func (w *Window) isDateline(first, last int) bool {
	if last-first < 2 || w.forms[first].Marks&lex.Upper == 0 || w.a.Tokens[first].Span.Len() < 3 {
		return false
	}
	switch w.a.Word(news.TokenID(last)) {
	case "-", "--", "—", "–":
		return true
	}
	return false
}

// places turns the names of people among tokens first up to last into places,
// as far as the bracket that holds the agency.
func (w *Window) places(first, last int) {
	for i := first; i < last && w.word(i) != "("; i++ {
		if l := w.Labels[i]; l == Outside || l.class() != PER {
			continue
		}
		end := i + 1
		for end < last && w.Labels[end-1].open() {
			end++
		}
		w.parted(i, end)
		i = end - 1
	}
}

// parted labels tokens i up to end, one name by their labels, as the places
// that marks part in them.
func (w *Window) parted(i, end int) {
	for start := i; start < end; start++ {
		w.Labels[start] = Outside
		stop := start
		for stop < end && w.forms[stop].Marks&lex.Punct == 0 {
			stop++
		}
		if stop > start {
			w.name(start, stop, LOC)
		}
		start = stop
		if start < end {
			w.Labels[start] = Outside
		}
	}
}
