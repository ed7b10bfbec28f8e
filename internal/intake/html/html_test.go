package html

import (
	"fmt"
	"strings"
	"testing"

	"rapporteur/internal/intake/draft"
	"rapporteur/internal/news"
)

// page wraps a head and a body around three paragraphs of prose, enough for
// the main text to be found.
func page(head, before, after string) string {
	return "<!DOCTYPE html><html lang=\"en\"><head>" + head + "</head><body><nav><a href=/>Home</a> <a href=/sea>Sea</a></nav><article>" + before +
		"<p>The crews of the ferries went back to work on Monday, the company said, after a week of talks in the town hall of Vell.</p>" +
		"<p>“We are content,” said Signe Holt, who leads the union. “The nights on the northern line will be shorter from now on.”</p>" +
		"<p>The islands had been running short of bread since the strike began, and the mayor had called for patience more than once.</p>" +
		after + "</article><footer>Vell Post, Quay 1</footer></body></html>"
}

func texts(r *draft.Report) string {
	var b strings.Builder
	for _, block := range r.Blocks {
		fmt.Fprintf(&b, "%d %.30s\n", block.Kind, block.Text)
	}
	return b.String()
}

func TestWhatThePageSaysOfItself(t *testing.T) {
	for _, c := range []struct {
		name, head, before string
		title, day, outlet string
		byline, url, lang  string
	}{
		{"a graph of linked data",
			`<title>Strike ends - Vell Post</title><script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"WebSite","name":"Vell Post"},
			{"@type":["ReportageNewsArticle"],"headline":"Ferry strike ends","datePublished":"2031-05-03T18:00:00+02:00","dateModified":"2031-05-04","author":[{"@type":"Person","name":"Ada Poole"},{"name":"Per Dahl"}],
			"publisher":{"@type":"Organization","name":"The Vell Post"},"url":"https://post.example/1","inLanguage":"en-GB"}]}</script>`, "",
			"Ferry strike ends", "2031-05-03T18:00", "The Vell Post", "Ada Poole, Per Dahl", "https://post.example/1", "en"},
		{"broken linked data: line ends in strings, commas too many",
			"<script type=\"application/ld+json\"><!-- [{\"@type\":\"NewsArticle\",\"headline\":\"Ferry\nstrike ends\",\"datePublished\":\"2031-05-03\",\"author\":{\"name\":\"Ada Poole\",},}] --></script>", "",
			"Ferry strike ends", "2031-05-03", "", "Ada Poole", "", "en"},
		{"linked data beyond repair",
			`<script type="application/ld+json">{"@type":"NewsArticle" "headline": "Ferry strike ends" "datePublished": "2031-05-03"</script>`, "",
			"Ferry strike ends", "2031-05-03", "", "", "", "en"},
		{"social networks' elements",
			`<title>x</title><link rel="canonical" href="https://post.example/sea/2"><meta property="og:title" content="Ferry strike ends | Vell Post"><meta property="og:site_name" content="Vell Post"><meta property="article:published_time" content="2031-05-03T09:30:00Z"><meta name="author" content="Ada Poole">`, "",
			"Ferry strike ends", "2031-05-03T09:30", "Vell Post", "Ada Poole", "https://post.example/sea/2", "en"},
		{"what the page shows",
			`<title>Ferry strike ends - Vell Post</title>`, `<h1>Ferry strike ends</h1><p class="byline">By Ada Poole</p><span class="publish-date">3 May 2031</span>`,
			"Ferry strike ends", "2031-05-03", "", "Ada Poole", "", "en"},
		{"a time element",
			`<title>Ferry strike ends</title>`, `<time class="updated" datetime="2031-06-07">x</time><time itemprop="datePublished" datetime="2031-05-03T10:00">x</time>`,
			"Ferry strike ends", "2031-05-03T10:00", "", "", "", "en"},
		{"a day in the address",
			`<title>Ferry strike ends</title><link rel=canonical href="https://www.post.example/2031/05/03/strike">`, "",
			"Ferry strike ends", "2031-05-03", "www.post.example", "", "https://www.post.example/2031/05/03/strike", "en"},
		{"nothing", "", "", "", "", "", "", "", "en"},
	} {
		r := Read(page(c.head, c.before, ""))
		got := [...]string{r.Title, r.Published.Value, r.Outlet, r.Byline, r.URL, r.Language[:2]}
		want := [...]string{c.title, c.day, c.outlet, c.byline, c.url, c.lang}
		if got != want {
			t.Errorf("%s:\n got %q\nwant %q", c.name, got, want)
		}
		if r.Published.Value != "" && r.Published.Basis != news.Page {
			t.Errorf("%s: basis %q", c.name, r.Published.Basis)
		}
	}
}

