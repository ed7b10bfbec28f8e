package relate

import (
	"encoding/json"
	"math/rand/v2"
	"strings"
	"testing"

	"rapporteur/internal/news"
	"rapporteur/internal/record"
	"rapporteur/internal/text"
)

// written is a report by us with one named speaker and one quote, built by
// hand: no stage of annotation runs here.
func written(outlet, day, body, name, said string) *news.Analysis {
	d := &news.Document{Outlet: outlet, Text: body, Published: news.Stamp{Value: day, Basis: news.Given}}
	a := &news.Analysis{Doc: d, Sentences: []news.Sentence{{Span: text.At(0, len(body))}}}
	at := find(body, name)
	a.Mentions = []news.Mention{{Span: at, Kind: news.Person, Sentence: 1, Chain: 1}}
	a.Chains = []news.Chain{{Kind: news.Person, Name: name, Named: true, Mentions: []news.MentionID{1}}}
	a.Quotes = []news.Quote{{Form: news.Direct, Parts: []text.Span{find(body, said)}, Speaker: news.Party{Chain: 1, Span: at}, Sentence: 1, Confidence: 0.9, Rule: "test"}}
	return a
}

func find(body, part string) text.Span {
	for i := 0; i+len(part) <= len(body); i++ {
		if body[i:i+len(part)] == part {
			return text.At(i, i+len(part))
		}
	}
	panic("the test's own words are not in the test's own text: " + part)
}

func sample() []*news.Analysis {
	return []*news.Analysis{
		written("Morning Herald", "2031-03-04", `Anna Vask said: "The bridge will open in May."`, "Anna Vask", "The bridge will open in May."),
		written("Evening Post", "2031-03-05", `"The bridge opens in May," Anna Vask told reporters.`, "Anna Vask", "The bridge opens in May,"),
		written("Evening Post", "", `"We are late," Peter Orlen said.`, "Peter Orlen", "We are late,"),
	}
}

func printed(t *testing.T, r *record.Record) string {
	t.Helper()
	var out strings.Builder
	e := json.NewEncoder(&out)
	for l := range r.Lines() {
		if err := e.Encode(l); err != nil {
			t.Fatal(err)
		}
	}
	return out.String()
}

func TestRecordIsSound(t *testing.T) {
	for _, err := range Relate(sample()).Check() {
		t.Error(err)
	}
}

func TestOrderAndDoublesChangeNothing(t *testing.T) {
	want := printed(t, Relate(sample()))
	r := rand.New(rand.NewPCG(1, 2))
	for range 50 {
		in := append(sample(), sample()[r.IntN(3)])
		r.Shuffle(len(in), func(i, j int) { in[i], in[j] = in[j], in[i] })
		if got := printed(t, Relate(in)); got != want {
			t.Fatalf("another order gives another record:\n%s\nwant\n%s", got, want)
		}
	}
}

// TestAnyOrderOfManyReports holds the law on reports with stories, copies,
// quotes, events and figures that belong together.
func TestAnyOrderOfManyReports(t *testing.T) {
	in := newWorld(3).reports(60)
	rec := Relate(in)
	for _, err := range rec.Check() {
		t.Error(err)
	}
	if len(rec.Stories) >= len(in) || len(rec.Differences) == 0 {
		t.Fatalf("%d stories and %d differences of %d reports: nothing was related", len(rec.Stories), len(rec.Differences), len(in))
	}
	want := printed(t, rec)
	r := rand.New(rand.NewPCG(5, 6))
	for range 8 {
		more := append(append([]*news.Analysis{}, in...), in[r.IntN(len(in))])
		r.Shuffle(len(more), func(i, j int) { more[i], more[j] = more[j], more[i] })
		if printed(t, Relate(more)) != want {
			t.Fatal("another order gives another record")
		}
	}
}

func TestWordsAreFields(t *testing.T) {
	for _, s := range []string{"", " ", "one", " one\ttwo \n three\u00a0four\u2003", "a\xff b \xff"} {
		if n := len(strings.Fields(s)); words(s) != n {
			t.Errorf("%q: %d words, want %d", s, words(s), n)
		}
	}
}
