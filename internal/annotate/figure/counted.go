package figure

import (
	"strings"

	"rapporteur/internal/news"
	"rapporteur/internal/text"
)

// headNoun is the noun that the number counts, 0 when none does.
func (f *finder) headNoun(n quantity) news.TokenID {
	for t := n.first; t <= n.last; t++ {
		if h := f.Head(t); f.Rel(t) == news.Nummod && (h > n.last || h < n.first && f.UPOS(n.first-1) != news.ADP) && h != 0 {
			if f.UPOS(h) == news.NUM && f.Child(h, news.Cop) != 0 {
				return 0 // "four is not six"
			}
			return h
		}
	}
	next := n.last + 1
	if w := f.lower(next); w == "of" || w == "in" && n.unit != "" { // "dozens of houses", "$3 million in loans"
		if k := f.Oblique(n.last, w); k != 0 {
			return k
		}
		if next++; f.UPOS(next) == news.DET {
			next++
		}
		for f.UPOS(next) == news.NUM && next <= n.last+5 { // "three of the six gates"
			next++
		}
	}
	for t := next; t <= next+3; t++ { // no tree, or one that missed it
		if strings.IndexByte(text.Span{Start: f.Span(t - 1).End, End: f.Span(t).Start}.Of(f.a.Doc.Text), '\n') >= 0 {
			return 0
		}
		switch f.UPOS(t) {
		case news.NOUN, news.PROPN:
			if u := f.UPOS(t + 1); u != news.NOUN && u != news.PROPN {
				return t
			}
		case news.ADJ, news.NUM:
		case news.PUNCT:
			if f.Word(t) != "-" {
				return 0
			}
		default:
			return 0
		}
	}
	return 0
}

// counted is what the number counts: the noun it belongs to, a participle that
// follows ("three injured"), or the verb that it completes ("killing 84", "the
// toll rose to 85"); for a measure what is so far, high or dear.
func (f *finder) counted(n quantity, first news.TokenID, s *news.Sentence) text.Span {
	h := f.headNoun(n)
	if h > n.last && f.bearer(n.last+1, h) {
		return text.Span{} // "after 66 Dahl leads": of somebody, not so many of them
	}
	if h != 0 && f.data.units[f.lower(h)] == "" {
		return f.afterNumber(n, h)
	}
	if k := f.apposedTo(n, first); k != 0 {
		return f.Span(k)
	}
	next := n.last + 1
	if next <= s.Last && n.unit == "" && (f.Tag(next).XPOS == news.VBN || f.UPOS(next) == news.ADJ) {
		return f.Span(next)
	}
	over := f.Head(n.core)
	if h != 0 {
		over = f.Head(h)
	}
	if n.unit != "" {
		if k := f.described(n); k != 0 {
			return f.Span(k)
		}
		return f.measuredBy(n, first, over)
	}
	switch f.UPOS(over) {
	case news.NOUN:
		return f.Span(over)
	case news.VERB:
		return f.completed(n, over)
	}
	return text.Span{}
}

// leastApposed is the least number between commas behind a plural that cannot be an age.
const leastApposed = 120

// apposedTo is the plural noun whose number stands between commas behind it: "the
// [marchers], about 400, went home"; 0 for none. A small number may be an age.
func (f *finder) apposedTo(n quantity, first news.TokenID) news.TokenID {
	k := first - 2
	if n.unit != "" || n.value < leastApposed || k < 1 || f.Word(first-1) != "," || f.Word(n.last+1) != "," || f.Tag(k).XPOS != news.NNS {
		return 0
	}
	return k
}

// described is the noun that a measure with a hyphen describes, past adjectives and
// commas: "the 25-ton, unmarked truck"; 0 for none.
func (f *finder) described(n quantity) news.TokenID {
	if f.Word(n.last-1) != "-" {
		return 0
	}
	for t := n.last + 1; t <= n.last+4; t++ {
		switch f.UPOS(t) {
		case news.NOUN:
			return t
		case news.ADJ:
		default:
			if f.Word(t) != "," && f.Word(t) != "-" {
				return 0
			}
		}
	}
	return 0
}

// measuredBy is what a measure is of that no noun behind it tells: the noun
// that "of" ties it to ("a height of 770 km"), or the verb that it completes.
// Its own unit, and that of the same measure in other units, are passed over.
func (f *finder) measuredBy(n quantity, first, over news.TokenID) text.Span {
	for i := 0; i < 6 && over != 0 && (over >= n.first && over <= n.last || f.data.units[f.lower(over)] != ""); i++ {
		if f.Rel(over) == news.Nsubj {
			return text.Span{} // "the 101 metre (330 foot) long ship sails": what is so long is hung elsewhere
		}
		over = f.Head(over)
	}
	switch f.UPOS(over) {
	case news.NOUN:
		if over < first && f.lower(first-1) == "of" {
			return f.Span(over)
		}
	case news.VERB:
		return f.completed(n, over)
	}
	return text.Span{}
}

// bearer reports whether the name of a person stands between tokens a and b.
func (f *finder) bearer(a, b news.TokenID) bool {
	for t := a; t < b && t < a+6; t++ {
		if m := f.a.Mention(f.MentionOf(t)); m != nil && m.Form == news.Name && m.Kind == news.Person && m.First == a {
			return true
		}
	}
	return false
}

// completed is what verb t says the number is of: the noun whose number it
// gives ("the toll rose to 85", "put the number of dead at seven"), or itself.
func (f *finder) completed(n quantity, t news.TokenID) text.Span {
	if l := f.Lemma(t); !f.data.counting[l] && !(n.unit != "" && n.unit != "%" && f.data.measuring[l]) {
		return text.Span{}
	}
	if f.Rel(n.core) == news.Obl {
		for _, k := range [2]news.TokenID{f.Child(t, news.Nsubj), f.Object(t)} {
			if k != 0 && k != n.core && f.UPOS(k) == news.NOUN {
				return f.Phrase(k)
			}
		}
	}
	return f.Span(t)
}

// afterNumber is noun h with its modifiers from behind the number on, with an
// "of" phrase, or with the passive verb right behind it ("people were killed").
func (f *finder) afterNumber(n quantity, h news.TokenID) text.Span {
	if h < n.first {
		return f.Span(h)
	}
	end := h
	if k := f.Oblique(h, "of"); k > h {
		end = max(end, f.TokenAt(f.Phrase(k).End-1))
	} else if v := f.Head(h); v > h && v <= h+4 && f.Rel(h) == news.NsubjPass {
		end = v
	}
	p := text.Span{Start: f.Span(n.last).End, End: f.Span(end).End}.Trim(f.a.Doc.Text)
	if strings.HasPrefix(p.Of(f.a.Doc.Text), "to ") {
		return text.Span{}
	}
	for _, w := range [3]string{"-", "of ", "in "} {
		if strings.HasPrefix(p.Of(f.a.Doc.Text), w) {
			p.Start += int32(len(w))
		}
	}
	return p.Trim(f.a.Doc.Text)
}
