package page

import (
	"bytes"
	"testing"
	"unicode/utf8"

	"rapporteur/internal/news"
	"rapporteur/internal/publish"
	"rapporteur/internal/record"
)

// Whatever a report says and wherever statements stand in it, the page is valid
// UTF-8, its marks are balanced, and none of the report's words is markup.
func FuzzBrief(f *testing.F) {
	f.Add("A said <b>yes</b>. B denied it.", "A said <b>yes</b>.", 0, 10, 5, 20)
	f.Add("東京\u202e\xff. x", "", 1, 4, 0, 3)
	f.Fuzz(func(t *testing.T, txt, sentence string, a, b, c, d int) {
		r := &record.Record{Reports: []record.Report{{Type: "report", ID: "r", Text: txt, Title: &txt, Outlet: &sentence}}}
		for i, s := range [][2]int{{a, b}, {c, d}} {
			if s[0] < 0 || s[0] >= s[1] || s[1] > len(txt) {
				continue
			}
			exact := txt[s[0]:s[1]]
			r.Quotes = append(r.Quotes, record.Quote{Type: "quote", ID: record.ID(rune('a' + i)), Form: news.Direct, Text: exact, Base: record.Base{Confidence: 1},
				Evidence: []record.Evidence{{Report: "r", Start: s[0], End: s[1], Exact: exact, Sentence: sentence}}})
		}
		var out bytes.Buffer
		if err := Brief(&out, publish.NewBrief(r, nil, publish.Options{})); err != nil {
			t.Fatal(err)
		}
		if open, closed := bytes.Count(out.Bytes(), []byte("<mark")), bytes.Count(out.Bytes(), []byte("</mark>")); open != closed {
			t.Fatalf("%d marks begin and %d end", open, closed)
		}
		if !utf8.Valid(out.Bytes()) {
			t.Fatal("the page is no UTF-8")
		}
		if bytes.Contains(out.Bytes(), []byte("<script")) || bytes.Contains(out.Bytes(), []byte("<b>yes")) {
			t.Fatal("words of the report act as markup")
		}
	})
}
