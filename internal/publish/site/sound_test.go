package site

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"

	"rapporteur/internal/publish"
	"rapporteur/internal/publish/page"
	"rapporteur/internal/publish/publishtest"
	"rapporteur/internal/record"
)

// tool is a file below bin/pagetools, which .ci/pagetools fills; a test without
// it is skipped, and under CI it fails.
func tool(t *testing.T, path string) string {
	t.Helper()
	file := filepath.Join("../../../bin/pagetools/node_modules", path)
	if _, err := os.Stat(file); err == nil {
		return file
	}
	if os.Getenv("CI") != "" {
		t.Fatalf("no %s; run .ci/pagetools", path)
	}
	t.Skipf("no %s: run .ci/pagetools, or make test", path)
	return ""
}

// everyPage is one address of every kind of page, by record.
func everyPage() map[string][]string {
	return map[string][]string{
		"rich":    append([]string{"/entities/toland", "/statements/q1", "/statements/ev1", "/statements/po3", "/statements/f2", "/statements/d1", "/statements/o1", "/search?since=never", "/review", "/review?state=never", "/decisions"}, everyKind...),
		"hostile": append([]string{"/entities/e1", "/statements/q1", "/statements/ev1", "/statements/f1"}, everyKind...),
		"empty":   {"/", "/search", "/changes", "/review", "/decisions"},
	}
}

func fixtures() map[string]*record.Record {
	return map[string]*record.Record{"rich": publishtest.Rich(), "hostile": publishtest.Hostile(), "empty": {}}
}

// violation is one rule of axe that a page breaks.
type violation struct {
	ID     string
	Impact string
	Help   string
	Nodes  []string
}

// axeScript gives what axe finds with every fold open, least grave impacts too.
const axeScript = `(async () => {
  document.querySelectorAll('details').forEach(d => d.open = true);
  const r = await axe.run(document, {resultTypes: ['violations']});
  return r.violations.map(v => ({ID: v.id, Impact: v.impact || '', Help: v.help, Nodes: v.nodes.slice(0, 4).map(n => n.target.join(' ') + ': ' + n.html.slice(0, 160) + ' ' + (n.failureSummary || '').slice(0, 200))}));
})()`

// No page breaks a rule of accessibility seriously or critically, at the width
// of a telephone and of a desk, by light and by dark; what is hostile is looked at
// where there is little room, what is empty where there is much.
func TestAccessibility(t *testing.T) {
	ctx := publishtest.Browser(t)
	axe, err := os.ReadFile(tool(t, "axe-core/axe.min.js"))
	if err != nil {
		t.Fatal(err)
	}
	for name, r := range fixtures() {
		srv := httptest.NewServer(deciding(t, r, nil, ""))
		defer srv.Close()
		widths := map[string][]int64{"rich": {390, 1280}, "hostile": {390}, "empty": {1280}}[name]
		for _, a := range everyPage()[name] {
			accessible(t, ctx, string(axe), name, srv.URL+a, widths)
		}
		file := filepath.Join(t.TempDir(), name+".html")
		if err := os.WriteFile(file, brief(t, r), 0o666); err != nil {
			t.Fatal(err)
		}
		accessible(t, ctx, string(axe), name+" brief", "file://"+file, widths)
	}
}

func brief(t *testing.T, r *record.Record) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := page.Brief(&b, publish.NewBrief(r, nil, publish.Options{})); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// accessible runs axe over one page at some widths in two schemes.
func accessible(t *testing.T, parent context.Context, axe, name, url string, widths []int64) {
	t.Helper()
	ctx, done := tab(t, parent, "/nothing") // what the console says is for another test
	defer done()
	if err := chromedp.Do(ctx, chromedp.Navigate(url)); err != nil {
		t.Fatal(err)
	}
	evaluated[bool](t, ctx, axe+"; true")
	for _, scheme := range []string{"light", "dark"} {
		for _, width := range widths {
			if err := chromedp.Do(ctx, chromedp.EmulateViewport(width, 900), inScheme(scheme)); err != nil {
				t.Fatal(err)
			}
			found, err := chromedp.Run(ctx, chromedp.Evaluate[[]violation](axeScript, chromedp.EvalAwaitPromise))
			if err != nil {
				t.Fatal(err)
			}
			for _, v := range found {
				text := fmt.Sprintf("%s %s at %d, %s: %s %s: %s\n  %s", name, url, width, scheme, v.Impact, v.ID, v.Help, strings.Join(v.Nodes, "\n  "))
				if v.Impact == "serious" || v.Impact == "critical" {
					t.Error(text)
				} else {
					t.Log(text)
				}
			}
		}
	}
}

