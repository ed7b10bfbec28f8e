package when

import (
	"math/rand/v2"
	"strings"
	"testing"

	"rapporteur/internal/annotate/token"
	"rapporteur/internal/news"
	"rapporteur/internal/text"
)

// The data files load, and hold what the grammar relies on.
func TestDataFiles(t *testing.T) {
	l := newLexicon()
	if err := l.read("words.txt", wordsFile, addWord); err != nil {
		t.Error(err)
	}
	if err := l.read("around.txt", aroundFile, addHint); err != nil {
		t.Error(err)
	}
	if f, err := readFeasts(feastsFile); err != nil || len(f) < 50 {
		t.Errorf("feasts.txt: %d feasts, %v", len(f), err)
	}
	if n, err := readNames(namesFile); err != nil || len(n) < 50 {
		t.Errorf("names.txt: %d names, %v", len(n), err)
	}
	for w, c := range map[string]class{"march": month | doubtful, "second": ordinal | unit | doubtful, "the": the | article, "night": unit | part | edge} {
		if x := words().find([]byte(w)); x == nil || x.class&c != c {
			t.Errorf("%q is not all it should be: %+v", w, x)
		}
	}
	if x := words().find([]byte("qwerty")); x != nil {
		t.Errorf("an unknown word is %+v", x)
	}
}

func TestBadDataFiles(t *testing.T) {
	for _, bad := range []string{"[nothing]\nword", "word", "[month]\njune=six", "[month]\nmay=5\n[cardinal]\nmay=6"} {
		if err := newLexicon().read("words.txt", bad, addWord); err == nil {
			t.Errorf("words %q load", bad)
		}
	}
	if err := newLexicon().read("around.txt", "[maybe]\ngo", addHint); err == nil {
		t.Error("an unknown section of verbs loads")
	}
	for _, bad := range []string{"Feast", "Feast = ", "= XXXX-01-01", "Feast = XXXX-13-01", "Feast = EASTER"} {
		if _, err := readFeasts(bad); err == nil {
			t.Errorf("feasts %q load", bad)
		}
	}
	for _, bad := range []string{"Fox News Sunday", "[Sunday]", "Fox [] News"} {
		if _, err := readNames(bad); err == nil {
			t.Errorf("names %q load", bad)
		}
	}
}

// shuffled is n words of the vocabulary of times, in any order: what text
// could make the grammar look far.
func shuffled(n int) string {
	words := strings.Fields("the end of last next 10 24 March May 2014 - to and a half years ago early late on Monday in , . early mid the first week days of every twice at 3:30 p.m. GMT before after two")
	r := rand.New(rand.NewPCG(1, 2))
	var b strings.Builder
	for range n {
		b.WriteString(words[r.IntN(len(words))])
		b.WriteByte(' ')
	}
	return b.String()
}

// TestLinear: even one endless sentence of nothing but words of time costs a
// bounded number of steps a word.
func TestLinear(t *testing.T) {
	for _, seed := range []string{shuffled(300), "the end of ", "early ", "10 to ", "the next day ", "a hundred ", "mid-", "Easter ", "last Easter of ",
		"the first quarter of the first week of ", "early in the last week of early ", "the first two weeks of last ", "March of last "} {
		txt := strings.Repeat(seed, 1+40000/len(seed))
		a := &news.Analysis{Doc: &news.Document{Text: txt, Blocks: []news.Block{{Span: text.At(0, len(txt)).Trim(txt)}}, Published: news.Stamp{Value: "2024-02-29"}}}
		a.Tokens = token.Tokens(a)
		a.Sentences = []news.Sentence{{Span: text.At(0, len(txt)), First: 1, Last: news.TokenID(len(a.Tokens))}}
		s := scan{a: a, txt: txt, it: itemize(a)}
		s.run()
		const most = 120
		if n := len(s.it); s.steps > most*n {
			t.Errorf("%.30q: %d steps for %d words", seed, s.steps, n)
		} else {
			t.Logf("%.30q: %d steps a word", seed, s.steps/n)
		}
	}
}
