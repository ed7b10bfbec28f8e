package page

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

func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *rewrite {
		if err := os.WriteFile(path, got, 0o666); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("%s is not what was printed; look at it in a browser and run with -rewrite", name)
	}
}

var oneProblem = publish.Problem{Source: "folder/cut.gz", Message: "the archive ends too early", Hint: "fetch it again"}

func render(t *testing.T, r *record.Record) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := Brief(&b, publish.NewBrief(r, []publish.Problem{oneProblem}, publish.Options{})); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestBriefGolden(t *testing.T) {
	golden(t, "rich.html", render(t, publishtest.Rich()))
	golden(t, "hostile.html", render(t, publishtest.Hostile()))
	golden(t, "empty.html", render(t, &record.Record{}))
}

// Nothing of a hostile report acts: no script, no handler, no foreign address.
func TestHostileIsTamed(t *testing.T) {
	out := string(render(t, publishtest.Hostile()))
	for _, bad := range []string{"<script", "<img", "href=\"javascript", "\x1b", "\u202e", "\x07"} {
		if strings.Contains(out, bad) {
			t.Errorf("%q gets through", bad)
		}
	}
	if !strings.Contains(out, "alert(1)") {
		t.Error("the words themselves are gone")
	}
}

func TestLongLists(t *testing.T) {
	h, err := cut(3, []int{1, 2, 3, 4, 5})
	if err != nil || h.More != 0 {
		t.Errorf("a fold for two lines: %+v, %v", h, err)
	}
	if h, _ = cut(3, []int{1, 2, 3, 4, 5, 6}); h.More != 3 {
		t.Errorf("got %+v", h)
	}
	if _, err := cut(3, "abc"); err == nil {
		t.Error("a string passes for a list")
	}
}

// Every link within the page leads to a place that stands once, also when
// stories are only listed.
func TestEveryLinkResolves(t *testing.T) {
	id, href := regexp.MustCompile(` id="([^"]*)"`), regexp.MustCompile(` href="#([^"]*)"`)
	for name, b := range map[string]*publish.Brief{
		"rich":      publish.NewBrief(publishtest.Rich(), nil, publish.Options{}),
		"one story": publish.NewBrief(publishtest.Rich(), nil, publish.Options{Stories: 1}),
		"unsure":    publish.NewBrief(publishtest.Rich(), nil, publish.Options{LessCertain: .99}),
		"large":     publish.NewBrief(publishtest.Large(60), nil, publish.Options{}),
	} {
		var out bytes.Buffer
		if err := Brief(&out, b); err != nil {
			t.Fatal(err)
		}
		stands := map[string]int{}
		for _, m := range id.FindAllSubmatch(out.Bytes(), -1) {
			stands[string(m[1])]++
		}
		for _, m := range href.FindAllSubmatch(out.Bytes(), -1) {
			if stands[string(m[1])] != 1 {
				t.Errorf("%s: #%s stands %d times", name, m[1], stands[string(m[1])])
			}
		}
	}
}
