package coref_test

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"rapporteur/internal/annotate/annotatetest"
	"rapporteur/internal/news"
	"rapporteur/internal/text"
)

// document makes every line of s a paragraph, apart from the next by an empty
// line as intake leaves them.
func document(s string) *news.Document {
	s = strings.ReplaceAll(s, "\n", "\n\n")
	d := &news.Document{Text: s}
	at := 0
	for _, line := range strings.SplitAfter(s, "\n") {
		if span := text.At(at, at+len(line)).Trim(s); span.Len() > 0 {
			d.Blocks = append(d.Blocks, news.Block{Span: span})
		}
		at += len(line)
	}
	return d
}

// TestChains runs testdata/chains.txt: a comment, a text of one paragraph a
// line, "----", and the chains, one a line:
//
//	kind name: mention, title + mention, ... {office of body}
//
// A demonym is marked with a ^, a capital that stands for its state with a !,
// a chain without a name with a ?.
func TestChains(t *testing.T) {
	annotatetest.Run(t, "testdata/chains.txt", document, show)
}

func show(a *news.Analysis) string {
	var b strings.Builder
	for i := range a.Chains {
		c := &a.Chains[i]
		fmt.Fprintf(&b, "%s %s", c.Kind, c.Name)
		if !c.Named {
			b.WriteByte('?')
		}
		b.WriteByte(':')
		for j, id := range c.Mentions {
			m := a.Mention(id)
			if j > 0 {
				b.WriteByte(',')
			}
			if m.Titled != "" {
				b.WriteString(" " + m.Titled + " +")
			}
			b.WriteString(" " + m.Span.Of(a.Doc.Text))
			b.WriteString(map[news.MentionForm]string{news.Demonym: "^", news.Headless: "!"}[m.Form])
		}
		for _, o := range c.Offices {
			fmt.Fprintf(&b, " {%s}", strings.TrimSpace(strings.Join(strings.Fields(o.Tense+" "+o.Title+" of "+o.Of), " ")))
		}
		b.WriteByte('\n')
	}
	return b.String()
}

func FuzzChains(f *testing.F) {
	data, err := os.ReadFile("testdata/chains.txt")
	if err != nil {
		f.Fatal(err)
	}
	for _, c := range strings.Split(string(data), "====\n") {
		f.Add(c)
	}
	f.Fuzz(func(t *testing.T, s string) {
		s = s[:min(len(s), 1<<12)]
		s = strings.ToValidUTF8(s, "?")
		check(t, annotatetest.Annotator().Annotate(document(s)))
	})
}

// check proves what holds of mentions and chains whatever the text.
func check(t *testing.T, a *news.Analysis) {
	t.Helper()
	n := 0
	for i := range a.Mentions {
		m := &a.Mentions[i]
		if !m.Span.Fits(a.Doc.Text) || m.Span.Len() == 0 || m.First < 1 || m.Last < m.First || int(m.Last) > len(a.Tokens) {
			t.Fatalf("mention %d does not stand in the text: %+v", i+1, *m)
		}
		if i > 0 && m.Span.Start < a.Mentions[i-1].Span.Start {
			t.Fatalf("mention %d stands before mention %d", i+1, i)
		}
		if m.Chain != 0 {
			n++
		}
	}
	for i := range a.Chains {
		c := &a.Chains[i]
		if len(c.Mentions) == 0 || c.Name == "" {
			t.Fatalf("chain %d is empty or has no name: %+v", i+1, *c)
		}
		for _, id := range c.Mentions {
			if n--; int(a.Mention(id).Chain) != i+1 {
				t.Fatalf("mention %d is not of chain %d", id, i+1)
			}
		}
		for _, o := range c.Offices {
			if o.Title == "" || !o.Span.Fits(a.Doc.Text) {
				t.Fatalf("chain %d: office %+v", i+1, o)
			}
		}
	}
	if n != 0 {
		t.Fatalf("%d mentions name a chain that does not list them", n)
	}
}
