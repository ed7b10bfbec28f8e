package planted

import (
	"context"
	"os"
	"strings"
	"testing"

	"rapporteur/internal/annotate"
	"rapporteur/internal/intake"
	"rapporteur/internal/models"
	"rapporteur/internal/news"
	"rapporteur/internal/record"
	"rapporteur/internal/relate"
)

// floors are what is reached: planted differences found, traps fallen into and
// differences shown that nobody planted. Found only rises, the others fall.
var floors = map[string]struct{ found, fallen, foreign int }{
	"dev":  {110, 0, 0},
	"test": {24, 0, 2},
}

// readCluster takes the reports of one cluster through every stage.
func readCluster(t *testing.T, an *annotate.Annotator, file string) *record.Record {
	t.Helper()
	var all []*news.Analysis
	for doc, err := range intake.Read(context.Background(), []string{file}, nil, intake.Options{}) {
		if err != nil {
			t.Fatalf("read %s: %v", file, err)
		}
		all = append(all, an.Annotate(doc).Light())
	}
	return relate.Relate(all)
}

func TestPlanted(t *testing.T) {
	weights, err := models.Load()
	if err != nil {
		t.Fatal(err)
	}
	an, err := annotate.New(annotate.Weights(weights))
	if err != nil {
		t.Fatal(err)
	}
	clusters, err := Load("testdata")
	if err != nil {
		t.Fatal(err)
	}
	scores := map[string]*Score{"dev": {}, "test": {}}
	for i := range clusters {
		c := &clusters[i]
		scores[c.Split].Add(c, readCluster(t, an, c.Reports))
	}
	for _, split := range []string{"dev", "test"} {
		s, floor := scores[split], floors[split]
		if split == "dev" { // of the others only the score is told
			t.Log("\n" + strings.Join(s.Lines, "\n"))
		}
		if err := s.Print(os.Stdout, split); err != nil {
			t.Fatal(err)
		}
		if s.Found < floor.found || s.Fallen > floor.fallen || s.Foreign > floor.foreign {
			t.Errorf("%s: found %d, traps fallen into %d, not planted %d; floors %v", split, s.Found, s.Fallen, s.Foreign, floor)
		}
	}
}
