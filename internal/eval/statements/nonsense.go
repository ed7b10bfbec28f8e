package statements

import (
	"os"
	"strings"

	"rapporteur/internal/news"
)

// Paragraphs reads a file of paragraphs apart by empty lines; lines that begin
// with # are left out.
func Paragraphs(file string) (out []string, err error) {
	b, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	for _, p := range strings.Split(strings.TrimSpace(string(b)), "\n\n") {
		if !strings.HasPrefix(p, "#") {
			out = append(out, p)
		}
	}
	return out, nil
}

// Claimed annotates each paragraph as a report of its own, each line a block,
// and counts for each of Kinds what would be shown as fact; words tells what.
func Claimed(paragraphs []string, annotate func(*news.Document) *news.Analysis) (shown [3]int, words []string) {
	for _, p := range paragraphs {
		doc := &news.Document{Language: "en", Published: news.Stamp{Value: "2025-03-10", Basis: news.Given}}
		lay(doc, strings.Split(p, "\n"))
		r := reportScore{a: annotate(doc)}
		for k := range Kinds {
			for _, c := range r.claims(k) {
				if c.confidence >= Shown {
					shown[k]++
					words = append(words, c.words+" <- "+p)
				}
			}
		}
	}
	return shown, words
}
