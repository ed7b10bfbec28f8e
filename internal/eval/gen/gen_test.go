package gen

import (
	"bytes"
	"encoding/json"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"rapporteur/internal/intake"
	"rapporteur/internal/news"
	"rapporteur/internal/text"
)

func example() []*news.Document {
	const title = "Pelc meets Tarnow"
	body := "Keldrian Foreign Minister Joran Pelc met his Morvanian counterpart, Ilse Tarnow, in Lisel on Monday.\n\n\"Nothing is agreed,\" Pelc told reporters.\n\nThey will meet again on March 21. At least 150 observers and 3,200 soldiers were there in 2019.\n\nFour paragraphs make a report that can be cut."
	return []*news.Document{{
		Title: title, Text: title + "\n\n" + body, Headline: text.Span{Start: 0, End: int32(len(title))},
		Published: news.Stamp{Value: "2024-03-11", Basis: news.Given},
	}}
}

func TestReportsAreTheSameForASeed(t *testing.T) {
	print := func(seed uint64) string {
		var b bytes.Buffer
		if err := WriteLines(&b, Reports(example(), 200, seed)); err != nil {
			t.Fatal(err)
		}
		return b.String()
	}
	first := print(1)
	if again := print(1); again != first {
		t.Error("one seed, two outputs")
	}
	if first == print(2) {
		t.Error("two seeds, one output")
	}
	if n := strings.Count(first, "\n"); n != 200 {
		t.Errorf("%d reports, want 200", n)
	}
}

func TestReportsAreVaried(t *testing.T) {
	urls, copies := map[string]bool{}, 0
	for r := range Reports(example(), 500, 7) {
		if urls[r.URL] {
			t.Fatalf("two reports at %s", r.URL)
		}
		urls[r.URL] = true
		if strings.HasSuffix(r.URL, "/2") {
			copies++
		}
		for _, name := range []string{"Keldria", "Morvania", "Pelc", "Tarnow", "Lisel"} {
			if strings.Contains(r.Title+r.Text, name) {
				t.Fatalf("%s is still in %q", name, r.Text)
			}
		}
	}
	if copies < 50 {
		t.Errorf("%d stories of 500 reports have a copy", copies)
	}
}

// TestWeekdaysHold moves the written dates together with the days of the
// reports: ten days stay ten days.
func TestWeekdaysHold(t *testing.T) {
	for r := range Reports(example(), 50, 3) {
		if !strings.Contains(r.Text, "They will meet again on ") {
			continue // cut
		}
		day, ok := news.ParseDay(r.Published[:len("2006-01-02")])
		if !ok {
			t.Fatalf("no day: %q", r.Published)
		}
		said := day.Add(10)
		if strings.HasSuffix(r.URL, "/1") && !strings.Contains(r.Text, strings.TrimLeft(said.String()[8:], "0")+".") {
			t.Errorf("published %s: %q", r.Published, r.Text)
		}
	}
}

func TestNumbersAreScaled(t *testing.T) {
	w := &world{scale: 2}
	for in, want := range map[string]string{
		"150 observers and 3,200 soldiers": "300 observers and 6,400 soldiers",
		"on March 21 in 2019":              "on March 21 in 2019",
		"the 12 March vote, 5 gates":       "the 12 March vote, 5 gates",
	} {
		if got := w.numbers(in); got != want {
			t.Errorf("numbers(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestLongReportsAreLong(t *testing.T) {
	docs := slices.Repeat(example(), 14)
	for i := range docs {
		d := *docs[i]
		d.Text = strings.Replace(d.Text, "Four paragraphs", strings.Repeat(strings.Repeat("word ", i), 9), 1)
		docs[i] = &d
	}
	words := 0
	for r := range Long(docs, 300, 1, 250) {
		words += len(strings.Fields(r.Text))
	}
	if mean := words / 300; mean < 150 || mean > 300 {
		t.Errorf("%d words in the mean, want about 250", mean)
	}
}

func TestStoriesAreOfManySizes(t *testing.T) {
	docs := slices.Repeat(example(), 14)
	size := map[string]int{}
	for r := range Reports(docs, 2000, 1) {
		story := strings.Split(r.URL, "/")[3]
		size[story]++
	}
	small, large := 0, 0
	for _, n := range size {
		if n <= 2 {
			small++
		}
		if n >= 10 {
			large++
		}
	}
	if small < len(size)/4 || large < len(size)/20 {
		t.Errorf("of %d stories %d are small and %d are large", len(size), small, large)
	}
}

// TestNoNameOfTheExampleStays: whoever the example names, other worlds have
// others, or all of them would be told of the same few parties. Its agency TPA
// is one of several that worlds draw from; a name may come up again by chance.
func TestNoNameOfTheExampleStays(t *testing.T) {
	var docs []*news.Document
	for doc, err := range intake.Read(t.Context(), []string{"../../../examples/reports"}, nil, intake.Options{}) {
		if err != nil {
			t.Fatal(err)
		}
		docs = append(docs, doc)
	}
	const n = 500
	var all []string
	for r := range Long(docs, n, 5, 600) {
		all = append(all, r.Title+" "+r.Text)
	}
	for _, name := range namesOfTheExample(t) {
		words, met := regexp.MustCompile(`\b`+name+`\b`), 0
		for _, s := range all {
			if words.MatchString(s) {
				met++
			}
		}
		if met > n/20 {
			t.Errorf("%s is in %d of %d varied reports", name, met, n)
		}
	}
}

// namesOfTheExample are the last words of who is in its gold file.
func namesOfTheExample(t *testing.T) (names []string) {
	b, err := os.ReadFile("../../../examples/gold.json")
	if err != nil {
		t.Fatal(err)
	}
	var gold struct{ Entities []struct{ Name, Kind string } }
	if err := json.Unmarshal(b, &gold); err != nil {
		t.Fatal(err)
	}
	for _, e := range gold.Entities {
		words := strings.Fields(e.Name)
		if last := words[len(words)-1]; e.Kind == "person" || e.Kind == "state" || e.Kind == "place" || last == "Keldrinform" {
			names = append(names, last)
		}
	}
	if len(names) < 30 {
		t.Fatalf("%d names in the example's gold file", len(names))
	}
	return names
}
