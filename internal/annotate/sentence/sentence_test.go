package sentence

import (
	"strings"
	"testing"

	"rapporteur/internal/annotate/token"
	"rapporteur/internal/news"
	"rapporteur/internal/text"
)

// read makes a report of paragraphs, the first of them a headline when head.
func read(head bool, paragraphs ...string) *news.Analysis {
	doc := &news.Document{Text: strings.Join(paragraphs, "\n\n")}
	at := 0
	for i, p := range paragraphs {
		kind := news.Paragraph
		if i == 0 && head {
			kind = news.Headline
		}
		doc.Blocks = append(doc.Blocks, news.Block{Span: text.At(at, at+len(p)), Kind: kind})
		at += len(p) + 2
	}
	a := &news.Analysis{Doc: doc}
	a.Tokens = token.Tokens(a)
	return a
}

func TestSentences(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"Ballots were burnt. Nobody was hurt.", "Ballots were burnt.|Nobody was hurt."},
		{"\"We saw smoke,\" said Gen. Okoro. \"It was black.\" He left.", "\"We saw smoke,\" said Gen. Okoro.|\"It was black.\"|He left."},
		{"The U.S. envoy met J.D. Marlowe at 8 a.m. on Monday.", "The U.S. envoy met J.D. Marlowe at 8 a.m. on Monday."},
		{"He lives in the U.S. He likes it.", "He lives in the U.S.|He likes it."},
		{"Why now? Because! (It was late.) Then...", "Why now?|Because!|(It was late.)|Then..."},
		{"It was... odd.", "It was... odd."},
		{"He asked \"Who won?\" and left.", "He asked \"Who won?\" and left."},
	} {
		a := read(false, c.in)
		var out []string
		for _, s := range Sentences(a) {
			out = append(out, s.Span.Of(c.in))
		}
		if got := strings.Join(out, "|"); got != c.want {
			t.Errorf("%q\n got  %s\n want %s", c.in, got, c.want)
		}
	}
}

func TestHeadlineIsOneSentence(t *testing.T) {
	a := read(true, "Envoys gone. Who wins? Nobody.", "One. Two.")
	got := Sentences(a)
	if len(got) != 3 || got[0].Block != 0 || got[1].Block != 1 {
		t.Errorf("got %+v", got)
	}
}

// checkTiling fails unless the sentences of a tile its tokens, each in one block.
func checkTiling(t *testing.T, a *news.Analysis) {
	t.Helper()
	next := news.TokenID(1)
	for i, s := range Sentences(a) {
		if s.First != next || s.Last < s.First || int(s.Last) > len(a.Tokens) {
			t.Fatalf("sentence %d is %d to %d, want it to begin at %d", i, s.First, s.Last, next)
		}
		if s.Span != a.Tokens[s.First-1].Span.Cover(a.Tokens[s.Last-1].Span) {
			t.Fatalf("sentence %d covers %v", i, s.Span)
		}
		next = s.Last + 1
	}
	if int(next) != len(a.Tokens)+1 {
		t.Fatalf("tokens from %d are in no sentence", next)
	}
}

func FuzzSentences(f *testing.F) {
	f.Add("a. B", "\" ) . ?")
	f.Add("...", "")
	f.Fuzz(func(t *testing.T, one, two string) {
		checkTiling(t, read(true, strings.ToValidUTF8(one, "?"), strings.ToValidUTF8(two, "?")))
	})
}

func BenchmarkSentences(b *testing.B) {
	a := read(false, strings.Repeat("The envoy left. \"It was late,\" said Gen. Okoro. Nobody came. ", 80))
	b.ReportAllocs()
	for b.Loop() {
		Sentences(a)
	}
}

func TestNoSentenceIsEndless(t *testing.T) {
	words := strings.Repeat("he said ", 1000)
	a := &news.Analysis{Doc: &news.Document{Text: words, Blocks: []news.Block{{Span: text.At(0, len(words))}}}}
	for at := range 2000 {
		start := at/2*8 + at%2*3
		a.Tokens = append(a.Tokens, news.Token{Span: text.At(start, start+2+at%2*2)})
	}
	got := Sentences(a)
	for _, s := range got {
		if s.Last-s.First >= longest {
			t.Errorf("a sentence of %d tokens", s.Last-s.First+1)
		}
	}
	if len(got) != 5 || got[4].Last != 2000 {
		t.Errorf("%d sentences, the last ends at token %d", len(got), got[len(got)-1].Last)
	}
}
