package figure

import (
	"fmt"
	"math"
	"strconv"
	"strings"
	"testing"

	"rapporteur/internal/annotate/grammar"
	"rapporteur/internal/annotate/grammar/grammartest"
	"rapporteur/internal/news"
	"rapporteur/internal/text"
)

func TestDataLoads(t *testing.T) {
	if _, err := read(); err != nil {
		t.Fatal(err)
	}
}

// tagged builds an Analysis of one sentence from "word/UPOS" pairs; a word
// without a tag is a punctuation mark. There is no tree.
func tagged(line string) *news.Analysis {
	upos := map[string]news.UPOS{"N": news.NOUN, "V": news.VERB, "A": news.ADJ, "P": news.PROPN, "D": news.DET, "C": news.NUM, "R": news.ADV, "I": news.ADP, "X": news.AUX}
	a := &news.Analysis{Doc: &news.Document{}, Done: news.Tokens | news.Sentences | news.Tags}
	var b strings.Builder
	for i, f := range strings.Fields(line) {
		word, tag, _ := strings.Cut(f, "/")
		if i > 0 && !strings.HasPrefix(tag, "+") {
			b.WriteByte(' ')
		}
		start := b.Len()
		b.WriteString(word)
		a.Tokens = append(a.Tokens, news.Token{Span: text.At(start, b.Len())})
		tg := news.Tag{UPOS: upos[strings.TrimPrefix(tag, "+")], Lemma: strings.TrimSuffix(strings.ToLower(word), "s")}
		if tag == "VBN" {
			tg = news.Tag{UPOS: news.VERB, XPOS: news.VBN, Lemma: strings.ToLower(word)}
		}
		if tag == "NNS" {
			tg = news.Tag{UPOS: news.NOUN, XPOS: news.NNS, Lemma: strings.TrimSuffix(strings.ToLower(word), "s")}
		}
		if tag == "" || tag == "+" {
			tg.UPOS = news.PUNCT
		}
		a.Tags = append(a.Tags, tg)
	}
	a.Doc.Text = b.String()
	a.Sentences = []news.Sentence{{Span: text.At(0, b.Len()), First: 1, Last: news.TokenID(len(a.Tokens))}}
	return a
}

func show(a *news.Analysis) string {
	var out []string
	for _, f := range Figures(grammar.New(a)) {
		v := whole(f.Value)
		if f.Vague {
			v = "?"
		}
		high := whole(f.High)
		if f.NoHigh {
			high = "inf"
		}
		out = append(out, fmt.Sprintf("%s %s %s..%s [%s] of %s", v, f.Bound, whole(f.Low), high, f.Unit, f.Of.Of(a.Doc.Text)))
	}
	return strings.Join(out, "; ")
}

func whole(x float64) string { return strconv.FormatFloat(math.Round(x), 'f', -1, 64) }

func TestFigures(t *testing.T) {
	for _, c := range []struct{ line, want string }{
		{"at/I least/A 150,000/C troops/N", "150000 at least 150000..inf [] of troops"},
		{"12/C or/I 13/C wounded/VBN", "12  12..13 [] of wounded"},
		{"twenty/C -/+ five/+C houses/N burned/V", "25  25..25 [] of houses"},
		{"two/C hundred/C and/I six/C sailors/N", "206  206..206 [] of sailors"},
		{"half/D a/D million/C people/N", "500000  500000..500000 [] of people"},
		{"dozens/N of/I houses/N", "?  24..inf [] of houses"},
		{"tens/N of/I thousands/N of/I people/N", "?  20000..inf [] of people"},
		{"$/N 3.5/+C billion/C in/I loans/N", "3500000000  3500000000..3500000000 [USD] of loans"},
		{"about/R 20/C %/+N of/I Varnia/P", "20 about 18..22 [%] of Varnia"},
		{"drove/V a/D 25/C -/+ ton/+N ,/+ unmarked/A truck/N home/R", "25  25..25 [ton] of truck"},
		{"went/V at/I 50/C mph/N", "50  50..50 [mph] of "},
		{"stood/V 50/C m/+N from/I the/D gate/N", "50  50..50 [m] of "},
		{"took/V $/N 50/+C m/+N from/I the/D fund/N", "50000000  50000000..50000000 [USD] of "},
		{"a/D 101/C -/+ metre/+N ship/N", "101  101..101 [m] of ship"},
		{"more/A than/I 400/C people/N", "400 more than 400..inf [] of people"},
		{"a/D 31/C -/+ year/+N -/+ old/+A man/N", ""},
		{"aged/V 45/C", ""},
		{"Resolution/N 2371/C", ""},
		{"Kestrel/P 225/C fell/V", ""},
		{"Kestrel/P Around/P 225/C people/N fell/V", "225 about 203..248 [] of people"},
		{"in/I 1998/C", ""},
		{"won/V 3/C -/+ 1/+C", ""},
		{"call/V 555/C -/+ 1234/+C", ""},
		{"Kestrel/P -/+ 12/+C rockets/N", ""},
		{"at/I 10:30/C", ""},
		{"doses/NNS ,/ about/R 900/C ,/ were/X made/V", "900 about 810..990 [] of doses"},
		{"the/D twins/NNS ,/ 12/C ,/ left/V", ""},
		{"one/C of/I them/N", ""},
		{"one/C person/N was/V killed/VBN", "1  1..1 [] of person"},
		{"the/D two/C sides/N", ""},
		{"all/D three/C will/X speak/V in/I Harl/P", ""},
		{"the/D two/C met/V in/I March/P", ""},
		{"the/D 2014/C Harl/P Valley/P standoff/N", ""},
		{"a/D 12/C -/+ week/+N -/+ old/+A infant/N", ""},
		{"five/C or/I six/C weeks/N ago/R", ""},
		{"about/R 2,014/C houses/N", "2014 about 1813..2215 [] of houses"},
		{"10/C to/I 15/C planes/N", "10  10..15 [] of planes"},
		{"2/C to/I 3/C million/C tons/N of/I grain/N", "2000000  2000000..3000000 [ton] of grain"},
		{"1,2,3/C men/N", ""},
		{"999999999999999999999999999/C men/N", ""},
	} {
		if got := show(tagged(c.line)); got != c.want {
			t.Errorf("%s\n got %q\nwant %q", c.line, got, c.want)
		}
	}
}

