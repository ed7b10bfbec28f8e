package site

import (
	"bytes"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"rapporteur/internal/publish/publishtest"
)

func TestWhoMayRead(t *testing.T) {
	open, closed := serving(t, publishtest.Rich(), Options{}), serving(t, publishtest.Rich(), Options{Token: "a token of some length"})
	for _, test := range []struct {
		name    string
		h       http.Handler
		method  string
		headers []string
		want    int
	}{
		{"localhost", open, "GET", nil, 200},
		{"an address of this machine", open, "GET", []string{"Host", "127.0.0.1:8080"}, 200},
		{"the same by IPv6", open, "GET", []string{"Host", "[::1]:8080"}, 200},
		{"a foreign name for this machine", open, "GET", []string{"Host", "evil.example"}, 421},
		{"a name that begins like ours", open, "GET", []string{"Host", "localhost.evil.example"}, 421},
		{"no name", open, "GET", []string{"Host", ""}, 421},
		{"another address", open, "GET", []string{"Host", "192.0.2.1"}, 421},
		{"writing", open, "POST", nil, 405},
		{"deleting", open, "DELETE", nil, 405},
		{"tracing", open, "TRACE", nil, 405},
		{"another site's script", open, "GET", []string{"Sec-Fetch-Site", "cross-site", "Sec-Fetch-Mode", "cors", "Sec-Fetch-Dest", "empty"}, 403},
		{"another site's frame", open, "GET", []string{"Sec-Fetch-Site", "cross-site", "Sec-Fetch-Mode", "navigate", "Sec-Fetch-Dest", "iframe"}, 403},
		{"another origin", open, "GET", []string{"Origin", "https://evil.example"}, 403},
		{"a link elsewhere", open, "GET", []string{"Sec-Fetch-Site", "cross-site", "Sec-Fetch-Mode", "navigate", "Sec-Fetch-Dest", "document"}, 200},
		{"our own page", open, "GET", []string{"Sec-Fetch-Site", "same-origin", "Sec-Fetch-Mode", "navigate"}, 200},
		{"no token", closed, "GET", []string{"Host", "record.example"}, 401},
		{"a wrong token", closed, "GET", []string{"Authorization", "Bearer a token of some lengtH"}, 401},
		{"the token", closed, "GET", []string{"Host", "record.example", "Authorization", "Bearer a token of some length"}, 200},
		{"the token as a password", closed, "GET", []string{"Authorization", basic("any", "a token of some length")}, 200},
		{"an empty password", closed, "GET", []string{"Authorization", basic("any", "")}, 401},
	} {
		for _, address := range []string{"/", "/api/v1/quotes", "/style.css", "/index.json"} {
			if w := asked(test.h, test.method, address, test.headers...); w.Code != test.want {
				t.Errorf("%s: %s: status %d, want %d", test.name, address, w.Code, test.want)
			}
		}
	}
}

func basic(user, password string) string {
	r := httptest.NewRequest("GET", "/", nil)
	r.SetBasicAuth(user, password)
	return r.Header.Get("Authorization")
}

func TestSizes(t *testing.T) {
	h := serving(t, publishtest.Rich(), Options{})
	if w := asked(h, "GET", "/search?q="+strings.Repeat("a", maxAddress)); w.Code != http.StatusRequestURITooLong {
		t.Errorf("a long address: status %d", w.Code)
	}
	r := httptest.NewRequest("GET", "/", bytes.NewReader(make([]byte, 10)))
	r.Host = "localhost"
	w := httptest.NewRecorder()
	if h.ServeHTTP(w, r); w.Code != http.StatusRequestEntityTooLarge {
		t.Errorf("a body: status %d", w.Code)
	}
}

func TestRate(t *testing.T) {
	h := serving(t, publishtest.Rich(), Options{Rate: 1})
	codes := map[int]int{}
	for range 20 {
		codes[asked(h, "GET", "/style.css").Code]++
	}
	if codes[200] < 5 || codes[200] > 6 || codes[429] != 20-codes[200] {
		t.Errorf("of twenty questions at a stroke: %v", codes)
	}
	other := httptest.NewRequest("GET", "/style.css", nil)
	other.Host, other.RemoteAddr = "localhost", "192.0.2.77:1"
	w := httptest.NewRecorder()
	if h.ServeHTTP(w, other); w.Code != 200 {
		t.Errorf("another reader pays for the first: %d", w.Code)
	}
}

func TestUnchanged(t *testing.T) {
	h := serving(t, publishtest.Rich(), Options{Edition: "1"})
	for _, address := range []string{"/", "/stories/st1", "/api/v1/quotes", "/style.css"} {
		first := asked(h, "GET", address)
		mark := first.Header().Get("ETag")
		if mark == "" || first.Code != 200 {
			t.Errorf("%s: status %d, ETag %q", address, first.Code, mark)
		}
		if again := asked(h, "GET", address, "If-None-Match", mark); again.Code != 304 || again.Body.Len() > 0 {
			t.Errorf("%s: asked again: status %d", address, again.Code)
		}
		if other := asked(h, "GET", address, "If-None-Match", `"other"`); other.Code != 200 {
			t.Errorf("%s: with another mark: status %d", address, other.Code)
		}
	}
	if a, b := asked(h, "GET", "/"), asked(serving(t, publishtest.Rich(), Options{Edition: "2"}), "GET", "/"); a.Header().Get("ETag") == b.Header().Get("ETag") {
		t.Error("another build shows the same mark")
	}
	if w := asked(h, "GET", "/nothing"); w.Header().Get("ETag") != "" {
		t.Error("a refusal is taken for the record")
	}
}

func TestHeaders(t *testing.T) {
	h := serving(t, publishtest.Hostile(), Options{})
	for _, address := range []string{"/", "/reports/r1", "/api/v1/reports", "/nothing", "/keys.js"} {
		w := asked(h, "GET", address)
		csp := w.Header().Get("Content-Security-Policy")
		if !strings.Contains(csp, "default-src 'none'; script-src 'self'; style-src 'self';") || !strings.Contains(csp, "frame-ancestors 'none'") {
			t.Errorf("%s: policy %q", address, csp)
		}
		if w.Header().Get("X-Content-Type-Options") != "nosniff" || w.Header().Get("Cross-Origin-Resource-Policy") != "same-origin" {
			t.Errorf("%s: %v", address, w.Header())
		}
	}
}
