package site

import (
	"cmp"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"rapporteur/internal/publish/shelf"
	"rapporteur/internal/record"
	"rapporteur/internal/store"
)

// queueView is statements to be decided, the least certain first.
type queueView struct {
	Ask   shelf.Ask
	State string
	Total int
	From  int
	To    int
	Lines []queueLine
	Prev  string
	Next  string
	Types []string
	Wrong *shelf.Wrong
}

// queueLine is a statement with the sentence that says it.
type queueLine struct {
	statementLine
	State    string
	Sentence passage
	Percent  int // confidence
}

// queueTypes are the kinds of line that are decided one after the other.
var queueTypes = []string{record.KindQuote, record.KindPosition, record.KindEvent, record.KindFigure, record.KindDifference}

// queueStates are what may be asked for; the first is what is asked without.
var queueStates = []string{"undecided", "seen", record.Accepted, record.Rejected, record.Corrected, "all"}

const queueLines = 25

func (t *Site) review(w http.ResponseWriter, r *http.Request) {
	if t.opt.Desk == nil {
		t.nowhere(w, r)
		return
	}
	b := t.shelf.Held(r.Context())
	q, wrong := named(r, []string{"type", "state", "story", "entity", "outlet", "since", "until", "page"})
	v := &queueView{Ask: askOf(q), State: cmp.Or(q.Get("state"), queueStates[0]), Types: queueTypes, Wrong: wrong}
	if v.Wrong == nil {
		v.Wrong = wrongOf(v.fill(b, q))
	}
	if v.Wrong != nil {
		t.print(w, http.StatusBadRequest, "review", t.frame(r, "review", "Review", v))
		return
	}
	t.show(w, r, "review", "Review", v)
}

func (v *queueView) fill(b *shelf.Book, q url.Values) error {
	f, err := b.Filter(shelf.Ask{Story: v.Ask.Story, Entity: v.Ask.Entity, Outlet: v.Ask.Outlet, Since: v.Ask.Since, Until: v.Ask.Until})
	if err != nil {
		return err
	}
	f.Types = queueTypes
	if v.Ask.Type != "" {
		f.Types = []string{v.Ask.Type}
	}
	if !slices.Contains(queueTypes, f.Types[0]) {
		return &shelf.Wrong{Param: "type", Why: "this is not decided one after the other", Allowed: queueTypes}
	}
	if !slices.Contains(queueStates, v.State) {
		return &shelf.Wrong{Param: "state", Why: "no statement is in this state", Allowed: queueStates}
	}
	page, err := strconv.Atoi(cmp.Or(q.Get("page"), "1"))
	if err != nil || page < 1 || page > 1<<20 {
		return &shelf.Wrong{Param: "page", Why: "it is no number of a page"}
	}
	v.turn(b, v.find(b, f), page, q)
	return nil
}

// find lists what is in the state asked for, the least certain first.
func (v *queueView) find(b *shelf.Book, f store.Filter) (out []record.Line) {
	for l := range b.Select(f).Lines(0) {
		state := cmp.Or(stateOf(b, l), "undecided")
		if v.State == "all" || state == v.State {
			out = append(out, l)
		}
	}
	slices.SortStableFunc(out, func(x, y record.Line) int {
		return cmp.Compare(record.BaseOf(x).Confidence, record.BaseOf(y).Confidence)
	})
	return out
}

func (v *queueView) turn(b *shelf.Book, found []record.Line, page int, q url.Values) {
	v.Total = len(found)
	from := min((page-1)*queueLines, len(found))
	for _, l := range found[from:min(from+queueLines, len(found))] {
		line := queueLine{statementLine: lineOfStatement(b, l), State: stateOf(b, l), Percent: int(100*record.BaseOf(l).Confidence + .5)}
		if p := passagesOf(b, l); len(p) > 0 {
			line.Sentence = p[0].short()
		}
		v.Lines = append(v.Lines, line)
	}
	if len(v.Lines) > 0 {
		v.From, v.To = from+1, from+len(v.Lines)
	}
	at := func(n int) string {
		q.Set("page", strconv.Itoa(n))
		return "/review?" + q.Encode()
	}
	if page > 1 {
		v.Prev = at(page - 1)
	}
	if v.To < v.Total && v.To > 0 {
		v.Next = at(page + 1)
	}
}

// maxAround bounds what stands around the words of a statement in a list.
const maxAround = 300

// short is p with the ends of its sentence nearest to its words.
func (p passage) short() passage {
	if r := []rune(p.Before); len(r) > maxAround {
		p.Before = "… " + string(r[len(r)-maxAround:])
	}
	if r := []rune(p.After); len(r) > maxAround {
		p.After = string(r[:maxAround]) + " …"
	}
	if r := []rune(p.Exact); len(r) > 2*maxAround {
		p.Exact, p.After = string(r[:2*maxAround])+" …", ""
	}
	return p
}

// decisionsView is what reviewers decided, the latest first.
type decisionsView struct {
	Total   int     `json:"total"`
	Entries []entry `json:"items"`
}

// maxEntries bounds the page of decisions; the API has all.
const maxEntries = 200

func (t *Site) decisions(w http.ResponseWriter, r *http.Request) {
	b := t.shelf.Held(r.Context())
	all := b.Ledger.All()
	v := &decisionsView{Total: len(all), Entries: []entry{}}
	for _, e := range all[:min(len(all), maxEntries)] {
		v.Entries = append(v.Entries, told(b, e))
	}
	t.show(w, r, "decisions", "Decisions", v)
}

// moved leads on from the id of a line that a decision made part of another.
func (t *Site) moved(w http.ResponseWriter, r *http.Request, l record.Line) bool {
	m, ok := l.(*record.Merged)
	if !ok {
		return false
	}
	into := t.shelf.Held(r.Context()).Line(m.Into)
	if into == nil {
		return false
	}
	to := address(into.Kind(), string(m.Into))
	if strings.HasSuffix(r.URL.Path, ".json") {
		to += ".json"
	}
	if r.URL.RawQuery != "" {
		to += "?" + r.URL.RawQuery
	}
	http.Redirect(w, r, to, http.StatusFound)
	return true
}
