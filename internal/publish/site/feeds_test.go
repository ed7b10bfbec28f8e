package site

import (
	"strings"
	"testing"

	"rapporteur/internal/publish/publishtest"
)

// TestPagesLeadToTheirFeeds, and each feed that a page leads to answers.
func TestPagesLeadToTheirFeeds(t *testing.T) {
	h := serving(t, publishtest.Rich(), Options{})
	for page, feed := range map[string]string{"/stories/st1": "/stories/st1.", "/entities/toland": "/entities/toland.", "/search?q=harbour&type=quote": "/search.?q=harbour&amp;type=quote", "/": "", "/stories/st1/timeline": ""} {
		body := asked(h, "GET", page).Body.String()
		for _, end := range []string{"atom", "ics"} {
			address := strings.Replace(feed, ".", "."+end, 1)
			if feed == "" {
				if strings.Contains(body, "."+end+`"`) {
					t.Errorf("%s leads to a feed", page)
				}
				continue
			}
			if !strings.Contains(body, `href="`+address+`"`) {
				t.Errorf("%s does not lead to %s", page, address)
			}
			if w := asked(h, "GET", strings.ReplaceAll(address, "&amp;", "&")); w.Code != 200 || !strings.Contains(w.Header().Get("Content-Type"), map[string]string{"atom": "atom+xml", "ics": "calendar"}[end]) {
				t.Errorf("%s: status %d, %s", address, w.Code, w.Header().Get("Content-Type"))
			}
		}
	}
}
