package site

import (
	"context"
	"fmt"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"

	"rapporteur/internal/publish/publishtest"
	"rapporteur/internal/record"
)

// survey is what a page says about its soundness.
type survey struct {
	Width, Scroll int
	Wide          []string // elements that reach beyond the right edge
	Unnamed       []string // fields, buttons and links without a name for those who do not see them
	Skips         []string // headings that skip a level
}

const surveyScript = `(() => {
  document.querySelectorAll('details').forEach(d => d.open = true);
  const w = document.documentElement.clientWidth, s = {Width: w, Scroll: document.documentElement.scrollWidth, Wide: [], Unnamed: [], Skips: []};
  let level = 0;
  for (const e of document.querySelectorAll('body *')) {
    const r = e.getBoundingClientRect();
    if (r.right > w + 1 && r.width > 0 && s.Wide.length < 5) s.Wide.push(e.tagName + '.' + e.className + ' ' + e.textContent.slice(0, 40));
    if (e.matches('input:not([type=hidden]), select') && !e.labels.length && !e.getAttribute('aria-label')) s.Unnamed.push(e.outerHTML.slice(0, 80));
    if (e.matches('a[href]:not([tabindex="-1"]), button') && !(e.textContent.trim() || e.getAttribute('aria-label'))) s.Unnamed.push(e.outerHTML.slice(0, 80));
    const h = /^H([1-6])$/.exec(e.tagName);
    if (h && !e.closest('dialog')) { if (+h[1] > level + 1) s.Skips.push(e.tagName + ' ' + e.textContent.slice(0, 40)); level = +h[1]; }
  }
  return s;
})()`

// everyKind is one address of every kind of page.
var everyKind = []string{"/", "/changes?since=2031-05-14", "/search?q=a", "/stories/st1", "/stories/st1/said", "/reports/r1", "/reports/r1/beside/r1", "/nothing"}

func TestInABrowser(t *testing.T) {
	ctx := publishtest.Browser(t)
	for name, r := range map[string]*record.Record{"rich": publishtest.Rich(), "hostile": publishtest.Hostile(), "empty": {}} {
		srv := httptest.NewServer(serving(t, r, Options{}))
		defer srv.Close()
		pages := map[string][]string{"rich": append([]string{"/entities/toland", "/statements/q1", "/statements/d1", "/statements/o1"}, everyKind...),
			"hostile": append([]string{"/entities/e1", "/statements/q1", "/statements/ev1", "/statements/f1"}, everyKind...), "empty": {"/", "/search"}}[name]
		for _, a := range pages {
			for _, width := range []int64{390, 1280} {
				if name != "rich" && width > 390 {
					continue // what is hostile is worst where there is little room
				}
				s := look(t, ctx, srv.URL+a, width, fmt.Sprintf("%s-%s-%d", name, strings.NewReplacer("/", "_", "?", "_").Replace(a), width))
				if s.Scroll > s.Width || len(s.Wide) > 0 {
					t.Errorf("%s%s at %d: the page is %d wide; %q", name, a, width, s.Scroll, s.Wide)
				}
				if len(s.Unnamed)+len(s.Skips) > 0 {
					t.Errorf("%s%s at %d: without a name %q, skipped levels %q", name, a, width, s.Unnamed, s.Skips)
				}
			}
		}
	}
}

// look loads a page at a width, keeps a picture of it where SCREENSHOTS names a
// folder, and reports what the console said.
func look(t *testing.T, parent context.Context, url string, width int64, name string) survey {
	t.Helper()
	ctx, done := tab(t, parent, url)
	if err := chromedp.Do(ctx, chromedp.EmulateViewport(width, 900), chromedp.Navigate(url)); err != nil {
		t.Fatal(err)
	}
	if dir := os.Getenv("SCREENSHOTS"); dir != "" {
		png, err := chromedp.Run(ctx, chromedp.FullScreenshot(100))
		if err == nil {
			err = os.WriteFile(filepath.Join(dir, name+".png"), png, 0o666)
		}
		if err != nil {
			t.Error(err)
		}
	}
	s, err := chromedp.Run(ctx, chromedp.Evaluate[survey](surveyScript))
	if err != nil {
		t.Fatal(err)
	}
	done()
	return s
}

