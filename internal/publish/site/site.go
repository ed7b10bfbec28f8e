// Package site serves the record to a browser, and the API beside it. In goes a
// shelf; out comes an http.Handler:
//
//	/                     Today: stories, upcoming meetings, search
//	/stories/ID           the brief of a story, and /stories/ID/SECTION in full
//	/reports/ID           the text with its statements marked in place
//	/entities/ID          names, offices, what is said and wanted over time
//	/statements/ID        one statement with its sentences: its permanent address
//	/changes?since=DAY    what is new
//	/search?q=...         everything, by words and filters
//	/review, /decisions   what is to be decided, and what was
//	ADDRESS.json          what the page at ADDRESS shows, as JSON
//
// Every page is whole without a script; one script of our own adds keys. The
// words of reports are always text: html/template escapes them, publish.Plain
// takes control and direction characters away, only http and https addresses
// are links, and the content security policy allows no script but ours.
// Decisions of reviewers are forms, handed to a Desk; nothing else writes.
package site

import (
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"net/http"

	"rapporteur/internal/publish/api"
	"rapporteur/internal/publish/page"
	"rapporteur/internal/publish/shelf"
)

//go:embed assets/site.css assets/*.js
var assets embed.FS

// Options say who may read.
type Options struct {
	// Token is what a reader has to bring; "" lets every reader in who asks for
	// a host on this machine, and nobody else.
	Token string
	// Rate is how many answers a second one address gets in the long run; 0
	// means no bound.
	Rate float64
	// Busy is how many questions are answered at once; 0 means 512.
	Busy int
	// Edition tells builds of the program apart: pages of another build are not
	// taken for unchanged.
	Edition string
	// Desk takes decisions; nil: there is only reading.
	Desk *shelf.Desk
}

// Site answers from a shelf.
type Site struct {
	shelf  *shelf.Shelf
	opt    Options
	style  asset
	script asset
	kept   *pages
	secret string // of the forms
}

// asset is a file that is served as it is.
type asset struct {
	body []byte
	kind string
	mark string // of its content
}

func newAsset(body []byte, kind string) asset {
	sum := sha256.Sum256(body)
	return asset{body, kind, hex.EncodeToString(sum[:6])}
}

// New makes the handler.
func New(s *shelf.Shelf, opt Options) http.Handler {
	css, _ := assets.ReadFile("assets/site.css") // embedded: they are there
	js, _ := assets.ReadFile("assets/keys.js")
	zoom, _ := assets.ReadFile("assets/zoom.js")
	t := &Site{shelf: s, opt: opt, style: newAsset(append([]byte(page.CSS()), css...), "text/css; charset=utf-8"),
		script: newAsset(append(js, zoom...), "text/javascript; charset=utf-8"), kept: &pages{}, secret: newSecret()}
	mux := http.NewServeMux()
	answers := api.New(s, opt.Desk)
	mux.Handle(api.Prefix, answers)
	mux.Handle("/openapi.json", answers)
	mux.HandleFunc("GET /style.css", t.style.serve)
	mux.HandleFunc("GET /keys.js", t.script.serve)
	mux.HandleFunc("GET /{$}", t.today)
	mux.HandleFunc("GET /index.json", t.today)
	mux.HandleFunc("GET /stories/{id}", t.story)
	mux.HandleFunc("GET /stories/{id}/{section}", t.section)
	mux.HandleFunc("GET /reports/{id}", t.report)
	mux.HandleFunc("GET /reports/{id}/beside/{other}", t.beside)
	mux.HandleFunc("GET /entities/{id}", t.entity)
	mux.HandleFunc("GET /statements/{id}", t.statement)
	mux.HandleFunc("GET /changes", t.changes)
	mux.HandleFunc("GET /changes.json", t.changes)
	mux.HandleFunc("GET /search", t.search)
	mux.HandleFunc("GET /search.json", t.search)
	mux.HandleFunc("GET /review", t.review)
	mux.HandleFunc("GET /decisions", t.decisions)
	mux.HandleFunc("GET /decisions.json", t.decisions)
	mux.HandleFunc("POST /decide", t.decide)
	mux.HandleFunc("/", t.nowhere)
	return t.guard(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if api.IsFeed(r.URL.Path) {
			answers.ServeHTTP(w, r)
			return
		}
		mux.ServeHTTP(w, r)
	}))
}

func (a asset) serve(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Type", a.kind)
	w.Header().Set("ETag", `"`+a.mark+`"`)
	if r.URL.Query().Get("v") == a.mark {
		w.Header().Set("Cache-Control", "private, max-age=31536000, immutable")
	}
	if r.Header.Get("If-None-Match") == `"`+a.mark+`"` {
		w.WriteHeader(http.StatusNotModified)
		return
	}
	w.Write(a.body)
}
