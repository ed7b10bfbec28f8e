package site

import (
	"net/http"
	"strings"
	"sync"

	"rapporteur/internal/publish/shelf"
)

// pages keeps the pages of stories, which cost the most to make, for as long as
// the record is the same.
type pages struct {
	mu   sync.Mutex
	book *shelf.Book
	body map[string][]byte
}

// keyOf names the page that r asks for: pages of a desk carry who is reviewing.
func (t *Site) keyOf(r *http.Request) string {
	if t.opt.Desk == nil {
		return r.URL.Path
	}
	return r.URL.Path + "\x00" + t.reviewer(r)
}

// maxPages bounds how many pages are kept; a page has at most some 300 kB.
const maxPages = 64

// keep remembers a page, made of a book.
func (p *pages) keep(key string, body []byte, of *shelf.Book) {
	if body == nil {
		return
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.book != of || len(p.body) >= maxPages {
		p.book, p.body = of, map[string][]byte{}
	}
	p.body[key] = body
}

// write answers with a page that is kept; false when there is none.
func (p *pages) write(w http.ResponseWriter, r *http.Request, key string, book *shelf.Book) bool {
	if r.URL.RawQuery != "" || strings.HasSuffix(r.URL.Path, ".json") {
		return false
	}
	p.mu.Lock()
	body, ok := p.body[key]
	ok = ok && p.book == book
	p.mu.Unlock()
	if ok {
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		w.Write(body)
	}
	return ok
}
