package statements

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"rapporteur/internal/annotate"
	"rapporteur/internal/models"
)

// floors are what the stages reach on each file; they only rise.
var floors = map[string]struct{ found, claimed int }{
	"meetings.txt":  {17, 0},
	"acts.txt":      {18, 0},
	"positions.txt": {42, 0},
	"figures.txt":   {10, 0},
}

func annotator(t testing.TB) *annotate.Annotator {
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

// reportFloors are what the stages reach on the invented reports, as shares of
// 100, less about one statement, for the layers below them move: precision of
// what is shown and recall, of events, positions, figures.
var reportFloors = map[string][3][2]float64{
	"reports":            {{96, 85}, {97, 78}, {97, 93}},
	"reports/fresh":      {{90, 63}, {87, 66}, {88, 88}},
	"reports/test":       {{84, 53}, {83, 66}, {91, 87}},
	"reports/test/fresh": {{85, 52}, {68, 44}, {89, 86}},
}

func TestReports(t *testing.T) {
	an := annotator(t)
	for dir, floor := range reportFloors {
		s, err := Reports(filepath.Join("testdata", dir), an.Annotate)
		if err != nil {
			t.Fatal(err)
		}
		if !strings.HasPrefix(dir, "reports/test") { // of those set aside only the score is told
			for _, m := range s.Misses {
				t.Log(m)
			}
		}
		t.Logf("%s\n%s", dir, s.Table())
		for k, kind := range Kinds {
			if p, r := 100*s.Of[k].Precision(), 100*s.Of[k].Recall(); p < floor[k][0] || r < floor[k][1] {
				t.Errorf("%s, %s: precision %.1f, recall %.1f; floors %v", dir, kind, p, r, floor[k])
			}
		}
	}
}

// TestShortReports holds the events of the ten short reports, whose annotation
// asks for nothing else, to what is reached.
func TestShortReports(t *testing.T) {
	s, err := Reports(filepath.Join("testdata", "reports", "more"), annotator(t).Annotate)
	if err != nil {
		t.Fatal(err)
	}
	e := s.Of[0]
	t.Logf("events: %d of %d found, %d of %d shown are right, time %d of %d, place %d of %d", e.Found, e.Asked, e.Right, e.Shown, e.Time, e.Timed, e.Site, e.Sited)
	if p, r := 100*e.Precision(), 100*e.Recall(); p < 91 || r < 89 {
		t.Errorf("precision %.1f, recall %.1f; floors 91 and 89", p, r)
	}
}

func TestPlover(t *testing.T) {
	file := filepath.Join("..", "..", "..", "..", "shared", "data", "events", "plover_gold_standard_records.json")
	if _, err := os.Stat(file); err != nil {
		t.Skip("the PLOVER gold standard records are not beside the project; docs/training.md says where they are published")
	}
	judged, err := LoadJudgements(filepath.Join("..", "..", "..", ".ci", "plover.tsv"))
	if err != nil {
		t.Fatal(err)
	}
	s, err := Plover(file, judged, annotator(t).Annotate)
	if err != nil {
		t.Fatal(err)
	}
	for _, m := range []struct {
		name         string
		share, floor float64
	}{{"class, precision", s.Precision(), .73}, {"class, precision as read", s.Reading(), .93}, {"class, recall", s.Recall(), .81}, {"actors given the class", s.ActorShare(), .81}} {
		if m.share < m.floor {
			t.Errorf("%s: %.3f, floor %.2f", m.name, m.share, m.floor)
		}
	}
	for _, c := range s.Open {
		t.Errorf("nobody has judged %s: %s by %s of %s", c.Key, c.Class, c.Rule, c.Record)
	}
	if len(s.Open) > 0 {
		t.Log("read and judge them: rapporteur eval --data ../shared/data --verdicts .ci/plover.tsv --open")
	}
	t.Logf("class P %.1f, as read %.1f, R %.1f, actors given class %.1f (%d records, %d claimed)", 100*s.Precision(), 100*s.Reading(), 100*s.Recall(), 100*s.ActorShare(), s.Records, s.Claimed)
}

// nonsenseCeiling is how many statements of each of Kinds may be claimed as
// fact from a hundred paragraphs in which none is made. It only falls.
var nonsenseCeiling = [3]int{0, 0, 2}

func TestNonsense(t *testing.T) {
	paragraphs, err := Paragraphs(filepath.Join("testdata", "nonsense.txt"))
	if err != nil {
		t.Fatal(err)
	}
	if len(paragraphs) != 100 {
		t.Errorf("%d paragraphs", len(paragraphs))
	}
	shown, words := Claimed(paragraphs, annotator(t).Annotate)
	for _, w := range words {
		t.Log(w)
	}
	t.Logf("of %d paragraphs, shown as fact: %d events, %d positions, %d figures", len(paragraphs), shown[0], shown[1], shown[2])
	for k, n := range shown {
		if n > nonsenseCeiling[k] {
			t.Errorf("%d %s are shown as fact, at most %d may be", n, Kinds[k], nonsenseCeiling[k])
		}
	}
}
