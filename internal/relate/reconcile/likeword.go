package reconcile

import (
	_ "embed"
	"strings"

	"rapporteur/internal/text"
)

//go:embed likewords.txt
var likeLines string

// likeWord gives the stem of a word, or of a verb and the particle behind it
// ("call+off"), the stem of the word that stands for it and its like.
var likeWord = func() map[string]string {
	m := map[string]string{}
	for l := range strings.Lines(likeLines) {
		words := strings.Fields(l)
		if len(words) < 2 || words[0] == "#" {
			continue
		}
		for _, w := range words[1:] {
			verb, particle, phrasal := strings.Cut(w, "+")
			if w = stem(verb); phrasal {
				w += "+" + particle
			}
			m[w] = stem(words[0])
		}
	}
	return m
}()

// particles are the words that stand behind a verb in likeWord.
var particles = func() map[string]bool {
	m := map[string]bool{}
	for w := range likeWord {
		if _, p, ok := strings.Cut(w, "+"); ok {
			m[p] = true
		}
	}
	return m
}()

// keyOf is the key by which a word is compared with what other reports say.
func keyOf(w string) uint32 {
	s := stem(w)
	if a, ok := likeWord[s]; ok {
		s = a
	}
	return hash(s)
}

// phrasal makes one item of a verb and the particle right behind it, and reports
// whether it did: "called off" is an item as "cancelled" is.
func (k *cutter) phrasal(at text.Span, w string) bool {
	n := len(k.out.items)
	if n == 0 || !particles[w] {
		return false
	}
	verb := &k.out.items[n-1]
	if verb.kind != aWord || at.Start-verb.at.End != 1 {
		return false
	}
	s, ok := likeWord[stem(fold(verb.at.Of(k.a.Doc.Text)))+"+"+w]
	if ok {
		verb.key = hash(s)
	}
	return ok
}
