package page

import (
	"context"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/chromedp/chromedp"

	"rapporteur/internal/publish/publishtest"
	"rapporteur/internal/record"
)

// survey is what the page itself says about its soundness.
type survey struct {
	Width, Scroll int      // of the window and of the page
	Wide          []string // elements that reach beyond the right edge
	Broken        []string // links within the page that lead nowhere
	Twice         []string // ids that stand twice
	Foreign       []string // addresses that are neither of the page nor http, https
	Active        int      // scripts, frames, images, forms and handlers
	Links         int      // links within the page
}

const surveyScript = `(() => {
  const w = document.documentElement.clientWidth, ids = {}, s = {Width: w, Scroll: document.documentElement.scrollWidth,
    Wide: [], Broken: [], Twice: [], Foreign: [], Active: 0, Links: 0};
  document.querySelectorAll('details').forEach(d => d.open = true);
  s.Scroll = document.documentElement.scrollWidth;
  for (const e of document.querySelectorAll('*')) {
    if (e.id) { if (ids[e.id]) s.Twice.push(e.id); ids[e.id] = true; }
    const r = e.getBoundingClientRect();
    if (r.right > w + 1 && r.width > 0 && s.Wide.length < 5) s.Wide.push(e.tagName + '.' + e.className + ' ' + e.textContent.slice(0, 40));
    if (['SCRIPT', 'IFRAME', 'IMG', 'FORM', 'OBJECT', 'EMBED', 'INPUT'].includes(e.tagName)) s.Active++;
    for (const a of e.attributes) if (a.name.startsWith('on')) s.Active++;
  }
  for (const a of document.querySelectorAll('a')) {
    const h = a.getAttribute('href') || '';
    if (h.startsWith('#')) { s.Links++; if (!document.getElementById(decodeURIComponent(h.slice(1)))) s.Broken.push(h); }
    else if (!/^https?:\/\//.test(h)) s.Foreign.push(h);
  }
  return s;
})()`

func TestInABrowser(t *testing.T) {
	ctx := publishtest.Browser(t)
	for name, r := range map[string]*record.Record{"rich": publishtest.Rich(), "hostile": publishtest.Hostile(), "empty": {}} {
		file := filepath.Join(t.TempDir(), name+".html")
		if err := os.WriteFile(file, render(t, r), 0o666); err != nil {
			t.Fatal(err)
		}
		for _, width := range []int64{320, 390, 1280} {
			s := look(t, ctx, "file://"+file, width)
			if s.Scroll > s.Width {
				t.Errorf("%s at %d: the page is %d wide; %q", name, width, s.Scroll, s.Wide)
			}
			if len(s.Broken)+len(s.Twice)+len(s.Foreign)+s.Active > 0 {
				t.Errorf("%s at %d: broken %q, twice %q, foreign %q, %d active elements", name, width, s.Broken, s.Twice, s.Foreign, s.Active)
			}
			if name == "rich" && s.Links < 100 {
				t.Errorf("%s: only %d links to sentences", name, s.Links)
			}
		}
	}
}

// look loads the page at a width and reports what the console said, too.
func look(t *testing.T, parent context.Context, url string, width int64) survey {
	t.Helper()
	ctx, cancel := chromedp.NewContext(parent)
	defer cancel()
	ctx, stop := context.WithTimeout(ctx, 30*time.Second)
	defer stop()
	messages := chromedp.Console(ctx)
	if err := chromedp.Do(ctx, chromedp.EmulateViewport(width, 900), chromedp.Navigate(url)); err != nil {
		t.Fatal(err)
	}
	s, err := chromedp.Run(ctx, chromedp.Evaluate[survey](surveyScript))
	if err != nil {
		t.Fatal(err)
	}
	stop()
	for m, err := range messages {
		if err != nil {
			break
		}
		t.Errorf("%s at %d: the console says %s", url, width, m)
	}
	return s
}

// Following a reference opens the place that it names and marks it.
func TestAReferenceMarksItsWords(t *testing.T) {
	ctx := publishtest.Browser(t)
	file := filepath.Join(t.TempDir(), "rich.html")
	if err := os.WriteFile(file, render(t, publishtest.Rich()), 0o666); err != nil {
		t.Fatal(err)
	}
	const follow = `(() => {
	  const a = document.querySelector('li.event .ref a'); a.click();
	  const m = document.querySelector('mark:target');
	  return m ? [m.textContent, getComputedStyle(m).backgroundColor !== getComputedStyle(document.querySelector('mark:not(:target)')).backgroundColor ? 'marked' : 'plain'] : [];
	})()`
	if err := chromedp.Do(ctx, chromedp.Navigate("file://"+file)); err != nil {
		t.Fatal(err)
	}
	got, err := chromedp.Run(ctx, chromedp.Evaluate[[]string](follow))
	if err != nil {
		t.Fatal(err)
	}
	if len(got) != 2 || got[0] != "will meet the Karsk envoy" || got[1] != "marked" {
		t.Errorf("the first reference leads to %q", got)
	}
}