func TestMainText(t *testing.T) {
	r := Read(page("<title>Ferry strike ends</title>", `<figure><img src=x><figcaption>A ferry at the quay</figcaption></figure>`,
		`<h2>What was agreed</h2><ul><li>More pay for nights on the northern line</li><li>Fewer hours</li></ul><blockquote class="pull-quote">We are content</blockquote>
		<div class="newsletter-box"><p>Sign up for the tide table</p></div><script>x()</script>The bakers of the islands will be glad of it.<br><br>So will the mayor, who has waited long enough for this day to come.`))
	got := texts(r)
	for _, want := range []string{"0 The crews of the ferries went", "2 What was agreed", "3 More pay for nights on the", "3 Fewer hours", "4 We are content", "0 The bakers of the islands", "0 So will the mayor, who has"} {
		if !strings.Contains(got, want) {
			t.Errorf("no %q in\n%s", want, got)
		}
	}
	for _, not := range []string{"Home", "Quay 1", "tide table", "A ferry at the quay", "x()"} {
		if strings.Contains(got, not) {
			t.Errorf("%q stayed in\n%s", not, got)
		}
	}
	kinds := ""
	for _, m := range r.Removed {
		kinds += string(m.Kind) + ": " + m.Text + "; "
	}
	if want := "caption: A ferry at the quay; promo: Sign up for the tide table; "; kinds != want {
		t.Errorf("removed %q, want %q", kinds, want)
	}
}

func TestPagesWithout(t *testing.T) {
	for name, in := range map[string]string{
		"text":        "<html><head><title>x</title></head><body><div id=root></div><script>load()</script></body></html>",
		"anything":    "",
		"an ordinary": "<html><nav><a>Home</a></nav></html>",
	} {
		if r := Read(in); len(r.Blocks) != 0 {
			t.Errorf("a page without %s has %s", name, texts(r))
		}
	}
}

func TestArticleBodyStandsIn(t *testing.T) {
	r := Read(`<html><script type="application/ld+json">{"@type":"NewsArticle","headline":"Ferry strike ends","articleBody":"The crews went back to work.\n\nTickets are on sale again."}</script><body><div id=app></div></body></html>`)
	if got, want := texts(r), "0 The crews went back to work.\n0 Tickets are on sale again.\n"; got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
}

func TestFragment(t *testing.T) {
	r := &draft.Report{Blocks: Fragment("<p>The crews went <a href=x>back</a>.</p><p>Tickets&nbsp;sell.</p>")}
	if got, want := texts(r), "0 The crews went back.\n0 Tickets sell.\n"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	r.Blocks = Fragment("One line.\n\nAnother < line.")
	if got, want := texts(r), "0 One line.\n0 Another < line.\n"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestDeepNestingIsRead(t *testing.T) {
	r := Read("<html><body>" + strings.Repeat("<div><b>", 20_000) + "<p>The crews of the ferries went back to work on Monday, the company said, after a week of talks.")
	if got := texts(r); !strings.Contains(got, "The crews of the ferries") {
		t.Errorf("got %q", got)
	}
}

func FuzzRead(f *testing.F) {
	f.Add(page("<title>x</title>", "<h1>x</h1>", "<br><br>"))
	f.Add(`<script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","headline":1}]}</script><p class=date>3 May 2031`)
	f.Add(`<div itemprop="datePublished" rel=author>3 May 2031</div><a rel="author">x</a>`)
	f.Add("<table><tr><td><svg><p><math><li></template><frameset>")
	f.Fuzz(func(t *testing.T, s string) {
		for _, b := range Read(s).Blocks {
			if b.Text == "" {
				t.Fatal("an empty block")
			}
		}
	})
}

func FuzzFragment(f *testing.F) {
	f.Add("<p>a<br>b</p>")
	f.Fuzz(func(t *testing.T, s string) {
		for _, b := range Fragment(s) {
			if b.Text == "" {
				t.Fatal("an empty block")
			}
		}
	})
}

func FuzzLinked(f *testing.F) {
	f.Add(`[{"@type":"Article","author":[[["x"]]],"mainEntity":{"mainEntity":{}}},]`)
	f.Add("<!--{\"a\":\"\n\"}-->")
	f.Fuzz(func(t *testing.T, s string) {
		var l linked
		l.read(s)
	})
}

func BenchmarkRead(b *testing.B) {
	p := page("<title>x</title>", "", strings.Repeat("<p>The crews of the ferries went back to work on Monday, the company said, after a week of talks.</p><div class=share><a>Share</a></div>", 60))
	b.SetBytes(int64(len(p)))
	b.ReportAllocs()
	for b.Loop() {
		Read(p)
	}
}
