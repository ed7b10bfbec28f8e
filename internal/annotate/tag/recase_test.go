package tag

import (
	"testing"

	"rapporteur/internal/annotate/lex"
	"rapporteur/internal/annotate/sentence"
	"rapporteur/internal/annotate/token"
	"rapporteur/internal/learn"
	"rapporteur/internal/news"
	"rapporteur/internal/text"
)

// TestHeadlinesAreReadAsRunningText has the words of a headline written as the
// text below it writes them, and others as the dictionary has them.
func TestHeadlinesAreReadAsRunningText(t *testing.T) {
	const body = "Envoys of Mirenia and Brenn will soon leave, and Ada Brenn said why."
	for head, want := range map[string][]string{
		"Brenn Says Envoys Will Leave Mirenia": {"Brenn", "says", "envoys", "will", "leave", "Mirenia"},
		"BRENN SAYS ENVOYS WILL LEAVE MIRENIA": {"Brenn", "says", "envoys", "will", "leave", "Mirenia"},
	} {
		doc := &news.Document{Text: head + "\n\n" + body + " The envoys said that Mirenia was far."}
		doc.Blocks = []news.Block{{Span: text.At(0, len(head))}, {Span: text.At(len(head)+2, len(doc.Text))}}
		a := &news.Analysis{Doc: doc}
		a.Tokens = token.Tokens(a)
		a.Sentences = sentence.Sentences(a)
		forms := lex.Forms(a)
		r := recaser{t: tagger(t)}
		for i, f := range r.quiet(a, forms, a.Sentences[0]) {
			if f != lex.FormOf(want[i]) {
				t.Errorf("%s: word %d is not read as %q", head, i, want[i])
			}
		}
		last := a.Sentences[len(a.Sentences)-1]
		for i, f := range r.quiet(a, forms, last) {
			if f != forms[int(last.First)-1+i] {
				t.Errorf("word %d of running text is changed", i)
			}
		}
	}
}

// tagger knows "says" as a verb.
func tagger(t *testing.T) *Tagger {
	t.Helper()
	f := lex.FormOf("says")
	d := learn.NewDictionary(1)
	d.Row(WordKey(&f), []uint8{0}, []int8{126})
	return &Tagger{Labels: []Label{{UPOS: news.VERB}}, words: d.Build()}
}

// TestOnlyCapitalsTakenAwayChangeAWord keeps words that begin small as they are.
func TestOnlyCapitalsTakenAwayChangeAWord(t *testing.T) {
	small := lex.FormOf("says")
	for word, want := range map[string]string{"Says": "says", "SAYS": "says", "iPhone": "iPhone"} {
		if got := wordAs(word, &small); got != want {
			t.Errorf("%s is taken for %s, want %s", word, got, want)
		}
	}
}
