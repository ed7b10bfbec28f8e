package reconcile

import (
	"slices"
	"strings"

	"rapporteur/internal/relate/lists"
)

// apposedLetters are the letters before a name in which what it is the name of stands:
// "in the old island town of Skerra".
const apposedLetters = 48

// placed is the word of place before a name, also where the noun for what it names
// stands between: "in the town of Skerra", "in the Norvian capital, Helm".
func (k *cutter) placed(at int32) string {
	if k.in != "" {
		return k.in
	}
	start := k.a.Sentences[k.out.sentence-1].Span.Start
	w := plainWords(k.a.Doc.Text[max(start, at-apposedLetters):at])
	slices.Reverse(w)
	if len(w) > 0 && w[0] == "of" {
		w = w[1:]
	}
	if len(w) == 0 || !townNouns[w[0]] {
		return ""
	}
	for _, p := range w[1:min(len(w), 5)] {
		if turns[p] == "place" {
			return p
		}
		if stops[p] && !determiners[p] {
			break
		}
	}
	return ""
}

// elsewheres finds what one report says to be in a place in so many words that it is
// not in another, and another report says to be there: "were made in Skerra, not in
// Helm".
func (s *sheet) elsewheres() {
	found := newVersus()
	for n := range s.claims {
		for i := range s.claims[n].items {
			if !s.notThere(int32(n), i) {
				continue
			}
			s.near(int32(n), s.claims[n].items[i].comparable(), func(m int32) {
				if s.close(int32(n), m, slotDays) && s.saysThere(m, &s.claims[n].items[i]) && s.oneDeed(int32(n), m) {
					found.add(m, int32(n))
				}
			})
		}
	}
	s.writeAll(found, "place", "conflict", 0.6, "claim-and-denial")
}

// notThere reports whether item i of claim n is a place behind "not in".
func (s *sheet) notThere(n int32, i int) bool {
	it := &s.claims[n].items[i]
	return it.kind == aParty && it.prep != "" && s.c.canBePlace(int32(it.key)) &&
		strings.HasSuffix(s.doc(n)[s.sentence(n).Start:it.at.Start], " not "+it.prep+" ")
}

// saysThere reports whether a claim tells of a place that something is in it.
func (s *sheet) saysThere(m int32, place *item) bool {
	return slices.ContainsFunc(s.claims[m].items, func(it item) bool {
		return it.kind == aParty && it.prep != "" && it.key == place.key && !it.unreal
	}) && !slices.ContainsFunc(s.claims[m].denials, func(d denial) bool { return d.verb })
}

// oneDeed reports whether two claims have two words in common, one of them a deed.
func (s *sheet) oneDeed(n, m int32) bool {
	x, y := s.wordsOf(n, s.keysOf(n)), s.wordsOf(m, s.keysOf(m))
	return lists.Common(x, y) >= aroundWords && slices.ContainsFunc(x, func(k uint32) bool {
		return slices.Contains(y, k) && s.deed(n, k) && s.deed(m, k)
	})
}