// inScheme makes a tab prefer light or dark.
func inScheme(scheme string) chromedp.Action[chromedp.Void] {
	return chromedp.Func(func(ctx context.Context, target *chromedp.Target) error {
		_, err := cdp.Call(ctx, target, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{
			Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: scheme}}})
		return err
	})
}

// Every page is valid HTML, without a warning, as the Nu checker sees it.
func TestValidHTML(t *testing.T) {
	if testing.Short() {
		t.Skip("the checker takes its time")
	}
	jar := tool(t, "vnu-jar/build/dist/vnu.jar")
	if _, err := exec.LookPath("java"); err != nil {
		if os.Getenv("CI") != "" {
			t.Fatal("no java on the PATH; run .ci/pagetools")
		}
		t.Skip("no java on the PATH: the pages are not validated")
	}
	dir := t.TempDir()
	n := 0
	keep := func(name string, body []byte) {
		n++
		if err := os.WriteFile(filepath.Join(dir, name+".html"), body, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	for name, r := range fixtures() {
		h := deciding(t, r, nil, "")
		for _, a := range everyPage()[name] {
			w := httptest.NewRecorder()
			q := httptest.NewRequest("GET", "http://localhost"+a, nil)
			q.Header.Set("Accept", "text/html")
			h.ServeHTTP(w, q)
			keep(name+strings.NewReplacer("/", "_", "?", "_").Replace(a), w.Body.Bytes())
		}
		keep(name+"_brief", brief(t, r))
	}
	for _, m := range checked(t, jar, dir) {
		t.Errorf("%s:%d: %s: %s\n  %s", filepath.Base(m.URL), m.LastLine, m.Type, m.Message, m.Extract)
	}
	if n < 25 {
		t.Errorf("only %d pages were made", n)
	}
}

// message is what the checker says of one place.
type message struct {
	Type, URL, Message, Extract string
	LastLine                    int
}

// checked runs the checker over every file of a folder.
func checked(t *testing.T, jar, dir string) []message {
	t.Helper()
	var said bytes.Buffer
	cmd := exec.Command("java", "-Xss4m", "-jar", jar, "--format", "json", "--skip-non-html", dir)
	cmd.Stderr = &said
	err := cmd.Run() // fails whenever there is a message
	var found struct{ Messages []message }
	if jsonErr := json.Unmarshal(said.Bytes(), &found); jsonErr != nil {
		t.Fatalf("the checker says no JSON (%v): %.400s", err, said.Bytes())
	}
	if err != nil && len(found.Messages) == 0 {
		t.Fatal(err)
	}
	return found.Messages
}

// The checker itself finds what is wrong.
func TestInvalidHTMLIsFound(t *testing.T) {
	if _, err := exec.LookPath("java"); err != nil || testing.Short() {
		t.Skip("no java on the PATH")
	}
	jar, dir := tool(t, "vnu-jar/build/dist/vnu.jar"), t.TempDir()
	bad := "<!doctype html><html lang=en><title>x</title><p><ul><li id=a><li id=a></ul></p>"
	if err := os.WriteFile(filepath.Join(dir, "bad.html"), []byte(bad), 0o666); err != nil {
		t.Fatal(err)
	}
	kinds := map[string]bool{}
	for _, m := range checked(t, jar, dir) {
		kinds[m.Type] = true
	}
	if !kinds["error"] {
		t.Errorf("found only %v", slices.Sorted(maps.Keys(kinds)))
	}
}