// tab opens a tab; done closes it and reports what its console said but for
// the status of a page that is not there.
func tab(t *testing.T, parent context.Context, url string) (ctx context.Context, done func()) {
	t.Helper()
	ctx, cancel := chromedp.NewContext(parent)
	ctx, stop := context.WithTimeout(ctx, 60*time.Second)
	messages := chromedp.Console(ctx)
	return ctx, func() {
		t.Helper()
		stop()
		for m, err := range messages {
			if err != nil {
				break
			}
			if !strings.HasSuffix(url, "/nothing") && !strings.Contains(fmt.Sprint(m), "404") {
				t.Errorf("%s: the console says %s", url, m)
			}
		}
		cancel()
	}
}

// evaluated is what an expression gives in the page.
func evaluated[T any](t *testing.T, ctx context.Context, expression string) T {
	t.Helper()
	v, err := chromedp.Run(ctx, chromedp.Evaluate[T](expression))
	if err != nil {
		t.Fatalf("%s: %v", expression, err)
	}
	return v
}

func press(t *testing.T, ctx context.Context, keys ...string) {
	t.Helper()
	for _, k := range keys {
		if err := chromedp.Do(ctx, chromedp.KeyEvent(k)); err != nil {
			t.Fatal(err)
		}
	}
}

// opens runs a step that leads to another page and says where that is.
func opens(t *testing.T, ctx context.Context, step chromedp.Action[chromedp.Void]) string {
	t.Helper()
	if _, err := chromedp.Run(ctx, chromedp.WaitEvent(page.LoadEventFired, nil, step)); err != nil {
		t.Fatal(err)
	}
	return evaluated[string](t, ctx, "location.pathname + location.search + location.hash")
}

// A reader goes by keys from the first page to a sentence in its report.
func TestFromTodayToTheSentence(t *testing.T) {
	parent := publishtest.Browser(t)
	srv := httptest.NewServer(serving(t, publishtest.Rich(), Options{}))
	defer srv.Close()
	ctx, done := tab(t, parent, srv.URL)
	if err := chromedp.Do(ctx, chromedp.EmulateViewport(1280, 900), chromedp.Navigate(srv.URL)); err != nil {
		t.Fatal(err)
	}
	press(t, ctx, "j", "j", "k")
	if n := evaluated[int](t, ctx, "[...document.querySelectorAll('.row')].indexOf(document.querySelector('.at'))"); n != 0 {
		t.Errorf("after j j k line %d is marked", n)
	}
	for evaluated[bool](t, ctx, "!document.querySelector('.at[data-story]')") {
		press(t, ctx, "j")
	}
	if got := opens(t, ctx, chromedp.KeyEvent("o")); !strings.HasPrefix(got, "/stories/") {
		t.Fatalf("o on a story opens %s", got)
	}
	if got := opens(t, ctx, chromedp.Click("li.quote .support a.open")); !strings.HasPrefix(got, "/statements/") {
		t.Fatalf("a quote opens %s", got)
	}
	exact := evaluated[string](t, ctx, "document.querySelector('mark.now').textContent")
	if got := opens(t, ctx, chromedp.Click("blockquote a.open")); !strings.HasPrefix(got, "/reports/") {
		t.Fatalf("the evidence opens %s", got)
	}
	if got := evaluated[string](t, ctx, "document.querySelector('mark:target').textContent"); got != exact {
		t.Errorf("in the report %q is marked, and on the statement's page %q", got, exact)
	}
	if evaluated[bool](t, ctx, "(r => r.top < 0 || r.bottom > innerHeight)(document.querySelector('mark:target').getBoundingClientRect())") {
		t.Error("the marked words are out of sight")
	}
	done()
}

