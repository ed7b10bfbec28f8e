package event

import (
	"strings"

	"rapporteur/internal/news"
)

// whatOf is the thing that the deed at t is done to, or that what it speaks of is to
// be done to ("failed to reach [a ceasefire]"), without its article; "" for none.
func (f *finder) whatOf(t news.TokenID, tr *trigger) string {
	switch x := f.deed(t); {
	case tr.asks("deed") && x != 0:
		return f.thingAt(f.sufferers(x))
	case !tr.noun && tr.class == "AGREE" && x > t:
		return strings.TrimSpace("to " + f.Lemma(x) + " " + f.wordsAt(f.Object(x)))
	case !tr.noun && (tr.asks("object") || tr.class == "REJECT"):
		return f.notNamed(tr, f.thingAt(f.sufferers(t))) // "imposed [heavy tariffs]", "denied [a report]"
	}
	return ""
}

// notNamed is thing, or "" where the trigger says as much already: "hold talk".
func (f *finder) notNamed(tr *trigger, thing string) string {
	words := strings.Fields(tr.lemma)
	for _, w := range words[1:] {
		if strings.Contains(thing, w) {
			return ""
		}
	}
	return thing
}

// thingAt is the first of the nouns ts with what stands before it, where it is no
// person or body.
func (f *finder) thingAt(ts []news.TokenID) string {
	if len(ts) == 0 {
		return ""
	}
	t := ts[0]
	if m := f.a.Mention(f.MentionOf(t)); f.is("person", t) || m != nil && m.Form != news.Nominal && m.Kind != news.Place {
		return ""
	}
	return f.wordsAt(t)
}

// wordsAt is noun t with what stands before it, without article and number; "" for a
// name or a pronoun.
func (f *finder) wordsAt(t news.TokenID) string {
	if f.UPOS(t) != news.NOUN {
		return ""
	}
	first := t
	for k := f.Kid(t); k != 0 && k < t; k = f.Next(k) {
		if r := f.Rel(k); (r == news.Compound || r == news.Amod) && t-k <= 3 && f.UPOS(k) != news.PROPN {
			first = min(first, k)
		}
	}
	for first > 2 && f.Word(first-1) == "-" {
		first -= 2 // "long-range rocket"
	}
	for k := first; k < t; k++ { // nothing else may stand between
		if u := f.UPOS(k); u != news.NOUN && u != news.ADJ && f.Word(k) != "-" && f.Word(k-1) != "-" && f.Word(k+1) != "-" {
			return strings.ToLower(f.Word(t))
		}
	}
	return strings.Join(strings.Fields(f.Cover(first, t).Of(f.a.Doc.Text)), " ")
}
