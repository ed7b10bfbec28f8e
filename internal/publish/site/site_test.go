package site

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"rapporteur/internal/publish/publishtest"
	"rapporteur/internal/publish/shelf"
	"rapporteur/internal/record"
	"rapporteur/internal/store"
)

func serving(t testing.TB, r *record.Record, opt Options) http.Handler {
	t.Helper()
	m := store.NewMemory()
	if _, err := m.PutRecord(context.Background(), r); err != nil {
		t.Fatal(err)
	}
	s, err := shelf.Open(context.Background(), m)
	if err != nil {
		t.Fatal(err)
	}
	return New(s, opt)
}

// asked is one question with its headers, "Host" among them.
func asked(h http.Handler, method, address string, headers ...string) *httptest.ResponseRecorder {
	r := httptest.NewRequest(method, address, nil)
	r.Host = "localhost:8080"
	for i := 0; i < len(headers); i += 2 {
		if headers[i] == "Host" {
			r.Host = headers[i+1]
		}
		r.Header.Set(headers[i], headers[i+1])
	}
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w
}

// addresses are all pages of a record.
func addresses(r *record.Record) []string {
	all := []string{"/", "/changes?since=2031-05-13", "/search", "/search?q=harbour", "/search?type=report&page=2"}
	for l := range r.Lines() {
		id := string(l.LineID())
		switch v := l.(type) {
		case *record.TimeLine:
		case *record.Story:
			all = append(all, "/stories/"+id)
			for _, s := range sections {
				all = append(all, "/stories/"+id+"/"+s)
			}
		case *record.Report:
			all = append(all, "/reports/"+id, "/reports/"+id+"/beside/"+string(r.Reports[0].ID))
		default:
			all = append(all, address(v.Kind(), id))
		}
	}
	return all
}

// Every page comes as a page and as JSON, and every link and every address of
// words in it leads to something that is there.
func TestEveryPageAndEveryLink(t *testing.T) {
	for name, r := range map[string]*record.Record{"rich": publishtest.Rich(), "large": publishtest.Large(40), "empty": {}} {
		h := serving(t, r, Options{})
		pages := map[string]map[string]bool{} // the ids of every page
		links := map[string]string{}          // with the page that has them
		for _, a := range addresses(r) {
			pages[a] = visit(t, h, name, a, links)
			checkTwin(t, h, a)
		}
		for _, link := range sortedKeys(links) {
			path, fragment, _ := strings.Cut(link, "#")
			ids, met := pages[path]
			if !met {
				ids = visit(t, h, name, path, map[string]string{})
				pages[path] = ids
			}
			if fragment != "" && ids != nil && !ids[fragment] {
				t.Errorf("%s: %s on %s leads to no place", name, link, links[link])
			}
		}
	}
}

func sortedKeys(m map[string]string) (out []string) {
	for k := range m { // sorted below
		out = append(out, k)
	}
	slices.Sort(out)
	return out
}

// visit reads a page, notes where it leads, and gives the ids in it.
func visit(t *testing.T, h http.Handler, name, a string, links map[string]string) map[string]bool {
	t.Helper()
	w := asked(h, "GET", a, "Accept", "text/html")
	if w.Code != 200 {
		t.Errorf("%s: %s: status %d", name, a, w.Code)
		return nil
	}
	if !strings.HasPrefix(w.Header().Get("Content-Type"), "text/html") {
		return nil
	}
	doc, err := html.Parse(w.Body)
	if err != nil {
		t.Fatal(err)
	}
	ids := map[string]bool{"": true}
	for n := range doc.Descendants() {
		for _, at := range n.Attr {
			switch {
			case at.Key == "id" && ids[at.Val]:
				t.Errorf("%s: %s: the id %s stands twice", name, a, at.Val)
			case at.Key == "id":
				ids[at.Val] = true
			case at.Key == "href" && strings.HasPrefix(at.Val, "#"):
				links[strings.SplitN(a, "#", 2)[0]+at.Val] = a
			case at.Key == "href" && strings.HasPrefix(at.Val, "/"):
				links[at.Val] = a
			}
		}
	}
	return ids
}

