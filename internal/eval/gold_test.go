package eval

import (
	"bytes"
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"rapporteur/internal/annotate"
	"rapporteur/internal/intake"
	"rapporteur/internal/models"
	"rapporteur/internal/news"
	"rapporteur/internal/record"
	"rapporteur/internal/relate"
)

const (
	exampleReports = "../../examples/reports"
	exampleGold    = "../../examples/gold.json"
	floorsFile     = "../../.ci/floors.txt"
	sharedGold     = "../../../shared/gold"
)

// readRecord takes the reports of a folder through every stage.
func readRecord(t *testing.T, folder string) *record.Record {
	t.Helper()
	weights, err := models.Load()
	if err != nil {
		t.Fatal(err)
	}
	an, err := annotate.New(annotate.Weights(weights))
	if err != nil {
		t.Fatal(err)
	}
	var all []*news.Analysis
	for doc, err := range intake.Read(context.Background(), []string{folder}, nil, intake.Options{}) {
		if err != nil {
			t.Fatalf("read %s: %v", folder, err)
		}
		all = append(all, an.Annotate(doc).Light())
	}
	return relate.Relate(all)
}

func loadGold(t *testing.T, path string) *Gold {
	t.Helper()
	g, err := LoadGold(path)
	if err != nil {
		t.Fatal(err)
	}
	return g
}

// floors are the lines of .ci/floors.txt for one set, by section.
func floors(t *testing.T, set string) map[string]float64 {
	t.Helper()
	b, err := os.ReadFile(floorsFile)
	if err != nil {
		t.Fatal(err)
	}
	f := map[string]float64{}
	for _, line := range strings.Split(string(b), "\n") {
		c := strings.Split(line, "\t")
		if strings.HasPrefix(line, "#") || line == "" || c[0] != set {
			continue
		}
		if len(c) != 3 {
			t.Fatalf("floors: %q has not three columns", line)
		}
		if f[c[1]], err = strconv.ParseFloat(c[2], 64); err != nil {
			t.Fatal(err)
		}
	}
	return f
}

func TestExampleFloors(t *testing.T) {
	score := loadGold(t, exampleGold).Score(readRecord(t, exampleReports))
	var b bytes.Buffer
	if err := score.Print(&b, testing.Verbose()); err != nil {
		t.Fatal(err)
	}
	t.Logf("examples/gold.json\n%s", &b)
	for section, floor := range floors(t, "examples") {
		row := score.Row(section)
		if row.Asked == 0 {
			t.Errorf("floor for %q, but the gold asks nothing of that name", section)
		}
		if row.Share() < floor {
			t.Errorf("%s: %d of %d, below the floor of %.2f", section, row.Hit, row.Asked, floor)
		}
	}
}

// TestGoldAgrees holds this scorer to the one that stands with the gold: the
// same rows for the same record.
func TestGoldAgrees(t *testing.T) {
	script, err := filepath.Abs(filepath.Join(sharedGold, "score.py"))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(script); err != nil {
		t.Skip("the other scorer, ../shared/gold/score.py, is not here")
	}
	for name, rec := range map[string]*record.Record{"by hand": handRecord(), "read": readRecord(t, exampleReports)} {
		export := filepath.Join(t.TempDir(), "export.jsonl")
		writeExport(t, export, rec)
		files, err := filepath.Glob(sharedGold + "/*.json")
		if err != nil {
			t.Fatal(err)
		}
		for _, gold := range append(files, exampleGold) {
			if filepath.Base(gold) == "copies.json" {
				continue
			}
			want, err := exec.Command("python3", script, gold, "--export", export).Output()
			if err != nil {
				t.Fatalf("%s: %v", gold, err)
			}
			var got bytes.Buffer
			if err := loadGold(t, gold).Score(rec).Print(&got, false); err != nil {
				t.Fatal(err)
			}
			if got.String() != string(want) {
				t.Errorf("%s, record %s: this scorer says\n%s\nthe other\n%s", gold, name, &got, want)
			}
		}
	}
}

func writeExport(t *testing.T, path string, rec *record.Record) {
	t.Helper()
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := record.WriteLines(f, rec.Lines()); err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
}

func TestReadExport(t *testing.T) {
	path := filepath.Join(t.TempDir(), "export.jsonl")
	rec := handRecord()
	writeExport(t, path, rec)
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	back, err := ReadExport(bytes.NewReader(want))
	if err != nil {
		t.Fatal(err)
	}
	writeExport(t, path, back)
	got, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("an export read back and printed again is\n%s\nnot\n%s", got, want)
	}
	if _, err := ReadExport(strings.NewReader("{\"type\":\"report\"}\n{")); err == nil || !strings.Contains(err.Error(), "line 2") {
		t.Errorf("half a line gives %v, want an error that names line 2", err)
	}
}

// TestGoldScore scores a small record by hand, section by section.
func TestGoldScore(t *testing.T) {
	score := loadGold(t, exampleGold).Score(handRecord())
	for section, want := range map[string]int{
		"report date":   2,
		"direct quotes": 2,
		"kept apart":    1, // two names are there, and two entities
		"differences":   2,
	} {
		if got := score.Row(section); got.Hit != want {
			t.Errorf("%s: %+v, want %d hits", section, got, want)
		}
	}
	var b bytes.Buffer
	if err := GoldTable(&b, []GoldColumn{{GoldSet{Name: "examples"}, score}}); err != nil {
		t.Fatal(err)
	}
	if !strings.HasPrefix(b.String(), "| section | examples |\n|---|---|\n| report date | 2/2 100% |\n") {
		t.Errorf("the table begins\n%.120s", &b)
	}
}

// TestGoldPageExplainsEverySection looks for a section that is scored and
// nowhere explained.
func TestGoldPageExplainsEverySection(t *testing.T) {
	score := loadGold(t, exampleGold).Score(handRecord())
	var b bytes.Buffer
	if err := GoldPage(&b, []GoldColumn{{GoldSet{Name: "examples", About: "fourteen invented reports"}, score}}); err != nil {
		t.Fatal(err)
	}
	_, explained, _ := strings.Cut(b.String(), "| section | asked |")
	for _, r := range score.Rows {
		if !strings.Contains(explained, "| "+r.Section+" |") {
			t.Errorf("the page does not explain %q", r.Section)
		}
	}
	if strings.Contains(b.String(), "%!") {
		t.Errorf("a verb without its value in\n%s", &b)
	}
}

func TestHasWords(t *testing.T) {
	for _, c := range []struct {
		s, words string
		want     bool
	}{
		{"the dorva front", "dorva", true},
		{"dorvaland", "dorva", false},
		{"old dorvaland and dorva", "dorva", true},
		{"süd", "s", false},
		{"u.s. army", "u.s.", false}, // a full stop and a space are no edge
		{"u.s.", "u.s", true},
		{"dorva", "", true},
	} {
		if got := hasWords(c.s, c.words); got != c.want {
			t.Errorf("hasWords(%q, %q) = %v", c.s, c.words, got)
		}
	}
}
