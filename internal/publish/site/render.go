package site

import (
	"bytes"
	"embed"
	"html/template"
	"net/http"
	"strings"

	"rapporteur/internal/publish"
	"rapporteur/internal/publish/api"
	"rapporteur/internal/publish/page"
	"rapporteur/internal/publish/shelf"
)

//go:embed assets/*.tmpl
var files embed.FS

// paneled is a panel in the frame of its page, for a template.
type paneled struct {
	It     *panel
	Review *reviewing
}

var templates = template.Must(page.Parts().Funcs(template.FuncMap{
	"at":       at,
	"place":    place,
	"address":  address,
	"rest":     func(v *storyView, section string) rest { return rest{v.Story().ID, section, v.More[section]} },
	"few":      few,
	"together": together,
	"flow":     newFlow,
	"picture":  draw,
	"panelin":  func(f frame, p *panel) paneled { return paneled{p, f.Review} },
	"states":   func() []string { return queueStates },
	"matrix":   newMatrix,
	"deep":     func(row int) bool { return row >= pictureRows },
	"height":   func(rows int) int { return rowHeight*rows + 32 },
	"base":     func(rows int) int { return rowHeight*rows + 8 },
	"foot":     func(rows int) int { return rowHeight*rows + 26 },
	"tickend":  func(rows int) int { return rowHeight*rows + 13 },
	"middle":   func(rows, row int) int { return rowHeight*(rows-row) - 4 },
	"top":      func(rows, row int) int { return rowHeight*(rows-row) - 10 },
	"wordsat":  wordsAt,
	"minus":    func(a, b int) int { return a - b },
	"days":     publish.DayWords,
	"since":    sinceStory,
	"percent":  func(f float64) int { return int(f*100 + .5) },
}).ParseFS(files, "assets/*.tmpl"))

// rowHeight is how many pixels a row of the picture of a timeline takes.
const rowHeight = 16

// at is where an anchor of a brief leads: statements and entities have pages of
// their own.
func at(anchor string) string {
	if id, ok := strings.CutPrefix(anchor, "s-"); ok {
		return "/statements/" + id
	}
	rest, ok := strings.CutPrefix(anchor, "story-1-")
	if ok && !strings.Contains(rest, "-") && !isSection(rest) {
		return "/entities/" + rest
	}
	return "#" + anchor
}

// place is where a source leads: its words in the page of its report.
func place(s *publish.Source) string {
	return wordsAt(s.ReportID, s.Start, s.End)
}

// address is the page of a line.
func address(kind, id string) string {
	switch kind {
	case "report", "entity", "story":
		return "/" + api.ListOf(kind) + "/" + id
	}
	return "/statements/" + id
}

// frame is what every page has around what it shows.
type frame struct {
	Title  string
	Here   string // the part of the site that is marked in the menu
	Twin   string // the address of the same as JSON; "" for none
	Style  string
	Script string
	Ask    shelf.Ask
	Review *reviewing // nil where nothing can be decided
	It     any
}

// show answers with a view: as JSON where the address asks for it, or else as
// the page that the template of that name makes of it.
func (t *Site) show(w http.ResponseWriter, r *http.Request, name, title string, view any) {
	if strings.HasSuffix(r.URL.Path, ".json") {
		api.Write(w, view)
		return
	}
	body := t.print(w, http.StatusOK, name, t.frame(r, name, title, view))
	if name == "story" && r.URL.RawQuery == "" && !t.opt.Desk.Busy() {
		t.kept.keep(t.keyOf(r), body, view.(*storyView).book)
	}
}

func (t *Site) frame(r *http.Request, name, title string, view any) frame {
	f := frame{Title: title, Here: name, Twin: twin(r), Style: t.style.mark, Script: t.script.mark, Review: t.reviewing(r), It: view}
	switch v := view.(type) {
	case *searchView:
		f.Ask = v.Ask
	case *changesView:
		f.Ask.Since = v.Asked.Since
	}
	return f
}

// twin is the address of a page as JSON.
func twin(r *http.Request) string {
	path := r.URL.EscapedPath()
	if path == "/" {
		path = "/index"
	}
	q := r.URL.Query()
	if q.Del("done"); len(q) > 0 {
		return path + ".json?" + q.Encode()
	}
	return path + ".json"
}

// print answers with the page that a template makes, and gives its bytes.
func (t *Site) print(w http.ResponseWriter, status int, name string, f frame) []byte {
	var buf bytes.Buffer
	if err := templates.ExecuteTemplate(&buf, name+".page", f); err != nil {
		http.Error(w, "the page could not be made", http.StatusInternalServerError)
		return nil
	}
	h := w.Header()
	h.Set("Content-Type", "text/html; charset=utf-8")
	if status != http.StatusOK {
		h.Del("ETag")
		h.Set("Cache-Control", "no-store")
	}
	w.WriteHeader(status)
	w.Write(buf.Bytes())
	return buf.Bytes()
}

// problem answers with a page that says what is wrong.
func (t *Site) problem(w http.ResponseWriter, p *api.Problem) {
	t.print(w, p.Status, "problem", frame{Title: p.Title, Style: t.style.mark, Script: t.script.mark, It: p})
}

func (t *Site) nowhere(w http.ResponseWriter, r *http.Request) {
	t.refuse(w, r, api.NewProblem("not-found", "There is no such page", http.StatusNotFound, "nothing answers at this address"))
}

// missing refuses a question for what the record does not hold.
func (t *Site) missing(w http.ResponseWriter, r *http.Request, what string) {
	t.refuse(w, r, api.NewProblem("not-found", "There is no such "+what, http.StatusNotFound,
		"the record holds no "+what+" with this id; it may be of another record, or have been merged with another"))
}

// idOf is the id in the address, without ".json".
func idOf(r *http.Request, name string) string { return strings.TrimSuffix(r.PathValue(name), ".json") }