func checkTwin(t *testing.T, h http.Handler, a string) {
	t.Helper()
	path, query, asks := strings.Cut(a, "?")
	if path == "/" {
		path = "/index"
	}
	path += ".json"
	if asks {
		path += "?" + query
	}
	w := asked(h, "GET", path)
	if w.Code != 200 || w.Header().Get("Content-Type") != "application/json" || !json.Valid(w.Body.Bytes()) {
		t.Errorf("%s: status %d, %s", path, w.Code, w.Header().Get("Content-Type"))
	}
}

// The statements of a report stand in its text, marked, and each opens on what
// the record makes of it.
func TestStatementsAreMarkedInPlace(t *testing.T) {
	r := publishtest.Rich()
	h := serving(t, r, Options{})
	for _, q := range r.Quotes {
		if q.Review != nil {
			continue
		}
		for _, e := range q.Evidence {
			w := asked(h, "GET", "/reports/"+string(e.Report))
			doc, err := html.Parse(w.Body)
			if err != nil {
				t.Fatal(err)
			}
			marked := byID(doc, fmt.Sprintf("w-%d-%d", e.Start, e.End))
			if marked == nil || words(marked) != strings.Join(strings.Fields(e.Exact), " ") {
				t.Errorf("%s: %q is not marked in %s", q.ID, e.Exact, e.Report)
			}
		}
		page := asked(h, "GET", "/statements/"+string(q.ID)).Body.String()
		if !strings.Contains(page, `<mark class="now">`) || !strings.Contains(page, fmt.Sprintf("#w-%d-%d", q.Evidence[0].Start, q.Evidence[0].End)) {
			t.Errorf("%s: its page does not open on its sentence", q.ID)
		}
	}
	if page := asked(h, "GET", "/reports/r3").Body.String(); strings.Contains(page, "/statements/q5") {
		t.Error("a rejected statement is marked")
	}
}

func byID(doc *html.Node, id string) *html.Node {
	for n := range doc.Descendants() {
		for _, a := range n.Attr {
			if a.Key == "id" && a.Val == id {
				return n
			}
		}
	}
	return nil
}

