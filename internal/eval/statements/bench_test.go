package statements

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"rapporteur/internal/annotate/event"
	"rapporteur/internal/annotate/figure"
	"rapporteur/internal/annotate/grammar"
	"rapporteur/internal/annotate/nugget"
	"rapporteur/internal/annotate/position"
	"rapporteur/internal/annotate/stance"
	"rapporteur/internal/models"
	"rapporteur/internal/news"
)

// BenchmarkStages times the three stages alone over the annotated reports, in
// words a second; the layers below are there already.
func BenchmarkStages(b *testing.B) {
	an := annotator(b)
	files, _ := filepath.Glob(filepath.Join("testdata", "reports", "*.txt"))
	var layers []*news.Analysis
	words := 0
	for _, f := range files {
		raw, err := os.ReadFile(f)
		if err != nil {
			b.Fatal(err)
		}
		doc, _, err := readReport(string(raw))
		if err != nil {
			b.Fatal(err)
		}
		layers = append(layers, an.Annotate(doc))
		words += len(strings.Fields(doc.Text))
	}
	m, n := learnedModels(b)
	b.ResetTimer()
	for range b.N {
		for _, a := range layers {
			c := *a
			v := grammar.New(&c)
			c.Positions = position.Positions(v, m)
			c.Events = event.Events(v, n)
			c.Figures = figure.Figures(v)
		}
	}
	b.ReportMetric(float64(words*b.N)/b.Elapsed().Seconds(), "words/s")
}

// learnedModels are the built-in models that read stances and events where no rule does.
func learnedModels(t testing.TB) (*stance.Model, *nugget.Model) {
	t.Helper()
	set, err := models.Load()
	if err != nil {
		t.Fatal(err)
	}
	s, err := stance.New(set.Stance)
	if err != nil {
		t.Fatal(err)
	}
	n, err := nugget.New(set.Nugget)
	if err != nil {
		t.Fatal(err)
	}
	return s, n
}

// TestLongSentence wants a hostile sentence of many thousand words read in a
// time that does not grow with its square.
func TestLongSentence(t *testing.T) {
	an := annotator(t)
	m, ns := learnedModels(t)
	for _, unit := range []string{"he said that 12 of the 30 men will not meet them in Lutava unless they leave and ", "thousands of ", "denied that it refused to "} {
		spent := map[int]time.Duration{}
		for _, n := range []int{200, 1600} {
			a := an.Annotate(oneParagraph(strings.Repeat(unit, n) + "."))
			start := time.Now()
			c := *a
			v := grammar.New(&c)
			c.Positions = position.Positions(v, m)
			c.Events = event.Events(v, ns)
			c.Figures = figure.Figures(v)
			spent[n] = time.Since(start)
		}
		t.Logf("%q: %v", unit, spent)
		if spent[1600] > 40*spent[200]+200*time.Millisecond {
			t.Errorf("%q: %v for 200, %v for 1600", unit, spent[200], spent[1600])
		}
	}
}
