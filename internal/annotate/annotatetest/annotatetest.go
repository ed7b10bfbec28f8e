// Package annotatetest runs the data-driven tests of stages that read names:
// a text goes through the whole annotation with the embedded weights, and what
// the stage under test found is held against lines in the same file.
//
//	# a comment
//	Ada Brenn left, the ministry said.
//	----
//	what is found, one a line
//	====
//
// With -rewrite the lines are written anew instead.
package annotatetest

import (
	"flag"
	"os"
	"strings"
	"sync"
	"testing"

	"rapporteur/internal/annotate"
	"rapporteur/internal/models"
	"rapporteur/internal/news"
)

var rewrite = flag.Bool("rewrite", false, "write what the stage finds into the test data")

// Annotator is the whole annotation with the embedded weights, unpacked once.
var Annotator = sync.OnceValue(func() *annotate.Annotator {
	set, err := models.Load()
	if err != nil {
		panic(err)
	}
	an, err := annotate.New(annotate.Weights(set))
	if err != nil {
		panic(err)
	}
	return an
})

// Run holds file's cases: document makes a report of a case's text, show
// writes what the stage found in it, one a line.
func Run(t *testing.T, file string, document func(string) *news.Document, show func(*news.Analysis) string) {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	cases := strings.Split(string(data), "====\n")
	for i, c := range cases {
		input, want, ok := strings.Cut(c, "----\n")
		if !ok {
			t.Fatalf("case %d has no ----: %q", i+1, c)
		}
		comment, body := SplitComment(input)
		got := show(Annotator().Annotate(document(body)))
		if *rewrite {
			cases[i] = comment + body + "----\n" + got
		} else if got != want {
			t.Errorf("%s%sgot\n%swant\n%s", comment, body, got, want)
		}
	}
	if *rewrite {
		if err := os.WriteFile(file, []byte(strings.Join(cases, "====\n")), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// SplitComment parts the comment lines off the front of a case.
func SplitComment(s string) (comment, body string) {
	for strings.HasPrefix(s, "#") {
		line, rest, _ := strings.Cut(s, "\n")
		comment, s = comment+line+"\n", rest
	}
	return comment, s
}
