package main

import (
	"context"
	"encoding/json"
	"io"
	"net"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"rapporteur/internal/pipeline"
	"rapporteur/internal/publish/shelf"
	"rapporteur/internal/store"
)

// served reads a file of reports and serves what came of it, on this machine.
func served(t *testing.T, feed string) (base string, book func() *shelf.Book) {
	t.Helper()
	ctx, cancel := context.WithCancel(context.Background())
	s, err := store.Open(ctx, filepath.Join(t.TempDir(), "r.db"), store.Options{Create: true, Edition: pipeline.Edition()})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := pipeline.Read(ctx, s, []string{feed}, pipeline.Options{}); err != nil {
		t.Fatal(err)
	}
	sh, err := shelf.Open(ctx, s)
	if err != nil {
		t.Fatal(err)
	}
	dec := newDeciding(s, sh)
	d, ln := desked(t), listening(t)
	ended := make(chan error, 1)
	go func() {
		ended <- d.serve(ctx, ln, (&serveCmd{Listen: ln.Addr().String()}).handler(sh, dec.desktop("anna")))
	}()
	t.Cleanup(func() { close(d.stop); <-ended; cancel(); s.Close() })
	return "http://" + ln.Addr().String(), sh.Current
}

// wicked is what a hostile report says in every field.
const wicked = "<script>alert(1)</script><img src=x onerror=alert(2)> \u202ereversed\u202c \u2066x\u2069 \"'><svg onload=alert(3)>"

// A report that was made to do harm is read, and on no page does it do any.
func TestAHostileReportServed(t *testing.T) {
	feed := filepath.Join(t.TempDir(), "feed.jsonl")
	line, err := json.Marshal(map[string]string{"title": wicked, "outlet": wicked, "byline": wicked, "url": "javascript:alert(document.cookie)", "date": "2031-05-12",
		"text": "Foreign Minister Mira Toland of Veldamar " + wicked + " met Josef Harn in Ilvane on Monday.\n\n\u201cWe will talk " + wicked + " tomorrow,\u201d Toland told reporters. At least 12 people were killed, " + wicked + " said."})
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(feed, append(line, '\n'), 0o644); err != nil {
		t.Fatal(err)
	}
	base, book := served(t, feed)
	pages := []string{"/", "/changes?since=2031", "/search?q=toland", "/review", "/decisions"}
	for l := range book().Record.Lines() {
		id := string(l.LineID())
		switch l.Kind() {
		case "time":
		case "report", "entity", "story":
			pages = append(pages, map[string]string{"report": "/reports/", "entity": "/entities/", "story": "/stories/"}[l.Kind()]+id)
		default:
			pages = append(pages, "/statements/"+id)
		}
	}
	if len(pages) < 10 {
		t.Errorf("only %d pages: the report was not read", len(pages))
	}
	for _, p := range pages {
		status, body := fetch(t, base+p)
		if status != 200 {
			t.Errorf("%s: status %d", p, status)
		}
		for _, bad := range []string{"<script>", "<img", "<svg onload", "href=\"javascript", "\u202e", "\u2066"} {
			if strings.Contains(body, bad) {
				t.Errorf("%s: %q gets through", p, bad)
			}
		}
	}
}

// A title of two megabytes is left out or shortened; no page is long or slow. (One
// of ten is tested where the pages are made.)
func TestAnEndlessTitleServed(t *testing.T) {
	if testing.Short() {
		t.Skip("two megabytes take their time")
	}
	feed := filepath.Join(t.TempDir(), "feed.jsonl")
	line, err := json.Marshal(map[string]string{"title": strings.Repeat("Talks without end ", 100_000), "outlet": "Ilvane Courier", "date": "2031-05-12",
		"text": "Foreign Minister Mira Toland of Veldamar met Josef Harn in Ilvane on Monday. \u201cWe will talk tomorrow,\u201d Toland told reporters."})
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(feed, append(line, '\n'), 0o644); err != nil {
		t.Fatal(err)
	}
	base, book := served(t, feed)
	pages := []string{"/", "/changes?since=2031", "/search?type=report", "/review"}
	for i := range book().Record.Reports {
		pages = append(pages, "/reports/"+string(book().Record.Reports[i].ID))
	}
	for i := range book().Record.Stories {
		pages = append(pages, "/stories/"+string(book().Record.Stories[i].ID))
	}
	for _, p := range pages {
		start := time.Now()
		status, body := fetch(t, base+p)
		if status != 200 || len(body) > 300_000 || time.Since(start) > 10*time.Second {
			t.Errorf("%s: status %d, %d bytes in %v", p, status, len(body), time.Since(start))
		}
	}
}

// Who hands in a decision letter by letter is let go, and holds up nobody.
func TestSlowDecisionsAreLetGo(t *testing.T) {
	if testing.Short() {
		t.Skip("it takes ten seconds to be slow")
	}
	base, _ := served(t, "../../examples/reports/01-harbour-times.txt")
	slow, err := net.Dial("tcp", strings.TrimPrefix(base, "http://"))
	if err != nil {
		t.Fatal(err)
	}
	defer slow.Close()
	io.WriteString(slow, "POST /api/v1/decisions HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{")
	if status, _ := fetch(t, base+"/"); status != 200 {
		t.Errorf("beside the slow one: status %d", status)
	}
	slow.SetReadDeadline(time.Now().Add(30 * time.Second))
	answer, err := io.ReadAll(slow)
	if len(answer) == 0 && err != nil && !strings.Contains(err.Error(), "reset") {
		t.Errorf("the slow one is kept: %v", err)
	}
	if s := server(nil); s.WriteTimeout <= 0 || s.IdleTimeout <= 0 || s.MaxHeaderBytes <= 0 {
		t.Error("a client that takes nothing is kept")
	}
}
