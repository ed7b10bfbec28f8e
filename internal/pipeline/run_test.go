package pipeline

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"rapporteur/internal/news"
	"rapporteur/internal/store"
)

// stumbling fails on reports that hold a word.
type stumbling struct{ over string }

func (s stumbling) Annotate(doc *news.Document) *news.Analysis {
	if strings.Contains(doc.Text, s.over) {
		panic("index out of range")
	}
	return &news.Analysis{Doc: doc, Done: news.Sentences}
}

// TestAFaultOfOursCostsOneReport: the report is named, the others are read.
func TestAFaultOfOursCostsOneReport(t *testing.T) {
	dir := t.TempDir()
	for name, text := range map[string]string{"a.txt": "The ferry leaves on Monday.", "b.txt": "The ferry stumbles on Tuesday.", "c.txt": "The ferry returns on Friday."} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	s := store.NewMemory()
	r := &run{store: s, annotator: stumbling{"stumbles"}}
	if err := r.read(context.Background(), []string{dir}); err != nil {
		t.Fatal(err)
	}
	if r.sum.Read != 2 || len(r.sum.LeftOut) != 1 || filepath.Base(r.sum.LeftOut[0].Path) != "b.txt" {
		t.Errorf("%+v", r.sum)
	}
	if st, err := s.Stats(context.Background()); err != nil || st.Reports != 2 {
		t.Errorf("%+v, %v", st, err)
	}
}
