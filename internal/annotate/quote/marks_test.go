package quote

import (
	"strings"
	"testing"

	"rapporteur/internal/news"
	"rapporteur/internal/text"
)

func blocks(s string) *news.Document {
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

// TestQuoteds gives texts and what stands between marks in them, by depth:
// ">" marks one that goes on from the paragraph before, "~" one without a
// closing mark, "'" each depth.
func TestQuoteds(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{`"Yes," she said. "No."`, `Yes,|No.`},
		{`He said “yes” and 'no'.`, `yes|no`},
		{`It's the ministers' plan, they don't mind.`, ``},
		{`“He said ‘go’ to me,” she said.`, `He said ‘go’ to me,|'go`},
		{`"He said "go" to me," she said.`, `He said "go" to me,|'go`},
		{"“One.\n“Two.\n“Three,” he said.", `One.~|Two.~>|Three,>`},
		{"“One.\nThe rain fell.\n“Two,” he said.", `One.~|Two,`},
		{`"One. "Two?" he said.`, `One.~|Two?`},
		{`”Wrong way round,” he said.`, `Wrong way round,`},
		{"``Old style,'' he said.", `Old style,`},
		{`„Tief,“ sagte er; «haut», dit-il.`, `Tief,|haut`},
		{`The 5" pipe and the rock 'n' roll band of the '90s.`, ``},
		{`"" “” ""`, ``},
	} {
		var got []string
		for _, q := range quoteds(blocks(c.in)) {
			s := strings.Repeat("'", int(q.depth)) + q.inner.Of(c.in)
			if q.open {
				s += "~"
			}
			if q.goesOn {
				s += ">"
			}
			got = append(got, s)
		}
		if g := strings.Join(got, "|"); g != c.want {
			t.Errorf("%q\n got %s\nwant %s", c.in, g, c.want)
		}
	}
}

func FuzzQuoteds(f *testing.F) {
	f.Add("“One ‘two.\n“Three\" ” «'' `` four», 'tis\n”five")
	f.Fuzz(func(t *testing.T, s string) {
		s = strings.ToValidUTF8(s, "?")
		last := int32(0)
		for i, q := range quoteds(blocks(s)) {
			if !q.outer.Fits(s) || !q.inner.Fits(s) || q.inner.Len() <= 0 || !q.outer.Contains(q.inner) || q.outer.Start < last {
				t.Fatalf("quoted %d: %+v", i, q)
			}
			last = q.outer.Start
		}
	})
}

func TestCueFile(t *testing.T) {
	forms, err := parseCues(cueText)
	if err != nil {
		t.Fatal(err)
	}
	for word, lemma := range map[string]string{"said": "say", "denies": "deny", "vowing": "vow", "told": "tell", "urged": "urge", "quipped": "quip", "stresses": "stress", "pointed": "point out"} {
		found := false
		for _, wf := range forms[word] {
			found = found || wf.verb.lemma == lemma
		}
		if !found {
			t.Errorf("%q is no form of %q", word, lemma)
		}
	}
	for _, bad := range []string{"say", "say speech c", "say say x", "say say c\nsay say c"} {
		if _, err := parseCues(bad); err == nil {
			t.Errorf("%q is taken", bad)
		}
	}
}