// Numbers of play and all of nothing are less certain.
func TestIdleCountsAreLessCertain(t *testing.T) {
	for line, want := range map[string]float32{
		"nine/C points/N won/V it/D":             listConfidence,
		"two/C men/N asked/V the/D goalkeeper/N": listConfidence, "100/C %/+N with/I them/D stood/V": listConfidence,
		"two/C men/N asked/V the/D guard/N": 0.85,
	} {
		got := Figures(grammar.New(tagged(line)))
		if len(got) != 1 || got[0].Confidence != want {
			t.Errorf("%s: %+v, want one of confidence %.2f", line, got, want)
		}
	}
}

// "Four is not six": a number that stands for itself is compared, and by how much
// one is above another is less certain to be a count.
func TestNumbersThatAreCompared(t *testing.T) {
	if got := Figures(grammar.New(grammartest.Parse("2025-03-10", `
		Four CD nummod 4
		is   VBZ cop   4 lemma=be
		not  RB advmod 4
		six  CD root   0`))); len(got) != 0 {
		t.Errorf("four is not six: %+v, want none", got)
	}
	got := Figures(grammar.New(grammartest.Parse("2025-03-10", `
		They   PRP nsubj 2
		freed  VBD root  0 lemma=free
		two    CD nummod 4
		fewer  JJR obj   2 lemma=few
		than   IN mark   6
		agreed VBN advcl 4 lemma=agree`)))
	if len(got) != 1 || got[0].Confidence != listConfidence {
		t.Errorf("two fewer: %+v, want one of confidence %.2f", got, listConfidence)
	}
}

// A number that a hyphen ties to a noun describes a thing, and is less certain
// to be one that anybody counts.
func TestACompoundIsLessCertain(t *testing.T) {
	for line, want := range map[string]float32{
		"an/D eight/C -/+ page/+N letter/N": listConfidence, "eight/C pages/N were/X burned/V": 0.85, "a/D 101/C -/+ metre/+N ship/N sank/V": 0.93,
	} {
		got := Figures(grammar.New(tagged(line + " burned/V")))
		if len(got) != 1 || got[0].Confidence != want {
			t.Errorf("%s: %+v, want one of confidence %.2f", line, got, want)
		}
	}
}

func FuzzFigures(f *testing.F) {
	f.Add("at/I least/A 12/C or/I 13/C men/N")
	f.Add("$/N 1e9/C -/+ a/D half/D million/C %")
	f.Add("two/C hundred/C and/I")
	f.Fuzz(func(t *testing.T, line string) {
		if len(line) > 2000 {
			return
		}
		a := tagged(line)
		for _, g := range Figures(grammar.New(a)) {
			if !g.Span.Fits(a.Doc.Text) || !g.Of.Fits(a.Doc.Text) || math.IsInf(g.Value, 0) || math.IsNaN(g.Value) || math.IsInf(g.High, 0) {
				t.Errorf("%q: %+v", line, g)
			}
		}
	})
}
