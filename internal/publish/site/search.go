package site

import (
	"errors"
	"maps"
	"net/http"
	"net/url"
	"slices"
	"strconv"

	"rapporteur/internal/publish"
	"rapporteur/internal/publish/api"
	"rapporteur/internal/publish/shelf"
	"rapporteur/internal/record"
)

// searchView is what a search finds.
type searchView struct {
	Ask      shelf.Ask       `json:"ask"`
	Total    int             `json:"total"`
	From     int             `json:"from"` // number of the first line, from 1
	To       int             `json:"to"`
	Lines    []statementLine `json:"lines"`
	Previous string          `json:"previous"` // address of the page before; "" for none
	Next     string          `json:"next"`
	Types    []string        `json:"-"`
	Statuses []string        `json:"-"`
	Wrong    *shelf.Wrong    `json:"-"`
}

// pageLines is how many lines a page of a search has.
const pageLines = 50

// searchNames are what a search may be asked.
var searchNames = []string{"q", "type", "status", "story", "entity", "by", "outlet", "since", "until", "page"}

func (t *Site) search(w http.ResponseWriter, r *http.Request) {
	b := t.shelf.Held(r.Context())
	q, n, err := question(r)
	v := &searchView{Ask: askOf(q), Types: shelf.Searched, Statuses: shelf.Statuses, Lines: []statementLine{}}
	var found shelf.Select
	if err == nil {
		found, err = b.Search(v.Ask)
	}
	if v.Wrong = wrongOf(err); v.Wrong != nil && !wantsPage(r) {
		problemOf(v.Wrong).Write(w)
		return
	}
	if v.Wrong != nil {
		t.print(w, http.StatusBadRequest, "search", t.frame(r, "search", "Search", v))
		return
	}
	v.turn(b, found, n, q)
	t.show(w, r, "search", "Search", v)
}

// turn fills v with page n of what was found.
func (v *searchView) turn(b *shelf.Book, found shelf.Select, n int, q url.Values) {
	from := (n - 1) * pageLines
	for l := range found.Lines(from) {
		if len(v.Lines) == pageLines {
			break
		}
		v.Lines = append(v.Lines, lineOfFound(b, l))
	}
	v.Total = found.Len()
	if len(v.Lines) > 0 {
		v.From, v.To = from+1, from+len(v.Lines)
	}
	page := func(n int) string {
		q.Set("page", strconv.Itoa(n))
		return "/search?" + q.Encode()
	}
	if n > 1 {
		v.Previous = page(min(n-1, 1+(v.Total-1)/pageLines))
	}
	if v.To > 0 && v.To < v.Total {
		v.Next = page(n + 1)
	}
}

// lineOfFound tells a line in a list of many kinds; a report says where and
// when it stood.
func lineOfFound(b *shelf.Book, l record.Line) statementLine {
	s := lineOfStatement(b, l)
	if rep, ok := l.(*record.Report); ok {
		s.Text = publish.ReportName(rep) + ": " + s.Text
	}
	return s
}

// question reads the query of a search, and the number of its page.
func question(r *http.Request) (q url.Values, page int, err error) {
	q, wrong := named(r, searchNames)
	if wrong != nil {
		return q, 1, wrong
	}
	page = 1
	if s := q.Get("page"); s != "" {
		if page, err = strconv.Atoi(s); err != nil || page < 1 || page > 1<<20 {
			return q, 1, &shelf.Wrong{Param: "page", Why: "it is no number of a page"}
		}
	}
	return q, page, nil
}

// named reads a query: each name known, and once.
func named(r *http.Request, known []string) (url.Values, *shelf.Wrong) {
	q, err := url.ParseQuery(r.URL.RawQuery)
	if err != nil {
		return url.Values{}, &shelf.Wrong{Param: "query", Why: "it cannot be read"}
	}
	kept := url.Values{}
	for _, name := range slices.Sorted(maps.Keys(q)) {
		values := q[name]
		if name == "done" { // what was just decided, for the frame of the page
			continue
		}
		if !slices.Contains(known, name) || len(values) != 1 {
			return kept, &shelf.Wrong{Param: name, Why: "no such parameter is known here, or it stands twice", Allowed: known}
		}
		if values[0] != "" {
			kept[name] = values
		}
	}
	return kept, nil
}

func wrongOf(err error) (w *shelf.Wrong) {
	errors.As(err, &w)
	return w
}

func problemOf(wrong *shelf.Wrong) *api.Problem {
	p := api.NewProblem("parameter", "The question makes no sense", http.StatusBadRequest, wrong.Error())
	p.Parameter, p.Allowed = wrong.Param, wrong.Allowed
	return p
}

func askOf(q url.Values) shelf.Ask {
	return shelf.Ask{Words: q.Get("q"), Type: q.Get("type"), Status: q.Get("status"), Story: q.Get("story"), Entity: q.Get("entity"), By: q.Get("by"),
		Outlet: q.Get("outlet"), Since: q.Get("since"), Until: q.Get("until")}
}
