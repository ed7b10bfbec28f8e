package site

import (
	"cmp"
	"net/http"
	"slices"
	"strings"

	"rapporteur/internal/publish/shelf"
	"rapporteur/internal/record"
	"rapporteur/internal/store"
)

// entityView is one person, organization, state, place or group.
type entityView struct {
	Entity  *record.Entity `json:"entity"`
	Offices []officeLine   `json:"-"`
	Groups  []group        `json:"groups"`
	Company []companion    `json:"company"`
	Stories []storyLine    `json:"stories"`
	Panel   *panel         `json:"-"`
}

// officeLine is an office in words with one place that gives it.
type officeLine struct{ Text, Link, Sentence string }

// group is statements of one kind, the latest first.
type group struct {
	Kind  string          `json:"type"`
	Title string          `json:"title"`
	Total int             `json:"total"`
	Lines []statementLine `json:"lines"`
}

// companion is who takes part in the same events.
type companion struct {
	ID     record.ID `json:"id"`
	Name   string    `json:"name"`
	Events int       `json:"events"`
}

// kindsOfEntity are what is listed of an entity.
var kindsOfEntity = []struct{ kind, title string }{
	{record.KindQuote, "Says and is told"}, {record.KindPosition, "Wants and is asked"}, {record.KindEvent, "Takes part"}, {record.KindFigure, "Counts"},
}

const (
	maxLines   = 30 // statements of one kind
	maxCompany = 24
)

func (t *Site) entity(w http.ResponseWriter, r *http.Request) {
	b := t.shelf.Held(r.Context())
	l := b.Line(record.ID(idOf(r, "id")))
	e, ok := l.(*record.Entity)
	if t.moved(w, r, l) {
		return
	}
	if !ok {
		t.missing(w, r, "entity")
		return
	}
	v := &entityView{Entity: e, Offices: offices(b, e), Company: company(b, e.ID), Groups: []group{}, Stories: []storyLine{}, Panel: t.panelOf(b, e)}
	for _, k := range kindsOfEntity {
		if g := groupOf(b, store.Filter{Entity: e.ID, Types: []string{k.kind}}, k.title); g.Total > 0 {
			v.Groups = append(v.Groups, g)
		}
	}
	for l := range b.Select(store.Filter{Entity: e.ID, Types: []string{record.KindStory}}).Lines(0) {
		v.Stories = append(v.Stories, lineOf(b, l.(*record.Story)))
	}
	v.Stories = v.Stories[:min(len(v.Stories), maxLines)]
	t.show(w, r, "entity", e.Name, v)
}

// groupOf lists statements of one kind, the latest first.
func groupOf(b *shelf.Book, f store.Filter, title string) group {
	g := group{Kind: f.Types[0], Title: title}
	var all []record.Line
	for l := range b.Select(f).Lines(0) {
		if !record.IsRejected(l) {
			all = append(all, l)
		}
	}
	slices.SortStableFunc(all, func(x, y record.Line) int { return strings.Compare(shelf.Day(b, y), shelf.Day(b, x)) })
	g.Total = len(all)
	for _, l := range all[:min(len(all), maxLines)] {
		g.Lines = append(g.Lines, lineOfStatement(b, l))
	}
	return g
}

func offices(b *shelf.Book, e *record.Entity) (out []officeLine) {
	for _, o := range e.Offices {
		l := officeLine{Text: strings.TrimSpace(o.Tense + " " + o.Title)}
		if of := b.Name(o.Of); of != "" {
			l.Text += ", " + of
		}
		if len(o.Evidence) > 0 {
			ev := o.Evidence[0]
			l.Link, l.Sentence = wordsAt(ev.Report, ev.Start, ev.End), ev.Sentence
		}
		if !slices.ContainsFunc(out, func(x officeLine) bool { return strings.EqualFold(x.Text, l.Text) }) {
			out = append(out, l)
		}
	}
	return out
}

// company counts with whom an entity takes part in events.
func company(b *shelf.Book, id record.ID) []companion {
	at := map[record.ID]int{}
	out := []companion{}
	for l := range b.Select(store.Filter{Entity: id, Types: []string{record.KindEvent}}).Lines(0) {
		ev := l.(*record.Event)
		if record.IsRejected(ev) {
			continue
		}
		for _, p := range ev.Participants {
			if p.Entity == nil || *p.Entity == id {
				continue
			}
			i, met := at[*p.Entity]
			if !met {
				i = len(out)
				at[*p.Entity] = i
				out = append(out, companion{ID: *p.Entity, Name: b.Name(&p.Party)})
			}
			out[i].Events++
		}
	}
	slices.SortStableFunc(out, func(x, y companion) int {
		return cmp.Or(cmp.Compare(y.Events, x.Events), strings.Compare(x.Name, y.Name))
	})
	return out[:min(len(out), maxCompany)]
}
