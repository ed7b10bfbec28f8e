package api

import (
	"io"
	"net/http"
	"path"
	"strings"

	"rapporteur/internal/publish/export/calendar"
	"rapporteur/internal/publish/export/feed"
	"rapporteur/internal/publish/export/source"
	"rapporteur/internal/publish/shelf"
	"rapporteur/internal/record"
	"rapporteur/internal/store"
)

// IsFeed says whether an address is that of a feed (.atom) or a calendar (.ics).
//
//	/stories/ID.atom  /entities/ID.ics  /search.atom?q=harbour
func IsFeed(address string) bool {
	ext := path.Ext(address)
	return ext == ".atom" || ext == ".ics"
}

// feedMost is how many entries a feed has: what a reader has not seen is among
// the latest.
const feedMost = 200

// feed answers with what is told of a story, of an entity, or of what a search
// finds.
func (a *API) feed(w http.ResponseWriter, r *http.Request) {
	if !IsFeed(r.URL.Path) {
		nowhere(w, r)
		return
	}
	book := a.shelf.Held(r.Context())
	head := feed.Head{Base: origin(r), Most: feedMost}
	head.Self = head.Base + r.URL.RequestURI()
	var src *source.Source
	var bad *Problem
	if strings.Contains(strings.Trim(r.URL.Path, "/"), "/") {
		src, bad = feedOfLine(book, r, &head)
	} else {
		src, bad = feedOfSearch(book, r, &head)
	}
	if bad != nil {
		bad.write(w)
		return
	}
	src, err := a.cast.knowing(book, src)
	if err != nil {
		problemOf(err).write(w)
		return
	}
	if path.Ext(r.URL.Path) == ".ics" {
		stream(w, "text/calendar; charset=utf-8", func(w io.Writer) error { return calendar.Write(w, src, head.Title) })
		return
	}
	stream(w, "application/atom+xml", func(w io.Writer) error { return feed.Write(w, src, head) })
}

// origin is the server as r asks for it.
func origin(r *http.Request) string {
	if r.TLS != nil || r.Header.Get("X-Forwarded-Proto") == "https" {
		return "https://" + r.Host
	}
	return "http://" + r.Host
}

// feedOfLine is the feed of one story or entity.
func feedOfLine(book *shelf.Book, r *http.Request, head *feed.Head) (*source.Source, *Problem) {
	if _, bad := params(r, nil); bad != nil {
		return nil, bad
	}
	file := r.PathValue("file")
	id := record.ID(strings.TrimSuffix(file, path.Ext(file)))
	var f store.Filter
	l := book.Line(id)
	switch l.(type) {
	case *record.Story:
		f.Story = id
	case *record.Entity:
		f.Entity = id
	}
	if f.Story == "" && f.Entity == "" || !strings.HasPrefix(r.URL.Path, "/"+ListOf(l.Kind())+"/") {
		return nil, notFound("no story and no entity has this id")
	}
	head.ID, head.Title = "urn:rapporteur:"+l.Kind()+":"+string(id), book.Words(l)
	return source.New(r.Context(), book, f), nil
}

// feedSearchParams are what the feed of a search may be asked.
var feedSearchParams = []string{"q", "type", "status", "story", "entity", "outlet", "since", "until"}

func feedOfSearch(book *shelf.Book, r *http.Request, head *feed.Head) (*source.Source, *Problem) {
	if name := r.PathValue("file"); name != "search.atom" && name != "search.ics" {
		return nil, notFound("nothing answers at this address")
	}
	q, bad := params(r, feedSearchParams)
	if bad != nil {
		return nil, bad
	}
	found, err := book.Search(askOf(q))
	if err != nil {
		return nil, problemOf(err)
	}
	head.ID, head.Title = "urn:rapporteur:search:"+question(q, "search"), "Search: "+q.Encode()
	if words := q.Get("q"); words != "" {
		head.Title = "Search: " + words
	}
	return source.Picked(r.Context(), book, found.Lines(0)), nil
}