func words(n *html.Node) string {
	var b strings.Builder
	for c := range n.Descendants() {
		if c.Type == html.TextNode {
			b.WriteString(c.Data)
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

// Nothing of a hostile report acts, on any page.
func TestHostileIsTamed(t *testing.T) {
	r := publishtest.Hostile()
	h := serving(t, r, Options{})
	script := regexp.MustCompile(`<script[^>]*>`)
	for _, a := range append(addresses(r), "/search?q="+strings.ReplaceAll("%3Cscript%3Ealert(1)%3C/script%3E", " ", "+")) {
		body := asked(h, "GET", a).Body.String()
		for _, bad := range []string{"<img", "javascript:alert(document", "\x1b", "\u202e", "\x07", " onerror=alert(3)>\""} {
			if strings.Contains(body, bad) && !strings.HasSuffix(a, ".json") && !strings.Contains(strings.ToLower(bad), "on") {
				t.Errorf("%s: %q gets through", a, bad)
			}
		}
		for _, s := range script.FindAllString(body, -1) {
			if !strings.HasPrefix(s, `<script src="/keys.js?v=`) {
				t.Errorf("%s: a script: %s", a, s)
			}
		}
		checkNodes(t, a, body)
	}
}

// checkNodes wants no handler, no frame and no address but ours and http.
func checkNodes(t *testing.T, a, body string) {
	t.Helper()
	doc, err := html.Parse(strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	for n := range doc.Descendants() {
		if slices.Contains([]string{"img", "iframe", "object", "embed", "base", "meta-refresh"}, n.Data) && n.Type == html.ElementNode {
			t.Errorf("%s: <%s>", a, n.Data)
		}
		for _, at := range n.Attr {
			if strings.HasPrefix(at.Key, "on") || at.Key == "style" {
				t.Errorf("%s: a handler %s", a, at.Key)
			}
			if (at.Key == "href" || at.Key == "src" || at.Key == "action") && !strings.HasPrefix(at.Val, "/") && !strings.HasPrefix(at.Val, "#") && !strings.HasPrefix(at.Val, "http") {
				t.Errorf("%s: an address %q", a, at.Val)
			}
		}
	}
}

// Nor does a hostile reviewer's word, on the pages that tell of it.
func TestHostileDecisionsAreTamed(t *testing.T) {
	r := publishtest.Hostile()
	h := deciding(t, r, nil, "")
	attack := strings.NewReplacer("\x1b", "", "\u202e", "", "\u202c", "").Replace(publishtest.Attack) // with those it is refused
	sent(t, h, fill(t, h, "/statements/q1", "about", "q1", "action", "accept", "by", attack, "note", attack))
	sent(t, h, fill(t, h, "/statements/q1", "about", "q1", "action", "correct:speaker", "value.speaker", attack, "by", attack))
	for _, control := range []string{"\x1b[2J", "\u202e", "\x00"} {
		if w := from(h, "POST", "/decide", fill(t, h, "/statements/q1", "about", "q1", "action", "accept", "by", "x"+control).Encode()); w.Code != 400 {
			t.Errorf("a name with %q: status %d", control, w.Code)
		}
	}
	for _, a := range append(addresses(r), "/decisions", "/review", "/review?state=all", "/changes?since=2000", "/statements/q1?done=k1.<script>.%22") {
		if strings.HasSuffix(strings.SplitN(a, "?", 2)[0], ".json") {
			continue
		}
		body := from(h, "GET", a, "").Body.String()
		for _, bad := range []string{"<img", "<script>", "\x1b", "\u202e", "javascript:alert(document"} {
			if strings.Contains(body, bad) {
				t.Errorf("%s: %q gets through", a, bad)
			}
		}
		checkNodes(t, a, body)
	}
}

// A report of megabytes is shown in parts, and its sentences open in theirs.
func TestAnEndlessReport(t *testing.T) {
	r := publishtest.Rich()
	rep := &r.Reports[0]
	lead := strings.Repeat("\u00e9 and on it goes ", 40_000)
	at := len(lead)
	rep.Text = lead + "Nobody knows."
	r.Quotes[0].Evidence = []record.Evidence{{Report: rep.ID, Start: at, End: len(rep.Text), Exact: "Nobody knows.", Sentence: "Nobody knows."}}
	r.Quotes[0].Versions = nil
	h := serving(t, r, Options{})
	if n := asked(h, "GET", "/reports/"+string(rep.ID)).Body.Len(); n > 300_000 {
		t.Errorf("the first part has %d bytes", n)
	}
	link := wordsAt(rep.ID, at, len(rep.Text))
	if !strings.Contains(asked(h, "GET", "/statements/"+string(r.Quotes[0].ID)).Body.String(), `href="`+link+`"`) {
		t.Errorf("the statement does not lead to %s", link)
	}
	page, anchor, _ := strings.Cut(link, "#")
	if !strings.Contains(asked(h, "GET", page).Body.String(), `id="`+anchor+`"`) {
		t.Errorf("%s has no %s", page, anchor)
	}
	for _, n := range []string{"0", "7", "-1", "x"} {
		if w := asked(h, "GET", "/reports/"+string(rep.ID)+"?part="+n); w.Code != 404 {
			t.Errorf("part %s: status %d", n, w.Code)
		}
	}
}

// Pages beyond the last are empty, and numbers that are none are refused.
func TestHugePages(t *testing.T) {
	h := deciding(t, publishtest.Rich(), nil, "")
	for address, want := range map[string]int{"/search?page=1048576": 200, "/search?page=1048577": 400, "/search?page=99999999999999999999": 400, "/search?page=-1": 400,
		"/review?page=1048576": 200, "/review?page=1048577": 400, "/review?page=0x10": 400, "/changes?since=9000": 200, "/changes?since=99999": 400, "/changes?page=2": 400} {
		if w := from(h, "GET", address, ""); w.Code != want || w.Body.Len() > 1<<16 {
			t.Errorf("%s: status %d, want %d; %d bytes", address, w.Code, want, w.Body.Len())
		}
	}
}

// A title of ten megabytes makes no page of ten megabytes.
func TestAnEndlessTitle(t *testing.T) {
	r := publishtest.Rich()
	title := strings.Repeat("<b>\u202eword ", 1<<20)
	r.Reports[0].Title = &title
	r.Stories[0].Label = title
	h := deciding(t, r, nil, "")
	id, story := string(r.Reports[0].ID), string(r.Stories[0].ID)
	for _, a := range []string{"/", "/reports/" + id, "/reports/" + id + "/beside/r2", "/stories/" + story, "/search?type=report", "/changes?since=2031-01-01", "/review", "/statements/q1"} {
		w := from(h, "GET", a, "")
		if w.Code != 200 || w.Body.Len() > 300_000 {
			t.Errorf("%s: status %d, %d bytes", a, w.Code, w.Body.Len())
		}
	}
}

// A story keeps its size when it grows.
func TestAStoryPageIsBounded(t *testing.T) {
	h := serving(t, publishtest.Large(400), Options{})
	w := asked(h, "GET", "/stories/st1")
	if w.Code != 200 || w.Body.Len() > 300_000 {
		t.Errorf("status %d, %d bytes", w.Code, w.Body.Len())
	}
	if !strings.Contains(w.Body.String(), "/stories/st1/timeline") {
		t.Error("the page does not lead to the whole timeline")
	}
}

// A question that makes no sense is told so, on the page where it was asked,
// with what would be understood.
func TestWrongSearch(t *testing.T) {
	h := serving(t, publishtest.Rich(), Options{})
	for query, want := range map[string]string{
		"type=time": "<code>quote</code>", "status=over": "<code>held</code>", "since=soon": "2025-02", "entity=nobody": "no entity has this id",
		"page=0": "no number of a page", "page=-1": "page", "page=1&page=2": "stands twice", "q=%zz": "cannot be read", "x=1": "<code>outlet</code>",
		"%3Cscript%3E=1": "&lt;script&gt;",
	} {
		w := asked(h, "GET", "/search?"+query, "Accept", "text/html")
		if w.Code != 400 || !strings.Contains(w.Body.String(), want) || strings.Contains(w.Body.String(), "<script>") {
			t.Errorf("%s: status %d, without %q", query, w.Code, want)
		}
		if w := asked(h, "GET", "/search.json?"+query); w.Code != 400 || w.Header().Get("Content-Type") != "application/problem+json" {
			t.Errorf("%s as JSON: status %d, %s", query, w.Code, w.Header().Get("Content-Type"))
		}
	}
	if w := asked(h, "GET", "/search?type=event&page=99"); w.Code != 200 || !strings.Contains(w.Body.String(), "Nothing is found") {
		t.Errorf("a page beyond the end: status %d", w.Code)
	}
}

// A page that is kept is the page that was made, and not that of an older record.
func TestKeptPages(t *testing.T) {
	ctx := context.Background()
	m := store.NewMemory()
	small, big := publishtest.Large(4), publishtest.Large(6)
	if _, err := m.PutRecord(ctx, small); err != nil {
		t.Fatal(err)
	}
	s, err := shelf.Open(ctx, m)
	if err != nil {
		t.Fatal(err)
	}
	h := New(s, Options{})
	first, again := asked(h, "GET", "/stories/st1"), asked(h, "GET", "/stories/st1")
	if first.Body.Len() == 0 || first.Body.String() != again.Body.String() || first.Header().Get("Content-Type") != again.Header().Get("Content-Type") {
		t.Error("the second answer is another")
	}
	if twin := asked(h, "GET", "/stories/st1.json"); !json.Valid(twin.Body.Bytes()) {
		t.Error("the twin is a page")
	}
	if _, err := m.PutRecord(ctx, big); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Renew(ctx); err != nil {
		t.Fatal(err)
	}
	if after := asked(h, "GET", "/stories/st1"); after.Body.String() == first.Body.String() {
		t.Error("the page is that of the old record")
	}
}

func TestNowhere(t *testing.T) {
	h := serving(t, publishtest.Rich(), Options{})
	for _, a := range []string{"/nothing", "/stories/none", "/reports/none.json", "/entities/<script>", "/statements/r1", "/stories/st1/none", "/reports/r1/beside/none", "/../../etc/passwd", "/reports/%00"} {
		for _, accept := range []string{"text/html", "*/*"} {
			w := asked(h, "GET", strings.ReplaceAll(a, "<script>", "%3Cscript%3E"), "Accept", accept)
			if w.Code != 404 && w.Code != 301 && w.Code != 307 {
				t.Errorf("%s: status %d", a, w.Code)
			}
			if bytes.Contains(w.Body.Bytes(), []byte("<script>")) {
				t.Errorf("%s: the address gets through", a)
			}
		}
	}
}