// The other keys: search, places, the list of keys; none works while typing.
func TestKeys(t *testing.T) {
	parent := publishtest.Browser(t)
	srv := httptest.NewServer(serving(t, publishtest.Rich(), Options{}))
	defer srv.Close()
	ctx, done := tab(t, parent, srv.URL)
	if err := chromedp.Do(ctx, chromedp.EmulateViewport(390, 900), chromedp.Navigate(srv.URL)); err != nil {
		t.Fatal(err)
	}
	press(t, ctx, "?")
	if !evaluated[bool](t, ctx, "document.getElementById('keys').open") {
		t.Error("? does not open the list of keys")
	}
	press(t, ctx, "\x1b", "/")
	if got := evaluated[string](t, ctx, "document.activeElement.id"); got != "q" {
		t.Errorf("/ goes to %q", got)
	}
	evaluated[string](t, ctx, "document.getElementById('q').value = ''") // a driven key writes its sign even so
	press(t, ctx, "g", "r", "j", "o")
	if got := evaluated[string](t, ctx, "location.pathname + document.getElementById('q').value"); got != "/grjo" {
		t.Errorf("typing gives %q", got)
	}
	if err := chromedp.Do(ctx, chromedp.SetValue("#q", "harbour")); err != nil {
		t.Fatal(err)
	}
	if got := opens(t, ctx, chromedp.KeyEvent("\r")); got != "/search?q=harbour" {
		t.Errorf("a search opens %s", got)
	}
	if n := evaluated[int](t, ctx, "document.querySelectorAll('main .row').length"); n < 3 {
		t.Errorf("%d lines are found", n)
	}
	press(t, ctx, "g")
	if got := opens(t, ctx, chromedp.KeyEvent("e")); got != "/search?type=entity" {
		t.Errorf("g e opens %s", got)
	}
	done()
}

// What is new since the last visit is told, and nothing on the first.
func TestNewSinceTheLastVisit(t *testing.T) {
	parent := publishtest.Browser(t)
	srv := httptest.NewServer(serving(t, publishtest.Rich(), Options{}))
	defer srv.Close()
	ctx, done := tab(t, parent, srv.URL)
	const told = "[...document.querySelectorAll('.new')].map(e => e.textContent.trim()).join(', ')"
	if err := chromedp.Do(ctx, chromedp.Navigate(srv.URL)); err != nil {
		t.Fatal(err)
	}
	if got := evaluated[string](t, ctx, told); got != "" {
		t.Errorf("on the first visit: %q", got)
	}
	evaluated[bool](t, ctx, "localStorage.setItem('stories', JSON.stringify({st1: 2, st2: 99})) === undefined")
	if err := chromedp.Do(ctx, chromedp.Navigate(srv.URL)); err != nil {
		t.Fatal(err)
	}
	if got := evaluated[string](t, ctx, told); !strings.Contains(got, " new") || strings.Contains(got, ", ") {
		t.Errorf("on the second visit: %q", got)
	}
	done()
}

// shot keeps a picture of a step of a journey where SCREENSHOTS names a folder,
// at the width of a desk and of a telephone.
func shot(t *testing.T, ctx context.Context, name string) {
	t.Helper()
	dir := os.Getenv("SCREENSHOTS")
	if dir == "" {
		return
	}
	for _, width := range []int64{390, 1280} {
		if err := chromedp.Do(ctx, chromedp.EmulateViewport(width, 900)); err != nil {
			t.Fatal(err)
		}
		png, err := chromedp.Run(ctx, chromedp.FullScreenshot(100))
		if err == nil {
			err = os.WriteFile(filepath.Join(dir, fmt.Sprintf("journey-%s-%d.png", name, width)), png, 0o666)
		}
		if err != nil {
			t.Error(err)
		}
	}
}

// until waits for an expression to hold in the page.
func until(t *testing.T, ctx context.Context, expression string) {
	t.Helper()
	for range 100 {
		if evaluated[bool](t, ctx, expression) {
			return
		}
		time.Sleep(50 * time.Millisecond)
	}
	t.Fatalf("never: %s", expression)
}

