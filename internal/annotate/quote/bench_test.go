package quote_test

import (
	"strings"
	"testing"

	"rapporteur/internal/annotate/coref"
	"rapporteur/internal/annotate/credit"
	"rapporteur/internal/annotate/quote"
	"rapporteur/internal/news"
)

// benchmark runs chains, quotes and credits over what stands before them in a.
func benchmark(b *testing.B, a *news.Analysis) {
	var names []news.Mention
	for _, m := range a.Mentions {
		if m.Form == news.Name {
			names = append(names, m)
		}
	}
	words := len(strings.Fields(a.Doc.Text))
	b.ReportAllocs()
	b.ResetTimer()
	for range b.N {
		c := *a
		c.Mentions = names
		c.Mentions, c.Chains = coref.Chains(&c)
		c.Quotes = quote.Quotes(&c)
		c.Credits = credit.Credits(&c)
	}
	b.ReportMetric(float64(words)*float64(b.N)/b.Elapsed().Seconds(), "words/s")
}
