package eval

import (
	"slices"
	"strings"
	"testing"

	"rapporteur/internal/news"
	"rapporteur/internal/relate/reuse"
	"rapporteur/internal/relate/story"
)

func TestStories(t *testing.T) {
	haveStories(t)
	articles, err := LoadArticles(sharedFolder + "/data/stories/news-cluster")
	if err != nil {
		t.Fatal(err)
	}
	slices.SortFunc(articles, func(a, b Article) int {
		return strings.Compare(orLast(a.Day)+a.Name, orLast(b.Day)+b.Name)
	})
	in := make([]*news.Analysis, len(articles))
	gold, found := make([]int, len(in)), make([]int, len(in))
	for i, x := range articles {
		in[i], gold[i] = plainly(x), x.Group.EventID
	}
	var copies [][2]int32
	for _, p := range reuse.Find(in, reuse.FurnitureOf(in)).Pairs {
		if p.Class >= reuse.Derived {
			copies = append(copies, [2]int32{p.A, p.B})
		}
	}
	stories := story.Group(in, copies, nil)
	for k, s := range stories {
		names := ""
		for _, i := range s.Reports {
			found[i] = k
			names += " " + articles[i].Name[:6]
		}
		t.Log(k, gold[s.Reports[0]], names)
	}
	for i := range in {
		if gold[i] != gold[stories[found[i]].Reports[0]] {
			t.Log("mixed:", articles[i].Name[:6], gold[i], articles[i].Day, articles[i].Title, "| in |", articles[stories[found[i]].Reports[0]].Title)
		}
	}
	s := ScoreClusters(gold, found)
	t.Log(s, len(stories), "stories")
	if s.F1() < 0.93 {
		t.Errorf("below the floor")
	}
}

func orLast(day string) string {
	if day == "" {
		return "~"
	}
	return day
}
