package reconcile

import "slices"

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
