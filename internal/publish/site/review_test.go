package site

import (
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/url"
	"regexp"
	"strings"
	"testing"

	"rapporteur/internal/publish/publishtest"
	"rapporteur/internal/publish/shelf"
	"rapporteur/internal/record"
	"rapporteur/internal/store"
)

// deciding gives the pages over a record with a desk; busy says that the record
// is being made anew.
func deciding(t testing.TB, r *record.Record, busy *bool, token string) http.Handler {
	t.Helper()
	m := store.NewMemory()
	if _, err := m.PutRecord(context.Background(), r); err != nil {
		t.Fatal(err)
	}
	s, err := shelf.Open(context.Background(), m)
	if err != nil {
		t.Fatal(err)
	}
	return New(s, Options{Token: token, Desk: &shelf.Desk{Reviewer: "anna", Working: func() bool { return busy != nil && *busy },
		Keep: func(ctx context.Context, ds []record.Decision) error {
			_, err := m.PutDecisions(ctx, ds)
			return err
		}}})
}

// from is a question as a browser on this machine puts it.
func from(h http.Handler, method, address, body string, headers ...string) *httptest.ResponseRecorder {
	r := httptest.NewRequest(method, "http://localhost"+address, strings.NewReader(body))
	r.RemoteAddr = "127.0.0.1:50000"
	r.Header.Set("Accept", "text/html")
	if method == "POST" {
		r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
		r.Header.Set("Sec-Fetch-Site", "same-origin")
		r.Header.Set("Origin", "http://localhost")
	}
	for i := 0; i+1 < len(headers); i += 2 {
		switch headers[i] {
		case "Host":
			r.Host = headers[i+1]
		case "Peer":
			r.RemoteAddr = headers[i+1]
		default:
			r.Header.Set(headers[i], headers[i+1])
		}
	}
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w
}

var csrfField = regexp.MustCompile(`name="csrf" value="([0-9a-f]{64})"`)

// fill is the form of a page with some fields filled in.
func fill(t testing.TB, h http.Handler, page string, pairs ...string) url.Values {
	t.Helper()
	m := csrfField.FindStringSubmatch(from(h, "GET", page, "").Body.String())
	if m == nil {
		t.Fatalf("%s has no form", page)
	}
	v := url.Values{"csrf": {m[1]}, "back": {page}}
	for i := 0; i+1 < len(pairs); i += 2 {
		v.Add(pairs[i], pairs[i+1])
	}
	return v
}

// sent posts a form and follows to the page after it.
func sent(t testing.TB, h http.Handler, v url.Values) string {
	t.Helper()
	w := from(h, "POST", "/decide", v.Encode())
	if w.Code != http.StatusSeeOther {
		t.Fatalf("status %d: %s", w.Code, text(w.Body.String()))
	}
	to := w.Header().Get("Location")
	next := from(h, "GET", to, "")
	if next.Code != 200 {
		t.Fatalf("%s: status %d", to, next.Code)
	}
	return next.Body.String()
}

func text(html string) string {
	return strings.Join(strings.Fields(regexp.MustCompile(`<[^>]*>`).ReplaceAllString(html, " ")), " ")
}

