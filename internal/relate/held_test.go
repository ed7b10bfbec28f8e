package relate

import (
	"fmt"
	"testing"

	"rapporteur/internal/news"
	"rapporteur/internal/relate/matter"
	"rapporteur/internal/text"
)

// presidents is a report of its own matter in which each of some names is a president's.
func presidents(n int, names ...string) *news.Analysis {
	d := &news.Document{Key: fmt.Sprint("presidents ", n)}
	a := &news.Analysis{Doc: d}
	for i, name := range names {
		start := len(d.Text)
		d.Text += fmt.Sprintf("President %s spoke of matter %d%d.\n", name, n, i)
		id := news.SentenceID(i + 1)
		a.Sentences = append(a.Sentences, news.Sentence{Span: text.At(start, len(d.Text)-1)})
		at := start + len("President ")
		a.Mentions = append(a.Mentions, news.Mention{Span: text.At(at, at+len(name)), Kind: news.Person, Sentence: id, Chain: news.ChainID(i + 1)})
		a.Chains = append(a.Chains, news.Chain{Kind: news.Person, Name: name, Named: true, Mentions: []news.MentionID{news.MentionID(i + 1)},
			Offices: []news.Office{{Title: "president", Span: text.At(start, at-1), Sentence: id}}})
	}
	return a
}

// TestHeadsOfStateAcrossMatters: a surname with the office of a head of state is
// the one person's who has both, in whatever matter; of two who have, neither's.
func TestHeadsOfStateAcrossMatters(t *testing.T) {
	for _, c := range []struct {
		reports [][]string
		want    int // entities
	}{
		{[][]string{{"Anna Vask"}, {"Vask"}, {"Vask"}}, 1},
		{[][]string{{"Vask"}, {"Vask"}}, 1},
		{[][]string{{"Anna Vask"}, {"Peter Vask"}, {"Vask"}}, 3},
		{[][]string{{"Anna Vask"}, {"Orlen"}}, 2},
	} {
		k := newKeeper(matter.Largest)
		for i, names := range c.reports {
			k.take(t, presidents(i, names...))
		}
		r := k.record()
		if len(r.Entities) != c.want {
			t.Errorf("%q: %d entities, want %d", c.reports, len(r.Entities), c.want)
		}
		for i := range r.Entities {
			if r.Entities[i].Mentions == 0 {
				t.Errorf("%q: an entity that nobody mentions", c.reports)
			}
		}
	}
}
