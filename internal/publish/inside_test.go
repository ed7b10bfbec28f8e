package publish

import (
	"math/rand"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"rapporteur/internal/record"
)

func ptr(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}

func TestWhenWords(t *testing.T) {
	for _, c := range []struct{ value, from, to, precision, approx, want string }{
		{"2031-05-12", "2031-05-12", "2031-05-13", "day", "", "Mon 12 May 2031"},
		{"2031-05-12TMO", "2031-05-12", "2031-05-13", "part-of-day", "", "Mon 12 May 2031, morning"},
		{"2031-05-12T14:05", "2031-05-12", "2031-05-13", "minute", "", "Mon 12 May 2031, 14:05"},
		{"2031-W20", "2031-05-12", "2031-05-19", "week", "", "week of 12 May 2031"},
		{"2031-05", "2031-05-01", "2031-06-01", "month", "before", "before May 2031"},
		{"2031-Q2", "2031-04-01", "2031-07-01", "quarter", "", "2nd quarter of 2031"},
		{"2031", "2031-01-01", "2032-01-01", "year", "about", "about 2031"},
		{"203", "2030-01-01", "2040-01-01", "decade", "", "the 2030s"},
		{"", "2031-05-12", "2031-05-15", "day", "", "12 to 14 May 2031"},
		{"", "2031-05-30", "2031-06-02", "day", "", "30 May 2031 to 1 Jun 2031"},
		{"P4Y", "", "", "unknown", "", ""},
		{"", "soon", "", "day", "", ""},
	} {
		tm := &record.Time{Value: ptr(c.value), From: ptr(c.from), To: ptr(c.to), Precision: c.precision, Approximate: ptr(c.approx)}
		if got := whenWords(tm); got != c.want {
			t.Errorf("%+v is %q, want %q", c, got, c.want)
		}
	}
	if whenWords(nil) != "" {
		t.Error("no time has words")
	}
}

func TestSpanWords(t *testing.T) {
	for want, c := range map[string][2]string{
		"12 May 2031":                        {"2031-05-12", "2031-05-12"},
		"3 to 17 May 2031":                   {"2031-05-03", "2031-05-17"},
		"30 April to 2 May 2031":             {"2031-04-30", "2031-05-02"},
		"30 December 2030 to 2 January 2031": {"2030-12-30", "2031-01-02"},
		"":                                   {"", "2031-01-02"},
	} {
		if got := spanWords(c[0], c[1]); got != want {
			t.Errorf("%v is %q, want %q", c, got, want)
		}
	}
}

// Marks nest, whatever stretches are marked, and none of their bytes is lost.
func TestPiecesNest(t *testing.T) {
	txt := "abcdefghijklmnopqrstuvwxyz"
	for seed := range int64(500) {
		r := rand.New(rand.NewSource(seed))
		names := map[[2]int]string{}
		for i := range 1 + r.Intn(6) {
			a, b := r.Intn(26), r.Intn(26)
			if a < b {
				names[[2]int{a, b + 1}] = letters(i)
			}
		}
		checkPieces(t, txt, names)
	}
}

func checkPieces(t *testing.T, txt string, names map[[2]int]string) {
	t.Helper()
	inside, depth, whole := map[string]string{}, 0, ""
	at := 0
	for _, p := range pieces(txt, 0, len(txt), names) {
		depth += len(p.Open)
		for span := range names {
			if at >= span[0] && at < span[1] {
				inside[names[span]] += p.Text
			}
		}
		whole += p.Text
		covered := false
		for span := range names {
			covered = covered || (at >= span[0] && at < span[1])
		}
		if covered != (depth > 0) {
			t.Fatalf("%v: %q is marked: %v, want %v", names, p.Text, depth > 0, covered)
		}
		at += len(p.Text)
		if depth -= p.Close; depth < 0 {
			t.Fatalf("%v: more marks closed than open", names)
		}
	}
	if whole != txt || depth != 0 {
		t.Fatalf("%v: %q, %d marks left open", names, whole, depth)
	}
	for span, name := range names {
		if inside[name] != txt[span[0]:span[1]] {
			t.Fatalf("%v: mark %s holds %q", names, name, inside[name])
		}
	}
}

