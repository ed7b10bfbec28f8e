package revise

import (
	"testing"

	"rapporteur/internal/news"
)

// TestFirstOfSeriesIsItsHead reads "Brenn broke doors, mocked guards and left",
// and TestSpeakerBehindQuotation the words of a mayor about it.
func TestFirstOfSeriesIsItsHead(t *testing.T) {
	mended(t, []drawn{
		{"Brenn", news.PROPN, news.NNP, 2, news.Nsubj},
		{"broke", news.VERB, news.VBD, 5, news.Advcl},
		{"doors", news.NOUN, news.NNS, 2, news.Obj},
		{",", news.PUNCT, comma, 5, news.Punct},
		{"mocked", news.VERB, news.VBD, 0, news.Root},
		{"guards", news.NOUN, news.NNS, 5, news.Obj},
		{"and", news.CCONJ, 12, 8, news.Cc},
		{"left", news.VERB, news.VBD, 5, news.Conj},
	}, map[string]drawn{
		"broke": {head: 0, rel: news.Root}, "mocked": {head: 2, rel: news.Conj}, "left": {head: 2, rel: news.Conj},
	})
}

func TestSpeakerBehindQuotation(t *testing.T) {
	mended(t, []drawn{
		{"Brenn", news.PROPN, news.NNP, 2, news.Nsubj},
		{"broke", news.VERB, news.VBD, 0, news.Root},
		{"doors", news.NOUN, news.NNS, 2, news.Obj},
		{",", news.PUNCT, comma, 2, news.Punct},
		{"”", news.PUNCT, closeQuote, 2, news.Punct},
		{"the", news.DET, 3, 7, news.Det},
		{"mayor", news.NOUN, news.NN, 8, news.Nsubj},
		{"wrote", news.VERB, news.VBD, 2, news.Conj},
	}, map[string]drawn{"broke": {head: 8, rel: news.Ccomp}, "wrote": {head: 0, rel: news.Root}})
}
