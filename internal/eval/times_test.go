package eval

import (
	"io"
	"os"
	"testing"

	"rapporteur/internal/annotate"
	"rapporteur/internal/models"
	"rapporteur/internal/news"
	"rapporteur/internal/text"
)

const sharedWars = "../../../shared/data/times/wikiwars"

// TestWikiWars pins what the annotator reaches on histories of wars: strict F1
// and the F1 of overlapping words with the right value, in percent.
func TestWikiWars(t *testing.T) {
	if _, err := os.Stat(sharedWars); err != nil {
		t.Skip("the histories, ../shared/data/times/wikiwars, are not here")
	}
	if testing.Short() {
		t.Skip("reads 100,000 words")
	}
	set, err := models.Load()
	if err != nil {
		t.Fatal(err)
	}
	an, err := annotate.New(annotate.Weights(set))
	if err != nil {
		t.Fatal(err)
	}
	w := io.Discard
	if testing.Verbose() {
		w = os.Stdout
	}
	s, err := TimesOfWikiWars(w, an, sharedWars, nil)
	if err != nil {
		t.Fatal(err)
	}
	if s.StrictF1() < 87.5 || s.ValueF1() < 83 {
		t.Errorf("strict F1 %.1f, value F1 %.1f", s.StrictF1(), s.ValueF1())
	}
}

func TestParseTimex2(t *testing.T) {
	txt, gold := ParseTimex2(`<DOC><TEXT>It fell &amp; rose <TIMEX2 val="1944-06" mod="">in
June <TIMEX2 VAL="1944">1944</TIMEX2></TIMEX2>, <TIMEX2 set="YES" val="XXXX-WXX">weekly</TIMEX2>, < and <TIMEX2>then </TIMEX2></TEXT></DOC>`)
	if want := "It fell & rose in\nJune 1944, weekly, "; len(txt) < len(want) || txt[:len(want)] != want {
		t.Fatalf("text %q", txt)
	}
	if len(gold) < 2 || gold[0].Span.Of(txt) != "in\nJune 1944" || gold[0].Value != "1944-06" || gold[1].Span.Of(txt) != "weekly" || gold[1].Value != "P1W" {
		t.Fatalf("gold %+v", gold)
	}
}

func TestScoreTimes(t *testing.T) {
	at := func(from, to int, v string) news.Time { return news.Time{Span: text.At(from, to), Value: v} }
	gold := []MarkedTime{{Span: text.At(0, 4), Value: "2014"}, {Span: text.At(10, 20), Value: "2015-05"}, {Span: text.At(30, 35), Value: "P1D"}, {Span: text.At(40, 44), Value: "2016"}}
	found := []news.Time{at(0, 4, "2014"), at(12, 20, "2015-05"), at(13, 15, "x"), at(30, 35, "P2D"), at(50, 55, "")}
	alone := 0
	s := ScoreTimes(gold, found, func(g *MarkedTime, f *news.Time) {
		if g == nil || f == nil {
			alone++
		}
	})
	want := TimesScore{Asked: 4, Claimed: 5, Strict: 2, Lenient: 3, Value: 2, StrictValue: 1}
	if s != want || alone != 3 {
		t.Errorf("%+v with %d alone, want %+v with 3", s, alone, want)
	}
	s.Add(want)
	if s.Asked != 8 || s.StrictValue != 2 || s.f1(0) != 0 {
		t.Errorf("the sum is %+v", s)
	}
}
