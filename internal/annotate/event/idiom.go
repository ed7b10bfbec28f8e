package event

import (
	"slices"

	"rapporteur/internal/annotate/grammar"
	"rapporteur/internal/annotate/lex"
	"rapporteur/internal/news"
)

// Events told in phrases: "put the talks on ice", "took its troops off alert".

// addIdiom reads a line of idioms.txt, which has the columns of triggers.txt; all
// of them are verbs.
func (l *lexicon) addIdiom(f []string) error {
	return l.idioms.Add(lex.List(f[0]), func(phrase string, idiom *grammar.Idiom) (*trigger, error) {
		tr, err := l.newTrigger(phrase, f)
		if err == nil {
			tr.idiom = idiom
		}
		return tr, err
	})
}

// idiomatic makes a candidate of the phrase that opens with verb t; false where there
// is none.
func (f *finder) idiomatic(t news.TokenID) bool {
	for _, tr := range f.lex.idioms[f.Lemma(t)] {
		m, ok := f.Idiom(t, tr.idiom)
		if !ok || m.At != t {
			continue
		}
		if m.No && !tr.idiom.Denies {
			return true // "gave no ground"
		}
		told := *tr
		told.lemma = m.Said
		if f.match = m; f.needs(t, &told) && f.add(t, &told) {
			return true
		}
	}
	return false
}

// behindIdiom is what stands under one of the trigger's markers right behind the
// idiom at hand, wherever the tree hangs it.
func (f *finder) behindIdiom(tr *trigger) []news.TokenID {
	if tr.idiom == nil {
		return nil
	}
	k := f.match.End + 1
	for k <= f.Len() && k <= f.match.End+4 && (f.UPOS(k) == news.ADV || f.TimeOf(k) != 0) {
		k++
	}
	if k > f.Len() || f.SentenceOf(k) != f.sent || !slices.Contains(tr.markers, f.Lemma(k)) || f.Head(k) <= k || f.Rel(k) != news.Case {
		return nil
	}
	return f.joined(f.Head(k))
}
