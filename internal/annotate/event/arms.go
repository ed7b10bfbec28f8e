package event

import (
	"slices"

	"rapporteur/internal/news"
)

// forces puts right who does what with arms: organizations of states launch no
// missiles, and forces that are deployed by nobody named go themselves.
func (f *finder) forces(c *candidate) {
	c.Participants = slices.DeleteFunc(c.Participants, func(p news.Participant) bool {
		ch := f.a.Chain(p.Chain)
		return c.Mode == "weapons" && (f.ofStates(p) || ch != nil && ch.Kind == news.Place && p.Role == news.Recipient)
	})
	if c.Mode == "troops" && len(c.Participants) == 1 {
		c.Participants[0].Role = news.Actor
	}
}

// soleActor gives a launch of some other day that names nobody the one who
// launched all others that the report tells of: "after two launches in July".
func (f *finder) soleActor(c *candidate) {
	var who news.Participant
	for i := range f.out {
		if f.out[i].Mode != c.Mode {
			continue
		}
		for _, p := range f.out[i].Participants {
			if p.Role != news.Actor || who.Chain != 0 && p.Chain != who.Chain {
				return
			}
			who = p
		}
	}
	if who.Chain != 0 {
		c.Participants = append(c.Participants, who)
	}
}

// hasWordBefore reports whether lemma stands among the words before noun t that
// belong to it.
func (f *finder) hasWordBefore(t news.TokenID, lemma string) bool {
	for k := t - 1; k > 0 && k >= t-3; k-- {
		if f.Lemma(k) == lemma {
			return true
		}
		if u := f.UPOS(k); u != news.ADJ && u != news.NOUN && u != news.PROPN {
			return false
		}
	}
	return false
}

// isMany reports whether noun t speaks of many at once: "dozens of tests",
// "more than 80 launches".
func (f *finder) isMany(t news.TokenID) bool {
	if h := f.Head(t); f.Rel(t) == news.Nmod && f.Marker(t) == "of" && f.lex.in("amount", f.Lemma(h)) {
		return true
	}
	n := f.Child(t, news.Nummod)
	w := f.Word(n)
	return n != 0 && w[0] >= '0' && w[0] <= '9' && (len(w) > 1 || w[0] > '4')
}
