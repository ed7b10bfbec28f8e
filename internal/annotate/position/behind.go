package position

import (
	"strings"

	"rapporteur/internal/news"
	"rapporteur/internal/text"
)

// What stands behind a word, read off the order of words: a noun behind a
// preposition, a clause behind "unless".

// behind is what stands behind preposition p up to the head of its noun
// phrase, read off the order of words: "called [for] more effective efforts".
func (f *finder) behind(p news.TokenID) news.TokenID {
	var head news.TokenID
	last := f.a.Sentence(f.SentenceOf(p)).Last
	for k := p + 1; k <= last && k < p+8; k++ {
		switch f.UPOS(k) {
		case news.NOUN, news.PROPN:
			head = k
		case news.DET, news.ADJ, news.NUM, news.ADV:
			if head != 0 {
				return head
			}
		case news.PUNCT, news.PART:
			if w := f.Word(k); w != "-" && w != "'s" && w != "’s" {
				return head
			}
		default:
			return head
		}
	}
	return head
}

// preposition is the token p behind verb t that tells where its issue stands,
// at most three words away; 0 for none.
func (f *finder) preposition(t news.TokenID, p string) news.TokenID {
	last := f.a.Sentence(f.SentenceOf(t)).Last
	for k := t + 1; k <= min(last, t+3); k++ {
		switch {
		case f.Lemma(k) == p:
			return k
		case f.UPOS(k) != news.ADV && f.UPOS(k) != news.ADP && f.UPOS(k) != news.PART:
			return 0
		}
	}
	return 0
}

// clauseBehind is the clause that one of marks opens behind t, read off the
// order of words, and its first verb: "until [our towns are no longer shelled]".
// Without a verb there is none.
func (f *finder) clauseBehind(t news.TokenID, marks map[string]bool) (news.TokenID, text.Span) {
	last := f.a.Sentence(f.SentenceOf(t)).Last
	for k := t + 1; k <= last; k++ {
		if !marks[f.Lemma(k)] || f.Lemma(k) == "if" && (f.Lemma(k-1) == "as" || f.Lemma(k-1) == "even" || f.Lemma(k-1) == "what") {
			continue
		}
		return f.clauseFrom(k+1, last)
	}
	return 0, text.Span{}
}

// clauseFrom is the words from first up to the next comma or closing mark, and
// the first verb in a tense among them.
func (f *finder) clauseFrom(first, last news.TokenID) (verb news.TokenID, s text.Span) {
	end := first
	for ; end <= last; end++ {
		if f.UPOS(end) == news.PUNCT && strings.ContainsAny(f.Word(end), ",;.!?”\"–—") {
			break
		}
		switch f.Tag(end).XPOS {
		case news.VBD, news.VBZ, news.VBP, news.VBN, news.VB:
			if verb == 0 && end > first && f.Lemma(end-1) != "to" {
				verb = end
			}
		}
	}
	if verb == 0 || end-1 <= first {
		return 0, s
	}
	return verb, f.Cover(first, end-1)
}

// blamedOn is whom act t blames thing h on: "blamed the crash on the ministry".
func (f *finder) blamedOn(t, h news.TokenID) news.Party {
	for _, top := range [2]news.TokenID{t, h} {
		if o := f.Oblique(top, "on"); o > h {
			return f.party(o)
		}
	}
	return news.Party{}
}

// blamedThing reports whether act t blames thing h on a deed or policy: "blamed the slump on
// the sanctions".
func (f *finder) blamedThing(t, h news.TokenID) bool {
	for _, top := range [2]news.TokenID{t, h} {
		if o := f.Oblique(top, "on"); o > h {
			return f.debatable(o)
		}
	}
	return false
}

// nounOf is the noun of act e at t, its object or what stands behind a preposition
// under it: "expressed [concern] about", "stand in the [way] of"; 0 for a plain verb.
func (f *finder) nounOf(t news.TokenID, e *entry) news.TokenID {
	_, noun, two := strings.Cut(e.lemma, " ")
	if !two {
		return 0
	}
	o := f.Object(t)
	if o != 0 && f.Lemma(o) == noun {
		return o
	}
	for k := f.Kid(t); k != 0; k = f.Next(k) {
		if k > t && f.Rel(k) == news.Obl && f.Lemma(k) == noun {
			return k
		}
	}
	return o
}