// A reviewer goes down a list by keys: rejects, takes back, accepts, says that a
// line was seen; a plain click on a line decides nothing.
func TestDecideByKeys(t *testing.T) {
	parent := publishtest.Browser(t)
	srv := httptest.NewServer(deciding(t, publishtest.Rich(), nil, ""))
	defer srv.Close()
	ctx, done := tab(t, parent, srv.URL)
	if err := chromedp.Do(ctx, chromedp.EmulateViewport(1280, 900), chromedp.Navigate(srv.URL+"/search?type=quote")); err != nil {
		t.Fatal(err)
	}
	const told = "(document.querySelector('.at .acts') || {textContent: ''}).textContent"
	press(t, ctx, "j")
	if got := evaluated[string](t, ctx, told); got != "AcceptRejectSeenCorrect" {
		t.Errorf("on the marked line stands %q", got)
	}
	shot(t, ctx, "keys-offered")
	for _, step := range []struct{ key, want string }{{"x", "Rejected. Undo"}, {"u", "Taken back. "}, {"a", "Accepted. Undo"}, {"s", "Seen. Undo"}, {"x", "Rejected. Undo"}} {
		press(t, ctx, step.key)
		until(t, ctx, told+" === '"+step.want+"'")
	}
	shot(t, ctx, "keys-rejected")
	n := evaluated[int](t, ctx, "document.querySelectorAll('main .row').length")
	if err := chromedp.Do(ctx, chromedp.Reload()); err != nil {
		t.Fatal(err)
	}
	if got := evaluated[int](t, ctx, "document.querySelectorAll('main .row').length"); got != n-1 {
		t.Errorf("%d lines before, %d after one is rejected", n, got)
	}
	press(t, ctx, "j")
	if got := opens(t, ctx, chromedp.KeyEvent("c")); !strings.HasPrefix(got, "/statements/") {
		t.Fatalf("c opens %s", got)
	}
	until(t, ctx, "document.querySelector('details[data-open=c]').open && (document.activeElement.name || '').startsWith('value.')")
	evaluated[bool](t, ctx, "document.activeElement.blur() === undefined")
	if err := chromedp.Do(ctx, chromedp.Click("blockquote mark.now")); err != nil {
		t.Fatal(err)
	}
	if got := evaluated[string](t, ctx, "document.querySelector('#review p').textContent"); !strings.Contains(got, "Nobody has looked") {
		t.Errorf("a click on the sentence decides: %q", got)
	}
	done()
}

// In the text of a report, too, the marked words can be decided about, where the
// mistake is noticed.
func TestDecideInTheText(t *testing.T) {
	parent := publishtest.Browser(t)
	srv := httptest.NewServer(deciding(t, publishtest.Rich(), nil, ""))
	defer srv.Close()
	ctx, done := tab(t, parent, srv.URL)
	if err := chromedp.Do(ctx, chromedp.EmulateViewport(1280, 900), chromedp.Navigate(srv.URL+"/reports/r5")); err != nil {
		t.Fatal(err)
	}
	for range 9 {
		press(t, ctx, "j")
		if evaluated[bool](t, ctx, "!!document.querySelector('mark.quote.at')") {
			break
		}
	}
	shot(t, ctx, "text-offered")
	evaluated[bool](t, ctx, "[...document.querySelectorAll('.acts.float button')].find(b => b.textContent === 'Reject').click() === undefined")
	until(t, ctx, "(document.querySelector('.acts.float') || {textContent: ''}).textContent === 'Rejected. Undo'")
	shot(t, ctx, "text-rejected")
	if err := chromedp.Do(ctx, chromedp.Reload()); err != nil {
		t.Fatal(err)
	}
	if evaluated[bool](t, ctx, "!!document.querySelector('main .text mark.quote')") {
		t.Error("the rejected words are still marked")
	}
	done()
}

