package term

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"

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
		t.Errorf("%s is not what was printed; look at it and run with -rewrite\n%s", name, got)
	}
}

func render(t *testing.T, r *record.Record, style Style, problems ...publish.Problem) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := Brief(&b, publish.NewBrief(r, problems, publish.Options{}), style); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

var oneProblem = publish.Problem{Source: "folder/cut.gz", Message: "the archive ends too early", Hint: "fetch it again"}

func TestBriefGolden(t *testing.T) {
	golden(t, "rich.txt", render(t, publishtest.Rich(), Style{Width: 80}, oneProblem))
	golden(t, "rich-full-100.txt", render(t, publishtest.Rich(), Style{Width: 100, Full: true}, oneProblem))
	golden(t, "empty.txt", render(t, &record.Record{}, Style{}, oneProblem))
}

func TestLinesFit(t *testing.T) {
	for _, w := range []int{80, 93, 140} {
		for _, r := range []*record.Record{publishtest.Rich(), publishtest.Hostile()} {
			for line := range strings.Lines(string(render(t, r, Style{Width: w, Full: true, Color: true}))) {
				if n := columns(strings.TrimSuffix(line, "\n")); n > w {
					t.Errorf("%d columns at width %d: %q", n, w, line)
				}
			}
		}
	}
}

func TestNoColorWithoutAsking(t *testing.T) {
	if out := render(t, publishtest.Rich(), Style{Width: 80}); bytes.Contains(out, []byte("\x1b")) {
		t.Error("an escape sequence in plain output")
	}
	if out := render(t, publishtest.Rich(), Style{Width: 80, Color: true}); !bytes.Contains(out, []byte("\x1b[1m")) {
		t.Error("no colour where it was asked for")
	}
}

// A hostile report can put no control or direction character on the screen.
func TestHostileIsTamed(t *testing.T) {
	out := string(render(t, publishtest.Hostile(), Style{Width: 80, Full: true}))
	for _, r := range out {
		if r != '\n' && (unicode.IsControl(r) || unicode.In(r, unicode.Bidi_Control)) {
			t.Fatalf("%U reaches the terminal", r)
		}
	}
	if !strings.Contains(out, "alert(1)") {
		t.Error("the words themselves are gone")
	}
}

func TestColumns(t *testing.T) {
	for s, want := range map[string]int{"": 0, "abc": 3, "é": 1, "e\u0301": 1, "東京": 4, "ア": 2, "\x1b[1mab\x1b[0m": 2, "Київ": 4} {
		if got := columns(s); got != want {
			t.Errorf("columns(%q) = %d, want %d", s, got, want)
		}
	}
}

func TestLongWordsAreBroken(t *testing.T) {
	for _, part := range broken(strings.Repeat("東", 100), 21) {
		if columns(part) > 21 {
			t.Errorf("%q is wider than the line", part)
		}
	}
}
