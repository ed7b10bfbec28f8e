package page

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"testing"

	"rapporteur/internal/publish"
	"rapporteur/internal/publish/publishtest"
	"rapporteur/internal/record"
)

var rewrite = flag.Bool("rewrite", false, "write the golden files anew")

func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *rewrite {
		if err := os.WriteFile(path, got, 0o666); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("%s is not what was printed; look at it in a browser and run with -rewrite", name)
	}
}

var oneProblem = publish.Problem{Source: "folder/cut.gz", Message: "the archive ends too early", Hint: "fetch it again"}

func render(t *testing.T, r *record.Record) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := Brief(&b, publish.NewBrief(r, []publish.Problem{oneProblem}, publish.Options{})); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestBriefGolden(t *testing.T) {
	golden(t, "rich.html", render(t, publishtest.Rich()))
	golden(t, "hostile.html", render(t, publishtest.Hostile()))
	golden(t, "empty.html", render(t, &record.Record{}))
}