func TestLetters(t *testing.T) {
	for n, want := range map[int]string{0: "a", 25: "z", 26: "aa", 51: "az", 52: "ba", 702: "aaa"} {
		if got := letters(n); got != want {
			t.Errorf("letters(%d) = %q, want %q", n, got, want)
		}
	}
}

func TestDigits(t *testing.T) {
	for v, want := range map[float64]string{0: "0", 12: "12", 1234: "1,234", 150000: "150,000", -4500000: "-4,500,000", 2.5: "2.5"} {
		if got := digits(v); got != want {
			t.Errorf("digits(%v) = %q, want %q", v, got, want)
		}
	}
}

func TestWebAddress(t *testing.T) {
	for in, want := range map[string]string{
		"https://courier.example/a?b=c": "https://courier.example/a?b=c",
		"http://x.example/":             "http://x.example/",
		"javascript:alert(1)":           "",
		"JAVASCRIPT:alert(1)":           "",
		"data:text/html,x":              "",
		"//x.example":                   "",
		"folder/a.txt":                  "",
		"https://":                      "",
		"https://x.example/\u202egnp":   "",
		"https://x.example/a\nb":        "",
	} {
		if got := webAddress(in); got != want {
			t.Errorf("webAddress(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestPlain(t *testing.T) {
	for in, want := range map[string]string{
		"a  b\n\tc ":            "a b c",
		"\x1b[31mred\x07":       "[31mred",
		"\u202eabc\u202c\u2066": "abc",
		"a\u0085b\u2028c":       "a b c",
		"soft\u00adhyphen":      "softhyphen",
		"می\u200cخواهم":         "می\u200cخواهم",
		"bad\xffbyte":           "bad\uFFFDbyte",
		"plain":                 "plain",
		"":                      "",
	} {
		if got := Plain(in); got != want {
			t.Errorf("Plain(%q) = %q, want %q", in, got, want)
		}
	}
}

func FuzzPlain(f *testing.F) {
	f.Add("a  b\u202e\x1b[2J\xff")
	f.Fuzz(func(t *testing.T, s string) {
		p := Plain(s)
		if !utf8.ValidString(p) || strings.TrimSpace(p) != p || Plain(p) != p {
			t.Fatalf("Plain(%q) = %q", s, p)
		}
		for _, r := range p {
			if unicode.IsControl(r) || unicode.In(r, unicode.Bidi_Control) {
				t.Fatalf("Plain(%q) keeps %U", s, r)
			}
		}
		if n := utf8.RuneCountInString(Shorten(p, 20)); n > 20 {
			t.Fatalf("Shorten gives %d runes", n)
		}
	})
}

func TestNounsAreRead(t *testing.T) {
	if len(nouns) < 20 || nouns["meet"] != "meeting" {
		t.Errorf("%d nouns, meet is %q", len(nouns), nouns["meet"])
	}
	for line := range strings.Lines(nounsText) {
		if line = strings.TrimSpace(line); line != "" && line[0] != '#' && strings.Count(line, "\t") != 1 {
			t.Errorf("nouns.txt: %q is not a word, a tab and a noun", line)
		}
	}
}

func TestEventName(t *testing.T) {
	for _, c := range []struct{ label, place, want string }{
		{"meet", "Ilvane", "Meeting in Ilvane"}, {"fly", "Ilvane", "Journey to Ilvane"}, {"visit", "", "Visit"},
		{"phone", "Ilvane", "Phone call in Ilvane"}, {"tour", "Karsk", "Tour of Karsk"}, {"seize ships", "", "Seize ships"},
	} {
		e := &record.Event{Class: "CONSULT", Label: c.label}
		if got := eventName(e, &Party{Name: c.place}); got != c.want {
			t.Errorf("%q in %q is headed %q, want %q", c.label, c.place, got, c.want)
		}
	}
}

func TestIsAct(t *testing.T) {
	for label, want := range map[string]bool{"send observers": true, "the plan": false, "peace": false, "Velt": false} {
		p := &record.Position{Issue: record.Issue{Label: label}, Evidence: []record.Evidence{{Sentence: "Karsk would not send observers, refused the plan, peace and to Velt."}}}
		if got := isAct(p); got != want {
			t.Errorf("%q is an act: %v, want %v", label, got, want)
		}
	}
}

func TestSpellings(t *testing.T) {
	e := &record.Entity{EntKind: "person", Name: "Josef Harn", Offices: []record.Office{{Title: "special envoy"}}}
	for _, v := range []string{"Josef Harn", "Harn", "Mr Harn", "Special Envoy Harn", "Karsk envoy Joseph Harn", "Mr. Harn", "Harne"} {
		e.Variants = append(e.Variants, record.Variant{Text: v, Count: 1})
	}
	if got := strings.Join(spellings(e), "; "); got != "Harne; Joseph Harn" {
		t.Errorf("other spellings: %s", got)
	}
}

func TestSameOffice(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{{"envoy", "envoy, Karsk", true}, {"envoy", "envoy", true}, {"envoy", "envoys, Karsk", false}, {"envoy, Karsk", "envoy", false}} {
		if got := sameOffice(c.a, c.b); got != c.want {
			t.Errorf("%q is %q: %v", c.a, c.b, got)
		}
	}
}

func TestLongSentencesAreCut(t *testing.T) {
	txt := strings.Repeat("東京 ", 5000)
	lo, hi := around(txt, &record.Evidence{Start: 21000, End: 21003, Sentence: txt})
	if lo > 21000 || hi < 21003 || hi-lo > longSentence || !utf8.ValidString(txt[lo:hi]) {
		t.Errorf("printed %d-%d", lo, hi)
	}
}

// TestRejectedEntitiesAndStories: nobody is listed who is nobody, and a story
// that is none leaves its reports to stand alone.
func TestRejectedEntitiesAndStories(t *testing.T) {
	r := &record.Record{Reports: []record.Report{{ID: "r1", Text: "a"}, {ID: "r2", Text: "b"}},
		Stories:  []record.Story{{ID: "s1", Label: "One", Reports: []record.ID{"r1"}}, {ID: "s2", Label: "Two", Reports: []record.ID{"r2"}}},
		Entities: []record.Entity{{ID: "e1", Name: "Nobody"}, {ID: "e2", Name: "Somebody"}}}
	no := record.Rejected
	r.Stories[1].Review, r.Entities[0].Review = &no, &no
	x := newIndex(r, Options{}.withDefaults())
	if len(x.entities) != 1 || x.entities["e2"] == nil {
		t.Errorf("%d entities", len(x.entities))
	}
	if len(x.stories) != 2 || x.stories[0].Label != "One" || x.storyOf["r2"].ID != "rest" {
		t.Errorf("%d stories, the report of the rejected one is in %s", len(x.stories), x.storyOf["r2"].ID)
	}
}

func TestAPartIsOfTheWhole(t *testing.T) {
	three := 3.0
	for of, want := range map[string]string{"the dam's six gates": "3 of the dam's six gates", "its gates": "3 of its gates", "gates": "3 gates", "the death toll": "3, the death toll"} {
		c := &chapter{index: &index{}}
		f := record.Figure{Value: &three, Of: &of}
		if got := c.figureWorded(&f).What; got != want {
			t.Errorf("%s: %q, want %q", of, got, want)
		}
	}
}

func TestPaired(t *testing.T) {
	for in, want := range map[string]string{"": "", "plain": "plain", "“whole” words": "“whole” words", "empower” women": "empower women", "the town “must welcome": "the town must welcome",
		"“a” and “b": "“a” and b", "a “b “c” d": "a b “c” d", `one " alone`: "one  alone", `"two" marks`: `"two" marks`} {
		if got := paired(in); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}

func TestTheSurestOfTheLessCertainComesFirst(t *testing.T) {
	s := &Story{Unsure: []*Statement{{Text: "a", Confidence: 0.1}, {Text: "b", Confidence: 0.4}, {Text: "c", Confidence: 0.4}}}
	var got string
	for _, it := range s.outlineUnsure(&Brief{}).Groups[0].Items {
		got += it.Text
	}
	if got != "bca" {
		t.Errorf("%q, want b and c in their order, then a", got)
	}
}
