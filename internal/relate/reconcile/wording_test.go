package reconcile

import (
	"testing"

	"rapporteur/internal/news"
)

// Two renderings of one utterance are otherwise worded when a sentence of both
// is, not when one is cut, printed otherwise or another sentence.
func TestRenderingsCompare(t *testing.T) {
	const direct, mixed, indirect = news.Direct, news.Mixed, news.Indirect
	for _, c := range []struct {
		a, b         string
		aForm, bForm news.QuoteForm
		want         likeWording
	}{
		{"The gate was torn open like paper", "the gate of the yard had been ripped like paper", direct, indirect, otherWords},
		{"We want no delay and no excuse", "We do not want a delay, and we do not want an excuse", direct, direct, otherWords},
		{"The ferry leaves at 5:10 a.m.", "The ferry leaves at 5.10am", direct, direct, sameWords},
		{"The bridge is safe. We built it for our children.", "We built it for our children.", direct, direct, sameWords},
		{"The bridge is safe", "Nobody asked me about the tunnel", direct, direct, elsewhere},
		{"The vote was a day of shame for the whole valley", "the vote “a day of shame”", direct, mixed, sameWords},
		{"I would sleep under that wall", "he would sleep beneath the wall", direct, indirect, otherWords},
		{"the gates opened at noon", "the gates opened at noon on orders of the mayor and his deputy", indirect, indirect, sameWords},
	} {
		a, b := wordsOf(c.a, c.aForm), wordsOf(c.b, c.bForm)
		if got := a.compare(&b); got != c.want {
			t.Errorf("%q, %q: %d, want %d", c.a, c.b, got, c.want)
		}
		if x, y := a.compare(&b), b.compare(&a); x != y {
			t.Errorf("%q, %q: %d one way, %d the other", c.a, c.b, x, y)
		}
	}
}

// What a number counts is told by the words around it: not by a number within
// a word, nor of some of those told of before.
func TestSomeOfThem(t *testing.T) {
	for _, c := range []struct {
		before, behind, head string
		want                 bool
	}{
		{"doctors said ", " of those hurt were sent home", "", true},
		{"30 were brought in, of whom ", " died", "", true},
		{"", " children from Lissia died", "children", true},
		{"", " children died in the fire", "children", false},
	} {
		if got := someOf(c.before, c.behind, c.head); got != c.want {
			t.Errorf("%q _ %q: %v", c.before, c.behind, got)
		}
	}
}
