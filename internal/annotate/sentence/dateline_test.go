package sentence

import (
	"strings"
	"testing"

	"rapporteur/internal/news"
	"rapporteur/internal/text"
)

// cut gives the sentences of words apart by spaces, joined by " | ".
func cut(line string) string {
	a := words(line)
	var out []string
	for _, s := range Sentences(a) {
		out = append(out, s.Span.Of(line))
	}
	return strings.Join(out, " | ")
}

// words is a report of one block, with its words apart by spaces.
func words(line string) *news.Analysis {
	a := &news.Analysis{Doc: &news.Document{Text: line, Blocks: []news.Block{{Span: text.At(0, len(line))}}}}
	at := 0
	for _, w := range strings.Fields(line) {
		start := at + strings.Index(line[at:], w)
		at = start + len(w)
		a.Tokens = append(a.Tokens, news.Token{Span: text.At(start, at)})
	}
	return a
}

func TestDateline(t *testing.T) {
	for _, c := range []struct{ line, want string }{
		{"LUTAVA / BRANNIK ( Kestrel ) - The army left", "LUTAVA / BRANNIK ( Kestrel ) - | The army left"},
		{"LUTAVA , March 3 ( Kestrel ) -- The army left", "LUTAVA , March 3 ( Kestrel ) -- | The army left"},
		{"Lutava , March 3 ( Kestrel ) — The army left", "Lutava , March 3 ( Kestrel ) — | The army left"},
		{"( TNA ) The army left", "( TNA ) | The army left"},
		{"( The army left )", "( The army left )"},
		{"Lutava , Varnia : The army left", "Lutava , Varnia : | The army left"},
		{"Trask : \" We left \"", "Trask : \" We left \""},
		{"LUTAVA - A gunman fled", "LUTAVA - | A gunman fled"},
		{"Lutava - A gunman fled", "Lutava - A gunman fled"},
		{"The army - what is left of it - fled", "The army - what is left of it - fled"},
		{"LUTAVA was quiet - for a day", "LUTAVA was quiet - for a day"},
	} {
		if got := cut(c.line); got != c.want {
			t.Errorf("got  %s\nwant %s", got, c.want)
		}
	}
}

// Below a headline and a standfirst only a town with its country is a dateline:
// a name alone is somebody who speaks.
func TestDatelineBelowAStandfirst(t *testing.T) {
	for _, c := range []struct {
		words  string
		before int
		want   int
	}{
		{"Lutava , Varnia : The army left", 2, 3},
		{"Lutava : The army left", 2, -1},
		{"Lutava : The army left", 1, 1},
		{"Lutava , Varnia : The army left", 4, -1},
	} {
		a := words(c.words)
		g := &grouper{a: a, out: make([]news.Sentence, c.before)}
		if got := g.colon(0, len(a.Tokens)-1); got != c.want {
			t.Errorf("%q below %d sentences: %d, want %d", c.words, c.before, got, c.want)
		}
	}
}