// The journeys of a reviewer by buttons: correct, merge, split, bulk, undo.
func TestDecideByButtons(t *testing.T) {
	parent := publishtest.Browser(t)
	srv := httptest.NewServer(deciding(t, publishtest.Rich(), nil, ""))
	defer srv.Close()
	ctx, done := tab(t, parent, srv.URL)
	flash := func() string {
		return evaluated[string](t, ctx, "(document.querySelector('.flash') || {textContent: ''}).textContent")
	}
	for _, j := range []struct {
		name, page, button, want string
		first                    []chromedp.Action[chromedp.Void]
	}{
		{"accept", "/statements/q1", "button[value=accept]", "accepted", nil},
		{"correct", "/statements/q1", "button[value='correct:speaker']", "corrected speaker to Oda Velt", []chromedp.Action[chromedp.Void]{opened(), chromedp.SetValue("[name='value.speaker']", "Oda Velt")}},
		{"correct-status", "/statements/ev1", "button[value='correct:status']", "corrected status to held", []chromedp.Action[chromedp.Void]{opened(), chromedp.SetValue("[name='value.status']", "held")}},
		{"merge", "/entities/velt", "button[value=merge]", "merged with Lia Sund", []chromedp.Action[chromedp.Void]{opened(), chromedp.SetValue("#rv-with", "Lia Sund")}},
		{"split", "/entities/harn", "button[value=split]", "split: Joseph Harn", []chromedp.Action[chromedp.Void]{opened(), chromedp.Click("[value='name:Joseph Harn']")}},
		{"split-story", "/stories/st1", "button[value=split]", "split", []chromedp.Action[chromedp.Void]{opened(), chromedp.Click("[value='report:r5']")}},
		{"bulk", "/review?type=figure", ".bulk button[value=reject]", "and more, 4 in all", []chromedp.Action[chromedp.Void]{chromedp.Click("[name=scope][value=all]")}},
		{"undo", "", ".flash button", "taken back", nil},
	} {
		if j.page != "" {
			if err := chromedp.Do(ctx, chromedp.EmulateViewport(1280, 900), chromedp.Navigate(srv.URL+j.page)); err != nil {
				t.Fatal(err)
			}
		}
		for _, a := range j.first {
			if err := chromedp.Do(ctx, a); err != nil {
				t.Fatalf("%s: %v", j.name, err)
			}
		}
		shot(t, ctx, j.name+"-before")
		opens(t, ctx, chromedp.Click(j.button))
		if got := flash(); !strings.Contains(got, j.want) {
			t.Errorf("%s: the page tells %q, want %q", j.name, got, j.want)
		}
		shot(t, ctx, j.name+"-after")
	}
	if err := chromedp.Do(ctx, chromedp.Navigate(srv.URL+"/decisions")); err != nil {
		t.Fatal(err)
	}
	shot(t, ctx, "decisions")
	if n := evaluated[int](t, ctx, "document.querySelectorAll('.history li').length"); n != 14 {
		t.Errorf("%d decisions are listed", n)
	}
	done()
}

// opened opens every fold of a page.
func opened() chromedp.Action[chromedp.Void] {
	return func(ctx context.Context, target *chromedp.Target) (chromedp.Void, error) {
		_, err := chromedp.Evaluate[bool]("document.querySelectorAll('details').forEach(d => d.open = true) === undefined")(ctx, target)
		return chromedp.Void{}, err
	}
}

// The picture of a timeline can be drawn out, moved, and whole again; without
// its script it is whole.
func TestZoom(t *testing.T) {
	parent := publishtest.Browser(t)
	srv := httptest.NewServer(serving(t, publishtest.Large(40), Options{}))
	defer srv.Close()
	ctx, done := tab(t, parent, srv.URL)
	if err := chromedp.Do(ctx, chromedp.EmulateViewport(1280, 900), chromedp.Navigate(srv.URL+"/stories/st1")); err != nil {
		t.Fatal(err)
	}
	const span, marks = "document.querySelector('[data-span]').textContent", "document.querySelectorAll('svg.picture a:not(.deep)').length"
	if evaluated[bool](t, ctx, "document.querySelector('[data-zoom]').hidden") || evaluated[string](t, ctx, span) != "" {
		t.Error("the buttons are hidden, or the picture is not whole")
	}
	whole := evaluated[int](t, ctx, marks)
	shot(t, ctx, "zoom-whole")
	for range 2 {
		evaluated[bool](t, ctx, "document.querySelector('[data-do=in]').click() === undefined")
	}
	near := evaluated[string](t, ctx, span)
	if !strings.Contains(near, " to ") {
		t.Errorf("drawn out, it shows %q", near)
	}
	shot(t, ctx, "zoom-in")
	evaluated[bool](t, ctx, "document.querySelector('[data-do=on]').click() === undefined")
	if got := evaluated[string](t, ctx, span); got == near {
		t.Error("it does not move")
	}
	evaluated[bool](t, ctx, "document.querySelector('[data-do=all]').click() === undefined")
	if got := evaluated[int](t, ctx, marks); got != whole || evaluated[string](t, ctx, span) != "" {
		t.Errorf("whole again, it has %d marks, and had %d", got, whole)
	}
	done()
}
