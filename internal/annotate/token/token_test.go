package token

import (
	"strings"
	"testing"
	"time"
	"unicode"

	"rapporteur/internal/news"
	"rapporteur/internal/text"
)

func tokensOf(txt string) []news.Token {
	doc := &news.Document{Text: txt, Blocks: []news.Block{{Span: text.At(0, len(txt))}}}
	return Tokens(&news.Analysis{Doc: doc})
}

// show writes tokens apart by spaces, clitics with a "+" in front.
func show(txt string) string {
	var out []string
	for _, t := range tokensOf(txt) {
		w := t.Span.Of(txt)
		if t.Glued {
			w = "+" + w
		}
		out = append(out, w)
	}
	return strings.Join(out, " ")
}

func TestTokens(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"He didn't meet Gen. Aldo Brightwater's pro-war wing (at 5:30pm).",
			"He did +n't meet Gen. Aldo Brightwater +'s pro-war wing ( at 5:30 pm ) ."},
		{"The U.S. envoy, J.D. Marlowe, can’t come.", "The U.S. envoy , J.D. Marlowe , ca +n’t come ."},
		{"The workers' vote cost $1,200.50, or 3.5%.", "The workers +' vote cost $ 1,200.50 , or 3.5 % ."},
		{"'Go home,' she said.", "' Go home , ' she said ."},
		{"It was 15-year-old news... wasn't it?!", "It was 15 - year - old news ... was +n't it ?!"},
		{"See https://example.org/a?b=c. Or write to ann@example.org!", "See https://example.org/a?b=c . Or write to ann@example.org !"},
		{"No. 3 of 9/11 at 10km", "No. 3 of 9/11 at 10 km"},
		{"I cannot, I'm gonna.", "I can +not , I +'m gon +na ."},
		{"the '90s and 1990s", "the '90s and 1990s"},
		{"“We won’t,” he said—twice.", "“ We wo +n’t , ” he said — twice ."},
		{"AT&T and R&D", "AT&T and R&D"},
		{"Mr. O'Hara re-elected at 8 a.m. on Dec. 4", "Mr. O'Hara re-elected at 8 a.m. on Dec. 4"},
		{"call 555-0199 or +44 20", "call 555-0199 or +44 20"},
		{"- first\n- second", "- first - second"},
		{"Ask in rec.sport.rowing, kinda soon.", "Ask in rec.sport.rowing , kinda soon ."},
		{"€20bn and US$5m", "€ 20 bn and US $ 5 m"},
	} {
		if got := show(c.in); got != c.want {
			t.Errorf("%q\n got  %s\n want %s", c.in, got, c.want)
		}
	}
}

// checkTiling fails unless the tokens of txt stand in order, apart, on letter
// boundaries, and cover all but white space.
func checkTiling(t *testing.T, txt string) {
	t.Helper()
	at := 0
	for i, tok := range tokensOf(txt) {
		if !tok.Span.Fits(txt) || tok.Span.Len() == 0 || int(tok.Span.Start) < at {
			t.Fatalf("token %d has span %v after byte %d", i, tok.Span, at)
		}
		if gap := txt[at:tok.Span.Start]; strings.TrimFunc(gap, unicode.IsSpace) != "" {
			t.Fatalf("%q is in no token", gap)
		}
		if tok.Glued && (i == 0 || int(tok.Span.Start) != at) {
			t.Fatalf("token %d is glued to nothing", i)
		}
		at = int(tok.Span.End)
	}
	if strings.TrimFunc(txt[at:], unicode.IsSpace) != "" {
		t.Fatalf("%q is in no token", txt[at:])
	}
}

func FuzzTokens(f *testing.F) {
	for _, s := range []string{"a's's's", "1's2's", "...?!", "http://a.b/(c)", "’’s ‘x’", "\xff\xfe.", "a-b-c@d.com", "x\u00a0y\u2028z", "#_ @é +1.2,345:6/7", "I.I.I."} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) { checkTiling(t, strings.ToValidUTF8(s, "?")) })
}

func TestHostileTextTakesLinearTime(t *testing.T) {
	const size = 1 << 20
	for _, unit := range []string{"a", "a-", "a.", "1,", "(", "\"", "'s", "a's", "1's", "http://", "a@", "A&", "é’", "-", "_.", "www.a)", ".5", "n't", "1:"} {
		txt := strings.Repeat(unit, size/len(unit))
		start := time.Now()
		checkTiling(t, txt)
		if d := time.Since(start); d > 20*time.Second {
			t.Errorf("a megabyte of %q took %v", unit, d)
		}
	}
}

func TestListsAreShortAndLower(t *testing.T) {
	for name, s := range lists {
		if len(s) == 0 {
			t.Errorf("section %s is empty", name)
		}
		for w := range s {
			if len(w) > 32 || name != "face" && w != strings.ToLower(w) {
				t.Errorf("section %s: %q", name, w)
			}
		}
	}
	for _, name := range []string{"prefix", "suffix", "title", "abbreviation", "numbered", "capital", "contraction", "unit", "domain", "file", "face"} {
		if lists[name] == nil {
			t.Errorf("no section %s", name)
		}
	}
}

func BenchmarkTokens(b *testing.B) {
	txt := strings.Repeat("The envoy, Gen. Aldo Brightwater, didn't say on Dec. 4 whether Mirenia's 15-year pact would last. ", 50)
	doc := &news.Document{Text: txt, Blocks: []news.Block{{Span: text.At(0, len(txt))}}}
	a := &news.Analysis{Doc: doc}
	b.ReportAllocs()
	b.SetBytes(int64(len(txt)))
	for b.Loop() {
		Tokens(a)
	}
}