// A statement that is rejected where it stands vanishes from every page, and is
// back when that is undone, without a script.
func TestRejectWithoutAScript(t *testing.T) {
	h := deciding(t, publishtest.Rich(), nil, "")
	shown := func() (out []string) {
		for _, a := range []string{"/stories/st1", "/stories/st1/said", "/reports/r5", "/search?q=nobody+gains", "/entities/sund"} {
			if strings.Contains(from(h, "GET", a, "").Body.String(), "/statements/q2") {
				out = append(out, a)
			}
		}
		return out
	}
	if got := shown(); len(got) != 5 {
		t.Fatalf("at first it stands on %v", got)
	}
	page := sent(t, h, fill(t, h, "/statements/q2", "about", "q2", "action", "reject", "note", "an aside"))
	if got := shown(); len(got) > 0 {
		t.Errorf("rejected, it stands on %v", got)
	}
	for _, want := range []string{"This quote is rejected", "rejected by anna", "an aside", "Undo"} {
		if !strings.Contains(text(page), want) {
			t.Errorf("the page does not say %q", want)
		}
	}
	undo := regexp.MustCompile(`value="(undo:k[a-z0-9]+)"`).FindStringSubmatch(page)
	if undo == nil {
		t.Fatal("there is no undo")
	}
	page = sent(t, h, fill(t, h, "/statements/q2", "about", "q2", "action", undo[1]))
	if got := shown(); len(got) != 5 {
		t.Errorf("taken back, it stands on %v", got)
	}
	if !strings.Contains(text(page), "taken back") {
		t.Error("the page does not tell that it was taken back")
	}
	if got := text(from(h, "GET", "/decisions", "").Body.String()); !strings.Contains(got, "2 in all") || !strings.Contains(got, "an aside") {
		t.Errorf("the decisions: %s", got)
	}
}

// Correct, merge, split and seen are told of where they were made.
func TestOtherDecisions(t *testing.T) {
	busy := false
	h := deciding(t, publishtest.Rich(), &busy, "")
	for _, test := range []struct {
		page, want string
		pairs      []string
	}{
		{"/statements/q1", "corrected speaker to Oda Velt", []string{"about", "q1", "action", "correct:speaker", "value.speaker", "Oda Velt", "by", "Bo"}},
		{"/statements/q1", "corrected time to unknown", []string{"about", "q1", "action", "correct:time", "value.time", "2031", "unknown.time", "1"}},
		{"/statements/ev1", "corrected status to held", []string{"about", "ev1", "action", "correct:status", "value.status", "held"}},
		{"/statements/q1", "merged with", []string{"about", "q1", "action", "merge", "with", "q3", "with", ""}},
		{"/statements/q1", "split", []string{"about", "q1", "action", "split", "part", splitOf("q1")}},
		{"/entities/harn", "split: Joseph Harn", []string{"about", "harn", "action", "split", "part", "name:Joseph Harn"}},
		{"/entities/velt", "merged with Lia Sund", []string{"about", "velt", "action", "merge", "with", "Lia Sund"}},
		{"/stories/st1", "split", []string{"about", "st1", "action", "split", "part", "report:r5"}},
		{"/stories/st1", "corrected label to The harbour", []string{"about", "st1", "action", "correct:label", "value.label", "The harbour"}},
		{"/statements/f1", "seen", []string{"about", "f1", "action", "seen"}},
	} {
		page := sent(t, h, fill(t, h, test.page, test.pairs...))
		if !strings.Contains(text(page), test.want) {
			t.Errorf("%s %v: the page does not say %q", test.page, test.pairs, test.want)
		}
	}
	busy = true
	if got := text(from(h, "GET", "/statements/q1", "").Body.String()); !strings.Contains(got, "The record is being made anew") {
		t.Error("nothing is said of the record being made anew")
	}
	if got := text(from(h, "GET", "/review?state=seen", "").Body.String()); !strings.Contains(got, "1 to 2 of 2") {
		t.Error("what was seen is not listed") // f1, and what q1 was merged with
	}
}

// splitOf is the second wording of a quote as its form names it.
func splitOf(id record.ID) string {
	for _, q := range publishtest.Rich().Quotes {
		if q.ID == id {
			e := q.Versions[1].Evidence[0]
			return fmt.Sprintf("%s:%d-%d", e.Report, e.Start, e.End)
		}
	}
	return ""
}

