package site

import (
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"

	"rapporteur/internal/publish/publishtest"
)

// FuzzAddress: no address makes the server fail or says back what would act.
func FuzzAddress(f *testing.F) {
	for _, s := range [][2]string{{"/reports/r1", ""}, {"/search", "q=a&type=event&page=2"}, {"/stories/st1/said.json", ""}, {"/entities/<b>", "x=<i>"},
		{"/reports/r1/beside/r2.json", ""}, {"//statements/../q1", "%"}, {"/search.json", "q=%00"}} {
		f.Add(s[0], s[1])
	}
	h := serving(f, publishtest.Rich(), Options{})
	f.Fuzz(func(t *testing.T, path, query string) {
		r := httptest.NewRequest("GET", "/", nil)
		r.Host, r.URL = "localhost", &url.URL{Path: path, RawQuery: query}
		r.Header.Set("Accept", "text/html")
		w := httptest.NewRecorder()
		h.ServeHTTP(w, r)
		if w.Code >= 500 {
			t.Errorf("%q ? %q: status %d", path, query, w.Code)
		}
		if body := w.Body.String(); strings.HasPrefix(w.Header().Get("Content-Type"), "text/html") && (strings.Contains(body, "<b>") || strings.Contains(body, "<i>")) {
			t.Errorf("%q ? %q: markup gets through", path, query)
		}
	})
}
