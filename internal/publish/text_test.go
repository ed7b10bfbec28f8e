package publish

import (
	"fmt"
	"strings"
	"testing"
)

// drawn writes paragraphs with their marks as letters in brackets: the link
// stands after a bar.
func drawn(ps []Paragraph) string {
	var b strings.Builder
	for i, p := range ps {
		if i > 0 {
			b.WriteString(" / ")
		}
		for _, a := range p.Also {
			fmt.Fprintf(&b, "(%s)", a)
		}
		for _, s := range p.Pieces {
			for _, o := range s.Open {
				fmt.Fprintf(&b, "[%s:", o.Anchor)
			}
			b.WriteString(s.Text)
			if s.Link != "" {
				b.WriteString("|" + s.Link)
			}
			b.WriteString(strings.Repeat("]", s.Close))
		}
	}
	return b.String()
}

func TestMarked(t *testing.T) {
	for _, test := range []struct {
		name, txt string
		marks     []Mark
		want      string
	}{
		{"none", "a b\nc", nil, "a b / c"},
		{"one", "a bc d", []Mark{{2, 4, "quote", "q"}}, "a [w-2-4:bc|q] d"},
		{"inside another", "abcd", []Mark{{1, 2, "", "in"}, {0, 4, "", "out"}}, "[w-0-4:a|out[w-1-2:b|in]cd|out]"},
		{"crossing", "abcd", []Mark{{0, 3, "", "x"}, {2, 4, "", "y"}}, "[w-0-3:ab|x[w-2-4:c|y]][:d|y]"},
		{"over a line end", "ab\ncd", []Mark{{1, 4, "", "x"}}, "a[w-1-4:b|x] / [:c|x]d"},
		{"two that one line cuts alike", "ab\ncd", []Mark{{1, 3, "", "x"}, {1, 4, "", "y"}}, "(w-1-3)a[w-1-4:b|y] / [:c|y]d"},
		{"the same twice", "abc", []Mark{{1, 2, "", "x"}, {1, 2, "", "y"}}, "a[w-1-2:b|x]c"},
		{"what does not fit", "abc", []Mark{{-1, 2, "", ""}, {2, 9, "", ""}, {2, 2, "", ""}, {3, 1, "", ""}}, "abc"},
		{"only line ends", "\n\n \n", []Mark{{0, 2, "", ""}}, ""},
	} {
		if got := drawn(Marked(test.txt, test.marks)); got != test.want {
			t.Errorf("%s: got %s, want %s", test.name, got, test.want)
		}
	}
}

// FuzzMarked: no word is lost or said twice, marks nest, every fitting mark has
// its place.
func FuzzMarked(f *testing.F) {
	f.Add("a b\n\ncde", 0, 3, 2, 6)
	f.Add("\n", 0, 1, 0, 1)
	f.Fuzz(func(t *testing.T, txt string, a, b, c, d int) {
		marks := []Mark{{a, b, "x", "l"}, {c, d, "y", "m"}}
		var said strings.Builder
		names := map[string]bool{}
		for _, p := range Marked(txt, marks) {
			open := 0
			for _, n := range p.Also {
				names[n] = true
			}
			for _, s := range p.Pieces {
				for _, o := range s.Open {
					names[o.Anchor] = true
				}
				if open += len(s.Open) - s.Close; open < 0 {
					t.Fatal("a mark ends that did not begin")
				}
				said.WriteString(s.Text)
			}
			if open != 0 {
				t.Fatal("a mark does not end")
			}
		}
		if want := unspaced(txt); unspaced(said.String()) != want {
			t.Fatalf("got %q, want %q", said.String(), txt)
		}
		for _, m := range marks {
			if m.Start >= 0 && m.Start < m.End && m.End <= len(txt) && !strings.ContainsAny(txt[m.Start:m.End], " \n\t\r\v\f\u0085\u00a0") && isPlain(txt[m.Start:m.End]) && !names[MarkAnchor(m.Start, m.End)] {
				t.Fatalf("%+v has no place in %q", m, txt)
			}
		}
	})
}

func unspaced(s string) string { return strings.Join(strings.Fields(s), "") }
