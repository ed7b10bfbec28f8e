package api

import (
	"context"
	"io"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"sync"
	"time"

	"rapporteur/internal/publish/export"
	"rapporteur/internal/publish/export/source"
	"rapporteur/internal/publish/shelf"
	"rapporteur/internal/record"
	"rapporteur/internal/store"
)

// exportParams are what an export may be asked.
var exportParams = []string{"format", "type", "story", "entity", "outlet", "since", "until"}

// castOf keeps what the reports and entities of the current book are called:
// every export needs it, and it is the same for all.
type castOf struct {
	mu   sync.Mutex
	book *shelf.Book
	cast *source.Cast
}

// knowing gives src the cast of a book.
func (c *castOf) knowing(b *shelf.Book, src *source.Source) (*source.Source, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.book != b {
		cast, err := source.New(context.Background(), b, store.Filter{}).Cast()
		if err != nil {
			return nil, err
		}
		c.book, c.cast = b, cast
	}
	return src.Knowing(c.cast), nil
}

// export answers with the record in the form of another program.
func (a *API) export(w http.ResponseWriter, r *http.Request) {
	q, bad := params(r, exportParams)
	if bad != nil {
		bad.write(w)
		return
	}
	f, ok := export.Named(q.Get("format"))
	if !ok {
		wrongParam("format", "no export has this form", export.Names()).write(w)
		return
	}
	book := a.shelf.Held(r.Context())
	filter, bad := exportFilter(book, q)
	if bad != nil {
		bad.write(w)
		return
	}
	if no := f.Refuses(filter.Types); no != "" {
		wrongParam("type", no, f.Kinds).write(w)
		return
	}
	src, err := a.cast.knowing(book, source.New(r.Context(), book, filter))
	if err != nil {
		problemOf(err).write(w)
		return
	}
	media, ext := f.Media, f.Ext
	if f.Tabular() && len(src.Kinds()) > 1 {
		media, ext = "application/zip", ".zip"
	}
	w.Header().Set("Content-Disposition", `attachment; filename="rapporteur-`+f.Name+ext+`"`)
	stream(w, media, func(w io.Writer) error { return f.Write(w, src) })
}

func exportFilter(book *shelf.Book, q url.Values) (store.Filter, *Problem) {
	ask := askOf(q)
	ask.Type = ""
	f, err := book.Filter(ask)
	if err != nil {
		return f, problemOf(err)
	}
	for kind := range strings.SplitSeq(q.Get("type"), ",") {
		if kind == "" {
			continue
		}
		if !slices.Contains(record.Kinds, kind) {
			return f, wrongParam("type", "no line has the type "+clean(kind), record.Kinds)
		}
		f.Types = append(f.Types, kind)
	}
	return f, nil
}

// stream answers with what write writes, as it is written. Of an error before
// the first byte a problem is told; after it the connection ends, so that no
// part passes for the whole.
func stream(w http.ResponseWriter, media string, write func(io.Writer) error) {
	w.Header().Set("Content-Type", media)
	out := &started{w: w}
	switch err := write(out); {
	case err == nil:
	case out.begun:
		panic(http.ErrAbortHandler)
	default:
		w.Header().Del("Content-Disposition")
		problemOf(err).write(w)
	}
}

// started knows whether anything was written.
type started struct {
	w     http.ResponseWriter
	begun bool
}

// patience is how long a reader may take for one stretch of an answer. An
// export may be long: its end is not bounded, only its pace.
const patience = time.Minute

func (s *started) Write(b []byte) (int, error) {
	s.begun = true
	http.NewResponseController(s.w).SetWriteDeadline(time.Now().Add(patience)) // not every writer can; then the server's own bound holds
	return s.w.Write(b)
}

// describeExports describes the exports, feeds and calendars.
func describeExports(paths object) {
	content := object{"application/zip": binary()}
	for _, f := range export.Formats {
		content[f.Media] = binary()
	}
	op := get("The record, or a part of it, in the form of another program.", exportParams, object{})
	for _, p := range op["get"].(object)["parameters"].([]object) {
		switch p["name"] {
		case "format":
			p["required"] = true
		case "type": // several may be named, of all kinds
			delete(p["schema"].(object), "enum")
			p["description"] = "only these types of line, apart by commas: " + strings.Join(record.Kinds, ", ")
		}
	}
	answers(op)["content"] = content
	paths[Prefix+"export"] = op
	for _, of := range []string{"/stories/{file}", "/entities/{file}", "/search.atom", "/search.ics"} {
		paths[of] = describeFeed(of)
	}
}

func binary() object {
	return object{"schema": object{"type": "string", "contentMediaType": "application/octet-stream"}}
}

// answers is what is said of the answer of an operation when all is well.
func answers(op object) object { return op["get"].(object)["responses"].(object)["200"].(object) }

func describeFeed(of string) object {
	var names []string
	if strings.HasPrefix(of, "/search") {
		names = feedSearchParams
	}
	op := get("An Atom feed (.atom), or a calendar of what is planned (.ics).", names, object{})
	if names == nil {
		op["parameters"] = []object{{"name": "file", "in": "path", "required": true, "description": "the id with .atom or .ics behind it", "schema": object{"type": "string"}}}
	}
	answers(op)["content"] = object{"application/atom+xml": binary(), "text/calendar; charset=utf-8": binary()}
	return op
}
