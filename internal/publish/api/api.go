// Package api answers reads of the record over HTTP, as JSON. In goes a shelf;
// out come the lines of docs/record.md, a page at a time:
//
//	GET /api/v1/quotes?entity=Mira+Toland&since=2031-05&limit=2
//	{"items": [{"type": "quote", ...}, {...}], "total": 17, "next": "MnxiN..."}
//
// A total is exact. A cursor goes on where a page ended, in the record that it
// began with. What makes no sense is answered with problem details (RFC 9457)
// that name what would be understood. Decisions of reviewers are handed to a
// Desk; nothing else writes, and nothing here asks who is asking: the server that
// mounts it does.
package api

import (
	"bytes"
	"encoding/json"
	"iter"
	"net/http"
	"net/url"

	"rapporteur/internal/publish/shelf"
	"rapporteur/internal/record"
)

// Prefix is where the addresses begin.
const Prefix = "/api/v1/"

// lists are the names of lists in addresses, in the order in which they are told.
var lists = []struct{ name, kind string }{
	{"reports", record.KindReport}, {"entities", record.KindEntity}, {"times", record.KindTime},
	{"quotes", record.KindQuote}, {"positions", record.KindPosition}, {"events", record.KindEvent},
	{"figures", record.KindFigure}, {"differences", record.KindDifference}, {"origins", record.KindOrigin},
	{"stories", record.KindStory},
}

// ListOf is the name in addresses of the list that a kind of line stands in.
func ListOf(kind string) string {
	for _, l := range lists {
		if l.kind == kind {
			return l.name
		}
	}
	return ""
}

// page is how many lines a page has that names no limit, and the most.
const (
	pageLines = 50
	pageMost  = 500
)

// pageBytes ends a page early: lines can be long.
const pageBytes = 8 << 20

// API answers from a shelf.
type API struct {
	shelf *shelf.Shelf
	cast  *castOf
	desk  *shelf.Desk // nil takes no decisions
}

// New makes the routes: /api/v1/, /openapi.json, and the feeds and calendars of
// stories, entities and searches (see IsFeed).
func New(s *shelf.Shelf, desk *shelf.Desk) http.Handler {
	a := &API{s, &castOf{}, desk}
	mux := http.NewServeMux()
	for _, l := range lists {
		mux.HandleFunc("GET "+Prefix+l.name, a.list(l.kind))
		mux.HandleFunc("GET "+Prefix+l.name+"/{id}", a.line(l.kind))
	}
	mux.HandleFunc("GET "+Prefix+"search", a.search)
	mux.HandleFunc("GET "+Prefix+"changes", a.changes)
	mux.HandleFunc("GET "+Prefix+"export", a.export)
	mux.HandleFunc("GET /stories/{file}", a.feed)
	mux.HandleFunc("GET /entities/{file}", a.feed)
	mux.HandleFunc("GET /{file}", a.feed)
	mux.HandleFunc("GET "+DecisionsPath, a.decisions)
	mux.HandleFunc("POST "+DecisionsPath, a.decide)
	mux.HandleFunc("GET /openapi.json", describe)
	mux.HandleFunc("/", nowhere)
	return mux
}

// page is what a list answers.
type page struct {
	Items []json.RawMessage `json:"items"`
	Total int               `json:"total"`
	Next  *string           `json:"next"`
}

// listParams are what a list may be asked.
var listParams = []string{"story", "entity", "outlet", "since", "until", "limit", "cursor"}

func (a *API) list(kind string) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		q, bad := params(r, listParams)
		if bad != nil {
			bad.write(w)
			return
		}
		book := a.shelf.Held(r.Context())
		f, err := book.Filter(askOf(q))
		if err != nil {
			problemOf(err).write(w)
			return
		}
		f.Types = []string{kind}
		send(w, r, book, q, linesOf(book, book.Select(f), encode))
	}
}

// items are what a page is cut from: how many there are, and those from a
// number on, as JSON.
type items struct {
	total int
	from  func(int) iter.Seq2[json.RawMessage, error]
}

