package clean

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"rapporteur/internal/intake/draft"
	"rapporteur/internal/news"
)

var rewrite = flag.Bool("rewrite", false, "write what the cases give into testdata")

// TestCases reads testdata/*.txt. A case is a name, the headline and the
// blocks of a draft, "----", and what becomes of them:
//
//	== name
//	title Ferry strike ends
//	By Ada Poole
//	The crews went back.
//	----
//	headline  Ferry strike ends
//	paragraph The crews went back.
//	- byline  By Ada Poole
func TestCases(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no cases: ", err)
	}
	for _, name := range files {
		old, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		var out strings.Builder
		for i, c := range strings.Split("\n"+string(old), "\n== ") {
			if i == 0 {
				out.WriteString(strings.TrimPrefix(c, "\n"))
				continue
			}
			out.WriteString(runCase(t, name, c, i))
		}
		if *rewrite {
			if err := os.WriteFile(name, []byte(out.String()), 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
}

func runCase(t *testing.T, file, c string, n int) string {
	in, want, _ := strings.Cut(c, "\n----\n")
	name, blocks, _ := strings.Cut(in, "\n")
	var r draft.Report
	for line := range strings.Lines(blocks) {
		line = strings.TrimSuffix(line, "\n")
		if title, ok := strings.CutPrefix(line, "title "); ok {
			r.Title = title
		} else if line != "" {
			r.Blocks = append(r.Blocks, draft.Block{Text: line})
		}
	}
	got := show(Document(&r))
	if !*rewrite && strings.TrimSpace(got) != strings.TrimSpace(want) {
		t.Errorf("%s: %s:\n%s\nwant\n%s", file, name, got, want)
	}
	lead := "\n"
	if n == 1 {
		lead = ""
	}
	return lead + "== " + in + "\n----\n" + got
}

// show is a Document, a line a block and a line a removed passage.
func show(d *news.Document) string {
	var b strings.Builder
	for _, block := range d.Blocks {
		kind := [...]string{"paragraph", "headline ", "heading  ", "item     ", "pullquote"}[block.Kind]
		fmt.Fprintf(&b, "%s %s\n", kind, block.Span.Of(d.Text))
	}
	for _, r := range d.Removed {
		fmt.Fprintf(&b, "- %s: %s\n", r.Kind, r.Text)
	}
	if d.Byline != "" {
		fmt.Fprintf(&b, "by %s\n", d.Byline)
	}
	if d.Published.Value != "" {
		fmt.Fprintf(&b, "on %s (%s)\n", d.Published.Value, d.Published.Basis)
	}
	for _, f := range d.Findings {
		if f.Code != Undated {
			fmt.Fprintf(&b, "! %s\n", f.Code)
		}
	}
	return b.String()
}

// check states what every Document promises.
func check(d *news.Document) error {
	if !utf8.ValidString(d.Text) {
		return fmt.Errorf("the text is not valid UTF-8")
	}
	at := int32(0)
	for i, b := range d.Blocks {
		if i > 0 {
			if d.Text[at:b.Span.Start] != "\n\n" {
				return fmt.Errorf("block %d does not follow after an empty line", i)
			}
		}
		if !b.Span.Fits(d.Text) || b.Span.Len() == 0 || (i == 0 && b.Span.Start != 0) {
			return fmt.Errorf("block %d has span %v", i, b.Span)
		}
		if s := b.Span.Of(d.Text); strings.TrimSpace(s) != s || strings.ContainsAny(s, "\n\t\r") {
			return fmt.Errorf("block %d is not canonical: %q", i, s)
		}
		at = b.Span.End
	}
	if int(at) != len(d.Text) {
		return fmt.Errorf("the blocks end at %d of %d", at, len(d.Text))
	}
	if d.Headline.Of(d.Text) != d.Title {
		return fmt.Errorf("the headline is %q, the title %q", d.Headline.Of(d.Text), d.Title)
	}
	for _, r := range d.Removed {
		if strings.TrimSpace(r.Text) == "" || r.Kind == "" {
			return fmt.Errorf("removed %+v says nothing", r)
		}
	}
	return nil
}

// TestBoilerplate measures how much of what pages print about reports is known
// for what it is. Each line stands alone between paragraphs of prose.
func TestBoilerplate(t *testing.T) {
	file, err := os.ReadFile("testdata/boilerplate.lines")
	if err != nil {
		t.Fatal(err)
	}
	prose := []draft.Block{
		{Text: "The crews of the ferries went back to work on Monday, the company said, after a week of talks."},
		{Text: "The union was content with what it had got, its leader told reporters in the town hall."},
		{Text: "Tickets are on sale again in all the ports of the islands, and bread has come with the first boat."},
	}
	asked, known := 0, 0
	for line := range strings.Lines(string(file)) {
		if line = strings.TrimSpace(line); line == "" || line[0] == '#' {
			continue
		}
		asked++
		blocks := append(append(slices.Clone(prose), draft.Block{Text: line}), prose...)
		d := Document(&draft.Report{Title: "Ferry strike ends in Vell", Blocks: blocks})
		if len(d.Blocks) == 1+2*len(prose) {
			known++
		} else {
			t.Log("kept: ", line)
		}
	}
	if asked < 200 || known*100 < asked*93 {
		t.Errorf("%d of %d lines known", known, asked)
	}
}

func TestPatternsCompile(t *testing.T) {
	p, err := compile(patternFile)
	if err != nil {
		t.Fatal(err)
	}
	if len(p.list) < 300 {
		t.Errorf("only %d patterns", len(p.list))
	}
	for _, bad := range []string{"promo block", "advice block join", "promo place join", "promo block:x join", "promo block * join", "promo words ?join us", "promo line : x"} {
		if _, err := compile(bad); err == nil {
			t.Errorf("%q compiles", bad)
		}
	}
}

func TestVocabularyFindsWhatItWasGiven(t *testing.T) {
	v := newVocabulary(3)
	a, b := v.add("ferry"), v.add("crew")
	var f folded
	for _, r := range "Ferry" {
		f.add(r)
	}
	if v.id(&f) != a || a == b || v.add("crew") != b {
		t.Errorf("ferry %d, crew %d, found %d", a, b, v.id(&f))
	}
	f = folded{}
	for range 40 {
		f.add('x')
	}
	if v.id(&f) != 0 {
		t.Error("a word longer than any pattern's has a number")
	}
}

// No block, however it repeats itself, may cost more than its length's share.
func TestHostileBlocksEndInTime(t *testing.T) {
	for _, unit := range []string{"get ", "newsletter sign up ", "<image ", "![a](", "[caption ", "reporting by A ", "a/b ", "1/9 x ", "\"", "© ", "photo: ", "just watched "} {
		s := strings.Repeat(unit, 60_000/len(unit))
		if err := check(Document(&draft.Report{Title: "x", Blocks: []draft.Block{{Text: s}, {Text: s}}})); err != nil {
			t.Errorf("%q: %v", unit, err)
		}
	}
}

func FuzzDocument(f *testing.F) {
	f.Add("Ferry strike ends", "By Ada Poole\nThe crews went back. Story continues below\n(AP Photo/Ada Poole)")
	f.Add("", "Join our WhatsApp channel!\n- Join Now -\n<x:image>data:image/png;base64,AAAA</x:image>")
	f.Add("x", "1/8 a\n2/8 b\n3/8 c\n4/8 d\n\u202e \x00 \xff")
	f.Fuzz(func(t *testing.T, title, body string) {
		r := &draft.Report{Title: title}
		for line := range strings.Lines(body) {
			r.Blocks = append(r.Blocks, draft.Block{Text: line, Kind: news.BlockKind(len(line) % 5)})
		}
		if err := check(Document(r)); err != nil {
			t.Fatal(err)
		}
	})
}

func BenchmarkDocument(b *testing.B) {
	r := draft.Report{Title: "Ferry strike ends"}
	for range 20 {
		r.Blocks = append(r.Blocks,
			draft.Block{Text: "The crews of Vell went back to work on Monday after a week of talks, the company said. \"We are glad,\" Odd Lund, its spokesman, told reporters."},
			draft.Block{Text: "The port had been shut since April, and the islands were running short of bread. The union asked for more pay and shorter nights."})
	}
	size := 0
	for _, block := range r.Blocks {
		size += len(block.Text)
	}
	b.SetBytes(int64(size))
	b.ReportAllocs()
	for b.Loop() {
		one := r
		Document(&one)
	}
}
