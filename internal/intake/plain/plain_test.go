package plain

import (
	"strings"
	"testing"

	"rapporteur/internal/intake/draft"
	"rapporteur/internal/news"
)

// show writes a draft in one line a part.
func show(r *draft.Report) string {
	var b strings.Builder
	for _, f := range []struct{ name, value string }{{"title", r.Title}, {"date", r.Published.Value}, {"phrase", r.Published.Phrase}, {"outlet", r.Outlet}, {"byline", r.Byline}, {"url", r.URL}} {
		if f.value != "" {
			b.WriteString(f.name + " " + f.value + "\n")
		}
	}
	for _, block := range r.Blocks {
		b.WriteString([...]string{"p ", "headline ", "h ", "li ", "pull "}[block.Kind] + block.Text + "\n")
	}
	return strings.TrimSuffix(b.String(), "\n")
}

func TestRead(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"a marker in front of the first sentence",
			" date 2031-05-03 The crews of Vell went back to work on Monday after a week of talks.\n\nTickets are on sale again.",
			"date 2031-05-03\nphrase date 2031-05-03\np The crews of Vell went back to work on Monday after a week of talks.\np Tickets are on sale again."},
		{"a marker on a line of its own",
			"Ferry strike ends\ndate: 2031-05-03\n\nThe crews went back.",
			"title Ferry strike ends\ndate 2031-05-03\nphrase date: 2031-05-03\np The crews went back."},
		{"a headline, then a line a paragraph",
			"Ferry Strike Ends In Vell\nThe crews went back on Monday.\nTickets are on sale again.",
			"title Ferry Strike Ends In Vell\np The crews went back on Monday.\np Tickets are on sale again."},
		{"no headline: the report opens with a sentence",
			"The crews went back on Monday.\nTickets are on sale again.",
			"p The crews went back on Monday.\np Tickets are on sale again."},
		{"no headline: a standfirst is too long for one",
			"Crews of the ferries between Vell and the islands went back to work as the company and the union came to an agreement over pay after three long weeks of talks\nTickets are on sale.",
			"p Crews of the ferries between Vell and the islands went back to work as the company and the union came to an agreement over pay after three long weeks of talks\np Tickets are on sale."},
		{"hard-wrapped text",
			"Ferry strike ends\n\nThe crews of Vell went back to work on Monday after\na week of talks, the company said. Tickets were on\nsale again.\n\nThe union was content.",
			"title Ferry strike ends\np The crews of Vell went back to work on Monday after a week of talks, the company said. Tickets were on sale again.\np The union was content."},
		{"hard-wrapped text without empty lines",
			"The crews of Vell went back to work on Monday after a long\nweek of talks that nobody in the town had wished for, the\ncompany said.\nThe union was content and told its members to go back to\nwork.",
			"p The crews of Vell went back to work on Monday after a long week of talks that nobody in the town had wished for, the company said.\np The union was content and told its members to go back to work."},
		{"fields above the text",
			"Title: Ferry strike ends\nDate: 3 May 2031\nSource: Vell Post\nURL: https://post.example/1\nAuthor: Ada Poole\n\nThe crews went back.",
			"title Ferry strike ends\ndate 2031-05-03\nphrase 3 May 2031\noutlet Vell Post\nbyline Ada Poole\nurl https://post.example/1\np The crews went back."},
		{"front matter",
			"---\ntitle: \"Ferry strike ends\"\ntags: sea\n---\nThe crews went back.",
			"title Ferry strike ends\np The crews went back."},
		{"one field is a sentence of the report's own",
			"Source: the port of Vell, which spoke on Monday.\nThe crews went back.",
			"p Source: the port of Vell, which spoke on Monday.\np The crews went back."},
		{"Markdown",
			"# Ferry strike ends\n\n## What was agreed\n\n* More pay\n* Fewer hours\n\nThe crews went back.",
			"title Ferry strike ends\nh What was agreed\nli More pay\nli Fewer hours\np The crews went back."},
		{"line ends of other systems",
			"Ferry strike ends\r\n\r\nThe crews went back.\rTickets sell.",
			"title Ferry strike ends\np The crews went back.\np Tickets sell."},
		{"nothing", " \n\n ", ""},
	} {
		if got := show(Read(c.in)); got != c.want {
			t.Errorf("%s:\n%s\nwant\n%s", c.name, got, c.want)
		}
	}
}

func TestImpossibleDateLeavesNoDate(t *testing.T) {
	r := Read("date 9999-13-45 The crews went back.")
	if r.Published != (news.Stamp{}) || len(r.Findings) != 1 || r.Findings[0].Code != draft.DateImplausible {
		t.Errorf("published %+v, findings %+v", r.Published, r.Findings)
	}
	if len(r.Blocks) != 1 || r.Blocks[0].Text != "The crews went back." {
		t.Errorf("blocks %+v", r.Blocks)
	}
}

// Reading loses no letter: title and blocks hold every word of the text but
// those of fields and markers.
func FuzzRead(f *testing.F) {
	f.Add("Ferry strike ends\n\nThe crews went back.")
	f.Add(" date 2031-05-03 The crews\nwent back.\n# x\n* y")
	f.Add("---\ntitle: x\n---\n\n\n")
	f.Fuzz(func(t *testing.T, s string) {
		r := Read(s)
		for _, b := range r.Blocks {
			if strings.TrimSpace(b.Text) == "" && b.Kind == news.Paragraph {
				t.Fatalf("an empty paragraph from %q", s)
			}
			if strings.Contains(b.Text, "\n") {
				t.Fatalf("a line end in %q", b.Text)
			}
		}
		in := 0
		for _, b := range r.Blocks {
			in += len(b.Text)
		}
		if in > len(s)*3+1 { // invalid bytes become three
			t.Fatalf("%d bytes out of %d", in, len(s))
		}
	})
}

func BenchmarkRead(b *testing.B) {
	text := "Ferry strike ends\n\n" + strings.Repeat("The crews of Vell went back to work on Monday after a week of talks.\n\n", 40)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		Read(text)
	}
}
