package lex

import (
	"strings"
	"testing"

	"rapporteur/internal/news"
)

func TestDataFilesLoad(t *testing.T) {
	if _, err := Load(); err != nil {
		t.Fatal(err)
	}
}

// words looks phrases up as the stages do: token by token.
func find(words string) (*Entry, int) {
	w := strings.Fields(words)
	return Default().Name(0, len(w), func(i int) string { return w[i] })
}

func TestName(t *testing.T) {
	for _, c := range []struct {
		words, canon string
		class        Class
		n            int
	}{
		{"U.S. officials", "United States", State, 1},
		{"US officials", "United States", State, 1},
		{"us officials", "", None, 0},
		{"U.S. - Russian relations", "United States", State, 1},
		{"Saudi Arabia and", "Saudi Arabia", State, 2},
		{"SAUDI ARABIA and", "Saudi Arabia", State, 2},
		{"Saudi officials", "Saudi Arabia", Demonym, 1},
		{"South Korean president", "South Korea", Demonym, 2},
		{"Guinea - Bissau votes", "Guinea-Bissau", State, 3},
		{"Côte d'Ivoire voted", "Ivory Coast", State, 2},
		{"the Kremlin", "", None, 0},
		{"Kremlin spokesman", "Russia", Seat, 1},
		{"White House said", "United States", Seat, 2},
		{"E.U. chief", "European Union", IGO, 1},
		{"The Daily Telegraph on", "The Daily Telegraph", Outlet, 3},
		{"Washington , D.C. on", "United States", Capital, 3},
		{"Russians", "Russia", Demonym, 1},
		{"Turkey", "Turkey", State, 1},
		{"turkey", "", None, 0},
		{"- France", "", None, 0},
		{"", "", None, 0},
	} {
		e, n := find(c.words)
		if e == nil {
			e = &Entry{}
		}
		if e.Canon != c.canon || e.Class != c.class || n != c.n {
			t.Errorf("%q: %q class %d over %d words, want %q class %d over %d", c.words, e.Canon, e.Class, n, c.canon, c.class, c.n)
		}
	}
}

func TestOfficeTakesTheLongest(t *testing.T) {
	w := strings.Fields("Deputy Foreign Minister of")
	o, n := Default().Office(0, len(w), func(i int) string { return w[i] })
	if o == nil || o.Title != "deputy foreign minister" || n != 3 || !o.Office {
		t.Errorf("got %+v over %d words", o, n)
	}
}

func TestHonorificsAndGivenNames(t *testing.T) {
	l := Default()
	if h := l.Honorific("Mr."); h == nil || h.Gender != news.Masculine {
		t.Errorf("Mr.: %+v", h)
	}
	if h := l.Honorific("Gen."); h == nil || h.Rank != "general" {
		t.Errorf("Gen.: %+v", h)
	}
	if g, ok := l.Given("Angela"); !ok || g != news.Feminine {
		t.Errorf("Angela: %v %v", g, ok)
	}
	if g, ok := l.Given("Kim"); !ok || g != news.UnknownGender {
		t.Errorf("Kim is given to both: %v %v", g, ok)
	}
	if _, ok := l.Given("Ambiguousness"); ok {
		t.Error("an ordinary word is taken for a given name")
	}
}

func BenchmarkName(b *testing.B) {
	w := strings.Fields("Top officials of Saudi Arabia and of the United States will meet in Riyadh on Tuesday to speak of the war")
	word := func(i int) string { return w[i] }
	b.ReportAllocs()
	for b.Loop() {
		for i := range w {
			Default().Name(i, len(w), word)
		}
	}
}