// Many are decided at a stroke: those that are marked, or all on the page.
func TestBulk(t *testing.T) {
	h := deciding(t, publishtest.Rich(), nil, "")
	const queue = "/review?type=figure"
	page := sent(t, h, fill(t, h, queue, "about", "f1", "all", "f1", "all", "f2", "scope", "marked", "action", "accept"))
	if !strings.Contains(text(page), "1 to 3 of 3") {
		t.Error("one is marked, and not one is decided")
	}
	page = sent(t, h, fill(t, h, queue, "all", "f2", "all", "f3", "all", "f4", "scope", "all", "action", "reject"))
	if !strings.Contains(text(page), "Nothing is undecided") || !strings.Contains(text(page), "rejected") {
		t.Errorf("all are rejected, and the page says %s", text(page))
	}
	undo := regexp.MustCompile(`value="(undo:k[a-z0-9]+,k[a-z0-9]+,k[a-z0-9]+)"`).FindStringSubmatch(page)
	if undo == nil {
		t.Fatal("there is no undo of all")
	}
	v := fill(t, h, "/statements/q1", "action", undo[1])
	v.Set("back", queue)
	if page = sent(t, h, v); !strings.Contains(text(page), "1 to 3 of 3") {
		t.Error("the three are not taken back")
	}
}

// Who may decide, and what is no decision.
func TestWhoMayDecide(t *testing.T) {
	open, closed := deciding(t, publishtest.Rich(), nil, ""), deciding(t, publishtest.Rich(), nil, "a token of some length")
	good := fill(t, open, "/statements/q2", "about", "q2", "action", "seen").Encode()
	const api, body = "/api/v1/decisions", `{"decisions": [{"action": "seen", "about": "q2"}]}`
	asJSON := []string{"Content-Type", "application/json"}
	for _, test := range []struct {
		name    string
		h       http.Handler
		path    string
		body    string
		headers []string
		want    int
	}{
		{"a form", open, "/decide", good, nil, 303},
		{"a program", open, api, body, append(asJSON, "Sec-Fetch-Site", "", "Origin", ""), 201},
		{"a program with another accept", open, api, body, append(asJSON, "Accept", "*/*"), 201},
		{"no secret", open, "/decide", "about=q2&action=seen", nil, 403},
		{"another secret", open, "/decide", "csrf=" + strings.Repeat("0", 64) + "&about=q2&action=seen", nil, 403},
		{"another site's form", open, "/decide", good, []string{"Sec-Fetch-Site", "cross-site"}, 403},
		{"another site's form that navigates", open, "/decide", good, []string{"Sec-Fetch-Site", "cross-site", "Sec-Fetch-Mode", "navigate", "Sec-Fetch-Dest", "document"}, 403},
		{"a subdomain's form", open, "/decide", good, []string{"Sec-Fetch-Site", "same-site"}, 403},
		{"another origin", open, "/decide", good, []string{"Sec-Fetch-Site", "", "Origin", "https://evil.example"}, 403},
		{"no origin at all", open, "/decide", good, []string{"Origin", "null"}, 403},
		{"a foreign name", open, "/decide", good, []string{"Host", "evil.example"}, 421},
		{"another machine", open, "/decide", good, []string{"Peer", "192.0.2.9:1"}, 401},
		{"another machine's program", open, api, body, append(asJSON, "Peer", "192.0.2.9:1"), 401},
		{"a form as JSON", open, api, good, nil, 415},
		{"text for JSON", open, api, body, []string{"Content-Type", "text/plain"}, 415},
		{"no token", closed, api, body, asJSON, 401},
		{"a token", closed, api, body, append(asJSON, "Authorization", "Bearer a token of some length", "Peer", "192.0.2.9:1", "Host", "record.example", "Origin", "http://record.example"), 201},
		{"a token and no secret", closed, "/decide", "about=q2&action=seen", []string{"Authorization", "Bearer a token of some length"}, 403},
		{"an unknown line", open, "/decide", strings.Replace(good, "about=q2", "about=q999", 1), nil, 400},
		{"nothing marked", open, "/decide", strings.Replace(good, "about=q2", "x=1", 1), nil, 400},
		{"an unknown field", open, api, `{"decisions": [{"action": "seen", "about": "q2", "why": 1}]}`, asJSON, 400},
		{"no JSON", open, api, `{"decisions": [`, asJSON, 400},
		{"two objects", open, api, body + body, asJSON, 400},
		{"nothing", open, api, `{}`, asJSON, 400},
		{"too much", open, api, `{"decisions": [{"note": "` + strings.Repeat("n", 2<<20) + `"}]}`, asJSON, 413},
		{"elsewhere", open, "/statements/q2", good, nil, 405},
		{"a long form", open, "/decide", good + "&note=" + strings.Repeat("n", 2<<20), nil, 413},
	} {
		if w := from(test.h, "POST", test.path, test.body, test.headers...); w.Code != test.want {
			t.Errorf("%s: status %d, want %d: %.200s", test.name, w.Code, test.want, text(w.Body.String()))
		}
	}
}

