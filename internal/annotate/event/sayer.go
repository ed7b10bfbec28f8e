package event

import (
	"slices"

	"rapporteur/internal/news"
)

// Who says what a sentence tells stands at its end, behind a comma, and the grammar
// often takes him for one more to whom things are done: "arresting 12, police sources said".

// closing is the words behind the last comma of a sentence that ends with who says it.
type closing struct {
	sent      news.SentenceID
	from, cue news.TokenID // the first word behind the comma, and the verb of saying; 0 for none
}

// closer is the closing of the sentence at hand.
func (f *finder) closer() closing {
	if f.closed.sent != f.sent {
		f.closed = closing{sent: f.sent}
		s := f.a.Sentence(f.sent)
		if v := f.closingCue(s); v != 0 {
			if from := f.closingNoun(s, v); from != 0 {
				f.closed.from, f.closed.cue = from, v
			}
		}
	}
	return f.closed
}

// closingCue is the verb of saying behind which sentence s tells nothing but when and where;
// 0 for none.
func (f *finder) closingCue(s *news.Sentence) news.TokenID {
	for k := s.Last; k > s.First && k > s.Last-reach/2; k-- {
		switch u := f.UPOS(k); {
		case u == news.VERB:
			if x := f.Tag(k).XPOS; (x == news.VBD || x == news.VBN) && f.lex.in("closing", f.Lemma(k)) {
				return k
			}
			return 0
		case u == news.PUNCT && f.Word(k) != ",", u == news.ADV, u == news.ADP, f.TimeOf(k) != 0:
		default:
			return 0
		}
	}
	return 0
}

// closingNoun is the first word of the noun phrase between a comma and verb of saying v;
// 0 where something else stands there.
func (f *finder) closingNoun(s *news.Sentence, v news.TokenID) news.TokenID {
	noun := false
	for k := v - 1; k > s.First && k > v-reach; k-- {
		switch u := f.UPOS(k); {
		case f.Word(k) == ",":
			if noun {
				return k + 1
			}
			return 0
		case u == news.VERB && f.Rel(k) != news.Amod && f.Rel(k) != news.Nsubj, u == news.SCONJ, u == news.CCONJ:
			return 0
		case u == news.NOUN, u == news.PROPN:
			noun = true
		}
	}
	return 0
}

// unsaid is ts, of verb t, without him who says it all: of "12, police sources said" the
// number stays.
func (f *finder) unsaid(t news.TokenID, ts []news.TokenID) []news.TokenID {
	c := f.closer()
	if c.cue == 0 || t >= c.from || !slices.ContainsFunc(ts, func(k news.TokenID) bool { return k >= c.from && k < c.cue }) {
		return ts
	}
	var out []news.TokenID
	for _, k := range ts {
		if k < c.from || k > c.cue {
			out = append(out, k)
		} else if n := f.Child(k, news.Nummod); n != 0 && n < c.from && n > t {
			out = append(out, n)
		}
	}
	return out
}

// sayer is who says by verb t what its sentence tells before it, where the grammar does not
// have him as its subject; 0 for none.
func (f *finder) sayer(t news.TokenID) news.TokenID {
	c := f.closer()
	if c.cue != t || f.Child(t, news.Nsubj) != 0 {
		return 0
	}
	head := news.TokenID(0)
	for k := c.from; k < t && f.UPOS(k) != news.ADP; k++ {
		if u := f.UPOS(k); u == news.NOUN || u == news.PROPN {
			head = k
		}
	}
	return head
}

// says reports whether verb t says what its sentence tells before it.
func (f *finder) says(t news.TokenID) bool { return f.closer().cue == t }