// linesOf are the items of a selection, each told by enc.
func linesOf(book *shelf.Book, of shelf.Select, enc func(*shelf.Book, record.Line) (json.RawMessage, error)) items {
	return items{of.Len(), func(from int) iter.Seq2[json.RawMessage, error] {
		return func(yield func(json.RawMessage, error) bool) {
			for l := range of.Lines(from) {
				if !yield(enc(book, l)) {
					return
				}
			}
		}
	}}
}

// send answers with the page of items that q asks for.
func send(w http.ResponseWriter, r *http.Request, book *shelf.Book, q url.Values, of items) {
	limit, bad := limitOf(q)
	if bad != nil {
		bad.write(w)
		return
	}
	from, bad := readCursor(q, r.URL.Path, book, of.total)
	if bad != nil {
		bad.write(w)
		return
	}
	p := page{Items: []json.RawMessage{}, Total: of.total}
	size := 0
	for item, err := range of.from(from) {
		if err != nil {
			problemOf(err).write(w)
			return
		}
		if len(p.Items) == limit || size > pageBytes {
			next := cursor(q, r.URL.Path, book, from+len(p.Items))
			p.Next = &next
			break
		}
		p.Items = append(p.Items, item)
		size += len(item)
	}
	Write(w, p)
}

func encode(_ *shelf.Book, l record.Line) (json.RawMessage, error) { return marshal(l) }

// line answers with one line.
func (a *API) line(kind string) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if _, bad := params(r, nil); bad != nil {
			bad.write(w)
			return
		}
		l := a.shelf.Held(r.Context()).Line(record.ID(r.PathValue("id")))
		if m, ok := l.(*record.Merged); ok && listed(a.shelf.Held(r.Context()).Line(m.Into), kind) {
			Write(w, m)
			return
		}
		if l == nil || l.Kind() != kind {
			notFound("no " + kind + " has this id").write(w)
			return
		}
		Write(w, l)
	}
}

// listed says whether l stands in the list of a kind.
func listed(l record.Line, kind string) bool { return l != nil && l.Kind() == kind }

// Hit is one line that a search found.
type Hit struct {
	Type string    `json:"type"`
	ID   record.ID `json:"id"`
	Text string    `json:"text"` // the line in words; of a report, its title
	Day  *string   `json:"day"`  // that it tells of, or was first reported on
	Line string    `json:"line"` // where the whole line is
}

// searchParams are what a search may be asked.
var searchParams = append([]string{"q", "type", "status", "by"}, listParams...)

func (a *API) search(w http.ResponseWriter, r *http.Request) {
	q, bad := params(r, searchParams)
	if bad != nil {
		bad.write(w)
		return
	}
	book := a.shelf.Held(r.Context())
	found, err := book.Search(askOf(q))
	if err != nil {
		problemOf(err).write(w)
		return
	}
	send(w, r, book, q, linesOf(book, found, hit))
}

// hit tells a line that was found.
func hit(b *shelf.Book, l record.Line) (json.RawMessage, error) {
	h := Hit{Type: l.Kind(), ID: l.LineID(), Text: b.Words(l), Line: Prefix + ListOf(l.Kind()) + "/" + string(l.LineID())}
	if d := shelf.Day(b, l); d != "" {
		h.Day = &d
	}
	return marshal(h)
}

func askOf(q url.Values) shelf.Ask {
	return shelf.Ask{Words: q.Get("q"), Type: q.Get("type"), Status: q.Get("status"), Story: q.Get("story"), Entity: q.Get("entity"), By: q.Get("by"),
		Outlet: q.Get("outlet"), Since: q.Get("since"), Until: q.Get("until")}
}

// marshal is v as JSON with its text as it is: what a browser must not take for
// a page is told to it by the content type.
func marshal(v any) (json.RawMessage, error) {
	var buf bytes.Buffer
	enc := json.NewEncoder(&buf)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(v); err != nil {
		return nil, err
	}
	return bytes.TrimRight(buf.Bytes(), "\n"), nil
}

// Write answers with v as JSON.
func Write(w http.ResponseWriter, v any) {
	body, err := marshal(v)
	if err != nil {
		problemOf(err).write(w)
		return
	}
	w.Header().Set("Content-Type", "application/json")
	w.Write(append(body, '\n'))
}
