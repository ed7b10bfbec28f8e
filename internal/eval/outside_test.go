package eval

import (
	"fmt"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// TestOutsideScorerAgrees has a scorer that shares no line with this package
// judge the same analyses of the GUM development split from raw text.
func TestOutsideScorerAgrees(t *testing.T) {
	data, an := dataFolder(t), shipped(t)
	scorer := filepath.Join(data, "..", "gold", "ud_eval.py")
	python, err := exec.LookPath("python3")
	if _, gone := os.Stat(scorer); err != nil || gone != nil {
		t.Skip("python3 or the outside scorer is not here")
	}
	split := LangSplits[2]
	made := filepath.Join(t.TempDir(), "system.conllu")
	f, err := os.Create(made)
	if err != nil {
		t.Fatal(err)
	}
	if err := SystemCoNLLU(f, an, data, split); err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command(python, scorer, filepath.Join(data, split.Treebank), made).CombinedOutput()
	if err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	r, err := ScoreSplit(an, data, split)
	if err != nil {
		t.Fatal(err)
	}
	ours, compared := r.Scores(), 0
	for line := range strings.Lines(string(out)) {
		var name string
		var theirs float64
		if n, _ := fmt.Sscan(line, &name, &theirs); n != 2 {
			continue
		}
		if score, ok := ours[name]; ok {
			compared++
			if math.Abs(score-theirs) > 0.011 {
				t.Errorf("%s: %.2f here, %.2f outside", name, score, theirs)
			}
		}
	}
	if compared < 7 {
		t.Errorf("only %d scores compared: %s", compared, out)
	}
}