// The page after a decision is one of ours, whatever the form says.
func TestAfterIsHere(t *testing.T) {
	for _, back := range []string{"https://evil.example/", "//evil.example/", "/\\evil.example", "javascript:alert(1)", "", "evil", "/a\r\nSet-Cookie: x=1", "https:evil", "///evil.example"} {
		if got := after(back, nil); !strings.HasPrefix(got, "/decisions") {
			t.Errorf("%q leads to %q", back, got)
		}
	}
	if got := after("/search?q=a&done=k1", []record.Decision{{ID: "k2"}}); got != "/search?done=k2&q=a" {
		t.Errorf("got %q", got)
	}
}

// Where no desk is, there is only reading, and no sign of more.
func TestWithoutADesk(t *testing.T) {
	h := serving(t, publishtest.Rich(), Options{})
	for _, a := range []string{"/decide", "/api/v1/decisions"} {
		if w := from(h, "POST", a, "x"); w.Code != 405 {
			t.Errorf("POST %s: status %d", a, w.Code)
		}
	}
	if w := from(h, "GET", "/review", ""); w.Code != 404 {
		t.Errorf("/review: status %d", w.Code)
	}
	if body := from(h, "GET", "/statements/q1", "").Body.String(); strings.Contains(body, "/decide") || strings.Contains(body, "csrf") {
		t.Error("a page offers to decide")
	}
	if w := from(h, "GET", "/api/v1/decisions", ""); w.Code != 200 || !strings.Contains(w.Body.String(), `"total":0`) {
		t.Errorf("the list of decisions: status %d: %s", w.Code, w.Body)
	}
}

// A line that was made part of another leads on to it.
func TestMergedLeadsOn(t *testing.T) {
	r := publishtest.Rich()
	r.Merged = []record.Merged{{Type: "merged", ID: "qold", Into: "q1", Decision: "k1"}, {Type: "merged", ID: "eold", Into: "toland", Decision: "k1"}, {Type: "merged", ID: "sold", Into: "st1", Decision: "k1"}}
	h := serving(t, r, Options{})
	for from, to := range map[string]string{"/statements/qold": "/statements/q1", "/statements/qold.json": "/statements/q1.json", "/entities/eold": "/entities/toland", "/stories/sold?x=1": "/stories/st1?x=1"} {
		if w := asked(h, "GET", from); w.Code != http.StatusFound || w.Header().Get("Location") != to {
			t.Errorf("%s: status %d, to %q", from, w.Code, w.Header().Get("Location"))
		}
	}
	if w := asked(h, "GET", "/api/v1/quotes/qold"); w.Code != 200 || !strings.Contains(w.Body.String(), `"into":"q1"`) {
		t.Errorf("the API: status %d: %s", w.Code, w.Body)
	}
	if w := asked(h, "GET", "/api/v1/events/qold"); w.Code != 404 {
		t.Errorf("the API in another list: status %d", w.Code)
	}
}
