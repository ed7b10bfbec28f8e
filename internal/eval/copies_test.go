package eval

import (
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"rapporteur/internal/news"
	"rapporteur/internal/text"
)

const sharedFolder = "../../../shared"

func haveStories(t testing.TB) {
	t.Helper()
	if _, err := os.Stat(sharedFolder); err != nil {
		t.Skip("the folder of data is not there")
	}
}

var sentenceEnd = regexp.MustCompile(`[.!?]["”’']?\s+|\n+`)

// plainly is an article with nothing but its sentences: what reuse reads.
func plainly(x Article) *news.Analysis {
	day, _, _ := strings.Cut(x.Day, "T")
	d := &news.Document{Key: x.Name, Outlet: x.Outlet, Title: x.Title, Text: x.Text, Published: news.Stamp{Value: day, Basis: news.Given}}
	a := &news.Analysis{Doc: d}
	at := 0
	for _, m := range append(sentenceEnd.FindAllStringIndex(x.Text, -1), []int{len(x.Text), len(x.Text)}) {
		if m[1] > at {
			a.Sentences = append(a.Sentences, news.Sentence{Span: text.At(at, m[1]).Trim(x.Text)})
		}
		at = m[1]
	}
	return a
}

func TestCopies(t *testing.T) {
	haveStories(t)
	gold, err := LoadCopies(sharedFolder + "/gold/copies.json")
	if err != nil {
		t.Fatal(err)
	}
	articles, err := LoadArticles(sharedFolder + "/data/stories/news-cluster")
	if err != nil {
		t.Fatal(err)
	}
	slices.SortFunc(articles, func(a, b Article) int { return strings.Compare(a.Day+a.Name, b.Day+b.Name) })
	in := make([]*news.Analysis, len(articles))
	for i, x := range articles {
		in[i] = plainly(x)
	}
	s := ScoreCopies(gold, in, func(i int) string { return articles[i].Name[:8] })
	t.Log(s.String(), strings.Join(s.Wrong, "\n"))
	if s.F1(3) < 0.98 || s.Macro() < 0.88 {
		t.Errorf("below the floor")
	}
}
