package name

import (
	"testing"

	"rapporteur/internal/annotate/lex"
	"rapporteur/internal/annotate/sentence"
	"rapporteur/internal/annotate/token"
	"rapporteur/internal/learn"
	"rapporteur/internal/news"
	"rapporteur/internal/text"
)

// noWords is dictionaries without a word.
func noWords() Words {
	return Words{Known: learn.NewDictionary(KnownClasses).Build(), Small: learn.NewDictionary(1).Build()}
}

// annotated is a report up to forms, with tags that make every word a noun.
func annotated(txt string) (*news.Analysis, []lex.Form) {
	doc := &news.Document{Text: txt, Blocks: []news.Block{{Span: text.At(0, len(txt))}}}
	a := &news.Analysis{Doc: doc}
	a.Tokens = token.Tokens(a)
	a.Sentences = sentence.Sentences(a)
	a.Tags = make([]news.Tag, len(a.Tokens))
	for i := range a.Tags {
		a.Tags[i].UPOS = news.NOUN
	}
	return a, lex.Forms(a)
}

func TestMemoryKnowsTheLongerName(t *testing.T) {
	a, forms := annotated("Ada Brenn spoke. Brenn left. The will of Will.")
	w := NewWindow(lex.Default(), noWords(), a, forms)
	w.Labels[0], w.Labels[1] = LabelOf(PER, Begin), LabelOf(PER, Last)
	w.Remember()
	if got := w.memory.of(forms[4].Word) >> 2 & 3; got != uint64(PER)+1 {
		t.Errorf("Brenn is remembered in longer names of class %d, want persons", got)
	}
	will := forms[len(forms)-2]
	if w.memory.small(&will) != 1 {
		t.Error("that Will also stands in small letters is forgotten")
	}
}

func TestMentionsComeFromLabels(t *testing.T) {
	a, forms := annotated("Ada Brenn of NATO left France with French envoys.")
	none := noWords()
	n := &Namer{lex: lex.Default(), words: none}
	w := NewWindow(n.lex, none, a, forms)
	w.Labels[0], w.Labels[1] = LabelOf(PER, Begin), LabelOf(PER, Last)
	w.Labels[3], w.Labels[5] = LabelOf(ORG, Whole), LabelOf(LOC, Whole)
	want := []struct {
		words string
		kind  news.Kind
		form  news.MentionForm
	}{
		{"Ada Brenn", news.Person, news.Name}, {"NATO", news.Organization, news.Name},
		{"France", news.State, news.Name}, {"French", news.State, news.Demonym},
	}
	got := n.mentions(a, w)
	if len(got) != len(want) {
		t.Fatalf("got %+v", got)
	}
	for i, m := range got {
		if words := m.Span.Of(a.Doc.Text); words != want[i].words || m.Kind != want[i].kind || m.Form != want[i].form {
			t.Errorf("got %q, %s, %d; want %+v", words, m.Kind, m.Form, want[i])
		}
	}
}

func TestAHyphenTiesAParticleToAName(t *testing.T) {
	a, forms := annotated("Omar al-Tolt met Ada - Brenn")
	none := noWords()
	n := &Namer{lex: lex.Default(), words: none}
	w := NewWindow(n.lex, none, a, forms)
	w.Labels[0], w.Labels[5] = LabelOf(PER, Whole), LabelOf(PER, Whole)
	got := n.mentions(a, w)
	if len(got) != 2 || got[0].Span.Of(a.Doc.Text) != "Omar al-Tolt" || got[1].Span.Of(a.Doc.Text) != "Ada" {
		t.Errorf("got %+v", got)
	}
}

func TestANameWithARankIsAPerson(t *testing.T) {
	a, forms := annotated("Lt. Gen. Marek Tolt left for Sen. Orn and Gen. ")
	none := noWords()
	n := &Namer{lex: lex.Default(), words: none}
	w := NewWindow(n.lex, none, a, forms)
	w.Labels[0], w.Labels[1], w.Labels[2], w.Labels[3] = LabelOf(ORG, Begin), LabelOf(ORG, Inside), LabelOf(ORG, Inside), LabelOf(ORG, Last)
	w.Labels[6], w.Labels[7], w.Labels[9] = LabelOf(LOC, Begin), LabelOf(LOC, Last), LabelOf(ORG, Whole)
	w.people()
	got := n.mentions(a, w)
	if len(got) != 3 || got[0].Span.Of(a.Doc.Text) != "Marek Tolt" || got[0].Kind != news.Person || got[1].Span.Of(a.Doc.Text) != "Orn" || got[1].Kind != news.Person {
		t.Errorf("got %+v", got)
	}
}

func TestParticlesJoinANameOfAPerson(t *testing.T) {
	a, forms := annotated("Ada van der Brenn met Orn Telis and Mara Brenn")
	none := noWords()
	n := &Namer{lex: lex.Default(), words: none}
	w := NewWindow(n.lex, none, a, forms)
	for _, i := range []int{0, 5, 8} {
		w.Labels[i], w.Labels[i+1] = LabelOf(PER, Begin), LabelOf(PER, Last)
	}
	w.Labels[3] = LabelOf(PER, Whole)
	got := n.mentions(a, w)
	if len(got) != 3 || got[0].Span.Of(a.Doc.Text) != "Ada van der Brenn" || got[1].Span.Of(a.Doc.Text) != "Orn Telis" {
		t.Errorf("got %+v", got)
	}
}

// headlined is annotated for a report of two paragraphs.
func headlined(head, body string) (*news.Analysis, []lex.Form) {
	txt := head + "\n\n" + body
	doc := &news.Document{Text: txt, Blocks: []news.Block{{Span: text.At(0, len(head)), Kind: news.Headline}, {Span: text.At(len(head)+2, len(txt))}}}
	a := &news.Analysis{Doc: doc}
	a.Tokens = token.Tokens(a)
	a.Sentences = sentence.Sentences(a)
	a.Tags = make([]news.Tag, len(a.Tokens))
	return a, lex.Forms(a)
}

func TestHeadlinesBorrowTheirNames(t *testing.T) {
	a, forms := headlined("Brenn Says Envoys Will Leave France Soon", "Ada Brenn said that the envoys would soon leave for talks.")
	none := noWords()
	n := &Namer{lex: lex.Default(), words: none}
	w := NewWindow(n.lex, none, a, forms)
	for i := range 3 {
		w.Labels[i] = LabelOf(ORG, Inside) // what a model makes of so many capitals
	}
	w.Labels[0], w.Labels[2] = LabelOf(ORG, Begin), LabelOf(ORG, Last)
	at := int(a.Sentences[1].First - 1)
	w.Labels[at], w.Labels[at+1] = LabelOf(PER, Begin), LabelOf(PER, Last)
	w.Remember()
	n.borrow(w)
	got := n.mentions(a, w)
	if len(got) != 3 || got[0].Span.Of(a.Doc.Text) != "Brenn" || got[0].Kind != news.Person || got[1].Span.Of(a.Doc.Text) != "France" {
		t.Errorf("got %+v", got)
	}
}
