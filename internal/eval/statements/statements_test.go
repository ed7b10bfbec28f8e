package statements

import (
	"os"
	"path/filepath"
	"testing"

	"rapporteur/internal/annotate"
	"rapporteur/internal/models"
)

// floors are what the stages reach on each file; they only rise.
var floors = map[string]struct{ found, claimed int }{
	"meetings.txt":  {9, 0},
	"acts.txt":      {13, 0},
	"positions.txt": {17, 0},
	"figures.txt":   {10, 0},
}

func annotator(t *testing.T) *annotate.Annotator {
	set, err := models.Load()
	if err != nil {
		t.Fatal(err)
	}
	an, err := annotate.New(annotate.Weights(set))
	if err != nil {
		t.Fatal(err)
	}
	return an
}

func TestMarkedParagraphs(t *testing.T) {
	an := annotator(t)
	for name, floor := range floors {
		s, err := Marked(filepath.Join("testdata", name), an.Annotate)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range s.Misses {
			t.Log(m)
		}
		t.Logf("%s: found %d of %d, falsely claimed %d of %d", name, s.Found, s.Wanted, s.Claimed, s.Banned)
		if s.Found < floor.found || s.Claimed > floor.claimed {
			t.Errorf("%s: found %d, floor %d; falsely claimed %d, at most %d", name, s.Found, floor.found, s.Claimed, floor.claimed)
		}
	}
}

func TestPlover(t *testing.T) {
	file := filepath.Join("..", "..", "..", "..", "shared", "data", "events", "plover_gold_standard_records.json")
	if _, err := os.Stat(file); err != nil {
		t.Skip("the PLOVER gold standard records are not beside the project; docs/training.md says where they are published")
	}
	s, err := Plover(file, annotator(t).Annotate, nil)
	if err != nil {
		t.Fatal(err)
	}
	t.Logf("class P %.1f R %.1f, actors given class %.1f (%d records, %d claimed)", 100*s.Precision(), 100*s.Recall(), 100*s.ActorShare(), s.Records, s.Claimed)
}
