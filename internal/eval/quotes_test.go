package eval

import (
	"os"
	"testing"

	"rapporteur/internal/annotate"
	"rapporteur/internal/models"
)

const bratText = "“Wë will sign,” Ada Brenn said. Vask said the river rose.\n"

const bratAnn = "T1\tContent 0 15\t“Wë will sign,”\n" +
	"T2\tSource 16 25\tAda Brenn\n" +
	"T3\tContent 42 56\tthe river rose\n" +
	"T4\tSource 32 36\tVask\n" +
	"E1\tAttribution:T9 Content:T1 Source:T2\n" +
	"E2\tAttribution:T8 Content:T3 Source:T4\n"

func TestParseBrat(t *testing.T) {
	gold, err := ParseBrat(bratText, bratAnn)
	if err != nil || len(gold) != 2 {
		t.Fatalf("%v, %v", gold, err)
	}
	if !gold[0].Direct || gold[1].Direct || gold[0].Content[0].Of(bratText) != "“Wë will sign,”" || gold[1].Content[0].Of(bratText) != "the river rose" || gold[1].Source != "Vask" {
		t.Errorf("got %+v", gold)
	}
	for _, bad := range []string{"T1\tContent 5 3\tx", "T1\tContent 0 999\tx", "T1\tContent a b\tx"} {
		if _, err := ParseBrat(bratText, bad); err == nil {
			t.Errorf("%q is taken", bad)
		}
	}
}

func TestSharesWord(t *testing.T) {
	for _, c := range []struct {
		names, source string
		want          bool
	}{
		{"President Brenn Ada Brenn", "Ms Brenn", true},
		{"he Jon Falk", "he", true},
		{"the ministry", "the harbour ministry", true},
		{"Ada Brenn", "Jon Falk", false},
		{"", "officials", false},
	} {
		if got := sharesWord(c.names, c.source); got != c.want {
			t.Errorf("sharesWord(%q, %q) = %v", c.names, c.source, got)
		}
	}
}

// quoteFloors are pinned below what was reached; see docs/quality.md.
const (
	floorDirect   = 0.95
	floorSpeakers = 0.90
	floorWords    = 0.78
)

// TestQuoteFloors measures on the attributions of a folder of data, where it is there.
func TestQuoteFloors(t *testing.T) {
	const dir = "../../../shared/data/quotes/polnear/dev"
	if _, err := os.Stat(dir); err != nil {
		t.Skip("no folder of data with attributions here")
	}
	if testing.Short() {
		t.Skip("long")
	}
	docs, err := ReadBrat(dir)
	if err != nil {
		t.Fatal(err)
	}
	set, err := models.Load()
	if err != nil {
		t.Fatal(err)
	}
	an, err := annotate.New(annotate.Weights(set))
	if err != nil {
		t.Fatal(err)
	}
	s, err := QuotesOfBrat(os.Stdout, an, docs)
	if err != nil {
		t.Fatal(err)
	}
	if s.Direct.Recall() < floorDirect || s.Direct.Speakers() < floorSpeakers || s.F1() < floorWords {
		t.Errorf("below the floor: direct %.3f, speakers %.3f, words %.3f", s.Direct.Recall(), s.Direct.Speakers(), s.F1())
	}
}
