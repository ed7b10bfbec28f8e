package markdown

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"rapporteur/internal/publish"
	"rapporteur/internal/publish/publishtest"
	"rapporteur/internal/record"
)

var rewrite = flag.Bool("rewrite", false, "write the golden files anew")

func render(t *testing.T, r *record.Record) string {
	t.Helper()
	var b bytes.Buffer
	if err := Brief(&b, publish.NewBrief(r, []publish.Problem{{Source: "a.gz", Message: "ends too early"}}, publish.Options{})); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestBriefGolden(t *testing.T) {
	for name, r := range map[string]*record.Record{"rich.md": publishtest.Rich(), "empty.md": {}} {
		path, got := filepath.Join("testdata", name), render(t, r)
		if *rewrite {
			if err := os.WriteFile(path, []byte(got), 0o666); err != nil {
				t.Fatal(err)
			}
			continue
		}
		want, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if got != string(want) {
			t.Errorf("%s is not what was written; look at it and run with -rewrite\n%s", name, got)
		}
	}
}

func TestEveryReferenceResolves(t *testing.T) {
	out := render(t, publishtest.Rich())
	refs := regexp.MustCompile(`\]\(#([^)]*)\)`).FindAllStringSubmatch(out, -1)
	if len(refs) < 20 {
		t.Fatalf("only %d references", len(refs))
	}
	for _, m := range refs {
		if !strings.Contains(out, `<a id="`+m[1]+`">`) {
			t.Errorf("%s leads nowhere", m[1])
		}
	}
}

// Nothing of a hostile report acts as HTML, a link, an image or emphasis.
func TestHostileIsTamed(t *testing.T) {
	out := strings.ReplaceAll(render(t, publishtest.Hostile()), `\]`, "")
	for _, bad := range []string{"<script", "<img", "](javascript", "\x1b", "\u202e", " *b*", "`c`"} {
		if strings.Contains(out, bad) {
			t.Errorf("%q gets through", bad)
		}
	}
}

func TestEscape(t *testing.T) {
	for in, want := range map[string]string{
		"1. one":        `1\. one`,
		"- dash":        `\- dash`,
		"=== under":     `\=== under`,
		"a. b":          "a. b",
		"10 people":     "10 people",
		"10: a":         `10\: a`,
		"[a](b) <c> &d": `\[a\](b) &lt;c&gt; &amp;d`,
		"# h":           `\# h`,
		"*b* _i_ ~s~":   `\*b\* \_i\_ \~s\~`,
	} {
		if got := Escape(in); got != want {
			t.Errorf("Escape(%q) = %q, want %q", in, got, want)
		}
	}
}

func FuzzEscape(f *testing.F) {
	f.Add("1) [x](javascript:y) <a>")
	f.Fuzz(func(t *testing.T, s string) {
		e := Escape(s)
		if strings.ContainsAny(e, "\n\r<>") || strings.Contains(strings.ReplaceAll(e, `\]`, ""), "](") {
			t.Fatalf("Escape(%q) = %q", s, e)
		}
	})
}
