package eval

import (
	"context"
	"errors"
	"maps"
	"path/filepath"
	"testing"

	"rapporteur/internal/intake"
)

// TestBadExamples reads examples/bad: each file gives the problem or the
// finding that it is there for, and the others are read.
func TestBadExamples(t *testing.T) {
	want := map[string]string{
		"cut-off.json":       "truncated-json",
		"dutch.txt":          "language-not-read",
		"empty.txt":          "empty-file",
		"invalid-utf8.txt":   "undecodable-bytes",
		"logo.png":           "unread-type",
		"no-text.html":       "no-text",
		"one-bad-line.jsonl": "bad-record",
		"photo.txt":          "unread-type",
		"truncated.txt.gz":   "truncated-gzip",
		"year-9999.txt":      "date-implausible",
	}
	got, read := map[string]string{}, 0
	for doc, err := range intake.Read(context.Background(), []string{"../../examples/bad"}, nil, intake.Options{}) {
		var problem *intake.Problem
		switch {
		case errors.As(err, &problem):
			got[fileName(problem.Path)] = problem.Code
		case err != nil:
			t.Fatal(err)
		default:
			read++
			for _, f := range doc.Findings {
				if f.Code != "no-date" {
					got[fileName(doc.Source)] = f.Code
				}
			}
		}
	}
	if !maps.Equal(got, want) {
		t.Errorf("examples/bad gives\n%v\nwant\n%v", got, want)
	}
	if read != 5 {
		t.Errorf("%d reports of examples/bad were read, want 5", read)
	}
}

// fileName is the name of the file in a path, without the number of a record.
func fileName(path string) string {
	name := filepath.Base(path)
	for i := range name {
		if name[i] == ':' || name[i] == '#' {
			return name[:i]
		}
	}
	return name
}
