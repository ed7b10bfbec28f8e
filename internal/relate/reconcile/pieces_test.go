package reconcile

import (
	"testing"

	"rapporteur/internal/news"
)

func TestPieces(t *testing.T) {
	for _, c := range []struct {
		text string
		want int
	}{
		{"he called it “a grave error” and", 1},
		{"a “mix-up” that was “straightened out”", 2},
		{"an open “mark", 0},
		{"none at all", 0},
		{"“”", 0},
	} {
		if got := len(quotedPieces(c.text, news.Mixed)); got != c.want {
			t.Errorf("%q has %d pieces, want %d", c.text, got, c.want)
		}
	}
	if quotedPieces("“a grave error”", news.Direct) != nil {
		t.Error("a direct quote has no pieces")
	}
}

func TestSentencesOfAStatement(t *testing.T) {
	told := func(s string) *utterance {
		return &utterance{form: news.Direct, phrase: cut(s), sentences: sentencesOf(s, news.Direct)}
	}
	whole := told("We have lodged a protest with the envoy. We asked for an urgent session of the K.L. Harbour Board today.")
	for s, want := range map[string]bool{
		"We also asked for an immediate session of the K.L. Harbour Board today.": true,
		"Ships may not enter the harbour without a pilot.":                        false,
	} {
		if got := whole.oneSentence(told(s)); got != want {
			t.Errorf("%q: %v, want %v", s, got, want)
		}
	}
}

func TestClausesOfAReport(t *testing.T) {
	told := func(s string, form news.QuoteForm) *utterance {
		return &utterance{form: form, phrase: cut(s), clauses: clausesOf(s, form)}
	}
	const said = "two-thirds of the charge of 7 marks come from the harbour tax, when ships return in the spring"
	for s, want := range map[string]bool{
		"some two thirds of the charge are due to the new harbour tax, while pilots and tugs cost less": true,
		"the harbour tax, two years old, was a mistake":                                                 false,
		"ships return": false,
	} {
		if got := told(said, news.Indirect).oneClause(told(s, news.Mixed)); got != want {
			t.Errorf("%q: %v, want %v", s, got, want)
		}
	}
	if told(said, news.Direct).clauses != nil {
		t.Error("a direct quote is compared by sentences")
	}
}

func FuzzPieces(f *testing.F) {
	f.Add("he called it “a grave error” and \"more\"")
	f.Add("“\"“\"”")
	f.Fuzz(func(t *testing.T, s string) {
		quotedPieces(s, news.Mixed)
		sentencesOf(s, news.Direct)
		clausesOf(s, news.Indirect)
	})
}
